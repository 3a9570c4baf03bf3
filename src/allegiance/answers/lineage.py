"""Where a group comes from and what became of it: founding, splits, mergers, names, and what it is part of."""

from __future__ import annotations

from collections import deque

from allegiance.answers.evidence import Shelf
from allegiance.answers.happenings import Outcomes, happenings, row
from allegiance.model import Actor, Answer, Recorded, Row, View

TIES = ("founding", "split", "merger", "renaming", "affiliation")
_BETWEEN = {"split": ("group", "from"), "merger": ("group", "into"), "renaming": ("group", "name")}
MOST_GROUPS = 200
"""So many groups are followed, the nearest first."""


def lineage(view: View, group: Actor) -> Answer:
    """The family of a group: what it split from, merged into, was called, and what split from and merged into it.

    Splits, mergers and new names are followed from group to group, however far; foundings and affiliations are told of
    those that are met. In order of time. Fields: as a timeline's, and `steps`, how many ties away from the group asked
    about it lies.
    """
    near, claims = _family(view, group)
    told = happenings(list(claims.values()))
    shelf, outcomes = Shelf(view), Outcomes(view, ())
    rows = []
    for happening in told:
        ends = [near[actor] for _, actor in happening.told.lead.actor_ids if actor in near]
        made = row(happening, outcomes, shelf)
        rows.append(Row((*made.fields, ("steps", str(min(ends, default=0)))), made.status, made.claims, made.because))
    problems = (f"only the {MOST_GROUPS} nearest groups were followed",) if len(near) >= MOST_GROUPS else ()
    query = (("group", group.name), ("group_id", group.id))
    return Answer("lineage", query, tuple(rows), view.coverage(), shelf.evidence, problems)


def _family(view: View, group: Actor) -> tuple[dict[str, int], dict[str, Recorded]]:
    """The groups of the family with how many ties away each is, and the claims that tell of it."""
    near = {group.id: 0}
    claims: dict[str, Recorded] = {}
    left = deque([group.id])
    while left and len(near) < MOST_GROUPS:
        one = left.popleft()
        for recorded in view.claims(actors=[one], types=TIES):
            claims[recorded.claim.id] = recorded
            for role in _BETWEEN.get(recorded.claim.type, ()):
                other = recorded.actor(role)
                if other and other not in near:
                    near[other] = near[one] + 1
                    left.append(other)
    return near, claims
