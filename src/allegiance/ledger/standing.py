"""Whose names are withheld: the standing of persons, which another room derives, and claims without private names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace as changed

from sqlalchemy import Connection, delete, select

from allegiance.ledger import tables as t
from allegiance.ledger.derive import chunks
from allegiance.ledger.dialect import insert_rows
from allegiance.model import Recorded, Standing

WITHHELD = {Standing.PRIVATE: "a private person", Standing.MINOR: "a minor"}
"""What stands in place of a name that is withheld."""


@dataclass(frozen=True, slots=True)
class StandingRow:
    """That an actor has this standing, with the reason."""

    actor: str
    standing: Standing
    because: str = ""


def record(connection: Connection, rows: Iterable[StandingRow], *, replace: bool) -> None:
    """Keep these rows, each instead of what was kept for its actor; instead of everything where `replace`."""
    table = t.standings
    if replace:
        connection.execute(delete(table))
    for chunk in chunks(rows):
        connection.execute(delete(table).where(table.c.actor.in_([row.actor for row in chunk])))
        told = [{"actor": r.actor, "standing": r.standing.value, "because": r.because} for r in chunk]
        insert_rows(connection, table, told)


def of(connection: Connection, actor: str) -> StandingRow:
    """The standing of an actor; public, for no reason, where none was handed in."""
    row = connection.execute(select(t.standings).where(t.standings.c.actor == actor)).first()
    return StandingRow(row.actor, Standing(row.standing), row.because) if row else StandingRow(actor, Standing.PUBLIC)


def withheld(connection: Connection, actors: Iterable[str]) -> dict[str, str]:
    """Of these actors those whose names are withheld, each with what stands in place of its name."""
    table = t.standings
    found: dict[str, str] = {}
    for some in chunks(set(actors)):
        query = select(table.c.actor, table.c.standing).where(
            table.c.actor.in_(some), table.c.standing != Standing.PUBLIC.value
        )
        found.update({row.actor: WITHHELD[Standing(row.standing)] for row in connection.execute(query)})
    return found


def veiled(recorded: Recorded, hidden: dict[str, str]) -> Recorded:
    """A claim without the names of these actors; under its own id, and with its sentence as it stands."""
    words = {role: hidden[actor] for role, actor in recorded.actor_ids if actor in hidden}
    if not words:
        return recorded
    claim = recorded.claim
    fillers = tuple(changed(f, name=words[f.role], mention="") if f.role in words else f for f in claim.roles)
    return changed(recorded, claim=changed(claim, roles=fillers, withheld=claim.id))
