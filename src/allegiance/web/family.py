"""A family of groups drawn as lines through time, with the splits and mergers between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from allegiance.answers.descent import Descent, Line, Turn
from allegiance.web.drawing import Scale, Tick

LINE_HEIGHT = 46
"""Pixels from one line to the next: its name, its bar, and a gap."""
_BAR = 30
_HEAD = 26
_MARGIN = 0.06


@dataclass(frozen=True, slots=True)
class Branch:
    """A line where it is drawn: from and to (percent), its height (pixels), and on which side its name stands."""

    line: Line
    left: float
    right: float
    y: int
    name_at: float
    anchor: str
    names: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Joint:
    """A turn where it is drawn: at which percent, and from which height to which."""

    turn: Turn
    at: float
    top: int
    bottom: int
    down: bool
    words: str


@dataclass(frozen=True, slots=True)
class Tree:
    """All that is drawn, and how high it is (pixels)."""

    branches: tuple[Branch, ...]
    joints: tuple[Joint, ...]
    ticks: tuple[Tick, ...]
    height: int


def tree(told: Descent) -> Tree:
    """Where everything lies."""
    days = max(60, (told.last - told.first).days)
    scale = Scale(told.first - timedelta(days=int(days * _MARGIN)), told.last + timedelta(days=int(days * _MARGIN * 2)))
    branches = {line.id: _branch(line, place, scale) for place, line in enumerate(told.lines)}
    joints = [_joint(turn, branches, scale) for turn in told.turns]
    height = _HEAD + LINE_HEIGHT * len(branches)
    return Tree(tuple(branches.values()), tuple(joints), tuple(scale.ticks()), height)


def _branch(line: Line, place: int, scale: Scale) -> Branch:
    left = scale.at(line.first)
    right = scale.at(line.last) if line.last else 100.0
    flipped = left > 55
    name_at, anchor = (min(right, 99.0), "end") if flipped else (left, "start")
    names = tuple((scale.at(day), name) for day, name in line.names)
    return Branch(line, left, max(right, left + 0.6), _HEAD + LINE_HEIGHT * place + _BAR, name_at, anchor, names)


def _joint(turn: Turn, branches: dict[str, Branch], scale: Scale) -> Joint:
    one, other = branches[turn.one], branches[turn.other]
    at = scale.at(turn.day) if turn.day else max(one.left, other.left)
    words = {
        "split": f"{other.line.name} splits from {one.line.name}",
        "merger": f"{one.line.name} merges into {other.line.name}",
        "affiliation": f"{other.line.name} is part of {one.line.name}",
    }[turn.kind]
    told = f"{words}, {turn.day}" if turn.day else f"{words}, undated"
    return Joint(turn, at, min(one.y, other.y), max(one.y, other.y), one.y < other.y, told)
