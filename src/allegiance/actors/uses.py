"""What stands beside a name in its document: the uses of names that a document's claims hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from allegiance.model import Certainty, Claim, Filler, Kind, Phase, minted_actor_id


class Tie(StrEnum):
    """How a companion stands to the name."""

    GROUP = "group"
    ONCE = "once"
    POST = "post"
    PERSON = "person"
    PARENT = "parent"
    AREA = "area"
    ALIAS = "alias"
    RENAMED = "renamed"
    APART = "apart"
    RIVAL = "rival"
    DEAD = "dead"
    SPARED = "spared"
    ACTIVE = "active"


@dataclass(frozen=True, slots=True, order=True)
class Companion:
    """One thing beside a name: a group, a post in a group, an associate, the parent of a group, another name for it.

    `name` is the companion's as written; of a post, its words, and `group` the body it is held in. `when` is EDTF: when
    it held or happened, else when the document appeared. `ONCE` is a group with which it stood at some time before, not
    told when. `APART` marks another actor in one claim, which this one therefore is not, `RIVAL` one that it fights;
    `DEAD`, `SPARED` and `ACTIVE` have no name, but a time: a death told as fact, one denied or doubted, an act told as
    fact.
    """

    tie: Tie
    name: str = ""
    group: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Use:
    """A name in a document, with what stands beside it."""

    document: str
    name: str
    kind: Kind = Kind.UNKNOWN
    companions: tuple[Companion, ...] = ()

    @property
    def id(self) -> str:
        """The minted id that this use has as long as nothing joins it to a known actor."""
        return minted_actor_id(self.document, self.name)


FIRM = 100
"""How many guesses of the reader at a kind a role that one kind alone can have outweighs."""

_PERSON_ROLES = frozenset({"person", "predecessor"})
_GROUP_ROLES = frozenset({"group", "parent", "into"})

_OF_WHOM = frozenset({Tie.GROUP, Tie.ONCE, Tie.POST, Tie.PERSON})
"""Ties that tell of whom a report speaks, even where it denies them."""

_TIES: dict[str, tuple[tuple[str, str, Tie], ...]] = {
    "post": (("person", "group", Tie.GROUP),),
    "appointment": (("person", "group", Tie.GROUP), ("person", "by", Tie.PERSON)),
    "removal": (("person", "group", Tie.GROUP), ("person", "by", Tie.PERSON)),
    "membership": (("actor", "group", Tie.GROUP),),
    "join": (("actor", "to", Tie.GROUP), ("actor", "from", Tie.GROUP)),
    "leave": (("actor", "from", Tie.GROUP),),
    "pledge": (("actor", "to", Tie.GROUP),),
    "renounce": (("actor", "from", Tie.GROUP),),
    "succession": (
        ("person", "predecessor", Tie.PERSON),
        ("person", "group", Tie.GROUP),
        ("predecessor", "group", Tie.GROUP),
    ),
    "founding": (("founder", "group", Tie.GROUP),),
    "affiliation": (("group", "parent", Tie.PARENT),),
    "presence": (("group", "area", Tie.AREA),),
    "link": (("a", "b", Tie.PERSON),),
    "alliance": (("a", "b", Tie.PERSON),),
    "rivalry": (("a", "b", Tie.RIVAL), ("b", "a", Tie.RIVAL)),
}
"""By claim type: the role that has the companion, the role that is it, and the tie."""

_ACTS = {
    "pledge": "actor",
    "renounce": "actor",
    "join": "actor",
    "leave": "actor",
    "appointment": "person",
    "removal": "person",
    "release": "person",
    "detention": "person",
    "post": "person",
    "membership": "actor",
    "attack": "actor",
}
"""By claim type with a date of its own: the role whose bearer was alive by then."""

_FALLS = {"death": "person", "killing": "victim"}
_BELIED = frozenset({Certainty.DENIED, Certainty.DOUBTED})


def uses_of(claims: Iterable[tuple[Claim, str]]) -> list[Use]:
    """The uses that these claims hold, sorted by document and name. With each claim goes its published date (EDTF).

    Roles tell kinds where they can (`person`, `group`, `area` …), else the reader's own kind tells; what most claims of
    the document say holds. What is denied or doubted tells who is spoken of, and nothing of where he stood or when: who
    denies that a man holds a post means the man of whom others say so.
    """
    kinds: dict[tuple[str, str], Counter[Kind]] = {}
    beside: dict[tuple[str, str], set[Companion]] = {}
    for claim, published in claims:
        for filler in claim.actors:
            place = (claim.document, filler.name)
            told = _told_by_role(claim, filler)
            kinds.setdefault(place, Counter())[told or filler.kind] += FIRM if told else 1
            beside.setdefault(place, set())
        if claim.where:
            kinds.setdefault((claim.document, claim.where), Counter())[Kind.PLACE] += 1
            beside.setdefault((claim.document, claim.where), set())
        firm = claim.certainty not in _BELIED
        for name, companion in _companions(claim, published):
            if firm or companion.tie is Tie.SPARED:
                beside[claim.document, name].add(companion)
            elif companion.tie in _OF_WHOM:
                beside[claim.document, name].add(_spoken_of(companion))
    return [Use(*place, _likeliest(kinds[place]), tuple(sorted(beside[place]))) for place in sorted(beside)]


def _kind(claim: Claim, filler: Filler) -> Kind:
    return _told_by_role(claim, filler) or filler.kind


def _spoken_of(companion: Companion) -> Companion:
    """A companion that is named with a name, whether or not the two ever stood together."""
    return replace(companion, tie=Tie.ONCE if companion.tie is Tie.GROUP else companion.tie, when="")


def _told_by_role(claim: Claim, filler: Filler) -> Kind | None:
    """What kind of actor alone can have this role."""
    if filler.role in _PERSON_ROLES:
        return Kind.PERSON
    if filler.role in _GROUP_ROLES or (claim.type == "renaming" and filler.role == "name"):
        return Kind.GROUP
    return Kind.PLACE if filler.role == "area" else None


def _likeliest(kinds: Counter[Kind]) -> Kind:
    told = {kind: count for kind, count in kinds.items() if kind is not Kind.UNKNOWN}
    return min(told, key=lambda kind: (-told[kind], kind.value)) if told else Kind.UNKNOWN


def _companions(claim: Claim, published: str) -> Iterable[tuple[str, Companion]]:
    """Each actor's name with what this claim sets beside it."""
    when = _until_told(claim.when, published)
    for owner, role, tie in _TIES.get(claim.type, ()):
        one, other = claim.filler(owner), claim.filler(role)
        if one and other:
            found = Tie.PERSON if tie is Tie.GROUP and _kind(claim, other) is Kind.PERSON else tie
            if found is Tie.GROUP and not claim.when and (role == "from" or claim.phase is Phase.FORMER):
                found = Tie.ONCE
            yield one.name, Companion(found, other.name, when=when)
            if found in (Tie.PERSON, Tie.GROUP, Tie.ONCE):
                yield other.name, Companion(Tie.PERSON, one.name, when=when)
    if claim.type in ("post", "appointment", "removal") and claim.name("role") and claim.name("group"):
        yield claim.name("person"), Companion(Tie.POST, claim.name("role").casefold(), claim.name("group"), when)
    yield from _same_or_other(claim)
    told_as_fact = claim.certainty is Certainty.STATED and not claim.sources and claim.when
    if told_as_fact and claim.type in _FALLS:
        yield claim.name(_FALLS[claim.type]), Companion(Tie.DEAD, when=claim.when)
    if claim.certainty in _BELIED and claim.when and claim.type in _FALLS:
        yield claim.name(_FALLS[claim.type]), Companion(Tie.SPARED, when=claim.when)
    doer = claim.name(_ACTS.get(claim.type, "")) if claim.type in _ACTS else ""
    if told_as_fact and doer and claim.phase is not Phase.FORMER:
        yield doer, Companion(Tie.ACTIVE, when=claim.when)


def _until_told(when: str, published: str) -> str:
    """When a thing held, as far as its report can tell: what goes on had gone on when the report appeared."""
    if published and when.endswith("/.."):
        return f"{when.removesuffix('..')}{published}"
    return when or published


def _same_or_other(claim: Claim) -> Iterable[tuple[str, Companion]]:
    """Other names that the author gives an actor on its own word, and actors that one claim sets against each other."""
    if claim.type == "alias":
        if claim.certainty is Certainty.STATED and not claim.sources:
            yield claim.name("name"), Companion(Tie.ALIAS, claim.name("other"))
            yield claim.name("other"), Companion(Tie.ALIAS, claim.name("name"))
        return
    if claim.type == "renaming":
        if claim.certainty is Certainty.STATED and not claim.sources:
            yield claim.name("group"), Companion(Tie.RENAMED, claim.name("name"))
        return
    for one in claim.actors:
        for other in claim.actors:
            if one.name != other.name:
                yield one.name, Companion(Tie.APART, other.name)
