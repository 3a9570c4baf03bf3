"""A network drawn by Bokeh: actors on rings around the one asked about, and their ties, as data for the browser.

Nothing of it is code: no callback is written here, and names reach the browser as text.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from allegiance.exports.plain import plain, shortened
from allegiance.model import Answer, Row
from allegiance.web.links import Links

NAMED_AT_MOST = 80
"""Of more actors the names are shown only where one points."""
_LONGEST_NAME = 28
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
_DASHES = {"certain": "solid", "possible": "dashed", "disputed": "dotted"}


def family_of(tie: str) -> str:
    """Under which name of the legend a kind of tie stands."""
    return next(name for name, kinds in _FAMILIES.items() if tie in kinds)


def places(actors: Sequence[Row], ties: Sequence[Row]) -> dict[str, tuple[float, float]]:
    """Where each actor stands: in the middle the one asked about, each other on the ring of its steps.

    Every actor has a share of the circle as wide as what hangs on it, so that branches do not cross.
    """
    steps = {row.get("actor_id"): int(row.get("steps")) for row in actors}
    parent = _parents(steps, ties)
    below: dict[str, list[str]] = defaultdict(list)
    for child, above in parent.items():
        below[above].append(child)
    leaves: dict[str, int] = {}
    for actor in sorted(steps, key=lambda one: -steps[one]):
        leaves[actor] = sum(leaves[child] for child in below[actor]) or 1
    out: dict[str, tuple[float, float]] = {}
    roots = [actor for actor in steps if actor not in parent]
    left = [(root, 2 * math.pi * place / len(roots), 2 * math.pi / len(roots)) for place, root in enumerate(roots)]
    while left:
        actor, begin, wide = left.pop()
        turn = begin + wide / 2
        out[actor] = (steps[actor] * math.cos(turn), steps[actor] * math.sin(turn))
        at = begin
        for child in below[actor]:
            share = wide * leaves[child] / leaves[actor]
            left.append((child, at, share))
            at += share
    return out


def _parents(steps: Mapping[str, int], ties: Iterable[Row]) -> dict[str, str]:
    """For each actor but the first the one through which it was met."""
    out: dict[str, str] = {}
    for row in ties:
        ends = row.get("who_id"), row.get("whom_id")
        for one, other in (ends, ends[::-1]):
            if one in steps and other in steps and steps[other] == steps[one] + 1:
                out.setdefault(other, one)
    return out


def plot(answer: Answer, links: Links, *, dark: bool) -> dict[str, Any]:
    """The drawing as Bokeh's JSON, to be embedded by its own script."""
    from bokeh.embed import json_item
    from bokeh.models import ColumnDataSource, HoverTool, OpenURL, TapTool
    from bokeh.models.renderers import DataRenderer
    from bokeh.plotting import figure

    palette = DARK if dark else LIGHT
    actors = [row for row in answer.rows if row.get("section") == "actor"]
    ties = [row for row in answer.rows if row.get("section") == "tie"]
    at = places(actors, ties)
    made = figure(
        sizing_mode="stretch_width",
        height=620,
        match_aspect=True,
        toolbar_location="above",
        tools="pan,wheel_zoom,box_zoom,reset,save",
        background_fill_color=palette.paper,
        border_fill_color=palette.paper,
        outline_line_color=None,
    )
    made.axis.visible = made.grid.visible = False
    made.toolbar.logo = None  # It leads to another host.
    made.toolbar.active_drag = None  # A finger that scrolls the page must not move the drawing.
    beads: list[DataRenderer] = []
    for name, rows in _by_family(ties):
        source, colour = ColumnDataSource(data=_tie_columns(rows, at)), palette.ties[name]
        made.segment(
            *("x0", "y0", "x1", "y1"),
            source=source,
            line_color=colour,
            line_width="width",
            line_dash="dash",
            line_alpha=0.8,
            legend_label=name,
        )
        # Lines meet in their ends, where all of them would answer at once: each has a bead of its own to point at.
        beads.append(made.scatter("xb", "yb", size=7, color=colour, source=source, legend_label=name))
    nodes = ColumnDataSource(data=_actor_columns(actors, at, links, palette))
    dots = made.scatter(
        *("x", "y"), size="size", marker="marker", fill_color="colour", line_color=palette.paper, source=nodes
    )
    if len(actors) <= NAMED_AT_MOST:
        made.text(
            *("x", "y", "name"), source=nodes, y_offset=-10, text_align="center", text_font_size="12px",
            text_color=palette.ink,
        )  # fmt: skip
    made.add_tools(
        HoverTool(renderers=[dots], tooltips=[("", "@full"), ("is a", "@kind"), ("ties", "@ties")]),
        HoverTool(renderers=beads, tooltips=[("", "@words"), ("status", "@status"), ("sources", "@sources")]),
        TapTool(renderers=[dots], callback=OpenURL(url="@href", same_tab=True)),
    )
    if ties:
        made.legend.click_policy = "hide"
        made.legend.location = "top_left"
        made.legend.label_text_color = palette.ink
        made.legend.background_fill_color = palette.paper
        made.legend.border_line_color = None
    item: dict[str, Any] = dict(json_item(made))
    return item


def _by_family(ties: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    for name in _FAMILIES:
        rows = [row for row in ties if family_of(row.get("tie")) == name]
        if rows:
            yield name, rows


def _tie_columns(ties: Sequence[Row], at: Mapping[str, tuple[float, float]]) -> dict[str, list[Any]]:
    ends = [(at[row.get("who_id")], at[row.get("whom_id")]) for row in ties]
    beads = [_bead(one, other, place) for (one, other), place in zip(ends, _places_between(ties), strict=True)]
    return {
        "xb": [x for x, _ in beads],
        "yb": [y for _, y in beads],
        "x0": [one[0] for one, _ in ends],
        "y0": [one[1] for one, _ in ends],
        "x1": [other[0] for _, other in ends],
        "y1": [other[1] for _, other in ends],
        "width": [1.2 + min(4, int(row.get("sources") or 1)) * 0.8 for row in ties],
        "dash": [_DASHES.get(row.status, "dashed") for row in ties],
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


def _actor_columns(
    actors: Sequence[Row], at: Mapping[str, tuple[float, float]], links: Links, palette: Palette
) -> dict[str, list[Any]]:
    names = [plain(row.get("actor")) for row in actors]
    return {
        "x": [at[row.get("actor_id")][0] for row in actors],
        "y": [at[row.get("actor_id")][1] for row in actors],
        "full": names,
        "name": [shortened(name, _LONGEST_NAME) for name in names],
        "kind": [row.get("actor_kind") for row in actors],
        "ties": [row.get("ties") for row in actors],
        "size": [9 + 3 * math.sqrt(int(row.get("ties"))) for row in actors],
        "marker": [_MARKERS.get(row.get("actor_kind"), "diamond") for row in actors],
        "colour": [palette.nodes.get(row.get("actor_kind"), palette.soft) for row in actors],
        # Bokeh encodes what it puts into an address, so that it is given as it reads.
        "href": [unquote(links.page("actor", row.get("actor_id"))) for row in actors],
    }
