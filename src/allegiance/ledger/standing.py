"""Whose names are withheld: the standing of persons, which another room derives, and claims without private names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as changed

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    and_,
    exists,
    func,
    literal_column,
    select,
    union,
)

from allegiance.ledger import tables as t
from allegiance.ledger.asked import Asked, Asking, values_of
from allegiance.ledger.derive import chunks
from allegiance.ledger.scope import PRESENT, Scope, bearing, named
from allegiance.ledger.spans import keep
from allegiance.model import WORD_ROLES, Filler, Recorded, Standing

WITHHELD = {Standing.PRIVATE: "a private person", Standing.MINOR: "a minor"}
"""What stands in place of a name that is withheld."""


@dataclass(frozen=True, slots=True)
class StandingRow:
    """That an actor has this standing, with the reason."""

    actor: str
    standing: Standing
    because: str = ""


def record(connection: Connection, rows: Iterable[StandingRow], last: int) -> None:
    """Keep these rows from entry `last` on, each instead of what held of its actor."""
    table = t.standings
    for chunk in chunks(rows):
        kept = [{"actor": r.actor, "standing": r.standing.value, "because": r.because} for r in chunk]
        keep(connection, table, kept, last, table.c.actor.in_([row.actor for row in chunk]))


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
    found: dict[str, str] = {}
    for some in chunks(set(actors)) if _ANYBODY.all(connection) else ():
        if scope.past:
            found.update({actor: WITHHELD[as_of] for actor, as_of in _since_withheld(connection, scope, some).items()})
        rows = _WITHHELD.all(connection, actors=some, **values_of(scope))
        found.update({actor: WITHHELD[Standing(standing)] for actor, standing in rows})
    return found


def _withheld(asking: Asking) -> Select[str, str]:
    table = t.standings
    among = asking.among(table.c.actor, "actors")
    return select(table.c.actor, table.c.standing).where(among, asking.scope.knows(table), _is_hiding())


def _is_hiding() -> ColumnElement[bool]:
    # The word stands in the question itself, so that the database sees that it can look in the index of the withheld.
    return t.standings.c.standing != literal_column("'public'")


_WITHHELD = Asked(_withheld)
_ANYBODY = Asked(lambda _: select(t.standings.c.actor).where(_is_hiding()).limit(1))
"""Somebody whose name was ever withheld: where there is none, nothing need be looked through for such names."""


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


def names_in(connection: Connection, scope: Scope, documents: Sequence[int]) -> dict[int, dict[str, str]]:
    """Of those of these documents that name somebody whose name is withheld: every name, with what stands in its place.

    For a name that is shown that is `""`.
    """
    found: dict[int, dict[str, str]] = {}
    if not _ANYBODY.all(connection):
        return found
    # Names that are withheld now are so whatever state is seen.
    for seen in (scope, PRESENT) if scope.past else (scope,):
        hiding = [number for (number,) in _HIDING.all(connection, documents=documents, **values_of(seen))]
        if not hiding:
            continue  # Few documents name one, mostly.
        for document, name, stands in _NAMES.all(connection, documents=hiding, **values_of(seen)):
            names_of = found.setdefault(document, {})
            names_of[name] = names_of.get(name) or (WITHHELD[Standing(stands)] if stands else "")
    return {document: names for document, names in found.items() if any(names.values())}


def hidden_names(connection: Connection, scope: Scope) -> frozenset[str]:
    """Every name in a document whose bearer's names are withheld."""
    if not _ANYBODY.all(connection):
        return frozenset()
    both = (scope, PRESENT) if scope.past else (scope,)
    return frozenset(name for seen in both for (name,) in _HIDDEN.all(connection, **values_of(seen)))


def _hidden(asking: Asking) -> Select[str]:
    names, table = named(asking.scope).subquery(), t.standings
    hiding = and_(table.c.actor == names.c.actor, asking.scope.knows(table), _is_hiding())
    return select(names.c.name).join_from(names, table, hiding).distinct()


_HIDDEN = Asked(_hidden)


def _hiding(asking: Asking) -> CompoundSelect[int]:
    """The documents among these that name somebody whose name is withheld."""
    scope, identity, uses, table = asking.scope, t.identity, t.uses, t.standings
    resolved = select(identity.c.document).where(
        asking.among(identity.c.document, "documents"),
        scope.knows(identity),
        exists().where(table.c.actor == identity.c.actor, scope.knows(table), _is_hiding()),
    )
    unresolved = select(uses.c.document).where(
        asking.among(uses.c.document, "documents"),
        uses.c.since <= scope.last,
        exists().where(table.c.actor == uses.c.minted, scope.knows(table), _is_hiding()),
    )
    return union(resolved, unresolved)


def _names(asking: Asking) -> Select[int, str, str]:
    """Every name in these documents, with the standing of its bearer where his name is withheld."""
    names, table = named(asking.scope).subquery(), t.standings
    hiding = and_(table.c.actor == names.c.actor, asking.scope.knows(table), _is_hiding())
    return (
        select(names.c.document, names.c.name, table.c.standing)
        .join_from(names, table, hiding, isouter=True)
        .where(asking.among(names.c.document, "documents"))
    )


_HIDING = Asked(_hiding)
_NAMES = Asked(_names)


def veiled(recorded: Recorded, hidden: Mapping[str, str], names: Mapping[str, str]) -> Recorded:
    """A claim without the names of the `hidden` actors, also where its sources or the words of a post name them.

    It stands under its own id, and with its sentence as it is. `names` are those of its document, as `names_in` has it.
    """
    if not names and not any(actor in hidden for _, actor in recorded.actor_ids):
        return recorded
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
