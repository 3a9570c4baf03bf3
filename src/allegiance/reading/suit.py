"""`B followed suit`, `B did the same`, `so did B`: another did what has just been told of somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import Certainty, Kind
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.filling import Fill
from allegiance.reading.referents import Referent

DOERS = {
    "pledge": ("actor", "to"),
    "renounce": ("actor", "from"),
    "join": ("actor", "to"),
    "leave": ("actor", "from"),
    "merger": ("group", "into"),
    "split": ("group", "from"),
}
"""Types of deeds that another may do after one, with the role of the doer and of what both do it to."""
ALIKE = frozenset({"suit", "same", "likewise"})
AS_WELL = frozenset({"so", "too", "likewise", "also", "similarly"})
REACH = 2
"""How many sentences back the deed may have been told."""


def follows(clause: Clause) -> bool:
    """Whether a clause says that its subject did likewise."""
    if clause.form != "verb" or clause.negated or clause.passive:
        return False
    things = {p.head for p in clause.get("obj")}
    words = things | {w for p in clause.get("obj") for w in p.adjectives} | set(clause.adverbs)
    if clause.lemma == "follow":
        return "suit" in words
    bare = not clause.get("obj", "attr", "to", "for", "with")
    return clause.lemma == "do" and (bool(things & ALIKE) or (bare and bool(words & AS_WELL)))


def repeated(own: Draft, clause: Clause, earlier: Sequence[Draft], discourse: Discourse) -> list[Draft]:
    """The deed last told, as done by the clause's subject too. `own` is what the clause says of when and by whom."""
    number = own.sentence
    told = [
        d for d in earlier
        if d.type in DOERS and not d.described and number - REACH <= d.sentence <= number
        and (d.sentence < number or d.clause != clause.index)
        and d.certainty in (Certainty.STATED, Certainty.REPORTED)
    ]  # fmt: skip
    last = [d for d in told if d.sentence == told[-1].sentence and d.clause == told[-1].clause]
    if not last or len({(d.type, d.name(DOERS[d.type][1])) for d in last}) != 1:
        return []
    out = []
    for who in _subjects(clause, discourse):
        fills = _by(last[0], who)
        if fills:
            out.append(replace(own, frame=f"suit:{last[0].frame}", type=last[0].type, fills=fills))
    return out


def _subjects(clause: Clause, discourse: Discourse) -> list[Referent]:
    phrases = [m for p in clause.get("subj") for m in (p.members or (p,))]
    found = [discourse.refer(p) for p in phrases]
    return [r for r in found if r is not None and (r.named or r.anchored) and r.kind in (Kind.PERSON, Kind.GROUP)]


def _by(draft: Draft, who: Referent) -> tuple[Fill, ...]:
    """The same deed, done by another: by a body where only bodies do it, and to nobody who does it; else nothing."""
    doer, target = DOERS[draft.type]
    other = draft.get(target)
    if other is None or (who.chain >= 0 and any(f.chain == who.chain for f in draft.fills)):
        return ()
    if doer == "group" and who.kind is not Kind.GROUP:
        return ()
    own = Fill(doer, who.name, who.mention, who.kind, who.start, who.end, who.chain, who.named, who.rank, who.anchored)
    return (own, other)
