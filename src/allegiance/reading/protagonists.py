"""Whom `he` and `she` mean: of those in view, the person that the text is most about just here.

As with bodies (see `prominence`), everybody who could be meant is weighed, and nobody is meant where two weigh nearly
alike. Who only tells of another, his lawyer, a police chief, a cousin, weighs little; a dead man tells nobody that he
died.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

from allegiance.model import Kind
from allegiance.reading import degrees
from allegiance.reading.chains import Chains
from allegiance.reading.clause import Clause
from allegiance.reading.prominence import ELSEWHERE, FOCUS, HERE, HERE_SUBJECT, LAST_SUBJECT, MAIN, NOBODY, Row
from allegiance.reading.runs import Mention

TELLING = -2.5
"""What it weighs for a person to be there only as one who tells of another."""
LAST, FIRST = 1.5, 0.75
"""What it weighs to be named in the last sentence, and to be the first whom this one names."""
MARGIN, LEAST = 0.75, 0.5
"""By how much the heaviest must outweigh the next, and what he must weigh at least."""
DOMINANT = 2.0
"""How many times as often as any other the person that a document is about is named."""
KIN = frozenset(
    "cousin brother sister father mother uncle aunt wife husband widow son daughter nephew niece neighbour neighbor "
    "friend relative grandfather grandmother fiancée girlfriend".split()
)
TELLERS = KIN | frozenset(
    "lawyer attorney counsel solicitor barrister advocate prosecutor judge magistrate superintendent inspector "
    "commissioner sheriff detective constable minister governor mayor prefect official colleague resident elder "
    "witness villager doctor teacher spokesman spokeswoman spokesperson journalist reporter historian researcher "
    "analyst expert director ombudsman biographer".split()
)
"""Those who, named beside the person whom a report is about, tell of that one rather than of themselves."""
COMPANIONS = KIN | frozenset("bodyguard driver aide companion courier servant secretary fiancé comrade".split())
"""Those who are named along with the person whom a report is about."""
PARTED = frozenset("rival enemy opponent critic successor predecessor foe".split())
"""Those beside whom it is open who is meant."""
DYING = frozenset("die kill assassinate execute murder behead hang succumb bury perish slay martyr drown".split())
"""What nobody says of himself."""


@dataclass(slots=True)
class Protagonists:
    """How much each person of a document is spoken of, as far as it was read."""

    text: str
    chains: Chains
    mentions: Sequence[Mention]
    here: list[Row] = field(default_factory=list)
    last: list[Row] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    titled: frozenset[int] = frozenset()
    focus: int = NOBODY
    paragraph: int = -1
    last_paragraph: int = -1
    tellers: dict[int, bool] = field(default_factory=dict)
    tellers_last: dict[int, bool] = field(default_factory=dict)
    beside: set[int] = field(default_factory=set)
    beside_last: set[int] = field(default_factory=set)
    _main: int = -9

    def enter(self, clauses: Sequence[Clause], named: Iterable[int], paragraph: int) -> None:
        """Begin a sentence: who in it is there to tell of another."""
        self.here = []
        self.tellers, self.beside = self._tellers(clauses, named)
        if paragraph != self.paragraph:
            self.paragraph, self.focus = paragraph, NOBODY

    def _tellers(self, clauses: Sequence[Clause], named: Iterable[int]) -> tuple[dict[int, bool], set[int]]:
        """Who speaks in a sentence as an official or is of somebody's kin, with whether it is open who is meant beside
        him; and who is named as somebody's companion."""
        speaking: set[int] = set()
        doing: dict[int, bool] = {}
        for clause in clauses:
            if clause.form == "verb" and clause.embedding != "relcl":
                for phrase in clause.get("obj" if clause.passive else "subj"):
                    one = phrase.members[0] if phrase.mention < 0 and len(phrase.members) == 1 else phrase
                    if one.mention >= 0:
                        chain = self.mentions[one.mention].chain
                        over = clause.lemma.split(" ")[0] in DYING or (clause.lemma == "be" and not clause.passive)
                        doing[chain] = doing.get(chain, False) or not over
                        if degrees.verb_class(clause):
                            speaking.add(chain)
        words: dict[int, set[str]] = {}
        owned: set[int] = set()
        for index in named:
            mention = self.mentions[index]
            before = self.text[max(0, mention.start - 24) : mention.start].split()[-1:]
            said = f"{mention.rank} {mention.office} {' '.join(before)}".lower().split()
            words.setdefault(mention.chain, set()).update(said)
        for clause in clauses:
            if clause.form in ("is", "title") and not clause.negated:
                for subject in clause.get("subj"):
                    if subject.mention >= 0:
                        chain = self.mentions[subject.mention].chain
                        words.setdefault(chain, set()).update(a.head for a in clause.get("attr") if not a.plural)
                        if any(
                            a.head in COMPANIONS and any(p.pronoun for p in a.mod("poss")) for a in clause.get("attr")
                        ):
                            owned.add(chain)
        tellers = {}
        for chain, held in words.items():
            if held & KIN and chain in doing:
                tellers[chain] = doing[chain] and chain not in speaking
            elif chain in speaking and held & (TELLERS | PARTED):
                tellers[chain] = bool(held & PARTED)
        return tellers, {c for c in owned if c not in doing}

    def leave(self) -> None:
        """Close a sentence: who was in it is whom the next may refer to."""
        if self.focus == NOBODY:
            subjects = list(dict.fromkeys(r[1] for r in sorted(self.here) if r[2] and r[1] >= 0))
            plain = [c for c in subjects if c not in self.tellers]
            self.focus = plain[0] if len(plain) == 1 else NOBODY
        if self.here:
            self.last, self.tellers_last, self.last_paragraph = self.here, self.tellers, self.paragraph
            self.beside_last = self.beside

    def main(self) -> int:
        """The person that a document is about: the one in its title, else one named far more often than any other."""
        if self._main == -9:
            persons = {c.id: c for c in self.chains.chains if c.kind is Kind.PERSON}
            named = [c for c in self.titled if c in persons]
            rows = sorted(((c.count, c.id) for c in persons.values()), reverse=True)
            alone = len(rows) == 1 or (len(rows) > 1 and rows[0][0] >= DOMINANT * rows[1][0])
            self._main = named[0] if len(named) == 1 else rows[0][1] if alone and rows[0][0] > 1 else NOBODY
        return self._main

    def which(
        self,
        start: int,
        may_be: Callable[[int], bool],
        other: Collection[int] = (),
        above: Sequence[int] = (),
        verb: str = "",
        apart: Collection[int] = (),
    ) -> int:
        """The person meant at a place, or -1; -2 where it is one that has no name.

        `above` are the places of the subjects of the clauses that the place is in, the innermost first; `verb` is what
        is said of the one who is meant; whoever is named at the places `apart` is not meant.
        """
        fits = [
            r
            for r in self.here
            if r[0] < start and r[0] not in apart and r[1] not in other and (r[1] < 0 or may_be(r[1]))
        ]
        told = [r for at in above for r in sorted(fits, key=self._aside) if r[0] == at]
        rivals = self._others(told[0][1], other, may_be) if told else []
        if told:
            speaker = told[0][1]
            unlike = verb in DYING or speaker in self.tellers
            if not unlike or not rivals:
                return speaker
            if self.tellers.get(speaker, False) and verb not in DYING:
                return NOBODY
            fits = [r for r in fits if r[1] != speaker]
        subjects = [r for r in fits if r[2] and r[1] not in self.tellers] if not told else []
        if subjects:
            return subjects[-1][1]
        weights: dict[int, float] = {}
        for chain in dict.fromkeys([*(r[1] for r in fits), *(r[1] for r in self.last), self.focus, self.main()]):
            if chain == NOBODY or chain in other or (chain >= 0 and not may_be(chain)):
                continue
            if not told or chain != told[0][1]:
                weights[chain] = self._weight(chain, fits)
        ranked = sorted(weights.items(), key=lambda row: -row[1])
        if not ranked or ranked[0][1] < LEAST or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
            return NOBODY
        if len(ranked) > 1 and any(r[2] and self.tellers_last.get(r[1], False) for r in self.last) and not fits:
            return NOBODY  # `His brother Peter was made emir. He …`: which of the two?
        return ranked[0][0]

    def _aside(self, row: Row) -> bool:
        """Whether a row is not the named subject that stands there: `Peter's deputy, James, fled` speaks of James."""
        his = self.text[row[0] : row[0] + 4].lower() in ("his ", "her ")
        return not row[2] or row[1] < 0 or (row[1] in self.tellers if his else self.tellers.get(row[1]) is False)

    def _others(self, chain: int, other: Collection[int], may_be: Callable[[int], bool]) -> list[int]:
        """Who was spoken of before and may be meant instead."""
        near = self.last if self.last_paragraph == self.paragraph else []
        before = [r[1] for r in near] + [self.focus]
        return [c for c in before if c >= 0 and c != chain and c not in other and may_be(c)]

    def _weight(self, chain: int, here: Sequence[Row]) -> float:
        own = [r for r in here if r[1] == chain]
        last = [r for r in self.last if r[1] == chain]
        if chain < 0 and any(r[1] >= 0 for r in self.last):
            last = []  # `A sergeant taught Peter to drive. He …`
        weight = 0.0
        if own:
            weight += HERE_SUBJECT if any(r[2] for r in own) else HERE
            weight += FIRST if own[0] == here[0] else 0.0
            weight += TELLING if chain in self.tellers else 0.0
        if last:
            weight += LAST_SUBJECT if any(r[2] for r in last) else 0.0 if chain in self.beside_last else LAST
            weight += ELSEWHERE if self.paragraph != self.last_paragraph and not own else 0.0
            weight += TELLING if chain in self.tellers_last and not own else 0.0
        about = (FOCUS if chain == self.focus else 0.0) + (MAIN if chain == self.main() else 0.0)
        return weight + (about if own or last else about / 2)
