"""The append-only store, and the only place that imports a database.

`open_ledger` gives a `Ledger`; a `Batch` records documents in it, a `LedgerView` is what answers are given. The record
is a log of entries (documents, appearances, readings with their claims, judgements) to which things are only added;
every other table is derived from it and can be rebuilt. Read `tables`, then `store`.
"""

from allegiance.ledger.batch import Added, Batch
from allegiance.ledger.entries import Entry, EntryKind, Redaction, read_entry
from allegiance.ledger.identity import IdentityRow, NameUse
from allegiance.ledger.standing import StandingRow
from allegiance.ledger.store import Ledger, open_ledger
from allegiance.ledger.view import LedgerView, Report, Superseded
from allegiance.ledger.working import Kept, Named, News, Resolution, TellingRow, Working

__all__ = [
    "Added",
    "Batch",
    "Entry",
    "EntryKind",
    "IdentityRow",
    "Kept",
    "Ledger",
    "LedgerView",
    "NameUse",
    "Named",
    "News",
    "Redaction",
    "Report",
    "Resolution",
    "StandingRow",
    "Superseded",
    "TellingRow",
    "Working",
    "open_ledger",
    "read_entry",
]
