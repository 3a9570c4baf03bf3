"""What rows rest on, kept together: the claims behind an answer, by id, and the names that its rows show."""

from __future__ import annotations

from collections.abc import Iterable

from allegiance.errors import NotFound
from allegiance.model import Recorded, View


class Shelf:
    """The claims that the rows of one answer rest on, gathered while the rows are made."""

    def __init__(self) -> None:
        self.evidence: dict[str, Recorded] = {}

    def keep(self, claims: Iterable[Recorded]) -> tuple[str, ...]:
        """Keep claims as evidence, and give their ids in order, each once."""
        given = {recorded.claim.id: recorded for recorded in claims}
        self.evidence.update(given)
        return tuple(given)


def name_of(view: View, actor: str, lead: Recorded | None = None) -> str:
    """The name of an actor in this view; where the view knows no such id, the name as the claim has it, else the id."""
    try:
        return view.actor(actor).name
    except NotFound:
        if lead is None:
            return actor
        return next((lead.claim.name(role) for role, known in lead.actor_ids if known == actor), actor)
