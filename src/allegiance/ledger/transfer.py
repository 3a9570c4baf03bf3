"""A whole ledger as lines of text, and back: every entry of the log as it is, and who was who in every state of it.

    {"allegiance": "ledger", "lines": 1}                                              the first line
    {"seq", "kind", "id", "recorded", "digest", "payload"}                            an entry, in the order of the log
    {"table", "row"}                                                                  who is who, after all entries

What comes back is the same to the letter, and is checked as it comes: each entry against its digest and its id, and
claims against their texts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError
from sqlalchemy import Connection, Table, select

from allegiance.errors import AllegianceError, LedgerError
from allegiance.ledger import tables as t
from allegiance.ledger.database import insert_values, streamed
from allegiance.ledger.derive import Rows, rebuild, stream_entries, subject_of
from allegiance.ledger.entries import Draft, parted, read_told
from allegiance.model import Appearance, Document, Reading
from allegiance.readers import checked

HEAD = {"allegiance": "ledger", "lines": 1}
"""What the first line says; `lines` is the version of these lines."""


class EntryLine(BaseModel):
    """One entry of the log."""

    model_config = ConfigDict(extra="forbid", strict=True)

    seq: int
    kind: str
    id: str
    recorded: str
    digest: str
    payload: dict[str, JsonValue]


class RowLine(BaseModel):
    """One row of a table that does not follow from the log."""

    model_config = ConfigDict(extra="forbid", strict=True)

    table: str
    row: dict[str, str | int]


def lines_of(connection: Connection) -> Iterator[str]:
    """The ledger, a line at a time."""
    yield _json(HEAD)
    digests = (row.digest for row in streamed(connection, select(t.entries.c.digest).order_by(t.entries.c.seq)))
    for entry, digest in zip(stream_entries(connection), digests, strict=True):
        told = {"seq": entry.seq, "kind": entry.kind, "id": entry.id, "recorded": entry.recorded, "digest": digest}
        yield f'{_json(told)[:-1]},"payload":{entry.payload}}}'
    for table in t.IDENTITY.sorted_tables:
        for row in streamed(connection, select(table).order_by(*table.primary_key.columns)):
            yield _json({"table": table.name, "row": dict(row._mapping)})


def restore(connection: Connection, lines: Iterable[tuple[str, str]]) -> int:
    """Put a ledger into an empty one, inside the caller's transaction; gives how many entries it has.

    Each line comes with its address. Raises LedgerError at the first that is not as it was written.
    """
    if connection.execute(select(t.entries.c.seq).limit(1)).first():
        raise LedgerError("there is something in this ledger already", hint="give a new one, with --ledger")
    coming = iter(lines)
    address, first = next(coming, ("", ""))
    if _parsed(address, first) != HEAD:
        raise LedgerError(f"{address}: it is no ledger that this version can read", hint="`allegiance export ledger`")
    restoring = _Restoring(connection)
    for address, line in coming:
        told = _parsed(address, line)
        try:
            if "table" in told:
                restoring.row(RowLine.model_validate(told))
            else:
                restoring.entry(EntryLine.model_validate(told))
        except ValidationError as error:
            first_error = error.errors(include_url=False)[0]
            where = ".".join(str(part) for part in first_error["loc"]) or "the line"
            raise LedgerError(f"{address}: {where}: {first_error['msg']}") from error
        except AllegianceError as error:
            raise LedgerError(f"{address}: {error}", hint="the file is not as it was written: take another") from error
    restoring.finish()
    return restoring.entries


class _Restoring:
    """Takes in entries and rows in their order, and writes them a few at a time."""

    def __init__(self, connection: Connection) -> None:
        self.entries = 0
        self._connection = connection
        self._rows = Rows()
        self._findings = 0
        self._recorded = ""
        self._waiting: dict[str, Document] = {}

    def entry(self, line: EntryLine) -> None:
        """The next entry. Raises LedgerError, BadClaim."""
        if line.seq != self.entries + 1:
            raise LedgerError(f"entry {self.entries + 1} is missing")
        if line.recorded < self._recorded:
            raise LedgerError("it was recorded before the entry that stands before it")
        payload = _json(line.payload)
        made = parted(line.kind, line.id, payload)
        if made.digest != line.digest:
            raise LedgerError("it is not what was recorded: its digest is another")
        self._check(line, payload)
        self.entries, self._recorded = line.seq, line.recorded
        self._add(line, made)
        if self._rows.are_many:
            self.write()

    def row(self, line: RowLine) -> None:
        """A row of what is known of who is who. Raises LedgerError."""
        table: Table | None = t.IDENTITY.tables.get(line.table)
        if table is None or set(line.row) != set(table.columns.keys()):
            raise LedgerError(f"there is no such row in a table {line.table!r}")
        self._rows.add(table, tuple([line.row[column.name] for column in table.columns]))
        if self._rows.are_many:
            self.write()

    def write(self) -> None:
        """Write what waits."""
        for name, rows in self._rows.of.items():
            if name in t.IDENTITY.tables:
                insert_values(self._connection, t.IDENTITY.tables[name], rows)
        self._rows.write(self._connection)
        self._waiting.clear()

    def finish(self) -> None:
        """Write what waits, and what follows from it all."""
        self.write()
        rebuild(self._connection)

    def _check(self, line: EntryLine, payload: str) -> None:
        value, struck = read_told(line.kind, payload)
        if (struck or value.id) != line.id:
            raise LedgerError(f"its content has another hash: {struck or value.id}")
        if isinstance(value, Document):
            self._waiting[line.id] = value
        elif isinstance(value, Appearance | Reading):
            subject = subject_of(self._connection, value) if value.document not in self._waiting else None
            document = subject[1] if subject else self._waiting.get(value.document)
            if document is None:
                raise LedgerError(f"it speaks of {value.document}, which does not stand before it")
            if isinstance(value, Reading):
                checked(document, value.findings)

    def _add(self, line: EntryLine, made: Draft) -> None:
        self._rows.add(t.entries, (line.seq, line.kind, line.id, line.recorded, made.digest, made.head))
        for stored in made.findings:
            self._findings += 1
            self._rows.add(t.findings, (self._findings, line.seq, stored.line, stored.frame, stored.because))


def _parsed(address: str, line: str) -> Mapping[str, object]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LedgerError(f"{address}: it is no JSON") from error
    if not isinstance(told, dict):
        raise LedgerError(f"{address}: it is no JSON object")
    return told


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
