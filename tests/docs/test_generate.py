"""The script that fills the pages: what it leaves alone, what it refuses."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

KILLED = "Idris Baro, leader of the River Brigade, was killed in an airstrike in May 2014."
GIVEN = f"<!-- file: reports/wire.txt -->\n```text\n{KILLED}\n```\n"


@pytest.fixture
def page(tmp_path: Path, generate: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    return tmp_path / "page.md"


def _renewed(generate: ModuleType, page: Path, text: str) -> str:
    page.write_text(text, encoding="utf-8")
    return str(generate.renewed(page))


def test_a_command_is_run_and_what_it_prints_replaces_what_stood_there(generate: ModuleType, page: Path) -> None:
    text = _renewed(generate, page, "```console\n$ allegiance --version\nsomething else\n```\n")
    assert text.startswith("```console\n$ allegiance --version\nallegiance ")
    assert "something else" not in text


def test_running_again_changes_nothing(generate: ModuleType, page: Path) -> None:
    once = _renewed(generate, page, f"{GIVEN}\n```console\n$ allegiance read reports/\n```\n\nText stays.\n")
    assert "1 document" in once
    assert once.endswith("Text stays.\n")
    assert _renewed(generate, page, once) == once


def test_an_id_is_that_of_the_claim_asked_for(generate: ModuleType, page: Path) -> None:
    read = "```console\n$ allegiance read reports/ --publisher Wire\n```\n"
    asked = "<!-- claim: --type killing | Idris -->\n```console\n$ allegiance cite clm-0\n```\n"
    text = _renewed(generate, page, f"{GIVEN}{read}{asked}")
    assert "clm-0\n" not in text
    assert KILLED in text.split("allegiance cite")[1]


def test_a_page_that_relies_on_what_is_no_longer_said_is_refused(generate: ModuleType, page: Path) -> None:
    with pytest.raises(generate.Stale, match="no longer says 'peace'"):
        _renewed(generate, page, "<!-- expect: peace -->\n```console\n$ allegiance --version\n```\n")


def test_a_command_that_fails_is_refused_unless_the_page_says_so(generate: ModuleType, page: Path) -> None:
    failing = "```console\n$ allegiance rooster\n```\n"
    with pytest.raises(generate.Stale, match="ends with 2, not 0"):
        _renewed(generate, page, failing)
    assert "No such command" in _renewed(generate, page, f"<!-- exit: 2 -->\n{failing}")


def test_nothing_but_the_program_is_run(generate: ModuleType, page: Path) -> None:
    with pytest.raises(generate.Stale, match="is not run"):
        _renewed(generate, page, "```console\n$ rm reports\n```\n")


def test_what_differs_from_run_to_run_is_not_shown(generate: ModuleType, page: Path) -> None:
    read = "```console\n$ allegiance read reports/\n```\n"
    why = "<!-- claim: --type killing -->\n```console\n$ allegiance doctor why clm-0\n```\n"
    text = _renewed(generate, page, f"{GIVEN}{read}{why}")
    assert "reading    rdg-…, recorded …" in text


def test_a_long_output_is_cut_where_the_page_says_so(generate: ModuleType, page: Path) -> None:
    text = _renewed(generate, page, "<!-- shown: first 2, last 1 -->\n```console\n$ allegiance --help\n```\n")
    lines = text.splitlines()
    assert lines[2].startswith("$ allegiance --help")
    assert lines[5] == "…"
    assert len(lines) == 8
