"""Pairs of names that one is tempted to take for one, each with the reason why it is two."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from allegiance.actors import Verdict, compare
from allegiance.doctor import SCHEMAS

ROWS = list(csv.DictReader((Path(__file__).parent / "traps.csv").read_text(encoding="utf-8").splitlines()))


def test_the_table_is_long_and_each_trap_has_its_reason() -> None:
    assert len(ROWS) >= 100
    assert all(row["reason"] for row in ROWS)
    assert len({(row["name1"], row["name2"]) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['name1']} / {row['name2']}")
def test_no_trap_is_called_the_same(row: dict[str, str]) -> None:
    found = compare(row["name1"], row["name2"], SCHEMAS[row["schema"].casefold()])
    assert found.verdict is not Verdict.SAME, found
