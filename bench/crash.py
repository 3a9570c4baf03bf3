"""What is left of a ledger when what records into it is killed, a hundred times over.

    python -m bench.crash [--times N] [--out FILE]

A process records reports of five claims each, committing every seven reports, into a new ledger after every ten kills;
at a random moment within 0.3 seconds it is killed (SIGKILL), and the ledger is opened, counted and checked as
`allegiance doctor check` does. For PostgreSQL the server itself is killed too, with all its processes, a fifth as
often; it writes to disk as it does by default. Lost means: the process had been told that it was recorded, and it is
not there. The script ends with an error at the first report that is lost, doubled or halved, and at the first fault.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from bench.measuring.page import table
from bench.measuring.sets import ROOT

A_LEDGER = 10
"""After how many kills a new ledger is begun: each is gone through after every kill, and grows."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, count, and write the page. Returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--times", type=int, default=100, help="how often a process is killed on each store")
    parser.add_argument("--out", type=Path, default=ROOT / "bench/crash.md", help="where the page goes")
    asked = parser.parse_args(arguments)
    sys.path.insert(0, str(ROOT / "tests"))  # The tests kill a few times in the same way.
    from ledger.killing import killed
    from ledger.servers import SAFE, NoServer, running

    def end(process: subprocess.Popen[str]) -> None:
        process.kill()

    rows = []

    def row(what: str, fresh: Callable[[], str], times: int, kill: Callable[[subprocess.Popen[str]], None]) -> None:
        chance, kept = Random(1918), 0
        for begun in range(0, times, A_LEDGER):
            kept += killed(fresh(), min(A_LEDGER, times - begun), chance, kill)[-1]
        rows.append([what, str(times), str(kept), "0", "0", "0"])
        print(*rows[-1], sep="  ", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        row("SQLite, process killed", lambda: f"{folder}/{len(list(Path(folder).glob('*.db')))}.db", asked.times, end)
    try:
        with running(SAFE) as server:
            row("PostgreSQL, process killed", server.database, asked.times, end)
            row("PostgreSQL, server killed", server.database, max(1, asked.times // 5), lambda _: server.kill())
    except NoServer as reason:
        print(f"PostgreSQL left out: {reason}")
    heads = ("what", "times", "reports recorded by then", "lost", "doubled or halved", "faults")
    told = f"Measured {datetime.now(UTC):%Y-%m-%d} by `python -m bench.crash`, which writes this page."
    body = (__doc__ or "").split("\n\n", 2)[2].strip()
    page = f"# Killed while recording\n\n{told}\n\n{body}\n\n{table(heads, rows)}\n"
    asked.out.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
