"""The map: what reports tell of places, of everything or of one actor, through time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import HTMLResponse, Response

from allegiance import pipeline
from allegiance.answers.mapped import mapped, placed
from allegiance.model import Actor
from allegiance.web.asked import Clocks, Text, clocks, optional_actor
from allegiance.web.mapping import chart
from allegiance.web.overview import refuse_large
from allegiance.web.periods import beside, periods
from allegiance.web.rendering import page
from allegiance.web.site import Site

MOST_LISTED = 200
"""So many happenings are listed below a map; of more, a place or a period is chosen first."""
CLOSEST = 5

Asked = Annotated[Clocks, Depends(clocks)]
Zoom = Annotated[int, Query(ge=0, le=CLOSEST)]


def routes(site: Site) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()

    @router.get("/map")
    def whole(
        asked: Asked, name: Text = "", type: Text = "", since: Text = "", until: Text = "", place: Text = "",
        zoom: Zoom = 0,
    ) -> Response:  # fmt: skip
        actor = optional_actor(asked.view(site.ledger), name)
        fields = {"name": name, "type": type, "since": since.strip(), "until": until.strip()}
        return _map(site, asked, actor, fields, place, zoom)

    @router.get("/map/{id}")
    def of_one(
        asked: Asked, id: str, type: Text = "", since: Text = "", until: Text = "", place: Text = "", zoom: Zoom = 0
    ) -> Response:
        actor = pipeline.actor_named(asked.view(site.ledger), id)
        fields = {"name": "", "type": type, "since": since.strip(), "until": until.strip()}
        return _map(site, asked, actor, fields, place, zoom)

    return router


def _map(site: Site, asked: Clocks, actor: Actor | None, fields: dict[str, str], place: str, zoom: int) -> HTMLResponse:
    view = asked.view(site.ledger)
    if actor is None:
        refuse_large(view)
    claims = view.claims(actors=[actor.id] if actor else [])
    told = placed(claims, pipeline.spots(view, claims))
    types = sorted({one.told.type for one in told})
    chosen = [one for one in told if fields["type"] in ("", one.told.type)]
    query = (("actor", actor.name if actor else ""), ("actor_id", actor.id if actor else ""), ("type", fields["type"]))
    answer = mapped(view, chosen, query, fields["since"], fields["until"])
    strip = periods(one.told.span for one in chosen)
    drawn = chart(answer.rows, place, zoom)
    at = next((mark for mark in drawn.marks if mark.chosen), None)
    rows = at.rows if at else tuple(row for row in answer.rows if row.get("place_id"))
    values = {
        "actor": actor,
        "tab": bool(actor) and not fields["name"],
        "answer": answer,
        "chart": drawn,
        "marks": sorted(drawn.marks, key=lambda mark: (-len(mark.rows), mark.name)),
        "at": at,
        "rows": rows[:MOST_LISTED],
        "more": max(0, len(rows) - MOST_LISTED),
        "nowhere": [row for row in answer.rows if not row.get("place_id")],
        "types": types,
        "fields": fields,
        "strip": strip,
        "near": beside(strip, fields["since"], fields["until"]),
        "zoom": zoom,
        "closest": CLOSEST,
        "coverage": answer.coverage,
        "here": "map",
    }
    return page(site, "map.html", asked, values)
