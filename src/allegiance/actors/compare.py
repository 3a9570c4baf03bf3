"""How alike two names are, with the reasons: for people who ask why, and for ranking what a person should look at.

The *score* goes from 0 to 1 and says how alike two names are as names: from `LIKELY` up, two names met at random are
more likely one actor's than not; two equal names have 1. The *verdict* says what follows from the names alone. `same`
begins at `SAME_FROM`, and only where the names tell enough: a single name, a kunya alone, another order of two given
names, an acronym never do, however high the score. Nothing here joins two actors: names alone join nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from allegiance.actors.bodies import is_body_name, weigh_bodies
from allegiance.actors.persons import Weighed, weigh_persons
from allegiance.model import Kind

SAME_FROM = 0.8
"""A score from which two names are called the same, where they tell enough."""

LIKELY = 0.7
"""A score from which two names are more likely one actor's than two actors'."""

UNSURE_FROM = 0.5
"""A score from which they may be the same."""

CHARACTERS = 400
"""No more of a name is looked at."""

REASONS = 8
"""So many reasons are given."""


class Verdict(StrEnum):
    """What a comparison comes to."""

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are: `score` from 0 to 1, what follows from it, and why, in words."""

    score: float
    verdict: Verdict
    because: str


def compare(a: str, b: str, kind: Kind = Kind.PERSON) -> Comparison:
    """Hold two names of one kind side by side. The order of the two makes no difference.

    Where the kind is unknown, two names without a word that bodies have in their names are held to be persons'.
    """
    if kind is Kind.UNKNOWN:
        kind = Kind.GROUP if any(is_body_name(name[:CHARACTERS]) for name in (a, b)) else Kind.PERSON
    weigh = weigh_persons if kind is Kind.PERSON else weigh_bodies
    weighed = weigh(a[:CHARACTERS], b[:CHARACTERS])
    if a == b and weighed.score:
        weighed = Weighed(1.0, weighed.enough, weighed.reasons)
    elif len(a) > CHARACTERS or len(b) > CHARACTERS:
        weighed = Weighed(min(weighed.score, 0.6), False, ("only their beginnings were compared", *weighed.reasons))
    score = round(weighed.score, 3)
    return Comparison(score, _verdict(score, weighed), "; ".join(weighed.reasons[:REASONS]))


def _verdict(score: float, weighed: Weighed) -> Verdict:
    if score >= SAME_FROM and weighed.enough:
        return Verdict.SAME
    return Verdict.UNSURE if score >= UNSURE_FROM else Verdict.DIFFERENT
