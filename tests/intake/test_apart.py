import os
import shutil
import sys
from pathlib import Path

import pytest

from allegiance.errors import AllegianceError, Problem
from allegiance.intake import IntakeSettings
from allegiance.intake.apart import Apart
from allegiance.intake.extract import Extract
from allegiance.intake.formats import Format
from intake import made

PAGE = f"<html><body><p>{made.REPORT}</p></body></html>".encode()


def test_one_process_serves_page_after_page_and_pdf_after_pdf() -> None:
    with Apart(IntakeSettings()) as apart:
        answers = [apart.read(Format.HTML, PAGE, "é\n.html"), apart.read(Format.PDF, made.pdf([["A page."]]), "b.pdf")]
        first = apart.process_id
        answers.append(apart.read(Format.HTML, PAGE, "c.html"))
        assert apart.process_id == first
    assert [answer.text for answer in answers if isinstance(answer, Extract)] == [made.REPORT, "A page.", made.REPORT]
    assert apart.process_id is None


def test_a_problem_comes_back_with_its_address() -> None:
    with Apart(IntakeSettings()) as apart:
        answer = apart.read(Format.PDF, b"%PDF-1.4 cut", "é\n.pdf")
    assert isinstance(answer, Problem)
    assert (answer.address, answer.code) == ("é\n.pdf", "truncated")


def test_a_process_that_was_ended_is_replaced() -> None:
    with Apart(IntakeSettings()) as apart:
        apart.read(Format.HTML, PAGE, "a.html")
        first = apart.process_id
        assert first is not None
        os.kill(first, 9)
        answer = apart.read(Format.HTML, PAGE, "b.html")
        assert apart.process_id not in (None, first)
    assert isinstance(answer, Extract)
    assert answer.text == made.REPORT


def test_a_process_that_cannot_start_is_a_broken_program_and_no_bad_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for executable in (shutil.which("true"), "/nowhere/python"):
        monkeypatch.setattr(sys, "executable", executable)
        with Apart(IntakeSettings()) as apart, pytest.raises(AllegianceError) as caught:
            apart.read(Format.HTML, PAGE, "a.html")
        assert caught.value.hint


def test_a_process_with_too_little_memory_gives_a_problem() -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux keeps a process to its address space")
    with Apart(IntakeSettings(max_memory=2**20)) as apart:
        answer = apart.read(Format.HTML, PAGE, "a.html")
    assert isinstance(answer, Problem)
    assert answer.code == "too-costly"


def test_files_in_the_folder_one_stands_in_are_not_taken_for_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.folder(tmp_path, {"trafilatura.py": "open('ran', 'w')", "pydantic.py": "open('ran', 'w')", "a.html": PAGE})
    monkeypatch.chdir(tmp_path)
    assert made.only("a.html").document.text == made.REPORT
    assert not (tmp_path / "ran").exists()


def test_a_long_text_comes_back_whole() -> None:
    text = "أبو بكر البغدادي " * 50_000
    with Apart(IntakeSettings()) as apart:
        answer = apart.read(Format.HTML, f"<p>{text}</p>".encode(), "a.html")
    assert isinstance(answer, Extract)
    assert answer.text == text.strip()
