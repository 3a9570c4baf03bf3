"""Repairs of nouns that the small model sticks together: what is given to whom, and what a place at the front is.

`gave the Toyota weapons` gives weapons to Toyota, and no `Toyota weapons`; in `In London, a Toyota stronghold, shops
shut` London is the stronghold, which does not shut.
"""

from __future__ import annotations

from dataclasses import replace

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.relisting import SUBJECTS, Relisting

GIVING = frozenset("give lend offer grant send pay sell supply provide hand deal deny promise afford".split())
"""Verbs that take whom it is given to, and what."""
GIFTS = frozenset(
    "support arm weapon weaponry funding fund money training sanctuary shelter ammunition aid cash assistance backing "
    "finance refuge intelligence equipment haven explosive rifle missile rocket salary fuel drone vehicle supply food "
    "medicine protection help cover advice land passport permission bay'a bayat allegiance loyalty".split()
)
"""What is given, of which a body's name before it is no part."""


class Unsticking(Relisting):
    """One sentence under repair: its tokens, whose heads and relations may change."""

    def given(self) -> None:
        """`gave the Toyota weapons`: to Toyota, weapons."""
        for noun in self.sentence.tokens:
            verb = self.tokens[noun.head]
            if noun.dep != "dobj" or noun.lemma not in GIFTS or verb.lemma not in GIVING or noun.mention >= 0:
                continue
            name = self.tokens[noun.i - 1]
            if name.mention < 0 or name.head != noun.i or name.dep not in ("compound", "nmod"):
                continue
            if self._kind(name) not in (Kind.GROUP, Kind.PERSON) or any(
                p.lemma in ("to", "for") for p in (*self._kids(noun.i, "prep"), *self._kids(verb.i, "prep", "dative"))
            ):
                continue
            between = self.tokens[verb.i + 1 : name.i]
            if any(t.lemma != "the" for t in between):
                continue
            self._hang(name.i, verb.i, "dative")
            for word in between:
                self._hang(word.i, name.i, word.dep)

    def titled_bare(self) -> None:
        """`kidnapped engineer Peter`, `the murder of businessman Peter`: Peter, whose trade stands before him."""
        for name in self.sentence.tokens[1:]:
            noun = self.tokens[name.i - 1]
            if self._kind(name) is not Kind.PERSON or noun.mention >= 0 or noun.tag != "NN":
                continue
            if noun.lemma not in lexicon.nouns().persons or self._kids(noun.i, "det", "poss", "nummod"):
                continue
            if noun.dep not in ("pobj", "dobj", "nsubj", "nsubjpass", "conj") or name.dep in ("nsubj", "nsubjpass"):
                continue
            if self.tokens[name.i].head not in (noun.i, noun.head) or name.dep == "conj":
                continue
            self._hang(name.i, noun.head, noun.dep)
            self._hang(noun.i, name.i, "compound")

    def done_by(self) -> None:
        """`was claimed in a message by the Toyota`: by Toyota, whoever sent the message."""
        for by in self.sentence.tokens:
            low = self.tokens[by.head]
            if by.text.lower() != "by" or by.dep != "prep" or low.dep != "pobj" or low.mention >= 0:
                continue
            prep = self.tokens[low.head]
            verb = self.tokens[prep.head]
            passive = verb.tag == "VBN" and (self._kids(verb.i, "auxpass") or verb.dep in ("acl", "relcl"))
            names = [k for k in self._kids(by.i, "pobj") if self._kind(k) in (Kind.GROUP, Kind.PERSON)]
            if prep.lemma not in ("in", "on", "via", "through") or not passive or not names:
                continue
            if low.lemma in lexicon.nouns().products | {"tweet", "post", "email", "call"} and not self._kids(
                verb.i, "agent"
            ):
                self._hang(by.i, verb.i, "agent")

    def set_in_front(self) -> None:
        """`In London, a Toyota stronghold, shops shut`: London is the stronghold."""
        for noun in self.sentence.tokens:
            if noun.dep not in SUBJECTS or noun.mention >= 0 or noun.lemma not in lexicon.nouns().places:
                continue
            first = min([noun.i, *(k.i for k in self._kids(noun.i) if k.i < noun.i)])
            closed = self.tokens[noun.i + 1 : noun.i + 2]
            others = [k for k in self._kids(noun.head, *SUBJECTS) if k.i > noun.i]
            if first < 3 or self.tokens[first - 1].text != "," or not closed or closed[0].text != "," or not others:
                continue
            place = self.tokens[first - 2]
            if place.mention >= 0 and place.dep == "pobj" and self._kind(place) is not Kind.PERSON:
                self.tokens[noun.i] = replace(self.tokens[noun.i], head=place.i, dep="appos")
                self.moved = True
