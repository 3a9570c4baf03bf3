"""Who leads a group, holds its posts and belongs to it on a day, as far as reports tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from allegiance.answers.corroboration import (
    CERTAIN,
    DENIED,
    DISPUTED,
    POSSIBLE,
    UNKNOWN,
    filled,
)
from allegiance.answers.dating import attested, window
from allegiance.answers.evidence import Shelf
from allegiance.answers.fates import deaths_of
from allegiance.answers.holdings import Holding, holdings
from allegiance.answers.people import claims_around
from allegiance.answers.tenure import MEMBER, Tenure
from allegiance.answers.tenures import tenures
from allegiance.model import Actor, Answer, Recorded, Row, View

_ORDER = (CERTAIN, POSSIBLE, DISPUTED, UNKNOWN)


def roster(view: View, group: Actor, on: str) -> Answer:
    """Who leads, holds posts in and belongs to `group` on a day, or at some time in a month, a year, an interval.

    `on` is an EDTF date; of one coarser than a day each row is as sure as on its surest day within. Rows are ordered by
    post, members last, then by status. Fields: person, person_id, role, area, since, until, first_attested,
    last_attested, sources, according_to, publisher, date, sentence. Raises BadDate.
    """
    return rosters(view, group, (on,))[0]


def rosters(view: View, group: Actor, days: Sequence[str]) -> list[Answer]:
    """The roster of a group on each of these days, for little more than the price of one. Raises BadDate."""
    asked = [_days(on) for on in days]
    claims = claims_around(view, group.id)
    found = tenures(claims, group.id)
    pledges = _Pledges(group, found, claims)
    first = Shelf(view)
    first.know(tenure.slot.person for tenure in found)
    out = []
    for on, (window_of, problems) in zip(days, asked, strict=True):
        shelf = first.another()
        held = holdings(found, claims, window_of, shelf.name)
        held += _pledged_to_leaders(pledges, window_of, shelf)
        rows = [_row(h, shelf) for h in sorted(held, key=lambda h: _sort_key(h, shelf))]
        query = (("group", group.name), ("group_id", group.id), ("on", on))
        out.append(Answer("roster", query, tuple(rows), view.coverage(), shelf.evidence, problems))
    return out


def _days(on: str) -> tuple[tuple[date, date], tuple[str, ...]]:
    first, last = window(on, on)
    if first == last:
        return (first, last), ()
    return (first, last), (f"{on} is more than a day: each row is as sure as on its surest day within",)


class _Pledges:
    """What is told of those who lead a group, whatever the day: who pledged to each, and whether he is dead.

    `claims` are those around the group, among which all of that is: its people's fates, and what they are part of.
    """

    def __init__(self, group: Actor, found: Sequence[Tenure], claims: Sequence[Recorded]) -> None:
        self.group = group
        self.leaders = sorted({t.slot.person for t in found if t.slot.post == "leader" and not t.slot.area})
        whose = frozenset(self.leaders)
        about = [r for r in claims if not whose.isdisjoint(actor for _, actor in r.actor_ids)]
        told = [r for r in about if r.claim.type in ("pledge", "renounce")]
        self.fates = deaths_of(about)
        known = {t.slot.person for t in found}
        self.tenures: dict[str, Sequence[Tenure]] = {}
        for leader in self.leaders:
            own = [r for r in told if leader in (r.actor("to"), r.actor("from"))]
            new = [r for r in own if filled(r, "actor") not in known]
            self.tenures[leader] = tenures(new, group.id, leaders=frozenset([leader]))


def _pledged_to_leaders(pledges: _Pledges, days: tuple[date, date], shelf: Shelf) -> list[Holding]:
    """Those who pledged to a leader of the group: derived, at most possible, and open once he is dead."""
    out = []
    for leader in pledges.leaders:
        for tenure in pledges.tenures[leader]:
            status, why = tenure.during(*days)
            if not status:
                continue
            name = shelf.name(leader)
            fate = pledges.fates.get(leader)
            fallen = fate is not None and fate.status != DENIED and fate.open_on(days[1])
            because = f"derived: pledged to {name}, who is said to lead {pledges.group.name}; {why}"
            because += f"; open since {name} is said to be dead" if fallen else ""
            status = POSSIBLE if status == CERTAIN else status
            out.append(Holding(tenure, status, because, role=f"pledged to {name}"))
    return out


def _sort_key(one: Holding, shelf: Shelf) -> tuple[bool, bool, bool, str, int, str]:
    """Who is said to have held what on the day first, leaders ahead; whom no report shows there on the day last."""
    post = one.tenure.slot.post
    status = _ORDER.index(one.status)
    return (one.status == "unknown", post == MEMBER, post != "leader", post, status, shelf.name(one.tenure.slot.person))


def _row(one: Holding, shelf: Shelf) -> Row:
    tenure = one.tenure
    held = tenure.held
    lead = held.lead
    beside = [r for e in tenure.endings for r in e.claims]
    words = Counter(r.claim.name("role") for r in (lead, *held.support) if r.claim.name("role"))
    role = one.role or next((role for role, _ in words.most_common(1)), MEMBER if tenure.slot.post == MEMBER else "")
    first, last = attested(tenure.first, tenure.attested)
    fields = (
        ("person", shelf.name(tenure.slot.person, lead)),
        ("person_id", tenure.slot.person),
        ("role", role or "a post"),
        ("area", lead.claim.name("area")),
        ("since", str(tenure.since or "")),
        ("until", str(tenure.until or "")),
        ("first_attested", first),
        ("last_attested", last),
        ("sources", str(held.sources)),
        ("according_to", held.according_to),
        ("publisher", lead.appearance.publisher),
        ("date", lead.appearance.published),
        ("sentence", lead.sentence),
    )
    return Row(fields, one.status, shelf.keep([*held.claims, *beside, *one.rivals]), one.because)
