"""The packaged base map: countries as paths of a drawing, cut to a window. Made with Natural Earth data.

`ATTRIBUTION.md` beside this file says how the data was taken and changed.
"""

from __future__ import annotations

import io
import json
import math
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

WIDE, HIGH = 1600, 1000
"""The units of a drawing: every map has this shape."""
_COARSE_FROM = 50.0
"""Degrees of latitude: a window that is at least so high is drawn from the coarse countries."""
_STEEPEST = 70.0
_BEYOND = 2.0

Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Window:
    """What a map shows: its middle, and how many degrees of latitude it is high."""

    longitude: float
    latitude: float
    height: float

    @property
    def width(self) -> float:
        """Degrees of longitude, of which one is shorter the further from the equator its middle lies."""
        return self.height * WIDE / HIGH / math.cos(math.radians(min(_STEEPEST, abs(self.latitude))))

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place is drawn, in units from the top left."""
        x = (longitude - self.longitude) / self.width + 0.5
        return x * WIDE, (0.5 - (latitude - self.latitude) / self.height) * HIGH

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a place lies in it."""
        x, y = self.at(longitude, latitude)
        return 0 <= x <= WIDE and 0 <= y <= HIGH


@dataclass(frozen=True, slots=True)
class Land:
    """A country as it is drawn: an SVG path in units, and where its name stands, None where it has no room."""

    name: str
    path: str
    label: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class _Country:
    """A country's rings, the largest first, each with the box that it lies in: west, south, east, north (degrees)."""

    name: str
    rings: tuple[tuple[tuple[float, float, float, float], Ring], ...]


def lands(window: Window) -> list[Land]:
    """The countries that a window shows."""
    out = []
    for country in _countries("coarse.json" if window.height >= _COARSE_FROM else "fine.json"):
        cut = [ring for box, whole in country.rings if _meets(box, window) and (ring := _cut(whole, window))]
        if cut:
            path = "".join(f"M{'L'.join(f'{x:.0f} {y:.0f}' for x, y in ring)}Z" for ring in cut)
            out.append(Land(country.name, path, _label(cut)))
    return out


@cache
def _countries(member: str) -> tuple[_Country, ...]:
    data = resources.files(__package__).joinpath("world.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        told = json.loads(packed.read(member))
    return tuple(_Country(name, tuple(map(_ring, rings))) for name, rings in told)


def _ring(steps: Sequence[int]) -> tuple[tuple[float, float, float, float], Ring]:
    points: Ring = []
    x = y = 0
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / 100, y / 100))
    easts, norths = [x for x, _ in points], [y for _, y in points]
    return (min(easts), min(norths), max(easts), max(norths)), points


def _meets(box: tuple[float, float, float, float], window: Window) -> bool:
    west, south, east, north = box
    half, up = window.width / 2, window.height / 2
    return (
        west <= window.longitude + half
        and east >= window.longitude - half
        and south <= window.latitude + up
        and north >= window.latitude - up
    )


def _cut(ring: Ring, window: Window) -> Ring:
    """A ring in units without what cannot be seen: of a run beyond one side its first and last points are enough.

    So are of points that lie in one unit. Empty where nothing of it is left to draw.
    """
    out: Ring = []
    sides: list[int] = []
    for point in ring:
        x, y = window.at(*point)
        x, y = min(max(x, -_BEYOND * WIDE), (1 + _BEYOND) * WIDE), min(max(y, -_BEYOND * HIGH), (1 + _BEYOND) * HIGH)
        side = (x < 0) | (x > WIDE) << 1 | (y < 0) << 2 | (y > HIGH) << 3
        if side and len(out) > 1 and side & sides[-1] & sides[-2]:
            out[-1], sides[-1] = (x, y), side
        elif not out or side or sides[-1] or abs(x - out[-1][0]) + abs(y - out[-1][1]) >= 1.5:
            out.append((x, y))
            sides.append(side)
    common = 15
    for side in sides:
        common &= side
    return out if len(out) > 2 and not common else []


def _label(rings: Sequence[Ring]) -> tuple[float, float] | None:
    """The middle of the largest part that is seen, if that is large enough for a name."""
    seen = []
    for ring in rings:
        inside = [(min(max(x, 0), WIDE), min(max(y, 0), HIGH)) for x, y in ring]
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(inside, (*inside[1:], inside[0]), strict=True)) / 2
        if area:
            pairs = zip(inside, (*inside[1:], inside[0]), strict=True)
            crossed = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairs]
            x = sum((a[0] + b[0]) * c for a, b, c in crossed) / (6 * area)
            y = sum((a[1] + b[1]) * c for a, b, c in crossed) / (6 * area)
            seen.append((abs(area), x, y))
    largest, x, y = max(seen, default=(0.0, 0.0, 0.0))
    return (x, y) if largest > WIDE * HIGH / 60 and 0 < x < WIDE and 0 < y < HIGH else None
