"""The pages in a real browser, headless: nothing from elsewhere, no error, no sideways scrolling, a review by keyboard.

A browser is looked for where systems install one; none is fetched.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from allegiance import pipeline
from allegiance.ledger import Ledger, open_ledger
from allegiance.model import Kind
from allegiance.web import serve
from allegiance.web.app import make_app
from allegiance.web.links import Links

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "chrome")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_PATIENCE = 30_000
"""Milliseconds: a machine that does much else besides is slow, and that is no fault of a page."""


def _installed() -> str:
    return os.environ.get("ALLEGIANCE_BROWSER", "") or next((at for n in _NAMES if (at := shutil.which(n))), "")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser of this machine."""
    if not _installed():
        pytest.skip("no Chromium is installed here (or named by $ALLEGIANCE_BROWSER)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=_installed(), args=_FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def served(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Ledger]]:
    """The example, served from a copy that may be changed: its address, and the ledger."""
    own = tmp_path_factory.mktemp("served") / "own.db"
    shutil.copy(example, own)
    with open_ledger(str(own), create=False) as ledger, serve.listen("127.0.0.1", 0) as bound:
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


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page of an own session."""
    context = browser.new_context()
    context.set_default_timeout(_PATIENCE)
    yield context.new_page()
    context.close()


def _addresses(ledger: Ledger) -> list[str]:
    view, links = ledger.view(), Links()
    group = pipeline.actors_named(view, "Ansar al-Wadi", Kind.GROUP)[0].id
    person = pipeline.actors_named(view, "Zakaria Bedri")[0].id
    claim = next(iter(view.claims(types=["pledge"]))).claim
    of_group = [links.page(name, group, on="2016-04-01") for name in ("roster", "network")]
    of_group += [links.page(name, group) for name in ("actor", "lineage", "disagreements")]
    whole = ["/", "/search?q=Moussa", "/disagreements", "/moves?to_group=Ansar+al-Wadi", "/vacancies", "/reports"]
    changed = "/changes?since=2016-05-09&until=2016-05-16&clock=published"
    told = [links.page("document", claim.document, claim=claim.id), links.page("claim", claim.id)]
    told += [links.page("claim", claim.id, "correct")]
    told += [links.page("document", claim.document, "add", type="post", start="0", end="9")]
    return [*whole, changed, "/review", *of_group, links.page("actor", person), links.page("timeline", person), *told]


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1200, "dark")])
def test_no_page_scrolls_sideways_asks_elsewhere_or_errs(
    page: Page, served: tuple[str, Ledger], width: int, scheme: str
) -> None:
    here, ledger = served
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith((here, "data:")) else wrong.append(asked.url))
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for address in _addresses(ledger):
        page.goto(here + address)
        if "/network/" in address:
            page.locator("#plot canvas").first.wait_for()
        for summary in page.locator("main details > summary").all()[:3]:
            summary.click()
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert beyond <= 0, (address, beyond)
        assert wrong == [], address


def test_every_page_is_read_without_scripts(browser: Browser, served: tuple[str, Ledger]) -> None:
    here, ledger = served
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    page.goto(here + next(address for address in _addresses(ledger) if "/network/" in address))
    expect(page.get_by_text("The table below has everything that it shows.")).to_be_visible()
    expect(page.get_by_text("Issa Ag Tamellou").first).to_be_visible()
    context.close()


def test_a_pair_is_decided_by_keyboard_alone(page: Page, served: tuple[str, Ledger]) -> None:
    here, ledger = served
    before = len(list(ledger.judgements()))
    page.goto(f"{here}/review")
    page.locator("#why1").focus()
    page.keyboard.type("another town")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="The same").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Recorded: different", timeout=_PATIENCE)
    assert [j.why for j in ledger.judgements()][before:] == ["another town"]


def test_the_first_tab_leads_past_the_head_of_the_page(page: Page, served: tuple[str, Ledger]) -> None:
    page.goto(served[0])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_a_dot_of_a_network_leads_to_its_dossier(page: Page, served: tuple[str, Ledger]) -> None:
    here, ledger = served
    group = pipeline.actors_named(ledger.view(), "Ansar al-Wadi", Kind.GROUP)[0]
    page.set_viewport_size({"width": 1200, "height": 1300})
    page.goto(here + Links().page("network", group.id, on="2016-04-01"))
    canvas = page.locator("#plot canvas").first
    canvas.wait_for()
    page.wait_for_timeout(500)  # What is drawn can be chosen a moment after it can be seen.
    box = canvas.bounding_box()
    assert box is not None
    drawn = page.evaluate(
        """() => {
            const [view] = Bokeh.index.roots, frame = view.frame;
            return [frame.x_scale.compute(0), frame.y_scale.compute(0)];
        }"""
    )
    page.mouse.click(box["x"] + drawn[0], box["y"] + drawn[1])
    page.wait_for_url(f"**/actor/{group.id}*", timeout=_PATIENCE)


def test_words_that_are_selected_fill_the_form_that_adds_a_claim(page: Page, served: tuple[str, Ledger]) -> None:
    here, ledger = served
    claim = next(iter(ledger.view().claims(types=["pledge"]))).claim
    page.set_viewport_size({"width": 1200, "height": 900})
    page.goto(here + Links().page("document", claim.document))
    page.evaluate(
        """() => {
            const mark = document.querySelector("#text mark");
            const range = document.createRange();
            range.selectNodeContents(mark);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    marked = page.locator("#text mark").first.text_content() or ""
    words = page.get_by_label("The words that say it")
    expect(words).to_have_value(marked)
    page.get_by_label("What they tell").select_option("statement")
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("mark.chosen")).to_have_text(marked)
    page.get_by_label("issuer").fill("Ansar al-Wadi")
    page.get_by_label("Why you add it").fill("it was missed")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_role("status")).to_contain_text("Recorded: add, by a tester: it was missed")
    page.get_by_label("Why take it back").fill("only a trial")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("Recorded: undo")
