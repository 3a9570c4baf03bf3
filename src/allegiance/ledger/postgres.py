"""A ledger in a database of PostgreSQL: how it is reached, how a transaction takes its lock, what its errors mean."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from sqlalchemy import URL, Connection, create_engine, event, inspect, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError

from allegiance.errors import LedgerBusy, LedgerError
from allegiance.fulltext import Group, Query, Term
from allegiance.ledger.database import RANKED, Database
from allegiance.ledger.tables import PARTS

WAIT = 600.0
"""Seconds to wait for another process that is writing, before LedgerBusy, where nothing else is asked for.

Those who wait are let in one after the other, so that none starves; the limit is for a writer that hangs.
"""
CONNECTED_WITHIN = 10
"""Seconds in which a server has to answer."""
LOCK = 20_140_314
"""The number of the lock that whoever writes holds: any number that other programs do not use."""


class PostgresDatabase(Database):
    """A database of PostgreSQL: any number of processes of any machine; those that write do so one after the other."""

    def __init__(self, url: URL, *, read_only: bool, wait: float | None) -> None:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            connect_args={"connect_timeout": CONNECTED_WITHIN, "application_name": "allegiance"},
        )
        event.listen(engine, "connect", _settle)
        named = url.set(drivername="postgresql", password=None)
        super().__init__(engine, named.render_as_string(), read_only=read_only)
        self._wait = WAIT if wait is None else wait

    def prepare(self, connection: Connection, *, writes: bool) -> Connection:
        """One state throughout for those who read; those who write see, after the lock, what others had committed."""
        level = "READ COMMITTED" if writes else "REPEATABLE READ"
        return connection.execution_options(isolation_level=level, postgresql_readonly=not writes)

    def lock(self, connection: Connection) -> None:
        """Writers take turns, so that entries are numbered without a gap and in the order in which they are seen."""
        milliseconds = max(1, round(self._wait * 1000))
        connection.execute(text(f"SET LOCAL lock_timeout = {milliseconds}"))
        # Two ledgers may share a database, each in a schema of its own.
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock, hashtext(current_schema()))"), {"lock": LOCK})

    def ranked(self, connection: Connection, query: Query, at_most: int) -> list[int]:
        """By `ts_rank`."""
        asked = " & ".join(f"({_any(group)})" for group in query.wanted)
        asked += f" & !({_any(query.unwanted)})" if query.unwanted else ""
        statement = text(
            "SELECT rowid / :parts FROM (SELECT rowid, words FROM texts WHERE words @@ CAST(:asked AS tsquery)"
            " ORDER BY rowid DESC LIMIT :ranked) AS latest"
            " ORDER BY ts_rank(words, CAST(:asked AS tsquery), 1) DESC, rowid LIMIT :at_most"
        )
        given = {"parts": PARTS, "asked": asked, "ranked": max(RANKED, at_most), "at_most": at_most}
        return list(connection.execute(statement, given).scalars())

    def scrub(self) -> None:
        """Every table is written anew without what was removed, and so are samples of it that the planner keeps.

        The server's own log of writes keeps it until it is written over, as backups do.
        """
        with self.in_our_words(), self._engine.connect() as connection:
            apart = connection.execution_options(isolation_level="AUTOCOMMIT")
            for name in inspect(apart).get_table_names():
                apart.execute(text(f'VACUUM (FULL, ANALYZE) "{name}"'))
            # Only a superuser, or who may, can do these; for others they come about by themselves in time.
            for statement in ("VACUUM FULL pg_catalog.pg_statistic", "CHECKPOINT"):
                with suppress(DBAPIError):
                    apart.execute(text(statement))

    def faults(self, connection: Connection) -> list[str]:
        """None: the server looks after its own files, and says so when it finds them damaged."""
        del connection
        return []

    def explained(self, error: BaseException | None) -> LedgerError:
        """PostgreSQL's error in our words."""
        code = getattr(error, "sqlstate", None) or ""
        said = _ERRORS.get(code) or _CLASSES.get(code[:2])
        if said:
            return said(self.name)
        told = " ".join(str(error).split())
        if not code:
            hint = "see whether the server runs, and where; a database that is missing is made with createdb"
            return LedgerError(f"{self.name} cannot be reached: {told}", hint=hint)
        return LedgerError(f"{self.name}: the database says: {told}")


def _any(group: Group) -> str:
    """One of these terms, as PostgreSQL is asked; folded words hold nothing that means anything to it."""
    return " | ".join(f"({' <-> '.join(_lexemes(term))})" for term in group)


def _lexemes(term: Term) -> list[str]:
    *whole, last = term.words
    return [*(f"'{word}'" for word in whole), f"'{last}':*" if term.prefix else f"'{last}'"]


def _settle(connection: DBAPIConnection, _: object) -> None:
    # Questions here are many and short: compiling them costs more than it saves.
    cursor = connection.cursor()
    cursor.execute("SET jit = off")
    cursor.close()
    connection.commit()


_ERRORS: dict[str, Callable[[str], LedgerError]] = {
    "55P03": lambda name: LedgerBusy(f"{name} is held by another process", hint="try again when that has finished"),
    "53300": lambda name: LedgerBusy(f"{name} has too many connections", hint="try again when others have finished"),
    "25006": lambda name: LedgerError(f"{name} is read-only: nothing can be recorded in it"),
    "42501": lambda name: LedgerError(
        f"{name} may not be written or read by this user", hint="ask its owner for the right to it, and to its schema"
    ),
    "53100": lambda name: LedgerError(
        f"the disk that holds {name} is full: what was not yet recorded is not in it",
        hint="free some space and run the same command again; what is recorded is whole",
    ),
    "54000": lambda name: LedgerError(f"{name}: a name or an address is too long for it to keep"),
}

_CLASSES: dict[str, Callable[[str], LedgerError]] = {
    "08": lambda name: _cut_off(name),
    "57": lambda name: _cut_off(name),
    "28": lambda name: LedgerError(f"{name} does not let this user in", hint="see its user and password"),
    "58": lambda name: LedgerError(f"the disk that holds {name} reports an error", hint="see the log of its server"),
    "XX": lambda name: LedgerError(f"{name} is damaged", hint="see the log of its server; go back to a good copy"),
}


def _cut_off(name: str) -> LedgerError:
    return LedgerError(
        f"the server of {name} has gone: what was not yet recorded is not in it",
        hint="run the same command again when it is back; what is recorded is whole",
    )
