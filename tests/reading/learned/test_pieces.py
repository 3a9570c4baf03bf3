"""Words cut into the pieces that the network knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.reading.learned.network import load_network
from allegiance.reading.learned.pieces import KEPT, Pieces

KNOWN = ["[UNK]", "[CLS]", "join", "##ed", "un", "##ited", "’", "s", "'", "front", "-", "中", "国"]

ROWS = (
    ("joined", "join ##ed"),
    ("JOINED", "join ##ed"),
    ("Ünïted", "un ##ited"),
    ("Front’s", "front ’ s"),
    ("front-front", "front - front"),
    ("中国", "中 国"),
    ("front\u200b", "front"),
    ("rebel", "[UNK]"),
    ("joinery front", "[UNK] front"),
    ("x" * 101, "[UNK]"),
    ("", ""),
)


@pytest.mark.parametrize(("word", "cut"), ROWS)
def test_a_word_is_cut_at_marks_and_then_by_its_longest_beginnings(word: str, cut: str) -> None:
    assert [KNOWN[n] for n in Pieces(KNOWN).of(word)] == cut.split()


def test_of_a_long_word_the_first_pieces_are_shown() -> None:
    assert len(Pieces(KNOWN).of("s-" * 40)) == KEPT


@given(st.text(max_size=30))
def test_every_word_has_known_pieces(word: str) -> None:
    pieces = load_network().pieces
    assert all(0 <= n < 30522 for n in pieces.of(word))


def test_the_packaged_pieces_are_those_of_the_published_model() -> None:
    pieces = load_network().pieces
    assert [pieces.number(p) for p in ("[CLS]", "[SEP]", "[MASK]", "[UNK]")] == [101, 102, 103, 100]
    assert pieces.of("pledged") == (16970,)
