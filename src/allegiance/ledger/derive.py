"""From the log to the derived tables: each rule once, for recording, for rebuilding and for checking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Table, func, select, union

from allegiance.copies import sketch
from allegiance.errors import BadClaim, BadDate
from allegiance.exchange import read_line
from allegiance.fulltext import parts
from allegiance.ledger import tables as t
from allegiance.ledger.database import ROWS_AT_ONCE, Values, insert_values, streamed
from allegiance.ledger.entries import Entry, EntryKind, StoredFinding, Value, read_entry, whole
from allegiance.model import BY_A_PERSON, Appearance, Claim, Document, Judgement, Reading, minted_actor_id
from allegiance.names import key
from allegiance.when import parse

T = TypeVar("T")

CHARACTERS_AT_ONCE = 8_000_000
"""How much text is held in memory on its way into tables."""

UNDATED = "9999-12-31"
"""Stands for the earliest day of an appearance without a date, so that it sorts after all others."""


def chunks(values: Iterable[T], size: int = ROWS_AT_ONCE) -> Iterator[list[T]]:
    """`values` in lists of at most `size`."""
    left = iter(values)
    while chunk := list(islice(left, size)):
        yield chunk


def stamp_of(text: str) -> str:
    """An ISO 8601 time in one spelling (UTC, microseconds), so that order as text is order in time. Raises ValueError.

    A time that names no zone is taken to be in UTC.
    """
    time = datetime.fromisoformat(text)
    return stamp(time if time.tzinfo else time.replace(tzinfo=UTC))


def utc(text: str) -> str:
    """As `stamp_of`; a text that is no time as it is."""
    try:
        return stamp_of(text)
    except ValueError:
        return text


def stamp(time: datetime) -> str:
    """A time as the ledger writes it: `2024-03-14T09:30:00.000000+00:00`."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def days_of(published: str, retrieved: str, recorded: str) -> tuple[str, str]:
    """The first day on which a text can have appeared, and the day by which it was out, both `YYYY-MM-DD`.

    One without a date counts as out from its retrieval, and where that is not told, from when it was recorded.
    """
    seen = (retrieved or recorded)[:10]
    if not published:
        return UNDATED, seen
    try:
        when = parse(published)
    except BadDate:
        return UNDATED, seen
    low = when.start_earliest.isoformat() if when.start_earliest else ""
    return low, when.end_latest.isoformat() if when.end_latest else seen


@dataclass(slots=True)
class Rows:
    """Rows on their way into tables, which are filled in an order that keeps every reference whole."""

    of: defaultdict[str, list[Values]] = field(default_factory=lambda: defaultdict(list))
    characters: int = 0

    def add(self, table: Table, row: Values) -> None:
        """Take one more row for `table`: its values in the order of the columns."""
        self.of[table.name].append(row)

    @property
    def are_many(self) -> bool:
        """Whether it is time to do something with them: they are held in memory."""
        return sum(map(len, self.of.values())) >= ROWS_AT_ONCE * 10 or self.characters >= CHARACTERS_AT_ONCE

    def write(self, connection: Connection) -> None:
        """Insert everything, and be empty again."""
        for table in (*t.LOG.sorted_tables, *t.DERIVED.sorted_tables):
            if rows := self.of.get(table.name):
                insert_values(connection, table, rows)
        self.clear()

    def clear(self) -> None:
        """Be empty again."""
        self.of.clear()
        self.characters = 0

    def document(self, seq: int, document: Document) -> None:
        """What is derived from a document."""
        self.add(t.documents, (seq, document.language, int(bool(document.redacted))))
        self.add(t.sketches, (seq, sketch(document.text)))

    def appearance(self, seq: int, subject: tuple[int, Document], appearance: Appearance, recorded: str) -> None:
        """What is derived from an appearance of the document `subject`, given with its number."""
        document, text = subject
        retrieved = utc(appearance.retrieved)
        low, out = days_of(appearance.published, retrieved, recorded)
        told = (appearance.published, low, out, retrieved, appearance.publisher, appearance.url)
        self.add(t.appearances, (seq, document, *told))
        for number, part in enumerate(islice(parts(appearance, text.text), t.PARTS)):
            self.add(t.texts, (seq * t.PARTS + number, part))
            self.characters += len(part)

    def reading(self, seq: int, document: int, reading: Reading, text: Document, found: Mapping[int, str]) -> None:
        """What is derived from a reading of `text`, the document with that number.

        `found` has the numbers of its findings, in their order, with the ids of their claims.
        """
        human = int(reading.reader.startswith(BY_A_PERSON))
        self.add(t.readings, (seq, document, reading.reader, utc(reading.at), human))
        seen: set[str] = set()
        # There are many of both, and to find a list by its table takes as long as to fill it.
        claims, roles = self.of[t.claims.name], self.of[t.roles.name]
        for (number, id), finding in zip(found.items(), reading.findings, strict=True):
            if id in seen:
                continue  # A reader that says the same twice has said it once.
            seen.add(id)
            claim, begins, ends = finding.claim, finding.claim.evidence.start, finding.claim.evidence.end
            place = text.place(claim.evidence) if text.marks else ""
            said = (claim.type, begins, ends, claim.when, claim.certainty.value, claim.phase.value)
            claims.append((number, id, seq, document, *said, text.text[begins:ends], place))
            for filler in claim.actors:
                roles.append((number, filler.role, document, filler.name, filler.kind.value))

    def judgement(self, seq: int, judgement: Judgement) -> None:
        """What is derived from a judgement."""
        self.add(t.judgements, (seq, judgement.act))
        for subject in sorted(set(judgement.subjects)):
            self.add(t.subjects, (seq, subject))
        if claim := given_by(judgement):
            self.add(t.given, (seq, claim.id))

    def use(self, document: int, document_id: str, name: str, since: int) -> None:
        """What is derived from a name in a document, once for each; `since` is the first reading that gave it."""
        self.add(t.uses, (document, name, key(name), minted_actor_id(document_id, name), since))


def given_by(judgement: Judgement) -> Claim | None:
    """The claim that a judgement gives, None where it gives none or what it gives is no claim."""
    if judgement.act not in ("add", "correct"):
        return None
    try:
        return read_line(judgement.value).claim()
    except BadClaim:
        return None


def stream_entries(connection: Connection, *kinds: str, id: str = "") -> Iterator[Entry]:
    """The log in its order, each entry whole, only of these kinds where any are given, or only the one with this id."""
    query = select(*t.entries.c["seq", "kind", "id", "recorded", "payload"]).order_by(t.entries.c.seq)
    if kinds:
        query = query.where(t.entries.c.kind.in_(kinds))
    if id:
        query = query.where(t.entries.c.id == id)
    for row in streamed(connection, query):
        found = _findings_of(connection, row.seq) if row.kind == EntryKind.READING else ()
        yield Entry(row.seq, row.kind, row.id, row.recorded, whole(row.kind, row.payload, found))


def entries_about(connection: Connection, subjects: Iterable[str]) -> list[Entry]:
    """The judgements of these subjects, and those that give these claims, in the order of recording."""
    found: dict[int, Entry] = {}
    for some in chunks(sorted(set(subjects))):
        about = union(
            select(t.subjects.c.judgement).where(t.subjects.c.subject.in_(some)),
            select(t.given.c.judgement).where(t.given.c.claim.in_(some)),
        ).subquery()
        query = select(t.entries).join(about, about.c.judgement == t.entries.c.seq)
        for row in connection.execute(query):
            found[row.seq] = Entry(row.seq, row.kind, row.id, row.recorded, row.payload)
    return [found[seq] for seq in sorted(found)]


def entries_that(connection: Connection, acts: Iterable[str]) -> Iterator[Entry]:
    """The judgements that are of these acts, in the order of recording."""
    query = select(t.entries).join(t.judgements, t.judgements.c.seq == t.entries.c.seq)
    for row in connection.execute(query.where(t.judgements.c.act.in_(sorted(acts))).order_by(t.entries.c.seq)):
        yield Entry(row.seq, row.kind, row.id, row.recorded, row.payload)


def _findings_of(connection: Connection, reading: int) -> list[StoredFinding]:
    query = select(t.findings).where(t.findings.c.reading == reading).order_by(t.findings.c.seq)
    return [StoredFinding(row.line, row.frame, row.because) for row in connection.execute(query)]


def numbers_of(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """The numbers of those of these entries that are recorded."""
    known: dict[str, int] = {}
    for chunk in chunks(ids):
        query = select(t.entries.c.id, t.entries.c.seq).where(t.entries.c.id.in_(chunk))
        known.update((row.id, row.seq) for row in connection.execute(query))
    return known


def ids_of(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """The ids of the entries with these numbers."""
    known: dict[int, str] = {}
    for chunk in chunks(numbers):
        query = select(t.entries.c.seq, t.entries.c.id).where(t.entries.c.seq.in_(chunk))
        known.update((row.seq, row.id) for row in connection.execute(query))
    return known


def document_at(connection: Connection, seq: int) -> Document:
    """The document with that number."""
    payload = connection.execute(select(t.entries.c.payload).where(t.entries.c.seq == seq)).scalar_one()
    document = read_entry(EntryKind.DOCUMENT, payload)
    assert isinstance(document, Document)
    return document


def last_number(connection: Connection, column: ColumnElement[int]) -> int:
    """The highest number given so far, 0 where none is."""
    return connection.execute(select(column).order_by(column.desc()).limit(1)).scalar() or 0


def rebuild(connection: Connection) -> None:
    """Drop the derived tables and build them from the log, inside the caller's transaction.

    What is known of identity stays as it was handed in: it is not derived from the log by this room.
    """
    t.DERIVED.drop_all(connection)
    t.DERIVED.create_all(connection)
    t.IDENTITY.create_all(connection)
    t.WORKING.create_all(connection)
    rows = Rows()
    for entry in stream_entries(connection):
        value = read_entry(entry.kind, entry.payload)
        derive(connection, entry, value, subject_of(connection, value), rows)
        if rows.are_many:
            rows.write(connection)
    rows.write(connection)
    for chunk in chunks(_names(connection)):
        for document, document_id, name, since in chunk:
            rows.use(document, document_id, name, since)
        rows.write(connection)


def subject_of(connection: Connection, value: Value) -> tuple[int, Document] | None:
    """The number of the document of which a value speaks, and the document; None where it is not recorded."""
    if not isinstance(value, Appearance | Reading):
        return None
    number = numbers_of(connection, [value.document]).get(value.document)
    return None if number is None else (number, document_at(connection, number))


def derive(
    connection: Connection, entry: Entry, value: Value, subject: tuple[int, Document] | None, rows: Rows
) -> None:
    """Add to `rows` what is derived from an entry, which says `value` of the document `subject`; names apart."""
    if isinstance(value, Document):
        rows.document(entry.seq, value)
    elif isinstance(value, Judgement):
        rows.judgement(entry.seq, value)
    elif isinstance(value, Appearance) and subject:
        rows.appearance(entry.seq, subject, value, entry.recorded)
    elif isinstance(value, Reading) and subject:
        numbers = connection.execute(
            select(t.findings.c.seq).where(t.findings.c.reading == entry.seq).order_by(t.findings.c.seq)
        ).scalars()
        ids = (finding.claim.id for finding in value.findings)
        rows.reading(entry.seq, subject[0], value, subject[1], dict(zip(numbers, ids, strict=True)))


def _names(connection: Connection) -> Iterator[tuple[int, str, str, int]]:
    """Every name in every document once: the document's number, its id, the name, the first reading that gave it."""
    query = (
        select(t.roles.c.document, t.entries.c.id, t.roles.c.name, func.min(t.claims.c.reading).label("since"))
        .join(t.entries, t.entries.c.seq == t.roles.c.document)
        .join(t.claims, t.claims.c.seq == t.roles.c.claim)
        .group_by(t.roles.c.document, t.entries.c.id, t.roles.c.name)
        .order_by(t.roles.c.document, t.roles.c.name)
    )
    yield from ((row.document, row.id, row.name, row.since) for row in streamed(connection, query))
