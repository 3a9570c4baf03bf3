"""Rows that hold between two entries of the log: a later row ends an earlier one, and erases nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, delete, select

from allegiance.ledger.database import insert_rows
from allegiance.ledger.tables import FOREVER

Key: TypeAlias = tuple[object, ...]
Row: TypeAlias = Mapping[str, object]


def keep(
    connection: Connection,
    table: Table,
    rows: Iterable[Row],
    last: int,
    among: ColumnElement[bool],
    first: Callable[[Key], int] = lambda _: 0,
) -> None:
    """Let these rows hold from entry `last` on, each in place of the one that held with its key; the same changes none.

    `among` is true of every row of the table with one of these keys. A row whose key is new holds from `first(key)` on,
    since nobody had said otherwise before. Of two rows that are kept for one key at one entry the later counts.
    """
    held: dict[Key, Row] = {}
    ended: dict[Key, int] = {}
    for found in map(dict, connection.execute(select(table).where(among)).mappings()):
        key = _key(table, found)
        if found["until"] == FOREVER:
            held[key] = found
        else:
            ended[key] = max(found["until"], ended.get(key, 0))
    gone: list[Row] = []
    new: dict[Key, Row] = {}
    for row in rows:
        key = _key(table, row)
        before = held.get(key)
        if before is None:
            since = max(first(key), ended.get(key, 0))
        elif row.items() <= before.items():
            new.pop(key, None)
            continue
        else:
            since = max(_since(before), last)
            gone.append(before)
        new[key] = {**row, "since": since, "until": FOREVER}
    end(connection, table, gone, last)
    insert_rows(connection, table, new.values())


def end(connection: Connection, table: Table, rows: Sequence[Row], last: int) -> None:
    """Let these rows hold up to entry `last` and no further. What began there or later has never held, and goes."""
    names = [column.name for column in table.primary_key.columns]
    these = and_(*(table.c[name] == bindparam(f"of_{name}") for name in names))
    past = [_asked(names, row) for row in rows if _since(row) < last]
    never = [_asked(names, row) for row in rows if _since(row) >= last]
    if past:
        connection.execute(table.update().where(these).values(until=last), past)
    if never:
        connection.execute(delete(table).where(these), never)


def _asked(names: Sequence[str], row: Row) -> dict[str, object]:
    return {f"of_{name}": row[name] for name in names}


def _since(row: Row) -> int:
    since = row["since"]
    assert isinstance(since, int)
    return since


def _key(table: Table, row: Row) -> Key:
    return tuple(row[column.name] for column in table.primary_key.columns if column.name != "since")
