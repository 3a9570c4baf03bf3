"""Reckon what a moment means: from the document's date, from an earlier date, or from nothing. It never guesses.

Every function here answers with a `When` and the rule that gave it, or with None where the words leave it open. The
rules that are choices of ours are these:

- A month or day without its year, in a dated document, is the latest one not after that date. A day within a week ahead
  is the coming one; a day further ahead in the same month may be planned or a year old, and gives none.
- Without a document's date they lean on the date named before: the same year, or the next where that is nearer
  (`October 2014 … mid-January` is January 2015; `10 May 2006 … May 6` stays in 2006). Two equally near give none.
- A weekday is the latest not after the document's date, the day of publication included; with `last` it is before it.
- A count of months or years keeps no finer precision than its own unit: three years after 14 October 2014 is 2017. A
  count of weeks gives a day marked approximate, which spans a week.
- Seasons are whole months of the northern year (summer is June to August). The winter of a single year may be either of
  two, and gives that year as approximate.
- Early, mid and late make a month or a year approximate; the start and the end of a year are its first and last month,
  approximate. The early 1990s are 1990 to 1993, the mid 1990s 1994 to 1996, the late 1990s 1997 to 1999.
- Where the date to reckon from is coarser than the unit counted, the answer is as coarse, and approximate.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from allegiance.errors import BadDate
from allegiance.reading.dates_parts import approximately, parted
from allegiance.reading.dates_phrase import Lean, Moment, Part, Pick, Season, Shape, Unit
from allegiance.when import Point, Precision, When, on

_FIRST_MONTH = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}
_DAYS_AHEAD = 7


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


def reckon(moment: Moment, clock: Clock) -> Reckoned | None:
    """What a moment comes to, its part and its approximate mark applied; None where the words leave it open."""
    try:
        found = _RECKONERS[moment.shape](moment, clock)
    except (BadDate, OverflowError, ValueError):
        return None
    if found is None:
        return None
    when = found.when
    if moment.shape is not Shape.DECADE and moment.part not in (Part.WHOLE, Part.SO_FAR, Part.REST):
        narrowed = parted(when, moment.part, moment.nth)
        if narrowed is None:
            return None
        when = narrowed
    return Reckoned(approximately(when) if moment.about else when, found.origin, found.rule)


def _origin(moment: Moment, clock: Clock) -> When | None:
    return clock.anchor if moment.lean is Lean.ANCHOR else clock.reference


def _single(when: When | None) -> Point | None:
    return when.start if when and when.single and isinstance(when.start, Point) else None


def _one(point: Point, origin: When | None, rule: str) -> Reckoned:
    return Reckoned(When(point, point), origin, rule)


def _as_sure(point: Point, origin: Point, *, approximate: bool = False) -> Point:
    """`point` with the marks of the date it was reckoned from, and approximate besides where asked."""
    near, unsure = approximate or origin.approximate, origin.uncertain
    return Point(point.year, point.month, point.day, "%" if near and unsure else "~" if near else "?" if unsure else "")


def _months_on(year: int, month: int, by: int) -> tuple[int, int]:
    months = 12 * year + month - 1 + by
    return months // 12, months % 12 + 1


# Dates of the calendar


def _date(moment: Moment, clock: Clock) -> Reckoned | None:
    if moment.shifted is Unit.YEAR:
        origin = _origin(moment, clock)
        base = _single(origin)
        if base is None:
            return None
        return _one(Point(base.year + moment.count, moment.month, moment.day), origin, "a date of a neighbouring year")
    if moment.shifted is Unit.MONTH:
        origin = _origin(moment, clock)
        base = _single(origin)
        if base is None or not base.month:
            return None
        year, month = _months_on(base.year, base.month, moment.count)
        return _one(Point(year, month, moment.day), origin, "a day of a neighbouring month")
    if moment.year > 99:
        return _one(Point(moment.year, moment.month, moment.day), None, "as written")
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
    base = _single(origin)
    if base is None:
        return None
    year = base.year - (base.year - moment.year) % 100
    return _one(Point(year, moment.month, moment.day), origin, "the latest year with these digits")


def _date_by_reference(moment: Moment, reference: When) -> Reckoned | None:
    base = _single(reference)
    if base is None:
        return None
    if moment.pick is Pick.THIS:
        return _one(Point(base.year, moment.month, moment.day), reference, "in the document's year")
    if not base.month:
        return None
    if not moment.month:
        return _bare_day(moment.day, base, reference)
    if moment.pick is Pick.LAST:
        year = base.year - (moment.month >= base.month)
        return _one(Point(year, moment.month, moment.day), reference, "the latest such month before the document's")
    if moment.pick is Pick.NEXT:
        year = base.year + (moment.month <= base.month)
        return _one(Point(year, moment.month, moment.day), reference, "the first such month after the document's")
    year = base.year - (moment.month > base.month)
    if moment.day and base.day:
        coming = _next_day(moment, base)
        if coming and (coming.first - base.first).days <= _DAYS_AHEAD:
            year = coming.year
        elif coming and (coming.year, coming.month) == (base.year, base.month):
            return None
    if moment.month == 2 and moment.day == 29:
        year = next(y for y in range(year, year - 9, -1) if y % 4 == 0 and (y % 100 != 0 or y % 400 == 0))
    return _one(Point(year, moment.month, moment.day), reference, "the latest such date by the document's date")


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
        year, month = _months_on(year, month, -1)
    return _one(Point(year, month, day), reference, "the latest such day by the document's date")


def _date_by_anchor(moment: Moment, anchor: When | None) -> Reckoned | None:
    """`that March`, `the following March`."""
    base = _single(anchor)
    if base is None:
        return None
    if moment.pick is Pick.THIS:
        year = base.year
    elif moment.pick is Pick.NEXT:
        year = base.year + (not base.month or moment.month <= base.month)
    else:
        year = base.year - (not base.month or moment.month >= base.month)
    return _one(Point(year, moment.month, moment.day), anchor, "leaning on the date before")


def _date_by_story(moment: Moment, anchor: When | None) -> Reckoned | None:
    """A date without its year in an undated document: it goes with the date named before it."""
    base = _single(anchor)
    if base is None:
        return None
    if not moment.month:
        return _one(Point(base.year, base.month, moment.day), anchor, "in the month before") if base.month else None
    year = _story_year(moment.month, base)
    if year is None:
        return None
    return _one(Point(year, moment.month, moment.day), anchor, "nearest to the date before, going forwards")


def _story_year(month: int, base: Point) -> int | None:
    """The year of a month that is told after `base`; None where it may as well be either of two."""
    if not base.month or month >= base.month:
        return base.year
    back = base.month - month
    return None if back == 6 else base.year + (back > 6)


def _weekday(moment: Moment, clock: Clock) -> Reckoned | None:
    origin = _origin(moment, clock)
    base = _single(origin)
    if moment.lean is Lean.ANCHOR and moment.pick is Pick.THIS and not moment.shifted:
        return _that_weekday(moment.weekday, origin)
    if base is None:
        return None
    if not base.day:
        return _one(_as_sure(base, base, approximate=True), origin, "no finer than the date it is reckoned from")
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
    return _one(_as_sure(_day(found), base), origin, rule)


def _that_weekday(weekday: int, anchor: When | None) -> Reckoned | None:
    """`that Tuesday`: only where the date before leaves one Tuesday."""
    if anchor is None or anchor.start_earliest is None or anchor.end_latest is None:
        return None
    first, last = anchor.start_earliest, anchor.end_latest
    found = first + timedelta(days=(weekday - first.isoweekday()) % 7)
    return Reckoned(on(found), anchor, "the one such day in it") if found <= last < found + timedelta(days=7) else None


def _day(day: date) -> Point:
    return Point(day.year, day.month, day.day)


# Counted time


def _shift(moment: Moment, clock: Clock) -> Reckoned | None:
    origin = _origin(moment, clock)
    base = _single(origin)
    if base is None or origin is None:
        same = origin is not None and moment.count == 0 and moment.part is Part.WHOLE
        return Reckoned(origin, origin, "the same time") if same and origin else None
    period = _shifted(base, moment)
    if moment.part is Part.SO_FAR and moment.count == 0 and period.contains(origin):
        return _so_far(period, base, origin)
    if moment.part is Part.REST and moment.count == 0 and period.contains(origin):
        return _rest(period, base, origin)
    if moment.part in (Part.SO_FAR, Part.REST):
        period = parted(period, Part.EARLY if moment.part is Part.SO_FAR else Part.LATE, 0) or period
    return Reckoned(period, origin, f"{moment.count:+d} {moment.unit.value}" if moment.count else "the same time")


def _so_far(period: When, base: Point, origin: When) -> Reckoned:
    start = _at(period.start_earliest or base.first, base.precision)
    return Reckoned(When(start, base) if period != origin else period, origin, "from its start to the date")


def _rest(period: When, base: Point, origin: When) -> Reckoned:
    end = _at(period.end_latest or base.last, base.precision)
    return Reckoned(When(base, end) if period != origin else period, origin, "from the date to its end")


def _at(day: date, precision: Precision) -> Point:
    """A day, cut to a precision."""
    if precision is Precision.YEAR:
        return Point(day.year)
    return Point(day.year, day.month, day.day if precision is Precision.DAY else 0)


_FINENESS = {Precision.YEAR: Unit.YEAR, Precision.MONTH: Unit.MONTH, Precision.DAY: Unit.DAY}
_LENGTH_IN_DAYS = {Unit.HOUR: 1 / 24, Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.MONTH: 30.44, Unit.QUARTER: 91.3}
_ORDER = list(Unit)


def _shifted(base: Point, moment: Moment) -> When:
    """The unit that lies `count` units from `base`."""
    unit, count = moment.unit, moment.count
    if unit is Unit.HOUR and (abs(count) < 24 or not base.day):
        return When(base, base)
    if unit is Unit.HOUR:
        unit, count = Unit.DAY, int(count / 24)
    if _ORDER.index(unit) < _ORDER.index(_FINENESS[base.precision]):
        return _coarsely(base, unit, count)
    if unit is Unit.DAY:
        return _same(_as_sure(_day(base.first + timedelta(days=count)), base))
    if unit is Unit.WEEK and not moment.whole:
        return _same(_as_sure(_day(base.first + timedelta(weeks=count)), base, approximate=count != 0))
    if unit in (Unit.WEEK, Unit.WEEKEND):
        return _week(base, unit, moment)
    if unit in (Unit.MONTH, Unit.QUARTER):
        return _months(base, unit, count)
    if unit is Unit.DECADE and moment.whole:
        start = base.year - base.year % 10 + 10 * count
        return When(Point(start), Point(start + 9))
    far = unit is Unit.DECADE
    return _same(_as_sure(Point(base.year + count * (10 if far else 1)), base, approximate=far))


def _same(point: Point) -> When:
    return When(point, point)


def _months(base: Point, unit: Unit, count: int) -> When:
    if unit is Unit.QUARTER:
        year, month = _months_on(base.year, base.month - (base.month - 1) % 3, 3 * count)
        return When(Point(year, month), Point(year, month + 2))
    return _same(_as_sure(Point(*_months_on(base.year, base.month, count)), base))


def _week(base: Point, unit: Unit, moment: Moment) -> When:
    """The week from Monday to Sunday that lies `count` weeks from the one of `base`; or a weekend, of which the latest
    that had begun is `this` one, and the latest that was over is the `last`."""
    monday = base.first - timedelta(days=base.first.weekday())
    if unit is Unit.WEEK:
        start = monday + timedelta(weeks=moment.count)
        return When(_day(start), _day(start + timedelta(days=6)))
    begun = base.first.weekday() >= 5
    latest = monday + timedelta(days=5 if begun else -2)
    back = moment.count + 1 if moment.count < 0 and not begun else moment.count
    saturday = latest + timedelta(weeks=back)
    return When(_day(saturday), _day(saturday + timedelta(days=1)))


def _coarsely(base: Point, unit: Unit, count: int) -> When:
    """A shift by a unit finer than `base`: `base` itself, or about where its middle comes to lie."""
    if count == 0:
        return _same(base)
    days = round(count * _LENGTH_IN_DAYS[unit])
    middle = base.first + (base.last - base.first) / 2 + timedelta(days=days)
    return _same(_as_sure(_at(middle, base.precision), base, approximate=True))


def _window(moment: Moment, clock: Clock) -> Reckoned | None:
    """`the past two years`: to the month for months and years, to the day for days, about to the day for weeks."""
    origin = _origin(moment, clock)
    base = _single(origin)
    if base is None:
        return None
    sign = 1 if moment.pick is Pick.NEXT else -1
    far = _reach(base, moment.unit, sign * moment.count)
    if far is None:
        return None
    near = base if far.precision is base.precision else _at(base.first, far.precision)
    ends = (far, near) if sign < 0 else (near, far)
    return Reckoned(
        When(*ends), origin, f"{moment.count} {moment.unit.value} {'up to' if sign < 0 else 'from'} the date"
    )


def _reach(base: Point, unit: Unit, count: int) -> Point | None:
    """The date `count` units from `base`; None where `base` is coarser than the unit."""
    if unit is Unit.HOUR:
        unit, count = Unit.DAY, -((-count) // 24) if count > 0 else count // 24
    if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
        if not base.day:
            return None
        far = base.first + timedelta(days=count if unit is Unit.DAY else 7 * count)
        return _as_sure(_day(far), base, approximate=unit is not Unit.DAY)
    months = count * {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120}[unit]
    if base.month:
        return _as_sure(Point(*_months_on(base.year, base.month, months)), base)
    return _as_sure(Point(base.year + months // 12), base) if months % 12 == 0 else None


# Seasons and decades


def _season(moment: Moment, clock: Clock) -> Reckoned | None:
    season = moment.season or Season.SUMMER
    if moment.year > 99:
        return Reckoned(_season_of(season, moment.year), None, "the season of that year")
    if moment.year or moment.shifted:
        year = _date(
            Moment(Shape.DATE, moment.lean, year=moment.year, shifted=moment.shifted, count=moment.count), clock
        )
        base = _single(year.when) if year else None
        return (
            Reckoned(_season_of(season, base.year), year.origin, "the season of that year") if year and base else None
        )
    origin = _origin(moment, clock)
    if moment.lean is Lean.REFERENCE and origin is None and moment.pick is Pick.NEAREST:
        origin = clock.anchor
        base = _single(origin)
        told = _story_year(_FIRST_MONTH[season], base) if base else None
        return Reckoned(_season_of(season, told), origin, "the season told after the date before") if told else None
    base = _single(origin)
    if base is None:
        return None
    if not base.month:
        same_year = moment.lean is Lean.ANCHOR and moment.pick is Pick.THIS
        return Reckoned(_season_of(season, base.year), origin, "the season of that year") if same_year else None
    start = _season_start(season, moment, base)
    return Reckoned(_three_months(start // 12, start % 12 + 1), origin, "the season nearest the date")


def _season_start(season: Season, moment: Moment, base: Point) -> int:
    """The month, counted from year 0, in which the season meant begins."""
    now, first = 12 * base.year + base.month - 1, _FIRST_MONTH[season] - 1
    latest = now - (now - first) % 12
    running = now - latest < 3
    if moment.pick is Pick.NEXT:
        return latest + 12
    if moment.pick is Pick.LAST:
        return latest - 12 if running else latest
    if moment.pick is Pick.THIS and not running and season is not Season.WINTER:
        return 12 * base.year + first
    return latest


def _season_of(season: Season, year: int) -> When:
    if season is Season.WINTER:
        return _same(Point(year, mark="~"))
    return _three_months(year, _FIRST_MONTH[season])


def _three_months(year: int, month: int) -> When:
    return When(Point(year, month), Point(*_months_on(year, month, 2)))


def _decade(moment: Moment, clock: Clock) -> Reckoned:  # noqa: ARG001 - one shape for all reckoners
    year, rule = moment.year, "the years of the decade"
    if moment.part in (Part.EARLY, Part.START):
        return Reckoned(When(Point(year), Point(year + 3, mark="~")), None, rule)
    if moment.part is Part.MID:
        return Reckoned(When(Point(year + 4, mark="~"), Point(year + 6, mark="~")), None, rule)
    if moment.part in (Part.LATE, Part.END):
        return Reckoned(When(Point(year + 7, mark="~"), Point(year + 9)), None, rule)
    if moment.part is Part.HALF:
        start = year + 5 * (moment.nth - 1)
        return Reckoned(When(Point(start), Point(start + 4)), None, rule)
    return Reckoned(When(Point(year), Point(year + 9)), None, rule)


def _nothing(moment: Moment, clock: Clock) -> None:  # noqa: ARG001 - one shape for all reckoners
    return None


_RECKONERS = {
    Shape.DATE: _date,
    Shape.WEEKDAY: _weekday,
    Shape.SHIFT: _shift,
    Shape.WINDOW: _window,
    Shape.SEASON: _season,
    Shape.DECADE: _decade,
    Shape.LENGTH: _nothing,
    Shape.VAGUE: _nothing,
}
