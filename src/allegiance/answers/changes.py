"""What would now be answered differently: two states of one record set beside each other.

Only what is touched is looked at: the claims that stand in one of the two and not in the other, or whose actors are
others there, and whatever is told of the same subjects in the same way. The rest is the same, and is not asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol, Self

from allegiance.answers.conflicts import CLAIMED_AND_DENIED, Conflict
from allegiance.answers.corroboration import DENIED, DISPUTED, Key, content_key, subjects_of
from allegiance.answers.dating import order
from allegiance.answers.disagreements import found_in
from allegiance.answers.evidence import Shelf
from allegiance.answers.happenings import ONCE, Happening, fields, happenings
from allegiance.errors import NotFound
from allegiance.model import TYPES, Actor, Answer, Recorded, Row, View
from allegiance.when import When

NEW, GONE, FIRMER, WEAKER, REDATED = "new", "gone", "firmer", "weaker", "redated"
_ORDER = (DISPUTED, NEW, FIRMER, WEAKER, REDATED, GONE)
_RANKS = {DENIED: 0, DISPUTED: 1, "unknown": 2, "doubted": 2, "possible": 3, "likely": 4, "reported": 5}
_SURE = 6
_IN_POSTS = ("post", "appointment", "removal", "succession")
_REACH = {"death": "killing", "killing": "death", "leave": "join", "join": "leave"}
"""What bears on one type beyond its own claims: who is denied to be dead was not killed."""


@dataclass(frozen=True, slots=True)
class Knowing:
    """One of the two states: the view, and the words by which it was asked for (`2016-05-09`, or empty for now)."""

    view: View
    asked: str = ""


class State(View, Protocol):
    """A view that knows in which documents another may tell otherwise."""

    def differing(self, other: Self) -> Sequence[str]:
        """The ids of the documents of which the two may tell otherwise, the last recorded first."""
        ...

    def of_documents(self, documents: Sequence[str]) -> Iterable[Recorded]:
        """The claims of these documents."""
        ...


@dataclass(frozen=True, slots=True)
class Page:
    """From how many of the differing reports it is told what they change, and how many later ones are passed over.

    Nothing bounds it where `most` is 0.
    """

    most: int = 0
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed, and of how many reports it was told, of how many that differ."""

    answer: Answer
    reports: int
    of: int


def changed(
    then: tuple[State, str], now: tuple[State, str], actors: Sequence[Actor] = (), page: Page = Page()
) -> Changed:
    """What one state answers otherwise than another, each given with the words by which it was asked for.

    The one way by which it is found, for every page, feed and command. Of some actors only those reports are looked at
    that may bear on them. Whatever a looked-at report changes is compared in whole, so that a page tells no half of it;
    that there are more reports than the page has stands in the answer's problems.
    """
    documents = then[0].differing(now[0])
    if actors and documents:
        near = _near((then[0], now[0]), actors)
        documents = [one for one in documents if one in near]
    last = page.skip + page.most if page.most else None
    some = list(islice(documents, page.skip, last))
    old, new = ({r.claim.id: r for r in state.of_documents(some)} for state, _ in (then, now))
    made = changes(Knowing(*then), Knowing(*now), different(old, new), actors)
    if len(some) < len(documents):
        told = f"it tells what {len(some):,} of the {len(documents):,} reports change that differ"
        made = replace(made, problems=(*made.problems, told))
    return Changed(made, len(some), len(documents))


def _near(states: Iterable[State], actors: Sequence[Actor]) -> set[str]:
    """The documents that may bear on what is told of these actors: that tell of them, or of the same things.

    Who else held a post of theirs, and who else killed whom they are said to have killed, is told in other reports.
    """
    ids = [actor.id for actor in actors]
    found: set[str] = set()
    for state in states:
        own = state.claims(actors=ids)
        found.update(r.claim.document for r in own)
        subjects = {actor for r in own for actor in subjects_of(r)} - {""} - set(ids)
        kinds = {r.claim.type for r in own}
        kinds |= {_REACH[kind] for kind in kinds if kind in _REACH}
        if subjects:
            found.update(r.claim.document for r in state.claims(actors=sorted(subjects), types=sorted(kinds)))
        groups = {r.actor("group") for r in own if r.claim.type in _IN_POSTS} - {""} - set(ids)
        if groups:
            found.update(r.claim.document for r in state.claims(actors=sorted(groups), types=_IN_POSTS))
    return found


def touched(then: View, now: View) -> list[Recorded]:
    """The claims that stand in one view and not in the other, or for other actors: each as each of them has it.

    It goes through all that both hold; `changed` knows a shorter way.
    """
    old, new = ({r.claim.id: r for r in view.claims()} for view in (then, now))
    return different(old, new)


def different(old: Mapping[str, Recorded], new: Mapping[str, Recorded]) -> list[Recorded]:
    """Those of two sets of claims, by id, that are not the same in both: each as each of them has it."""
    out = [r for id, r in old.items() if id not in new or new[id].actor_ids != r.actor_ids]
    return out + [r for id, r in new.items() if id not in old or old[id].actor_ids != r.actor_ids]


def changes(then: Knowing, now: Knowing, told: Sequence[Recorded], actors: Sequence[Actor] = ()) -> Answer:
    """What `now` answers otherwise than `then`: each thing once, of all actors or of these.

    `told` are the claims that differ (`touched`). Kinds of change: `new` and `gone`; `disputed`, which was not, and
    every conflict that was not there; `firmer` and `weaker`, in status, in independent sources or in how closely it is
    dated; `redated`. Fields: change, was (the status then), what (of a conflict), then those of `happenings.fields` as
    they are now; of what is gone, as they were.
    """
    rename = _renaming(now.view)
    wanted = {actor.id for actor in actors}
    old, new = (_around(view, told, rename) for view in (then.view, now.view))
    shelf, former = Shelf(now.view), Shelf(then.view)
    found = list(_happened(old, new, rename))
    found += _conflicts(
        [c for c in found_in(then.view, old, former) if c.kind != CLAIMED_AND_DENIED],
        [c for c in found_in(now.view, new, shelf) if c.kind != CLAIMED_AND_DENIED],
        rename,
    )
    mine = [c for c in found if not wanted or wanted & c.actors]
    rows = [_row(change, shelf) for change in sorted(mine, key=lambda c: c.place)]
    query = (("since", then.asked), ("until", now.asked), ("actors", "; ".join(actor.name for actor in actors)))
    return Answer("changes", query, tuple(rows), now.view.coverage(), shelf.evidence)


Rename = Callable[[str], str]


def _renaming(now: View) -> Rename:
    """From the id that an actor had to the one under which the later view knows it: names are joined, and parted."""
    known: dict[str, str] = {}

    def renamed(actor: str) -> str:
        if actor not in known:
            try:
                known[actor] = now.actor(actor).id
            except NotFound:
                known[actor] = actor
        return known[actor]

    return renamed


def _around(view: View, told: Sequence[Recorded], rename: Rename) -> list[Recorded]:
    """Everything that a view tells of the subjects of these claims, in claims of their types."""
    subjects = {actor for recorded in told for actor in subjects_of(recorded)}
    kinds = {recorded.claim.type for recorded in told}
    kinds |= {_REACH[kind] for kind in kinds if kind in _REACH}
    if not subjects:
        return []
    both = subjects | {rename(actor) for actor in subjects}
    known = {rename(actor) for actor in both}
    given = view.claims(actors=sorted(both), types=sorted(kinds))
    return [r for r in given if any(rename(actor) in known for actor in subjects_of(r))]


@dataclass(frozen=True, slots=True)
class _Change:
    """One thing that is answered differently."""

    kind: str
    was: str
    status: str
    because: str
    claims: tuple[Recorded, ...]
    actors: frozenset[str]
    span: When | None
    fields: tuple[tuple[str, str], ...] = ()
    what: str = ""

    @property
    def place(self) -> tuple[object, ...]:
        """What to sort by: the kind, then the time of what is told, then what it is."""
        return _ORDER.index(self.kind), order(self.span), self.what, self.fields, self.claims[0].claim.id


def _row(change: _Change, shelf: Shelf) -> Row:
    head = (("change", change.kind), ("was", change.was), ("what", change.what))
    return Row(head + change.fields, change.status, shelf.keep(change.claims), change.because)


def _happened(old: Sequence[Recorded], new: Sequence[Recorded], rename: Rename) -> Iterator[_Change]:
    before = _by_content([r for r in old if r.claim.type != "alias"], rename)
    after = _by_content([r for r in new if r.claim.type != "alias"], lambda actor: actor)
    for known in dict.fromkeys((*before, *after)):
        left = list(before.get(known, ()))
        for one in after.get(known, ()):
            other = _same(one, left)
            if other is not None:
                left.remove(other)
            if (change := _compared(other, one)) is not None:
                yield change
        for other in left:
            yield _made(GONE, other, other.status, "unknown", "no report that counts says it any more")


def _by_content(claims: Sequence[Recorded], rename: Rename) -> dict[Key, list[Happening]]:
    out: dict[Key, list[Happening]] = {}
    for happening in happenings(claims):
        lead = happening.told.lead
        known = replace(lead, actor_ids=tuple((role, rename(actor)) for role, actor in lead.actor_ids))
        out.setdefault(content_key(known), []).append(happening)
    return out


def _same(one: Happening, others: Sequence[Happening]) -> Happening | None:
    """Which of these happenings is the one: that with which it shares a claim, else one that may be of its time."""
    ids = {r.claim.id for r in one.told.claims}
    sharing = (other for other in others if any(r.claim.id in ids for r in other.told.claims))
    always = one.type in ONCE or TYPES[one.type].state
    meeting = (o for o in others if always or o.span is None or one.span is None or o.span.may_overlap(one.span))
    return next(sharing, None) or next(meeting, None)


def _compared(old: Happening | None, new: Happening) -> _Change | None:
    if old is None:
        kind = DISPUTED if new.status == DISPUTED else NEW
        return _made(kind, new, "", new.status, new.because)
    notes = [f"was {old.status}"] if old.status != new.status else []
    if old.told.sources != new.told.sources:
        notes.append(f"independent sources: {new.told.sources}, were {old.told.sources}")
    moved = _redated(old, new)
    if moved:
        notes.append(f"dated {new.date or 'nowhere'}, was {old.date or 'nowhere'}")
    kind = _kind(old, new, moved)
    if not kind:
        return None
    seen = {r.claim.id for r in old.told.claims}
    fresh = [r for r in new.told.claims if r.claim.id not in seen]
    because = "; ".join(part for part in (*notes, new.because) if part)
    return _made(kind, new, old.status, new.status, because, fresh)


def _kind(old: Happening, new: Happening, moved: str) -> str:
    """The kind of a change: by the status first, then by the sources, then by the date; empty where nothing changed."""
    ranks = [_RANKS.get(one.status, _SURE) for one in (old, new)]
    if new.status == DISPUTED != old.status:
        return DISPUTED
    if ranks[0] != ranks[1]:
        return FIRMER if ranks[1] > ranks[0] else WEAKER
    if old.told.sources != new.told.sources:
        return FIRMER if new.told.sources > old.told.sources else WEAKER
    return moved


def _redated(old: Happening, new: Happening) -> str:
    """How a date changed: firmer where it is closer, weaker where it is wider. What only reports bound is no date."""
    if (old.dated, new.dated) != (True, True) or old.span is None or new.span is None:
        return FIRMER if new.dated > old.dated else WEAKER if old.dated > new.dated else ""
    if old.span == new.span:
        return ""
    if old.span.contains(new.span):
        return FIRMER
    return WEAKER if new.span.contains(old.span) else REDATED


def _made(kind: str, one: Happening, was: str, status: str, because: str, fresh: Sequence[Recorded] = ()) -> _Change:
    """A change, with the claims that brought it first; where it is disputed, a claim of each side."""
    sides = [side[0] for side in (one.told.support or one.told.doubts, one.told.denials) if side]
    first = [*fresh, *sides] if status != DISPUTED else [*sides, *fresh]
    claims = tuple({r.claim.id: r for r in (*first, *one.told.claims)}.values())
    actors = frozenset(actor for r in one.told.claims for _, actor in r.actor_ids)
    return _Change(kind, was, status, because, claims, actors, one.span, fields(one))


def _conflicts(old: Iterable[Conflict], new: Iterable[Conflict], rename: Rename) -> Iterator[_Change]:
    """Conflicts that are there and were not, or were there and are not."""
    before = {_known(conflict, rename): conflict for conflict in old}
    after = {_known(conflict, lambda actor: actor): conflict for conflict in new}
    for known, conflict in after.items():
        if known not in before:
            yield _of_conflict(DISPUTED, conflict, "", DISPUTED, "a conflict that was not there")
    for known, conflict in before.items():
        if known not in after:
            yield _of_conflict(GONE, conflict, DISPUTED, "unknown", "the conflict is settled, or a side of it is gone")


def _known(conflict: Conflict, rename: Rename) -> tuple[str, ...]:
    ids = {actor for r in (*conflict.one.claims, *conflict.other.claims) for _, actor in r.actor_ids}
    return (conflict.kind, *sorted(rename(part) if part in ids else part for part in conflict.known[1:]))


def _of_conflict(kind: str, conflict: Conflict, was: str, status: str, because: str) -> _Change:
    claims = (conflict.one.lead, conflict.other.lead, *conflict.one.claims, *conflict.other.claims)
    actors = frozenset(actor for r in claims for _, actor in r.actor_ids)
    what = f"{conflict.kind}: {conflict.about}"
    return _Change(kind, was, status, because, claims, actors, None, what=what)
