import json
import tracemalloc
from pathlib import Path

import pytest

from allegiance.intake import IntakeSettings
from intake import made


def line(**keys: object) -> str:
    return json.dumps(keys, ensure_ascii=False) + "\n"


def test_each_line_is_a_document_with_the_keys_of_a_sidecar(tmp_path: Path) -> None:
    lines = [
        line(text=made.REPORT, name="colonel", published="2024-03-00", publisher="The Wire", gold={"x": 1}),
        "\n",
        line(text="He denied it.", url="https://x.org/2024/03/14/a", language="en-GB"),
    ]
    path = made.folder(tmp_path, {"reports.jsonl": "".join(lines)}) / "reports.jsonl"
    (first, second), problems = made.taken(path)
    assert not problems
    assert first.document.text == made.REPORT
    assert first.appearance.name == "colonel"
    assert first.appearance.published == "2024-03"
    assert first.appearance.publisher == "The Wire"
    assert first.appearance.address == f"{path}:1"
    assert second.appearance.name == "reports:3"
    assert second.appearance.published == "2024-03-14"
    assert second.document.language == "en"
    assert second.appearance.address == f"{path}:3"


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        "[1]",
        "null",
        '{"title": "no text"}',
        '{"text": 5}',
        '{"text": null}',
        '{"text": "\\ud800 alone"}',
        "[" * 100_000,
        '{"a":' * 100_000,
        b'{"text": "\xff"}',
    ],
)
def test_a_bad_line_is_told_of_and_the_others_go_on(tmp_path: Path, bad: str | bytes) -> None:
    middle = bad.encode() if isinstance(bad, str) else bad
    data = line(text="First.").encode() + middle + b"\n" + line(text="Third.").encode()
    path = made.folder(tmp_path, {"a.jsonl": data}) / "a.jsonl"
    documents, problems = made.taken(path)
    assert [one.document.text for one in documents] == ["First.", "Third."]
    assert [(one.address, one.code) for one in problems] == [(f"{path}:2", "bad-line")]


def test_a_wrong_key_is_told_of_and_the_document_is_taken_without_it(tmp_path: Path) -> None:
    path = made.folder(tmp_path, {"a.jsonl": line(text="Baro left.", published="lately", author="Doe")}) / "a.jsonl"
    (document,), (problem,) = made.taken(path)
    assert (document.appearance.published, document.appearance.author) == ("", "Doe")
    assert problem.address == f"{path}:1"
    assert "published" in problem.message


def test_lines_without_words_or_with_nul_are_told_of(tmp_path: Path) -> None:
    path = made.folder(tmp_path, {"a.jsonl": line(text=" ") + line(text="a\0b")}) / "a.jsonl"
    documents, problems = made.taken(path)
    assert not documents
    assert [(one.address, one.code) for one in problems] == [(f"{path}:1", "empty"), (f"{path}:2", "binary")]


def test_a_line_of_a_hundred_megabytes_is_skipped_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as out:
        out.write(b'{"text": "')
        for _ in range(100):
            out.write(b"x" * 2**20)
        out.write(b'"}\n' + line(text="Second.").encode())
    tracemalloc.start()
    documents, problems = made.taken(path, settings=IntakeSettings(max_bytes=2**20))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [one.document.text for one in documents] == ["Second."]
    assert [(one.address, one.code) for one in problems] == [(f"{path}:1", "too-large")]
    assert peak < 64 * 2**20


def test_a_byte_order_mark_and_windows_line_ends_are_no_matter(tmp_path: Path) -> None:
    data = (
        b"\xef\xbb\xbf" + line(text="One.").replace("\n", "\r\n").encode() + line(text="Two\r\nlines.").strip().encode()
    )
    documents, problems = made.taken(made.folder(tmp_path, {"a.jsonl": data}) / "a.jsonl")
    assert not problems
    assert [one.document.text for one in documents] == ["One.", "Two\r\nlines."]


def test_the_sidecar_of_the_file_speaks_for_lines_that_say_nothing(tmp_path: Path) -> None:
    sidecar = '{"publisher": "The Wire", "name": "all of them", "published": "2024"}'
    lines = line(text="One.") + line(text="Two.", publisher="The Post")
    made.folder(tmp_path, {"a.jsonl": lines, "a.meta.json": sidecar})
    first, second = made.taken(tmp_path)[0]
    assert (first.appearance.publisher, first.appearance.name, first.appearance.published) == (
        "The Wire",
        "a:1",
        "2024",
    )
    assert (second.appearance.publisher, second.appearance.name) == ("The Post", "a:2")


def test_a_fault_in_a_line_is_found_by_its_place_in_that_line(tmp_path: Path) -> None:
    path = made.folder(tmp_path, {"a.jsonl": '{"text":\n{"text": x}\n'}) / "a.jsonl"
    _, problems = made.taken(path)
    assert [one.message.rpartition(" at ")[2] for one in problems] == ["character 8", "character 10"]
