import random
import tempfile
from pathlib import Path

import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.errors import Problem
from allegiance.intake import IntakeSettings, take
from allegiance.intake.apart import Apart
from allegiance.intake.extract import Extract
from allegiance.intake.formats import Format
from allegiance.model import Intake
from intake import made

SHARED = Path(__file__).parents[2] / "../shared/samples"
PIECES = [
    b"Baro left.",
    b'{"text": "',
    b'"}',
    b"\n",
    b"\0",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"1. ",
    b"\xef\xbb\xbf",
    b"{}",
]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=20))).map(b"".join),
    st.binary(max_size=40),
    st.sampled_from(["a.txt", "a.md", "a.jsonl"]),
)
def test_any_bytes_give_documents_that_can_be_stored_or_problems_with_an_address(
    data: bytes, sidecar: bytes, name: str
) -> None:
    with tempfile.TemporaryDirectory() as root:
        path = made.folder(Path(root), {name: data, "a.meta.json": sidecar}) / name
        items = list(take([str(path)]))
        assert items
        for item in items:
            if isinstance(item, Problem):
                assert item.address.startswith((str(path), f"{root}/a.meta.json"))
                continue
            assert item.document.text.encode("utf-8")
            assert "\0" not in item.document.text
            assert item.document.text.strip()
            assert item.appearance.document == item.document.id
            for mark in item.document.marks:
                assert 0 <= mark.start < len(item.document.text)


def test_pages_and_pdfs_with_faults_give_an_extract_or_a_problem() -> None:
    page = b"<html><head><title>T</title></head><body><p>words<table><tr><td>a</table><ul><li>x</ul></body></html>"
    chance = random.Random(7)
    with Apart(IntakeSettings()) as apart:
        for form, whole in ((Format.PDF, made.pdf([["A page."], ["Another (page)."]])), (Format.HTML, page)):
            for _ in range(60):
                data = bytearray(whole)
                for _ in range(chance.randint(1, 8)):
                    at = chance.randrange(len(data))
                    data[at : at + chance.randint(0, 9)] = chance.randbytes(chance.randint(0, 3))
                answer = apart.read(form, bytes(data), "a")
                assert isinstance(answer, Extract) or answer.address.startswith("a")


def test_what_is_odd_about_a_document_stands_before_it(tmp_path: Path) -> None:
    pages = made.pdf_of([made.text_stream(["A page."]), made.picture_stream()])
    made.folder(tmp_path, {"a.pdf": pages, "a.meta.json": "{", "b.txt": made.REPORT})
    items = list(take([str(tmp_path)]))
    assert [item.code if isinstance(item, Problem) else item.appearance.name for item in items] == [
        "bad-metadata", "scanned", "a", "b",
    ]  # fmt: skip


def test_a_reading_that_is_left_half_way_leaves_no_process(tmp_path: Path) -> None:
    made.folder(tmp_path, {"a.html": f"<p>{made.REPORT}</p>", "b.txt": made.REPORT})
    before = {child.pid for child in psutil.Process().children()}
    items = take([str(tmp_path)])
    assert isinstance(next(items), Intake)
    made_now = {child.pid for child in psutil.Process().children()} - before
    assert len(made_now) == 1
    items.close()  # type: ignore[attr-defined]
    assert not made_now & {child.pid for child in psutil.Process().children()}


def test_numbered_paragraphs_of_a_text_are_marked(tmp_path: Path) -> None:
    text = "12. The Panel notes.\n13. Baro left.\n14. Omer stayed.\n"
    document = made.only(made.folder(tmp_path, {"a.txt": text}) / "a.txt").document
    assert [(mark.kind, mark.label) for mark in document.marks] == [("paragraph", n) for n in ("12", "13", "14")]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared samples are not beside the project")
def test_every_sample_is_taken_as_it_stands_and_in_english() -> None:
    documents, problems = made.taken(SHARED)
    assert not problems
    assert len(documents) > 10
    for one in documents:
        path = Path(one.appearance.address)
        assert one.document.text == path.read_bytes().decode("utf-8").removeprefix("\ufeff")
        assert one.appearance.name == path.stem
        assert one.document.language == "en"
