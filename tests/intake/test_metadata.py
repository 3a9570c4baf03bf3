import json
from pathlib import Path

import pytest

from allegiance.errors import BadDate, Problem
from allegiance.intake import IntakeSettings
from allegiance.model import Appearance
from intake import made


def beside(tmp_path: Path, sidecar: str | bytes | dict[str, object]) -> tuple[Appearance, list[Problem]]:
    data = json.dumps(sidecar) if isinstance(sidecar, dict) else sidecar
    made.folder(tmp_path, {"report.txt": made.REPORT, "report.meta.json": data})
    (document,), problems = made.taken(tmp_path / "report.txt")
    return document.appearance, problems


def test_a_sidecar_tells_all_of_an_appearance(tmp_path: Path) -> None:
    told: dict[str, object] = {
        "published": "2024-03-14",
        "publisher": "The Wire",
        "author": "Jane Doe",
        "url": "https://wire.example.org/a",
        "archive_url": "http://archive.example.org/a",
        "title": "Colonel defects",
        "name": "wire-1",
    }
    found, problems = beside(tmp_path, {**told, "licence": "CC BY", "actors": {"x": ["y"]}})
    assert not problems
    assert {key: getattr(found, key) for key in told} == told


def test_without_a_sidecar_the_settings_and_the_stem_hold(tmp_path: Path) -> None:
    path = made.folder(tmp_path, {"report.one.txt": made.REPORT}) / "report.one.txt"
    found = made.only(path, settings=IntakeSettings(published="2024-03", publisher="The Wire")).appearance
    assert (found.name, found.published, found.publisher) == ("report.one", "2024-03", "The Wire")


def test_a_sidecar_wins_over_the_settings(tmp_path: Path) -> None:
    made.folder(tmp_path, {"a.txt": made.REPORT, "a.meta.json": '{"published": "2023", "publisher": null}'})
    found = made.only(tmp_path, settings=IntakeSettings(published="2024", publisher="The Wire")).appearance
    assert (found.published, found.publisher) == ("2023", "The Wire")


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2015-02-13", "2015-02-13"),
        ("2015-02-00", "2015-02"),
        ("2015-00-00", "2015"),
        ("2015-02-13T23:59:59+05:00", "2015-02-13"),
        ("2015-02-13T23:59:59.123Z", "2015-02-13"),
        ("2015-02-13 08:00", "2015-02-13"),
        ("2015-02~", "2015-02~"),
        ("2015-02/2015-03", "2015-02/2015-03"),
        (" 2015 ", "2015"),
        (None, ""),
        ("", ""),
    ],
)
def test_a_date_is_cut_to_what_it_says(tmp_path: Path, written: str | None, edtf: str) -> None:
    found, problems = beside(tmp_path, {"published": written})
    assert not problems
    assert found.published == edtf


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("published", "last week"),
        ("published", "2015-02-30"),
        ("published", 20150213),
        ("published", "2" * 1000),
        ("publisher", ["The Wire"]),
        ("title", "x" * 10_000),
        ("url", "javascript:alert(1)"),
        ("url", "file:///etc/passwd"),
        ("url", "https://"),
        ("url", "https://x.org/\u202egpj"),
        ("archive_url", "ftp://x.org/a"),
        ("language", "the English one"),
    ],
)
def test_a_wrong_value_is_named_and_left_out_and_the_rest_is_kept(tmp_path: Path, key: str, value: object) -> None:
    found, (problem,) = beside(tmp_path, {key: value, "author": "Jane Doe"})
    assert getattr(found, key, "") == ""
    assert found.author == "Jane Doe"
    assert problem.address == str(tmp_path / "report.meta.json")
    assert problem.code == "bad-metadata"
    assert problem.message.startswith(f"{key}: ")


@pytest.mark.parametrize("data", ["{", "[]", "null", b"\xff\xfe\xfd", "", "[" * 200_000, '{"a":' * 200_000])
def test_a_broken_sidecar_is_named_and_the_document_is_taken_without_it(tmp_path: Path, data: str | bytes) -> None:
    found, (problem,) = beside(tmp_path, data)
    assert found.name == "report"
    assert (problem.address, problem.code) == (str(tmp_path / "report.meta.json"), "bad-metadata")


def test_a_sidecar_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    _, (problem,) = beside(tmp_path, " " * (2 * 2**20))
    assert (problem.address, problem.code) == (str(tmp_path / "report.meta.json"), "too-large")


def test_names_and_titles_are_one_line_without_control_characters(tmp_path: Path) -> None:
    found, problems = beside(tmp_path, {"title": "Colonel\x1b[31m\n defects", "name": " a\tb "})
    assert not problems
    assert (found.title, found.name) == ("Colonel [31m defects", "a b")


def test_the_language_of_the_sidecar_wins(tmp_path: Path) -> None:
    made.folder(tmp_path, {"a.txt": made.REPORT, "a.meta.json": '{"language": "fr-CA"}'})
    assert made.only(tmp_path).document.language == "fr"
    made.folder(tmp_path, {"a.meta.json": '{"language": "URD"}'})
    assert made.only(tmp_path).document.language == "ur"


def test_a_page_and_a_text_of_one_stem_share_their_sidecar(tmp_path: Path) -> None:
    made.folder(tmp_path, {"a.txt": made.REPORT, "a.html": f"<p>{made.REPORT}</p>", "a.meta.json": '{"author": "Doe"}'})
    documents, problems = made.taken(tmp_path)
    assert not problems
    assert [one.appearance.author for one in documents] == ["Doe", "Doe"]
    assert documents[0].document.id == documents[1].document.id


def test_settings_with_a_date_that_is_none_are_refused() -> None:
    with pytest.raises(BadDate):
        IntakeSettings(published="yesterday")
    assert IntakeSettings(published="2015-02-00").published == "2015-02"


def test_when_it_was_retrieved_is_no_part_of_an_appearance(tmp_path: Path) -> None:
    made.folder(tmp_path, {"a.txt": made.REPORT})
    first = made.only(tmp_path).appearance
    assert first.retrieved.endswith("+00:00")
    assert made.only(tmp_path).appearance.id == first.id
