"""Questions that are put together once, and asked with the values of the day.

To put a question together, and to have it compiled, takes longer than most answers do. What is asked again and again is
therefore kept as the database takes it, with places for values: single ones, and lists, which stand in one place
whatever their length.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Dialect,
    PoolProxiedConnection,
    Select,
    any_,
    bindparam,
    func,
    select,
)

from allegiance.ledger.database import Database
from allegiance.ledger.scope import Scope
from allegiance.ledger.tables import NUMBER, TEXT, Words

Value: TypeAlias = str | int | Sequence[str] | Sequence[int]
Question: TypeAlias = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Asking:
    """What a question is put together with, for one kind of database: `scope` has places where a scope has values."""

    dialect: str

    @property
    def scope(self) -> Scope:
        """The state of the ledger that is asked about. Its places are filled with `values_of`."""
        return _Open(cast(int, self.number("last")), cast(str, self.text("day")), asking=self)

    def number(self, name: str) -> ColumnElement[int]:
        """The place of a number."""
        return bindparam(name, None, type_=NUMBER)

    def text(self, name: str) -> ColumnElement[str]:
        """The place of a text."""
        return bindparam(name, None, type_=TEXT)

    def among(self, column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
        """Whether a column has one of the values of a list, whose place is called `name`."""
        if self.dialect == "postgresql":
            return column == any_(bindparam(name, None))
        listed = func.json_each(bindparam(name, None, type_=TEXT)).table_valued("value")
        return column.in_(select(listed.c.value))


@dataclass(frozen=True, slots=True, eq=False)
class _Open(Scope):
    """A scope that is not known yet."""

    asking: Asking = Asking("")

    def is_undone(self, judgement: ColumnElement[int]) -> ColumnElement[bool]:
        return self.asking.among(judgement, "undone")


def values_of(scope: Scope) -> dict[str, Value]:
    """What stands in the places of an `Asking.scope`."""
    return {"last": scope.last, "day": scope.day, "undone": scope.undone}


class Asked:
    """A question. It is put together when it is first asked, by a function, for each kind of database."""

    def __init__(self, make: Callable[[Asking], Question]) -> None:
        self._make = make
        self._compiled: dict[str, _Compiled] = {}

    def all(self, connection: Connection, **values: Value) -> list[tuple[Any, ...]]:
        """Every row of the answer: as many as one may hold in memory."""
        driver = connection.connection.driver_connection
        return self._asked(connection.dialect, driver, values)

    def glanced(self, database: Database, connection: PoolProxiedConnection, **values: Value) -> list[tuple[Any, ...]]:
        """The same on a connection of `Database.glancing`."""
        return self._asked(database.dialect, connection.driver_connection, values)

    def _asked(self, dialect: Dialect, driver: Any, values: dict[str, Value]) -> list[tuple[Any, ...]]:
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            compiled = self._compiled[dialect.name] = _compiled(self._make(Asking(dialect.name)), dialect)
        cursor = driver.cursor()
        try:
            cursor.execute(compiled.statement, compiled.given(values))
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        finally:
            cursor.close()
        return [compiled.read(row) for row in rows] if compiled.worded else rows


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A question as a driver takes it. `places` are the names of its values in their order, where they have no name.

    `worded` are the columns whose text was written otherwise than it reads (see `tables.Words`).
    """

    statement: str
    fixed: dict[str, Any]
    places: tuple[str, ...]
    worded: tuple[int, ...]

    def given(self, values: dict[str, Value]) -> tuple[Any, ...] | dict[str, Any]:
        """The values as the driver takes them."""
        if not self.places:
            return self.fixed | {name: _for_postgres(value) for name, value in values.items()}
        told = self.fixed | {name: _for_sqlite(value) for name, value in values.items()}
        return tuple([told[name] for name in self.places])

    def read(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        """A row, its texts as they read."""
        out = list(row)
        for place in self.worded:
            out[place] = Words.given(out[place])
        return tuple(out)


def _compiled(question: Question, dialect: Dialect) -> _Compiled:
    made = question.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    postgres = dialect.name == "postgresql"
    columns = list(question.selected_columns)
    worded = tuple(n for n, column in enumerate(columns) if postgres and isinstance(column.type, Words))
    return _Compiled(str(made), dict(made.params), () if postgres else tuple(made.positiontup or ()), worded)


def _for_sqlite(value: Value) -> str | int:
    return value if isinstance(value, str | int) else json.dumps(list(value))


def _for_postgres(value: Value) -> object:
    return Words.kept(value) if isinstance(value, str | int) else [Words.kept(one) for one in value]
