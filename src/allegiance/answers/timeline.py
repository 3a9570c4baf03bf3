"""What reports tell of an actor, in order of time."""

from __future__ import annotations

from allegiance.answers.evidence import Shelf
from allegiance.answers.happenings import Outcomes, happenings, row
from allegiance.model import Actor, Answer, View


def timeline(view: View, actor: Actor) -> Answer:
    """Everything that is told of `actor`, the dated first in order of time, then what only its reports' dates bound.

    Claims of one content key are one row, with all their reports. Fields: date, type, who, whom, by, role, area, where,
    outcome, sources, according_to, denied_by, publishers, published, sentence. Names (`alias`) have no place in time.
    """
    claims = [r for r in view.claims(actors=[actor.id]) if r.claim.type != "alias"]
    told = happenings(claims)
    shelf, outcomes = Shelf(view), Outcomes(view, told)
    rows = tuple(row(happening, outcomes, shelf) for happening in told)
    query = (("actor", actor.name), ("actor_id", actor.id))
    return Answer("timeline", query, rows, view.coverage(), shelf.evidence)
