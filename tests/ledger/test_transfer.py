"""A ledger that is written as lines comes back to the letter, or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from allegiance.errors import LedgerError
from allegiance.exchange import claim_line
from allegiance.ledger import IdentityRow, Ledger, StandingRow, open_ledger
from allegiance.model import Judgement, Kind, Standing
from ledger.made import Report, report, resolved
from ledger.servers import Server

ONE = report("Idris Baro joined the Front. Omar \0 Dost leads the Council.", "one", published="2024-03-01", url="u")
TWO = report("Abu Layth leads the Front.", "two", published="2024-03-02", url="u")


def addressed(lines: Sequence[str]) -> list[tuple[str, str]]:
    return [(f"line {number}", line) for number, line in enumerate(lines, 1)]


def record(ledger: Ledger, *reports: Report) -> None:
    with ledger.batch() as batch:
        for each in reports:
            each.into(batch)


@pytest.fixture
def lines(ledger: Ledger) -> list[str]:
    """A ledger with everything in it, as lines."""
    record(ledger, ONE)
    row = IdentityRow(ONE.document.id, "Idris Baro", "Q1", Kind.PERSON, "Idris Baro", "a test")
    resolved(ledger, [row], [StandingRow("Q1", Standing.PRIVATE, "no role")])
    record(ledger, TWO)
    right = replace(ONE.claims[1], when="2024-03")
    ledger.give(Judgement("correct", (ONE.claims[1].id,), "Ana", "2024-08-01", "x", claim_line(right)), right)
    ledger.judge(Judgement("grade", ("The Wire",), "Ana", "2024-08-01", "x", "A2"))
    resolved(ledger, [replace(row, actor="Q2")])
    return list(ledger.lines())


def test_every_line_is_one_json_object_and_says_what_it_is(lines: list[str]) -> None:
    told = [json.loads(line) for line in lines]
    assert told[0] == {"allegiance": "ledger", "lines": 1}
    kinds = [line["kind"] for line in told if "kind" in line]
    assert kinds == ["document", "appearance", "reading"] * 2 + ["reading", "judgement", "judgement"]
    assert {line["table"] for line in told if "table" in line} == {"actors", "identity", "standings", "resolutions"}


def test_what_was_written_comes_back_to_the_letter(
    ledger: Ledger, lines: list[str], store: Callable[[str], str]
) -> None:
    with open_ledger(store("copy")) as copy:
        assert copy.restore(addressed(lines)) == 9
        assert list(copy.lines()) == lines
        assert list(copy.entries()) == list(ledger.entries())
        assert copy.check() == []
        for time in ("", *(entry.recorded for entry in ledger.entries())):
            one, other = (each.view(recorded_by=time) for each in (ledger, copy))
            assert (one.claims(), one.coverage()) == (other.claims(), other.coverage())
            assert one.superseded() == other.superseded()
        record(copy, report("Omar Khan joined the Front."))
        assert copy.check() == []


def test_a_ledger_moves_from_one_database_to_the_other(lines: list[str], server: Server, tmp_path: Path) -> None:
    for address in (server.fresh(), f"sqlite:///{tmp_path}/moved.db"):
        with open_ledger(address) as moved:
            moved.restore(addressed(lines))
            assert list(moved.lines()) == lines
            assert moved.check() == []


def test_a_ledger_goes_into_an_empty_one_alone(ledger: Ledger, lines: list[str]) -> None:
    before = list(ledger.entries())
    with pytest.raises(LedgerError, match="something in this ledger"):
        ledger.restore(addressed(lines))
    assert list(ledger.entries()) == before


def changed(lines: list[str], number: int, old: str, new: str) -> list[str]:
    assert old in lines[number - 1]
    return [*lines[: number - 1], lines[number - 1].replace(old, new), *lines[number:]]


@pytest.mark.parametrize(
    ("number", "old", "new", "says"),
    [
        (1, '"lines":1', '"lines":9', "line 1: it is no ledger that this version can read"),
        (2, "Idris", "Idres", "line 2: it is not what was recorded"),
        (4, '"evidence":[0,28]', '"evidence":[0,27]', "line 4: it is not what was recorded"),
        (4, "{", "", "line 4: it is no JSON"),
        (5, '"seq":4', '"seq":5', "line 5: entry 4 is missing"),
        (5, '"kind":"document"', '"kind":"rumour"', "line 5: there is no entry of kind"),
        (6, '"recorded":"2024', '"recorded":"2023', "line 6: it was recorded before"),
        (3, '"seq":2', '"seq":"2"', "line 3: seq"),
        (9, '"seq"', '"extra":1,"seq"', "line 9: extra"),
        (12, '"table":"', '"table":"x', "line 12: there is no such row"),
    ],
)
def test_a_line_that_is_not_as_it_was_written_is_named_and_nothing_is_kept(
    lines: list[str], store: Callable[[str], str], number: int, old: str, new: str, says: str
) -> None:
    with open_ledger(store("copy")) as copy:
        with pytest.raises(LedgerError, match=says):
            copy.restore(addressed(changed(lines, number, old, new)))
        assert list(copy.entries()) == []
        assert copy.restore(addressed(lines)) == 9


def test_a_reading_without_its_document_is_refused(lines: list[str], store: Callable[[str], str]) -> None:
    moved = [lines[0], *(line.replace(f'"seq":{n + 1}', f'"seq":{n}') for n, line in enumerate(lines[2:10], 1))]
    with open_ledger(store("copy")) as copy, pytest.raises(LedgerError, match="does not stand before it"):
        copy.restore(addressed(moved))
