"""Repairs of who does what, where a man is described just before or behind his name, in a relative or an aside."""

from __future__ import annotations

from dataclasses import replace

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.parse import Token
from allegiance.reading.relisting import SUBJECTS, Relisting

RELATIVES = frozenset(
    "brother sister son daughter father mother wife husband cousin nephew niece uncle aunt brother-in-law son-in-law "
    "father-in-law".split()
)
"""Whose names stand behind two of these are two."""
ONCE = frozenset("once formerly then now previously later originally still long initially".split())
"""What a description may begin with that tells of its time."""


class WhoseDeeds(Relisting):
    """One sentence under repair: its tokens, whose heads and relations may change."""

    def titled_twice(self) -> None:
        """`arrested his brother and deputy Peter`, `whose cousin and former chief Peter he arrested`: Peter alone."""
        people = lexicon.nouns().persons | RELATIVES
        for name in self.sentence.tokens[3:]:
            second, own = self.tokens[name.i - 1], self.tokens[name.i]
            joined = second if second.dep == "conj" else own
            first = self.tokens[joined.head]
            if self._kind(name) is not Kind.PERSON or joined.dep != "conj" or first.i >= second.i:
                continue
            plain = all(t.lemma in people and t.tag == "NN" and t.mention < 0 for t in (first, second))
            kin = first.lemma in RELATIVES and second.lemma in RELATIVES
            if not plain or kin or self._kids(second.i, "det", "poss", "conj") or self._kids(name.i, "det", "poss"):
                continue
            if len(self._kids(first.i, "conj")) != 1 or own.head not in (first.i, second.i, first.head):
                continue
            self._hang(name.i, first.head, first.dep)
            for word in (first, second):
                self._hang(word.i, name.i, "compound")

    def told_aside(self) -> None:
        """`Peter, once the envoy of James, was shot`: Peter was, and the envoy is what he once was."""
        for noun in self.sentence.tokens:
            if noun.dep not in SUBJECTS or noun.mention >= 0 or noun.lemma not in lexicon.nouns().persons:
                continue
            first = min([noun.i, *self._under(noun.i)])
            last = max([noun.i, *self._under(noun.i)])
            if first > 1 and self.tokens[first - 1].text.lower() in ONCE:
                first -= 1
            name = self._set_off_by_comma(first)
            closed = self.tokens[last + 1 : last + 2]
            ends = self.tokens[last].text == "," or (closed and closed[0].text == ",")
            if name is not None and ends and name.dep in SUBJECTS and name.head == noun.head:
                self._hang(noun.i, name.i, "appos")

    def whose_deed(self) -> None:
        """`by Peter, whose chief, James, was shot`: the chief was, whatever else was done to others before."""
        for whose in self.sentence.tokens[2:]:
            noun, name = self.tokens[self.tokens[whose.i].head], self.tokens[whose.i - 2]
            if whose.text.lower() != "whose" or noun.i < whose.i or noun.dep in (*SUBJECTS, "dobj", "poss", "oprd"):
                continue
            at = noun.i + 1
            ahead = self.tokens[at : at + 3]
            if len(ahead) == 3 and ahead[0].text == "," and ahead[1].mention >= 0 and ahead[2].text == ",":
                at += 3
            elif ahead and ahead[0].mention >= 0:
                at += 1
            verb = self.tokens[at] if at < len(self.tokens) else noun
            verb = self.tokens[verb.head] if verb.dep in ("aux", "auxpass") else verb
            own = [k for k in self._kids(verb.i, *SUBJECTS) if whose.i < k.i < verb.i]
            finite = verb.tag in ("VBD", "VBZ", "VBP") or bool(self._kids(verb.i, "aux", "auxpass"))
            if name.mention < 0 or verb.pos not in ("VERB", "AUX") or own or not finite or verb.i < at:
                continue
            self._hang(noun.i, verb.i, "nsubjpass" if self._kids(verb.i, "auxpass") else "nsubj")
            if verb.head != verb.i:
                self._hang(verb.i, name.i, "relcl")

    def after_whom(self) -> None:
        """`after Peter, whom he had replaced, left to head Nokia`: Peter left."""
        for verb in self.sentence.tokens:
            if verb.dep not in ("advcl", "conj", "dep", "acl") or verb.tag not in ("VBD", "VBN"):
                continue
            if self._kids(verb.i, *SUBJECTS, "aux", "auxpass", "mark", "agent") or self.tokens[verb.i - 1].text != ",":
                continue
            for relative in self.sentence.tokens[: verb.i]:
                low = self.tokens[self.tokens[relative.i].head]
                prep = self.tokens[low.head]
                closed = relative.dep == "relcl" and max(self._under(relative.i), default=0) < verb.i
                timed = low.dep == "pobj" and prep.text.lower() in ("after", "before", "until", "since")
                if closed and timed and low.mention >= 0 and self.tokens[low.i + 1].text == "," and prep.i == low.i - 1:
                    self._hang(low.i, verb.i, "nsubj")
                    self.tokens[verb.i] = replace(self.tokens[verb.i], tag="VBD")
                    self._hang(verb.i, prep.head, "advcl")
                    self._hang(prep.i, verb.i, "mark")
                    break

    def had_done(self) -> None:
        """`had his deputy Peter executed`: Peter was, and has executed nobody."""
        for verb in self.sentence.tokens:
            noun = self.tokens[verb.head]
            have = self.tokens[noun.head]
            if (
                verb.dep != "relcl"
                or verb.tag not in ("VBN", "VBD")
                or have.lemma not in ("have", "get", "order", "see")
            ):
                continue
            names = [k for k in self._kids(verb.i, "nsubj") if k.i == noun.i + 1 and self._kind(k) is Kind.PERSON]
            if noun.dep == "dobj" and names and noun.lemma in lexicon.nouns().persons:
                if not self._kids(verb.i, "aux", "auxpass", "dobj"):
                    self._hang(verb.i, have.i, "ccomp", tag="VBN")
                    self._hang(noun.i, names[0].i, "compound")

    def _set_off_by_comma(self, first: int) -> Token | None:
        """The name that stands right before a comma ahead of a place."""
        if first < 2 or self.tokens[first - 1].text != ",":
            return None
        before = self.tokens[first - 2]
        return before if before.mention >= 0 else None
