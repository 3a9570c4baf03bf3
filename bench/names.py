"""How well and how fast names are compared: ours beside nomenklatura's logic-v2, in one run on the same pairs.

    python -m bench.names [--shared FOLDER] [--names N] [--out FILE]

Prints what it measured. Where logic-v2 is installed (`pip install allegiance[bench]`, which needs ICU) it is measured
too, and the page is written; where it is not, the page stays as the last run with both left it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from textwrap import fill

from allegiance.actors.compare import LIKELY, SAME_FROM
from bench.measuring.compared import Found, Lookup, Rated, logic_v2, lookups, ours, rate, traps
from bench.measuring.page import share, table
from bench.measuring.pairs import PairSet, load
from bench.measuring.sets import ROOT, SHARED
from bench.reading import machine

RIVAL_LIKELY = 0.7
"""The score from which logic-v2's own benchmark and its users call two names the same."""

GRID = tuple(step / 20 for step in range(4, 20))
"""The scores among which the best of either is looked for, on the half that was tuned on."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write. Gives the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=SHARED, help="where the public data lies")
    parser.add_argument("--names", type=int, default=100_000, help="among how many names one is looked up")
    parser.add_argument("--out", type=Path, default=ROOT / "bench/names.md")
    given = parser.parse_args(arguments)
    sets, absent = load(given.shared)
    rival = logic_v2()
    rated = [(one, rate(one.pairs, ours), rate(one.pairs, rival) if rival else ()) for one in sets]
    looked_up = lookups(sets, given.names) if sets else None
    text = page(rated, absent, looked_up, traps(ours), traps(rival) if rival else None)
    print(text)
    if rival is None:
        print("logic-v2 is not installed, so that only ours was measured, and no page written", file=sys.stderr)
    else:
        given.out.write_text(text, encoding="utf-8")
    return 0


def page(
    rated: Sequence[tuple[PairSet, Sequence[Rated], Sequence[Rated]]],
    absent: Sequence[str],
    looked_up: Lookup | None,
    trapped: Found,
    rival_trapped: Found | None,
) -> str:
    """What was measured, as Markdown."""
    head = (
        f"Measured {datetime.now(UTC):%Y-%m-%d} by `python -m bench.names`. {machine()}. Every measure ran in one "
        "process on one thread; a second is one of processor time. Figures of another machine differ: read them as "
        "ratios."
    )
    how = (
        "Each set has pairs of one actor's names and, as hard as they come, pairs of two actors': for each name, the "
        "names of others that are nearest to it by their sorted words. Everybody falls into one of two halves by "
        "the hash of his id; rules and weights were made looking at one half, and the figures are of the other. "
        f"*Likely* is a score from {LIKELY} up, *same* the verdict, which begins at {SAME_FROM} and is given to no "
        f"single name. logic-v2 is cut where its own benchmark cuts it ({RIVAL_LIKELY}); and "
        "either at the score that served it best on the other half."
    )
    lacking = "".join(f"\n- not there, and left out: {name}" for name in absent)
    which = "\n".join(f"- {one.title}: {one.what}" for one, _, _ in rated) + lacking
    rows = [row for one, own, rival in rated for row in _rows(one, own, rival)]
    figures = table(("pairs", "same", "different", "called the same by", "P", "R", "F1"), rows)
    speeds = table(
        ("pairs", "ours, ms a pair", "logic-v2, ms a pair"),
        [(one.title, _pace(own), _pace(rival)) for one, own, rival in rated],
    )
    parts = ["# Comparing names", fill(head, 118), "## Pairs", fill(how, 118, break_on_hyphens=False), which, figures]
    parts += ["## Traps", fill(_trap_words(trapped, rival_trapped), 118, break_on_hyphens=False)]
    parts += ["## Speed", speeds]
    if looked_up:
        parts += [fill(_lookup_words(looked_up), 118, break_on_hyphens=False)]
    return "\n\n".join(parts) + "\n"


def _rows(one: PairSet, own: Sequence[Rated], rival: Sequence[Rated]) -> list[tuple[str, ...]]:
    kept = [rated for rated in own if rated.pair.held_out]
    same = sum(rated.pair.same for rated in kept)
    size = (f"{same:,}", f"{len(kept) - same:,}")
    found = [(f"ours, likely (score ≥ {LIKELY})", Found.of(kept, lambda r: r.score >= LIKELY))]
    if one.single:
        found.append((f"ours, score ≥ {SAME_FROM}", Found.of(kept, lambda r: r.score >= SAME_FROM)))
    else:
        found.append(("ours, verdict same", Found.of(kept, lambda r: r.same)))
    found.append(_best("ours", own))
    if rival:
        held = [rated for rated in rival if rated.pair.held_out]
        found.append((f"logic-v2, score ≥ {RIVAL_LIKELY}", Found.of(held, lambda r: r.score >= RIVAL_LIKELY)))
        found.append(_best("logic-v2", rival))
    return [
        (one.title, *size, by, *(share(v) for v in (x.figure.precision, x.figure.recall, x.figure.f1)))
        for by, x in found
    ]


def _best(who: str, rated: Sequence[Rated]) -> tuple[str, Found]:
    """What the score gives that does best on the half that was tuned on."""
    tuned = [one for one in rated if not one.pair.held_out]
    kept = [one for one in rated if one.pair.held_out]
    cut = max(GRID, key=lambda cut: Found.of(tuned, lambda one: one.score >= cut).figure.f1)
    return f"{who}, its best score, ≥ {cut:.2f}", Found.of(kept, lambda one: one.score >= cut)


def _pace(rated: Sequence[Rated]) -> str:
    return f"{sum(one.seconds for one in rated) * 1000 / len(rated):.3f}" if rated else "not installed"


def _trap_words(trapped: Found, rival: Found | None) -> str:
    beside = (
        f" logic-v2 scores {rival.called} of them at {RIVAL_LIKELY} or more."
        if rival
        else " logic-v2 is not installed."
    )
    return (
        f"Of {trapped.pairs} pairs that one is tempted to take for one actor (`tests/actors/traps.csv`, with the "
        f"reason why each is two), {trapped.called} are called the same; {trapped.likely} score {LIKELY} or more, "
        "and are unsure." + beside
    )


def _lookup_words(found: Lookup) -> str:
    return (
        f"Among {found.names:,} names (the UN list's, and others made of their words), the names likely to be another "
        f"spelling of one are found in {found.median * 1000:.0f} ms (median of {found.asked} lookups; one in twenty "
        f"took {found.slow * 1000:.0f} ms or more); making the index took {found.made:.0f} s. Of the pairs above that "
        f"compare as likely the same, the name looked for was among the first ten in {share(found.recall)}."
    )


if __name__ == "__main__":
    sys.exit(main())
