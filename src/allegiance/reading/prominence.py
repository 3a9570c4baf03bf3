"""Which body `its` and `the group` mean: of those in view, the one that the text is most about just here.

Every body that could be meant is weighed: as the subject of the sentence or of the last one, by standing at the head of
its paragraph or section, by being what the whole document is about, by having just been founded. The heaviest is meant,
and nobody where two weigh nearly alike. A court, a newspaper or a ministry is not weighed where the words ask for a
body under arms.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from allegiance import names
from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.chains import Chain, Chains
from allegiance.reading.clause import Clause
from allegiance.reading.referents import FORCES, official
from allegiance.reading.runs import Mention

Row = tuple[int, int, bool]
"""Where an actor is named in the sentence, its chain (-2: a description that has no name), and whether as a subject."""
NOBODY = -1
UNNAMED = -2
CROWD = -3
"""Instead of a chain: nobody; a body that has no name; people that have none."""

HERE_SUBJECT, HERE, LAST_SUBJECT, LAST = 4.0, 2.5, 3.0, 1.0
"""What a mention weighs as subject of this sentence, elsewhere in it, as subject of the last one, elsewhere in that."""
CLOSE, AHEAD, ELSEWHERE = 1.5, 60, -1.0
"""What it weighs to be the nearest before the words that mean it, within how many characters, and to stand in another
paragraph."""
HEADING, FOCUS, FOUNDED, MAIN, CALLED, RECENT, ALIKE, LATEST = 3.0, 1.5, 2.0, 1.5, 1.5, 0.5, 1.5, 0.5
"""What it weighs to be a section's heading, a paragraph's first body, new, the document's subject, called by the noun,
named a few sentences ago, subject as the words that mean it are, last of all in
view."""
LEFT, UNLIKELY = -2.0, -2.0
"""What it weighs to be what somebody has just left, and to be of a kind that the words seldom mean."""
MARGIN, LEAST, WEAK = 1.0, 0.5, 2.0
"""By how much the heaviest must outweigh the next; what it must weigh at least; and what it must weigh where the
sentence speaks of somebody else who cannot be meant."""
NEAR = 3
"""Sentences back that a body stays in view without more."""
DOMINANT = 2.0
"""How many times as often as any other the body that a document is about is named."""
UNASKED = -9
OPENING = 700
"""Characters within which a document names what it is about."""
KEPT = 8
"""How many of the bodies last in view are remembered in order."""

REBEL = frozenset(
    "leader emir amir founder co-founder fighter militant insurgent guerrilla rebel combatant rank follower "
    "sympathiser sympathizer ideologue deputy-leader warlord supremo gunman militiaman chieftain cadre recruit "
    "sub-commander militia bomber jihadist".split()
)
"""What only a body outside the state has: `its leader`, `its fighters`."""
CIVIL_POSTS = frozenset(
    "manager editor rector dean headmaster headmistress principal publisher shareholder customer patient pupil teller "
    "curator managing-director receptionist janitor editor-in-chief".split()
)
"""What only a firm, a school or a newspaper has."""
MUTUAL = frozenset(
    "fight clash battle meet ally merge unite negotiate talk compete feud quarrel reconcile skirmish war join-forces "
    "cooperate split".split()
)
"""Verbs whose subject is no more spoken of than the other of the two."""
CIVIL = frozenset(
    "institute think-tank tank university bank company firm hospital school foundation magazine court ministry "
    "parliament city town village newspaper website outlet channel station mission charity".split()
)
"""What a body may be called that is under no arms."""
BOTH = frozenset("network vanguard dawn nation standard wire guardian".split())
"""Words in the names of newspapers that armed bodies have as well."""
FORMING = frozenset("form found establish create launch merge unite amalgamate fuse coalesce join raise".split())
GOING = frozenset("leave quit desert abandon defect split break secede withdraw resign flee expel".split())


@dataclass(slots=True)
class Prominence:
    """How much each body of a document is spoken of, as far as it was read."""

    chains: Chains
    mentions: Sequence[Mention]
    here: list[Row] = field(default_factory=list)
    last: list[Row] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    seen_at: dict[int, int] = field(default_factory=dict)
    called: dict[str, set[int]] = field(default_factory=dict)
    parents: dict[int, int] = field(default_factory=dict)
    topic: int = NOBODY
    focus: int = NOBODY
    founded: int = NOBODY
    founded_at: int = -9
    formed: set[int] = field(default_factory=set)
    civil: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    left_last: set[int] = field(default_factory=set)
    asides: list[tuple[int, int]] = field(default_factory=list)
    renamed: dict[int, int] = field(default_factory=dict)
    loose: bool = False
    loose_last: bool = False
    mutual: bool = False
    mutual_last: bool = False
    paragraph: int = -1
    last_paragraph: int = -1
    titled: frozenset[int] = frozenset()
    number: int = 0
    _main: int = UNASKED

    def chain(self, index: int) -> Chain:
        """The chain with this number, after merges."""
        return self.chains.chains[index]

    def enter(self, clauses: Sequence[Clause], paragraph: int) -> None:
        """Begin a sentence: what somebody leaves in it, and whether its verbs speak of two alike."""
        self.number += 1
        self.here, self.loose = [], False
        self.left = set(self._left(clauses))
        self.formed = {
            self.mentions[m.mention].chain
            for c in clauses
            if c.form == "verb" and c.embedding not in ("relcl", "acl") and c.lemma.split(" ")[0] in FORMING
            for p in c.get("into", "as", "oprd", *(() if c.passive else ("obj",)))
            for m in (p.members or (p,))
            if m.mention >= 0
        }
        self.mutual = any(c.form == "verb" and c.lemma.split(" ")[0] in MUTUAL and not c.parent >= 0 for c in clauses)
        self.asides = [(c.start, c.end) for c in clauses if c.form == "verb" and c.embedding == "relcl"]
        self._civil(clauses)
        if paragraph != self.paragraph:
            self.paragraph, self.focus = paragraph, NOBODY

    def _civil(self, clauses: Sequence[Clause]) -> None:
        """Note whom a sentence calls a channel, a think tank, a bank: `its Telegram channel, Peter`."""
        nouns = lexicon.nouns().outlets | CIVIL
        for clause in clauses:
            if clause.form in ("is", "title") or clause.lemma == "be":
                if any(a.mention < 0 and a.head in nouns for a in clause.get("attr")) and not clause.negated:
                    self.civil.update(self.mentions[s.mention].chain for s in clause.get("subj") if s.mention >= 0)

    def _left(self, clauses: Sequence[Clause]) -> Iterator[int]:
        for clause in clauses:
            goes = clause.form in ("verb", "noun") and clause.lemma.split(" ")[0] in GOING
            for phrase in clause.get("obj", "from", "with", "of") if goes and not clause.passive else ():
                if phrase.mention >= 0:
                    yield self.mentions[phrase.mention].chain

    def leave(self) -> None:
        """Close a sentence: what was in it becomes what the next may refer to."""
        for _, chain, _ in self.here:
            if chain >= 0:
                self.seen_at[chain] = self.number
        self.seen_at = {c: n for c, n in self.seen_at.items() if self.number - n < NEAR}
        for chain in dict.fromkeys(r[1] for r in sorted(self.here, key=lambda r: (r[2], r[0]))):
            if chain >= 0 and self.armed(chain):
                self.order = [*(c for c in self.order if c != chain), chain][-KEPT:]
        if self.focus == NOBODY:
            self.focus = self._first()
        if self.here:
            self.last, self.left_last, self.mutual_last = self.here, self.left, self.mutual
            self.last_paragraph, self.loose_last = self.paragraph, self.loose

    def _first(self) -> int:
        """The one body under arms that a paragraph's first sentence has for a subject, else the only one in it."""
        rows = [r for r in self.here if r[1] >= 0 and self.armed(r[1])]
        subjects = {r[1] for r in rows if r[2]} or {r[1] for r in rows}
        return next(iter(subjects)) if len(subjects) == 1 else NOBODY

    def found(self, chain: int) -> None:
        """Remember the body that was last said to have come into being."""
        self.founded, self.founded_at = chain, self.number

    def armed(self, chain: int) -> bool:
        """Whether a chain is a body that may bear arms: no state or force of one, no court, newspaper or firm."""
        one = self.chain(chain)
        if one.kind is not Kind.GROUP or one.country or official(one.name) or one.name.lower() in lexicon.demonyms():
            return False
        if not one.register and f" {one.name.lower()}".endswith((" centre", " center", " observatory")):
            return False
        return chain not in self.civil and not of_state(one.name) and not _outlet(one.name)

    def is_umbrella(self, chain: int) -> bool:
        """Whether the document calls a body a coalition of others."""
        return any(chain in self.called.get(noun, ()) for noun in ("coalition", "alliance", "umbrella", "federation"))

    def main(self) -> int:
        """The armed body that a document is about: the one in its title, else one named far more often than any other.

        -1 where there is none such.
        """
        if self._main == UNASKED:
            named = {c for c in self.titled if self.armed(c) and self.chain(c).count > 1}
            rows = sorted({(c.count, c.id) for c in self.chains.chains if self.armed(c.id)}, reverse=True)
            opening = {m.chain for m in self.mentions if m.start < OPENING}
            alone = len(rows) == 1 or (len(rows) > 1 and rows[0][0] >= DOMINANT * rows[1][0])
            self._main = (
                next(iter(named)) if len(named) == 1 else rows[0][1] if alone and rows[0][1] in opening else NOBODY
            )
        return self._main

    def which(
        self,
        start: int,
        may_be: Callable[[int], float],
        other: Collection[int] = (),
        noun: str = "",
        subject: bool = False,
    ) -> int:
        """The body meant at a place by words that `noun` heads, or -1; -2 where it is one that has no name.

        `may_be` gives what its kind weighs for or against a body, or minus infinity; `other` are not meant.
        """
        weighed: dict[int, float] = {}
        shut = 0.0
        for chain in self._in_view(start):
            if chain in other:
                continue
            kind = may_be(chain)
            weight = self._weight(chain, start, noun, subject)
            if kind > float("-inf"):
                weighed[chain] = kind + weight
            else:
                shut = max(shut, weight)
        ranked = sorted(weighed.items(), key=lambda row: -row[1])
        if not ranked or ranked[0][1] < LEAST or (ranked[0][1] < WEAK and shut >= HERE_SUBJECT):
            return NOBODY
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN:
            return NOBODY
        return self.renamed.get(ranked[0][0], ranked[0][0])

    def _in_view(self, start: int) -> list[int]:
        rows = [r[1] for r in [*self.here, *self.last] if r[0] < start]
        recent = [c for c, n in self.seen_at.items() if self.number - n <= NEAR]
        own = [c for c in (self.topic, self.focus, self.main(), self.founded, self._latest()) if c >= 0]
        return list(dict.fromkeys([*rows, *recent, *own]))

    def _weight(self, chain: int, start: int, noun: str, subject: bool) -> float:
        here = [r for r in self.here if r[1] == chain and r[0] < start]
        last = [r for r in self.last if r[1] == chain]
        weight = 0.0
        if here:
            weight += self._here(here, start)
            weight += LEFT if chain in self.left else 0.0
        if last:
            weight += ELSEWHERE if self.paragraph != self.last_paragraph and not here else 0.0
            weight += LAST_SUBJECT if any(r[2] for r in last) and not self.mutual_last else LAST
            weight += ALIKE if subject and any(r[2] for r in last) else 0.0
            weight += LEFT if chain in self.left_last and not here else 0.0
        if not here and not last and self.number - self.seen_at.get(chain, -9) <= NEAR:
            weight += RECENT
        weight += HEADING if chain == self.topic else 0.0
        weight += FOCUS if chain == self.focus else 0.0
        weight += MAIN if chain == self.main() else 0.0
        weight += FOUNDED if chain == self.founded and self.number - self.founded_at <= 1 else 0.0
        weight += LATEST if chain == self._latest() else 0.0
        weight += CALLED if chain in self.called.get(noun, ()) else 0.0
        return weight

    def _latest(self) -> int:
        """The body under arms that was last in view before this sentence, however long ago."""
        return self.order[-1] if self.order else NOBODY

    def _here(self, rows: Sequence[Row], start: int) -> float:
        """What these mentions of one body weigh for words of the same sentence."""
        shut = [(a, b) for a, b in self.asides if not a <= start <= b]
        if all(any(a <= r[0] <= b for a, b in shut) for r in rows):
            return LAST  # `Peter, who led the Brigade, becomes its political officer`.
        if any(r[2] for r in rows) and not self.mutual:
            return HERE_SUBJECT
        nearest = max((r for r in self.here if r[0] < start), key=lambda r: r[0])
        return HERE + (CLOSE if nearest in rows and start - nearest[0] <= AHEAD else 0.0)


def of_state(name: str) -> bool:
    """Whether a name is that of a force which a state has: `Marines`, `Iraqi Army`; not `Liberation Army`."""
    words = set(names.key(name).split())
    if len(words) < 4 and {"armed", "forces"} <= words:
        return True
    if not words & FORCES:
        return False
    plain = {"army", "national", "regular", "royal", "federal", "armed", "forces", "the"}
    own = words - plain - lexicon.demonyms() - lexicon.countries().keys()
    return bool(words & FORCES - {"army"}) or not own


def _outlet(name: str) -> bool:
    words = names.key(name).split()
    plain = lexicon.nouns().outlets - BOTH
    return bool(words) and (words[-1] in plain or words[0] in plain)
