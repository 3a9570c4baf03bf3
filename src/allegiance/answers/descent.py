"""The family of a group as lines through time: where each begins, splits, merges, is renamed. What a tree draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from allegiance.answers.corroboration import DENIED, filled
from allegiance.answers.dating import read
from allegiance.answers.evidence import Shelf
from allegiance.answers.tenures import is_named
from allegiance.model import Answer, Recorded, Row, View

_TURNS = {"split": ("from", "group"), "merger": ("group", "into"), "affiliation": ("parent", "group")}
"""By claim type: where a turn starts from, and where it leads to."""
_UNSURE = ("disputed", "possible", "reported", "likely", "doubted", "unknown")


@dataclass(frozen=True, slots=True)
class Turn:
    """A split, a merger or an affiliation between two groups: its day (None where nothing dates it), and its row.

    `sure` says that the reports state it and none denies it.
    """

    kind: str
    one: str
    other: str
    day: date | None
    sure: bool
    row: int


@dataclass(frozen=True, slots=True)
class Line:
    """A group: the day from which on it is told of, whether that is its beginning, and the day of its merger.

    `names` are the names that it took, each with its day.
    """

    id: str
    name: str
    first: date
    begins: bool
    last: date | None
    names: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Descent:
    """The lines of a family, each below what it comes from, and the turns between them."""

    lines: tuple[Line, ...]
    turns: tuple[Turn, ...]
    first: date
    last: date


@dataclass(slots=True)
class _Told:
    """What is told of one group."""

    begun: list[date] = field(default_factory=list)
    seen: list[date] = field(default_factory=list)
    merged: list[date] = field(default_factory=list)
    names: list[tuple[date, str]] = field(default_factory=list)


def descent(view: View, answer: Answer) -> Descent | None:
    """The lines of a lineage; None where nothing of it is dated. What is only denied is left out."""
    shelf = Shelf(view)
    told: dict[str, _Told] = {}
    turns: list[Turn] = []
    for number, (row, lead) in enumerate(_led(answer)):
        if lead is None or row.status == DENIED:
            continue
        day, sure = _day(row), row.status not in _UNSURE
        _note(told, lead, day)
        if lead.claim.type in _TURNS:
            one, other = (filled(lead, role) if is_named(lead, role) else "" for role in _TURNS[lead.claim.type])
            if one and other and one != other:
                turns.append(Turn(lead.claim.type, one, other, day, sure, number))
    days = [day for one in told.values() for day in (*one.begun, *one.seen)]
    if not days:
        return None
    first, last = min(days), max(days)
    lines = {id: _line(id, shelf.name(id), one, turns, first) for id, one in told.items()}
    turns = [turn for turn in turns if turn.one in lines and turn.other in lines]
    return Descent(tuple(_in_families(lines, turns)), tuple(turns), first, last)


def _led(answer: Answer) -> Iterator[tuple[Row, Recorded | None]]:
    for row in answer.rows:
        yield row, next((answer.evidence[claim] for claim in row.claims if claim in answer.evidence), None)


def _day(row: Row) -> date | None:
    """The first day that a row's date allows; of one that only its report bounds, the last."""
    text = row.get("date")
    span = read(text.removeprefix("by "))
    if span is None:
        return None
    return span.end_latest if text.startswith("by ") else span.start_earliest or span.end_latest


def _note(told: dict[str, _Told], lead: Recorded, day: date | None) -> None:
    """Note what a claim tells of the groups that it names."""
    kind = lead.claim.type
    for role in ("group", "from", "into", "parent"):
        id = filled(lead, role)
        if not id or not is_named(lead, role):
            continue
        one = told.setdefault(id, _Told())
        if day is None:
            continue
        if role == "group" and kind in ("founding", "split"):
            one.begun.append(day)
        elif role == "group" and kind == "merger":
            one.merged.append(day)
            one.seen.append(day)
        else:
            one.seen.append(day)
        if kind == "renaming" and role == "group":
            one.names.append((day, lead.claim.name("name")))


def _line(id: str, name: str, told: _Told, turns: Sequence[Turn], earliest: date) -> Line:
    begins = min([*told.begun, *told.seen], default=None)
    into = [turn.day for turn in turns if turn.kind == "merger" and turn.one == id and turn.day]
    last = max(into, default=None)
    if last is not None and any(day > last for day in (*told.begun, *told.seen)):
        last = None  # Told of after its merger, it goes on.
    own = bool(told.begun) and begins == min(told.begun)
    return Line(id, name, begins or earliest, own, last, tuple(sorted(set(told.names))))


def _in_families(lines: Mapping[str, Line], turns: Iterable[Turn]) -> Iterator[Line]:
    """The lines in order: each followed by what split from it or belongs to it, the earlier first."""
    below: dict[str, list[str]] = {}
    rooted = set()
    for turn in turns:
        if turn.kind in ("split", "affiliation"):
            below.setdefault(turn.one, []).append(turn.other)
            rooted.add(turn.other)
    given: set[str] = set()
    by_day = sorted(lines, key=lambda id: (lines[id].first, id))
    left = [*(id for id in reversed(by_day) if id in rooted), *(id for id in reversed(by_day) if id not in rooted)]
    while left:
        id = left.pop()
        if id in given:
            continue
        given.add(id)
        yield lines[id]
        left += sorted(below.get(id, ()), key=lambda child: (lines[child].first, child), reverse=True)
