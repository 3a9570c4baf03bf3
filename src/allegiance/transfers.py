"""Claims and whole ledgers, out to files and in from them.

What a file is, is told by its first line: a ledger that `export ledger` wrote, or claims in the exchange format; what
is neither is for the register. Nothing here prints.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO

from allegiance import when
from allegiance.errors import AllegianceError, BadClaim, LedgerError, NotFound, Problem
from allegiance.exchange import ClaimLine, read_line
from allegiance.ledger import Batch, Ledger, open_ledger
from allegiance.ledger.transfer import HEAD
from allegiance.model import Claim, Document, Finding, Reading
from allegiance.pipeline import document_named
from allegiance.resolving import resolve_new

LONGEST_LINE = 200_000_000
"""How many bytes a line of a ledger may have: the longest is a document."""
LONGEST_CLAIM = 1_000_000
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
        for document, lines in sorting.documents.items():
            _record(ledger, batch, document, sorting.claims(lines), reader or f"import: {path.name}")
    resolve_new(ledger)
    recorded = sum(map(len, sorting.documents.values()))
    yield Claims(str(path), recorded, len(sorting.documents), batch.added.claims, len(sorting.wrong), aside)


class _Sorting:
    """Which lines of a file speak of which document: where they begin, so that few of them are in memory at a time."""

    def __init__(self, ledger: Ledger, path: Path) -> None:
        self.documents: dict[str, array[int]] = {}
        self.wrong: array[int] = array("Q")
        self._ledger = ledger
        self._path = path
        self._named: dict[str, str] = {}
        self._held: tuple[str, Document] | None = None

    def problems(self) -> Iterator[Problem]:
        """Go through the file once; gives what is wrong with it."""
        with self._path.open("rb") as file:
            number, at = 0, 0
            while raw := file.readline(LONGEST_CLAIM):
                number += 1
                if raw.strip():
                    try:
                        claim = self._claim(raw)
                        self._check(claim)
                        self.documents.setdefault(claim.document, array("Q")).append(at)
                    except AllegianceError as error:
                        self.wrong.append(at)
                        code = "no-document" if isinstance(error, NotFound) else "bad-claim"
                        yield Problem(f"{self._path}, line {number}", code, str(error), error.hint)
                at = file.tell()

    def claims(self, lines: array[int]) -> Iterator[Claim]:
        """The claims that stand in these lines."""
        with self._path.open("rb") as file:
            for at in lines:
                file.seek(at)
                yield self._claim(file.readline(LONGEST_CLAIM))

    def _claim(self, raw: bytes) -> Claim:
        line = read_line(raw)
        claim = line.model_copy(update={"document": self._document(line)}).claim()
        for date in (claim.when, claim.reckoned_from):
            if date:
                when.parse(date)
        return claim

    def _check(self, claim: Claim) -> None:
        # Claims of one document mostly stand together.
        if self._held is None or self._held[0] != claim.document:
            self._held = claim.document, self._ledger.document(claim.document)
        words = self._held[1].text[claim.evidence.start : claim.evidence.end]
        if claim.evidence.end > len(self._held[1].text) or not words.strip():
            raise BadClaim("its evidence does not lie in the text")

    def _document(self, line: ClaimLine) -> str:
        if line.document:
            return line.document
        if not line.doc:
            raise BadClaim("it names no document", hint="give `document`, its id, or `doc`, its name")
        if line.doc not in self._named:
            self._named[line.doc] = document_named(self._ledger, line.doc)
        return self._named[line.doc]


def _record(ledger: Ledger, batch: Batch, document: str, claims: Iterator[Claim], reader: str) -> None:
    findings = tuple(Finding(claim) for claim in claims)
    reading = Reading(document, reader, datetime.now(UTC).isoformat(), findings)
    batch.add(ledger.document(document), ledger.appearances(document)[0], reading)


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
