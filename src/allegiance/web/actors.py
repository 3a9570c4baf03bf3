"""Pages about one actor, and the search that leads to them: dossier, timeline, lineage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse, Response

from allegiance import judging, pipeline
from allegiance.answers.descent import descent
from allegiance.answers.dossier import dossier
from allegiance.answers.lineage import lineage
from allegiance.answers.search import search
from allegiance.answers.timeline import timeline
from allegiance.errors import BadQuery, NotFound, Withheld
from allegiance.exports.report import SECTIONS
from allegiance.fulltext import Sought, query_of
from allegiance.ledger import LedgerView
from allegiance.model import Actor, Answer, Kind, Recorded
from allegiance.web import changing, drawing, family
from allegiance.web.asked import Clocks, Text, clocks, optional_actor
from allegiance.web.deciding import author, page_with_forms
from allegiance.web.rendering import Section, page
from allegiance.web.site import Site
from allegiance.when import parse, spanning

HITS_AT_MOST = 20
"""So many reports, and as many claims, a search shows."""
_DRAWN = "What is drawn above, with the sentences. "


@dataclass(frozen=True, slots=True)
class Hit:
    """An actor that a search found, and one claim that tells who it is."""

    actor: Actor
    told: Recorded | None


Asked = Annotated[Clocks, Depends(clocks)]


def routes(site: Site) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()

    @router.get("/search")
    def found(asked: Asked, q: Text = "") -> Response:
        return _search(site, asked, q.strip())

    @router.get("/actor/{id}")
    def actor(request: Request, asked: Asked, id: str) -> Response:
        return _dossier(site, request, asked, id)

    @router.get("/timeline/{id}")
    def told_in_time(asked: Asked, id: str, kind: Text = "", beside: Text = "") -> Response:
        return _timeline(site, asked, id, kind, beside)

    @router.get("/lineage/{id}")
    def lineage_page(asked: Asked, id: str) -> Response:
        return _lineage(site, asked, id)

    return router


def _search(site: Site, asked: Clocks, q: str) -> HTMLResponse:
    view = asked.view(site.ledger)
    hits: list[Hit] = []
    problem = ""
    suggestions: tuple[str, ...] = ()
    answer = _words(view, q)
    if q:
        try:
            hits = [Hit(actor, pipeline.glimpse(view, actor)) for actor in pipeline.actors_named(view, q)]
        except NotFound as error:
            problem, suggestions = str(error), error.suggestions
        except Withheld as error:  # What stands in texts is found all the same: there it may be a word.
            problem = str(error)
    rows = answer.rows if answer else ()
    values = {
        "q": q,
        "hits": hits,
        "problem": problem,
        "suggestions": suggestions,
        "answer": answer,
        "texts": [row for row in rows if row.get("section") == "document"],
        "claims": [row for row in rows if row.get("section") == "claim"],
        "notes": answer.problems if answer else (),
        "coverage": answer.coverage if answer else None,
    }
    return page(site, "search.html", asked, values, status=404 if problem and not rows else 200)


def _words(view: LedgerView, q: str) -> Answer | None:
    """What reports and claims have these words; None where there is no word to look for."""
    try:
        return search(view, Sought(query_of(q), limit=HITS_AT_MOST))
    except BadQuery:
        return None


def _dossier(site: Site, request: Request, asked: Clocks, id: str) -> HTMLResponse:
    view = asked.view(site.ledger)
    actor = pipeline.actor_named(view, id)
    answer = dossier(view, actor)
    drawn = drawing.of_actor(view, actor, answer)
    values = {
        "actor": actor,
        "answer": answer,
        "drawing": drawn,
        "drawn_title": drawing.title(actor),
        "sections": _sections(answer, drawn=drawn is not None),
        "coverage": answer.coverage,
        "week": changing.last_week_of(actor),
        "followed": judging.is_followed(site.ledger, view, actor, author(site)),
    }
    return page_with_forms(site, request, "dossier.html", asked, values)


def _sections(answer: Answer, *, drawn: bool) -> list[Section]:
    """The parts of a dossier that have rows, names last: they are looked up, and not read."""
    out = []
    for name, (title, note) in SECTIONS.items():
        rows = tuple(row for row in answer.rows if row.get("section") == name)
        if rows:
            out.append(Section(title, (_DRAWN if drawn and name == "posts" else "") + note, rows))
    return out


def _timeline(site: Site, asked: Clocks, id: str, kind: str, beside: str) -> HTMLResponse:
    view = asked.view(site.ledger)
    actor = pipeline.actor_named(view, id)
    other = optional_actor(view, beside)
    answers = [timeline(view, one) for one in (actor, other) if one is not None]
    kinds = sorted({row.get("type") for answer in answers for row in answer.rows})
    values = {
        "actor": actor,
        "other": other,
        "answers": answers,
        "chosen": [[row for row in a.rows if kind in ("", row.get("type"))] for a in answers],
        "kinds": kinds,
        "kind": kind,
        "coverage": answers[0].coverage,
    }
    return page(site, "timeline.html", asked, values)


def _lineage(site: Site, asked: Clocks, id: str) -> HTMLResponse:
    view = asked.view(site.ledger)
    group = pipeline.actor_named(view, id, Kind.GROUP)
    answer = lineage(view, group)
    told = descent(view, answer)
    values = {
        "actor": group,
        "answer": answer,
        "tree": family.tree(told) if told else None,
        "coverage": answer.coverage,
    }
    return page(site, "lineage.html", asked, values)


def steps_from(on: str) -> list[tuple[str, str]]:
    """The days near the one that is shown, each with its words; none where it is no single day."""
    span = parse(on)
    day = span.start_earliest
    if day is None or day != span.end_latest:
        return []
    out = []
    for words, days in (
        ("a year earlier", -365),
        ("a month earlier", -30),
        ("the day before", -1),
        ("the day after", 1),
    ):
        out.append((words, _moved(day, days)))
    return [*out, ("a month later", _moved(day, 30)), ("a year later", _moved(day, 365))]


def _moved(day: date, days: int) -> str:
    try:
        return str(spanning(day + timedelta(days=days), day + timedelta(days=days)))
    except OverflowError:
        return str(day)
