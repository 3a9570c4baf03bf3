"""What the network is asked about: each noun, name and pronoun of a sentence, with what it speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
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
NAMED, UNNAMED, STATE, IN_VIEW = 4, 4, 8, 8
"""A mark of a name of no known kind; what is added where there is no name; the mark of a country's name; and what is
added for whom the sentence does not speak of."""
BODIES, PERSONS, REACH = 4, 2, 300
"""How many bodies and persons whom a document has in view are candidates beside those of the sentence, and among how
many mentions before it they are looked for."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may fill a role, and what it speaks of, where the text settles that.

    One that the sentence does not speak of, and the document has in view, has a token below nothing, each its own.
    """

    phrase: Phrase
    referent: Referent | None
    token: int

    @property
    def in_view(self) -> bool:
        """Whether the sentence does not speak of it."""
        return self.token < 0

    @property
    def mark(self) -> int:
        """What the network is shown before its head: 0 nothing, else a number for its kind and whether it is named."""
        if self.referent is None:
            return 0
        kind = MARKS.get(self.referent.kind, 0)
        if self.in_view:
            return IN_VIEW + kind
        if self.phrase.mention >= 0:
            return STATE if self.referent.country else kind or NAMED
        if not kind:
            return 0
        return kind if self.referent.named else UNNAMED + kind

    @property
    def acts(self) -> bool:
        """Whether the sentence speaks of it as of a person or a body, or as of somebody of no known kind by a name."""
        return not self.in_view and (self.mark == NAMED or self.mark % UNNAMED in (1, 2))

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

    @property
    def bounds(self) -> tuple[int, int]:
        """Where the sentence begins and ends in the document."""
        return self.sentence.start, self.sentence.end


def candidates(sentence: Sentence, clauses: Sequence[Clause], discourse: Discourse) -> list[Candidate]:
    """The candidates of a sentence, in its order, and behind them those that are only in view."""
    known: dict[int, Phrase] = {}
    for clause in clauses:
        _note(clause.args, known, DEEPEST)
    builder = Builder(sentence, discourse.mentions, discourse.text, {})
    out = []
    for token in sentence.tokens:
        if token.mention >= 0 or token.pos in NOUNS or token.text.lower() in PRONOUNS:
            phrase = known.get(token.i) or builder.phrase(token)
            out.append(Candidate(phrase, discourse.refer(phrase), token.i))
    there = {one.referent.chain for one in out if one.referent is not None and one.phrase.mention >= 0}
    viewed = enumerate(_chains(sentence, there, discourse))
    return [*out, *(_in_view(k, chain, sentence, discourse) for k, chain in viewed)]


def _chains(sentence: Sentence, there: set[int], discourse: Discourse) -> list[int]:
    """Of the bodies named before, the last one and those named most often; of the persons, the last ones."""
    until = bisect_left(discourse.mentions, sentence.start, key=lambda mention: mention.start)
    before = [m.chain for m in discourse.mentions[max(0, until - REACH) : until]]
    nearest = list(dict.fromkeys(c for c in reversed(before) if c not in there))
    groups = [c for c in nearest if discourse.chain(c).kind is Kind.GROUP and not discourse.chain(c).country]
    counts = Counter(before)
    often = sorted(groups[1:], key=lambda c: -counts[c])
    persons = [c for c in nearest if discourse.chain(c).kind is Kind.PERSON]
    return [*groups[:1], *often[: BODIES - 1], *persons[:PERSONS]]


def _in_view(number: int, chain: int, sentence: Sentence, discourse: Discourse) -> Candidate:
    named = discourse.named(chain, sentence.start, sentence.end, "")
    phrase = Phrase(-1 - number, sentence.start, sentence.end, named.name, named.name.split()[-1].lower())
    return Candidate(phrase, named, -1 - number)


def _note(args: Iterable[Arg], known: dict[int, Phrase], depth: int) -> None:
    """Remember the phrases of arguments and of what modifies them, by the place of their heads."""
    for arg in args:
        for phrase in (arg.phrase, *arg.phrase.members):
            if phrase.token >= 0:
                known.setdefault(phrase.token, phrase)
            if depth:
                _note(phrase.mods, known, depth - 1)
