"""From what dates are reckoned, and what a reckoning comes to: the small parts that all reckoners share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from allegiance.reading.dates_phrase import Lean, Moment
from allegiance.when import Point, When


@dataclass(frozen=True, slots=True)
class Clock:
    """What relative words may be reckoned from; None where it is not known."""

    reference: When | None
    anchor: When | None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A span, the date it was reckoned from (None for an absolute one), and the rule in words."""

    when: When
    origin: When | None
    rule: str


def origin_of(moment: Moment, clock: Clock) -> When | None:
    """The date that a moment leans on: the document's, or the one named before."""
    return clock.anchor if moment.lean is Lean.ANCHOR else clock.reference


def single(when: When | None) -> Point | None:
    """A date that is one day, month or year, else None."""
    return when.start if when and when.single and isinstance(when.start, Point) else None


def one(point: Point, origin: When | None, rule: str) -> Reckoned:
    """A reckoned date that is one point."""
    return Reckoned(When(point, point), origin, rule)


def as_sure(point: Point, origin: Point, *, approximate: bool = False) -> Point:
    """`point` with the marks of the date it was reckoned from, and approximate besides where asked."""
    near, unsure = approximate or origin.approximate, origin.uncertain
    return Point(point.year, point.month, point.day, "%" if near and unsure else "~" if near else "?" if unsure else "")


def months_on(year: int, month: int, by: int) -> tuple[int, int]:
    """A month some months after another."""
    months = 12 * year + month - 1 + by
    return months // 12, months % 12 + 1


def day_of(day: date) -> Point:
    """A day as a point."""
    return Point(day.year, day.month, day.day)


def same(point: Point) -> When:
    """A point as a span."""
    return When(point, point)
