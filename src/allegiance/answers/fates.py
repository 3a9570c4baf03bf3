"""Who is said to be dead, what denies it, and what he is told to have done on a later day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from allegiance.answers.corroboration import account, denies, filled, surest
from allegiance.answers.dating import agreed, happened, order, read
from allegiance.answers.tenure import DEAD, Ending
from allegiance.model import Certainty, Recorded

ENDS_OF_LIFE = ("killing", "death")
SIGNS_OF_LIFE = {
    **dict.fromkeys(("join", "leave", "pledge", "renounce"), "actor"),
    **dict.fromkeys(("detention", "release", "appointment", "removal"), "person"),
    "statement": "issuer",
}
"""Claim types that show a man alive on their date, and the role in which they do."""


def deaths_of(claims: Iterable[Recorded]) -> dict[str, Ending]:
    """What is said of each person's death, whoever is said to have done it, with every denial of it, by actor's id."""
    told: dict[str, list[Recorded]] = {}
    active: dict[str, list[Recorded]] = {}
    for recorded in claims:
        kind = recorded.claim.type
        if kind in ENDS_OF_LIFE:
            told.setdefault(filled(recorded, "victim" if kind == "killing" else "person"), []).append(recorded)
        elif kind in SIGNS_OF_LIFE and recorded.claim.certainty in (Certainty.STATED, Certainty.REPORTED):
            active.setdefault(filled(recorded, SIGNS_OF_LIFE[kind]), []).append(recorded)
    return {person: _death(given, active.get(person, ())) for person, given in told.items()}


def _death(claims: Sequence[Recorded], active: Sequence[Recorded]) -> Ending:
    """What claims of one person's death and killing come to. One man dies once, so their dates are taken together.

    The surest claims alone date it: a rumour of 2010 is no date for what a report of 2013 states. *X did not kill him*
    does not deny that he is dead, and counts only where no other account of his death stands. What he did on a later
    date of its own speaks against it; a report's date alone does not.
    """
    affirmed = [r for r in claims if r.claim.certainty is not Certainty.DENIED]
    denials = [r for r in claims if r.claim.certainty is Certainty.DENIED]
    standing = [r for r in affirmed if not any(d.claim.name("by") and denies(d, r) for d in denials)]
    against = [d for d in denials if not d.claim.name("by") or not standing]
    span = agreed(sorted((span for r in surest(affirmed) if (span := happened(r)) is not None), key=order))
    acts = [(r, own) for r in active if (own := read(r.claim.when)) is not None]
    alive = tuple(r for r, own in acts if span is not None and span.before(own))
    return Ending(DEAD, span, account([*(standing or affirmed), *against]), alive)
