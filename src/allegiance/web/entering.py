"""The entrance: where the token is given, if one is asked for."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from allegiance.web.asked import LONGEST, Clocks, Text
from allegiance.web.deciding import keep
from allegiance.web.guard import is_local_path
from allegiance.web.rendering import page
from allegiance.web.sessions import same_token
from allegiance.web.site import Site

Field = Annotated[str, Form(max_length=LONGEST)]


def routes(site: Site) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()

    @router.get("/enter")
    def entrance(after: Text = "/") -> Response:
        return page(site, "enter.html", Clocks(), {"after": after, "wrong": False})

    @router.post("/enter")
    def enter(token: Field = "", after: Field = "/") -> Response:
        if not site.serving.token or same_token(token.strip(), site.serving.token):
            made = RedirectResponse(after if is_local_path(after) else "/", status_code=303)
            keep(made, site.sessions.begin(entered=True))
            return made
        return page(site, "enter.html", Clocks(), {"after": after, "wrong": True}, status=403)

    return router
