"""Which texts are copies of each other: near-identical, or one holding most of the other.

Every text has a *sketch*: of the hashes of all its runs of three words the least few, which are a fair sample (Broder's
minimum hashes, of one hash function: the least of the union of two texts are known from the least of each). Two
sketches tell how much two texts share, whatever their length, without the texts. Nothing here is random, so that a
sketch is the same on every machine and in every year; it is derived once for each document, and kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from struct import pack, unpack
from typing import NamedTuple
from zlib import crc32

KEPT = 64
"""How many hashes a sketch holds: the share of two long texts is told to about one part in ten."""
SHORTEST = 6
"""Texts with fewer runs of three words than this may agree by chance, and are copies of none."""
ALIKE = 0.5
"""Which part of what two texts hold together copies must share. Independent reports share next to nothing."""
WITHIN = 0.7
"""Or which part of the shorter must stand in the longer: a paper prints the first half of a wire story."""
_TOLD = 0.15  # What a smaller part would say of a text within another is chance.
_LOOKED_UP = 16
_MET = 2  # Texts that share a phrase share one of these; copies share half of them.
_COMPARED = 4
_FEW = 64  # Up to so many texts it is quicker to compare each with each.
_WORD = re.compile(r"\w+")
_ASCII = {n: c.lower() if (c := chr(n)).isalnum() or c == "_" else " " for n in range(128)}
"""What `_WORD` finds in a text of ASCII are the words that are left by this, in a fraction of the time."""
_WORDS_HELD = 1 << 14
_64_BITS = 0xFFFFFFFFFFFFFFFF
_MIX = 0x9E3779B97F4A7C15
_LONG = 400


def sketch(text: str) -> bytes:
    """The sketch of a text: how many runs of three words it has, and the least of their hashes, in order."""
    words = text.translate(_ASCII).split() if text.isascii() else _WORD.findall(text.casefold())
    least, count = _least_of_many(words) if len(words) > _LONG else _least(words)
    return pack(f"<{len(least) + 1}I", count, *least)


def _least(words: list[str]) -> tuple[list[int], int]:
    known = list(map(_SHARES.__getitem__, words))
    # Multiplication spreads the sums over all numbers, so that the least are any.
    found = {
        ((first + second + third) & _64_BITS) >> 32
        for (first, _, _), (_, second, _), (_, _, third) in zip(known, known[1:], known[2:], strict=False)
    }
    return sorted(found)[:KEPT], len(found)


class _Shares(dict[str, tuple[int, int, int]]):
    """What a word has in the hash of a run that it is the first of, the second, the third: the sum of these is it."""

    def __missing__(self, word: str) -> tuple[int, int, int]:
        if len(self) >= _WORDS_HELD:
            self.clear()
        one = crc32(word.encode("utf-8", "surrogatepass"))
        self[word] = shares = (one * 961 * _MIX & _64_BITS, one * 31 * _MIX & _64_BITS, one * _MIX & _64_BITS)
        return shares


_SHARES = _Shares()


def _least_of_many(words: list[str]) -> tuple[list[int], int]:
    """As `_least`, on whole columns of numbers."""
    import numpy as np

    sums = np.fromiter((crc32(word.encode("utf-8", "surrogatepass")) for word in words), np.uint64, len(words))
    runs = ((sums[:-2] * np.uint64(31) + sums[1:-1]) * np.uint64(31) + sums[2:]) * np.uint64(_MIX)
    found = np.unique(runs >> np.uint64(32))
    return found[:KEPT].tolist(), len(found)


class _Sketch(NamedTuple):
    """A sketch taken apart: how many runs the text has, and the least hashes of them; `sought` are the least of these.

    Other texts are found by those that are sought.
    """

    runs: int
    least: frozenset[int]
    sought: frozenset[int]


@lru_cache(maxsize=8192)
def _read(given: bytes) -> _Sketch:
    count, *least = unpack(f"<{len(given) // 4}I", given)
    return _Sketch(count, frozenset(least), frozenset(least[:_LOOKED_UP]))


def alike(one: bytes, other: bytes) -> bool:
    """Whether two texts are copies of each other, as far as their sketches tell."""
    return _alike(_read(one), _read(other))


def _alike(one: _Sketch, other: _Sketch) -> bool:
    both = one.least & other.least
    most = max(len(one.least), len(other.least))
    # Most texts that share anything share a phrase that many use.
    if len(both) < _TOLD * most or min(one.runs, other.runs) < SHORTEST:
        return False
    # What must be shared of all that the two hold, where the shorter stands in the longer.
    few, many = sorted((one.runs, other.runs))
    within = WITHIN * few / (many + few - WITHIN * few)
    wanted = min(ALIKE, max(_TOLD, within))
    if len(both) < wanted * most:
        return False
    union = sorted(one.least | other.least)[:KEPT]
    return len(both.intersection(union)) >= wanted * len(union)


class Families:
    """Texts put together with their copies; of those put together, the one that was added first stands for all."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._head: dict[str, str] = {}
        self._place: dict[str, int] = {}
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        """Take in one more text, as a family of its own; one that is known stays where it is."""
        if text not in self._head:
            self._head[text] = text
            self._place[text] = len(self._place)

    def head(self, text: str) -> str:
        """The text that stands for the family of another."""
        while self._head[text] != text:
            self._head[text] = self._head[self._head[text]]
            text = self._head[text]
        return text

    def join(self, one: str, other: str) -> None:
        """Make the families of two texts one."""
        first, second = self.head(one), self.head(other)
        if self._place[first] > self._place[second]:
            first, second = second, first
        self._head[second] = first


def join_copies(families: Families, sketches: Mapping[str, bytes]) -> None:
    """Join the families of texts that are copies of each other, by their sketches; copies of a copy are copies.

    Each is compared with those that share two of its least hashes; where texts are many, with few of these. So a
    thousand take no more than a thousand times as long as one.
    """
    # A text that is short is a copy of none.
    told = {text: read for text, given in sketches.items() if given and (read := _read(given)).runs >= SHORTEST}
    if len(told) <= _FEW:
        _join_few(families, told)
        return
    for text, other in _sharing_many(told):
        if families.head(text) != families.head(other) and _alike(told[text], told[other]):
            families.join(text, other)


def _join_few(families: Families, told: Mapping[str, _Sketch]) -> None:
    """Join the copies among texts of which each is compared with each, but for those that are known to be copies."""
    texts = list(told)
    family = [families.head(text) for text in texts]
    for (i, one), (j, other) in combinations(enumerate(told.values()), 2):
        if family[i] == family[j] or len(one.sought & other.sought) < _MET or not _alike(one, other):
            continue
        families.join(texts[i], texts[j])
        head, gone = families.head(texts[i]), {family[i], family[j]}
        family = [head if known in gone else known for known in family]


def _sharing_many(told: Mapping[str, _Sketch]) -> Iterator[tuple[str, str]]:
    """Pairs of texts that share enough to be looked at, of many that share one thing some."""
    sharing: dict[int, list[str]] = {}
    for text, read in told.items():
        met = Counter(other for value in read.sought for other in sharing.get(value, ()))
        yield from ((text, other) for other, times in met.items() if times >= _MET)
        for value in read.sought:
            known = sharing.setdefault(value, [])
            if len(known) < _COMPARED:
                known.append(text)
