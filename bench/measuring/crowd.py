"""A group around which thousands stand, told of in reports of fifteen years: what a large network is measured on.

Every twenty-fifth is a part of the group, an ally of the one before, with a commander for each of the others, who have
also sworn to the group itself. One in forty is told of in four more newspapers. The names are those of the generated
world, of which no two are alike, so that resolving them is quick and joins nobody; the same numbers give the same
reports.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from allegiance.ledger import open_ledger
from allegiance.model import Finding, Kind, Phase, Reading
from allegiance.resolving import resolve_names
from bench.measuring.recording import READ_AT, READER
from bench.measuring.world.facts import Line, Name, Said
from bench.measuring.world.prose import dated
from bench.measuring.world.stage import MANY, Numbers, Stage

HUB = "League of the Five Hundred Wells"
"""A group of the measured network, which the generated world has not."""
FIRST_DAY, YEARS = date(2010, 1, 1), 15
OF_A_PART = 25
TOLD_OFTEN = 40
MORE_REPORTS = 4
_LINES_A_REPORT = 8


def with_network(path: Path, actors: int) -> str:
    """A ledger with one group around which so many actors stand; gives the group's id."""
    stage = told(actors)
    with open_ledger(f"sqlite:///{path}") as ledger:
        with ledger.batch() as batch:
            for report in stage.taken():
                reading = Reading(report.document.id, READER, READ_AT, tuple(map(Finding, report.claims)))
                batch.add(report.document, report.appearances[0], reading)
        resolve_names(ledger)
        return ledger.view().find(HUB, Kind.GROUP)[0].id


def told(actors: int) -> Stage:
    """The reports of so many actors, in the order of the days on which they appeared."""
    stage, hub = Stage(0, 1, Numbers()), Name(HUB, Kind.GROUP)
    lines: list[Line] = []
    parts: list[Name] = []
    days = YEARS * 365
    for number in range(actors):
        day = (FIRST_DAY + timedelta(days=days * number // actors)).isoformat()
        if number % OF_A_PART == 0:
            lines += _part(stage, stage.group(), hub, parts[-1:])
            parts.append(stage.groups[-1])
        else:
            person = stage.person()
            lines += [_sworn(person, hub, day), stage.prose.holds(person, MANY, parts[-1])]
            if number % TOLD_OFTEN == 1:
                for _ in range(MORE_REPORTS):
                    stage.tell(day, stage.prose.holds(person, MANY, hub))
        if len(lines) >= _LINES_A_REPORT or number + 1 == actors:
            stage.tell(day, *lines)
            lines = []
    return stage


def _part(stage: Stage, part: Name, hub: Name, before: list[Name]) -> list[Line]:
    at = stage.prose.place()
    whole = Said("affiliation", (("group", part), ("parent", hub)), phase=Phase.CURRENT)
    lines = [Line(f"At {at} the {part} flies the banner of the {hub}, of which it is a part.", (whole,))]
    for other in before:
        allied = Said("alliance", (("a", part), ("b", other)), phase=Phase.CURRENT)
        lines.append(Line(f"Around {at} the {part} fights beside its ally, the {other}.", (allied,)))
    return lines


def _sworn(person: Name, hub: Name, day: str) -> Line:
    pledge = Said("pledge", (("actor", person), ("to", hub)), when=day)
    return Line(f"{person} swore allegiance to the {hub} {dated(day)}.", (pledge,))
