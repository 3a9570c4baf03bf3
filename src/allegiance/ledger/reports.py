"""The documents of a view as a list: what came out last, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, exists, func, select, tuple_

from allegiance.ledger import tables as t
from allegiance.ledger.scope import Scope


@dataclass(frozen=True, slots=True)
class Listed:
    """A document's number in the log, its id and language, how many claims it gives, and whether it was read."""

    number: int
    document: str
    language: str
    claims: int
    was_read: bool


def latest(connection: Connection, scope: Scope, limit: int, skip: int) -> Iterator[Listed]:
    """The documents that stand in the view, the last to come out first; undated ones count from their retrieval."""
    # Each document at the last of its appearances, so that the database can go through the days and stop where the page
    # is full, and does not go through every document.
    table, later = t.appearances, t.appearances.alias()
    again = exists().where(
        later.c.document == table.c.document,
        scope.appears(later),
        tuple_(later.c.out, later.c.seq) > tuple_(table.c.out, table.c.seq),
    )
    newest = (
        select(table.c.document, table.c.out)
        .where(scope.appears(table), scope.stands(table.c.document), ~again)
        .order_by(table.c.out.desc(), table.c.document.desc())
        .limit(limit)
        .offset(skip)
        .subquery()
    )
    query = (
        select(newest.c.document, t.entries.c.id, t.documents.c.language)
        .join(t.entries, t.entries.c.seq == newest.c.document)
        .join(t.documents, t.documents.c.seq == newest.c.document)
        .order_by(newest.c.out.desc(), newest.c.document.desc())
    )
    rows = connection.execute(query).all()
    numbers = [row.document for row in rows]
    counted = (
        select(t.readings.c.document, func.count(t.claims.c.seq).label("times"))
        .join(t.claims, t.claims.c.reading == t.readings.c.seq, isouter=True)
        .where(t.readings.c.document.in_(numbers), scope.is_newest(t.readings))
        .group_by(t.readings.c.document)
    )
    claims = {row.document: row.times for row in connection.execute(counted)}
    for row in rows:
        known = row.document in claims
        yield Listed(row.document, row.id, row.language, claims.get(row.document, 0), known)
