"""The planted world by the other clock: recorded day by day as its reports appear, it must be answered the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import pytest

from allegiance.ledger import Ledger, open_ledger
from allegiance.model import Finding, Reading
from allegiance.resolving import resolve_names
from bench.measuring.asking import Clock, Grade, graded
from bench.measuring.world.facts import Report
from bench.measuring.world.stage import Numbers, Stage
from bench.measuring.world.stream import STORIES


def _stage() -> Stage:
    """The stories of which it is asked what was known on an earlier day, and no others."""
    stage = Stage(0, 1, Numbers())
    for story in STORIES:
        before = len(stage.reports), len(stage.questions)
        stage.begin(story.__name__)
        story(stage)
        if not any(one.published_by or one.ask == "changes" for one in stage.questions[before[1] :]):
            del stage.reports[before[0] :]
            del stage.questions[before[1] :]
    return stage


STAGE = _stage()
PLANTS = list(dict.fromkeys(one.plant for one in STAGE.questions))


class Calendar:
    """A clock that stands at the end of the afternoon of the day that it is given."""

    day = "2000-01-01"

    def __call__(self) -> datetime:
        return datetime.fromisoformat(f"{self.day}T17:00:00").replace(tzinfo=UTC)


def _published(report: Report) -> str:
    return report.appearances[0].published


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path, calendar = tmp_path_factory.mktemp("clocks") / "ledger.db", Calendar()
    with open_ledger(_address(path), clock=calendar) as opened:
        for day, reports in groupby(sorted(STAGE.reports, key=_published), key=_published):
            calendar.day = day
            _record(opened, reports)
            resolve_names(opened)
        yield opened


def _address(path: Path) -> str:
    return f"sqlite:///{path}"


def _record(ledger: Ledger, reports: Iterator[Report]) -> None:
    with ledger.batch() as batch:
        for report in reports:
            document = report.document
            read = Reading(document.id, "generated", "2000-01-01T00:00:00+00:00", tuple(map(Finding, report.claims)))
            for appearance in report.appearances:
                batch.add(document, appearance, read)


@pytest.mark.parametrize("plant", PLANTS)
def test_what_was_recorded_by_a_day_answers_as_what_was_published_by_it(ledger: Ledger, plant: str) -> None:
    asked = [one for one in STAGE.questions if one.plant == plant]
    found = [graded(ledger, one, Clock.RECORDED) for one in asked if one.published_by or one.ask == "changes"]
    assert [f"{one.question}: {one.wanted}, not {one.given}" for one in found if one.grade is not Grade.RIGHT] == []
