"""The tenures of a group with everything that bears on them: its claims, and the fates and moves of its people."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from allegiance.answers.corroboration import filled, is_single, post_class
from allegiance.answers.fates import ENDS_OF_LIFE, SIGNS_OF_LIFE
from allegiance.answers.tenure import Tenure
from allegiance.answers.tenures import tenures
from allegiance.model import Recorded, View

_ABOUT_PEOPLE = (*ENDS_OF_LIFE, *SIGNS_OF_LIFE, "succession")
_POSTS = ("post", "appointment", "removal", "succession")
_BELONGING = ("membership", "join", "leave", "pledge", "renounce")
_PEOPLE = ("person", "predecessor", "actor", "victim")


def claims_around(view: View, group: str) -> list[Recorded]:
    """The claims of who held a group's posts and belonged to it, and of the fate and moves of all of these.

    What else is told of the group, such as its attacks, is not asked for.
    """
    of_group = view.claims(actors=[group], types=(*_POSTS, *_BELONGING, "merger"))
    people = sorted({actor for r in of_group for role, actor in r.actor_ids if role in _PEOPLE} - {group})
    of_people = view.claims(actors=people, types=_ABOUT_PEOPLE) if people else ()
    return list({r.claim.id: r for r in (*of_group, *of_people)}.values())


def claims_beside(
    view: View, person: str, own: Sequence[Recorded], posts: Collection[tuple[str, str, str]] | None = None
) -> list[Recorded]:
    """A person's own claims, and those about whoever else held one of these posts, with their fates and moves.

    A post is its group, its class and its area; without any, every single post of which his claims tell.

    Of everything else that is told of his groups only what ended them is asked for: a group may have thousands.
    """
    asked = _single_posts_in(own) if posts is None else posts
    beside = (*_about_posts(view, asked, {person}), *mergers_beside(view, own))
    return list({r.claim.id: r for r in (*own, *beside)}.values())


def mergers_beside(view: View, own: Sequence[Recorded]) -> Sequence[Recorded]:
    """The mergers that groups of which a person's claims tell may have gone into."""
    groups = {filled(r, "group") or filled(r, "to") for r in own if r.claim.type in (*_POSTS, *_BELONGING)} - {""}
    return view.claims(actors=sorted(groups), types=("merger",)) if groups else ()


def _single_posts_in(claims: Sequence[Recorded]) -> set[tuple[str, str, str]]:
    return {_post(r) for r in claims if r.claim.type in _POSTS and is_single(*_post(r)[1:])}


def _about_posts(view: View, posts: Collection[tuple[str, str, str]], known: set[str]) -> list[Recorded]:
    """What is told of these posts, and of their holders, but for those known."""
    groups = sorted({group for group, _, _ in posts if group})
    told = view.claims(actors=groups, types=_POSTS) if groups else ()
    held = [r for r in told if _post(r) in posts]
    people = sorted({actor for r in held for role, actor in r.actor_ids if role in _PEOPLE} - known)
    more = view.claims(actors=people, types=_ABOUT_PEOPLE) if people else ()
    return list({r.claim.id: r for r in (*held, *more)}.values())


Posts = list[tuple[tuple[str, str], list[Tenure]]]
"""Posts that have one holder at a time, by post and area in order, each with its tenures."""


def posts_told_of(view: View, claims: Sequence[Recorded]) -> Iterator[tuple[str, Posts]]:
    """The single posts of which these claims tell, by group, with everybody who is told of in them."""
    told = _single_posts_in(claims)
    around = _about_posts(view, told, set())
    by_person: dict[str, list[Recorded]] = {}
    for recorded in around:
        for actor in {actor for role, actor in recorded.actor_ids if role in _PEOPLE}:
            by_person.setdefault(actor, []).append(recorded)
    holders: dict[str, set[str]] = {}
    for recorded in around:
        if recorded.claim.type in _POSTS and _post(recorded) in told:
            people = {actor for role, actor in recorded.actor_ids if role in _PEOPLE}
            holders.setdefault(filled(recorded, "group"), set()).update(people)
    for group in sorted(holders):
        own = {r.claim.id: r for person in sorted(holders[group]) for r in by_person[person]}
        posts = _single(tenures(list(own.values()), group))
        yield group, [(slot, held) for slot, held in posts if (group, *slot) in told]


def _post(recorded: Recorded) -> tuple[str, str, str]:
    return filled(recorded, "group"), post_class(recorded.claim.name("role")), filled(recorded, "area")


def single_posts(view: View, group: str) -> Posts:
    """The posts of a group that have one holder at a time."""
    return _single(tenures(claims_around(view, group), group))


def _single(found: Iterable[Tenure]) -> Posts:
    posts: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in found:
        if is_single(tenure.slot.post, tenure.slot.area):
            posts.setdefault((tenure.slot.post, tenure.slot.area), []).append(tenure)
    return sorted(posts.items())
