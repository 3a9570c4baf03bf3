"""Answers are written as reports to hand on, and a call that contradicts itself says what to try."""

from __future__ import annotations

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from cli.running import run, run_apart

ASKED = (
    ("who", "Idris Baro"),
    ("timeline", "River Brigade"),
    ("roster", "River Brigade", "--on", "2014-01-01"),
    ("network", "--around", "River Brigade"),
    ("lineage", "River Brigade"),
)


@pytest.mark.parametrize("question", ASKED[:4], ids=lambda question: str(question[0]))
def test_an_answer_is_written_as_a_webpage_and_as_a_pdf(
    ledger: Path, tmp_path: Path, question: tuple[str, ...]
) -> None:
    page, printed = tmp_path / "report.html", tmp_path / "report.PDF"
    for file in (page, printed):
        ran = run(*question, "--ledger", ledger, "-o", file)
        assert (ran.code, ran.out) == (0, "")
        assert "footnote" in ran.err
    assert "the River Brigade" in page.read_text(encoding="utf-8")
    with pypdfium2.PdfDocument(printed) as opened:
        text = " ".join(" ".join(sheet.get_textpage().get_text_bounded() for sheet in opened).split())
    assert "the River Brigade" in text


def test_a_report_goes_to_standard_output_where_no_file_is_named(ledger: Path) -> None:
    ran = run_apart(*ASKED[4], "--ledger", ledger, "--format", "html")
    assert ran.code == 0
    assert ran.out.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("-o", "report.docx"), ".html or .pdf"),
        (("-o", "report"), ".html or .pdf"),
        (("-o", "report.pdf", "--json"), "one or the other"),
        (("--format", "docx"), "docx"),
    ],
)
def test_a_wrong_call_says_what_to_try(ledger: Path, options: tuple[str, ...], told: str) -> None:
    ran = run(*ASKED[0], "--ledger", ledger, *options)
    assert ran.code == 2
    assert told in " ".join(ran.err.split())


def test_a_file_that_cannot_be_written_is_told(ledger: Path, tmp_path: Path) -> None:
    ran = run(*ASKED[0], "--ledger", ledger, "-o", tmp_path / "nowhere" / "report.html")
    assert ran.code == 1
    assert "cannot be written" in ran.err
