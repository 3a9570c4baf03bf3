"""Who leads a group, holds its posts and belongs to it on a day, as far as reports tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from allegiance.answers.corroboration import (
    CERTAIN,
    DENIED,
    DISPUTED,
    POSSIBLE,
    UNKNOWN,
    accounts,
    filled,
    is_single,
)
from allegiance.answers.dating import happened
from allegiance.answers.evidence import Shelf
from allegiance.answers.people import claims_around
from allegiance.answers.tenures import ENDS_OF_LIFE, MEMBER, SIGNS_OF_LIFE, Tenure, deaths_of, tenures
from allegiance.errors import BadDate
from allegiance.model import Actor, Answer, Certainty, Recorded, Row, View
from allegiance.when import parse

_ORDER = (CERTAIN, POSSIBLE, DISPUTED, UNKNOWN)


@dataclass(frozen=True, slots=True)
class _Holding:
    """A tenure as it stands on the day asked about."""

    tenure: Tenure
    status: str
    because: str
    role: str = ""
    rivals: tuple[Recorded, ...] = ()


def roster(view: View, group: Actor, on: str) -> Answer:
    """Who leads, holds posts in and belongs to `group` on a day.

    `on` is an EDTF date; one coarser than a day is taken at its first day, which the answer says. Rows are ordered by
    post, members last, then by status. Fields: person, person_id, role, area, since, until, first_attested,
    last_attested, sources, according_to, publisher, date, sentence. Raises BadDate.
    """
    day, problems = _day(on)
    shelf = Shelf(view)
    claims = claims_around(view, group.id)
    found = tenures(claims, group.id)
    holdings = [h for t in found if (h := _holding(t, day)) is not None]
    holdings += _pledged_to_leaders(view, group, found, day, shelf)
    posts = _by_post(holdings)
    holdings = [h for h in holdings if not _is_followed(h, posts, day)]
    custody = _by_person(claims)
    holdings = [_with_detention(h, custody.get(h.tenure.slot.person, []), day) for h in holdings]
    posts = _by_post(holdings)
    holdings = [_with_rivals(h, posts, day, shelf) for h in holdings]
    rows = [_row(h, shelf) for h in sorted(holdings, key=lambda h: _sort_key(h, shelf))]
    return Answer(
        "roster",
        (("group", group.name), ("group_id", group.id), ("on", on)),
        tuple(rows),
        view.coverage(),
        shelf.evidence,
        problems,
    )


def _day(on: str) -> tuple[date, tuple[str, ...]]:
    span = parse(on)
    day = span.start_earliest
    if day is None:
        raise BadDate(f"{on!r} has no first day", hint="give a day, such as 2016-03-01")
    whole = span.end_latest == day
    return day, () if whole else (f"{on} is not one day: answered for its first, {day}",)


def _holding(tenure: Tenure, day: date) -> _Holding | None:
    status, because = tenure.on(day)
    return _Holding(tenure, status, because) if status else None


def _pledged_to_leaders(view: View, group: Actor, found: Sequence[Tenure], day: date, shelf: Shelf) -> list[_Holding]:
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
            holding = _holding(tenure, day)
            if holding is None:
                continue
            name = shelf.name(leader)
            fate = fates.get(leader)
            fallen = fate is not None and fate.status != DENIED and fate.open_on(day)
            because = f"derived: pledged to {name}, who is said to lead {group.name}; {holding.because}"
            because += f"; open since {name} is said to be dead" if fallen else ""
            status = POSSIBLE if holding.status == CERTAIN else holding.status
            out.append(replace(holding, status=status, because=because, role=f"pledged to {name}"))
    return out


_Posts = dict[tuple[str, str], list[_Holding]]


def _by_post(holdings: Sequence[_Holding]) -> _Posts:
    """The holders of each single post."""
    out: _Posts = {}
    for one in holdings:
        slot = one.tenure.slot
        if is_single(slot.post, slot.area):
            out.setdefault((slot.post, slot.area), []).append(one)
    return out


def _by_person(claims: Sequence[Recorded]) -> dict[str, list[Recorded]]:
    """Detentions and releases by the person's id."""
    out: dict[str, list[Recorded]] = {}
    for recorded in claims:
        if recorded.claim.type in ("detention", "release"):
            out.setdefault(filled(recorded, "person"), []).append(recorded)
    return out


def _rivals(one: _Holding, posts: _Posts) -> list[_Holding]:
    slot = one.tenure.slot
    return [h for h in posts.get((slot.post, slot.area), ()) if h.tenure.slot.person != slot.person]


def _is_followed(one: _Holding, posts: _Posts, day: date) -> bool:
    """Whether a later holder of a single post has followed this one, though no report tells of his end."""
    last = one.tenure.last
    if one.status not in (POSSIBLE, DISPUTED) or last is None:
        return False
    later = (h.tenure for h in _rivals(one, posts) if h.tenure.first is not None and last < h.tenure.first <= day)
    return any(tenure.held.status == CERTAIN for tenure in later)


def _with_rivals(one: _Holding, posts: _Posts, day: date, shelf: Shelf) -> _Holding:
    """Two holders of a single post at once dispute it, each with the other's evidence beside his own.

    Who may have begun only later is no rival.
    """
    rivals = [h for h in _rivals(one, posts) if _begun(h, day)]
    if not rivals or not _begun(one, day):
        return one
    names = ", ".join(dict.fromkeys(shelf.name(h.tenure.slot.person) for h in rivals))
    because = f"also said to be held by {names}; {one.because}"
    return replace(one, status=DISPUTED, because=because, rivals=tuple(h.tenure.held.lead for h in rivals))


def _begun(one: _Holding, day: date) -> bool:
    return one.status != UNKNOWN and one.tenure.first is not None and one.tenure.first <= day


def _with_detention(one: _Holding, custody: Sequence[Recorded], day: date) -> _Holding:
    """A man who was taken and not released is on the roster as possible at the most."""
    taken = [r for r in custody if r.claim.type == "detention"]
    freed = [r for r in custody if r.claim.type == "release"]
    affirmed = [r for r in freed if r.claim.certainty not in (Certainty.DENIED, Certainty.DOUBTED)]
    for told in accounts(taken):
        at = happened(told.lead)
        if told.status == DENIED or at is None or at.end_latest is None or at.end_latest > day:
            continue
        if any(
            (out := happened(r)) is not None and not out.before(at) and _by(out.start_earliest, day) for r in affirmed
        ):
            continue
        status = POSSIBLE if one.status == CERTAIN else one.status
        because = f"{one.because}; said to be detained {at}, no release found"
        return replace(one, status=status, because=because, rivals=(*one.rivals, *told.claims))
    return one


def _by(first: date | None, day: date) -> bool:
    return first is None or first <= day


def _sort_key(one: _Holding, shelf: Shelf) -> tuple[bool, bool, bool, str, int, str]:
    """Who is said to have held what on the day first, leaders ahead; whom no report shows there on the day last."""
    post = one.tenure.slot.post
    status = _ORDER.index(one.status)
    return (one.status == "unknown", post == MEMBER, post != "leader", post, status, shelf.name(one.tenure.slot.person))


def _row(one: _Holding, shelf: Shelf) -> Row:
    tenure = one.tenure
    held = tenure.held
    lead = held.lead
    beside = [r for e in tenure.endings for r in e.claims]
    words = Counter(r.claim.name("role") for r in (lead, *held.support) if r.claim.name("role"))
    role = one.role or next((role for role, _ in words.most_common(1)), MEMBER if tenure.slot.post == MEMBER else "")
    fields = (
        ("person", shelf.name(tenure.slot.person, lead)),
        ("person_id", tenure.slot.person),
        ("role", role or "a post"),
        ("area", lead.claim.name("area")),
        ("since", str(tenure.since or "")),
        ("until", str(tenure.until or "")),
        ("first_attested", str(tenure.first or "")),
        ("last_attested", str(tenure.attested or "")),
        ("sources", str(held.sources)),
        ("according_to", held.according_to),
        ("publisher", lead.appearance.publisher),
        ("date", lead.appearance.published),
        ("sentence", lead.sentence),
    )
    return Row(fields, one.status, shelf.keep([*held.claims, *beside, *one.rivals]), one.because)
