"""Whose names are withheld: the standing of persons, which another room derives, and claims without private names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import replace as changed

from sqlalchemy import Connection, delete, select

from allegiance.ledger import tables as t
from allegiance.ledger.derive import chunks
from allegiance.ledger.dialect import insert_rows
from allegiance.ledger.scope import named
from allegiance.model import WORD_ROLES, Filler, Recorded, Standing

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


def names_in(connection: Connection, documents: Iterable[str]) -> dict[str, dict[str, str]]:
    """Of those of these documents that name somebody whose name is withheld: every name, with what stands in its place.

    For a name that is shown that is `""`.
    """
    found: dict[str, dict[str, str]] = {}
    for some in chunks(set(documents)):
        names = named().subquery()
        query = (
            select(t.entries.c.id, names.c.name, t.standings.c.standing)
            .join_from(names, t.entries, t.entries.c.seq == names.c.document)
            .join(t.standings, t.standings.c.actor == names.c.actor, isouter=True)
            .where(t.entries.c.id.in_(some))
        )
        for row in connection.execute(query):
            instead = WITHHELD.get(Standing(row.standing), "") if row.standing else ""
            found.setdefault(row.id, {})[row.name] = instead
    return {document: names for document, names in found.items() if any(names.values())}


def veiled(recorded: Recorded, hidden: Mapping[str, str], names: Mapping[str, str]) -> Recorded:
    """A claim without the names of the `hidden` actors, also where its sources or the words of a post name them.

    It stands under its own id, and with its sentence as it is. `names` are those of its document, as `names_in` has it.
    """
    claim = recorded.claim
    words = {role: hidden[actor] for role, actor in recorded.actor_ids if actor in hidden}
    fillers = tuple(_filled(filler, words, names) for filler in claim.roles)
    sources = tuple(_unnamed(source, names) for source in claim.sources)
    if (fillers, sources) == (claim.roles, claim.sources):
        return recorded
    return changed(recorded, claim=changed(claim, roles=fillers, sources=sources, withheld=claim.id))


def _filled(filler: Filler, words: Mapping[str, str], names: Mapping[str, str]) -> Filler:
    if filler.role in words:
        return changed(filler, name=words[filler.role], mention="")
    if filler.role in WORD_ROLES:
        return changed(filler, name=_unnamed(filler.name, names), mention=_unnamed(filler.mention, names))
    return filler


def _unnamed(text: str, names: Mapping[str, str]) -> str:
    """A text without the names that are withheld; of names that overlap the longest counts."""
    if not text or not any(instead and name in text for name, instead in names.items()):
        return text
    standing = sorted((name for name in names if name in text), key=lambda name: (-len(name), name))
    whole = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, standing))})(?!\w)")
    return whole.sub(lambda found: names[found[0]] or found[0], text)
