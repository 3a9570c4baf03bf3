"""What a request asks: the clocks and the view that they give, an actor by id or by name; and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from allegiance import pipeline
from allegiance.errors import AllegianceError
from allegiance.ledger import Ledger, LedgerView
from allegiance.model import Actor, Kind
from allegiance.web.links import Links

LONGEST = 400
"""Characters of any field of a request; names of groups run to two hundred."""

Text = Annotated[str, Query(max_length=LONGEST)]
"""One field of a request's query."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """The two clocks of the record as a request sets them; empty for now."""

    published_by: str = ""
    recorded_by: str = ""

    def view(self, ledger: Ledger) -> LedgerView:
        """The ledger as they show it. Raises BadDate."""
        return ledger.view(published_by=self.published_by, recorded_by=self.recorded_by)

    @property
    def links(self) -> Links:
        """Addresses that keep them."""
        return Links(self.published_by, self.recorded_by)


def clocks(published_by: Text = "", recorded_by: Text = "") -> Clocks:
    """The clocks, as every page takes them from its address."""
    return Clocks(published_by.strip(), recorded_by.strip())


class UnknownField(AllegianceError):
    """A page is asked with a field that it does not have: what it would show is not what was meant."""


def only_known(request: Request) -> None:
    """Raises UnknownField where a request's query has a field that its page does not know.

    The clocks stand in every address of a page that has them, and are no mistake where a page has none.
    """
    route = request.scope.get("route")
    if request.method != "GET" or not isinstance(route, APIRoute):
        return
    known = _fields(route.dependant)
    unknown = [name for name in request.query_params if name not in known | _EVERYWHERE]
    if unknown:
        told = ", ".join(sorted(known)) or "none"
        raise UnknownField(f"this page has no field {unknown[0][:60]!r}", hint=f"its fields are: {told}")


def _fields(dependant: Dependant) -> set[str]:
    """The fields that a page takes, itself and by what it depends on."""
    below = (_fields(each) for each in dependant.dependencies)
    return {field.alias for field in dependant.query_params}.union(*below)


_EVERYWHERE = frozenset({"published_by", "recorded_by"})


def optional_actor(view: LedgerView, name: str, kind: Kind = Kind.UNKNOWN) -> Actor | None:
    """The actor that a field names, or None where it is empty. Raises NotFound."""
    return pipeline.actor_named(view, name.strip(), kind) if name.strip() else None
