"""The stores on which every test of the ledger runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from allegiance.ledger import Ledger, open_ledger
from ledger.made import Ticking

STORES = ("sqlite",)
"""A second database is added here, and to `store`."""


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Gives the address of a store of that name, empty at first; the same name is the same store."""
    assert request.param == "sqlite"
    return lambda name: f"sqlite:///{tmp_path / name}.db"


@pytest.fixture
def ledger(store: Callable[[str], str]) -> Iterator[Ledger]:
    """An empty ledger, open."""
    with open_ledger(store("ledger"), clock=Ticking()) as made:
        yield made
