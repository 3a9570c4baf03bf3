"""Parts of a span of time: its start, its second half, its last week."""

from __future__ import annotations

from datetime import timedelta

from allegiance.reading.dates_phrase import Part
from allegiance.when import Edge, Point, Precision, When, on, spanning

_VAGUE = (Part.EARLY, Part.MID, Part.LATE, Part.START, Part.END)


def approximately(when: When) -> When:
    """`when` with its dates marked approximate, besides what they are marked already."""
    return When(_approximate(when.start), _approximate(when.end))


def _approximate(end: Point | Edge) -> Point | Edge:
    if not isinstance(end, Point):
        return end
    return Point(end.year, end.month, end.day, "%" if end.uncertain else "~")


def parted(when: When, part: Part, nth: int) -> When | None:
    """The part of a span that words such as `early`, `the end of`, `the first half of` name; None where it has none.

    A day has no parts that we keep, and neither has a span of up to a week: it comes back as it is. So does a span of
    which only the earlier or the later part is meant (`later in March`), where no date says from when.
    """
    start, end = when.start, when.end
    if not isinstance(start, Point) or not isinstance(end, Point):
        return None
    if part in (Part.SO_FAR, Part.REST, Part.WHOLE) or (end.last - start.first).days < 8:
        return when
    if part in _VAGUE:
        return _vaguely(when, start, end, part)
    if start != end or start.mark:
        return None
    first, last = start.first, start.last
    if part is Part.DAY:
        day = first + timedelta(days=nth - 1) if nth > 0 else last + timedelta(days=nth + 1)
        return on(day) if first <= day <= last else None
    if part is Part.WEEK:
        begin = first + timedelta(weeks=nth - 1) if nth > 0 else last - timedelta(days=6)
        finish = begin + timedelta(days=6)
        return spanning(begin, finish) if finish <= last else None
    return _half_of_month(start, part, nth) if start.month else _months_of(start.year, part, nth)


def _vaguely(when: When, start: Point, end: Point, part: Part) -> When:
    """The span itself as approximate; of a year's start or end, and of a season, the month that is meant."""
    if when.single and start.precision is Precision.YEAR and not start.mark and part in (Part.START, Part.END):
        return _about(Point(start.year, 1 if part is Part.START else 12))
    if when.single or start.precision is not Precision.MONTH:
        return approximately(when)
    if part is Part.MID:
        second = start.last + timedelta(days=1)
        return _about(Point(second.year, second.month))
    return _about(start if part in (Part.EARLY, Part.START) else end)


def _about(point: Point) -> When:
    return approximately(When(point, point))


def _half_of_month(month: Point, part: Part, nth: int) -> When | None:
    """Days 1 to 15, or 16 to the last."""
    if part is not Part.HALF or nth not in (1, 2):
        return None
    middle = month.first.replace(day=15)
    return spanning(month.first, middle) if nth == 1 else spanning(middle + timedelta(days=1), month.last)


def _months_of(year: int, part: Part, nth: int) -> When | None:
    """Halves and quarters of a year, and its first or last months."""
    length = {Part.HALF: 6, Part.QUARTER: 3}.get(part, abs(nth))
    from_front = 1 if part is Part.MONTHS else 1 + length * (nth - 1)
    begin = from_front if nth > 0 else 13 - length
    end = begin + length - 1
    return When(Point(year, begin), Point(year, end)) if 1 <= begin <= end <= 12 else None
