"""Who stands with whom on a day, or at some time in a span: actors and the ties between them."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from allegiance.answers.corroboration import CERTAIN, DISPUTED, POSSIBLE
from allegiance.answers.dating import window
from allegiance.answers.evidence import Shelf
from allegiance.answers.ties import KINDS, Tie, ties_of
from allegiance.model import Actor, Answer, Row, View

MOST_ACTORS = 200
"""So many actors are asked for their ties, the nearest first."""
_ORDER = (CERTAIN, DISPUTED, POSSIBLE)


@dataclass(frozen=True, slots=True)
class _Met:
    """A tie, and how far the nearer of its two is from the actor asked about."""

    tie: Tie
    steps: int


def network(view: View, around: Actor, *, on: str = "", since: str = "", until: str = "", depth: int = 1) -> Answer:
    """The ties of an actor, and with a `depth` of 2 or more those of the actors that it is tied to, and so on.

    Of a day (`on`), or of a span (`since`, `until`; EDTF, either may be empty): then a tie is as sure as on its surest
    day within. Each tie is certain, possible or disputed; one that is only denied, or was over, or of which no report
    shows that it had begun, is left out. The rows of section `actor` are the actors, with their kind, the steps from
    the one asked about and how many ties they have; those of section `tie` are the ties: who, tie, whom, role, area,
    since, until, steps, sources (independent ones: its weight), according_to, publisher, date, sentence. Raises
    BadDate.
    """
    days = window(on or since, on or until)
    shelf = Shelf(view)
    near, met, cut = _walk(view, around.id, days, depth, shelf)
    shelf.know(near)
    ties = sorted(met, key=lambda m: (m.steps, KINDS.index(m.tie.kind), _ORDER.index(m.tie.status)))
    rows = [_tie_row(m, shelf) for m in ties]
    query = (
        *(("actor", around.name), ("actor_id", around.id)),
        *(("on", on), ("since", since), ("until", until), ("depth", str(depth))),
    )
    problems = (f"only the {MOST_ACTORS} nearest actors were asked for their ties",) if cut else ()
    actors = _actor_rows(near, ties, shelf)
    return Answer("network", query, (*actors, *rows), view.coverage(), shelf.evidence, problems)


def _walk(
    view: View, around: str, days: tuple[date, date], depth: int, shelf: Shelf
) -> tuple[dict[str, int], list[_Met], bool]:
    """Every actor met with its steps from the one asked about, the ties of this time, and whether some were left."""
    near = {around: 0}
    met: dict[tuple[object, ...], _Met] = {}
    left = deque([around])
    asked = 0
    while left and asked < MOST_ACTORS:
        actor = left.popleft()
        steps = near[actor]
        asked += 1
        for tie in ties_of(view, actor, days, shelf.name):
            met.setdefault((tie.kind, tie.tenure.slot, tie.tenure.since), _Met(tie, steps))
            for end in (tie.one, tie.other):
                if end not in near:
                    near[end] = steps + 1
                    if steps + 1 < depth:
                        left.append(end)
    return near, list(met.values()), bool(left)


def _tie_row(one: _Met, shelf: Shelf) -> Row:
    tenure, told = one.tie.tenure, one.tie.tenure.held
    lead = told.lead
    fields = (
        ("section", "tie"),
        ("who", shelf.name(one.tie.one, lead)),
        ("who_id", one.tie.one),
        ("tie", one.tie.kind),
        ("whom", shelf.name(one.tie.other, lead)),
        ("whom_id", one.tie.other),
        ("role", lead.claim.name("role")),
        ("area", lead.claim.name("area")),
        ("since", str(tenure.since or "")),
        ("until", str(tenure.until or "")),
        ("steps", str(one.steps)),
        ("sources", str(told.sources)),
        ("according_to", told.according_to),
        ("publisher", lead.appearance.publisher),
        ("date", lead.appearance.published),
        ("sentence", lead.sentence),
    )
    return Row(fields, one.tie.status, shelf.keep(one.tie.claims), one.tie.because)


def _actor_rows(near: dict[str, int], ties: Iterable[_Met], shelf: Shelf) -> Iterable[Row]:
    """A row for each actor of these ties, nearest first: as sure as its surest tie, and resting on what that rests."""
    counted: Counter[str] = Counter()
    surest: dict[str, _Met] = {}
    for one in ties:
        for end in (one.tie.one, one.tie.other):
            counted[end] += 1
            known = surest.setdefault(end, one)
            if _ORDER.index(one.tie.status) < _ORDER.index(known.tie.status):
                surest[end] = one
    for actor, steps in near.items():
        if actor in surest:
            led = surest[actor]
            fields = (
                ("section", "actor"),
                ("actor", shelf.name(actor, led.tie.tenure.held.lead)),
                ("actor_id", actor),
                ("actor_kind", shelf.kind(actor).value),
                ("steps", str(steps)),
                ("ties", str(counted[actor])),
            )
            yield Row(fields, led.tie.status, tuple(r.claim.id for r in led.tie.tenure.held.claims), "")
