"""A date that a report gives in the sentence behind: `Gunmen abducted A. The abduction took place on Monday.`"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import Certainty
from allegiance.reading.clause import Clause
from allegiance.reading.dates_phrase import Relation
from allegiance.reading.draft import Draft
from allegiance.reading.echo import ECHO_OF
from allegiance.reading.phrases import Phrase
from allegiance.reading.timing import Dated, is_state

OCCURRING = frozenset({"happen", "occur", "come"})
POINTING = frozenset({"it", "this", "that"})
WHEN = frozenset({Relation.ON, Relation.IN})
"""How a date stands to what happens on it."""


def backwards(drafts: Sequence[Draft], clauses: Sequence[Clause], found: Sequence[Dated], number: int) -> list[Draft]:
    """A document's drafts so far, those dated of which this sentence says when they took place."""
    out = list(drafts)
    for clause in clauses:
        dates = [d for d in found if d.clause == clause.index and d.edtf and d.relation in WHEN and "/" not in d.edtf]
        subject = next(iter(clause.get("subj")), None)
        if subject is None or len(dates) != 1 or clause.negated or clause.parent >= 0 or not _took_place(clause):
            continue
        types = _pointed(subject)
        meant = {(d.clause, d.type) for d in out if types is not None and _is_meant(d, types, number)}
        if len(meant) != 1:
            continue
        date = dates[0]
        out = [
            replace(d, when=date.edtf, reckoned_from=date.reckoned_from, date_rule="as the next sentence tells of it")
            if _is_meant(d, types or frozenset(), number)
            else d
            for d in out
        ]
    return out


def _took_place(clause: Clause) -> bool:
    """Whether a verb only says that something happened, and has happened."""
    placed = clause.lemma.split(" ")[0] == "take" and any(p.head == "place" for p in clause.get("obj"))
    return (placed or clause.lemma in OCCURRING) and not clause.helpers


def _pointed(subject: Phrase) -> frozenset[str] | None:
    """The types of event that a subject means: any (empty) for `it`, those of `the attack`; None for another."""
    if subject.pronoun in POINTING:
        return frozenset()
    plain = not subject.mods and not set(subject.adjectives) - {"the", "this", "that"}
    if subject.mention < 0 and subject.definite and not subject.plural and plain:
        return ECHO_OF.get(subject.head)
    return None


def _is_meant(draft: Draft, types: frozenset[str], number: int) -> bool:
    near = number - draft.sentence == 1 and not draft.described and not is_state(draft.type)
    told = near and not draft.when and draft.certainty is not Certainty.DENIED
    return told and (draft.type in types if types else draft.type not in ("statement", "alias"))
