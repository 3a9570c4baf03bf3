"""Whom a document has in view: who is named in this sentence and the last, and which of them a pronoun means."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from allegiance.model import Kind
from allegiance.reading.chains import Chain, Chains
from allegiance.reading.clause import Clause
from allegiance.reading.phrases import Phrase
from allegiance.reading.portraits import Portraits
from allegiance.reading.referents import IT, THEY, official
from allegiance.reading.runs import Mention

STEAD = re.compile(r"(?:his|her) (?:place|stead)\b")
Row = tuple[int, int, bool]
"""Where an actor is named in the sentence, its chain (-2: a description that has no name), and whether as a subject."""


REACH = 2
"""How many sentences back `both` and `the two men` look for those that they mean."""


@dataclass(frozen=True, slots=True)
class Several:
    """Those that a sentence names side by side, and whether they are its subject; `head` is what it calls them."""

    chains: tuple[int, ...]
    kind: Kind
    number: int
    end: int
    subject: bool
    head: str


@dataclass(slots=True)
class Attention:
    """Who has been named so far, nearest last."""

    text: str
    chains: Chains
    mentions: Sequence[Mention]
    topic: int = -1
    last_persons: list[int] = field(default_factory=list)
    last_groups: list[int] = field(default_factory=list)
    here_persons: list[Row] = field(default_factory=list)
    here_groups: list[Row] = field(default_factory=list)
    recent_groups: list[int] = field(default_factory=list)
    unnamed: Phrase | None = None
    portraits: Portraits = field(init=False)
    number: int = 0
    last_seen: dict[int, int] = field(default_factory=dict)
    sets: list[Several] = field(default_factory=list)
    same: dict[str, int] = field(default_factory=dict)

    def chain(self, index: int) -> Chain:
        """The chain with this number, after merges."""
        return self.chains.chains[index]

    def __post_init__(self) -> None:
        self.portraits = Portraits(self.text, self.mentions)

    def enter(self, clauses: Sequence[Clause], named: Sequence[int]) -> None:
        """Begin a sentence: who is named together in it, and what it says of its persons."""
        self.number += 1
        self.here_persons, self.here_groups, self.same = [], [], {}
        self.portraits.look(clauses, named)
        for index in named:
            self.last_seen[self.mentions[index].chain] = self.number
        self.sets = [s for s in self.sets if self.number - s.number <= REACH]
        self.sets.extend(self._together(clauses))

    def _together(self, clauses: Sequence[Clause]) -> Iterator[Several]:
        """The persons and the groups that a clause names side by side: `A and B were killed`."""
        for clause in clauses:
            for function in dict.fromkeys(a.function for a in clause.args):
                phrases = clause.get(function)
                whole = [m for p in phrases for m in (p.members or (p,))]
                rows = [self.mentions[p.mention] for p in whole if p.mention >= 0]
                for kind in (Kind.PERSON, Kind.GROUP):
                    chains = tuple(dict.fromkeys(m.chain for m in rows if m.kind is kind))
                    if len(chains) > 1 and len(chains) == len(whole):
                        first = function == ("obj" if clause.passive else "subj")
                        head = next((p.head for p in phrases if p.members), "")
                        yield Several(chains, kind, self.number, rows[-1].end, first, head)

    def near(self, distance: int = 2) -> list[int]:
        """The persons named in this sentence or the few before it, the nearest last."""
        rows = sorted((n, c) for c, n in self.last_seen.items() if self.number - n <= distance)
        return [c for _, c in rows if self.chain(c).kind is Kind.PERSON]

    def leave(self) -> None:
        """Close a sentence: what was in it becomes what the next may refer to."""

        def ordered(rows: list[tuple[int, int, bool]]) -> list[int]:
            out: list[int] = []
            for _, chain, _ in sorted(rows, key=lambda r: (not r[2], r[0])):
                if chain not in out and chain >= 0:
                    out.append(chain)
            return out

        if self.here_persons:
            self.last_persons = ordered(self.here_persons)
        if self.here_groups:
            self.last_groups = ordered(self.here_groups)
            for chain in reversed(self.last_groups):
                if chain in self.recent_groups:
                    self.recent_groups.remove(chain)
                self.recent_groups.insert(0, chain)

    def person(self, start: int, word: str, other: Collection[int] = ()) -> int:
        """Whom `he` means: the sentence's subject so far, else its only person, else the last sentence's subject.

        `other` are those whom it cannot mean.
        """
        fits = [r for r in self.here_persons if r[1] not in other and self.portraits.may_be(r[1], word)]
        before = [r for r in fits if r[0] < start]
        if STEAD.match(self.text, start) and len({r[1] for r in before}) == 1 and not before[0][2]:
            return self.last_persons[0] if self.last_persons else -1  # `They named Peter in his place`: another's.
        subjects = [r for r in before if r[2]]
        if subjects:
            return subjects[0][1] if len({r[1] for r in subjects}) == 1 else subjects[-1][1]
        if word in self.same and self.same[word] not in other:
            return self.same[word]
        if len({r[1] for r in before}) == 1:
            return before[-1][1]
        if before:
            return before[0][1]
        likely = [c for c in self.last_persons if c not in other and self.portraits.may_be(c, word)]
        if len(likely) > 1 and any(s.kind is Kind.PERSON and likely[0] in s.chains for s in self.sets[-2:]):
            return -1  # `Baro and Gana met. He was freed`: which of them?
        return likely[0] if likely else -1

    def body(self, start: int, pronoun: str, other: Collection[int] = ()) -> int:
        """What `it` and `they` mean, likewise among groups; `they` may be people that have no name."""
        before = [r for r in self.here_groups if r[0] < start and r[1] not in other]
        subjects = [r for r in before if r[2]]
        if subjects:
            spoke, speaker = subjects[-1][0], subjects[-1][1]
            troops = self.unnamed is not None and self.unnamed.head in ("army", "military")
            state = official(self.chain(speaker).name) if speaker >= 0 else troops
            ends = pronoun == "it" and self.text[start + 2 : start + 3] in ".,;:"
            if state and ends and any(m.kind is Kind.PERSON and spoke < m.start < start for m in self.mentions):
                return -1  # `The army says that Hamid leads it`: some body that it speaks of.
            return speaker
        word = "it" if pronoun in IT else "they"
        if word in self.same and self.same[word] not in other:
            return self.same[word]
        if pronoun in THEY and any(r[2] and r[0] < start for r in self.here_persons):
            return -1
        if len({r[1] for r in before}) == 1:
            return before[-1][1]
        if before:
            return -1
        last = [c for c in self.last_groups if c not in other]
        plain = [c for c in last if not official(self.chain(c).name)]
        if plain or last:
            return (plain or last)[0]
        return self.topic if self.topic not in other else -1

    def counterpart(self, start: int) -> int:
        """Whose rival, or whose breakaway, is spoken of here: the sentence's group so far, else the last one's."""
        after = next((m.chain for m in self.mentions if m.start > start), -1)
        before = [r for r in sorted(self.here_groups) if r[0] < start and r[1] >= 0 and r[1] != after]
        subjects = [r for r in before if r[2]]
        if subjects or before:
            near = (subjects or before)[-1][1]
            return near if subjects or len({r[1] for r in before}) == 1 else -1
        if self.topic not in (-1, after):
            return self.topic
        plain = [c for c in self.last_groups if c != after and not official(self.chain(c).name)]
        here = {r[1] for r in self.here_groups if r[1] >= 0 and r[1] != after}
        likely = plain or list(here)
        return likely[0] if len(likely) == 1 else -1
