"""Persons without a public role stay inside the sentences that name them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cli.running import run, write


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("standing")
    write(
        folder / "reports",
        "one",
        "Amadou Sall, a member of the Northern Front, was arrested in Galo in May 2014. "
        "Colonel Idris Baro, commander of the Northern Front, was killed in June 2014. "
        "A 15-year-old boy, Musa Dembo, was released by the Northern Front in June 2014. "
        "Zahra Pell, 16, said she had joined the Northern Front.",
        published="2014-07-01",
    )
    assert run("read", folder / "reports", "--ledger", folder / "l.db").code == 0
    return folder / "l.db"


@pytest.fixture
def ledger(read: Path, tmp_path: Path) -> Path:
    shutil.copy(read, tmp_path / "l.db")
    return tmp_path / "l.db"


def test_a_commander_has_a_page_and_a_member_and_a_child_have_none(ledger: Path) -> None:
    assert run("who", "Idris Baro", "--ledger", ledger).code == 0
    for name in ("Amadou Sall", "Musa Dembo", "Amadou", "Dembo"):
        ran = run("who", name, "--ledger", ledger)
        assert (ran.code, ran.out) == (1, "")
        assert "no page on private persons and minors" in ran.err
        assert run("timeline", name, "--ledger", ledger).code == 1
        assert run("claims", "--actor", name, "--ledger", ledger).code == 1


def test_no_answer_gives_their_names_but_in_the_sentence(ledger: Path) -> None:
    for command in (("who", "Northern Front"), ("roster", "Northern Front", "--on", "2014-06-01"), ("claims",)):
        rows = [json.loads(line) for line in run(*command, "--json", "--ledger", ledger).out.splitlines()]
        text = json.dumps(_without_sentences(rows), ensure_ascii=False)
        assert not any(name in text for name in ("Sall", "Dembo", "Pell")), command
        assert "Baro" in text
    assert "a private person" in run("claims", "--ledger", ledger).out
    assert "a minor" in run("claims", "--ledger", ledger).out


def _without_sentences(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_sentences(part) for key, part in value.items() if key != "sentence"}
    return [_without_sentences(part) for part in value] if isinstance(value, list) else value


def test_their_ids_lead_to_no_page_either(ledger: Path) -> None:
    lines = [json.loads(line) for line in run("claims", "--json", "--ledger", ledger).out.splitlines()]
    ids = {r["actor_id"] for line in lines for r in line["roles"].values() if r["name"] == "a private person"}
    assert ids
    for id in ids:
        ran = run("who", id, "--ledger", ledger)
        assert ran.code == 1 and "Sall" not in ran.err


def test_a_part_of_a_name_or_a_slip_brings_no_name_of_theirs_from_any_command(ledger: Path) -> None:
    for name in ("Sall", "Dembo", "Amad", "Amadou Sal", "Musa Demb", "Zahra"):
        for command in (("suggestions", name), ("judge", "private", name, "--why", "why"), ("who", name)):
            ran = run(*command, "--ledger", ledger)
            assert ran.code == 1, command
            told = (ran.out + ran.err).replace(repr(name), "")
            assert not any(part in told for part in ("Amadou", "Musa", "Zahra")), told


def test_a_person_decides_and_takes_it_back(ledger: Path) -> None:
    decision = run("judge", "public", "Amadou Sall", "--why", "he signs its orders", "--ledger", ledger)
    assert decision.code == 0
    assert run("who", "Amadou Sall", "--ledger", ledger).code == 0
    assert run("judge", "undo", decision.out.strip(), "--why", "a mistake", "--ledger", ledger).code == 0
    assert run("who", "Amadou Sall", "--ledger", ledger).code == 1
    assert run("judge", "private", "Idris Baro", "--why", "a namesake", "--ledger", ledger).code == 0
    assert run("who", "Idris Baro", "--ledger", ledger).code == 1


def test_a_group_has_no_standing(ledger: Path) -> None:
    ran = run("judge", "private", "Northern Front", "--why", "no", "--ledger", ledger)
    assert ran.code == 2 and "no person" in ran.err


def test_why_says_what_a_person_stands_on(ledger: Path) -> None:
    lines = [json.loads(line) for line in run("claims", "--json", "--ledger", ledger).out.splitlines()]
    killing = next(line["id"] for line in lines if line["type"] == "killing")
    assert "public: commander of Northern Front" in run("doctor", "why", killing, "--ledger", ledger).out
