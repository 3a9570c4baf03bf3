"""The ledger: an append-only log of what was read and decided, and the questions that can be asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, delete, select

from allegiance import when
from allegiance.errors import BadClaim, BadDate, BadRedaction, LedgerError, NotFound, Problem
from allegiance.ledger import check, derive, identity, redaction, transfer
from allegiance.ledger import tables as t
from allegiance.ledger.asked import Asked
from allegiance.ledger.assembling import Assembling, appearances_of, claims_with_id
from allegiance.ledger.batch import Batch, Clock, write_given, write_judgements
from allegiance.ledger.database import Database
from allegiance.ledger.dialect import open_database
from allegiance.ledger.entries import Entry, EntryKind, Redaction, notes_of, read_entry
from allegiance.ledger.identity import NameUse
from allegiance.ledger.migrations import is_current, migrate, version_of
from allegiance.ledger.scope import PRESENT
from allegiance.ledger.seeing import scope_at
from allegiance.ledger.view import LedgerView
from allegiance.ledger.working import Working
from allegiance.model import BY_A_PERSON, Actor, Appearance, Claim, Document, Finding, Judgement, Reading, Recorded
from allegiance.readers import checked

DOCUMENTS_AT_ONCE = 100
"""So many documents are asked for together, at most."""
SHOWN_AT_MOST = 10
"""How many ids are shown where a prefix has several."""


def now() -> datetime:
    """The present time in UTC."""
    return datetime.now(UTC)


def open_ledger(address: str = "", *, create: bool = True, wait: float | None = None, clock: Clock = now) -> Ledger:
    """Open the ledger at an address, made first where there is none and `create` is true.

    `address` is a path, `sqlite:///PATH` or `postgresql://SERVER/NAME`, with `?mode=ro` after it to read only; empty
    is `$ALLEGIANCE_LEDGER`, else `./allegiance.db`. A ledger of an earlier version is brought up to date. `wait` is how
    many seconds to wait for another process that writes, else as its database has it; `clock` says when a thing is
    recorded. A database of PostgreSQL is not made, only the tables in it.

    Raises LedgerError (no folder, no file, no server, no ledger, read-only, disk full …), LedgerBusy, LedgerTooNew.
    """
    database = open_database(address, create=create, wait=wait)
    try:
        _make_current(database, create)
    except BaseException:
        database.close()
        raise
    return Ledger(database, clock)


def _make_current(database: Database, create: bool) -> None:
    with database.reading() as connection:
        if is_current(connection):
            return
        if not create and version_of(connection) == 0:
            raise LedgerError(f"{database.name} is an empty database, no ledger")
    if database.read_only:
        raise LedgerError(
            f"{database.name} is of an earlier version, and is read-only: it cannot be brought up to date",
            hint="open it once where it can be written",
        )
    with database.writing() as connection:
        # Another process may have done it while this one waited for the lock: both steps look again.
        if not is_current(connection):
            migrate(connection)
            derive.rebuild(connection)


class Ledger:
    """An open ledger. Use it in a `with`; it may be shared between threads, each of which gets a connection."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file. What was committed is on disk."""
        self._database.close()

    def batch(self) -> Batch:
        """For recording documents: `with ledger.batch() as batch: batch.add(document, appearance, reading)`."""
        return Batch(self._database, self._clock)

    def has_reading(self, document: str, reader: str) -> bool:
        """Whether this reader's reading of this document is recorded, so that the work need not be done again."""
        with self._database.reading() as connection:
            number = derive.numbers_of(connection, [document]).get(document)
            query = select(t.readings.c.seq).where(t.readings.c.document == number, t.readings.c.reader == reader)
            return number is not None and connection.execute(query.limit(1)).first() is not None

    def notes(self, document: str) -> tuple[str, ...]:
        """What the newest reading by a program could not settle in a document, in words; of none, nothing."""
        with self._database.reading() as connection:
            number = derive.numbers_of(connection, [document]).get(document)
            own = (t.readings.c.document == number, t.readings.c.human == 0)
            query = select(t.entries.c.payload).join(t.readings, t.readings.c.seq == t.entries.c.seq).where(*own)
            newest = query.order_by(t.readings.c.at.desc(), t.readings.c.seq.desc()).limit(1)
            head = connection.execute(newest).scalar()
            return notes_of(head) if head else ()

    def document(self, id: str) -> Document:
        """The document with this id. Raises NotFound."""
        with self._database.reading() as connection:
            return derive.document_at(connection, self._number(connection, id))

    def documents(self, ids: Iterable[str]) -> Iterator[tuple[Document, Appearance]]:
        """Those of these documents that the ledger has, in this order, each with its first appearance.

        A few are asked for at a time, the fewer the longer they are, so that no more than that is in memory.
        """
        left, most, longest = iter(ids), 1, 1
        while some := list(islice(left, most)):
            with self._database.reading() as connection:
                found = {id: (number, payload) for number, id, payload in _DOCUMENTS.all(connection, ids=some)}
                at = appearances_of(connection, [number for number, _ in found.values()], PRESENT)
            for number, payload in (found[id] for id in some if id in found):
                longest = max(longest, len(payload))
                document = read_entry(EntryKind.DOCUMENT, payload)
                assert isinstance(document, Document)
                yield document, at[number][0]
            most = max(1, min(most * 2, DOCUMENTS_AT_ONCE, derive.CHARACTERS_AT_ONCE // longest))

    def appearances(self, document: str) -> tuple[Appearance, ...]:
        """Where a document appeared, the earliest published first, undated ones last. Raises NotFound."""
        with self._database.reading() as connection:
            number = self._number(connection, document)
            return appearances_of(connection, [number], PRESENT)[number]

    def publishers(self) -> frozenset[str]:
        """The names of all publishers, as they stand in appearances."""
        table = t.appearances
        with self._database.reading() as connection:
            query = select(table.c.publisher).where(table.c.publisher != "").distinct()
            return frozenset(connection.execute(query).scalars())

    def claim(self, id: str) -> Recorded:
        """The claim with this id, or with the one id that begins so, as the newest reading that gave it has it.

        It is found whether or not a view would show it. Raises NotFound, with the ids where several begin so.
        """
        prefix = id if id.startswith("clm-") else f"clm-{id}"
        with self._database.reading() as connection:
            # No digit of an id sorts after z, so that this is every id with the prefix, and an index finds them.
            query = claims_with_id(prefix, f"{prefix}z")
            found: dict[str, Recorded] = {}
            scope = replace(scope_at(connection, "", derive.UNDATED), every=True)
            with closing(Assembling(self._database, scope).each(connection, query)) as such:
                for recorded in such:
                    found.setdefault(recorded.claim.id, recorded)
                    if len(found) > SHOWN_AT_MOST:
                        break
        if not found:
            raise NotFound(f"there is no claim {id} in the ledger")
        if len(found) > 1:
            ids = tuple(found)[:SHOWN_AT_MOST]
            raise NotFound(f"several claims begin with {id}", suggestions=ids, hint="give more of the id")
        return next(iter(found.values()))

    def judge(self, *judgements: Judgement) -> int:
        """Record these judgements, all or none; gives how many were new. Raises LedgerBusy, LedgerError."""
        with self._database.writing() as connection:
            return write_judgements(connection, judgements, derive.stamp(self._clock()))

    def give(self, judgement: Judgement, claim: Claim) -> None:
        """Record a claim that a person gives, with the judgement that does so: to add it, or in place of another.

        It is checked as any reader's, and stands beside what programs read, for as long as the judgement is not undone.
        Raises NotFound where its document is not recorded, BadClaim, LedgerBusy, LedgerError.
        """
        with self._database.reading() as connection:
            number = self._number(connection, claim.document)
            document = derive.document_at(connection, number)
        finding = Finding(claim, because=(("given", judgement.act),))
        reading = Reading(claim.document, f"{BY_A_PERSON}{judgement.by}", judgement.at, (finding,))
        checked(document, reading.findings)
        if derive.given_by(judgement) != claim:
            raise BadClaim("the judgement gives another claim than is recorded with it")
        with self._database.writing() as connection:
            write_given(connection, judgement, (number, document), reading, derive.stamp(self._clock()))

    def is_redacted(self, document: str) -> bool:
        """Whether a document, or names in it, were taken out for good: then nothing of it is recorded again."""
        with self._database.reading() as connection:
            return redaction.is_redacted(connection, document)

    def redacted(self) -> frozenset[str]:
        """The ids of all documents of which that is so."""
        with self._database.reading() as connection:
            return frozenset(redaction.redacted(connection))

    def redact_document(self, document: str, by: str, why: str) -> Redaction:
        """Take a document out for good, with everything that was told of it. Raises NotFound, LedgerBusy, LedgerError.

        Of one that is gone already, whatever the database still keeps of it is overwritten.
        """
        with self._database.reading() as connection:
            gone = redaction.is_gone(connection, document)
            number = 0 if gone else self._number(connection, document)
        take_out = (lambda _: set()) if gone else lambda c: redaction.of_document(c, number, document)
        return self._redact((document,), by, why, take_out)

    def redact_actor(self, actor: Actor, by: str, why: str) -> Redaction:
        """Take the names of an actor out for good, wherever they stand, and the claims in which they do.

        Raises BadRedaction where the reason names it, LedgerBusy, LedgerError.
        """
        with self._database.reading() as connection:
            names = redaction.names_of(connection, actor.id, actor.kind)
        if names is None:
            raise NotFound(f"no name in the ledger stands for {actor.id}")
        if names.stand_in(why) or names.words.search(why):
            raise BadRedaction("the reason names whom it is to take out", hint="it stays: give one without the name")
        return self._redact((actor.id,), by, why, lambda c: redaction.of_names(c, names))

    def _redact(
        self, subjects: tuple[str, ...], by: str, why: str, take_out: Callable[[Connection], set[str]]
    ) -> Redaction:
        at = self._clock()
        with self._database.writing() as connection:
            made = Redaction(subjects, by, derive.stamp(at), why, tuple(sorted(take_out(connection))))
            if made.entries:
                redaction.record(connection, made, made.at)
            # What saves work when names are resolved holds names too.
            for table in reversed(t.WORKING.sorted_tables):
                connection.execute(delete(table))
            derive.rebuild(connection)
        self._database.scrub()
        return made

    def judged(self, subjects: Iterable[str]) -> list[tuple[Judgement, bool]]:
        """Every judgement of these ids or publishers, in the order of recording, and whether it still counts."""
        with self._database.reading() as connection:
            scope = scope_at(connection, "", derive.UNDATED)
            return [
                (value, entry.seq not in scope.undone)
                for entry in derive.entries_about(connection, subjects)
                if isinstance(value := read_entry(entry.kind, entry.payload), Judgement)
            ]

    def judgements_that(self, *acts: str) -> list[Judgement]:
        """The judgements of these acts that were not undone, in the order of recording."""
        with self._database.reading() as connection:
            undone = scope_at(connection, "", derive.UNDATED).undone
            found = [entry for entry in derive.entries_that(connection, acts) if entry.seq not in undone]
        told = (read_entry(entry.kind, entry.payload) for entry in found)
        return [value for value in told if isinstance(value, Judgement)]

    def judgements(self) -> Iterator[Judgement]:
        """Every judgement, in the order of recording."""
        for entry in self._entries(EntryKind.JUDGEMENT):
            value = read_entry(entry.kind, entry.payload)
            if isinstance(value, Judgement):
                yield value

    def entries(self) -> Iterator[Entry]:
        """The whole log in its order."""
        return self._entries()

    def entries_of(self, *kinds: EntryKind) -> Iterator[Entry]:
        """Those entries of the log that are of these kinds, in its order."""
        return self._entries(*kinds)

    def entry(self, id: str) -> Entry:
        """The one entry with this id, whole. Raises NotFound."""
        with self._database.reading() as connection:
            found = next(derive.stream_entries(connection, id=id), None)
        if found is None:
            raise NotFound(f"there is no entry {id} in the ledger")
        return found

    def lines(self) -> Iterator[str]:
        """The whole ledger as lines of text, which `restore` takes: see `transfer`."""
        with self._database.reading() as connection:
            yield from transfer.lines_of(connection)

    def restore(self, lines: Iterable[tuple[str, str]]) -> int:
        """Put a ledger that was written as lines into this one, which is empty, all of it or nothing.

        Each line comes with its address. Gives how many entries it has. Raises LedgerError, with the address of the
        first line that is not as it was written.
        """
        with self._database.writing() as connection:
            return transfer.restore(connection, lines)

    def view(self, *, published_by: str = "", recorded_by: str = "", veiled: bool = True) -> LedgerView:
        """The ledger as it stands now, or of it what was out by a date (EDTF; by its last day).

        A view that is not `veiled` shows the names of private persons and minors: to decide on them, not to answer.

        `recorded_by`, an ISO 8601 time, gives it as it stood then; a day alone means its end. Texts without a date
        count as out from their retrieval. Raises BadDate, LedgerError.
        """
        out_by = when.parse(published_by).end_latest if published_by else None
        day = out_by.isoformat() if out_by else derive.UNDATED
        with self._database.reading() as connection:
            return LedgerView(self._database, scope_at(connection, _end(recorded_by), day), veiled=veiled)

    def names(self, documents: Sequence[str] = ()) -> Iterator[NameUse]:
        """Every name in every document, with the actor it stands for, in the order of recording.

        Where documents are given, only those in these.
        """
        with self._database.reading() as connection:
            for some in derive.chunks(documents) if documents else [()]:
                yield from identity.names(connection, some)

    @property
    def working(self) -> Working:
        """What is kept so that names need not be resolved from the beginning, and what is new."""
        return Working(self._database)

    def last(self) -> int:
        """The number of the last entry, 0 where there is none: it tells the state of the log."""
        with self._database.reading() as connection:
            return derive.last_number(connection, t.entries.c.seq)

    def rebuild(self) -> None:
        """Drop every table that is derived from the log and build it again. Identity stays as it was handed in."""
        with self._database.writing() as connection:
            derive.rebuild(connection)

    def check(self) -> list[Problem]:
        """Everything that is wrong with the ledger, each fault with its address; nothing is changed."""
        with self._database.reading() as connection:
            return list(check.problems(self._database, connection))

    def _entries(self, *kinds: str) -> Iterator[Entry]:
        with self._database.reading() as connection:
            yield from derive.stream_entries(connection, *kinds)

    @staticmethod
    def _number(connection: Connection, document: str) -> int:
        number = derive.numbers_of(connection, [document]).get(document)
        if number is None:
            raise NotFound(f"document {document} is not in the ledger")
        if not connection.execute(select(t.documents.c.seq).where(t.documents.c.seq == number)).first():
            raise NotFound(f"document {document} was taken out of the ledger for good")
        return number


_DOCUMENTS = Asked(
    lambda asking: (
        select(t.entries.c.seq, t.entries.c.id, t.entries.c.payload)
        .join(t.documents, t.documents.c.seq == t.entries.c.seq)
        .where(asking.among(t.entries.c.id, "ids"))
    )
)


def _end(time: str) -> str:
    """An ISO 8601 time as the ledger writes it; of a day alone, its end. Raises BadDate."""
    if not time:
        return ""
    try:
        return derive.stamp_of(f"{time}T23:59:59.999999" if len(time) == len("2024-03-14") else time)
    except ValueError as error:
        raise BadDate(f"{time!r} is no ISO 8601 time", hint="write 2024-03-14 or 2024-03-14T09:30:00Z") from error
