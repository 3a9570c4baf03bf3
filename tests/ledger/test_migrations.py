"""A ledger of any age becomes one of today, and loses nothing on the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text

from allegiance.errors import LedgerError, LedgerTooNew
from allegiance.ledger import open_ledger
from allegiance.ledger.database import Database
from allegiance.ledger.dialect import open_database
from allegiance.ledger.migrations import MIGRATIONS, is_current, migrate, version_of
from allegiance.ledger.tables import IDENTITY, LOG
from ledger.made import report


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The file of a ledger of version 1, made by hand."""
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((Path(__file__).parent / "version1.sql").read_text(encoding="utf-8"))
    return path


def opened(path: Path) -> Database:
    return open_database(str(path), create=True, wait=1.0)


def with_a_colour(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE entries ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'"))


def that_fails(connection: Connection) -> None:
    with_a_colour(connection)
    raise ZeroDivisionError


def test_a_ledger_of_the_first_version_answers_today(old: Path) -> None:
    with open_ledger(str(old)) as ledger:
        (recorded,) = ledger.view().claims()
        assert recorded.claim == report("Idris Baro joined the Front.").claims[0]
        assert (recorded.appearance.publisher, recorded.frame) == ("The Wire", "join-1")
        assert recorded.recorded == "2024-07-01T00:00:01.000000+00:00"
        assert ledger.check() == []
        with ledger.batch() as batch:
            report("Omar Dost leads the Council.").into(batch)
        assert len(ledger.view().claims()) == 2


def test_who_was_who_in_a_ledger_of_the_first_version_is_so_from_the_beginning(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript((Path(__file__).parent / "identity1.sql").read_text(encoding="utf-8"))
    with open_ledger(str(old)) as ledger:
        for view in (ledger.view(), ledger.view(recorded_by="2024-07-01")):
            assert view.actor("Q1").name == "The Front"
            assert [actor.id for actor in view.find("Front of the North")] == ["Q1"]
            assert view.claims()[0].claim.name("actor") == "a private person"
        assert ledger.check() == []


def test_the_migrations_end_at_the_tables_that_the_program_uses(store: Callable[[str], str]) -> None:
    with closing(open_database(store("a"), create=True, wait=1.0)) as database:
        with database.writing() as connection:
            assert version_of(connection) == 0
            assert migrate(connection)
            assert version_of(connection) == len(MIGRATIONS)
        with database.reading() as connection:
            for table in (*LOG.sorted_tables, *IDENTITY.sorted_tables):
                columns = {column["name"] for column in inspect(connection).get_columns(table.name)}
                assert columns == set(table.columns.keys())
                indexes = {index["name"] for index in inspect(connection).get_indexes(table.name)}
                assert {index.name for index in table.indexes} <= indexes


def test_an_older_ledger_goes_through_every_later_step_once(old: Path) -> None:
    later = (*MIGRATIONS, with_a_colour)
    with closing(opened(old)) as database:
        with database.writing() as connection:
            assert not is_current(connection, later)
            assert migrate(connection, later)
            assert version_of(connection) == len(later)
            assert set(connection.execute(text("SELECT colour FROM entries")).scalars()) == {"grey"}
        with database.reading() as connection, pytest.raises(LedgerTooNew):
            is_current(connection)


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(old: Path) -> None:
    with closing(opened(old)) as database, pytest.raises(ZeroDivisionError), database.writing() as connection:
        migrate(connection, (*MIGRATIONS, that_fails))
    with closing(sqlite3.connect(old)) as connection:
        assert [row[1] for row in connection.execute("PRAGMA table_info(entries)")][-1] == "payload"
    with open_ledger(str(old)) as ledger:
        assert len(ledger.view().claims()) == 1


def test_an_older_ledger_that_is_only_read_says_that_it_must_be_brought_up_to_date(old: Path) -> None:
    with pytest.raises(LedgerError, match="read-only: it cannot be brought up to date"):
        open_ledger(f"{old}?mode=ro")
