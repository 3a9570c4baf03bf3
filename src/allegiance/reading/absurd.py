"""What no frame may say, whatever its words: players change clubs, a body fights itself, a rank is a post."""

from __future__ import annotations

import re

from allegiance.model import TYPES, Kind
from allegiance.reading import lexicon, scene
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.match import Hit

NOT_OF_STATES = frozenset("commander leader chief emir deputy recruiter financier preacher cleric imam".split())
"""Posts that a country has none of, or one: with `a` before it, its adjective only says where their holder is from."""


def is_absurd(draft: Draft, hit: Hit, discourse: Discourse) -> bool:
    """Whether a draft says what cannot be meant."""
    if draft.type in scene.MOVES and scene.peaceful(discourse.text[draft.start : draft.end]):
        return True
    if draft.type == "post" and _in_a_land(draft, discourse):
        return True
    return _with_itself(draft) or draft.name("role") == "rank" or _by_birth(draft, hit, discourse)


WITHIN = re.compile(r"\bin (?:the )?(?:[a-z-]+ (?:of )?(?:the )?){0,3}$")


def _in_a_land(draft: Draft, discourse: Discourse) -> bool:
    """`a militant leader in the republic of Arzhi`: he leads there, and not the republic."""
    group, word = draft.get("group"), draft.name("role").split(" ")[-1]
    if group is None or group.chain < 0 or word not in NOT_OF_STATES:
        return False
    placed = discourse.chain(group.chain).kind is Kind.PLACE
    return placed and WITHIN.search(discourse.text[max(0, group.start - 40) : group.start]) is not None


def _by_birth(draft: Draft, hit: Hit, discourse: Discourse) -> bool:
    """`a Croat commander`, `a Yemeni preacher`: it says whence he is, and not whom he serves."""
    group, word = draft.get("group"), draft.name("role").split(" ")[-1]
    if draft.type != "post" or group is None or word not in NOT_OF_STATES:
        return False
    one = any(p.text.lower().startswith(("a ", "an ")) for p in hit.clause.get("attr"))
    country = group.chain >= 0 and bool(discourse.chain(group.chain).country)
    return one and (country or group.mention.lower() in lexicon.demonyms())


def _with_itself(draft: Draft) -> bool:
    """Whether two are told of that are one: `the two units fought` of units that have no name each."""
    kind = TYPES[draft.type]
    return kind.symmetric and bool(draft.name(kind.keys[0])) and draft.name(kind.keys[0]) == draft.name(kind.keys[1])
