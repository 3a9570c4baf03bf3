"""Text from reports is made safe to print."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.exports.plain import plain, shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x9b31m", "�31m"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("half \ud800 pair", "half � pair"),
        ("می‌خواهم", "می‌خواهم"),
        ("Désiré Kamoko, حافظ سعید خان", "Désiré Kamoko, حافظ سعید خان"),
    ],
)
def test_what_a_terminal_would_act_on_is_shown_or_dropped(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text(st.characters(codec=None)))
def test_plain_text_is_one_line_without_controls_and_stays_as_it_is(text: str) -> None:
    shown = plain(text)
    allowed = {"\u200c", "\u200d"}
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c not in allowed]
    assert plain(shown) == shown


@given(st.text(), st.integers(2, 60))
def test_shortened_text_is_a_beginning_and_never_too_long(text: str, most: int) -> None:
    short = shortened(text, most)
    assert len(short) <= most
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


def test_text_is_cut_at_a_words_end() -> None:
    assert shortened("Baro has left the Front for the Union", 20) == "Baro has left the…"
