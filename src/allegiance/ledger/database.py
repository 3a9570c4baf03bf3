"""What every database is to this room: transactions that read, transactions that write, errors in our words.

The tables and the questions are written in portable SQLAlchemy Core; whatever differs between databases stands in
`sqlite` and `postgres`, and nowhere else.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

from sqlalchemy import Connection, Dialect, Engine, Executable, PoolProxiedConnection, Row, Table
from sqlalchemy.exc import DBAPIError

from allegiance.errors import LedgerError
from allegiance.fulltext import Query
from allegiance.ledger.keeping import Memory
from allegiance.ledger.tables import Tokens, Words
from allegiance.model import Coverage

ROWS_AT_ONCE = 500
"""How many rows are fetched, and how many values are asked for in one question: a bound on memory."""


Values: TypeAlias = tuple[object, ...]
"""A row for a table: its values in the order of the table's columns."""

RANKED = 20_000
"""Of so many texts that have what is looked for it is weighed which have it best: those that were recorded last."""


@dataclass(slots=True)
class Redactions:
    """The numbers of those that were made since a database was opened, and up to which entry they were looked for."""

    looked: int | None = None
    numbers: list[int] = field(default_factory=list)


class ByDay(Protocol):
    """What a state of the ledger rests on by the end of each day."""

    def coverage(self, day: str) -> Coverage:
        """What the view of what was out by the end of a day rests on."""
        ...


class Database(ABC):
    """A database that is open. `name` is how it is called in errors; no password stands in it."""

    def __init__(self, engine: Engine, name: str, *, read_only: bool) -> None:
        self.name = name
        self.read_only = read_only
        self.covered: dict[Hashable, Coverage] = {}
        """What states of the ledger rest on, where that was asked: it takes going through everything, and is kept."""
        self.days: tuple[Hashable, ByDay] | None = None
        """What the state that was last asked about by days rests on, with what tells it from others."""
        self.redactions = Redactions()
        self.memory = Memory()
        """What views have put together."""
        self._engine = engine

    @abstractmethod
    def prepare(self, connection: Connection, *, writes: bool) -> Connection:
        """The connection, so set that the transaction that it begins next sees one state, or writes alone."""

    @abstractmethod
    def faults(self, connection: Connection) -> list[str]:
        """What the database itself finds wrong with what it keeps."""

    @abstractmethod
    def explained(self, error: BaseException | None) -> LedgerError:
        """The database's error in our words."""

    @abstractmethod
    def ranked(self, connection: Connection, query: Query, at_most: int) -> list[int]:
        """The numbers of the appearances whose words are what is looked for, by the database's own measure, best first.

        Of more than `RANKED` the last are weighed, unless more are asked for. One stands several times where several
        parts of its text have it. There are fewer than `at_most` only where there are no more.
        """

    @abstractmethod
    def scrub(self) -> None:
        """Overwrite what was removed wherever the database still keeps it. Raises LedgerBusy, LedgerError."""

    @abstractmethod
    def lock(self, connection: Connection) -> None:
        """Let no other writer run beside this transaction. Raises LedgerBusy."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store throughout."""
        with (
            self.in_our_words(),
            self._engine.connect() as connection,
            self.prepare(connection, writes=False).begin(),
        ):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that no other writer runs beside; all that it wrote is committed at the end, or none of it."""
        if self.read_only:
            raise LedgerError(f"{self.name} is read-only: nothing can be recorded in it")
        with (
            self.in_our_words(),
            self._engine.connect() as connection,
            self.prepare(connection, writes=True).begin(),
        ):
            self.lock(connection)
            yield connection

    def glancing(self) -> PoolProxiedConnection:
        """A connection on which each question by itself sees what is committed by then. `glanced` gives it back."""
        connection = self._engine.raw_connection()
        if self._engine.dialect.name == "postgresql":
            connection.driver_connection.autocommit = True  # type: ignore[union-attr]
        return connection

    def glanced(self, connection: PoolProxiedConnection) -> None:
        """Take such a connection back."""
        if self._engine.dialect.name == "postgresql":
            connection.driver_connection.autocommit = False  # type: ignore[union-attr]
        connection.close()

    @property
    def dialect(self) -> Dialect:
        """How the database is spoken to."""
        return self._engine.dialect

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    @contextmanager
    def in_our_words(self) -> Iterator[None]:
        """Whatever the database raises in here is raised in our words. Raises LedgerBusy, LedgerError."""
        try:
            yield
        except DBAPIError as error:
            raise self.explained(error.orig) from error
        except self._engine.dialect.loaded_dbapi.Error as error:
            raise self.explained(error) from error


def streamed(connection: Connection, query: Executable) -> Iterator[Row[*tuple[Any, ...]]]:
    """What a question with any number of rows gives, fetched as it is needed."""
    with connection.execute(query, execution_options={"yield_per": ROWS_AT_ONCE}) as rows:
        yield from rows


def insert_rows(connection: Connection, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    """Insert rows, each of which names every column of the table.

    Those of which there are many are better made as values (see `insert_values`).
    """
    names = table.columns.keys()
    insert_values(connection, table, [tuple([row[name] for name in names]) for row in rows])


def insert_values(connection: Connection, table: Table, values: Sequence[Values]) -> None:
    """Insert rows, each as its values in the order of the table's columns.

    They go to the driver directly, which takes a third of the time that SQLAlchemy's own way takes for many rows.
    """
    if not values:
        return
    names = table.columns.keys()
    if connection.dialect.name == "postgresql":
        _copy(connection, table, values)
        return
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' for _ in names)})"
    connection.exec_driver_sql(statement, values)


def _copy(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """PostgreSQL's way of taking many rows."""
    for place, column in enumerate(table.columns):
        if isinstance(column.type, Tokens) or (isinstance(column.type, Words) and column.type.wanted(rows, place)):
            rows = [(*row[:place], column.type.kept(row[place]), *row[place + 1 :]) for row in rows]
    statement = f"COPY {table.name} ({', '.join(table.columns.keys())}) FROM STDIN"
    driver = connection.connection.driver_connection
    assert driver is not None
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
