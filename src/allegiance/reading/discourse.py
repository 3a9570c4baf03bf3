"""Who is meant: a narrow resolver of pronouns and descriptions to the actors of the same document.

It links where grammar settles it and leaves the rest unlinked: a wrong link is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from allegiance import names
from allegiance.model import Kind
from allegiance.reading import lexicon, outside, usage
from allegiance.reading.attention import Attention
from allegiance.reading.chains import Chain, Chains
from allegiance.reading.clause import Clause
from allegiance.reading.described import Descriptions
from allegiance.reading.fates import Fates
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.phrases import Phrase, kind_of
from allegiance.reading.prominence import CROWD, UNNAMED
from allegiance.reading.referents import (
    GENERIC_GROUPS,
    HE,
    IT,
    ME,
    PLAIN_PLACES,
    SHE,
    STATES,
    THEY,
    WE,
    Referent,
)
from allegiance.reading.runs import Mention


def _troops() -> frozenset[str]:
    """Nouns for those who follow somebody: `Baro's men` are as good as members of a body that has a name."""
    own = "man follower bodyguard troop troops men aide courier gunman guard associate partisan comrade"
    return lexicon.nouns().members | frozenset(own.split())


KIN = frozenset(
    "brother sister son daughter wife husband father mother cousin uncle aunt nephew niece relative family friend "
    "lawyer neighbour neighbor rival enemy brother-in-law son-in-law brothers child widow parent teacher".split()
)
"""Whose owner's body they need not be of: a fighter's cousin is no fighter."""
CALLED = re.compile(r" (?:(?:now|then|today|since|later|still) )?(?:called|known as|named|renamed) (?:the )?[\"']?")
LEADING = frozenset({"in", "for", "of", "at", "from", "with", "to", "near", "inside", "within", "on", "by"})
"""A name behind these is no speaker's own: `a spokesman for the Front`."""


WHOSE = re.compile(r"^whose ", re.IGNORECASE)
"""What is no part of what one is called: `whose leader`."""
OWN_PART = re.compile(
    r",? (?:(?:that|which|who) |(?:responsible|believed|suspected|thought|involved|operating) "
    r"(?=(?:of|to|for|in|by|from|at|as|on|along|across|inside|near|under|around|with) ))"
)
"""Where what a body is called ends and what it does begins: not yet in `several suspected insurgents`."""
BESIDE = re.compile(r"(?:\w+ ){0,4}(\w+s) and $")
"""Several people, with whom somebody of theirs is named."""
HEIRS = frozenset(
    "brother sister son daughter wife widow nephew niece cousin uncle father son-in-law brother-in-law half-brother "
    "stepson protégé protege pupil disciple deputy lieutenant aide comrade right-hand lawyer attorney counsel".split()
)
"""Those who take over what somebody led."""


@dataclass(slots=True)
class Discourse:
    """The state of the resolver as it goes through a document, sentence by sentence."""

    text: str
    chains: Chains
    mentions: Sequence[Mention]
    notes: list[str] = field(default_factory=list)
    left: list[tuple[str, int, int]] = field(default_factory=list)
    """Pronouns of which the text does not settle whom they mean, with the claim type that would be read of them."""
    bound: dict[int, int] = field(default_factory=dict)
    fragment: bool = False
    we: int = -1
    saying: list[tuple[int, int, int]] = field(default_factory=list)
    quoted: list[tuple[int, int, int]] = field(default_factory=list)
    """Quotations with who is known, before the sentence is looked at, to say them: no `he` in them is he."""
    ahead: dict[int, int] = field(default_factory=dict)
    pledged: dict[int, Referent] = field(default_factory=dict)
    fates: Fates = field(default_factory=Fates)
    bodies: dict[int, list[int]] = field(default_factory=dict)
    sentence: Sentence | None = None
    apart: dict[int, tuple[Phrase, ...]] = field(default_factory=dict)
    told: dict[int, int] = field(default_factory=dict)
    governing: dict[int, tuple[int, ...]] = field(default_factory=dict)
    seen: Attention = field(init=False)
    described: Descriptions = field(init=False)
    outside: set[int] = field(init=False)

    def __post_init__(self) -> None:
        self.seen = Attention(self.text, self.chains, self.mentions)
        self.described = Descriptions(self.seen, self.mentions, self.text)
        self.outside = set(outside.teams(self.text, self.mentions))

    def enter(self, sentence: Sentence, clauses: Sequence[Clause]) -> None:
        """Look at a sentence before its claims are drawn: who is in it, its subject, and whom its pronouns mean."""
        subjects = {
            p.token
            for c in clauses
            if c.form == "verb" and c.embedding != "relcl"
            for p in c.get("obj" if c.passive else "subj")
        }
        self.seen.enter(clauses, [t.mention for t in sentence.tokens if t.mention >= 0], sentence.paragraph)
        self.bound, self.told = {}, {}
        self.left.clear()
        self.sentence = sentence
        self.fragment = not any(c.form == "verb" and c.finite and not _beside_noun(c, sentence) for c in clauses)
        self.outside.update(outside.heroes(clauses, self.mentions))
        phrases = {p.token: p for c in clauses for p in (a.phrase for a in c.args)}
        self.apart = usage.kept_apart(clauses)
        self.governing = usage.governing(clauses)
        for clause in clauses:
            for attr in clause.get("attr") if clause.form in ("is", "title") or clause.lemma == "be" else ():
                for subject in clause.get("subj"):
                    if clause.form == "is" and subject.mention >= 0 and attr.mention < 0 and not attr.plural:
                        self.told[attr.token] = self.mentions[subject.mention].chain
                    self._kin(subject, attr)
                    if subject.mention >= 0 and self.mentions[subject.mention].kind is Kind.GROUP:
                        self.seen.prominent.called.setdefault(attr.head, set()).add(
                            self.mentions[subject.mention].chain
                        )
        for token in sentence.tokens:
            is_subject = token.i in subjects
            lower = token.text.lower()
            if token.mention >= 0:
                chain = self.chains.chains[self.mentions[token.mention].chain]
                if chain.kind is Kind.PERSON and (chain.margin >= 0.2 or chain.count > 1):
                    self.seen.here_persons.append((token.start, chain.id, is_subject))
                elif chain.kind is Kind.GROUP or (chain.country and is_subject):
                    self.seen.here_groups.append((token.start, chain.id, is_subject))
            elif lower in HE | SHE | IT | THEY and token.pos == "PRON" and token.start not in self.bound:
                self._bind(token, lower, is_subject, sentence)
            elif token.i in phrases and token.mention < 0:
                self._description(token, phrases[token.i], is_subject)
        self._ahead(sentence, clauses)
        self.seen.gather(clauses, self.bound)

    def _description(self, token: Token, phrase: Phrase, is_subject: bool) -> None:
        """Look at a description: `eleven of his men` are people with no name, `the front` may be one that has one."""
        if token.pos == "NUM" and is_subject and phrase.mod("of"):
            self.seen.here_groups.append((token.start, CROWD, True))
            self.seen.unnamed = phrase
        elif token.pos == "NOUN" and is_subject:
            self._described_subject(phrase)
        elif token.pos == "NOUN" and token.lemma in GENERIC_GROUPS and phrase.definite:
            named = self._described(phrase)
            if named >= 0 and self.chain(named).kind is Kind.GROUP:
                self.seen.here_groups.append((token.start, named, False))

    def _ahead(self, sentence: Sentence, clauses: Sequence[Clause]) -> None:
        """`After the death of its founder, the Front split`: a pronoun that nobody before is meant by, and the subject.

        Only in a document's words before anybody of the kind was named: elsewhere another may be meant.
        """
        mains = [c for c in clauses if c.form == "verb" and c.parent < 0 and c.finite]
        subjects = mains[0].get("obj" if mains[0].passive else "subj") if mains else ()
        if len(subjects) != 1 or subjects[0].mention < 0:
            return
        subject = self.mentions[subjects[0].mention]
        wanted = {Kind.PERSON: HE | SHE, Kind.GROUP: IT}.get(subject.kind, frozenset())
        alike = [m for m in self.mentions if m.kind is subject.kind and m.start < subject.start]
        before = any(m.start < sentence.start for m in alike)
        if before or (subject.kind is Kind.PERSON and any(m.chain != subject.chain for m in alike)):
            return
        for token in sentence.tokens:
            if token.start < subject.start and token.text.lower() in wanted and self.bound.get(token.start, -1) == -1:
                self.bound[token.start] = subject.chain

    def _kin(self, subject: Phrase, attr: Phrase) -> None:
        """Remember whose brother, widow or deputy somebody is."""
        if subject.mention < 0 or attr.head not in HEIRS:
            return
        for owner in attr.mod("poss", "of"):
            if owner.mention >= 0 and self.mentions[owner.mention].kind is Kind.PERSON:
                self.described.kin[self.mentions[subject.mention].chain] = self.mentions[owner.mention].chain

    def _bind(self, token: Token, lower: str, is_subject: bool, sentence: Sentence) -> None:
        other = self._other_than(token.start)
        if lower in ("itself", "himself", "herself", "themselves") and len(other) == 1:
            self.bound[token.start] = other.pop()
            return
        use = usage.of(token, is_subject, sentence, self.apart.get(token.start, ()), self.governing)
        if lower in HE | SHE:
            whose = usage.spoken_for(token, sentence)
            owner = self.mentions[whose].chain if whose >= 0 else -1
            found = owner if owner >= 0 and owner not in other else -1
            if found < 0 and not self._is_unsure(use.above[:1], sentence):
                found = self.seen.person(token.start, "he" if lower in HE else "she", other, use)
            if found >= 0:
                self.seen.here_persons.append((token.start, found, is_subject))
        else:
            beside = usage.beside(token, sentence)
            found = self._group(beside) if beside >= 0 else beside
            if found == -1 and not (lower in IT and usage.is_told(token, sentence)):
                found = self.seen.body(token.start, lower, other, use)
            if found == -1 and is_subject:
                self.seen.prominent.loose = True
            if found >= 0:
                self.seen.here_groups.append((token.start, found, is_subject))
        self.bound[token.start] = found
        if found >= 0 and (is_subject or token.dep == "poss" or lower not in IT):
            self.seen.same["he" if lower in HE else "she" if lower in SHE else "it" if lower in IT else "they"] = found

    def _is_unsure(self, places: Sequence[int], sentence: Sentence) -> bool:
        """Whether a name stands at one of these places of a sentence of which it is not known what it names."""
        named = (self.mentions[t.mention] for t in sentence.tokens if t.mention >= 0)
        return any(m.start in places and m.kind is Kind.UNKNOWN for m in named) if places else False

    def _group(self, mention: int) -> int:
        """The body that a mention names, or -1."""
        return self.mentions[mention].chain if self.mentions[mention].kind is Kind.GROUP else -1

    def _other_than(self, start: int) -> set[int]:
        """Whom a pronoun cannot mean: its own clause's subject (`Hamid shot him`, `his aide, Hamid, went with him`)."""
        out = {chain for begin, end, chain in self.quoted if begin < start < end}
        for phrase in (m for p in self.apart.get(start, ()) for m in (p, *p.members)):
            if phrase.mention >= 0:
                out.add(self.mentions[phrase.mention].chain)
            elif phrase.pronoun and self.bound.get(phrase.start, -1) >= 0:
                out.add(self.bound[phrase.start])
            elif phrase.token in self.told:
                out.add(self.told[phrase.token])
        return out

    def _described_subject(self, phrase: Phrase) -> None:
        """A described group or people as subject: what `it` and `they` then mean, by no name (-2)."""
        named = max(self.told.get(phrase.token, -1), self._ending(phrase))
        if named < 0:
            named = self._described(phrase)
        if named < 0 and len(phrase.members) == 1 and phrase.members[0].mention >= 0:
            named = self.mentions[phrase.members[0].mention].chain
        kind = kind_of(phrase, self.mentions)
        if named < 0 and kind is Kind.GROUP and not phrase.plural:
            named = self._whole(phrase)
        if named >= 0:
            rows = self.seen.here_persons if self.chain(named).kind is Kind.PERSON else self.seen.here_groups
            rows.append((phrase.start, named, True))
            return
        body = self.body_of(phrase) if kind is Kind.PERSON else -1
        if body >= 0:
            self.seen.here_groups.append((phrase.start, body, True))
        if kind is Kind.GROUP or (kind is Kind.PERSON and phrase.plural):
            self.seen.here_groups.append((phrase.start, CROWD if phrase.plural else UNNAMED, True))
            self.seen.unnamed = phrase
        elif kind is Kind.PERSON:
            self.seen.here_persons.append((phrase.start, -2, True))

    def _whole(self, phrase: Phrase) -> int:
        """The one group whose part a described body is (`the Front's high command`): what `its` then means."""
        owners = {self._owner(p) for p in phrase.mod("poss", "of", "nmod")}
        groups = [c for c in owners if c >= 0 and self.chain(c).kind is Kind.GROUP]
        return groups[0] if len(groups) == 1 else -1

    def chain(self, index: int) -> Chain:
        """The chain with this number, after merges."""
        return self.chains.chains[index]

    def named(self, chain_id: int, start: int, end: int, mention: str) -> Referent:
        """The actor of a chain, under the name that the chain bears."""
        chain = self.chain(chain_id)
        return Referent(chain.name, mention, chain.kind, start, end, chain.id, True, chain.rank, bool(chain.country))

    def leave_open(self, unreal: str, read: Collection[str]) -> None:
        """Note the pronouns that alone keep a claim from being read; `read` are the types that their clause gave."""
        for type_, start, end in self.left:
            if not unreal and type_ not in read:
                who = f"whom {self.text[start:end]!r} means is not settled"
                self.notes.append(f"{start} to {end}: {who}, and no {type_} is read of it")
        self.left.clear()

    def refer(self, phrase: Phrase) -> Referent | None:
        """What a phrase speaks of, or None where the text does not settle it."""
        if phrase.negated:
            return None
        if phrase.mention >= 0:
            mention = self.mentions[phrase.mention]
            return self.named(mention.chain, mention.start, mention.end, self.text[mention.start : mention.end])
        words = self.text[phrase.start : phrase.end]
        if phrase.pronoun:
            found = self._pronoun(phrase)
            if found == -2 and self.seen.unnamed is not None and phrase.pronoun in THEY | IT:
                return self._as_written(self.seen.unnamed, self.text[self.seen.unnamed.start : self.seen.unnamed.end])
            return self.named(found, phrase.start, phrase.end, words) if found >= 0 else None
        if phrase.head in lexicon.demonyms() and len(words.split()) == 1:
            country = lexicon.countries()[phrase.head]
            return Referent(country, words, Kind.GROUP, phrase.start, phrase.end, -1, True, "", True)
        if len(phrase.members) == 1 and not phrase.plural:
            return self.refer(phrase.members[0])
        if phrase.start in self.ahead:
            return self.named(self.ahead[phrase.start], phrase.start, phrase.end, words)
        placed = self._placed(phrase, words)
        if placed is not None:
            return placed
        ways = (self._called, self.described.former_or_latter, self._ending, self._described)
        described = next((found for way in ways if (found := way(phrase)) >= 0), -1)
        if described >= 0:
            return self.named(described, phrase.start, phrase.end, words)
        return self._as_written(phrase, words)

    def _placed(self, phrase: Phrase, words: str) -> Referent | None:
        """`Helmand province`, `the province of Kunar`: the place that has the name."""
        if phrase.head not in PLAIN_PLACES or phrase.plural:
            return None
        inner = [p for p in phrase.mod("nmod", "of", "noun") if p.mention >= 0]
        if len(inner) != 1:
            return None
        mention = self.mentions[inner[0].mention]
        chain = self.chain(mention.chain)
        if chain.kind is Kind.GROUP and phrase.head not in ("province", "agency"):
            return None
        kind = chain.kind if chain.kind is Kind.GROUP and phrase.head == "province" else Kind.PLACE
        if phrase.head in STATES:
            kind = Kind.GROUP
        return Referent(
            mention.name if kind is Kind.PLACE else chain.name, words, kind, phrase.start, phrase.end, chain.id, True
        )

    def _called(self, phrase: Phrase) -> int:
        """`the movement now called the Front`: the body by whose name the description goes on; or -1."""
        match = CALLED.match(self.text, phrase.end) if phrase.definite and phrase.mention < 0 else None
        if match is None:
            return -1
        return next((m.chain for m in self.mentions if m.start == match.end() and m.kind is Kind.GROUP), -1)

    def _ending(self, phrase: Phrase) -> int:
        """`the head of the ministry, Salma Bishti`: a description that ends in the name of the one described."""
        words = self.text[phrase.start : phrase.end]
        comma = words.rfind(", ")
        if comma < 0 or kind_of(phrase, self.mentions) is not Kind.PERSON or phrase.plural:
            return -1
        for mention in self.mentions:
            if mention.end == phrase.end and mention.start == phrase.start + comma + 2 and mention.kind is Kind.PERSON:
                return mention.chain
        return -1

    def _as_written(self, phrase: Phrase, words: str) -> Referent | None:
        kind = kind_of(phrase, self.mentions)
        if not words.strip() or len(words) > 160 or phrase.adjectives[:1] == ("any",):
            return None
        own = OWN_PART.split(WHOSE.sub("", words))[0].split()
        name = " ".join([*phrase.counted.split(), *own])
        return Referent(
            name, words, kind, phrase.start, phrase.end, -1, False,
            anchored=self._anchored(phrase), body=self.body_of(phrase),
        )  # fmt: skip

    def body_of(self, phrase: Phrase, depth: int = 0) -> int:
        """The group that a description says its people are of: `two members of its high command`, `his men`; or -1."""
        for mod in phrase.mods:
            if mod.function not in ("of", "poss", "nmod", "from", "in", "with", "for"):
                continue
            inner = mod.phrase
            owner = self._owner(inner)
            if owner >= 0 and not self.chain(owner).country:
                kind = self.chain(owner).kind
                if kind is Kind.GROUP:
                    return owner
                if kind is Kind.PERSON and phrase.head in KIN:
                    continue
                if kind is Kind.PERSON and mod.function in ("of", "poss") and self.body(owner) >= 0:
                    return self.body(owner)
            if inner.mention < 0 and not inner.pronoun and depth < 3:
                found = self.body_of(inner, depth + 1)
                if found >= 0:
                    return found
        return -1

    def _owner(self, phrase: Phrase) -> int:
        """The actor whom a name, a pronoun or a description settled before means, or -1."""
        if phrase.mention >= 0:
            return self.mentions[phrase.mention].chain
        return self._pronoun(phrase) if phrase.pronoun else self._described(phrase)

    def _described(self, phrase: Phrase) -> int:
        return self.described.one(phrase, self._pronoun)

    def body(self, person: int, other: int = -1) -> int:
        """The group that a person was last said to belong to, other than one; or -1."""
        return next((b for b in reversed(self.bodies.get(person, [])) if b != other), -1)

    def _anchored(self, phrase: Phrase) -> bool:
        """Whether a description names the body that it is of: `nine Haqqani fighters`, `US forces`."""
        for mod in phrase.mods:
            inner = mod.phrase
            if self._tied_to(inner):
                return True
            if inner.mention >= 0:
                chain = self.chain(self.mentions[inner.mention].chain)
                own = mod.function in ("poss", "of") and chain.kind is Kind.PERSON and phrase.head in _troops()
                if chain.kind is Kind.GROUP or chain.country or own:
                    return True
            elif inner.head in lexicon.demonyms() or (mod.function in ("of", "poss") and self._anchored(inner)):
                return True
            elif mod.function == "poss" and inner.pronoun:
                owner = self._pronoun(inner)
                if owner >= 0 and (self.chain(owner).kind is Kind.GROUP or phrase.head in _troops()):
                    return True
        return any(a in lexicon.demonyms() for a in phrase.adjectives)

    def _tied_to(self, tie: Phrase) -> bool:
        """`two men with suspected ties to Nokia`: the tie is to a body that has a name."""
        named = [self.mentions[p.mention] for p in tie.mod("to", "with") if p.mention >= 0]
        return tie.head in ("tie", "link", "connection") and any(self.chain(m.chain).kind is Kind.GROUP for m in named)

    def _of_those_beside(self, their: Phrase) -> bool:
        """`nine soldiers and their commander`: he is the soldiers', where no body that has a name is said to be."""
        before = BESIDE.search(self.text, max(0, their.start - 60), their.start)
        if before is None or before.group(1).lower().removesuffix("s") not in lexicon.nouns().persons:
            return False
        return not any(before.start() <= m.start < their.start for m in self.mentions)

    def _pronoun(self, phrase: Phrase) -> int:
        if phrase.pronoun == "their" and self._of_those_beside(phrase):
            return -1
        if phrase.start in self.bound:
            return self.bound[phrase.start]
        if phrase.pronoun in HE | SHE:
            return self.seen.person(phrase.start, "he" if phrase.pronoun in HE else "she")
        if phrase.pronoun in IT | THEY:
            return self.seen.body(phrase.start, phrase.pronoun)
        if phrase.pronoun == "counterpart":
            return self.seen.counterpart(phrase.start)
        if phrase.pronoun in ME | WE:
            return self._first_person(phrase)
        return -1

    def _first_person(self, phrase: Phrase) -> int:
        """`I` in somebody's own words is that person, and `we` the body that he was said to be of."""
        who = next((c for a, b, c in self.saying if a <= phrase.start < b), -1)
        if who < 0 or phrase.pronoun in ME:
            return who if phrase.pronoun in ME else self.we
        return who if self.chain(who).kind is Kind.GROUP else self.body(who)

    def chain_of(self, phrase: Phrase) -> int:
        """The actor whom a phrase means by name, by pronoun or by description; or -1."""
        found = self.refer(phrase)
        return found.chain if found is not None else -1

    def counterpart(self, start: int) -> Referent | None:
        """The group that a truce or a rival spoken of here must be of, where the text says no more of it."""
        found = self.seen.counterpart(start)
        return self.named(found, start, start, self.chain(found).name) if found >= 0 else None

    def branch(self, phrase: Phrase, clause: Clause) -> Referent | None:
        """`Nokia's branch in the Khorasan`, where the text has a body called after the Khorasan: that body."""
        if (
            phrase.mention >= 0
            or phrase.head not in ("branch", "province", "wing", "affiliate", "chapter", "arm")
            or not phrase.mod("poss", "of")
        ):
            return None
        near = [*phrase.mod("in", "for"), *clause.get("in", "for")]
        for place in (p for p in near if p.mention >= 0):
            chain = self.chain(self.mentions[place.mention].chain)
            if chain.kind is Kind.GROUP and len(names.key(chain.name).split()) > 1:
                return self.named(chain.id, phrase.start, phrase.end, self.text[phrase.start : phrase.end])
        return None

    def body_noun(self, phrase: Phrase) -> Referent | None:
        """The one group whose name holds this noun (`brigade commander` after `41st Infantry Brigade`), else None."""
        if phrase.head not in lexicon.nouns().groups and not self.text[phrase.start].isupper():
            return None  # `energy minister` is in no Energy Forum.
        fits = [c for c in self.chains.called(phrase.head) if c.kind is Kind.GROUP]
        words = self.text[phrase.start : phrase.end]
        return self.named(fits[0].id, phrase.start, phrase.end, words) if len(fits) == 1 else None

    def entitle(self, role: str, chain: int, group: int) -> None:
        """Remember that a role's words (`military chief`) were last used of this person, and in which group."""
        head = role.split(" of ")[0].split()[-1]
        self.described.titles[head] = chain
        self.seen.portraits.call(head, chain)
        if group >= 0:
            self.seen.portraits.hold(group, role, chain)

    def several(self, phrase: Phrase) -> list[Referent]:
        """`both men`, `the two groups`: each of those that it means, or none where the text does not settle it."""
        start, end = phrase.start, phrase.end
        return [self.named(c, start, end, self.text[start:end]) for c in self.described.several(phrase)]

    def as_body(self, phrase: Phrase) -> Referent | None:
        """`the rebels` who act: the body that they are."""
        found, start, end = self.described.body_of_rebels(phrase), phrase.start, phrase.end
        return self.named(found, start, end, self.text[start:end]) if found >= 0 else None


def _beside_noun(clause: Clause, sentence: Sentence) -> bool:
    """Whether a clause only tells more of a noun: `which took an oath`, in a sentence that has no other verb."""
    return clause.embedding in ("relcl", "acl") or sentence.tokens[clause.token].dep in ("relcl", "acl")
