"""The codebook's scorer, loaded from where it stands beside the project, and what it says as typed values.

It is not copied here: one page defines what a right claim is, and one program applies it.
"""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import cast

from allegiance.errors import AllegianceError
from allegiance.exchange import claim_object
from allegiance.model import Claim
from bench.measuring.sets import SHARED, GoldSet, Report

ReadReport = Callable[[Report], Sequence[Claim]]
"""Anything that gives a report's claims: the reader, or its rival."""

ClaimObject = Mapping[str, object]
"""A claim of the exchange format as the scorer takes it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """How many were right, how many were said, how many gold has."""

    right: int
    said: int
    gold: int

    @property
    def precision(self) -> float:
        """Of what was said, the part that is right."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """Of what gold has, the part that was said."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.said + self.gold) if self.said + self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """What the scorer gives on one set. `certainty` is the macro F1 over certainties other than stated."""

    strict: Figure
    core: Figure
    every: Figure
    certainty: float
    types: Mapping[str, Figure]
    attributes: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Wrong:
    """Gold claims that nothing said matches, and said claims that match no gold, of one document."""

    document: str
    missing: tuple[ClaimObject, ...]
    extra: tuple[ClaimObject, ...]
    matched: tuple[ClaimObject, ...]
    gold: tuple[ClaimObject, ...]
    actors: Mapping[str, Sequence[str]]


class Scorer:
    """The scorer's functions, with types."""

    def __init__(self, module: ModuleType) -> None:
        self._module = module

    def score(self, gold: GoldSet, said: Mapping[str, Sequence[Claim]]) -> Scores:
        """Score the claims of every report of a set, by the report's name."""
        docs = {str(g["doc"]): g for g in gold.gold}
        lines = [claim_object(claim, name) for name, claims in said.items() for claim in claims]
        tally, attributes, _, strict, confusion = self._module.score(docs, lines)
        minor = self._module.MINOR
        core = _sum([row for kind, row in tally.items() if kind not in minor])
        return Scores(
            Figure(int(strict), core.said, core.gold),
            core,
            _sum(list(tally.values())),
            float(self._module.macro_certainty(confusion)),
            {str(kind): Figure(*row) for kind, row in sorted(tally.items())},
            {str(name): Figure(right, asked, asked) for name, (right, asked) in sorted(attributes.items())},
        )

    def wrong(self, gold: GoldSet, said: Mapping[str, Sequence[Claim]]) -> list[Wrong]:
        """What the scorer found missing and extra, document by document, taken from its own account of it."""
        out = []
        for one in gold.gold:
            doc = str(one["doc"])
            lines = [claim_object(claim, doc) for claim in said.get(doc, ())]
            claims = cast(Sequence[ClaimObject], one["claims"])
            log = Counter(self._module.score({doc: one}, lines)[2])
            missing = _logged(log, claims, lambda c, doc=doc: f"missing {doc} {self._module.brief(c)}")  # type: ignore[misc]
            extra = _logged(log, lines, lambda c, doc=doc: f"extra   {doc} {self._module.brief(c)}")  # type: ignore[misc]
            gone = {id(c) for c in (*missing, *extra)}
            matched = tuple(c for c in lines if id(c) not in gone)
            actors = cast(Mapping[str, Sequence[str]], one.get("actors", {}))
            out.append(Wrong(doc, missing, extra, matched, tuple(claims), actors))
        return out

    def key_matches(self, gold: ClaimObject, said: ClaimObject, actors: Mapping[str, Sequence[str]]) -> bool:
        """Whether type, polarity and key roles agree."""
        return bool(self._module.key_matches(gold, said, actors))

    def agrees(self, said: object, gold: object, actors: Mapping[str, Sequence[str]]) -> bool:
        """Whether what fills a role (an object or a string) is what gold has there, under any of its names."""
        if not said or not gold:
            return False
        names = self._module.gold_names(gold, actors)
        return bool(self._module.same(self._module.said_names(said), names, self._module.described(gold, actors)))

    def keys(self, kind: str) -> tuple[str, ...]:
        """The key roles of a type."""
        return tuple(self._module.KEYS.get(kind, ()))


def _sum(rows: Sequence[Sequence[int]]) -> Figure:
    return Figure(*(sum(row[i] for row in rows) for i in range(3)))


def _logged(
    log: Counter[str], claims: Sequence[ClaimObject], line: Callable[[ClaimObject], str]
) -> tuple[ClaimObject, ...]:
    """Those of the claims that the log names, each as often as it is named."""
    left = Counter(log)
    out = []
    for claim in claims:
        text = line(claim)
        if left[text] > 0:
            left[text] -= 1
            out.append(claim)
    return tuple(out)


def load_scorer(shared: Path = SHARED) -> Scorer | None:
    """The scorer, or None where it does not stand beside the project. Raises AllegianceError where it does not load."""
    path = shared / "eval/score.py"
    if not path.is_file():
        return None
    spec = importlib.util.spec_from_file_location("codebook_scorer", path)
    if spec is None or spec.loader is None:
        raise AllegianceError(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return Scorer(module)


def read_all(reports: Sequence[Report], read: ReadReport) -> dict[str, tuple[Claim, ...]]:
    """The claims of each report, by its name."""
    return {report.name: tuple(read(report)) for report in reports}
