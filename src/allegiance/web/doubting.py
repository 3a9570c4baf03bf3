"""Doubtful claims, worked through one after another, by keyboard too: right, wrong, corrected, taken back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from allegiance import judging
from allegiance.answers.doubtful import KINDS, LATEST, Place, doubtful
from allegiance.errors import NotFound
from allegiance.web.asked import LONGEST, Clocks, Text
from allegiance.web.deciding import CLAIM_ACTS, Refused, author, check_form, page_with_forms
from allegiance.web.links import Links
from allegiance.web.site import Site

CLAIMS_A_PAGE = 10
LOOKED_AT = "looked at in review"
"""The reason of a decision for which nobody wrote one."""

Field = Annotated[str, Form(max_length=LONGEST)]
Reason = Annotated[str, Form(max_length=2000)]
Before = Annotated[int, Query(ge=0, le=LATEST)]
BeforeField = Annotated[int, Form(ge=0, le=LATEST)]


def place(kind: Text = KINDS[0], before: Before = LATEST) -> Place:
    """Where a page begins, as a request asks for it. Raises NotFound."""
    return Place(_known(kind), before)


def place_of_form(kind: Field = KINDS[0], before: BeforeField = LATEST) -> Place:
    """The page that a form was on, to lead back to. Raises NotFound."""
    return Place(_known(kind), before)


def routes(site: Site) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()

    @router.get("/review/claims")
    def queue(request: Request, begin: Annotated[Place, Depends(place)], done: Text = "") -> Response:
        found = doubtful(site.ledger.view(), begin, CLAIMS_A_PAGE)
        values = {
            "answer": found.answer,
            "begin": begin,
            "kinds": KINDS,
            "whole": begin == Place(),
            "next": _address(found.next) if found.next else "",
            "done": judging.decision(site.ledger, done) if done else None,
            "here": "review",
            "coverage": found.answer.coverage,
        }
        return page_with_forms(site, request, "doubtful.html", Clocks(), values)

    @router.post("/review/claims")
    def decide(
        request: Request, back: Annotated[Place, Depends(place_of_form)], claim: Field, act: Field,
        why: Reason = "", form_token: Field = "",
    ) -> Response:  # fmt: skip
        check_form(site, request, form_token)
        if act not in CLAIM_ACTS:
            raise Refused(f"{act!r} is no decision", hint="choose right or wrong on the page")
        return _decided(site, back, act, site.ledger.claim(claim).claim.id, why)

    @router.post("/review/claims/undo")
    def undo(
        request: Request, back: Annotated[Place, Depends(place_of_form)], decision: Field,
        why: Reason = "", form_token: Field = "",
    ) -> Response:  # fmt: skip
        check_form(site, request, form_token)
        return _decided(site, back, "undo", judging.judgement_named(site.ledger, decision), why)

    return router


def _decided(site: Site, back: Place, act: str, subject: str, why: str) -> Response:
    made = judging.judge(site.ledger, act, [subject], author(site), why.strip() or LOOKED_AT)
    return RedirectResponse(_address(back, made.id), status_code=303)


def _address(at: Place, done: str = "") -> str:
    before = str(at.before) if at.before != LATEST else ""
    return Links().page("review", "claims", kind=at.kind if at.kind != KINDS[0] else "", before=before, done=done)


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise NotFound(f"there are no claims of the kind {kind!r}", hint=f"one of: {', '.join(KINDS)}")
    return kind
