"""Answers as files to hand on: a report with numbered footnotes, as one HTML file or a PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from allegiance import pipeline
from allegiance.answers.dossier import dossier
from allegiance.answers.lineage import lineage
from allegiance.answers.network import network
from allegiance.answers.roster import roster
from allegiance.answers.timeline import timeline
from allegiance.errors import NotFound
from allegiance.exports import pdf, webpage
from allegiance.exports.measured import measured, misses
from allegiance.exports.report import PAGE, SHEETS, Bounds, Known, Report, report
from allegiance.ledger import LedgerView
from allegiance.model import Actor, Answer, Kind
from allegiance.web import drawing
from allegiance.web.asked import Clocks, Text, clocks
from allegiance.web.site import Site

Asked = Annotated[Clocks, Depends(clocks)]
Depth = Annotated[int, Query(ge=1, le=3)]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Of which day a report is asked, and how far a network reaches."""

    on: str
    depth: int


_Ask = Callable[[LedgerView, Actor, _Wanted], Answer]
_ANSWERS: Mapping[str, _Ask] = {
    "dossier": lambda view, actor, _: dossier(view, actor),
    "timeline": lambda view, actor, _: timeline(view, actor),
    "network": lambda view, actor, wanted: network(view, actor, on=wanted.on, depth=wanted.depth),
    "roster": lambda view, actor, wanted: roster(view, actor, wanted.on),
    "lineage": lambda view, actor, _: lineage(view, actor),
}
_OF_GROUPS = frozenset({"roster", "lineage"})
_WRITERS: Mapping[str, tuple[Callable[[Report], bytes], str, Bounds]] = {
    "html": (lambda made: webpage.write(made).encode(), "text/html; charset=utf-8", PAGE),
    "pdf": (pdf.write, "application/pdf", SHEETS),
}


def routes(site: Site) -> APIRouter:
    """The files of this module for a site."""
    router = APIRouter()

    @router.get("/report/{kind}/{id}")
    def file(asked: Asked, kind: str, id: str, format: Text = "html", on: Text = "", depth: Depth = 1) -> Response:
        if kind not in _ANSWERS or format not in _WRITERS:
            raise NotFound("there is no such report", hint="choose it on the page of an actor")
        view = asked.view(site.ledger)
        actor = pipeline.actor_named(view, id, Kind.GROUP if kind in _OF_GROUPS else Kind.UNKNOWN)
        answer = _ANSWERS[kind](view, actor, _Wanted(on.strip(), depth))
        write, media, bounds = _WRITERS[format]
        drawn = drawing.handed_on(view, actor, answer) if kind == "dossier" else None
        made = report(answer, Known(asked.published_by, asked.recorded_by, misses(measured())), bounds, drawn)
        # An id is letters, digits and hyphens, but for one that an outside authority gives.
        name = "".join(c if c.isascii() and (c.isalnum() or c in "-._") else "-" for c in f"{kind}-{actor.id}")
        headers = {"content-disposition": f'attachment; filename="{name[:120]}.{format}"'}
        return Response(write(made), media_type=media, headers=headers)

    return router
