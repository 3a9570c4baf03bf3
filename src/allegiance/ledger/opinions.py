"""What people have said of claims, of documents and of publishers, for those who are shown these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select, union_all

from allegiance.ledger import tables as t
from allegiance.ledger.derive import chunks
from allegiance.ledger.entries import EntryKind, read_entry
from allegiance.ledger.scope import Scope
from allegiance.model import OPINIONS, Appearance, Claim, Judgement


def opinions(connection: Connection, scope: Scope, subjects: Iterable[str]) -> Mapping[str, Sequence[Judgement]]:
    """The opinions of a view on these claims, documents and publishers, in the order in which they were given.

    Of several grades that one person gave to one source the last counts.
    """
    found: dict[str, dict[tuple[str, ...], Judgement]] = {}
    for some in chunks(sorted(set(subjects))) if scope.noted else ():
        about = union_all(
            select(t.subjects.c.judgement, t.subjects.c.subject).where(t.subjects.c.subject.in_(some)),
            select(t.given.c.judgement, t.given.c.claim.label("subject")).where(t.given.c.claim.in_(some)),
        ).subquery()
        query = (
            select(about.c.subject, t.entries.c.id, t.entries.c.payload)
            .join(t.judgements, t.judgements.c.seq == about.c.judgement)
            .join(t.entries, t.entries.c.seq == about.c.judgement)
            .where(t.judgements.c.act.in_(OPINIONS), scope.counts(t.judgements))
            .order_by(t.judgements.c.seq)
        )
        for row in connection.execute(query):
            value = read_entry(EntryKind.JUDGEMENT, row.payload)
            assert isinstance(value, Judgement)
            one = (value.act, value.by) if value.act == "grade" else (row.id,)
            found.setdefault(row.subject, {})[one] = value
    return {subject: tuple(told.values()) for subject, told in found.items()}


def of_claim(
    known: Mapping[str, Sequence[Judgement]], claim: Claim, appeared: Sequence[Appearance]
) -> tuple[Judgement, ...]:
    """Of the known opinions those that are to be shown with a claim: on itself, its document and its publishers."""
    subjects = dict.fromkeys((claim.id, claim.document, *(each.publisher for each in appeared)))
    told = {one.id: one for subject in subjects for one in known.get(subject, ())}
    # That a claim was corrected is shown with the one that took its place.
    return tuple(one for one in told.values() if one.act != "correct" or claim.id not in one.subjects)


def subjects_of(claims: Iterable[Claim], appeared: Iterable[Sequence[Appearance]]) -> set[str]:
    """Of whom opinions are to be shown with these claims."""
    publishers = {each.publisher for several in appeared for each in several} - {""}
    return publishers | {subject for claim in claims for subject in (claim.id, claim.document)}
