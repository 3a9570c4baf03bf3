"""Templates: whatever they print is made plain first (no controls, no bidirectional overrides), and then escaped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import Environment
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

from allegiance.exports.dates import dated, held
from allegiance.exports.escaping import templates
from allegiance.exports.hits import pieces
from allegiance.exports.measured import measured, misses
from allegiance.exports.plain import outside, plain, visible
from allegiance.exports.report import distinct, lead, sentences
from allegiance.exports.words import coverage_line, judged, said, told_by, voice
from allegiance.ledger.standing import WITHHELD
from allegiance.model import Answer, Recorded, Row
from allegiance.web.guard import PAGE_POLICY
from allegiance.web.links import Links

if TYPE_CHECKING:
    from allegiance.web.asked import Clocks
    from allegiance.web.site import Site

_MOST_TOLD_OF = 24
_STATUSES = {
    "certain": "A report says so on its own word, or two independent sources do; nothing speaks against it.",
    "possible": "The record allows it and does not settle it.",
    "disputed": "Claims speak against each other.",
    "unknown": "It is told, but not for that day.",
    "denied": "It is only denied.",
    "stated": "Said as plain fact, by the report or by whom it quotes.",
    "reported": "Hearsay: said without commitment.",
    "likely": "Said to be likely.",
    "doubted": "The report itself doubts it.",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its title, what stands in it, its rows."""

    title: str
    note: str
    rows: tuple[Row, ...]


def environment() -> Environment:
    """The templates of the package, with what they may call."""
    made = templates("allegiance.web", finalize=_finalized)
    made.filters.update(body=body, dated=dated, distinct=distinct)
    made.globals.update(
        said=said,
        judged=judged,
        voice=voice,
        told_by=told_by,
        outside=outside,
        sentences=sentences,
        lead=lead,
        coverage_line=coverage_line,
        statuses=_STATUSES,
        misses=misses(measured()),
        shown_actor=shown_actor,
        told_of=told_of,
        pieces=pieces,
        held=held,
    )
    return made


def page(
    site: Site,
    name: str,
    clocks: Clocks,
    values: Mapping[str, object],
    *,
    status: int = 200,
    cookie: str = "",
    policy: str = "",
) -> HTMLResponse:
    """A page from a template; `cookie` is the session whose forms it may hold, `policy` a content policy of its own."""
    links: Links = clocks.links
    form_token = site.sessions.form_token(cookie) if cookie else ""
    given = {"clocks": clocks, "links": links, "form_token": form_token, "by": site.serving.by, **values}
    headers = {"content-security-policy": policy or PAGE_POLICY}
    return HTMLResponse(site.templates.get_template(name).render(given), status_code=status, headers=headers)


def _finalized(value: object) -> object:
    if value is None:
        return ""
    return value if isinstance(value, Markup | int) else plain(str(value))


def body(text: str) -> Markup:
    """A piece of a report's text, its lines kept."""
    return escape(visible(text))


def shown_actor(recorded: Recorded, role: str) -> str:
    """The id of the actor in a role, where its name may be shown; else `""`."""
    return "" if recorded.claim.name(role) in WITHHELD.values() else recorded.actor(role)


def told_of(answer: Answer, row: Row, besides: str = "") -> list[tuple[str, str]]:
    """The actors of whom a row tells, each once with its id and name, but for one and for those who are withheld."""
    found: dict[str, str] = {}
    for recorded in sentences(answer, row):
        for role, _ in recorded.actor_ids:
            id = shown_actor(recorded, role)
            if id and id != besides:
                found.setdefault(id, recorded.claim.name(role))
    return list(found.items())[:_MOST_TOLD_OF]
