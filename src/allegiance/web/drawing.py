"""Timelines, drawn here and not in the browser: lanes with strips for days, and an axis. All positions are percents.

A lane is a piece of SVG as wide as its place, so that nothing is cut off or shrunk on a narrow screen; names stand in
the page beside it and wrap as other words do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from allegiance.answers.spans import Bar, Spans

MOST_LANES = 40
"""So many tenures are drawn, the first of their order; of the others the tables tell."""
_TICKS = 5
_YEARS = (1, 2, 5, 10, 20, 50, 100, 500)
_MARGIN = 0.03
_LEAST = 0.6
"""Percent: a strip of a single day is still seen."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Days with one status: where it lies (percent of the lane's width), and what it says."""

    left: float
    width: float
    status: str
    first: date
    last: date
    because: str

    @property
    def words(self) -> str:
        """What it says, for whoever does not see it, or points at it."""
        return f"{self.status} {_span(self.first, self.last)}: {self.because}"


@dataclass(frozen=True, slots=True)
class Lane:
    """One tenure and its strips; `tail` is where a start that nobody tells of is left open (percent, 0 for none)."""

    bar: Bar
    strips: tuple[Strip, ...]
    tail: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis."""

    left: float
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page draws: the lanes, the axis, and how many lanes are not drawn."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    left_out: int


def lanes(told: Spans) -> Drawing:
    """The lanes of these tenures, with an axis that holds them all."""
    days = max(1, (told.last - told.first).days)
    scale = Scale(told.first - timedelta(days=int(days * _MARGIN)), told.last + timedelta(days=int(days * _MARGIN)))
    drawn = [_lane(bar, scale) for bar in told.bars[:MOST_LANES]]
    return Drawing(tuple(drawn), tuple(scale.ticks()), max(0, len(told.bars) - MOST_LANES))


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from one day to another."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day lies, in percent."""
        return round(100 * (day - self.first).days / max(1, (self.last - self.first).days), 2)

    def ticks(self) -> Sequence[Tick]:
        """Years, or in less than three years quarters."""
        years = self.last.year - self.first.year
        if years < 3:
            every = [
                date(year, month, 1) for year in range(self.first.year, self.last.year + 1) for month in (1, 4, 7, 10)
            ]
            told = [Tick(self.at(day), f"{day:%Y-%m}") for day in every if self.first <= day <= self.last]
            step = -(-len(told) // _TICKS) or 1
            return told[::step]
        step = next((s for s in _YEARS if years / s <= _TICKS), _YEARS[-1])
        first = self.first.year + (-self.first.year) % step
        starts = [date(year, 1, 1) for year in range(first, self.last.year + 1, step) if year >= 1]
        return [Tick(self.at(day), str(day.year)) for day in starts if self.first <= day]


def _lane(bar: Bar, scale: Scale) -> Lane:
    strips = []
    for one in bar.stretches:
        left, right = scale.at(one.first), scale.at(one.last + timedelta(days=1))
        strips.append(Strip(left, round(max(right - left, _LEAST), 2), one.status, one.first, one.last, one.because))
    return Lane(bar, tuple(strips), strips[0].left if bar.seen_only and strips else 0.0)


def _span(first: date, last: date) -> str:
    return f"on {first}" if first == last else f"from {first} to {last}"
