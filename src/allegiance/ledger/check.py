"""Whether a ledger is whole: every entry against its own hash, every claim against its text, every derived row against
the log. Nothing is repaired here; `rebuild` mends derived tables, and a damaged log is mended from a copy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, Table, and_, exists, func, select

from allegiance.errors import AllegianceError, Problem
from allegiance.ledger import tables as t
from allegiance.ledger.derive import Rows, derive, document_at, numbers_of, stream_entries
from allegiance.ledger.dialect import ROWS_AT_ONCE, Database
from allegiance.ledger.entries import Entry, EntryKind, digest, read_entry
from allegiance.model import Appearance, Reading, minted_actor_id
from allegiance.names import key

REBUILD = "rebuild the derived tables"
RESTORE = "go back to a copy"


def problems(database: Database, connection: Connection) -> Iterator[Problem]:
    """Everything that is wrong, each fault with its address."""
    for fault in database.faults(connection):
        yield Problem("database", "damaged", fault, RESTORE)
    yield from _log_problems(connection)
    yield from _derived_problems(connection)


def _log_problems(connection: Connection) -> Iterator[Problem]:
    digests = connection.execution_options(yield_per=ROWS_AT_ONCE).execute(
        select(t.entries.c.digest).order_by(t.entries.c.seq)
    )
    expected, recorded = 1, ""
    for entry, kept in zip(stream_entries(connection), digests.scalars(), strict=True):
        if entry.seq != expected:
            yield Problem(f"entry {expected}", "missing", f"the log goes on at entry {entry.seq}", RESTORE)
        if entry.recorded < recorded:
            yield Problem(_address(entry), "order", "it is recorded at an earlier time than the entry before it")
        expected, recorded = entry.seq + 1, entry.recorded
        if digest(entry.payload) != kept:
            yield Problem(_address(entry), "changed", "its payload is not what was recorded", RESTORE)
        yield from _entry_problems(connection, entry)
    yield from _orphans(connection)


def _entry_problems(connection: Connection, entry: Entry) -> Iterator[Problem]:
    try:
        value = read_entry(entry.kind, entry.payload)
    except AllegianceError as error:
        yield Problem(_address(entry), "unreadable", str(error), RESTORE)
        return
    if value.id != entry.id:
        yield Problem(_address(entry), "changed", f"its content has another hash: {value.id}", RESTORE)
    if isinstance(value, Appearance | Reading):
        yield from _reference_problems(connection, entry, value)


def _reference_problems(connection: Connection, entry: Entry, value: Appearance | Reading) -> Iterator[Problem]:
    number = numbers_of(connection, [value.document]).get(value.document)
    if number is None:
        yield Problem(_address(entry), "reference", f"it speaks of {value.document}, which is not recorded", RESTORE)
    elif isinstance(value, Reading):
        text = document_at(connection, number).text
        for claim in (finding.claim for finding in value.findings):
            if claim.document != value.document:
                yield Problem(f"claim {claim.id}", "reference", f"it speaks of another document, {claim.document}")
            words = text[claim.evidence.start : claim.evidence.end]
            if claim.evidence.end > len(text) or not words.strip():
                yield Problem(f"claim {claim.id}", "evidence", "its evidence does not lie in the text", RESTORE)


def _orphans(connection: Connection) -> Iterator[Problem]:
    """Documents that never appeared, and findings of no reading."""
    appeared = exists().where(t.appearances.c.document == t.entries.c.seq)
    alone = select(t.entries.c.id).where(t.entries.c.kind == EntryKind.DOCUMENT, ~appeared)
    for id in connection.execute(alone.order_by(t.entries.c.seq)).scalars():
        yield Problem(f"document {id}", "reference", "it has no appearance")
    read = exists().where(t.entries.c.seq == t.findings.c.reading, t.entries.c.kind == EntryKind.READING)
    loose = select(t.findings.c.seq).where(~read)
    for number in connection.execute(loose.order_by(t.findings.c.seq)).scalars():
        yield Problem(f"finding {number}", "reference", "it belongs to no reading", RESTORE)


def _derived_problems(connection: Connection) -> Iterator[Problem]:
    """Where derived rows are not those that a rebuild would give."""
    counted: dict[str, int] = {}
    for entry in stream_entries(connection, EntryKind.DOCUMENT, EntryKind.APPEARANCE, EntryKind.READING):
        rows = Rows()
        try:
            derive(connection, entry, rows)
        except (AllegianceError, KeyError):
            continue  # The log itself is at fault, and has been reported.
        for table in (t.documents, t.appearances, t.readings, t.claims, t.roles):
            wanted = rows.of.get(table.name, [])
            counted[table.name] = counted.get(table.name, 0) + len(wanted)
            if wanted and not _stand(connection, table, wanted):
                yield Problem(
                    _address(entry), "derived", f"its rows in {table.name} are not what the log says", REBUILD
                )
    for name, wanted_rows in counted.items():
        found = connection.execute(select(func.count()).select_from(t.DERIVED.tables[name])).scalar_one()
        if found > wanted_rows:
            yield Problem(f"table {name}", "derived", f"it has {found - wanted_rows} rows too many", REBUILD)
    yield from _use_problems(connection)


def _stand(connection: Connection, table: Table, wanted: list[dict[str, object]]) -> bool:
    """Whether the table holds these rows; they share an entry, and so the column that the index is on."""
    by = {"roles": "claim", "claims": "reading"}.get(table.name, "seq")
    values = sorted({row[by] for row in wanted}, key=str)
    found: list[Mapping[str, object]] = []
    for start in range(0, len(values), ROWS_AT_ONCE):
        query = select(table).where(table.c[by].in_(values[start : start + ROWS_AT_ONCE]))
        found.extend(dict(row) for row in connection.execute(query).mappings())
    return sorted(map(_flat, found)) == sorted(map(_flat, wanted))


def _flat(row: Mapping[str, object]) -> str:
    return repr(sorted(row.items()))


def _use_problems(connection: Connection) -> Iterator[Problem]:
    uses, roles = t.uses, t.roles
    same = and_(uses.c.document == roles.c.document, uses.c.name == roles.c.name)
    missing = select(roles.c.document, roles.c.name).where(~exists().where(same)).distinct()
    for row in connection.execute(missing):
        yield Problem(f"name {row.name!r}", "derived", "it is missing from the names of its document", REBUILD)
    idle = select(uses.c.name).where(~exists().where(same))
    for name in connection.execute(idle).scalars():
        yield Problem(f"name {name!r}", "derived", "it stands among the names, and no claim uses it", REBUILD)
    query = select(uses, t.entries.c.id).join(t.entries, t.entries.c.seq == uses.c.document)
    for row in connection.execution_options(yield_per=ROWS_AT_ONCE).execute(query):
        if (row.key, row.minted) != (key(row.name), minted_actor_id(row.id, row.name)):
            yield Problem(f"name {row.name!r}", "derived", "its key or its id is not what the log gives", REBUILD)


def _address(entry: Entry) -> str:
    return f"{entry.kind} {entry.id}"
