"""Pages about reports: the list of them, one with what was read from it, and one claim with why it was read so."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import HTMLResponse, Response

from allegiance import doctor, judging
from allegiance.errors import NotFound
from allegiance.exports import cite
from allegiance.model import TYPES, Recorded
from allegiance.web import marking
from allegiance.web.asked import Clocks, Text, clocks
from allegiance.web.deciding import page_with_forms
from allegiance.web.rendering import page
from allegiance.web.site import Site

REPORTS_A_PAGE = 50
PASSED_OVER = 40
"""So many sentences from which nothing was read are listed beside a report."""
_MOST_PAGES = 1_000_000

Asked = Annotated[Clocks, Depends(clocks)]
Page = Annotated[int, Query(ge=1, le=_MOST_PAGES)]


def routes(site: Site) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()

    @router.get("/reports")
    def reports(asked: Asked, at: Page = 1) -> Response:
        view = asked.view(site.ledger)
        listed = view.reports(REPORTS_A_PAGE + 1, (at - 1) * REPORTS_A_PAGE)
        values = {"reports": listed[:REPORTS_A_PAGE], "at": at, "more": len(listed) > REPORTS_A_PAGE}
        return page(site, "reports.html", asked, {**values, "coverage": view.coverage(), "here": "reports"})

    @router.get("/document/{id}")
    def document(request: Request, asked: Asked, id: str, claim: Text = "", done: Text = "") -> Response:
        return _document(site, request, asked, id, (claim, done))

    @router.get("/claim/{id}")
    def claim(request: Request, asked: Asked, id: str) -> Response:
        return _claim(site, request, asked, id)

    return router


def _document(site: Site, request: Request, asked: Clocks, id: str, told: tuple[str, str]) -> HTMLResponse:
    """The page of a report; `told` are the claim that is pointed at, and the decision that was just taken."""
    chosen, done = told
    document = site.ledger.document(id)
    view = asked.view(site.ledger)
    claims = marking.in_order(list(view.of_documents([id])))
    number = next((n for n, r in enumerate(claims, 1) if r.claim.id == chosen), 0)
    passed = marking.passed_over(document.text, claims)
    left = marking.left_open(document.text, site.ledger.notes(id))
    families = [name for name in marking.FAMILIES if any(marking.family(r.claim.type) == name for r in claims)]
    values = {
        "document": document,
        "appearances": site.ledger.appearances(id),
        "claims": claims,
        "pieces": marking.pieces(document.text, claims),
        "family": marking.family,
        "families": families,
        "passed": [document.text[span.start : span.end] for span in passed[:PASSED_OVER]],
        "more_passed": max(0, len(passed) - PASSED_OVER),
        "left": left[:PASSED_OVER],
        "more_left": max(0, len(left) - PASSED_OVER),
        "chosen": number,
        "replaced": view.superseded(id),
        "done": judging.decision(site.ledger, done) if done else None,
        "types": TYPES,
    }
    return page_with_forms(site, request, "document.html", asked, values)


def _claim(site: Site, request: Request, asked: Clocks, id: str) -> HTMLResponse:
    recorded = _as_shown(site, asked, site.ledger.claim(id))
    # What led to a name that is withheld may name it.
    steps = () if recorded.claim.withheld else doctor.found(site.ledger, recorded).because
    values = {"recorded": recorded, "steps": steps, "footnote": cite.write(recorded)}
    return page_with_forms(site, request, "claim.html", asked, values)


def _as_shown(site: Site, asked: Clocks, recorded: Recorded) -> Recorded:
    """A claim without the names that are withheld. Raises NotFound where the view does not show it."""
    for shown in asked.view(site.ledger).of_documents([recorded.claim.document]):
        if shown.claim.id == recorded.claim.id:
            return shown
    raise NotFound(
        f"claim {recorded.claim.id} does not count in this view",
        hint="it was rejected, read anew, or its report is not out by the date asked about",
    )
