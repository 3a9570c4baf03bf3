"""The application: the guard, the pages, the errors as pages that say what to try, and two files of our own."""

from __future__ import annotations

import sys
import traceback
from asyncio import to_thread
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from threading import Thread

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from allegiance import pipeline
from allegiance.errors import AllegianceError, BadClaim, BadDate, LedgerBusy, NotFound, Withheld
from allegiance.ledger import Ledger
from allegiance.parallel import MakeReader
from allegiance.web import (
    actors,
    changing,
    deciding,
    doubting,
    entering,
    finding,
    giving,
    handing,
    maps,
    morning,
    networks,
    overview,
    plotting,
    reports,
    rosters,
    uploading,
)
from allegiance.web.asked import Clocks, UnknownField, only_known
from allegiance.web.deciding import Refused
from allegiance.web.desk import Busy, Desk
from allegiance.web.guard import Guard
from allegiance.web.links import Links
from allegiance.web.rendering import environment, page
from allegiance.web.sessions import Sessions
from allegiance.web.site import Serving, Site

_FILES = {
    "site.css": "text/css; charset=utf-8",
    "icon.svg": "image/svg+xml",
    "find.js": "text/javascript; charset=utf-8",
    "network.js": "text/javascript; charset=utf-8",
    "review.js": "text/javascript; charset=utf-8",
    "select.js": "text/javascript; charset=utf-8",
    "watch.js": "text/javascript; charset=utf-8",
}
_BOKEH = "bokeh.min.js"
_PATIENCE = 5.0
"""Seconds for which the end of the pages waits for what is still made ready."""
_STATUS: tuple[tuple[type[AllegianceError], int, str], ...] = (
    (Withheld, 404, "There is no page on this person"),
    (NotFound, 404, "Not found"),
    (BadDate, 400, "This is no date"),
    (BadClaim, 400, "This cannot be a claim"),
    (Refused, 403, "Not taken"),
    (UnknownField, 400, "This cannot be asked so"),
    (Busy, 409, "Not now"),
    (LedgerBusy, 503, "The ledger is busy"),
    (AllegianceError, 500, "This could not be answered"),
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that was perhaps meant, and where it is."""

    words: str
    href: str


def make_app(ledger: Ledger, serving: Serving, make: MakeReader = pipeline.english_reader) -> Guard:
    """The pages of a ledger, with the guard before them; `make` makes the reader of what is handed over."""
    desk = Desk(ledger, make)

    @asynccontextmanager
    async def while_served(_: FastAPI) -> AsyncIterator[None]:
        warming = Thread(target=_warm, args=(ledger,), daemon=True)
        warming.start()
        yield
        await to_thread(desk.close)
        await to_thread(warming.join, _PATIENCE)

    site = Site(ledger, serving, environment(), Sessions())
    # No pages about the interface: the ones that come with the framework load scripts from another host.
    app = FastAPI(
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=while_served,
        dependencies=[Depends(only_known)],
    )
    everything, of_one = (finding, overview, morning, changing, maps), (actors, rosters, networks)
    for room in (*everything, *of_one, reports, handing, deciding, doubting, giving, entering):
        app.include_router(room.routes(site))
    app.include_router(uploading.routes(site, desk))
    _add_files(app)
    _add_errors(app, site)
    return Guard(app, serving, site.sessions)


def _warm(ledger: Ledger) -> None:
    """Do beforehand what the first reader would wait for: what the ledger rests on, and what draws networks."""
    with suppress(AllegianceError):
        ledger.view().coverage()
    plotting.warm()


def _add_files(app: FastAPI) -> None:
    """The files that pages load, read once: a request only chooses one of them by its name."""
    folder = resources.files("allegiance.web") / "static"
    files = {name: (folder / name).read_bytes() for name in _FILES}

    @cache
    def bokeh() -> bytes:
        # It comes with its wheel, and is read when the first network is drawn.
        from bokeh.settings import settings

        return (Path(settings.bokehjs_path()) / "js" / _BOKEH).read_bytes()

    @app.get("/static/{name}")
    def file(name: str) -> Response:
        if name == _BOKEH:
            return Response(bokeh(), media_type=_FILES["network.js"], headers={"cache-control": "max-age=86400"})
        if name not in files:
            raise HTTPException(404)
        return Response(files[name], media_type=_FILES[name], headers={"cache-control": "max-age=300"})


def _add_errors(app: FastAPI, site: Site) -> None:
    def problem(status: int, title: str, message: str, hint: str = "", suggestions: tuple[str, ...] = ()) -> Response:
        links = Links()
        values = {
            "title": title,
            "message": message,
            "hint": hint,
            "suggestions": [_suggested(links, each) for each in suggestions],
        }
        return page(site, "problem.html", Clocks(), values, status=status)

    @app.exception_handler(AllegianceError)
    def told(_: Request, error: AllegianceError) -> Response:
        status, title = next((s, t) for kind, s, t in _STATUS if isinstance(error, kind))
        suggestions = error.suggestions if isinstance(error, NotFound) else ()
        return problem(status, title, str(error), error.hint, suggestions)

    @app.exception_handler(RequestValidationError)
    def malformed(_: Request, error: RequestValidationError) -> Response:
        fields = sorted({str(each["loc"][-1]) for each in error.errors()})
        hint = "shorten it, or begin at the first page"
        return problem(400, "This cannot be asked so", f"The address or form is wrong at: {', '.join(fields)}.", hint)

    @app.exception_handler(HTTPException)
    def missing(_: Request, error: HTTPException) -> Response:
        if error.status_code == 404:
            return problem(404, "There is no such page", "Nothing is at this address.", "find a name above")
        return problem(error.status_code, "This cannot be asked so", str(error.detail))

    @app.exception_handler(Exception)
    def broken(_: Request, error: Exception) -> Response:
        traceback.print_exception(error, file=sys.stderr)
        said = "The program broke on this page; what happened stands where it was started."
        return problem(500, "The program broke here", said, "please report this")


def _suggested(links: Links, words: str) -> Suggestion:
    """A suggestion with its address: an id stands first where there is one; else it is a name to look for."""
    id, told, _ = words.partition("  ")
    href = links.page("actor", id) if told else links.page("search", q=words)
    return Suggestion(words, href)
