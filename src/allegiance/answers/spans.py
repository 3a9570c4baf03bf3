"""Posts and allegiances through time: on which days each is certain, possible or disputed. What a timeline draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from allegiance.answers.corroboration import DENIED, filled
from allegiance.answers.dating import read, told_at
from allegiance.answers.evidence import Shelf
from allegiance.answers.holdings import Stretch, stretches
from allegiance.answers.people import claims_around, claims_beside
from allegiance.answers.tenure import MEMBER, Tenure
from allegiance.answers.tenures import tenures
from allegiance.model import Actor, Kind, Recorded, View

_IN_GROUPS = ("post", "appointment", "succession", "membership", "join", "pledge")


@dataclass(frozen=True, slots=True)
class Bar:
    """One tenure: who, in which group, as what (the post in the report's words, or `member`), and its stretches.

    `since` and `until` are EDTF bounds, empty where nothing is known. `seen_only` says that no report tells of its
    beginning: it is older than its first stretch by nobody knows how much. `claims` are all that it rests on.
    """

    who: str
    who_id: str
    group: str
    group_id: str
    role: str
    area: str
    since: str
    until: str
    attested: str
    seen_only: bool
    stretches: tuple[Stretch, ...]
    claims: tuple[Recorded, ...]


@dataclass(frozen=True, slots=True)
class Spans:
    """The tenures of a person, or of a group's people, and the days from which to which they are told of."""

    bars: tuple[Bar, ...]
    first: date
    last: date


def spans(view: View, actor: Actor, until: date) -> Spans | None:
    """The posts and allegiances of a person, or the posts in a group, up to a day; None where none is dated.

    `until` is how far what has no known end is followed. Posts come before memberships, the earlier first.
    """
    shelf = Shelf(view)
    own = view.claims(actors=[actor.id])
    found: list[tuple[list[Tenure], Sequence[Recorded]]] = []
    if actor.kind is Kind.GROUP:
        claims = claims_around(view, actor.id)
        found.append(([t for t in tenures(claims, actor.id) if t.slot.post != MEMBER], claims))
    else:
        beside = claims_beside(view, actor.id, own)
        role = {"join": "to", "pledge": "to"}
        groups = dict.fromkeys(filled(r, role.get(r.claim.type, "group")) for r in own if r.claim.type in _IN_GROUPS)
        found += [(tenures(beside, group), beside) for group in groups if group and group != actor.id]
    of = "" if actor.kind is Kind.GROUP else actor.id
    mine = (t for held, _ in found for t in held if of in ("", t.slot.person))
    first = min((day for t in mine if (day := _begins(t))), default=None)
    if first is None:
        return None
    last = max(until, first + timedelta(days=1))
    bars = [
        _bar(tenure, told, shelf)
        for held, claims in found
        for tenure, told in stretches(held, claims, (first, last), shelf.name, of)
        if told and tenure.held.status != DENIED and of in ("", tenure.slot.person)
    ]
    if not bars:
        return None
    shown = sorted(bars, key=lambda bar: (bar.role == MEMBER, bar.stretches[0].first, bar.role, bar.who))
    begun = min(bar.stretches[0].first for bar in shown)
    return Spans(tuple(shown), begun, max(bar.stretches[-1].last for bar in shown))


def _begins(tenure: Tenure) -> date | None:
    """The first day on which a tenure is anything but unknown."""
    start = tenure.start.start_earliest if tenure.start else None
    return min((day for day in (start, tenure.first) if day), default=None)


def latest_day(claims: Sequence[Recorded]) -> date:
    """The last day of which these claims, or their reports, speak: where drawing what goes on may stop."""
    told = [when for r in claims for when in (told_at(r), read(r.claim.when)) if when is not None]
    return max((day for when in told for day in (when.end_latest, when.start_latest) if day), default=date.min)


def _bar(tenure: Tenure, told: tuple[Stretch, ...], shelf: Shelf) -> Bar:
    lead = tenure.held.lead
    slot = tenure.slot
    return Bar(
        who=shelf.name(slot.person, lead),
        who_id=slot.person,
        group=shelf.name(slot.group, lead),
        group_id=slot.group,
        role=MEMBER if slot.post == MEMBER else lead.claim.name("role") or "a post",
        area=lead.claim.name("area"),
        since=str(tenure.since or ""),
        until=str(tenure.until or ""),
        attested=str(tenure.attested or ""),
        seen_only=tenure.start is None or tenure.start.start_earliest is None,
        stretches=told,
        claims=(*tenure.held.claims, *(r for e in tenure.endings for r in e.claims)),
    )
