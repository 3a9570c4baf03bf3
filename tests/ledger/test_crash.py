"""What is left when a process that records is killed, interrupted, or not alone."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from random import Random

import pytest

from allegiance.errors import LedgerBusy
from allegiance.ledger import Ledger, open_ledger
from ledger.killing import documents_in, killed, recorder, started
from ledger.made import report
from ledger.recorder import CLAIMS, numbered
from ledger.servers import SAFE, NoServer, running


def test_a_killed_process_leaves_whole_documents_and_loses_none_that_were_recorded(store: Callable[[str], str]) -> None:
    left = killed(store("killed"), 10, Random(1914), lambda process: process.kill())
    assert len(set(left)) > 1


def test_a_second_run_completes_what_a_killed_one_left(store: Callable[[str], str]) -> None:
    address, count = store("completed"), 200
    process = recorder(address, 0, count)
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.communicate()
    assert recorder(address, 0, count).communicate()[0].endswith("done\n")
    with open_ledger(address) as ledger:
        assert documents_in(ledger) == count
        assert len(list(ledger.entries())) == 3 * count


def test_a_server_that_is_killed_loses_nothing_that_was_recorded() -> None:
    with ExitStack() as stack:
        try:
            server = stack.enter_context(running(SAFE))
        except NoServer as reason:
            pytest.skip(str(reason))
        assert len(killed(server.database(), 3, Random(1939), lambda _: server.kill())) == 3


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one process on Windows")
def test_ctrl_c_keeps_what_was_added(store: Callable[[str], str]) -> None:
    chance = Random(1918)
    for first in range(0, 8_000_000, 1_000_000):
        process = recorder(store("interrupted"), first, 1_000_000)
        time.sleep(chance.uniform(0.0, 0.12))
        process.send_signal(signal.SIGINT)
        process.communicate()
        # It ended by Ctrl-C, and not by an error in committing what it held when that struck.
        assert process.returncode == -signal.SIGINT
    with open_ledger(store("interrupted")) as ledger:
        assert documents_in(ledger) > 0


def test_ctrl_c_inside_a_batch_commits_what_is_whole(ledger: Ledger) -> None:
    with pytest.raises(KeyboardInterrupt), ledger.batch() as batch:
        for number in range(10):
            numbered(number).into(batch)
        signal.raise_signal(signal.SIGINT)
    assert documents_in(ledger) == 10


def test_two_processes_that_record_at_once_lose_nothing(store: Callable[[str], str]) -> None:
    address = store("shared")
    processes = [started(address, first, 150) for first in (0, 75)]
    assert all(process.communicate()[0].endswith("done\n") for process in processes)
    with open_ledger(address) as ledger:
        assert documents_in(ledger) == 225
        assert len(list(ledger.entries())) == 3 * 225


def test_many_may_make_one_ledger_at_once(store: Callable[[str], str]) -> None:
    address, gate = store("raced"), threading.Barrier(8)
    versions: list[int] = []

    def work() -> None:
        gate.wait()
        with open_ledger(address) as ledger:
            versions.append(ledger.view().coverage().documents)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert versions == [0] * 8


def test_threads_share_one_ledger(ledger: Ledger) -> None:
    def work(first: int) -> None:
        with ledger.batch() as batch:
            for number in range(first, first + 20):
                numbered(number).into(batch)
                ledger.view().coverage()

    threads = [threading.Thread(target=work, args=(first,)) for first in (0, 10, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert documents_in(ledger) == 40


def test_a_ledger_that_is_held_says_so_and_loses_nothing(store: Callable[[str], str]) -> None:
    with open_ledger(store("held")) as holder, open_ledger(store("held"), wait=0.05) as other:
        one = report("Idris Baro joined the Front.")
        batch = other.batch()
        batch.add(one.document, one.appearance, one.reading)
        with holder._database.writing():
            assert other.view().coverage().documents == 0
            with pytest.raises(LedgerBusy, match="held by another process"):
                batch.commit()
        batch.commit()
        assert holder.view().coverage().documents == 1


def test_a_ledger_can_be_written_while_a_view_of_it_is_read(ledger: Ledger) -> None:
    with ledger.batch() as batch:
        for number in range(300):
            numbered(number).into(batch)
    reading = ledger.view().each()
    first = next(reading)
    with ledger.batch() as batch:
        numbered(300).into(batch)
    assert len([first, *reading]) == 300 * CLAIMS
