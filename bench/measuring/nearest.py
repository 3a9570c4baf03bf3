"""The rival reading: a trigger word of a frame, and the names nearest to it to the left and to the right. No grammar.

It is given everything of the reader but the clauses: the same names with their kinds, the same chains of names for
one actor, the same trigger words and the same words that a frame asks for beside its trigger. What the reader gains
over it is what reading the sentence gains. Everything is taken as stated, by the author, at no time and no place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from allegiance.errors import BadClaim
from allegiance.model import TYPES, WORD_ROLES, Claim, Document, Filler, Kind, Phase, Span
from allegiance.reading import lexicon
from allegiance.reading.frames import Frame, RoleRule
from allegiance.reading.parse import Sentence, sentences
from allegiance.reading.reader import EnglishReader
from allegiance.reading.runs import Mention
from allegiance.reading.state import Layers

LEFT = frozenset({"subj", "poss"})
"""The functions whose filler mostly stands before its predicate."""

KINDS = {
    "person": frozenset({Kind.PERSON}),
    "group": frozenset({Kind.GROUP}),
    "place": frozenset({Kind.PLACE}),
    "actor": frozenset({Kind.PERSON, Kind.GROUP}),
    "target": frozenset({Kind.PERSON, Kind.GROUP, Kind.PLACE}),
    "any": frozenset({Kind.PERSON, Kind.GROUP, Kind.PLACE}),
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """One frame, ready to be looked for: its words, and for each of its guards the words of which one must be there."""

    frame: Frame
    words: frozenset[tuple[str, ...]]
    beside: tuple[frozenset[str], ...]


class NearestName:
    """Reads with trigger words and nearness alone. Shares its layers ahead of the parse with a reader."""

    def __init__(self, reader: EnglishReader) -> None:
        self._reader = reader
        self._triggers = triggers(reader)

    def claims(self, document: Document) -> list[Claim]:
        """The claims of a document. What several frames say of one sentence is said once, in the fullest form."""
        layers = self._reader.layers(document.text)
        found: dict[str, Claim] = {}
        parsed = self._reader.models.parse([m.text for m in layers.masked])
        for index, doc in enumerate(parsed):
            if layers.paragraphs[index].kind == "headline":
                continue
            for sentence in sentences(layers.masked[index], doc, index, layers.paragraphs[index].kind):
                for claim in self._of_sentence(sentence, layers, document.id):
                    keys = [claim.name(role) for role in TYPES[claim.type].keys]
                    said = repr((claim.type, keys, claim.evidence.start))
                    if said not in found or len(found[said].roles) < len(claim.roles):
                        found[said] = claim
        return list(found.values())

    def _of_sentence(self, sentence: Sentence, layers: Layers, document: str) -> Iterator[Claim]:
        lemmas = [token.lemma for token in sentence.tokens]
        present = frozenset(lemmas)
        names = [(token.i, layers.mentions[token.mention]) for token in sentence.tokens if token.mention >= 0]
        if not names:
            return
        for trigger in self._triggers:
            if not all(words & present for words in trigger.beside):
                continue
            for at, token in enumerate(sentence.tokens):
                if token.mention < 0 and any(_stands(words, lemmas, at) for words in trigger.words):
                    claim = _claim(trigger.frame, at, token.lemma, names, layers, (document, sentence))
                    if claim is not None:
                        yield claim


def triggers(reader: EnglishReader) -> tuple[Trigger, ...]:
    """What is looked for: every frame of a reader by its words."""
    return tuple(_trigger(frame) for frame in reader.frames)


def _trigger(frame: Frame) -> Trigger:
    words = frozenset(tuple(word.split()) for lemma in frame.lemmas for word in _expanded(lemma))
    beside = tuple(
        frozenset(word for guard in guards for word in _expanded(guard))
        for _, guards in frame.where
        if "*" not in guards
    )
    return Trigger(frame, words, beside)


@cache
def _expanded(word: str) -> frozenset[str]:
    """`<posts>` stands for a class of the lexicon; any other word for itself."""
    if not word.startswith("<"):
        return frozenset({word})
    return frozenset(map(str, getattr(lexicon.nouns(), word[1:-1])))


def _stands(words: Sequence[str], lemmas: Sequence[str], at: int) -> bool:
    """Whether a trigger stands here: its first word, and its particle within the three words that follow."""
    return lemmas[at] == words[0] and all(word in lemmas[at + 1 : at + 4] for word in words[1:])


def _claim(
    frame: Frame,
    at: int,
    lemma: str,
    names: Sequence[tuple[int, Mention]],
    layers: Layers,
    where: tuple[str, Sentence],
) -> Claim | None:
    fillers: list[Filler] = []
    taken: set[int] = set()
    kind = TYPES[frame.type]
    for rule in frame.roles:
        if rule.role in WORD_ROLES:
            if rule.role == "role":
                fillers.append(Filler("role", lemma, lemma))
            continue
        found = _nearest(rule, at, [n for n in names if n[1].chain not in taken], layers)
        if found is not None:
            chain = layers.chains.chains[found.chain]
            taken.add(found.chain)
            fillers.append(Filler(rule.role, chain.name, found.text, chain.kind))
    document, sentence = where
    try:
        return Claim(
            document,
            frame.type,
            tuple(fillers),
            Span(sentence.start, sentence.end),
            phase=Phase.CURRENT if kind.state else Phase.NONE,
        )
    except BadClaim:
        return None  # A key role found no name: there is nothing to link.


def _nearest(rule: RoleRule, at: int, names: Sequence[tuple[int, Mention]], layers: Layers) -> Mention | None:
    """The nearest name of a fitting kind, to the left where one of the rule's functions mostly stands there."""
    kinds = frozenset(kind for path in rule.paths for kind in KINDS.get(path.kind, KINDS["any"]))
    fit = [(i, m) for i, m in names if layers.chains.chains[m.chain].kind in kinds]
    left = [m for i, m in fit if i < at][-1:]
    right = [m for i, m in fit if i > at][:1]
    sides = left + right if any(path.steps[-1] in LEFT for path in rule.paths) else right + left
    return sides[0] if sides else None
