"""The page of a network in a browser: until it is drawn, one of its dots is chosen, another year is shown."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from allegiance.web.links import Links
from bench.measuring.crowd import with_network
from bench.measuring.page import table
from bench.measuring.served import HOST, Served, get, serving
from bench.measuring.sets import ROOT
from bench.measuring.speed import apart

_PATIENCE = 120_000
_WAYS = {"the best attested": "", "all": "1"}
"""How a network is drawn, and what its address says of that."""
_HEADS = (
    *("actors", "drawn", "page, s", "again, s", "KiB", "its drawing, s", "KiB"),
    *("until it is drawn, s", "a dot is chosen, s", "another year, s", "browser, MiB", "server, MiB"),
)
_PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))"
_OUTERMOST = """() => {
    const [view] = Bokeh.index.roots, frame = view.frame;
    const { data } = [...Bokeh.documents.at(-1)._all_models.values()].find((model) => model.name === "actors");
    let place = 0;
    data.x.forEach((x, at) => { if (x ** 2 + data.y[at] ** 2 > data.x[place] ** 2 + data.y[place] ** 2) place = at; });
    return [frame.x_scale.compute(data.x[place]), frame.y_scale.compute(data.y[place])];
}"""


@dataclass(frozen=True, slots=True)
class InBrowser:
    """Seconds until a network was drawn, a dot of it chosen, another year shown; and the MiB of the page's objects."""

    drawn: float
    chosen: float
    year: float
    heap: float


def networks(folder: Path, sizes: list[int]) -> str:
    """The table of networks of so many actors each."""
    rows = [row for actors in sizes for row in _rows(folder / f"{actors}.db", actors)]
    return table(_HEADS, rows)


def _rows(path: Path, actors: int) -> list[list[str]]:
    group = apart(with_network, path, actors)
    rows = []
    for way, whole in _WAYS.items():
        page = Links().page("network", group, whole=whole)
        with serving(f"sqlite:///{path}") as served:
            _, bytes_of_page, first = get(served.port, page)
            _, _, again = get(served.port, page)
            status, size, took = get(served.port, Links().page("network", group, "plot", depth="1", whole=whole))
            assert status == 200, status
            seen = in_browser(served.port, page)
            told = [f"{first:.2f}", f"{again:.2f}", f"{bytes_of_page // 1024}", f"{took:.2f}", f"{size // 1024}"]
            times = (
                [f"{seen.drawn:.2f}", f"{seen.chosen:.2f}", f"{seen.year:.2f}", f"{seen.heap:.0f}"]
                if seen
                else ["–"] * 4
            )
            rows.append([f"{actors:,}", way, *told, *times, _memory(served)])
    return rows


def in_browser(port: int, page: str) -> InBrowser | None:
    """What a browser of this machine takes; None where there is none."""
    sys.path.insert(0, str(ROOT / "tests"))
    from web.serving import installed_browser, opened_browser

    if not installed_browser():
        return None
    with opened_browser() as browser:
        opened = browser.new_page(viewport={"width": 1200, "height": 1000})
        opened.set_default_timeout(_PATIENCE)
        canvas = opened.locator("#plot canvas").first

        def painted() -> float:
            canvas.wait_for()
            opened.evaluate(_PAINTED)
            return perf_counter() - start

        start = perf_counter()
        opened.goto(f"http://{HOST}:{port}{page}")
        drawn = painted()
        canvas.scroll_into_view_if_needed()
        box, (x, y) = canvas.bounding_box(), opened.evaluate(_OUTERMOST)
        assert box is not None
        start = perf_counter()
        opened.mouse.click(box["x"] + x, box["y"] + y)
        opened.locator("#chosen:not([hidden])").wait_for()
        chosen = painted()
        watching = opened.context.new_cdp_session(opened)
        watching.send("Performance.enable")
        told = {one["name"]: one["value"] for one in watching.send("Performance.getMetrics")["metrics"]}
        years = opened.locator(".periods a")
        start = perf_counter()
        years.nth(years.count() // 2).click()
        opened.wait_for_url("**on=*")
        return InBrowser(drawn, chosen, painted(), told["JSHeapUsedSize"] / 2**20)


def _memory(served: Served) -> str:
    """The MiB that the process that serves holds, where the system tells."""
    try:
        told = Path(f"/proc/{served.process}/status").read_text()
    except OSError:
        return "–"
    return f"{int(told.partition('VmRSS:')[2].split()[0]) / 1024:.0f}"
