from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.errors import Problem
from allegiance.intake import IntakeSettings
from allegiance.intake.extract import Extract
from allegiance.intake.pdf import read_pdf, whole_paragraphs
from allegiance.model import Mark, Span
from intake import made

MOST = 100_000


def read(data: bytes, most: int = MOST, pages: int = 100) -> Extract | Problem:
    return read_pdf(data, "a.pdf", most, pages)


def code(data: bytes, most: int = MOST, pages: int = 100) -> str:
    found = read(data, most, pages)
    assert isinstance(found, Problem)
    assert found.address == "a.pdf"
    return found.code


def test_the_pages_of_a_pdf_are_taken_with_a_mark_at_each(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(made.pdf([["The first page."], ["The second page."]]))
    document = made.only(path).document
    assert document.text == "The first page.\n\nThe second page."
    assert document.marks == (Mark("page", "1", 0), Mark("page", "2", 17))
    second = document.text.index("second")
    assert document.place(Span(second, second + 6)) == "p. 2"


def test_numbered_paragraphs_of_a_pdf_are_found_inside_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "panel.pdf"
    path.write_bytes(
        made.pdf([["11. Baro left.", "12. Sallah stayed."], ["13. The Panel notes that Omer was killed."]])
    )
    document = made.only(path).document
    at = document.text.index("Omer")
    assert document.place(Span(at, at + 4)) == "p. 2, para. 13"


def test_a_sentence_does_not_end_where_its_line_does() -> None:
    lines = ["Colonel Idris Baro has left the Northern Front for its", "rival, the army said.", "He denied it."]
    found = read(made.pdf([lines]))
    assert isinstance(found, Extract)
    assert found.text == "Colonel Idris Baro has left the Northern Front for its rival, the army said.\nHe denied it."


def test_a_sentence_that_runs_over_a_page_stays_one() -> None:
    found = read(made.pdf([["The army said that he had left for"], ["its rival."]]))
    assert isinstance(found, Extract)
    assert found.text == "The army said that he had left for its rival."
    assert found.marks[1] == Mark("page", "2", found.text.index("its rival"))


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("the spokes\x02man denied it", "the spokesman denied it"),
        ("the spokes\ufffe\r\nman denied it", "the spokesman denied it"),
        ("Tehreek-e\x02Taliban said", "Tehreek-e-Taliban said"),
        ("al\x02Shabaab said", "al-Shabaab said"),
    ],
)
def test_a_word_divided_at_a_line_end_is_made_whole_and_a_name_keeps_its_hyphen(page: str, text: str) -> None:
    assert whole_paragraphs(page) == text


def test_a_numbered_paragraph_begins_a_line_even_after_a_full_one() -> None:
    page = "The Panel has no view on the matter of the camps\r\n12. The Panel notes that Baro left the Front then."
    assert whole_paragraphs(page).splitlines()[1].startswith("12.")


@given(st.text())
def test_joining_lines_loses_and_adds_no_word(page: str) -> None:
    plain = page.replace("\x02", "").replace("\ufffe", "")
    assert whole_paragraphs(plain).split() == plain.split()


def test_a_pdf_locked_with_a_password_is_encrypted() -> None:
    keys = "/Encrypt 6 0 R /ID [<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]"
    lock = f"<< /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >>"
    assert code(made.pdf([["Secret."]], trailer=keys, extra=[lock])) == "encrypted"


def test_a_pdf_with_an_unknown_lock_is_encrypted() -> None:
    locked = made.pdf([["Secret."]], trailer="/Encrypt 6 0 R", extra=["<< /Filter /Unknown /V 9 >>"])
    assert code(locked) == "encrypted"


def test_a_pdf_cut_short_is_truncated_even_after_an_encrypted_one() -> None:
    whole = made.pdf([["A page."]])
    code(made.pdf([["Secret."]], trailer="/Encrypt 6 0 R", extra=["<< /Filter /Unknown /V 9 >>"]))
    assert code(whole[: len(whole) // 2]) == "truncated"
    assert code(b"%PDF-1.4\n" + b"x" * 500) == "truncated"


def test_a_pdf_of_pictures_is_scanned_and_says_what_to_do() -> None:
    found = read(made.pdf_of([made.picture_stream()]))
    assert isinstance(found, Problem)
    assert found.code == "scanned"
    assert "OCR" in found.hint


def test_a_picture_page_among_text_is_told_of_and_the_rest_is_taken() -> None:
    found = read(made.pdf_of([made.text_stream(["A page."]), made.picture_stream(), made.text_stream([])]))
    assert isinstance(found, Extract)
    assert found.text == "A page."
    assert [(odd.address, odd.code) for odd in found.odd] == [("a.pdf:page 2", "scanned")]


def test_a_pdf_without_words_is_empty() -> None:
    assert code(made.pdf([[]])) == "empty"


def test_what_is_no_pdf_is_not_called_a_broken_one() -> None:
    assert code(b"<html><body>Not found</body></html>") == "unknown-format"


def test_a_pdf_beyond_the_bounds_is_refused_whole() -> None:
    assert code(made.pdf([["One."], ["Two."], ["Three."]]), pages=2) == "too-large"
    assert code(made.pdf([["A page with words."]]), most=10) == "too-large"
    assert code(made.pdf([["Ten chars."], ["Ten chars."]]), most=15) == "too-large"


def test_a_pdf_that_unfolds_without_end_costs_its_own_reading_only(tmp_path: Path) -> None:
    bomb = made.pdf_of([made.unfolding_stream(200_000_000)])
    assert len(bomb) < 1_000_000
    made.folder(tmp_path, {"a.pdf": bomb, "b.pdf": made.pdf([["A page."]])})
    settings = IntakeSettings(max_memory=300 * 1024 * 1024, max_seconds=60)
    documents, problems = made.taken(tmp_path, settings=settings)
    assert [one.appearance.name for one in documents] == ["b"]
    assert [(one.address, one.code) for one in problems] == [(str(tmp_path / "a.pdf"), "too-costly")]
