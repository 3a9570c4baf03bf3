"""What a view lets through, as conditions for the database: the one place that says what stands and what is replaced.

The log's numbers run in the order of recording, so that a state of the ledger is told by one number: the last entry
that it holds. A view keeps that number, and so goes on seeing one state while others record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    and_,
    exists,
    func,
    select,
    tuple_,
    union_all,
)

from allegiance.ledger import tables as t
from allegiance.ledger.derive import UNDATED

NO_DOCUMENT = 0
"""The number under which names stand that a register gives by itself."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The entries up to number `last`, and of these the texts that were out on `day` (`YYYY-MM-DD`)."""

    last: int
    day: str = UNDATED

    def appears(self, appearance: FromClause) -> ColumnElement[bool]:
        """Whether an appearance is in the view, and no other text has since appeared at its url."""
        later = t.appearances.alias()
        replaced = exists().where(
            later.c.url == appearance.c.url,
            appearance.c.url != "",
            later.c.document != appearance.c.document,
            self._is_out(later),
            tuple_(later.c.out, later.c.retrieved, later.c.seq)
            > tuple_(appearance.c.out, appearance.c.retrieved, appearance.c.seq),
        )
        return and_(self._is_out(appearance), ~replaced)

    def stands(self, document: ColumnElement[int]) -> ColumnElement[bool]:
        """Whether a document has at least one appearance that is in the view and not replaced."""
        appearance = t.appearances.alias()
        return exists().where(appearance.c.document == document, self.appears(appearance))

    def is_replaced(self, document: ColumnElement[int]) -> ColumnElement[bool]:
        """Whether a document has appearances in the view, and every one of them has been replaced."""
        appearance = t.appearances.alias()
        appeared = exists().where(appearance.c.document == document, self._is_out(appearance))
        return and_(appeared, ~self.stands(document))

    def is_newest(self, reading: FromClause) -> ColumnElement[bool]:
        """Whether a reading is the newest of its document: the one made last, of two made at once the later entry."""
        newer = t.readings.alias()
        superseded = exists().where(
            newer.c.document == reading.c.document,
            newer.c.seq <= self.last,
            tuple_(newer.c.at, newer.c.seq) > tuple_(reading.c.at, reading.c.seq),
        )
        return and_(reading.c.seq <= self.last, ~superseded)

    def holds(self, claims: FromClause, readings: FromClause) -> ColumnElement[bool]:
        """Whether a claim, joined to its reading, is in the view."""
        return and_(self.is_newest(readings), self.stands(claims.c.document))

    def _is_out(self, appearance: FromClause) -> ColumnElement[bool]:
        return and_(appearance.c.seq <= self.last, appearance.c.out <= self.day)


def scope_at(connection: Connection, recorded_by: str, day: str) -> Scope:
    """What was recorded by a time (as the ledger writes it; empty for all), and of it what was out on a day."""
    seq = t.entries.c.seq
    query = select(seq).order_by(seq.desc()).limit(1)
    if recorded_by:
        query = query.where(t.entries.c.recorded <= recorded_by)
    return Scope(connection.execute(query).scalar() or 0, day)


def named() -> Select[tuple[int, str, str, str]]:
    """Every name in a document, with its key and its actor: the one that it was resolved to, else its own."""
    uses, identity = t.uses, t.identity
    actor = func.coalesce(identity.c.actor, uses.c.minted).label("actor")
    matched = and_(identity.c.document == uses.c.document, identity.c.name == uses.c.name)
    return select(uses.c.document, uses.c.name, uses.c.key, actor).join_from(uses, identity, matched, isouter=True)


def bearing(actors: Sequence[str]) -> Subquery:
    """The names, each in its document, that stand for one of these actors: `document`, `name`, `actor`."""
    uses, identity = t.uses, t.identity
    resolved = select(identity.c.document, identity.c.name, identity.c.actor).where(
        identity.c.actor.in_(actors), identity.c.document != NO_DOCUMENT
    )
    other = t.identity.alias()
    elsewhere = exists().where(other.c.document == uses.c.document, other.c.name == uses.c.name)
    unresolved = select(uses.c.document, uses.c.name, uses.c.minted).where(uses.c.minted.in_(actors), ~elsewhere)
    return union_all(resolved, unresolved).subquery()
