"""What whoever watches some actors looks at first: who fell among those told of with them, and what rests on little."""

from __future__ import annotations

from collections.abc import Sequence

from allegiance.answers.corroboration import DENIED, DISPUTED
from allegiance.answers.dossier import dossier
from allegiance.answers.evidence import Shelf
from allegiance.answers.fates import ENDS_OF_LIFE
from allegiance.answers.happenings import Outcomes, happenings, row
from allegiance.model import Actor, Answer, Recorded, Row, View

_WEIGHTY = ("posts", "allegiances", "fate")
"""The parts of a dossier whose facts are looked at."""
_TAKEN = "detention"


def fallen(view: View, actors: Sequence[Actor] = ()) -> Answer:
    """Deaths, killings and detentions in which these actors stand, or anybody where none are given: the latest first.

    What is only denied is left out. Fields: those of `happenings.fields`.
    """
    told = view.claims(actors=[actor.id for actor in actors], types=(*ENDS_OF_LIFE, _TAKEN))
    shelf = Shelf(view)
    found = [one for one in happenings(told) if one.status != DENIED]
    outcomes = Outcomes(view, found)
    dated = [one for one in found if one.span is not None]
    rows = tuple(row(one, outcomes, shelf) for one in (*reversed(dated), *(o for o in found if o.span is None)))
    return Answer("fallen", _query(actors), rows, view.coverage(), shelf.evidence)


def thin(view: View, actors: Sequence[Actor]) -> Answer:
    """The posts, allegiances and fates of these actors that rest on one independent source, or are disputed.

    Fields: actor, actor_id, then those of a dossier. One more report on any of them would say most.
    """
    rows: list[Row] = []
    evidence: dict[str, Recorded] = {}
    seen: set[tuple[str, ...]] = set()
    for actor in actors:
        told = dossier(view, actor)
        for one in told.rows:
            if one.get("section") not in _WEIGHTY or not _is_thin(one) or one.claims in seen:
                continue
            seen.add(one.claims)
            head = (("actor", actor.name), ("actor_id", actor.id))
            rows.append(Row(head + one.fields, one.status, one.claims, one.because))
            evidence |= {claim: told.evidence[claim] for claim in one.claims if claim in told.evidence}
    return Answer("thin", _query(actors), tuple(rows), view.coverage(), evidence)


def _is_thin(one: Row) -> bool:
    return one.status != DENIED and (one.get("sources") == "1" or one.status == DISPUTED)


def _query(actors: Sequence[Actor]) -> tuple[tuple[str, str], ...]:
    return (("actors", "; ".join(actor.name for actor in actors)),)
