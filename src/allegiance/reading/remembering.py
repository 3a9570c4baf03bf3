"""What a sentence's drafts tell the rest of a document: who is of which body, what it came of, what it is called."""

from __future__ import annotations

from collections.abc import Sequence

from allegiance.model import Certainty, Kind, Phase
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.filling import referent_of

BELONGING = frozenset({"post", "appointment", "membership", "join", "removal", "founding"})


def belongings(fresh: Sequence[Draft], clauses: Sequence[Clause], discourse: Discourse) -> None:
    """Remember the posts, parents, new names and foundings that a sentence tells of."""
    for draft in fresh:
        person = draft.get("person")
        role, group = draft.name("role"), draft.get("group")
        if draft.type in ("post", "appointment") and person is not None and person.chain >= 0 and role:
            discourse.entitle(role, person.chain, group.chain if group is not None else -1)
        child, parent = draft.get("group"), draft.get("from" if draft.type == "split" else "parent")
        if child is not None and parent is not None and min(child.chain, parent.chain) >= 0:
            discourse.seen.prominent.parents[child.chain] = parent.chain
        old, new = draft.get("group"), draft.get("name")
        if draft.type == "renaming" and old is not None and new is not None and old.chain != new.chain >= 0:
            discourse.seen.prominent.renamed[old.chain] = new.chain
        born = draft.get({"founding": "group", "merger": "into"}.get(draft.type, ""))
        if born is not None and born.chain >= 0 and _told(draft, clauses):
            discourse.seen.prominent.found(born.chain)


def note(discourse: Discourse, draft: Draft) -> None:
    """Remember to whose group a person belongs: `his deputy` holds his post there."""
    person = draft.get("person") or draft.get("actor") or draft.get("founder")
    to = draft.get("to")
    if draft.type == "pledge" and person is not None and to is not None and person.chain >= 0 and to.chain >= 0:
        discourse.pledged[person.chain] = discourse.named(to.chain, to.start, to.end, to.mention)
    who = draft.get("victim") or person
    discourse.fates.violence |= draft.type in ("attack", "killing")
    if who is not None and draft.certainty is not Certainty.DENIED:
        discourse.fates.note(draft.type, referent_of(who), draft.sentence)
    _note_body(discourse, draft)
    source = draft.get("from") if draft.type == "leave" else None
    if source is not None and person is not None and min(source.chain, person.chain) >= 0:
        discourse.described.left[person.chain] = source.chain
    person = person or draft.get("founder")
    group = draft.get("group") or (draft.get("to") if draft.type == "join" else None)
    if (
        (
            person is not None
            and group is not None
            and person.chain >= 0
            and group.chain >= 0
            and draft.certainty is not Certainty.DENIED
        )
        and group.kind is Kind.GROUP
        and person.kind is Kind.PERSON
    ):
        passing = draft.type == "join" or draft.phase is Phase.FORMER
        if not passing or person.chain not in discourse.described.group_of:
            discourse.described.group_of[person.chain] = group.chain
            told = discourse.described.once
            told.add(person.chain) if draft.phase is Phase.FORMER else told.discard(person.chain)


def _told(draft: Draft, clauses: Sequence[Clause]) -> bool:
    """Whether a sentence tells what a draft says for its own sake, not to say who somebody is."""
    embedding = clauses[draft.clause].embedding if 0 <= draft.clause < len(clauses) else ""
    return not draft.described and draft.certainty is not Certainty.DENIED and embedding not in ("relcl", "acl")


def _note_body(discourse: Discourse, draft: Draft) -> None:
    """Remember to which bodies a person was said to belong, in the order of the saying: whence he may go over."""
    person = draft.get("person") or draft.get("actor") or draft.get("founder")
    group = draft.get("group") or draft.get("to")
    if draft.type not in BELONGING or draft.certainty is Certainty.DENIED or person is None or group is None:
        return
    if person.chain >= 0 and group.chain >= 0 and group.kind is Kind.GROUP and person.kind is Kind.PERSON:
        held = discourse.bodies.setdefault(person.chain, [])
        if group.chain in held:
            held.remove(group.chain)
        held.insert(0 if draft.phase is Phase.FORMER else len(held), group.chain)
