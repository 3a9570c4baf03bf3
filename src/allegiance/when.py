"""Dates as reports give them: EDTF (ISO 8601-2, levels 0 and 1), parsed, printed, bounded and compared. Pure.

What is read and printed, after the codebook:

    2014-10-14   2014-10   2014        a day, a month, a year: years 0001 to 9999
    2015-01~  2015-01?  2015-01%       approximate, uncertain, both
    2012-08/2014-10                    an interval, each end a date of any precision with or without a mark
    ../2013  2012-08/..  /2013  2012/  an end that is open, or not known
    ../..                              any time at all

On input also `2014-10-00`, `2014-10-XX` and the like (no day is given); a season, `2014-21` to `2014-24`, some day of
its year, since the north and the south do not agree which (winter, which runs on, is about that year); and timestamps,
which are cut to their day as written, whatever their zone. Everything else, such as decades, years of five digits,
years before 1 and sets, raises `BadDate`. The codes of other data sets are read by `acled` and `ucdp`.

A `When` is a span of days whose ends may be known only roughly, so it has four bounds: it starts between two days and
ends between two days. One date by itself (`2014-10`) is a span somewhere within that date. An open end and an unknown
end bound nothing: the codebook writes `..` where the text sets no limit, which does not say that a thing goes on for
ever. A bound that is not set is None; only the earliest start and the latest end can lack, except in `../..`.

Approximate dates (`~` and `%`) reach further on both sides than they say: a day by 3 days, so that it spans a week; a
month by 15 days; a year by 6 months. The uncertain mark (`?`) widens nothing, since it doubts the date as a whole:
what rests on an uncertain date may be so and never must be so.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from allegiance.errors import BadDate

APPROXIMATE_DAY = timedelta(days=3)
APPROXIMATE_MONTH = timedelta(days=15)
APPROXIMATE_YEAR_MONTHS = 6

_DATE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?:(?P<mark>[~?%])"
    r"|(?P<time>[T ][0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]{1,9})?)?)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?))?"
)
_SEASON = re.compile(r"(?P<year>[0-9]{4})-(?P<season>2[1-4])")
_WINTER = "24"
_HINT = "write a date as 2014-10-14, 2014-10, 2014 or 2015-01~, an interval as 2012-08/2014-10, ../2013 or 2012/.."
_MARKS = ("", "~", "?", "%")


class Precision(StrEnum):
    """How fine a date is given."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NONE = ""


class Edge(StrEnum):
    """An end of an interval that is no date."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One date: a year, with a month and a day where given (0 where not), and a mark (`~`, `?`, `%` or none).

    Raises BadDate where there is no such day.
    """

    year: int
    month: int = 0
    day: int = 0
    mark: str = ""

    def __post_init__(self) -> None:
        if self.mark not in _MARKS:
            raise BadDate(f"{self.mark!r} is no mark of a date", hint="~ approximate, ? uncertain, % both")
        if self.day and not self.month:
            raise BadDate(f"day {self.day} of year {self.year} is given without its month", hint=_HINT)
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError as error:
            raise BadDate(f"there is no date {self}: {error}", hint=_HINT) from error

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        return text + self.mark

    @property
    def precision(self) -> Precision:
        """Day, month or year."""
        if self.day:
            return Precision.DAY
        return Precision.MONTH if self.month else Precision.YEAR

    @property
    def approximate(self) -> bool:
        """Whether it is marked `~` or `%`."""
        return self.mark in ("~", "%")

    @property
    def uncertain(self) -> bool:
        """Whether it is marked `?` or `%`."""
        return self.mark in ("?", "%")

    @property
    def first(self) -> date:
        """The first day of this date as written, its mark left aside."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day of this date as written, its mark left aside."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def earliest(self) -> date:
        """The first day it can mean, widened where it is approximate."""
        if not self.approximate:
            return self.first
        if self.precision is Precision.YEAR:
            return date(self.year - 1, 13 - APPROXIMATE_YEAR_MONTHS, 1) if self.year > 1 else date.min
        return _moved(self.first, -self._reach)

    @property
    def latest(self) -> date:
        """The last day it can mean, widened where it is approximate."""
        if not self.approximate:
            return self.last
        if self.precision is Precision.YEAR:
            return Point(self.year + 1, APPROXIMATE_YEAR_MONTHS).last if self.year < 9999 else date.max
        return _moved(self.last, self._reach)

    @property
    def _reach(self) -> timedelta:
        return APPROXIMATE_DAY if self.day else APPROXIMATE_MONTH


def _moved(start: date, by: timedelta) -> date:
    """`start` moved by some days, held within the years that a date can have."""
    try:
        return start + by
    except OverflowError:
        return date.min if by < timedelta(0) else date.max


@dataclass(frozen=True, slots=True)
class When:
    """A span of time: a start and an end, each a `Point` or an `Edge`. A single date has the same point twice.

    Its four bounds follow from these, are None where nothing bounds it, and are worked out once, since they are asked
    for often: the first and the last day on which it can have begun (never after its latest end), and on which it can
    have ended (never before its earliest start). `written` keeps how it is written once that was asked for.

    Raises BadDate where the end lies before the start, or where neither end says anything (`../..` apart).
    """

    start: Point | Edge
    end: Point | Edge
    start_earliest: date | None = field(init=False, repr=False, compare=False)
    start_latest: date | None = field(init=False, repr=False, compare=False)
    end_earliest: date | None = field(init=False, repr=False, compare=False)
    end_latest: date | None = field(init=False, repr=False, compare=False)
    written: str = field(default="", init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        points = [end for end in (self.start, self.end) if isinstance(end, Point)]
        earliest, latest = [point.earliest for point in points], [point.latest for point in points]
        if len(points) == 2 and earliest[0] > latest[1]:
            raise BadDate(f"the interval {self} ends before it starts", hint="write the earlier date first")
        if not points and str(self) != "../..":
            raise BadDate(f"the interval {str(self)!r} names no date", hint=_HINT)
        settle = object.__setattr__
        settle(self, "start_earliest", earliest[0] if isinstance(self.start, Point) else None)
        settle(self, "start_latest", min(latest, default=None))
        settle(self, "end_earliest", max(earliest, default=None))
        settle(self, "end_latest", latest[-1] if isinstance(self.end, Point) else None)

    def __str__(self) -> str:
        """The canonical EDTF: `parse(str(when)) == when`."""
        if not self.written:
            told = str(self.start) if self.single else f"{self.start}/{self.end}"
            object.__setattr__(self, "written", told)
        return self.written

    @property
    def single(self) -> bool:
        """Whether this is one date and no interval. (`2014/2014` says what `2014` says, and is the same value.)"""
        return isinstance(self.start, Point) and self.start == self.end

    @property
    def bounds(self) -> tuple[date | None, date | None, date | None, date | None]:
        """Start earliest, start latest, end earliest, end latest. None means unbounded."""
        return self.start_earliest, self.start_latest, self.end_earliest, self.end_latest

    @property
    def precision(self) -> Precision:
        """That of the coarser of its dates."""
        given = {end.precision for end in (self.start, self.end) if isinstance(end, Point)}
        return next((p for p in (Precision.YEAR, Precision.MONTH, Precision.DAY) if p in given), Precision.NONE)

    @property
    def approximate(self) -> bool:
        """Whether either of its dates is approximate."""
        return any(end.approximate for end in (self.start, self.end) if isinstance(end, Point))

    @property
    def uncertain(self) -> bool:
        """Whether either of its dates is uncertain."""
        return any(end.uncertain for end in (self.start, self.end) if isinstance(end, Point))

    @property
    def order_key(self) -> tuple[date, date, str]:
        """What to sort by: the earliest day, then the latest, then the text; an end without bound is last.

        What is open at its start is sorted by its end, which is all that is known of it.
        """
        last = self.end_latest or date.max
        return self.start_earliest or last, last, str(self)

    def before(self, other: When) -> bool:
        """Whether every day of this lies before every day of `other`, in any reading of the two."""
        end, start = self.end_latest, other.start_earliest
        return end is not None and start is not None and end < start

    def after(self, other: When) -> bool:
        """Whether every day of this lies after every day of `other`, in any reading of the two."""
        return other.before(self)

    def may_overlap(self, other: When) -> bool:
        """Whether the two can share a day."""
        return not (self.before(other) or self.after(other))

    def must_overlap(self, other: When) -> bool:
        """Whether the two, each taken to last from its start to its end, share a day in every reading.

        It speaks of states, which hold throughout. An event in October 2014 and another in October 2014 need not
        meet, nor need an event within an interval fall on any one day of it: for events ask `contains`.
        """
        if self.uncertain or other.uncertain:
            return False
        return _not_after(self.start_latest, other.end_earliest) and _not_after(other.start_latest, self.end_earliest)

    def contains(self, other: When) -> bool:
        """Whether whatever falls within `other` falls within this. It is reflexive and transitive."""
        starts, ends = self.start_earliest, self.end_latest
        inner_starts, inner_ends = other.start_earliest, other.end_latest
        opens = starts is None or (inner_starts is not None and starts <= inner_starts)
        closes = ends is None or (inner_ends is not None and inner_ends <= ends)
        return opens and closes

    def narrow(self, other: When) -> When | None:
        """What both allow, or None where they share no day. Where one contains the other, that other as it is."""
        if not self.may_overlap(other):
            return None
        if other.contains(self):
            return self
        if self.contains(other):
            return other
        starts = [day for day in (self.start_earliest, other.start_earliest) if day]
        ends = [day for day in (self.end_latest, other.end_latest) if day]
        return spanning(max(starts, default=None), min(ends, default=None))

    def widen(self, other: When) -> When:
        """The smallest span that contains both. Where one contains the other, that one as it is."""
        if self.contains(other):
            return self
        if other.contains(self):
            return other
        starts, ends = (self.start_earliest, other.start_earliest), (self.end_latest, other.end_latest)
        first = None if None in starts else min(day for day in starts if day)
        last = None if None in ends else max(day for day in ends if day)
        return spanning(first, last)


def _not_after(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one <= other


@lru_cache(maxsize=8192)
def spanning(first: date | None, last: date | None) -> When:
    """The span from one day to another in its shortest notation; None leaves an end open.

    Whole years and months are written as such: 1 to 31 October 2014 is `2014-10`. Raises BadDate where the last day is
    before the first.
    """
    if first is None or last is None:
        return When(_opening(first), _closing(last))
    if first == last:
        point = Point(first.year, first.month, first.day)
        return When(point, point)
    for start, end in (
        (Point(first.year), Point(last.year)),
        (Point(first.year, first.month), Point(last.year, last.month)),
    ):
        if start.first == first and end.last == last:
            return When(start, end)
    return When(Point(first.year, first.month, first.day), Point(last.year, last.month, last.day))


def _opening(first: date | None) -> Point | Edge:
    return Point(first.year, first.month, first.day) if first else Edge.OPEN


def _closing(last: date | None) -> Point | Edge:
    return Point(last.year, last.month, last.day) if last else Edge.OPEN


def on(day: date) -> When:
    """One day as a `When`."""
    return spanning(day, day)


@lru_cache(maxsize=8192)
def parse(text: str) -> When:
    """The span that an EDTF text says. Raises BadDate, naming the text and the forms that are read."""
    parts = text.strip().split("/")
    if len(parts) == 1:
        return _single(_season(parts[0]) or _point(parts[0], text))
    if len(parts) != 2:
        raise _bad(text)
    start, end = (Edge(part) if part in ("", "..") else _point(part, text) for part in parts)
    return When(start, end)


def earlier(one: str, other: str) -> str:
    """Of two dates (EDTF, or `""`) the one that ends first; of two that end together, or have no end, the second.

    Raises BadDate.
    """
    ends = [parse(text).end_latest if text else None for text in (one, other)]
    first = ends[0] is not None and (ends[1] is None or ends[0] < ends[1])
    return one if first or not other else other


def _single(point: Point) -> When:
    return When(point, point)


def _season(part: str) -> Point | None:
    """The year of a season; None for any other text."""
    found = _SEASON.fullmatch(part)
    return Point(int(found["year"]), mark="~" if found["season"] == _WINTER else "") if found else None


def acled(event_date: str, precision: int) -> When:
    """An ACLED event's date: `time_precision` 1 is that day, 2 some day of the week around it, 3 some day of its month.

    Raises BadDate.
    """
    when = parse(event_date)
    point = when.start
    if not (when.single and isinstance(point, Point) and point.day):
        raise BadDate(f"{event_date!r} is no day", hint="ACLED gives a day, such as 2014-10-14, and a precision beside")
    made = {1: point, 2: Point(point.year, point.month, point.day, "~"), 3: Point(point.year, point.month)}
    if precision not in made:
        raise BadDate(f"{precision} is no time precision of ACLED", hint="1 a day, 2 a week, 3 a month")
    return _single(made[precision])


def ucdp(start: str, end: str, precision: int) -> When:
    """A UCDP GED event's dates: `date_prec` 1 is that day, 2 to 5 some day from `date_start` to `date_end`.

    The dates themselves say how wide that is: some days, a week, a month, a year. Raises BadDate.
    """
    first, last = parse(start).start_earliest, parse(end).end_latest
    if first is None or last is None or last < first:
        raise BadDate(f"{start!r} to {end!r} is no span of days", hint="UCDP gives date_start and date_end")
    if precision not in range(1, 6):
        raise BadDate(f"{precision} is no date precision of UCDP", hint="1 a day, 2 to 5 wider and wider")
    if precision == 1 and first != last:
        raise BadDate(f"{start!r} to {end!r} is more than the one day that precision 1 says", hint=_HINT)
    return spanning(first, last)


def _point(part: str, text: str) -> Point:
    found = _DATE.fullmatch(part)
    if found is None:
        raise _bad(text)
    month, day = (0 if found[name] in (None, "XX") else int(found[name]) for name in ("month", "day"))
    if found["time"] and not day:
        raise _bad(text)
    return Point(int(found["year"]), month, day, found["mark"] or "")


def _bad(text: str) -> BadDate:
    shown = text if len(text) <= 40 else text[:37] + "..."
    return BadDate(f"{shown!r} is no EDTF date", hint=_HINT)
