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
from allegiance.answers.fates import ENDS_OF_LIFE, SIGNS_OF_LIFE, deaths_of
from allegiance.answers.holdings import Holding, holdings
from allegiance.answers.people import claims_around
from allegiance.answers.tenure import MEMBER, Tenure
from allegiance.answers.tenures import tenures
from allegiance.model import Actor, Answer, Row, View

_ORDER = (CERTAIN, POSSIBLE, DISPUTED, UNKNOWN)


def roster(view: View, group: Actor, on: str) -> Answer:
    """Who leads, holds posts in and belongs to `group` on a day, or at some time in a month, a year, an interval.

    `on` is an EDTF date; of one coarser than a day each row is as sure as on its surest day within. Rows are ordered by
    post, members last, then by status. Fields: person, person_id, role, area, since, until, first_attested,
    last_attested, sources, according_to, publisher, date, sentence. Raises BadDate.
    """
    days, problems = _days(on)
    shelf = Shelf(view)
    claims = claims_around(view, group.id)
    found = tenures(claims, group.id)
    shelf.know(tenure.slot.person for tenure in found)
    held = holdings(found, claims, days, shelf.name)
    held += _pledged_to_leaders(view, group, found, days, shelf)
    rows = [_row(h, shelf) for h in sorted(held, key=lambda h: _sort_key(h, shelf))]
    return Answer(
        "roster",
        (("group", group.name), ("group_id", group.id), ("on", on)),
        tuple(rows),
        view.coverage(),
        shelf.evidence,
        problems,
    )


def _days(on: str) -> tuple[tuple[date, date], tuple[str, ...]]:
    first, last = window(on, on)
    if first == last:
        return (first, last), ()
    return (first, last), (f"{on} is more than a day: each row is as sure as on its surest day within",)


def _pledged_to_leaders(
    view: View, group: Actor, found: Sequence[Tenure], days: tuple[date, date], shelf: Shelf
) -> list[Holding]:
    """Those who pledged to a leader of the group: derived, at most possible, and open once he is dead."""
    leaders = sorted({t.slot.person for t in found if t.slot.post == "leader" and not t.slot.area})
    if not leaders:
        return []
    pledges = view.claims(actors=leaders, types=("pledge", "renounce"))
    fates = deaths_of(view.claims(actors=leaders, types=(*ENDS_OF_LIFE, *SIGNS_OF_LIFE)))
    known = {t.slot.person for t in found}
    out = []
    for leader in leaders:
        own = [r for r in pledges if leader in (r.actor("to"), r.actor("from"))]
        new = [r for r in own if filled(r, "actor") not in known]
        for tenure in tenures(new, group.id, leaders=frozenset([leader])):
            status, why = tenure.during(*days)
            if not status:
                continue
            name = shelf.name(leader)
            fate = fates.get(leader)
            fallen = fate is not None and fate.status != DENIED and fate.open_on(days[1])
            because = f"derived: pledged to {name}, who is said to lead {group.name}; {why}"
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
