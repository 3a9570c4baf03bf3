"""Numbered paragraphs: `12. The Panel …` at the start of a line, in a series that counts upwards."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from allegiance.model import Mark

_NUMBER = re.compile(r"^[ \t]{0,12}([0-9]{1,3})\.[ \t]+(?=\S)", re.MULTILINE)
_LEAST = 3
_GAP = 3
"""How many numbers a series may jump: a paragraph whose number was lost to the layout does not end it."""


@dataclass(slots=True)
class _Series:
    starts: list[int] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)


def paragraph_marks(text: str) -> tuple[Mark, ...]:
    """A mark of kind `paragraph` where each numbered paragraph of `text` begins.

    Only series of at least three count, and where two cross (a short list inside a long report), the longer is kept.
    """
    kept: list[tuple[int, int, _Series]] = []
    for series in sorted(_series(text), key=lambda one: (-len(one.starts), one.starts[0])):
        begin, end = series.starts[0], series.starts[-1]
        at = bisect_left(kept, begin, key=lambda other: other[1])
        if at == len(kept) or kept[at][0] > end:
            kept.insert(at, (begin, end, series))
    return tuple(
        Mark("paragraph", number, start)
        for _, _, series in kept
        for number, start in zip(series.numbers, series.starts, strict=True)
    )


def _series(text: str) -> list[_Series]:
    waiting: dict[int, _Series] = {}
    every: list[_Series] = []
    for found in _NUMBER.finditer(text):
        number = int(found[1])
        before = next((number - step for step in range(1, _GAP + 1) if number - step in waiting), None)
        series = _Series() if before is None else waiting.pop(before)
        if before is None:
            every.append(series)
        series.starts.append(found.start(1))
        series.numbers.append(str(number))
        waiting[number] = series
    return [series for series in every if len(series.starts) >= _LEAST]
