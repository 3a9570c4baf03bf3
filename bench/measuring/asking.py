"""Asking a ledger what was planted in it, and holding the answer against the plant.

Only the names of the answers are used here, as the command line uses them. How an answer was come to is not looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from allegiance import pipeline
from allegiance.answers.changes import changed as changed_between
from allegiance.answers.disagreements import disagreements
from allegiance.answers.dossier import dossier
from allegiance.answers.lineage import lineage
from allegiance.answers.moves import moves
from allegiance.answers.network import network
from allegiance.answers.roster import roster
from allegiance.answers.timeline import timeline
from allegiance.answers.vacancies import vacancies
from allegiance.errors import NotFound, Withheld
from allegiance.ledger import Ledger, LedgerView
from allegiance.model import Actor, Answer, Kind, Row
from bench.measuring.world.facts import Question, Want

SURE = ("certain", "stated")
"""The statuses that leave no doubt: of a state, and of an event."""
SILENT = ("unknown", "denied")
"""The statuses under which a row does not say that something was so."""


class Grade(StrEnum):
    """How a question was answered."""

    RIGHT = "right"
    WRONG = "wrong"
    FALSE_CERTAINTY = "false certainty"


@dataclass(frozen=True, slots=True)
class Graded:
    """A question, how it was answered, and where it was not right: what was wanted, and what was given."""

    question: Question
    grade: Grade
    wanted: str = ""
    given: str = ""


class Clock(StrEnum):
    """Which knowing is meant: what reports that were out by then said, or what the ledger held."""

    PUBLISHED = "published"
    RECORDED = "recorded"


def seen(ledger: Ledger, clock: Clock, day: str) -> LedgerView:
    """The ledger as it stood at the end of a day by one of its clocks; as it stands now, where no day is given."""
    return ledger.view(published_by=day) if clock is Clock.PUBLISHED else ledger.view(recorded_by=day)


def answered(ledger: Ledger, question: Question, clock: Clock = Clock.PUBLISHED) -> Answer:
    """The program's answer. Raises NotFound where it knows no such actor, or several."""
    if question.ask == "changes":
        return changed(ledger, question.about[0], question.on, clock)
    return answer_from(seen(ledger, clock, question.published_by), question)


def answer_from(view: LedgerView, question: Question) -> Answer:
    """The answer to all but `changes`. Raises NotFound."""
    one = question.about[0]
    match question.ask:
        case "roster":
            return roster(view, pipeline.actor_named(view, one, Kind.GROUP), question.on)
        case "who":
            return dossier(view, pipeline.actor_named(view, one))
        case "timeline":
            return timeline(view, pipeline.actor_named(view, one))
        case "network":
            return network(view, pipeline.actor_named(view, one), on=question.on)
        case "vacancies":
            return vacancies(view, pipeline.actor_named(view, one, Kind.GROUP), question.on)
        case "lineage":
            return lineage(view, pipeline.actor_named(view, one, Kind.GROUP))
        case "disagreements":
            return disagreements(view, pipeline.actor_named(view, one))
        case "moves":
            left, entered = (_group(view, name) for name in question.about)
            return moves(view, left, entered, "", "")
        case other:
            raise ValueError(f"there is no question {other!r}")


def _group(view: LedgerView, name: str) -> Actor | None:
    return pipeline.actor_named(view, name, Kind.GROUP) if name else None


def changed(ledger: Ledger, name: str, day: str, clock: Clock = Clock.PUBLISHED) -> Answer:
    """What the reports of one day changed; of one actor, where a name is given."""
    before = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    then, now = seen(ledger, clock, before), seen(ledger, clock, day)
    asked = [pipeline.actor_named(now, name)] if name else []
    return changed_between((then, before), (now, day), asked).answer


def graded(ledger: Ledger, question: Question, clock: Clock = Clock.PUBLISHED) -> Graded:
    """Ask, and hold the answer against the plant. By which clock the question's day of knowing is meant, is said."""
    try:
        rows: Sequence[Row] = answered(ledger, question, clock).rows
    except NotFound as error:
        if error.suggestions and " actors are called " in str(error):
            return Graded(question, Grade.WRONG, _told(question.wants), str(error))
        rows = ()
    except Withheld as error:
        return Graded(question, Grade.WRONG, _told(question.wants), str(error))
    return held_against(question, rows)


def held_against(question: Question, rows: Sequence[Row]) -> Graded:
    """How well these rows answer the question; the worst of what is wrong with them."""
    faults: list[Graded] = []
    meant: set[int] = set()
    for wanted in question.wants:
        matching = [n for n, row in enumerate(rows) if all(_get(row, key) == value for key, value in wanted.where)]
        meant.update(matching)
        fault = _fault(wanted, [rows[n] for n in matching])
        if fault:
            faults.append(Graded(question, fault, _told([wanted]), _shown([rows[n] for n in matching])))
    others = [row for n, row in enumerate(rows) if n not in meant]
    if question.closed and others:
        faults.append(Graded(question, Grade.WRONG, "nothing else", _shown(others)))
    faults.sort(key=lambda one: one.grade is not Grade.FALSE_CERTAINTY)
    return faults[0] if faults else Graded(question, Grade.RIGHT)


def _fault(wanted: Want, rows: Sequence[Row]) -> Grade | None:
    """What is wrong with the rows that are meant, or None."""
    said = [row for row in rows if row.status not in SILENT]
    if any(row.status in SURE and row.status not in wanted.statuses for row in said):
        return Grade.FALSE_CERTAINTY
    if not wanted.statuses:
        return Grade.WRONG if said else None
    right = [row for row in rows if row.status in wanted.statuses]
    full = [row for row in right if all(_get(row, key) == value for key, value in wanted.fields)]
    return None if full and all(row in right for row in said) else Grade.WRONG


def _get(row: Row, key: str) -> str:
    return row.because if key == "because" else row.get(key)


def _told(wants: Sequence[Want]) -> str:
    """What is wanted, in words."""
    told = []
    for one in wants:
        rows = ", ".join(f"{key} {value}" for key, value in one.where)
        fields = "".join(f", {key} {value}" for key, value in one.fields)
        told.append(f"{rows}: {' or '.join(sorted(one.statuses)) or 'no row'}{fields}")
    return "; ".join(told) or "no rows"


def _shown(rows: Sequence[Row]) -> str:
    """The rows in few words: what tells one from another, without sentences."""
    hidden = ("person_id", "who_id", "whom_id", "sentence", "publisher", "publishers", "one", "other", "published")
    shown = []
    for row in rows[:3]:
        fields = ", ".join(f"{key} {value}" for key, value in row.fields if value and key not in hidden)
        shown.append(f"{row.status} ({fields}; {row.because})")
    return "; ".join(shown) + (f" and {len(rows) - 3} more" if len(rows) > 3 else "") or "no row"
