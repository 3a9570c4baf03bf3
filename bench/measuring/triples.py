"""A rival that others made: the subject–verb–object triples of textacy, an open extraction system, taken for claims.

textacy runs offline on the bare language model and knows nothing of claims. A triple is taken for one where its verb is
the trigger of a frame and the words stand in its sentence that the frame asks for beside it, as the nearest-name rival
does it; who fills which role, the triple says. Names, kinds and chains are the reader's, everything is as stated.
"""

from __future__ import annotations

import importlib
import importlib.util
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from allegiance.errors import BadClaim
from allegiance.model import TYPES, WORD_ROLES, Claim, Document, Filler, Kind, Phase, Span
from allegiance.reading.model import home
from allegiance.reading.reader import EnglishReader
from allegiance.reading.state import Layers
from bench.measuring.nearest import KINDS, LEFT, Trigger, triggers

NAME = "textacy"


@dataclass(frozen=True, slots=True)
class _Triple:
    """Who does what to whom, each as tokens; of a passive, who suffers it is the first."""

    subject: list[Token]
    verb: list[Token]
    object: list[Token]

    @property
    def passive(self) -> bool:
        """Whether the grammatical subject is the one it is done to."""
        return any(t.dep_ == "auxpass" for t in self.verb)

    @property
    def lemma(self) -> str:
        """The lemma of the verb itself, auxiliaries apart."""
        return self.verb[-1].lemma_.lower()


class Triples:
    """Reads with the triples of textacy, on the bare model. Shares names with a reader."""

    def __init__(self, reader: EnglishReader, find: Callable[[Doc], Iterable[Any]]) -> None:
        self._reader = reader
        self._find = find
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._model: Language = spacy.load(home())
        self._triggers = [t for t in triggers(reader) if t.frame.form == "verb"]

    def claims(self, document: Document) -> list[Claim]:
        """The claims of a document, what several frames say of one sentence once."""
        layers = self._reader.layers(document.text)
        found: dict[str, Claim] = {}
        doc = self._model(document.text)
        for row in self._find(doc):
            triple = _Triple(list(row.subject), list(row.verb), list(row.object))
            sentence = triple.verb[-1].sent
            present = frozenset(t.lemma_.lower() for t in sentence)
            for trigger in self._triggers:
                if any(words[0] == triple.lemma and present >= set(words) for words in trigger.words):
                    if all(words & present for words in trigger.beside):
                        span = Span(sentence.start_char, sentence.end_char)
                        claim = _claim(trigger, triple, layers, document.id, span)
                        if claim is not None:
                            keys = [claim.name(role) for role in TYPES[claim.type].keys]
                            found.setdefault(repr((claim.type, keys, span.start)), claim)
        return list(found.values())


def triples(reader: EnglishReader) -> Triples | None:
    """The rival, or None where textacy is not installed."""
    if importlib.util.find_spec(NAME) is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = importlib.import_module(f"{NAME}.extract.triples")
    return Triples(reader, found.subject_verb_object_triples)


def _claim(trigger: Trigger, triple: _Triple, layers: Layers, document: str, span: Span) -> Claim | None:
    fillers: list[Filler] = []
    kind = TYPES[trigger.frame.type]
    for rule in trigger.frame.roles:
        if rule.role in WORD_ROLES:
            continue
        doing = rule.paths[0].steps[0] in LEFT
        tokens = triple.subject if doing is not triple.passive else triple.object
        wanted = frozenset(k for path in rule.paths for k in KINDS.get(path.kind, KINDS["any"]))
        for filler in _named(rule.role, tokens, layers, wanted):
            if all(filler.name != other.name for other in fillers):
                fillers.append(filler)
                break
    try:
        return Claim(
            document, trigger.frame.type, tuple(fillers), _trimmed(span, layers.text),
            phase=Phase.CURRENT if kind.state else Phase.NONE,
        )  # fmt: skip
    except BadClaim:
        return None  # A key role is left empty: the triple says nothing that is a claim.


def _trimmed(span: Span, text: str) -> Span:
    words = text[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))


def _named(role: str, tokens: list[Token], layers: Layers, wanted: frozenset[Kind]) -> Iterator[Filler]:
    """The names of a fitting kind that a triple's words touch."""
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
    for mention in layers.mentions:
        chain = layers.chains.chains[mention.chain]
        if mention.start < end and start < mention.end and chain.kind in wanted:
            yield Filler(role, chain.name, mention.text, chain.kind)
