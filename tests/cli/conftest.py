"""A ledger of three plain reports, read once for all tests that only ask it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import FRENCH, JOINED, KILLED, PLEDGED, run, write


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    write(folder, "wire", KILLED, published="2014-06-01", publisher="Wire", title="A leader dies")
    write(folder, "daily", f"{JOINED}\n\n{PLEDGED}", published="2015-07-01", publisher="Daily")
    return folder


@pytest.fixture(scope="session")
def ledger(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "asked.db"
    assert run("read", reports, "--ledger", path).code == 0
    return path


@pytest.fixture
def french(tmp_path: Path) -> Path:
    return write(tmp_path / "french", "radio", FRENCH)
