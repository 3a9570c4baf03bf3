"""Pages about everything: the first page, disagreements, moves, vacancies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import HTMLResponse, Response

from allegiance.answers import disagreements
from allegiance.answers.evidence import Shelf
from allegiance.answers.moves import moves
from allegiance.answers.vacancies import vacancies
from allegiance.errors import AllegianceError
from allegiance.ledger import LedgerView
from allegiance.model import Actor, Kind, Recorded
from allegiance.web import morning
from allegiance.web.asked import Clocks, Text, clocks, optional_actor
from allegiance.web.rendering import page, shown_actor
from allegiance.web.site import Site

_FIRST = 6
"""So many of each kind stand on the first page."""
_MOST_TOLD = 12
"""So many groups and so many people, of whom most is told, lead from the first page to their dossiers."""
MOST_AT_ONCE = 2_000
"""In a view of more claims, nothing is asked of everything at once: it takes a second for each thousand, and more."""


class TooMuch(AllegianceError):
    """A question about everything in a large ledger."""


@dataclass(frozen=True, slots=True)
class Told:
    """An actor, and in how many claims it stands."""

    actor: Actor
    claims: int


Asked = Annotated[Clocks, Depends(clocks)]


def routes(site: Site) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()

    @router.get("/")
    def home(asked: Asked) -> Response:
        return _home(site, asked)

    @router.get("/disagreements")
    def all_disagreements(asked: Asked, name: Text = "") -> Response:
        return _disagreements(site, asked, name)

    @router.get("/disagreements/{id}")
    def disagreements_about(asked: Asked, id: str) -> Response:
        return _disagreements(site, asked, id)

    @router.get("/moves")
    def moves_page(
        asked: Asked, from_group: Text = "", to_group: Text = "", since: Text = "", until: Text = ""
    ) -> Response:
        view = asked.view(site.ledger)
        left, turned_to = (optional_actor(view, name, Kind.GROUP) for name in (from_group, to_group))
        asks = left is not None or turned_to is not None
        answer = moves(view, left, turned_to, since.strip(), until.strip()) if asks else None
        fields = {"from_group": from_group, "to_group": to_group, "since": since, "until": until}
        values = {"answer": answer, "fields": fields, "here": "moves"}
        return page(site, "moves.html", asked, {**values, "coverage": view.coverage()})

    @router.get("/vacancies")
    def vacancies_page(asked: Asked, group: Text = "", on: Text = "") -> Response:
        view = asked.view(site.ledger)
        of = optional_actor(view, group, Kind.GROUP)
        if of is None:
            refuse_large(view)
        answer = vacancies(view, of, on.strip())
        values = {"answer": answer, "group": group, "on": on, "coverage": answer.coverage, "here": "vacancies"}
        return page(site, "vacancies.html", asked, values)

    return router


def _home(site: Site, asked: Clocks) -> HTMLResponse:
    view = asked.view(site.ledger)
    large = _is_large(view)
    conflicts = [] if large else disagreements.in_time(view, Shelf(view))
    empty = None if large else vacancies(view)
    clocked = bool(asked.published_by or asked.recorded_by)
    most = [] if large else _told_most(view, view.each())
    values = {
        # What is new is so by the clocks of now.
        "told": None if clocked else morning.morning(site, view),
        "clocked": clocked,
        "first": morning.FIRST,
        "groups": [one for one in most if one.actor.kind is Kind.GROUP][:_MOST_TOLD],
        "people": [one for one in most if one.actor.kind is Kind.PERSON][:_MOST_TOLD],
        "coverage": view.coverage(),
        "large": large,
        "reports": view.reports(_FIRST),
        "conflicts": list(enumerate(conflicts, 1))[-_FIRST:][::-1],
        "conflicts_in_all": len(conflicts),
        "empty": empty,
        "vacant": sorted(empty.rows, key=lambda row: row.get("when"), reverse=True)[:_FIRST] if empty else [],
    }
    return page(site, "home.html", asked, values)


def _told_most(view: LedgerView, claims: Iterable[Recorded]) -> list[Told]:
    """The actors of these claims that may be shown, those first of which most is told."""
    counted: Counter[str] = Counter()
    for recorded in claims:
        counted.update({shown_actor(recorded, role) for role, _ in recorded.actor_ids} - {""})
    known = view.actors(list(counted))
    return [Told(known[id], number) for id, number in counted.most_common() if id in known and number > 1]


def _is_large(view: LedgerView) -> bool:
    return view.coverage().claims > MOST_AT_ONCE


def refuse_large(view: LedgerView) -> None:
    """Refuse to ask of everything in a large ledger while a page waits. Raises TooMuch."""
    if _is_large(view):
        raise TooMuch(
            "this ledger is too large to be searched as a whole while a page waits",
            hint="find an actor, and ask about it alone; or ask on the command line, which may take its time",
        )


def _disagreements(site: Site, asked: Clocks, name: str) -> HTMLResponse:
    view = asked.view(site.ledger)
    actor = optional_actor(view, name)
    if actor is None:
        refuse_large(view)
    values = {
        "conflicts": disagreements.in_time(view, Shelf(view), actor),
        "actor": actor,
        "name": name,
        "coverage": view.coverage(),
        "here": "disagreements",
    }
    return page(site, "disagreements.html", asked, values)
