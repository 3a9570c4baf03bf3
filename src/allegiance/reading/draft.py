"""A claim in the making: what a frame found, with the stance, time and place of its clause, before it is settled."""

from __future__ import annotations

from dataclasses import dataclass, replace

from allegiance.model import Certainty, Phase
from allegiance.reading.filling import Fill


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making. `clause` is the index of its clause in `sentence`; `because` says why."""

    frame: str
    type: str
    fills: tuple[Fill, ...]
    start: int
    end: int
    sentence: int
    clause: int
    certainty: Certainty = Certainty.STATED
    sources: tuple[str, ...] = ()
    phase: Phase = Phase.NONE
    when: str = ""
    reckoned_from: str = ""
    where: str = ""
    manner: str = ""
    described: bool = False
    date_rule: str = ""
    because: tuple[tuple[str, str], ...] = ()

    def get(self, role: str) -> Fill | None:
        """What fills a role, or None."""
        return next((f for f in self.fills if f.role == role), None)

    def name(self, role: str) -> str:
        """The name in a role, or `""`."""
        found = self.get(role)
        return found.name if found else ""

    def with_fill(self, fill: Fill) -> Draft:
        """This draft with a role filled anew."""
        return replace(self, fills=(*(f for f in self.fills if f.role != fill.role), fill))

    def without(self, *roles: str) -> Draft:
        """This draft with these roles empty."""
        return replace(self, fills=tuple(f for f in self.fills if f.role not in roles))
