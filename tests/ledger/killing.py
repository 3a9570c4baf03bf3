"""Killing what records at random moments, and seeing what is left: for the tests, and many more times for `bench`."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from allegiance.ledger import Ledger, open_ledger
from ledger.recorder import CLAIMS

TESTS = Path(__file__).parents[1]
LONGEST = 0.3
"""How many seconds after it has begun to record a process is killed at the latest."""


def started(address: str, first: int, count: int) -> subprocess.Popen[str]:
    """A process that will record so many numbered reports."""
    command = [sys.executable, "-m", "ledger.recorder", address, str(first), str(count)]
    return subprocess.Popen(command, cwd=TESTS, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def recorder(address: str, first: int, count: int) -> subprocess.Popen[str]:
    """The same, once it is ready to record."""
    process = started(address, first, count)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def documents_in(ledger: Ledger) -> int:
    """How many documents are recorded, having made sure that each is whole and that the ledger is sound."""
    assert ledger.check() == []
    per_document: dict[str, int] = {}
    for recorded in ledger.view().each():
        per_document[recorded.claim.document] = per_document.get(recorded.claim.document, 0) + 1
    assert set(per_document.values()) <= {CLAIMS}
    documents = sum(entry.kind == "document" for entry in ledger.entries())
    assert documents == len(per_document) == ledger.view().coverage().documents
    return documents


def killed(address: str, times: int, chance: Random, kill: Callable[[subprocess.Popen[str]], None]) -> list[int]:
    """How many documents are left after each of so many times that what records has been killed at random.

    Makes sure each time that nothing which was recorded is lost or doubled, and that the ledger is sound.
    """
    left: list[int] = []
    for number in range(times):
        first = 1_000_000 * number
        process = recorder(address, first, 1_000_000)
        time.sleep(chance.uniform(0.0, LONGEST))
        kill(process)
        process.kill()
        told = [line for line in process.communicate()[0].splitlines() if line.isdigit()]
        with open_ledger(address) as ledger:
            documents = documents_in(ledger)
        # Whatever the process has been told is recorded is there; of what came after it, whole documents at most.
        assert documents >= (left[-1] if left else 0) + int(told[-1] if told else 0)
        left.append(documents)
    return left
