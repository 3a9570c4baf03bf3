"""Names while somebody types one: a piece of a page that the field at the head of every page puts beneath itself.

Without a script the field sends its form to the search, which finds the same.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import HTMLResponse, Response

from allegiance import pipeline
from allegiance.errors import NotFound
from allegiance.web.asked import Clocks, Text, clocks
from allegiance.web.rendering import page
from allegiance.web.site import Site

FOUND_AT_MOST = 8
SHORTEST = 2
"""Characters that must be typed: one alone finds too much to be of use, and in some scripts two are a word."""

Asked = Annotated[Clocks, Depends(clocks)]


def routes(site: Site) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()

    @router.get("/names")
    def names(asked: Asked, q: Text = "") -> Response:
        return _names(site, asked, q.strip())

    return router


def _names(site: Site, asked: Clocks, q: str) -> HTMLResponse:
    found = []
    if len(q) >= SHORTEST:
        view = asked.view(site.ledger)
        try:
            found = list(pipeline.actors_named(view, q))
        except NotFound:
            found = []
    values = {"q": q, "found": found[:FOUND_AT_MOST], "more": max(0, len(found) - FOUND_AT_MOST)}
    return page(site, "names.html", asked, values)
