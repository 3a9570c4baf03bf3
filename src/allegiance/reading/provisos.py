"""What frames on men ask for beside their roles: two who are named, a body that shows a killing, an illness."""

from __future__ import annotations

import re
from dataclasses import replace

from allegiance.model import Certainty, Kind
from allegiance.reading import degrees
from allegiance.reading.amounts import amount
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.match import Hit

MARKED = frozenset(
    "bullet riddled bullet-riddled headless decapitated beheaded mutilated dismembered tortured bullet-ridden".split()
)
"""Adjectives of a dead body that say that somebody killed."""
SLAIN = frozenset("slain murdered executed beheaded assassinated massacred".split())
"""Adjectives of people that say that somebody killed them."""
ILLNESS = frozenset(
    "cancer illness disease diabetes leukaemia leukemia tuberculosis malaria covid covid-19 tumour tumor hepatitis "
    "pneumonia aids parkinson alzheimer".split()
)
"""What one may lose a battle with and not have fallen."""


def named_two(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """Two men, each by his name."""
    sides = (draft.get("a"), draft.get("b"))
    named = all(f is not None and f.named and f.chain >= 0 and f.kind is Kind.PERSON for f in sides)
    return draft if named else None


def struck_down(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`lost its commander in a raid`: somebody who is named, by his post or as one of its own."""
    victim = draft.get("victim")
    counted = victim is not None and victim.anchored and amount(victim.name) is not None
    return draft if victim is not None and (victim.named or counted) and victim.kind is Kind.PERSON else None


def marked_body(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """A body that bears the marks of a killing."""
    bodies = hit.clause.get("obj")
    slain = any(SLAIN & set(q.adjectives) for p in bodies for q in p.mod("of"))
    return draft if slain or any(MARKED & set(p.adjectives) for p in bodies) else None


def bare_life(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`serving life`: a sentence, where nothing says whose life, of what, or back."""
    bare = any(p.head == "life" and not p.adjectives and not p.mods for p in hit.clause.get("obj"))
    return draft if bare and not set(hit.clause.adverbs) & {"back", "together"} else None


def ill(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """A battle lost with an illness."""
    cause = draft.name("cause").lower().split()
    return draft if ILLNESS & set(cause) else None


BLOODY = frozenset("violent bloody grisly brutal gruesome savage".split())
"""Adjectives of an end that somebody made."""


def bloody(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`met a violent end`: an end that somebody made."""
    return draft if any(BLOODY & set(p.adjectives) for p in hit.clause.get("obj")) else None


def ordered(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`killed by his guards, allegedly on the orders of A`: how sure it is that A gave them."""
    by = draft.get("by")
    if by is None:
        return None
    before = re.split("[,;(]", discourse.text[max(0, by.start - 60) : by.start].lower())[-1]
    return replace(draft, certainty=degrees.weaker(draft.certainty, degrees.by_words(before.split())))


BIDDING = frozenset({"order", "direct", "commission", "arrange"})
"""Verbs of what is not done yet when it is bidden."""


def bidden(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`ordered the murder of A in 2014`, `who ordered it`, `had ordered it`: it was done; a bare order may not be."""
    clause = hit.clause
    done = clause.perfect or bool({"have", "had", "has", "having"} & set(clause.helpers)) or clause.embedding == "relcl"
    return draft if clause.lemma not in BIDDING or done or draft.when else None


def affirmed(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """What is not denied by saying that its sign was not seen: `the body was not found after the raid`."""
    return None if hit.clause.negated or draft.certainty is Certainty.DENIED else draft
