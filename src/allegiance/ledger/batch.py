"""Recording documents in batches: what is recorded of a document is recorded whole, or not at all."""

from __future__ import annotations

import gc
import signal
import threading
import time
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from types import FrameType, TracebackType
from typing import Protocol, Self, TypeAlias

from sqlalchemy import Connection, PoolProxiedConnection, select

from allegiance.ledger import tables as t
from allegiance.ledger.asked import Asked
from allegiance.ledger.database import Database
from allegiance.ledger.derive import CHARACTERS_AT_ONCE, Rows, chunks, last_number, numbers_of, stamp
from allegiance.ledger.entries import Draft, EntryKind, draft, fitting
from allegiance.ledger.redaction import redacted_among
from allegiance.model import Appearance, Document, Judgement, Reading
from allegiance.readers import checked

DOCUMENTS_AT_ONCE = 500
CLAIMS_AT_ONCE = 5_000
SECONDS_AT_ONCE = 1.0
ASKED_AT_ONCE = 50
"""Of how many documents it is looked up together what is recorded already."""


_RECORDED = Asked(lambda asking: select(t.entries.c.id).where(asking.among(t.entries.c.id, "ids")))


class Clock(Protocol):
    """Where the time of recording comes from."""

    def __call__(self) -> datetime:
        """The present time, with its zone."""
        ...


@dataclass(frozen=True, slots=True)
class Added:
    """How much of what was given was new."""

    documents: int = 0
    appearances: int = 0
    readings: int = 0
    claims: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(
            self.documents + other.documents,
            self.appearances + other.appearances,
            self.readings + other.readings,
            self.claims + other.claims,
        )

    def __bool__(self) -> bool:
        """Whether anything was new."""
        return self != Added()


@dataclass(frozen=True, slots=True)
class _Parcel:
    """What is recorded of one document at one go: it is written whole or not at all. Drafts are of what is new."""

    document: Document
    appearance: Appearance
    reading: Reading | None
    drafts: tuple[Draft, ...]

    def new(self, known: Container[str]) -> Added:
        """How much of it is not among the `known`."""
        new = {each.kind: len(each.claims) for each in self.drafts if each.id not in known}
        document, appearance, reading = (
            int(kind in new) for kind in (EntryKind.DOCUMENT, EntryKind.APPEARANCE, EntryKind.READING)
        )
        return Added(document, appearance, reading, claims=sum(new.values()))


Given: TypeAlias = tuple[Document, Appearance, Reading | None]
"""A document, where it appeared, and what a reader made of it."""


def _sound(document: Document, appearance: Appearance, reading: Reading | None) -> None:
    """Make sure that these belong together, and that the words of each claim stand in the text. Raises BadClaim."""
    fitting(document, appearance, reading)
    if reading:
        checked(document, reading.findings)


class Batch:
    """Records documents, committing at the first `add` that comes a second after the last commit, and on leaving.

    Nothing is locked between commits, so that other processes may record meanwhile. Whatever ends the batch, an error
    or Ctrl-C included, what was added is committed; a process that is killed loses at most what it had added since the
    last commit, never a part of a document.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._waiting: list[_Parcel] = []
        self._ids: set[str] = set()
        self._claims = 0
        self._characters = 0
        self._committed = time.monotonic()
        self._glancing: PoolProxiedConnection | None = None
        self._froze = False
        self.added = Added()
        """What this batch has committed that was new."""

    def add(self, document: Document, appearance: Appearance, reading: Reading | None = None) -> Added:
        """Record a document, where it appeared, and what a reader made of it. The same again adds nothing.

        Nor does anything that was redacted: what is gone stays gone.

        Gives what was new, as far as is known before the commit: another process may be recording the same.
        Raises BadClaim where these do not belong together or a claim has no words in the text, LedgerError where the
        text is no Unicode text, and whatever a commit raises.
        """
        _sound(document, appearance, reading)
        return self._take([(document, appearance, reading)])

    def add_all(self, given: Iterable[Given]) -> None:
        """As `add` of each in its order, a few at a time, so that the database is asked once what it has of them.

        Where one raises, what came before it is recorded.
        """
        some: list[Given] = []
        characters = 0
        try:
            for each in given:
                _sound(*each)
                some.append(each)
                characters += len(each[0].text)
                if len(some) >= ASKED_AT_ONCE or characters >= CHARACTERS_AT_ONCE or self._is_due():
                    taken, some, characters = some, [], 0
                    self._take(taken)
        finally:
            if some:
                self._take(some)

    def _take(self, given: Sequence[Given]) -> Added:
        """Take in what was found sound, and commit where it is time; gives what was new."""
        ids = [{value.id: value for value in each if value is not None} for each in given]
        with _ctrl_c_held_back():
            known = self._recorded([id for each in ids for id in each])
            redacted = self._redacted({document.id for document, _, _ in given} & known)
        added = Added()
        for (document, appearance, reading), values in zip(given, ids, strict=True):
            if document.id in redacted:
                continue
            drafts = tuple(draft(id, value) for id, value in values.items() if id not in known and id not in self._ids)
            if not drafts:
                continue
            parcel = _Parcel(document, appearance, reading, drafts)
            new = parcel.new(())
            self._waiting.append(parcel)
            self._ids.update(each.id for each in drafts)
            self._claims += new.claims
            self._characters += len(document.text)
            added += new
        if self._is_due():
            self.commit()
        return added

    def _recorded(self, ids: Sequence[str]) -> frozenset[str]:
        """Those of these entries that are recorded. To look each up in a transaction of its own takes longer by far."""
        with self._database.in_our_words():
            if self._glancing is None:
                self._glancing = self._database.glancing()
            rows = _RECORDED.glanced(self._database, self._glancing, ids=ids)
        return frozenset(id for (id,) in rows)

    def _redacted(self, documents: Collection[str]) -> frozenset[str]:
        """Those of these documents, which are recorded, that were redacted."""
        if not documents:
            return frozenset()
        with self._database.reading() as connection:
            return redacted_among(connection, list(documents))

    def commit(self) -> None:
        """Write what waits, in one transaction. Raises LedgerBusy, LedgerError; what waits then goes on waiting."""
        with _ctrl_c_held_back():
            self._commit()

    def _commit(self) -> None:
        if self._glancing is not None:
            with self._database.in_our_words():
                self._database.glanced(self._glancing)
            self._glancing = None
        if self._waiting:
            with self._database.writing() as connection:
                added = _write(connection, self._waiting, stamp(self._clock()))
            self.added += added
        self._waiting = []
        self._ids = set()
        self._claims = self._characters = 0
        self._committed = time.monotonic()

    def _is_due(self) -> bool:
        return (
            len(self._waiting) >= DOCUMENTS_AT_ONCE
            or self._claims >= CLAIMS_AT_ONCE
            or self._characters >= CHARACTERS_AT_ONCE
            or time.monotonic() - self._committed >= SECONDS_AT_ONCE
        )

    def __enter__(self) -> Self:
        # Nothing of what is made here refers back to itself, so that looking for such things finds none; what there was
        # before is left out of that, which else takes a sixth of the time of recording; unless somebody did so already.
        self._froze = gc.get_freeze_count() == 0
        if self._froze:
            gc.freeze()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.commit()
        finally:
            if self._froze:
                gc.unfreeze()


@contextmanager
def _ctrl_c_held_back() -> Iterator[None]:
    """Let Ctrl-C take effect after the transaction that is under way, and not inside it.

    Where it struck between the database and us, the lock would stay taken, and the commit on leaving the batch would
    find the ledger busy: held by this very process.
    """
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield
        return
    held: list[tuple[int, FrameType | None]] = []
    signal.signal(signal.SIGINT, lambda number, frame: held.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if held:
            before(*held[0])


def write_judgements(connection: Connection, judgements: Sequence[Judgement], now: str) -> int:
    """Record those of the judgements that are new, in their order; gives how many these were."""
    known = numbers_of(connection, {value.id for value in judgements})
    log = _Log(connection, now, dict(known))
    new = {value.id: value for value in judgements if value.id not in known}
    for value in new.values():
        number, _ = log.enter(draft(value.id, value))
        log.rows.judgement(number, value)
    log.rows.write(connection)
    return len(new)


def write_given(
    connection: Connection, judgement: Judgement, subject: tuple[int, Document], reading: Reading, now: str
) -> None:
    """Record a person's reading of the document `subject`, and the judgement that gives its claim; what is new of them.

    `subject` is the document's number, and the document.
    """
    number, document = subject
    known = numbers_of(connection, (judgement.id, reading.id))
    log = _Log(connection, now, dict(known))
    if reading.id not in known:
        seq, found = log.enter(draft(reading.id, reading))
        log.rows.reading(seq, number, reading, document, found)
        log.name(number, document, reading, seq, _names_known(connection, [number]))
    if judgement.id not in known:
        seq, _ = log.enter(draft(judgement.id, judgement))
        log.rows.judgement(seq, judgement)
    log.rows.write(connection)


class _Log:
    """Numbers entries and findings on from those that are recorded. Used under the lock of a writing transaction."""

    def __init__(self, connection: Connection, now: str, known: dict[str, int]) -> None:
        self.rows = Rows()
        self.known = known
        # A clock may be set back; the log's own time never runs backwards, so that an entry's place tells its time.
        self._entry = last_number(connection, t.entries.c.seq)
        latest = connection.execute(select(t.entries.c.recorded).where(t.entries.c.seq == self._entry)).scalar()
        self.recorded = max(now, latest or "")
        self._finding = last_number(connection, t.findings.c.seq)

    def enter(self, new: Draft) -> tuple[int, dict[int, str]]:
        """Take an entry and its findings into the log; gives its number, and theirs with the ids of their claims."""
        self._entry += 1
        self.known[new.id] = self._entry
        self.rows.add(t.entries, (self._entry, new.kind.value, new.id, self.recorded, new.digest, new.head))
        first = self._finding + 1
        for stored in new.findings:
            self._finding += 1
            self.rows.add(t.findings, (self._finding, self._entry, stored.line, stored.frame, stored.because))
        return self._entry, dict(zip(range(first, self._finding + 1), new.claims, strict=True))

    def name(self, document: int, text: Document, reading: Reading, number: int, named: dict[int, set[str]]) -> None:
        """Take in the names that a reading, entry `number`, gives first; `named` are those on file for documents."""
        names = {filler.name for finding in reading.findings for filler in finding.claim.actors}
        seen = named.setdefault(document, set())
        for name in sorted(names - seen):
            self.rows.use(document, text.id, name, number)
        seen |= names


def _write(connection: Connection, parcels: Sequence[_Parcel], now: str) -> Added:
    """Write what of the parcels is new, into the log and into the derived tables."""
    ids = {each.id for parcel in parcels for each in parcel.drafts} | {parcel.document.id for parcel in parcels}
    known = numbers_of(connection, ids)
    named = _names_known(connection, [known[p.document.id] for p in parcels if p.document.id in known])
    log = _Log(connection, now, known)
    added = Added()
    for parcel in parcels:
        added += parcel.new(known)
        _enter(log, parcel, named)
    log.rows.write(connection)
    return added


def _enter(log: _Log, parcel: _Parcel, named: dict[int, set[str]]) -> None:
    for new in parcel.drafts:
        if new.id in log.known:
            continue
        number, found = log.enter(new)
        document = log.known[parcel.document.id]
        if new.kind is EntryKind.DOCUMENT:
            log.rows.document(number, parcel.document)
        elif new.kind is EntryKind.APPEARANCE:
            log.rows.appearance(number, (document, parcel.document), parcel.appearance, log.recorded)
        elif parcel.reading:
            log.rows.reading(number, document, parcel.reading, parcel.document, found)
            log.name(document, parcel.document, parcel.reading, number, named)


def _names_known(connection: Connection, documents: Sequence[int]) -> dict[int, set[str]]:
    """The names that are already on file for each of these documents."""
    named: dict[int, set[str]] = {}
    for chunk in chunks(documents):
        for row in connection.execute(select(*t.uses.c["document", "name"]).where(t.uses.c.document.in_(chunk))):
            named.setdefault(row.document, set()).add(row.name)
    return named
