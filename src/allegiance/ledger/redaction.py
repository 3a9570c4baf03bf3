"""The one removal: a document, or an actor's names, taken out of the log and of all that follows from it, for good.

Entries keep their numbers and their ids. Those of a document that goes become tombstones; where names alone go, they
are struck out of the text, letter for letter, so that every other claim still lies where it lay. What was done, by whom
and why is an entry too. Nothing of it can be undone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, insert, or_, select, update

from allegiance.canonical import written
from allegiance.ledger import tables as t
from allegiance.ledger.asked import Asked
from allegiance.ledger.database import streamed
from allegiance.ledger.derive import chunks, last_number
from allegiance.ledger.entries import EntryKind, Redaction, StoredFinding, digest, draft, whole
from allegiance.ledger.scope import NO_DOCUMENT, PRESENT, named
from allegiance.model import Kind

STRUCK = "█"
"""What stands for a letter of a name that was struck out."""
SHORTEST_WORD = 3
"""How many letters a word of a person's name has that is struck out by itself."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Names:
    """Names that are to go, and of a person the words of them that go in the documents that name him."""

    whole: re.Pattern[str]
    words: re.Pattern[str]
    documents: frozenset[int]

    def struck(self, text: str, document: int | None = None) -> str:
        """A text without them; of as many letters as before."""
        text = self.whole.sub(_struck, text)
        return self.words.sub(_struck, text) if document in self.documents else text

    def stand_in(self, text: str, document: int | None = None) -> bool:
        """Whether any of them stands in a text."""
        return self.struck(text, document) != text


def is_redacted(connection: Connection, document: str) -> bool:
    """Whether a document, or names in it, were taken out: then nothing of it is recorded again."""
    return bool(redacted_among(connection, [document]))


def redacted_among(connection: Connection, documents: Sequence[str]) -> frozenset[str]:
    """Those of these documents of which that is so."""
    rows = _STATE.all(connection, documents=documents)
    return frozenset(id for id, kind, struck in rows if kind == EntryKind.REDACTED or struck)


_STATE = Asked(
    lambda asking: (
        select(t.entries.c.id, t.entries.c.kind, t.documents.c.redacted)
        .join(t.documents, t.documents.c.seq == t.entries.c.seq, isouter=True)
        .where(asking.among(t.entries.c.id, "documents"))
    )
)


def redacted(connection: Connection) -> Iterator[str]:
    """The ids of all documents that were taken out, or names in them."""
    tombs = select(t.entries.c.id, t.entries.c.payload).where(t.entries.c.kind == EntryKind.REDACTED.value)
    yield from (row.id for row in connection.execute(tombs) if json.loads(row.payload)["was"] == EntryKind.DOCUMENT)
    struck = select(t.entries.c.id).join(t.documents, t.documents.c.seq == t.entries.c.seq)
    yield from connection.execute(struck.where(t.documents.c.redacted == 1)).scalars()


def of_document(connection: Connection, number: int, document: str) -> set[str]:
    """Take a document out: its text, where it appeared, its readings, and what was decided about these.

    Gives the ids of the entries that were touched. Names in it are forgotten. The derived tables are gone after it.
    """
    numbers = {number}
    for table in (t.appearances, t.readings):
        numbers.update(connection.execute(select(table.c.seq).where(table.c.document == number)).scalars())
    claims = list(connection.execute(select(t.claims.c.id).where(t.claims.c.document == number)).scalars())
    own = list(connection.execute(select(t.uses.c.minted).where(t.uses.c.document == number)).scalars())
    numbers.update(_judged(connection, [document, *claims]))
    told = set(_judged(connection, own)) - numbers
    # What follows from the log points at it, and is built again by whoever asked for this.
    t.DERIVED.drop_all(connection)
    touched = set(_tombs(connection, numbers))
    # Who is who may rest on a decision about a name in it: that stays, without its words.
    touched |= {_rewritten(connection, seq, lambda payload: payload | {"why": ""}) for seq in sorted(told)}
    _forget_document(connection, number)
    return touched


def names_of(connection: Connection, actor: str, kind: Kind) -> Names | None:
    """The names by which an actor goes now; None where no name stands for it."""
    uses = named(PRESENT).subquery()
    found = {
        (row.document, row.name)
        for row in connection.execute(select(uses.c.document, uses.c.name).where(uses.c.actor == actor))
    }
    for table, bearer in ((t.identity, t.identity.c.actor), (t.actors, t.actors.c.id)):
        query = select(table.c.name).where(bearer == actor, PRESENT.knows(table))
        found.update((NO_DOCUMENT, name) for name in connection.execute(query).scalars())
    names = {name for _, name in found}
    words = {word for name in names for word in _WORD.findall(name)} if kind is Kind.PERSON else set()
    if not names:
        return None
    documents = frozenset(document for document, _ in found if document != NO_DOCUMENT)
    return Names(_pattern(names), _pattern(word for word in words if len(word) >= SHORTEST_WORD), documents)


def of_names(connection: Connection, names: Names) -> set[str]:
    """Strike names out of every document and whatever is told of it; claims that hold them go.

    Gives the ids of the entries that were touched. The derived tables are gone after it.
    """
    touched: set[str] = set()
    documents = dict(_documents_of(connection))
    t.DERIVED.drop_all(connection)
    kinds = select(t.entries.c.seq, t.entries.c.kind).order_by(t.entries.c.seq)
    for seq, kind in [(row.seq, row.kind) for row in streamed(connection, kinds)]:
        document = documents.get(seq)
        if kind == EntryKind.READING:
            touched |= _strike_reading(connection, seq, names, document)
        elif kind == EntryKind.JUDGEMENT:
            touched |= _strike_judgement(connection, seq, names)
        elif kind in (EntryKind.DOCUMENT, EntryKind.APPEARANCE):
            touched |= _strike(connection, seq, names, seq if kind == EntryKind.DOCUMENT else document)
    _forget_names(connection, names)
    return touched


def is_gone(connection: Connection, document: str) -> bool:
    """Whether nothing but a tombstone is left of a document."""
    query = select(t.entries.c.kind).where(t.entries.c.id == document)
    return connection.execute(query).scalar() == EntryKind.REDACTED


def record(connection: Connection, redaction: Redaction, recorded: str) -> None:
    """Enter what was done into the log."""
    last = last_number(connection, t.entries.c.seq)
    latest = connection.execute(select(t.entries.c.recorded).where(t.entries.c.seq == last)).scalar() or ""
    made = draft(redaction.id, redaction)
    row = {"seq": last + 1, "kind": made.kind.value, "id": made.id, "recorded": max(recorded, latest)}
    connection.execute(insert(t.entries), row | {"digest": made.digest, "payload": made.head})


def _documents_of(connection: Connection) -> Iterator[tuple[int, int]]:
    """The numbers of appearances and readings, each with that of its document."""
    for table in (t.appearances, t.readings):
        yield from ((row.seq, row.document) for row in streamed(connection, select(table.c.seq, table.c.document)))


def _judged(connection: Connection, subjects: Collection[str]) -> Iterator[int]:
    for some in chunks(subjects):
        yield from connection.execute(select(t.subjects.c.judgement).where(t.subjects.c.subject.in_(some))).scalars()
        yield from connection.execute(select(t.given.c.judgement).where(t.given.c.claim.in_(some))).scalars()


def _tombs(connection: Connection, numbers: Iterable[int]) -> Iterator[str]:
    """Put tombstones in place of these entries; gives their ids."""
    for some in chunks(sorted(numbers)):
        for row in connection.execute(select(t.entries).where(t.entries.c.seq.in_(some))).all():
            if row.kind in (EntryKind.REDACTED, EntryKind.REDACTION):
                continue
            connection.execute(delete(t.findings).where(t.findings.c.reading == row.seq))
            payload = written({"was": row.kind, "redacted": row.id})
            _write(connection, row.seq, payload, digest(payload), kind=EntryKind.REDACTED.value)
            yield row.id


def _write(connection: Connection, seq: int, payload: str, hashed: str, **more: str) -> None:
    changed = update(t.entries).where(t.entries.c.seq == seq)
    connection.execute(changed.values(payload=payload, digest=hashed, **more))


def _rewritten(connection: Connection, seq: int, change: Callable[[dict[str, object]], Mapping[str, object]]) -> str:
    """Change what an entry without findings says; gives its id."""
    row = connection.execute(select(t.entries).where(t.entries.c.seq == seq)).one()
    payload = written({**change(json.loads(row.payload)), "redacted": row.id})
    _write(connection, seq, payload, digest(payload))
    return str(row.id)


def _strike(connection: Connection, seq: int, names: Names, document: int | None) -> set[str]:
    payload = connection.execute(select(t.entries.c.payload).where(t.entries.c.seq == seq)).scalar_one()
    told = json.loads(payload)
    struck = {key: names.struck(value, document) if isinstance(value, str) else value for key, value in told.items()}
    # Ids are hashes, and stay.
    struck |= {key: told[key] for key in ("document", "redacted") if key in told}
    return {_rewritten(connection, seq, lambda _: struck)} if struck != told else set()


def _strike_judgement(connection: Connection, seq: int, names: Names) -> set[str]:
    payload = connection.execute(select(t.entries.c.payload).where(t.entries.c.seq == seq)).scalar_one()
    told = json.loads(payload)
    if any(names.stand_in(text) for text in (told["value"], *told["subjects"])):
        return set(_tombs(connection, [seq]))
    if not names.stand_in(told["why"]):
        return set()
    return {_rewritten(connection, seq, lambda before: before | {"why": names.struck(told["why"])})}


def _strike_reading(connection: Connection, seq: int, names: Names, document: int | None) -> set[str]:
    """Take out of a reading the claims that hold the names, and the names out of what else it says."""
    row = connection.execute(select(t.entries).where(t.entries.c.seq == seq)).one()
    kept: list[StoredFinding] = []
    changed = False
    found = connection.execute(select(t.findings).where(t.findings.c.reading == seq).order_by(t.findings.c.seq))
    for one in found.all():
        if any(names.stand_in(text, document) for text in _texts(json.loads(one.line))):
            connection.execute(delete(t.findings).where(t.findings.c.seq == one.seq))
            changed = True
            continue
        because = one.because
        if any(names.stand_in(text, document) for text in _texts(json.loads(one.because))):
            because, changed = "[]", True
            connection.execute(update(t.findings).where(t.findings.c.seq == one.seq).values(because=because))
        kept.append(StoredFinding(one.line, one.frame, because))
    told = json.loads(row.payload)
    notes = [names.struck(note, document) for note in told["notes"]]
    if not changed and notes == told["notes"]:
        return set()
    head = written({**told, "notes": notes, "redacted": row.id})
    _write(connection, seq, head, digest(whole(EntryKind.READING, head, kept)))
    return {str(row.id)}


def _texts(value: object) -> Iterator[str]:
    """Every text in a value made of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))


def _forget_document(connection: Connection, number: int) -> None:
    """Forget who the names of a document stood for, and why those who are left were taken to be who they are."""
    table, own = t.identity, t.actors
    actors = set(connection.execute(select(table.c.actor).where(table.c.document == number)).scalars())
    gone = set(connection.execute(select(table.c.name).where(table.c.document == number)).scalars())
    connection.execute(delete(table).where(table.c.document == number))
    for some in chunks(sorted(actors)):
        connection.execute(update(table).where(table.c.actor.in_(some)).values(because=""))
        connection.execute(update(t.standings).where(t.standings.c.actor.in_(some)).values(because=""))
        for actor in some:
            left = list(connection.execute(select(table.c.name).where(table.c.actor == actor).distinct()).scalars())
            if not left:
                for one, column in ((own, own.c.id), (t.standings, t.standings.c.actor)):
                    connection.execute(delete(one).where(column == actor))
            elif lost := gone - set(left):
                shown = and_(own.c.id == actor, own.c.name.in_(lost))
                connection.execute(update(own).where(shown).values(name=min(left)))


def _forget_names(connection: Connection, names: Names) -> None:
    """Forget names, and those who bear them, in every state."""
    gone: set[str] = set()
    for table, bearer in ((t.identity, "actor"), (t.actors, "id")):
        for row in [dict(row._mapping) for row in streamed(connection, select(table))]:
            if names.stand_in(str(row["name"]), row.get("document")):
                connection.execute(delete(table).where(_is(table, row)))
                gone.add(str(row[bearer]))
    for table in (t.identity, t.standings):
        for row in [dict(row._mapping) for row in streamed(connection, select(table))]:
            # The reason may tell of any document.
            if names.stand_in(str(row["because"])) or names.words.search(str(row["because"])):
                connection.execute(update(table).where(_is(table, row)).values(because=""))
    used = select(t.identity.c.actor)
    for some in chunks(sorted(gone)):
        connection.execute(delete(t.actors).where(t.actors.c.id.in_(some), t.actors.c.id.not_in(used)))
        left = or_(t.standings.c.actor.in_(some))
        connection.execute(delete(t.standings).where(left, t.standings.c.actor.not_in(used)))


def _is(table: Table, row: Mapping[str, object]) -> ColumnElement[bool]:
    return and_(*(column == row[column.name] for column in table.primary_key.columns))


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Whatever is one of the names, however its words are parted and written; what is longest first."""
    parted = {r"[\W_]+".join(map(re.escape, _WORD.findall(name))) for name in names}
    some = "|".join(sorted(parted - {""}, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<![^\W_])(?:{some})(?![^\W_])" if some else r"(?!)", re.IGNORECASE)


def _struck(found: re.Match[str]) -> str:
    return STRUCK * len(found[0])
