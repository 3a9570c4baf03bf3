from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.errors import Problem
from allegiance.intake import IntakeSettings
from allegiance.intake.extract import Extract
from allegiance.intake.textfiles import read_text
from intake import made

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"))


def read(data: bytes) -> Extract:
    found = read_text(data, "a.txt")
    assert isinstance(found, Extract)
    return found


def code(data: bytes) -> str:
    found = read_text(data, "a.txt")
    assert isinstance(found, Problem)
    return found.code


@given(
    TEXTS.filter(lambda text: not any(ord(c) < 32 or ord(c) == 127 for c in text)),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_text_is_kept_to_the_character(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)).text == text


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x0c"])
def test_line_ends_are_left_as_they_are(tmp_path: Path, ends: str) -> None:
    text = f"{made.REPORT}{ends}{ends} He denied it.{ends}"
    path = made.folder(tmp_path, {"a.txt": text}) / "a.txt"
    assert made.only(path).document.text == text


def test_spans_hold_in_right_to_left_combining_and_astral_text(tmp_path: Path) -> None:
    names = ["أبو بكر البغدادي", "حافظ سعید خان", "e\u0301tienne", "আবু বকর", "\U0001f1f8\U0001f1e9", "\u202eabc\u202c"]
    text = "؛ ".join(names)
    document = made.only(made.folder(tmp_path, {"a.md": text}) / "a.md").document
    for name in names:
        start = document.text.index(name)
        assert document.text[start : start + len(name)] == name
    assert document.text.encode() == text.encode()


def test_only_the_first_byte_order_mark_is_dropped() -> None:
    assert read(b"\xef\xbb\xbf\xef\xbb\xbfBaro").text == "\ufeffBaro"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("He said “no” – the café was hit, and Señor Muñoz left.", "cp1252"),
        ("Les rebelles ont attaqué la ville; le porte-parole de l'armée a été tué près de Gao.", "latin-1"),
        ("Жители деревни сообщили о нападении боевиков на базу. Командир был убит в среду.", "cp1251"),
        ("قتل زعيم الجماعة في غارة جوية على بلدة، وقال المتحدث باسم الجيش إن القائد أصيب بجروح.", "cp1256"),
    ],
)
def test_older_encodings_are_recognised(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)).text == text


def test_an_encoding_guessed_from_few_characters_is_said_to_be_a_guess() -> None:
    assert [odd.code for odd in read("Баро убит в среду.".encode("cp1251")).odd] == ["guessed-encoding"]
    assert read("Señor Muñoz left the Front.".encode("cp1252")).odd == ()


def test_a_few_broken_bytes_in_utf_8_are_shown_and_told_of() -> None:
    found = read("الجيش قال إن القائد".encode() + b"\xff" + "قُتل".encode())
    assert found.text == "الجيش قال إن القائد\ufffdقُتل"
    assert [odd.code for odd in found.odd] == ["undecoded"]


@pytest.mark.parametrize("stray", [b"\x81", b"\xff", b"\xc3", b"\xf8\x88"])
def test_one_stray_byte_costs_its_own_character_only(stray: bytes) -> None:
    found = read(made.REPORT.encode() * 20 + stray + made.REPORT.encode())
    assert found.text.startswith(made.REPORT * 20)
    assert found.text.endswith(made.REPORT)
    assert len(found.text) - len(made.REPORT) * 21 <= len(stray)


def test_a_stray_byte_of_no_usual_encoding_is_told_of() -> None:
    assert len(read(made.REPORT.encode() * 20 + b"\x81").odd) == 1


def test_surrogates_written_as_bytes_leave_text_that_can_be_stored() -> None:
    found = read("القائد إيدريس بارو".encode() + b"\xed\xa0\x80" + "ترك الجبهة".encode())
    assert found.text.encode("utf-8")
    assert found.odd
    broken = read(b"\xff\xfe" + "Baro".encode("utf-16-le") + b"\x00\xd8")
    assert broken.text == "Baro\ufffd"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"PK\x03\x04" + bytes(range(32)), b"Baro\0left"])
def test_bytes_that_no_text_holds_are_binary(data: bytes) -> None:
    assert code(data) == "binary"


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", "\u200b\u200f\u00a0".encode(), b"* * *"])
def test_a_file_without_words_is_empty(tmp_path: Path, data: bytes) -> None:
    path = made.folder(tmp_path, {"a.txt": data}) / "a.txt"
    assert made.refusal(path).code == "empty"


def test_a_text_beyond_the_bounds_is_refused_whole(tmp_path: Path) -> None:
    path = made.folder(tmp_path, {"a.txt": "x" * 100}) / "a.txt"
    assert made.refusal(path, settings=IntakeSettings(max_text=99)).code == "too-large"
    assert made.refusal(path, settings=IntakeSettings(max_bytes=99)).code == "too-large"
    assert made.only(path, settings=IntakeSettings(max_text=100, max_bytes=100)).document.text == "x" * 100
