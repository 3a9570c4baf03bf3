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

from allegiance.errors import BadDate
from allegiance.reading.dates_calendar import calendar_date, story_year, weekday
from allegiance.reading.dates_clock import Clock, Reckoned, months_on, origin_of, same, single
from allegiance.reading.dates_parts import approximately, parted
from allegiance.reading.dates_phrase import Lean, Moment, Part, Pick, Season, Shape
from allegiance.reading.dates_shift import shift, window
from allegiance.when import Point, When

_FIRST_MONTH = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}


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


def _season(moment: Moment, clock: Clock) -> Reckoned | None:
    """A season: of a year, or the one nearest to the date it leans on."""
    season = moment.season or Season.SUMMER
    if moment.year > 99:
        return Reckoned(_season_of(season, moment.year), None, "the season of that year")
    if moment.year or moment.shifted:
        year = calendar_date(
            Moment(Shape.DATE, moment.lean, year=moment.year, shifted=moment.shifted, count=moment.count), clock
        )
        base = single(year.when) if year else None
        return (
            Reckoned(_season_of(season, base.year), year.origin, "the season of that year") if year and base else None
        )
    origin = origin_of(moment, clock)
    if moment.lean is Lean.REFERENCE and origin is None and moment.pick is Pick.NEAREST:
        origin = clock.anchor
        base = single(origin)
        told = story_year(_FIRST_MONTH[season], base) if base else None
        return Reckoned(_season_of(season, told), origin, "the season told after the date before") if told else None
    base = single(origin)
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
        return same(Point(year, mark="~"))
    return _three_months(year, _FIRST_MONTH[season])


def _three_months(year: int, month: int) -> When:
    return When(Point(year, month), Point(*months_on(year, month, 2)))


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
    Shape.DATE: calendar_date,
    Shape.WEEKDAY: weekday,
    Shape.SHIFT: shift,
    Shape.WINDOW: window,
    Shape.SEASON: _season,
    Shape.DECADE: _decade,
    Shape.LENGTH: _nothing,
    Shape.VAGUE: _nothing,
}
