"""What stands in the log: each value as the text that is stored, and back.

An entry's payload is one JSON object that says all of the value, a claim being a line of the exchange format. A
reading's payload is put together from its head and its findings, which are stored apart; the digest is of the whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, ValidationError

from allegiance.canonical import digest_of, written, written_again
from allegiance.errors import BadClaim, LedgerError
from allegiance.exchange import ClaimLine, claim_object
from allegiance.model import Appearance, Document, Finding, Judgement, Mark, Reading


class EntryKind(StrEnum):
    """What an entry records."""

    DOCUMENT = "document"
    APPEARANCE = "appearance"
    READING = "reading"
    JUDGEMENT = "judgement"
    REDACTION = "redaction"
    REDACTED = "redacted"


@dataclass(frozen=True, slots=True)
class Redaction:
    """That a document, or an actor's names, were taken out for good. `entries` are the ids of those that it touched."""

    subjects: tuple[str, ...]
    by: str
    at: str
    why: str
    entries: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A hash of everything that it says."""
        return f"red-{digest_of(self.subjects, self.by, self.at, self.why, self.entries)[:24]}"


@dataclass(frozen=True, slots=True)
class Redacted:
    """What is left of an entry that was taken out: its id, and what it was."""

    id: str
    was: str


Value = Document | Appearance | Reading | Judgement | Redaction | Redacted


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log, whole. `seq` counts from 1 without a gap; `recorded` is an ISO 8601 time in UTC."""

    seq: int
    kind: str
    id: str
    recorded: str
    payload: str


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding as it is stored: the claim's line, the id of its frame, and its reasons as a JSON list of pairs."""

    line: str
    frame: str
    because: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that is not recorded yet. `head` is what is stored in the entry itself.

    `claims` are the ids of the claims of its findings, one for each.
    """

    kind: EntryKind
    id: str
    head: str
    digest: str
    findings: tuple[StoredFinding, ...] = ()
    claims: tuple[str, ...] = ()


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid")

    redacted: str = ""
    """The id that the entry keeps, where names have been struck out of it."""


class DocumentLine(_Line):
    """The payload of a document."""

    text: str
    language: str = ""
    marks: list[tuple[str, str, int]] = []

    def read(self) -> Document:
        """The document that the line says."""
        return Document(self.text, self.language, tuple(Mark(*mark) for mark in self.marks), self.redacted)


class AppearanceLine(_Line):
    """The payload of an appearance."""

    document: str
    name: str
    published: str = ""
    publisher: str = ""
    author: str = ""
    title: str = ""
    url: str = ""
    archive_url: str = ""
    address: str = ""
    retrieved: str = ""

    def read(self) -> Appearance:
        """The appearance that the line says."""
        return Appearance(**self.model_dump(exclude={"redacted"}))


class FindingLine(_Line):
    """One finding of a reading."""

    claim: ClaimLine
    frame: str = ""
    because: list[tuple[str, str]] = []

    def read(self) -> Finding:
        """The finding that the line says. Raises BadClaim where its claim breaks the codebook."""
        return Finding(self.claim.claim(), self.frame, tuple(self.because))


class ReadingLine(_Line):
    """The payload of a reading, its findings included."""

    document: str
    reader: str
    at: str
    notes: list[str] = []
    findings: list[FindingLine] = []

    def read(self) -> Reading:
        """The reading that the line says. Raises BadClaim."""
        found = tuple(line.read() for line in self.findings)
        return Reading(self.document, self.reader, self.at, found, tuple(self.notes))


class JudgementLine(_Line):
    """The payload of a judgement."""

    act: str
    subjects: list[str]
    by: str
    at: str
    why: str = ""
    value: str = ""

    def read(self) -> Judgement:
        """The judgement that the line says."""
        return Judgement(self.act, tuple(self.subjects), self.by, self.at, self.why, self.value)


class RedactionLine(_Line):
    """The payload of a redaction."""

    subjects: list[str]
    by: str
    at: str
    why: str
    entries: list[str]

    def read(self) -> Redaction:
        """The redaction that the line says."""
        return Redaction(tuple(self.subjects), self.by, self.at, self.why, tuple(self.entries))


class RedactedLine(_Line):
    """The payload of a tombstone."""

    was: str

    def read(self) -> Redacted:
        """The tombstone that the line says."""
        return Redacted(self.redacted, self.was)


_Read = DocumentLine | AppearanceLine | ReadingLine | JudgementLine | RedactionLine | RedactedLine
_LINES: dict[EntryKind, type[_Read]] = {
    EntryKind.DOCUMENT: DocumentLine,
    EntryKind.APPEARANCE: AppearanceLine,
    EntryKind.READING: ReadingLine,
    EntryKind.JUDGEMENT: JudgementLine,
    EntryKind.REDACTION: RedactionLine,
    EntryKind.REDACTED: RedactedLine,
}


def draft(id: str, value: Value) -> Draft:
    """`value`, whose id is given, as it will be stored. Raises LedgerError where it is no Unicode text."""
    if isinstance(value, Document):
        marks = [[mark.kind, mark.label, mark.start] for mark in value.marks]
        return _draft(EntryKind.DOCUMENT, id, {"text": value.text, "language": value.language, "marks": marks})
    if isinstance(value, Appearance):
        return _draft(EntryKind.APPEARANCE, id, _fields(value, AppearanceLine))
    if isinstance(value, Judgement):
        return _draft(EntryKind.JUDGEMENT, id, _fields(value, JudgementLine))
    if isinstance(value, Redaction):
        return _draft(EntryKind.REDACTION, id, _fields(value, RedactionLine))
    if isinstance(value, Redacted):
        return _draft(EntryKind.REDACTED, id, {"was": value.was, "redacted": value.id})
    head: dict[str, object] = {"document": value.document, "reader": value.reader, "at": value.at, "notes": value.notes}
    stored = [_stored(finding) for finding in value.findings]
    findings, claims = tuple(found for _, found in stored), tuple(claim for claim, _ in stored)
    text = written(head)
    return Draft(EntryKind.READING, id, text, digest(whole(EntryKind.READING, text, findings)), findings, claims)


def whole(kind: str, head: str, findings: Iterable[StoredFinding] = ()) -> str:
    """The whole payload of an entry, out of what is stored of it."""
    if kind != EntryKind.READING:
        return head
    parts = (f'{{"claim":{f.line},"frame":{_name_of(f.frame)},"because":{f.because}}}' for f in findings)
    return f'{head[:-1]},"findings":[{",".join(parts)}]}}'


def parted(kind: str, id: str, payload: str) -> Draft:
    """A whole payload as it is stored: a reading's head apart from its findings. Raises LedgerError where it is none.

    It says the same to the letter, as `digest` shows, also where it was written by another version of the program.
    """
    try:
        known = EntryKind(kind)
    except ValueError as error:
        raise LedgerError(f"there is no entry of kind {kind!r}") from error
    if known is not EntryKind.READING:
        return Draft(known, id, payload, digest(payload))
    told = json.loads(payload)
    try:
        found = told.pop("findings")
        stored = tuple(StoredFinding(written_again(f["claim"]), f["frame"], written_again(f["because"])) for f in found)
        claims = tuple(str(f["claim"]["id"]) for f in found)
    except (KeyError, TypeError, AttributeError) as error:
        raise LedgerError("it is no reading") from error
    head = written_again(told)
    return Draft(known, id, head, digest(whole(known, head, stored)), stored, claims)


def notes_of(head: str) -> tuple[str, ...]:
    """The notes of a reading, from its head as it is stored."""
    return tuple(json.loads(head).get("notes", ()))


def digest(payload: str) -> str:
    """The SHA-256 of a whole payload, in hexadecimal. Raises LedgerError where it is no Unicode text."""
    try:
        return hashlib.sha256(payload.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        raise LedgerError(
            "half of a surrogate pair stands in the text: it is no Unicode text and cannot be recorded",
            hint="replace such characters when the file is decoded",
        ) from error


def read_entry(kind: str, payload: str) -> Value:
    """The value that a whole payload says. Raises LedgerError where it says none, BadClaim for an impossible claim."""
    return read_told(kind, payload)[0]


def read_told(kind: str, payload: str) -> tuple[Value, str]:
    """The same, with the id that its entry kept where something was taken out of it, else `""`.

    Raises LedgerError, BadClaim.
    """
    try:
        line = _LINES[EntryKind(kind)].model_validate_json(payload)
        value = line.read()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the payload"
        raise LedgerError(f"{where}: {first['msg']}") from error
    except ValueError as error:
        raise LedgerError(f"there is no entry of kind {kind!r}") from error
    return value, line.redacted


@lru_cache(maxsize=8192)
def stored_appearance(payload: str) -> Appearance:
    """An appearance as it was stored. What was checked when it was recorded is not checked again, for it is often read.

    Raises LedgerError where it is none.
    """
    try:
        told = json.loads(payload)
        told.pop("redacted", None)
        return Appearance(**told)
    except (ValueError, TypeError, AttributeError) as error:
        raise LedgerError(f"an appearance cannot be read: {error}") from error


def fitting(document: Document, appearance: Appearance, reading: Reading | None) -> None:
    """Make sure that what is recorded together speaks of one document. Raises BadClaim."""
    named = {"appearance": appearance.document, "reading": reading.document if reading else document.id}
    for what, other in named.items():
        if other != document.id:
            raise BadClaim(f"the {what} speaks of document {other!r}, and is given with {document.id}")


def _fields(value: Appearance | Judgement | Redaction, line: type[_Line]) -> dict[str, object]:
    return {key: getattr(value, key) for key in line.model_fields if key != "redacted"}


def _stored(finding: Finding) -> tuple[str, StoredFinding]:
    line = claim_object(finding.claim)
    because = written(finding.because) if finding.because else "[]"
    return str(line["id"]), StoredFinding(written(line), finding.frame, because)


def _draft(kind: EntryKind, id: str, head: dict[str, object]) -> Draft:
    text = written(head)
    return Draft(kind, id, text, digest(text))


_name_of = lru_cache(maxsize=1024)(written)
"""The name of a frame as JSON: there are few."""
