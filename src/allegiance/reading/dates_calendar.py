"""Reckon dates of the calendar: days, months and years, whole or in part, and weekdays."""

from __future__ import annotations

from datetime import timedelta

from allegiance.errors import BadDate
from allegiance.reading.dates_clock import Clock, Reckoned, as_sure, day_of, months_on, one, origin_of, single
from allegiance.reading.dates_phrase import Lean, Moment, Pick, Unit
from allegiance.when import Point, When, on

_DAYS_AHEAD = 7


def calendar_date(moment: Moment, clock: Clock) -> Reckoned | None:
    """A date of the calendar: of a neighbouring year or month, as written, or by the document or the story."""
    if moment.shifted is Unit.YEAR:
        origin = origin_of(moment, clock)
        base = single(origin)
        if base is None:
            return None
        return one(Point(base.year + moment.count, moment.month, moment.day), origin, "a date of a neighbouring year")
    if moment.shifted is Unit.MONTH:
        origin = origin_of(moment, clock)
        base = single(origin)
        if base is None or not base.month:
            return None
        year, month = months_on(base.year, base.month, moment.count)
        return one(Point(year, month, moment.day), origin, "a day of a neighbouring month")
    if moment.year > 99:
        return one(Point(moment.year, moment.month, moment.day), None, "as written")
    if moment.year:
        return _short_year(moment, clock)
    if moment.lean is Lean.ANCHOR:
        return _date_by_anchor(moment, clock.anchor)
    if clock.reference is not None:
        return _date_by_reference(moment, clock.reference)
    return _date_by_story(moment, clock.anchor) if moment.pick is Pick.NEAREST else None


def _short_year(moment: Moment, clock: Clock) -> Reckoned | None:
    """`'92`: the latest such year that is not after the document's."""
    origin = clock.reference or clock.anchor
    base = single(origin)
    if base is None:
        return None
    year = base.year - (base.year - moment.year) % 100
    return one(Point(year, moment.month, moment.day), origin, "the latest year with these digits")


def _date_by_reference(moment: Moment, reference: When) -> Reckoned | None:
    base = single(reference)
    if base is None:
        return None
    if moment.pick is Pick.THIS:
        return one(Point(base.year, moment.month, moment.day), reference, "in the document's year")
    if not base.month:
        return None
    if not moment.month:
        return _bare_day(moment.day, base, reference)
    if moment.pick is Pick.LAST:
        year = base.year - (moment.month >= base.month)
        return one(Point(year, moment.month, moment.day), reference, "the latest such month before the document's")
    if moment.pick is Pick.NEXT:
        year = base.year + (moment.month <= base.month)
        return one(Point(year, moment.month, moment.day), reference, "the first such month after the document's")
    year = base.year - (moment.month > base.month)
    if moment.day and base.day:
        coming = _next_day(moment, base)
        if coming and (coming.first - base.first).days <= _DAYS_AHEAD:
            year = coming.year
        elif coming and (coming.year, coming.month) == (base.year, base.month):
            return None
    if moment.month == 2 and moment.day == 29:
        year = next(y for y in range(year, year - 9, -1) if y % 4 == 0 and (y % 100 != 0 or y % 400 == 0))
    return one(Point(year, moment.month, moment.day), reference, "the latest such date by the document's date")


def _next_day(moment: Moment, base: Point) -> Point | None:
    for year in (base.year, base.year + 1):
        try:
            point = Point(year, moment.month, moment.day)
        except BadDate:
            continue
        if point.first > base.first:
            return point
    return None


def _bare_day(day: int, base: Point, reference: When) -> Reckoned | None:
    """`on the 12th`: of the document's month, or of the month before it where the 12th is more than a week ahead."""
    year, month = base.year, base.month
    if base.day and day > base.day + _DAYS_AHEAD:
        year, month = months_on(year, month, -1)
    return one(Point(year, month, day), reference, "the latest such day by the document's date")


def _date_by_anchor(moment: Moment, anchor: When | None) -> Reckoned | None:
    """`that March`, `the following March`."""
    base = single(anchor)
    if base is None:
        return None
    if moment.pick is Pick.THIS:
        year = base.year
    elif moment.pick is Pick.NEXT:
        year = base.year + (not base.month or moment.month <= base.month)
    else:
        year = base.year - (not base.month or moment.month >= base.month)
    return one(Point(year, moment.month, moment.day), anchor, "leaning on the date before")


def _date_by_story(moment: Moment, anchor: When | None) -> Reckoned | None:
    """A date without its year in an undated document: it goes with the date named before it."""
    base = single(anchor)
    if base is None:
        return None
    if not moment.month:
        return one(Point(base.year, base.month, moment.day), anchor, "in the month before") if base.month else None
    year = story_year(moment.month, base)
    if year is None:
        return None
    return one(Point(year, moment.month, moment.day), anchor, "nearest to the date before, going forwards")


def story_year(month: int, base: Point) -> int | None:
    """The year of a month that is told after `base`; None where it may as well be either of two."""
    if not base.month or month >= base.month:
        return base.year
    back = base.month - month
    return None if back == 6 else base.year + (back > 6)


def weekday(moment: Moment, clock: Clock) -> Reckoned | None:
    """A weekday: by the document, or the one that the date before leaves."""
    origin = origin_of(moment, clock)
    base = single(origin)
    if moment.lean is Lean.ANCHOR and moment.pick is Pick.THIS and not moment.shifted:
        return _that_weekday(moment.weekday, origin)
    if base is None:
        return None
    if not base.day:
        return one(as_sure(base, base, approximate=True), origin, "no finer than the date it is reckoned from")
    day = base.first
    ahead = (moment.weekday - day.isoweekday()) % 7
    if moment.shifted is Unit.WEEK or moment.pick is Pick.THIS:
        monday = day - timedelta(days=day.weekday())
        found = monday + timedelta(days=7 * moment.count + moment.weekday - 1)
        rule = "that weekday of the week"
    elif moment.pick is Pick.NEXT:
        found, rule = day + timedelta(days=ahead or 7), "the first such weekday after"
    elif moment.pick is Pick.LAST:
        found, rule = day - timedelta(days=7 - ahead), "the latest such weekday before"
    else:
        found, rule = day - timedelta(days=(7 - ahead) % 7), "the latest such weekday, the day itself included"
    return one(as_sure(day_of(found), base), origin, rule)


def _that_weekday(weekday: int, anchor: When | None) -> Reckoned | None:
    """`that Tuesday`: only where the date before leaves one Tuesday."""
    if anchor is None or anchor.start_earliest is None or anchor.end_latest is None:
        return None
    first, last = anchor.start_earliest, anchor.end_latest
    found = first + timedelta(days=(weekday - first.isoweekday()) % 7)
    return Reckoned(on(found), anchor, "the one such day in it") if found <= last < found + timedelta(days=7) else None
