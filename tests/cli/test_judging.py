"""Claims added and corrected by hand, grades and notes: what is typed, and what answers show of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cli.running import FRENCH, PLEDGED, run, write


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """A ledger that the test may change, with a report in a language that is not read."""
    path = Path(shutil.copy(ledger, tmp_path / "own.db"))
    french = write(tmp_path / "french", "radio", FRENCH, published="2015-08-01", publisher="Radio", language="fr")
    run("read", french, "--ledger", path)
    return path


def given(tmp_path: Path, **told: object) -> Path:
    path = tmp_path / "claim.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def claims(path: Path, *asked: str) -> list[dict[str, object]]:
    return run("claims", *asked, "--json", "--ledger", path).lines


KILLED: dict[str, object] = {
    "doc": "radio",
    "type": "killing",
    "roles": {"victim": {"name": "Le chef du Front du Nord", "kind": "person"}, "by": "l'armée"},
    "when": "2015-07-31",
    "evidence": [0, len(FRENCH)],
}


def test_what_a_person_read_in_another_language_is_a_claim_like_others(own: Path, tmp_path: Path) -> None:
    ran = run("judge", "add", given(tmp_path, **KILLED), "--why", "read", "--by", "Ana", "--ledger", own)
    assert (ran.code, ran.err) == (0, "")
    (line,) = claims(own, "--doc", "radio")
    assert (line["when"], line["evidence"]) == ("2015-07-31", [0, len(FRENCH)])
    judged = line["judged"]
    assert isinstance(judged, list)
    assert [(one["act"], one["by"]) for one in judged] == [("add", "Ana")]
    assert "[added by Ana]" in run("claims", "--doc", "radio", "--ledger", own).out
    why = run("doctor", "why", str(line["id"]), "--ledger", own).out
    assert "decided    add by Ana" in why
    assert "person: Ana" in why
    assert run("doctor", "check", "--ledger", own).code == 0
    again = run("judge", "add", given(tmp_path, **KILLED), "--why", "read", "--ledger", own)
    assert (again.code, "says just that already" in again.err) == (1, True)
    assert run("judge", "undo", ran.out.strip(), "--why", "misread", "--ledger", own).code == 0
    assert claims(own, "--doc", "radio") == []


def test_what_cannot_be_is_not_added(own: Path, tmp_path: Path) -> None:
    wrong: tuple[tuple[dict[str, object], str], ...] = (
        (KILLED | {"evidence": [0, 9999]}, "does not lie in the text"),
        (KILLED | {"type": "murder"}, "no claim type"),
        (KILLED | {"doc": "television"}, "television"),
        (KILLED | {"roles": {}}, "without victim"),
        (KILLED | {"when": "July"}, "July"),
        (KILLED | {"phase": "current"}, "phase"),
        (KILLED | {"certanty": "denied"}, "a claim has no 'certanty'"),
        (KILLED | {"evidence": FRENCH}, "where the words stand"),
        (KILLED | {"doc": ""}, "does not say which report"),
    )
    for told, says in wrong:
        ran = run("judge", "add", given(tmp_path, **told), "--why", "read", "--ledger", own)
        assert (ran.code != 0, says in ran.err) == (True, True), ran.err
    (tmp_path / "list.json").write_text("[1]")
    for name in ("list.json", "none.json"):
        assert run("judge", "add", tmp_path / name, "--why", "read", "--ledger", own).code == 1
    assert run("judge", "list", "--ledger", own).out == ""


def test_a_correction_says_only_what_is_otherwise_and_is_shown_as_one(own: Path, tmp_path: Path) -> None:
    (old,) = claims(own, "--type", "pledge")
    new = given(tmp_path, when="2015-06-02", roles={"actor": {"name": "River Brigade"}, "to": {"name": "Daesh"}})
    ran = run("judge", "correct", str(old["id"]), new, "--why", "the second", "--by", "Ana", "--ledger", own)
    assert (ran.code, ran.err) == (0, "")
    (line,) = claims(own, "--type", "pledge")
    assert (line["when"], line["document"], line["evidence"]) == ("2015-06-02", old["document"], old["evidence"])
    assert PLEDGED in run("claims", "--type", "pledge", "--full", "--ledger", own).out
    answer = json.loads(run("timeline", "River Brigade", "--json", "--ledger", own).out)
    assert next(one["judged"] for one in answer["evidence"] if one["claim"] == line["id"])[0]["act"] == "correct"
    for id, other in ((old["id"], line["id"]), (line["id"], old["id"])):
        why = run("doctor", "why", str(id), "--ledger", own).out
        assert f"the other is {other}" in why
    listed = run("judge", "list", "--ledger", own).out
    assert ("“" in listed, "{" in listed) == (True, False), "a correction is told in words"
    same = run("judge", "correct", str(line["id"]), given(tmp_path, when="2015-06-02"), "--why", "no", "--ledger", own)
    assert (same.code, "nothing is corrected" in same.err) == (1, True)
    assert run("judge", "undo", ran.out.strip(), "--why", "wrong", "--ledger", own).code == 0
    assert claims(own, "--type", "pledge") == [old]


def test_a_grade_stands_beside_the_sentences_of_its_source_and_changes_no_status(own: Path) -> None:
    before = json.loads(run("roster", "River Brigade", "--on", "2014-05-01", "--json", "--ledger", own).out)
    ran = run("judge", "grade", "wire", "a2", "--why", "few corrections", "--by", "Ana", "--ledger", own)
    assert ran.code == 0, ran.err
    shown = run("roster", "River Brigade", "--on", "2014-05-01", "--ledger", own).out
    assert "[source graded A2 by Ana]" in shown
    after = json.loads(run("roster", "River Brigade", "--on", "2014-05-01", "--json", "--ledger", own).out)
    assert after["rows"] == before["rows"]
    assert after["evidence"][0]["judged"][0]["value"] == "A2"
    for wrong in ("G2", "A7", "2A", "", "AA"):
        ran = run("judge", "grade", "Wire", wrong, "--why", "a test", "--ledger", own)
        assert (ran.code, "no grade" in ran.err) == (1, True)
    ran = run("judge", "grade", "Nobody", "A2", "--why", "a test", "--ledger", own)
    assert (ran.code, "Nobody" in ran.err) == (1, True)


def test_a_note_stands_beside_a_claim_or_all_that_a_report_says(own: Path) -> None:
    (killing,) = claims(own, "--type", "killing")
    assert run("judge", "annotate", str(killing["id"]), "see the panel", "--by", "Ana", "--ledger", own).code == 0
    assert run("judge", "annotate", "daily", "a reprint", "--by", "Ana", "--ledger", own).code == 0
    shown = " ".join(run("claims", "--ledger", own).out.split())
    assert (shown.count("Ana notes: see the panel"), shown.count("Ana notes: a reprint")) == (1, shown.count("Daily,"))
    assert "see the panel" in run("judge", "list", "--ledger", own).out
