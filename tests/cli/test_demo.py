from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.ledger import open_ledger
from cli.running import run, run_apart

QUESTIONS = (
    'allegiance roster "Ansar al-Wadi" --on 2016-04-01',
    'allegiance who "Abdelkader Ould Hamidoun"',
    'allegiance moves --from "Adrak Liberation Front" --to "Ansar al-Wadi" --since 2014-09-01 --until 2015-12-31',
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "demo.db"


def test_the_demo_reads_the_example_and_answers_three_questions(kept: Path) -> None:
    ran = run("demo", "--ledger", kept)
    assert ran.code == 0
    parts = [ran.out.index(question) for question in QUESTIONS]
    assert parts == sorted(parts)
    answers = [ran.out[a:b] for a, b in zip(parts, [*parts[1:], ran.out.index("What to try next")], strict=True)]
    assert all("silence is not absence" in answer and "nothing found" not in answer for answer in answers)
    with open_ledger(str(kept)) as ledger:
        assert sum(entry.kind == "document" for entry in ledger.entries()) == 31
    assert run("doctor", "check", "--ledger", kept).code == 0


def test_the_demo_never_mixes_its_invented_reports_with_others(kept: Path) -> None:
    if not kept.exists():
        run("demo", "--ledger", kept)
    ran = run("demo", "--ledger", kept)
    assert ran.code == 1
    assert "invented" in ran.err


def test_the_demo_leaves_nothing_behind_where_it_is_run(tmp_path: Path) -> None:
    ran = run_apart("demo", cwd=tmp_path)
    assert ran.code == 0
    assert list(tmp_path.iterdir()) == []
