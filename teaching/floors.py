"""What floors would let stand: `python -m teaching.floors FILE…` reads passages that the network was not taught by.

Of each claim type: how many claims frames make and how many of them are right, by how probable the network finds them;
and how many proposals there are beside them from each probability on, and how many of those are right.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from allegiance import names
from allegiance.actors import load_register
from allegiance.model import TYPES, Claim, Document, Filler, Finding
from allegiance.reading.learned import proposing
from allegiance.reading.learned.candidates import Asked
from allegiance.reading.learned.labels import PAIRS
from allegiance.reading.learned.network import Matrix
from allegiance.reading.learned.proposing import Answered
from allegiance.reading.reader import EnglishReader
from teaching.passages import Passage, Told, all_of
from teaching.rows import roles_of

LEAST = 0.3
"""What is less probable than this is not looked at."""
STEPS = (0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.94, 0.97, 0.985)
BOUNDS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05)


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that was read: its type, whether a frame made it, what the network makes of it, whether it is right.

    `viewed` is a proposal that rests on somebody of whom the sentence does not speak.
    """

    type: str
    framed: bool
    probability: float | None
    right: bool
    viewed: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated claim: its type, its sentence, and for each key role what the one who fills it may be called."""

    type: str
    start: int
    end: int
    called: tuple[set[str], ...]

    def is_said_by(self, claim: Claim) -> bool:
        """Whether a claim says the same of the same, by their names or by the words that stand there."""
        keys = TYPES[self.type].keys
        orders = (keys, keys[::-1]) if TYPES[self.type].symmetric else (keys,)
        same = claim.type == self.type and claim.evidence.start < self.end and claim.evidence.end > self.start
        return same and any(all(map(_is_called, map(claim.filler, order), self.called)) for order in orders)


def _is_called(filler: Filler | None, called: set[str]) -> bool:
    """Whether a filler has one of some names; words without a name may stand with others about them."""
    if filler is None:
        return not called
    words = names.key(filler.mention).removeprefix("the ")
    return bool(called & {names.key(filler.name), names.key(filler.name).removeprefix("the "), words}) or any(
        re.search(rf"\b{re.escape(one)}\b", words) for one in called
    )


class Watching(EnglishReader):
    """The reader with low floors, noting what was answered of each sentence."""

    def __init__(self) -> None:
        super().__init__(load_register().names(), is_taught=True)
        self.floors, self.viewed, self.least = dict.fromkeys(PAIRS, LEAST), LEAST, 0.0
        self.told: list[Answered] = []

    def answers(self, asked: Asked) -> Matrix | None:
        """What the network answers, noted; where it was not asked, nothing is probable."""
        found, size = super().answers(asked), len(asked.given)
        nothing = np.zeros((size, size, 1), dtype=np.float32)
        self.told.append(Answered(asked, nothing if found is None else found))
        return found

    def judged(self, passage: Passage) -> tuple[list[Judged], Mapping[str, int]]:
        """The claims read in a passage, and how many of each type it makes."""
        self.told.clear()
        found, _ = self.read(Document(passage.text, "en"), "2020-06-15")
        gold = [one for told in passage.told for one in self._gold(told)]
        counts = Counter(told.type for told in passage.told)
        return [self._judged(one, gold) for one in found], counts

    def _gold(self, told: Told) -> Iterator[Gold]:
        """An annotated claim: its type, and what those who fill its key roles may be called."""
        words = {f.role: {names.key(f.words), names.key(f.meant)} - {""} for f in told.fills}
        for one in self.told:
            if one.asked.sentence.start < told.end and one.asked.sentence.end > told.start:
                called = {role: one.asked.given[k].referent for role, k in roles_of(told, one.asked).items()}
                own = {role: {names.key(who.name)} for role, who in called.items() if who is not None}
                called_so = tuple(words.get(r, set()) | own.get(r, set()) for r in TYPES[told.type].keys)
                yield Gold(told.type, told.start, told.end, called_so)

    def _judged(self, finding: Finding, gold: Sequence[Gold]) -> Judged:
        claim = finding.claim
        right = any(one.is_said_by(claim) for one in gold)
        if "learned." in finding.frame:
            said = next((float(words.split()[0]) for what, words in finding.because if what == "network"), None)
            viewed = any(not f.mention for f in claim.roles if f.role in TYPES[claim.type].keys)
            return Judged(claim.type, False, said, right, viewed)
        first, second, _ = PAIRS[claim.type][0]
        start, end = claim.evidence.start, claim.evidence.end
        beside = [t for t in self.told if t.asked.sentence.start < end and t.asked.sentence.end > start]
        one, other = claim.name(first), claim.name(second)
        found = (proposing.chance(claim.type, _called(one, t), _called(other, t), t) for t in beside)
        chances = [chance for chance in found if chance is not None]
        return Judged(claim.type, True, max(chances, default=None), right)


def _called(name: str, told: Answered) -> list[int]:
    return proposing.called(name, -1, told.asked)


def _told(type_: str, rows: Sequence[Judged], wanted: int) -> str:
    framed = [r for r in rows if r.framed]
    own = [r for r in rows if not r.framed and not r.viewed and r.probability is not None]
    viewed = [r for r in rows if r.viewed and r.probability is not None]
    low = [
        f"<{b:g} {sum(r.right for r in some)}/{len(some)}"
        for b in BOUNDS
        if (some := [r for r in framed if r.probability is not None and r.probability < b])
    ]
    head = f"{type_}: {wanted} made; frames {sum(r.right for r in framed)}/{len(framed)}"
    lines = (head, f"    of these {', '.join(low)}", f"    proposed {_by_step(own)}")
    return "\n".join((*lines, f"    of whom is in view {_by_step(viewed)}") if viewed else lines)


def _by_step(rows: Sequence[Judged]) -> str:
    """How many there are from each probability on, and how many of those are right."""
    some = {step: [r for r in rows if (r.probability or 0) >= step] for step in STEPS}
    return ", ".join(f"{step:g} {sum(r.right for r in found)}/{len(found)}" for step, found in some.items() if found)


def main() -> None:
    """Read, and print what was right."""
    reading = Watching()
    rows: dict[str, list[Judged]] = defaultdict(list)
    wanted: dict[str, int] = defaultdict(int)
    for passage in all_of([Path(name) for name in sys.argv[1:]]):
        found, counts = reading.judged(passage)
        for one in found:
            rows[one.type].append(one)
        for type_, count in counts.items():
            wanted[type_] += count
    for type_ in (*PAIRS, "all"):
        own = [r for some in rows.values() for r in some] if type_ == "all" else rows[type_]
        print(_told(type_, own, sum(wanted.values()) if type_ == "all" else wanted[type_]))


if __name__ == "__main__":
    main()
