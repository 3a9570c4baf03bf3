"""Whom a document has in view: who is named in this sentence and the last, and which of them a pronoun means."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from allegiance.model import Kind
from allegiance.reading.chains import Chain, Chains
from allegiance.reading.clause import Clause
from allegiance.reading.phrases import Phrase
from allegiance.reading.portraits import Portraits
from allegiance.reading.prominence import CIVIL_POSTS, CROWD, NOBODY, REBEL, UNLIKELY, UNNAMED, Prominence, Row
from allegiance.reading.protagonists import Protagonists
from allegiance.reading.referents import GENERIC_GROUPS, IT, THEY, official
from allegiance.reading.runs import Mention
from allegiance.reading.usage import PLAIN_USE, Use

OWN = re.compile(r"its own\b", re.IGNORECASE)
STEAD = re.compile(r"(?:his|her) (?:place|stead)\b")
NEVER = float("-inf")

RIVALS = re.compile(r"(?:its|their) (?:\w+ )?(?:rival|rivals|enemy|foe)\b", re.I)
"""A rival is that of the body named last: `the army said he had left the Front for its rival, the Guard`."""
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
    recent_groups: list[int] = field(default_factory=list)
    unnamed: Phrase | None = None
    portraits: Portraits = field(init=False)
    prominent: Prominence = field(init=False)
    leading: Protagonists = field(init=False)
    number: int = 0
    last_seen: dict[int, int] = field(default_factory=dict)
    sets: list[Several] = field(default_factory=list)
    same: dict[str, int] = field(default_factory=dict)

    def chain(self, index: int) -> Chain:
        """The chain with this number, after merges."""
        return self.chains.chains[index]

    def __post_init__(self) -> None:
        self.portraits = Portraits(self.text, self.mentions)
        self.prominent = Prominence(self.chains, self.mentions)
        self.leading = Protagonists(self.text, self.chains, self.mentions)

    @property
    def here_persons(self) -> list[Row]:
        """The persons of this sentence so far."""
        return self.leading.here

    @property
    def here_groups(self) -> list[Row]:
        """The bodies of this sentence so far."""
        return self.prominent.here

    def enter(self, clauses: Sequence[Clause], named: Sequence[int], paragraph: int = 0) -> None:
        """Begin a sentence: who is named together in it, and what it says of its persons."""
        self.number += 1
        self.same = {}
        self.prominent.topic = self.topic
        self.prominent.enter(clauses, paragraph)
        self.leading.enter(clauses, named, paragraph)
        self.portraits.look(clauses, named)
        for index in named:
            self.last_seen[self.mentions[index].chain] = self.number
        self.sets = [s for s in self.sets if self.number - s.number <= REACH]

    def speak_of_topic(self, start: int) -> None:
        """The sentence that begins here tells of what its section's heading names, without naming it."""
        self.here_groups.append((start, self.topic, True))

    def gather(self, clauses: Sequence[Clause], bound: Mapping[int, int]) -> None:
        """Take in those whom a sentence names side by side, by name or by pronoun."""
        self.sets.extend(self._together(clauses, bound))

    def _together(self, clauses: Sequence[Clause], bound: Mapping[int, int]) -> Iterator[Several]:
        """The persons and the groups that a clause names side by side: `A and B were killed`, `he and B left`."""
        for clause in clauses:
            for function in dict.fromkeys(a.function for a in clause.args):
                phrases = clause.get(function)
                whole = [m for p in phrases for m in (p.members or (p,))]
                rows = [self.mentions[p.mention] for p in whole if p.mention >= 0]
                meant = [self.mentions[p.mention].chain if p.mention >= 0 else bound.get(p.start, -1) for p in whole]
                for kind in (Kind.PERSON, Kind.GROUP) if rows else ():
                    chains = tuple(dict.fromkeys(c for c in meant if c >= 0 and self.chain(c).kind is kind))
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
        self.prominent.leave()
        self.leading.leave()

    def person(self, start: int, word: str, other: Collection[int] = (), use: Use = PLAIN_USE) -> int:
        """Whom `he` means; `other` are those whom it cannot mean."""
        before = [r for r in self.here_persons if r[0] < start and r[1] not in other]
        if STEAD.match(self.text, start):
            acting = {r[1] for r in before if r[2]}
            done_to = list(dict.fromkeys(r[1] for r in sorted(before) if r[1] not in acting))
            if len(done_to) == 2 and len(acting) == 1:
                return done_to[0]  # `James sacked Peter and named Paul in his place`.
        if STEAD.match(self.text, start) and len({r[1] for r in before}) == 1 and not before[0][2]:
            if " and " in self.text[before[0][0] : start]:
                return before[0][1]  # `It sacked Peter and put in his place Paul`.
            return self.last_persons[0] if self.last_persons else NOBODY  # `They named Peter in his place`: another's.
        if STEAD.match(self.text, start) and len({r[1] for r in before}) == 1:
            return before[0][1]  # `When Peter was killed, James took his place`.
        if word in self.same and self.same[word] not in other and not use.above:
            return self.same[word]
        return self.leading.which(
            start, lambda c: self.portraits.may_be(c, word), other, use.above, use.verb, use.apart
        )

    def body(self, start: int, pronoun: str, other: Collection[int] = (), use: Use = PLAIN_USE) -> int:
        """What `it` and `they` mean, likewise among groups; `they` may be people that have no name."""
        word = "it" if pronoun in IT else "they"
        if word in self.same and self.same[word] not in other:
            return self.same[word]
        likely = [r[1] for r in self.here_groups if r[0] < start and r[1] not in other]
        may = {c: self._owns(c, use.noun, pronoun) for c in likely}
        before = [r for r in self.here_groups if r[0] < start and may.get(r[1], NEVER) > NEVER]
        heads = [r[0] for r in before if r[2]]
        nearer = [r for r in before if r[1] >= 0 and heads and r[0] > heads[-1]]
        if nearer and RIVALS.match(self.text, start):
            return nearer[-1][1]
        if pronoun in IT:
            before = [r for r in before if r[1] != CROWD]
            formed = {r[1] for r in before if r[1] in self.prominent.formed}
            if use.noun and len(formed) == 1:
                return formed.pop()  # `A and B merged into C, with Peter as its head`.
            above = [r for at in use.above for r in before if r[0] == at]
            if OWN.match(self.text, start) and not (above and self._is_name(*above[0][:2])):
                first = min((r for r in self.here_groups if r[2] and r[0] < start), default=None)
                if first is not None and (first[1] < 0 or official(self.chain(first[1]).name)):
                    return UNNAMED  # `The ministry barred the Front from talks that its own envoy opened`.
            if above:
                return above[0][1]
        subjects = [r for r in before if r[2]]
        if subjects:
            spoke, speaker = subjects[-1][0], subjects[-1][1]
            troops = self.unnamed is not None and self.unnamed.head in ("army", "military")
            state = official(self.chain(speaker).name) if speaker >= 0 else troops
            ends = pronoun == "it" and self.text[start + 2 : start + 3] in ".,;:"
            if state and ends and any(m.kind is Kind.PERSON and spoke < m.start < start for m in self.mentions):
                return NOBODY  # `The army says that Hamid leads it`: some body that it speaks of.
            return max(speaker, UNNAMED)
        if pronoun in THEY:
            if any(r[2] and r[0] < start for r in self.here_persons):
                return NOBODY
            if before:
                return max(before[-1][1], UNNAMED) if len({r[1] for r in before}) == 1 else NOBODY
        found = self.prominent.which(start, lambda c: self._owns(c, use.noun, pronoun), other, use.noun, use.subject)
        return max(found, UNNAMED)

    def _is_name(self, start: int, chain: int) -> bool:
        """Whether a body stands at a place by its name, and not as that of one of its people."""
        return any(m.start == start and m.chain == chain for m in self.mentions)

    def _owns(self, chain: int, noun: str, pronoun: str = "it") -> float:
        """What it weighs for a body to own what a noun speaks of; minus infinity where it has no such thing."""
        if chain == CROWD:
            return 0.0 if pronoun in THEY else NEVER
        if chain == UNNAMED:
            bearing = self.unnamed is not None and self.unnamed.head in GENERIC_GROUPS
            return 0.0 if bearing or noun not in REBEL else NEVER
        armed = self.prominent.armed(chain)
        if noun in CIVIL_POSTS:
            return NEVER if armed else 0.0
        if noun in REBEL:
            return 0.0 if armed else NEVER
        return 0.0 if armed else UNLIKELY

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
