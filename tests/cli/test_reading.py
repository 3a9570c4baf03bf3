from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.ledger import open_ledger
from cli.running import FRENCH, JOINED, KILLED, run, run_apart, write


def test_extract_prints_a_line_of_the_exchange_format_for_each_claim_and_records_nothing(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("extract", reports / "wire.txt")
    assert ran.code == 0
    assert ran.lines
    for line in ran.lines:
        assert line["doc"] == "wire"
        evidence = line["evidence"]
        assert isinstance(evidence, list)
        assert KILLED[slice(*evidence)].strip()
    assert list(tmp_path.iterdir()) == []


def test_extract_reads_standard_input_and_the_same_text_gives_the_same_lines(reports: Path) -> None:
    ran = run_apart("extract", "-", "--published", "2014-06-01", given=KILLED.encode())
    assert ran.code == 0
    from_file = run("extract", reports / "wire.txt")
    assert [line["id"] for line in ran.lines] == [line["id"] for line in from_file.lines]
    assert ran.err == ""


def test_the_network_finds_what_no_frame_catches_and_can_be_left_out(tmp_path: Path) -> None:
    text = "Hagop Hagopov was shotgunned on a pavement in Paleo Faliro on Thursday."
    path = write(tmp_path / "reports", "wire", text, published="2014-06-01")
    alone, taught = run("extract", path, "--frames-only"), run("extract", path)
    assert alone.lines == []
    assert [(line["type"], line["certainty"]) for line in taught.lines] == [("killing", "stated")]
    ledger = tmp_path / "taught.db"
    assert run("read", path, "--ledger", ledger).code == 0
    (line,) = run("claims", "--json", "--ledger", ledger).lines
    why = run("doctor", "why", str(line["id"]), "--ledger", ledger)
    assert "learned.killing" in why.out
    assert "probable" in why.out


def test_several_processes_extract_what_one_does(reports: Path) -> None:
    one, two = (run_apart("extract", reports, "--jobs", jobs) for jobs in ("1", "2"))
    assert one.code == two.code == 0
    assert sorted(one.out.splitlines()) == sorted(two.out.splitlines()) != []


def test_reading_again_in_another_process_changes_nothing(reports: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.db"
    first = run_apart("read", reports, "--ledger", path)
    assert first.code == 0
    assert all(" documents" in line for line in first.err.splitlines())  # A slow machine is told how far it has come.
    with open_ledger(str(path)) as opened:
        before = [(entry.id, entry.recorded) for entry in opened.entries()]
    again = run_apart("read", reports, "--ledger", path, "--jobs", "2")
    assert again.code == 0
    assert again.out.startswith("2 documents: 2 known; recorded: nothing new")
    with open_ledger(str(path)) as opened:
        assert [(entry.id, entry.recorded) for entry in opened.entries()] == before


def test_a_document_that_turns_out_to_be_older_is_read_anew_and_one_that_is_younger_is_not(tmp_path: Path) -> None:
    path = tmp_path / "dates.db"
    text = "Idris Baro joined the Northern Front on Tuesday."
    one = write(tmp_path / "one", "paper", text, published="2014-06-20", publisher="Paper")
    older = write(tmp_path / "two", "wire", text, published="2014-06-06", publisher="Wire")
    younger = write(tmp_path / "three", "blog", text, published="2014-06-27", publisher="Blog")
    assert "1 read" in run("read", one, "--ledger", path).out
    assert "1 read" in run("read", older, "--ledger", path).out
    assert "1 known" in run("read", younger, "--ledger", path).out
    dates = {line["when"] for line in run("claims", "--ledger", path, "--json").lines}
    assert dates == {"2014-06-03"}
    with open_ledger(str(path)) as opened:
        (document,) = {line["document"] for line in run("claims", "--ledger", path, "--json").lines}
        assert len(opened.appearances(str(document))) == 3


def test_a_bad_file_is_said_with_its_address_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    write(folder, "good", KILLED)
    write(folder, "other good", JOINED)
    write(folder, "empty", "")
    (folder / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n not a pdf")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 10)
    ran = run("read", folder, tmp_path / "absent.txt", "--ledger", tmp_path / "mixed.db")
    assert ran.code == 1
    for name in ("empty.txt", "picture.pdf", "binary.txt", "absent.txt"):
        assert any(name in line for line in ran.err.splitlines()), name
    assert ran.out.startswith("2 documents: 2 read")
    assert run("doctor", "check", "--ledger", tmp_path / "mixed.db").code == 0


def test_a_text_in_a_language_without_a_reader_is_recorded_and_said(french: Path, tmp_path: Path) -> None:
    path = tmp_path / "languages.db"
    ran = run("read", french, "--ledger", path)
    assert ran.code == 1
    assert "radio.txt" in ran.err
    assert "no reader for its language, fr" in ran.err
    assert "1 document: 1 unread" in ran.out
    with open_ledger(str(path)) as opened:
        coverage = opened.view().coverage()
        assert coverage.unread_languages == (("fr", 1),)
        (document,) = [entry.id for entry in opened.entries() if entry.kind == "document"]
        assert opened.document(document).text == FRENCH


def test_a_name_that_is_new_is_joined_with_those_that_are_recorded(tmp_path: Path) -> None:
    path = tmp_path / "joined.db"
    run("read", write(tmp_path / "a", "one", KILLED), "--ledger", path)
    run("read", write(tmp_path / "b", "two", JOINED), "--ledger", path)
    lines = run("claims", "--actor", "River Brigade", "--ledger", path, "--json").lines
    assert {line["doc"] for line in lines} == {"one", "two"}


def test_a_date_that_is_none_is_a_wrong_call(reports: Path, tmp_path: Path) -> None:
    ran = run("read", reports, "--published", "last week", "--ledger", tmp_path / "never.db")
    assert ran.code == 2
    assert "last week" in ran.err
    assert not (tmp_path / "never.db").exists()


def test_a_folder_whose_names_hold_blanks_and_other_scripts_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "les reportages – été"
    write(folder, "تقرير 1", KILLED)
    ran = run("read", folder, "--ledger", tmp_path / "a ledger é.db")
    assert (ran.code, ran.err) == (0, "")
    docs = {line["doc"] for line in run("claims", "--json", "--ledger", tmp_path / "a ledger é.db").lines}
    assert docs == {"تقرير 1"}
