"""What is said once for several: `A went to X and B to Y`, `A joined X and B Y`, `A was named emir, B as deputy`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.borrowing import Borrowing
from allegiance.reading.parse import Token
from allegiance.reading.phrases import Arg, Phrase
from allegiance.reading.sketching import Sketch

APPOINTED = frozenset("appoint name elect choose designate select install promote replace confirm pick".split())
"""Verbs that appoint several, each to his own post."""
OTHERS = frozenset("rest other remainder".split())
WAYS = frozenset("to with from into in for".split())


class Gapping(Borrowing):
    """Gives those who stand beside a clause without a verb the verb of that clause."""

    def _gapped(self, draft: Sketch) -> None:
        """Those who go each his own way; those who are appointed each to his own post are `clauses`'."""
        if draft.lemma.replace(" ", "-") in lexicon.verbs().going and not draft.passive:
            self._gapped_ways(draft)

    def _gapped_ways(self, draft: Sketch) -> None:
        """`Peter went to Nokia and James to Siemens`, `Peter joined Nokia, James Siemens`: each goes his own way."""
        bodies = [a for a in draft.args if a.phrase.mention >= 0 and self._kind(a.phrase.mention) is Kind.GROUP]
        ways = {a.function for a in bodies if a.function in WAYS}
        straight = any(a.function == "obj" for a in bodies)
        first = -1
        for token in self.sentence.tokens[draft.token.i + 1 : -1]:
            found = self._way(token, ways, straight) if (ways or straight) and self._stands_apart(token) else None
            if found is None:
                continue
            first = token.i if first < 0 else first
            self._said_again(draft, token, [Arg("subj", self._alone(token)), found])
        if first >= 0:
            draft.args = [a for a in draft.args if a.phrase.token < first]

    def _way(self, token: Token, ways: set[str], straight: bool) -> Arg | None:
        """Where the one who stands without a verb goes: what follows, in the same grammar as before."""
        at = self.sentence.tokens[token.i + 1]
        function = "obj"
        if at.pos in ("ADP", "PART") and at.lemma in ways:
            function, at = at.lemma, self._after(at)
        elif not straight:
            return None
        if at.text == ",":
            at = self._after(at)
        if at.lemma == "the":
            at = self._after(at)
        while at.mention < 0 and at.pos == "ADJ":
            at = self._after(at)
        return Arg(function, self._alone(at)) if at.mention >= 0 and self._kind(at.mention) is Kind.GROUP else None

    def _stands_apart(self, token: Token) -> bool:
        """Whether a token is somebody named, or `the rest`, in a list, and subject of no verb of his own."""
        if token.dep in ("nsubj", "nsubjpass", "poss"):
            return False
        if token.mention >= 0:
            if self._kind(token.mention) is not Kind.PERSON:
                return False
        elif token.lemma not in OTHERS:
            return False
        start = token.i
        while (
            start > 0 and self.sentence.tokens[start - 1].mention < 0 and self.sentence.tokens[start - 1].pos in LEADING
        ):
            start -= 1
        return start > 0 and self.sentence.tokens[start - 1].text in (",", "and", "while", "but")

    def _after(self, token: Token) -> Token:
        return self.sentence.tokens[min(token.i + 1, len(self.sentence.tokens) - 1)]

    def _kind(self, mention: int) -> Kind:
        return self.builder.mentions[mention].kind

    def _alone(self, token: Token) -> Phrase:
        """The phrase of a token without what the parser hung on it across the gap."""
        return replace(self.builder.phrase(token), mods=(), members=())

    def _said_again(self, draft: Sketch, token: Token, args: Sequence[Arg]) -> None:
        own = Sketch(token, draft.lemma, "verb", list(args))
        own.passive, own.negated, own.helpers = draft.passive, draft.negated, list(draft.helpers)
        own.finite, own.perfect = draft.finite, draft.perfect
        own.parent, own.embedding, own.sibling = draft.parent, draft.embedding, self.at[draft.token.i]
        self.drafts.append(own)


LEADING = frozenset({"NOUN", "ADJ", "DET", "PRON", "NUM"})
"""What may stand before the name of somebody who stands without a verb: `and his cousin Thomas to …`."""
