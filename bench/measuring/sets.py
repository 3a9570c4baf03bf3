"""Reports with gold claims: which sets there are, where they lie, and reading them through the program's own intake."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from allegiance.errors import AllegianceError, Problem
from allegiance.intake import take
from allegiance.model import Document

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
"""Public data that does not ship with the project: it is looked for in a folder of this name beside the project's."""

EXAMPLES = ROOT / "src/allegiance/examples/reports"
SUFFIXES = (".txt", ".md", ".html")
FIRST_TWO = ("000_", "003_")

GoldFile = Mapping[str, object]
"""A gold file as it stands: the scorer takes it so."""


@dataclass(frozen=True, slots=True)
class Report:
    """One text to be read. `published` is EDTF or empty."""

    name: str
    document: Document
    published: str = ""

    @property
    def words(self) -> int:
        """How many words it has, between white space."""
        return len(self.document.text.split())


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Reports with gold claims.

    Of a `closed` set, which is only ever scored, nothing is shown but totals. A part of another set is not `whole`.
    """

    title: str
    reports: tuple[Report, ...]
    gold: tuple[GoldFile, ...]
    closed: bool = False
    whole: bool = True

    def only(self, title: str, names: Sequence[str]) -> GoldSet:
        """The part of the set that has these reports."""
        reports = tuple(r for r in self.reports if r.name in names)
        return GoldSet(title, reports, tuple(g for g in self.gold if g["doc"] in names), self.closed, whole=False)


def reports_in(folder: Path) -> list[Report]:
    """Every report of a folder, in the order of their names, as the program takes them in.

    Raises AllegianceError where one cannot be taken: a figure over fewer reports than it claims would be wrong.
    """
    paths = sorted(p for p in folder.iterdir() if p.suffix in SUFFIXES and p.name != "README.md")
    out = []
    for item in take([str(path) for path in paths]):
        if isinstance(item, Problem):
            raise AllegianceError(str(item))
        out.append(Report(item.appearance.name, item.document, item.appearance.published))
    return out


def gold_set(title: str, folder: Path, texts: Path | None = None, *, closed: bool = False) -> GoldSet | None:
    """The reports in `texts` (else in `folder`) that have a gold file in `folder`; None where there are none."""
    files = sorted(folder.glob("*.gold.json")) if folder.is_dir() else []
    gold = tuple(json.loads(path.read_text(encoding="utf-8")) for path in files)
    if not gold:
        return None
    named = {str(g["doc"]) for g in gold}
    reports = tuple(r for r in reports_in(texts or folder) if r.name in named)
    missing = named - {r.name for r in reports}
    if missing:
        raise AllegianceError(f"{title}: there is gold without a text for {', '.join(sorted(missing))}")
    return GoldSet(title, reports, gold, closed)


def gold_sets(root: Path = ROOT, shared: Path = SHARED) -> tuple[list[GoldSet], list[str]]:
    """Every set that is there, those that overlap named so, and the names of those that are not."""
    found: list[GoldSet] = []
    absent: list[str] = []
    samples = gold_set("samples: all", shared / "samples")
    if samples is None:
        absent.append("the samples (`../shared/samples`)")
    else:
        first = [r.name for r in samples.reports if r.name.startswith(FIRST_TWO)]
        rest = [r.name for r in samples.reports if r.name not in first]
        parts = [samples.only("samples: the first two", first), samples.only("samples: the others", rest)]
        found += [samples, *(part for part in parts if part.reports)]
    own = (
        ("reports/dev", root / "tests/reports/dev", None, False),
        ("reports/kept", root / "tests/reports/kept", None, True),
        ("examples", root / "tests/examples/gold", root / "src/allegiance/examples/reports", False),
    )
    for title, folder, texts, closed in own:
        one = gold_set(title, folder, texts, closed=closed)
        if one is None:
            absent.append(f"{title} (`{folder.relative_to(root).as_posix()}`)")
        else:
            found.append(one)
    return found, absent
