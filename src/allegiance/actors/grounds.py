"""Grounds for joining: which names can be joined at all, what agrees beside two of them, and what speaks against."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from allegiance.actors.registers import Register
from allegiance.actors.spelling import group_spelling, spelling
from allegiance.actors.uses import Companion, Tie, Use
from allegiance.errors import BadDate
from allegiance.model import Kind
from allegiance.names import (
    GROUP_WORDS,
    MODIFIERS,
    PARTICLES,
    has_group_word,
    has_kunya,
    is_acronym,
    is_kunya,
    is_single_name,
    key,
)
from allegiance.when import When, parse


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PLAIN_WORDS = (
    _words("""
    national central internal external special general joint high supreme armed security military political popular
    people peoples public free new united unified patriotic democratic revolutionary islamic muslim christian workers
    border local federal republican royal civil intelligence infantry artillery armoured armored air naval operations
    operational defence defense interior foreign affairs justice information media officers office anti counter terror
    terrorism north south east west northern southern eastern western of the and for in de du la le les et pour del von
    rebel rebels opposition self northeast northwest main provisional transitional salvation liberation unity freedom
    independence resistance protection home country land communist communists socialist maoist marxist leninist labour
    labor nationalist progressive reform change development justice equality peace war holy struggle armed action rapid
    reaction response support strike quick youth student students women children elders tribal tribes clan village town
    city community communal citizens traditional chiefs staff executive steering coordinating multinational mission
    presidential republic state secret prison coast customs operation task room work god lord allah islam sunna sunnah
    sharia shariah tawhid furqan haqq huda fath nasr sunni shia shiite arab african red black white green blue golden
    eagle eagles lion lions tiger falcon falcons hawk hawks wolf wolves leopard leopards panther panthers sword swords
    shield star storm thunder victory victorious martyr martyrs hero heroes brave faithful believers peacekeeping third
    fourth fifth sixth seventh eighth ninth tenth eleventh twelfth son sons
""")
    | GROUP_WORDS
    | {f"{word}s" for word in GROUP_WORDS}
    | MODIFIERS
)

_CROWDS = _words("rebels militia militias fighters insurgents militants gunmen soldiers tribesmen")
"""What one calls those who bear arms: one word before it says of whom, and is no name of a body."""

_CAUSES = _words("""
    islamic muslim christian patriotic popular people peoples democratic revolutionary salvation liberation unity
    freedom independence resistance justice free united unified workers republican communist socialist maoist marxist
    nationalist progressive equality holy struggle
""")

_NUMBERS = _words("""
    one two three four five six seven eight nine ten eleven twelve dozen dozens several some many few hundreds thousands
    scores numerous unnamed unidentified unknown
""")

COMMON_NISBAS = _words("""
    iraqi ansari muhajir shami masri libi tunisi maghribi suri urduni yemeni yamani jazairi sudani hindi afghani
    pakistani turki almani faransi kurdi falastini filistini qurashi hashimi husayni
""")
"""Bynames of country or descent that many men bear: after a kunya they tell too little."""


@lru_cache(maxsize=1 << 16)
def is_description(name: str) -> bool:
    """Whether this is no name but words that describe someone: `five fighters`, `a Taliban commander`, `11 people`."""
    words = re.sub(r"^[Tt]he\s+", "", name.strip()).split()
    if not words or (words[0].casefold() in ("a", "an") and len(words) > 1):
        return True
    first, last = words[0], words[-1]
    if first.casefold() in _NUMBERS or re.fullmatch(r"[\d,.]+", first):
        return len(words) == 1 or words[1][0].islower() or first[0].islower()
    if first.islower() and (first not in PARTICLES or not any(word[0].isupper() for word in words[1:])):
        return True
    return len(words) > 1 and last.islower() and not has_group_word(last)


@lru_cache(maxsize=1 << 16)
def is_full_group_name(name: str) -> bool:
    """Whether a group's name tells it from others wherever it stands: not `TTP`, `the Union` or `Front 9`.

    The name has two words or more, and one of them is no common word of groups' names; `Tuareg rebels` is no name.
    """
    words = key(name).split()
    own = [w for w in words if w not in _PLAIN_WORDS and not re.search(r"\d", w) and len(w) > 1]
    if len(words) == 2 and words[1] in _CROWDS:
        return False
    return len(words) > 1 and bool(own) and not is_acronym(name) and not is_description(name)


@lru_cache(maxsize=1 << 14)
def says_its_cause(name: str) -> bool:
    """Whether a group's name has two words for what it stands for and one for what it is: `Islamic Freedom Column`.

    One word for the cause is not enough: every country has its `Army of National Liberation`.
    """
    words = set(key(name).split())
    return len(words & _CAUSES) > 1 and not words <= _CAUSES and not is_description(name)


@lru_cache(maxsize=1 << 14)
def is_full_person_name(name: str) -> bool:
    """Whether a person's name can be joined at all: no kunya, no single name, no description."""
    return not (is_kunya(name) or is_single_name(name) or is_description(name))


def agreements_needed(name: str) -> int:
    """How much must agree beside two uses of this name: two things for a kunya with a common byname, else one."""
    return 2 if has_kunya(name) and key(name).split()[-1] in COMMON_NISBAS else 1


@dataclass(frozen=True, slots=True, order=True)
class Ground:
    """One thing beside a name by which it can agree with another use, and words for it. Stronger ones sort first.

    `group` is what the group in it is known by, with which the token ends; empty where there is none.
    """

    rank: int
    token: str
    words: str
    group: str = ""

    def of(self, other: str) -> str:
        """The token that it would have if its group were known by another name."""
        return self.token.removesuffix(self.group) + other


def grounds(use: Use, register: Register) -> tuple[Ground, ...]:
    """What stands beside this use by which it can be told: groups, posts, associates; beside a group, its parents.

    To stand with a state tells too little, a post in it tells enough.
    """
    found = {ground for companion in use.companions for ground in _ground(use, companion, register)}
    return tuple(sorted(found))


def _ground(use: Use, companion: Companion, register: Register) -> Iterable[Ground]:
    if companion.tie is Tie.POST:
        group = group_token(companion.group, register) or f"name:{key(companion.group)}"
        if not is_description(companion.group):
            yield Ground(0, f"post:{companion.name}:{group}", f"both {companion.name} of {companion.group}", group)
    elif companion.tie in (Tie.GROUP, Tie.ONCE, Tie.PARENT):
        record = register.one(companion.name, Kind.GROUP)
        token = "" if record and record.kind == "place" else group_token(companion.name, register)
        words = "belong to" if companion.tie is Tie.PARENT else "stand with"
        if token:
            tie = Tie.GROUP if companion.tie is Tie.ONCE else companion.tie
            yield Ground(1, f"{tie}:{token}", f"both {words} {companion.name}", token)
    elif companion.tie is Tie.PERSON and _tells(companion.name) and spelling(companion.name) != spelling(use.name):
        yield Ground(2, f"person:{spelling(companion.name)}", f"{companion.name} beside both")


def _tells(name: str) -> bool:
    return is_full_person_name(name) and not has_group_word(name)


def group_token(name: str, register: Register) -> str:
    """What a group is known by across documents: its register id, else its full name's spelling, else nothing.

    Nothing too where several records of the register bear the name: it tells none of them.
    """
    record = register.one(name, Kind.GROUP)
    if record:
        return f"id:{record.id}"
    return f"name:{group_spelling(name)}" if is_full_group_name(name) and len(register.find(name)) < 2 else ""


NEAR_IN_TIME = timedelta(days=7)
"""So far apart may reports put one death: one of its day, the other of the day on which it was announced."""


@dataclass(slots=True)
class Life:
    """What a set of uses says of one person in time: for judging whether another set can be the same person.

    `once` are groups with which he stood at some time before that is not told: who came from one to another. `spared`
    are the days between which somebody denies or doubts that he died.
    """

    documents: set[str]
    dead: date | None
    active: date | None
    groups: dict[str, set[tuple[int, int] | None]]
    once: set[str] = field(default_factory=set)
    spared: set[tuple[date, date]] = field(default_factory=set)

    def against(
        self,
        other: Life,
        register: Register,
        names: Mapping[str, Collection[str]],
        known: AbstractSet[str] = frozenset(),
    ) -> str:
        """Why these cannot be one person, or nothing. `names` has the other names of groups that were renamed.

        Between groups that are `known` to the reports of both, reports may disagree.
        """
        if not self.documents.isdisjoint(other.documents):
            return "one document names both"
        for one, two in ((self, other), (other, self)):
            if not (one.dead and two.active and one.dead < two.active):
                continue
            if not (one.active and one.dead < one.active) and not two.doubts(one.dead):
                return f"one died by {one.dead}, the other acted on {two.active} or later"
        if self._same_time(other, known) and not self._share(other, register, names):
            return "they stand with different groups at the same time"
        return ""

    def doubts(self, dead: date) -> bool:
        """Whether somebody denies or doubts a death of those days."""
        return any(first - NEAR_IN_TIME <= dead <= last + NEAR_IN_TIME for first, last in self.spared)

    def merge(self, other: Life) -> None:
        """Take in what the other says."""
        self.documents |= other.documents
        self.dead = min((d for d in (self.dead, other.dead) if d), default=None)
        self.active = max((d for d in (self.active, other.active) if d), default=None)
        for group, times in other.groups.items():
            self.groups.setdefault(group, set()).update(times)
        self.once |= other.once
        self.spared |= other.spared

    def _share(self, other: Life, register: Register, names: Mapping[str, Collection[str]]) -> bool:
        """Whether some group of the one is one of the other, or related to it; also one from which he came."""
        if not self.once.isdisjoint(other.groups) or not other.once.isdisjoint(self.groups):
            return True
        return any(
            a == b
            or b in names.get(a, ())
            or (a.startswith("id:") and b.startswith("id:") and register.related(a[3:], b[3:]))
            for a in self.groups
            for b in other.groups
        )

    def _same_time(self, other: Life, known: AbstractSet[str]) -> bool:
        """Whether they stand with two groups, not both known, in one year; a tie of no told time says nothing."""
        pairs = ((a, b) for a in self.groups for b in other.groups if not {a, b} <= known)
        times = ((one, two) for a, b in pairs for one in self.groups[a] for two in other.groups[b])
        return any(one and two and one[0] <= two[1] and two[0] <= one[1] for one, two in times)


def life(use: Use, register: Register) -> Life:
    """What one use says of its bearer in time."""
    dead = [when.end_latest for c in use.companions if c.tie is Tie.DEAD and (when := _when(c.when))]
    active = [when.start_earliest for c in use.companions if c.tie is Tie.ACTIVE and (when := _when(c.when))]
    groups: dict[str, set[tuple[int, int] | None]] = {}
    for companion in use.companions:
        token = group_token(companion.name, register) if companion.tie is Tie.GROUP else ""
        if token and spelling(use.name) not in token:  # `A's group` is no other's than A's, whatever its name.
            groups.setdefault(token, set()).add(_years(companion.when))
    died, acted = min((d for d in dead if d), default=None), max((d for d in active if d), default=None)
    once = {group_token(c.name, register) for c in use.companions if c.tie is Tie.ONCE} - {""}
    denied = (when for c in use.companions if c.tie is Tie.SPARED and (when := _when(c.when)))
    spared = {(d.start_earliest, d.end_latest) for d in denied if d.start_earliest and d.end_latest}
    return Life({use.document}, died, acted, groups, once, spared)


def _when(text: str) -> When | None:
    try:
        return parse(text) if text else None
    except BadDate:
        return None


def _years(text: str) -> tuple[int, int] | None:
    """The first and last year of a time: who changes sides stands with two groups in one year."""
    when = _when(text)
    if when is None or (when.start_earliest is None and when.end_latest is None):
        return None
    first, last = when.start_earliest or date.min, when.end_latest or date.max
    return first.year, last.year
