"""Repairs of what befalls people: who is held as what, who was taken beside him who fell, whom a date stands before.

In `holding the pilot Peter hostage` the pilot is held; in `was shot by the police and his wife arrested` the wife did
not shoot; in `kidnapped on Friday the lawyer Peter` the lawyer was kidnapped, and is no name of the day.
"""

from __future__ import annotations

from dataclasses import replace

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.deeds import CAPTIVES
from allegiance.reading.parse import Token
from allegiance.reading.phrases import COUNTED
from allegiance.reading.relisting import SUBJECTS
from allegiance.reading.unsticking import Unsticking

HOLDING = frozenset({"hold", "take", "keep", "have"})
SEIZING = frozenset(
    "arrest detain capture nab seize apprehend kidnap abduct jail wound injure kill free release collar hold rescue "
    "shoot behead execute sentence".split()
)
"""Verbs of what befalls people beside what befell somebody else."""


DISMISSING = frozenset("appoint name expel sack dismiss ban blacklist kill hand replace rescue attack".split())


class Befalling(Unsticking):
    """One sentence under repair: its tokens, whose heads and relations may change."""

    def befall(self) -> None:
        """Every repair of this kind."""
        self.held_as()
        self.befell_too()
        self.behind_date()
        self.counted_and_held()
        self.set_off_place()
        self.befell_in()

    def held_as(self) -> None:
        """`holding the pilot Peter hostage`: Peter is held, as a hostage; he is no `Peter hostage`."""
        for noun in self.sentence.tokens[1:]:
            verb, before = self.tokens[noun.head], self.tokens[noun.i - 1]
            if noun.lemma not in CAPTIVES or noun.dep != "dobj" or noun.tag != "NN" or verb.lemma not in HOLDING:
                continue
            person = self._kind(before) is Kind.PERSON or before.lemma in lexicon.nouns().persons
            if before.head != noun.i or before.dep not in ("compound", "nmod", "amod") or not person:
                continue
            self._hang(before.i, verb.i, "dobj", pos="PROPN" if before.mention >= 0 else "NOUN")
            for kid in self._kids(noun.i):
                if kid.i < before.i:
                    self._hang(kid.i, before.i, kid.dep)
            self._hang(noun.i, verb.i, "oprd")

    def befell_too(self) -> None:
        """`was shot by the police and his wife and two men arrested`: they were arrested, and did not shoot."""
        for verb in self.sentence.tokens[1:]:
            if verb.lemma not in SEIZING or verb.tag not in ("VBN", "VBD") or verb.dep not in ("acl", "advcl", "dep"):
                continue
            listed = [self.tokens[verb.i - 1]]
            while listed[0].dep == "conj":
                listed.insert(0, self.tokens[listed[0].head])
            by = self.tokens[listed[0].head]
            main = self.tokens[by.head]
            if len(listed) < 2 or by.dep != "agent" or main.lemma == verb.lemma:
                continue
            if self._kids(verb.i, *SUBJECTS, "aux", "auxpass", "mark", "dobj"):
                continue
            kin = [t for t in listed[1:] if self._kids(t.i, "poss")]
            first = (kin or listed)[0 if kin else -1]
            self._hang(verb.i, main.i, "conj", tag="VBN")
            self._hang(first.i, verb.i, "nsubjpass")

    def behind_date(self) -> None:
        """`kidnapped on Friday the lawyer Peter`, `killed on 4 May Peter`: whom, behind the day on which."""
        for verb in self.sentence.tokens[:-3]:
            prep = self.tokens[verb.i + 1]
            if verb.lemma not in SEIZING | DISMISSING or verb.tag not in ("VBD", "VBN") or prep.pos != "ADP":
                continue
            if self._kids(verb.i, "dobj", "auxpass", "agent") or verb.dep == "amod" or verb.i == 0:
                continue
            if prep.lemma not in ("on", "in", "at", "near", "during") or (verb.dep == "acl" and not self._only(verb)):
                continue
            for noun in self.tokens[verb.i + 3 : verb.i + 12]:
                if self.tokens[noun.i - 1].text == "," or self.tokens[noun.i].pos in ("VERB", "AUX"):
                    break
                if self._is_whom(noun, verb, prep):
                    dated = [k for k in self._kids(noun.i, "compound", "nummod", "nmod") if self._dated(k)]
                    if noun.dep == "pobj" and dated:
                        self._hang(dated[-1].i, prep.i, "pobj")
                    self._hang(noun.i, verb.i, "dobj")
                    self.tokens[verb.i] = replace(self.tokens[verb.i], tag="VBD")
                    break

    def _only(self, verb: Token) -> bool:
        """Whether a participle is the one verb of its sentence, and what it hangs on is no sentence without it."""
        root = next(t for t in self.tokens if t.head == t.i)
        finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in self.tokens)
        if finite or root.pos not in ("NOUN", "PROPN") or root.i > verb.i:
            return False
        self.tokens[verb.i] = replace(verb, head=verb.i, dep="ROOT", tag="VBD")
        self._hang(root.i, verb.i, "nsubj")
        for kid in self._kids(root.i, "punct"):
            self._hang(kid.i, verb.i, "punct")
        return True

    def _is_whom(self, noun: Token, verb: Token, prep: Token) -> bool:
        """Whether a noun for people, or a name, was hung on the date before it or on the subject."""
        known = lexicon.nouns().persons | lexicon.nouns().members | lexicon.nouns().posts
        people = self._kind(noun) is Kind.PERSON or (noun.mention < 0 and noun.lemma in known)
        over = self.tokens[noun.head]
        if not people:
            return False
        if noun.dep in ("appos", "npadvmod", "dep"):
            placed = self._dated(over) or self._kind(over) is Kind.PLACE
            return (verb.i < over.i < noun.i and placed) or (over.dep in SUBJECTS and over.head == verb.i)
        dated = [k for k in self._kids(noun.i, "compound", "nummod", "nmod") if self._dated(k)]
        return noun.dep == "pobj" and over.i == prep.i and bool(dated)

    def counted_and_held(self) -> None:
        """`eleven of his fighters held in Kerman were freed`: the eleven were held."""
        for verb in self.sentence.tokens:
            low = self.tokens[verb.head]
            of = self.tokens[low.head]
            count = self.tokens[of.head]
            if verb.dep not in ("acl", "relcl") or low.dep != "pobj" or of.lemma != "of" or low.mention >= 0:
                continue
            if (count.pos == "NUM" or count.lemma in COUNTED) and count.mention < 0 and self._kids(low.i, "poss"):
                self._hang(verb.i, count.i, verb.dep)

    def set_off_place(self) -> None:
        """`killed Peter, the emir of Nokia, near Lisbon`: he was killed there, wherever Nokia is."""
        for prep in self.sentence.tokens[3:]:
            if prep.lemma not in ("near", "in", "at", "outside") or prep.dep != "prep":
                continue
            places = [k for k in self._kids(prep.i, "pobj") if self._kind(k) is Kind.PLACE]
            if self.tokens[prep.i - 1].text != "," or not places:
                continue
            up = self.tokens[prep.head]
            while up.dep in ("pobj", "prep", "compound", "conj") and up.head != up.i:
                up = self.tokens[up.head]
            told = self.tokens[up.head]
            verb = self.tokens[told.head]
            if up.dep == "appos" and told.dep in ("dobj", *SUBJECTS) and verb.pos == "VERB" and prep.i > verb.i:
                if self.tokens[told.i + 1].text == ",":
                    self._hang(prep.i, verb.i, "prep")

    def befell_in(self) -> None:
        """`announced the death of Peter in a raid`: he died in it, wherever it was announced."""
        nouns = lexicon.nouns()
        for prep in self.sentence.tokens:
            verb = self.tokens[prep.head]
            within = [k for k in self._kids(prep.i, "pobj") if k.mention < 0 and k.lemma in nouns.means]
            if prep.lemma not in ("in", "during") or prep.dep != "prep" or not within:
                continue
            told = [k for k in self._kids(verb.i, "dobj", "nsubjpass") if k.lemma in self.events and k.mention < 0]
            if verb.lemma in lexicon.verbs().tells and len(told) == 1 and told[0].i < prep.i:
                if self._kids(told[0].i, "prep", "poss"):
                    self._hang(prep.i, told[0].i, "prep")
