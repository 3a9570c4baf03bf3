"""Deciding: which actors are one, which claims are right. Each decision is a judgement with its author."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from allegiance import judging, pipeline
from allegiance.errors import AllegianceError
from allegiance.web.asked import LONGEST, Clocks, Text
from allegiance.web.guard import COOKIE
from allegiance.web.links import Links
from allegiance.web.rendering import page
from allegiance.web.site import Site

PAIRS_A_PAGE = 10
LATEST = 10
"""So many of the latest decisions can be taken back from the page."""
_PAIRS = ("same", "different")
CLAIM_ACTS = ("accept", "reject")
"""What is decided of a claim on its own."""

Field = Annotated[str, Form(max_length=LONGEST)]
Reason = Annotated[str, Form(max_length=2000)]


class Refused(AllegianceError):
    """A form that is not taken: it is not of this site, or says too little."""


def routes(site: Site) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()

    @router.get("/review")
    def review(request: Request, done: Text = "") -> Response:
        answer = pipeline.suggestions(site.ledger, "", PAIRS_A_PAGE)
        decided = list(site.ledger.judgements())[-LATEST:][::-1]
        undone = {subject for judgement in decided if judgement.act == "undo" for subject in judgement.subjects}
        values = {
            "answer": answer,
            "decided": decided,
            "undone": undone,
            "done": next((j for j in decided if j.id == done), None),
            "here": "review",
        }
        return page_with_forms(site, request, "review.html", Clocks(), values)

    @router.post("/review")
    def decide(
        request: Request, act: Field, one: Field, other: Field, why: Reason = "", form_token: Field = ""
    ) -> Response:
        check_form(site, request, form_token)
        if act not in _PAIRS:
            raise Refused(f"{act!r} is no decision", hint="choose same or different on the page")
        if one == other:
            raise Refused("both are one already", hint="open the review anew")
        subjects = [pipeline.subject_named(site.ledger, id) for id in (one, other)]
        return _decided(site, act, subjects, why)

    @router.post("/claim/{id}")
    def decide_claim(request: Request, id: str, act: Field, why: Reason = "", form_token: Field = "") -> Response:
        check_form(site, request, form_token)
        if act not in CLAIM_ACTS:
            raise Refused(f"{act!r} is no decision", hint="choose right or wrong on the page")
        claim = site.ledger.claim(id).claim
        return _decided(site, act, [claim.id], why, claim.document)

    @router.post("/review/undo")
    def undo(
        request: Request, decision: Field, why: Reason = "", form_token: Field = "", document: Field = ""
    ) -> Response:
        check_form(site, request, form_token)
        return _decided(site, "undo", [judging.judgement_named(site.ledger, decision)], why, document)

    return router


def page_with_forms(
    site: Site,
    request: Request,
    name: str,
    clocks: Clocks,
    values: Mapping[str, object],
    *,
    status: int = 200,
    policy: str = "",
) -> HTMLResponse:
    """A page whose forms change something, with the session that they need."""
    cookie = request.cookies.get(COOKIE, "")
    fresh = "" if site.sessions.is_ours(cookie) else site.sessions.begin(entered=False)
    made = page(site, name, clocks, values, cookie=fresh or cookie, status=status, policy=policy)
    if fresh:
        keep(made, fresh)
    return made


def keep(response: Response, cookie: str) -> None:
    """Send a session along, which no script can read and no other site's form brings back."""
    response.set_cookie(COOKIE, cookie, httponly=True, samesite="lax", path="/")


def check_form(site: Site, request: Request, form_token: str) -> None:
    """Raises Refused where a form is not of the session that sends it."""
    if not site.sessions.is_form_of(request.cookies.get(COOKIE, ""), form_token):
        raise Refused("this form is of another session", hint="open its page anew, and decide there")


def author(site: Site) -> str:
    """Who decides on these pages."""
    return site.serving.by or getpass.getuser()


def _decided(site: Site, act: str, subjects: list[str], why: str, document: str = "") -> Response:
    """Record a decision, and lead back to the report that it was taken at, or to the review."""
    judgement = judging.judge(site.ledger, act, subjects, author(site), why.strip())
    back = Links().page("document", document, done=judgement.id) if document else f"/review?done={judgement.id}"
    return RedirectResponse(back, status_code=303)
