"""Pairs of names rated by ours and by nomenklatura's logic-v2, and names looked up among many."""

from __future__ import annotations

import csv
import importlib
import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from allegiance.actors import Candidates, Verdict, compare
from allegiance.actors.compare import LIKELY
from allegiance.doctor import SCHEMAS
from allegiance.model import Kind
from bench.measuring.pairs import Pair, PairSet
from bench.measuring.scoring import Figure
from bench.measuring.sets import ROOT

Rater = Callable[[str, str, str], tuple[float, bool]]
"""From a schema and two names to a score and whether they are called the same."""

ASKED = 300
"""So many names are looked up."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A pair with its score, whether it was called the same, and how long that took, in seconds of processor time."""

    pair: Pair
    score: float
    same: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Found:
    """How many pairs there were, how many were called the same or likely so, and how many of both rightly."""

    pairs: int
    called: int
    likely: int
    figure: Figure

    @staticmethod
    def of(rated: Sequence[Rated], called: Callable[[Rated], bool]) -> Found:
        """What these come to where `called` says which are called the same."""
        hits = [one for one in rated if called(one)]
        figure = Figure(sum(one.pair.same for one in hits), len(hits), sum(one.pair.same for one in rated))
        return Found(len(rated), len(hits), sum(one.score >= LIKELY for one in rated), figure)


@dataclass(frozen=True, slots=True)
class Lookup:
    """Names looked up among many: how many there were, seconds for one, for the slow ones, and how many were found."""

    names: int
    asked: int
    made: float
    median: float
    slow: float
    recall: float


def ours(schema: str, one: str, other: str) -> tuple[float, bool]:
    """As `allegiance doctor compare` rates them."""
    found = compare(one, other, SCHEMAS[schema.casefold()])
    return found.score, found.verdict is Verdict.SAME


def logic_v2() -> Rater | None:
    """As logic-v2 rates two entities that have nothing but these names, or nothing where it is not installed."""
    try:
        algorithm: Any = importlib.import_module("nomenklatura.matching.logic_v2.model").LogicV2
        settings: Any = importlib.import_module("nomenklatura.matching.types").ScoringConfig.defaults()
        model: Any = importlib.import_module("followthemoney").model
    except ImportError:
        return None
    made = 0

    def entity(schema: str, name: str) -> object:
        nonlocal made
        made += 1  # It remembers scores by the ids of entities, so that no two may have one id.
        return model.get_proxy({"id": f"e{made}", "schema": schema, "properties": {"name": [name]}})

    def rater(schema: str, one: str, other: str) -> tuple[float, bool]:
        score = float(algorithm.compare(entity(schema, one), entity(schema, other), settings).score)
        return score, score >= LIKELY

    return rater


def rate(pairs: Iterable[Pair], rater: Rater) -> list[Rated]:
    """Every pair rated, one after the other."""
    rater("Person", "Aron Vale", "Vale, Aron")  # What is read when first asked for is no part of a pair's time.
    rater("Organization", "Tarn Steel Ltd", "Tarn Steel")
    out: list[Rated] = []
    for pair in pairs:
        start = time.process_time()
        score, same = rater(pair.schema, pair.name1, pair.name2)
        out.append(Rated(pair, score, same, time.process_time() - start))
    return out


def traps(rater: Rater) -> Found:
    """What is made of the traps, of which none is one actor's."""
    text = (ROOT / "tests/actors/traps.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return Found.of(
        rate([Pair(row["schema"], row["name1"], row["name2"], False, False) for row in rows], rater),
        lambda one: one.same,
    )


def lookups(sets: Sequence[PairSet], size: int) -> Lookup | None:
    """The second names of persons' pairs looked up among `size` names that have their first ones in them."""
    pairs = [pair for one in sets for pair in one.pairs if pair.schema == "Person" and not one.single]
    names = sorted({pair.name1 for pair in pairs})
    words = sorted({word for name in names for word in name.split() if len(word) > 2})
    if len(words) < 3:
        return None
    chance = random.Random(size)
    many = dict.fromkeys(names)
    while len(many) < size:
        many[" ".join(chance.choice(words).title() for _ in range(chance.choice((2, 2, 3))))] = None
    start = time.process_time()
    index = Candidates(many, Kind.PERSON)
    made = time.process_time() - start
    seconds: list[float] = []
    hits: list[bool] = []
    for pair in [pair for pair in pairs if pair.same][:ASKED]:
        start = time.process_time()
        found = index.near(pair.name2)
        seconds.append(time.process_time() - start)
        if compare(pair.name1, pair.name2).score >= LIKELY:
            hits.append(pair.name1 in [candidate.name for candidate in found])
    slow = sorted(seconds)[int(len(seconds) * 0.95)]
    return Lookup(len(index), len(seconds), made, median(seconds), slow, sum(hits) / max(1, len(hits)))
