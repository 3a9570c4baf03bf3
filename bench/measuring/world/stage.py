"""One theatre: the persons, groups and places of a part of the world, the reports of it, and what is asked of it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from allegiance.model import Appearance
from bench.measuring.world import words
from bench.measuring.world.facts import Line, Name, Question, Report, Want, report_of
from bench.measuring.world.prose import Prose

FIRST_DAY = date(2012, 1, 1)
DAYS = 2900
"""A story begins on one of so many days; none takes longer than two years."""
PLACES = 6
SINGLE = ("leader", "deputy leader", "spokesman", "military commander")
"""Posts with one holder at a time, as the documentation names them."""
MANY = "field commander"
"""A post of which a group has many."""
RETRIEVED = "2024-01-15T00:00:00Z"


@dataclass(slots=True)
class Numbers:
    """How many persons, groups, documents and newspapers of the whole world are taken."""

    persons: int = 0
    groups: int = 0
    documents: int = 0
    publishers: int = 0


@dataclass(slots=True)
class Stage:
    """Where the stories of one theatre are played. What is told since the last `taken` waits in `reports`.

    `lasting` are the groups that no story founds, splits, merges or renames.
    """

    theatre: int
    seed: int
    numbers: Numbers
    reports: list[Report] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    groups: list[Name] = field(default_factory=list)
    persons: list[Name] = field(default_factory=list)
    claims: int = 0
    documents: int = 0
    plant: str = ""
    draws: random.Random = field(init=False)
    prose: Prose = field(init=False)
    lasting: list[Name] = field(default_factory=list)
    _slots: list[tuple[Name, str]] = field(default_factory=list)
    _begins: date = FIRST_DAY

    def __post_init__(self) -> None:
        self.draws = random.Random(f"{self.seed} {self.theatre}")
        places = [words.place(self.theatre * PLACES + n) for n in range(PLACES)]
        self.prose = Prose(self.draws, places)

    def begin(self, plant: str) -> None:
        """Begin a story, on a day of its own."""
        self.plant = plant
        self._begins = FIRST_DAY + timedelta(days=self.draws.randrange(DAYS))

    def day(self, after: int) -> str:
        """The ISO day so many days after the story began."""
        return (self._begins + timedelta(days=after)).isoformat()

    def month(self, after: int) -> str:
        """The month of that day, as `2014-03`."""
        return self.day(after)[:7]

    def year(self, after: int) -> str:
        """The year of that day."""
        return self.day(after)[:4]

    def person(self) -> Name:
        """Somebody new."""
        self.persons.append(words.person(self.numbers.persons))
        self.numbers.persons += 1
        return self.persons[-1]

    def group(self) -> Name:
        """A new group."""
        self.groups.append(words.group(self.numbers.groups))
        self.numbers.groups += 1
        return self.groups[-1]

    def slot(self) -> tuple[Name, str]:
        """A post with one holder at a time of which no other story tells, and its group."""
        if not self._slots:
            group = self.group()
            self.lasting.append(group)
            self._slots = [(group, role) for role in reversed(SINGLE)]
        return self._slots.pop()

    def publisher(self) -> str:
        """A newspaper: no two asked for within a story are one."""
        self.numbers.publishers += 1
        return words.publisher(self.numbers.publishers)

    def tell(self, published: str, *lines: Line, url: str = "") -> Report:
        """A report in some newspaper, with a sentence of its own before and after. `published` may be empty."""
        return self.print(published, (self.prose.colour(), *lines, self.prose.colour()), url=url)

    def print(self, published: str, lines: Iterable[Line], papers: int = 1, url: str = "") -> Report:
        """Just this text, in so many newspapers, all on one day."""
        report = report_of(lines, [self._appearance(published, url) for _ in range(papers)])
        self.reports.append(report)
        self.documents += 1
        self.claims += len(report.claims)
        return report

    def _appearance(self, published: str, url: str) -> Appearance:
        self.numbers.documents += 1
        name, publisher = f"w{self.numbers.documents:07}", self.publisher()
        return Appearance("", name, published, publisher, url=url, retrieved=RETRIEVED)

    def ask(
        self, ask: str, about: tuple[Name | str, ...], *wants: Want, on: str = "", by: str = "", closed: bool = False
    ) -> None:
        """Ask, and write down what must be answered. `by` is the day by which reports were out."""
        names = tuple(str(one) for one in about)
        self.questions.append(Question(self.plant, ask, names, wants, on, by, closed, self.theatre))

    def taken(self) -> Iterator[Report]:
        """What was told since, which then is no longer kept here."""
        told, self.reports = self.reports, []
        yield from told


def want(statuses: str, fields: dict[str, str] | None = None, **where: Name | str) -> Want:
    """Rows with these fields must be of one of these statuses, and have those other fields. `from` is `from_` here."""
    told = tuple((key.rstrip("_"), str(value)) for key, value in where.items())
    return Want(told, frozenset(statuses.split()), tuple((fields or {}).items()))


def absent(**where: Name | str) -> Want:
    """There must be no such row, but one that is unknown."""
    return want("", None, **where)
