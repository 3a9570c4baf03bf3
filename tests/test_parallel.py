from __future__ import annotations

from collections.abc import Iterator

import pytest

from allegiance.errors import AllegianceError, BadModel
from allegiance.model import Appearance, Document, Intake
from allegiance.parallel import CHUNKS_AHEAD, DOCUMENTS_AT_ONCE, Outcome, Task, readers
from counting import make, make_nothing


def task(text: str) -> Task:
    document = Document(text, "en")
    return Task(Intake(document, Appearance(document.id, text)), "2014", "2024-01-01T00:00:00+00:00")


def said(outcome: Outcome) -> tuple[str, list[str], tuple[str, ...], str]:
    found = [finding.claim.name("person") for finding in outcome.findings]
    return outcome.task.intake.document.text, found, outcome.notes, outcome.failure


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_task_has_its_outcome_and_what_is_no_task_is_passed_on(jobs: int) -> None:
    texts = [f"Man {number}" for number in range(50)]
    items: list[Task | str] = [task(text) for text in texts]
    items.insert(7, "a stone")
    with readers(make, jobs) as reading:
        assert (reading.name, reading.languages) == ("counting 1", frozenset({"en"}))
        results = list(reading.read(items))
    assert [item for item in results if isinstance(item, str)] == ["a stone"]
    outcomes = sorted(said(item) for item in results if isinstance(item, Outcome))
    assert outcomes == sorted((text, [text], ("2014",), "") for text in texts)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_text_that_breaks_the_reader_costs_no_other_its_reading(jobs: int) -> None:
    items: list[Task | str] = [task(text) for text in ("Man 1", "break", "Man 2")]
    with readers(make, jobs) as reading:
        results = [said(item) for item in reading.read(items) if isinstance(item, Outcome)]
    assert {text: failure for text, _, _, failure in results} == {
        "Man 1": "",
        "break": "ValueError: a broken rule",
        "Man 2": "",
    }


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_reader_that_cannot_be_made_says_why(jobs: int) -> None:
    with pytest.raises(BadModel, match="no model") as raised, readers(make_nothing, jobs):
        pass
    assert raised.value.hint == "install it"


def test_a_process_that_ends_by_itself_is_an_error_with_a_next_step() -> None:
    items: list[Task | str] = [task("die")]
    with pytest.raises(AllegianceError, match="ended by itself") as raised, readers(make, 2) as reading:
        list(reading.read(items))
    assert "fewer jobs" in raised.value.hint


def test_no_more_documents_are_taken_than_processes_can_soon_read() -> None:
    taken = 0

    def endless() -> Iterator[Task | str]:
        nonlocal taken
        while True:
            taken += 1
            yield task(f"Man {taken}")

    jobs = 2
    with readers(make, jobs) as reading:
        results = reading.read(endless())
        for finished in range(1, 100):
            next(results)
            # What is finished, what is on its way, and one chunk more that is being gathered.
            assert taken <= finished + DOCUMENTS_AT_ONCE * (jobs * CHUNKS_AHEAD + 1)
