"""Of a network of thousands, the part that can be drawn and still be read: those of most independent sources.

What is left out of a drawing stands in the table below it, and the page says how many they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from allegiance.model import Answer, Row

MOST_DRAWN = 500
"""So many actors a drawing shows besides the one asked about, unless all are asked for."""


def actors_of(answer: Answer) -> list[Row]:
    """The rows of a network that tell of an actor."""
    return [row for row in answer.rows if row.get("section") == "actor"]


def ties_of(answer: Answer) -> list[Row]:
    """The rows of a network that tell of a tie."""
    return [row for row in answer.rows if row.get("section") == "tie"]


def weights(ties: Iterable[Row]) -> Counter[str]:
    """For each actor the independent sources of its ties."""
    out: Counter[str] = Counter()
    for row in ties:
        many = int(row.get("sources") or 1)
        out[row.get("who_id")] += many
        out[row.get("whom_id")] += many
    return out


def parents(steps: Mapping[str, int], ties: Iterable[Row]) -> dict[str, str]:
    """For each actor but the first the one through which it was met; `steps` are those from the one asked about."""
    out: dict[str, str] = {}
    for row in ties:
        ends = row.get("who_id"), row.get("whom_id")
        for one, other in (ends, ends[::-1]):
            if one in steps and other in steps and steps[other] == steps[one] + 1:
                out.setdefault(other, one)
    return out


def best_attested(answer: Answer, most: int = MOST_DRAWN) -> Answer:
    """At most so many actors around the one asked about, with all ties between them: those of most independent sources.

    Whoever is kept is still joined to the actor asked about: those through whom he was met are kept too. Of as many
    sources, who comes first in the answer, being nearer or more surely tied.
    """
    actors, ties = actors_of(answer), ties_of(answer)
    if len(actors) <= most + 1:
        return answer
    kept = _kept(actors, ties, most + 1)
    drawn = [row for row in actors if row.get("actor_id") in kept]
    between = [row for row in ties if row.get("who_id") in kept and row.get("whom_id") in kept]
    return replace(answer, rows=(*drawn, *between))


def _kept(actors: Sequence[Row], ties: Sequence[Row], most: int) -> set[str]:
    steps = {row.get("actor_id"): int(row.get("steps")) for row in actors}
    above, weight = parents(steps, ties), weights(ties)
    kept = {actor for actor, step in steps.items() if not step}
    for actor in sorted(steps, key=lambda one: -weight[one]):
        way, at = list[str](), actor
        while at and at not in kept:
            way.append(at)
            at = above.get(at, "")
        if len(kept) + len(way) <= most:
            kept.update(way)
        if len(kept) == most:
            break
    return kept
