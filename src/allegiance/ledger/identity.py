"""Which actor a name in a document stands for. Another room resolves names; this keeps what it found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, and_, func, or_, select, union

from allegiance.errors import NotFound
from allegiance.ledger import tables as t
from allegiance.ledger.asked import Asked, Asking, values_of
from allegiance.ledger.database import streamed
from allegiance.ledger.derive import chunks, numbers_of
from allegiance.ledger.scope import NO_DOCUMENT, PRESENT, Scope, resolving
from allegiance.ledger.spans import keep
from allegiance.model import Actor, Kind
from allegiance.names import key

OTHER_NAMES_AT_MOST = 200
MANY = 50


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


def record(connection: Connection, rows: Iterable[IdentityRow], last: int) -> None:
    """Keep these rows from entry `last` on, each instead of what held of its name.

    A name that nobody had looked at before stands for its actor from the reading on that gave it. Raises NotFound for a
    document that is not recorded.
    """
    earlier = select(func.max(t.resolutions.c.last)).where(t.resolutions.c.last < last)
    seen = connection.execute(earlier).scalar() or 0
    for chunk in chunks(rows):
        latest = {(row.document, row.name): row for row in chunk}
        numbers = numbers_of(connection, {row.document for row in latest.values() if row.document}) | {"": NO_DOCUMENT}
        missing = sorted({document for document, _ in latest} - numbers.keys())
        if missing:
            raise NotFound(f"document {missing[0]} is not in the ledger")
        _record_actors(connection, {row.actor: row for row in chunk}, last)
        _record_names(connection, {(numbers[row.document], row.name): row for row in latest.values()}, last, seen)


def _record_actors(connection: Connection, rows: dict[str, IdentityRow], last: int) -> None:
    told = [{"id": row.actor, "kind": row.kind.value, "name": row.display} for row in rows.values()]
    keep(connection, t.actors, told, last, t.actors.c.id.in_(rows))


def _record_names(connection: Connection, rows: Mapping[tuple[int, str], IdentityRow], last: int, seen: int) -> None:
    """`seen` is the last entry of which names had been resolved before."""
    table, uses = t.identity, t.uses
    documents = {document for document, _ in rows if document != NO_DOCUMENT}
    listed = [name for document, name in rows if document == NO_DOCUMENT]
    of_documents = select(uses.c.document, uses.c.name, uses.c.since).where(uses.c.document.in_(documents))
    read: dict[tuple[object, ...], int] = {(r.document, r.name): r.since for r in connection.execute(of_documents)}
    told = [
        {"document": number, "name": name, "key": key(name), "actor": row.actor, "because": row.because}
        for (number, name), row in rows.items()
    ]

    def first(named: tuple[object, ...]) -> int:
        since = read.get(named, 0)
        return since if since > seen or not seen else last

    among = or_(table.c.document.in_(documents), and_(table.c.document == NO_DOCUMENT, table.c.name.in_(listed)))
    keep(connection, table, told, last, among, first)


def names(connection: Connection, documents: Sequence[str] = ()) -> Iterator[NameUse]:
    """Every name in every document, in the order of recording.

    Where documents are given, only theirs: as many as can be asked for in one question.
    """
    uses, identity, roles = t.uses, t.identity, t.roles
    query = (
        select(
            *uses.c["document", "name", "key", "minted"],
            identity.c.actor,
            identity.c.because,
            t.entries.c.id,
            roles.c.kind,
            func.count().label("times"),
        )
        .join_from(uses, identity, resolving(PRESENT), isouter=True)
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
    if documents:
        query = query.where(t.entries.c.id.in_(documents))
    # One row for each kind that a name was taken for: those of one name stand together.
    held: NameUse | None = None
    kinds: Counter[str] = Counter()
    for row in streamed(connection, query):
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


def current_id(connection: Connection, scope: Scope, actor: str) -> str:
    """The id that this id stands for: a minted one whose name has been resolved leads on. Raises NotFound."""
    if _KNOWN.all(connection, actor=actor, **values_of(scope)):
        return actor
    for (found,) in _LEADING.all(connection, actor=actor, **values_of(scope)):
        return str(found)
    raise NotFound(f"there is no actor {actor} in the ledger", hint="look it up by name")


def _known(asking: Asking) -> Select[str, str, str]:
    table = t.actors
    return select(table.c.id, table.c.kind, table.c.name).where(
        table.c.id == asking.text("actor"), asking.scope.knows(table)
    )


def _leading(asking: Asking) -> Select[str]:
    uses, identity = t.uses, t.identity
    return (
        select(func.coalesce(identity.c.actor, uses.c.minted))
        .join_from(uses, identity, resolving(asking.scope), isouter=True)
        .where(uses.c.minted == asking.text("actor"), uses.c.since <= asking.scope.last)
        .limit(1)
    )


def _other_names(asking: Asking) -> Select[str]:
    table = t.identity
    query = select(table.c.name).where(
        table.c.actor == asking.text("actor"), table.c.name != asking.text("name"), asking.scope.knows(table)
    )
    return query.distinct().order_by(table.c.name).limit(OTHER_NAMES_AT_MOST)


def known(connection: Connection, scope: Scope, actors: Sequence[str]) -> list[tuple[str, str, str]]:
    """Those of these actors that have been resolved: id, kind and name of each."""
    found = _ALL_KNOWN.all(connection, actors=actors, **values_of(scope))
    return [(id, kind, name) for id, kind, name in found]


def _all_known(asking: Asking) -> Select[str, str, str]:
    table = t.actors
    return select(table.c.id, table.c.kind, table.c.name).where(
        asking.among(table.c.id, "actors"), asking.scope.knows(table)
    )


_ALL_KNOWN = Asked(_all_known)
_KNOWN = Asked(_known)
_LEADING = Asked(_leading)
_OTHER_NAMES = Asked(_other_names)


def beginning(connection: Connection, scope: Scope, prefix: str) -> list[str]:
    """The ids of the actors whose ids, or those of whose names by themselves, begin so; at most MANY."""
    # No digit of an id sorts after z, so that this is every id with the prefix, and an index finds them.
    low, high = prefix, f"{prefix}z"
    actors, uses, identity = t.actors, t.uses, t.identity
    known = select(actors.c.id).where(actors.c.id.between(low, high), scope.knows(actors))
    own = (
        select(func.coalesce(identity.c.actor, uses.c.minted))
        .join_from(uses, identity, resolving(scope), isouter=True)
        .where(uses.c.minted.between(low, high), uses.c.since <= scope.last)
    )
    return sorted(str(id) for id in connection.execute(union(known, own).limit(MANY)).scalars())


def actor_of(connection: Connection, scope: Scope, actor: str) -> Actor:
    """The actor with this id, or with the id that it leads on to. Raises NotFound."""
    actor = current_id(connection, scope, actor)
    for id, kind, name in _KNOWN.all(connection, actor=actor, **values_of(scope)):
        others = _OTHER_NAMES.all(connection, actor=actor, name=name, **values_of(scope))
        return Actor(id, Kind(kind), name, tuple(other for (other,) in others))
    return _minted(connection, scope, actor)


def _minted(connection: Connection, scope: Scope, actor: str) -> Actor:
    uses, roles = t.uses, t.roles
    query = (
        select(uses.c.name, roles.c.kind, func.count().label("times"))
        .join(roles, and_(roles.c.document == uses.c.document, roles.c.name == uses.c.name))
        .join(t.claims, t.claims.c.seq == roles.c.claim)
        .where(uses.c.minted == actor, t.claims.c.reading <= scope.last)
        .group_by(uses.c.name, roles.c.kind)
    )
    rows = connection.execute(query).all()
    return Actor(actor, likeliest(Counter({row.kind: row.times for row in rows})), rows[0].name)
