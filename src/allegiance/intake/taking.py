"""Paths → documents: the files are found and named, each is read by its format, and what is told of it is joined."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from allegiance.errors import Problem
from allegiance.intake.dates import date_in_address
from allegiance.intake.extract import Extract, Taken, Told
from allegiance.intake.files import STDIN, Found, find, names, open_regular, read, read_stream, shown, too_large
from allegiance.intake.formats import Format, known_by_suffix, sniff
from allegiance.intake.given import Piece, Pile
from allegiance.intake.jsonl import read_lines
from allegiance.intake.languages import identify
from allegiance.intake.metadata import read_sidecar
from allegiance.intake.paragraphs import paragraph_marks
from allegiance.intake.settings import IntakeSettings
from allegiance.intake.textfiles import fault, read_text
from allegiance.model import Appearance, Document, Intake

if TYPE_CHECKING:
    from allegiance.intake.apart import Apart


def take_all(paths: Sequence[str], settings: IntakeSettings) -> Iterator[Intake | Problem]:
    """What `intake.take` promises."""
    listed = list(find(paths, recursive=settings.recursive))
    called = iter(names([item for item in listed if isinstance(item, Found)]))
    with ExitStack() as stack:
        taker = _Taker(settings, stack)
        for item in listed:
            if isinstance(item, Problem):
                yield item
            else:
                yield from taker.file(item, next(called))


def take_pile(pile: Pile, settings: IntakeSettings) -> Iterator[Intake | Problem]:
    """What `intake.take_pile` promises."""
    yield from pile.problems
    called = names([Found(piece.label, piece.label) for piece in pile.reports])
    with ExitStack() as stack:
        taker = _Taker(settings, stack)
        for piece, name in zip(pile.reports, called, strict=True):
            yield from taker.piece(piece, pile, name)


class _Taker:
    """Reads single files, and keeps between them the process apart that pages and PDFs need."""

    def __init__(self, settings: IntakeSettings, stack: ExitStack) -> None:
        self._settings = settings
        self._stack = stack
        self._apart: Apart | None = None

    def file(self, found: Found, name: str) -> Iterator[Intake | Problem]:
        """The documents in one file."""
        opened = self._open(found)
        if isinstance(opened, Problem):
            yield opened
            return
        told = Told()
        if found.path != STDIN:
            told, problems = read_sidecar(found.path)
            yield from problems
        told = told.filled_from(Told(published=self._settings.published, publisher=self._settings.publisher))
        if isinstance(opened, bytes):
            yield from self._whole(opened, found, name, told)
            return
        with opened:
            yield from self._lines(opened, found, name, told)

    def piece(self, piece: Piece, pile: Pile, name: str) -> Iterator[Intake | Problem]:
        """The documents in one file of a pile."""
        data = piece.read(self._most_bytes(known_by_suffix(piece.label)))
        if isinstance(data, Problem):
            yield data
            return
        told, problems = pile.told(piece)
        yield from problems
        told = told.filled_from(Told(published=self._settings.published, publisher=self._settings.publisher))
        yield from self._whole(data, Found(piece.label), name, told)

    def _open(self, found: Found) -> bytes | BinaryIO | Problem:
        """The bytes of a file; for lines of JSON, which may be many, the open file itself."""
        settings = self._settings
        if found.path == STDIN:
            source = getattr(sys.stdin, "buffer", None)
            if source is None:
                return Problem(STDIN, "unreadable", "there is no standard input to read bytes from")
            return read_stream(source, STDIN, settings.max_bytes)
        form = known_by_suffix(found.path)
        return open_regular(found.path) if form is Format.LINES else read(found.path, self._most_bytes(form))

    def _most_bytes(self, form: Format | None) -> int:
        settings = self._settings
        return min(settings.max_markup, settings.max_bytes) if form is Format.HTML else settings.max_bytes

    def _whole(self, data: bytes, found: Found, name: str, told: Told) -> Iterator[Intake | Problem]:
        address = shown(found.path)
        form = known_by_suffix(found.path) or sniff(data)
        if form is Format.LINES:
            yield from self._lines(BytesIO(data), found, name, told)
            return
        extract = self._extract(form, data, address)
        if isinstance(extract, Problem):
            yield extract
        else:
            yield from self._finished(Taken(address, name, extract), told)

    def _extract(self, form: Format | None, data: bytes, address: str) -> Extract | Problem:
        if form is None:
            return Problem(address, "unknown-format", "it is no text, web page or PDF", "convert it to one of these")
        if len(data) > self._most_bytes(form):
            return too_large(address, self._most_bytes(form))
        if form is Format.TEXT:
            return read_text(data, address)
        if self._apart is None:
            from allegiance.intake.apart import Apart

            self._apart = self._stack.enter_context(Apart(self._settings))
        return self._apart.read(form, data, address)

    def _lines(self, stream: BinaryIO, found: Found, name: str, told: Told) -> Iterator[Intake | Problem]:
        # The sidecar of a file of many documents may name their publisher, and cannot name them all the same.
        told = replace(told, name="")
        for item in read_lines(stream, name, shown(found.path), self._settings.max_bytes):
            if isinstance(item, Problem):
                yield item
            else:
                yield from self._finished(item, told)

    def _finished(self, taken: Taken, told: Told) -> Iterator[Intake | Problem]:
        """A document and its appearance: what was written about it first, then the settings, then its own markup."""
        wrong = fault(taken.extract.text, taken.address, self._settings.max_text)
        if wrong:
            yield wrong
            return
        yield from taken.extract.odd
        told = taken.written.filled_from(told).filled_from(taken.extract.told)
        text = taken.extract.text
        marks = sorted((*taken.extract.marks, *paragraph_marks(text)), key=lambda mark: mark.start)
        document = Document(text, told.language or identify(text), tuple(marks))
        appearance = Appearance(
            document=document.id,
            name=told.name or taken.name,
            published=told.published or date_in_address(told.url),
            publisher=told.publisher,
            author=told.author,
            title=told.title,
            url=told.url,
            archive_url=told.archive_url,
            address=taken.address,
            retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        yield Intake(document, appearance)
