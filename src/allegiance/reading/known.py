"""A register's names in a document: which of them the text supports.

A name that is also a word (`Dawn`), that several actors bear, or that is two or three letters (`IS`), names nobody by
itself. It is held back until the document gives more: another name of the actor that tells him, the name of the body
above him, or a word beside it that armed bodies go with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from allegiance import names
from allegiance.finder import Finder, Found, Naming, tokens
from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.layout import Paragraph
from allegiance.reading.runs import Word
from allegiance.reading.vocabulary import is_english

SHORTEST = 4
"""Letters of an acronym that is told from others by itself."""

SMALL = 4
"""Letters of the longest word that ties the parts of a name (`of`, `for`, `pour`)."""

BESIDE = 2
"""How many words from a name an armed word may stand and still speak of it."""


@dataclass(frozen=True, slots=True)
class Known:
    """A register's names, and the actors that one document supports (`within`)."""

    names: Finder
    supported: frozenset[str] = frozenset()

    @classmethod
    def of(cls, rows: Iterable[Naming]) -> Known:
        """From names in memory."""
        return cls(Finder.of(rows))

    def within(self, parts: Sequence[Paragraph]) -> Known:
        """The same names, with the actors that these paragraphs name beyond doubt."""
        sure: set[str] = set()
        for part in parts if self.names else ():
            for found in self.names.find(part.clean):
                if not doubtful(found, part.clean):
                    sure.update(naming.actor for naming in found.namings)
                    sure.update(naming.parent for naming in found.namings if naming.parent)
        return Known(self.names, frozenset(sure))

    def runs(self, clean: str, words: Sequence[Word]) -> list[tuple[int, int, Naming]]:
        """Ranges of words that are a name of the register, the longest at each place, with who bears it.

        Persons are not among them: where a man's name begins and ends, ranks and honorifics tell better.
        """
        if not self.names:
            return []
        cut = tokens(clean)
        places = _Places(words)
        found: list[tuple[int, int, Naming]] = []
        at = 0
        while at < len(cut):
            step = at + 1
            for past, row in self.names.at(cut, at):
                run = places.run(row)
                naming = self._meant(row, clean, words, run) if run else None
                if run and naming:
                    found.append((*run, naming))
                    step = past
                    break
            at = step
        return found

    def is_person(self, name: str) -> bool:
        """Whether a name of two words or more is that of persons of the register, and of nobody else."""
        row = tuple(token.text for token in tokens(name)) if self.names else ()
        bearers = self.names.bearing(row) if len(row) > 1 else ()
        return bool(bearers) and all(naming.kind is Kind.PERSON for naming in bearers)

    def _meant(self, row: Found, clean: str, words: Sequence[Word], run: tuple[int, int]) -> Naming | None:
        """Which actor a name stands for here, or None where the text does not support any."""
        bearers = [
            naming for naming in row.namings if naming.kind is not Kind.PERSON and _written_so(naming, row, clean)
        ]
        if not bearers or not doubtful(row, clean):
            return bearers[0] if bearers else None
        for naming in bearers:
            if naming.actor in self.supported or naming.parent in self.supported:
                return naming
        return bearers[0] if _armed_beside(words, run) and not _goes_on(words, run) else None


@dataclass(slots=True)
class _Places:
    """Which word begins, and which ends, at a character."""

    words: Sequence[Word]
    at: int = 0
    ends: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ends = {word.end: number + 1 for number, word in enumerate(self.words)}

    def run(self, found: Found) -> tuple[int, int] | None:
        """The words of a found name, or None where it does not begin with a capital, or ends within a word."""
        words = self.words
        while self.at > 0 and words[self.at - 1].start >= found.start:
            self.at -= 1
        while self.at < len(words) and words[self.at].start < found.start:
            self.at += 1
        first, end = self.at, self.ends.get(found.end, -1)
        while first < end and not words[first].cap and words[first].text.lower() in ("al", "el", "ul"):
            first += 1
        if first >= end or not words[first].cap:
            return None
        if not words[end - 1].cap and not words[end - 1].text[0].isdigit():
            return None
        word = words[first]
        if end - first == 1 and word.initial and not word.text.isupper() and names.key(word.text) in lexicon.openers():
            return None
        if first and words[first - 1].cap and words[first - 1].text.lower() in ("al", "el", "the"):
            first -= 1
        return first, end


def doubtful(found: Found, text: str) -> bool:
    """Whether a name in a text does not tell by itself who is meant."""
    actors = {naming.actor for naming in found.namings}
    if len(actors) > 1 or all(naming.weak for naming in found.namings):
        return True
    written = text[found.start : found.end]
    plain = names.key(written)
    if names.is_acronym(written):
        return sum(c.isalnum() for c in written) < SHORTEST or is_english(plain)
    return " " not in plain and (plain in lexicon.openers() or is_english(plain))


def _written_so(naming: Naming, found: Found, text: str) -> bool:
    """Whether the letters are capital where they must be: `Is` is no `IS`."""
    if not names.is_acronym(naming.name) or naming.name.count(" "):
        return True
    written = text[found.start : found.end]
    return written == naming.name or sum(map(str.isupper, written)) >= sum(map(str.isupper, naming.name))


def _goes_on(words: Sequence[Word], run: tuple[int, int]) -> bool:
    """Whether what stands around a name may make it part of a longer one: `Union for Change`, `Northern Union`."""
    first, end = run
    ahead = words[end : end + 2]
    small = len(ahead) == 2 and not ahead[0].cap and len(ahead[0].text) <= SMALL and ahead[1].cap
    before = words[first - 1] if first else None
    return bool(ahead and ahead[0].cap) or small or bool(before and before.cap and not before.initial)


def _armed_beside(words: Sequence[Word], run: tuple[int, int]) -> bool:
    """Whether one of the words next to a name is one that goes with armed bodies."""
    first, end = run
    near = [*words[max(0, first - BESIDE) : first], *words[end : end + BESIDE]]
    armed = lexicon.naming().armed
    return any(word.text.lower() in armed or word.text.lower().removesuffix("s") in armed for word in near)
