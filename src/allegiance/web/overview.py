"""Pages about everything: the first page, disagreements, moves, vacancies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import HTMLResponse, Response

from allegiance.answers import disagreements, vacancies
from allegiance.answers.evidence import Shelf
from allegiance.answers.moves import moves
from allegiance.ledger import LedgerView
from allegiance.model import Actor, Kind, Recorded
from allegiance.web import morning
from allegiance.web.asked import Clocks, Text, clocks, optional_actor
from allegiance.web.deciding import page_with_forms
from allegiance.web.lately import At, lately
from allegiance.web.rendering import page, shown_actor
from allegiance.web.site import Site

_FIRST = 6
"""So many of each kind stand on the first page."""
_REPORTS = 20
"""Of a large ledger so many reports are gone through for the first page."""
_MOST_COUNTED = 500
"""Of a large ledger so many claims, those that were recorded last, say of whom most is told."""
_MOST_TOLD = 12
"""So many groups and so many people, of whom most is told, lead from the first page to their dossiers."""


@dataclass(frozen=True, slots=True)
class Told:
    """An actor, and in how many claims it stands."""

    actor: Actor
    claims: int


@dataclass(frozen=True, slots=True)
class _Sides:
    """The group that was left and the group that was gone to, as a request names them; empty for any."""

    left: str
    entered: str


def _sides(
    given_from: Annotated[Text, Query(alias="from")] = "",
    given_to: Annotated[Text, Query(alias="to")] = "",
    from_group: Text = "",
    to_group: Text = "",
) -> _Sides:
    """The sides as `from` and `to`, as the command line has them; addresses that were kept have the longer names."""
    return _Sides(given_from or from_group, given_to or to_group)


Asked = Annotated[Clocks, Depends(clocks)]


def routes(site: Site) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()

    @router.get("/")
    def home(request: Request, asked: Asked) -> Response:
        return _home(site, request, asked)

    @router.get("/disagreements")
    def all_disagreements(asked: Asked, name: Text = "", at: At = 1) -> Response:
        return _disagreements(site, asked, name, at)

    @router.get("/disagreements/{id}")
    def disagreements_about(asked: Asked, id: str) -> Response:
        return _disagreements(site, asked, id)

    @router.get("/moves")
    def moves_page(
        asked: Asked, sides: Annotated[_Sides, Depends(_sides)], since: Text = "", until: Text = ""
    ) -> Response:
        view = asked.view(site.ledger)
        left, turned_to = (optional_actor(view, name, Kind.GROUP) for name in (sides.left, sides.entered))
        asks = left is not None or turned_to is not None
        answer = moves(view, left, turned_to, since.strip(), until.strip()) if asks else None
        fields = {"from": sides.left, "to": sides.entered, "since": since, "until": until}
        values = {"answer": answer, "fields": fields, "here": "moves"}
        return page(site, "moves.html", asked, {**values, "coverage": view.coverage()})

    @router.get("/vacancies")
    def vacancies_page(asked: Asked, group: Text = "", on: Text = "", at: At = 1) -> Response:
        view = asked.view(site.ledger)
        of = optional_actor(view, group, Kind.GROUP)
        some = lately(view, at) if of is None else None
        day = on.strip()
        answer = vacancies.lately(view, some.claims, day) if some else vacancies.vacancies(view, of, day)
        values = {"answer": answer, "group": group, "on": on, "coverage": answer.coverage, "here": "vacancies"}
        return page(site, "vacancies.html", asked, {**values, "some": some})

    return router


def _home(site: Site, request: Request, asked: Clocks) -> HTMLResponse:
    view = asked.view(site.ledger)
    some = lately(view, most=_REPORTS)
    shelf = Shelf(view)
    conflicts = disagreements.in_time(view, shelf) if some is None else disagreements.lately(view, shelf, some.claims)
    empty = vacancies.vacancies(view) if some is None else vacancies.lately(view, some.claims)
    clocked = bool(asked.published_by or asked.recorded_by)
    most = _told_most(view, view.each() if some is None else view.latest(_MOST_COUNTED))
    values = {
        # What is new is so by the clocks of now.
        "told": None if clocked else morning.morning(site, view),
        "clocked": clocked,
        "first": morning.FIRST,
        "groups": [one for one in most if one.actor.kind is Kind.GROUP][:_MOST_TOLD],
        "people": [one for one in most if one.actor.kind is Kind.PERSON][:_MOST_TOLD],
        "coverage": view.coverage(),
        "some": some,
        "counted": _MOST_COUNTED,
        "reports": view.reports(_FIRST),
        "conflicts": list(enumerate(conflicts, 1))[-_FIRST:][::-1],
        "conflicts_in_all": len(conflicts),
        "empty": empty,
        "vacant": sorted(empty.rows, key=lambda row: row.get("when"), reverse=True)[:_FIRST],
    }
    return page_with_forms(site, request, "home.html", asked, values)


def _told_most(view: LedgerView, claims: Iterable[Recorded]) -> list[Told]:
    """The actors of these claims that may be shown, those first of which most is told."""
    counted: Counter[str] = Counter()
    for recorded in claims:
        counted.update({shown_actor(recorded, role) for role, _ in recorded.actor_ids} - {""})
    known = view.actors(list(counted))
    return [Told(known[id], number) for id, number in counted.most_common() if id in known and number > 1]


def _disagreements(site: Site, asked: Clocks, name: str, at: int = 1) -> HTMLResponse:
    view = asked.view(site.ledger)
    actor = optional_actor(view, name)
    some = lately(view, at) if actor is None else None
    shelf = Shelf(view)
    values = {
        "conflicts": disagreements.lately(view, shelf, some.claims)
        if some
        else disagreements.in_time(view, shelf, actor),
        "some": some,
        "actor": actor,
        "name": name,
        "coverage": view.coverage(),
        "here": "disagreements",
    }
    return page(site, "disagreements.html", asked, values)
