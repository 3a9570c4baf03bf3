"""A ledger in a file of SQLite: how it is opened, how a transaction takes its lock, what its errors mean."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from allegiance.errors import LedgerBusy, LedgerError
from allegiance.fulltext import Group, Query
from allegiance.ledger.database import RANKED, Database
from allegiance.ledger.tables import PARTS

WAIT = 10.0
"""Seconds to wait for another process that is writing, before LedgerBusy, where nothing else is asked for."""
PAGES_IN_LOG = 4_000
"""How many pages, of 4 KiB each, are written beside the file before they are copied into it."""
BETWEEN_TRIES = 0.01
"""Seconds between two tries at a lock for which the database does not wait by itself."""


class SqliteDatabase(Database):
    """A file of SQLite in write-ahead mode: any number of processes of one machine read while one of them writes."""

    def __init__(self, path: Path, *, read_only: bool, create: bool, wait: float | None) -> None:
        _look_before_opening(path, create)
        _make_sure_of_search()
        only_read = read_only or (path.exists() and not _may_write(path))
        engine = _sqlite_engine(path, read_only=only_read, wait=WAIT if wait is None else wait)
        super().__init__(engine, str(path), read_only=only_read)

    def prepare(self, connection: Connection, *, writes: bool) -> Connection:
        """One that reads sees one state by itself; one that writes takes the lock as it begins."""
        return connection.execution_options(writes=writes)

    def lock(self, connection: Connection) -> None:
        """Nothing: it has begun with the lock."""

    def ranked(self, connection: Connection, query: Query, at_most: int) -> list[int]:
        """By BM25."""
        asked = " AND ".join(f"({_any(group)})" for group in query.wanted)
        asked += f" NOT ({_any(query.unwanted)})" if query.unwanted else ""
        statement = (
            "SELECT appearance FROM (SELECT rowid / ? AS appearance, bm25(texts) AS worth FROM texts"
            " WHERE texts MATCH ? ORDER BY rowid DESC LIMIT ?) ORDER BY worth, appearance LIMIT ?"
        )
        given = PARTS, asked, max(RANKED, at_most), at_most
        return list(connection.exec_driver_sql(statement, given).scalars())

    def scrub(self) -> None:
        """The file is written anew without what was removed, and the log beside it emptied."""
        with self.in_our_words():
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                found = cursor.fetchone()
                busy = bool(found and found[0])
                cursor.close()
            finally:
                connection.close()
        if busy:
            hint = "run the same command again when no other process has the ledger open"
            raise LedgerBusy(
                f"{self.name}: what was removed is gone from it, but not yet from {self.name}-wal", hint=hint
            )

    def faults(self, connection: Connection) -> list[str]:
        """What SQLite itself finds wrong with the file."""
        rows = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
        return [str(row) for row in rows if row != "ok"]

    def explained(self, error: BaseException | None) -> LedgerError:
        """SQLite's error in our words."""
        return _explained(self.name, error)


def _any(group: Group) -> str:
    """One of these terms, as FTS5 is asked; folded words hold nothing that means anything to it."""
    return " OR ".join(f'"{" ".join(term.words)}"{" *" if term.prefix else ""}' for term in group)


def _make_sure_of_search() -> None:
    """Raises LedgerError where this SQLite cannot look words up."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(word)")
        except sqlite3.OperationalError as error:
            raise LedgerError(
                f"the SQLite of this Python ({sqlite3.sqlite_version}) is built without FTS5, its full-text search",
                hint="run a Python whose SQLite has it, as those of python.org and conda have, or keep the ledger in"
                " PostgreSQL",
            ) from error


def _look_before_opening(path: Path, create: bool) -> None:
    """Say plainly what the database would say darkly. Raises LedgerError."""
    try:
        path.stat()
    except FileNotFoundError:
        pass
    except OSError as error:
        raise LedgerError(f"{path} cannot be opened: {error.strerror}") from error
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, not a ledger", hint="give the path of a file")
    if path.exists():
        return
    if not create:
        raise LedgerError(f"there is no ledger at {path}", hint="record something first, or give another address")
    if not path.absolute().parent.is_dir():
        raise LedgerError(f"the folder {path.absolute().parent} does not exist", hint="make it first")


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _sqlite_engine(path: Path, *, read_only: bool, wait: float) -> Engine:
    where = path.absolute()
    mode = "ro" if read_only else "rwc"
    # A database in write-ahead mode needs its two side files even to be read. Where they are absent and cannot be
    # made, nobody can be writing either, so that the file may be read as it lies.
    frozen = read_only and not _may_write(where.parent) and not Path(f"{where}-wal").exists()
    uri = f"{where.as_uri()}?mode={mode}" + ("&immutable=1" if frozen else "")

    def connect() -> sqlite3.Connection:
        # Transactions are begun by us (see below), hence no isolation level; and the pool hands a connection to one
        # thread at a time, hence no check of threads.
        made = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
        try:
            _settle(made, read_only, wait)
        except BaseException:
            made.close()
            raise
        return made

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A transaction that will write takes the lock at once: one that read first and asked for it later could find
        # that another had written meanwhile, and would fail where it need only have waited.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _settle(connection: sqlite3.Connection, read_only: bool, wait: float) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # FULL: what was reported as recorded survives a power cut too. Commits come about once a second at most while
    # documents are read, so that the flush to disk costs next to nothing.
    connection.execute("PRAGMA synchronous = FULL")
    # What is removed is overwritten where it stood.
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA cache_size = -65536")
    # A batch fills more of the log than the thousand pages after which SQLite copies it into the file: the pages that
    # every batch writes, those of indexes, would be copied each time.
    connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_IN_LOG}")
    if not read_only:
        _write_ahead(connection, wait)


def _write_ahead(connection: sqlite3.Connection, wait: float) -> None:
    """Write-ahead mode, which stays with the file: those who ask never wait for the one who records."""
    until = time.monotonic() + wait
    while str(connection.execute("PRAGMA journal_mode").fetchone()[0]) != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            # SQLite does not wait here by itself when several processes make one file at once.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(BETWEEN_TRIES)


def _explained(name: str, error: BaseException | None) -> LedgerError:
    """The database's error in our words."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if not code and isinstance(error, sqlite3.OperationalError) and "decode" in str(error):
        code = sqlite3.SQLITE_CORRUPT  # The driver finds text that is no text after the database took it for sound.
    said = _SQLITE_ERRORS.get(code)
    return said(name) if said else LedgerError(f"{name}: the database says: {error}")


_SQLITE_ERRORS: dict[int, Callable[[str], LedgerError]] = {
    sqlite3.SQLITE_BUSY: lambda name: LedgerBusy(
        f"{name} is held by another process", hint="try again when that has finished"
    ),
    sqlite3.SQLITE_LOCKED: lambda name: LedgerBusy(
        f"{name} is held by another part of this program", hint="try again when that has finished"
    ),
    sqlite3.SQLITE_READONLY: lambda name: LedgerError(f"{name} is read-only: nothing can be recorded in it"),
    sqlite3.SQLITE_FULL: lambda name: LedgerError(
        f"the disk that holds {name} is full: what was not yet recorded is not in it",
        hint="free some space and run the same command again; what is recorded is whole",
    ),
    sqlite3.SQLITE_NOTADB: lambda name: LedgerError(f"{name} is not a ledger: it is no database at all"),
    sqlite3.SQLITE_CORRUPT: lambda name: LedgerError(
        f"{name} is damaged", hint="take a copy of it as it is, then go back to the last good copy"
    ),
    sqlite3.SQLITE_CANTOPEN: lambda name: LedgerError(
        f"{name} cannot be opened", hint="see whether its folder exists and may be written"
    ),
    sqlite3.SQLITE_IOERR: lambda name: LedgerError(
        f"the disk that holds {name} reports an error", hint="see whether it is full or failing"
    ),
}
