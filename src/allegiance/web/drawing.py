"""Timelines, drawn here and not in the browser: lanes with strips for days, and an axis. All positions are percents.

A lane is a piece of SVG as wide as its place, so that nothing is cut off or shrunk on a narrow screen; names stand in
the page beside it and wrap as other words do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from allegiance.answers.spans import Bar, Spans, latest_day, spans
from allegiance.exports import drawn
from allegiance.exports.plain import plain
from allegiance.model import Actor, Answer, Kind, View

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
    made = [_lane(bar, scale) for bar in told.bars[:MOST_LANES]]
    return Drawing(tuple(made), tuple(scale.ticks()), max(0, len(told.bars) - MOST_LANES))


def of_actor(view: View, actor: Actor, answer: Answer) -> Drawing | None:
    """The drawing of a dossier; None where nothing of it is dated."""
    told = spans(view, actor, latest_day(list(answer.evidence.values()))) if answer.evidence else None
    return lanes(told) if told else None


def title(actor: Actor) -> str:
    """What the drawing of an actor's dossier is called."""
    return "Posts over time" if actor.kind is Kind.GROUP else "Posts and allegiances over time"


def handed_on(view: View, actor: Actor, answer: Answer) -> drawn.Drawn | None:
    """The same drawing as a report to hand on has it."""
    made = of_actor(view, actor, answer)
    if made is None:
        return None
    told = []
    for lane in made.lanes:
        strips = sorted(lane.strips, key=lambda strip: strip.status, reverse=True)
        told.append(
            drawn.Lane(
                plain(_lane_words(lane.bar, of_group=actor.kind is Kind.GROUP)),
                tuple(drawn.Strip(one.left, one.width, one.status, plain(one.words)) for one in strips),
            )
        )
    marks = tuple(drawn.Mark(tick.left, tick.label) for tick in made.ticks)
    return drawn.Drawn(title(actor), tuple(told), marks, made.left_out)


def _lane_words(bar: Bar, *, of_group: bool) -> str:
    area = f" in {bar.area}" if bar.area else ""
    return f"{bar.who}, {bar.role}{area}" if of_group else f"{bar.role}{area} of {bar.group}"


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
