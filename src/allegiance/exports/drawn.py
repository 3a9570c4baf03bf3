"""Tenures as lines through time, as a report to hand on draws them: all positions are percents of its width."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strip:
    """Days with one status: where it lies, and what it says, for whoever does not see it."""

    left: float
    width: float
    status: str
    words: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One tenure: its words, and its strips, those that are surer last, so that they are drawn over the others."""

    words: str
    strips: tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of the axis."""

    left: float
    words: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """The lanes with their axis, and how many more are not drawn."""

    title: str
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    left_out: int = 0
