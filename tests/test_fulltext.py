from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.errors import BadQuery
from allegiance.fulltext import (
    BREAK,
    CLOSE,
    LONGEST_HEAD,
    LONGEST_WORD,
    OPEN,
    OVERLAP,
    WORDS_AT_ONCE,
    Query,
    Term,
    folded,
    parts,
    query_of,
    tokens,
    veil_of,
)
from allegiance.model import Appearance


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("Иванов", "ivanov"),
        ("Kélé", "kele"),
        ("Ke\u0301le\u0301", "KÉLÉ"),
        ("Sha’ban", "shaban"),
        ("ʿAlī", "Ali"),
        ("the group's", "the group"),
        ("al-Qa'ida", "al Qaida"),
        ("مُحَمَّد", "محمد"),
        ("İzmir", "izmir"),
        ("王小明", "王 小 明"),
    ],
)
def test_two_spellings_of_a_word_are_one(written: str, other: str) -> None:
    assert folded(written) == folded(other) != []


@given(st.text())
def test_a_folded_word_is_of_plain_letters_and_digits_and_stands_where_it_is_told(text: str) -> None:
    found = list(tokens(text))
    assert [token.word for token in found] == folded(text)
    for token in found:
        assert token.word.isascii() and token.word.isalnum() and token.word == token.word.lower()
        assert len(token.word) <= LONGEST_WORD
        assert 0 <= token.start < token.end <= len(text)


@given(st.text(alphabet=st.characters(max_codepoint=127)) | st.from_regex(r"([a-z]{1,70}['` _.-]{0,2})*"))
def test_a_text_of_ascii_is_folded_into_the_words_that_stand_in_it(text: str) -> None:
    assert folded(text) == [token.word for token in tokens(text)]


def found(asked: str, text: str) -> bool:
    return query_of(asked).fits(folded(text))


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ("baro river", True),
        ("river BARO", True),
        ("baro lake", False),
        ('"river brigade"', True),
        ('"brigade river"', False),
        ("river-brigade", True),
        ("lake OR river", True),
        ("baro lake OR river", True),
        ("idris lake OR hill", False),
        ("baro -omar", True),
        ("baro -river", False),
        ('baro -"river lake"', True),
        ("brig*", True),
        ("brig", False),
        ("riv* brig*", True),
        ('"river brig*"', False),
        ("river-brig*", True),
        ("baro OR", True),
        ("OR baro", True),
        ("baro AND river", True),
        ("(baro) & [river] | ^ ~ : NEAR/2 title:river", False),
        ("(baro) & [river] | ^ ~ :", True),
        ('"river brigade', True),
    ],
)
def test_what_a_line_finds(asked: str, fits: bool) -> None:
    assert found(asked, "Idris Baro joined the River Brigade.") is fits


@pytest.mark.parametrize("asked", ["", "   ", "-baro", '""', "***", "-", "OR", "AND OR", '-"a b" -c'])
def test_a_line_without_a_word_that_is_wanted_is_refused(asked: str) -> None:
    with pytest.raises(BadQuery):
        query_of(asked)


def test_a_line_of_very_many_words_is_refused() -> None:
    with pytest.raises(BadQuery, match="at once"):
        query_of("a b " * 500)


@given(st.text(alphabet=st.sampled_from("ab -\"*OR|&!()<>:'\\\0é")))
def test_no_line_breaks_the_question(asked: str) -> None:
    try:
        query = query_of(asked)
    except BadQuery:
        return
    for term in (*(t for group in query.wanted for t in group), *query.unwanted):
        assert term.words
        assert all(word.isascii() and word.isalnum() for word in term.words)


def plain(snippet: str) -> str:
    return snippet.replace(OPEN, "").replace(CLOSE, "")


def test_a_passage_is_where_most_of_it_stands_and_marks_the_words() -> None:
    text = (
        "Baro spoke. " + "Nothing was said of it. " * 40 + "In May Baro, of the River Brigade, fled. " + "Rain. " * 60
    )
    snippet = query_of('baro "river brigade"').snippet(text)
    assert f"In May {OPEN}Baro{CLOSE}, of the {OPEN}River Brigade{CLOSE}, fled." in snippet
    assert snippet.startswith("… ") and snippet.endswith(" …")
    assert plain(snippet).removeprefix("… ").removesuffix(" …") in text


def test_a_text_with_such_marks_of_its_own_marks_nothing_by_them() -> None:
    assert query_of("baro").snippet(f"{OPEN}Sall{CLOSE} and Baro") == f"[Sall] and {OPEN}Baro{CLOSE}"


@given(
    st.text(alphabet=st.sampled_from("ab c.\né'王ا"), max_size=400), st.sampled_from(["a", '"a b"', "b* c", "ab OR a"])
)
def test_a_passage_is_always_a_piece_of_its_text(text: str, asked: str) -> None:
    assert plain(query_of(asked).snippet(text)).removeprefix("… ").removesuffix(" …") in text


def test_a_long_text_is_kept_in_parts_that_reach_into_each_other() -> None:
    numbers = [f"w{number}" for number in range(2 * WORDS_AT_ONCE + 10)]
    at = Appearance("d", "d", title="On the war", publisher="The Wire")
    kept = [part.split() for part in parts(at, " ".join(numbers))]
    head = ["on", "the", "war", BREAK, "the", "wire", BREAK]
    assert all(part[: len(head)] == head for part in kept)
    assert all(len(part) <= len(head) + WORDS_AT_ONCE + OVERLAP for part in kept)
    across = Term((f"w{WORDS_AT_ONCE - 1}", f"w{WORDS_AT_ONCE}"))
    assert any(across.stands_in(part) for part in kept)
    assert {word for part in kept for word in part} >= set(numbers)


def test_a_title_without_end_does_not_make_every_part_as_large() -> None:
    at = Appearance("d", "d", title="war " * 50_000, publisher="wire " * 50_000)
    kept = list(parts(at, "word " * (3 * WORDS_AT_ONCE)))
    assert len(kept) == 3
    assert all(len(part.split()) <= WORDS_AT_ONCE + OVERLAP + 2 * (LONGEST_HEAD + 1) for part in kept)


def test_an_empty_text_is_found_by_its_title() -> None:
    assert list(parts(Appearance("d", "d", title="War"), "")) == [f"war {BREAK} {BREAK}"]


NAMES = {"Amadou Sall": "a private person", "Sall Brigade": "", "Omar Sall": "a minor", "Omar Dost Council": ""}


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ("amadou", False),
        ("sall", True),
        ('"amadou sall"', False),
        ('"sall brigade"', True),
        ('"omar sall"', False),
        ("omar", True),
        ("brother", True),
    ],
)
def test_names_that_are_withheld_find_nothing(asked: str, fits: bool) -> None:
    text = "Amadou Sall and Omar Sall, of the Sall Brigade, met the Omar Dost Council; Amadou is its brother."
    query: Query = query_of(asked)
    assert query.fits(veil_of(NAMES).over(folded(text))) is fits
    assert (OPEN in query.snippet(text, veil_of(NAMES))) is fits
