"""Which of many names may be another spelling of one: an index by the consonants of their words.

A name is looked up by what its words sound like without their vowels (`skeleton`), with one consonant wrong or missing,
by the names that its words are known to be forms of, by two neighbours written as one, and by its initials where it is
an acronym. Names that share the rarest of these are compared, and the likest given.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise
from math import log

from allegiance.actors.bodies import body_name
from allegiance.actors.compare import CHARACTERS, UNSURE_FROM, Comparison, compare
from allegiance.actors.parts import Part, person_name
from allegiance.actors.romanise import skeleton, sounds
from allegiance.model import Kind

COMPARED = 40
"""So many names of the index are compared with the one that is looked for."""

FOLLOWED = 20_000
"""So many entries of the index are followed for one name, those of the rarest keys first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name of the index and how it compares with the one that was looked for."""

    name: str
    comparison: Comparison


class Candidates:
    """Names of one kind, to be looked up by other spellings. A hundred thousand take some hundred megabytes."""

    def __init__(self, names: Iterable[str], kind: Kind = Kind.PERSON) -> None:
        self._kind = kind
        self._names = list(dict.fromkeys(names))
        self._by_key: dict[str, array[int]] = {}
        for at, name in enumerate(self._names):
            for key in _keys(name, kind):
                self._by_key.setdefault(key, array("I")).append(at)

    def __len__(self) -> int:
        return len(self._names)

    def near(self, name: str, limit: int = 10, least: float = UNSURE_FROM) -> list[Candidate]:
        """The names most like this one, the likest first, at most `limit`, none with a lower score than `least`."""
        found = (Candidate(other, compare(name, other, self._kind)) for other in self._worth_comparing(name))
        kept = [candidate for candidate in found if candidate.comparison.score >= least]
        return sorted(kept, key=lambda candidate: (-candidate.comparison.score, candidate.name))[:limit]

    def _worth_comparing(self, name: str) -> list[str]:
        """The names that share most with this one, keys that few have counting most."""
        weights: dict[int, float] = defaultdict(float)
        rows = [rows for key in _keys(name, self._kind) if (rows := self._by_key.get(key))]
        rows.sort(key=len)
        left = FOLLOWED
        for row in rows:
            weight = log(2 + len(self._names) / len(row))
            for at in row[:left]:
                weights[at] += weight
            left -= len(row)
            if left <= 0:
                break
        best = nsmallest(COMPARED, weights, key=lambda at: (-weights[at], at))
        return [self._names[at] for at in best]


def _keys(name: str, kind: Kind) -> set[str]:
    """The keys under which a name stands in the index, and is looked up."""
    short = name[:CHARACTERS]
    if kind is Kind.PERSON:
        parts = person_name(short).words
        words = [word for word in parts if word.part is not Part.INITIAL] or list(parts)
        keys = {f"={form.lstrip('~')}" for word in words for form in word.known}
        texts = [word.text for word in words]
    else:
        body = body_name(short)
        keys = {f"={word.meaning}" for word in body.words}
        texts = [word.text for word in body.words]
        keys |= {f"@{acronym}" for acronym in body.acronyms}
        initials = "".join(text[:1] for text in body.whole)
        keys |= (
            {f"@{initials}", f"@{''.join(text[:1] for text in texts)}"}
            if len(body.whole) > 1
            else {f"@{text}" for text in texts}
        )
    for text in (*texts, *(a + b.removeprefix("^") for a, b in pairwise(texts))):
        keys |= _skeletons(text)
    return keys


def _skeletons(text: str) -> set[str]:
    """The consonants of a word, and, of a longer one, these with one left out."""
    bones = skeleton(sounds(text))
    if not bones:
        return {sounds(text)} - {""}
    return {bones, *(bones[:at] + bones[at + 1 :] for at in range(len(bones)) if len(bones) > 3)}
