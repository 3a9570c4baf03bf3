"""Claims and whole ledgers, out to files and in from them.

What a file is, is told by its first line: a ledger that `export ledger` wrote, or claims in the exchange format; what
is neither is for the register. Nothing here prints.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO

from allegiance import when
from allegiance.errors import AllegianceError, BadClaim, LedgerError, NotFound, Problem
from allegiance.exchange import ClaimLine, read_line
from allegiance.ledger import Ledger, open_ledger
from allegiance.ledger.transfer import HEAD
from allegiance.model import Appearance, Claim, Document, Finding, Reading
from allegiance.pipeline import document_named
from allegiance.resolving import resolve_new

LONGEST_LINE = 200_000_000
"""How many bytes a line of a ledger may have: the longest is a document."""
LONGEST_CLAIM = 1_000_000
LINES_AT_ONCE = 500
"""So many lines are held against their documents together."""
LIES_ELSEWHERE = BadClaim("its evidence does not lie in the text")
START = 100_000
"""How much of a file is looked at to see what it is, in bytes."""


class Told(StrEnum):
    """What the lines of a file are."""

    LEDGER = "ledger"
    CLAIMS = "claims"


@dataclass(frozen=True, slots=True)
class Restored:
    """That a ledger was put into another, and how many entries it has."""

    path: str
    entries: int


@dataclass(frozen=True, slots=True)
class Claims:
    """How many claims a file had that could be recorded, of how many documents, and how many of them were new.

    What could not be recorded stands in the file `quarantine`, which is empty where there was nothing.
    """

    path: str
    claims: int
    documents: int
    new: int
    quarantined: int
    quarantine: str


def told_by(path: Path) -> Told | None:
    """What a file is; None where it is neither a ledger nor claims, or cannot be read."""
    try:
        with path.open("rb") as file:
            line = file.readline(START).strip()
    except OSError:
        return None
    with suppress(ValueError, RecursionError):
        first = json.loads(line)
        if isinstance(first, dict) and first.get("allegiance") == HEAD["allegiance"]:
            return Told.LEDGER
        if isinstance(first, dict) and {"type", "roles", "evidence"} <= first.keys():
            return Told.CLAIMS
    return None


def write_ledger(ledger: Ledger, out: IO[bytes]) -> int:
    """Write a whole ledger, a line for each entry; gives how many lines. Raises OSError, LedgerError."""
    number = 0
    for line in ledger.lines():
        out.write(line.encode("utf-8"))
        out.write(b"\n")
        number += 1
    return number


def write_ledger_to(ledger: Ledger, path: Path) -> int:
    """The same into a file, which is there whole or not at all."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as out:
            number = write_ledger(ledger, out)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return number


def restore(path: Path, address: str) -> Restored:
    """Put a ledger that was written to a file into the one at this address, which is empty or not there yet.

    All of it or nothing. Raises LedgerError, with the number of the line that is not as it was written.
    """
    with open_ledger(address) as ledger:
        return Restored(str(path), ledger.restore(_addressed(path)))


def _addressed(path: Path) -> Iterator[tuple[str, str]]:
    try:
        with path.open("rb") as file:
            number = 0
            while raw := file.readline(LONGEST_LINE):
                number += 1
                yield f"{path}, line {number}", raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise LedgerError(f"{path}, line {number}: it is no text in UTF-8") from error
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror or error}") from error


def import_claims(ledger: Ledger, path: Path, reader: str = "") -> Iterator[Problem | Claims]:
    """Record the claims of a file whose documents the ledger has, as the reading of each by the reader of that name.

    Like any reading that is made now it takes the place of earlier ones of its documents. What cannot be recorded is
    said, each with its line, and set aside in a file beside this one. Raises AllegianceError, OSError.
    """
    sorting = _Sorting(ledger, path)
    yield from sorting.problems()
    aside = _set_aside(path, sorting.wrong)
    with ledger.batch() as batch:
        batch.add_all(sorting.readings(reader or f"import: {path.name}"))
    resolve_new(ledger)
    recorded = sum(map(len, sorting.documents.values()))
    yield Claims(str(path), recorded, len(sorting.documents), batch.added.claims, len(sorting.wrong), aside)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a file: its number, where it begins, and the claim that it says, or what is wrong with it."""

    number: int
    at: int
    said: Claim | AllegianceError


class _Sorting:
    """Which lines of a file speak of which document: where they begin, so that few of them are in memory at a time."""

    def __init__(self, ledger: Ledger, path: Path) -> None:
        self.documents: dict[str, array[int]] = {}
        self.wrong: array[int] = array("Q")
        self._ledger = ledger
        self._path = path
        self._named: dict[str, str] = {}

    def problems(self) -> Iterator[Problem]:
        """Go through the file once; gives what is wrong with it."""
        with self._path.open("rb") as file:
            number, at, some = 0, 0, list[_Line]()
            while raw := file.readline(LONGEST_CLAIM):
                number += 1
                if raw.strip():
                    some.append(_Line(number, at, self._read(raw)))
                at += len(raw)
                if len(some) >= LINES_AT_ONCE:
                    yield from self._sort(some)
                    some = []
            yield from self._sort(some)

    def readings(self, reader: str) -> Iterator[tuple[Document, Appearance, Reading]]:
        """What a reader of that name made of each document."""
        with self._path.open("rb") as file:
            for document, appearance in self._ledger.documents(self.documents):
                findings = tuple([Finding(self._claim(_at(file, place))) for place in self.documents[document.id]])
                yield document, appearance, Reading(document.id, reader, datetime.now(UTC).isoformat(), findings)

    def _read(self, raw: bytes) -> Claim | AllegianceError:
        """The claim of a line, or what is wrong with it."""
        try:
            claim = self._claim(raw)
            for date in (claim.when, claim.reckoned_from):
                if date:
                    when.parse(date)
        except AllegianceError as error:
            return error
        return claim

    def _claim(self, raw: bytes) -> Claim:
        line = read_line(raw)
        line.document = self._document(line)
        return line.claim()

    def _sort(self, lines: Sequence[_Line]) -> Iterator[Problem]:
        """Take in some lines; gives what is wrong with them, in their order."""
        told: dict[str, list[_Line]] = {}
        for line in lines:
            if isinstance(line.said, Claim):
                told.setdefault(line.said.document, []).append(line)
        wrong = {line.number: line.said for line in lines if not isinstance(line.said, Claim)}
        missing = set(told)
        for document, _ in self._ledger.documents(told):
            missing.discard(document.id)
            wrong.update((line.number, LIES_ELSEWHERE) for line in told[document.id] if not _lies_in(document, line))
        for id in missing:
            try:
                self._ledger.document(id)
            except NotFound as error:
                wrong.update((line.number, error) for line in told[id])
        for line in lines:
            if (fault := wrong.get(line.number)) is not None:
                self.wrong.append(line.at)
                code = "no-document" if isinstance(fault, NotFound) else "bad-claim"
                yield Problem(f"{self._path}, line {line.number}", code, str(fault), fault.hint)
            elif isinstance(line.said, Claim):
                self.documents.setdefault(line.said.document, array("Q")).append(line.at)

    def _document(self, line: ClaimLine) -> str:
        if line.document:
            return line.document
        if not line.doc:
            raise BadClaim("it names no document", hint="give `document`, its id, or `doc`, its name")
        if line.doc not in self._named:
            self._named[line.doc] = document_named(self._ledger, line.doc)
        return self._named[line.doc]


def _lies_in(document: Document, line: _Line) -> bool:
    """Whether the words of a claim stand in the text."""
    assert isinstance(line.said, Claim)
    span = line.said.evidence
    return span.end <= len(document.text) and bool(document.text[span.start : span.end].strip())


def _at(file: IO[bytes], place: int) -> bytes:
    """The line that begins there."""
    # Lines of one document mostly stand together: to seek throws away what was read ahead.
    if file.tell() != place:
        file.seek(place)
    return file.readline(LONGEST_CLAIM)


def _set_aside(path: Path, lines: array[int]) -> str:
    """Write these lines of a file into one beside it; gives its path, `""` where there are none."""
    aside = path.with_name(f"{path.stem}.quarantine{path.suffix}")
    if not lines:
        return ""
    with path.open("rb") as file, aside.open("wb") as out:
        for at in lines:
            file.seek(at)
            out.write(file.readline(LONGEST_CLAIM).rstrip(b"\r\n") + b"\n")
    return str(aside)
