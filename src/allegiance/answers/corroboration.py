"""Which claims say the same thing, which deny it, and how many sources stand behind it independently.

Two keys group claims. The content key is what was said, its doer and its post included and its polarity left out, so
that a claim and its denial meet, and *killed by X* never corroborates *killed by Y*. The event key leaves the doer out
and so sets rival accounts side by side.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from allegiance.answers.dating import happened
from allegiance.answers.independence import independent
from allegiance.model import TYPES, Certainty, Recorded
from allegiance.names import key

Key = tuple[str, ...]

CERTAIN, POSSIBLE, DISPUTED, UNKNOWN, DENIED = "certain", "possible", "disputed", "unknown", "denied"

_DOERS = {
    "killing": "by",
    "detention": "by",
    "release": "by",
    "appointment": "by",
    "removal": "by",
    "designation": "by",
    "attack": "actor",
    "founding": "founder",
}
_POSTS = frozenset({"post", "appointment", "removal", "succession"})
_STRENGTH = (Certainty.STATED, Certainty.REPORTED, Certainty.LIKELY, Certainty.POSSIBLE)

_RANKS = {certainty: rank for rank, certainty in enumerate(Certainty)}

_CLASSES: Mapping[str, tuple[str, ...]] = {
    "leader": (
        *("leader", "emir", "amir", "ameer", "head", "chief", "chairman", "chair", "president", "supremo", "caliph"),
        *("supreme leader", "overall leader", "top leader", "leadership", "in charge", "number one", "command"),
        *("commander-in-chief", "supreme commander", "overall commander", "overall command"),
        *("secretary-general", "secretary general", "general secretary"),
    ),
    "deputy leader": (
        *("deputy", "deputy leader", "deputy emir", "deputy amir", "deputy head", "deputy chief", "deputy commander"),
        *("vice-president", "vice president", "vice-chairman", "number two", "second-in-command", "second in command"),
    ),
    "spokesman": ("spokesman", "spokesperson", "spokeswoman", "chief spokesman", "main spokesman"),
    "governor": ("governor", "shadow governor", "wali"),
    "military commander": (
        *("military commander", "military chief", "military leader", "military head", "military emir", "military wing"),
        *("head of the military wing", "chief of the military wing", "commander of the military wing"),
    ),
    "treasurer": ("treasurer", "finance chief", "head of finance", "head of finances", "responsibility for finances"),
    "chief of staff": ("chief of staff",),
    "intelligence chief": ("intelligence chief", "head of intelligence", "chief of intelligence"),
}
_CLASS_OF = {words: post for post, several in _CLASSES.items() for words in several}
SINGLE_POSTS = frozenset(_CLASSES)
"""Posts of which a group (with an area: a group in that area) has one holder at a time. A governor needs an area."""


def fold(text: str) -> str:
    """`text` for comparison: compatibility forms, lower case, single spaces, no leading article."""
    words = unicodedata.normalize("NFKC", text).casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


@lru_cache(maxsize=8192)
def post_class(role: str) -> str:
    """One word for the several that name one post: `emir` and `chief` are `leader`. A deputy is never his chief."""
    words = fold(role)
    return _CLASS_OF.get(words, words)


def is_single(post: str, area: str) -> bool:
    """Whether the post (a class of `post_class`) has one holder at a time."""
    return post in SINGLE_POSTS and (post != "governor" or bool(area))


def filled(recorded: Recorded, role: str) -> str:
    """Who or what fills a role, for comparison: the actor's id in this view, else the name's key, else `""`."""
    return recorded.actor(role) or key(recorded.claim.name(role))


def subjects_of(recorded: Recorded) -> tuple[str, ...]:
    """Of whom a claim tells: its first key role, or either of a pair."""
    kind = TYPES[recorded.claim.type]
    return tuple([filled(recorded, role) for role in (kind.keys if kind.symmetric else kind.keys[:1])])


def content_key(recorded: Recorded) -> Key:
    """What was said: type, key roles by actor, doer, post; neither source nor polarity nor date."""
    claim = recorded.claim
    doer = _DOERS.get(claim.type)
    return (*event_key(recorded), f"by={filled(recorded, doer)}" if doer else "")


def event_key(recorded: Recorded) -> Key:
    """The content key without the doer: *killed by X* and *killed by Y* share it."""
    claim = recorded.claim
    kind = TYPES[claim.type]
    fills = [filled(recorded, role) for role in kind.keys]
    parts = sorted(fills) if kind.symmetric else fills
    extra = ""
    if claim.type in _POSTS:
        extra = f"{post_class(claim.name('role'))}@{filled(recorded, 'area')}"
    elif claim.type == "designation":
        extra = "delisted" if claim.name("list").startswith("delisted:") else "listed"
    elif claim.type == "responsibility":
        extra = fold(claim.name("attack"))
    return (claim.type, *parts, extra)


_REACH = {"leave": ("join", {"actor": "actor", "from": "from"}), "death": ("killing", {"person": "victim"})}
"""Denials that reach beyond their own type: who has not left has not gone over, who is not dead was not killed."""


def denies(denial: Recorded, claim: Recorded) -> bool:
    """Whether `denial` denies what `claim` says: every role that the denial fills is filled alike.

    *He was not killed* denies *he was killed by X*; *X did not kill him* does not deny that he was killed. An event
    that lies after the denial is not what was denied.
    """
    if denial.claim.certainty is not Certainty.DENIED:
        return False
    kind, other = TYPES[denial.claim.type], claim.claim.type
    if other != kind.name:
        reached, roles = _REACH.get(kind.name, ("", {}))
        alike = reached == other and all(filled(denial, mine) == filled(claim, its) for mine, its in roles.items())
        return alike and _may_meet(denial, claim)
    if not kind.state and not _may_meet(denial, claim):
        return False
    if kind.symmetric:
        return event_key(denial) == event_key(claim)
    weighed = [*kind.keys, _DOERS.get(kind.name, "")]
    if not all(filled(denial, role) in ("", filled(claim, role)) for role in weighed if role):
        return False
    if kind.name not in _POSTS:
        return event_key(denial)[-1] in ("", event_key(claim)[-1])
    said = post_class(denial.claim.name("role"))
    return said in ("", post_class(claim.claim.name("role"))) and filled(denial, "area") in ("", filled(claim, "area"))


def _may_meet(denial: Recorded, claim: Recorded) -> bool:
    meant, told = happened(denial), happened(claim)
    return meant is None or told is None or meant.may_overlap(told)


class Denials:
    """Denials, found by what they may deny, so that each claim is weighed against few of them."""

    def __init__(self, claims: Iterable[Recorded]) -> None:
        self._by_key: dict[Key, list[Recorded]] = {}
        for denial in claims:
            if denial.claim.certainty is not Certainty.DENIED:
                continue
            kind = denial.claim.type
            reached, roles = _REACH.get(kind, ("", {}))
            keys = {(kind, filled(denial, role)) for role in _first_keys(kind)}
            keys |= {(reached, filled(denial, mine)) for mine in list(roles)[:1]}
            for key_of in keys:
                self._by_key.setdefault(key_of, []).append(denial)

    def against(self, claims: Iterable[Recorded]) -> list[Recorded]:
        """Those that deny one of these claims, each once."""
        out: dict[int, Recorded] = {}
        for recorded in claims:
            for role in _first_keys(recorded.claim.type):
                for denial in self._by_key.get((recorded.claim.type, filled(recorded, role)), ()):
                    # A death that hundreds tell of is denied by dozens: each is weighed until it is found, not after.
                    if id(denial) not in out and denies(denial, recorded):
                        out[id(denial)] = denial
        return list(out.values())


def _first_keys(kind: str) -> tuple[str, ...]:
    """The key roles by which a denial is found: the first, or both of a symmetric pair."""
    keys = TYPES[kind].keys
    return keys if TYPES[kind].symmetric else keys[:1]


def own_word(recorded: Recorded) -> bool:
    """Whether the report states it as plain fact on its own word."""
    return recorded.claim.certainty is Certainty.STATED and not recorded.claim.sources


def surest(claims: Sequence[Recorded]) -> list[Recorded]:
    """Those of these claims whose certainty is the highest that any of them has, in the order given."""
    ranks = [_RANKS[recorded.claim.certainty] for recorded in claims]
    best = min(ranks, default=0)
    return [recorded for recorded, rank in zip(claims, ranks, strict=True) if rank == best]


@dataclass(frozen=True)
class Account:
    """Claims that say one thing: those for it, those that doubt it, those that deny it, the leading ones first.

    Its independent sources are counted when they are asked for: that takes long, and denials and doubts never count.
    """

    support: tuple[Recorded, ...] = ()
    doubts: tuple[Recorded, ...] = ()
    denials: tuple[Recorded, ...] = ()

    @cached_property
    def sources(self) -> int:
        """How many independent sources support it."""
        return independent(self.support)

    @cached_property
    def stated_by(self) -> int:
        """How many independent sources state it."""
        stated = [r for r in self.support if r.claim.certainty is Certainty.STATED]
        return self.sources if len(stated) == len(self.support) else independent(stated)

    @cached_property
    def claims(self) -> tuple[Recorded, ...]:
        """All of them, support first."""
        return self.support + self.doubts + self.denials

    @cached_property
    def lead(self) -> Recorded:
        """The claim to show first: the surest, then the report's own word, then the earliest published."""
        return self.claims[0]

    @cached_property
    def status(self) -> str:
        """The status of a state: certain, possible, disputed, or denied where nothing supports it.

        Certain needs a report's own word or two independent sources that state it, and nobody who doubts it.
        """
        if self.denials:
            return DISPUTED if self.support or self.doubts else DENIED
        if self.doubts or not self.support:
            return POSSIBLE
        return CERTAIN if any(map(own_word, self.support)) or self.stated_by > 1 else POSSIBLE

    @cached_property
    def certainty(self) -> str:
        """The status of an event: disputed where claimed and denied, else the codebook's word for the surest claim."""
        if self.denials and (self.support or self.doubts):
            return DISPUTED
        return self.lead.claim.certainty.value

    @cached_property
    def according_to(self) -> str:
        """Who says so, where it is not the report's own word: `""` for a report's own word."""
        heard = self.support or self.doubts or self.denials
        if any(own_word(r) for r in heard):
            return ""
        names: dict[str, str] = {}
        for recorded in heard:
            name = recorded.claim.sources[0] if recorded.claim.sources else recorded.appearance.publisher
            names.setdefault(key(name), name or "an unnamed report")
        return "; ".join(names.values())


def _lead_order(recorded: Recorded) -> tuple[int, bool, bool, str, str]:
    published = recorded.appearance.published
    rank = _RANKS[recorded.claim.certainty]
    return (rank, bool(recorded.claim.sources), not published, published, recorded.claim.id)


def account(claims: Iterable[Recorded]) -> Account:
    """Sort claims that say one thing into support, doubts and denials."""
    given = sorted(claims, key=_lead_order)
    return Account(
        support=tuple([r for r in given if r.claim.certainty in _STRENGTH]),
        doubts=tuple([r for r in given if r.claim.certainty is Certainty.DOUBTED]),
        denials=tuple([r for r in given if r.claim.certainty is Certainty.DENIED]),
    )


def accounts(claims: Sequence[Recorded]) -> list[Account]:
    """Claims grouped by content key, in the order in which each was first met.

    A denial stands beside everything that it denies; where it denies nothing that is claimed, it is an account alone.
    """
    groups: dict[Key, list[Recorded]] = {}
    for recorded in claims:
        groups.setdefault(content_key(recorded), []).append(recorded)
    denials = Denials(claims)
    out: list[Account] = []
    met: set[str] = set()
    for group in groups.values():
        claimed = [r for r in group if r.claim.certainty is not Certainty.DENIED]
        if not claimed:
            continue
        against = denials.against(claimed)
        met.update(d.claim.id for d in against)
        out.append(account([*claimed, *against]))
    for group in groups.values():
        alone = [r for r in group if r.claim.certainty is Certainty.DENIED and r.claim.id not in met]
        if alone:
            out.append(account(alone))
    return out
