"""The map: what reports tell of places, of everything or of one actor, through time; and the same as GeoJSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import HTMLResponse, Response

from allegiance import pipeline
from allegiance.answers.mapped import Placed, mapped, placed
from allegiance.exports import geojson
from allegiance.ledger import LedgerView
from allegiance.model import Actor, Answer
from allegiance.web.asked import Clocks, Text, clocks, optional_actor
from allegiance.web.lately import At, Lately, lately
from allegiance.web.mapping import chart
from allegiance.web.periods import beside, periods
from allegiance.web.rendering import page
from allegiance.web.site import Site

MOST_LISTED = 200
"""So many happenings are listed below a map; of more, a place or a period is chosen first."""
CLOSEST = 5
REPORTS_A_PAGE = 500
"""Of a large ledger so many reports are on one map, unless it is of one actor."""

Asked = Annotated[Clocks, Depends(clocks)]
Zoom = Annotated[int, Query(ge=0, le=CLOSEST)]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a map is asked to show: of which kind, from when to when, and of a large ledger which page."""

    type: str
    since: str
    until: str
    at: int


def wanted(type: Text = "", since: Text = "", until: Text = "", at: At = 1) -> Wanted:
    """What is wanted, as a request asks for it."""
    return Wanted(type, since.strip(), until.strip(), at)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a map shows: all that is told of places here, what was asked of it, and the page of a large ledger."""

    told: tuple[Placed, ...]
    chosen: tuple[Placed, ...]
    answer: Answer
    some: Lately | None


def routes(site: Site) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()

    @router.get("/map")
    def whole(
        asked: Asked, want: Annotated[Wanted, Depends(wanted)], name: Text = "", place: Text = "", zoom: Zoom = 0
    ) -> Response:
        actor = optional_actor(asked.view(site.ledger), name)
        return _map(site, asked, (actor, name), want, place, zoom)

    @router.get("/map.geojson")
    def as_geojson(asked: Asked, want: Annotated[Wanted, Depends(wanted)], name: Text = "") -> Response:
        view = asked.view(site.ledger)
        made = geojson.write(_shown(view, optional_actor(view, name), want).answer)
        headers = {"content-disposition": 'attachment; filename="map.geojson"'}
        return Response(made, media_type="application/geo+json", headers=headers)

    @router.get("/map/{id}")
    def of_one(
        asked: Asked, id: str, want: Annotated[Wanted, Depends(wanted)], place: Text = "", zoom: Zoom = 0
    ) -> Response:
        actor = pipeline.actor_named(asked.view(site.ledger), id)
        return _map(site, asked, (actor, ""), want, place, zoom)

    return router


def _shown(view: LedgerView, actor: Actor | None, want: Wanted) -> _Shown:
    some = lately(view, want.at, REPORTS_A_PAGE) if actor is None else None
    claims = some.claims if some else view.claims(actors=[actor.id] if actor else [])
    told = tuple(placed(claims, pipeline.spots(view, claims)))
    chosen = tuple(one for one in told if want.type in ("", one.told.type))
    query = (("actor", actor.name if actor else ""), ("actor_id", actor.id if actor else ""), ("type", want.type))
    return _Shown(told, chosen, mapped(view, chosen, query, want.since, want.until), some)


def _map(site: Site, asked: Clocks, of: tuple[Actor | None, str], want: Wanted, place: str, zoom: int) -> HTMLResponse:
    """The page; `of` is whom it is about, and the name by which he was asked for in its form."""
    actor, name = of
    shown = _shown(asked.view(site.ledger), actor, want)
    answer = shown.answer
    strip = periods(one.told.span for one in shown.chosen)
    drawn = chart(answer.rows, place, zoom)
    at = next((mark for mark in drawn.marks if mark.chosen), None)
    rows = at.rows if at else tuple(row for row in answer.rows if row.get("place_id"))
    values = {
        "actor": actor,
        "tab": bool(actor) and not name,
        "answer": answer,
        "some": shown.some,
        "chart": drawn,
        "marks": sorted(drawn.marks, key=lambda mark: (-len(mark.rows), mark.name)),
        "at": at,
        "rows": rows[:MOST_LISTED],
        "more": max(0, len(rows) - MOST_LISTED),
        "nowhere": [row for row in answer.rows if not row.get("place_id")],
        "types": sorted({one.told.type for one in shown.told}),
        "fields": {"name": name, "type": want.type, "since": want.since, "until": want.until},
        "strip": strip,
        "near": beside(strip, want.since, want.until),
        "zoom": zoom,
        "closest": CLOSEST,
        "coverage": answer.coverage,
        "here": "map",
    }
    return page(site, "map.html", asked, values)
