"""The stores on which every test of the ledger runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from allegiance.ledger import Ledger, open_ledger
from ledger.made import Ticking
from ledger.servers import NoServer, Server, running

STORES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server of PostgreSQL; where none can be had, the tests that want one are skipped."""
    with ExitStack() as stack:
        try:
            made = stack.enter_context(running())
        except NoServer as reason:
            pytest.skip(str(reason))
        yield made


@pytest.fixture(scope="session", params=STORES)
def fresh(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Gives the address of a new store, empty, at each call."""
    if request.param == "postgresql":
        made: Server = request.getfixturevalue("server")
        return made.fresh
    folder = tmp_path_factory.mktemp("stores")
    return lambda: f"sqlite:///{folder / str(len(list(folder.glob('*.db'))))}.db"


@pytest.fixture
def store(fresh: Callable[[], str]) -> Callable[[str], str]:
    """Gives the address of a store of that name, empty at first; the same name is the same store."""
    known: dict[str, str] = {}

    def address(name: str) -> str:
        if name not in known:
            known[name] = fresh()
        return known[name]

    return address


@pytest.fixture
def ledger(store: Callable[[str], str]) -> Iterator[Ledger]:
    """An empty ledger, open."""
    with open_ledger(store("ledger"), clock=Ticking()) as made:
        yield made
