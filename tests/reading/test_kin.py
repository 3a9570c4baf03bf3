"""Whose relative is put into a post is named with him."""

from __future__ import annotations

import pytest

from allegiance.model import Document
from allegiance.reading.reader import EnglishReader
from reading.lines import line_of, rows

TOLD = """
The emir appointed his younger brother Hamid Baro commander of the Northern Front. => appointment: person=Hamid Baro; group=Northern Front; role=commander
The group chose her cousin Layla Sorro spokeswoman of the Salt Front. => appointment: person=Layla Sorro; group=Salt Front; role=spokeswoman; by=Salt Front
Gen. Tariq Salem appointed his nephew Omar Salem chief of staff of the Hill Guard. => appointment: person=Omar Salem; group=Hill Guard; role=chief of staff; by=Tariq Salem
The army named his son Omar Baro in a lawsuit. =>
They made their father Omar Baro a coffin. =>
Idris Baro named his son Omar after the founder of the Northern Front. =>
"""  # noqa: E501


@pytest.mark.parametrize(("text", "want"), rows(TOLD))
def test_a_relative_is_appointed_by_his_name(reader: EnglishReader, text: str, want: list[str]) -> None:
    findings, _ = reader.read(Document(text, "en"), "2024-03-14")
    said = {line_of(f.claim) for f in findings if f.claim.type in ("appointment", "succession")}
    assert said >= set(want)
    assert want or not said
