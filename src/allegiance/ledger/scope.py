"""What a view lets through, as conditions for the database: the one place that says what stands and what is replaced.

The log's numbers run in the order of recording, so that a state of the ledger is told by one number: the last entry
that it holds. A view keeps that number, and so goes on seeing one state while others record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Subquery,
    and_,
    exists,
    func,
    or_,
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
    """The entries up to number `last`, and of these the texts that were out on `day` (`YYYY-MM-DD`).

    `undone` are the numbers of the judgements that have been undone, and no longer count. A scope is `past` where it
    was asked for what the ledger held at an earlier time; `noted` where anybody has given an opinion that is shown with
    claims. One of `every` appearance shows claims also with those that have been replaced.
    """

    last: int
    day: str = UNDATED
    undone: tuple[int, ...] = ()
    past: bool = False
    noted: bool = False
    every: bool = False

    def knows(self, table: FromClause) -> ColumnElement[bool]:
        """Whether a row about who is who held when the last of these entries had been recorded."""
        return and_(table.c.since <= self.last, table.c.until > self.last)

    def appears(self, appearance: FromClause) -> ColumnElement[bool]:
        """Whether an appearance is in the view, and no other text has since appeared at its url."""
        later = t.appearances.alias()
        replaced = exists().where(self.replaces(later, appearance), self._is_out(later))
        return and_(self._is_out(appearance), ~replaced)

    @staticmethod
    def replaces(later: FromClause, appearance: FromClause) -> ColumnElement[bool]:
        """Whether one appearance is of another text than the other, later, and at its url."""
        return and_(
            later.c.url == appearance.c.url,
            appearance.c.url != "",
            later.c.document != appearance.c.document,
            tuple_(later.c.out, later.c.retrieved, later.c.seq)
            > tuple_(appearance.c.out, appearance.c.retrieved, appearance.c.seq),
        )

    def stands(self, document: ColumnElement[int]) -> ColumnElement[bool]:
        """Whether a document has an appearance that is in the view and not replaced, and it was not retracted."""
        appearance = t.appearances.alias()
        appeared = exists().where(appearance.c.document == document, self.appears(appearance))
        return and_(appeared, ~self.is_retracted(document))

    def is_retracted(self, document: ColumnElement[int]) -> ColumnElement[bool]:
        """Whether a document was retracted."""
        return document.in_(select(t.entries.c.seq).where(t.entries.c.id.in_(self._judged("retract"))))

    def is_replaced(self, document: ColumnElement[int]) -> ColumnElement[bool]:
        """Whether a document has appearances in the view, and every one of them has been replaced."""
        appearance, lasting = t.appearances.alias(), t.appearances.alias()
        appeared = exists().where(appearance.c.document == document, self._is_out(appearance))
        lasts = exists().where(lasting.c.document == document, self.appears(lasting))
        return and_(appeared, ~lasts)

    def is_newest(self, reading: FromClause) -> ColumnElement[bool]:
        """Whether a program's reading is the newest of its document: made last, of two made at once the later entry."""
        newer = t.readings.alias()
        superseded = exists().where(
            newer.c.document == reading.c.document,
            newer.c.human == 0,
            newer.c.seq <= self.last,
            tuple_(newer.c.at, newer.c.seq) > tuple_(reading.c.at, reading.c.seq),
        )
        return and_(reading.c.human == 0, reading.c.seq <= self.last, ~superseded)

    def is_given(self, claims: FromClause, reading: FromClause) -> ColumnElement[bool]:
        """Whether a person gave a claim, and it counts: once, and not where the newest reading has it by itself."""
        given, judgements = t.given.alias(), t.judgements.alias()
        by = exists().where(
            given.c.claim == claims.c.id, judgements.c.seq == given.c.judgement, self.counts(judgements)
        )
        other, read = t.claims.alias(), t.readings.alias()
        earlier = and_(read.c.human == 1, other.c.seq < claims.c.seq)
        again = exists().where(
            other.c.id == claims.c.id, read.c.seq == other.c.reading, or_(earlier, self.is_newest(read))
        )
        return and_(reading.c.human == 1, reading.c.seq <= self.last, by, ~again)

    def holds(self, claims: FromClause, readings: FromClause) -> ColumnElement[bool]:
        """Whether a claim, joined to its reading, is in the view, and it was not rejected."""
        return and_(self.tells(claims, readings), self.stands(claims.c.document))

    def tells(self, claims: FromClause, readings: FromClause) -> ColumnElement[bool]:
        """Whether a claim is of the newest reading or given by a person, and neither rejected nor corrected.

        Whatever became of its document.
        """
        told = or_(self.is_newest(readings), self.is_given(claims, readings))
        return and_(told, ~self.is_dismissed(claims.c.id))

    def is_dismissed(self, claim: ColumnElement[str]) -> ColumnElement[bool]:
        """Whether the claim with an id was rejected or corrected."""
        rejected, corrected = self._judged("reject", unless="accept"), self._judged("correct")
        return or_(claim.in_(rejected), claim.in_(corrected))

    def is_accepted(self, claim: ColumnElement[str]) -> ColumnElement[bool]:
        """Whether the claim with an id was accepted, and not rejected since."""
        return claim.in_(self._judged("accept", unless="reject"))

    def judged_for_counting(self) -> tuple[Select[str], ...]:
        """The ids on which it depends, beside what was recorded, which documents and claims count."""
        given, judgements = t.given.alias(), t.judgements.alias()
        by_people = (
            select(given.c.claim).join(judgements, judgements.c.seq == given.c.judgement).where(self.counts(judgements))
        )
        rejected = self._judged("reject", unless="accept")
        return self._judged("retract"), rejected, self._judged("correct"), by_people

    def _judged(self, act: str, unless: str = "") -> Select[str]:
        """The subjects of the judgements of this act that count; `unless` is the act which, coming later, ends it."""
        subjects, judgements = t.subjects.alias(), t.judgements.alias()
        query = (
            select(subjects.c.subject)
            .join(judgements, judgements.c.seq == subjects.c.judgement)
            .where(judgements.c.act == act, self.counts(judgements))
        )
        if not unless:
            return query
        other, ending = t.subjects.alias(), t.judgements.alias()
        ended = exists().where(
            other.c.subject == subjects.c.subject,
            ending.c.seq == other.c.judgement,
            ending.c.seq > judgements.c.seq,
            ending.c.act == unless,
            self.counts(ending),
        )
        return query.where(~ended)

    def counts(self, judgement: FromClause) -> ColumnElement[bool]:
        """Whether a judgement is in the view, and was not undone."""
        return and_(judgement.c.seq <= self.last, ~self.is_undone(judgement.c.seq))

    def is_undone(self, judgement: ColumnElement[int]) -> ColumnElement[bool]:
        """Whether the judgement with a number was undone."""
        return judgement.in_(self.undone)

    def _is_out(self, appearance: FromClause) -> ColumnElement[bool]:
        return and_(appearance.c.seq <= self.last, appearance.c.out <= self.day)


PRESENT = Scope(t.PRESENT, every=True)
"""Everything that is recorded, and who is who as far as that is known now; no judgements are left out."""


def named(scope: Scope) -> Select[tuple[int, str, str, str]]:
    """Every name in a document, with its key and its actor: the one that it was resolved to, else its own."""
    uses, identity = t.uses, t.identity
    actor = func.coalesce(identity.c.actor, uses.c.minted).label("actor")
    return (
        select(uses.c.document, uses.c.name, uses.c.key, actor)
        .join_from(uses, identity, resolving(scope), isouter=True)
        .where(uses.c.since <= scope.last)
    )


def resolving(scope: Scope) -> ColumnElement[bool]:
    """That a row of `identity` says whom a row of `uses` names."""
    uses, identity = t.uses, t.identity
    return and_(identity.c.document == uses.c.document, identity.c.name == uses.c.name, scope.knows(identity))


def bearing(actors: Sequence[str] | Callable[[ColumnElement[str]], ColumnElement[bool]], scope: Scope) -> Subquery:
    """The names, each in its document, that stand for one of these actors: `document`, `name`, `actor`.

    The actors are given, or what tells whether a column has one of them.
    """
    has = actors if callable(actors) else lambda column: column.in_(actors)
    uses, identity = t.uses, t.identity
    resolved = select(identity.c.document, identity.c.name, identity.c.actor).where(
        has(identity.c.actor), identity.c.document != NO_DOCUMENT, scope.knows(identity)
    )
    other = t.identity.alias()
    elsewhere = exists().where(other.c.document == uses.c.document, other.c.name == uses.c.name, scope.knows(other))
    unresolved = select(uses.c.document, uses.c.name, uses.c.minted).where(
        has(uses.c.minted), uses.c.since <= scope.last, ~elsewhere
    )
    return union_all(resolved, unresolved).subquery()
