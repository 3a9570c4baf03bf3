"""What a request asks: the clocks and the view that they give, an actor by id or by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from allegiance import pipeline
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


def optional_actor(view: LedgerView, name: str, kind: Kind = Kind.UNKNOWN) -> Actor | None:
    """The actor that a field names, or None where it is empty. Raises NotFound."""
    return pipeline.actor_named(view, name.strip(), kind) if name.strip() else None
