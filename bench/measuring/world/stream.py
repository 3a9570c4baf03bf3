"""The whole world, theatre after theatre: never more than one is held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bench.measuring.world import doubts, falls, groups, moves, posts
from bench.measuring.world.facts import Line, Name, Question, Report
from bench.measuring.world.stage import FIRST_DAY, MANY, Numbers, Stage, want

ACTORS_A_THEATRE = 400
"""So many persons and groups stand in a theatre, more or less: reports speak of those of one theatre only."""
STORIES = (*posts.STORIES, *falls.STORIES, *doubts.STORIES, *moves.STORIES, *groups.STORIES)
PERIOD = 3650
"""Reports that belong to no story appear on any of so many days."""
ASKED_OF_THE_CROWD = 10


@dataclass(frozen=True, slots=True)
class Size:
    """How large a world is: claims, documents, and actors: the persons and groups that do something or say so."""

    claims: int
    documents: int
    actors: int

    def part(self, number: int, of: int) -> Size:
        """One of so many parts, which together are the whole."""
        return Size(*((n * (number + 1) // of - n * number // of) for n in (self.claims, self.documents, self.actors)))


@dataclass(frozen=True, slots=True)
class World:
    """What is generated of one seed. `theatres` tells how it is parted."""

    size: Size
    seed: int = 1

    @property
    def theatres(self) -> int:
        """In how many parts it is generated."""
        return max(1, self.size.actors // ACTORS_A_THEATRE)

    def played(self) -> Iterator[tuple[Sequence[Report], Sequence[Question]]]:
        """The reports of each theatre, and what is asked of it. Raises ValueError where a size has no room for them."""
        numbers = Numbers()
        for theatre in range(self.theatres):
            yield play(Stage(theatre, self.seed, numbers), self.size.part(theatre, self.theatres))


def play(stage: Stage, size: Size) -> tuple[Sequence[Report], Sequence[Question]]:
    """Play every story once, and fill up with a crowd of commanders whom reports mention, up to the size exactly."""
    for story in STORIES:
        stage.begin(story.__name__)
        story(stage)
    left = Size(
        size.claims - stage.claims,
        size.documents - stage.documents,
        size.actors - len(stage.persons) - len(stage.groups),
    )
    _crowd(stage, left)
    stage.draws.shuffle(stage.reports)
    return list(stage.taken()), stage.questions


def _crowd(stage: Stage, left: Size) -> None:
    """Commanders who are mentioned now and then, and attacks: so many new actors, reports and claims."""
    if min(left.claims, left.documents, left.actors) < 0 or left.claims < max(left.actors, left.documents):
        raise ValueError(f"the stories need more room than that: {left} would be left over")
    stage.begin("the crowd")
    crowd = [(stage.person(), stage.draws.choice(stage.lasting)) for _ in range(left.actors)]
    seen: dict[Name, list[str]] = {}
    told = 0
    days = sorted(stage.draws.randrange(PERIOD) for _ in range(left.documents))
    for number, after in enumerate(days):
        day = (FIRST_DAY + timedelta(days=after)).isoformat()
        wanted = left.claims * (number + 1) // left.documents - left.claims * number // left.documents
        lines = [_mention(stage, crowd, seen, told + n, day) for n in range(wanted)]
        told += wanted
        stage.tell(day, *lines)
    for person, group in crowd[:ASKED_OF_THE_CROWD]:
        days_seen = seen[person]
        if days_seen[0] < days_seen[-1]:
            row = want("certain", {"since": f"../{days_seen[0]}"}, person=person, role=MANY)
            stage.ask("roster", (group,), row, on=days_seen[-1])


def _mention(
    stage: Stage, crowd: Sequence[tuple[Name, Name]], seen: dict[Name, list[str]], told: int, day: str
) -> Line:
    """One claim: an attack every fifth time, but first each of the crowd by turns."""
    if not crowd or (told >= len(crowd) and told % 5 == 0):
        return stage.prose.attacked(stage.draws.choice(stage.lasting), day)
    person, group = crowd[told % len(crowd)]
    days = seen.setdefault(person, [])
    days.append(day)
    return stage.prose.holds(person, MANY, group)
