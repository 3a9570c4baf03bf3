from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.packed import Strings, ints, pack, spots, unpack

SECTIONS = {"numbers": ints([1, 5, 5, 9]), "empty": b"", **Strings.pack("words", ["one", "", "три"])}


def packed() -> bytes:
    return b"".join(pack(SECTIONS))


def test_what_was_packed_is_unpacked() -> None:
    sections = unpack(memoryview(packed()))
    assert {name: bytes(part) for name, part in sections.items()} == SECTIONS
    words = Strings.of("words", sections)
    assert [words[number] for number in range(len(words))] == ["one", "", "три"]
    assert list(spots(sections["numbers"].cast("Q"), 5)) == [1, 2]
    assert list(spots(sections["numbers"].cast("Q"), 6)) == []


@given(st.integers(0, len(packed()) - 1), st.integers(1, 255))
def test_whatever_byte_is_changed_the_file_is_refused(at: int, change: int) -> None:
    data = bytearray(packed())
    data[at] ^= change
    with pytest.raises(ValueError, match="damaged"):
        unpack(memoryview(bytes(data)))


@pytest.mark.parametrize("size", [0, 10, 40])
def test_a_file_that_was_cut_off_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="damaged"):
        unpack(memoryview(packed()[:size]))
