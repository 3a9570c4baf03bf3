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
from allegiance.web.listing import MOST_LISTED
from allegiance.web.periods import beside, periods
from allegiance.web.plotting import WIDE, plot
from allegiance.web.rendering import page
from allegiance.web.site import Site

Asked = Annotated[Clocks, Depends(clocks)]
Depth = Annotated[int, Query(ge=1, le=3)]
At = Annotated[int, Query(ge=1, le=1_000_000)]
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
        return _network(site, question, actor, answer, view, _Shown(whole, at))

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


@dataclass(frozen=True, slots=True)
class _Shown:
    """How much of a network a page shows: whether all of it is drawn, and which page of the table."""

    whole: bool
    at: int

    @property
    def first(self) -> int:
        """The place of the first tie of the table."""
        return (self.at - 1) * MOST_LISTED


def _answered(site: Site, view: LedgerView, question: _Question) -> tuple[Actor, Answer]:
    actor = pipeline.actor_named(view, question.id)
    asked = ("network", question.asked, actor.id, question.on, question.depth)
    return actor, site.kept.answer(
        asked, view.state(), lambda: network(view, actor, on=question.on, depth=question.depth)
    )


def _network(
    site: Site, question: _Question, actor: Actor, answer: Answer, view: LedgerView, shown: _Shown
) -> HTMLResponse:
    asked, kept = question.asked, {"on": question.on, "depth": str(question.depth), "whole": "1" if shown.whole else ""}
    ties, actors = ties_of(answer), len(actors_of(answer))
    drawn = actors if shown.whole else len(actors_of(best_attested(answer)))
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
        "listed": ties[shown.first : shown.first + MOST_LISTED],
        "begin": shown.first + 1,
        "before": address(at=str(shown.at - 1)) if shown.at > 1 else "",
        "after": address(at=str(shown.at + 1)) if len(ties) > shown.first + MOST_LISTED else "",
        "actor": actor,
        "answer": answer,
        "ties": ties,
        "actors": actors,
        "drawn": drawn,
        "whole": shown.whole and actors > MOST_DRAWN + 1,
        "other_drawing": address(whole="" if shown.whole else "1"),
        "on": question.on,
        "depth": question.depth,
        "steps": [(words, address(on=day)) for words, day in steps_from(question.on)] if question.on else [],
        "plot": asked.links.page("network", question.id, "plot", **kept),
        "coverage": answer.coverage,
    }
    return page(site, "network.html", asked, values, policy=DRAWING_POLICY)
