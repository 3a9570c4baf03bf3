"""Part of speech and lemma of every token: the language model's own rules, asked once for each word in its place.

The rules (`attribute_ruler` and `lemmatizer`) look at a word, its tag and its dependency, a few of them at the word
beside it too. So what they say of one place holds wherever the same stands again, and is remembered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

RULES = ("attribute_ruler", "lemmatizer")
"""The components that are asked here and not in the pipeline."""
MOST = 1 << 16
"""How many places are remembered; then all are forgotten, so that memory stays bounded."""

Row = tuple[int, ...]
"""A word with its tag and its dependency, as the numbers of these strings."""
Place = tuple[int, tuple[Row, ...]]
"""A word and those beside it where a rule looks at them, and which of them is meant."""
Spec = Mapping[str, object]


class WordForms:
    """Sets part of speech and lemma of a parsed document's tokens."""

    def __init__(self, nlp: Language) -> None:
        self._rules: Sequence[Callable[[Doc], Doc]] = [nlp.get_pipe(name) for name in RULES]
        self._vocab = nlp.vocab
        told: Sequence[Mapping[str, Any]] = nlp.get_pipe(RULES[0]).patterns  # type: ignore[attr-defined]
        patterns = [(row, int(rule["index"])) for rule in told for row in rule["patterns"]]
        self._reach = max((len(row) for row, _ in patterns), default=1) - 1
        self._wide = [row[index] for row, index in patterns if len(row) > 1]
        self._known: dict[Place, tuple[int, int]] = {}
        self._leans: dict[int, bool] = {}

    def settle(self, doc: Doc) -> Doc:
        """The document, with part of speech and lemma set."""
        if len(self._known) > MOST:
            self._known.clear()
            self._leans.clear()
        told: list[Row] = [tuple(row) for row in doc.to_array(["ORTH", "TAG", "DEP"]).tolist()]
        self._learn_lone(told)
        rows = [self._forms(told, i) for i in range(len(told))]
        if rows:
            doc.from_array(["POS", "LEMMA"], np.array(rows, dtype="uint64"))  # type: ignore[arg-type]
        return doc

    def _learn_lone(self, told: Sequence[Row]) -> None:
        """Ask of all words together that are new and about which no rule looks at others: they may stand in any row."""
        new = [r for r in dict.fromkeys(told) if (0, (r,)) not in self._known and not self._leans_on_others(r[0])]
        if new:
            answers = self._ruled(new)
            self._known.update({(0, (row,)): (word.pos, word.lemma) for row, word in zip(new, answers, strict=True)})

    def _forms(self, told: Sequence[Row], at: int) -> tuple[int, int]:
        near = self._reach if self._leans_on_others(told[at][0]) else 0
        first = max(0, at - near)
        place = (at - first, tuple(told[first : at + near + 1]))
        found = self._known.get(place)
        if found is None:
            found = self._known[place] = self._asked(place)
        return found

    def _asked(self, place: Place) -> tuple[int, int]:
        at, rows = place
        doc = self._ruled(rows)
        return doc[at].pos, doc[at].lemma

    def _ruled(self, rows: Sequence[Row]) -> Doc:
        """A document of these words, by the rules."""
        strings = self._vocab.strings
        words, tags, deps = ([strings[row[i]] for row in rows] for i in range(3))
        doc = Doc(self._vocab, words=words, tags=tags, deps=deps, heads=[0] * len(words))
        for rule in self._rules:
            rule(doc)
        return doc

    def _leans_on_others(self, word: int) -> bool:
        """Whether some rule about this word looks at the words beside it."""
        if word not in self._leans:
            lower = self._vocab.strings[word].lower()
            self._leans[word] = any(_may_be(spec, lower) for spec in self._wide)
        return self._leans[word]


def _may_be(spec: Spec, word: str) -> bool:
    """Whether a rule's token may be this word, as far as the rule says."""
    wanted = spec.get("LOWER")
    if isinstance(wanted, str):
        return word == wanted
    if isinstance(wanted, Mapping) and "IN" in wanted:
        return word in wanted["IN"]
    if isinstance(wanted, Mapping) and "REGEX" in wanted:
        return re.search(str(wanted["REGEX"]), word) is not None
    return True
