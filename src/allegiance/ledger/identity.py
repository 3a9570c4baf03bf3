"""Which actor a name in a document stands for. Another room resolves names; this keeps what it found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, bindparam, delete, exists, func, select

from allegiance.errors import NotFound
from allegiance.ledger import tables as t
from allegiance.ledger.derive import chunks, numbers_of
from allegiance.ledger.dialect import ROWS_AT_ONCE, insert_rows
from allegiance.ledger.scope import NO_DOCUMENT
from allegiance.model import Actor, Kind
from allegiance.names import key

OTHER_NAMES_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class IdentityRow:
    """That `name`, as it stands in `document`, names `actor`, with the reason.

    An empty `document` says that the actor bears the name in a register, whether or not a document uses it: so it can
    be found by it. `display` is the name under which the actor is shown; of rows that differ in it, the last holds.
    """

    document: str
    name: str
    actor: str
    kind: Kind
    display: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name in a document. `actor` is the id it was resolved to, and where `resolved` is false the one minted for it.

    `kind` is what most claims of the document take it to name.
    """

    document: str
    name: str
    key: str
    kind: Kind
    actor: str
    resolved: bool = False
    because: str = ""


def record(connection: Connection, rows: Iterable[IdentityRow], *, replace: bool) -> int:
    """Keep these rows, each instead of what was kept for its name; instead of everything where `replace`.

    Gives how many were kept. Raises NotFound for a document that is not recorded.
    """
    if replace:
        connection.execute(delete(t.identity))
        connection.execute(delete(t.actors))
    kept = 0
    for chunk in chunks(rows):
        latest = {(row.document, row.name): row for row in chunk}
        numbers = numbers_of(connection, {row.document for row in latest.values() if row.document}) | {"": NO_DOCUMENT}
        missing = sorted({document for document, _ in latest} - numbers.keys())
        if missing:
            raise NotFound(f"document {missing[0]} is not in the ledger")
        _record_actors(connection, {row.actor: row for row in chunk})
        _record_names(connection, [(numbers[row.document], row) for row in latest.values()])
        kept += len(latest)
    unused = ~exists().where(t.identity.c.actor == t.actors.c.id)
    connection.execute(delete(t.actors).where(unused))
    return kept


def _record_actors(connection: Connection, rows: dict[str, IdentityRow]) -> None:
    table = t.actors
    known = {row.id: (row.kind, row.name) for row in connection.execute(select(table).where(table.c.id.in_(rows)))}
    new = [
        {"id": row.actor, "kind": row.kind.value, "name": row.display}
        for row in rows.values()
        if row.actor not in known
    ]
    insert_rows(connection, table, new)
    for row in rows.values():
        told = (row.kind.value, row.display)
        if known.get(row.actor, told) != told:
            changed = table.update().where(table.c.id == row.actor)
            connection.execute(changed.values(kind=row.kind.value, name=row.display))


def _record_names(connection: Connection, rows: Sequence[tuple[int, IdentityRow]]) -> None:
    table = t.identity
    earlier = delete(table).where(table.c.document == bindparam("of"), table.c.name == bindparam("called"))
    connection.execute(earlier, [{"of": number, "called": row.name} for number, row in rows])
    said = [
        {"document": number, "name": row.name, "key": key(row.name), "actor": row.actor, "because": row.because}
        for number, row in rows
    ]
    insert_rows(connection, table, said)


def names(connection: Connection, *, resolved: bool | None = None) -> Iterator[NameUse]:
    """Every name in every document, in the order of recording; only those that are (not) resolved where asked."""
    uses, identity, roles = t.uses, t.identity, t.roles
    matched = and_(identity.c.document == uses.c.document, identity.c.name == uses.c.name)
    query = (
        select(
            *uses.c["document", "name", "key", "minted"],
            identity.c.actor,
            identity.c.because,
            t.entries.c.id,
            roles.c.kind,
            func.count().label("times"),
        )
        .join_from(uses, identity, matched, isouter=True)
        .join(t.entries, t.entries.c.seq == uses.c.document)
        .join(roles, and_(roles.c.document == uses.c.document, roles.c.name == uses.c.name))
        .group_by(
            *uses.c["document", "name", "key", "minted"],
            identity.c.actor,
            identity.c.because,
            t.entries.c.id,
            roles.c.kind,
        )
        .order_by(uses.c.document, uses.c.name)
    )
    if resolved is not None:
        query = query.where(identity.c.actor.is_not(None) if resolved else identity.c.actor.is_(None))
    # One row for each kind that a name was taken for: those of one name stand together.
    held: NameUse | None = None
    kinds: Counter[str] = Counter()
    for row in connection.execution_options(yield_per=ROWS_AT_ONCE).execute(query):
        actor = row.actor or row.minted
        use = NameUse(row.id, row.name, row.key, Kind.UNKNOWN, actor, row.actor is not None, row.because or "")
        if held is not None and use != held:
            yield _of_kind(held, kinds)
            kinds.clear()
        held = use
        kinds[row.kind] = row.times
    if held is not None:
        yield _of_kind(held, kinds)


def _of_kind(use: NameUse, kinds: Counter[str]) -> NameUse:
    return NameUse(use.document, use.name, use.key, likeliest(kinds), use.actor, use.resolved, use.because)


def likeliest(kinds: Counter[str]) -> Kind:
    """The kind that most say, of those that say any; of two that as many say, the first in the alphabet."""
    told = [(-times, kind) for kind, times in kinds.items() if kind != Kind.UNKNOWN]
    return Kind(min(told)[1]) if told else Kind.UNKNOWN


def current_id(connection: Connection, actor: str) -> str:
    """The id that this id stands for now: a minted one whose name has been resolved leads on. Raises NotFound."""
    if connection.execute(select(t.actors.c.id).where(t.actors.c.id == actor)).first():
        return actor
    uses, identity = t.uses, t.identity
    matched = and_(identity.c.document == uses.c.document, identity.c.name == uses.c.name)
    query = select(func.coalesce(identity.c.actor, uses.c.minted)).join_from(uses, identity, matched, isouter=True)
    found = connection.execute(query.where(uses.c.minted == actor)).scalar()
    if found is None:
        raise NotFound(f"there is no actor {actor} in the ledger", hint="look it up by name")
    return str(found)


def actor_of(connection: Connection, actor: str) -> Actor:
    """The actor with this id, or with the id that it leads on to. Raises NotFound."""
    actor = current_id(connection, actor)
    row = connection.execute(select(t.actors).where(t.actors.c.id == actor)).first()
    if row is None:
        return _minted(connection, actor)
    table = t.identity
    query = select(table.c.name).where(table.c.actor == actor, table.c.name != row.name)
    others = connection.execute(query.distinct().order_by(table.c.name).limit(OTHER_NAMES_AT_MOST)).scalars()
    return Actor(row.id, Kind(row.kind), row.name, tuple(others))


def _minted(connection: Connection, actor: str) -> Actor:
    uses, roles = t.uses, t.roles
    query = (
        select(uses.c.name, roles.c.kind, func.count().label("times"))
        .join(roles, and_(roles.c.document == uses.c.document, roles.c.name == uses.c.name))
        .where(uses.c.minted == actor)
        .group_by(uses.c.name, roles.c.kind)
    )
    rows = connection.execute(query).all()
    return Actor(actor, likeliest(Counter({row.kind: row.times for row in rows})), rows[0].name)
