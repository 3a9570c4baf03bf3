"""How the tables came to be as they are: one function for each version of the log, in order.

A migration is never changed once it has been released; it states the tables as they were then, so that a ledger of any
age goes through the same steps. Derived tables need no migrations of their own: after any migration they are dropped,
and built from the log as the present program would have them. A change to derived tables alone is therefore a
migration that does nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Column, Connection, ForeignKey, Index, MetaData, Table, func, insert, inspect, select, text

from allegiance.errors import LedgerError, LedgerTooNew
from allegiance.ledger.tables import DERIVED, IDENTITY, NUMBER, TEXT, WORKING, versions

Migration = Callable[[Connection], None]


def _log(connection: Connection) -> None:
    """Version 1: the log of entries, and the findings of its readings."""
    made = MetaData()
    entries = Table(
        "entries",
        made,
        Column("seq", NUMBER, primary_key=True, autoincrement=False),
        Column("kind", TEXT, nullable=False),
        Column("id", TEXT, nullable=False, unique=True),
        Column("recorded", TEXT, nullable=False),
        Column("digest", TEXT, nullable=False),
        Column("payload", TEXT, nullable=False),
    )
    Table(
        "findings",
        made,
        Column("seq", NUMBER, primary_key=True, autoincrement=False),
        Column("reading", NUMBER, ForeignKey(entries.c.seq), nullable=False),
        Column("line", TEXT, nullable=False),
        Column("frame", TEXT, nullable=False),
        Column("because", TEXT, nullable=False),
        Index("findings_by_reading", "reading"),
    )
    made.create_all(connection)


def _states_of_identity(connection: Connection) -> None:
    """Version 2: who is who is kept in every state, and no longer in the last alone.

    Those tables do not follow from the log, and what they held is kept, as what held from the beginning: names are not
    to stand unresolved, nor private ones open, until somebody resolves them again.
    """
    older, newer = MetaData(), _identity_of_version_2()
    older.reflect(connection, only=lambda name, _: name in newer.tables)
    held = {
        table.name: [dict(row) for row in connection.execute(select(table)).mappings()] for table in older.sorted_tables
    }
    older.drop_all(connection)
    newer.create_all(connection)
    for name, rows in held.items():
        if rows:
            connection.execute(insert(newer.tables[name]), [row | {"since": 0, "until": 2**62} for row in rows])


def _identity_of_version_2() -> MetaData:
    made = MetaData()
    Table(
        "actors",
        made,
        Column("id", TEXT, primary_key=True),
        *_span(),
        Column("kind", TEXT, nullable=False),
        Column("name", TEXT, nullable=False),
    )
    Table(
        "identity",
        made,
        Column("document", NUMBER, primary_key=True, autoincrement=False),
        Column("name", TEXT, primary_key=True),
        *_span(),
        Column("key", TEXT, nullable=False),
        Column("actor", TEXT, nullable=False),
        Column("because", TEXT, nullable=False),
        Index("identity_by_actor", "actor"),
        Index("identity_by_key", "key"),
        sqlite_with_rowid=False,
    )
    Table(
        "standings",
        made,
        Column("actor", TEXT, primary_key=True),
        *_span(),
        Column("standing", TEXT, nullable=False),
        Column("because", TEXT, nullable=False),
        sqlite_with_rowid=False,
    )
    Table("resolutions", made, Column("last", NUMBER, primary_key=True, autoincrement=False))
    return made


def _span() -> tuple[Column[int], Column[int]]:
    return Column("since", NUMBER, primary_key=True, autoincrement=False), Column("until", NUMBER, nullable=False)


def _derived_anew(connection: Connection) -> None:
    """Version 3: derived tables tell what people read from what programs read, and which documents names left."""
    del connection


def _withheld_found(connection: Connection) -> None:
    """Version 4: those whose names are withheld, who are few, are found without going through everybody."""
    connection.execute(text("CREATE INDEX standings_withheld ON standings (actor) WHERE standing != 'public'"))


def _words_of_texts(connection: Connection) -> None:
    """Version 5: derived tables have the words of each text, by which it is found."""
    del connection


MIGRATIONS: tuple[Migration, ...] = (
    _log,
    _states_of_identity,
    _derived_anew,
    _withheld_found,
    _words_of_texts,
)
"""Number n in this list, counted from 1, makes version n out of version n - 1."""


def version_of(connection: Connection) -> int:
    """The version of the tables: 0 for an empty database. Raises LedgerError where it is some other program's."""
    names = set(inspect(connection).get_table_names())
    if versions.name in names:
        return connection.execute(select(func.max(versions.c.version))).scalar() or 0
    if names:
        raise LedgerError(
            f"this is a database, but no ledger: it holds {sorted(names)[0]!r} and no {versions.name!r}",
            hint="give the ledger a file of its own",
        )
    return 0


def is_current(connection: Connection, migrations: Sequence[Migration] = MIGRATIONS) -> bool:
    """Whether nothing has to be done before the tables can be used. Raises LedgerTooNew, LedgerError."""
    version = version_of(connection)
    if version > len(migrations):
        raise LedgerTooNew(
            f"this ledger was written by a later version of the program (tables {version}, known up to"
            f" {len(migrations)})",
            hint="upgrade allegiance",
        )
    wanted = {*DERIVED.tables, *IDENTITY.tables, *WORKING.tables}
    return version == len(migrations) and wanted <= set(inspect(connection).get_table_names())


def migrate(connection: Connection, migrations: Sequence[Migration] = MIGRATIONS) -> bool:
    """Bring the log to the present version, inside the caller's transaction. Raises LedgerTooNew, LedgerError.

    Gives whether the derived tables must now be rebuilt.
    """
    if is_current(connection, migrations):
        return False
    versions.create(connection, checkfirst=True)
    for number in range(version_of(connection) + 1, len(migrations) + 1):
        migrations[number - 1](connection)
        connection.execute(insert(versions), {"version": number})
    return True
