"""Which database an address names. A further database is added here, with a module beside `sqlite` and `postgres`."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from allegiance.errors import LedgerError
from allegiance.ledger.database import Database
from allegiance.ledger.postgres import PostgresDatabase
from allegiance.ledger.sqlite import SqliteDatabase

DEFAULT_FILE = "allegiance.db"
ONLY_READ = "?mode=ro"


def open_database(address: str, *, create: bool, wait: float | None = None) -> Database:
    """The database that an address names; empty is `$ALLEGIANCE_LEDGER`, else `./allegiance.db`. Raises LedgerError.

    `sqlite:///notes.db` is relative, `sqlite:////srv/notes.db` absolute, a bare path is a path; `postgresql://` is
    followed by what libpq understands. `?mode=ro` after any of these asks for a ledger that is only read.
    """
    given = address or os.environ.get("ALLEGIANCE_LEDGER", "") or DEFAULT_FILE
    scheme, found, rest = given.partition("://")
    if found and scheme in ("postgresql", "postgres", "postgresql+psycopg"):
        return _postgres(given, wait)
    if found and scheme != "sqlite":
        hint = "give sqlite:///PATH or postgresql://SERVER/NAME"
        raise LedgerError(f"{given}: no ledger can be kept at a {scheme}:// address", hint=hint)
    path = rest.removeprefix("/") if found else given
    bare = path.removesuffix(ONLY_READ)
    if not bare or bare == ":memory:":
        raise LedgerError(f"{given} names no file", hint="give sqlite:///PATH")
    return SqliteDatabase(Path(bare).expanduser(), read_only=bare != path, create=create, wait=wait)


def _postgres(address: str, wait: float | None) -> Database:
    try:
        url = make_url(address).set(drivername="postgresql")
    except (ArgumentError, ValueError) as error:
        hint = "write postgresql://USER@SERVER/NAME"
        raise LedgerError("the address of the ledger cannot be read", hint=hint) from error
    if not url.database:
        raise LedgerError(f"{url.set(password=None)} names no database", hint="write postgresql://USER@SERVER/NAME")
    read_only = url.query.get("mode") == "ro"
    return PostgresDatabase(url.difference_update_query(["mode"]), read_only=read_only, wait=wait)
