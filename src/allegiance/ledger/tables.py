"""The tables, in two halves: the log, which is the record, and what is derived from it.

The log is written once and never changed. `entries` holds one row for each thing recorded; the claims of a reading
stand in `findings`, one row each, so that a million claims can be read without taking whole readings apart. Nothing is
said twice: a derived row points at its place in the log by number.

The derived tables exist for asking. They can be dropped at any time, and are rebuilt from the log; only `identity`,
`actors` and `standings` come from outside (from the room that resolves names). Of these every state is kept, each row
with the entries between which it held: so an answer that was once given can be had again, whatever was decided since.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    text,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateTable
from sqlalchemy.sql.compiler import DDLCompiler

NUMBER = BigInteger().with_variant(Integer, "sqlite")
"""A row number. SQLite gives its fastest key to a column typed INTEGER and to no other."""


class Plain(TypeDecorator[str]):
    """Text that sorts by its characters, whatever the language of the database: times and ids are ordered as text."""

    impl = Text
    cache_ok = True


@compiles(Plain, "postgresql")
def _sorting_by_characters(*_: object, **__: object) -> str:
    """How a column of such text is made; SQLite sorts so by itself."""
    return 'TEXT COLLATE "C"'


_ESCAPE = "\uffff"


class Words(Plain):
    """Text in which anything may stand. PostgreSQL takes no NUL, which is therefore written there in other characters.

    U+FFFF is no character and stands in no text; where it does all the same, it is written as U+FFFF and 1, NUL as
    U+FFFF and 0.
    """

    cache_ok = True

    @staticmethod
    def kept(value: object) -> object:
        """A value as PostgreSQL keeps it."""
        if isinstance(value, str) and ("\0" in value or _ESCAPE in value):
            return value.replace(_ESCAPE, f"{_ESCAPE}1").replace("\0", f"{_ESCAPE}0")
        return value

    @classmethod
    def wanted(cls, rows: Sequence[tuple[object, ...]], place: int) -> bool:
        """Whether PostgreSQL keeps any value of a column, which stands in that place of the rows, otherwise than it is.

        Hardly a text has such characters, so that to look at all at once is by far the quickest.
        """
        values = "".join([value for row in rows if isinstance(value := row[place], str)])
        return "\0" in values or _ESCAPE in values

    @staticmethod
    def given(value: str | None) -> str | None:
        """The value that PostgreSQL keeps so."""
        if value is None or _ESCAPE not in value:
            return value
        return value.replace(f"{_ESCAPE}0", "\0").replace(f"{_ESCAPE}1", _ESCAPE)

    def bind_processor(self, dialect: Dialect) -> Callable[[object], object] | None:
        """What is done to each value on its way in; nothing where the database takes every text."""
        return self.kept if dialect.name == "postgresql" else None

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], str | None] | None:
        """What is done to each value on its way out."""
        del coltype
        return self.given if dialect.name == "postgresql" else None


class Tokens(Plain):
    """Folded words in their order, of which PostgreSQL makes what it looks words up by; they are never read back."""

    cache_ok = True

    @staticmethod
    def kept(value: object) -> object:
        """The words as PostgreSQL takes them: each with its place. It puts the places of one word together itself.

        It counts no further than it can, and keeps no more places of one word than it can, without a word.
        """
        return " ".join([f"'{word}':{place}" for place, word in enumerate(str(value).split(), 1)])


@compiles(Tokens, "postgresql")
def _looked_up_by_word(*_: object, **__: object) -> str:
    """How a column of folded words is made."""
    return "TSVECTOR"


TEXT, WORDS, TOKENS = Plain(), Words(), Tokens()

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
    Column("kind", TEXT, nullable=False),
    Column("id", TEXT, nullable=False, unique=True),
    Column("recorded", TEXT, nullable=False),
    Column("digest", TEXT, nullable=False),
    Column("payload", TEXT, nullable=False),
)

findings = Table(
    "findings",
    LOG,
    Column("seq", NUMBER, primary_key=True, autoincrement=False),
    Column("reading", NUMBER, ForeignKey(entries.c.seq), nullable=False),
    Column("line", TEXT, nullable=False),
    Column("frame", WORDS, nullable=False),
    Column("because", TEXT, nullable=False),
    Index("findings_by_reading", "reading"),
)

documents = Table(
    "documents",
    DERIVED,
    Column("seq", NUMBER, ForeignKey(entries.c.seq), primary_key=True, autoincrement=False),
    Column("language", WORDS, nullable=False),
    Column("redacted", Integer, nullable=False),
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
    Column("published", WORDS, nullable=False),
    Column("low", TEXT, nullable=False),
    Column("out", TEXT, nullable=False),
    Column("retrieved", TEXT, nullable=False),
    Column("publisher", WORDS, nullable=False),
    Column("url", WORDS, nullable=False),
    Index("appearances_by_document", "document"),
    Index("appearances_by_url", "url", "document"),
    Index("appearances_by_day", "out"),
)

readings = Table(
    "readings",
    DERIVED,
    Column("seq", NUMBER, ForeignKey(entries.c.seq), primary_key=True, autoincrement=False),
    Column("document", NUMBER, ForeignKey(documents.c.seq), nullable=False),
    Column("reader", WORDS, nullable=False),
    Column("at", TEXT, nullable=False),
    Column("human", Integer, nullable=False),
    Index("readings_by_document", "document", "at"),
)

claims = Table(
    "claims",
    DERIVED,
    Column("seq", NUMBER, ForeignKey(findings.c.seq), primary_key=True, autoincrement=False),
    Column("id", TEXT, nullable=False),
    Column("reading", NUMBER, ForeignKey(readings.c.seq), nullable=False),
    Column("document", NUMBER, ForeignKey(documents.c.seq), nullable=False),
    Column("type", TEXT, nullable=False),
    Column("begins", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
    Column("happened", WORDS, nullable=False),
    Column("certainty", TEXT, nullable=False),
    Column("phase", TEXT, nullable=False),
    Column("sentence", WORDS, nullable=False),
    Column("place", WORDS, nullable=False),
    Index("claims_by_id", "id"),
    Index("claims_by_reading", "reading"),
    Index("claims_by_type", "type"),
)

roles = Table(
    "roles",
    DERIVED,
    Column("claim", NUMBER, ForeignKey(claims.c.seq), primary_key=True, autoincrement=False),
    Column("role", TEXT, primary_key=True),
    Column("document", NUMBER, nullable=False),
    Column("name", WORDS, nullable=False),
    Column("kind", TEXT, nullable=False),
    Index("roles_by_name", "document", "name"),
    sqlite_with_rowid=False,
)
"""The actors of each claim. Roles that hold words (a post's title, a cause) stand in the claim's line alone."""

uses = Table(
    "uses",
    DERIVED,
    Column("document", NUMBER, ForeignKey(documents.c.seq), primary_key=True, autoincrement=False),
    Column("name", WORDS, primary_key=True),
    Column("key", WORDS, nullable=False),
    Column("minted", TEXT, nullable=False),
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
    Column("act", TEXT, nullable=False),
    Index("judgements_by_act", "act"),
)

subjects = Table(
    "subjects",
    DERIVED,
    Column("judgement", NUMBER, ForeignKey(judgements.c.seq), primary_key=True, autoincrement=False),
    Column("subject", WORDS, primary_key=True),
    Index("subjects_by_subject", "subject"),
    sqlite_with_rowid=False,
)

given = Table(
    "given",
    DERIVED,
    Column("judgement", NUMBER, ForeignKey(judgements.c.seq), primary_key=True, autoincrement=False),
    Column("claim", TEXT, nullable=False),
    Index("given_by_claim", "claim"),
)
"""The claims that people gave, each with the judgement that gave it. It counts as long as that does."""

PARTS = 1 << 12
"""How many parts an appearance can have in `texts`."""

texts = Table(
    "texts",
    DERIVED,
    Column("rowid", NUMBER, primary_key=True, autoincrement=False),
    Column("words", TOKENS, nullable=False),
    Index("texts_by_word", "words", postgresql_using="gin").ddl_if(dialect="postgresql"),
)
"""The words of each appearance by which it is found (see `allegiance.fulltext`); the text itself is not kept here.

Its number times `PARTS`, and the number of the part, make the key. SQLite keeps it as a table of FTS5, whose key is
called so.
"""


@compiles(CreateTable, "sqlite")
def _virtual(made: CreateTable, compiler: DDLCompiler, **more: object) -> str:
    """How a table is made in SQLite; that of words in a way of its own."""
    if made.element is not texts:
        return str(compiler.visit_create_table(made, **more))  # type: ignore[no-untyped-call]
    return "CREATE VIRTUAL TABLE texts USING fts5(words, content='', tokenize=\"ascii tokenchars '_'\")"


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
    Column("id", TEXT, primary_key=True),
    *_span(),
    Column("kind", TEXT, nullable=False),
    Column("name", WORDS, nullable=False),
)

identity = Table(
    "identity",
    IDENTITY,
    Column("document", NUMBER, primary_key=True, autoincrement=False),
    Column("name", WORDS, primary_key=True),
    *_span(),
    Column("key", WORDS, nullable=False),
    Column("actor", TEXT, nullable=False),
    Column("because", WORDS, nullable=False),
    Index("identity_by_actor", "actor"),
    Index("identity_by_key", "key"),
    sqlite_with_rowid=False,
)
"""Which actor a name in a document stands for. Document 0 holds the names that a register gives by itself."""

standings = Table(
    "standings",
    IDENTITY,
    Column("actor", TEXT, primary_key=True),
    *_span(),
    Column("standing", TEXT, nullable=False),
    Column("because", WORDS, nullable=False),
    Index(
        "standings_withheld",
        "actor",
        sqlite_where=text("standing != 'public'"),
        postgresql_where=text("standing != 'public'"),
    ),
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
    Column("part", NUMBER, primary_key=True, autoincrement=False),
    Column("text", WORDS, nullable=False),
    sqlite_with_rowid=False,
)
"""What each document tells of names, in parts of a name or a few, as the room that resolves them writes it."""

meetings = Table(
    "meetings",
    WORKING,
    Column("key", NUMBER, primary_key=True, autoincrement=False),
    Column("document", NUMBER, primary_key=True, autoincrement=False),
    Column("part", NUMBER, primary_key=True, autoincrement=False),
    Index("meetings_by_document", "document"),
    sqlite_with_rowid=False,
)
"""The parts that have a key: by these a name can meet names of other documents."""

spellings = Table(
    "spellings",
    WORKING,
    Column("block", NUMBER, primary_key=True, autoincrement=False),
    Column("name", WORDS, primary_key=True),
    sqlite_with_rowid=False,
)
"""The names that stand in a block, among which spellings of one name are looked for. None is ever taken out."""

worked = Table(
    "worked",
    WORKING,
    Column("last", NUMBER, primary_key=True, autoincrement=False),
    Column("rules", TEXT, nullable=False),
)
"""Up to which entry names have been resolved, and a digest of the rules and the register by which: one row, or none."""
