"""Words cut into the pieces that the network knows, as BERT's tokeniser for text without capitals cuts them.

The longest known piece from the left, again and again (WordPiece, Wu et al. 2016, as used by Devlin et al. 2019); a
word that cannot be cut so is one unknown piece.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

UNKNOWN = "[UNK]"
LONGEST = 100
"""Characters of a word from which on it is not cut but unknown."""
CHINESE = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F))
"""First and last signs of Chinese writing, each of which is a word by itself."""
KEPT = 10
"""Pieces of one word that are shown at most."""


class Pieces:
    """Cuts words by a list of known pieces, whose places are their numbers."""

    def __init__(self, known: Sequence[str]) -> None:
        self._known: Mapping[str, int] = {piece: i for i, piece in enumerate(known)}
        self._cut: dict[str, tuple[int, ...]] = {}

    def number(self, piece: str) -> int:
        """The number of one piece. Raises KeyError where it is not known."""
        return self._known[piece]

    def of(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces, the first ten of them."""
        found = self._cut.get(word)
        if found is None:
            found = tuple(n for part in _parts(word) for n in self._pieces(part))[:KEPT]
            if len(self._cut) >= 50_000:
                self._cut.clear()
            self._cut[word] = found
        return found

    def _pieces(self, part: str) -> Sequence[int]:
        if len(part) > LONGEST:
            return (self._known[UNKNOWN],)
        out: list[int] = []
        begin = 0
        while begin < len(part):
            lead = "##" if begin else ""
            end = next((e for e in range(len(part), begin, -1) if lead + part[begin:e] in self._known), begin)
            if end == begin:
                return (self._known[UNKNOWN],)
            out.append(self._known[lead + part[begin:end]])
            begin = end
        return out


def _parts(word: str) -> Iterator[str]:
    """A word in small letters without accents, cut at white space, at each mark and each Chinese sign."""
    text = unicodedata.normalize("NFD", word.lower())
    part = ""
    for char in text:
        kind = unicodedata.category(char)
        if kind == "Mn" or (kind.startswith("C") and char not in "\t\n\r") or char == "\ufffd":
            continue
        apart = _is_mark(char, kind) or _is_chinese(char)
        if apart or char.isspace():
            if part:
                yield part
            part = ""
            if apart:
                yield char
        else:
            part += char
    if part:
        yield part


def _is_mark(char: str, kind: str) -> bool:
    return kind.startswith("P") or (char.isascii() and char.isprintable() and not char.isalnum() and char != " ")


def _is_chinese(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in CHINESE)
