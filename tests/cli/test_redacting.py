from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.running import run, write


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """A ledger that the test may change, in a folder of its own."""
    (tmp_path / "kept").mkdir()
    return Path(shutil.copy(ledger, tmp_path / "kept" / "own.db"))


def stands(own: Path, words: str) -> bool:
    """Whether words stand in any byte of the ledger."""
    return any(words.encode() in path.read_bytes() for path in own.parent.iterdir())


def test_a_report_is_taken_out_for_good_and_not_read_again(own: Path, reports: Path) -> None:
    assert stands(own, "airstrike")
    ran = run("redact", "wire", "--why", "withdrawn by order", "--by", "Ana", "--ledger", own)
    assert (ran.code, ran.out[:4]) == (0, "red-"), ran.err
    assert not stands(own, "airstrike")
    assert {line["doc"] for line in run("claims", "--json", "--ledger", own).lines} == {"daily"}
    assert run("who", "Idris Baro", "--ledger", own).code == 1
    assert run("who", "River Brigade", "--ledger", own).code == 0
    again = run("read", reports, "--ledger", own)
    assert (again.code, "not recorded again" in again.err) == (1, True)
    assert not stands(own, "airstrike")
    assert run("doctor", "check", "--ledger", own).code == 0
    assert run("redact", "wire", "--why", "again", "--ledger", own).code == 1


def test_the_names_of_a_man_are_taken_out_and_what_is_told_of_others_stays(own: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "more", "more", "Baro’s brother, Musa Baro, joined the River Brigade.", published="2016")
    assert run("read", other, "--ledger", own).code == 0
    ran = run("redact", "Idris Baro", "--why", "he asked", "--by", "Ana", "--ledger", own)
    assert ran.code == 0, ran.err
    assert not stands(own, "Idris Baro")
    assert "Idris" not in run("claims", "--json", "--ledger", own).out
    assert {line["type"] for line in run("claims", "--doc", "daily", "--json", "--ledger", own).lines} >= {"pledge"}
    assert run("doctor", "check", "--ledger", own).code == 0
    for wrong in ("Idris Baro", "Nobody At All"):
        assert run("redact", wrong, "--why", "again", "--ledger", own).code == 1
    refused = run("redact", "Kamal Dost", "--why", "Kamal Dost asked", "--ledger", own)
    assert (refused.code, "names whom" in refused.err) == (1, True)
