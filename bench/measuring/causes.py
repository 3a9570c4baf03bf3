"""Why the reader is wrong, as far as that can be counted: each missed gold claim and each extra is given one cause.

The causes are tried in the order of the enumeration. A miss and the extra that stands in its place are one error seen
from both sides; the pairs are found greedily, in the order of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from allegiance.model import TYPES
from bench.measuring.scoring import ClaimObject, Scorer, Wrong


class Missed(StrEnum):
    """Why a gold claim has no match."""

    POLARITY = "wrong polarity: said as so where gold has it denied, or the other way round"
    FILLER = "wrong filler of a key role"
    TYPE = "wrong type: the same actors, in a claim of another type"
    BESIDE = "the sentence gave other claims, and not this one"
    SILENT = "nothing was read in the sentence"


class Extra(StrEnum):
    """Why a claim that was said has no match."""

    PAIRED = "stands in the place of a missed claim (wrong polarity, filler or type)"
    AGAIN = "says again what was matched, with another certainty"
    BESIDE = "not in gold, in a sentence where gold has other claims"
    ALONE = "not in gold, in a sentence where gold has nothing"


@dataclass(frozen=True, slots=True)
class Causes:
    """The counts over one set. `fillers` says which key roles were filled wrongly, as `type.role`."""

    missed: Mapping[Missed, int]
    extra: Mapping[Extra, int]
    fillers: Mapping[str, int]
    types: Mapping[str, int]


def causes(wrong: Sequence[Wrong], scorer: Scorer) -> Causes:
    """Count the causes of what is wrong in these documents."""
    missed: Counter[Missed] = Counter()
    extra: Counter[Extra] = Counter()
    fillers: Counter[str] = Counter()
    types: Counter[str] = Counter()
    for document in wrong:
        free = list(document.extra)
        for gold in document.missing:
            cause, rival = _of_missing(gold, free, document, scorer)
            missed[cause] += 1
            if cause is Missed.SILENT or cause is Missed.BESIDE:
                types[str(gold["type"])] += 1
            if rival is not None:
                free.remove(rival)
                extra[Extra.PAIRED] += 1
                if cause is Missed.FILLER:
                    fillers.update(f"{gold['type']}.{role}" for role in _disagreeing(gold, rival, document, scorer))
        extra.update(_of_extra(said, document, scorer) for said in free)
    return Causes(missed, extra, fillers, types)


def _of_missing(
    gold: ClaimObject, free: Sequence[ClaimObject], document: Wrong, scorer: Scorer
) -> tuple[Missed, ClaimObject | None]:
    actors = document.actors
    for said in free:
        turned = {**said, "certainty": gold["certainty"]}
        if scorer.key_matches(gold, turned, actors):
            return Missed.POLARITY, said
    here = [said for said in free if _overlap(gold, said)]
    for said in here:
        wrong = _disagreeing(gold, said, document, scorer)
        if said["type"] == gold["type"] and len(wrong) <= max(1, len(scorer.keys(str(gold["type"]))) - 1):
            return Missed.FILLER, said
    for said in here:
        fillers = list(cast(Mapping[str, object], said["roles"]).values())
        keys = [value for role, value in _roles(gold).items() if role in scorer.keys(str(gold["type"]))]
        if said["type"] != gold["type"] and all(any(scorer.agrees(f, k, actors) for f in fillers) for k in keys):
            return Missed.TYPE, said
    if any(_overlap(gold, said) for said in (*document.matched, *document.extra)):
        return Missed.BESIDE, None
    return Missed.SILENT, None


def _of_extra(said: ClaimObject, document: Wrong, scorer: Scorer) -> Extra:
    if any(scorer.key_matches(gold, said, document.actors) for gold in document.gold):
        return Extra.AGAIN
    return Extra.BESIDE if any(_overlap(gold, said) for gold in document.gold) else Extra.ALONE


def _disagreeing(gold: ClaimObject, said: ClaimObject, document: Wrong, scorer: Scorer) -> list[str]:
    """The key roles of gold that the claim said does not fill rightly."""
    have = cast(Mapping[str, object], said["roles"])
    roles = _roles(gold)
    names = scorer.keys(str(gold["type"]))
    orders = [names, names[::-1]] if TYPES[str(gold["type"])].symmetric else [names]
    found = [
        [key for key, at in zip(names, order, strict=True)
         if roles.get(key) and not scorer.agrees(have.get(at), roles[key], document.actors)]
        for order in orders
    ]  # fmt: skip
    return min(found, key=len)


def _roles(gold: ClaimObject) -> Mapping[str, str]:
    return cast(Mapping[str, str], gold["roles"])


def _overlap(one: ClaimObject, other: ClaimObject) -> bool:
    (a, b), (c, d) = cast(tuple[int, int], one["evidence"]), cast(tuple[int, int], other["evidence"])
    return max(a, c) < min(b, d)
