"""Pages asked of a served ledger, as readers ask for them: served by a process of its own, the readers in threads."""

from __future__ import annotations

import http.client
import multiprocessing
import os
import random
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import quantiles

from allegiance.ledger import open_ledger
from allegiance.model import Kind
from allegiance.web import serve
from allegiance.web.links import Links

HOST = "127.0.0.1"
_PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Times:
    """How long pages of one kind took, in milliseconds; how many were asked, and how many were not given (200)."""

    kind: str
    asked: int
    middle: float
    most: float
    worst: float
    failed: int


@dataclass(slots=True)
class _Kept:
    """What the readers measured, by kind."""

    took: dict[str, list[float]] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, kind: str, seconds: float, *, given: bool) -> None:
        with self.lock:
            self.took.setdefault(kind, []).append(seconds)
            self.failed[kind] = self.failed.get(kind, 0) + (not given)

    def times(self) -> list[Times]:
        return [_times(kind, took, self.failed[kind]) for kind, took in sorted(self.took.items())]


def _times(kind: str, took: Sequence[float], failed: int) -> Times:
    ms = sorted(1000 * seconds for seconds in took)
    cuts = quantiles(ms, n=20, method="inclusive") if len(ms) > 1 else [ms[0]] * 19
    return Times(kind, len(ms), cuts[9], cuts[18], ms[-1], failed)


@dataclass(frozen=True, slots=True)
class Served:
    """A ledger that is served: at which port, and by which process."""

    port: int
    process: int

    def worked(self) -> float:
        """Seconds of processor time that the process has taken; 0 where the system does not tell."""
        try:
            told = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(address: str) -> Iterator[Served]:
    """A ledger served by a process of its own."""
    with serve.listen(HOST, 0) as bound:
        port: int = bound.getsockname()[1]
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(address, port), daemon=True)
    process.start()
    try:
        _wait_for(port)
        yield Served(port, process.pid or 0)
    finally:
        process.terminate()
        process.join(timeout=10)


def _serve(address: str, port: int) -> None:
    with open_ledger(address, create=False) as ledger, serve.listen(HOST, port) as bound:
        serve.run(ledger, serve.serving_at(HOST, port, [], "", "a reader"), bound)


def _wait_for(port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            get(port, "/static/site.css")
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the pages were not served")


def get(port: int, address: str) -> tuple[int, int, float]:
    """Ask for a page: its status, how many bytes it has, and the seconds until all of it was there."""
    start = time.perf_counter()
    asking = http.client.HTTPConnection(HOST, port, timeout=_PATIENCE)
    try:
        asking.request("GET", address)
        answer = asking.getresponse()
        size = len(answer.read())
        return answer.status, size, time.perf_counter() - start
    finally:
        asking.close()


def addresses(address: str, most: int, seed: int = 1) -> dict[str, list[str]]:
    """Addresses of dossiers, rosters and documents of a ledger, drawn by chance, by kind."""
    links = Links()
    with open_ledger(address, create=False) as ledger:
        view = ledger.view()
        chance = random.Random(seed)
        told = list(view.told_of())
        known = view.actors(chance.sample(told, min(len(told), 20 * most))).values()
        groups = list(islice((one.id for one in known if one.kind is Kind.GROUP), most))
        people = list(islice((one.id for one in known if one.kind is Kind.PERSON), most))
        documents = [report.document for report in view.reports(most)]
    return {
        "dossier": [links.page("actor", id) for id in (*groups, *people)],
        "roster": [links.page("roster", id) for id in groups],
        "document": [links.page("document", id) for id in documents],
    }


def load(port: int, wanted: dict[str, list[str]], readers: int, seconds: int) -> list[Times]:
    """What so many readers are given who ask for a page once a second each, by kinds in turn.

    A reader who waited longer than a second asks again at once: what he is late is not left out.
    """
    kept = _Kept()
    begin = time.monotonic() + 0.5

    def reader(number: int) -> None:
        chance = random.Random(number)
        kinds = sorted(wanted)
        for turn in range(seconds):
            due = begin + turn + number / readers
            time.sleep(max(0.0, due - time.monotonic()))
            kind = kinds[(turn + number) % len(kinds)]
            status, _, _ = get(port, chance.choice(wanted[kind]))
            kept.add(kind, time.monotonic() - due, given=status == 200)

    threads = [threading.Thread(target=reader, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return kept.times()


def one_by_one(port: int, wanted: dict[str, str], rounds: int) -> list[Times]:
    """How long each of these pages takes that nobody else asks for, by its name."""
    kept = _Kept()
    for _ in range(rounds):
        for name, address in wanted.items():
            status, _, took = get(port, address)
            kept.add(name, took, given=status == 200)
    return kept.times()
