"""What is left when a reading is stopped half way, gently or not."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from pathlib import Path

import psutil
import pytest

from allegiance.errors import AllegianceError
from allegiance.ledger import open_ledger
from cli.running import ON_WINDOWS, copies, run, start

DOCUMENTS, SENTENCES = 150, 36

pytestmark = pytest.mark.skipif(
    ON_WINDOWS, reason="Windows has neither SIGKILL nor a Ctrl-C that can be sent to one group"
)


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copies(tmp_path_factory.mktemp("series"), DOCUMENTS, SENTENCES)


def _recorded(path: Path) -> int:
    try:
        with open_ledger(f"{path}?mode=ro", create=False) as ledger:
            return ledger.view().coverage().documents
    except AllegianceError:
        return 0


def _half_way(process: subprocess.Popen[bytes], path: Path) -> int:
    """Wait until something is recorded; gives how many documents are."""
    while process.poll() is None:
        if found := _recorded(path):
            return found
        time.sleep(0.1)
    raise AssertionError("the reading ended before it could be stopped")


def _completes(series: Path, path: Path, already: int) -> None:
    """Reading again records the rest, and reads nothing twice."""
    ran = run("read", series, "--ledger", path)
    assert ran.code == 0
    fates = {fate: int(number) for number, fate in re.findall(r"(\d+) (known|read)", ran.out)}
    assert fates["known"] >= already
    assert fates["known"] + fates["read"] == DOCUMENTS
    assert _recorded(path) == DOCUMENTS
    assert run("doctor", "check", "--ledger", path).code == 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reading_that_is_killed_leaves_whole_documents_and_the_next_completes_it(
    series: Path, tmp_path: Path, jobs: str
) -> None:
    path = tmp_path / "killed.db"
    process = start("read", series, "--ledger", path, "--jobs", jobs)
    already = _half_way(process, path)
    children = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.communicate()
    _, alive = psutil.wait_procs(children, timeout=30)
    assert alive == []
    assert process.returncode == -signal.SIGKILL
    assert run("doctor", "check", "--ledger", path).code == 0
    if jobs == "1":
        _completes(series, path, already)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_says_what_is_recorded_and_ends_with_130(series: Path, tmp_path: Path, jobs: str) -> None:
    path = tmp_path / "stopped.db"
    process = start("read", series, "--ledger", path, "--jobs", jobs)
    _half_way(process, path)
    children = psutil.Process(process.pid).children(recursive=True)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert f"Recorded before that: {_recorded(path)} document" in err.decode()
    assert "Traceback" not in err.decode()
    _, alive = psutil.wait_procs(children, timeout=30)
    assert alive == []
    assert run("doctor", "check", "--ledger", path).code == 0
