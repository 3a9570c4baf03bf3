"""What stands before a name and says something of it: `the Iran-backed X`, `the rival X`, `the newly formed X`."""

from __future__ import annotations

from collections.abc import Mapping

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.gapping import Gapping
from allegiance.reading.parse import Token
from allegiance.reading.phrases import Arg, Phrase
from allegiance.reading.referents import GENERIC_GROUPS
from allegiance.reading.sketching import Sketch

BY = frozenset(
    "back support fund finance sponsor train arm equip control run designate bankroll own supply list outlaw "
    "proscribe ban".split()
)
"""Participles behind a hyphen whose first word did it: `Iran-backed`."""
WITH: Mapping[str, str] = {
    "affiliate": "with", "ally": "with", "align": "with", "link": "to", "associate": "with", "connect": "to",
}  # fmt: skip
"""Participles behind a hyphen that tie to their first word: `al-Qaeda-affiliated`."""
ALONE = frozenset(
    "form found create establish launch ban outlaw proscribe blacklist sanction delist rename rebrand reconstitute "
    "disband".split()
)
"""Participles that say something of what follows without another's help: `the newly formed X`."""
APART = frozenset("rival enemy opposing competing breakaway splinter dissident renegade secessionist allied".split())
"""Adjectives that set a name beside another: whose rival it is, what it broke away from."""

OPPOSED = frozenset({"rival", "enemy"})
"""Adjectives that may have an owner: `his old rival Peter`."""


class Qualifying(Gapping):
    """Draws what participles and adjectives before a name say of it as clauses of their own."""

    def _qualified(self, token: Token) -> None:
        """A clause for each participle or adjective before a name, or before a noun for a body that has a name here."""
        for kid in self.sentence.kids(token.i, "amod", "compound", "nmod"):
            if kid.mention >= 0 or kid.i > token.i:
                if kid.dep == "amod" and token.mention >= 0 and self.sentence.tokens[kid.i - 1].text == ",":
                    self._quality_behind(token, kid)
                continue
            lemma = _verb_of(kid)
            if lemma in BY or lemma in WITH or lemma in ALONE:
                self._participle(token, kid, lemma)
            elif self._text(kid).lower() in APART:
                self._set_apart(token, kid)

    def _quality_behind(self, token: Token, kid: Token) -> None:
        """`the Toyota, active mainly in London, has …`: what is said of a name behind a comma, as with a copula."""
        own = Sketch(kid, "be", "verb", [Arg("subj", self.builder.phrase(token))])
        self._quality(own, kid)
        for inner in self.sentence.kids(kid.i, "advmod"):
            for prep in self.sentence.kids(inner.i, "prep"):
                own.args.extend(Arg(f"{kid.lemma} {a.function}", a.phrase) for a in self.builder.prepositional(prep))
        words = own.adverbs
        self._aside(kid, own)
        own.adverbs = [*words, *own.adverbs]

    def _participle(self, token: Token, kid: Token, lemma: str) -> None:
        first = [self.builder.phrase(k) for k in self._before_hyphen(kid)]
        if not first and lemma not in ALONE:
            return
        function = WITH.get(lemma, "subj")
        for named in self._qualifies(token):
            args = [Arg("obj", named), *(Arg(function, p) for p in first[:1])]
            if lemma in ("designate", "list"):
                args.append(Arg("oprd", self.builder.phrase(token)))
            self._aside(kid, Sketch(kid, lemma, "verb", args, passive=True))

    def _before_hyphen(self, kid: Token) -> list[Token]:
        if kid.i < 2 or self.sentence.tokens[kid.i - 1].text != "-":
            return []
        first = self.sentence.tokens[kid.i - 2]
        return [first] if first.mention >= 0 or first.text.lower() in lexicon.demonyms() else []

    def _set_apart(self, token: Token, kid: Token) -> None:
        other = Phrase(-1, kid.start, kid.end, kid.text, "counterpart", pronoun="counterpart")
        whole = self.builder.phrase(token)
        if whole.mod("of", "to", "from"):
            return
        word = self._text(kid).lower()
        owners = whole.mod("poss")
        if owners and (len(owners) > 1 or word not in OPPOSED):
            return
        if owners and token.mention >= 0:  # `his old rival Peter`, `its rival the Toyota`.
            own = Phrase(kid.i, kid.start, kid.end, word, word, adjectives=(word,), mods=(Arg("poss", owners[0]),))
            self._aside(kid, Sketch(kid, "be", "is", [Arg("subj", whole), Arg("attr", own)]))
            return
        for named in self._qualifies(token) if not owners else ():
            own = Phrase(kid.i, kid.start, kid.end, word, word, adjectives=(word,), mods=(Arg("of", other),))
            self._aside(kid, Sketch(kid, "be", "is", [Arg("subj", named), Arg("attr", own)]))

    def _qualifies(self, token: Token) -> list[Phrase]:
        """Of whom it is said: the name, or the name that a noun for a body stands beside."""
        outer = self.sentence.tokens[token.head]
        if token.mention >= 0 and token.dep == "appos" and outer.mention >= 0 and "Terror" in self._text(token):
            return [self.builder.phrase(outer)]
        if token.mention >= 0:
            return [self.builder.phrase(token)] if self.mentions[token.mention].kind is not Kind.PERSON else []
        if token.lemma in lexicon.nouns().members:
            return [p for p in self.builder.phrase(token).mod("nmod", "of", "from") if p.mention >= 0]
        if token.lemma not in lexicon.nouns().groups:
            return []
        return [
            p
            for p in self._antecedents(token)
            if p.mention >= 0 or p.pronoun or (p.definite and p.head in GENERIC_GROUPS and not p.plural)
        ]

    def _text(self, token: Token) -> str:
        """A token's own words, which the parser may have been shown others for."""
        return self.builder.text[token.start : token.end]

    def _aside(self, kid: Token, draft: Sketch) -> None:
        draft.parent, draft.embedding = self._governor(kid)
        draft.embedding = f"described {draft.embedding}".strip()
        draft.adverbs = [k.text.lower() for k in self.sentence.kids(kid.i, "advmod")]
        self.drafts.append(draft)


def _verb_of(kid: Token) -> str:
    """The verb of a participle, which the parser may take for an adjective."""
    lower = kid.text.lower()
    if not lower.endswith(("ed", "un", "id")):
        return ""
    if kid.lemma != lower:
        return kid.lemma
    return next((verb for verb in (*BY, *WITH, *ALONE) if lower in (f"{verb}ed", f"{verb}d", f"{verb[:-1]}ied")), "")
