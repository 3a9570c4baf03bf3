from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from cli.running import KILLED, run


def test_a_sound_ledger_is_said_to_be_so(ledger: Path) -> None:
    ran = run("doctor", "check", "--ledger", ledger)
    assert (ran.code, ran.err) == (0, "")
    assert "nothing is wrong" in ran.out


def test_a_changed_entry_is_found_and_named(ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "changed.db"
    with sqlite3.connect(ledger) as source, sqlite3.connect(path) as target:
        source.backup(target)
        target.execute("UPDATE entries SET payload = replace(payload, 'Idris', 'Adris') WHERE kind = 'document'")
    source.close()
    target.commit()
    target.close()
    ran = run("doctor", "check", "--ledger", path)
    assert ran.code == 1
    assert "document sha256:" in ran.err


def test_why_shows_sentence_frame_date_words_and_reader(ledger: Path) -> None:
    (claim,) = [str(line["id"]) for line in run("claims", "--type", "killing", "--ledger", ledger, "--json").lines]
    ran = run("doctor", "why", claim[:18], "--ledger", ledger)
    assert ran.code == 0
    for part in (claim, KILLED, "2014-05", "Idris Baro", "frame", "clause", "stance", "rdg-", "allegiance-en"):
        assert part in ran.out, part


def test_trace_shows_every_layer() -> None:
    ran = run("doctor", "trace", KILLED, "--published", "2014-06-01")
    assert ran.code == 0
    for part in ("paragraph", "masked", "mentions", "Idris Baro", "clause 0", "stance", "frame", "2014-05", "claims: "):
        assert part in ran.out, part
    assert run("doctor", "trace", KILLED, "--published", "soon").code == 2


def test_two_names_are_compared_under_their_schema() -> None:
    ran = run("doctor", "compare", "Idris Baro", "Idriss Baro", "--json")
    (line,) = ran.lines
    assert (line["schema"], line["name1"], line["name2"]) == ("Person", "Idris Baro", "Idriss Baro")
    assert isinstance(line["score"], float)
    assert 0 <= line["score"] <= 1
    groups = run("doctor", "compare", "Taliban", "Pakistani Taliban", "--schema", "Organization")
    assert "different" in groups.out


def test_pairs_of_a_file_are_compared_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    rows = ["schema,name1,name2", "Person,Idris Baro,Idris Baro", "Ship,A,B", 'Organization,"Union, River",River Union']
    path.write_text("\n".join(rows), encoding="utf-8-sig")
    ran = run("doctor", "compare", "--pairs", path)
    assert ran.code == 0
    assert (ran.lines[0]["name1"], ran.lines[0]["verdict"]) == ("Idris Baro", "same")
    assert [line["schema"] for line in ran.lines] == ["Person", "Ship", "Organization"]


@pytest.mark.parametrize("text", ["schema,name2\na,b\n", "", "schema,name1\nPerson,a\n"])
def test_a_file_without_the_columns_is_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text(text, encoding="utf-8")
    ran = run("doctor", "compare", "--pairs", path)
    assert (ran.code, ran.out) == (1, "")
    assert "column" in ran.err


@pytest.mark.parametrize("arguments", [(), ("one",), ("one", "two", "three"), ("a", "b", "--schema", "Ship")])
def test_a_comparison_that_lacks_something_is_a_wrong_call(arguments: tuple[str, ...]) -> None:
    assert run("doctor", "compare", *arguments).code == 2


def test_what_turns_the_line_around_in_a_name_is_not_printed(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("schema,name1,name2\nPerson,\u202eIdris Baro,Idris Baro\n", encoding="utf-8")
    for arguments in (
        ("--pairs", path),
        ("\u202eIdris Baro", "Idris Baro"),
        ("\u202eIdris Baro", "Idris Baro", "--json"),
    ):
        ran = run("doctor", "compare", *arguments)
        assert ran.code == 0 and "\u202e" not in ran.out and "same" in ran.out
