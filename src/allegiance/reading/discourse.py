"""Who is meant: a narrow resolver of pronouns and descriptions to the actors of the same document.

It links where grammar settles it and leaves the rest unlinked: a wrong link is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from allegiance import names
from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.chains import Chain, Chains
from allegiance.reading.clause import Clause
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.phrases import Phrase, kind_of
from allegiance.reading.runs import Mention

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
STATES = frozenset("emirate republic kingdom sultanate sheikhdom principality".split())
PLAIN_PLACES = STATES | frozenset(
    "province district region town village city valley governorate department county state agency area island "
    "forest plain "
    "mountains mountain river port camp prison".split()
)
GENERIC_GROUPS = frozenset(
    "group organisation organization movement faction militia outfit party battalion brigade front union bloc "
    "network alliance "
    "coalition regiment cartel clan gang insurgency league legion formation katiba jamaat".split()
)


SAME_WORD = {
    "battalion": ("katibat", "katiba", "kataib", "katibah"), "brigade": ("liwa", "liwaa"),
    "movement": ("harakat", "haraka", "tehreek", "tehrik", "tahrik", "movimiento"),
    "party": ("hizb", "hezb", "partido", "parti", "dal"),
    "front": ("jabhat", "jabha", "frente", "morcha"), "province": ("wilayat", "wilayah"), "cartel": ("cártel",),
    "bloc": ("bloque",),
    "council": ("majlis", "shura"), "organisation": ("tanzim",), "organization": ("tanzim",), "state": ("dawlat",),
}  # fmt: skip
"""What a group's name may call itself in its own tongue where the report calls it by an English noun."""
OFFICIAL = frozenset(
    "panel ministry government police court tribunal commission office department directorate parliament bureau "
    "agency press "
    "times telegraph radio herald post tribune gazette courier reuters wire news navy ministerial nations "
    "union-african embassy "
    "prosecutor secretariat experts monitor task authority".split()
)
"""Words in the names of bodies that `the group` and `the movement` do not mean."""


def _official(name: str) -> bool:
    return bool(OFFICIAL & set(names.key(name).split()))


@dataclass(frozen=True, slots=True)
class Referent:
    """What a phrase speaks of: a name of the document, or a description as written (`named` is False)."""

    name: str
    mention: str
    kind: Kind
    start: int
    end: int
    chain: int = -1
    named: bool = True
    rank: str = ""
    country: bool = False
    anchored: bool = False


@dataclass(slots=True)
class Discourse:
    """The state of the resolver as it goes through a document, sentence by sentence."""

    text: str
    chains: Chains
    mentions: Sequence[Mention]
    topic: int = -1
    last_persons: list[int] = field(default_factory=list)
    last_groups: list[int] = field(default_factory=list)
    here_persons: list[tuple[int, int, bool]] = field(default_factory=list)
    here_groups: list[tuple[int, int, bool]] = field(default_factory=list)
    recent_groups: list[int] = field(default_factory=list)
    titles: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    bound: dict[int, int] = field(default_factory=dict)
    unnamed: Phrase | None = None
    group_of: dict[int, int] = field(default_factory=dict)
    fragment: bool = False
    we: int = -1
    ahead: dict[int, int] = field(default_factory=dict)
    called: dict[str, set[int]] = field(default_factory=dict)
    pledged: dict[int, Referent] = field(default_factory=dict)
    same: dict[str, int] = field(default_factory=dict)

    def enter(self, sentence: Sentence, clauses: Sequence[Clause]) -> None:
        """Look at a sentence before its claims are drawn: who is in it, its subject, and whom its pronouns mean."""
        subjects = {
            p.token for c in clauses if c.form == "verb" for p in c.get("subj") + (c.get("obj") if c.passive else ())
        }
        self.here_persons, self.here_groups, self.bound, self.same = [], [], {}, {}
        self.fragment = not any(c.form == "verb" and c.finite and c.embedding not in ("relcl", "acl") for c in clauses)
        phrases = {p.token: p for c in clauses for p in (a.phrase for a in c.args)}
        for clause in clauses:
            for attr in clause.get("attr") if clause.form in ("is", "title") or clause.lemma == "be" else ():
                for subject in clause.get("subj"):
                    if subject.mention >= 0 and self.mentions[subject.mention].kind is Kind.GROUP:
                        self.called.setdefault(attr.head, set()).add(self.mentions[subject.mention].chain)
        for token in sentence.tokens:
            is_subject = token.i in subjects
            lower = token.text.lower()
            if token.mention >= 0:
                chain = self.chains.chains[self.mentions[token.mention].chain]
                if chain.kind is Kind.PERSON and (chain.margin >= 0.2 or chain.count > 1):
                    self.here_persons.append((token.start, chain.id, is_subject))
                elif chain.kind is Kind.GROUP or (chain.country and is_subject):
                    self.here_groups.append((token.start, chain.id, is_subject))
            elif lower in HE | SHE | IT | THEY and token.pos == "PRON" and token.start not in self.bound:
                self._bind(token, lower, is_subject)
            elif is_subject and token.i in phrases and token.mention < 0 and token.pos == "NOUN":
                self._described_subject(phrases[token.i])

    def _bind(self, token: Token, lower: str, is_subject: bool) -> None:
        if lower in HE | SHE:
            found = self._person(token.start, "he" if lower in HE else "she")
            if found >= 0 and is_subject:
                self.here_persons.append((token.start, found, True))
        else:
            found = self._body(token.start, lower)
            if found >= 0 and is_subject:
                self.here_groups.append((token.start, found, True))
        self.bound[token.start] = found
        if found >= 0:
            self.same["he" if lower in HE else "she" if lower in SHE else "it" if lower in IT else "they"] = found

    def _described_subject(self, phrase: Phrase) -> None:
        """A described group or people as subject: what `it` and `they` then mean, by no name (-2)."""
        named = self._description(phrase)
        if named < 0 and len(phrase.members) == 1 and phrase.members[0].mention >= 0:
            named = self.mentions[phrase.members[0].mention].chain
        kind = kind_of(phrase, self.mentions)
        if named >= 0:
            rows = self.here_persons if self.chain(named).kind is Kind.PERSON else self.here_groups
            rows.append((phrase.start, named, True))
        elif kind is Kind.GROUP or (kind is Kind.PERSON and phrase.plural):
            self.here_groups.append((phrase.start, -2, True))
            self.unnamed = phrase
        elif kind is Kind.PERSON:
            self.here_persons.append((phrase.start, -2, True))

    def leave(self) -> None:
        """Close a sentence: what was in it becomes what the next may refer to."""

        def ordered(rows: list[tuple[int, int, bool]]) -> list[int]:
            out: list[int] = []
            for _, chain, _ in sorted(rows, key=lambda r: (not r[2], r[0])):
                if chain not in out and chain >= 0:
                    out.append(chain)
            return out

        if self.here_persons:
            self.last_persons = ordered(self.here_persons)
        if self.here_groups:
            self.last_groups = ordered(self.here_groups)
            for chain in reversed(self.last_groups):
                if chain in self.recent_groups:
                    self.recent_groups.remove(chain)
                self.recent_groups.insert(0, chain)

    def chain(self, index: int) -> Chain:
        """The chain with this number, after merges."""
        return self.chains.chains[index]

    def named(self, chain_id: int, start: int, end: int, mention: str) -> Referent:
        """The actor of a chain, under the name that the chain bears."""
        chain = self.chain(chain_id)
        return Referent(chain.name, mention, chain.kind, start, end, chain.id, True, chain.rank, bool(chain.country))

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
            if found == -2 and self.unnamed is not None and phrase.pronoun in THEY | IT:
                return self._as_written(self.unnamed, self.text[self.unnamed.start : self.unnamed.end])
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
        described = self._former_or_latter(phrase)
        if described < 0:
            described = self._ending(phrase)
        if described < 0:
            described = self._description(phrase)
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

    def _former_or_latter(self, phrase: Phrase) -> int:
        """`the former` and `the latter` of the two last named."""
        word = self.text[phrase.start : phrase.end].lower().removeprefix("the ").strip()
        if word not in ("former", "latter"):
            return -1
        before = sorted(
            {
                (m.start, m.chain)
                for m in self.mentions
                if m.start < phrase.start and m.kind in (Kind.PERSON, Kind.GROUP)
            }
        )
        last: list[int] = []
        for _, chain in reversed(before):
            if chain not in last:
                last.append(chain)
        if word == "latter":
            return last[0] if last else -1
        return last[1] if len(last) > 1 else -1

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
        if not words.strip() or len(words) > 160:
            return None
        return Referent(
            " ".join(words.split()), words, kind, phrase.start, phrase.end, -1, False, anchored=self._anchored(phrase)
        )

    def _anchored(self, phrase: Phrase) -> bool:
        """Whether a description names the body that it is of: `nine Haqqani fighters`, `US forces`."""
        for mod in phrase.mods:
            inner = mod.phrase
            if inner.mention >= 0:
                chain = self.chain(self.mentions[inner.mention].chain)
                if chain.kind is Kind.GROUP or chain.country:
                    return True
            elif inner.head in lexicon.demonyms() or (mod.function in ("of", "poss") and self._anchored(inner)):
                return True
            elif mod.function == "poss" and inner.pronoun:
                owner = self._pronoun(inner)
                troops = phrase.head in lexicon.nouns().members | {"man", "follower", "bodyguard", "troop", "force"}
                if owner >= 0 and (self.chain(owner).kind is Kind.GROUP or troops):
                    return True
        return any(a in lexicon.demonyms() for a in phrase.adjectives)

    def _pronoun(self, phrase: Phrase) -> int:
        if phrase.start in self.bound:
            return self.bound[phrase.start]
        if phrase.pronoun in HE | SHE:
            return self._person(phrase.start, "he" if phrase.pronoun in HE else "she")
        if phrase.pronoun in IT | THEY:
            return self._body(phrase.start, phrase.pronoun)
        if phrase.pronoun == "counterpart":
            return self._counterpart(phrase.start)
        return self.we if phrase.pronoun in WE else -1

    def _person(self, start: int, word: str) -> int:
        """Whom `he` means: the sentence's subject so far, else its only person, else the last sentence's subject."""
        before = [r for r in self.here_persons if r[0] < start]
        subjects = [r for r in before if r[2]]
        if subjects:
            return subjects[0][1] if len({r[1] for r in subjects}) == 1 else subjects[-1][1]
        if word in self.same:
            return self.same[word]
        if len({r[1] for r in before}) == 1:
            return before[-1][1]
        if before:
            return before[0][1]
        return self.last_persons[0] if self.last_persons else -1

    def _body(self, start: int, pronoun: str) -> int:
        """What `it` and `they` mean, likewise among groups; `they` may be people that have no name."""
        before = [r for r in self.here_groups if r[0] < start]
        subjects = [r for r in before if r[2]]
        if subjects:
            spoke, speaker = subjects[-1][0], subjects[-1][1]
            troops = self.unnamed is not None and self.unnamed.head in ("army", "military")
            state = _official(self.chain(speaker).name) if speaker >= 0 else troops
            ends = pronoun == "it" and self.text[start + 2 : start + 3] in ".,;:"
            if state and ends and any(m.kind is Kind.PERSON and spoke < m.start < start for m in self.mentions):
                return -1  # `The army says that Hamid leads it`: some body that it speaks of.
            return speaker
        word = "it" if pronoun in IT else "they"
        if word in self.same:
            return self.same[word]
        if pronoun in THEY and any(r[2] and r[0] < start for r in self.here_persons):
            return -1
        if len({r[1] for r in before}) == 1:
            return before[-1][1]
        if before:
            return -1
        plain = [c for c in self.last_groups if not _official(self.chain(c).name)]
        if plain or self.last_groups:
            return (plain or self.last_groups)[0]
        return self.topic

    def counterpart(self, start: int) -> Referent | None:
        """The group that a truce or a rival spoken of here must be of, where the text says no more of it."""
        found = self._counterpart(start)
        return self.named(found, start, start, self.chain(found).name) if found >= 0 else None

    def _counterpart(self, start: int) -> int:
        """Whose rival, or whose breakaway, is spoken of here: the sentence's group so far, else the last one's."""
        after = next((m.chain for m in self.mentions if m.start > start), -1)
        before = [r for r in sorted(self.here_groups) if r[0] < start and r[1] >= 0 and r[1] != after]
        subjects = [r for r in before if r[2]]
        if subjects or before:
            near = (subjects or before)[-1][1]
            return near if subjects or len({r[1] for r in before}) == 1 else -1
        if self.topic not in (-1, after):
            return self.topic
        plain = [c for c in self.last_groups if c != after and not _official(self.chain(c).name)]
        here = {r[1] for r in self.here_groups if r[1] >= 0 and r[1] != after}
        likely = plain or list(here)
        return likely[0] if len(likely) == 1 else -1

    def _description(self, phrase: Phrase) -> int:
        """`the battalion`, `the group`, `the former spokesman`: the actor that the words before have settled."""
        has_name = any(m.phrase.mention >= 0 for m in phrase.mods)
        possessed = [m.phrase for m in phrase.mods if m.function == "poss" and m.phrase.pronoun]
        if phrase.head in GENERIC_GROUPS | {"caliphate", "emirate", "state", "side"} and not phrase.plural:
            for owner in phrase.mod("poss"):
                who = (
                    self.mentions[owner.mention].chain
                    if owner.mention >= 0
                    else self._pronoun(owner)
                    if owner.pronoun
                    else -1
                )
                if who >= 0 and self.chain(who).kind is Kind.PERSON and who in self.group_of:
                    return self.group_of[who]
        if phrase.head in lexicon.nouns().groups and not has_name and not phrase.plural:
            if phrase.definite or possessed:
                return self._group(phrase)
        if phrase.definite and not has_name and not phrase.plural and phrase.head in lexicon.nouns().posts:
            return self.titles.get(phrase.head, -1)
        return -1

    def _group(self, phrase: Phrase) -> int:
        words = {phrase.head, *SAME_WORD.get(phrase.head, ())} - {"group"}
        own = [c for c in self.chains.chains if c.kind is Kind.GROUP and words & set(names.key(c.name).split())]
        distinct = {c.id for c in own}
        order = [r[1] for r in sorted(self.here_groups, reverse=True) if r[0] < phrase.start] + self.recent_groups
        for chain in order:
            if chain in distinct:
                return chain
        if len(distinct) == 1:
            return next(iter(distinct))
        extra = [
            a
            for a in phrase.adjectives
            if a not in ("the", "this", "that", "same", "armed", "rebel", "militant", "terror", "terrorist", "whole")
        ]
        if phrase.head in GENERIC_GROUPS and not extra and not distinct:
            near = [r[1] for r in sorted(self.here_groups) if r[2] and r[0] < phrase.start and r[1] >= 0]
            called = [c for c in order if c in self.called.get(phrase.head, ())]
            if called and not near:
                return called[0]
            for chain in [*near, *([self.topic] if self.topic >= 0 else []), *order]:
                if chain >= 0 and self.chain(chain).kind is Kind.GROUP and not _official(self.chain(chain).name):
                    return chain
            return self.topic
        return -1

    def pair(self, phrase: Phrase) -> list[Referent]:
        """`the two groups`, `both sides`: the two last spoken of, or none where one sentence has just named three."""
        both = (
            ("two" in phrase.adjectives and phrase.definite) or "both" in phrase.adjectives or phrase.pronoun == "both"
        )
        if (
            not both
            or not (phrase.plural or phrase.pronoun)
            or phrase.mention >= 0
            or any(m.phrase.mention >= 0 for m in phrase.mods)
        ):
            return []
        if phrase.head not in lexicon.nouns().groups | {"side", "rival", "both", "ally"}:
            return []

        def rebels(chains: list[int]) -> list[int]:
            return [c for c in chains if self.chain(c).kind is Kind.GROUP and not _official(self.chain(c).name)]

        if len(rebels(self.last_groups)) > 2:
            return []
        near = rebels(self.recent_groups)[:2]
        return (
            [self.named(c, phrase.start, phrase.end, self.text[phrase.start : phrase.end]) for c in near]
            if len(near) == 2
            else []
        )

    def speaker(self, start: int, end: int) -> str:
        """The name of a speaker whose words stand in a range of the text: a name in it, a pronoun, or the words."""
        words = " ".join(self.text[start:end].split())
        lower = words.lower()
        if lower in HE | SHE:
            found = self._person(start, "he" if lower in HE else "she")
            return self.chain(found).name if found >= 0 else ""
        if lower in IT | THEY:
            found = self._body(start, lower)
            return self.chain(found).name if found >= 0 else ""
        inside = [m for m in self.mentions if start <= m.start and m.end <= end and not m.demonym]
        if inside and inside[-1].end >= end - 1:
            return self.chain(inside[-1].chain).name
        if lower.startswith(("the ", "this ")) and not inside:
            head = lower.split()[-1]
            if head in self.titles:
                return self.chain(self.titles[head]).name
            if head in GENERIC_GROUPS:
                near = list(([self.topic] if self.topic >= 0 else []) + self.recent_groups)
                return self.chain(near[0]).name if near else words
        return words

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
        fits = [
            c
            for c in {id(c): c for c in self.chains.chains}.values()
            if c.kind is Kind.GROUP and phrase.head in names.key(c.name).split()
        ]
        words = self.text[phrase.start : phrase.end]
        return self.named(fits[0].id, phrase.start, phrase.end, words) if len(fits) == 1 else None

    def entitle(self, head: str, chain: int) -> None:
        """Remember that a role's noun (`spokesman`) was last used of this person."""
        self.titles[head] = chain
