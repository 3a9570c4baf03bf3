"""Whether a ledger answers what was planted in it, and how long its answers take, asked in the process."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import quantiles

from allegiance.errors import NotFound, Withheld
from allegiance.ledger import Ledger, open_ledger
from bench.measuring.asking import Grade, Graded, answered, changed, graded
from bench.measuring.recording import Files, read_questions
from bench.measuring.speed import peak
from bench.measuring.world.facts import Question

KINDS: Mapping[str, int] = {
    "roster": 20,
    "who": 20,
    "timeline": 50,
    "network": 100,
    "disagreements": 100,
    "changes": 1000,
}
"""What is timed, and in how many milliseconds it must be answered at the 95th percentile."""
OF_ALL = "changes"
"""The one question that is asked of everybody: what one day changed."""
FEWER = 5
"""It is asked so many times more seldom than the others."""


@dataclass(frozen=True, slots=True)
class Timed:
    """Milliseconds of one kind of question: by the clock and of processor time, at two percentiles; rows on average."""

    kind: str
    asked: int
    middle: float
    most: float
    processor_middle: float
    processor_most: float
    rows: float


@dataclass(frozen=True, slots=True)
class Failure:
    """A question that was not answered as planted. `apart` are the names in it that stand for several actors."""

    graded: Graded
    apart: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """How the questions were answered, by kind and grade; the failures; times; the greatest memory, in MiB."""

    grades: Mapping[str, Mapping[Grade, int]]
    failures: Sequence[Failure]
    times: Sequence[Timed]
    peak: float

    def count(self, grade: Grade) -> int:
        """How many questions were answered so."""
        return sum(by.get(grade, 0) for by in self.grades.values())


def ask(folder: Path, address: str, rounds: int, share: int = 1) -> Asked:
    """Time so many questions of each kind, then ask every planted question: of each theatre, or of one in `share`."""
    questions = [one for one in read_questions(Files(folder)) if one.theatre % share == 0]
    with open_ledger(address, create=False) as ledger:
        times = [timed(ledger, kind, list(some)) for kind, some in _samples(questions, rounds)]
        grades: dict[str, dict[Grade, int]] = defaultdict(lambda: defaultdict(int))
        wrong = []
        for question in questions:
            found = graded(ledger, question)
            grades[question.ask][found.grade] += 1
            if found.grade is not Grade.RIGHT:
                wrong.append(found)
        failures = _explained(ledger, wrong)
    return Asked({kind: dict(by) for kind, by in grades.items()}, failures, times, peak())


def _samples(questions: Sequence[Question], rounds: int) -> Iterator[tuple[str, Iterator[Question]]]:
    """Of each kind that is timed, questions about groups and persons on the days of the planted rosters."""
    draws = random.Random(len(questions))
    rosters = [one for one in questions if one.ask == "roster" and one.on]
    for kind in KINDS:
        many = max(1, rounds // FEWER) if kind == OF_ALL else rounds
        yield kind, (_about(one, kind, n) for n, one in enumerate(draws.choices(rosters, k=many)))


def _about(roster: Question, kind: str, number: int) -> Question:
    """A question of that kind about the group of a roster, or every second time about somebody in it."""
    who = [value for one in roster.wants for key, value in one.where if key == "person"]
    about = roster.about[0] if kind == "roster" or number % 2 else who[0]
    return replace(roster, ask=kind, about=("" if kind == OF_ALL else about,), published_by="")


def timed(ledger: Ledger, kind: str, questions: Sequence[Question]) -> Timed:
    """Ask these, each from opening a view of the ledger on, and finding the actor by name."""
    rows, clock, processor = 0, [], []
    for question in questions:
        began, worked = time.perf_counter(), time.process_time()
        rows += _rows(ledger, question)
        clock.append((time.perf_counter() - began) * 1000)
        processor.append((time.process_time() - worked) * 1000)
    figures = (_percentile(clock, 50), _percentile(clock, 95), _percentile(processor, 50), _percentile(processor, 95))
    return Timed(kind, len(questions), *figures, rows / len(questions))


def _rows(ledger: Ledger, question: Question) -> int:
    try:
        if question.ask == OF_ALL:
            return len(changed(ledger, "", question.on).rows)
        return len(answered(ledger, question).rows)
    except (NotFound, Withheld):
        return 0


def _percentile(values: Sequence[float], part: int) -> float:
    return quantiles(values, n=100, method="inclusive")[part - 1] if len(values) > 1 else values[0]


def _explained(ledger: Ledger, wrong: Sequence[Graded]) -> list[Failure]:
    """The failures, each with those names in it that stand for several actors: there, names were not joined."""
    wanted = {name for one in wrong for name in _names(one.question)}
    actors: dict[str, set[str]] = defaultdict(set)
    if wanted:
        for use in ledger.names():
            if use.name in wanted:
                actors[use.name].add(use.actor)
    several = {name for name, some in actors.items() if len(some) > 1}
    return [Failure(one, tuple(sorted(_names(one.question) & several))) for one in wrong]


def _names(question: Question) -> frozenset[str]:
    told = (value for one in question.wants for _, value in one.where)
    return frozenset((*question.about, *told))


def by_class(failures: Collection[Failure]) -> Mapping[tuple[str, str], Sequence[Failure]]:
    """The failures by story and by what was asked, the most frequent first."""
    found: dict[tuple[str, str], list[Failure]] = defaultdict(list)
    for one in failures:
        found[one.graded.question.plant, one.graded.question.ask].append(one)
    return dict(sorted(found.items(), key=lambda one: (-len(one[1]), one[0])))
