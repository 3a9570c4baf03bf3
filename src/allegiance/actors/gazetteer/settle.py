"""Which place a report means by a name that many places bear: settled by the report's other places, else left open.

Nothing is settled by size alone: a report that names only `Hangu` leaves it open between Pakistan's and China's, with
both as candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allegiance.actors.gazetteer.keys import place_key, typed
from allegiance.actors.gazetteer.places import Gazetteer, Level, Place

MOST_NAMES = 2000
"""Of a document with more names of places than this, the rest is left open: it is a list."""

_INSIDE = re.compile(r"\s*,\s*|\s+(?:in|of)\s+(?:the\s+)?(?=[A-Z])")
_BY_TYPE = {
    0: (Level.FIRST, Level.SECOND),
    1: (Level.FIRST,),
    4: (Level.REGION, Level.FIRST),
    2: (Level.SECOND, Level.FIRST, Level.TOWN),
    3: (Level.TOWN,),
}


@dataclass(frozen=True, slots=True)
class Settled:
    """What a name of a place in one document stands for.

    `place` is None where that is open: then `candidates` has every place that bears the name, and may be empty.
    `because` says in words what settled it, or why it is open.
    """

    name: str
    place: Place | None
    candidates: tuple[Place, ...]
    because: str


def settle(names: Iterable[str], gazetteer: Gazetteer, countries: Sequence[str] = ()) -> dict[str, Settled]:
    """What each of a document's names of places stands for.

    `countries` are ISO 3166-1 codes of countries of which the document is known to speak, by its groups for example.
    """
    asked = list(dict.fromkeys(names))[:MOST_NAMES]
    found = {name: _candidates(name, gazetteer) for name in asked}
    told = _countries(found.values(), gazetteer, countries)
    first = {name: _settle(name, candidates, told, frozenset(), gazetteer) for name, candidates in found.items()}
    # What is settled at first may hold a name that is still open: `Achin` lies in the Nangarhar that the report names.
    divisions = (Level.FIRST, Level.SECOND)
    known = frozenset(s.place.id for s in first.values() if s.place and s.place.level in divisions)
    held = {name for name, s in first.items() if s.place and s.place.level is not Level.REGION}
    return {
        name: s if name in held else _settle(name, s.candidates, told, known, gazetteer) for name, s in first.items()
    }


def _candidates(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places that may be meant by the name alone, larger ones first."""
    own, *outer = _INSIDE.split(name, maxsplit=3) if typed(name)[0] == name else (name,)
    found = _of_its_kind(name if not outer else own, gazetteer)
    for holder in outer:
        inside = [place for place in found if any(place.lies_in(h) for h in _of_its_kind(holder, gazetteer))]
        found = tuple(inside)
    return found or (gazetteer.find(name) if outer else ())


def _of_its_kind(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    bare, kind = typed(name)
    whole = gazetteer.find(name)
    if kind is None or any(place.level is Level.REGION for place in whole):
        return whole or gazetteer.find(bare)
    found = gazetteer.find(bare)
    for level in _BY_TYPE[kind]:
        if fits := tuple(place for place in found if place.level is level):
            return fits
    return whole


@dataclass(frozen=True, slots=True)
class _Told:
    """The countries of which a document speaks: those that it or its groups name, and those that a name points to."""

    named: frozenset[str]
    pointed: frozenset[str]

    def holds(self, place: Place) -> bool:
        """Whether the place lies in one of them; what is pointed to counts where nothing is named."""
        return self.speaks_of({place.country})

    def speaks_of(self, countries: Iterable[str]) -> bool:
        """Whether one of these countries is among them; what is pointed to counts where nothing is named."""
        return not (self.named or self.pointed).isdisjoint(countries)


def _countries(found: Iterable[Sequence[Place]], gazetteer: Gazetteer, given: Sequence[str]) -> _Told:
    named, pointed = set(given), set()
    for candidates in found:
        lands = {place.country for place in candidates}
        largest = candidates[0] if candidates else None
        if largest and largest.level is Level.COUNTRY and not _also_first(candidates):
            named.add(largest.country)
        elif largest and largest.level is Level.REGION:
            if all(place is largest or place.lies_in(largest) for place in candidates):
                named.update(gazetteer.countries(largest))
        elif len(lands) == 1:
            pointed.update(lands)
    return _Told(frozenset(named), frozenset(pointed - {""}))


def _also_first(candidates: Sequence[Place]) -> bool:
    """Whether a country's name is also that of another, or of a large division elsewhere: `Congo`, `Georgia`.

    A region takes in the division that has its name: `Kashmir`.
    """
    largest, large = candidates[0], (Level.COUNTRY, Level.FIRST)
    others = (place for place in candidates if place.level in large and place.country != largest.country)
    return any(not place.lies_in(largest) for place in others)


def _meant(
    region: Place, candidates: Sequence[Place], told: _Told, known: frozenset[str], gazetteer: Gazetteer
) -> bool:
    """Whether a region is meant by a name that places elsewhere bear too: not where the report speaks of theirs."""
    elsewhere = [place for place in candidates if place is not region and not place.lies_in(region)]
    if any(not known.isdisjoint(place.within) for place in elsewhere):
        return False
    own = gazetteer.countries(region)
    return told.speaks_of(own) or not told.speaks_of({place.country for place in elsewhere} - own)


def _settle(
    name: str, candidates: tuple[Place, ...], told: _Told, known: frozenset[str], gazetteer: Gazetteer
) -> Settled:
    if not candidates:
        return Settled(name, None, (), "the gazetteer has no such place")
    largest = candidates[0]
    one_land = largest.level in (Level.COUNTRY, Level.REGION) and not _also_first(candidates)
    if one_land and (largest.level is Level.COUNTRY or _meant(largest, candidates, told, known, gazetteer)):
        return Settled(name, largest, candidates, f"the name of a {largest.level}")
    if one := _one_of(candidates):
        return Settled(name, one, candidates, "the only place of that name" + _kept_whole(one, candidates))
    inside = tuple(place for place in candidates if not known.isdisjoint(place.within))
    near = tuple(place for place in candidates if told.holds(place))
    for some, why in ((inside, "it lies in a place that the report names"), (near, "the report speaks of its country")):
        one = _one_of(some) or _division_of(some)
        if one and (some is inside or not _dwarfed(one, candidates)):
            return Settled(name, one, candidates, why + _kept_whole(one, some))
    because = f"{len(candidates)} places bear the name, and the report does not tell them apart"
    return Settled(name, None, candidates, because)


def _one_of(places: Sequence[Place]) -> Place | None:
    """The place itself, or of a place and the towns and districts in it that bear its name, the largest."""
    if places and all(place is places[0] or places[0].id in place.within for place in places):
        return places[0]
    return None


def _division_of(places: Sequence[Place]) -> Place | None:
    """Of places in one country the one that is a first division, if one is: bare, its name means it."""
    first = [place for place in places if place.level is Level.FIRST]
    return first[0] if len(first) == 1 and len({place.country for place in places}) == 1 else None


def _dwarfed(one: Place, candidates: Sequence[Place]) -> bool:
    """Whether a large place of another country bears the name of this small one: `Gaza`, in a report on Israel."""
    large = (Level.COUNTRY, Level.FIRST, Level.REGION)
    return one.level not in large and any(c.level in large and c.country != one.country for c in candidates)


def _kept_whole(one: Place, places: Sequence[Place]) -> str:
    return f"; not told whether the {one.level} or what in it has its name" if len(places) > 1 else ""


def shown(place: Place, gazetteer: Gazetteer) -> str:
    """A place with what it lies in: `Achin, Nangarhar, Afghanistan`."""
    holders: Mapping[str, str] = {one: held.name for one in place.within if (held := gazetteer.get(one))}
    names = [place.name, *holders.values()]
    return ", ".join(name for at, name in enumerate(names) if at == 0 or place_key(name) != place_key(names[at - 1]))
