"""What the network is asked about: each noun, name and pronoun of a sentence, with what it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from allegiance.model import Kind
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.parse import Sentence
from allegiance.reading.phrases import PRONOUNS, Arg, Builder, Phrase
from allegiance.reading.referents import Referent

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
DEEPEST = 5
"""How far into the modifiers of an argument its phrases are looked for."""
MARKS = {Kind.PERSON: 1, Kind.GROUP: 2, Kind.PLACE: 3}
NAMED, UNNAMED, STATE = 4, 4, 8
"""A mark of a name of no known kind; what is added where there is no name; and the mark of a country's name."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may fill a role, and what it speaks of, where the text settles that."""

    phrase: Phrase
    referent: Referent | None
    token: int

    @property
    def mark(self) -> int:
        """What the network is shown before its head: 0 nothing, else a number for its kind and whether it is named."""
        if self.referent is None:
            return 0
        kind = MARKS.get(self.referent.kind, 0)
        if self.phrase.mention >= 0:
            return STATE if self.referent.country else kind or NAMED
        if not kind:
            return 0
        return kind if self.referent.named else UNNAMED + kind

    @property
    def is_named(self) -> bool:
        """Whether it names a person or a body, or somebody of no known kind: not a place, a state or a pronoun."""
        return self.phrase.mention >= 0 and self.mark in (1, 2, NAMED)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the network is asked about: a sentence's candidates, with the clauses and the discourse they stand in."""

    sentence: Sentence
    given: Sequence[Candidate]
    clauses: Sequence[Clause]
    discourse: Discourse


def candidates(sentence: Sentence, clauses: Sequence[Clause], discourse: Discourse) -> list[Candidate]:
    """The candidates of a sentence, in its order."""
    known: dict[int, Phrase] = {}
    for clause in clauses:
        _note(clause.args, known, DEEPEST)
    builder = Builder(sentence, discourse.mentions, discourse.text, {})
    out = []
    for token in sentence.tokens:
        if token.mention >= 0 or token.pos in NOUNS or token.text.lower() in PRONOUNS:
            phrase = known.get(token.i) or builder.phrase(token)
            out.append(Candidate(phrase, discourse.refer(phrase), token.i))
    return out


def _note(args: Iterable[Arg], known: dict[int, Phrase], depth: int) -> None:
    """Remember the phrases of arguments and of what modifies them, by the place of their heads."""
    for arg in args:
        for phrase in (arg.phrase, *arg.phrase.members):
            if phrase.token >= 0:
                known.setdefault(phrase.token, phrase)
            if depth:
                _note(phrase.mods, known, depth - 1)
