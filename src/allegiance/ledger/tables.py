"""The tables, in two halves: the log, which is the record, and what is derived from it.

The log is written once and never changed. `entries` holds one row for each thing recorded; the claims of a reading
stand in `findings`, one row each, so that a million claims can be read without taking whole readings apart. Nothing is
said twice: a derived row points at its place in the log by number.

The derived tables exist for asking. They can be dropped at any time, and are rebuilt from the log; only `identity`,
`actors` and `standings` come from outside (from the room that resolves names). Of these every state is kept, each row
with the entries between which it held: so an answer that was once given can be had again, whatever was decided since.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

NUMBER = BigInteger().with_variant(Integer, "sqlite")
"""A row number. SQLite gives its fastest key to a column typed INTEGER and to no other."""

LOG = MetaData()
DERIVED = MetaData()

versions = Table(
    "schema_version",
    LOG,
    Column("version", Integer, primary_key=True, autoincrement=False),
)

entries = Table(
    "entries",
    LOG,
    Column("seq", NUMBER, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("id", Text, nullable=False, unique=True),
    Column("recorded", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("payload", Text, nullable=False),
)

findings = Table(
    "findings",
    LOG,
    Column("seq", NUMBER, primary_key=True, autoincrement=False),
    Column("reading", NUMBER, ForeignKey(entries.c.seq), nullable=False),
    Column("line", Text, nullable=False),
    Column("frame", Text, nullable=False),
    Column("because", Text, nullable=False),
    Index("findings_by_reading", "reading"),
)

documents = Table(
    "documents",
    DERIVED,
    Column("seq", NUMBER, ForeignKey(entries.c.seq), primary_key=True, autoincrement=False),
    Column("language", Text, nullable=False),
)

sketches = Table(
    "sketches",
    DERIVED,
    Column("document", NUMBER, ForeignKey(documents.c.seq), primary_key=True, autoincrement=False),
    Column("sketch", LargeBinary, nullable=False),
)
"""What tells whether a document's text is a copy of another's (see `allegiance.copies`)."""

appearances = Table(
    "appearances",
    DERIVED,
    Column("seq", NUMBER, ForeignKey(entries.c.seq), primary_key=True, autoincrement=False),
    Column("document", NUMBER, ForeignKey(documents.c.seq), nullable=False),
    Column("published", Text, nullable=False),
    Column("low", Text, nullable=False),
    Column("out", Text, nullable=False),
    Column("retrieved", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("url", Text, nullable=False),
    Index("appearances_by_document", "document"),
    Index("appearances_by_url", "url", "document"),
    Index("appearances_by_day", "out"),
)

readings = Table(
    "readings",
    DERIVED,
    Column("seq", NUMBER, ForeignKey(entries.c.seq), primary_key=True, autoincrement=False),
    Column("document", NUMBER, ForeignKey(documents.c.seq), nullable=False),
    Column("reader", Text, nullable=False),
    Column("at", Text, nullable=False),
    Index("readings_by_document", "document", "at"),
)

claims = Table(
    "claims",
    DERIVED,
    Column("seq", NUMBER, ForeignKey(findings.c.seq), primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("reading", NUMBER, ForeignKey(readings.c.seq), nullable=False),
    Column("document", NUMBER, ForeignKey(documents.c.seq), nullable=False),
    Column("type", Text, nullable=False),
    Column("begins", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
    Column("happened", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("phase", Text, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("place", Text, nullable=False),
    Index("claims_by_id", "id"),
    Index("claims_by_reading", "reading"),
    Index("claims_by_type", "type"),
)

roles = Table(
    "roles",
    DERIVED,
    Column("claim", NUMBER, ForeignKey(claims.c.seq), primary_key=True, autoincrement=False),
    Column("role", Text, primary_key=True),
    Column("document", NUMBER, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Index("roles_by_name", "document", "name"),
    sqlite_with_rowid=False,
)
"""The actors of each claim. Roles that hold words (a post's title, a cause) stand in the claim's line alone."""

uses = Table(
    "uses",
    DERIVED,
    Column("document", NUMBER, ForeignKey(documents.c.seq), primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("minted", Text, nullable=False),
    Column("since", NUMBER, nullable=False),
    Index("uses_by_key", "key"),
    Index("uses_by_minted", "minted"),
    sqlite_with_rowid=False,
)
"""Each name in each document once, with its normal form and the id that it has until somebody resolves it.

`since` is the number of the first reading that gave it.
"""

judgements = Table(
    "judgements",
    DERIVED,
    Column("seq", NUMBER, ForeignKey(entries.c.seq), primary_key=True, autoincrement=False),
    Column("act", Text, nullable=False),
    Index("judgements_by_act", "act"),
)

subjects = Table(
    "subjects",
    DERIVED,
    Column("judgement", NUMBER, ForeignKey(judgements.c.seq), primary_key=True, autoincrement=False),
    Column("subject", Text, primary_key=True),
    Index("subjects_by_subject", "subject"),
    sqlite_with_rowid=False,
)

IDENTITY = MetaData()

FOREVER = 2**62
"""The end of what holds still: higher than any entry's number."""

PRESENT = FOREVER - 1
"""A number that stands for the last entry, however many there are."""


def _span() -> tuple[Column[int], Column[int]]:
    """From which entry on a row holds, and from which on no more: what was known once can be asked again."""
    since: Column[int] = Column("since", NUMBER, primary_key=True, autoincrement=False)
    return since, Column("until", NUMBER, nullable=False)


actors = Table(
    "actors",
    IDENTITY,
    Column("id", Text, primary_key=True),
    *_span(),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
)

identity = Table(
    "identity",
    IDENTITY,
    Column("document", NUMBER, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    *_span(),
    Column("key", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("because", Text, nullable=False),
    Index("identity_by_actor", "actor"),
    Index("identity_by_key", "key"),
    sqlite_with_rowid=False,
)
"""Which actor a name in a document stands for. Document 0 holds the names that a register gives by itself."""

standings = Table(
    "standings",
    IDENTITY,
    Column("actor", Text, primary_key=True),
    *_span(),
    Column("standing", Text, nullable=False),
    Column("because", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""The standing of each person whose names were resolved, with the reason. Whoever stands not here is not withheld."""

resolutions = Table("resolutions", IDENTITY, Column("last", NUMBER, primary_key=True, autoincrement=False))
"""Up to which entry the log had come when names were resolved, each time."""

WORKING = MetaData()
"""What saves work and is worth nothing else: where it is missing, names are resolved from the beginning."""

tellings = Table(
    "tellings",
    WORKING,
    Column("document", NUMBER, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
)
"""What each document tells of names, as the room that resolves them writes it."""

meetings = Table(
    "meetings",
    WORKING,
    Column("key", NUMBER, primary_key=True, autoincrement=False),
    Column("document", NUMBER, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""The documents of which a name has a key: by these it can meet names of other documents."""

spellings = Table(
    "spellings",
    WORKING,
    Column("block", NUMBER, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""The names that stand in a block, among which spellings of one name are looked for. None is ever taken out."""

worked = Table(
    "worked",
    WORKING,
    Column("last", NUMBER, primary_key=True, autoincrement=False),
    Column("rules", Text, nullable=False),
)
"""Up to which entry names have been resolved, and a digest of the rules and the register by which: one row, or none."""
