"""Reading documents in this process or in several: the same words either way, and memory that stays bounded.

A reader is made by a function that can be named across processes; what crosses between them is documents one way and
findings the other. Nothing here knows where documents come from or where findings go.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import Protocol, TypeVar

from allegiance.errors import AllegianceError
from allegiance.model import Document, Finding, Intake
from allegiance.readers import BatchReader, Reader

MakeReader = Callable[[], Reader]
"""Makes a reader. It stands at the top of a module, so that another process can find it by its name."""

Other = TypeVar("Other")

DOCUMENTS_AT_ONCE = 8
CHARACTERS_AT_ONCE = 40_000
CHUNKS_AHEAD = 2
"""How many chunks wait or are being read for each process: enough to keep it busy, few enough to fit in memory."""

_MOST_ON_WINDOWS = 61
_THREADS = "OPENBLAS_NUM_THREADS"
"""Where NumPy's arithmetic looks for how many threads it may start, in a process that begins."""


@dataclass(frozen=True, slots=True)
class Task:
    """A document to be read. `published` (EDTF) is the date that its words lean on, `at` (ISO 8601) when it was set."""

    intake: Intake
    published: str
    at: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading a document came to. `failure` says in words why it could not be read, and is mostly empty."""

    task: Task
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    failure: str = ""


class Readers(Protocol):
    """One reader or several of a kind."""

    @property
    def name(self) -> str:
        """The name that stands in every reading."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """The ISO 639-1 codes of the languages read."""
        ...

    def read(self, items: Iterable[Task | Other]) -> Iterator[Outcome | Other]:
        """The outcome of each task, in any order; what is no task is passed on."""
        ...


@contextmanager
def readers(make: MakeReader, jobs: int = 1) -> Iterator[Readers]:
    """Readers in `jobs` processes, or in this one where `jobs` is 1. They end with the context.

    Raises whatever making a reader raises, and AllegianceError where a process ends by itself.
    """
    if jobs <= 1:
        yield _Here(make())
        return
    before = set(multiprocessing.active_children())
    workers = min(jobs, _MOST_ON_WINDOWS) if sys.platform == "win32" else jobs
    # Spawned, not forked: it is the one way that works alike on every system, and in a process that has threads.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)
    told = os.environ.get(_THREADS)
    os.environ.setdefault(_THREADS, "1")  # Processes that each start a thread for every core stand in each other's way.
    try:
        yield _Apart(pool, make, workers)
    except BaseException:
        # What is being read is lost, not waited for: whoever pressed Ctrl-C does not want to see a document finished.
        for child in set(multiprocessing.active_children()) - before:
            child.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        if told is None:
            del os.environ[_THREADS]


class _Here:
    """A reader in this process."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.name = reader.name
        self.languages = reader.languages

    def read(self, items: Iterable[Task | Other]) -> Iterator[Outcome | Other]:
        chunk: list[Task] = []
        for item in items:
            if not isinstance(item, Task):
                yield item
                continue
            chunk.append(item)
            if _is_full(chunk):
                yield from self._outcomes(chunk)
                chunk = []
        yield from self._outcomes(chunk)

    def _outcomes(self, chunk: Sequence[Task]) -> Iterator[Outcome]:
        found = _read_all(self._reader, [(task.intake.document, task.published) for task in chunk])
        for task, each in zip(chunk, found, strict=True):
            yield _outcome(task, each)


class _Apart:
    """Readers in processes of their own."""

    def __init__(self, pool: ProcessPoolExecutor, make: MakeReader, workers: int) -> None:
        self._pool = pool
        self._make = make
        self._most = workers * CHUNKS_AHEAD
        with _no_process_lost():
            self.name, self.languages = pool.submit(_describe, make).result()

    def read(self, items: Iterable[Task | Other]) -> Iterator[Outcome | Other]:
        waiting: dict[Future[list[_Found]], list[Task]] = {}
        chunk: list[Task] = []
        for item in items:
            if not isinstance(item, Task):
                yield item
                continue
            chunk.append(item)
            if _is_full(chunk):
                self._hand_out(chunk, waiting)
                chunk = []
            while len(waiting) >= self._most:
                yield from _finished(waiting)
        if chunk:
            self._hand_out(chunk, waiting)
        while waiting:
            yield from _finished(waiting)

    def _hand_out(self, chunk: list[Task], waiting: dict[Future[list[_Found]], list[Task]]) -> None:
        work = [(task.intake.document, task.published) for task in chunk]
        with _no_process_lost():
            waiting[self._pool.submit(_read_apart, self._make, work)] = chunk


@dataclass(frozen=True, slots=True)
class _Found:
    """What crosses back: an outcome without its task, which the other side still has."""

    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    failure: str = ""


def _is_full(chunk: Sequence[Task]) -> bool:
    characters = sum(len(task.intake.document.text) for task in chunk)
    return len(chunk) >= DOCUMENTS_AT_ONCE or characters >= CHARACTERS_AT_ONCE


def _finished(waiting: dict[Future[list[_Found]], list[Task]]) -> Iterator[Outcome]:
    """The outcomes of the chunks that are read, once there is one; they wait no longer."""
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        chunk = waiting.pop(future)
        with _no_process_lost():
            found = future.result()
        for task, each in zip(chunk, found, strict=True):
            yield _outcome(task, each)


def _outcome(task: Task, found: _Found) -> Outcome:
    return Outcome(task, found.findings, found.notes, found.failure)


@contextmanager
def _no_process_lost() -> Iterator[None]:
    try:
        yield
    except BrokenProcessPool as error:
        raise AllegianceError(
            "a process that was reading ended by itself, perhaps for want of memory",
            hint="run it again with fewer jobs: what is recorded is whole, and is not read again",
        ) from error


def _read(reader: Reader, document: Document, published: str) -> _Found:
    try:
        findings, notes = reader.read(document, published)
    except Exception as error:
        # A reader is a part that anyone may change. One text that it breaks on must not cost the others theirs.
        return _Found((), (), f"{type(error).__name__}: {error}")
    return _Found(tuple(findings), tuple(notes))


@cache
def _reader_of(make: MakeReader) -> Reader:
    """The reader of a process apart, made when first needed, so that what goes wrong in making it is told."""
    return make()


def _describe(make: MakeReader) -> tuple[str, frozenset[str]]:
    reader = _reader_of(make)
    return reader.name, reader.languages


def _read_apart(make: MakeReader, work: Sequence[tuple[Document, str]]) -> list[_Found]:
    return _read_all(_reader_of(make), work)


def _read_all(reader: Reader, work: Sequence[tuple[Document, str]]) -> list[_Found]:
    """The documents read together where the reader can, and one by one where that breaks, to know which it was."""
    if isinstance(reader, BatchReader) and len(work) > 1:
        # A text that the reader breaks on must not cost the others theirs; which it was, one by one will tell.
        with suppress(Exception):
            return [_Found(tuple(findings), tuple(notes)) for findings, notes in reader.read_all(work)]
    return [_read(reader, document, published) for document, published in work]


def _begin() -> None:
    """What a process apart does first: leave Ctrl-C to the one that started it, and end when that one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
