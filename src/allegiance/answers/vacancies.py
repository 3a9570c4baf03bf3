"""Posts whose holder fell and for whom no successor is found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from allegiance.answers.corroboration import DENIED, DISPUTED, filled
from allegiance.answers.dating import attested, order
from allegiance.answers.evidence import Shelf
from allegiance.answers.people import posts_told_of, single_posts
from allegiance.answers.tenure import DEAD, Ending, Tenure
from allegiance.errors import BadDate
from allegiance.model import Actor, Answer, Recorded, Row, View
from allegiance.when import parse

_POSTS = ("post", "appointment", "removal", "succession")
_ENDS = ("killing", "death", "detention", "leave", "join", "removal")
"""What may end a post without naming it, and the roles of whom it befalls."""
_WHO = ("victim", "person", "actor")


def vacancies(view: View, group: Actor | None = None, on: str = "") -> Answer:
    """Posts with one holder at a time that stand empty, as far as reports tell.

    Of one group, or of all. `on` is an EDTF date, by its last day: what fell or was filled later is left out; empty for
    all that is known. A post is not vacant where somebody is told of in it at his predecessor's fall or later. Rows
    have the status of the fall: certain, possible or disputed. Fields: group, group_id, role, area, last_holder,
    last_holder_id, fell, when, last_attested, sources, according_to, publisher, date, sentence. Raises BadDate.
    """
    day = _day(on)
    shelf = Shelf(view)
    groups = [group.id] if group else _groups(view)
    rows = [row for one in groups for row in _of_group(view, one, day, shelf)]
    query = (("group", group.name), ("group_id", group.id)) if group else ()
    return Answer("vacancies", (*query, ("on", on)), tuple(rows), view.coverage(), shelf.evidence)


def lately(view: View, claims: Sequence[Recorded], on: str = "") -> Answer:
    """The posts that stand empty in groups of whose posts, people or mergers these claims tell. Raises BadDate.

    Rows and fields are those of `vacancies`; however much else is told, it is not gone through.
    """
    day = _day(on)
    shelf = Shelf(view)
    people = {filled(r, role) for r in claims if r.claim.type in _ENDS for role in _WHO} - {""}
    held = view.claims(actors=sorted(people), types=_POSTS) if people else ()
    groups = {filled(r, "group") for r in claims if r.claim.type == "merger"} - {""}
    # What is told of a post alone says in which groups to look; all that bears on a group says what stands empty in it.
    for group, posts in posts_told_of(view, list({r.claim.id: r for r in (*claims, *held)}.values())):
        if any(unfilled(tenures, day) is not None for _, tenures in posts):
            groups.add(group)
    rows = [row for group in sorted(groups) for row in _of_group(view, group, day, shelf)]
    return Answer("vacancies", (("on", on),), tuple(rows), view.coverage(), shelf.evidence)


def _day(on: str) -> date:
    if not on:
        return date.max
    day = parse(on).end_latest
    if day is None:
        raise BadDate(f"{on!r} has no last day", hint="give a day, such as 2016-03-01")
    return day


def _groups(view: View) -> list[str]:
    return sorted({group for r in view.claims(types=_POSTS) if (group := filled(r, "group"))})


def _of_group(view: View, group: str, day: date, shelf: Shelf) -> Iterable[Row]:
    for _, held in single_posts(view, group):
        if (vacated := unfilled(held, day)) is not None:
            yield _row(*vacated, group, shelf)


def unfilled(held: Sequence[Tenure], day: date = date.max) -> tuple[Tenure, Ending] | None:
    """The last tenure of a post with one holder that was over by a day, and its end; None where another has it."""
    fallen = [(t, end) for t in held if (end := _fall(t, day)) is not None]
    if not fallen:
        return None
    tenure, end = max(fallen, key=lambda pair: order(pair[1].span)[1:])
    return None if any(_takes_over(other, tenure, end, day) for other in held) else (tenure, end)


def _fall(tenure: Tenure, day: date) -> Ending | None:
    """What ended a tenure by a day, the surest first, the earliest of those; None where nothing did."""
    ends = [e for e in tenure.endings if e.status != DENIED and e.open_on(day)]
    # Who is said to be dead and seen later is disputed, and his post with him; any other end he has outlived.
    ends = [e for e in ends if (e.what == DEAD and e.status == DISPUTED) or not _seen_after(tenure, e)]
    ranks = ("certain", "disputed", "possible")
    return min(ends, key=lambda e: (ranks.index(e.status), order(e.span)), default=None)


def _seen_after(tenure: Tenure, end: Ending) -> bool:
    return any(s.earliest and end.over_by(s.earliest) for s in tenure.sightings)


def _takes_over(other: Tenure, tenure: Tenure, end: Ending, day: date) -> bool:
    """Whether another is told of in the post at the fall or later, but not after the day."""
    if other is tenure or other.held.status == DENIED or _fall(other, day) is not None:
        return False
    first, fell = other.first, end.span.start_earliest if end.span is not None else None
    if first is None or first > day:
        return other.start is not None and first is None
    return fell is None or other.last is None or other.last >= fell


def _row(tenure: Tenure, end: Ending, group: str, shelf: Shelf) -> Row:
    lead, told = tenure.held.lead, end.told
    fields = (
        ("group", shelf.name(group, lead)),
        ("group_id", group),
        ("role", lead.claim.name("role") or tenure.slot.post),
        ("area", lead.claim.name("area")),
        ("last_holder", shelf.name(tenure.slot.person, lead)),
        ("last_holder_id", tenure.slot.person),
        ("fell", end.what),
        ("when", str(end.span or "")),
        ("last_attested", attested(tenure.first, tenure.attested)[1]),
        ("sources", str(told.sources)),
        ("according_to", told.according_to),
        ("publisher", told.lead.appearance.publisher),
        ("date", told.lead.appearance.published),
        ("sentence", told.lead.sentence),
    )
    return Row(
        fields, end.status, shelf.keep([*end.claims, *tenure.held.claims]), "no successor found in these reports"
    )
