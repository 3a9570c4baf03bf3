"""The pages of a served ledger: how long they take while several people read, and the heavy ones by themselves.

    python -m bench.pages [--claims N] [--readers N] [--seconds N] [--rounds N] [--actors N] [--ledger FILE]

The ledger is that of a generated world (`bench/measuring/world/`), its documents a fifth and its actors a tenth of the
claims. It is served by a process of its own. Each reader asks for a page once a second, for dossiers, rosters and
documents in turn, drawn by chance; a page counts from when it was to be asked for until all of it is there, so that a
queue shows. Then the pages that go through much are asked for one by one, while nobody else reads; the first time each
process counts what the ledger rests on. A network is that of one group around which so many actors stand: its page, and
the drawing that its script asks for, in bytes and seconds until it is given; what a browser then takes is measured in
Chromium, where one is there.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from allegiance.web.links import Links
from bench.measuring.page import table
from bench.measuring.recording import record, write
from bench.measuring.served import HOST, Times, addresses, get, load, one_by_one, serving, with_network
from bench.measuring.sets import ROOT
from bench.measuring.speed import apart
from bench.measuring.world.stream import Size, World
from bench.reading import machine

SAMPLE = 100
"""So many actors and documents of each kind are drawn."""
HEAVY = {
    "first page": "/",
    "disagreements": "/disagreements",
    "vacancies": "/vacancies",
    "map": "/map",
    "changes since ever": "/changes?since=2000-01-01",
    "doubtful claims": "/review/claims",
    "reports": "/reports",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write. Gives the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5, help="how often each heavy page is asked for")
    parser.add_argument("--actors", type=int, default=500, help="around the group of the network")
    parser.add_argument("--ledger", type=Path, help="a ledger of a world that was made before, in place of a new one")
    parser.add_argument("--out", type=Path, default=ROOT / "bench/pages.md")
    given = parser.parse_args(arguments)
    command = " ".join(["python -m bench.pages", *(sys.argv[1:] if arguments is None else arguments)])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = given.ledger or _world(folder, given.claims)
        address = f"sqlite:///{path}"
        wanted = addresses(address, SAMPLE)
        with serving(address) as served:
            heavy = one_by_one(served.port, HEAVY, given.rounds)
            before = served.worked()
            read = load(served.port, wanted, given.readers, given.seconds)
            each = 1000 * (served.worked() - before) / sum(one.asked for one in read)
        network = _network(folder / "network.db", given.actors)
    claims = f"{given.claims:,} claims"
    told = "\n\n".join(
        (
            "# The pages of a served ledger",
            f"Measured {datetime.now(UTC):%Y-%m-%d} by `{command}`. {machine()}{_busy()}",
            (__doc__ or "").split("\n\n", 2)[2].strip(),
            f"## {given.readers} readers, a page a second each, {claims}",
            _table(read),
            f"The process that serves took {each:.0f} ms of processor time for a page, of any kind.",
            f"## One by one, {claims}",
            _table(heavy),
            f"## A network of {given.actors} actors",
            network,
        )
    )
    given.out.write_text(told + "\n", encoding="utf-8")
    print(told)
    return 0


def _busy() -> str:
    """How much else the machine had to do, where the system tells: figures by the clock are of a machine as busy."""
    if not hasattr(os, "getloadavg"):
        return ""
    return f"; the load of the machine was {os.getloadavg()[2]:.0f} over a quarter of an hour, this measure's included."


def _world(folder: Path, claims: int) -> Path:
    world = World(Size(claims, claims // 5, claims // 10), 1)
    apart(write, world, folder)
    apart(record, folder, f"sqlite:///{folder / 'ledger.db'}")
    return folder / "ledger.db"


def _table(times: Sequence[Times]) -> str:
    heads = ("page", "asked", "p50, ms", "p95, ms", "worst, ms", "not given")
    rows = [
        [one.kind, str(one.asked), f"{one.middle:.0f}", f"{one.most:.0f}", f"{one.worst:.0f}", str(one.failed)]
        for one in times
    ]
    return table(heads, rows)


def _network(path: Path, actors: int) -> str:
    group = apart(with_network, path, actors)
    page = Links().page("network", group)
    rows = []
    with serving(f"sqlite:///{path}") as served_by:
        port = served_by.port
        for name in ("first time", "again"):
            _, bytes_of_page, served = get(port, page)
            status, size, drawn = get(port, f"{page}/plot?depth=1")
            assert status == 200, status
            in_browser = f"{seconds:.1f}" if (seconds := _drawn(port, page)) else "no browser"
            rows.append(
                [name, f"{served:.1f}", str(bytes_of_page // 1024), f"{drawn:.1f}", str(size // 1024), in_browser]
            )
    heads = ("", "page, s", "KiB", "its drawing, s", "KiB", "until it is drawn in Chromium, s")
    return table(heads, rows)


def _drawn(port: int, page: str) -> float:
    """Seconds until a browser shows the drawing, from the address on; 0 where there is none."""
    from time import perf_counter

    sys.path.insert(0, str(ROOT / "tests"))
    from web.serving import installed_browser, opened_browser

    if not installed_browser():
        return 0.0
    with opened_browser() as browser, suppress(TimeoutError):
        opened = browser.new_page()
        start = perf_counter()
        opened.goto(f"http://{HOST}:{port}{page}")
        opened.locator("#plot canvas").first.wait_for(timeout=120_000)
        return perf_counter() - start
    return 0.0


if __name__ == "__main__":
    sys.exit(main())
