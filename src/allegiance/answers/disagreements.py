"""Where reports contradict each other: each conflict with both sides' sentences, its kind, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from allegiance.answers import conflicts
from allegiance.answers.conflicts import Conflict
from allegiance.answers.corroboration import DISPUTED, Account, filled, subjects_of
from allegiance.answers.dating import order, read
from allegiance.answers.evidence import Shelf
from allegiance.answers.fates import ENDS_OF_LIFE, SIGNS_OF_LIFE
from allegiance.answers.people import posts_told_of
from allegiance.model import Actor, Answer, Recorded, Row, View

AT_ONCE = 400
"""Of so many actors at a time all claims are gone through, where conflicts of all are looked for."""


def disagreements(view: View, actor: Actor | None = None) -> Answer:
    """What reports disagree on, of one actor or of all, in order of time.

    Kinds: `claimed and denied`, `two doers` of one event, `two holders` of a post with one holder at a time,
    `dead, then alive`, `two dates` of what happens once, `two sides` that one man went to at one time. Fields: kind,
    about, one, one_according_to, one_published, other, other_according_to, other_published, settles. Every row is
    `disputed`.
    """
    shelf = Shelf(view)
    found = in_time(view, shelf, actor)
    query = (("actor", actor.name), ("actor_id", actor.id)) if actor else ()
    return Answer("disagreements", query, tuple(_row(c, shelf) for c in found), view.coverage(), shelf.evidence)


def in_time(view: View, shelf: Shelf, actor: Actor | None = None) -> list[Conflict]:
    """The conflicts of one actor, or of all, with every claim of both sides, in order of time."""
    if actor is None:
        return sorted(_of_all(view, shelf), key=_order)
    return sorted(found_in(view, view.claims(actors=[actor.id]), shelf, actor), key=_order)


def lately(view: View, shelf: Shelf, claims: Sequence[Recorded]) -> list[Conflict]:
    """The conflicts in which one of these claims takes a side, in order of time: what some reports disagree on.

    Only what is told of the same subjects is gone through, however much else is told.
    """
    ids = {r.claim.id for r in claims}
    found = [*_in_claims(view, _told_with(view, claims), shelf)]
    for group, posts in posts_told_of(view, claims):
        found += conflicts.holders(posts, group, shelf.name)
    return sorted((c for c in found if any(r.claim.id in ids for r in (*c.one.claims, *c.other.claims))), key=_order)


def _told_with(view: View, claims: Sequence[Recorded]) -> list[Recorded]:
    """Everything that is told of the subjects of these claims, in claims of their types."""
    subjects = {actor for r in claims for actor in subjects_of(r)} - {""}
    kinds = {r.claim.type for r in claims}
    if not subjects:
        return []
    given = view.claims(actors=sorted(subjects), types=sorted(kinds))
    return [r for r in given if not subjects.isdisjoint(subjects_of(r))]


def found_in(view: View, claims: Sequence[Recorded], shelf: Shelf, actor: Actor | None = None) -> Iterator[Conflict]:
    """Every conflict that these claims tell of; of what else bears on them, only so much is asked for."""
    yield from _in_claims(view, claims, shelf)
    for group, posts in posts_told_of(view, claims):
        for conflict in conflicts.holders(posts, group, shelf.name):
            if actor is None or actor.id in conflict.known:
                yield conflict


def _in_claims(view: View, claims: Sequence[Recorded], shelf: Shelf) -> Iterator[Conflict]:
    """The conflicts of claims of which each tells of the same as the other; those of posts apart."""
    yield from conflicts.denied(claims)
    yield from conflicts.doers(claims)
    fallen = {filled(r, "victim" if r.claim.type == "killing" else "person") for r in claims if _is_end(r)}
    shelf.know(sorted(fallen))
    lives = view.claims(actors=sorted(fallen), types=(*ENDS_OF_LIFE, *SIGNS_OF_LIFE)) if fallen else ()
    yield from conflicts.deaths(sorted(fallen), lives, shelf.name)
    yield from conflicts.dates(claims, shelf.name)
    yield from conflicts.sides(claims, shelf.name)


def _of_all(view: View, shelf: Shelf) -> Iterator[Conflict]:
    """Every conflict that there is, found for some actors at a time: a whole ledger is more than memory may hold.

    Claims that conflict tell of one subject, or of the same two, but for two holders of a post: those meet in a group.
    """
    actors = view.told_of()
    for start in range(0, len(actors), AT_ONCE):
        some = frozenset(actors[start : start + AT_ONCE])
        given = view.claims(actors=sorted(some))
        own = [r for r in given if min(subjects_of(r), default="") in some]
        yield from _in_claims(view, own, shelf)
        in_groups = [r for r in given if r.actor("group") in some]
        for group, posts in posts_told_of(view, in_groups):
            yield from conflicts.holders(posts, group, shelf.name)


def _is_end(recorded: Recorded) -> bool:
    return recorded.claim.type in ENDS_OF_LIFE


def _order(conflict: Conflict) -> tuple[object, ...]:
    lead = conflict.one.lead
    told = order(read(lead.claim.when) or read(lead.appearance.published))
    return told, conflict.kind, conflict.about, min(map(_place, (*conflict.one.claims, *conflict.other.claims)))


def _place(recorded: Recorded) -> tuple[bool, str, str, int, str]:
    """Where a claim stands among all: what is told first comes first, whatever it was found with."""
    published, claim = recorded.appearance.published, recorded.claim
    return not published, published, claim.document, claim.evidence.start, claim.id


def _row(conflict: Conflict, shelf: Shelf) -> Row:
    one, other = conflict.one, conflict.other
    fields = (
        ("kind", conflict.kind),
        ("about", conflict.about),
        ("one", one.lead.sentence),
        ("one_according_to", _who(one)),
        ("one_published", one.lead.appearance.published),
        ("other", other.lead.sentence),
        ("other_according_to", _who(other)),
        ("other_published", other.lead.appearance.published),
        ("settles", conflict.settles),
    )
    kept = shelf.keep([one.lead, other.lead, *one.claims, *other.claims])
    counts = " against ".join(f"{side.sources or len(side.claims)}" for side in (one, other))
    return Row(fields, DISPUTED, kept, f"independent sources: {counts}")


def _who(side: Account) -> str:
    return side.according_to or side.lead.appearance.publisher
