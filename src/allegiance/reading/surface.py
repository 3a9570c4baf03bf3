"""What a name is said to be, by the order of words alone: `X, head of Y`, `Y's head, X`, `Y head X`.

The small model often hangs an apposition on the wrong noun or takes a title for a verb. The order of words around a
name settles most of them: a phrase headed by a noun of post or membership, next to a name, with or without a comma.
What is found here goes before what the parse says of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from allegiance import names
from allegiance.model import Kind
from allegiance.reading.parse import Token
from allegiance.reading.phrases import Arg, Phrase
from allegiance.reading.runs import CALENDAR
from allegiance.reading.titles import GOVERNING, OF_BODIES, SPEAKING, WRITTEN_WITH_NAMES
from allegiance.reading.wordorder import CLOSERS, LONGEST, WHEN, WordOrder

BETWEEN = frozenset(
    "until hitherto till erstwhile between since recently formerly previously once both all now then originally lately "
    "long late also earlier currently recent just was who is themselves himself herself initially still".split()
)
"""Words that may stand between a name's comma and whose he is."""
PAST = frozenset("until formerly previously once originally hitherto till erstwhile initially".split())
"""Those that make what follows former."""
UPHEAVALS = frozenset(
    "coup putsch split war fall defeat collapse overthrow merger invasion uprising revolution dissolution".split()
)
"""What ends somebody's time in a post: `its leader until the coup`."""
TERMS = frozenset("time tenure stint spell term year day reign career".split())
"""Nouns for the time in which one held a post."""
CAPACITIES = frozenset("capacity role position function post work".split())
"""Nouns for what one is, in which one does something."""
WITHIN = frozenset("in during for throughout since after under".split())
CHARGES = {"in": frozenset({"charge", "command"}), "at": frozenset({"head", "helm"})}
"""What one is in or at who is over a body or a part of one."""
COMMANDS = frozenset("command leadership".split())
"""What a body is under of him who leads it: `under the command of Peter`."""
CALLED = frozenset("know call name nickname identify dub style".split())
INTRODUCED = frozenset("a an man woman who be the commander one".split())
"""Words before `called` and `known as` behind a description."""
INTRODUCING = (("by", "the", "name", "of"), ("going", "by", "the", "name", "of"), ("called",), ("named",))
"""What stands between a description and the name of whom it describes."""
OBJECTS = frozenset("himself herself him her me".split())
"""Pronouns for one who is put into a post: `proclaimed himself emir`."""
PARTED = frozenset("faction wing branch splinter unit cell group band column section breakaway".split())
"""Before `of` and a body's name, what is no more than a part of it."""
GAVE = re.compile(r"(?:who |, )?(?:gave|gives|giving|had given) (?:his|her) name (?:only |simply )?as ")
"""How the unnamed say who they are."""
NAMING = frozenset("as only simply by the locally name of himself herself".split())
"""Words between `known` and the name."""
ENDINGS = frozenset(
    "who whose whom since until between and during under before after till when from because as by on in at".split()
)
"""Words that may follow a description behind a name."""


@dataclass(frozen=True, slots=True)
class Said:
    """A description found beside a name: the name's token, what it is said to be, and whether it stands as a title."""

    name: Token
    attr: Phrase
    title: bool = False


class Surface(WordOrder):
    """Finds the descriptions of one sentence."""

    def find(self) -> Iterator[Said]:
        """Every description, in the order of the text."""
        done = -1
        for token in self.tokens:
            if token.mention >= 0:
                yield from self._ranked(token)
            if token.i <= done or not self._heads(token):
                continue
            phrases, start, end = self._described(token)
            if end - start > LONGEST + 6 or self._is_made(start):
                continue
            done = max(done, max(p.token for p in phrases))
            yield from self._beside(phrases, start, end)

    def named_as(self) -> Iterator[Said]:
        """`Peter as head of Nokia`, `Peter at its head`: what a name is listed as, with no verb of its own."""
        for token in self.tokens[:-2]:
            word = self.tokens[token.i + 1]
            if not self._person(token):
                continue
            if word.lemma == "as":
                for phrase in self._role_at(token.i + 2):
                    yield Said(token, phrase)
            elif word.lemma == "at" and self.tokens[token.i + 2].tag == "PRP$":
                head = self._at(token.i + 3)
                if head is not None and head.lemma in ("head", "helm"):
                    yield Said(token, self._described(head)[0][0])

    def _is_made(self, start: int) -> bool:
        """`was [appointed aide to the head of Nokia], Peter`: what a verb makes of its subject, and of none behind."""
        made = self.tokens[start].tag == "VBN" and start > 0
        return made and self._word(start - 1) in ("was", "were", "been", "being", "is", "are")

    def _role_at(self, at: int) -> list[Phrase]:
        """The phrases of post or membership that begin here."""
        return self._role(at)[0]

    def _role(self, at: int) -> tuple[list[Phrase], int]:
        """The phrases of post or membership that begin here, and the token behind them."""
        for i in range(at, min(at + 8, len(self.tokens))):
            token = self.tokens[i]
            if self._heads(token):
                phrases, start, end = self._described(token, at)
                return (phrases, end) if start <= at else ([], at)
            if token.pos in ("VERB", "AUX", "ADP") or token.text in CLOSERS - {"-"} or self._person(token):
                break
        return [], at

    def made(self, verb: Token) -> Iterator[tuple[Token | None, Phrase]]:
        """What a verb of appointing makes of whom: `elected leader`, `elected Peter leader and James his deputy`."""
        i = verb.i + 1
        while i < len(self.tokens) and self.tokens[i].pos == "ADV":
            i += 1
        token = self._at(i)
        if token is not None and token.lemma == "as":
            phrases, end = self._role(i + 1)
            name = self._at(end)
            if phrases and name is not None and self._person(name):
                yield name, phrases[0]  # `chose as its emir Peter`.
            return
        itself = token is not None and token.text.lower() in OBJECTS
        if token is not None and itself:
            phrases, _ = self._role(token.i + 1)
            if phrases:
                yield token, phrases[0]
            return
        if token is None or not self._person(token):
            phrases, end = self._role(i)
            after = self._at(end)
            if phrases and (after is None or not self._person(after)):
                yield None, phrases[0]
            return
        while token is not None and self._person(token):
            nxt = self._at(token.i + 1)
            phrases, end = self._role(token.i + 1 + (nxt is not None and nxt.lemma == "as"))
            if not phrases:
                return
            yield token, phrases[0]
            joint = self._at(end)
            if joint is None or joint.text not in (",", "and", ";"):
                return
            token = self._at(end + 1 + (joint.text != "and" and self._word(end + 1) == "and"))

    def charged(self) -> Iterator[tuple[Token, str, Phrase, list[str]]]:
        """`Peter, in charge of logistics for Nokia,`, `Peter, until May at the head of Nokia,`: what a name is over.

        Each as the name, the preposition, what stands behind it, and the words for its time.
        """
        for prep in self.tokens:
            heads = CHARGES.get(prep.lemma, frozenset())
            head = self._at(prep.i + 1 + (self._word(prep.i + 1) == "the")) if heads else None
            if head is None or head.lemma not in heads or self._word(head.i + 1) != "of":
                continue
            first = self._timed(prep.i)
            comma, name = self._at(first - 1), self._at(first - 2)
            mods, end = self._right(head.i + 1)
            if comma is None or name is None or comma.text not in (",", "-") or not self._person(name) or not mods:
                continue
            closer = self._at(end)
            if closer is None or self._closes(closer):
                charge = self._phrase(head, [], mods, head, self.tokens[end - 1])
                yield name, prep.lemma, charge, [t.text.lower() for t in self.tokens[first : prep.i]]

    def terms(self) -> Iterator[tuple[Phrase, Phrase, bool]]:
        """`in his capacity as head of Nokia`, `Peter's time as its spokesman`: whose, what, and whether it is over."""
        for noun in self.tokens[2:-2]:
            over, owner = noun.lemma in TERMS, self.tokens[noun.i - 1]
            if not (over or noun.lemma in CAPACITIES) or self._word(noun.i + 1) != "as":
                continue
            if owner.text == "'s":
                owner = self.tokens[noun.i - 2]
            before = self._word(owner.i - 1)
            told = before in (WITHIN | {"his", "her"} if over else WITHIN)
            named = self._person(owner) and owner.i < noun.i - 1
            if not (named or owner.text.lower() in ("his", "her")) or not (told or (over and named)):
                continue
            yield from ((self.builder.phrase(owner), phrase, over) for phrase in self._role_at(noun.i + 2))

    def at_the_helm(self) -> Iterator[tuple[Token, Phrase]]:
        """`With Peter at the helm, Nokia fled`: who leads, and the words for it, of the body that stands beside."""
        for token in self.tokens[:-3]:
            head = self.tokens[token.i + 3]
            told = self._word(token.i + 1) == "at" and self._word(token.i + 2) == "the" and head.lemma in CHARGES["at"]
            if not (told and self._person(token) and self._word(token.i - 1) == "with"):
                continue
            mods, _ = self._right(head.i + 1)
            bodies = [t for t in self.tokens if t.mention >= 0 and self._is_body(self.builder.phrase(t))]
            near = [t for t in bodies if t.i < token.i][-1:] or [t for t in bodies if t.i > head.i][:1]
            own = mods or [Arg("of", self.builder.phrase(t)) for t in near]
            yield token, self._phrase(head, [], own, head, head)

    def under(self) -> Iterator[tuple[Token, str, Phrase]]:
        """`Nokia, under Peter,` and `Nokia under the command of Peter`: who leads it, the verb for it, and the body."""
        for prep in self.tokens[2:-1]:
            if prep.lemma != "under":
                continue
            told = self._at(prep.i + 1 + (self._word(prep.i + 1) == "the"))
            charge = told is not None and told.lemma in COMMANDS and self._word(told.i + 1) == "of"
            name = self._at(told.i + 2 if told is not None and charge else prep.i + 1)
            comma = self._word(prep.i - 1) == ","
            body = self.tokens[prep.i - 1 - comma]
            if body.mention >= 0 and not self._is_body(self.builder.phrase(body)) and self._word(body.i - 1) == ",":
                body = self.tokens[body.i - 2]  # `the 3 Battalion, Gamboru, under …`.
            if name is None or not self._person(name) or not self._surely_body(self.builder.phrase(body)):
                continue
            if "and" in self.words_of(body.i - 2, body.i):
                continue  # `a force of Nokia and Siemens, under the command of Peter`.
            if comma and PARTED & self.words_of(body.i - 4, body.i):
                continue  # `a faction of Nokia, under Peter,`: he leads the faction.
            closer = self._at(name.i + 1)
            if charge or (comma and (closer is None or closer.text in CLOSERS)):
                yield name, "command" if self._word(name.i - 2) == "command" else "lead", self.builder.phrase(body)

    def placed(self) -> Iterator[tuple[Token, Phrase, list[str]]]:
        """`Peter, until recently of Nokia` and `Peter and James, both of Nokia`: whose they are, after what."""
        for token in self.tokens:
            if token.lemma not in ("of", "from", "with") or token.i < 2:
                continue
            group, end = self._noun_phrase(token.i + 1)
            after = self._at(end)
            if group is None or group.mention < 0 or (after is not None and after.text not in CLOSERS):
                continue
            words: list[str] = []
            i = token.i - 1
            while i > 0 and self._word(i) in BETWEEN and len(words) < 4:
                words.append(self._word(i))
                i -= 1
            comma, name = self._at(i), self._at(i - 1)
            if comma is None or name is None or comma.text not in (",", "-") or not self._person(name):
                continue
            if token.lemma == "with" and not words:
                continue
            names = self._back(name) if {"both", "all"} & set(words) else [name]
            for one in names:
                yield one, replace(group), words

    def _back(self, last: Token) -> list[Token]:
        """The names of a list that ends here."""
        names = [last]
        while True:
            joint, other = self._at(names[-1].i - 1), self._at(names[-1].i - 2)
            if joint is None or other is None or joint.text not in (",", "and", "&") or not self._person(other):
                return names
            names.append(other)

    def _ranked(self, token: Token) -> Iterator[Said]:
        """`Nokia's Emir Peter`: a title that is written as part of the name."""
        mention = self.mentions[token.mention]
        words = mention.rank.lower().split()
        if (
            not words
            or words[-1] not in WRITTEN_WITH_NAMES | SPEAKING
            or mention.kind is not Kind.PERSON
            or mention.office
        ):
            return
        left, start = self._left(token)
        over = self._governed(token) if words[-1] in GOVERNING else []
        over = over or (self._titled_of(token) if words[-1] in OF_BODIES else [])
        owned = any(a is not None and a.function in ("poss", "nmod") for _, a in left)
        if not (owned or over or (words[-1] in SPEAKING and start == token.i)):
            return
        phrase = self._phrase(token, left, over, self.tokens[start], token)
        yield Said(token, replace(phrase, head=words[-1], adjectives=(*phrase.adjectives, *words[:-1])), True)

    def _governed(self, name: Token) -> list[Arg]:
        """`Governor Peter of London`, `Governor Peter of London State`: the place or state that he governs."""
        place = self._at(name.i + 2)
        if self._word(name.i + 1) != "of" or place is None or place.mention < 0:
            return []
        kind = self._at(place.i + 1)
        whole = kind is not None and kind.text.lower() in ("state", "province", "county")
        found = self.builder.phrase(kind if whole and kind is not None else place)
        if whole and kind is not None:
            found = replace(found, token=kind.i, mods=(Arg("nmod", self.builder.phrase(place)),), head=kind.lemma)
            found = replace(found, start=place.start, end=kind.end, text=self.text[place.start : kind.end])
        return [Arg("of", found)]

    def _titled_of(self, name: Token) -> list[Arg]:
        """`Commander Peter of Nokia`: the body that stands behind the name of whoever is its commander."""
        body = self._at(name.i + 2 + (self._word(name.i + 2) == "the"))
        if self._word(name.i + 1) != "of" or body is None or body.mention < 0:
            return []
        whole = self.builder.phrase(body)
        return [Arg("of", whole)] if self._surely_body(whole) else []

    # Names beside a phrase.

    def _beside(self, phrases: list[Phrase], start: int, end: int) -> Iterator[Said]:
        """The names that a phrase from token `start` up to `end` describes."""
        behind = self._word(end) == "respectively" or (self._word(end) == "," and self._word(end + 1) == "respectively")
        before = self._word(start - 1) == "respectively"
        if (before or behind) and self._word(start - 2 if before else start - 1) == ",":
            holder = self._at(start - 3 if before else start - 2)
            several = self._back(holder)[::-1] if holder is not None and self._person(holder) else []
            if len(several) == len(phrases):
                yield from (Said(name, phrase) for name, phrase in zip(several, phrases, strict=True))
            return
        if self._ended(end):
            phrases = [replace(p, adjectives=(*p.adjectives, "formerly")) for p in phrases]
        last = phrases[-1]
        names, title = self._after(start, end, self._plural(last))
        if not names:
            names = [n for n in self._before(start, end, self._plural(phrases[0])) if not self._is_another(n, start)]
            if names and PAST & self.words_of(self._timed(start), start):
                phrases = [replace(p, adjectives=(*p.adjectives, "formerly")) for p in phrases]
        alike = [p for p in phrases if self._plural(p) == (len(names) > 1)] or [last]
        for name in names:
            self.introduced.update({name.i} if name.i > start else ())
            for phrase in alike:
                yield Said(name, phrase, title)

    def _ended(self, end: int) -> bool:
        """`leader of Nokia until the coup`, `until his arrest`: what a description is followed by that is over."""
        if self._word(end) not in ("until", "till"):
            return False
        owned = self.tokens[end + 1].tag == "PRP$" if end + 1 < len(self.tokens) else False
        return owned or (self._word(end + 1) == "the" and self._word(end + 2) in UPHEAVALS)

    def _is_another(self, name: Token, start: int) -> bool:
        """`Peter, the brother of James, was leader of Nokia`: what follows tells of the first, not of whose he is."""
        between = self.words_of(name.i + 1, start)
        owner = self._word(name.i - 1) in ("of", "to", "by", "with", "from")
        return owner and "was" in between and "who" not in between

    def _after(self, start: int, end: int, plural: bool) -> tuple[list[Token], bool]:
        """Names behind a phrase, and whether they follow it as they follow a title."""
        at = self._at(end)
        if at is None:
            return [], False
        if self._person(at):
            names, stop = self._list(at.i)
            if self._owned(stop):
                return names[: len(names) - 1], True
            return (names if plural else names[:1]), True
        called = self._called(end)
        if called is not None:
            return [called], False
        at = self._past_places(at)
        nxt = self._at(at.i + 1)
        if at.text not in (",", ":", "-", ")") or nxt is None or not self._person(nxt):
            return [], False
        names, stop = self._list(nxt.i)
        after = self._at(stop)
        if self._word(start - 1) == "as" and self._word(nxt.i + 1) == "as":
            return [], False  # `with Peter as its chief, James as treasurer`: James is no chief.
        taken = self._at(start - 2)
        listed = (
            taken is not None and taken.i in self.introduced and self._word(start) in ("his", "her", "its", "their")
        )
        if not listed and (self._opens_after_name(start) or self._opens_after_name(self._timed(start))):
            return [], False
        if plural:
            return names, False
        if len(names) > 1:
            first = self._at(names[0].i + 1)
            if first is not None and first.text == ",":
                return [], False
            return names[:1], False
        closed = after is None or after.text in CLOSERS or after.lemma in ("who", "and", "whose", "whom")
        return (names, False) if closed or (start == 0 and after is not None and at.text == ",") else ([], False)

    def _past_places(self, at: Token) -> Token:
        """Past what says more of a post's body before its holder: `the commander of Nokia[, Toyota, London], Peter`."""
        while at.text == ",":
            name, comma = self._at(at.i + 1), self._at(at.i + 2)
            if name is None or comma is None or name.mention < 0 or comma.text != ",":
                break
            mention, holder = self.mentions[name.mention], self._at(comma.i + 1)
            ranked = holder is not None and self._person(holder) and bool(self.mentions[holder.mention].rank)
            body = mention.kind is Kind.GROUP and names.has_group_word(mention.text)
            if mention.kind is not Kind.PLACE and not body and (mention.rank or not ranked):
                break
            at = comma
        return at

    def _called(self, at: int) -> Token | None:
        """The name behind `, known only as` or `, a man called`."""
        i = at + (self._word(at) == ",")
        named = self._by_the_name(i)
        if named is not None:
            return named
        gave = GAVE.match(" ".join(t.text.lower() for t in self.tokens[i : i + 7]))
        if gave:
            token = self._at(i + len(gave.group().split()))
            return token if token is not None and self._person(token) else None
        verb = None
        for k in range(i, min(i + 6, len(self.tokens))):
            token = self.tokens[k]
            if verb is None and token.lemma in CALLED and token.tag in ("VBN", "VBD"):
                verb = token
            elif verb is not None and self._person(token):
                return token
            elif token.lemma not in (INTRODUCED if verb is None else NAMING):
                return None
        return None

    def _by_the_name(self, at: int) -> Token | None:
        """The name behind `, a retired colonel by the name of` or `, a former baker called`."""
        if self._word(at) == "alias":
            name = self._at(at + 1 + (self._word(at + 1) in ("'", '"')))
            return name if name is not None and self._person(name) else None
        if self._word(at) not in ("a", "an", "one"):
            return None
        for i in range(at + 1, min(at + 8, len(self.tokens) - 1)):
            token = self.tokens[i]
            if token.text in CLOSERS - {"-"} or token.pos in ("AUX", "PRON") or self._person(token):
                return None
            behind = [t.text.lower() for t in self.tokens[i : i + 5]]
            words = next((w for w in INTRODUCING if behind[: len(w)] == list(w)), ())
            if words:
                name = self._at(i + len(words))
                return name if name is not None and self._person(name) else None
        return None

    def _before(self, start: int, end: int, plural: bool) -> list[Token]:
        """The name before a phrase that a comma parts from it: `X, 43, head of Y,`."""
        closer = self._at(end)
        at = self._at(start - 1)
        if self._word(start) == "whose":
            return []  # `Peter, whose deputy, James, fled`: Peter is no deputy.
        if at is not None and plural and at.text in ("and", ",") and "other" in self.words_of(start, end):
            name = self._at(start - 2)
            return self._back(name) if name is not None and self._person(name) else []
        if closer is not None and not self._closes(closer):
            return []
        at = self._at(self._timed(start) - 1)
        if at is None or at.text not in (",", "-"):
            return []
        name = self._at(at.i - 1)
        if name is not None and name.text.isdigit() and self._at(name.i - 1) is not None:
            name = self._at(name.i - 2)
        if name is None or not self._person(name):
            return []
        if not plural:
            return [name]
        before = self._back(name)
        return before if len(before) > 1 else []

    def _timed(self, start: int) -> int:
        """Where a description begins with the words for its time: `until 2014 the head of Y`, `once a member of Y`."""
        first = start
        for i in range(start - 1, max(start - 6, 0), -1):
            token = self.tokens[i]
            lower = token.text.lower()
            if lower in BETWEEN or (lower == "at" and self._word(i + 2) == "time"):
                first = i
            elif lower in ("the", "that") and self._word(i + 1) == "time":
                continue
            elif lower not in CALENDAR and not token.text[:1].isdigit() and lower not in WHEN | {"time"}:
                break
        return first

    def words_of(self, start: int, end: int) -> set[str]:
        """The words from one token up to another."""
        return {t.text.lower() for t in self.tokens[start:end]}

    def _closes(self, token: Token) -> bool:
        """Whether an apposition may end before this token: no verb of which it would be the subject."""
        if token.text in CLOSERS:
            return True
        if token.mention >= 0 or token.text in ("'s", "'"):
            return False
        return token.lemma in ENDINGS

    def _opens_after_name(self, start: int) -> bool:
        """Whether a name and a comma stand before the phrase, so that it may be that name's."""
        comma, name = self._at(start - 1), self._at(start - 2)
        return comma is not None and name is not None and comma.text == "," and self._person(name)

    def _list(self, at: int) -> tuple[list[Token], int]:
        """The names of a list that begins here, and the token behind it."""
        names = [self.tokens[at]]
        i = at + 1
        while True:
            joint, nxt = self._at(i), self._at(i + 1)
            step = 1
            if joint is not None and joint.text == "," and nxt is not None and nxt.text == "and":
                nxt, step = self._at(i + 2), 2
            if joint is None or nxt is None or joint.text not in (",", "and", "&") or not self._person(nxt):
                return names, i
            names.append(nxt)
            i += step + 1

    def _owned(self, at: int) -> bool:
        token = self._at(at)
        return token is not None and token.text in ("'s", "'")
