"""The pages of a served ledger: how long they take while several people read, and the heavy ones by themselves.

    python -m bench.pages [--claims N] [--readers N] [--seconds N] [--rounds N] [--ledger FILE]
    python -m bench.pages --networks N...

The ledger is that of a generated world (`bench/measuring/world/`), its documents a fifth and its actors a tenth of the
claims. It is served by a process of its own. Each reader asks for a page once a second, for dossiers, rosters and
documents in turn, drawn by chance; a page counts from when it was to be asked for until all of it is there, so that a
queue shows. Then the pages that go through much are asked for one by one, while nobody else reads; the first time each
process counts what the ledger rests on.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.measuring.drawn import networks
from bench.measuring.page import table
from bench.measuring.recording import record, write
from bench.measuring.served import Times, addresses, load, one_by_one, serving
from bench.measuring.sets import ROOT
from bench.measuring.speed import apart
from bench.measuring.world.stream import Size, World
from bench.reading import machine

SAMPLE = 100
"""So many actors and documents of each kind are drawn."""
NETWORKS = "## Networks"
OF_NETWORKS = """\
A network is that of one group around which so many actors stand, told of in fifteen years (`bench/measuring/crowd.py`):
its page, asked for twice, and the drawing that its script asks for, in seconds until it is given and in KiB. Then, in
Chromium: from the address until it is drawn, the answer being kept by then; from a click on the outermost dot until its
neighbours alone are shown; from a click on another year, which nobody has asked for, until that is drawn. The memory is
that of the page's objects, and of the process that serves. Of more than five hundred actors the best attested are
drawn, unless one asks for all."""
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
    parser.add_argument("--networks", type=int, nargs="+", default=[], help="measure networks of so many actors alone")
    parser.add_argument("--ledger", type=Path, help="a ledger of a world that was made before, in place of a new one")
    parser.add_argument("--out", type=Path, default=ROOT / "bench/pages.md")
    given = parser.parse_args(arguments)
    command = " ".join(["python -m bench.pages", *(sys.argv[1:] if arguments is None else arguments)])
    if given.networks:
        print(_networks(given.out, given.networks, command))
        return 0
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
        )
    )
    kept = given.out.read_text(encoding="utf-8").partition(NETWORKS)[1:] if given.out.exists() else ()
    given.out.write_text("\n\n".join((told, "".join(kept))).rstrip() + "\n", encoding="utf-8")
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


def _networks(page: Path, sizes: list[int], command: str) -> str:
    """Measure networks, and put them in the place of those that the page has; the rest of it stays."""
    with tempfile.TemporaryDirectory() as name:
        measured = networks(Path(name), sizes)
    when = f"Measured {datetime.now(UTC):%Y-%m-%d} by `{command}`. {machine()}{_busy()}"
    told = "\n\n".join((f"{NETWORKS}\n{when}", OF_NETWORKS, measured)) + "\n"
    before = page.read_text(encoding="utf-8").partition(NETWORKS)[0].rstrip() if page.exists() else ""
    page.write_text(f"{before}\n\n{told}".lstrip(), encoding="utf-8")
    return told


if __name__ == "__main__":
    sys.exit(main())
