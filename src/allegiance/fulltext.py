"""What is looked for in texts, and where it stands: words, phrases and beginnings of words. Pure.

A text is folded into words of `a-z` and `0-9`: case, accents and apostrophes do not count, and whatever stands in
another script is spelt in Latin letters, so that `ivanov` finds `Иванов` and the reverse. Scripts that are written
without spaces are taken character by character. A store keeps the folded words, never the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from allegiance.errors import BadQuery
from allegiance.model import Appearance, Recorded
from allegiance.names import words

BREAK = "_"
"""Stands between a title, a publisher and a text as a word that nobody can look for: no phrase runs across it."""
LONGEST_WORD = 64
WORDS_AT_ONCE = 4_000
"""A longer text is kept in parts of so many words, for what is looked for to stand within one of them."""
OVERLAP = 50
"""How many words of a part stand in the next too, so that a phrase is found wherever it stands."""
LONGEST_HEAD = 200
"""So many words of a title, and as many of a publisher's name, are looked at."""
TERMS_AT_MOST = 24
LONGEST_PHRASE = 24
SNIPPET = 36
"""How many words a passage has that is shown of a text."""
LEAD = 8
"""How many of these stand before the first that was looked for."""
OPEN, CLOSE = "⟦", "⟧"
"""What stands around a word that was looked for in a passage that is shown."""

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u200c\u200d"
)
_LETTER = rf"[^\W_{_UNSPACED}]"
_WORD = re.compile(rf"[{_UNSPACED}]|{_LETTER}[^\W_{_UNSPACED}{_MARKS}]*(?:[{_MARKS}'’‘ʼʻʾʿ`´]+{_LETTER}+)*[{_MARKS}]*")
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+(?:['`][A-Za-z0-9]+)*")
_ASKED = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word of a text, and the characters at which it stands there."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in their order."""
    for found in (_ASCII_WORD if text.isascii() else _WORD).finditer(text):
        for word in _folded(found[0]):
            yield Token(word, found.start(), found.end())


def folded(text: str) -> list[str]:
    """The folded words of a text."""
    if text.isascii():
        return _folded_ascii(text)
    return [word for found in _WORD.findall(text) for word in _folded(found)]


def _folded_ascii(text: str) -> list[str]:
    """The same of a text of ASCII, as most are: an apostrophe is all that can stand in a word of it."""
    pieces = text.translate(_SPACED).split()
    if "'" not in text and "`" not in text and max(map(len, pieces), default=0) <= LONGEST_WORD:
        return pieces
    return [word for piece in pieces for word in _apart(piece)]


@lru_cache(maxsize=1 << 14)
def _apart(piece: str) -> tuple[str, ...]:
    return tuple([word for found in _ASCII_WORD.findall(piece) for word in _folded(found)])


_SPACED = {n: c.lower() if (c := chr(n)).isalnum() or c in "'`" else " " for n in range(128)}


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> tuple[str, ...]:
    if word.isascii() and word.isalnum():
        return (word.lower()[:LONGEST_WORD],)
    spelt = anyascii(" ".join(words(word)).replace("\u200c", "").replace("\u200d", ""))
    return tuple(part[:LONGEST_WORD] for part in words(spelt))


def parts(appearance: Appearance, text: str) -> Iterator[str]:
    """What is kept of a text as it appeared: its title, its publisher and its words, of a long one part by part."""
    # The head stands in every part: of one without end, every part would be as large.
    titled, by = folded(appearance.title)[:LONGEST_HEAD], folded(appearance.publisher)[:LONGEST_HEAD]
    head = [*titled, BREAK, *by, BREAK]
    body = folded(text)
    for start in range(0, max(len(body) - OVERLAP, 1), WORDS_AT_ONCE):
        yield " ".join(head + body[start : start + WORDS_AT_ONCE + OVERLAP])


@dataclass(frozen=True, slots=True)
class Term:
    """Words in a row, of which the last is only the beginning of a word where `prefix`."""

    words: tuple[str, ...]
    prefix: bool = False

    def at(self, sought: Sequence[str]) -> Iterator[int]:
        """The places in a row of folded words at which it begins."""
        first, length = self.words[0], len(self.words)
        for place, word in enumerate(sought):
            if (word == first or (length == 1 and self.prefix and word.startswith(first))) and (
                length == 1 or self._goes_on(sought[place + 1 : place + length])
            ):
                yield place

    def meets(self, words: Collection[str]) -> bool:
        """Whether one of these words may be one of those that it looks for."""
        begun = self.prefix and any(word.startswith(self.words[-1]) for word in words)
        return begun or any(word in words for word in self.words)

    def _goes_on(self, rest: Sequence[str]) -> bool:
        """Whether the words after the first are these."""
        if len(rest) < len(self.words) - 1:
            return False
        *middle, last = self.words[1:]
        ends = rest[-1].startswith(last) if self.prefix else rest[-1] == last
        return ends and list(rest[:-1]) == middle

    def stands_in(self, sought: Sequence[str]) -> bool:
        """Whether it stands in a row of folded words."""
        return next(self.at(sought), None) is not None


Group = tuple[Term, ...]
"""Terms of which one is enough."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: of each group of `wanted` one term, and none that is `unwanted`; `text` is as typed."""

    text: str
    wanted: tuple[Group, ...]
    unwanted: Group = ()

    def fits(self, sought: Sequence[str]) -> bool:
        """Whether a row of folded words is what is looked for."""
        return all(stands_in(group, sought) for group in self.wanted) and not stands_in(self.unwanted, sought)

    def snippet(self, text: str, veil: Veil | None = None) -> str:
        """The passage of a text that has most of what is looked for, each such word between `OPEN` and `CLOSE`.

        What a `veil` hides is not marked, nor is a passage chosen for it. Where nothing of it stands in the text the
        passage is its beginning.
        """
        found = list(tokens(text))
        sought = [token.word for token in found]
        sought = veil.over(sought) if veil else sought
        spans: dict[int, int] = {}
        marks: dict[int, int] = {}
        for number, group in enumerate(self.wanted):
            for term in group:
                for place in term.at(sought):
                    spans[place] = max(spans.get(place, 0), place + len(term.words))
                    marks[place] = number
        first = _densest(marks)
        last = min(first + SNIPPET, len(found))
        at = found[first].start if first else 0
        pieces = ["… "] if first else []
        for place in range(first, last):
            if place in spans and found[place].start >= at:
                marked = found[place].start, found[min(spans[place], len(found)) - 1].end
                pieces += [_unmarked(text[at : marked[0]]), OPEN, _unmarked(text[slice(*marked)]), CLOSE]
                at = marked[1]
        end = len(text) if last == len(found) else max(at, found[last - 1].end)
        pieces += [_unmarked(text[at:end]), " …" if end < len(text) else ""]
        return "".join(pieces)


def stands_in(group: Group, sought: Sequence[str]) -> bool:
    """Whether one of these terms stands in a row of folded words."""
    return any(term.stands_in(sought) for term in group)


def _unmarked(text: str) -> str:
    return text.replace(OPEN, "[").replace(CLOSE, "]")


def _densest(marks: Mapping[int, int]) -> int:
    """The place at which the passage begins that has most groups, and of these most words; the first of several."""
    places = sorted(marks)
    best, begins = (0, 0), 0
    for number, place in enumerate(places):
        within = []
        for other in places[number : number + SNIPPET]:
            if other >= place + SNIPPET - LEAD:
                break
            within.append(marks[other])
        worth = (len(set(within)), len(within))
        if worth > best:
            best, begins = worth, place
    return max(0, begins - LEAD)


def query_of(text: str) -> Query:
    """What a line asks for: words, all of which are wanted; `"a phrase"`, `this OR that`, `-not`, `begin*`.

    Nothing that can be typed is wrong but a line without a word that is wanted. Raises BadQuery.
    """
    groups: list[list[Term]] = []
    unwanted: list[Term] = []
    joined = False
    for number, found in enumerate(_ASKED.finditer(text)):
        if number > TERMS_AT_MOST * 2 or len(groups) + len(unwanted) > TERMS_AT_MOST:
            raise BadQuery(f"more than {TERMS_AT_MOST} words are looked for at once", hint="leave some of them out")
        word = found["word"] or ""
        if word in ("OR", "|"):
            joined = bool(groups)
            continue
        term = None if word == "AND" else _term(found["phrase"] or word, phrase=found["phrase"] is not None)
        if term is None:
            continue
        if found["minus"]:
            unwanted.append(term)
        elif joined:
            groups[-1].append(term)
        else:
            groups.append([term])
        joined = False
    if not groups:
        said = "no word in it says what is to be left in" if unwanted else "there is no word in it to look for"
        raise BadQuery(f"{text.strip()!r}: {said}", hint="give a word, or several")
    return Query(text.strip(), tuple(map(tuple, groups)), tuple(unwanted))


def _term(text: str, *, phrase: bool) -> Term | None:
    """What one word or phrase of a question looks for; a word with a hyphen is a phrase of its parts."""
    asked = folded(text)[:LONGEST_PHRASE]
    if not asked:
        return None
    return Term(tuple(asked), not phrase and text.rstrip().endswith("*"))


@dataclass(frozen=True, slots=True)
class Sought:
    """A question and what narrows it: claim types, publishers as they are spelt, days of publication (EDTF).

    With types only claims are looked for. At most `limit` documents and as many claims are given.
    """

    query: Query
    types: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    limit: int = 10


@dataclass(frozen=True, slots=True)
class FoundText:
    """A document that has what was looked for, as it appeared, and the passage."""

    document: str
    appearance: Appearance
    snippet: str


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim that has what was looked for, its sentence with that marked, and by which other name it was found."""

    recorded: Recorded
    snippet: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, best first, and what is to be said about how it was looked for."""

    texts: tuple[FoundText, ...] = ()
    claims: tuple[FoundClaim, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Veil:
    """What is not found by: the names of private persons and of minors, beside the names that a document shows."""

    withheld: tuple[tuple[str, ...], ...] = ()
    shown: tuple[tuple[str, ...], ...] = ()

    def over(self, sought: Sequence[str]) -> list[str]:
        """A row of folded words with `""` for those that name somebody whose name is withheld.

        That are the whole names, and each of their words that is none of a name that is shown.
        """
        open_words = {word for name in self.shown for word in name}
        hidden = {word for name in self.withheld for word in name} - open_words
        out = ["" if word in hidden else word for word in sought]
        covered = {at for name in self.shown for at in _whole(name, sought)}
        for name in self.withheld:
            for at in _whole(name, sought):
                if at not in covered:
                    out[at] = ""
        return out


def veil_of(names: Mapping[str, str]) -> Veil:
    """The veil over a document of these names, each with what stands in its place where it is withheld, else `""`."""
    withheld = {tuple(folded(name)) for name, instead in names.items() if instead} - {()}
    return Veil(tuple(sorted(withheld)), tuple(sorted({tuple(folded(n)) for n, i in names.items() if not i} - {()})))


def _whole(name: tuple[str, ...], sought: Sequence[str]) -> Iterator[int]:
    """Every place at which a word of a name stands as a part of it."""
    for start in Term(name).at(sought):
        yield from range(start, start + len(name))
