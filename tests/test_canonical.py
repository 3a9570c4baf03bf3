"""What is written by the quicker library is what Python's own writes, to the letter."""

from __future__ import annotations

import hashlib
import json

from hypothesis import example, given
from hypothesis import strategies as st

from allegiance.canonical import digest, digest_of, written

# Whatever a code point may be: controls, halves of surrogate pairs, what some escape and others do not.
TEXTS = st.text(st.characters()) | st.text(
    st.sampled_from('\x00\x08\t\n\x0b\x0c\r\x1f"\\/\x7f\x80\u2028\ud800\udc00\U0001f600é')
)
LEAVES = TEXTS | st.integers() | st.none() | st.booleans()
LISTS = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.lists(inner).map(tuple))
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner))


@given(VALUES)
@example({"\ud800": ["\udc00", "\ud83d\ude00"]})
def test_a_value_is_written_as_python_writes_it(value: object) -> None:
    assert written(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@given(st.lists(LISTS))
@example([2**64, -(2**200)])
def test_a_list_has_the_same_hash_by_either_way(told: list[object]) -> None:
    plain = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    expected = hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
    assert digest_of(*told) == digest(told) == expected


def test_objects_are_hashed_whatever_their_order() -> None:
    assert digest({"a": 1, "b": [2]}) == digest({"b": [2], "a": 1}) != digest({"a": 1, "b": [3]})
