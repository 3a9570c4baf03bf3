"""Which state of the ledger a view sees: up to which entry, and which judgements no longer count in it."""

from __future__ import annotations

from sqlalchemy import Connection, Select, select

from allegiance.ledger import tables as t
from allegiance.ledger.asked import Asked, Asking
from allegiance.ledger.scope import Scope
from allegiance.model import OPINIONS


def scope_at(connection: Connection, recorded_by: str, day: str) -> Scope:
    """What was recorded by a time (as the ledger writes it; empty for all), and of it what was out on a day."""
    found = _LAST_BY.all(connection, time=recorded_by) if recorded_by else _LAST.all(connection)
    last = int(found[0][0]) if found else 0
    noted = bool(_OPINION.all(connection, last=last))
    return Scope(last, day, _undone(connection, last), past=bool(recorded_by), noted=noted)


def _undone(connection: Connection, last: int) -> tuple[int, ...]:
    """The numbers of the judgements that are undone. To undo an undoing brings back what it had undone."""
    # The last is looked at first: by then it is known whether it has itself been undone.
    undone: set[int] = set()
    for judgement, undoes in sorted(_UNDOING.all(connection, last=last), key=lambda row: -row[0]):
        if judgement not in undone:
            undone.add(undoes)
    return tuple(sorted(undone))


def _last(_: Asking) -> Select[int]:
    return select(t.entries.c.seq).order_by(t.entries.c.seq.desc()).limit(1)


def _opinion(asking: Asking) -> Select[int]:
    table = t.judgements
    return select(table.c.seq).where(table.c.act.in_(OPINIONS), table.c.seq <= asking.number("last")).limit(1)


def _undoing(asking: Asking) -> Select[int, int]:
    return (
        select(t.judgements.c.seq, t.entries.c.seq.label("undoes"))
        .join(t.subjects, t.subjects.c.judgement == t.judgements.c.seq)
        .join(t.entries, t.entries.c.id == t.subjects.c.subject)
        .where(
            t.judgements.c.act == "undo",
            t.judgements.c.seq <= asking.number("last"),
            t.entries.c.seq < t.judgements.c.seq,
        )
    )


_LAST = Asked(_last)
_LAST_BY = Asked(lambda asking: _last(asking).where(t.entries.c.recorded <= asking.text("time")))
_OPINION = Asked(_opinion)
_UNDOING = Asked(_undoing)
