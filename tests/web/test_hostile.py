"""Reports whose text, names and addresses are markup, script and control characters show as text."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from allegiance.exports.plain import outside
from allegiance.ledger import Ledger
from allegiance.web.links import Links
from web.pages import LONG, MARKED, Page, browser, every_page

_SCRIPTS = {f"/static/{name}.js" for name in ("bokeh.min", "find", "network", "review", "select", "watch")}
_OWN = {"/changes.atom", "/static/site.css", "/static/icon.svg", *_SCRIPTS}


def test_no_page_has_a_script_a_style_or_a_tag_of_a_report(hostile: Ledger) -> None:
    seen = 0
    for address, page, text in every_page(browser(hostile)):
        seen += 1
        assert page.all("img") == page.all("style") == [], address
        assert {script.get("src") for script in page.all("script")} <= _SCRIPTS, address
        for tag, attributes in page.tags:
            assert not any(name.startswith("on") or name == "style" for name in attributes), (address, tag, attributes)
        assert not any(character in text for character in "\u202e\u202c\x00\x07\x1b\u2029"), address
    assert seen > 12


def test_no_page_asks_another_host_and_only_web_addresses_lead_out(hostile: Ledger) -> None:
    for address, page, text in every_page(browser(hostile)):
        if not text.startswith("<!doctype html>"):
            continue  # A feed names addresses, and loads nothing.
        loaded = {a.get("src", "") for _, a in page.tags} | {a["href"].partition("?")[0] for a in page.all("link")}
        assert loaded <= {"", *_OWN}, address
        assert all(link.startswith(("/", "#", "?")) for link in page.links), address


def test_the_text_of_a_report_stands_whole_as_text(hostile: Ledger) -> None:
    (report,) = [r for r in hostile.view().reports(10) if r.appearances[0].name == "report0"]
    page = Page(browser(hostile).get(Links().page("document", report.document)).text)
    assert '<script>alert(1)</script>"><img src=x onerror=alert(2)>' in page.text
    assert "{{7*7}}" in page.text
    assert page.all("mark")


def test_what_is_asked_for_is_shown_as_text_too(hostile: Ledger) -> None:
    at = browser(hostile)
    for asked in ('"><script>alert(1)</script>', "\u202ex", "%00", "' OR 1=1 --", "../../etc/passwd", "\ud800", "\x00"):
        raw = quote(asked, safe="", errors="surrogatepass")
        for address in (
            f"/search?q={raw}",
            f"/actor/{raw}",
            f"/document/{raw}",
            f"/claim/{raw}",
            f"/roster/{raw}?on={raw}",
        ):
            answer = at.get(address)
            assert answer.status_code in (200, 400, 404), (address, answer.status_code)
            assert {script.get("src") for script in Page(answer.text).all("script")} <= _SCRIPTS


@pytest.mark.parametrize(
    "name", ["..%2f..%2fpyproject.toml", "%2e%2e/app.py", "site.css%00", "../guard.py", "base.html", ""]
)
def test_no_part_of_an_address_is_a_path_on_this_machine(hostile: Ledger, name: str) -> None:
    answer = browser(hostile).get(f"/static/{name}")
    assert answer.status_code == 404
    assert "import" not in answer.text


def test_names_reach_a_drawing_as_text(hostile: Ledger) -> None:
    at = browser(hostile)
    (actor,) = hostile.view().find(MARKED)
    drawn = at.get(Links().page("network", actor.id, "plot"))
    assert drawn.status_code == 200
    assert drawn.headers["content-type"] == "application/json"
    assert "{safe}" not in drawn.text
    assert not any(character in drawn.text for character in "\u202e\x00\x1b")


def test_a_very_long_name_has_a_page(hostile: Ledger) -> None:
    at = browser(hostile)
    (actor,) = hostile.view().find(LONG)
    assert LONG in Page(at.get(Links().page("actor", actor.id)).text).text


def test_a_name_with_markup_is_found_by_it(hostile: Ledger) -> None:
    page = Page(browser(hostile).get("/search", params={"q": MARKED}).text)
    assert MARKED in page.text


def test_what_a_search_shows_of_a_harmful_report_is_text(hostile: Ledger) -> None:
    answer = browser(hostile).get("/search", params={"q": "leads OR onerror"})
    page = Page(answer.text)
    assert page.all("mark")
    assert {script.get("src") for script in page.all("script")} <= _SCRIPTS
    assert page.all("img") == []
    assert not any(character in answer.text for character in "\u202e\x00\x1b\x07")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "http:/x", "http://[x", "file:///x", ""]
)
def test_only_an_address_of_the_web_is_linked(url: str) -> None:
    assert outside(url) == ""


def test_an_address_of_the_web_is_linked() -> None:
    assert outside(" https://wire.example/a?b=c ") == "https://wire.example/a?b=c"
