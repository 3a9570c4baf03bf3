"""Finding known names in text, however many are known: a table of the beginnings of names, walked word by word.

A text is cut into *tokens*: words with case, accents and apostrophes folded, possessive endings off, articles such as
`al-` left out, initials joined. A name stands in a text where its tokens stand there in a row. Each word of a text is
looked up once for each word of the names that begin with it: what the walk costs depends on the text, and next to
nothing on how many names there are. The tables are plain numbers (see `packed`), so that they are mapped from a file.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from allegiance import names
from allegiance.model import Kind
from allegiance.packed import Sections, Strings, hashed, ints, pack, spots, unpack

LONGEST = 32
"""Words of a name that is looked for; a longer one is none."""

MOST_BEARERS = 64
"""Actors of one name that are told of; who shares it with more is not told by it anyway."""

_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
)
_MARKS += "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}]|['’‘ʼʹʻʾʿ`´′‛ʽ＇](?=[^\W_]))*")
_POSSESSIVE = re.compile(r"['’‘ʼ`´′‛＇][sS]$")
_ARTICLES = frozenset({"al", "el", "ul"})
_SUN = frozenset({"ad", "ar", "as", "ash", "at", "an", "az", "adh", "ath", "us", "ur", "ud"})
_LEADING = frozenset({"the", "a", "an"})
_SAME = {"qaeda": "qaida", "qaidah": "qaida", "qaeeda": "qaida"}
_PARTED = re.compile(r"[,.;:!?\"”]\s|\n\s*\n")
"""What stands between two words that are never of one name."""

_KINDS = tuple(Kind)
_WEAK = 1 << 7
_NOBODY = 0xFFFFFFFF
_FACTOR = 0x9E3779B97F4A7C15
_BITS = (1 << 64) - 1
_ENDS, _GOES_ON = 1, 2
_FLAGS = _ENDS | _GOES_ON


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word of a text, with its span, in which articles before it lie.

    `parted` says that a stop stands between it and the word before.
    """

    text: str
    start: int
    end: int
    parted: bool = False


@dataclass(frozen=True, slots=True)
class Naming:
    """That an actor bears a name. A `weak` name is too common, or too short, to tell him without more beside it."""

    name: str
    kind: Kind
    actor: str
    weak: bool = False
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A known name in a text, and every actor that bears it."""

    start: int
    end: int
    namings: tuple[Naming, ...]


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> tuple[str, ...]:
    return tuple(_SAME.get(token, token) for token in names.words(word))


def tokens(text: str) -> list[Token]:
    """The words of a text as names are looked up by them. Spans lie in the text, and follow one another."""
    found: list[Token] = []
    words = list(_WORD.finditer(text))
    before = 0
    single = False
    article = -1
    for at, match in enumerate(words):
        start, end = match.span()
        owner = _POSSESSIVE.search(match.group())
        word = match.group()[: owner.start()] if owner else match.group()
        end = start + len(word)
        gap = text[before:start]
        parted = bool(found) and _PARTED.search(gap) is not None and not (single and gap == ". ")
        if _is_article(text, words, at):
            article = start if article < 0 else article
            continue
        start = article if article >= 0 else start
        article = -1
        for token in _folded(word):
            alone = len(token) == 1 and token.isalpha()
            joins = alone and single and len(gap) <= 2 and not parted
            if joins:
                last = found.pop()
                found.append(Token(last.text + token, last.start, end, last.parted))
            else:
                found.append(Token(token, start, end, parted))
            single = alone
        before = end
    return found


def _is_article(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a word is an article inside or before a name, which keys of names leave out: `al-`, `ash-`."""
    lower = words[at].group().lower()
    if at + 1 == len(words) or (lower not in _ARTICLES and lower not in _SUN):
        return False
    gap = text[words[at].end() : words[at + 1].start()]
    return gap == "-" or (lower in _ARTICLES and not gap.strip(" -"))


@lru_cache(maxsize=1 << 14)
def sequences(name: str) -> frozenset[tuple[str, ...]]:
    """The rows of tokens under which a name is found: as written, by its key, hyphens closed, digits apart."""
    plain = [token.text for token in tokens(name)]
    while len(plain) > 1 and plain[0] in _LEADING:
        plain = plain[1:]
    rows = {tuple(plain), tuple(_SAME.get(word, word) for word in names.key(name).split())}
    if "-" in name:
        closed = name.replace("-", "")
        rows.add(tuple(token.text for token in tokens(closed)))
    if any(c.isdigit() for c in name):
        apart = re.sub(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", " ", name)
        rows.add(tuple(token.text for token in tokens(apart)))
    return frozenset(row for row in rows if 0 < len(row) <= LONGEST and sum(map(len, row)) > 1)


def _step(hash: int, token: str) -> int:
    return (hash * _FACTOR + hashed(token)) & _BITS


class Finder:
    """Names and who bears them. Build it with `of`, or from the sections that `sections_of` gave.

    `digest` is the same for the same names in the same order, in every process.
    """

    def __init__(self, sections: Sections) -> None:
        self._nodes = sections["nodes"].cast("Q")
        self._hashes = sections["hashes"].cast("Q")
        self._named = sections["named"].cast("I")
        self._owners = sections["owners"].cast("I")
        self._flags = sections["flags"]
        self._parents = sections["parents"].cast("I")
        self._names = Strings.of("names", sections)
        self._ids = Strings.of("ids", sections)
        self.digest = bytes(sections["digest"]).hex()

    @classmethod
    def of(cls, rows: Iterable[Naming]) -> Finder:
        """A finder of these names, in memory."""
        return cls(unpack(memoryview(b"".join(pack(sections_of(rows))))))

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[Naming]:
        return map(self._naming, range(len(self)))

    def numbered(self, number: int) -> tuple[Naming, int]:
        """A naming by its number, in the order in which they were given, and the number of its actor."""
        return self._naming(number), self._owners[number]

    def find(self, text: str, accepts: Callable[[Found], bool] = lambda _: True) -> list[Found]:
        """The names in a text, from left to right, of those that begin at one word the longest that is accepted."""
        cut = tokens(text)
        found: list[Found] = []
        at = 0
        while at < len(cut):
            best = next((row for row in self.at(cut, at) if accepts(row[1])), None)
            if best:
                found.append(best[1])
            at = best[0] if best else at + 1
        return found

    def at(self, cut: Sequence[Token], first: int) -> Iterator[tuple[int, Found]]:
        """The names that begin at a token, the longest first, each with the number of the token past its end."""
        for end in reversed(self._ends(cut, first)):
            namings = self.bearing(tuple(token.text for token in cut[first:end]))
            if namings:
                yield end, Found(cut[first].start, cut[end - 1].end, namings)

    def _ends(self, cut: Sequence[Token], first: int) -> list[int]:
        ends: list[int] = []
        hash = 0
        for at in range(first, min(len(cut), first + LONGEST)):
            if at > first and cut[at].parted:
                break
            hash = _step(hash, cut[at].text)
            flags = self._node(hash)
            if flags & _ENDS:
                ends.append(at + 1)
            if not flags & _GOES_ON:
                break
        return ends

    def bearing(self, row: tuple[str, ...]) -> tuple[Naming, ...]:
        """Every naming under this row of tokens, in the order of the actors."""
        hash = 0
        for token in row:
            hash = _step(hash, token)
        places = spots(self._hashes, hash)[:MOST_BEARERS]
        found = (self._naming(self._named[spot]) for spot in places)
        # A hash may be shared by chance, or by design: the name itself is looked at.
        return tuple(naming for naming in found if row in sequences(naming.name))

    def _node(self, hash: int) -> int:
        wanted = hash & ~_FLAGS
        spot = bisect_left(self._nodes, wanted)
        node = self._nodes[spot] if spot < len(self._nodes) else 0
        return node & _FLAGS if node & ~_FLAGS == wanted else 0

    def _naming(self, number: int) -> Naming:
        owner, flags = self._owners[number], self._flags[number]
        parent = self._parents[owner]
        return Naming(
            self._names[number],
            _KINDS[flags & ~_WEAK],
            self._ids[owner],
            bool(flags & _WEAK),
            self._ids[parent] if parent != _NOBODY else "",
        )


def sections_of(rows: Iterable[Naming]) -> dict[str, bytes]:
    """The sections out of which a `Finder` finds these names."""
    actors: dict[str, int] = {}
    parents: dict[str, str] = {}
    texts: list[str] = []
    owners, flags, nodes = array("I"), array("B"), array("Q")
    entries: list[tuple[int, int]] = []
    told = blake2b(digest_size=16)
    for number, row in enumerate(rows):
        owners.append(actors.setdefault(row.actor, len(actors)))
        flags.append(_KINDS.index(row.kind) | (_WEAK if row.weak else 0))
        texts.append(row.name)
        told.update("\t".join((row.name, row.kind, row.actor, row.parent, "\n" if row.weak else "")).encode())
        if row.parent:
            parents[row.actor] = row.parent
        for sequence in sequences(row.name):
            hash = 0
            for at, token in enumerate(sequence, 1):
                hash = _step(hash, token)
                nodes.append(hash & ~_FLAGS | (_ENDS if at == len(sequence) else _GOES_ON))
            entries.append((hash, number))
    entries.sort()
    return {
        "nodes": ints(_merged(sorted(nodes))),
        "hashes": ints(hash for hash, _ in entries),
        "named": ints((number for _, number in entries), "I"),
        "owners": owners.tobytes(),
        "flags": flags.tobytes(),
        "parents": ints((actors.get(parents.get(actor, ""), _NOBODY) for actor in actors), "I"),
        "digest": told.digest(),
        **Strings.pack("names", texts),
        **Strings.pack("ids", actors),
    }


def _merged(nodes: list[int]) -> Iterator[int]:
    """Each node once, with all its flags."""
    last = -1
    for node in nodes:
        if node & ~_FLAGS == last & ~_FLAGS and last >= 0:
            last |= node
            continue
        if last >= 0:
            yield last
        last = node
    if last >= 0:
        yield last
