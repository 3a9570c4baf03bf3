"""The parse layer: names masked by plain tokens, and the way back from every token to the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.model import Document
from allegiance.reading.parse import BODIES, PEOPLE, SITES, Sentence, sentences
from allegiance.reading.reader import EnglishReader
from allegiance.reading.state import Layers
from reading.lines import reports

PIECES = (
    "Samir Haddu", "the Northern Front", "Kosso", "joined", "left", ", leader of", " and ", ". ", "; ",
    " (MLA) ", ", the army said, ", "“", "”", " swore allegiance to ",
    " two commanders: Samir Haddu, Omar Benali and Yusuf Dallo", " editor-in-chief ", " e\u0301 ", "\n\n",
    " in May 2014", " 45,", " US ", " حزب ", " - ", " also known as ",
)  # fmt: skip


def parsed(reader: EnglishReader, text: str) -> tuple[Layers, list[Sentence]]:
    """The layers ahead of the parse, and every sentence of every paragraph."""
    layers = reader.layers(text)
    docs = reader.models.parse([m.text for m in layers.masked])
    found: list[Sentence] = []
    for index, (masked, doc) in enumerate(zip(layers.masked, docs, strict=True)):
        found.extend(sentences(masked, doc, index, layers.paragraphs[index].kind))
    return layers, found


def check(text: str, layers: Layers, found: list[Sentence]) -> None:
    """Every token leads back to its place, and every one that stands for a name leads back to the whole of it."""
    for masked in layers.masked:
        assert len(masked.text) == len(masked.origin)
        assert all(a <= b for a, b in zip(masked.origin, masked.origin[1:], strict=False))
    met: list[int] = []
    for sentence in found:
        part = layers.paragraphs[sentence.paragraph]
        assert part.start <= sentence.start < sentence.end <= part.end
        for token in sentence.tokens:
            assert part.start <= token.start < token.end <= part.end
            assert 0 <= token.head < len(sentence.tokens)
            assert all(sentence.tokens[kid].head == token.i for kid in sentence.children[token.i])
            if token.mention >= 0:
                mention = layers.mentions[token.mention]
                assert (token.start, token.end) == (mention.start, mention.end)
                met.append(token.mention)
    assert len(met) == len(set(met)), text


@pytest.mark.parametrize(("name", "text"), reports(), ids=lambda value: value[:30])
def test_every_token_of_a_report_leads_back_to_the_text(reader: EnglishReader, name: str, text: str) -> None:
    layers, found = parsed(reader, text)
    assert found, name
    check(text, layers, found)


@settings(max_examples=40, deadline=None)
@given(text=st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_every_token_of_any_text_leads_back_to_the_text(reader: EnglishReader, text: str) -> None:
    check(text, *parsed(reader, text))


def test_a_name_is_shown_to_the_parser_as_a_plain_one_of_its_kind(reader: EnglishReader) -> None:
    text = "General Abu Hafs al-Sifri of the Rayat al-Thughur Brigade was killed in the town of Warrike."
    (masked,) = reader.layers(text).masked
    shown = set(masked.text.rstrip(".").split())
    assert [bool(shown & set(pool)) for pool in (PEOPLE, BODIES, SITES)] == [True, True, True]
    assert "Sifri" not in masked.text


def test_a_word_that_is_no_name_stands_in_the_parse_as_it_is(reader: EnglishReader) -> None:
    _, (sentence,) = parsed(reader, "Samir Haddu left in May.")
    assert [t.text for t in sentence.tokens][1:] == ["left", "in", "May", "."]


def test_an_alias_and_an_aside_are_closed_up(reader: EnglishReader) -> None:
    text = "Omar Benali, also known as Abu Leith, left the Movement for Azur (MA) in May."
    (masked,) = reader.layers(text).masked
    assert "known" not in masked.text
    assert "(" not in masked.text
    assert "  " not in masked.text


def test_an_attribution_behind_a_sentence_is_closed_up(reader: EnglishReader) -> None:
    layers = reader.layers("The Hill Brigade attacked the town on Monday, two security sources said.")
    assert "sources" not in layers.masked[0].text
    assert layers.masked[0].text.endswith("Monday.")


def test_a_list_behind_a_colon_is_folded_with_what_was_in_it(reader: EnglishReader) -> None:
    layers = reader.layers("Two emirs fled: Samir Haddu from Kosso and Omar Benali from Marib.")
    (folded,) = layers.masked[0].folded
    named = [(layers.mentions[item].name, layers.mentions[place].name) for item, place in folded.items]
    assert named == [("Samir Haddu", "Kosso"), ("Omar Benali", "Marib")]
    assert ":" not in layers.masked[0].text


def test_a_semicolon_between_whole_clauses_ends_a_sentence(reader: EnglishReader) -> None:
    _, found = parsed(reader, "Samir Haddu fled in May; the army arrested him in June.")
    assert len(found) == 2


@pytest.mark.parametrize("mark", ["\u202e", "\u200d", "\u2060"])
def test_an_invisible_mark_before_a_name_does_not_cut_it(reader: EnglishReader, mark: str) -> None:
    text = f"Samir Haddu fled on Thursday.{mark}Omar Benali stayed."
    _, found = parsed(reader, text)
    assert {text[t.start : t.end] for s in found for t in s.tokens} >= {"Samir Haddu", "Omar Benali"}


def test_no_names_and_no_text_are_no_trouble(reader: EnglishReader) -> None:
    assert parsed(reader, "")[1] == []
    assert len(parsed(reader, "Nothing happened here today.")[1]) == 1


def test_a_sentence_too_long_to_be_one_is_not_read(reader: EnglishReader) -> None:
    text = "He is " + "the brother and deputy of " * 400 + "Samir Haddu. Omar Benali joined the Hill Brigade."
    findings, _ = reader.read(Document(text, "en"), "2019-05-02")
    assert [f.claim.type for f in findings] == ["join"]
