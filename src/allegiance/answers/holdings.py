"""Tenures as they stand on a day or in a span, weighed against what else is told of: rivals, successors, detentions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from heapq import nlargest

from allegiance.answers.corroboration import (
    CERTAIN,
    DENIED,
    DISPUTED,
    POSSIBLE,
    UNKNOWN,
    Account,
    accounts,
    filled,
    is_single,
)
from allegiance.answers.dating import happened
from allegiance.answers.tenure import SUREST, Tenure, days_near, sure
from allegiance.model import Certainty, Recorded
from allegiance.when import When

MOST_DAYS = 366
"""A span is looked at on so many of the days on which something may change, evenly chosen where there are more."""
_NO_RELEASE = (Certainty.DENIED, Certainty.DOUBTED)
Named = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Holding:
    """A tenure as it stands at the time asked about; `rivals` are the claims by which that was weighed."""

    tenure: Tenure
    status: str
    because: str
    role: str = ""
    rivals: tuple[Recorded, ...] = ()


def holdings(
    found: Sequence[Tenure], claims: Iterable[Recorded], days: tuple[date, date], named: Named
) -> list[Holding]:
    """Those of these tenures that reach into a span of days, with their status there: that of their surest day.

    `claims` tell of the detentions and releases of those who hold them; `named` gives the name of an actor. Two holders
    of a single post at once are disputed; whom a later holder has followed is left out; who was taken and not released
    holds his post possibly at the most.
    """
    custody = _by_person(claims)
    out: list[Holding] = []
    for cluster in _clusters(found):
        held: dict[int, list[Holding]] = {}
        for day in _days(cluster, custody, days):
            for number, holding in _on_day(cluster, custody, day, named):
                held.setdefault(number, []).append(holding)
        out += [_surest(told) for _, told in sorted(held.items())]
    return out


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on end on which a tenure has one status for one reason."""

    first: date
    last: date
    status: str
    because: str


def stretches(
    found: Sequence[Tenure], claims: Iterable[Recorded], days: tuple[date, date], named: Named, of: str = ""
) -> list[tuple[Tenure, tuple[Stretch, ...]]]:
    """Each of these tenures with its stretches in a span of days: on every day of it the status that `holdings` has.

    Days that it does not reach, and those on which it is unknown, are left out. With the id of a person only the posts
    that he is told of in are gone through, with whoever else held them.
    """
    custody = _by_person(claims)
    out: list[tuple[Tenure, tuple[Stretch, ...]]] = []
    for cluster in _clusters(found):
        if of and not any(tenure.slot.person == of for tenure in cluster):
            continue
        turns = _days(cluster, custody, days)
        lasting = [*(day - timedelta(days=1) for day in turns[1:]), days[1]]
        told: list[list[Stretch]] = [[] for _ in cluster]
        for day, until in zip(turns, lasting, strict=True):
            for number, one in _on_day(cluster, custody, day, named):
                if one.status != UNKNOWN:
                    _lengthen(told[number], Stretch(day, until, one.status, one.because))
        out += [(tenure, tuple(own)) for tenure, own in zip(cluster, told, strict=True)]
    return out


def _lengthen(told: list[Stretch], more: Stretch) -> None:
    """Add a stretch to those before it, or lengthen the last where it goes on unchanged."""
    if told and (told[-1].status, told[-1].because) == (more.status, more.because):
        if told[-1].last + timedelta(days=1) == more.first:
            told[-1] = replace(told[-1], last=more.last)
            return
    told.append(more)


def _clusters(found: Sequence[Tenure]) -> list[list[Tenure]]:
    """The tenures of each post with one holder at a time, together; every other by itself."""
    clusters: dict[object, list[Tenure]] = {}
    for number, tenure in enumerate(found):
        slot = tenure.slot
        together = (slot.group, slot.post, slot.area) if is_single(slot.post, slot.area) else number
        clusters.setdefault(together, []).append(tenure)
    return list(clusters.values())


def _days(cluster: Sequence[Tenure], custody: Mapping[str, _Custody], days: tuple[date, date]) -> list[date]:
    """The days of a span on which something of these tenures may change, its first and last among them."""
    if days[0] == days[1]:
        return [days[0]]
    turns = {day for tenure in cluster for day in tenure.turns()}
    for tenure in cluster:
        spans = custody[tenure.slot.person].spans if tenure.slot.person in custody else ()
        turns.update(day for span in spans for day in span.bounds if day is not None)
    near = sorted({*days, *(day for turn in turns for day in days_near(turn) if days[0] <= day <= days[1])})
    if len(near) <= MOST_DAYS:
        return near
    return [near[i * (len(near) - 1) // (MOST_DAYS - 1)] for i in range(MOST_DAYS)]


def _surest(told: Sequence[Holding]) -> Holding:
    best = min(told, key=lambda h: SUREST.index(h.status))
    if best.status == CERTAIN and any(h.status == DISPUTED for h in told):
        return replace(best, because=f"{best.because}; disputed at other times of the span")
    return best


def _on_day(
    cluster: Sequence[Tenure], custody: Mapping[str, _Custody], day: date, named: Named
) -> list[tuple[int, Holding]]:
    """The tenures of one post, or one tenure of another, as they stand on a day; each with its number."""
    held = [
        (i, Holding(t, status, because)) for i, t in enumerate(cluster) for status, because in [t.on(day)] if status
    ]
    latest = _latest((h.tenure for _, h in held), day)
    held = [(i, h) for i, h in held if not _is_followed(h, latest)]
    held = [(i, _with_detention(h, custody.get(h.tenure.slot.person), day)) for i, h in held]
    return _with_rivals(held, day, named)


def _latest(found: Iterable[Tenure], day: date) -> list[tuple[date, str]]:
    """The two people who had surely begun last by a day, each with the day by which: one other than any third."""
    begun: dict[str, date] = {}
    for tenure in found:
        first, person = tenure.first, tenure.slot.person
        if first is not None and first <= day and tenure.held.status == CERTAIN:
            begun[person] = max(first, begun.get(person, first))
    return nlargest(2, ((first, person) for person, first in begun.items()))


def _is_followed(one: Holding, latest: Iterable[tuple[date, str]]) -> bool:
    """Whether a later holder of a single post has followed this one, though no report tells of his end."""
    last = one.tenure.last
    if one.status not in (POSSIBLE, DISPUTED) or last is None:
        return False
    return any(first > last and person != one.tenure.slot.person for first, person in latest)


def _with_rivals(held: Sequence[tuple[int, Holding]], day: date, named: Named) -> list[tuple[int, Holding]]:
    """Two holders of a single post at once dispute it, each with the other's evidence beside his own.

    Who may have begun only later is no rival, nor is who handed the post over.
    """
    begun = [(h, h.tenure.slot.person) for _, h in held if _begun(h, day)]
    if len({person for _, person in begun}) < 2:
        return list(held)
    names = {person: named(person) for _, person in begun}
    out = []
    for number, one in held:
        own, rivals = one.tenure.slot.person, list[Holding]()
        if _begun(one, day):
            others = (h for h, person in begun if person != own)
            rivals = [h for h in others if not _handed_over(h.tenure, one.tenure)]
        if rivals:
            told = ", ".join(dict.fromkeys(names[h.tenure.slot.person] for h in rivals))
            because = f"also said to be held by {told}; {one.because}"
            beside = (*one.rivals, *(h.tenure.held.lead for h in rivals))
            one = replace(one, status=DISPUTED, because=because, rivals=beside)
        out.append((number, one))
    return out


def _handed_over(one: Tenure, other: Tenure) -> bool:
    return follows(one, other) or follows(other, one)


def follows(later: Tenure, earlier: Tenure) -> bool:
    """Whether the one surely ended, and may have ended when the other was first seen, and was not seen after that."""
    if not earlier.endings:
        return False
    first, attested = later.first, earlier.attested
    if first is None or (attested is not None and attested > first):
        return False
    ends = (e.span for e in earlier.endings if sure(e) and e.span is not None)
    return any(span.start_earliest is not None and span.start_earliest <= first for span in ends)


def _begun(one: Holding, day: date) -> bool:
    return one.status != UNKNOWN and one.tenure.first is not None and one.tenure.first <= day


@dataclass(frozen=True, slots=True)
class _Custody:
    """What is told of one person's detentions, and of his releases by which each that is not denied may have ended.

    `spans` are those of everything that is told of them.
    """

    taken: tuple[tuple[Account, When], ...]
    freed: tuple[When, ...]
    spans: tuple[When, ...]


def _by_person(claims: Iterable[Recorded]) -> dict[str, _Custody]:
    """Detentions and releases by the person's id."""
    told: dict[str, list[Recorded]] = {}
    for recorded in claims:
        if recorded.claim.type in ("detention", "release"):
            told.setdefault(filled(recorded, "person"), []).append(recorded)
    return {person: _custody(own) for person, own in told.items()}


def _custody(claims: Sequence[Recorded]) -> _Custody:
    taken = accounts([r for r in claims if r.claim.type == "detention"])
    affirmed = (r for r in claims if r.claim.type == "release" and r.claim.certainty not in _NO_RELEASE)
    spans = (happened(r) for r in claims)
    return _Custody(
        tuple((told, at) for told in taken if told.status != DENIED and (at := happened(told.lead)) is not None),
        tuple(out for r in affirmed if (out := happened(r)) is not None),
        tuple(span for span in spans if span is not None),
    )


def _with_detention(one: Holding, custody: _Custody | None, day: date) -> Holding:
    """A man who was taken and not released holds his post possibly at the most."""
    if custody is None:
        return one
    for told, at in custody.taken:
        if at.end_latest is None or at.end_latest > day:
            continue
        if any(not out.before(at) and _by(out.start_earliest, day) for out in custody.freed):
            continue
        status = POSSIBLE if one.status == CERTAIN else one.status
        because = f"{one.because}; said to be detained {at}, no release found"
        return replace(one, status=status, because=because, rivals=(*one.rivals, *told.claims))
    return one


def _by(first: date | None, day: date) -> bool:
    return first is None or first <= day
