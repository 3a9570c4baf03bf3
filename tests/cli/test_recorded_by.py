from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from cli.running import run


def test_what_was_answered_before_a_decision_is_answered_again(ledger: Path, tmp_path: Path) -> None:
    own = Path(shutil.copy(ledger, tmp_path / "own.db"))
    asked = (("who", "Idris Baro"), ("claims",), ("roster", "River Brigade", "--on", "2014-05-01"), ("disagreements",))
    before = [run(*each, "--json", "--ledger", own).out for each in asked]
    then = datetime.now(UTC).isoformat()
    (killing,) = [str(line["id"]) for line in run("claims", "--type", "killing", "--ledger", own, "--json").lines]
    assert run("judge", "same", "Idris Baro", "Kamal Dost", "--why", "a test", "--ledger", own).code == 0
    assert run("judge", "reject", killing, "--why", "a test", "--ledger", own).code == 0
    assert [run(*each, "--json", "--ledger", own).out for each in asked] != before
    assert [run(*each, "--json", "--recorded-by", then, "--ledger", own).out for each in asked] == before


def test_a_time_of_recording_that_is_none_is_a_wrong_call(ledger: Path) -> None:
    ran = run("who", "Idris Baro", "--recorded-by", "yesterday", "--ledger", ledger)
    assert (ran.code, "no ISO 8601 time" in ran.err) == (2, True)


def test_before_anything_was_recorded_nobody_is_known(ledger: Path) -> None:
    ran = run("who", "Idris Baro", "--recorded-by", "2001-01-01", "--ledger", ledger)
    assert (ran.code, "Idris Baro" in ran.err) == (1, True)
