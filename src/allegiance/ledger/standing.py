"""Whose names are withheld: the standing of persons, which another room derives, and claims without private names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as changed
from itertools import product

from sqlalchemy import Connection, and_, func, select

from allegiance.ledger import tables as t
from allegiance.ledger.derive import chunks
from allegiance.ledger.scope import PRESENT, Scope, bearing, named
from allegiance.ledger.spans import end, held_by, keep
from allegiance.model import WORD_ROLES, Filler, Recorded, Standing

WITHHELD = {Standing.PRIVATE: "a private person", Standing.MINOR: "a minor"}
"""What stands in place of a name that is withheld."""


@dataclass(frozen=True, slots=True)
class StandingRow:
    """That an actor has this standing, with the reason."""

    actor: str
    standing: Standing
    because: str = ""


def record(connection: Connection, rows: Iterable[StandingRow], last: int, *, replace: bool) -> None:
    """Keep these rows from entry `last` on, each instead of what held of its actor; of everything where `replace`."""
    table = t.standings
    told: set[object] = set()
    for chunk in chunks(rows):
        told.update(row.actor for row in chunk)
        kept = [{"actor": r.actor, "standing": r.standing.value, "because": r.because} for r in chunk]
        keep(connection, table, kept, last, table.c.actor.in_([row.actor for row in chunk]))
    if replace:
        end(connection, table, [row for row in held_by(connection, table) if row["actor"] not in told], last)


def of(connection: Connection, scope: Scope, actor: str) -> StandingRow:
    """The standing of an actor; public, for no reason, where none was handed in."""
    table = t.standings
    row = connection.execute(select(table).where(table.c.actor == actor, scope.knows(table))).first()
    known = StandingRow(row.actor, Standing(row.standing), row.because) if row else StandingRow(actor, Standing.PUBLIC)
    if known.standing is Standing.PUBLIC and scope.past and (since := _since_withheld(connection, scope, [actor])):
        return StandingRow(actor, since[actor], "his name is withheld by now")
    return known


def withheld(connection: Connection, scope: Scope, actors: Iterable[str]) -> dict[str, str]:
    """Of these actors those whose names are withheld, each with what stands in place of its name.

    In a view of the past names are withheld that were so then, and those that are so now.
    """
    table = t.standings
    found: dict[str, str] = {}
    for some in chunks(set(actors)):
        query = select(table.c.actor, table.c.standing).where(
            table.c.actor.in_(some), scope.knows(table), table.c.standing != Standing.PUBLIC.value
        )
        if scope.past:
            found.update({actor: WITHHELD[as_of] for actor, as_of in _since_withheld(connection, scope, some).items()})
        found.update({row.actor: WITHHELD[Standing(row.standing)] for row in connection.execute(query)})
    return found


def _since_withheld(connection: Connection, scope: Scope, actors: Sequence[str]) -> dict[str, Standing]:
    """Of these actors of a past view those of whom a name now stands for somebody whose names are withheld."""
    then, now = bearing(actors, scope), named(PRESENT).subquery()
    query = (
        select(then.c.actor, func.min(t.standings.c.standing).label("standing"))
        .join(now, and_(now.c.document == then.c.document, now.c.name == then.c.name))
        .join(t.standings, and_(t.standings.c.actor == now.c.actor, PRESENT.knows(t.standings)))
        .where(t.standings.c.standing != Standing.PUBLIC.value)
        .group_by(then.c.actor)
    )
    return {row.actor: Standing(row.standing) for row in connection.execute(query)}


def names_in(connection: Connection, scope: Scope, documents: Iterable[str]) -> dict[str, dict[str, str]]:
    """Of those of these documents that name somebody whose name is withheld: every name, with what stands in its place.

    For a name that is shown that is `""`.
    """
    found: dict[str, dict[str, str]] = {}
    # Names that are withheld now are so whatever state is seen.
    for some, seen in product(chunks(set(documents)), (scope, PRESENT) if scope.past else (scope,)):
        names, table = named(seen).subquery(), t.standings
        hiding = _hiding(connection, seen, some)
        if not hiding:
            continue
        query = (
            select(t.entries.c.id, names.c.name, table.c.standing)
            .join_from(names, t.entries, t.entries.c.seq == names.c.document)
            .join(table, and_(table.c.actor == names.c.actor, seen.knows(table)), isouter=True)
            .where(names.c.document.in_(hiding))
        )
        for row in connection.execute(query):
            instead = WITHHELD.get(Standing(row.standing), "") if row.standing else ""
            names_of = found.setdefault(row.id, {})
            names_of[row.name] = names_of.get(row.name) or instead
    return {document: names for document, names in found.items() if any(names.values())}


def _hiding(connection: Connection, scope: Scope, documents: Sequence[str]) -> Sequence[int]:
    """The numbers of those of these documents that name somebody whose name is withheld: few of them, mostly."""
    names, table = named(scope).subquery(), t.standings
    query = (
        select(names.c.document)
        .join_from(names, t.entries, t.entries.c.seq == names.c.document)
        .join(table, and_(table.c.actor == names.c.actor, scope.knows(table)))
        .where(t.entries.c.id.in_(documents), table.c.standing != Standing.PUBLIC.value)
    )
    return list(connection.execute(query.distinct()).scalars())


def veiled(recorded: Recorded, hidden: Mapping[str, str], names: Mapping[str, str]) -> Recorded:
    """A claim without the names of the `hidden` actors, also where its sources or the words of a post name them.

    It stands under its own id, and with its sentence as it is. `names` are those of its document, as `names_in` has it.
    """
    claim = recorded.claim
    words = {role: hidden[actor] for role, actor in recorded.actor_ids if actor in hidden}
    fillers = tuple(_filled(filler, words, names) for filler in claim.roles)
    sources = tuple(_unnamed(source, names) for source in claim.sources)
    judged = tuple(
        changed(one, why=_unnamed(one.why, names), value=_unnamed(one.note, names)) for one in recorded.judged
    )
    if (fillers, sources) == (claim.roles, claim.sources):
        return changed(recorded, judged=judged) if judged != recorded.judged else recorded
    told = changed(claim, roles=fillers, sources=sources, withheld=claim.id)
    return changed(recorded, claim=told, judged=judged)


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
