"""Whom the text does not settle is left, and noted: where that alone keeps a claim from being read."""

from __future__ import annotations

import pytest

from allegiance.model import Document
from allegiance.reading.reader import EnglishReader


def noted(reader: EnglishReader, text: str) -> list[str]:
    return reader.read(Document(text, "en"), "2020-06-15")[1]


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("He was arrested by the army.", "He", "detention"),
        ("Nobody knew why they had killed her.", "her", "killing"),
        ("They broke away from the Northern Front.", "They", "leave"),
        ("Its leader, Samir Tamo, was a teacher.", "Its", "post"),
    ],
)
def test_a_pronoun_without_anybody_before_it_is_noted(reader: EnglishReader, text: str, word: str, type_: str) -> None:
    (note,) = noted(reader, text)
    start = text.index(word)
    assert note == f"{start} to {start + len(word)}: whom {word!r} means is not settled, and no {type_} is read of it"


@pytest.mark.parametrize(
    "text",
    [
        "Idris Baro fled, but he was arrested by the army.",
        "He will be arrested, the army said.",
        "He ate bread.",
        "It rained when the Northern Front attacked Kosso.",
        "The army arrested Idris Baro.",
    ],
)
def test_what_is_settled_or_no_fact_is_not_noted(reader: EnglishReader, text: str) -> None:
    assert noted(reader, text) == []
