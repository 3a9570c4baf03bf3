"""Who is who over the packaged example: B³ of the program's actors against those that the story means.

    python -m bench.resolution [--root FOLDER] [--out FILE] [--verbose]

The reports are read as `allegiance demo` reads them. A mention is a name that the story gives for one of its actors,
in a report where it means him; those that the reader did not find in a claim are counted apart, and have no part in
the measure (Bagga and Baldwin, 1998). A name by which one report means two of the story's actors is right with
either. A wrong merge is an actor under whom mentions stand that no one actor of the story explains.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import yaml

from allegiance import pipeline
from allegiance.errors import Problem
from allegiance.intake import IntakeSettings
from allegiance.ledger import Ledger, open_ledger
from allegiance.names import key
from allegiance.parallel import readers
from allegiance.resolving import resolve_names
from bench.measuring.page import table
from bench.measuring.sets import ROOT

Mention = tuple[str, str]
"""A report and the key of a name in it."""


@dataclass(frozen=True, slots=True)
class Bcubed:
    """How well clusters of mentions agree with the story's. Precision and recall are means over the mentions."""

    mentions: int
    precision: float
    recall: float
    wrong: int

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def bcubed(meant: Mapping[Mention, frozenset[str]], given: Mapping[Mention, str]) -> Bcubed:
    """B³ over the mentions that both have. One that means two actors counts with the actor that serves it better."""
    both = sorted(meant.keys() & given.keys())
    ours, theirs = defaultdict(set), defaultdict(set)
    for mention in both:
        ours[given[mention]].add(mention)
        for actor in meant[mention]:
            theirs[actor].add(mention)
    precision = recall = 0.0
    for mention in both:
        cluster = ours[given[mention]]
        best = max((len(cluster & theirs[actor]), -len(theirs[actor])) for actor in meant[mention])
        precision += best[0] / len(cluster)
        recall += best[0] / -best[1]
    wrong = sum(not frozenset.intersection(*(meant[m] for m in cluster)) for cluster in ours.values())
    return Bcubed(len(both), precision / max(1, len(both)), recall / max(1, len(both)), wrong)


def story(path: Path) -> dict[str, tuple[str, dict[Mention, str]]]:
    """By the actor's id: its kind, and its mentions with the names as written."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    out: dict[str, tuple[str, dict[Mention, str]]] = {}
    for actor in told["actors"]:
        mentions = {(doc, key(name)): name for name, docs in actor["names"].items() for doc in docs}
        out[actor["id"]] = (actor["kind"], mentions)
    return out


def read(ledger: Ledger, folder: Path) -> dict[Mention, str]:
    """Read the reports of a folder, and give the actor of each name. Raises AssertionError where one is not read."""
    names: dict[str, set[str]] = defaultdict(set)
    batch = ledger.batch()
    with batch, readers(pipeline.english_reader) as reading:
        for done in pipeline.record(ledger, batch, [str(folder)], IntakeSettings(), reading):
            assert not isinstance(done, Problem), str(done)
            names[done.appearance.document].add(done.appearance.name)
    resolve_names(ledger)
    return {(doc, use.key): use.actor for use in ledger.names() for doc in names[use.document]}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Gives the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--root", type=Path, default=ROOT, help="where the project lies")
    parser.add_argument("--out", type=Path, default=ROOT / "bench/resolution.md")
    parser.add_argument("--verbose", action="store_true", help="show who stands as several, or with another")
    asked = parser.parse_args(arguments)
    actors = story(asked.root / "tests/examples/story.yaml")
    with tempfile.TemporaryDirectory() as folder, open_ledger(f"sqlite:///{folder}/ledger.db") as ledger:
        given = read(ledger, asked.root / "src/allegiance/examples/reports")
    rows = []
    for kind in ("person", "group"):
        those: dict[Mention, set[str]] = defaultdict(set)
        for actor, (what, mentions) in actors.items():
            for mention in mentions if what == kind else ():
                those[mention].add(actor)
        meant = {mention: frozenset(some) for mention, some in those.items()}
        found = bcubed(meant, given)
        figures = [f"{value:.3f}" for value in (found.precision, found.recall, found.f1)]
        rows.append([kind, str(len(meant)), str(found.mentions), *figures, str(found.wrong)])
    heads = ("kind", "mentions in the story", "found in claims", "B³ P", "R", "F1", "wrong merges")
    told = f"Measured {datetime.now(UTC):%Y-%m-%d} by `python -m bench.resolution`, which writes this page."
    body = (__doc__ or "").split("\n\n", 2)[2].strip()
    page = f"# Who is who over the packaged example\n\n{told}\n\n{body}\n\n{table(heads, rows)}\n"
    asked.out.write_text(page, encoding="utf-8")
    print(page)
    if asked.verbose:
        print("\n".join(differences(actors, given)))
    return 0


def differences(actors: Mapping[str, tuple[str, Mapping[Mention, str]]], given: Mapping[Mention, str]) -> list[str]:
    """Each actor of the story that stands as several, and each of ours under whom several stand."""
    lines, under = [], defaultdict(set)
    for actor, (_, mentions) in actors.items():
        parts: dict[str, list[str]] = defaultdict(list)
        for mention in sorted(mentions.keys() & given.keys()):
            parts[given[mention]].append(f"{mentions[mention]} ({mention[0]})")
            under[given[mention]].add(actor)
        if len(parts) > 1:
            lines += [
                f"{actor} stands as {len(parts)}",
                *(f"    {id}: {'; '.join(said)}" for id, said in parts.items()),
            ]
    return lines + [f"under {id} stand {', '.join(sorted(some))}" for id, some in under.items() if len(some) > 1]


if __name__ == "__main__":
    sys.exit(main())
