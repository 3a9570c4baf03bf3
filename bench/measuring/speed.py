"""How fast and in how much memory: each measure runs in a fresh process of its own, on one thread.

A fresh process, because the greatest memory of a process never falls again, and because libraries read how many
threads they may use when they are imported. One thread, because `words a second a core` means that.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import ParamSpec, TypeVar

from allegiance.model import Document
from allegiance.parallel import DOCUMENTS_AT_ONCE
from allegiance.resolving import resolve_names
from bench.measuring.sets import Report

BATCH = 64
"""How many texts the language model is given at once, by the reader (its paragraphs) and here (the documents)."""

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
MIB = 1024 * 1024

Given = ParamSpec("Given")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Speed:
    """Words a second of processor time, medians over the rounds, of either; claims of one round."""

    title: str
    documents: int
    words: int
    bare: float
    reader: float
    claims: int

    @property
    def ratio(self) -> float:
        """The reader's speed as a part of the bare model's."""
        return self.reader / self.bare


@dataclass(frozen=True, slots=True)
class Memory:
    """The greatest memory in MiB after so many reports, and when names were resolved; seconds all in all."""

    reports: int
    words: int
    claims: int
    loaded: float
    after: tuple[tuple[int, float], ...]
    resolved: float
    seconds: float


def apart(measure: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result:
    """What `measure` gives in a fresh process that may use one thread."""
    with _one_thread(), ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(measure, *args, **kwargs).result()


@contextmanager
def _one_thread() -> Iterator[None]:
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def speed(title: str, reports: Sequence[Report], rounds: int) -> Speed:
    """Read the same texts with the bare model's whole pipeline and with the reader, by turns."""
    import spacy

    from allegiance.actors import load_register
    from allegiance.reading.model import MODEL, load_models
    from allegiance.reading.reader import EnglishReader

    load_models()  # Makes sure that what is measured is the pinned model.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bare = spacy.load(MODEL)
    reader = EnglishReader(load_register().names(), is_taught=True)
    _bare_seconds(bare.pipe, [r.document.text for r in reports[:2]])
    _reader_seconds(reader, reports[:2])
    words = sum(report.words for report in reports)
    plain, ours, claims = [], [], 0
    for number in range(rounds):
        edition = [altered(report, number) for report in reports]
        plain.append(_bare_seconds(bare.pipe, [r.document.text for r in edition]))
        seconds, claims = _reader_seconds(reader, edition)
        ours.append(seconds)
    return Speed(title, len(reports), words, words / median(plain), words / median(ours), claims)


def _bare_seconds(pipe: Callable[..., Iterator[object]], texts: Sequence[str]) -> float:
    start = time.process_time()
    for _ in pipe(texts, batch_size=BATCH):
        pass
    return time.process_time() - start


def _reader_seconds(reader: object, reports: Sequence[Report]) -> tuple[float, int]:
    from allegiance.reading.reader import EnglishReader

    assert isinstance(reader, EnglishReader)
    start, claims = time.process_time(), 0
    for at in range(0, len(reports), DOCUMENTS_AT_ONCE):
        chunk = [(report.document, report.published) for report in reports[at : at + DOCUMENTS_AT_ONCE]]
        claims += sum(len(findings) for findings, _ in reader.read_all(chunk))
    return time.process_time() - start, claims


def altered(report: Report, number: int) -> Report:
    """The same report with a last line of its own, so that no two editions are one document."""
    text = f"{report.document.text.rstrip()}\n\nEdition {number} of the desk's copy.\n"
    return Report(f"{report.name}-{number:04}", Document(text, report.document.language), report.published)


def stream(news: Sequence[Report], reports: Sequence[Report], every: int) -> list[Report]:
    """General news in which each `every`-th text is one of the reports, taken in turn."""
    out: list[Report] = []
    for number, article in enumerate(news):
        out.append(article)
        if reports and number % (every - 1) == every - 2:
            out.append(reports[number // (every - 1) % len(reports)])
    return out


def memory(reports: Sequence[Report], wanted: int) -> Memory:
    """Read and record so many reports from a folder, as `allegiance read` does, and watch the greatest memory.

    Reports are repeated, each time altered. Raises AssertionError where one is not read.
    """
    from allegiance import pipeline
    from allegiance.errors import Problem
    from allegiance.intake import IntakeSettings
    from allegiance.ledger import open_ledger
    from allegiance.parallel import readers

    with tempfile.TemporaryDirectory() as name:
        folder, words = Path(name) / "reports", 0
        folder.mkdir()
        for number in range(wanted):
            words += _write(folder, number, reports[number % len(reports)])
        after: list[tuple[int, float]] = []
        start = time.perf_counter()
        with open_ledger(f"sqlite:///{Path(name) / 'ledger.db'}") as ledger:
            batch = ledger.batch()
            with batch, readers(pipeline.english_reader) as reading:
                loaded = peak()
                done = 0
                for event in pipeline.record(ledger, batch, [str(folder)], IntakeSettings(), reading):
                    assert not isinstance(event, Problem), str(event)
                    done += 1
                    if done % max(1, wanted // 4) == 0:
                        after.append((done, peak()))
            resolve_names(ledger)
            return Memory(done, words, batch.added.claims, loaded, tuple(after), peak(), time.perf_counter() - start)


def _write(folder: Path, number: int, report: Report) -> int:
    edition = altered(report, number)
    path = folder / f"{number:05}.txt"
    path.write_text(edition.document.text, encoding="utf-8")
    told = {"language": "en"} | ({"published": report.published} if report.published else {})
    path.with_suffix(".meta.json").write_text(json.dumps(told), encoding="utf-8")
    return edition.words


def peak() -> float:
    """The greatest memory that this process has had, in MiB."""
    if sys.platform == "win32":
        import psutil

        return float(psutil.Process().memory_info().peak_wset) / MIB
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / MIB if sys.platform == "darwin" else used / 1024
