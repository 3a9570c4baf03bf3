"""Reckon counted time: units from a date, and stretches that end or begin at one."""

from __future__ import annotations

from datetime import date, timedelta

from allegiance.reading.dates_clock import Clock, Reckoned, as_sure, day_of, months_on, origin_of, same, single
from allegiance.reading.dates_parts import parted
from allegiance.reading.dates_phrase import Moment, Part, Pick, Unit
from allegiance.when import Point, Precision, When


def shift(moment: Moment, clock: Clock) -> Reckoned | None:
    """Some units from a date: `last month`, `three years ago`, `earlier this year`."""
    origin = origin_of(moment, clock)
    base = single(origin)
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
        return same(as_sure(day_of(base.first + timedelta(days=count)), base))
    if unit is Unit.WEEK and not moment.whole:
        return same(as_sure(day_of(base.first + timedelta(weeks=count)), base, approximate=count != 0))
    if unit in (Unit.WEEK, Unit.WEEKEND):
        return _week(base, unit, moment)
    if unit in (Unit.MONTH, Unit.QUARTER):
        return _months(base, unit, count)
    if unit is Unit.DECADE and moment.whole:
        start = base.year - base.year % 10 + 10 * count
        return When(Point(start), Point(start + 9))
    far = unit is Unit.DECADE
    return same(as_sure(Point(base.year + count * (10 if far else 1)), base, approximate=far))


def _months(base: Point, unit: Unit, count: int) -> When:
    if unit is Unit.QUARTER:
        year, month = months_on(base.year, base.month - (base.month - 1) % 3, 3 * count)
        return When(Point(year, month), Point(year, month + 2))
    return same(as_sure(Point(*months_on(base.year, base.month, count)), base))


def _week(base: Point, unit: Unit, moment: Moment) -> When:
    """The week from Monday to Sunday that lies `count` weeks from the one of `base`; or a weekend, of which the latest
    that had begun is `this` one, and the latest that was over is the `last`."""
    monday = base.first - timedelta(days=base.first.weekday())
    if unit is Unit.WEEK:
        start = monday + timedelta(weeks=moment.count)
        return When(day_of(start), day_of(start + timedelta(days=6)))
    begun = base.first.weekday() >= 5
    latest = monday + timedelta(days=5 if begun else -2)
    back = moment.count + 1 if moment.count < 0 and not begun else moment.count
    saturday = latest + timedelta(weeks=back)
    return When(day_of(saturday), day_of(saturday + timedelta(days=1)))


def _coarsely(base: Point, unit: Unit, count: int) -> When:
    """A shift by a unit finer than `base`: `base` itself, or about where its middle comes to lie."""
    if count == 0:
        return same(base)
    days = round(count * _LENGTH_IN_DAYS[unit])
    middle = base.first + (base.last - base.first) / 2 + timedelta(days=days)
    return same(as_sure(_at(middle, base.precision), base, approximate=True))


def window(moment: Moment, clock: Clock) -> Reckoned | None:
    """`the past two years`: to the month for months and years, to the day for days, about to the day for weeks."""
    origin = origin_of(moment, clock)
    base = single(origin)
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
        return as_sure(day_of(far), base, approximate=unit is not Unit.DAY)
    months = count * {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120}[unit]
    if base.month:
        return as_sure(Point(*months_on(base.year, base.month, months)), base)
    return as_sure(Point(base.year + months // 12), base) if months % 12 == 0 else None
