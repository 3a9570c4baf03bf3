"""Which documents may be told of otherwise in one state of the ledger than in another, without going through both."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from allegiance.ledger import tables as t
from allegiance.ledger.derive import chunks
from allegiance.ledger.scope import NO_DOCUMENT, Scope


def documents(connection: Connection, one: Scope, other: Scope) -> set[int]:
    """The numbers of the documents of which the two scopes may hold different claims, or claims of different actors.

    Those that appeared or were read between the two, that stand at an address with such a one, of which somebody judged
    in between, and whose names stood for others, or were shown or withheld.
    """
    found = set(_appeared(connection, one, other))
    between = _between(one, other)
    if one.last != other.last:
        found.update(connection.execute(select(t.readings.c.document).where(between(t.readings.c.seq))).scalars())
        found.update(_named_anew(connection, one, other))
    found.update(_judged(connection, one, other))
    return found


class _between:
    """Whether a number lies after the earlier of two scopes, and not after the later."""

    def __init__(self, one: Scope, other: Scope) -> None:
        self.low, self.high = sorted((one.last, other.last))

    def __call__(self, number: ColumnElement[int]) -> ColumnElement[bool]:
        return and_(number > self.low, number <= self.high)


def _appeared(connection: Connection, one: Scope, other: Scope) -> Iterator[int]:
    table = t.appearances
    low, high = sorted((one.day, other.day))
    fresh = or_(_between(one, other)(table.c.seq), and_(table.c.out > low, table.c.out <= high))
    urls: set[str] = set()
    for row in connection.execute(select(table.c.document, table.c.url).where(fresh)):
        yield row.document
        urls.add(row.url)
    for some in chunks(sorted(urls - {""})):
        yield from connection.execute(select(table.c.document).where(table.c.url.in_(some))).scalars()


def _judged(connection: Connection, one: Scope, other: Scope) -> Iterator[int]:
    """The documents of which a judgement speaks that is in one scope and not in the other, or undone in one alone."""
    fresh = _between(one, other)(t.judgements.c.seq)
    numbers = set(connection.execute(select(t.judgements.c.seq).where(fresh)).scalars())
    numbers |= set(one.undone) ^ set(other.undone)
    for some in chunks(sorted(numbers)):
        subjects = list(
            connection.execute(select(t.subjects.c.subject).where(t.subjects.c.judgement.in_(some))).scalars()
        )
        for part in chunks(subjects):
            yield from connection.execute(select(t.claims.c.document).where(t.claims.c.id.in_(part))).scalars()
            of_texts = select(t.documents.c.seq).join(t.entries, t.entries.c.seq == t.documents.c.seq)
            yield from connection.execute(of_texts.where(t.entries.c.id.in_(part))).scalars()


def _named_anew(connection: Connection, one: Scope, other: Scope) -> Iterator[int]:
    between = _between(one, other)
    table = t.identity
    turned = or_(between(table.c.since), between(table.c.until))
    yield from connection.execute(
        select(table.c.document).where(turned, table.c.document != NO_DOCUMENT).distinct()
    ).scalars()
    stood = select(t.standings.c.actor).where(or_(between(t.standings.c.since), between(t.standings.c.until)))
    bearing = select(table.c.document).where(table.c.actor.in_(stood), table.c.document != NO_DOCUMENT)
    yield from connection.execute(bearing.distinct()).scalars()
