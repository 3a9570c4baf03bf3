"""Files that are handed over are read like others, bounded, and never a path; hostile archives are refused whole."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.errors import Problem
from allegiance.intake import Given, IntakeSettings, pile, take_pile
from allegiance.intake.given import MOST_FILES, MOST_UNPACKED
from allegiance.model import Intake
from intake.made import packed

TEXT = b"Idris Baro, leader of the River Brigade, was killed in May 2014."


def taken(*files: tuple[str, bytes], settings: IntakeSettings | None = None) -> tuple[list[Intake], list[Problem]]:
    """What becomes of files that are handed over."""
    found = list(take_pile(pile([Given(*file) for file in files]), settings or IntakeSettings()))
    return [f for f in found if isinstance(f, Intake)], [f for f in found if isinstance(f, Problem)]


def test_files_are_read_with_their_sidecars_in_the_order_of_their_names() -> None:
    told = b'{"published": "2014-06-01", "publisher": "Wire", "name": "first"}'
    read, wrong = taken(("b/two.txt", TEXT + b" Again."), ("a/one.txt", TEXT), ("a/one.meta.json", told))
    assert wrong == []
    assert [(r.appearance.name, r.appearance.published, r.appearance.publisher) for r in read] == [
        ("first", "2014-06-01", "Wire"),
        ("two", "", ""),
    ]
    assert [r.appearance.address for r in read] == ["a/one.txt", "b/two.txt"]


def test_what_is_not_said_is_taken_from_the_form() -> None:
    (read,), _ = taken(("one.txt", TEXT), settings=IntakeSettings(published="2014", publisher="Daily"))
    assert (read.appearance.published, read.appearance.publisher) == ("2014", "Daily")


def test_an_archive_is_read_like_its_files_and_what_systems_add_is_passed_over() -> None:
    data = packed({"r/one.txt": TEXT, "r/one.meta.json": b'{"publisher": "Wire"}', "__MACOSX/r/._one.txt": b"x"})
    (read,), wrong = taken(("all.ZIP", data))
    assert wrong == []
    assert (read.document.text, read.appearance.publisher) == (TEXT.decode(), "Wire")
    assert read.appearance.address == "all.ZIP/r/one.txt"


def test_other_kinds_and_archives_in_archives_are_told_and_the_rest_is_read() -> None:
    inner = packed({"deep.txt": TEXT})
    read, wrong = taken(("all.zip", packed({"inner.zip": inner, "a.exe": b"MZ", "one.txt": TEXT})), ("x.docx", b"PK"))
    assert [r.appearance.name for r in read] == ["one"]
    assert {(p.address, p.code) for p in wrong} == {
        ("all.zip/inner.zip", "unknown-format"),
        ("all.zip/a.exe", "unknown-format"),
        ("x.docx", "unknown-format"),
    }


@pytest.mark.parametrize(
    "name", ["../one.txt", "a/../../one.txt", "/etc/passwd.txt", "C:/one.txt", "..\\one.txt", "\\\\host\\one.txt"]
)
def test_an_archive_that_names_places_outside_itself_is_refused(name: str) -> None:
    read, (wrong,) = taken(("all.zip", packed({"good.txt": TEXT, name: TEXT})))
    assert read == []
    assert wrong.code == "refused"


def _linked() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("one.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


def _encrypted() -> bytes:
    data = bytearray(packed({"one.txt": TEXT}, zipfile.ZIP_STORED))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _lying() -> bytes:
    """An archive whose list says that its part is small."""
    data = bytearray(packed({"one.txt": b" " * 5_000_000}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 1000)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (packed({"one.txt": b" " * 60_000_000}), "unfolds into too much"),
        (
            packed({f"{n}.txt": b"x" for n in range(MOST_FILES + 1)}),
            "more than 1,000 parts",
        ),
        (packed({"one.txt": TEXT}, zipfile.ZIP_LZMA), "packed in a way that is not opened"),
        (_linked(), "no plain file"),
        (_encrypted(), "encrypted"),
        (b"PK\x03\x04 no archive at all", "no archive that can be opened"),
        (b"", "no archive that can be opened"),
    ],
    ids=["bomb", "many", "lzma", "link", "secret", "broken", "empty"],
)
def test_a_hostile_archive_is_refused_whole(data: bytes, why: str) -> None:
    read, (wrong,) = taken(("all.zip", data))
    assert read == []
    assert wrong.code == "refused"
    assert why in wrong.message


def test_an_archive_that_lies_about_its_size_is_not_unfolded_further() -> None:
    read, (wrong,) = taken(("all.zip", _lying()))
    assert read == []
    assert wrong.code == "bad-archive"


def test_all_archives_together_have_one_bound() -> None:
    piece = bytes(range(256)) * 4096  # A MiB, packed to about a fiftieth.
    archive = packed({f"{n}.txt": piece for n in range(90)})
    found = pile([Given(f"{n}.zip", archive) for n in range(3)])
    assert 3 * 90 * len(piece) > MOST_UNPACKED
    assert [problem.code for problem in found.problems] == ["refused"]
    assert len(found.reports) == 180


def test_too_many_files_are_refused_before_any_is_read() -> None:
    found = pile([Given(f"{n}.txt", b"") for n in range(MOST_FILES + 1)])
    assert (found.reports, len(found.problems)) == ((), 1)


def test_a_broken_part_is_told_and_the_others_are_read() -> None:
    data = bytearray(packed({"bad.txt": TEXT, "good.txt": TEXT}, zipfile.ZIP_STORED))
    data[data.index(TEXT) + 3] ^= 0xFF
    read, (wrong,) = taken(("all.zip", bytes(data)))
    assert [r.appearance.name for r in read] == ["good"]
    assert (wrong.address, wrong.code) == ("all.zip/bad.txt", "bad-archive")


def test_a_part_whose_own_name_is_no_text_is_told_and_the_others_are_read() -> None:
    data = bytearray(packed({"é.txt": TEXT, "good.txt": TEXT}))
    data[data.index("é".encode())] = 0xFF  # In front of the part; the list at the end has it right.
    read, (wrong,) = taken(("all.zip", bytes(data)))
    assert [r.appearance.name for r in read] == ["good"]
    assert wrong.code == "bad-archive"


@given(st.text(max_size=400))
def test_any_name_is_a_label_and_no_path(name: str) -> None:
    found = pile([Given(f"{name}.txt", TEXT)])
    (label,) = [piece.label for piece in found.reports] or [problem.address for problem in found.problems]
    assert 0 < len(label) <= 300
    assert label.isprintable() or not any(c in label for c in "\n\r\x00\x1b")
    list(take_pile(found, IntakeSettings()))


@pytest.mark.parametrize("name", ["", "..", ".", "/", "\x00", "../../etc/passwd", "\ud800", "~/.ssh/id_rsa", "CON"])
def test_a_name_without_a_kind_is_told(name: str) -> None:
    read, wrong = taken((name, TEXT))
    assert read == []
    assert [problem.code for problem in wrong] == ["unknown-format"]
