"""What stands first on the first page: whom its reader follows, what changed of them, who fell, what is thin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from allegiance import judging, pipeline
from allegiance.answers.vacancies import vacancies
from allegiance.answers.watched import fallen, thin
from allegiance.errors import Withheld
from allegiance.ledger import LedgerView
from allegiance.model import Actor, Answer, Kind, Row
from allegiance.web.asked import LONGEST
from allegiance.web.changing import Span, changed, day_before, with_key
from allegiance.web.deciding import Refused, author, check_form
from allegiance.web.guard import FEED
from allegiance.web.links import Links
from allegiance.web.site import Site

DAYS = 7
"""So many days back the first page tells what changed."""
MOST_ASKED = 12
"""Of so many of those who are followed the first page tells, those who were followed last."""
FIRST = 8
"""So many lines of each kind stand there."""

Field = Annotated[str, Form(max_length=LONGEST)]


@dataclass(frozen=True, slots=True)
class Morning:
    """What the first page tells whoever follows some actors; `since` is the day since whose end it tells of changes.

    `asked` are those of the followed of whom it tells, `feed` is the address of the feed with the same
    for each week to come, `lost` the ids of those who have no public role any more and of
    whom nothing is told. `vacant` and `thin` are rows of their answers.
    """

    followed: tuple[Actor, ...]
    asked: tuple[Actor, ...]
    lost: tuple[str, ...]
    since: str
    changed: Answer
    fallen: Answer
    vacant: tuple[Row, ...]
    thin: Answer
    feed: str

    @property
    def changes_page(self) -> str:
        """The address of the page with all changes of those followed."""
        return f"/changes?{urlencode([('since', self.since), *(('actor', actor.id) for actor in self.asked)])}"


def morning(site: Site, view: LedgerView) -> Morning | None:
    """What there is to tell; None where nobody is followed."""
    followed = judging.followed(site.ledger, view, author(site))
    lost = judging.followed_no_more(site.ledger, view, author(site))
    if not followed and not lost:
        return None
    asked = tuple(followed[::-1][:MOST_ASKED])
    since = day_before(DAYS)
    groups = [actor for actor in asked if actor.kind is Kind.GROUP]
    vacant = [row for group in groups for row in vacancies(view, group).rows]
    return Morning(
        followed=tuple(followed),
        asked=asked,
        since=since,
        lost=tuple(lost),
        changed=changed(site, Span(since), [actor.id for actor in asked])[0].answer if asked else _nothing(view),
        fallen=fallen(view, asked) if asked else _nothing(view),
        vacant=tuple(sorted(vacant, key=lambda row: row.get("when"), reverse=True)),
        thin=thin(view, asked),
        feed=with_key(site, f"{FEED}?{urlencode([('actor', actor.id) for actor in asked])}"),
    )


def _nothing(view: LedgerView) -> Answer:
    """The answer about nobody."""
    return Answer("changes", (), (), view.coverage())


def routes(site: Site) -> APIRouter:
    """The changes of this module for a site."""
    router = APIRouter()

    @router.post("/actor/{id}/follow")
    def follow(request: Request, id: str, act: Field, form_token: Field = "") -> Response:
        check_form(site, request, form_token)
        if act not in ("follow", "unfollow"):
            raise Refused(f"{act!r} is no decision", hint="choose to follow or not on the page")
        if act == "unfollow":
            judging.unfollow_named(site.ledger, id, author(site))
        try:
            actor = pipeline.actor_named(site.ledger.view(), id)
        except Withheld:
            if act == "unfollow":
                return RedirectResponse("/", status_code=303)
            raise
        if act == "follow":
            judging.follow(site.ledger, actor, author(site))
        return RedirectResponse(Links().page("actor", actor.id), status_code=303)

    return router
