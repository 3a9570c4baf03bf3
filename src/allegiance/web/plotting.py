"""A network drawn by Bokeh: actors on rings around the one asked about, and their ties, as data for the browser.

Nothing of it is code: no callback is written here, and names reach the browser as text.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from allegiance.exports.plain import plain, shortened
from allegiance.model import Answer, Coverage, Row
from allegiance.web.crowding import MOST_DRAWN, actors_of, parents, ties_of, weights
from allegiance.web.links import Links

NAMED_AT_MOST = 50
"""So many actors bear their names in the drawing, those of most sources first; the others where one points."""
CROWD = 120
"""From so many ties on they are drawn thin, and without beads."""
_HIGH, _ROOM = 640, 500
"""Pixels of a drawing from top to bottom, and, about, from the top of the outermost ring to its bottom."""
_ROOMY = 700
"""In a drawing of so many pixels from left to right as many actors as are drawn at most have room."""
WIDE = 1100
"""Pixels of a drawing from left to right, where the browser does not say how many it has."""
_LETTER, _LINE = 6.2, 13
"""Pixels of a letter and of a line of a name, about."""
RING_AT_MOST = 48
"""Of more actors as far away, each stands on one of several rings, so that dots do not cover each other."""
_RINGS = 9
"""So many rings stand at most for one step; of a larger crowd as many as leave the least room between two dots."""
_CROWD_OF_A_RING = 9
_LONGEST_NAME = 28
_BESIDE, _BESIDE_AT_MOST = 90, 0.7
"""Pixels for names at either side of the rings, and at most that share of the rings' width, both sides together."""
_MARKERS = {"person": "circle", "group": "square", "place": "triangle"}
_FAMILIES: Mapping[str, tuple[str, ...]] = {
    "posts and members": ("leads", "post", "member"),
    "allegiance": ("pledged", "part of", "merged into"),
    "allies and supporters": ("allied", "supports", "linked", "agreement"),
    "rivals and splits": ("rival", "split from"),
    "founders": ("founded",),
}


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a drawing on light or on dark paper."""

    ink: str
    soft: str
    paper: str
    nodes: Mapping[str, str]
    ties: Mapping[str, str]


_TIES = ("posts and members", "allegiance", "allies and supporters", "rivals and splits", "founders")
LIGHT = Palette(
    *("#1e2328", "#555c63", "#ffffff"),
    {"person": "#17664a", "group": "#0f4f6e", "place": "#7f5200", "unknown": "#555c63"},
    dict(zip(_TIES, ("#3d7d64", "#2f6fa8", "#3b8f8a", "#b5483c", "#77649a"), strict=True)),
)
DARK = Palette(
    *("#e7e4dc", "#a7adb3", "#1b1f23"),
    {"person": "#74d3a5", "group": "#8cc8e8", "place": "#e8bd66", "unknown": "#a7adb3"},
    dict(zip(_TIES, ("#74d3a5", "#8cc8e8", "#7fd0ca", "#ff998d", "#cfaceb"), strict=True)),
)
ACTORS, TIES = "actors", "ties"
"""What the drawing's data are called, by which the script of the page finds who was chosen."""
_SMALLEST = 0.5
"""As a share of a dot's size otherwise, that of the least in a drawing of thousands."""
_FADED = 0.08
_TOLD_AT_ONCE = 3
"""Of so many dots beneath the pointer the words are shown: of a crowd they would cover the drawing."""
_DASHES = {"certain": "solid", "possible": "dashed", "disputed": "dotted"}


def family_of(tie: str) -> str:
    """Under which name of the legend a kind of tie stands."""
    return next(name for name, kinds in _FAMILIES.items() if tie in kinds)


def places(actors: Sequence[Row], ties: Sequence[Row]) -> dict[str, tuple[float, float]]:
    """Where each actor stands: in the middle the one asked about, each other on the ring of its steps.

    Every actor has a share of the circle as wide as what hangs on it, so that branches do not cross. Where many are as
    far away, they stand on several rings close to each other.
    """
    steps = {row.get("actor_id"): int(row.get("steps")) for row in actors}
    parent = parents(steps, ties)
    below: dict[str, list[str]] = defaultdict(list)
    for child, above in parent.items():
        below[above].append(child)
    leaves: dict[str, int] = {}
    for actor in sorted(steps, key=lambda one: -steps[one]):
        leaves[actor] = sum(leaves[child] for child in below[actor]) or 1
    crowd = Counter(steps.values())
    rings = {step: _rings(many) for step, many in crowd.items()}
    met: Counter[int] = Counter()
    out: dict[str, tuple[float, float]] = {}
    roots = [actor for actor in steps if actor not in parent]
    left = [(root, 2 * math.pi * place / len(roots), 2 * math.pi / len(roots)) for place, root in enumerate(roots)]
    while left:
        actor, begin, wide = left.pop()
        turn = begin + wide / 2
        far = _distance(steps[actor], met[steps[actor]], rings[steps[actor]])
        met[steps[actor]] += 1
        out[actor] = (far * math.cos(turn), far * math.sin(turn))
        at = begin
        for child in below[actor]:
            share = wide * leaves[child] / leaves[actor]
            left.append((child, at, share))
            at += share
    return out


def _rings(many: int) -> int:
    """On how many rings so many actors stand that are as far away: in a large crowd as far apart as along a ring."""
    few = -(-many // RING_AT_MOST)
    return few if few <= _RINGS else max(_RINGS, round(math.sqrt(many / _CROWD_OF_A_RING)))


def _distance(step: int, place: int, rings: int) -> float:
    """How far from the middle the actor stands that comes as the `place`-th of its step, on one of so many rings."""
    return step + (0.7 * (place * 2 % rings if rings % 2 else place % rings) / rings - 0.3 if rings > 1 and step else 0)


def plot(answer: Answer, links: Links, *, dark: bool, wide: int = WIDE) -> dict[str, Any]:
    """The drawing as Bokeh's JSON, to be embedded by its own script; `wide` are the pixels that it has."""
    from bokeh.embed import json_item
    from bokeh.models import ColumnDataSource, DataRange1d, HoverTool, Scatter, TapTool, Text
    from bokeh.models.annotations import Legend
    from bokeh.models.renderers import DataRenderer
    from bokeh.plotting import figure

    palette = DARK if dark else LIGHT
    actors, ties = actors_of(answer), ties_of(answer)
    at = places(actors, ties)
    made = figure(
        sizing_mode="stretch_width",
        height=_HIGH,
        x_range=DataRange1d(range_padding=_padding(wide)),
        toolbar_location="above",
        tools="pan,wheel_zoom,box_zoom,reset,save",
        background_fill_color=palette.paper,
        border_fill_color=palette.paper,
        outline_line_color=None,
    )
    made.axis.visible = made.grid.visible = False
    made.toolbar.logo = None  # It leads to another host.
    made.toolbar.active_drag = None  # A finger that scrolls the page must not move the drawing.
    crowded = len(ties) >= CROWD
    # Of thousands of ties in one point, each as strong as of a hundred, nothing is seen but a disc.
    strength = 0.3 * math.sqrt(CROWD / len(ties)) if crowded else 0.8
    beads: list[DataRenderer] = []
    if ties:
        made.add_layout(Legend(orientation="horizontal", ncols=2, location="left", margin=0), "below")
    for name, rows in _by_family(ties):
        source, colour = ColumnDataSource(data=_tie_columns(rows, at, crowded=crowded), name=TIES), palette.ties[name]
        # What is as faint as one tie of thousands cannot be seen in the legend: a line without length stands for it.
        made.line([0, 0], [0, 0], line_color=colour, line_width=2, legend_label=name)
        made.segment(
            *("x0", "y0", "x1", "y1"),
            source=source,
            line_color=colour,
            line_width="width",
            line_dash="dash",
            line_alpha=strength,
            selection_line_alpha=0.8,
            nonselection_line_alpha=min(_FADED, strength),
            legend_label=name,
        )
        # Lines meet in their ends, where all of them would answer at once: each has a bead of its own to point at.
        if not crowded:
            bead = made.scatter("xb", "yb", size=5, color=colour, source=source, legend_label=name)
            bead.nonselection_glyph = Scatter(
                x="xb", y="yb", size=5, fill_color=colour, fill_alpha=_FADED, line_alpha=0
            )
            beads.append(bead)
    nodes = ColumnDataSource(data=_actor_columns(actors, at, weights(ties), links, palette, wide), name=ACTORS)
    dots = made.scatter(
        *("x", "y"), size="size", marker="marker", fill_color="colour", line_color=palette.paper, source=nodes,
        nonselection_fill_alpha=0.2,
    )  # fmt: skip
    for outline in (palette.paper, None):  # The outline is drawn over its own letters, and so beneath others.
        words = Text(
            x="x", y="y", text="name", y_offset="above", text_align="center", text_font_size="12px",
            text_color=palette.ink, text_outline_color=outline, text_outline_width=3,
        )  # fmt: skip
        faded = words.clone()
        faded.text_alpha = 0.3
        made.add_glyph(nodes, words, nonselection_glyph=faded)
    made.add_tools(
        HoverTool(
            renderers=[dots],
            limit=_TOLD_AT_ONCE,
            tooltips=[("", "@full"), ("is a", "@kind"), ("ties", "@ties"), ("sources", "@sources")],
        ),
        HoverTool(
            renderers=beads,
            limit=_TOLD_AT_ONCE,
            tooltips=[("", "@words"), ("status", "@status"), ("sources", "@sources")],
        ),
        TapTool(renderers=[dots]),
    )
    if ties:
        made.legend.click_policy = "hide"
        made.legend.label_text_color = palette.ink
        made.legend.background_fill_color = palette.paper
        made.legend.border_line_color = None
    item: dict[str, Any] = dict(json_item(made))
    return item


def warm() -> None:
    """Draw nothing, so that whoever asks for the first drawing does not wait until all that draws has been loaded."""
    plot(Answer("network", (), (), Coverage(0, 0)), Links(), dark=False)


def _by_family(ties: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    for name in _FAMILIES:
        rows = [row for row in ties if family_of(row.get("tie")) == name]
        if rows:
            yield name, rows


def _padding(wide: int) -> float:
    """The room beside the rings in a drawing of so many pixels, as a share of the rings' width."""
    return min(_BESIDE_AT_MOST, 2 * _BESIDE / max(1, wide - 2 * _BESIDE)) if wide > 2 * _BESIDE else _BESIDE_AT_MOST


def _tie_columns(ties: Sequence[Row], at: Mapping[str, tuple[float, float]], *, crowded: bool) -> dict[str, list[Any]]:
    """The lines of ties, and where they are no crowd their beads, with the words that stand at them."""
    ends = [(at[row.get("who_id")], at[row.get("whom_id")]) for row in ties]
    wide = 0.5 if crowded else 1.0
    lines: dict[str, list[Any]] = {
        "x0": [round(one[0], 4) for one, _ in ends],
        "y0": [round(one[1], 4) for one, _ in ends],
        "x1": [round(other[0], 4) for _, other in ends],
        "y1": [round(other[1], 4) for _, other in ends],
        "width": [wide * (1.2 + min(4, int(row.get("sources") or 1)) * 0.8) for row in ties],
        "dash": [_DASHES.get(row.status, "dashed") for row in ties],
        "who": [row.get("who_id") for row in ties],
        "whom": [row.get("whom_id") for row in ties],
    }
    if crowded:
        return lines
    beads = [_bead(one, other, place) for (one, other), place in zip(ends, _places_between(ties), strict=True)]
    return lines | {
        "xb": [x for x, _ in beads],
        "yb": [y for _, y in beads],
        "words": [plain(f"{row.get('who')} · {row.get('role') or row.get('tie')} · {row.get('whom')}") for row in ties],
        "status": [row.status for row in ties],
        "sources": [row.get("sources") for row in ties],
    }


def _places_between(ties: Sequence[Row]) -> Iterator[int]:
    """For each tie how many others there were before it between the same two."""
    met: Counter[frozenset[str]] = Counter()
    for row in ties:
        pair = frozenset((row.get("who_id"), row.get("whom_id")))
        yield met[pair]
        met[pair] += 1


def _bead(one: tuple[float, float], other: tuple[float, float], place: int) -> tuple[float, float]:
    """Where a tie's bead lies: about its middle, and the more ties there are between the two, the further out."""
    near, far = sorted((one, other), key=lambda at: math.hypot(*at))
    share = 0.5 + 0.08 * (place % 5)
    return near[0] + (far[0] - near[0]) * share, near[1] + (far[1] - near[1]) * share


def _with_room(wanted: Sequence[tuple[int, tuple[float, float], str, float]], wide: int) -> set[int]:
    """Which of these names can be shown in a drawing so wide without covering one before it; of few, all.

    Each is its place among all, where its dot stands, its words and how far above the dot they stand.
    """
    if len(wanted) <= NAMED_AT_MOST / 2:
        return {place for place, *_ in wanted}
    far = [max(1e-9, max(at[axis] for _, at, *_ in wanted) - min(at[axis] for _, at, *_ in wanted)) for axis in (0, 1)]
    across, down = wide / (1 + _padding(wide)) / far[0], _ROOM / far[1]
    taken: list[tuple[float, float, float]] = []
    out: set[int] = set()
    for place, (x, y), name, above in wanted:
        left, top, half = x * across, y * down - above, len(name) * _LETTER / 2
        if all(abs(top - other[1]) > _LINE or abs(left - other[0]) > half + other[2] for other in taken):
            taken.append((left, top, half))
            out.add(place)
        if len(out) == NAMED_AT_MOST:
            break
    return out


def _actor_columns(
    actors: Sequence[Row],
    at: Mapping[str, tuple[float, float]],
    weight: Counter[str],
    links: Links,
    palette: Palette,
    wide: int,
) -> dict[str, list[Any]]:
    ids = [row.get("actor_id") for row in actors]
    names = [plain(row.get("actor")) for row in actors]
    sources = [weight[id] for id in ids]
    room = min(1.0, wide / _ROOMY) if len(actors) > RING_AT_MOST else 1.0
    small = max(_SMALLEST, min(1.0, math.sqrt(MOST_DRAWN * room / max(1, len(actors)))))
    sizes = [round(small * min(34.0, 7 + 2.4 * math.sqrt(many)), 1) for many in sources]
    heights = [round(-4 - size / 2, 1) for size in sizes]
    first = sorted(range(len(actors)), key=lambda place: (int(actors[place].get("steps")) > 0, -sources[place]))
    shown = [shortened(name, _LONGEST_NAME) for name in names]
    named = _with_room([(place, at[ids[place]], shown[place], heights[place]) for place in first], wide)
    kinds = [row.get("actor_kind") for row in actors]
    return {
        "id": ids,
        "sources": sources,
        "above": heights,
        "x": [round(at[id][0], 4) for id in ids],
        "y": [round(at[id][1], 4) for id in ids],
        "full": names,
        "name": [name if place in named else "" for place, name in enumerate(shown)],
        "kind": kinds,
        "ties": [row.get("ties") for row in actors],
        "size": sizes,
        "marker": [_MARKERS.get(kind, "diamond") for kind in kinds],
        "colour": [palette.nodes.get(kind, palette.soft) for kind in kinds],
        "href": [links.page("actor", id) for id in ids],
        "around": [links.page("network", id) for id in ids],
    }
