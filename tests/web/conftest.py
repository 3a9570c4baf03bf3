"""The ledgers that the pages are tried on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from allegiance.ledger import Ledger, open_ledger
from cli.running import run
from web.pages import browser, example_reports, harmful


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged example, read once."""
    path = tmp_path_factory.mktemp("pages") / "example.db"
    assert run("read", example_reports(), "--ledger", path).code == 0
    return path


@pytest.fixture(scope="module")
def ledger(example: Path) -> Iterator[Ledger]:
    """The example, to be asked and not changed."""
    with open_ledger(str(example), create=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def at(ledger: Ledger) -> TestClient:
    """A browser at the example."""
    return browser(ledger)


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger whose reports mean harm."""
    with open_ledger(f"sqlite:///{tmp_path / 'hostile.db'}") as opened:
        harmful(opened)
        yield opened
