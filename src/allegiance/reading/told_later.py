"""A date or place that is told in the sentence behind: `Gunmen abducted A. The abduction took place on Monday.`"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import Certainty
from allegiance.reading.clause import Clause
from allegiance.reading.dates_phrase import Relation
from allegiance.reading.draft import Draft
from allegiance.reading.echo import ECHO_OF
from allegiance.reading.phrases import DONE, Phrase
from allegiance.reading.placing import Placing
from allegiance.reading.timing import Dated, is_state

OCCURRING = frozenset({"happen", "occur", "come"})
POINTING = frozenset({"it", "this", "that"})
WHEN = frozenset({Relation.ON, Relation.IN})
"""How a date stands to what happens on it."""


def backwards(
    drafts: Sequence[Draft], clauses: Sequence[Clause], found: Sequence[Dated], placing: Placing, number: int
) -> list[Draft]:
    """A document's drafts so far, with the date and the place that this sentence gives of what was told last."""
    out = list(drafts)
    for clause in clauses:
        event = _event(clause)
        if event is None:
            continue
        dates = [d for d in found if d.clause == clause.index and d.edtf and d.relation in WHEN and "/" not in d.edtf]
        where = placing.of(clause, "attack", ())
        meant = [d for d in out if _is_meant(d, event, number)]
        if len({(d.clause, d.type) for d in meant}) == 1:
            out = [_told(d, dates, where) if d in meant else d for d in out]
    return out


def _event(clause: Clause) -> Phrase | None:
    """What a clause says took place or was carried out: `the attack`, `it`; None for other clauses."""
    if clause.form != "verb" or clause.negated or clause.parent >= 0:
        return None
    lemma = clause.lemma.split(" ")[0]
    placed = (lemma == "take" and any(p.head == "place" for p in clause.get("obj"))) or clause.lemma in OCCURRING
    done = lemma in DONE and clause.passive and set(clause.helpers) <= {"was", "were"}
    if done or (placed and not clause.helpers):
        return next(iter(clause.get("obj" if done else "subj")), None)
    return None


def _told(draft: Draft, dates: Sequence[Dated], where: str) -> Draft:
    """A draft with the one date, and with the place, where it had none."""
    if len(dates) == 1 and not draft.when:
        rule = "as the next sentence tells of it"
        draft = replace(draft, when=dates[0].edtf, reckoned_from=dates[0].reckoned_from, date_rule=rule)
    return replace(draft, where=draft.where or where)


def _pointed(subject: Phrase) -> frozenset[str] | None:
    """The types of event that a subject means: any (empty) for `it`, those of `the attack`; None for another."""
    if subject.pronoun in POINTING:
        return frozenset()
    plain = not subject.mods and not set(subject.adjectives) - {"the", "this", "that"}
    if subject.mention < 0 and subject.definite and not subject.plural and plain:
        return ECHO_OF.get(subject.head)
    return None


def _is_meant(draft: Draft, event: Phrase, number: int) -> bool:
    """Whether an event is what a draft of the sentence before tells of, or its means: `killed in an ambush`."""
    types = _pointed(event)
    near = number - draft.sentence == 1 and not draft.described and not is_state(draft.type)
    if types is None and event.definite and event.mention < 0 and near:
        return draft.name("means").split(" ")[-1] == event.head
    if types is None or not near or draft.certainty is Certainty.DENIED:
        return False
    means = draft.name("means").split(" ")[-1] == event.head and bool(event.head)
    return means or (draft.type in types if types else draft.type not in ("statement", "alias"))
