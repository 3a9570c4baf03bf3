"""What would now be answered differently: as a page, and as a feed for whoever asks every day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import HTMLResponse, Response

from allegiance import pipeline
from allegiance.answers.changes import Changed, Page
from allegiance.answers.changes import changed as changed_between
from allegiance.errors import NotFound
from allegiance.exports import atom
from allegiance.ledger import LedgerView
from allegiance.model import Actor, Row
from allegiance.web.asked import LONGEST, Clocks, Text
from allegiance.web.guard import FEED
from allegiance.web.lately import At
from allegiance.web.rendering import Section, page
from allegiance.web.sessions import feed_key
from allegiance.web.site import Site

MOST_ACTORS = 50
DAYS = 7
"""So many days back a feed goes where it is not told since when."""
REPORTS_A_PAGE = 50
"""From so many reports that differ a page tells what they change."""
_AGO = (("yesterday", 1), ("a week ago", 7), ("a month ago", 30), ("a year ago", 365))
"""Days back that one asks about most, in words."""
CLOCKS = ("recorded", "published")

KINDS = {
    "disputed": "It was not disputed then.",
    "new": "Nothing said it then.",
    "firmer": "A surer status, more independent sources, or a closer date.",
    "weaker": "A less sure status, or fewer sources.",
    "redated": "Another date.",
    "gone": "Nothing says it any more.",
}
"""The kinds of change, in the order in which they are shown, each in words."""

Names = Annotated[list[Annotated[str, Query(max_length=LONGEST)]], Query(max_length=MOST_ACTORS)]
Days = Annotated[int, Query(ge=1, le=3660)]


@dataclass(frozen=True, slots=True)
class Span:
    """Between which two knowings is asked, and by which clock: what the ledger held, or what reports had said."""

    since: str
    until: str = ""
    clock: str = "recorded"

    def views(self, site: Site) -> tuple[LedgerView, LedgerView]:
        """The two states of the record. Raises BadDate."""
        ends = (Clocks(published_by=d) if self.clock == "published" else Clocks(recorded_by=d) for d in self.days)
        then, now = (end.view(site.ledger) for end in ends)
        return then, now

    @property
    def days(self) -> tuple[str, str]:
        """Its two ends, as they were asked for."""
        return self.since, self.until


def span(since: Text = "", until: Text = "", clock: Text = "recorded") -> Span:
    """The span, as a request asks for it. Raises NotFound where there is no such clock."""
    if clock not in CLOCKS:
        raise NotFound(f"there is no clock {clock!r}", hint=f"one of: {', '.join(CLOCKS)}")
    return Span(since.strip(), until.strip(), clock)


def changed(site: Site, asked: Span, names: Sequence[str] = (), at: int = 1) -> tuple[Changed, list[Actor]]:
    """What changed in a span, of all actors or of these, and which these are. Raises BadDate, NotFound.

    `at` is the page, each of so many of the reports that differ, the last recorded first.
    """
    then, now = asked.views(site)
    actors = [pipeline.actor_named(now, name) for name in names if name.strip()]
    skip = (at - 1) * REPORTS_A_PAGE
    return changed_between((then, asked.since), (now, asked.until), actors, Page(REPORTS_A_PAGE, skip)), actors


def routes(site: Site) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()

    @router.get("/changes")
    def changes_page(asked: Annotated[Span, Depends(span)], actor: Names = [], at: At = 1) -> Response:  # noqa: B006
        return _changes(site, asked, actor, at)

    @router.get("/changes.atom")
    def feed(
        request: Request,
        asked: Annotated[Span, Depends(span)],
        actor: Names = [],  # noqa: B006
        days: Days = DAYS,
        key: Text = "",
    ) -> Response:
        del key  # Whether it opens the feed has been seen to before.
        return _feed(site, request, asked, (actor, days))

    return router


def _changes(site: Site, asked: Span, names: Sequence[str], at: int) -> HTMLResponse:
    found, actors = changed(site, asked, names, at) if asked.since else (None, [])
    answer = found.answer if found else None
    rows = answer.rows if answer else ()
    pages = -(-found.of // REPORTS_A_PAGE) if found else 0
    sections = [Section(name.capitalize(), note, _of_kind(rows, name)) for name, note in KINDS.items()]
    values = {
        "answer": answer,
        "sections": [section for section in sections if section.rows],
        "since": asked.since,
        "until": asked.until,
        "clock": asked.clock,
        "actors": actors,
        "names": names,
        "feed": with_key(site, _address(FEED, asked, names)),
        "has_key": bool(site.serving.token),
        "days": DAYS,
        "ago": [(words, _address("/changes", Span(day_before(days)), names)) for words, days in _AGO],
        "pages": pages,
        "at": at,
        "before": _address("/changes", asked, names, at=at - 1) if at > 1 else "",
        "after": _address("/changes", asked, names, at=at + 1) if at < pages else "",
        "here": "changes",
        "coverage": answer.coverage if answer else None,
    }
    return page(site, "changes.html", Clocks(), values)


def with_key(site: Site, address: str) -> str:
    """The address of a feed, with what opens it to a reader of feeds where a token is asked for."""
    if not site.serving.token:
        return address
    path, _, query = address.partition("?")
    return f"{path}?{query}{'&' if query else ''}key={feed_key(site.serving.token, query)}"


def last_week_of(actor: Actor) -> str:
    """The address of the page of what changed of an actor in the last week."""
    return _address("/changes", Span(day_before(DAYS)), [actor.id])


def _address(path: str, asked: Span, names: Sequence[str], days: int = DAYS, at: int = 1) -> str:
    given = [("since", asked.since), ("until", asked.until), ("clock", asked.clock), *(("actor", n) for n in names)]
    given += [("days", str(days))] if days != DAYS and not asked.since else []
    given += [("at", str(at))] if at > 1 else []
    told = urlencode([(key, value) for key, value in given if value and value != CLOCKS[0]], errors="replace")
    return f"{path}?{told}" if told else path


def day_before(days: int) -> str:
    """The day so many days ago, as this ledger counts them."""
    return (datetime.now(UTC) - timedelta(days=days)).date().isoformat()


def _of_kind(rows: Sequence[Row], kind: str) -> tuple[Row, ...]:
    return tuple(row for row in rows if row.get("change") == kind)


def _feed(site: Site, request: Request, asked: Span, wanted: tuple[Sequence[str], int]) -> Response:
    """The feed of a span; where no beginning is told, of the latest days as this ledger counts them."""
    names, days = wanted
    since = asked.since or day_before(days)
    found, actors = changed(site, Span(since, asked.until, asked.clock), names)
    # The guard has seen to it that the request names this site and no other.
    here = f"{request.url.scheme}://{request.url.netloc}"
    about = f": {', '.join(actor.name for actor in actors)}" if actors else ""
    told = f"Changes since {asked.since}{about}" if asked.since else f"Changes of the last {days} days{about}"
    told_of = atom.Feed(
        title=told,
        address=here + with_key(site, _address(FEED, asked, names, days)),
        page=here + _address("/changes", Span(since, asked.until, asked.clock), names),
        claims=f"{here}/claim/",
    )
    made = atom.write(found.answer, told_of, by_report=asked.clock == "published")
    return Response(made, media_type="application/atom+xml")
