"""The register by size: how long it takes to compile and to load, to find its names in text, and in how much memory.

    python -m bench.register [--sizes N,N] [--out FILE]

The names are generated, the texts are the packaged examples. Each size is loaded in a fresh process. Prints what it
measured, and writes it down with the date and the machine.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from textwrap import fill

from allegiance.actors import Name, Record, load_register
from allegiance.actors.files import as_lines
from bench.measuring.page import table
from bench.measuring.sets import EXAMPLES, ROOT, reports_in
from bench.measuring.speed import MIB, apart
from bench.reading import machine

SIZES = (0, 50_000, 1_000_000)
"""Names beside the packaged ones."""

ROUNDS = 5
NAMES_EACH = 4
SYLLABLES = "ba ra ka mi do su el an or in ta ni ve zo ul ha qa fe la mu".split()
HEADS = "Front Army Brigade Movement Council Force Battalion Union".split()


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds by the clock, microseconds of processor time a word, MiB of memory, of a register with so many names."""

    names: int
    compiled: float
    loaded: float
    word: float
    found: int
    memory: float
    file: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write. Gives the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="names beside the packaged ones")
    parser.add_argument("--out", type=Path, default=ROOT / "bench/register.md")
    given = parser.parse_args(arguments)
    rows = []
    for size in map(int, given.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            files = [str(made(Path(folder), size))] if size else []
            cache = str(Path(folder) / "cache")
            seconds = apart(compiled, files, cache)
            rows.append(apart(measured, files, cache, seconds))
    text = page(rows)
    given.out.write_text(text, encoding="utf-8")
    print(text)
    return 0


def made(folder: Path, size: int) -> Path:
    """A register file of so many invented names, each body with several."""
    dice = random.Random(size)

    def words(few: int, many: int) -> str:
        return " ".join(
            "".join(dice.choice(SYLLABLES) for _ in range(dice.randint(2, 4))).capitalize()
            for _ in range(dice.randint(few, many))
        )

    path = folder / "made.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(size // NAMES_EACH):
            others = tuple(Name(name=words(2, 5)) for _ in range(NAMES_EACH - 1))
            name = f"{words(2, 4)} {dice.choice(HEADS)}"
            record = Record(id=f"made-{number}", kind="group", name=name, names=others, sources=("generated",))
            out.writelines(as_lines([record]))
    return path


def compiled(files: Sequence[str], cache: str) -> float:
    """How many seconds a first load takes, which compiles."""
    os.environ["ALLEGIANCE_CACHE"] = cache
    start = time.perf_counter()
    load_register([Path(file) for file in files])
    return time.perf_counter() - start


def measured(files: Sequence[str], cache: str, seconds: float) -> Measured:
    """What a later load, and finding names, take."""
    import psutil

    os.environ["ALLEGIANCE_CACHE"] = cache
    process = psutil.Process()
    before = process.memory_info().rss
    start = time.perf_counter()
    names = load_register([Path(file) for file in files]).names()
    loaded = time.perf_counter() - start
    texts = [report.document.text for report in reports_in(EXAMPLES)]
    count = sum(len(text.split()) for text in texts)
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.process_time()
        found = sum(len(names.find(text)) for text in texts)
        best = min(best, time.process_time() - begun)
    memory = (process.memory_info().rss - before) / MIB
    file = sum(path.stat().st_size for path in Path(cache).iterdir()) / MIB
    return Measured(len(names), seconds, loaded, best / count * 1e6, found, memory, file)


def page(rows: Sequence[Measured]) -> str:
    """What was measured, as Markdown."""
    head = (
        f"Measured {datetime.now(UTC):%Y-%m-%d} by `make bench` (`python -m bench.register`). {machine()}. Figures of "
        "another machine, or of a busier one, differ: read them as ratios."
    )
    how = (
        "The first row is the packaged register; the others have generated names beside it. Compiling happens once, "
        "when a file has changed; loading is all that any later command does. Names are looked for in the packaged "
        f"example reports; the time is the best of {ROUNDS} rounds, in processor time. The memory is what the process "
        "holds more after loading and finding: a compiled register is mapped, and processes share it."
    )
    figures = table(
        ("names", "compile, s", "load, s", "find, µs a word", "found", "memory, MiB", "file, MiB"),
        [
            (f"{r.names:,}", f"{r.compiled:,.1f}", f"{r.loaded:.3f}", f"{r.word:.1f}", f"{r.found:,}",
             f"{r.memory:,.0f}", f"{r.file:,.0f}")
            for r in rows
        ],
    )  # fmt: skip
    return "\n\n".join(["# The register by size", *(fill(text, 118) for text in (head, how)), figures]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
