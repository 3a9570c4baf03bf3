"""Accuracy: the reader on everything with gold that is there, beside a rival, to docs/accuracy.md.

    python -m bench.accuracy [--root FOLDER] [--shared FOLDER] [--out FILE]

The same code gives the same page, but for its date. What is not there is named on it and skipped.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from allegiance import __version__
from allegiance.actors import load_register
from allegiance.model import Claim
from allegiance.reading.reader import EnglishReader
from bench.measuring import findings, isaf, re3d
from bench.measuring.causes import Causes, causes
from bench.measuring.nearest import NearestName
from bench.measuring.scoring import Figure, Scorer, Scores, load_scorer, read_all
from bench.measuring.sets import ROOT, SHARED, GoldSet, Report, gold_sets
from bench.measuring.triples import Triples, triples

RESAMPLES = 2000
PAGE = ROOT / "docs/accuracy.md"
SHOWN = ROOT / "src/allegiance/exports/measured.json"
"""What of it the program's own pages show."""
Said = dict[str, tuple[Claim, ...]]
"""The claims of each report, by its name."""


@dataclass(frozen=True, slots=True)
class Readings:
    """Both ways of reading, by what the page calls them."""

    reader: EnglishReader
    rival: NearestName
    triples: Triples | None = None

    def ours(self, report: Report) -> list[Claim]:
        """What the program's reader says."""
        found, _ = self.reader.read(report.document, report.published)
        return [finding.claim for finding in found]

    def theirs(self, report: Report) -> list[Claim]:
        """What the rival says."""
        return self.rival.claims(report.document)

    def by_triples(self, report: Report) -> list[Claim]:
        """What the triples of an open extraction system say, where it is installed."""
        return self.triples.claims(report.document) if self.triples else []


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and write the page. Gives the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--root", type=Path, default=ROOT, help="where the project's own reports lie")
    parser.add_argument("--shared", type=Path, default=SHARED, help="where the public data and the scorer lie")
    parser.add_argument("--out", type=Path, default=PAGE)
    given = parser.parse_args(arguments)
    text = measured(given.root, given.shared)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(text, encoding="utf-8")
    if given.out == PAGE:
        SHOWN.write_text(shown_on_pages(text), encoding="utf-8")
    print(text)
    return 0


def shown_on_pages(text: str) -> str:
    """What the program's own pages show of what this page says of the kept reports, as JSON; `{}` where none."""
    date = re.search(r"^Measured (\S+) by", text, re.MULTILINE)
    row = re.search(r"^\| reports/kept, reader \|(.*)\|$", text, re.MULTILINE)
    if date is None or row is None:
        return "{}\n"
    cells = [cell.strip() for cell in row[1].split("|")]
    said = {"measured": date[1], "reports": int(cells[0]), "precision": float(cells[5]), "recall": float(cells[6])}
    return json.dumps(said, indent=2) + "\n"


def measured(root: Path = ROOT, shared: Path = SHARED) -> str:
    """The whole page."""
    reader = EnglishReader(load_register().names(), is_taught=True)
    readings = Readings(reader, NearestName(reader), triples(reader))
    scorer = load_scorer(shared)
    sets, absent = gold_sets(root, shared)
    releases, annotated = isaf.load(shared), re3d.load(shared)
    absent += [] if scorer else ["the codebook's scorer (`../shared/eval/score.py`), without which no claim is scored"]
    absent += [] if releases else ["the ISAF releases (`../shared/data/isaf`)"]
    absent += [] if annotated else ["re3d (`../shared/data/re3d`)"]
    absent += [] if readings.triples else ["textacy (`pip install .[bench]`), whose triples are a rival"]
    parts = [findings.head(f"{datetime.now(UTC):%Y-%m-%d}", __version__, digest(), absent)]
    if scorer and sets:
        parts.append(findings.gold(scored(sets, readings, scorer)))
    if releases:
        parts.append(findings.releases(*forms(releases, readings)))
    if scorer and annotated:
        both = [(one, readings.ours(one.report), readings.theirs(one.report)) for one in annotated]
        ours = re3d.measure([(one, claims) for one, claims, _ in both], scorer)
        rival = re3d.measure([(one, claims) for one, _, claims in both], scorer)
        parts.append(findings.pairs(ours, rival, len(annotated)))
    parts.append(findings.LIMITS)
    return "\n\n".join(part.strip() for part in parts) + "\n"


def scored(sets: Sequence[GoldSet], readings: Readings, scorer: Scorer) -> list[findings.SetFindings]:
    """Every set, by the reader and by the rival. Of a closed set nothing is kept but totals."""
    cache: dict[str, tuple[Said, Said, Said]] = {}
    out = []
    for one in sets:
        whole = one.title.partition(":")[0]
        if whole not in cache:
            ways = (readings.ours, readings.theirs, readings.by_triples)
            first, second, third = (read_all(one.reports, way) for way in ways)
            cache[whole] = first, second, third
        ours, theirs, told = cache[whole]
        scores = scorer.score(one, ours)
        why: Causes | None = None if one.closed else causes(scorer.wrong(one, ours), scorer)
        others = scorer.score(one, theirs), interval(one, ours, scorer), why
        out.append(findings.SetFindings(one, scores, *others, scorer.score(one, told) if readings.triples else None))
    return out


def interval(one: GoldSet, said: Mapping[str, Sequence[Claim]], scorer: Scorer) -> tuple[float, float]:
    """Where the strict F1 lies in 95 of 100 sets that are drawn, with replacement, from these reports."""
    each = [_strict(scorer.score(one.only(one.title, [report.name]), said)) for report in one.reports]
    draw = random.Random(0)
    values = sorted(_f1(draw.choices(each, k=len(each))) for _ in range(RESAMPLES))
    return values[int(0.025 * RESAMPLES)], values[int(0.975 * RESAMPLES) - 1]


def _strict(scores: Scores) -> Figure:
    return scores.strict


def _f1(figures: Sequence[Figure]) -> float:
    right, said, gold = (sum(getattr(f, name) for f in figures) for name in ("right", "said", "gold"))
    return Figure(right, said, gold).f1


def forms(releases: Sequence[isaf.Release], readings: Readings) -> tuple[list[isaf.Row], list[isaf.Row]]:
    """The releases by the reader and by the rival."""
    ours = [(isaf.form_of(isaf.told(readings.reader, r.report.document)), r.coded) for r in releases]
    rival = [(isaf.spotted(r.report.document.text), r.coded) for r in releases]
    return isaf.measure(ours), isaf.measure(rival)


def digest() -> str:
    """Which reader was measured: a hash of all files that it is made of, its rules and word lists among them."""
    whole = hashlib.sha256()
    base = ROOT / "src/allegiance/reading"
    for path in sorted(p for p in base.rglob("*") if p.suffix in (".py", ".yaml")):
        whole.update(path.relative_to(base).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()[:12]


if __name__ == "__main__":
    sys.exit(main())
