"""Packs the base map from the package world-atlas, which carries Natural Earth's countries; run to renew the data.

    python -m allegiance.web.basemap.pack WORLD_ATLAS

WORLD_ATLAS is the folder of the package, with `countries-110m.json` and `countries-50m.json` (TopoJSON: countries made
of arcs that neighbours share). Each country is written as its rings, a ring as whole numbers: hundredths of degrees
east and north, the first point as it is, each other as the step from the one before.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

HUNDREDTHS = 100
FILES = {"coarse.json": "countries-110m.json", "fine.json": "countries-50m.json"}

Point = tuple[int, int]


def main(folder: Path) -> None:
    """Write `world.zip` beside this file."""
    target = Path(__file__).parent / "world.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, source in FILES.items():
            told = json.loads((folder / source).read_text(encoding="utf-8"))
            countries = [[name, [list(_steps(ring)) for ring in rings]] for name, rings in _countries(told)]
            written = json.dumps(countries, ensure_ascii=False, separators=(",", ":"))
            packed.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), written, zipfile.ZIP_DEFLATED)


def _countries(told: dict[str, Any]) -> Iterator[tuple[str, list[list[Point]]]]:
    """Each country's name, and its rings, the largest first."""
    arcs = [_points(arc, told["transform"]) for arc in told["arcs"]]
    for country in sorted(told["objects"]["countries"]["geometries"], key=lambda each: str(each["properties"]["name"])):
        polygons = {"Polygon": [country.get("arcs", [])], "MultiPolygon": country.get("arcs", [])}[country["type"]]
        rings = [_ring(ring, arcs) for polygon in polygons for ring in polygon]
        kept = sorted((ring for ring in rings if len(ring) > 2), key=lambda ring: -abs(_area(ring)))
        if kept:
            yield str(country["properties"]["name"]), kept


def _points(arc: Sequence[Sequence[int]], transform: dict[str, list[float]]) -> list[Point]:
    out, x, y = [], 0, 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        east, north = (
            n * scale + start
            for n, scale, start in zip((x, y), transform["scale"], transform["translate"], strict=True)
        )
        out.append((round(east * HUNDREDTHS), round(north * HUNDREDTHS)))
    return out


def _ring(numbers: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """The arcs of a ring put together; of a negative number the arc is run backwards."""
    out: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        for point in arc:
            if not out or out[-1] != point:
                out.append(point)
    return out


def _area(ring: Sequence[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2


def _steps(ring: Sequence[Point]) -> Iterator[int]:
    x, y = 0, 0
    for point in ring:
        yield point[0] - x
        yield point[1] - y
        x, y = point


if __name__ == "__main__":
    main(Path(sys.argv[1]))
