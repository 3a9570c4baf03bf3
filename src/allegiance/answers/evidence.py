"""What rows rest on, kept together: the claims behind an answer, by id, and the names that its rows show."""

from __future__ import annotations

from collections.abc import Iterable

from allegiance.errors import NotFound
from allegiance.model import Actor, Kind, Recorded, View


class Shelf:
    """The claims that the rows of one answer rest on, and the names that they show, gathered while rows are made."""

    def __init__(self, view: View) -> None:
        self.evidence: dict[str, Recorded] = {}
        self._view = view
        self._actors: dict[str, Actor | None] = {}

    def another(self) -> Shelf:
        """An empty shelf that knows the actors which this one knows."""
        made = Shelf(self._view)
        made._actors = self._actors
        return made

    def keep(self, claims: Iterable[Recorded]) -> tuple[str, ...]:
        """Keep claims as evidence, and give their ids in order, each once."""
        given = {recorded.claim.id: recorded for recorded in claims}
        self.evidence.update(given)
        return tuple(given)

    def know(self, actors: Iterable[str]) -> None:
        """Look up these actors at once: to ask for each by itself takes long where there are many."""
        unknown = [actor for actor in dict.fromkeys(actors) if actor not in self._actors]
        if unknown:
            self._actors.update(self._view.actors(unknown))

    def name(self, actor: str, lead: Recorded | None = None) -> str:
        """The name of an actor in this view; where it knows no such id, the name as the claim has it, else the id."""
        found = self._actor(actor)
        if found is not None:
            return found.name
        told = (lead.claim.name(role) for role, known in lead.actor_ids if known == actor) if lead else iter(())
        return next(told, actor)

    def kind(self, actor: str) -> Kind:
        """What an actor is in this view."""
        found = self._actor(actor)
        return found.kind if found is not None else Kind.UNKNOWN

    def _actor(self, actor: str) -> Actor | None:
        if actor not in self._actors:
            try:
                self._actors[actor] = self._view.actor(actor)
            except NotFound:
                self._actors[actor] = None
        return self._actors[actor]
