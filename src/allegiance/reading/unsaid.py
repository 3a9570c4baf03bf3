"""The body of a change of post whose sentence names none, nor any post before it: `he resigned as spokesman`."""

from __future__ import annotations

from dataclasses import replace

from allegiance.reading import implied
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.referents import Referent


def of_change(draft: Draft, clause: Clause, discourse: Discourse) -> Referent | None:
    """The body in which somebody lost a post or followed another, where neither is known to have stood in one.

    It is that of the one who follows, where he was the other's deputy; else that of a post which its words leave open.
    """
    person, before = draft.get("person"), draft.get("predecessor")
    if person is not None and before is not None and _is_beside(person.chain, before.chain, clause, discourse):
        own = implied.stands_in(person.chain, discourse)
        if own >= 0:
            return discourse.named(own, clause.start, clause.end, "")
    return implied.body(replace(clause, args=tuple(a for a in clause.args if a.function in ("as", "oprd"))), discourse)


def _is_beside(person: int, before: int, clause: Clause, discourse: Discourse) -> bool:
    """Whether one was the other's deputy: `his deputy, Peter, took over`."""
    owners = [p for s in clause.get("subj") if s.head in implied.BESIDE for p in s.mod("poss", "of")]
    return discourse.described.kin.get(person, -1) == before or any(discourse.chain_of(p) == before for p in owners)
