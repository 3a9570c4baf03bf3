"""Handing reports over to be read, in bounds of size, kind and number; how far that is, and stopping it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from allegiance.errors import NotFound
from allegiance.intake import Given, IntakeSettings, pile
from allegiance.intake.formats import SUFFIXES
from allegiance.intake.given import MOST_FILES, MOST_UNPACKED
from allegiance.model import Appearance
from allegiance.web.asked import LONGEST, Clocks
from allegiance.web.deciding import Refused, check_form, page_with_forms
from allegiance.web.desk import Desk, Lot
from allegiance.web.guard import LARGEST_UPLOAD
from allegiance.web.links import Links
from allegiance.web.site import Site

Field = Annotated[str, Form(max_length=LONGEST)]


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What the form of the page hands over."""

    files: tuple[Given, ...]
    form_token: str
    published: str
    publisher: str


def routes(site: Site, desk: Desk) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()

    async def free() -> None:
        if desk.busy:  # Before the files are taken in: there may be many.
            raise Refused("other reports are being read", hint="wait for them, or stop them")

    @router.get("/read")
    def handing_over(request: Request) -> Response:
        values = {
            "lot": desk.latest,
            "busy": desk.busy,
            "kinds": (*SUFFIXES, ".zip", ".meta.json"),
            "most_files": MOST_FILES,
            "most_bytes": LARGEST_UPLOAD // 2**20,
            "most_unpacked": MOST_UNPACKED // 2**20,
            "here": "read",
        }
        return page_with_forms(site, request, "read.html", Clocks(), values)

    @router.post("/read", dependencies=[Depends(free)])
    def hand_over(request: Request, given: Annotated[Uploaded, Depends(_uploaded)]) -> Response:
        check_form(site, request, given.form_token)
        if not given.files:
            raise Refused("no file is chosen", hint="choose files or a folder, and try again")
        settings = IntakeSettings(published=given.published, publisher=given.publisher)
        lot = desk.begin(pile(given.files), settings)
        return RedirectResponse(Links().page("read", lot.id), status_code=303)

    @router.get("/read/{id}")
    def how_far(request: Request, id: str) -> Response:
        lot = _lot(desk, id)
        values = {"lot": lot, "read": [] if lot.state.running else _kept(site, lot.state.read), "here": "read"}
        return page_with_forms(site, request, "reading.html", Clocks(), values)

    @router.post("/read/{id}/stop")
    def stop(request: Request, id: str, form_token: Field = "") -> Response:
        check_form(site, request, form_token)
        _lot(desk, id).stop()
        return RedirectResponse(Links().page("read", id), status_code=303)

    return router


def _lot(desk: Desk, id: str) -> Lot:
    found = desk.lot(id)
    if found is None:
        raise NotFound(
            "nothing of that name was handed over lately", hint="the reports that were read are under Reports"
        )
    return found


def _kept(site: Site, documents: Sequence[str]) -> list[Appearance]:
    """These documents as the ledger has them now: what was taken out of it since they were read is not shown."""
    found = []
    for document in documents:
        with suppress(NotFound):
            found.append(site.ledger.appearances(document)[0])
    return found


async def _uploaded(request: Request) -> Uploaded:
    """The files of a form, each with the name that its sender gives it, which is shown and never opened."""
    form = await request.form(max_files=MOST_FILES, max_fields=20)
    try:
        chosen: Sequence[UploadFile] = [file for file in form.getlist("files") if isinstance(file, UploadFile)]
        files = [Given(file.filename or "", await file.read()) for file in chosen]
    finally:
        await form.close()
    given = {key: value for key, value in form.items() if isinstance(value, str)}
    fields = [given.get(key, "").strip() for key in ("form_token", "published", "publisher")]
    if any(len(field) > LONGEST for field in fields):
        raise Refused("a field of this form is too long")
    token, published, publisher = fields
    return Uploaded(tuple(file for file in files if file.label or file.data), token, published, publisher)
