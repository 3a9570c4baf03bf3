"""The command `import`: what it takes, where it goes, and that every other command goes by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import run, write


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_names_of_an_imported_table_join_reports(tmp_path: Path) -> None:
    table = tmp_path / "actors.csv"
    table.write_text("name,aliases\nZarun Front,Banu Zarun\n")
    ran = run("import", table)
    assert ran.code == 0
    assert ran.out == f"{table}: table of names; 1 actor; 1 new in allegiance.register/actors.jsonl\n"
    write(tmp_path / "reports", "one", "Idris Baro joined the Zarun Front in May 2014.")
    write(tmp_path / "reports", "two", "Kamal Dost joined Banu Zarun in June 2014.")
    assert run("read", "reports").code == 0
    who = run("who", "Zarun Front")
    assert "Idris Baro" in who.out
    assert "Kamal Dost" in who.out


def test_what_cannot_be_taken_is_told_and_the_rest_is_taken(tmp_path: Path) -> None:
    (tmp_path / "actors.csv").write_text("name\nZarun Front\n")
    (tmp_path / "note.txt").write_text("A note.")
    ran = run("import", "note.txt", "absent.xml", "actors.csv")
    assert ran.code == 1
    assert "note.txt: is of no kind that is known (what can be taken: " in ran.err
    assert "absent.xml: cannot be read" in ran.err
    assert "actors.csv: table of names; 1 actor; 1 new" in ran.out


def test_imports_go_to_the_folder_that_the_variable_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "actors.csv").write_text("name\nZarun Front\n")
    monkeypatch.setenv("ALLEGIANCE_REGISTER", "mine")
    assert run("import", "actors.csv").code == 0
    assert (tmp_path / "mine" / "actors.jsonl").exists()
    monkeypatch.setenv("ALLEGIANCE_REGISTER", "actors.csv")
    ran = run("import", "actors.csv")
    assert (ran.code, ran.out) == (1, "")
    assert "imports go to a folder" in ran.err


def test_a_cycle_of_parents_is_told(tmp_path: Path) -> None:
    (tmp_path / "actors.csv").write_text("id,name,parent\none,Zarun Front,two\ntwo,Harrat Front,one\n")
    ran = run("import", "actors.csv")
    assert ran.code == 1
    assert "stands above itself, through" in ran.err


def test_what_is_wrong_with_a_register_is_told_when_reports_are_read(tmp_path: Path) -> None:
    (tmp_path / "allegiance.register").mkdir()
    (tmp_path / "allegiance.register" / "mine.yaml").write_text("- {id: one, kind: group, name: Zarun Front}\n")
    write(tmp_path / "reports", "one", "Idris Baro joined the Zarun Front in May 2014.")
    ran = run("read", "reports")
    assert ran.code == 0
    assert "mine.yaml:1: sources: Field required (say where the fact stands)" in ran.err
