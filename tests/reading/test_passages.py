"""A paragraph is parted where a sentence surely ends, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.reading.passages import passages

LEFT = "Baro left the Northern Front on Monday. "
DENIED = "The Front's spokesman denied it on Tuesday."
ROWS = [
    (LEFT + DENIED, [LEFT, DENIED]),
    (LEFT + "Dost disputes this.", [LEFT + "Dost disputes this."]),
    ("Gen. Baro left the U.S. Army on Jan. 5.", ["Gen. Baro left the U.S. Army on Jan. 5."]),
    ("J. Baro and K. Dost left the Northern Front.", ["J. Baro and K. Dost left the Northern Front."]),
    (
        '"We left. They stayed in the town for a year," he said.',
        ['"We left. They stayed in the town for a year," he said.'],
    ),
    ('"We left." He then went back to the hills.', ['"We left." ', "He then went back to the hills."]),
    ("He left in 2014. Others came to the hills that year.", ["He left in 2014. Others came to the hills that year."]),
    ("the front. it fell to the army of the state", ["the front. it fell to the army of the state"]),
    ("   ", []),
]


@pytest.mark.parametrize(("text", "parts"), ROWS, ids=[row[0][-30:] for row in ROWS])
def test_a_passage_ends_where_a_sentence_surely_does(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in passages(text)] == parts


@given(st.text("ab .!?\"'()AB\n", max_size=80))
def test_passages_leave_out_nothing_but_blanks(text: str) -> None:
    found = passages(text)
    assert all(a < b for a, b in found)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
