"""The ledger seen at a time: claims with all that must be shown beside them, and what they rest on."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, select

from allegiance.fulltext import Found, FoundClaim, Sought
from allegiance.ledger import covering, differ, find, identity, reports, standing, waiting
from allegiance.ledger import tables as t
from allegiance.ledger.asked import Asked, values_of
from allegiance.ledger.assembling import Assembling, appearances_of, claims_query, numbers_about
from allegiance.ledger.database import Database, streamed
from allegiance.ledger.days import days
from allegiance.ledger.derive import UNDATED, chunks, ids_of, numbers_of
from allegiance.ledger.scope import Scope, named
from allegiance.ledger.search import Search
from allegiance.ledger.standing import StandingRow
from allegiance.ledger.states import redacted, state_of
from allegiance.model import Actor, Appearance, Coverage, Kind, Recorded

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
        self._assembling = Assembling(database, scope, veiled=veiled)

    def of_documents(self, documents: Sequence[str]) -> Iterator[Recorded]:
        """The claims of these documents, in no order that means anything. Raises LedgerError."""
        with self._database.reading() as connection:
            yield from self._of_numbers(connection, numbers_of(connection, documents).values())

    def _of_numbers(self, connection: Connection, documents: Iterable[int]) -> Iterator[Recorded]:
        """The claims of the documents with these numbers."""
        for some in chunks(documents):
            rows = _IN_DOCUMENTS.all(connection, documents=some, **values_of(self._scope))
            yield from self._assembling.of(connection, sorted(rows))

    def each(self, *, actors: Sequence[str] = (), types: Sequence[str] = ()) -> Iterator[Recorded]:
        """As `claims`, one at a time and in the order of recording, however many there are. Raises LedgerError."""
        with self._database.reading() as connection:
            if actors:
                yield from self._about(connection, actors, types)
                return
            query = claims_query().where(self._scope.holds(t.claims, t.readings)).order_by(t.claims.c.seq)
            if types:
                query = query.where(t.claims.c.type.in_(types))
            yield from self._assembling.each(connection, query)

    def latest(self, most: int) -> Iterator[Recorded]:
        """At most so many claims of this view, those that were recorded last. Raises LedgerError."""
        with self._database.reading() as connection:
            query = claims_query().where(self._scope.holds(t.claims, t.readings)).order_by(t.claims.c.seq.desc())
            yield from self._assembling.each(connection, query.limit(most))

    def _about(self, connection: Connection, actors: Sequence[str], types: Sequence[str]) -> Iterator[Recorded]:
        """The claims of some actors."""
        for some in chunks(numbers_about(connection, self._scope, actors, types)):
            yield from self._assembling.numbered(connection, some)

    def claims(self, *, actors: Sequence[str] = (), types: Sequence[str] = ()) -> Sequence[Recorded]:
        """Claims of these types in which any of these actors fills a role; all where both are empty.

        In the order in which they appeared, undated last, and where they stand in their documents: the same whatever
        the order in which the documents were recorded. Raises LedgerError.
        """
        found = self.each(actors=actors, types=types)
        return sorted(found, key=_in_order)

    def told_of(self) -> Sequence[str]:
        """The ids of all actors for whom names stand in any reading of this view, in order."""
        with self._database.reading() as connection:
            names = named(self._scope).subquery()
            query = select(names.c.actor).distinct().order_by(names.c.actor)
            return [row.actor for row in streamed(connection, query)]

    def differing(self, other: LedgerView) -> list[str]:
        """The ids of the documents of which the two views may tell otherwise, the last recorded first."""
        with self._database.reading() as connection:
            numbers = sorted(differ.documents(connection, self._scope, other._scope), reverse=True)
            named = ids_of(connection, numbers)
            return [named[number] for number in numbers]

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
                for id, kind, name in identity.known(connection, self._scope, some):
                    found[id] = Actor(id, Kind(kind), hidden.get(id, name))
        return found

    def stands_for(self, names: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
        """For names, each with the id of its document, the ids of those that they were found to stand for.

        Also names that fill no role, such as where something happened.
        """
        wanted = set(names)
        found: dict[tuple[str, str], str] = {}
        with self._database.reading() as connection:
            for documents in chunks(sorted({document for document, _ in wanted})):
                numbers = numbers_of(connection, set(documents))
                named = {number: document for document, number in numbers.items()}
                query = select(t.identity.c.document, t.identity.c.name, t.identity.c.actor).where(
                    t.identity.c.document.in_(named), self._scope.knows(t.identity)
                )
                for row in connection.execute(query):
                    if (key := (named[row.document], row.name)) in wanted:
                        found[key] = row.actor
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

    def search(self, sought: Sought) -> Found:
        """The documents and the claims of this view that have what is looked for, best first. Raises BadDate.

        Names that are withheld lead to neither.
        """
        with self._database.reading() as connection:
            search = Search(self._database, connection, self._scope, sought, veiled=self.veiled)
            texts = search.texts()
            met = search.claims(texts)
            numbers = sorted(one.number for one in met)
            recorded = dict(zip(numbers, self._assembling.numbered(connection, numbers), strict=True))
            claims = [(recorded[one.number], one) for one in met]
            return Found(
                texts=() if sought.types else tuple(search.documents(texts)),
                claims=tuple(FoundClaim(r, sought.query.snippet(r.sentence, o.veil), o.because) for r, o in claims),
                problems=tuple(dict.fromkeys(search.problems)),
            )

    def unsure(self, certainties: Sequence[str], before: int, most: int) -> list[tuple[int, Recorded]]:
        """At most so many claims of these certainties that nobody accepted, each with its number in the log.

        Those that were recorded before a number, the last of them first.
        """
        with self._database.reading() as connection:
            return self._with_numbers(connection, waiting.unsure(connection, self._scope, certainties, before, most))

    def of_frames(self, frames: Sequence[str], before: int, most: int) -> list[tuple[int, Recorded]]:
        """As `unsure`, of claims that these frames gave, among the last `waiting.LOOKED_AT` that were recorded."""
        with self._database.reading() as connection:
            return self._with_numbers(connection, waiting.of_frames(connection, self._scope, frames, before, most))

    def frames_put_wrong(self) -> Mapping[str, tuple[int, int]]:
        """The frames of whose claims people rejected or corrected more than they accepted: how many of either."""
        with self._database.reading() as connection:
            return waiting.frames_put_wrong(connection, self._scope)

    def _with_numbers(self, connection: Connection, numbers: Sequence[int]) -> list[tuple[int, Recorded]]:
        """The claims with these numbers, in their order."""
        ascending = sorted(numbers)
        known = dict(zip(ascending, self._assembling.numbered(connection, ascending), strict=True))
        return [(number, known[number]) for number in numbers]

    def state(self) -> Hashable:
        """What every answer of this view depends on: of two views of a ledger with the same it is the same."""
        with self._database.reading() as connection:
            return (self._scope, self.veiled, state_of(self._database, connection))

    def coverage(self) -> Coverage:
        """What this view rests on. `earliest` and `latest` are dates as published."""
        known, scope = self._database.covered, self._scope
        with self._database.reading() as connection:
            # The name of a publisher may have been struck out since.
            since = redacted(self._database, connection)
            if (found := known.get((scope, since))) is None:
                state = covering.depends_on(connection, scope), since
                rests = (scope.day, state)
                found = known.get(rests) or self._counted(connection, state)
                if len(known) >= STATES_AT_MOST:
                    known.clear()
                known[scope, since] = known[rests] = found
            return found

    def _counted(self, connection: Connection, state: Hashable) -> Coverage:
        """What this view rests on, counted; where it is of a day, for all days of that state at once."""
        if self._scope.day == UNDATED:
            return covering.coverage(connection, self._scope)
        kept = self._database.days
        if kept is None or kept[0] != state:
            kept = self._database.days = state, days(connection, self._scope)
        return kept[1].coverage(self._scope.day)

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


_IN_DOCUMENTS = Asked(
    lambda asking: claims_query().where(
        asking.scope.holds(t.claims, t.readings), asking.among(t.readings.c.document, "documents")
    )
)


def _in_order(recorded: Recorded) -> tuple[str, str, int, str]:
    claim = recorded.claim
    return recorded.appearance.published or UNDATED, claim.document, claim.evidence.start, claim.id


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
