from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from allegiance.ledger import open_ledger
from cli.running import KILLED, ON_WINDOWS, Ran, run, write


def _answer(ran: Ran) -> dict[str, object]:
    assert ran.code == 0, ran.err
    found: dict[str, object] = json.loads(ran.out)
    return found


ASKED = (
    ("who", "Idris Baro"),
    ("timeline", "River Brigade"),
    ("roster", "River Brigade", "--on", "2014-01-01"),
    ("moves", "--to", "River Brigade"),
)


@pytest.mark.parametrize("question", ASKED, ids=lambda question: str(question[0]))
def test_every_answer_is_a_table_and_json_whose_rows_carry_their_claims(
    ledger: Path, question: tuple[str, ...]
) -> None:
    answer = _answer(run(*question, "--ledger", ledger, "--json"))
    assert {"answer", "query", "coverage", "rows", "problems"} <= set(answer)
    rows = answer["rows"]
    assert isinstance(rows, list)
    assert rows
    assert all(row["status"] and row["claims"] for row in rows)
    table = run(*question, "--ledger", ledger)
    assert (table.code, table.err) == (0, "")
    assert "silence is not absence" in table.out
    full = run(*question, "--ledger", ledger, "--full").out.replace("\n", "")
    assert "clm-" in full
    assert "clm-" not in table.out


def test_what_was_published_later_is_left_out_of_the_answer(ledger: Path) -> None:
    asked = ("timeline", "River Brigade", "--ledger", ledger, "--json")
    now = _answer(run(*asked))["coverage"]
    then = _answer(run(*asked, "--published-by", "2014-12-31"))["coverage"]
    assert isinstance(now, dict)
    assert isinstance(then, dict)
    assert (now["documents"], then["documents"]) == (2, 1)
    assert then["publishers"] == ["Wire"]


def test_an_id_and_the_beginning_of_one_are_names(ledger: Path) -> None:
    by_name = _answer(run("who", "Idris Baro", "--ledger", ledger, "--json"))
    query = by_name["query"]
    assert isinstance(query, dict)
    whole = query["actor_id"]
    assert _answer(run("who", whole, "--ledger", ledger, "--json")) == by_name
    assert _answer(run("who", whole[:-2], "--ledger", ledger, "--json")) == by_name


@pytest.mark.parametrize("question", ASKED, ids=lambda question: str(question[0]))
def test_a_name_that_is_not_there_brings_suggestions_and_exit_1(ledger: Path, question: tuple[str, ...]) -> None:
    misspelt = [word.replace("River", "Rivr").replace("Idris", "Idirs") for word in question]
    ran = run(*misspelt, "--ledger", ledger)
    assert (ran.code, ran.out) == (1, "")
    assert "did you mean" in ran.err
    assert "River Brigade" in ran.err or "Idris Baro" in ran.err


def test_a_name_that_several_bear_lists_them_with_their_ids_and_asks_for_one(tmp_path: Path) -> None:
    path = tmp_path / "two.db"
    write(
        tmp_path / "two",
        "one",
        "Kamal Dost, leader of the River Brigade, was killed in May 2014.",
        published="2014-06-01",
    )
    write(
        tmp_path / "two",
        "two",
        "Kamal Dost, spokesman of the Hill Army, was arrested in June 2019.",
        published="2019-07-01",
    )
    assert run("read", tmp_path / "two", "--ledger", path).code == 0
    ran = run("who", "Kamal Dost", "--ledger", path)
    assert (ran.code, ran.out) == (1, "")
    assert "give one of these ids" in ran.err
    ids = [line.split()[0] for line in ran.err.splitlines() if line.startswith(("act-", "  act-"))]
    assert len(ids) == 2
    for id in ids:
        assert run("who", id, "--ledger", path).code == 0


def test_claims_are_lines_of_the_exchange_format_with_ids_of_actors_and_their_reading(ledger: Path) -> None:
    ran = run("claims", "--ledger", ledger, "--json")
    with open_ledger(str(ledger)) as opened:
        expected = {r.claim.id: dict(r.actor_ids) for r in opened.view().claims()}
        readings = {entry.id for entry in opened.entries() if entry.kind == "reading"}
    assert {line["id"] for line in ran.lines} == set(expected)
    for line in ran.lines:
        roles = line["roles"]
        assert isinstance(roles, dict)
        given = {role: value["actor_id"] for role, value in roles.items() if "actor_id" in value}
        assert given == expected[str(line["id"])]
        assert line["reading"] in readings


def test_claims_are_chosen_by_actor_type_document_and_date(ledger: Path) -> None:
    def chosen(*arguments: str) -> list[dict[str, object]]:
        return run("claims", *arguments, "--ledger", ledger, "--json").lines

    every = chosen()
    assert {line["type"] for line in chosen("--type", "killing", "--type", "pledge")} == {"killing", "pledge"}
    assert {line["doc"] for line in chosen("--doc", "daily")} == {"daily"}
    assert {line["document"] for line in chosen("--doc", str(every[0]["document"]))} == {every[0]["document"]}
    assert {line["doc"] for line in chosen("--since", "2015-01-01")} == {"daily"}
    by_actor = chosen("--actor", "Idris Baro")
    assert by_actor
    assert all("Idris Baro" in json.dumps(line) for line in by_actor)
    table = run("claims", "--doc", "wire", "--ledger", ledger)
    assert "Idris Baro" in table.out
    assert "Kamal Dost" not in table.out


def test_a_footnote_names_title_publisher_date_and_the_sentence(ledger: Path) -> None:
    (claim,) = [line["id"] for line in run("claims", "--type", "killing", "--ledger", ledger, "--json").lines]
    ran = run("cite", str(claim)[:20], "--ledger", ledger)
    assert ran.code == 0
    for part in ("A leader dies", "Wire", "2014-06-01", KILLED):
        assert part in ran.out
    parts = json.loads(run("cite", str(claim), "--ledger", ledger, "--json").out)
    assert (parts["claim"], parts["sentence"]) == (claim, KILLED)
    assert run("cite", "clm-0000", "--ledger", ledger).code == 1


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("roster", "River Brigade"), "--on"),
        (("roster", "River Brigade", "--on", "last spring"), "EDTF"),
        (("moves",), "give --from, --to or both"),
        (("claims", "--type", "marriage"), "pledge"),
        (("who",), "NAME"),
        (("whom", "Idris Baro"), "who"),
    ],
)
def test_a_wrong_call_says_what_to_try(ledger: Path, call: tuple[str, ...], said: str) -> None:
    ran = run(*call, *(() if call[0] == "whom" else ("--ledger", ledger)))
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_ledger_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    ran = run("who", "Idris Baro", "--ledger", tmp_path / "absent.db")
    assert ran.code == 1
    assert "there is no ledger" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_the_ledger_of_the_environment_is_used_where_none_is_given(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALLEGIANCE_LEDGER", f"sqlite:///{ledger.as_posix()}")
    assert run("who", "Idris Baro").code == 0


def test_a_document_that_is_not_there_is_not_one_without_claims(ledger: Path) -> None:
    ran = run("claims", "--doc", "weekly", "--ledger", ledger)
    assert (ran.code, ran.out) == (1, "")
    assert "no document in the ledger is called 'weekly'" in ran.err


def test_a_person_who_is_asked_for_as_a_group_is_said_to_be_a_person(ledger: Path) -> None:
    ran = run("roster", "Idris Baro", "--on", "2014-01-01", "--ledger", ledger)
    assert ran.code == 1
    assert "Idris Baro is a person" in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is there on Linux only")
def test_a_disk_that_is_full_is_told_of_in_a_line(ledger: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "allegiance", "claims", "--ledger", str(ledger)]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == 1
    assert ran.stderr.decode().startswith("not everything could be written")
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.skipif(ON_WINDOWS, reason="the shell of Windows closes no standard output")
def test_a_command_runs_with_its_standard_output_closed(ledger: Path) -> None:
    command = ["sh", "-c", 'exec "$0" -m allegiance claims --ledger "$1" >&-', sys.executable, str(ledger)]
    ran = subprocess.run(command, stderr=subprocess.PIPE, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_network_is_asked_on_a_day_or_over_a_span_and_not_both(ledger: Path) -> None:
    asked = ("network", "--around", "River Brigade", "--ledger", ledger)
    rows = _answer(run(*asked, "--since", "2013", "--json"))["rows"]
    assert isinstance(rows, list)
    assert {row["section"] for row in rows} == {"actor", "tie"}
    both = run(*asked, "--on", "2014-01-01", "--since", "2013")
    assert (both.code, both.out) == (2, "")
    assert "not both" in both.err
