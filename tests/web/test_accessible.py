"""Every page by the rules of axe-core, in both themes; and what a keyboard alone can do."""

from __future__ import annotations

from importlib import resources
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from allegiance.ledger import Ledger
from web.serving import addresses

_PATIENCE = 60_000
_GRAVE = ("serious", "critical")
_RULES = {"resultTypes": ["violations"]}


def _findings(page: Page, axe: str) -> list[str]:
    """What axe-core finds of weight on a page: the rule, and the first element that breaks it."""
    page.evaluate(axe)
    told: dict[str, Any] = page.evaluate("options => axe.run(options)", _RULES)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in told["violations"] if one["impact"] in _GRAVE]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1200), ("dark", 320)])
def test_no_page_has_a_grave_finding(browser: Browser, served: tuple[str, Ledger], scheme: str, width: int) -> None:
    here, ledger = served
    axe = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light", viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    found: dict[str, list[str]] = {}
    for name, address in addresses(ledger).items():
        page.goto(here + address)
        if name == "network":
            page.locator("#plot canvas").first.wait_for()
        if findings := _findings(page, axe):
            found[name] = findings
    context.close()
    assert found == {}


def _tab_to(page: Page, name: str, role: Any = "button", most: int = 80) -> None:
    """Press Tab until this is focused."""
    wanted = page.get_by_role(role, name=name).first
    for _ in range(most):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{name} is not reached by Tab")


def test_a_whole_review_is_done_by_keyboard_from_the_first_page_on(
    browser: Browser, served: tuple[str, Ledger]
) -> None:
    here, ledger = served
    before = len(list(ledger.judgements()))
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    page.goto(here)
    _tab_to(page, "Review", "link")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review")
    _tab_to(page, "Why", "textbox")
    page.keyboard.type("one is an uncle")
    _tab_to(page, "Different")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Recorded: different")
    _tab_to(page, "Take it back below", "link")
    page.keyboard.press("Enter")
    _tab_to(page, "Why take it back", "textbox")
    page.keyboard.type("it was not")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Recorded: undo")
    assert [(j.act, j.why) for j in ledger.judgements()][before:] == [
        ("different", "one is an uncle"),
        ("undo", "it was not"),
    ]
    context.close()
