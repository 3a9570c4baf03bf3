"""Claims and whole ledgers, out to files and in from them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cli.running import KILLED, run


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """A ledger that the test may change."""
    return Path(shutil.copy(ledger, tmp_path / "own.db"))


def test_a_ledger_goes_out_and_comes_back_as_it_was(own: Path, tmp_path: Path) -> None:
    out, again, copy = tmp_path / "out.jsonl", tmp_path / "again.jsonl", tmp_path / "copy.db"
    assert run("judge", "same", "Idris Baro", "Kamal Dost", "--why", "a test", "--ledger", own).code == 0
    ran = run("export", "ledger", "-o", out, "--ledger", own)
    assert (ran.code, ran.out) == (0, "")
    ran = run("import", out, "--ledger", copy)
    assert (ran.code, "entries restored" in ran.out) == (0, True), ran.err
    assert run("export", "ledger", "-o", again, "--ledger", copy).code == 0
    assert again.read_bytes() == out.read_bytes()
    for asked in (("who", "Idris Baro", "--json"), ("claims", "--json"), ("judge", "list"), ("doctor", "check")):
        assert run(*asked, "--ledger", copy).out == run(*asked, "--ledger", own).out
    assert sorted(path.name for path in tmp_path.glob("*.part")) == []
    ran = run("import", out, "--ledger", copy)
    assert (ran.code, "something in this ledger" in ran.err) == (1, True)


def test_what_cannot_be_written_or_read_is_said(own: Path, tmp_path: Path) -> None:
    ran = run("export", "ledger", "-o", tmp_path / "none" / "out.jsonl", "--ledger", own)
    assert (ran.code, "cannot be written" in ran.err) == (1, True)
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"allegiance": "ledger", "lines": 1}\n{"seq": 1}\n')
    ran = run("import", broken, "--ledger", tmp_path / "new.db")
    assert (ran.code, "broken.jsonl, line 2" in ran.err) == (1, True)


def test_claims_are_recorded_as_a_reading_of_the_reports_that_the_ledger_has(own: Path, tmp_path: Path) -> None:
    (wire,) = (line for line in run("claims", "--type", "killing", "--json", "--ledger", own).lines)
    mine = {"doc": "wire", "type": "killing", "roles": {"victim": "Idris Baro"}, "when": "2014-05-03"}
    lines = [
        mine | {"evidence": [0, len(KILLED)]},
        {"doc": "", "document": wire["document"], "type": "death", "roles": {"person": "Baro"}, "evidence": [0, 10]},
        {"doc": "weekly", "type": "death", "roles": {"person": "Baro"}, "evidence": [0, 10]},
        {"doc": "wire", "type": "death", "roles": {"person": "Baro"}, "evidence": [0, 9999]},
        {"doc": "wire", "type": "fame", "roles": {"person": "Baro"}, "evidence": [0, 10]},
        {"document": "sha256:0", "type": "death", "roles": {"person": "Baro"}, "evidence": [0, 10]},
    ]
    file = tmp_path / "mine.jsonl"
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    ran = run("import", file, "--reader", "coded by Ana", "--ledger", own)
    assert ran.code == 1
    assert "2 claims of 1 report, 2 of them new; 4 set aside in" in ran.out
    assert [f"line {number}" in ran.err for number in range(1, 7)] == [False, False, True, True, True, True]
    aside = tmp_path / "mine.quarantine.jsonl"
    assert [json.loads(line) for line in aside.read_text().splitlines()] == lines[2:]
    found = run("claims", "--doc", "wire", "--json", "--ledger", own).lines
    assert [(line["type"], line["when"]) for line in found] == [("killing", "2014-05-03"), ("death", None)]
    assert "coded by Ana" in run("doctor", "why", str(found[0]["id"]), "--ledger", own).out
    assert run("doctor", "check", "--ledger", own).code == 0
    again = run("import", file, "--reader", "coded by Ana", "--ledger", own)
    assert "0 of them new" in again.out
    assert {line["doc"] for line in run("claims", "--json", "--ledger", own).lines} == {"wire", "daily"}


def test_what_extract_prints_can_be_imported(own: Path, reports: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    file.write_text(run("extract", reports).out, encoding="utf-8")
    before = [line["id"] for line in run("claims", "--json", "--ledger", own).lines]
    ran = run("import", file, "--ledger", own)
    assert (ran.code, ran.err) == (0, "")
    assert [line["id"] for line in run("claims", "--json", "--ledger", own).lines] == before
    ran = run("import", file, "--ledger", tmp_path / "none.db")
    assert (ran.code, "no ledger" in ran.err) == (1, True)
