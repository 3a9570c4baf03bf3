"""A ledger of a generated world with a known truth: how fast it records, and whether and how fast it answers.

    python -m bench.ledger [--claims N …] [--documents N] [--actors N] [--rounds N] [--share N] [--no-postgres]
        [--keep FOLDER]

The world is invented, and reports of it are generated with what must be answered (`bench/measuring/world/`): written
from the documentation alone, apart from the code that answers. Contradictions, denials, hearsay, copies, false deaths
and imprecise dates are planted. Documents are a fifth and actors a tenth of the claims, unless they are given.
A theatre of some four hundred actors, of whom reports speak together, is a part of it: from ten thousand claims on as
much is told of one actor in a large world as in a small one.

Recording is from the exchange format, documents whole, in batches, on disk, from parsing the lines to the last commit;
the tables that answers use are kept meanwhile, and it is measured apart how long they take to rebuild, and how long it
takes to resolve names. Every planted question is asked; *false certainty* is an answer that leaves no doubt where the
plant does. Times are those of an open ledger in one process, a view opened and the actor found by name each time.
*Processor* leaves out what the machine did meanwhile, and what a server does.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.measuring.asking import Grade
from bench.measuring.page import table
from bench.measuring.querying import KINDS, Asked, Timed, ask, by_class
from bench.measuring.recording import Recorded, record, write
from bench.measuring.sets import ROOT
from bench.measuring.speed import apart
from bench.measuring.world.stream import Size, World
from bench.reading import machine

SHOWN = 400
"""How many characters of an answer that was not as planted are shown."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One size: recording on each store by its name, and what was asked of the first."""

    size: Size
    recorded: dict[str, Recorded]
    asked: Asked


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write. Gives the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000], help="sizes, each measured by itself")
    parser.add_argument("--documents", type=int, default=0, help="documents of each; else a fifth of the claims")
    parser.add_argument("--actors", type=int, default=0, help="persons and groups; else a tenth of the claims")
    parser.add_argument("--rounds", type=int, default=100, help="how often each kind of question is timed")
    parser.add_argument("--share", type=int, default=1, help="ask what is planted in one theatre of so many")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-postgres", action="store_true", help="measure SQLite alone")
    parser.add_argument("--keep", type=Path, help="a folder that each world and its ledger stay in")
    parser.add_argument("--out", type=Path, default=ROOT / "bench/ledger.md")
    given = parser.parse_args(arguments)
    command = " ".join(["python -m bench.ledger", *(sys.argv[1:] if arguments is None else arguments)])
    found: list[Measured] = []
    with _server(not given.no_postgres) as fresh:
        for claims in given.claims:
            size = Size(claims, given.documents or claims // 5, given.actors or claims // 10)
            with _folder(given.keep, claims) as folder:
                found.append(_measured(World(size, given.seed), folder, fresh, given.rounds, given.share))
            # A size may take an hour: what was measured before it is kept if that is broken off.
            given.out.write_text(written(found, command), encoding="utf-8")
    print(written(found, command))
    return 0


@contextmanager
def _server(wanted: bool) -> Iterator[Callable[[], str] | None]:
    """What gives the address of an empty database of PostgreSQL; None where none is wanted or can be had."""
    sys.path.insert(0, str(ROOT / "tests"))
    from ledger.servers import NoServer, running

    if not wanted:
        yield None
        return
    try:
        with running("") as server:
            yield server.database
    except NoServer as error:
        print(f"PostgreSQL is not measured: {error}", file=sys.stderr)
        yield None


@contextmanager
def _folder(keep: Path | None, claims: int) -> Iterator[Path]:
    """An empty folder for a world of that size: one that stays, inside `keep`, else one that goes."""
    if keep is None:
        with tempfile.TemporaryDirectory() as name:
            yield Path(name)
        return
    folder = keep / str(claims)
    folder.mkdir(parents=True)
    yield folder


def _measured(world: World, folder: Path, fresh: Callable[[], str] | None, rounds: int, share: int) -> Measured:
    """Write a world to an empty folder, record it in each store, and ask."""
    apart(write, world, folder)
    address = f"sqlite:///{folder / 'ledger.db'}"
    recorded = {"SQLite": apart(record, folder, address, rebuild=True)}
    if fresh:
        recorded["PostgreSQL"] = apart(record, folder, fresh(), rebuild=True)
    return Measured(world.size, recorded, apart(ask, folder, address, rounds, share))


def written(found: Sequence[Measured], command: str) -> str:
    """The whole page."""
    head = f"Measured {datetime.now(UTC):%Y-%m-%d} by `{command}`. {machine()}"
    told = (__doc__ or "").split("\n\n", 2)[2].strip()
    last = found[-1]
    return (
        "\n\n".join(
            (
                "# A ledger with a known truth",
                head,
                told,
                "## Recording",
                _recording(found),
                f"## What was planted, in {last.size.claims:,} claims",
                _planted(last.asked),
                "## Not as planted",
                _failures(last.asked),
                f"## How long an answer takes, in {last.size.claims:,} claims",
                _times(last.asked.times),
                "## Growth",
                _growth(found),
            )
        )
        + "\n"
    )


def _recording(found: Sequence[Measured]) -> str:
    heads = (
        "store",
        "claims",
        "documents",
        "claims a second",
        "a second of processor",
        "rebuilding, s",
        "resolving names, s",
        "memory, MiB: loaded",
        "recorded",
        "names resolved",
    )
    rows = [
        [
            store,
            f"{one.claims:,}",
            f"{one.documents:,}",
            f"{one.claims / one.recording:,.0f}",
            f"{one.claims / one.worked:,.0f}",
            f"{one.rebuilding:.1f}" if one.rebuilding else "",
            f"{one.resolving:.1f}",
            f"{one.loaded:.0f}",
            f"{one.recorded:.0f}",
            f"{one.peak:.0f}",
        ]
        for each in found
        for store, one in each.recorded.items()
    ]
    return table(heads, rows)


def _planted(asked: Asked) -> str:
    heads = ("asked", "questions", *(grade.value for grade in Grade))
    rows = [_graded(kind, [by.get(grade, 0) for grade in Grade]) for kind, by in sorted(asked.grades.items())]
    return table(heads, [*rows, _graded("all", [asked.count(grade) for grade in Grade])])


def _graded(kind: str, counts: Sequence[int]) -> list[str]:
    return [kind, f"{sum(counts):,}", *(f"{count:,}" for count in counts)]


def _failures(asked: Asked) -> str:
    """Each class of failures with an example."""
    told = []
    for (plant, kind), some in by_class(asked.failures).items():
        one = min(some, key=lambda each: each.graded.grade is not Grade.FALSE_CERTAINTY)
        grades = ", ".join(f"{n} {grade}" for grade in Grade if (n := sum(e.graded.grade is grade for e in some)))
        names = f" {', '.join(one.apart)} stands for several actors: names were not joined." if one.apart else ""
        told.append(
            f"- **{plant.replace('_', ' ')}**, {kind} ({grades}): `{one.graded.question}`.{names}\n"
            f"  - planted: {one.graded.wanted}\n"
            f"  - answered: {one.graded.given[:SHOWN]}"
        )
    return "\n".join(told) or "Nothing."


def _times(times: Sequence[Timed]) -> str:
    heads = ("question", "asked", "rows", "p50, ms", "p95, ms", "processor p50, ms", "processor p95, ms", "wanted p95")
    rows = [
        [
            one.kind,
            str(one.asked),
            f"{one.rows:.1f}",
            *(f"{ms:.1f}" for ms in (one.middle, one.most, one.processor_middle, one.processor_most)),
            str(KINDS[one.kind]),
        ]
        for one in times
    ]
    return table(heads, rows)


def _growth(found: Sequence[Measured]) -> str:
    heads = ("claims", "recording, claims a second", "right", "false certainty", *(f"{kind}, p95 ms" for kind in KINDS))
    rows = []
    for each in found:
        one, asked = each.recorded["SQLite"], each.asked
        questions = sum(asked.count(grade) for grade in Grade)
        rows.append(
            [
                f"{one.claims:,}",
                f"{one.claims / one.recording:,.0f}",
                f"{asked.count(Grade.RIGHT):,} of {questions:,}",
                f"{asked.count(Grade.FALSE_CERTAINTY):,}",
                *(f"{timed.most:.1f}" for timed in asked.times),
            ]
        )
    return table(heads, rows)


if __name__ == "__main__":
    sys.exit(main())
