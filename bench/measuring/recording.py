"""Recording a generated world in a ledger, from files in the exchange format, and how fast that goes."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import IO

from allegiance.exchange import ClaimLine, claim_line, read_line
from allegiance.ledger import Ledger, open_ledger
from allegiance.model import Appearance, Document, Finding, Reading
from allegiance.resolving import resolve_names
from bench.measuring.speed import peak
from bench.measuring.world.facts import Question, Want
from bench.measuring.world.stream import World

READER = "generated"
READ_AT = "2024-01-15T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Files:
    """A world on disk: its documents and its claims in the same order, one a line, and its questions."""

    folder: Path

    @property
    def documents(self) -> Path:
        """One document a line: its text, its id, and where it appeared."""
        return self.folder / "documents.jsonl"

    @property
    def claims(self) -> Path:
        """The exchange format."""
        return self.folder / "claims.jsonl"

    @property
    def questions(self) -> Path:
        """One question a line, with its planted answer."""
        return self.folder / "questions.jsonl"


def write(world: World, folder: Path) -> Files:
    """Write a world, never holding more than a theatre of it."""
    files = Files(folder)
    with (
        files.documents.open("w", encoding="utf-8") as documents,
        files.claims.open("w", encoding="utf-8") as claims,
        files.questions.open("w", encoding="utf-8") as questions,
    ):
        for reports, asked in world.played():
            for report in reports:
                id, name = report.document.id, report.appearances[0].name
                told = {"document": id, "text": report.document.text, "language": report.document.language}
                _line(documents, told | {"appearances": [asdict(one) for one in report.appearances]})
                claims.writelines(f"{claim_line(claim, name)}\n" for claim in report.claims)
            for question in asked:
                _line(questions, _plain(question))
    return files


def _line(file: IO[str], value: object) -> None:
    file.write(f"{json.dumps(value, ensure_ascii=False)}\n")


def _plain(question: Question) -> dict[str, object]:
    wants = [[list(one.where), sorted(one.statuses), list(one.fields)] for one in question.wants]
    return asdict(question) | {"wants": wants}


def read_questions(files: Files) -> Iterator[Question]:
    """The questions, as they were written."""
    with files.questions.open(encoding="utf-8") as lines:
        for line in lines:
            told = json.loads(line)
            wants = tuple(
                Want(tuple(map(tuple, where)), frozenset(statuses), tuple(map(tuple, fields)))
                for where, statuses, fields in told.pop("wants")
            )
            yield Question(wants=wants, about=tuple(told.pop("about")), **told)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording came to: seconds of each part, and the greatest memory in MiB of the process that did it.

    `worked` are the seconds of processor time that recording took in this process.
    """

    documents: int
    claims: int
    recording: float
    worked: float
    rebuilding: float
    resolving: float
    loaded: float
    recorded: float
    peak: float


def record(folder: Path, address: str, rebuild: bool = False) -> Recorded:
    """Record what is on disk, in batches, documents whole; then resolve names.

    Recording keeps the derived tables as it goes; with `rebuild` it is measured, too, how long it takes to drop them
    and build them again.
    """
    files, loaded = Files(folder), peak()
    with open_ledger(address) as ledger:
        start, working = time.perf_counter(), time.process_time()
        added = _recorded(ledger, files)
        recording, worked, recorded = time.perf_counter() - start, time.process_time() - working, peak()
        rebuilding = _seconds(ledger.rebuild) if rebuild else 0.0
        resolving = _seconds(lambda: resolve_names(ledger))
    return Recorded(*added, recording, worked, rebuilding, resolving, loaded, recorded, peak())


def _seconds(work: object) -> float:
    assert callable(work)
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _recorded(ledger: Ledger, files: Files) -> tuple[int, int]:
    """Record, and give how many documents and claims were new."""
    with ledger.batch() as batch:
        batch.add_all(_read(files))
    return batch.added.documents, batch.added.claims


def _read(files: Files) -> Iterator[tuple[Document, Appearance, Reading | None]]:
    """What is on disk, each document with its claims, and then wherever else it appeared."""
    with files.documents.open(encoding="utf-8") as documents, files.claims.open("rb") as claims:
        grouped = groupby(map(read_line, claims), key=_document)
        waiting = next(grouped, None)
        for line in documents:
            told = json.loads(line)
            document, findings = Document(told["text"], told["language"]), tuple[Finding, ...]()
            if waiting and waiting[0] == told["document"]:
                findings = tuple(Finding(one.claim()) for one in waiting[1])
                waiting = next(grouped, None)
            first, *others = (Appearance(**one) for one in told["appearances"])
            yield document, first, Reading(document.id, READER, READ_AT, findings)
            yield from ((document, other, None) for other in others)
        assert waiting is None, "claims of a document that is not there"


def _document(line: ClaimLine) -> str:
    return line.document
