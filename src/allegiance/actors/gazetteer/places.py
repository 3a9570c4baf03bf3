"""Places of the world by name: countries, their first and second divisions, towns, and regions on no official map.

The data is GeoNames' (CC BY 4.0; `ATTRIBUTION.md` beside it says how it was taken), packed in parts sorted by name, so
that a lookup unpacks the part it needs and the rest stays on the disk.
"""

from __future__ import annotations

import io
import zipfile
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from importlib import resources

from allegiance.actors.gazetteer.keys import place_key
from allegiance.errors import AllegianceError

PARTS_KEPT = 256
"""How many unpacked parts are kept in memory: about 64 kB of text each."""


class Level(StrEnum):
    """What kind of place it is. A region is on no official map, or on none of today: `regions.yaml` has them."""

    COUNTRY = "country"
    FIRST = "first division"
    SECOND = "second division"
    TOWN = "town"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    `id` is `geonames:` and GeoNames' number, of a country `iso-` and its ISO 3166-1 code, of a region its own.
    `country` is the ISO 3166-1 code of its country, `""` for a region in several. `within` are the ids of what it lies
    in, nearest first. `latitude` and `longitude` are degrees (WGS 84) of a town's centre, of anything larger the middle
    of its towns; None where no town of it is known. `radius` is how far in kilometres nine in ten of those towns lie
    from there: how uncertain a pin on a map is. `geonames` is GeoNames' number, 0 where it has none.
    """

    id: str
    level: Level
    name: str
    country: str = ""
    within: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    radius: int = 0
    population: int = 0
    geonames: int = 0
    members: tuple[str, ...] = field(default=())
    """Of a region, the ids of the places that it takes in, wholly or in part."""

    def lies_in(self, other: Place) -> bool:
        """Whether this place lies in the other, as far as the gazetteer knows."""
        if other.level is Level.REGION:
            return not {self.id, *self.within}.isdisjoint(other.members)
        return other.id in self.within


class Gazetteer:
    """Places by id and by name. Build it with `load_gazetteer`; regions are read in by `regions.py`."""

    def __init__(self, packed: zipfile.ZipFile, regions: Sequence[tuple[Place, Sequence[str]]] = ()) -> None:
        self._packed = packed
        self._keys = _firsts(packed, "keys/first.txt")
        self._rows = _firsts(packed, "rows/first.txt")
        self._regions = {place.id: place for place, _ in regions}
        self._region_names: dict[str, list[str]] = {}
        for place, names in regions:
            for name in dict.fromkeys((place.name, *names)):
                self._region_names.setdefault(place_key(name), []).append(place.id)
        self._part = lru_cache(maxsize=PARTS_KEPT)(self._unpacked)

    def find(self, name: str) -> tuple[Place, ...]:
        """Every place that bears this name, larger ones first: regions, countries, divisions, towns by people.

        Names are compared by `place_key`. Empty where none bears it.
        """
        wanted = place_key(name)
        if not wanted:
            return ()
        ids = dict.fromkeys((*self._region_names.get(wanted, ()), *_SHARED.get(wanted, ()), *self._ids_of(wanted)))
        found = [place for one in ids if (place := self.get(one))]
        return tuple(sorted(found, key=_by_size))

    def get(self, id: str) -> Place | None:
        """The place with this id."""
        if id in self._regions:
            return self._regions[id]
        order = _order(id)
        at = bisect_right(self._rows, order) - 1
        if not order or at < 0:
            return None
        line = self._part(f"rows/{at:04}.tsv").get(order)
        return _place(line) if line else None

    def countries(self, place: Place) -> frozenset[str]:
        """The ISO 3166-1 codes of the countries in which a place lies: of a region's members, else its own."""
        members = (self.get(member) for member in place.members)
        found = {member.country for member in members if member} | {place.country}
        return frozenset(found - {""})

    def _ids_of(self, wanted: str) -> Iterable[str]:
        at = bisect_right(self._keys, wanted) - 1
        line = self._part(f"keys/{at:04}.tsv").get(wanted, "") if at >= 0 else ""
        return line.split(" ") if line else ()

    def _unpacked(self, member: str) -> dict[str, str]:
        """One part: each line is a key, a tab, and the rest."""
        text = self._packed.read(member).decode("utf-8")
        return dict(line.split("\t", 1) for line in text.split("\n") if line)


def load_gazetteer() -> Gazetteer:
    """The packaged gazetteer with the packaged regions. Raises AllegianceError where either is broken."""
    from allegiance.actors.gazetteer.regions import packaged_regions

    data = resources.files(__package__).joinpath("places.zip").read_bytes()
    try:
        return Gazetteer(zipfile.ZipFile(io.BytesIO(data)), packaged_regions())
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError) as error:
        raise AllegianceError(f"the packaged gazetteer is broken: {error}") from error


def _firsts(packed: zipfile.ZipFile, member: str) -> list[str]:
    """The first key of each part, in order."""
    return packed.read(member).decode("utf-8").split("\n")


def _order(id: str) -> str:
    """Under what a row is kept: ids of one length, so that they sort as text."""
    if id.startswith("geonames:") and id[9:].isdecimal() and len(id) <= 20:
        return id[9:].zfill(11)
    return id if id.startswith("iso-") else ""


_SHARED = {"congo": ("iso-CG", "iso-CD"), "korea": ("iso-KR", "iso-KP")}
"""Names that two countries go by in reports, where the data gives them to one or to none."""

_LEVELS = {"C": Level.COUNTRY, "1": Level.FIRST, "2": Level.SECOND, "T": Level.TOWN}


def _place(line: str) -> Place:
    level, name, country, within, latitude, longitude, radius, population, number = line.split("\t")
    found = _LEVELS[level]
    return Place(
        id=f"iso-{country}" if found is Level.COUNTRY else f"geonames:{number}",
        level=found,
        name=name,
        country=country,
        within=tuple(within.split(" ")) if within else (),
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        radius=int(radius or 0),
        population=int(population or 0),
        geonames=int(number or 0),
    )


_RANKS = {Level.REGION: 0, Level.COUNTRY: 1, Level.FIRST: 2, Level.SECOND: 3, Level.TOWN: 4}


def _by_size(place: Place) -> tuple[int, int, str]:
    return _RANKS[place.level], -place.population, place.id
