"""Which state of the ledger a transaction sees, in so far as no scope tells it: redactions, and who is who.

A scope counts entries. What an entry says is taken out by redactions that come after it, and whom a name of it stands
for is found out by resolving, which writes no entry.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, Select, select

from allegiance.ledger import tables as t
from allegiance.ledger.asked import Asked, Asking
from allegiance.ledger.database import Database
from allegiance.ledger.entries import EntryKind


class State(NamedTuple):
    """The number of the last redaction, and up to which entry, and by which rules, names have been resolved."""

    redacted: int
    resolved: int = 0
    rules: str = ""


def state_of(database: Database, connection: Connection) -> State:
    """The state that a transaction sees."""
    resolved = _WORKED.all(connection)
    return State(redacted(database, connection), *(resolved[0] if resolved else ()))


def redacted(database: Database, connection: Connection) -> int:
    """The number of the last redaction that a transaction sees, of those made since the ledger was opened; 0 for none.

    Only the entries are gone through that were made since this was asked last.
    """
    found = _LAST.all(connection)
    last = int(found[0][0]) if found else 0
    seen = database.redactions
    if seen.looked is None:
        seen.looked = last
    elif last > seen.looked:
        new = _REDACTIONS.all(connection, first=seen.looked, last=last)
        seen.numbers = sorted({*seen.numbers, *(number for (number,) in new)})
        seen.looked = max(last, seen.looked)
    return max((number for number in seen.numbers if number <= last), default=0)


def _redactions(asking: Asking) -> Select[int]:
    table = t.entries
    between = table.c.seq.between(asking.number("first"), asking.number("last"))
    return select(table.c.seq).where(between, table.c.kind == EntryKind.REDACTION.value)


_LAST = Asked(lambda _: select(t.entries.c.seq).order_by(t.entries.c.seq.desc()).limit(1))
_REDACTIONS = Asked(_redactions)
_WORKED = Asked(lambda _: select(t.worked.c.last, t.worked.c.rules))
