"""Pages about one actor, and the search that leads to them: dossier, timeline, lineage."""

from __future__ import annotations

from collections.abc import Callable
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
from allegiance.model import Actor, Answer, Kind, Recorded, Row
from allegiance.web import changing, drawing, family
from allegiance.web.asked import Clocks, Text, clocks, optional_actor
from allegiance.web.deciding import author, page_with_forms
from allegiance.web.listing import Listing, Shown, ShownOf, listing
from allegiance.web.rendering import page
from allegiance.web.site import Site
from allegiance.when import parse, spanning

HITS_AT_MOST = 20
"""So many reports, and as many claims, a search shows."""
_DRAWN = "What is drawn above, with the sentences. "


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a dossier: its name, its title, what stands in it, and a page of its rows."""

    name: str
    title: str
    note: str
    listed: Listing[Row]


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
    def actor(request: Request, asked: Asked, id: str, shown: ShownOf) -> Response:
        return _dossier(site, request, asked, id, shown)

    @router.get("/timeline/{id}")
    def told_in_time(asked: Asked, id: str, shown: ShownOf, kind: Text = "", beside: Text = "") -> Response:
        return _timeline(site, asked, id, (kind, beside), shown)

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


def _dossier(site: Site, request: Request, asked: Clocks, id: str, shown: Shown) -> HTMLResponse:
    view = asked.view(site.ledger)
    actor, state = pipeline.actor_named(view, id), view.state()
    answer = site.kept.answer(("dossier", asked, actor.id), state, lambda: dossier(view, actor))
    drawn = site.kept.found(
        ("drawing", asked, actor.id),
        state,
        lambda: drawing.of_actor(view, actor, answer),
        lambda made: len(made.lanes) if made else 0,
    )

    def address(name: str, at: str) -> str:
        return f"{asked.links.page('actor', actor.id, part=name, at=at)}#h-{name.replace(' ', '-')}"

    values = {
        "actor": actor,
        "answer": answer,
        "drawing": drawn,
        "drawn_title": drawing.title(actor),
        "sections": _parts(answer, shown, address, drawn=drawn is not None),
        "coverage": answer.coverage,
        "week": changing.last_week_of(actor),
        "followed": judging.is_followed(site.ledger, view, actor, author(site)),
    }
    return page_with_forms(site, request, "dossier.html", asked, values)


def _parts(answer: Answer, shown: Shown, address: Callable[[str, str], str], *, drawn: bool) -> list[Part]:
    """The parts of a dossier that have rows, names last: they are looked up, and not read."""
    out = []
    for name, (title, note) in SECTIONS.items():
        rows = tuple(row for row in answer.rows if row.get("section") == name)
        if rows:
            note = (_DRAWN if drawn and name == "posts" else "") + note
            out.append(Part(name, title, note, listing(rows, name, shown, address)))
    return out


def _timeline(site: Site, asked: Clocks, id: str, of: tuple[str, str], shown: Shown) -> HTMLResponse:
    """The page of a timeline; `of` are the kind that is shown alone, and whose timeline stands beside it."""
    view, (kind, beside) = asked.view(site.ledger), of
    actor, other = pipeline.actor_named(view, id), optional_actor(view, beside)
    answers = [_in_time(site, view, asked, one) for one in (actor, other) if one is not None]

    def address(name: str, at: str) -> str:
        return f"{asked.links.page('timeline', actor.id, kind=kind, beside=beside, part=name, at=at)}#t{name}"

    kinds = sorted({row.get("type") for answer in answers for row in answer.rows})
    values = {
        "actor": actor,
        "other": other,
        "answers": answers,
        "chosen": [
            listing([row for row in a.rows if kind in ("", row.get("type"))], str(place), shown, address)
            for place, a in enumerate(answers, 1)
        ],
        "kinds": kinds,
        "kind": kind,
        "coverage": answers[0].coverage,
    }
    return page(site, "timeline.html", asked, values)


def _in_time(site: Site, view: LedgerView, asked: Clocks, actor: Actor) -> Answer:
    return site.kept.answer(("timeline", asked, actor.id), view.state(), lambda: timeline(view, actor))


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
