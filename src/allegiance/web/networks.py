"""The page of an actor's network, and the drawing that it loads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import HTMLResponse, JSONResponse, Response

from allegiance import pipeline
from allegiance.answers.dating import at as day_of
from allegiance.answers.network import network
from allegiance.ledger import LedgerView
from allegiance.model import Actor, Answer
from allegiance.web.actors import steps_from
from allegiance.web.asked import Clocks, Text, clocks
from allegiance.web.crowding import MOST_DRAWN, actors_of, best_attested, ties_of
from allegiance.web.guard import DRAWING_POLICY
from allegiance.web.lately import At
from allegiance.web.listing import Shown, listing
from allegiance.web.periods import beside, periods
from allegiance.web.plotting import WIDE, plot
from allegiance.web.rendering import page
from allegiance.web.site import Site

Asked = Annotated[Clocks, Depends(clocks)]
Depth = Annotated[int, Query(ge=1, le=3)]
Pixels = Annotated[int, Query(ge=1, le=20_000)]


def routes(site: Site) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()

    @router.get("/network/{id}")
    def network_page(
        asked: Asked, id: str, on: Text = "", depth: Depth = 1, whole: bool = False, at: At = 1
    ) -> Response:
        question = _Question(asked, id, on.strip(), depth)
        view = asked.view(site.ledger)
        actor, answer = _answered(site, view, question)
        return _network(site, question, (actor, answer), view, (whole, at))

    @router.get("/network/{id}/plot")
    def drawing(
        asked: Asked,
        id: str,
        on: Text = "",
        depth: Depth = 1,
        whole: bool = False,
        dark: bool = False,
        wide: Pixels = WIDE,
    ) -> Response:
        _, answer = _answered(site, asked.view(site.ledger), _Question(asked, id, on.strip(), depth))
        return JSONResponse(plot(answer if whole else best_attested(answer), asked.links, dark=dark, wide=wide))

    return router


@dataclass(frozen=True, slots=True)
class _Question:
    """Whose network, by which clocks, of which day, and how far."""

    asked: Clocks
    id: str
    on: str
    depth: int


def _answered(site: Site, view: LedgerView, question: _Question) -> tuple[Actor, Answer]:
    actor = pipeline.actor_named(view, question.id)
    asked = ("network", question.asked, actor.id, question.on, question.depth)
    return actor, site.kept.answer(
        asked, view.state(), lambda: network(view, actor, on=question.on, depth=question.depth)
    )


def _network(
    site: Site, question: _Question, of: tuple[Actor, Answer], view: LedgerView, shown: tuple[bool, int]
) -> HTMLResponse:
    """The page of a network; `shown` are whether all of it is drawn, and which page of the table stands below."""
    (actor, answer), (whole, at), asked = of, shown, question.asked
    kept = {"on": question.on, "depth": str(question.depth), "whole": "1" if whole else ""}
    ties, actors = ties_of(answer), len(actors_of(answer))
    drawn = actors if whole else len(actors_of(best_attested(answer)))
    told = view.claims(actors=[actor.id])
    strip = periods(day_of(recorded) for recorded in told if recorded.claim.type != "alias")
    days = [period.since if period.since == period.until else f"{period.since}/{period.until}" for period in strip]
    first, _, last = question.on.partition("/")

    def address(**other: str) -> str:
        return asked.links.page("network", question.id, **{**kept, **other})

    values = {
        "strip": strip,
        "days": [address(on=day) for day in days],
        "at_any_time": address(on=""),
        "shown": (first, last or first),
        "near": beside(strip, first, last or first),
        "listed": listing(ties, "", Shown("", at), lambda _, number: address(at=number)),
        "actor": actor,
        "answer": answer,
        "ties": ties,
        "actors": actors,
        "drawn": drawn,
        "whole": whole and actors > MOST_DRAWN + 1,
        "other_drawing": address(whole="" if whole else "1"),
        "on": question.on,
        "depth": question.depth,
        "steps": [(words, address(on=day)) for words, day in steps_from(question.on)] if question.on else [],
        "plot": asked.links.page("network", question.id, "plot", **kept),
        "coverage": answer.coverage,
    }
    return page(site, "network.html", asked, values, policy=DRAWING_POLICY)
