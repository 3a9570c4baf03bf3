"""The tenures of a group with everything that bears on them: its claims, and the fates and moves of its people."""

from __future__ import annotations

from allegiance.answers.corroboration import is_single
from allegiance.answers.tenures import ENDS_OF_LIFE, SIGNS_OF_LIFE, Tenure, tenures
from allegiance.model import Recorded, View

_ABOUT_PEOPLE = (*ENDS_OF_LIFE, *SIGNS_OF_LIFE, "succession")
_PEOPLE = ("person", "predecessor", "actor", "victim")


def claims_around(view: View, group: str) -> list[Recorded]:
    """The claims about a group, and those about the fate and moves of everybody who stands in one of them."""
    of_group = view.claims(actors=[group])
    people = sorted({actor for r in of_group for role, actor in r.actor_ids if role in _PEOPLE} - {group})
    of_people = view.claims(actors=people, types=_ABOUT_PEOPLE) if people else ()
    return list({r.claim.id: r for r in (*of_group, *of_people)}.values())


def single_posts(view: View, group: str) -> list[tuple[tuple[str, str], list[Tenure]]]:
    """The posts of a group that have one holder at a time, by post and area in order, each with its tenures."""
    posts: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in tenures(claims_around(view, group), group):
        if is_single(tenure.slot.post, tenure.slot.area):
            posts.setdefault((tenure.slot.post, tenure.slot.area), []).append(tenure)
    return sorted(posts.items())
