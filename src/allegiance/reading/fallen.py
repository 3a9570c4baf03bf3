"""Whose fall leaves a post empty: what `on his death command passed to Baro` speaks of beside what it tells."""

from __future__ import annotations

from allegiance.model import Kind
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.referents import Referent

FALLS = frozenset(
    "death killing murder assassination arrest capture detention resignation dismissal removal sacking ouster "
    "departure retirement defection execution demise fall imprisonment surrender abduction passing".split()
)
"""Nouns for what leaves a post empty."""
WHEREON = ("after", "on", "upon", "following", "since", "with")
RECENT = 1
"""How many sentences back a fall may lie that an appointment leans on."""


def fallen(clause: Clause, discourse: Discourse) -> Referent | None:
    """Whose fall a clause speaks of beside what it tells (`on his death`), else who fell last, just before."""
    for phrase in clause.get(*WHEREON):
        if phrase.mention < 0 and phrase.head in FALLS:
            owners = [discourse.refer(p) for p in phrase.mod("of", "poss")]
            named = [o for o in owners if o is not None and o.chain >= 0 and o.kind is Kind.PERSON]
            return named[0] if len(named) == 1 else None
    fates = discourse.fates
    if fates.gone < 0 or fates.now - fates.gone_at > RECENT:
        return None
    return discourse.named(fates.gone, clause.start, clause.end, discourse.chain(fates.gone).name)


def vacated(clause: Clause, discourse: Discourse) -> Referent | None:
    """The body of whoever fell, whose post his fall leaves empty."""
    who = fallen(clause, discourse)
    group = discourse.described.group_of.get(who.chain, -1) if who is not None else -1
    return discourse.named(group, clause.start, clause.end, "") if group >= 0 else None
