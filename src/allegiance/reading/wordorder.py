"""Phrases headed by a noun of post or membership, by the order of words: what stands before and behind the noun."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace

from allegiance import names
from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.phrases import Arg, Builder, Phrase
from allegiance.reading.runs import CALENDAR, Mention

KIN = frozenset("founder co-founder successor predecessor heir replacement ally aide bodyguard confidant".split())
"""Nouns beside those of posts and members by which a name is introduced."""
WHEN = frozenset(
    "yesterday today tomorrow tonight week month year night morning evening afternoon earlier later".split()
)
JOINS = frozenset("of for in with from at to within inside on as".split())
PARTICIPLES = frozenset(
    "slain ousted deposed detained jailed retired suspected alleged exiled self-styled acting ruling leading outgoing "
    "incoming sitting serving ranking commanding founding reputed purported supposed wanted captured assassinated "
    "murdered disgraced dismissed sacked designated elected appointed imprisoned convicted accused feared named "
    "long-serving high-ranking so-called".split()
)
BODIES = frozenset("army police navy military government gendarmerie".split())
"""Bodies of a state by whose plain noun a post is named: `army spokesman`."""
LOCAL = frozenset(
    "provincial municipal district city town village county regional national federal local metropolitan".split()
)
"""Adjectives that say of what land a plain body is: `city police`, `provincial council`."""
OFFICIAL: Mapping[str, frozenset[str]] = {
    "forces": frozenset("armed security special land naval ground police border".split()),
    "force": frozenset("air police".split()),
    "guard": frozenset("coast presidential republican border national home civil".split()),
    "guards": frozenset("border prison presidential".split()),
    "ministry": frozenset("interior defence defense foreign justice security".split()),
    "agency": frozenset("intelligence security police".split()), "service": frozenset("intelligence security".split()),
    "intelligence": frozenset("military naval army".split()),
    "command": frozenset("police army navy".split()), "council": frozenset(),
    "department": frozenset({"police"}), "office": frozenset({"police"}),
    "government": frozenset(), "administration": frozenset(), "court": frozenset(), "assembly": frozenset(),
}  # fmt: skip
"""Further bodies that go by plain nouns, with the words beside that make them one: `coast guard`, `police office`."""
OF_THE_POST = frozenset("former senior top new retired then late acting".split())
"""Words before a plain body's noun that speak of the post behind it: `a former army captain`."""
BEFORE_BODY = OF_THE_POST | {"a", "an", "the"}
ONE = frozenset("one two three four five several some many another".split())
CLOSERS = frozenset(", . ; ) : - ! ?".split())
LONGEST = 14
"""Words of a description: what is longer is none."""


class WordOrder:
    """Reads such phrases off the words of one sentence."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], text: str, builder: Builder) -> None:
        self.tokens = sentence.tokens
        self.mentions = mentions
        self.text = text
        self.builder = builder
        self.introduced: set[int] = set()

    def _at(self, i: int) -> Token | None:
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def _person(self, token: Token) -> bool:
        """Whether a token may be a person's name."""
        if token.mention < 0:
            return False
        mention = self.mentions[token.mention]
        return mention.kind is Kind.PERSON

    def _word(self, i: int) -> str:
        token = self._at(i)
        return token.text.lower() if token is not None else ""

    def _heads(self, token: Token) -> bool:
        """Whether a token is a noun of post or membership that ends its compound."""
        nouns = lexicon.nouns()
        if token.mention >= 0 or token.lemma not in nouns.posts | nouns.members | KIN:
            return False
        nxt = self._at(token.i + 1)
        if token.pos in ("VERB", "AUX") and token.tag not in ("NN", "NNP", "NNS"):
            return False
        if nxt is None or nxt.mention >= 0:
            return True
        joined = nxt.text == "-" and nxt.start == token.end
        return (
            not joined
            and nxt.text not in ("'s", "'")
            and not (nxt.pos in ("NOUN", "PROPN") and nxt.lemma not in CALENDAR)
        )

    def _plural(self, phrase: Phrase) -> bool:
        token = self.tokens[phrase.token]
        return token.tag in ("NNS", "NNPS") and not ONE & {a for a in phrase.adjectives if a in ("one", "another")}

    def _described(self, head: Token, floor: int = 0) -> tuple[list[Phrase], int, int]:
        """The phrases that a head noun opens (`founder and leader of Y` is two), and the tokens that they take up."""
        left, start = self._left(head, floor)
        heads = [(head, left)]
        mods, end = self._right(head.i + 1)
        out_mods = [mods]
        while True:
            joint = self._at(end)
            if joint is None or joint.text not in ("and", "&", "or"):
                break
            more = self._conjoined(end + 1)
            if more is None:
                break
            other, its_left = more
            mods, end = self._right(other.i + 1)
            heads.append((other, its_left))
            out_mods.append(mods)
        shared = [a for a in left if a[1] is not None and a[1].function in ("poss", "nmod")]
        apart = any(a is not None and a.function == "poss" and a.phrase.pronoun for _, a in left)
        phrases = []  # `his minister and head of the Front`: a minister of his, and not of the Front.
        for k, (token, words) in enumerate(heads):
            own = out_mods[k] or next((m for m in out_mods[k:] if m and not (k == 0 and apart)), [])
            owner = next((a for _, a in left if a is not None and a.function == "poss" and a.phrase.mention >= 0), None)
            if k and owner is not None:
                words = [(w, owner if a is not None and a.phrase.pronoun in ("its", "their") else a) for w, a in words]
            given = words if k == 0 or any(a[1] is not None for a in words) else [*shared, *words]
            phrases.append(self._phrase(token, given, own, self.tokens[start], self.tokens[end - 1]))
        return phrases, start, end

    def _conjoined(self, at: int) -> tuple[Token, list[tuple[str, Arg | None]]] | None:
        """A second head behind `and`, within four words, with what stands between."""
        for i in range(at, min(at + 5, len(self.tokens))):
            token = self.tokens[i]
            if self._heads(token):
                left, start = self._left(token)
                return (token, left) if start <= at else None
            if token.mention >= 0 or token.pos not in ("ADJ", "NOUN", "DET", "PRON", "PROPN"):
                return None
        return None

    def _phrase(
        self, head: Token, left: list[tuple[str, Arg | None]], mods: list[Arg], first: Token, last: Token
    ) -> Phrase:
        words = tuple(word for word, arg in reversed(left) if word and arg is None)
        own = [arg for _, arg in reversed(left) if arg is not None]
        named = any(a.phrase.mention >= 0 or any(m.phrase.mention >= 0 for m in a.phrase.mods) for a in (*own, *mods))
        if named:
            own = [a for a in own if a.phrase.head not in lexicon.demonyms()]
        definite = any(word in ("the", "this", "that") for word in words)
        begin = min(first.start, head.start)
        end = max(head.end, last.end)
        return Phrase(
            head.i, begin, end, self.text[begin:end], head.lemma, -1, "", False, definite,
            any(w in ("no", "neither") for w in words), words, (*own, *mods),
        )  # fmt: skip

    def _left(self, head: Token, floor: int = 0) -> tuple[list[tuple[str, Arg | None]], int]:
        """What stands before a head noun in its phrase, nearest first, and where the phrase begins."""
        out: list[tuple[str, Arg | None]] = []
        i = head.i - 1
        while i >= floor and head.i - i < LONGEST:
            token = self.tokens[i]
            lower = token.text.lower()
            if token.mention >= 0:
                if self.mentions[token.mention].kind is Kind.PERSON:
                    break
                out.append((lower, Arg("nmod", self.builder.phrase(token))))
            elif lower in ("'s", "'") and i:
                owner, start = self._noun_phrase_ending(i - 1)
                if owner is None:
                    break
                out.append((lower, Arg("poss", owner)))
                i = start - 1
                break
            elif token.tag == "PRP$" or lower in ("its", "his", "her", "their", "our", "whose"):
                out.append((lower, Arg("poss", self.builder.phrase(token))))
                i -= 1
                break
            elif token.pos == "DET" or lower in ("the", "a", "an", "another", "this", "that"):
                out.append((lower, None))
                i -= 1
                if lower == "the" and i > 0 and self.tokens[i].lemma == "of" and self.tokens[i - 1].lemma in ONE:
                    out.append((self.tokens[i - 1].lemma, None))
                    i -= 2
                break
            elif not self._modifies(token):
                break
            else:
                body = self._body(token) if lower in BODIES or lower in OFFICIAL else None
                if body is not None:
                    out.append((lower, Arg("nmod", body[0])))
                    out.extend((w, None) for j in range(i - 1, body[1] - 1, -1) if (w := self._word(j)) in OF_THE_POST)
                    i = body[1] - 1
                    second = self._second(i)
                    out.extend(second)
                    i -= len(second)
                    break
                if lower in lexicon.demonyms():
                    out.append((lower, Arg("nmod", self.builder.phrase(token))))
                elif lower != "-":
                    out.append((lower, None))
                if token.pos in ("NOUN", "PROPN") and lower not in lexicon.demonyms():
                    out.append(("", Arg("noun", self.builder.phrase(token))))
            i -= 1
        if (
            out
            and out[-1][1] is not None
            and out[-1][1].function == "poss"
            and i > 0
            and self.tokens[i].lemma == "of"
            and self.tokens[i - 1].lemma in ONE
        ):
            out.append((self.tokens[i - 1].lemma, None))
            i -= 2
        return out, i + 1

    def _second(self, i: int) -> list[tuple[str, Arg | None]]:
        """The word before a body that belongs to the post behind it: `[deputy] army commander`."""
        return [(self._word(i), None)] if self._word(i) in ("deputy", "assistant", "vice") else []

    def _body(self, token: Token) -> tuple[Phrase, int] | None:
        """A body that goes by a plain noun, before a post in it: `Kenyan police`, `Mazrat provincial police`."""
        lower = token.text.lower()
        whole, start = self._left(token)
        left = list(itertools.takewhile(lambda row: self._of_land(row, lower), whole))
        start += len([w for w, _ in whole[len(left) :] if w])
        told = [a for _, a in left if a is not None and a.phrase.mention >= 0]
        if any(a is not None and (self._surely_body(a.phrase) or a.function == "poss") for _, a in whole):
            return None
        words = {w for w, _ in left}
        landed = bool(told) or bool(words & (lexicon.demonyms() | LOCAL))
        if lower not in BODIES and not landed and not words & OFFICIAL.get(lower, frozenset()):
            return None
        if lower == "military" and not (told or words & lexicon.demonyms()):
            return None
        first = start
        while first < token.i and self.tokens[first].text.lower() in BEFORE_BODY:
            first += 1
        kept = [(w, a) for w, a in left if w not in BEFORE_BODY]
        return self._phrase(token, kept, [], self.tokens[first], token), start

    def _of_land(self, row: tuple[str, Arg | None], body: str) -> bool:
        """Whether a word before a plain body's noun is of its name: its land, its work, an article."""
        word, arg = row
        own = lexicon.demonyms() | LOCAL | BEFORE_BODY | OFFICIAL.get(body, frozenset())
        return word in own or arg is not None

    def _modifies(self, token: Token) -> bool:
        """Whether a token may stand in a phrase before its head noun."""
        lower = token.text.lower()
        if lower in CALENDAR or lower in WHEN or token.text[:1].isdigit():
            return False
        if lower == "time" and self._word(token.i - 2) == "at":
            return False  # `at the time deputy commander of Nokia`.
        if token.text == "-":
            before, after = self._at(token.i - 1), self._at(token.i + 1)
            return before is not None and after is not None and before.end == token.start and token.end == after.start
        if token.tag in ("VBN", "VBG", "VBD", "VB", "VBP", "VBZ"):
            before = self._at(token.i - 1)
            named = before is not None and (before.mention >= 0 or before.pos in ("NOUN", "PROPN"))
            return lower in PARTICIPLES and not named
        if token.pos == "ADV":
            return lower in ("then", "now", "once", "most", "long", "formerly", "ex", "newly", "recently", "previously")
        return token.pos in ("ADJ", "NOUN", "PROPN", "NUM", "X") and token.dep != "punct"

    def _noun_phrase_ending(self, at: int) -> tuple[Phrase | None, int]:
        """The owner that ends here (`the Front`, `the group`, `its council`), and where it begins."""
        token = self.tokens[at]
        if token.mention >= 0:
            before = self._at(at - 1)
            return self.builder.phrase(token), at - (before is not None and before.pos == "DET")
        if token.pos not in ("NOUN", "PROPN"):
            return None, at
        left, start = self._left(token)
        return self._phrase(token, left, [], self.tokens[start], token), start

    def _right(self, at: int) -> tuple[list[Arg], int]:
        """The prepositional phrases behind a head noun, and the token behind them."""
        mods: list[Arg] = []
        while True:
            prep = self._at(at)
            if prep is None or prep.lemma not in JOINS or prep.pos not in ("ADP", "SCONJ", "PART"):
                return mods, at
            found, end = self._noun_phrases(at + 1)
            if prep.lemma == "as" and self.tokens[at - 1].lemma not in KIN:
                return mods, at
            if not found:
                return mods, at
            of = (
                prep.lemma == "of" and mods and mods[-1].function in ("of", "for", "as") and mods[-1].phrase.mention < 0
            )
            within = prep.lemma == "of" and mods and self._is_body(mods[-1].phrase)
            if within and all(self._is_body(p) or p.head in lexicon.nouns().groups for p in found):
                at = end  # `commander of the 7 Division of the Nigerian Army`: of the division.
                continue
            if of:
                last = mods.pop()
                grown = replace(
                    last.phrase, mods=(*last.phrase.mods, *(Arg("of", p) for p in found)), end=self.tokens[end - 1].end
                )
                mods.append(Arg(last.function, replace(grown, text=self.text[grown.start : grown.end])))
            else:
                mods.extend(Arg(prep.lemma, p) for p in found)
            at = end

    def _is_body(self, phrase: Phrase) -> bool:
        if phrase.mention < 0:
            return False
        mention = self.mentions[phrase.mention]
        return mention.kind is Kind.GROUP and not mention.country

    def _surely_body(self, phrase: Phrase) -> bool:
        """Whether a name is a body's by its own words or the register's, and no land's: `TTP`, not `East Kamish`."""
        if not self._is_body(phrase):
            return False
        mention = self.mentions[phrase.mention]
        return mention.known is Kind.GROUP or names.has_group_word(mention.text) or names.is_acronym(mention.text)

    def _noun_phrases(self, at: int) -> tuple[list[Phrase], int]:
        """The noun phrases that begin here, joined by `and`, and the token behind them; dates are none."""
        found: list[Phrase] = []
        while True:
            phrase, end = self._noun_phrase(at)
            if phrase is None:
                return found, (at if not found else at - 1)
            found.append(phrase)
            joint, nxt = self._at(end), self._at(end + 1)
            both = joint is not None and joint.text in ("and", "&") and nxt is not None
            if not both or nxt is None or self._person(nxt) or (phrase.mention >= 0) != (nxt.mention >= 0):
                return found, end
            more = self._at(end + 2)
            if more is not None and more.pos in ("VERB", "AUX"):
                return found, end
            at = end + 1

    def _noun_phrase(self, at: int) -> tuple[Phrase | None, int]:
        """The noun phrase that begins at a token: determiner, owners, adjectives, nouns; and the token behind it."""
        i = at
        last = -1
        while i < len(self.tokens) and i - at < 10:
            token = self.tokens[i]
            lower = token.text.lower()
            if token.mention >= 0:
                last = i
                nxt = self._at(i + 1)
                if (
                    self._person(token)
                    or nxt is None
                    or not (nxt.text in ("'s", "'") or nxt.pos in ("NOUN", "ADJ", "PROPN"))
                ):
                    i += 1
                    break
            elif token.text[:1].isdigit() or lower in CALENDAR or lower in WHEN:
                return None, at
            elif token.pos in ("NOUN", "PROPN"):
                last = i
                nxt = self._at(i + 1)
                if nxt is None or not (
                    nxt.text in ("'s", "'", "-") or nxt.pos in ("NOUN", "PROPN", "ADJ") or nxt.mention >= 0
                ):
                    i += 1
                    break
            elif not (token.pos in ("DET", "ADJ", "PART") or lower in ("'s", "'", "-") or token.tag == "PRP$"):
                break
            i += 1
        if last < 0:
            return None, at
        head = self.tokens[last]
        if head.mention >= 0:
            return self.builder.phrase(head), last + 1
        left, start = self._left(head)
        return self._phrase(head, left, [], self.tokens[max(start, at)], head), last + 1
