"""The packaged example served to a real browser, and one address of every page: for the tests and for the pictures."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from allegiance import pipeline
from allegiance.ledger import Ledger, open_ledger
from allegiance.model import Kind
from allegiance.web import serve
from allegiance.web.app import make_app
from allegiance.web.links import Links

PATIENCE = 30_000
"""Milliseconds: a machine that does much else besides is slow, and that is no fault of a page."""
DAY = "2016-04-01"
MISSING = ("search-none", "not-found")
"""The pages of what is not there: a browser says so on its console."""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "chrome")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def installed_browser() -> str:
    """Where a browser stands on this machine, or `""`; none is fetched."""
    return os.environ.get("ALLEGIANCE_BROWSER", "") or next((at for n in _NAMES if (at := shutil.which(n))), "")


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """That browser, without a window."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=installed_browser(), args=_FLAGS)
        yield opened
        opened.close()


@contextmanager
def served_ledger(path: Path) -> Iterator[tuple[str, Ledger]]:
    """A ledger served on a free port of this machine: its address, and the ledger."""
    with open_ledger(str(path), create=False) as ledger, serve.listen("127.0.0.1", 0) as bound:
        port = bound.getsockname()[1]
        serving = serve.serving_at("127.0.0.1", port, [], "", "a tester")
        server = uvicorn.Server(uvicorn.Config(make_app(ledger, serving), log_level="error", ws="none"))
        running = threading.Thread(target=server.run, args=([bound],), daemon=True)
        running.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{port}", ledger
        server.should_exit = True
        running.join(timeout=30)


def addresses(ledger: Ledger) -> dict[str, str]:
    """An address of every page over the packaged example, by the name of the page."""
    view, links = ledger.view(), Links()
    group = pipeline.actors_named(view, "Ansar al-Wadi", Kind.GROUP)[0].id
    person = pipeline.actors_named(view, "Zakaria Bedri")[0].id
    claim = next(iter(view.claims(types=["pledge"]))).claim
    return {
        "home": "/",
        "search": "/search?q=Moussa",
        "search-none": "/search?q=Mousssa+Tamelou",
        "person": links.page("actor", person),
        "group": links.page("actor", group),
        "roster": links.page("roster", group, on=DAY),
        "timeline": links.page("timeline", person),
        "timelines": links.page("timeline", group, beside="Adrak Liberation Front"),
        "lineage": links.page("lineage", group),
        "network": links.page("network", group, on=DAY),
        "map": "/map",
        "disagreements": "/disagreements",
        "disagreements-of-one": links.page("disagreements", group),
        "moves": links.page("moves", to="Ansar al-Wadi"),
        "vacancies": "/vacancies",
        "changes": links.page("changes", since="2016-05-09", until="2016-05-16", clock="published"),
        "reports": "/reports",
        "document": links.page("document", claim.document, claim=claim.id),
        "claim": links.page("claim", claim.id),
        "correct": links.page("claim", claim.id, "correct"),
        "add": links.page("document", claim.document, "add", type="post", start="0", end="9"),
        "review": "/review",
        "doubtful": "/review/claims",
        "read": "/read",
        "not-found": "/nowhere",
    }
