"""The page of an actor's network, and the drawing that it loads."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import HTMLResponse, JSONResponse, Response

from allegiance import pipeline
from allegiance.answers.dating import at
from allegiance.answers.network import network
from allegiance.ledger import LedgerView
from allegiance.model import Actor, Answer
from allegiance.web.actors import steps_from
from allegiance.web.asked import Clocks, Text, clocks
from allegiance.web.guard import DRAWING_POLICY
from allegiance.web.periods import beside, periods
from allegiance.web.plotting import plot
from allegiance.web.rendering import page
from allegiance.web.site import Site

MOST_KEPT = 16
MOST_LISTED = 100
"""So many ties are listed below a drawing, the surest of each kind first."""
KEPT_FOR = 60.0
"""Seconds for which the answer of a page serves its drawing too."""

Asked = Annotated[Clocks, Depends(clocks)]
Depth = Annotated[int, Query(ge=1, le=3)]


def routes(site: Site) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()
    given = _Given()

    @router.get("/network/{id}")
    def network_page(asked: Asked, id: str, on: Text = "", depth: Depth = 1) -> Response:
        question = _Question(asked, id, on.strip(), depth)
        view = asked.view(site.ledger)
        actor, answer = _answered(view, question)
        given.keep(question, answer)
        return _network(site, question, actor, answer, view)

    @router.get("/network/{id}/plot")
    def drawing(asked: Asked, id: str, on: Text = "", depth: Depth = 1, dark: bool = False) -> Response:
        question = _Question(asked, id, on.strip(), depth)
        answer = given.take(question) or _answered(asked.view(site.ledger), question)[1]
        return JSONResponse(plot(answer, asked.links, dark=dark))

    return router


@dataclass(frozen=True, slots=True)
class _Question:
    """Whose network, by which clocks, of which day, and how far."""

    asked: Clocks
    id: str
    on: str
    depth: int


class _Given:
    """The answers of the latest pages, each kept until its drawing is asked for, which is at once, or for a minute."""

    def __init__(self) -> None:
        self._held: OrderedDict[_Question, tuple[float, Answer]] = OrderedDict()
        self._lock = Lock()

    def keep(self, question: _Question, answer: Answer) -> None:
        """Keep an answer."""
        with self._lock:
            self._held[question] = (monotonic(), answer)
            while len(self._held) > MOST_KEPT:
                self._held.popitem(last=False)

    def take(self, question: _Question) -> Answer | None:
        """An answer that is kept, once; None where there is none, or an old one."""
        with self._lock:
            since, answer = self._held.pop(question, (0.0, None))
        return answer if answer is not None and monotonic() - since < KEPT_FOR else None


def _answered(view: LedgerView, question: _Question) -> tuple[Actor, Answer]:
    actor = pipeline.actor_named(view, question.id)
    return actor, network(view, actor, on=question.on, depth=question.depth)


def _network(site: Site, question: _Question, actor: Actor, answer: Answer, view: LedgerView) -> HTMLResponse:
    on, depth, asked = question.on, question.depth, question.asked
    ties = [row for row in answer.rows if row.get("section") == "tie"]
    told = view.claims(actors=[actor.id])
    strip = periods(at(recorded) for recorded in told if recorded.claim.type != "alias")
    days = [period.since if period.since == period.until else f"{period.since}/{period.until}" for period in strip]
    first, _, last = on.partition("/")
    values = {
        "strip": strip,
        "days": days,
        "shown": (first, last or first),
        "near": beside(strip, first, last or first),
        "listed": ties[:MOST_LISTED],
        "actor": actor,
        "answer": answer,
        "ties": ties,
        "actors": len(answer.rows) - len(ties),
        "on": on,
        "depth": depth,
        "steps": steps_from(on) if on else [],
        "plot": asked.links.page("network", question.id, "plot", on=on, depth=str(depth)),
        "coverage": answer.coverage,
    }
    return page(site, "network.html", asked, values, policy=DRAWING_POLICY)
