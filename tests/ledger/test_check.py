"""A fault in the file is found, and said with its address."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from allegiance.exchange import claim_line
from allegiance.ledger import Ledger, open_ledger
from allegiance.model import Judgement
from ledger.made import Report, report

MADE = report("Idris Baro joined the Front. Omar Dost leads the Hill Council.", published="2024-03-14")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a ledger with one report and one judgement."""
    path = tmp_path / "a.db"
    with open_ledger(str(path)) as ledger:
        with ledger.batch() as batch:
            MADE.into(batch)
        ledger.judge(Judgement("accept", (MADE.claims[0].id,), "an editor", "2024-07-01"))
        assert ledger.check() == []
    return path


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount > 0
        connection.commit()


def faults(path: Path) -> list[tuple[str, str]]:
    with open_ledger(str(path)) as ledger:
        return [(problem.address, problem.code) for problem in ledger.check()]


CLAIM = f"claim {MADE.claims[0].id}"
DOCUMENT = f"document {MADE.document.id}"


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE entries SET payload = replace(payload, 'Baro', 'Bare') WHERE seq = 1", (DOCUMENT, "changed")),
        ("UPDATE entries SET id = 'sha256:0' WHERE seq = 1", ("document sha256:0", "changed")),
        ("UPDATE entries SET payload = '[' WHERE seq = 2", (f"appearance {MADE.appearance.id}", "unreadable")),
        ("UPDATE entries SET kind = 'rumour' WHERE seq = 4", ("rumour", "unreadable")),
        ("UPDATE entries SET recorded = '2001' WHERE seq = 3", (f"reading {MADE.reading.id}", "order")),
        ("UPDATE findings SET line = replace(line, 'stated', 'doubted')", (f"reading {MADE.reading.id}", "changed")),
        ("UPDATE findings SET line = replace(line, '[0,28]', '[0,900]')", ("claim clm-", "evidence")),
        ("UPDATE findings SET because = '[]' WHERE seq = 2", (f"reading {MADE.reading.id}", "changed")),
        ("DELETE FROM findings WHERE seq = 1", (f"reading {MADE.reading.id}", "changed")),
        ("DELETE FROM appearances", (DOCUMENT, "reference")),
        ("DELETE FROM entries WHERE seq = 2", ("entry 2", "missing")),
        ("DELETE FROM entries WHERE seq = 1", (f"reading {MADE.reading.id}", "reference")),
        ("DELETE FROM entries WHERE seq = 3", ("finding 1", "reference")),
        ("DELETE FROM documents", ("table documents, row 1", "derived")),
        ("UPDATE appearances SET out = '2001-01-01'", ("table appearances, row 2", "derived")),
        ("UPDATE readings SET reader = 'another'", ("table readings, row 3", "derived")),
        ("UPDATE claims SET sentence = 'He did.' WHERE seq = 1", (CLAIM, "derived")),
        ("DELETE FROM roles WHERE claim = 2 AND role = 'group'", ("table roles, row 2", "derived")),
        ("INSERT INTO claims SELECT 9, id, reading, document, type, begins, ends, happened, certainty, phase,"
         " sentence, place FROM claims WHERE seq = 1", ("table claims", "derived")),
        ("DELETE FROM uses WHERE name = 'Idris Baro'", ("name 'Idris Baro'", "derived")),
        ("UPDATE uses SET key = 'x' WHERE name = 'Idris Baro'", ("name 'Idris Baro'", "derived")),
        ("UPDATE uses SET since = 4 WHERE name = 'Idris Baro'", ("name 'Idris Baro'", "derived")),
        ("INSERT INTO uses VALUES (1, 'Nobody', 'nobody', 'act-1', 3)", ("name 'Nobody'", "derived")),
    ],
)  # fmt: skip
def test_a_fault_is_found_with_its_address(file: Path, statement: str, fault: tuple[str, str]) -> None:
    change(file, statement)
    found = faults(file)
    assert any(address.startswith(fault[0]) and code == fault[1] for address, code in found), found


def test_evidence_outside_the_text_is_found_even_where_the_hashes_agree(tmp_path: Path) -> None:
    short = report("Idris Baro joined the Front.")
    with open_ledger(str(tmp_path / "a.db")) as ledger, ledger.batch() as batch:
        short.into(batch)
    # Somebody who changes the text together with every hash of it is caught by the spans.
    change(tmp_path / "a.db", 'UPDATE entries SET payload = \'{"text":"Nothing."}\' WHERE seq = 1')
    assert (f"claim {short.claims[0].id}", "evidence") in faults(tmp_path / "a.db")


def test_a_rebuild_mends_what_is_derived(file: Path) -> None:
    change(file, "DELETE FROM roles", "UPDATE claims SET type = 'death'", "UPDATE uses SET minted = 'act-1'")
    assert faults(file)
    with open_ledger(str(file)) as ledger:
        ledger.rebuild()
        assert ledger.check() == []


def test_derived_tables_that_were_dropped_are_built_when_the_ledger_is_opened(file: Path) -> None:
    with open_ledger(str(file)) as ledger:
        before = ledger.view().claims()
    with closing(sqlite3.connect(file)) as connection:
        for table in ("roles", "claims", "uses"):
            connection.execute(f"DROP TABLE {table}")
    with open_ledger(str(file)) as ledger:
        assert ledger.view().claims() == before
        assert ledger.check() == []


def test_a_sound_ledger_of_many_reports_has_no_fault(ledger: Ledger) -> None:
    with ledger.batch() as batch:
        for number in range(600):
            many: Report = report(f"Man {number} joined the Front. Man {number} leads the Council.", f"r{number}")
            many.into(batch)
    assert ledger.check() == []


def test_a_claim_that_somebody_gave_and_that_is_not_there_is_found(tmp_path: Path) -> None:
    claim = MADE.claims[0]
    with open_ledger(str(tmp_path / "a.db")) as ledger:
        with ledger.batch() as batch:
            batch.add(MADE.document, MADE.appearance)
        ledger.judge(Judgement("add", (claim.id,), "an editor", "2024-07-01", value=claim_line(claim)))
        ledger.judge(Judgement("add", (claim.id,), "an editor", "2024-07-02", value="{}"))
        found = [(problem.address.split()[0], problem.code) for problem in ledger.check()]
    assert found == [("judgement", "reference"), ("judgement", "unreadable")]
