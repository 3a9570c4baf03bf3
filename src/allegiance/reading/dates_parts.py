"""Parts of a span of time: its start, its second half, its last week; and marks upon it."""

from __future__ import annotations

from datetime import timedelta

from allegiance.reading.dates_phrase import Part
from allegiance.when import Edge, Point, Precision, When, on, spanning


def mark(when: When, *, approximate: bool) -> When:
    """`when` with its dates marked approximate, besides what they are marked already."""
    if not approximate:
        return when
    return When(_marked(when.start), _marked(when.end))


def _marked(end: Point | Edge) -> Point | Edge:
    if not isinstance(end, Point):
        return end
    return Point(end.year, end.month, end.day, "%" if end.uncertain else "~")


def parted(when: When, part: Part, nth: int) -> When | None:
    """The part of a span that words such as `early`, `the end of`, `the first half of` name; None where it has none.

    A day has no parts that we keep, and neither has a span of up to a week: it comes back as it is.
    """
    first, last = when.start_earliest, when.end_latest
    if first is None or last is None:
        return None
    if part in (Part.SO_FAR, Part.REST, Part.WHOLE) or (last - first).days < 8:
        return when
    if part is Part.ABOUT:
        return mark(when, approximate=True)
    single = when.single and isinstance(when.start, Point)
    if part in (Part.EARLY, Part.MID, Part.LATE, Part.START, Part.END):
        return _vaguely(when, part)
    if not single or when.approximate:
        return None
    if part is Part.DAY:
        day = first + timedelta(days=nth - 1) if nth > 0 else last + timedelta(days=nth + 1)
        return on(day) if first <= day <= last else None
    if part is Part.WEEK:
        start = first + timedelta(weeks=nth - 1) if nth > 0 else last - timedelta(days=6)
        return spanning(start, start + timedelta(days=6)) if start + timedelta(days=6) <= last else None
    return _months_of(when, part, nth)


def _vaguely(when: When, part: Part) -> When:
    """Early, mid, late, start, end: the span itself as approximate; of a season the one month that is meant."""
    if when.single and when.precision is Precision.YEAR and part in (Part.START, Part.END):
        year = (when.start_earliest if not when.approximate else None) or None
        if year is not None:
            month = Point(year.year, 1 if part is Part.START else 12, mark="~")
            return When(month, month)
    start, end = when.start, when.end
    if not when.single and isinstance(start, Point) and isinstance(end, Point) and start.month and not start.day:
        if part is Part.MID:
            middle = start.last + timedelta(days=1)
            point = Point(middle.year, middle.month, mark="~")
        else:
            chosen = start if part in (Part.EARLY, Part.START) else end
            point = Point(chosen.year, chosen.month, mark="~")
        return When(point, point)
    return mark(when, approximate=True)


def _months_of(when: When, part: Part, nth: int) -> When | None:
    """Halves and quarters of a year, its first or last months, and halves of a month."""
    start = when.start
    if not isinstance(start, Point):
        return None
    if start.month:
        half = part is Part.HALF and not start.day and nth in (1, 2)
        if not half:
            return None
        middle = start.first.replace(day=15)
        return spanning(start.first, middle) if nth == 1 else spanning(middle + timedelta(days=1), start.last)
    length = {Part.HALF: 6, Part.QUARTER: 3}.get(part, abs(nth))
    if part is Part.MONTHS:
        begin = 1 if nth > 0 else 13 - length
    else:
        begin = 13 - length if nth == -1 else 1 + length * (nth - 1)
    end = begin + length - 1
    if not 1 <= begin <= end <= 12:
        return None
    return When(Point(start.year, begin), Point(start.year, end))
