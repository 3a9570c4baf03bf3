"""Where claims contradict each other: each conflict with its two sides, its kind, and what would settle it.

Every search goes through the claims once, or once for each thing that is told of, so that a war of years is searched in
a time that grows as its reports do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TypeVar

from allegiance.answers.corroboration import DENIED, Account, Key, account, accounts, content_key, event_key, filled
from allegiance.answers.dating import read
from allegiance.answers.fates import deaths_of
from allegiance.answers.happenings import Happening, happenings
from allegiance.answers.holdings import Named, follows
from allegiance.answers.tenure import Tenure
from allegiance.model import Certainty, Recorded
from allegiance.names import key
from allegiance.when import Precision

CLAIMED_AND_DENIED, TWO_DOERS, TWO_HOLDERS = "claimed and denied", "two doers", "two holders"
DEAD_THEN_ALIVE, TWO_DATES, TWO_SIDES = "dead, then alive", "two dates", "two sides"
_DOERS = {"killing": "by", "detention": "by", "attack": "actor", "appointment": "by", "removal": "by"}
_ONCE = {"founding": "the founding", "split": "the split", "merger": "the merger", "renaming": "the renaming"}
"""What can happen to a group in only one way and at one time."""
_MOST_DAYS = 31
"""Dates that leave more days open than this say too little of when a man went over for two of them to clash."""
_MOST_RIVALS = 12
"""So many accounts of one event are set against each other, the best told first."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sides that cannot both be so: what kind of conflict it is, what it is about, and what would settle it.

    `known` names the kind and the actors, so that the conflict is known again in another view.
    """

    kind: str
    about: str
    one: Account
    other: Account
    settles: str
    known: tuple[str, ...]


def denied(claims: Sequence[Recorded]) -> Iterator[Conflict]:
    """What is both claimed and denied."""
    for told in accounts(claims):
        if told.denials and (told.support or told.doubts):
            one, other = account(told.support or told.doubts), account(told.denials)
            settles = "a report that rests on neither side"
            yield Conflict(
                CLAIMED_AND_DENIED, _about(one), one, other, settles, (CLAIMED_AND_DENIED, *content_key(one.lead))
            )


def doers(claims: Sequence[Recorded]) -> Iterator[Conflict]:
    """One event and two doers; a doer whom nobody names conflicts with none.

    A man dies once, so that two accounts of his killing are of one event. An attack is one with another only on the
    same day, and whatever can happen twice only where its dates meet.
    """
    told = [h for h in happenings([r for r in claims if r.claim.type in _DOERS]) if _names_doer(h)]
    for rivals in _grouped(told, lambda h: event_key(h.told.lead)):
        best = sorted(rivals, key=lambda h: (-h.told.sources, h.told.lead.claim.id))[:_MOST_RIVALS]
        for one, other in combinations(sorted(best, key=rivals.index), 2):
            if _are_one_event(one, other):
                settles = "who took responsibility, or was seen to do it"
                known = (TWO_DOERS, *event_key(one.told.lead), *sorted((_doer(one), _doer(other))))
                yield Conflict(TWO_DOERS, _about(one.told), one.told, other.told, settles, known)


def _names_doer(happening: Happening) -> bool:
    return happening.told.status != DENIED and bool(_doer(happening))


def _doer(happening: Happening) -> str:
    return filled(happening.told.lead, _DOERS[happening.type])


def _are_one_event(one: Happening, other: Happening) -> bool:
    if _doer(one) == _doer(other) or _told_together(one, other):
        return False
    if one.type == "killing":
        return True
    if not (one.dated and other.dated and one.span and other.span):
        return False
    days = one.span.precision is other.span.precision is Precision.DAY
    return one.span.may_overlap(other.span) and (days or one.type != "attack")


def _told_together(one: Happening, other: Happening) -> bool:
    """Whether some sentence names both doers on one word: `it blamed both A and B` sets neither against the other."""
    said = [{(r.claim.document, r.sentence, r.claim.sources) for r in h.told.support} for h in (one, other)]
    return not said[0].isdisjoint(said[1])


def deaths(about: Iterable[str], claims: Sequence[Recorded], named: Named) -> Iterator[Conflict]:
    """A death and a later sign of life, or two dates of one death, of these people; `claims` tell of both."""
    fates = deaths_of(claims)
    for person in about:
        fate = fates.get(person)
        if fate is None or fate.status == DENIED:
            continue
        name = named(person)
        if fate.alive:
            settles = "a sighting with a date and a witness"
            yield Conflict(DEAD_THEN_ALIVE, name, fate.told, account(fate.alive), settles, (DEAD_THEN_ALIVE, person))
        yield from _dates(f"the death of {name}", fate.told.support, "a report of the burial, or of the day", (person,))


def dates(claims: Sequence[Recorded], named: Named) -> Iterator[Conflict]:
    """Two dates of what happens to a group once: its founding, its split from another, its merger, its new name."""
    told = [r for r in claims if r.claim.type in _ONCE and r.claim.certainty is not Certainty.DENIED]
    for same in _grouped(told, event_key):
        about = f"{_ONCE[same[0].claim.type]} of {named(filled(same[0], 'group'))}"
        yield from _dates(about, same, "a statement of that time", event_key(same[0]))


def _dates(about: str, claims: Iterable[Recorded], settles: str, known: tuple[str, ...]) -> Iterator[Conflict]:
    """The claims of the earliest and of the latest date, where the two cannot be one, each with those on its side."""
    dated = [(r, span) for r in claims if (span := read(r.claim.when)) is not None]
    if not dated:
        return
    early = min((span for _, span in dated), key=lambda span: (span.end_latest or date.max, str(span)))
    late = max((span for _, span in dated), key=lambda span: (span.start_earliest or date.min, str(span)))
    if early.before(late):
        one = [r for r, span in dated if span.before(late)]
        other = [r for r, span in dated if not span.before(late) and early.before(span)]
        yield Conflict(TWO_DATES, about, account(one), account(other), settles, (TWO_DATES, *known))


def sides(claims: Sequence[Recorded], named: Named) -> Iterator[Conflict]:
    """One man said to have gone to two sides at one time: not first to one, and from there to the other."""
    joined = [h for h in happenings([r for r in claims if r.claim.type == "join"]) if _is_close(h)]
    for gone in _grouped(joined, lambda h: (filled(h.told.lead, "actor"),)):
        for one, other in combinations(gone[:_MOST_RIVALS], 2):
            ways = [(filled(h.told.lead, "from"), filled(h.told.lead, "to")) for h in (one, other)]
            onward = ways[0][0] == ways[1][1] or ways[1][0] == ways[0][1]
            if ways[0][1] == ways[1][1] or onward or not (one.span and other.span and one.span.may_overlap(other.span)):
                continue
            actor = filled(one.told.lead, "actor")
            known = (TWO_SIDES, actor, *sorted(to for _, to in ways))
            settles = "a later report of where he is"
            yield Conflict(TWO_SIDES, f"where {named(actor)} went", one.told, other.told, settles, known)


def _is_close(happening: Happening) -> bool:
    span = happening.span
    if happening.told.status == DENIED or not happening.dated or span is None:
        return False
    return bool(span.start_earliest and span.end_latest and (span.end_latest - span.start_earliest).days <= _MOST_DAYS)


def holders(posts: Iterable[tuple[tuple[str, str], Sequence[Tenure]]], group: str, named: Named) -> Iterator[Conflict]:
    """Two people told of in one post of a group at once; who handed it over to the other is no rival."""
    for (post, area), told in posts:
        held = sorted((t for t in told if t.held.status != DENIED and _firm(t)), key=lambda t: t.first or date.max)
        pairs: dict[frozenset[str], Conflict] = {}
        for one, other in _meeting(held):
            people = frozenset((one.slot.person, other.slot.person))
            names = {key(named(person)) for person in people}  # Two actors of one name may be one man.
            if len(names) > 1 and people not in pairs and not (follows(one, other) or follows(other, one)):
                about = f"{post} of {named(group)}{f' in {named(area)}' if area else ''}"
                known = (TWO_HOLDERS, group, post, area, *sorted(people))
                settles = "an order that names the holder"
                pairs[people] = Conflict(TWO_HOLDERS, about, one.held, other.held, settles, known)
        yield from pairs.values()


def _meeting(held: Sequence[Tenure]) -> Iterator[tuple[Tenure, Tenure]]:
    """Pairs of tenures each of which is attested while the other is; `held` are in order of their first days."""
    for place, one in enumerate(held):
        for other in held[place + 1 :]:
            if other.first is None or one.last is None or other.first > one.last:
                break
            if other.last is not None:
                yield one, other


def _firm(tenure: Tenure) -> bool:
    return any(r.claim.certainty in (Certainty.STATED, Certainty.REPORTED) for r in tenure.held.support)


def _about(told: Account) -> str:
    """What an account is about: the type, and the names of its key roles."""
    claim = told.lead.claim
    return f"{claim.type}: {', '.join(dict.fromkeys(filler.name for filler in claim.actors))}"


def _grouped(things: Iterable[T], by: Callable[[T], Key]) -> Iterable[list[T]]:
    groups: dict[Key, list[T]] = defaultdict(list)
    for thing in things:
        groups[by(thing)].append(thing)
    return groups.values()
