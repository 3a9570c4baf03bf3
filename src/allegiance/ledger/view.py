"""The ledger seen at a time: claims with all that must be shown beside them, and what they rest on."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection, Row, Select, and_, select

from allegiance.exchange import read_line
from allegiance.ledger import covering, differ, find, identity, reports, standing
from allegiance.ledger import tables as t
from allegiance.ledger.database import Database, streamed
from allegiance.ledger.derive import UNDATED, chunks, numbers_of
from allegiance.ledger.entries import EntryKind, read_entry
from allegiance.ledger.opinions import of_claim, opinions, subjects_of
from allegiance.ledger.scope import Scope, bearing, named
from allegiance.ledger.standing import StandingRow
from allegiance.model import Actor, Appearance, Claim, Coverage, Judgement, Kind, Recorded

ClaimRow = Row[int, int, str, str, str, str, str, str, str]

STATES_AT_MOST = 64
"""Of so many states of the ledger it is remembered what they rest on."""


@dataclass(frozen=True, slots=True)
class Report:
    """A document of a view: where it appeared, in which language, how many claims it gives, whether it was read."""

    document: str
    appearances: tuple[Appearance, ...]
    language: str
    claims: int
    was_read: bool


@dataclass(frozen=True, slots=True)
class Superseded:
    """A document whose text has been replaced at every address at which it appeared, and what replaced it there."""

    document: str
    by: str
    url: str


class LedgerView:
    """One state of the ledger, as `model.View` has it. What is recorded afterwards does not change it.

    Names of private persons and of minors are withheld, as they stood then and as they stand now; a view that is not
    `veiled` shows them, and serves to decide on them, not to answer.
    """

    def __init__(self, database: Database, scope: Scope, *, veiled: bool = True) -> None:
        self._database = database
        self._scope = scope
        self.veiled = veiled

    def of_documents(self, documents: Sequence[str]) -> Iterator[Recorded]:
        """The claims of these documents, in no order that means anything. Raises LedgerError."""
        with self._database.reading() as connection:
            yield from self._of_numbers(connection, numbers_of(connection, documents).values())

    def _of_numbers(self, connection: Connection, documents: Iterable[int]) -> Iterator[Recorded]:
        """The claims of the documents with these numbers."""
        for some in chunks(documents):
            query = self._held.where(t.readings.c.document.in_(some))
            yield from self._shown(connection, assembled(connection, query.order_by(t.claims.c.seq), self._scope))

    @cached_property
    def _held(self) -> Select[int, int, str, str, str, str, str, str, str]:
        """The question for all claims of the view: it is long, and takes longer to put together than to answer."""
        return claims_query().where(self._scope.holds(t.claims, t.readings))

    def each(self, *, actors: Sequence[str] = (), types: Sequence[str] = ()) -> Iterator[Recorded]:
        """As `claims`, one at a time and in the order of recording, however many there are. Raises LedgerError."""
        with self._database.reading() as connection:
            query = self._held
            if types:
                query = query.where(t.claims.c.type.in_(types))
            if not actors:
                yield from self._shown(connection, assembled(connection, query.order_by(t.claims.c.seq), self._scope))
                return
            # Ids that have been resolved since lead on; several may lead to one.
            wanted = list(dict.fromkeys(_current_ids(connection, self._scope, actors)))
            seen: set[int] = set()
            for some in chunks(wanted):
                names = bearing(some, self._scope)
                matched = and_(t.roles.c.document == names.c.document, t.roles.c.name == names.c.name)
                bearers = select(t.roles.c.claim).join(names, matched)
                chosen = query.where(t.claims.c.seq.in_(bearers)).order_by(t.claims.c.seq)
                found = assembled(connection, chosen, self._scope, seen if len(wanted) > len(some) else None)
                yield from self._shown(connection, found)

    def _shown(self, connection: Connection, claims: Iterable[Recorded]) -> Iterator[Recorded]:
        """These claims, without the names that are withheld."""
        if not self.veiled:
            yield from claims
            return
        for some in chunks(claims):
            hidden = standing.withheld(connection, self._scope, (actor for r in some for _, actor in r.actor_ids))
            names = standing.names_in(connection, self._scope, (recorded.claim.document for recorded in some))
            yield from (standing.veiled(r, hidden, names.get(r.claim.document, {})) for r in some)

    def claims(self, *, actors: Sequence[str] = (), types: Sequence[str] = ()) -> Sequence[Recorded]:
        """Claims of these types in which any of these actors fills a role; all where both are empty.

        In the order in which they appeared, undated last, and where they stand in their documents: the same whatever
        the order in which the documents were recorded. Raises LedgerError.
        """
        found = self.each(actors=actors, types=types)
        return sorted(found, key=_in_order)

    def differing(self, other: LedgerView) -> tuple[dict[str, Recorded], dict[str, Recorded]]:
        """The claims, by id, of the documents of which the two views may tell otherwise: those of this, and of that."""
        with self._database.reading() as connection:
            numbers = sorted(differ.documents(connection, self._scope, other._scope))
            mine, others = (view._of_numbers(connection, numbers) for view in (self, other))
            return {r.claim.id: r for r in mine}, {r.claim.id: r for r in others}

    def actor(self, actor: str) -> Actor:
        """The actor with this id; an id that has been resolved leads on to the one it stands for. Raises NotFound."""
        with self._database.reading() as connection:
            found = identity.actor_of(connection, self._scope, actor)
            hidden = standing.withheld(connection, self._scope, [found.id]) if self.veiled else {}
            return Actor(found.id, found.kind, hidden[found.id]) if hidden else found

    def actors(self, actors: Sequence[str]) -> Mapping[str, Actor]:
        """Those of these actors that have been resolved, by id, asked for all at once, without their other names."""
        found: dict[str, Actor] = {}
        with self._database.reading() as connection:
            for some in chunks(dict.fromkeys(actors)):
                hidden = standing.withheld(connection, self._scope, some) if self.veiled else {}
                query = select(t.actors).where(t.actors.c.id.in_(some), self._scope.knows(t.actors))
                for row in connection.execute(query):
                    found[row.id] = Actor(row.id, Kind(row.kind), hidden.get(row.id, row.name))
        return found

    def standing(self, actor: str) -> StandingRow:
        """Whether an actor is public, private or a minor, and why; public where nobody has said."""
        with self._database.reading() as connection:
            return standing.of(connection, self._scope, identity.current_id(connection, self._scope, actor))

    def ids(self, prefix: str) -> Sequence[str]:
        """The ids of the actors that are meant by the beginning of an id, their own or that of one of their names."""
        with self._database.reading() as connection:
            return identity.beginning(connection, self._scope, prefix)

    def find(self, name: str, kind: Kind = Kind.UNKNOWN) -> Sequence[Actor]:
        """Actors of this view that bear the name, the one with most claims first. Raises NotFound.

        Those that bear it exactly, spelling apart (`allegiance.names.key`); where none does, those of whose names it
        is a part. With a kind, only actors of that kind and of none. Whose names are withheld are not found by them.
        """
        with self._database.reading() as connection:
            return find.find(connection, self._scope, name, kind, veiled=self.veiled)

    def coverage(self) -> Coverage:
        """What this view rests on. `earliest` and `latest` are dates as published."""
        known = self._database.covered
        if self._scope not in known:
            with self._database.reading() as connection:
                found = covering.coverage(connection, self._scope)
            if len(known) >= STATES_AT_MOST:
                known.clear()
            known[self._scope] = found
        return known[self._scope]

    def reports(self, limit: int, skip: int = 0) -> list[Report]:
        """At most `limit` of the documents of this view, the last to come out first, after as many to `skip`."""
        with self._database.reading() as connection:
            listed = list(reports.latest(connection, self._scope, limit, skip))
            at = appearances_of(connection, [one.number for one in listed], self._scope)
            return [Report(o.document, at[o.number], o.language, o.claims, o.was_read) for o in listed]

    def superseded(self, document: str = "") -> list[Superseded]:
        """The documents that were left out because other texts stand at their addresses, with the latest of these.

        With a document's id, only that document.
        """
        with self._database.reading() as connection:
            return list(_superseded(connection, self._scope, document))


def _in_order(recorded: Recorded) -> tuple[str, str, int, str]:
    claim = recorded.claim
    return recorded.appearance.published or UNDATED, claim.document, claim.evidence.start, claim.id


def _current_ids(connection: Connection, scope: Scope, actors: Iterable[str]) -> Iterator[str]:
    """These ids, and those that they lead on to where their names have been resolved."""
    for some in chunks(actors):
        yield from some
        names = named(scope).add_columns(t.uses.c.minted).subquery()
        found = connection.execute(select(names.c.actor).where(names.c.minted.in_(some)))
        yield from found.scalars()


def claims_query() -> Select[int, int, str, str, str, str, str, str, str]:
    """Every claim of every reading, as `assembled` takes them: to be narrowed."""
    return (
        select(
            t.claims.c.seq,
            t.claims.c.document,
            t.claims.c.sentence,
            t.claims.c.place,
            t.findings.c.line,
            t.findings.c.frame,
            t.readings.c.reader,
            t.entries.c.recorded,
            t.entries.c.id,
        )
        .join(t.readings, t.readings.c.seq == t.claims.c.reading)
        .join(t.findings, t.findings.c.seq == t.claims.c.seq)
        .join(t.entries, t.entries.c.seq == t.claims.c.reading)
    )


def claims_with_id(low: str, high: str) -> Select[int, int, str, str, str, str, str, str, str]:
    """Claims of any reading whose ids lie between these two, the newest reading of each first."""
    chosen = claims_query().where(t.claims.c.id.between(low, high))
    return chosen.order_by(t.claims.c.id, t.readings.c.at.desc(), t.claims.c.seq.desc())


def assembled(
    connection: Connection,
    query: Select[int, int, str, str, str, str, str, str, str],
    scope: Scope,
    seen: set[int] | None = None,
) -> Generator[Recorded, None, None]:
    """The claims that a query gives, with what belongs to each as a view has it.

    `seen` leaves out those that were given before.
    """
    for page in chunks(streamed(connection, query)):
        fresh = [row for row in page if seen is None or row.seq not in seen]
        if seen is not None:
            seen.update(row.seq for row in fresh)
        documents = sorted({row.document for row in fresh})
        appeared = appearances_of(connection, documents, scope)
        actors = _actors_in(connection, scope, [row.seq for row in fresh])
        sketches = _sketches_of(connection, documents)
        claims = [read_line(row.line).claim() for row in fresh]
        said = opinions(connection, scope, subjects_of(claims, appeared.values())) if scope.noted else {}
        for row, claim in zip(fresh, claims, strict=True):
            at = appeared[row.document]
            told = of_claim(said, claim, at) if said else ()
            yield _recorded(row, claim, at, actors, (sketches.get(row.document, b""), told))


def _recorded(
    row: ClaimRow,
    claim: Claim,
    appeared: tuple[Appearance, ...],
    actors: dict[tuple[int, str], str],
    beside: tuple[bytes, tuple[Judgement, ...]],
) -> Recorded:
    sketch, told = beside
    return Recorded(
        claim=claim,
        sentence=row.sentence,
        appearances=appeared,
        reader=row.reader,
        frame=row.frame,
        place=row.place,
        recorded=row.recorded,
        reading=row.id,
        sketch=sketch,
        judged=told,
        actor_ids=tuple((filler.role, actors[row.document, filler.name]) for filler in claim.actors),
    )


def _sketches_of(connection: Connection, documents: Sequence[int]) -> dict[int, bytes]:
    query = select(t.sketches).where(t.sketches.c.document.in_(documents))
    return {row.document: row.sketch for row in connection.execute(query)}


def appearances_of(connection: Connection, documents: Sequence[int], scope: Scope) -> dict[int, tuple[Appearance, ...]]:
    """The appearances of these documents, the earliest published first, undated ones last."""
    table = t.appearances
    query = (
        select(table.c.document, t.entries.c.payload)
        .join(t.entries, t.entries.c.seq == table.c.seq)
        .where(table.c.document.in_(documents))
        .order_by(table.c.document, table.c.low, table.c.out, table.c.publisher, t.entries.c.id)
    )
    if not scope.every:
        query = query.where(scope.appears(table))
    found: dict[int, list[Appearance]] = {}
    for row in connection.execute(query):
        value = read_entry(EntryKind.APPEARANCE, row.payload)
        assert isinstance(value, Appearance)
        found.setdefault(row.document, []).append(value)
    return {document: tuple(values) for document, values in found.items()}


def _actors_in(connection: Connection, scope: Scope, claims: Sequence[int]) -> dict[tuple[int, str], str]:
    """Whom the names of these claims stand for, each in its document, whose other names are many."""
    matched = and_(t.roles.c.document == t.uses.c.document, t.roles.c.name == t.uses.c.name)
    names = named(scope).join(t.roles, matched).where(t.roles.c.claim.in_(claims))
    return {(row.document, row.name): row.actor for row in connection.execute(names)}


def _superseded(connection: Connection, scope: Scope, document: str) -> Iterator[Superseded]:
    gone, instead = t.appearances.alias(), t.appearances.alias()
    old, new = t.entries.alias(), t.entries.alias()
    query = (
        select(old.c.id, gone.c.url, new.c.id.label("by"))
        .select_from(gone)
        .join(instead, and_(instead.c.url == gone.c.url, instead.c.document != gone.c.document))
        .join(old, old.c.seq == gone.c.document)
        .join(new, new.c.seq == instead.c.document)
        .where(gone.c.url != "", scope.is_replaced(gone.c.document), scope.appears(instead))
        .distinct()
        .order_by(old.c.id, gone.c.url, new.c.id)
    )
    if document:
        query = query.where(old.c.id == document)
    yield from (Superseded(row.id, row.by, row.url) for row in connection.execute(query))
