from __future__ import annotations

import json
from pathlib import Path

from cli.running import run, write


def test_a_pair_is_suggested_decided_and_gone_and_back_when_that_is_undone(tmp_path: Path) -> None:
    for doc, text in (
        ("one", "Khalid Mansoor, commander of the River Brigade, was killed in May 2014."),
        ("two", "Khaled Mansour, a trader, was arrested in Galo in March 2012."),
    ):
        write(tmp_path / "reports", doc, text, published="2014-06-01")
    ledger = tmp_path / "l.db"
    assert run("read", tmp_path / "reports", "--ledger", ledger).code == 0
    answer = json.loads(run("suggestions", "--json", "--ledger", ledger).out)
    [row] = answer["rows"]
    assert row["status"] == "names agree" and float(row["score"]) > 0.85
    told = {line["claim"]: line["sentence"] for line in answer["evidence"]}
    assert {told[claim].split(",")[0] for claim in row["claims"]} >= {"Khalid Mansoor", "Khaled Mansour"}
    table = run("suggestions", "Khalid Mansoor", "--ledger", ledger).out
    assert "Khalid Mansoor, commander" in table and "Khaled Mansour, a trader" in table
    ids = (row["one_id"], row["other_id"])
    decision = run("judge", "different", *ids, "--why", "two fronts", "--ledger", ledger).out.strip()
    assert "nothing found" in run("suggestions", "--ledger", ledger).out
    assert run("judge", "undo", decision, "--why", "too early", "--ledger", ledger).code == 0
    assert json.loads(run("suggestions", "--json", "--ledger", ledger).out)["rows"] == [row]


def test_a_child_is_in_no_suggestion(tmp_path: Path) -> None:
    for doc, text in (
        ("one", "Khalid Mansoor, commander of the River Brigade, was killed in May 2014."),
        ("two", "Khaled Mansour, a 14-year-old boy, was arrested in Galo in March 2012."),
    ):
        write(tmp_path / "reports", doc, text, published="2014-06-01")
    assert run("read", tmp_path / "reports", "--ledger", tmp_path / "l.db").code == 0
    assert json.loads(run("suggestions", "--json", "--ledger", tmp_path / "l.db").out)["rows"] == []
