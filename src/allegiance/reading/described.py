"""Descriptions: `the battalion`, `the 43-year-old`, `the group's leader`, `both men`, joined to those that they mean.

Joined where the words before settle it; where they leave two, nobody is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from allegiance import names
from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.attention import NEVER, Attention
from allegiance.reading.phrases import Phrase, kind_of
from allegiance.reading.portraits import FIGHTERS, LEADERS, OLD
from allegiance.reading.prominence import CROWD, NOBODY, UNLIKELY, UNNAMED
from allegiance.reading.referents import GENERIC_GROUPS, SAME_WORD, official
from allegiance.reading.runs import Mention

NUMBERS = {"two": 2, "both": 2, "pair": 2, "duo": 2, "couple": 2, "three": 3, "trio": 3, "four": 4, "quartet": 4,
           "five": 5, "six": 6, "seven": 7, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}  # fmt: skip
PARTIES = frozenset("side camp rival both ally party enemy foe signatory neighbour neighbor".split())
"""Beside the nouns for groups, what two groups together may be called."""
SIDES = frozenset("rival side foe enemy adversary neighbour neighbor ally belligerent".split())
"""What two bodies may be called together with no number: `the rivals signed a truce`."""
SOMEONE = frozenset(
    "man woman suspect accused fugitive defendant detainee prisoner captive militant rebel jihadist insurgent "
    "guerrilla cleric preacher warlord defector veteran extremist kingpin officer soldier commander leader chief "
    "general colonel captain major politician lawmaker minister governor businessman priest bishop journalist "
    "teacher lawyer engineer "
    "militiaman gangster gunman bomber recruiter deserter terrorist islamist ex-rebel ex-guerrilla ex-fighter".split()
)
"""Nouns by which the one person whom the last sentence was about may be called."""
REBELS = frozenset("rebel insurgent militant guerrilla guerilla jihadist separatist islamist extremist".split())
"""What a body's people are called together when they act as the body."""
ONCE = frozenset({"former", "erstwhile", "one-time", "onetime"})
PLAIN = frozenset(
    "the this that same armed rebel militant terror terrorist whole its their his outlawed banned guerrilla "
    "jihadist "
    "insurgent islamist separatist paramilitary notorious powerful shadowy".split()
)
"""Adjectives of `the group` that tell no group from another."""
SOLDIERLY = frozenset("general colonel major captain lieutenant brigadier admiral governor minister".split())
"""Nouns for those of a state's own, whom `the rebel leader` does not mean."""
FALLEN = frozenset("the slain captured late dead fugitive elusive overall top own ailing exiled reclusive".split())
"""Adjectives of `its leader` that leave him the one who was told of."""
LAWYER = re.compile(
    r"'s (?:[\w-]+ )?(?:lawyer|attorney|solicitor|counsel|barrister|advocate)\b|’s (?:[\w-]+ )?lawyer\b"
)
"""What stands behind the name of whose lawyer speaks."""
TOLD_APART = re.compile(
    r"^ (?:who|whom|whose|that|which|accused|identified|named|known|suspected|arrested|killed|responsible|"
    r"behind|in|with|from|at|under|described|called|believed|said|thought|wanted|seen|shot|held|captured)\b"
)
"""What follows a description that says itself whom it means: `the man who died in the shooting`."""
OF_A_STATE = frozenset("army police navy military government gendarmerie state".split())
"""Bodies that go by their plain noun where they are a state's."""
HIS_OWN = re.compile(r" (?:that |which )?(?:he|she|they) ")
"""Behind `the army`, what makes it somebody's own."""
OTHERS = frozenset("other another rival second third federal national regular local allied opposing".split())
"""Adjectives of a body that is not the one which bears the noun in its name."""
SPECIFIC = frozenset(
    "party battalion brigade front union bloc network alliance coalition regiment cartel clan gang league legion army "
    "council".split()
)
"""Nouns of which a body is one and not another: the Front is no brigade."""
PEOPLE = frozenset("man woman person brother people individual".split())
LED_BY = re.compile(r", (?:headed|led|commanded|run|chaired|founded) by (?:a |the )?(?:[\w.]+ ){0,3}$")
"""What stands before whoever is named only to say whose a body is."""


@dataclass(slots=True)
class Descriptions:
    """Whom the descriptions of one document mean, by what has been in view and what was said of it."""

    seen: Attention
    mentions: Sequence[Mention]
    text: str
    titles: dict[str, int] = field(default_factory=dict)
    group_of: dict[int, int] = field(default_factory=dict)
    kin: dict[int, int] = field(default_factory=dict)
    left: dict[int, int] = field(default_factory=dict)
    once: set[int] = field(default_factory=set)

    def one(self, phrase: Phrase, pronoun: Callable[[Phrase], int]) -> int:
        """`the battalion`, `the group`, `the former spokesman`: the actor that the words before have settled."""
        has_name = any(m.phrase.mention >= 0 for m in phrase.mods)
        possessed = [m.phrase for m in phrase.mods if m.function == "poss" and m.phrase.pronoun]
        if phrase.plural:
            return -1
        if phrase.head in GENERIC_GROUPS | {"caliphate", "emirate", "state", "side"}:
            for owner in phrase.mod("poss"):
                who = self._owner(owner, pronoun)
                if who >= 0 and self.seen.chain(who).kind is Kind.PERSON and who in self.group_of:
                    return self.group_of[who]
        if phrase.head == "client" and possessed:
            own = self._whose_lawyer(phrase.start)
            return own if own >= 0 else self._client(pronoun(possessed[0]))
        if phrase.head in lexicon.nouns().groups and not has_name and (phrase.definite or possessed):
            return self.group(phrase)
        return self.person(phrase, pronoun) if kind_of(phrase, self.mentions) is Kind.PERSON or _aged(phrase) else -1

    def body_of(self, chain: int) -> int:
        """The body of which somebody was last said to be, else the one that he left; or -1."""
        return self.group_of.get(chain, self.left.get(chain, NOBODY))

    def _owner(self, owner: Phrase, pronoun: Callable[[Phrase], int]) -> int:
        if owner.mention >= 0:
            return self.mentions[owner.mention].chain
        if owner.pronoun:
            return pronoun(owner)
        return self.group(owner) if owner.definite and owner.head in lexicon.nouns().groups else -1

    def person(self, phrase: Phrase, pronoun: Callable[[Phrase], int]) -> int:
        """`the 43-year-old`, `the cleric`, `its leader`, `the Newry man`: the one person who was called so."""
        owners = phrase.mod("poss", "of")
        if owners:
            held = self._holder(phrase, owners, pronoun)
            once = phrase.definite and ONCE & set(phrase.adjectives) and len(phrase.adjectives) <= 3
            return self._spoken_of(phrase) if held < 0 and once else held
        if not phrase.definite or TOLD_APART.match(self.text[phrase.end : phrase.end + 14]):
            return -1
        aged = self.seen.portraits.aged_as(self.text[phrase.start : phrase.end])
        if aged >= 0:
            return aged
        if OLD.search(self.text[phrase.start : phrase.end]):
            only = self._only(phrase, set())
            return only if not any(only in who for who in self.seen.portraits.aged.values()) else -1
        named = [m.phrase for m in phrase.mods if m.phrase.mention >= 0]
        if any(self.mentions[p.mention].kind is not Kind.PLACE for p in named):
            return -1
        soldiers = {c for noun in SOLDIERLY for c in self.seen.portraits.called.get(noun, ())}
        shut = (
            soldiers if set(phrase.adjectives) & REBELS | set(phrase.adjectives) & {"militia", "guerrilla"} else set()
        )
        near = [c for c in self.seen.near() if c not in shut]
        found = self.seen.portraits.known_as(phrase.head, near) if not named else -1
        if found < 0 and phrase.head in lexicon.nouns().posts and not named:
            found = self.titles.get(phrase.head, -1)
        if found < 0 and not named and ONCE & set(phrase.adjectives) and len(phrase.adjectives) <= 3:
            found = self._spoken_of(phrase)
        if found >= 0:
            return found
        return self._only(phrase, shut) if phrase.head in SOMEONE or (named and phrase.head in PEOPLE) else -1

    def _only(self, phrase: Phrase, shut: set[int]) -> int:
        """The one person whom the last sentence was about, if this one has named nobody before."""
        here = {r[1] for r in self.seen.here_persons if r[0] < phrase.start}
        if here:
            return -1
        last = [c for c in self.seen.last_persons if c not in shut]
        alone = len(last) == 1 and self.seen.number - self.seen.last_seen.get(last[0], -9) <= 2
        return last[0] if alone and not set(phrase.adjectives) & {"other", "another", "second", "third", "new"} else -1

    def _whose_lawyer(self, at: int) -> int:
        """`A's lawyer says that his client …`: A, or -1."""
        for mention in reversed([m for m in self.mentions if at - 160 < m.end < at]):
            if LAWYER.match(self.text, mention.end) and "." not in self.text[mention.end : at]:
                return mention.chain
        return -1

    def _client(self, lawyer: int) -> int:
        """`his client`, of a lawyer: whose lawyer he is, else the one other person who was spoken of."""
        if lawyer < 0:
            return NOBODY
        leading = self.seen.leading
        if leading.tellers and lawyer not in leading.tellers:
            return lawyer  # The words before were already taken to mean the one of whom the lawyer tells.
        if lawyer in self.kin:
            return self.kin[lawyer]
        last = {r[1] for r in [*leading.last, *leading.here] if r[1] >= 0} - {lawyer}
        if len(last) == 1:
            return last.pop()
        return leading.focus if leading.focus not in (lawyer, NOBODY) else max(leading.main(), NOBODY)

    def _spoken_of(self, phrase: Phrase) -> int:
        """`The former officer of the Front defected`: he of whom the last sentence told."""
        if TOLD_APART.match(self.text[phrase.end : phrase.end + 14]) or self.text[phrase.end : phrase.end + 1] == ",":
            return -1
        if any(r[0] < phrase.start for r in self.seen.here_persons):
            return -1
        last = {r[1] for r in self.seen.leading.last if r[1] >= 0}
        found = next(iter(last)) if len(last) == 1 else NOBODY
        return found if found >= 0 and self.seen.number - self.seen.last_seen.get(found, -9) <= 2 else NOBODY

    def _holder(self, phrase: Phrase, owners: Sequence[Phrase], pronoun: Callable[[Phrase], int]) -> int:
        """`the group's leader`, `its spokesman`: who was said to hold that post in that group."""
        words = [a for a in phrase.adjectives if a not in FALLEN]
        if len(owners) != 1 or "former" in words or "new" in words or phrase.head not in lexicon.nouns().posts:
            return -1
        group = self._owner(owners[0], pronoun)
        role = " ".join([*words, phrase.head])
        held = self.seen.portraits.holders
        return held.get((group, role), held.get((group, "leader"), -1) if role in LEADERS else -1) if group >= 0 else -1

    def former_or_latter(self, phrase: Phrase) -> int:
        """`the former` and `the latter` of the two last named side by side, else of the two last named."""
        word = self.text[phrase.start : phrase.end].lower().removeprefix("the ").strip()
        if word not in ("former", "latter"):
            return -1
        pairs = [s for s in self.seen.sets if s.end <= phrase.start]
        if pairs and len(pairs[-1].chains) == 2:
            return pairs[-1].chains[word == "latter"]
        before = sorted(
            {
                (m.start, m.chain)
                for m in self.mentions
                if m.start < phrase.start and m.kind in (Kind.PERSON, Kind.GROUP)
            }
        )
        last: list[int] = []
        for begins, chain in reversed(before):
            if LED_BY.search(self.text, max(0, begins - 40), begins):
                continue  # `Nokia, headed by Peter, after the latter left`: Nokia left.
            if chain not in last:
                last.append(chain)
        if word == "latter":
            return last[0] if last else -1
        return last[1] if len(last) > 1 else -1

    def group(self, phrase: Phrase) -> int:
        """`the battalion`, `the movement`: the group whose name says so, else the one that was spoken of."""
        view = self.seen.prominent
        distinct = self._bearing(phrase)
        if distinct and set(phrase.adjectives) & (OTHERS | lexicon.demonyms()):
            return NOBODY
        if len(distinct) == 1:
            return next(iter(distinct))
        if distinct:
            return max(view.which(phrase.start, lambda c: 0.0 if c in distinct else NEVER, (), phrase.head), NOBODY)
        extra = {a for a in phrase.adjectives if a not in PLAIN}
        if extra & {"parent", "mother"}:
            return self._parent(phrase)
        if phrase.head not in GENERIC_GROUPS or extra - {"new"}:
            return NOBODY
        if "new" in extra:
            return view.founded if view.founded >= 0 else NOBODY
        return max(view.which(phrase.start, lambda c: self._may_be(c, phrase.head), (), phrase.head), NOBODY)

    def _parent(self, phrase: Phrase) -> int:
        """`the parent body`: of the group that the sentence has for a subject, else the only parent told of; or -1."""
        known = self.seen.prominent.parents
        own = {known[r[1]] for r in self.seen.here_groups if r[0] < phrase.start and r[2] and r[1] in known}
        found = own or set(known.values())
        return next(iter(found)) if len(found) == 1 else NOBODY

    def _bearing(self, phrase: Phrase) -> set[int]:
        """The groups in whose names this noun is what the name calls them, else all whose names hold it."""
        noun = phrase.head
        lower = not self.text[phrase.start : phrase.end].split()[-1][:1].isupper()
        own = noun not in OF_A_STATE or not lower or HIS_OWN.match(self.text, phrase.end)
        words = {noun, *SAME_WORD.get(noun, ())} - {"group"}
        held = [c for word in words for c in self.seen.chains.called(word) if c.kind is Kind.GROUP]
        if not own:  # `the army`, in a report on a Liberation Army, is the state's.
            held = [c for c in held if not self.armed(c.id)]
        heads = {c.id for c in held if words & _heads(c.name)}
        return heads or {c.id for c in held if not official(c.name)}

    def _may_be(self, chain: int, noun: str) -> float:
        """What it weighs for a body to be called by a noun: no court is a militia, and no front a brigade."""
        if chain in (UNNAMED, CROWD):
            unnamed = self.seen.unnamed
            return 0.0 if chain == UNNAMED and unnamed is not None and unnamed.head in GENERIC_GROUPS else NEVER
        if not self.armed(chain):
            return NEVER
        own = _heads(self.seen.chain(chain).name) & SPECIFIC
        return UNLIKELY if noun in SPECIFIC and own and noun not in own else 0.0

    def body_of_rebels(self, phrase: Phrase) -> int:
        """`the rebels` who act: the one body under arms that is in view, else -1."""
        if phrase.head not in REBELS or not phrase.plural or not phrase.definite or phrase.mods or phrase.members:
            return -1
        if any(a not in PLAIN for a in phrase.adjectives):
            return -1
        seen = self.seen
        near = {c for c in [*(r[1] for r in seen.here_groups if r[0] < phrase.start), *seen.recent_groups] if c >= 0}
        likely = {c for c in near if self.armed(c) and seen.number - seen.last_seen.get(c, -9) <= 3}
        return next(iter(likely)) if len(likely) == 1 else -1

    def armed(self, chain: int) -> bool:
        """Whether a chain is a body that may bear arms."""
        return self.seen.prominent.armed(chain)

    def several(self, phrase: Phrase) -> tuple[int, ...]:
        """`both men`, `the two groups`, `the three`: those that were last named together, as many as it says."""
        if phrase.mention >= 0 or phrase.members or any(m.phrase.mention >= 0 for m in phrase.mods):
            return ()
        count = next((NUMBERS[w] for w in (*phrase.adjectives, phrase.head, phrase.pronoun) if w in NUMBERS), 0)
        pronoun = phrase.pronoun in ("they", "them")
        words = {*phrase.adjectives, phrase.head, phrase.pronoun}
        told = phrase.definite or bool(words & {"both", "all"})
        if not (pronoun or (told and (count or phrase.head in SIDES))):
            return ()
        kinds = self._kinds(phrase, pronoun)
        for one in reversed(self.seen.sets):
            if one.kind not in kinds or one.end > phrase.start or (count and len(one.chains) != count):
                continue
            if pronoun and not (one.subject and one is self.seen.sets[-1] and self.seen.number - one.number <= 1):
                return ()
            return one.chains
        return self._two_groups(phrase, count, kinds) or self._two_people(phrase, count, kinds)

    def _kinds(self, phrase: Phrase, pronoun: bool) -> tuple[Kind, ...]:
        if phrase.head in lexicon.nouns().groups | PARTIES - {"both"}:
            return (Kind.GROUP,)
        bare = pronoun or phrase.head in NUMBERS or phrase.pronoun
        if bare and phrase.head not in ("pair", "duo", "trio"):
            return (Kind.PERSON, Kind.GROUP)
        return (Kind.PERSON,) if phrase.head in lexicon.nouns().persons | FIGHTERS | set(NUMBERS) else ()

    def _two_people(self, phrase: Phrase, count: int, kinds: tuple[Kind, ...]) -> tuple[int, ...]:
        """`the two`, `the pair`: the only two people whom the last sentence names, where this one has named nobody."""
        pair = count == 2 or phrase.head in ("pair", "duo")
        if not pair or Kind.PERSON not in kinds or phrase.pronoun:
            return ()
        if any(r[0] < phrase.start for r in self.seen.here_persons):
            return ()
        both = tuple(dict.fromkeys(c for c in self.seen.last_persons if c >= 0))
        return both if len(both) == 2 else ()

    def _two_groups(self, phrase: Phrase, count: int, kinds: tuple[Kind, ...]) -> tuple[int, ...]:
        """`the two groups`, `the rivals`: the only two that this sentence or the last names; else none."""
        seen = self.seen
        if (
            count not in (0, 2)
            or Kind.GROUP not in kinds
            or not (phrase.plural or phrase.pronoun or phrase.head in NUMBERS)
        ):
            return ()
        here = [r[1] for r in sorted(seen.here_groups) if r[0] < phrase.start and r[1] >= 0 and self.armed(r[1])]
        last = [r[1] for r in sorted(seen.prominent.last) if r[1] >= 0 and self.armed(r[1])]
        if not here and seen.prominent.loose_last:
            return ()  # `It fought the Front and the League, a rival. The two groups …`
        both = tuple(dict.fromkeys(here or last))
        return both if len(both) == 2 else ()


def _aged(phrase: Phrase) -> bool:
    return phrase.head == "old" or "old" in phrase.adjectives


def _heads(name: str) -> set[str]:
    """The words that may say what a body with this name is: its first, and the last before what it is of."""
    words = names.key(name).split()
    cut = next((i for i, w in enumerate(words) if w in ("of", "for", "in") and i), len(words))
    return {words[0], words[cut - 1]} if words else set()
