"""Whether a ledger is whole: every entry against its own hash, every claim against its text, every derived row against
the log. Nothing is repaired here; `rebuild` mends derived tables, and a damaged log is mended from a copy.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, and_, exists, func, select

from allegiance.errors import AllegianceError, Problem
from allegiance.ledger import tables as t
from allegiance.ledger.database import Database, streamed
from allegiance.ledger.derive import Rows, derive, given_by, stream_entries, subject_of
from allegiance.ledger.entries import Entry, EntryKind, Redaction, Value, digest, read_told
from allegiance.model import Appearance, Document, Judgement, Reading, minted_actor_id
from allegiance.names import key

REBUILD = "rebuild the derived tables"
RESTORE = "go back to a copy"


def problems(database: Database, connection: Connection) -> Iterator[Problem]:
    """Everything that is wrong, each fault with its address. Of a file that is damaged, that alone."""
    damaged = False
    for fault in database.faults(connection):
        damaged = True
        yield Problem("database", "damaged", fault, RESTORE)
    if damaged:
        return
    derived = _Derived(connection)
    yield from _log_problems(connection, derived)
    yield from derived.redactions.problems()
    yield from derived.problems()
    yield from derived.left_over()
    yield from _orphans(connection)
    yield from _use_problems(connection)


def _log_problems(connection: Connection, derived: _Derived) -> Iterator[Problem]:
    digests = streamed(connection, select(t.entries.c.digest).order_by(t.entries.c.seq))
    expected, recorded = 1, ""
    for entry, row in zip(stream_entries(connection), digests, strict=True):
        if entry.seq != expected:
            yield Problem(f"entry {expected}", "missing", f"the log goes on at entry {entry.seq}", RESTORE)
        if entry.recorded < recorded:
            yield Problem(_address(entry), "order", "it is recorded at an earlier time than the entry before it")
        expected, recorded = entry.seq + 1, entry.recorded
        if digest(entry.payload) != row.digest:
            yield Problem(_address(entry), "changed", "its payload is not what was recorded", RESTORE)
        yield from _entry_problems(connection, entry, derived)
        if derived.wanted.are_many:
            yield from derived.problems()


def _entry_problems(connection: Connection, entry: Entry, derived: _Derived) -> Iterator[Problem]:
    try:
        value, struck = read_told(entry.kind, entry.payload)
    except AllegianceError as error:
        yield Problem(_address(entry), "unreadable", str(error), RESTORE)
        return
    if (struck or value.id) != entry.id:
        yield Problem(_address(entry), "changed", f"its content has another hash: {struck or value.id}", RESTORE)
    derived.redactions.take(entry, value, struck=bool(struck))
    subject = subject_of(connection, value)
    if isinstance(value, Appearance | Reading) and subject is None:
        yield Problem(_address(entry), "reference", f"it speaks of {value.document}, which is not recorded", RESTORE)
    if isinstance(value, Reading) and subject:
        yield from _evidence_problems(value, subject[1])
    if isinstance(value, Judgement) and value.act in ("add", "correct"):
        yield from _gift_problems(connection, entry, value)
    derived.expect(entry, value, subject)


def _gift_problems(connection: Connection, entry: Entry, judgement: Judgement) -> Iterator[Problem]:
    claim = given_by(judgement)
    if claim is None:
        yield Problem(_address(entry), "unreadable", "what it gives is no claim", RESTORE)
        return
    read = exists().where(t.readings.c.seq == t.claims.c.reading, t.readings.c.human == 1)
    query = select(t.claims.c.seq).where(t.claims.c.id == claim.id, read)
    if connection.execute(query.limit(1)).first() is None:
        yield Problem(_address(entry), "reference", f"it gives {claim.id}, which nobody has read", RESTORE)


def _evidence_problems(reading: Reading, document: Document) -> Iterator[Problem]:
    for claim in (finding.claim for finding in reading.findings):
        if claim.document != reading.document:
            yield Problem(f"claim {claim.id}", "reference", f"it speaks of another document, {claim.document}")
        words = document.text[claim.evidence.start : claim.evidence.end]
        if claim.evidence.end > len(document.text) or not words.strip():
            yield Problem(f"claim {claim.id}", "evidence", "its evidence does not lie in the text", RESTORE)


class _Redactions:
    """Holds the entries that are not what was recorded against the redactions that say so."""

    def __init__(self) -> None:
        self._struck: dict[str, str] = {}
        self._told: set[str] = set()

    def take(self, entry: Entry, value: Value, *, struck: bool) -> None:
        """Take in what one more entry says."""
        if isinstance(value, Redaction):
            self._told.update(value.entries)
        elif struck:
            self._struck[entry.id] = _address(entry)

    def problems(self) -> Iterator[Problem]:
        """Entries of which no redaction speaks."""
        for id, address in self._struck.items():
            if id not in self._told:
                yield Problem(address, "changed", "it was taken out, and no redaction says so", RESTORE)


class _Derived:
    """Holds what a rebuild would give against what the derived tables hold, a run of entries at a time."""

    def __init__(self, connection: Connection) -> None:
        self.wanted = Rows()
        self.redactions = _Redactions()
        self._connection = connection
        self._counted = dict.fromkeys(_NUMBERED, 0)

    def expect(self, entry: Entry, value: Value, subject: tuple[int, Document] | None) -> None:
        """Take in what is derived from one more entry."""
        derive(self._connection, entry, value, subject, self.wanted)

    def problems(self) -> Iterator[Problem]:
        """Where the tables differ from what has been taken in since the last time."""
        for name, by in _NUMBERED.items():
            wanted = self.wanted.of.get(name, [])
            if not wanted:
                continue
            self._counted[name] += len(wanted)
            table = t.DERIVED.tables[name]
            names = table.columns.keys()
            at = names.index(by)
            low, high = wanted[0][at], wanted[-1][at]
            told = [by] if table is t.texts else names  # Words cannot be read back.
            query = select(*table.c[*told]).where(table.c[by].between(low, high))
            found = {repr(sorted(row.items())) for row in self._connection.execute(query).mappings()}
            for values in wanted:
                row = dict(zip(names, values, strict=True))
                if repr(sorted((key, row[key]) for key in told)) not in found:
                    address = f"claim {row['id']}" if "id" in row else f"table {name}, row {row[by]}"
                    yield Problem(address, "derived", f"its row in {name} is not what the log says", REBUILD)
        self.wanted.clear()

    def left_over(self) -> Iterator[Problem]:
        """Tables with more rows than all that has been taken in."""
        for name, wanted in self._counted.items():
            found = self._connection.execute(select(func.count()).select_from(t.DERIVED.tables[name])).scalar_one()
            if found > wanted:
                yield Problem(f"table {name}", "derived", f"it has {found - wanted} rows too many", REBUILD)


_NUMBERED = {
    "documents": "seq",
    "sketches": "document",
    "texts": "rowid",
    "appearances": "seq",
    "readings": "seq",
    "claims": "seq",
    "roles": "claim",
    "judgements": "seq",
    "subjects": "judgement",
    "given": "judgement",
}
"""The derived tables whose rows follow the log, and the number by which they do."""


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


def _use_problems(connection: Connection) -> Iterator[Problem]:
    uses, roles = t.uses, t.roles
    same = and_(uses.c.document == roles.c.document, uses.c.name == roles.c.name)
    missing = select(roles.c.document, roles.c.name).where(~exists().where(same)).distinct()
    for row in connection.execute(missing):
        yield Problem(f"name {row.name!r}", "derived", "it is missing from the names of its document", REBUILD)
    idle = select(uses.c.name).where(~exists().where(same))
    for name in connection.execute(idle).scalars():
        yield Problem(f"name {name!r}", "derived", "it stands among the names, and no claim uses it", REBUILD)
    first = (
        select(roles.c.document, roles.c.name, func.min(t.claims.c.reading).label("reading"))
        .join(t.claims, t.claims.c.seq == roles.c.claim)
        .group_by(roles.c.document, roles.c.name)
        .subquery()
    )
    query = (
        select(uses, t.entries.c.id, first.c.reading)
        .join(t.entries, t.entries.c.seq == uses.c.document)
        .join(first, and_(first.c.document == uses.c.document, first.c.name == uses.c.name))
    )
    for row in streamed(connection, query):
        if (row.key, row.minted, row.since) != (key(row.name), minted_actor_id(row.id, row.name), row.reading):
            yield Problem(f"name {row.name!r}", "derived", "its key or its id is not what the log gives", REBUILD)


def _address(entry: Entry) -> str:
    return f"{entry.kind} {entry.id}"
