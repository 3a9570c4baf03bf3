"""What is kept so that names need not be resolved from the beginning each time: what each document tells of them.

It is written by the room that resolves names, and means nothing here. What is missing or made by other rules costs
time, and no answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, exists, func, insert, select

from allegiance.ledger import identity, standing
from allegiance.ledger import tables as t
from allegiance.ledger.assembling import Assembling, claims_query
from allegiance.ledger.database import Database, insert_rows, streamed
from allegiance.ledger.derive import UNDATED, chunks, last_number, numbers_of, stream_entries
from allegiance.ledger.entries import EntryKind, read_entry
from allegiance.ledger.identity import IdentityRow
from allegiance.ledger.scope import NO_DOCUMENT, PRESENT
from allegiance.ledger.seeing import scope_at
from allegiance.ledger.spans import end
from allegiance.ledger.standing import StandingRow
from allegiance.model import Judgement, Recorded

CARRIED = 100
"""How many documents' claims are taken from the database at once."""


@dataclass(frozen=True, slots=True)
class TellingRow:
    """What a document tells of a name or a few: a text, the keys by which it is found, and names by block."""

    document: str
    part: int
    text: str
    keys: frozenset[int]
    spellings: frozenset[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept of one part of a document."""

    document: str
    part: int
    text: str


@dataclass(frozen=True, slots=True)
class News:
    """What has been recorded since names were last resolved, or an instalment of it.

    They had been resolved up to entry `since`; this goes up to entry `upto`, and the log up to `last`. `documents` are
    those that appeared or were read, or of which a claim or the whole was judged; `judgements` are the ids of all that
    are new, and of those that they undo; `decided` are all that were ever made. `rules` are those by which names are to
    be resolved; where it was others before, `anew` says that nothing that was kept is of use.
    """

    since: int
    upto: int
    last: int
    rules: str
    anew: bool
    documents: tuple[str, ...]
    judgements: frozenset[str]
    decided: tuple[Judgement, ...]

    @property
    def is_all(self) -> bool:
        """Whether nothing comes after it."""
        return self.upto == self.last


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was found by resolving names after `news`.

    `tellings` are all that its documents tell, `rows` have every name that was touched, and those of its documents all.
    Of `listed`, by a name that a register gives: the rows of those who bear it, of whom the last that reports name is
    found by it.
    """

    news: News
    rows: tuple[IdentityRow, ...]
    standings: tuple[StandingRow, ...]
    tellings: tuple[TellingRow, ...]
    listed: dict[str, tuple[IdentityRow, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Named:
    """How many names the ledger holds, each counted in each document, and for how many actors they stand."""

    names: int
    actors: int


class Working:
    """What is kept of a ledger's names, and what is new."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def news(self, rules: str, at_most: int) -> News:
        """What has been recorded since names were resolved by these rules: of the log `at_most` so many entries."""
        with self._database.reading() as connection:
            kept = connection.execute(select(t.worked)).first()
            anew = kept is None or kept.rules != rules
            since = 0 if kept is None or anew else kept.last
            last = last_number(connection, t.entries.c.seq)
            upto = min(last, since + at_most)
            decided = _decided(connection)
            judged = _judged(decided, since, upto)
            documents = {*_documents_of(connection, since, upto), *_documents_judged(connection, judged)}
            new = frozenset(one.id for one in judged)
            every = tuple(one for *_, one in decided)
            return News(since, upto, last, rules, anew, tuple(sorted(documents)), new, every)

    def told(self, documents: Collection[str]) -> Iterator[tuple[str, list[Recorded]]]:
        """Those of these documents that have claims, with those of the newest reading that nobody has rejected.

        A document that was replaced or retracted has its claims too.
        """
        with self._database.reading() as connection:
            scope = scope_at(connection, "", UNDATED)
            for ids in chunks(documents, CARRIED):
                some = numbers_of(connection, ids).values()
                query = claims_query().where(t.claims.c.document.in_(some))
                query = query.where(scope.tells(t.claims, t.readings)).order_by(t.claims.c.document, t.claims.c.seq)
                found: dict[str, list[Recorded]] = {}
                for recorded in Assembling(self._database, PRESENT).each(connection, query):
                    found.setdefault(recorded.claim.document, []).append(recorded)
                yield from found.items()

    def texts(self, documents: Collection[str]) -> Iterator[Kept]:
        """What is kept of these documents."""
        for some in chunks(documents):
            yield from self._texts(t.entries.c.id.in_(some))

    def meeting(self, keys: Collection[int]) -> Iterator[Kept]:
        """What is kept with one of these keys; what has several may come several times."""
        table, met = t.tellings, t.meetings
        for some in chunks(keys):
            having = select(met.c.document, met.c.part).where(met.c.key.in_(some)).distinct().subquery()
            same = and_(having.c.document == table.c.document, having.c.part == table.c.part)
            yield from self._kept(_tellings().join(having, same))

    def using(self, ids: Collection[str]) -> Iterator[Kept]:
        """What is kept of the documents in which a name has one of these ids by itself."""
        for some in chunks(ids):
            naming = select(t.uses.c.document).where(t.uses.c.minted.in_(some))
            yield from self._texts(t.tellings.c.document.in_(naming))

    def spelt(self, blocks: Collection[int]) -> Iterator[tuple[int, str]]:
        """Every name that stands, or once stood, in one of these blocks, with the block."""
        with self._database.reading() as connection:
            for some in chunks(blocks):
                rows = connection.execute(select(t.spellings).where(t.spellings.c.block.in_(some)))
                yield from ((row.block, row.name) for row in rows)

    def actors(self, documents: Collection[str]) -> set[str]:
        """The actors for whom names in these documents stand now."""
        found: set[str] = set()
        with self._database.reading() as connection:
            for some in chunks(documents):
                table = t.identity
                query = select(table.c.actor).join(t.entries, t.entries.c.seq == table.c.document)
                query = query.where(t.entries.c.id.in_(some), table.c.until == t.FOREVER)
                found.update(connection.execute(query).scalars())
        return found

    def naming(self, actors: Collection[str]) -> set[tuple[str, str]]:
        """The documents and names that stand for one of these actors now."""
        table = t.identity
        found: set[tuple[str, str]] = set()
        with self._database.reading() as connection:
            for some in chunks(actors):
                query = select(t.entries.c.id, table.c.name).join(table, table.c.document == t.entries.c.seq)
                query = query.where(table.c.actor.in_(some), table.c.until == t.FOREVER)
                found.update((row.id, row.name) for row in connection.execute(query))
        return found

    def named(self) -> Named:
        """How much is named, as far as it has been resolved."""
        table = t.identity
        query = select(func.count(), func.count(table.c.actor.distinct()))
        with self._database.reading() as connection:
            row = connection.execute(query.where(table.c.until == t.FOREVER, table.c.document != NO_DOCUMENT)).one()
            return Named(int(row[0]), int(row[1]))

    def keep(self, found: Resolution) -> bool:
        """Keep what was found, all or nothing. False, and nothing kept, where others have resolved names meanwhile."""
        news = found.news
        with self._database.writing() as connection:
            kept = connection.execute(select(t.worked)).first()
            anew = kept is None or kept.rules != news.rules
            if anew != news.anew or (kept is not None and not anew and kept.last != news.since):
                return False
            if not connection.execute(select(t.resolutions).where(t.resolutions.c.last == news.last)).first():
                connection.execute(insert(t.resolutions), {"last": news.last})
            _keep_tellings(connection, found)
            _keep_names(connection, found)
            connection.execute(delete(t.worked))
            connection.execute(insert(t.worked), {"last": news.upto, "rules": news.rules})
            return True

    def _texts(self, among: ColumnElement[bool]) -> Iterator[Kept]:
        yield from self._kept(_tellings().where(among))

    def _kept(self, query: Select[str, int, str]) -> Iterator[Kept]:
        with self._database.reading() as connection:
            yield from (Kept(row.id, row.part, row.text) for row in streamed(connection, query))


def _tellings() -> Select[str, int, str]:
    table = t.tellings
    return select(t.entries.c.id, table.c.part, table.c.text).join(table, table.c.document == t.entries.c.seq)


def _decided(connection: Connection) -> list[tuple[int, str, Judgement]]:
    """Every judgement with the number and the id of its entry, in the order of recording."""
    found = []
    for entry in stream_entries(connection, EntryKind.JUDGEMENT):
        value = read_entry(entry.kind, entry.payload)
        assert isinstance(value, Judgement)
        found.append((entry.seq, entry.id, value))
    return found


def _judged(decided: Sequence[tuple[int, str, Judgement]], since: int, upto: int) -> list[Judgement]:
    """The judgements after one entry and up to another, and those that they undo, whenever these were made."""
    known = {id: one for _, id, one in decided}
    new = [one for seq, _, one in decided if since < seq <= upto]
    found: dict[str, Judgement] = {}
    while new:
        one = new.pop()
        if one.id not in found:
            found[one.id] = one
            new += [known[subject] for subject in one.subjects if subject in known]
    return list(found.values())


def _documents_of(connection: Connection, since: int, upto: int) -> Iterator[str]:
    """The documents of which an appearance or a reading lies after one entry, and not after another."""
    for table in (t.appearances, t.readings):
        query = select(t.entries.c.id).join(table, table.c.document == t.entries.c.seq)
        yield from connection.execute(query.where(table.c.seq > since, table.c.seq <= upto).distinct()).scalars()


def _documents_judged(connection: Connection, judged: Iterable[Judgement]) -> Iterator[str]:
    """The documents that are the subjects of judgements, or of which claims are."""
    for some in chunks(sorted({subject for one in judged for subject in one.subjects})):
        own = select(t.entries.c.id).where(t.entries.c.id.in_(some), t.entries.c.kind == EntryKind.DOCUMENT.value)
        yield from connection.execute(own).scalars()
        of_claims = select(t.entries.c.id).join(t.claims, t.claims.c.document == t.entries.c.seq)
        yield from connection.execute(of_claims.where(t.claims.c.id.in_(some)).distinct()).scalars()


def _keep_tellings(connection: Connection, found: Resolution) -> None:
    if found.news.anew:
        for table in (t.tellings, t.meetings, t.spellings):
            connection.execute(delete(table))
    for documents in chunks({row.document for row in found.tellings}):
        gone = numbers_of(connection, documents).values()
        for table in (t.tellings, t.meetings):
            connection.execute(delete(table).where(table.c.document.in_(gone)))
    for some in chunks(found.tellings):
        numbers = numbers_of(connection, [row.document for row in some])
        parts = [({"document": numbers[row.document], "part": row.part}, row) for row in some]
        insert_rows(connection, t.tellings, (at | {"text": row.text} for at, row in parts))
        insert_rows(connection, t.meetings, (at | {"key": key} for at, row in parts for key in sorted(row.keys)))
        spelt = {pair for row in some for pair in row.spellings}
        for pairs in chunks(sorted(spelt)):
            blocks = t.spellings.c.block.in_({block for block, _ in pairs})
            have = {(row.block, row.name) for row in connection.execute(select(t.spellings).where(blocks))}
            insert_rows(connection, t.spellings, ({"block": b, "name": n} for b, n in pairs if (b, n) not in have))


def _keep_names(connection: Connection, found: Resolution) -> None:
    last, told = found.news.last, {(row.document, row.name) for row in found.rows}
    anew, before = set(found.news.documents), set[str]()
    for some in chunks({row.document for row in found.rows} | anew):
        table, numbers = t.identity, numbers_of(connection, some)
        ids = {number: id for id, number in numbers.items()}
        query = select(table).where(table.c.document.in_(ids), table.c.until == t.FOREVER)
        held = [dict(row) for row in connection.execute(query).mappings()]
        before.update(row["actor"] for row in held)
        # Of a document that is new every name is told: one that is not is no name of it any more.
        gone = [row for row in held if ids[row["document"]] in anew and (ids[row["document"]], row["name"]) not in told]
        end(connection, table, gone, last)
    standing.record(connection, found.standings, last)
    identity.record(connection, found.rows, last)
    _end_standings(connection, {row.actor for row in found.rows} - {row.actor for row in found.standings}, last)
    _end_unnamed(connection, before, last)
    _end_unlisted(connection, found, last)
    identity.record(connection, _listed(connection, found), last)


def _end_standings(connection: Connection, actors: Iterable[str], last: int) -> None:
    """Let the standing end of those who turned out to be no persons."""
    table = t.standings
    for some in chunks(sorted(actors)):
        query = select(*table.primary_key.columns).where(table.c.actor.in_(some), table.c.until == t.FOREVER)
        end(connection, table, [dict(row) for row in connection.execute(query).mappings()], last)


def _end_unnamed(connection: Connection, actors: Iterable[str], last: int) -> None:
    """Let those of these actors end, with all that is said of them, for whom no name of a document stands any more."""
    own, names = t.actors, t.identity
    used = exists().where(names.c.actor == own.c.id, names.c.until == t.FOREVER, names.c.document != NO_DOCUMENT)
    for some in chunks(sorted(actors)):
        query = select(own.c.id).where(own.c.id.in_(some), own.c.until == t.FOREVER, ~used)
        gone = list(connection.execute(query).scalars())
        _end_standings(connection, gone, last)
        for table, column in ((own, own.c.id), (names, names.c.actor)):
            held = select(*table.primary_key.columns).where(column.in_(gone), table.c.until == t.FOREVER)
            end(connection, table, [dict(row) for row in connection.execute(held).mappings()], last)


def _listed(connection: Connection, found: Resolution) -> Iterator[IdentityRow]:
    """Who is found by the names that a register gives: of those who bear one the last that reports name."""
    actors = {row.actor for rows in found.listed.values() for row in rows}
    named: set[str] = set()
    for some in chunks(sorted(actors)):
        table = t.identity
        query = select(table.c.actor).where(table.c.actor.in_(some), table.c.until == t.FOREVER)
        query = query.where(table.c.document != NO_DOCUMENT)
        named.update(connection.execute(query.distinct()).scalars())
    for rows in found.listed.values():
        if bearers := [row for row in rows if row.actor in named]:
            yield max(bearers, key=lambda row: row.actor)


def _end_unlisted(connection: Connection, found: Resolution, last: int) -> None:
    """Let the names end that a register gave to actors of whom it now gives others."""
    table = t.identity
    actors = {row.actor for rows in found.listed.values() for row in rows}
    for some in chunks(sorted(actors)):
        held = select(*table.primary_key.columns).where(table.c.actor.in_(some), table.c.until == t.FOREVER)
        listed = connection.execute(held.where(table.c.document == NO_DOCUMENT)).mappings()
        end(connection, table, [dict(row) for row in listed if row["name"] not in found.listed], last)
