"""Who has spoken so far in a document: whom `he added`, `the statement said`, `the officer` and `the paper` mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from allegiance.model import Kind
from allegiance.reading import degrees, lexicon
from allegiance.reading.attention import NEVER
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.owners import ISSUING, is_outlet_named
from allegiance.reading.phrases import Phrase, kind_of
from allegiance.reading.referents import GENERIC_GROUPS, HE, IT, SHE, THEY
from allegiance.reading.speakers import names_of, whole

LEADING = frozenset({"in", "for", "of", "at", "from", "with", "to", "near", "inside", "within", "on", "by"})
"""A name behind these is no speaker's own: `a spokesman for the Front`."""

OUTLETS = frozenset(
    "paper newspaper daily weekly station radio agency channel site website broadcaster magazine portal outlet blog "
    "programme program newscast".split()
)
"""What an outlet that was named is called again."""

SHOWN = frozenset("clip footage photograph photo image picture caption map".split())
"""What shows rather than speaks: no source of its own, only its maker's."""

COMMENTS = frozenset({"commentary", "editorial", "op-ed"})
"""What an outlet says for itself."""

NEAR = 3
"""How many sentences back a statement's issuer is looked for."""

FAR = 12
"""How many sentences back a speaker who was described is looked for."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One who spoke, or of whom a sentence was: where, under what name, by what noun, of what kind, one or several.

    `beside` are the names of those who stand beside him in one list: `A and B merged, they said`.
    """

    number: int = -99
    name: str = ""
    head: str = ""
    kind: Kind = Kind.UNKNOWN
    plural: bool = False
    start: int = -1
    named: bool = True
    beside: tuple[str, ...] = ()


ARTICLE = re.compile(r"an? ", re.IGNORECASE)
SET_OFF = re.compile(r", [a-z]")


@dataclass(slots=True)
class Voices:
    """Who spoke last, who issued what, and by what nouns speakers went."""

    speaker: Heard = Heard()
    subject: Heard = Heard()
    here: Heard = Heard()
    lead: Heard = Heard()
    issuer: tuple[int, str] = (-99, "")
    heard: list[Heard] = field(default_factory=list)

    def enter(self, clauses: Sequence[Clause], discourse: Discourse, number: int) -> None:
        """Begin a sentence: of whom it is, by its first main verb, and who stands first in it."""
        mains = [c for c in clauses if c.form == "verb" and c.parent < 0 and c.sibling < 0]
        early = [c for c in clauses if c.form == "verb" and c.embedding in ("", "ccomp", "parataxis")]
        self.here, self.lead = (
            self._subject_of(row, discourse, number) for row in (mains[:1], sorted(early, key=lambda c: c.token)[:1])
        )

    def _subject_of(self, clauses: Sequence[Clause], discourse: Discourse, number: int) -> Heard:
        for clause in clauses:
            whom = clause.get("obj" if clause.passive else "subj")
            for phrase in whom[:1]:
                if not phrase.pronoun:
                    one = self._as_heard(phrase, clause, discourse, number)
                    others = phrase.members or whom[1:]
                    beside = tuple(n for n in self.names(others, clause, discourse, number) if n != one.name)
                    return replace(one, beside=beside)
        return Heard()

    def note(
        self, clauses: Sequence[Clause], fresh: Sequence[Draft], discourse: Discourse, number: int, told: Sequence[str]
    ) -> None:
        """Remember who spoke in a sentence (`told` are those behind or inside it), and who issued what it tells of."""
        first = True
        for clause in clauses:
            if clause.form != "verb" or clause.passive:
                continue
            self._issued(clause, discourse, number)
            if degrees.verb_class(clause) not in ("say", "claim", "deny"):
                continue
            content = clause.embedding == "parataxis" or any(
                c.parent == clause.index and c.form == "verb" and c.embedding in ("ccomp", "xcomp") for c in clauses
            )
            bare = clause.parent < 0 and clause.lemma in ("say", "add", "tell")
            for phrase in clause.get("subj") if content or bare else ():
                one = self._as_heard(phrase, clause, discourse, number)
                if one.name:
                    self.heard.append(one)
                    self.speaker, first = (one, False) if first else (self.speaker, False)
        for name in told:
            self.heard.append(_described(name, number))
            if first:
                self.speaker, first = self.heard[-1], False
        if self.here.name:
            self.subject = self.here
            if not self.here.named:
                self.heard.append(self.here)
        for draft in fresh:
            if draft.type == "statement":
                self.issuer = (number, draft.name("issuer"))

    def _issued(self, clause: Clause, discourse: Discourse, number: int) -> None:
        """`Channel X posted a photograph`: whose the caption is."""
        if clause.lemma.split(" ")[0] not in ISSUING:
            return
        products = lexicon.nouns().products | SHOWN
        if any(p.mention < 0 and p.head in products and not p.mod("by", "from", "poss") for p in clause.get("obj")):
            names = names_of(clause.get("subj")[:1], discourse)
            if names:
                self.issuer = (number, names[0])

    def _as_heard(self, phrase: Phrase, clause: Clause, discourse: Discourse, number: int) -> Heard:
        names = self.names((phrase,), clause, discourse, number)
        if not names:
            return Heard()
        referent = discourse.refer(phrase)
        kind = referent.kind if referent is not None and referent.name == names[0] else self.speaker.kind
        if phrase.mention < 0 and not phrase.pronoun:
            kind = kind_of(phrase, discourse.mentions)
        return Heard(number, names[0], phrase.head, kind, phrase.plural, phrase.start, phrase.mention >= 0)

    def recent(self, number: int) -> str:
        """Who goes on speaking in a quotation that names no speaker, or `""`."""
        return self.speaker.name if number - self.speaker.number == 1 else ""

    def names(self, phrases: Sequence[Phrase], content: Clause, discourse: Discourse, number: int) -> tuple[str, ...]:
        """The names of those who say what a clause tells, once each, the nearest first."""
        out: list[str] = []
        for phrase in whole(phrases, discourse.text):
            meant = self._meant(phrase, content, discourse, number)
            if not meant and phrase.head in COMMENTS and phrase.mention < 0 and not phrase.mods:
                meant = self.called("paper", False, phrase.start, discourse, number)
            if not meant and phrase.head in SHOWN and phrase.mention < 0 and not phrase.mod("poss", "by", "from"):
                continue
            named = _of_whom(phrase, discourse) or names_of([phrase], discourse)
            if not meant and phrase.pronoun in HE | SHE and set(named) & _named_in(content, phrase, discourse):
                named = self._not_in(content, phrase, discourse, number)
            out.extend([meant] if meant else named)
        return tuple(dict.fromkeys(out))

    def _not_in(self, content: Clause, phrase: Phrase, discourse: Discourse, number: int) -> tuple[str, ...]:
        """`He said that A had left`: not A, who would be `he` there, but of whom the last sentence was."""
        inside = _named_in(content, phrase, discourse)
        for one in (self.subject, self.speaker):
            if one.kind is Kind.PERSON and number - one.number == 1 and not one.plural and one.name not in inside:
                return (one.name,)
        return ()

    def _meant(self, phrase: Phrase, content: Clause, discourse: Discourse, number: int) -> str:
        """The earlier speaker whom a speaker's pronoun, `the statement` or `the officer` means, or `""`."""
        last, name, kind = self.speaker.number, self.speaker.name, self.speaker.kind
        if phrase.mention < 0 and phrase.definite and not phrase.mods and not phrase.members:
            if phrase.head in lexicon.nouns().products | SHOWN:
                return self._issuer(number)
            return self.called(phrase.head, phrase.plural, phrase.start, discourse, number)
        if phrase.pronoun not in HE | SHE | IT | THEY:
            return ""
        if phrase.pronoun in THEY and number - last == 1 and self.speaker.plural:
            return "" if self._outside(phrase, content, discourse) else name
        behind = phrase.start >= content.end
        if number - last == 1 and name and kind is not (Kind.GROUP if phrase.pronoun in HE | SHE else Kind.PERSON):
            return "" if self._outside(phrase, content, discourse) else name
        told = self.subject
        unnamed = told.name and not told.named and told.kind is Kind.PERSON and not told.plural
        if unnamed and number - told.number == 1 and phrase.pronoun in HE | SHE:
            return "" if self._outside(phrase, content, discourse) else told.name  # `The farmer spoke. "…," he said.`
        if (
            behind
            and phrase.pronoun in HE | SHE
            and discourse.seen.last_persons
            and not self._outside(phrase, content, discourse)
        ):
            return discourse.chain(discourse.seen.last_persons[0]).name
        return ""

    def _issuer(self, number: int) -> str:
        """Whose `the statement` is: who issued one a few sentences back, else who has just spoken."""
        if number - self.issuer[0] <= NEAR:
            return self.issuer[1]
        return self.speaker.name if number - self.speaker.number == 1 else ""

    def called(self, head: str, plural: bool, start: int, discourse: Discourse, number: int) -> str:
        """Whom `the officer`, `the sources`, `the paper` mean: who last spoke under that noun, or the last outlet."""
        if head in GENERIC_GROUPS:
            return ""
        for one in reversed(self.heard):
            if number - one.number > FAR:
                break
            if one.head == head and one.plural == plural and one.number < number:
                return one.name
        if head in ("officer", "official") and not plural and number - self.speaker.number <= 2:
            return self.speaker.name if self.speaker.kind is Kind.PERSON and not self.speaker.plural else ""
        if head not in OUTLETS or plural:
            return ""
        before = [m for m in discourse.mentions if m.start < start and m.kind is not Kind.PERSON and _is_outlet(m.text)]
        near = [m for m in before if start - m.start < 1500]
        return discourse.chain(near[-1].chain).name if near else ""

    @staticmethod
    def _outside(phrase: Phrase, content: Clause, discourse: Discourse) -> bool:
        """Whether somebody whom the pronoun may mean is named before it in its sentence, outside of what is said."""
        rows = discourse.seen.here_persons if phrase.pronoun in HE | SHE else discourse.seen.here_groups
        return any(
            start < phrase.start and not content.start <= start <= content.end and chain >= 0
            for start, chain, _ in rows
            if not _quoted(discourse.text[start : phrase.start])
        )

    def all_behind(self, start: int, end: int, discourse: Discourse, number: int) -> tuple[str, ...]:
        """The names of those whose words stand in a range of the text: `they` may be two."""
        both = discourse.text[start:end].lower() == "they" and 0 <= self.lead.start < start and self.lead.beside
        if both:
            return (self.lead.name, *self.lead.beside) if self.lead.named else self.lead.beside
        return (self.behind(start, end, discourse, number),)

    def behind(self, start: int, end: int, discourse: Discourse, number: int) -> str:
        """The name of one whose words stand in a range of the text, behind or inside what is said: a name, a pronoun,
        a description."""
        words = " ".join(discourse.text[start:end].split())
        lower = words.lower()
        if lower in HE | SHE:
            return self._person_behind(start, "he" if lower in HE else "she", discourse, number)
        if lower in IT | THEY:
            return self._body_behind(start, lower, discourse, number)
        inside = [m for m in discourse.mentions if start <= m.start and m.end <= end and not m.demonym]
        led = discourse.text[start : inside[-1].start].lower().removesuffix("the ").split() if inside else []
        about = (
            bool(led) and led[-1] in LEADING and (inside[-1].kind is not Kind.PERSON or led[0] in ("a", "an", "the"))
        )
        if inside and inside[-1].end >= end - 1 and not about:
            return discourse.chain(inside[-1].chain).name
        if lower.startswith(("the ", "this ")) and not inside:
            return self._described_behind(start, end, discourse, number) or words
        return words

    def _described_behind(self, start: int, end: int, discourse: Discourse, number: int) -> str:
        """`the chief`, `the ministry`, `the group`: a speaker told of before."""
        *adjectives, head = discourse.text[start:end].lower().split()[1:] or [""]
        plural = head.endswith("s") and not head.endswith("ss")
        head = head.removesuffix("s") if plural else head
        phrase = Phrase(-1, start, end, discourse.text[start:end], head, plural=plural, definite=True,
                        adjectives=tuple(adjectives))  # fmt: skip
        if head in lexicon.nouns().products | SHOWN and not plural:
            return self._issuer(number)
        found = self.called(head, plural, start, discourse, number) if not adjectives else ""
        if found or plural:
            return found
        if head in GENERIC_GROUPS:
            meant = discourse.seen.prominent.which(
                start, lambda c: 0.0 if discourse.described.armed(c) else NEVER, (), head
            )
            return discourse.chain(meant).name if meant >= 0 else ""
        if not adjectives and head in discourse.described.titles:
            return discourse.chain(discourse.described.titles[head]).name
        known = discourse.seen.portraits.known_as(head, discourse.seen.near())
        if known < 0 and head in lexicon.nouns().groups:
            known = discourse.described.group(phrase)
        return discourse.chain(known).name if known >= 0 else ""

    def _person_behind(self, start: int, word: str, discourse: Discourse, number: int) -> str:
        """`…, he says`: who has just spoken, else of whom the last sentence was, else this sentence's own subject."""
        before = [
            c for at, c, subject in sorted(discourse.seen.here_persons) if subject and at < _colon(discourse, start)
        ]
        if before and before[-1] >= 0:
            return discourse.chain(before[-1]).name
        for one in (self.speaker, self.subject):
            if one.kind is Kind.PERSON and number - one.number == 1 and not one.plural:
                return one.name
        found = discourse.seen.person(start, word)
        return discourse.chain(found).name if found >= 0 else ""

    def _body_behind(self, start: int, word: str, discourse: Discourse, number: int) -> str:
        """`…, it says`: the sentence's own subject, else who has just spoken, else of what the last sentence was."""
        colon = _colon(discourse, start)
        fits = self.lead.plural if word in THEY else self.lead.kind is not Kind.PERSON and not self.lead.plural
        if 0 <= self.lead.start < colon and fits:
            return self.lead.name
        begin = discourse.sentence.start if discourse.sentence is not None else start
        outlets = {m.chain for m in discourse.mentions if begin <= m.start < colon and _is_outlet(m.text)}
        if len(outlets) == 1:
            return discourse.chain(outlets.pop()).name
        rows = [(at, c) for at, c, subject in sorted(discourse.seen.here_groups) if subject and at < start]
        own = [c for at, c in rows if at < colon] or [c for _, c in rows]
        if own and own[-1] >= 0:
            return discourse.chain(own[-1]).name
        unnamed = discourse.seen.unnamed
        if own and unnamed is not None and not unnamed.plural and kind_of(unnamed, discourse.mentions) is Kind.GROUP:
            return " ".join(discourse.text[unnamed.start : unnamed.end].split())
        for one in (self.speaker, self.subject):
            fits = one.plural if word in THEY else not one.plural and one.kind is not Kind.PERSON
            if one.name and number - one.number == 1 and (fits or (word in THEY and one.kind is Kind.GROUP)):
                return one.name
        found = discourse.seen.body(start, word)
        named = {c for at, c, _ in discourse.seen.here_groups if at < start}
        return discourse.chain(found).name if found >= 0 and found not in named else ""


def _quoted(between: str) -> bool:
    """Whether a quotation ends between two places: who is named in it is no one who says `he said` behind it."""
    return sum(between.count(mark) for mark in '"“”') % 2 == 1


def _named_in(content: Clause, phrase: Phrase, discourse: Discourse) -> frozenset[str]:
    """Who is named in what somebody says, behind the pronoun that says it or in the quotation before it."""
    rows = [m for m in discourse.mentions if content.start <= m.start < content.end]
    said = [m for m in rows if phrase.end <= m.start or _quoted(discourse.text[m.start : phrase.start])]
    return frozenset(discourse.chain(m.chain).name for m in said)


def _colon(discourse: Discourse, start: int) -> int:
    """Where the last colon of a sentence before a place stands, or -1: who is named before it speaks behind it."""
    begin = discourse.sentence.start if discourse.sentence is not None else start
    return discourse.text.rfind(":", begin, start)


def _described(name: str, number: int) -> Heard:
    """A speaker behind a sentence, by the noun that its words are headed by."""
    words = name.split()
    cut = next((i for i, w in enumerate(words) if i and w.lower() in LEADING | {"close", "who", "briefed"}), len(words))
    head = words[cut - 1].lower() if words else ""
    nouns = lexicon.nouns()
    plural = head not in nouns.persons | nouns.groups and head.removesuffix("s") in nouns.persons | nouns.groups
    head = head.removesuffix("s") if plural else head
    kind = Kind.PERSON if head in nouns.persons else Kind.GROUP if head in nouns.groups else Kind.UNKNOWN
    if name[:1].isupper() and len(words) > 1 and words[-1][:1].isupper() and kind is Kind.UNKNOWN:
        kind = Kind.GROUP if is_outlet_named(name) else Kind.PERSON
    return Heard(number, name, head, kind, plural)


def _is_outlet(words: str) -> bool:
    """Whether a name is that of a newspaper, a station or an agency."""
    return is_outlet_named(words) or words.startswith(("Voice of", "Radio"))


def _of_whom(phrase: Phrase, discourse: Discourse) -> tuple[str, ...]:
    """`A, former head of B, told C`: what is set off behind a person's name by commas is the person."""
    bare = phrase.mention < 0 and not (phrase.pronoun or phrase.plural or phrase.definite)
    if not bare or ARTICLE.match(phrase.text) or not SET_OFF.match(discourse.text, phrase.end):
        return ()
    if phrase.head not in lexicon.nouns().persons | lexicon.nouns().posts:
        return ()
    ahead = [m for m in discourse.mentions if m.kind is Kind.PERSON and m.end == phrase.start - 2]
    if not ahead or discourse.text[ahead[0].end : phrase.start] != ", ":
        return ()
    return (discourse.chain(ahead[0].chain).name,)
