"""Time as a strip of bars, each a link to its period: a slider that needs no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from allegiance.when import When

_MOST_YEARS = 40
_LABELS = 5
"""So many periods have their words beside them: more have no room on a telephone."""
_MONTHS_UP_TO = 2
"""In so many years or fewer, the periods are months."""


@dataclass(frozen=True, slots=True)
class Period:
    """A month, a year or a decade: its words, its days as EDTF, and how much begins or is told in it.

    `height` is that as percent of the fullest period's, `labelled` whether the strip has room for its words.
    """

    words: str
    since: str
    until: str
    count: int
    height: int
    labelled: bool


def periods(spans: Iterable[When | None]) -> list[Period]:
    """The periods from the first to the last of these spans; none where fewer than two would be."""
    days = sorted(day for span in spans if span is not None and (day := span.start_earliest or span.end_latest))
    if not days:
        return []
    first, last = days[0], days[-1]
    if last.year - first.year < _MONTHS_UP_TO:
        keys = [(day.year * 12 + day.month - 1) for day in days]
    elif last.year - first.year < _MOST_YEARS:
        keys = [day.year for day in days]
    else:
        keys = [day.year // 10 for day in days]
    monthly = last.year - first.year < _MONTHS_UP_TO
    decades = last.year - first.year >= _MOST_YEARS
    counted = Counter(keys)
    most = max(counted.values())
    every = range(keys[0], keys[-1] + 1)
    step = -(-len(every) // _LABELS)
    out = []
    for place, key in enumerate(every):
        since, until, words = _month(key) if monthly else _decade(key) if decades else (f"{key:04}",) * 3
        count = counted[key]
        out.append(Period(words, since, until, count, round(100 * count / most), place % step == 0))
    return out if len(out) > 1 else []


def _month(key: int) -> tuple[str, str, str]:
    # Not by strftime: before the year 1000 it gives fewer figures on some systems, which is no EDTF.
    told = f"{key // 12:04}-{key % 12 + 1:02}"
    return told, told, told


def _decade(key: int) -> tuple[str, str, str]:
    return f"{key * 10:04}", f"{key * 10 + 9:04}", f"{key * 10}s"


def beside(told: list[Period], since: str, until: str) -> tuple[int | None, int | None]:
    """The places of the periods before and after the one that is shown; where none is, None and the first."""
    at = next((place for place, period in enumerate(told) if (period.since, period.until) == (since, until)), None)
    if at is None:
        return None, 0 if told else None
    return (at - 1 if at else None), (at + 1 if at + 1 < len(told) else None)
