"""What a view keeps of what it has put together, so that the next question need not put it together again.

A view may live long. What was redacted meanwhile, by whatever process, must not be shown from memory: whatever is kept
is kept for one state of the redactions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, Select, select

from allegiance.ledger import tables as t
from allegiance.ledger.asked import Asked, Asking
from allegiance.ledger.database import Database
from allegiance.ledger.entries import EntryKind
from allegiance.model import Appearance, Recorded

CLAIMS_AT_MOST = 20_000
"""How many claims a view keeps that it has given."""
TEXTS_AT_MOST = 2_000
"""Of so many documents is kept what stands beside their claims."""


@dataclass(frozen=True, slots=True)
class Text:
    """What stands beside every claim of one document. `instead` are its names, as `standing.names_in` has them."""

    appearances: tuple[Appearance, ...]
    sketch: bytes
    instead: Mapping[str, str]


@dataclass(slots=True)
class Kept:
    """Claims, and what stands beside those of a document, by number, as they are since a redaction (0: since ever)."""

    redacted: int = 0
    claims: dict[int, Recorded] = field(default_factory=dict)
    texts: dict[int, Text] = field(default_factory=dict)

    def add_claims(self, new: Mapping[int, Recorded]) -> None:
        """Keep these too; what was kept before goes where there would be too many."""
        if len(self.claims) + len(new) > CLAIMS_AT_MOST:
            self.claims = {}
        self.claims.update(new)

    def add_texts(self, new: Mapping[int, Text]) -> None:
        """Keep these too; what was kept before goes where there would be too many."""
        if len(self.texts) + len(new) > TEXTS_AT_MOST:
            self.texts = {}
        self.texts.update(new)


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
