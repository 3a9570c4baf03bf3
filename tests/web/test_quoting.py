"""Words copied from a page are found in the report, whatever blanks, breaks and unseen characters lie between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.exports.plain import visible
from allegiance.model import Span
from allegiance.web.quoting import nearest, places

TEXT = "Baro left the\n  Front. Later Baro left the Front\u202e again\x07, a man said.\u200f Baro left."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Baro left the Front", ["Baro left the\n  Front", "Baro left the Front"]),
        ("Baro  left\r\nthe\tFront", ["Baro left the\n  Front", "Baro left the Front"]),
        ("the Front again␇, a man said. Baro", ["the Front\u202e again\x07, a man said.\u200f Baro"]),
        ("Baro left the River", []),
        ("", []),
        (" \n\u202e", []),
        (".*", []),
    ],
)
def test_words_are_found_as_they_stand(words: str, found: list[str]) -> None:
    assert [TEXT[span.start : span.end] for span in places(TEXT, words)] == found


def test_of_several_places_the_one_that_was_pointed_at_is_meant() -> None:
    one, two = places(TEXT, "Baro left the Front")
    assert (nearest([one, two], 0), nearest([one, two], 30)) == (one, two)
    assert nearest([Span(5, 6)], 10_000) == Span(5, 6)


@given(st.text(min_size=1), st.text(), st.text())
def test_whatever_a_page_shows_of_a_report_is_found_in_it(words: str, before: str, after: str) -> None:
    text = f"{before} {words} {after}"
    for span in places(text, words):
        assert visible(text[span.start : span.end]).split() == visible(words).split()
    assert bool(places(text, words)) == bool(visible(words).split())


def test_words_that_stand_everywhere_are_told_in_a_bound() -> None:
    assert len(places("ab " * 10_000, "ab")) == 50


def test_words_that_nearly_stand_everywhere_are_looked_for_once_and_not_from_each_word() -> None:
    text, words = "a \n" * 100_000, "a " * 5_000
    assert places(text, f"{words}b") == ()
    assert places(f"{text}b", f"{words}b")[0].end == len(text) + 1
