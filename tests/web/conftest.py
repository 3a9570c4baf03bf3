"""The ledgers that the pages are tried on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient

from allegiance.ledger import Ledger, open_ledger
from cli.running import run
from web.pages import browser, example_reports, harmful
from web.serving import PATIENCE, installed_browser, opened_browser, served_ledger


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


@pytest.fixture(scope="module", name="browser")
def real_browser() -> Iterator[Browser]:
    """A browser of this machine."""
    if not installed_browser():
        pytest.skip("no Chromium is installed here (or named by $ALLEGIANCE_BROWSER)")
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def served(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Ledger]]:
    """The example, served from a copy that may be changed: its address, and the ledger."""
    own = tmp_path_factory.mktemp("served") / "own.db"
    shutil.copy(example, own)
    with served_ledger(own) as serving:
        yield serving


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page of an own session."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger whose reports mean harm."""
    with open_ledger(f"sqlite:///{tmp_path / 'hostile.db'}") as opened:
        harmful(opened)
        yield opened
