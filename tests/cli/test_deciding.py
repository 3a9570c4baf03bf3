from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from allegiance.actors import load_register
from cli.running import run, write


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """A ledger that the test may change."""
    return Path(shutil.copy(ledger, tmp_path / "own.db"))


def _actors(path: Path, name: str) -> set[str]:
    found = set()
    for line in run("claims", "--ledger", path, "--json").lines:
        roles = line["roles"]
        assert isinstance(roles, dict)
        found |= {role["actor_id"] for role in roles.values() if role["name"] == name}
    return found


def test_two_that_are_judged_the_same_are_one_until_that_is_undone(own: Path) -> None:
    before = _actors(own, "Idris Baro") | _actors(own, "Kamal Dost")
    assert len(before) == 2
    ran = run("judge", "same", "Idris Baro", "Kamal Dost", "--why", "a test", "--by", "Ana", "--ledger", own)
    assert ran.code == 0, ran.err
    assert len(_actors(own, "Idris Baro") | _actors(own, "Kamal Dost")) == 1
    listed = run("judge", "list", "--ledger", own).out
    assert ran.out.strip() in listed
    assert "Ana: a test" in listed
    assert run("judge", "undo", ran.out.strip()[:14], "--why", "no test", "--ledger", own).code == 0
    assert _actors(own, "Idris Baro") | _actors(own, "Kamal Dost") == before


def test_names_that_were_joined_are_parted_by_their_own_ids(own: Path) -> None:
    assert len(_actors(own, "River Brigade")) == 1
    ids = set()
    for line in run("claims", "--actor", "River Brigade", "--ledger", own, "--json").lines:
        why = run("doctor", "why", str(line["id"]), "--ledger", own).out.splitlines()
        at = next(number for number, row in enumerate(why) if "River Brigade (group)" in row)
        ids |= {word for word in why[at + 1].replace(";", " ").split() if word.startswith("act-")}
    ids_by_document = sorted(ids)
    assert len(ids_by_document) == 2
    ran = run("judge", "different", *ids_by_document, "--why", "two rivers", "--ledger", own)
    assert ran.code == 0, ran.err
    assert len(_actors(own, "River Brigade")) == 2


def test_an_actor_cannot_be_judged_against_itself(own: Path) -> None:
    ran = run("judge", "same", "Idris Baro", "Idris Baro", "--why", "a test", "--ledger", own)
    assert ran.code == 2
    assert "doctor why" in ran.err
    assert run("judge", "list", "--ledger", own).out == ""


def test_a_rejected_claim_counts_no_more_until_it_is_accepted(own: Path) -> None:
    (claim,) = [str(line["id"]) for line in run("claims", "--type", "killing", "--ledger", own, "--json").lines]
    assert run("judge", "reject", claim, "--why", "misread", "--ledger", own).code == 0
    assert run("claims", "--type", "killing", "--ledger", own, "--json").out == ""
    assert run("judge", "accept", claim[:16], "--why", "read again", "--ledger", own).code == 0
    assert [line["id"] for line in run("claims", "--type", "killing", "--ledger", own, "--json").lines] == [claim]


def test_a_retracted_report_counts_no_more(own: Path) -> None:
    assert run("judge", "retract", "wire", "--why", "withdrawn", "--ledger", own).code == 0
    assert {line["doc"] for line in run("claims", "--ledger", own, "--json").lines} == {"daily"}
    ran = run("judge", "retract", "weekly", "--why", "withdrawn", "--ledger", own)
    assert ran.code == 1
    assert "weekly" in ran.err


def test_a_decision_holds_for_reports_that_are_read_later(own: Path, tmp_path: Path) -> None:
    run("judge", "same", "Idris Baro", "Kamal Dost", "--why", "a test", "--ledger", own)
    later = write(tmp_path / "later", "later", "The River Brigade was founded in 2010.")
    assert run("read", later, "--ledger", own).code == 0
    assert len(_actors(own, "Idris Baro") | _actors(own, "Kamal Dost")) == 1


def test_a_decision_is_not_undone_by_the_two_or_three_letters_with_which_all_begin(own: Path) -> None:
    run("judge", "same", "Idris Baro", "Kamal Dost", "--why", "a test", "--ledger", own)
    ran = run("judge", "undo", "jdg-", "--why", "no test", "--ledger", own)
    assert (ran.code, "judge list" in ran.err) == (1, True)
    assert len(run("judge", "list", "--ledger", own).out.splitlines()) == 1


def test_a_person_who_is_joined_with_a_group_is_joined_and_that_is_said(own: Path) -> None:
    ran = run("judge", "same", "Idris Baro", "River Brigade", "--why", "a test", "--ledger", own)
    assert ran.code == 0
    assert "Idris Baro is a person and River Brigade is a group" in ran.err
    assert run("judge", "same", "Kamal Dost", "Idris Baro", "--why", "a test", "--ledger", own).code == 0


def test_two_persons_are_joined_without_a_word(own: Path) -> None:
    assert run("judge", "same", "Idris Baro", "Kamal Dost", "--why", "a test", "--ledger", own).err == ""


def test_a_name_is_joined_with_an_entry_of_the_register_that_no_report_has_met(own: Path) -> None:
    held = _actors(own, "River Brigade")
    unmet = next(record.id for record in load_register().records if record.id not in held)
    assert run("judge", "same", "River Brigade", unmet, "--why", "a test", "--ledger", own).code == 0
    assert _actors(own, "River Brigade") == {unmet}
