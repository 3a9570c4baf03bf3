"""A small planted world: every story of it is asked about, and must be answered as it was planted.

What is not yet is named here with the reason. The plants are written from the documentation; they do not follow the
program.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from allegiance.ledger import Ledger, open_ledger
from allegiance.model import Row
from bench import ledger as page
from bench.measuring.asking import Grade, graded, held_against
from bench.measuring.querying import Failure, ask, by_class
from bench.measuring.recording import Files, Recorded, read_questions, record, write
from bench.measuring.world.facts import Question
from bench.measuring.world.stage import absent, want
from bench.measuring.world.stream import Size, World

WORLD = World(Size(320, 150, 130))
KNOWN: Mapping[tuple[str, str], str] = {
    ("dead_then_arrested", "roster"): "an earlier death keeps the names apart, and the post is certain after it",
    ("dead_then_arrested", "disagreements"): "an earlier death keeps the names apart",
}


def _asked() -> Mapping[tuple[str, str], Sequence[Question]]:
    found: dict[tuple[str, str], list[Question]] = defaultdict(list)
    for _, questions in WORLD.played():
        for question in questions:
            found[question.plant, question.ask].append(question)
    return found


ASKED = _asked()


def _marked() -> Sequence[object]:
    found = []
    for key in ASKED:
        marks = [pytest.mark.xfail(reason=KNOWN[key], strict=True)] if key in KNOWN else []
        found.append(pytest.param(key, marks=marks, id=" ".join(key)))
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("world")
    write(WORLD, made)
    return made


@pytest.fixture(scope="module")
def recorded(folder: Path) -> Recorded:
    return record(folder, _address(folder), rebuild=True)


@pytest.fixture(scope="module")
def ledger(folder: Path, recorded: Recorded) -> Iterator[Ledger]:
    assert recorded.claims == WORLD.size.claims
    with open_ledger(_address(folder), create=False) as opened:
        yield opened


def _address(folder: Path) -> str:
    return f"sqlite:///{folder / 'ledger.db'}"


@pytest.mark.parametrize("key", _marked())
def test_what_is_planted_is_answered(ledger: Ledger, key: tuple[str, str]) -> None:
    found = [graded(ledger, question) for question in ASKED[key]]
    assert [f"{one.question}: {one.wanted}, not {one.given}" for one in found if one.grade is not Grade.RIGHT] == []


def test_what_is_known_to_fail_is_planted() -> None:
    assert KNOWN.keys() <= ASKED.keys()


def test_a_world_is_recorded_whole_and_is_sound(ledger: Ledger, recorded: Recorded) -> None:
    assert (recorded.documents, recorded.claims) == (WORLD.size.documents, WORLD.size.claims)
    assert min(recorded.recording, recorded.rebuilding, recorded.resolving) > 0
    assert 0 < recorded.loaded <= recorded.recorded <= recorded.peak
    assert ledger.check() == []


def test_questions_come_back_from_disk_as_they_were_planted(folder: Path) -> None:
    planted = [question for _, questions in WORLD.played() for question in questions]
    assert list(read_questions(Files(folder))) == planted


LEADS = Question("", "roster", ("G",), (want("possible", {"sources": "1"}, person="A"),))


def _row(person: str, status: str, sources: str = "1") -> Row:
    return Row((("person", person), ("sources", sources)), status, ())


@pytest.mark.parametrize(
    ("rows", "grade"),
    [
        ([_row("A", "possible")], Grade.RIGHT),
        ([_row("A", "possible"), _row("B", "certain")], Grade.RIGHT),
        ([_row("A", "possible"), _row("A", "unknown")], Grade.RIGHT),
        ([_row("A", "possible", "2")], Grade.WRONG),
        ([_row("A", "disputed")], Grade.WRONG),
        ([_row("A", "possible"), _row("A", "disputed")], Grade.WRONG),
        ([_row("A", "unknown")], Grade.WRONG),
        ([], Grade.WRONG),
        ([_row("A", "certain")], Grade.FALSE_CERTAINTY),
        ([_row("A", "possible"), _row("A", "certain")], Grade.FALSE_CERTAINTY),
    ],
)
def test_an_answer_is_held_against_the_plant(rows: Sequence[Row], grade: Grade) -> None:
    assert held_against(LEADS, rows).grade is grade


def test_who_must_not_be_there_may_be_unknown_and_never_certain() -> None:
    nobody = Question("", "roster", ("G",), (absent(person="A"),))
    grades = [held_against(nobody, [_row("A", status)]).grade for status in ("unknown", "possible", "certain")]
    assert grades == [Grade.RIGHT, Grade.WRONG, Grade.FALSE_CERTAINTY]


def test_a_closed_question_has_no_other_rows() -> None:
    none = Question("", "disagreements", ("A",), (), closed=True)
    assert held_against(none, []).grade is Grade.RIGHT
    assert held_against(none, [_row("A", "disputed")]).grade is Grade.WRONG


def test_the_page_tells_what_was_measured(folder: Path, recorded: Recorded, monkeypatch: pytest.MonkeyPatch) -> None:
    some = [
        question
        for key, questions in ASKED.items()
        if key[0] in ("seen_twice", "dead_then_arrested")
        for question in questions
    ]
    monkeypatch.setattr("bench.measuring.querying.read_questions", lambda _: iter(some))
    asked = ask(folder, _address(folder), rounds=2)
    assert sum(asked.count(grade) for grade in Grade) == len(some)
    assert {one.kind for one in asked.times} >= {"roster", "who", "timeline", "network", "disagreements", "changes"}
    assert all(0 < one.middle <= one.most for one in asked.times)
    written = page.written([page.Measured(WORLD.size, {"SQLite": recorded}, asked)], "a command")
    assert "dead then arrested" in written and "| SQLite | 320 | 150 |" in written


def test_failures_are_told_by_story_the_most_frequent_first() -> None:
    wrong = held_against(LEADS, [])
    other = held_against(Question("x", "who", ("A",), (want("certain", who="A"),)), [])
    found = by_class([Failure(one, ()) for one in (other, wrong, wrong)])
    assert [(key, len(some)) for key, some in found.items()] == [(("", "roster"), 2), (("x", "who"), 1)]
