"""What views of one state rest on by the end of each day: counted once for all days.

A document counts from the day on which it was out, to the day on which another text took its place, if one did. To
count anew for every day that is asked about takes going through all documents each time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import Connection, Row, func, select

from allegiance.ledger import tables as t
from allegiance.ledger.covering import claims_of_readings, is_unread
from allegiance.ledger.database import streamed
from allegiance.ledger.derive import UNDATED
from allegiance.ledger.scope import Scope
from allegiance.model import Coverage

LASTING = "~"
"""The end of what nothing has taken the place of: later than any day."""


class _Appeared(NamedTuple):
    """An appearance of a document, and the day on which another text took its place."""

    document: int
    seq: int
    low: str
    out: str
    published: str
    publisher: str
    until: str


Changes: TypeAlias = defaultdict[str, int]
"""By how many there were more or fewer, by day."""


class _Series:
    """How many there are by the end of each day, from how many came and went on each."""

    def __init__(self, changes: Mapping[str, int]) -> None:
        self._days = sorted(changes)
        self._sums = list(accumulate((changes[day] for day in self._days), initial=0))

    def on(self, day: str) -> int:
        """How many there are by the end of that day."""
        return self._sums[bisect_right(self._days, day)]


@dataclass(slots=True)
class _Tally:
    """What came and went on each day, while documents are gone through."""

    documents: Changes = field(default_factory=lambda: defaultdict(int))
    dated: Changes = field(default_factory=lambda: defaultdict(int))
    claims: Changes = field(default_factory=lambda: defaultdict(int))
    unread: defaultdict[str, Changes] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    publishers: dict[str, str] = field(default_factory=dict)
    firsts: dict[str, tuple[str, str, int, str]] = field(default_factory=dict)
    lasts: dict[str, tuple[str, int, str]] = field(default_factory=dict)
    ended: list[_Appeared] = field(default_factory=list)

    def take(self, appeared: Sequence[_Appeared], claims: int, language: str | None) -> None:
        """Take in a document: where it appeared, how many claims it has, its language where nobody has read it."""
        for begins, ends in _runs(appeared):
            self.documents[begins] += 1
            self.documents[ends] -= 1
            self.claims[begins] += claims
            self.claims[ends] -= claims
            if language is not None:
                self.unread[language][begins] += 1
                self.unread[language][ends] -= 1
        for begins, ends in _runs([one for one in appeared if one.low != UNDATED]):
            self.dated[begins] += 1
            self.dated[ends] -= 1
        for one in appeared:
            self._name(one)

    def _name(self, one: _Appeared) -> None:
        if one.until != LASTING:
            self.ended.append(one)
            return
        out = one.out
        if out < self.publishers.get(one.publisher, LASTING):
            self.publishers[one.publisher] = out
        if one.low == UNDATED:
            return
        first, last = _first(one), (one.low, -one.seq, one.published)
        if out not in self.firsts:
            self.firsts[out], self.lasts[out] = first, last
            return
        self.firsts[out] = min(first, self.firsts[out])
        self.lasts[out] = max(last, self.lasts[out])


class Days:
    """What the views of one state rest on, by the end of any day."""

    def __init__(self, tally: _Tally) -> None:
        self._documents, self._dated, self._claims = map(_Series, (tally.documents, tally.dated, tally.claims))
        self._unread = {language: _Series(changes) for language, changes in tally.unread.items()}
        self._publishers = tally.publishers
        self._days = sorted(tally.firsts)
        self._firsts = list(accumulate((tally.firsts[day] for day in self._days), min))
        self._lasts = [tally.lasts[day] for day in self._days]
        self._ended = tally.ended

    def coverage(self, day: str) -> Coverage:
        """What the view of what was out by the end of a day rests on."""
        standing = [one for one in self._ended if one.out <= day < one.until]
        publishers = {name for name, since in self._publishers.items() if since <= day}
        publishers.update(one.publisher for one in standing)
        documents = self._documents.on(day)
        unread = ((language, series.on(day)) for language, series in self._unread.items())
        earliest, latest = self._ends(day, [one for one in standing if one.low != UNDATED])
        return Coverage(
            documents=documents,
            claims=self._claims.on(day),
            publishers=tuple(sorted(publishers - {""})),
            earliest=earliest,
            latest=latest,
            undated=documents - self._dated.on(day),
            unread_languages=tuple(sorted((language, times) for language, times in unread if times)),
        )

    def _ends(self, day: str, standing: Sequence[_Appeared]) -> tuple[str, str]:
        """The dates of the first and of the last that was published; `standing` are those that have ended since."""
        firsts = [_first(one) for one in standing]
        lasts = [(one.out, one.low, -one.seq, one.published) for one in standing]
        if place := bisect_right(self._days, day):
            firsts.append(self._firsts[place - 1])
            lasts.append((self._days[place - 1], *self._lasts[place - 1]))
        return (min(firsts)[-1], max(lasts)[-1]) if firsts else ("", "")


def _first(one: _Appeared) -> tuple[str, str, int, str]:
    return one.low, one.out, one.seq, one.published


def _runs(appeared: Sequence[_Appeared]) -> list[tuple[str, str]]:
    """From which day to which any of these appearances stood, without overlaps."""
    if len(appeared) == 1:
        return [(appeared[0].out, appeared[0].until)]
    runs: list[tuple[str, str]] = []
    for one in sorted(appeared, key=lambda one: one.out):
        if runs and one.out <= runs[-1][1]:
            runs[-1] = runs[-1][0], max(runs[-1][1], one.until)
        else:
            runs.append((one.out, one.until))
    return runs


def days(connection: Connection, scope: Scope) -> Days:
    """What views of the state of a scope rest on, on whatever day the scope is."""
    readings, claims = t.readings, t.claims
    made = select(readings.c.document, claims_of_readings()).where(scope.is_newest(readings))
    read = _Beside(streamed(connection, made.order_by(readings.c.document)))
    unread = _Beside(
        streamed(connection, select(*t.documents.c["seq", "language"]).where(is_unread(scope)).order_by("seq"))
    )
    counted = (
        select(claims.c.document, func.count())
        .join(readings, readings.c.seq == claims.c.reading)
        .group_by(claims.c.document)
    )
    dismissed = connection.execute(counted.where(scope.is_dismissed(claims.c.id), scope.is_newest(readings)))
    given = connection.execute(counted.where(readings.c.human == 1, scope.tells(claims, readings)))
    less, more = dict(map(tuple, dismissed)), dict(map(tuple, given))
    tally = _Tally()
    for document, appeared in groupby(_appearances(connection, scope), key=itemgetter(0)):
        many = (read.of(document) or 0) - less.get(document, 0) + more.get(document, 0)
        tally.take(list(appeared), many, unread.of(document))
    return Days(tally)


def _appearances(connection: Connection, scope: Scope) -> Iterator[_Appeared]:
    """Every appearance of what was not retracted, by document, each with what took its place."""
    table, later = t.appearances, t.appearances.alias()
    until = (
        select(func.min(later.c.out))
        .where(scope.replaces(later, table), later.c.seq <= scope.last)
        .correlate(table)
        .scalar_subquery()
    )
    query = (
        select(*table.c["document", "seq", "low", "out", "published", "publisher"], func.coalesce(until, LASTING))
        .where(table.c.seq <= scope.last, ~scope.is_retracted(table.c.document))
        .order_by(table.c.document, table.c.seq)
    )
    return map(_Appeared._make, streamed(connection, query))


class _Beside:
    """Something of each of some documents, asked for in their order."""

    def __init__(self, rows: Iterable[Row[*tuple[Any, ...]]]) -> None:
        self._rows = iter(rows)
        self._next = next(self._rows, None)

    def of(self, document: int) -> Any:
        """What there is of that document, None where there is nothing."""
        while self._next is not None and self._next[0] < document:
            self._next = next(self._rows, None)
        return self._next[1] if self._next is not None and self._next[0] == document else None
