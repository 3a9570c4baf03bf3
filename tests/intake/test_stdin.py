import io
import sys

import pytest

from allegiance.intake import IntakeSettings, count
from intake import made


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (made.REPORT.encode(), made.REPORT),
        ("قُتل أبو بكر\r\n".encode(), "قُتل أبو بكر\r\n"),
        (made.REPORT.encode("utf-16"), made.REPORT),
        (f"<html><body><p>{made.REPORT}</p></body></html>".encode(), made.REPORT),
        (made.pdf([["A page of words."]]), "A page of words."),
        (b'{"title": "x", "text": "A line."}\n', "A line."),
    ],
)
def test_standard_input_is_read_by_what_it_holds(monkeypatch: pytest.MonkeyPatch, data: bytes, text: str) -> None:
    pipe(monkeypatch, data)
    found = made.only("-")
    assert found.document.text == text
    assert found.appearance.address.startswith("-")
    assert found.appearance.name.startswith("stdin")


def test_standard_input_has_the_settings_for_a_sidecar(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, made.REPORT.encode())
    found = made.only("-", settings=IntakeSettings(published="2024-03-14", publisher="The Wire")).appearance
    assert (found.published, found.publisher) == ("2024-03-14", "The Wire")


def test_standard_input_is_bounded_and_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, b"x" * 101)
    assert made.refusal("-", "-", settings=IntakeSettings(max_bytes=100)).code == "too-large"
    assert count(["-", "-"]) == 1


def test_a_program_without_standard_input_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert made.refusal("-").code == "unreadable"
