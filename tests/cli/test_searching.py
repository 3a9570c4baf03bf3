from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.running import run, write


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger of two reports, one of which would move the cursor of a terminal."""
    write(
        tmp_path / "in",
        "wire",
        "Idris Baro joined the River Brigade in May 2014.",
        published="2014-06-01",
        publisher="The Wire",
    )
    text = "Omar Dost left the River\x1b[2J Brigade in June 2014. \u202eturned"
    write(tmp_path / "in", "post", text, published="2014-07-01", publisher="Morning Post")
    assert run("read", tmp_path / "in", "--ledger", tmp_path / "l.db", "--jobs", "1").code == 0
    return tmp_path / "l.db"


def test_words_are_found_in_reports_and_claims(ledger: Path) -> None:
    ran = run("search", "baro", "brig*", "--ledger", ledger)
    assert (ran.code, ran.err) == (0, "")
    assert "The Wire, 2014-06-01" in ran.out
    assert "Idris [Baro] joined the River [Brigade] in May 2014." in ran.out
    assert "clm-" in ran.out
    assert "silence is not absence" in ran.out


def test_a_phrase_that_the_shell_has_unquoted_is_one(ledger: Path) -> None:
    assert "nothing found" in run("search", "brigade river", "--ledger", ledger).out
    assert "[River Brigade]" in run("search", "river brigade", "--ledger", ledger).out
    assert "[River]" in run("search", "lake OR river", "--ledger", ledger).out


def test_no_control_of_a_report_reaches_a_terminal(ledger: Path) -> None:
    ran = run("search", "dost", "--ledger", ledger)
    assert "[Dost] left" in ran.out
    assert not any(character in ran.out for character in "\x1b\u202e")


def test_what_narrows_it_is_heard(ledger: Path) -> None:
    def names(*more: str) -> list[str]:
        rows = json.loads(run("search", "river", *more, "--ledger", ledger, "--json").out)["rows"]
        return sorted({row["name"] for row in rows})

    assert names() == ["post", "wire"]
    assert names("--publisher", "morning") == names("--since", "2014-06-15") == ["post"]
    assert names("--published-by", "2014-06-15") == names("--until", "2014-06-15") == ["wire"]
    assert names("--type", "join") == ["wire"]
    assert names("--recorded-by", "2020-01-01") == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--", "-baro"), "no word in it"),
        (("***",), "there is no word in it to look for"),
        (("baro", "--type", "wedding"), "no type 'wedding'"),
    ],
)
def test_a_wrong_call_says_what_to_try(ledger: Path, asked: tuple[str, ...], said: str) -> None:
    ran = run("search", "--ledger", ledger, *asked)
    assert ran.code == 2
    assert said in ran.err.replace("\n", " ")


def test_a_publisher_that_there_is_not_is_answered_with_the_nearest(ledger: Path) -> None:
    ran = run("search", "river", "--publisher", "Mornin Post", "--ledger", ledger)
    assert ran.code == 1
    assert "Morning Post" in ran.err
