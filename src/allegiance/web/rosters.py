"""The page of a group's roster: on a day, by both clocks, and how it differs from another day or another knowing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import HTMLResponse, RedirectResponse, Response

from allegiance import pipeline
from allegiance.answers.compared import Compared, compared
from allegiance.answers.roster import rosters
from allegiance.ledger import LedgerView
from allegiance.model import Actor, Answer, Kind, Row
from allegiance.web.actors import steps_from
from allegiance.web.asked import Clocks, Text, clocks, optional_actor
from allegiance.web.listing import Shown, ShownOf, listing
from allegiance.web.rendering import page
from allegiance.web.site import Site
from allegiance.when import parse

Asked = Annotated[Clocks, Depends(clocks)]


@dataclass(frozen=True, slots=True)
class Beside:
    """With what a roster is compared, as asked: another day, and what was known otherwise; `""` is as the roster's."""

    day: str = ""
    published_by: str = ""
    recorded_by: str = ""

    @property
    def clocks(self) -> Clocks:
        """Its own clocks."""
        return Clocks(self.published_by, self.recorded_by)

    @property
    def has_clocks(self) -> bool:
        """Whether it is of another knowing."""
        return bool(self.published_by or self.recorded_by)


@dataclass(frozen=True, slots=True)
class Marked:
    """A row of a roster, its mark, and what it was."""

    row: Row
    mark: str
    was: str


def beside(than_on: Text = "", than_published_by: Text = "", than_recorded_by: Text = "") -> Beside:
    """With what to compare, as a request asks for it."""
    return Beside(than_on.strip(), than_published_by.strip(), than_recorded_by.strip())


def routes(site: Site) -> APIRouter:
    """The pages of this module for a site."""
    router = APIRouter()

    @router.get("/roster")
    def roster_of(asked: Asked, group: Text = "", on: Text = "") -> Response:
        found = optional_actor(asked.view(site.ledger), group, Kind.GROUP)
        address = asked.links.page("roster", found.id, on=on) if found else asked.links.page("search")
        return RedirectResponse(address, status_code=303)

    @router.get("/roster/{id}")
    def roster_page(
        asked: Asked, id: str, than: Annotated[Beside, Depends(beside)], shown: ShownOf, on: Text = ""
    ) -> Response:
        return _roster(site, asked, id, (on.strip(), than), shown)

    return router


def _roster(site: Site, asked: Clocks, id: str, of: tuple[str, Beside], shown: Shown) -> HTMLResponse:
    """The page of a roster; `of` are its day, and with what it is compared."""
    view, (on, than) = asked.view(site.ledger), of
    group = pipeline.actor_named(view, id, Kind.GROUP)
    day = on or _last_day_of(asked, view.coverage().latest)
    steps = steps_from(day)
    other = than.day or (day if than.has_clocks else next((at for words, at in steps if words == "the day before"), ""))
    answer, then, found = site.kept.found(
        ("roster", asked, group.id, day, other, than),
        view.state(),
        lambda: _found(site, view, group, (day, other), than),
        lambda made: sum(len(each.rows) for each in made[:2] if each),
    )
    marked = [Marked(*each) for each in zip(answer.rows, found.marks, found.was, strict=True)]

    def address(name: str, at: str) -> str:
        given = {"than_on": than.day, "than_published_by": than.published_by, "than_recorded_by": than.recorded_by}
        return f"{asked.links.page('roster', group.id, on=on, **given, part=name, at=at)}#h-{name}"

    values = {
        "actor": group,
        "answer": answer,
        "on": day,
        "steps": steps,
        "on_the_day": listing([one for one in marked if one.row.status != "unknown"], "on", shown, address),
        "before": listing([one for one in marked if one.row.status == "unknown"], "other", shown, address),
        "coverage": answer.coverage,
        "than": than,
        "than_words": _in_words(other, day, than) if then else "",
        "then": then,
        "gone": listing([Marked(row, "gone", "") for row in found.gone], "gone", shown, address),
        "counted": [(mark, number) for mark, number in _counted(found)],
    }
    return page(site, "roster.html", asked, values)


def _found(
    site: Site, view: LedgerView, group: Actor, days: tuple[str, str], than: Beside
) -> tuple[Answer, Answer | None, Compared]:
    """The roster of a day, that with which it is compared, and how they differ."""
    answer, then = _answers(site, view, group, days, than)
    same = Compared(("",) * len(answer.rows), ("",) * len(answer.rows), ())
    return answer, then, compared(then, answer, view) if then else same


def _answers(
    site: Site, view: LedgerView, group: Actor, days: tuple[str, str], than: Beside
) -> tuple[Answer, Answer | None]:
    """The roster of a day, and that with which it is compared; None where it is with none."""
    day, other = days
    if not other:
        return rosters(view, group, (day,))[0], None
    if not than.has_clocks:
        answer, then = rosters(view, group, days)
        return answer, then
    former = than.clocks.view(site.ledger)
    return rosters(view, group, (day,))[0], rosters(former, pipeline.actor_then(former, group), (other,))[0]


def _counted(found: Compared) -> Iterator[tuple[str, int]]:
    for mark in ("arrived", "gone", "firmer", "weaker"):
        number = len(found.gone) if mark == "gone" else found.marks.count(mark)
        if number:
            yield mark, number


def _in_words(other: str, day: str, than: Beside) -> str:
    """With what it is compared, in words."""
    told = [other] if other != day else []
    told += [f"what reports had told by {than.published_by}"] if than.published_by else []
    told += [f"what this ledger held at {than.recorded_by}"] if than.recorded_by else []
    return ", by ".join(told)


def _last_day_of(asked: Clocks, latest: str) -> str:
    """The day of which a roster is shown where none is asked for: the last of which its reports can tell."""
    told = asked.published_by or latest
    last = parse(told).end_latest if told else None
    return (last or date.today()).isoformat()
