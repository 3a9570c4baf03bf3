"""A map drawn here and not in the browser: countries, and a mark for each place of which something is told."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from allegiance.model import Row
from allegiance.names import key
from allegiance.web.basemap import HIGH, WIDE, Land, Window, lands

_KILOMETRES = 111.2
"""Of one degree of latitude."""
_LEAST, _MOST = 4.0, 150.0
"""Degrees of latitude that a map is high at least and at most, before somebody goes closer."""
_MARGIN = 1.35
_SUREST = ("certain", "stated", "likely", "reported", "possible", "disputed", "doubted", "unknown", "denied")
_ROOM = 8.2
"""Pixels of a hundredth of a map's width, about."""
_LETTER, _LINE = 6.8, 14
"""Pixels of a letter and of a line of a name, about."""
_ROUGH = ("country", "region")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that is drawn: where (percent), how large (pixels), and how far around it is uncertain (percent).

    `written` is its name as a report has it, `name` that of the gazetteer with what it lies in. `named` says whether
    there is room for that name beside it.
    """

    place: str
    name: str
    written: str
    level: str
    radius: int
    rows: tuple[Row, ...]
    status: str
    x: float
    y: float
    size: float
    wide: float
    high: float
    chosen: bool
    seen: bool
    named: bool = False

    @property
    def otherwise(self) -> str:
        """The name that a report has, where the gazetteer has another."""
        return "" if key(self.written) == key(self.name.split(",")[0]) else self.written

    @property
    def rough(self) -> bool:
        """Whether it is so large that its middle says little."""
        return self.level in _ROUGH


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn, the large marks first, so that small ones lie above them."""

    window: Window
    lands: tuple[Land, ...]
    marks: tuple[Mark, ...]


def chart(rows: Sequence[Row], chosen: str = "", zoom: int = 0) -> Chart:
    """The map of these rows, fitted to them, or around the chosen place; each `zoom` goes twice as close."""
    by_place: dict[str, list[Row]] = {}
    for row in rows:
        if row.get("place_id"):
            by_place.setdefault(row.get("place_id"), []).append(row)
    window = _window([told[0] for told in by_place.values()], by_place.get(chosen, []), zoom)
    marks = [_mark(told, window, chosen) for told in by_place.values()]
    drawn = sorted(_with_names(marks), key=lambda mark: (-mark.radius, -len(mark.rows), mark.name))
    return Chart(window, tuple(lands(window)), tuple(drawn))


def _window(places: Sequence[Row], chosen: Sequence[Row], zoom: int) -> Window:
    if not places:
        return Window(10.0, 15.0, _MOST)
    lons, lats = [float(p.get("longitude")) for p in places], [float(p.get("latitude")) for p in places]
    around = [min(int(p.get("radius") or 0), 400) / _KILOMETRES for p in places]
    south = min(lat - r for lat, r in zip(lats, around, strict=True))
    north = max(lat + r for lat, r in zip(lats, around, strict=True))
    middle = (south + north) / 2
    shorter = math.cos(math.radians(min(70.0, abs(middle))))
    west = min(lon - r / shorter for lon, r in zip(lons, around, strict=True))
    east = max(lon + r / shorter for lon, r in zip(lons, around, strict=True))
    height = max(north - south, (east - west) * shorter * HIGH / WIDE) * _MARGIN
    height = min(_MOST, max(_LEAST, height))
    if chosen and zoom:
        return Window(float(chosen[0].get("longitude")), float(chosen[0].get("latitude")), height / 2**zoom)
    return Window((west + east) / 2, middle, height / 2**zoom)


def _with_names(marks: Sequence[Mark]) -> list[Mark]:
    """The marks, of which those bear their names that cover none before them: the chosen one, then the fullest."""
    taken: list[tuple[float, float, float]] = []
    out = []
    for mark in sorted(marks, key=lambda one: (not one.chosen, -len(one.rows), one.rough, one.name)):
        x, y, half = mark.x * _ROOM, mark.y * _ROOM * HIGH / WIDE, len(mark.written) * _LETTER / 2
        free = all(abs(y - other[1]) > _LINE or abs(x - other[0]) > half + other[2] for other in taken)
        if free and mark.seen:
            taken.append((x, y, half))
        out.append(replace(mark, named=free))
    return out


def _mark(rows: Sequence[Row], window: Window, chosen: str) -> Mark:
    first = rows[0]
    x, y = window.at(float(first.get("longitude")), float(first.get("latitude")))
    radius = int(first.get("radius") or 0)
    high = 100 * radius / _KILOMETRES / window.height
    status = min((row.status for row in rows), key=lambda one: _SUREST.index(one) if one in _SUREST else len(_SUREST))
    return Mark(
        place=first.get("place_id"),
        name=first.get("place"),
        written=first.get("written"),
        level=first.get("level"),
        radius=radius,
        rows=tuple(rows),
        status=status,
        x=round(100 * x / WIDE, 2),
        y=round(100 * y / HIGH, 2),
        size=round(min(22.0, 5 + 2.4 * math.sqrt(len(rows))), 1),
        wide=round(high * HIGH / WIDE, 2),
        high=round(high, 2),
        chosen=first.get("place_id") == chosen,
        seen=0 <= x <= WIDE and 0 <= y <= HIGH,
    )
