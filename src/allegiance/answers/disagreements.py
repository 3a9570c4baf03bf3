"""Where reports contradict each other: each conflict with both sides' sentences, its kind, and what would settle it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from allegiance.answers.corroboration import (
    DENIED,
    DISPUTED,
    Account,
    account,
    accounts,
    event_key,
    filled,
)
from allegiance.answers.dating import order, read
from allegiance.answers.evidence import Shelf
from allegiance.answers.fates import ENDS_OF_LIFE, SIGNS_OF_LIFE, deaths_of
from allegiance.answers.people import single_posts
from allegiance.answers.tenure import Tenure
from allegiance.model import Actor, Answer, Certainty, Kind, Recorded, Row, View

_DOERS = {"killing": "by", "detention": "by", "attack": "actor", "appointment": "by", "removal": "by"}
_POSTS = ("post", "appointment", "succession")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sides that cannot both be so: what kind of conflict it is, what it is about, and what would settle it."""

    kind: str
    about: str
    one: Account
    other: Account
    settles: str


def disagreements(view: View, actor: Actor | None = None) -> Answer:
    """What reports disagree on, of one actor or of all, in order of time.

    Kinds: `claimed and denied`, `two doers` of one event, `two holders` of a post with one holder at a time,
    `dead, then alive`, `two dates` of a death, `two sides` that one man went to at one time. Fields: kind, about, one,
    one_according_to, one_published, other, other_according_to, other_published, settles. Every row is `disputed`.
    """
    claims = view.claims(actors=[actor.id] if actor else ())
    shelf = Shelf(view)
    found = [*_denied(claims), *_doers(claims), *_deaths(view, claims, shelf), *_sides(claims, shelf)]
    found += _holders(view, claims, actor, shelf)
    found.sort(key=_in_time)
    query = (("actor", actor.name), ("actor_id", actor.id)) if actor else ()
    return Answer("disagreements", query, tuple(_row(c, shelf) for c in found), view.coverage(), shelf.evidence)


def _in_time(conflict: Conflict) -> tuple[object, ...]:
    lead = conflict.one.lead
    return order(read(lead.claim.when) or read(lead.appearance.published)), conflict.kind, conflict.about


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


def _denied(claims: Sequence[Recorded]) -> Iterator[Conflict]:
    for told in accounts(claims):
        if told.denials and (told.support or told.doubts):
            one, other = account(told.support or told.doubts), account(told.denials)
            yield Conflict("claimed and denied", _about(one), one, other, "a report that rests on neither side")


def _doers(claims: Sequence[Recorded]) -> Iterator[Conflict]:
    """One event and two doers; a doer whom nobody names conflicts with none."""
    events: dict[tuple[str, ...], list[Account]] = defaultdict(list)
    for told in accounts(claims):
        kind = told.lead.claim.type
        if told.status != DENIED and kind in _DOERS and told.lead.claim.name(_DOERS[kind]):
            events[event_key(told.lead)].append(told)
    for rivals in events.values():
        for one, other in combinations(rivals, 2):
            spans = [read(told.lead.claim.when) for told in (one, other)]
            meet = spans[0] is None or spans[1] is None or spans[0].may_overlap(spans[1])
            if meet or one.lead.claim.type == "killing":
                yield Conflict("two doers", _about(one), one, other, "who took responsibility, or was seen to do it")


def _deaths(view: View, claims: Sequence[Recorded], shelf: Shelf) -> Iterator[Conflict]:
    fallen = sorted(
        {filled(r, "victim" if r.claim.type == "killing" else "person") for r in claims if r.claim.type in ENDS_OF_LIFE}
    )
    told = view.claims(actors=fallen, types=(*ENDS_OF_LIFE, *SIGNS_OF_LIFE)) if fallen else ()
    fates = deaths_of(told)
    for person in fallen:
        fate = fates.get(person)
        if fate is None or fate.status == DENIED:
            continue
        name = shelf.name(person, fate.told.lead)
        if fate.alive:
            yield Conflict(
                "dead, then alive", name, fate.told, account(fate.alive), "a sighting with a date and a witness"
            )
        dated = [r for r in fate.told.support if read(r.claim.when)]
        for one, other in combinations(dated, 2):
            spans = read(one.claim.when), read(other.claim.when)
            if spans[0] and spans[1] and not spans[0].may_overlap(spans[1]):
                sides = account([one]), account([other])
                yield Conflict(
                    "two dates", f"the death of {name}", *sides, "a report of the burial, or of the day itself"
                )
                break


def _sides(claims: Sequence[Recorded], shelf: Shelf) -> Iterator[Conflict]:
    """One man said to have gone to two groups at times that cannot be told apart."""
    gone: dict[str, list[Account]] = defaultdict(list)
    for told in accounts([r for r in claims if r.claim.type == "join"]):
        if told.status != DENIED and told.lead.claim.when:
            gone[filled(told.lead, "actor")].append(told)
    for person, joined in sorted(gone.items()):
        for one, other in combinations(joined, 2):
            spans = read(one.lead.claim.when), read(other.lead.claim.when)
            if (
                spans[0]
                and spans[1]
                and spans[0].must_overlap(spans[1])
                and filled(one.lead, "to") != filled(other.lead, "to")
            ):
                name = shelf.name(person, one.lead)
                yield Conflict("two sides", f"where {name} went", one, other, "a later report of where he is")


def _holders(view: View, claims: Sequence[Recorded], actor: Actor | None, shelf: Shelf) -> Iterator[Conflict]:
    groups = sorted({g for r in claims if r.claim.type in _POSTS and (g := filled(r, "group"))})
    if actor is not None and actor.kind is Kind.GROUP:
        groups = [actor.id]
    for group in groups:
        for (post, area), told in single_posts(view, group):
            held = [tenure for tenure in told if tenure.held.status != DENIED]
            pairs: dict[frozenset[str], Conflict] = {}
            for one, other in combinations(held, 2):
                people = frozenset((one.slot.person, other.slot.person))
                mine = actor is None or actor.id in (group, *people)
                if mine and len(people) > 1 and people not in pairs and _at_once(one, other):
                    about = f"{post} of {shelf.name(group, one.held.lead)}{f' in {shelf.name(area)}' if area else ''}"
                    pairs[people] = Conflict(
                        "two holders", about, one.held, other.held, "an order that names the holder"
                    )
            yield from pairs.values()


def _at_once(one: Tenure, other: Tenure) -> bool:
    """Whether each is attested in the post while the other is."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return one.first <= other.last and other.first <= one.last and _firm(one) and _firm(other)


def _firm(tenure: Tenure) -> bool:
    return any(r.claim.certainty in (Certainty.STATED, Certainty.REPORTED) for r in tenure.held.support)


def _about(told: Account) -> str:
    """What an account is about: the type, and the names of its key roles."""
    claim = told.lead.claim
    names: Iterable[str] = (filler.name for filler in claim.actors)
    return f"{claim.type}: {', '.join(dict.fromkeys(names))}"
