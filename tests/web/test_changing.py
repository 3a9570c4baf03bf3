"""What changed, as a page and as a feed, of everybody or of some."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from allegiance import pipeline
from allegiance.ledger import Ledger
from allegiance.model import Kind
from web.pages import HERE, SCRIPT, Page, browser

NAMES = {"a": "http://www.w3.org/2005/Atom"}
WEEK = "since=2016-05-09&until=2016-05-16&clock=published"


def _entries(at: TestClient, address: str) -> list[str]:
    given = at.get(address)
    assert given.status_code == 200
    assert given.headers["content-type"] == "application/atom+xml"
    return [entry.text or "" for entry in ET.fromstring(given.content).findall("a:entry/a:title", NAMES)]


def test_the_page_leads_to_the_feed_of_the_same_changes(at: TestClient) -> None:
    page = Page(at.get(f"/changes?{WEEK}").text)
    (feed,) = [link["href"] for link in page.all("link") if link["rel"] == "alternate"]
    assert feed in page.links
    titles = _entries(at, feed)
    assert titles
    assert all(title.split(": ", 1)[1].split(": ")[-1] in page.text for title in titles)


def test_a_feed_is_of_some_actors_only(at: TestClient, ledger: Ledger) -> None:
    group = pipeline.actors_named(ledger.view(), "Ansar al-Wadi", Kind.GROUP)[0]
    nobody = pipeline.actors_named(ledger.view(), "Oumar Tidjani")[0]
    everything = _entries(at, f"/changes.atom?{WEEK}")
    of_group = _entries(at, f"/changes.atom?{WEEK}&actor={group.id}")
    assert set(of_group) <= set(everything)
    assert len(_entries(at, f"/changes.atom?{WEEK}&actor={nobody.id}")) < len(everything)
    page = Page(at.get(f"/changes?{WEEK}&actor={group.id}").text)
    assert "Only of Ansar al-Wadi" in " ".join(page.text.split())


def test_a_feed_without_a_beginning_is_of_the_latest_days(at: TestClient) -> None:
    assert _entries(at, "/changes.atom")
    feed = ET.fromstring(at.get("/changes.atom?days=30").content)
    assert [e.text for e in feed.findall("a:title", NAMES)] == ["Changes of the last 30 days"]
    hrefs = {e.get("rel"): e.get("href") for e in feed.findall("a:link", NAMES)}
    assert hrefs["self"] == f"{HERE}/changes.atom?days=30"


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("since=yesterday", 400),
        ("since=2016-05-09&clock=sundial", 404),
        ("days=0", 400),
        ("since=2016-05-09&actor=nobody+at+all", 404),
        ("&".join(["since=2016-05-09", *(["actor=x"] * 51)]), 400),
    ],
)
def test_what_cannot_be_asked_is_told(at: TestClient, query: str, status: int) -> None:
    for path in ("/changes", "/changes.atom"):
        if path == "/changes.atom" or not query.startswith("days"):
            assert at.get(f"{path}?{query}").status_code == status


def test_hostile_names_and_texts_are_text_in_a_feed(hostile: Ledger) -> None:
    given = browser(hostile).get("/changes.atom")
    feed = ET.fromstring(given.content)
    assert SCRIPT in "".join(feed.itertext())
    assert {e.tag.split("}")[0] for e in feed.iter()} == {"{http://www.w3.org/2005/Atom"}
    assert "\u202e" not in given.text
