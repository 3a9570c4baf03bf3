"""Noun phrases as plain values: head, name, pronoun, modifiers, members; with lists and appositions expanded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.parse import Folded, Sentence, Token
from allegiance.reading.runs import CALENDAR, Mention

PRONOUNS = frozenset(
    "he she him her his hers himself herself it its itself they them their theirs who whom whose which that one "
    "himself we us our ours i me my".split()
)
RELATIVES = frozenset("who whom which that whose".split())
JOINED = frozenset({"out of", "away from", "because of", "according to", "along with", "together with"})
COUNTED = frozenset(
    "one two three four five six seven eight nine ten eleven twelve several some many most few both all none any "
    "dozen hundred thousand score number handful majority half rest part couple pair group another remainder bulk each "
    "fifteen twenty thirty forty fifty sixty seventy eighty ninety minority".split()
)
"""Heads of a phrase that only count what stands behind `of`: `nine of its fighters`."""
DONE = frozenset(
    "conduct carry launch lead order stage mount commit perpetrate execute direct call claim organise organize "
    "run".split()
)
"""Participles after a noun of action that name its doer: `a raid conducted by the army`."""
DONORS = frozenset("charity foundation company firm bank businessman trader merchant financier".split())
"""Who gives and bears no name is told from others by where he is: `a charity in Qatar`."""
NOMINAL = frozenset("accused deceased".split())
"""Participles that head a phrase as nouns do: `the accused`."""
WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
CORE = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nummod",
        "nmod",
        "poss",
        "quantmod",
        "advmod",
        "predet",
        "neg",
        "npadvmod",
        "case",
        "preconj",
    }
)


@dataclass(frozen=True, slots=True)
class Arg:
    """A phrase and what it is to its clause or noun: subj, obj, attr, poss, nmod, or a preposition (`from`)."""

    function: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase. `start` and `end` bound its core, with `of` phrases and without relative clauses and appositions.

    `mention` is the index of the name that it is, or -1. `members` are the names that stand for a plural description
    (`two of its men, A and B`; `including A and B`). `counted` is how many they are, where other words say it: in
    `five of the dead were Nokia commanders`, five.
    """

    token: int
    start: int
    end: int
    text: str
    head: str
    mention: int = -1
    pronoun: str = ""
    plural: bool = False
    definite: bool = False
    negated: bool = False
    adjectives: tuple[str, ...] = ()
    mods: tuple[Arg, ...] = ()
    members: tuple[Phrase, ...] = ()
    clausal: bool = False
    counted: str = ""

    def mod(self, *functions: str) -> tuple[Phrase, ...]:
        """The modifiers with one of these functions, in order."""
        return tuple(m.phrase for m in self.mods if m.function in functions)


class Builder:
    """Builds phrases out of one sentence."""

    def __init__(
        self, sentence: Sentence, mentions: Sequence[Mention], text: str, folded: Mapping[int, Folded]
    ) -> None:
        self.sentence = sentence
        self.mentions = mentions
        self.text = text
        self.folded = folded
        self._made: dict[int, Phrase] = {}
        self._open: set[int] = set()

    def coordinated(self, token: Token) -> list[Token]:
        """The token and everything coordinated with it; `Afghan and coalition forces` are one body of troops."""
        shared = self._shares_head(token)
        out, queue = [], [shared or token]
        while queue:
            current = queue.pop(0)
            out.append(current)
            queue.extend(
                t
                for t in self.sentence.kids(current.i, "conj")
                if t.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET", "SYM")
                and not self._set_beside(current, t)
            )
            if len(out) > 30:
                break
        return out

    def _shares_head(self, token: Token) -> Token | None:
        """The noun that an adjective of nationality shares with what it is coordinated with."""
        if token.text.lower() not in lexicon.demonyms():
            return None
        alone = bool(self.sentence.kids(token.i, "det"))
        nouns = [k for k in self.sentence.kids(token.i, "conj") if k.pos in ("NOUN", "PROPN") and k.mention < 0]
        people = lexicon.nouns().groups | lexicon.nouns().persons
        fits = nouns and nouns[0].lemma in people and not self.sentence.kids(nouns[0].i, "det")
        if alone and fits and nouns[0].tag != "NN":
            return None  # `an Afghan and coalition soldiers`; but `a combined Afghan and coalition force` is one.
        return nouns[0] if fits else None

    def phrases(self, token: Token) -> list[Phrase]:
        """A phrase for the token and for each coordinated with it; `we, the fighters of A` are those fighters."""
        if token.text.lower() in ("we", "i", "us"):
            told = [k for k in self.sentence.kids(token.i, "appos") if k.pos in ("NOUN", "PROPN") and k.i > token.i]
            if told:
                found = [self.phrase(t) for t in self.coordinated(told[0])]
                nouns = lexicon.nouns()
                whole = [p for f in found if f.plural and f.definite and f.head in nouns.members for p in f.mod("of")]
                return [p for p in whole if p.mention >= 0] or found
        return [self.phrase(t) for t in self.coordinated(token)]

    def phrase(self, token: Token) -> Phrase:
        """The noun phrase headed by a token."""
        made = self._made.get(token.i)
        if made is None:
            if token.i in self._open or len(self._open) > 12:
                return Phrase(token.i, token.start, token.end, token.text, token.lemma, token.mention)
            self._open.add(token.i)
            made = self._build(token)
            self._open.discard(token.i)
            self._made[token.i] = made
        return made

    def _build(self, token: Token) -> Phrase:
        start, end = token.start, token.end
        adjectives: list[str] = []
        mods: list[Arg] = []
        definite = negated = False
        for kid in self.sentence.kids(token.i):
            if kid.text in WEEKDAYS and token.lemma in lexicon.nouns().persons | lexicon.nouns().groups:
                continue  # `On Monday fighters broke away`.
            if (kid.dep in CORE and kid.i < token.i and kid.mention == -1 and token.mention == -1) or kid.dep == "case":
                start = min(start, self._left(kid))
            if kid.dep in ("compound", "nmod", "poss") and kid.mention >= 0 and token.mention == -1:
                start = min(start, self._left(kid))
            definite = definite or (
                kid.dep == "det" and kid.lemma in ("the", "this", "that", "these", "those", "such", "both")
            )
            negated = negated or (kid.dep in ("det", "neg") and kid.lemma in ("no", "neither", "none"))
            if (
                kid.dep in ("amod", "nummod", "advmod", "compound", "nmod", "det", "npadvmod", "quantmod")
                and kid.mention == -1
            ):
                adjectives.append(kid.text.lower())
                adjectives.extend(
                    k.text.lower() for k in self.sentence.kids(kid.i) if k.mention == -1 and k.i < token.i
                )
            mods.extend(self._modifiers(kid, token))
            acted = self.sentence.kids(kid.i, "pcomp")  # `accuses the army of arming it`.
            if kid.dep == "prep" and kid.i > token.i and token.mention == -1 and not acted:
                if kid.lemma == "of" or self._hails(token, kid):
                    end = max(end, self._right(kid), *(self._right(k) for k in self._tied_to(kid)))
        if token.dep == "conj" and self._shares_head(self.sentence.tokens[token.head]) is token:
            first = self.sentence.tokens[token.head]
            start = first.start
            mods.append(Arg("nmod", self._bare_word(first)))
        mods.extend(self._across_date(token))
        own = [a.phrase for a in mods if a.function not in ("on", "in", "at", "near", "against", "from")]
        if any(p.mention >= 0 or any(m.phrase.mention >= 0 for m in p.mods) for p in own):
            mods = [a for a in mods if a.phrase.mention >= 0 or a.phrase.head not in lexicon.demonyms()]
        members = self._members(token)
        if token.mention >= 0 and self.mentions[token.mention].start != token.start:
            start, end = self.mentions[token.mention].start, self.mentions[token.mention].end  # Put in before a verb.
        text = self.text[start:end]
        lower = token.text.lower()
        mention = token.mention
        plural = (
            token.tag in ("NNS", "NNPS")
            or lower in ("they", "them", "their", "both")
            or any(k.dep == "nummod" and k.lemma not in ("one", "1") for k in self.sentence.kids(token.i))
        )
        head = lower if lower in NOMINAL else token.lemma
        if mention >= 0:
            head = self.mentions[mention].name.split()[-1].lower()
        return Phrase(
            token.i, start, end, text, head, mention,
            lower if token.pos == "PRON" or (lower in PRONOUNS and mention < 0) else "",
            plural, definite, (negated and mention < 0) or lower in ("nobody", "none"), tuple(adjectives), tuple(mods),
            members,
        )  # fmt: skip

    def _hails(self, token: Token, prep: Token) -> bool:
        """`citizens from Jordan`, `a charity in Qatar`, `men with ties to Nokia`: told by whence or with whom."""
        lands = self.sentence.kids(prep.i, "pobj")
        people = token.tag == "NNS" and prep.lemma == "from" and prep.i == token.i + 1
        donor = token.lemma in DONORS and prep.lemma in ("in", "from") and prep.i == token.i + 1
        if prep.lemma == "with" and token.tag == "NNS":
            return any(t.lemma in ("tie", "link", "connection") for t in lands)
        named = [self.mentions[t.mention] for t in lands if t.mention >= 0]
        told = bool(named) and all(m.country or m.kind is Kind.PLACE for m in named)
        return told and (donor or (people and token.lemma in lexicon.nouns().persons))

    def _tied_to(self, prep: Token) -> list[Token]:
        """What the tie is to in `with ties to Nokia`, and nothing for other prepositions."""
        if prep.lemma != "with":
            return []
        inner = [p for k in self.sentence.kids(prep.i, "pobj") for p in self.sentence.kids(k.i, "prep")]
        return [k for p in inner if p.lemma in ("to", "with") for k in self.sentence.kids(p.i, "pobj")]

    @staticmethod
    def _bare_word(token: Token) -> Phrase:
        return Phrase(token.i, token.start, token.end, token.text, token.text.lower())

    def _across_date(self, token: Token) -> list[Arg]:
        """`the departure in January of two members`: what `of` gives, though the parser hangs it on the month."""
        if token.i + 1 >= len(self.sentence.tokens) or token.mention >= 0:
            return []
        after = self.sentence.tokens[token.i + 1]
        preps = [t for t in (after, *self.sentence.kids(token.i, "prep")) if t.pos == "ADP" and t.i > token.i]
        dates = [
            k for p in dict.fromkeys(preps) if p.lemma in ("in", "on", "at")
            for k in self.sentence.kids(p.i, "pobj") if k.text[:1].isdigit() or k.lemma in CALENDAR
        ]  # fmt: skip
        return [
            Arg("of", a.phrase)
            for d in dates
            for of in self.sentence.kids(d.i, "prep")
            if of.lemma == "of"
            for a in self.prepositional(of)
        ]

    def _left(self, token: Token) -> int:
        return min(
            [token.start, *(self._left(k) for k in self.sentence.kids(token.i) if k.i < token.i and k.dep != "conj")]
        )

    def _right(self, token: Token) -> int:
        ends = [token.end]
        for kid in self.sentence.kids(token.i):
            if kid.i > token.i and kid.dep not in ("relcl", "acl", "appos", "advcl", "punct", "parataxis", "ccomp"):
                if kid.dep == "prep" and kid.lemma not in ("of", "for") and token.pos != "ADP":
                    continue
                if kid.dep == "conj" and self._set_beside(token, kid):
                    continue
                ends.append(self._right(kid))
        return max(ends)

    def _modifiers(self, kid: Token, token: Token) -> list[Arg]:
        if kid.dep == "poss":
            return [Arg("poss", p) for p in self.phrases(kid)]
        if kid.dep in ("compound", "nmod", "amod", "npadvmod") and kid.i < token.i:
            out: list[Arg] = []
            if self._tied(kid):
                return []
            if kid.mention >= 0:
                out = [Arg("nmod", p) for p in self.phrases(kid)]
            elif kid.dep in ("compound", "nmod"):
                out = [
                    Arg("noun", self.phrase(kid)),
                    *(m for m in self.phrase(kid).mods if m.function in ("nmod", "poss")),
                ]
            elif kid.dep == "amod":
                out = [
                    Arg("nmod", self.phrase(k))
                    for k in self.sentence.kids(kid.i, "compound", "npadvmod", "nmod")
                    if k.mention >= 0 and not self._tied(k)
                ]
            if kid.text.lower() in lexicon.demonyms() and kid.mention < 0:
                out.append(Arg("nmod", self.phrase(kid)))
            return out
        if kid.dep in ("prep", "agent"):
            return self.prepositional(kid)
        if kid.dep == "acl" and kid.tag == "VBN" and kid.lemma in DONE:
            return [Arg("by", a.phrase) for k in self.sentence.kids(kid.i, "agent") for a in self.prepositional(k)]
        return []

    def _and_another(self, token: Token) -> list[Phrase]:
        """`the truce between Nokia and the army has held`: the army, which the parser takes for the subject."""
        after = [t for t in self.sentence.tokens[token.i + 1 :] if t.dep != "punct"]
        if not after or after[0].lemma != "and":
            return []
        noun = next((t for t in after[1:8] if t.mention >= 0 or t.pos in ("NOUN", "PROPN")), None)
        while noun is not None and noun.dep == "compound" and self.sentence.tokens[noun.head].i > noun.i:
            noun = self.sentence.tokens[noun.head]
        verbs = [t for t in after[1:8] if t.pos == "VERB" and noun is not None and t.i < noun.i]
        return [self.phrase(noun)] if noun is not None and not verbs else []

    def _tied(self, token: Token) -> bool:
        """Whether a name is tied by a hyphen to a participle: in `Nokia-backed militia` the militia is not Nokia's."""
        behind = self.sentence.tokens[token.i + 1 : token.i + 3]
        return len(behind) == 2 and behind[0].text == "-" and behind[1].tag in ("VBN", "VBD", "JJ")

    def prepositional(self, prep: Token) -> list[Arg]:
        """The phrases of a prepositional phrase, under its preposition; `out of` and `on behalf of` under the whole."""
        function = prep.text.lower()
        before = self.sentence.tokens[prep.i - 1].text.lower() if prep.i else ""
        function = f"{before} {function}" if f"{before} {function}" in ("together with", "along with") else function
        function = "namely" if function == "including" and self.text[prep.start] == ":" else function
        out: list[Arg] = []
        for kid in self.sentence.kids(prep.i, "pobj"):
            of = [k for k in self.sentence.kids(kid.i, "prep") if k.lemma == "of"]
            complex_prep = {
                "behalf": "on behalf of",
                "part": "as part of",
                "head": "at the head of",
                "place": "in place of",
                "stead": "in place of",
                "side": "on the side of",
            }.get(kid.lemma)
            if complex_prep and of and kid.mention < 0:
                out.extend(Arg(complex_prep, p) for o in self.sentence.kids(of[0].i, "pobj") for p in self.phrases(o))
            if kid.lemma != "behalf":
                out.extend(Arg(function, p) for p in self.phrases(kid))
            if function == "between" and len(out) == 1:
                out.extend(Arg(function, p) for p in self._and_another(kid))
        for kid in self.sentence.kids(prep.i, "prep", "pcomp"):
            if kid.dep == "prep":
                inner = self.prepositional(kid)
                joined = f"{function} {kid.text.lower()}"
                out.extend(Arg(a.function if joined not in JOINED else joined, a.phrase) for a in inner)
        return out

    def _members(self, token: Token) -> tuple[Phrase, ...]:
        """The names that a description stands for: appositions, `including`, `among them`, a folded list."""
        found: list[Phrase] = []
        if token.mention < 0 and token.pos in ("NOUN", "PROPN", "NUM", "PRON", "DET", "ADJ"):
            for kid in self.appositions(token):
                found.extend(self.phrase(t) for t in self.coordinated(kid) if t.mention >= 0)
            for kid in self.sentence.kids(token.i, "prep"):
                if kid.lemma in ("include", "including") or (
                    kid.lemma == "as" and any(k.lemma == "such" for k in self.sentence.kids(kid.i))
                ):
                    inside = [a.phrase for a in self.prepositional(kid)]
                    found.extend(m for p in inside for m in ([p] if p.mention >= 0 else p.members))
            for kid in self._said_behind(token):
                if kid.lemma in ("call", "name", "know", "dub", "style", "identify"):
                    named = [k for k in self.sentence.kids(kid.i, "oprd", "dobj") if k.mention >= 0]
                    named += [
                        k
                        for p in self.sentence.kids(kid.i, "prep")
                        if p.lemma == "as"
                        for k in self.sentence.kids(p.i, "pobj")
                        if k.mention >= 0
                    ]
                    found.extend(self.phrase(k) for k in named[:1])
            for item, place in self._folded(token):
                mods = (Arg("from", self._bare(place)),) if place >= 0 else ()
                found.append(replace(self._bare(item), mods=mods))
        return tuple(found)

    def _said_behind(self, token: Token) -> list[Token]:
        """The participles behind a noun, coordinated ones too, and the verbs by which it is said to call itself."""
        out = self.sentence.kids(token.i, "acl")
        out += [c for a in out for c in self.sentence.kids(a.i, "conj")]
        for kid in self.sentence.kids(token.i, "relcl"):
            own = [k for k in self.sentence.kids(kid.i, "dobj") if k.text.lower() in ("itself", "themselves")]
            out += [kid] if own and not self.sentence.kids(kid.i, "neg") else []
        return out

    def appositions(self, token: Token) -> list[Token]:
        """The token's appositions; `members of Nokia, Peter and James` has Peter for the members, not for Nokia."""
        own = [
            k
            for k in self.sentence.kids(token.i, "appos")
            if not self._misplaced(token, k) and self._noun_before(k) in (-1, token.i)
        ]
        own.extend(self._set_off(token))
        own.extend(self._behind(token))
        if token.mention < 0 and token.lemma in lexicon.nouns().persons:
            for prep in self.sentence.kids(token.i, "prep"):
                for inner in self.sentence.kids(prep.i, "pobj"):
                    own.extend(k for k in self.sentence.kids(inner.i, "appos") if self._misplaced(inner, k))
                    own.extend(k for k in self.sentence.kids(inner.i, "conj") if self._set_beside(inner, k))
        return own

    def _behind(self, token: Token) -> list[Token]:
        """`Nokia and its ally the Toyota`: Toyota is the ally, though the parser hangs it on Nokia."""
        ahead = [t for t in self.sentence.tokens[token.i + 1 : token.i + 3] if t.pos != "DET"][:1]
        return [t for t in ahead if t.dep == "appos" and t.head != token.i and self._noun_before(t) == token.i]

    def _noun_before(self, name: Token) -> int:
        """Where the noun for people or a body stands just before a name (`its ally the Toyota`), or -1."""
        before = [t for t in self.sentence.tokens[max(0, name.i - 2) : name.i] if t.pos != "DET"][-1:]
        nouns = lexicon.nouns()
        found = [t for t in before if t.mention < 0 and t.pos == "NOUN" and t.lemma in nouns.persons | nouns.groups]
        return found[0].i if found and name.mention >= 0 else -1

    def _set_off(self, token: Token) -> list[Token]:
        """A name set off by commas behind a description, which the parser took for an adverb."""
        if (
            token.mention >= 0
            or token.i + 2 >= len(self.sentence.tokens)
            or self.sentence.tokens[token.i + 1].text != ","
        ):
            return []
        at = token.i + 2
        if self.sentence.tokens[at].lemma == "the" and at + 1 < len(self.sentence.tokens):
            at += 1
        name = self.sentence.tokens[at]
        if name.mention < 0:
            return []
        kind, nouns = self.mentions[name.mention].kind, lexicon.nouns()
        alike = (kind is Kind.GROUP and token.lemma in nouns.groups) or (
            kind is Kind.PERSON and token.lemma in nouns.persons
        )
        astray = name.dep == "appos" and name.head != token.i and alike
        return [name] if astray or name.dep in ("npadvmod", "advmod", "dep") else []

    def _set_beside(self, token: Token, kid: Token) -> bool:
        """`commanders of Nokia, Peter and James`: a person in a list with a group, behind a comma, is no part of it."""
        between = self.sentence.tokens[token.i + 1 : kid.i]
        return self._misplaced(token, kid) and len(between) == 1 and between[0].text == ","

    def _misplaced(self, token: Token, kid: Token) -> bool:
        """Whether a person's name is hung in apposition on a group's or a place's."""
        if token.mention < 0 or kid.mention < 0:
            return False
        return self.mentions[kid.mention].kind is Kind.PERSON and self.mentions[token.mention].kind in (
            Kind.GROUP,
            Kind.PLACE,
        )

    def _bare(self, mention: int) -> Phrase:
        named = self.mentions[mention]
        return Phrase(-1, named.start, named.end, named.text, named.name.lower(), mention)

    def _folded(self, token: Token) -> tuple[tuple[int, int], ...]:
        for anchor, folded in self.folded.items():
            after = [t for t in self.sentence.tokens if t.start < anchor]
            nouns = [
                t
                for t in after
                if t.mention < 0
                and t.tag in ("NNS", "NNPS")
                and t.lemma in lexicon.nouns().persons | lexicon.nouns().groups
            ]
            if nouns and nouns[-1].i == token.i and anchor <= self.sentence.end + 400:
                return folded.items
        return ()


def kind_of(phrase: Phrase, mentions: Sequence[Mention]) -> Kind:
    """What a phrase speaks of, by its name's kind or its head noun's class."""
    if phrase.mention >= 0:
        return mentions[phrase.mention].kind
    if phrase.pronoun:
        if phrase.pronoun in ("he", "she", "him", "her", "his", "hers", "himself", "herself", "who", "whom", "whose"):
            return Kind.PERSON
        return Kind.UNKNOWN
    nouns = lexicon.nouns()
    whole = phrase.mod("of")
    if counts(phrase) and whole and whole[0].token != phrase.token and phrase.head not in ("group", "part"):
        return Kind.PERSON if whole[0].pronoun == "them" else kind_of(whole[0], mentions)
    if phrase.head in nouns.groups and not (phrase.head == "arm" and phrase.plural):
        return Kind.GROUP
    if phrase.head in nouns.persons or (phrase.plural and phrase.head.lower().removesuffix("s") in lexicon.demonyms()):
        return Kind.PERSON
    if phrase.head in nouns.places:
        return Kind.PLACE
    return Kind.UNKNOWN


def counts(phrase: Phrase) -> bool:
    """Whether a phrase counts what stands behind its `of`: `some 60 of his men`, `a handful of fighters`."""
    return phrase.mention < 0 and (phrase.head in COUNTED or phrase.head[:1].isdigit())
