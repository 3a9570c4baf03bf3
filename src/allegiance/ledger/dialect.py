"""Everything that differs between databases, and nothing else: addresses, connections, locks, errors.

A second database is added here: how its address is read, how a transaction that will write takes its lock, and what
its error codes mean. The tables and the questions are written in portable SQLAlchemy Core and need no change.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from allegiance.errors import LedgerBusy, LedgerError

DEFAULT_FILE = "allegiance.db"
BETWEEN_TRIES = 0.01
"""Seconds between two tries at a lock for which the database does not wait by itself."""
ROWS_AT_ONCE = 500
"""How many rows are fetched, and how many values are asked for in one question: a bound on memory."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a ledger is: a file, and whether the address asks that it be only read."""

    path: Path
    read_only: bool = False


def read_address(address: str) -> Address:
    """What an address names; empty is `$ALLEGIANCE_LEDGER`, else `./allegiance.db`. Raises LedgerError.

    `sqlite:///notes.db` is relative, `sqlite:////srv/notes.db` absolute, a bare path is a path; `?mode=ro` after either
    asks for a ledger that is only read.
    """
    given = address or os.environ.get("ALLEGIANCE_LEDGER", "") or DEFAULT_FILE
    scheme, found, rest = given.partition("://")
    if found and scheme.startswith("postgres"):
        raise LedgerError(
            f"{scheme}:// addresses are not there yet: this version keeps its ledger in SQLite",
            hint="give a file, such as sqlite:///allegiance.db",
        )
    if found and scheme != "sqlite":
        raise LedgerError(f"{given}: no ledger can be kept at a {scheme}:// address", hint="give sqlite:///PATH")
    path = rest.removeprefix("/") if found else given
    bare = path.removesuffix("?mode=ro")
    if not bare or bare == ":memory:":
        raise LedgerError(f"{given} names no file", hint="give sqlite:///PATH")
    return Address(Path(bare).expanduser(), read_only=bare != path)


class Database:
    """A database that is open: transactions that read, transactions that write, and its errors in our words."""

    def __init__(self, address: Address, *, create: bool, wait: float) -> None:
        self.name = str(address.path)
        _look_before_opening(address.path, create)
        self.read_only = address.read_only or (address.path.exists() and not _may_write(address.path))
        self._engine = _sqlite_engine(address.path, read_only=self.read_only, wait=wait)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store throughout."""
        with self._in_our_words(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that no other writer runs beside; all that it wrote is committed at the end, or none of it."""
        if self.read_only:
            raise LedgerError(f"{self.name} is read-only: nothing can be recorded in it")
        with (
            self._in_our_words(),
            self._engine.connect() as connection,
            connection.execution_options(writes=True).begin(),
        ):
            yield connection

    def faults(self, connection: Connection) -> list[str]:
        """What the database itself finds wrong with its file."""
        rows = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
        return [str(row) for row in rows if row != "ok"]

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    @contextmanager
    def _in_our_words(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _explained(self.name, error) from error
        except DBAPIError as error:
            raise _explained(self.name, error.orig) from error


def insert_rows(connection: Connection, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    """Insert rows, each of which names every column of the table.

    It goes to the driver directly, which takes a third of the time that SQLAlchemy's own way takes for many rows.
    """
    names = table.columns.keys()
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' for _ in names)})"
    if values := list(map(itemgetter(*names), rows)):
        connection.exec_driver_sql(statement, values)


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
    connection.execute("PRAGMA cache_size = -65536")
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
