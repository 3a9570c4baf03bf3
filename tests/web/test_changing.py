"""What changed, as a page and as a feed, of everybody or of some."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from allegiance import judging, pipeline
from allegiance.answers.changes import Knowing, changed, changes, touched
from allegiance.ledger import Ledger, open_ledger
from allegiance.model import Kind
from allegiance.web import changing, morning
from allegiance.web.rendering import environment
from allegiance.web.sessions import Sessions
from allegiance.web.site import Serving, Site
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


def test_the_first_page_that_of_changes_and_the_feed_tell_the_same_of_whom_one_follows(
    example: Path, tmp_path: Path
) -> None:
    shutil.copy(example, tmp_path / "own.db")
    with open_ledger(str(tmp_path / "own.db"), create=False) as own:
        view = own.view()
        names = ("Ansar al-Wadi", "Zakaria Bedri")
        actors = [pipeline.actors_named(view, name)[0] for name in names]
        for actor in actors:
            judging.follow(own, actor, "a tester")
        at = browser(own)
        made = morning.morning(Site(own, Serving(frozenset(), "", "a tester"), environment(), Sessions()), own.view())
        assert made is not None
        page, feed = Page(at.get(made.changes_page).text), _entries(at, made.feed)
        shown = sum(int(number) for number in re.findall(r"(?:New|Disputed|Gone) (\d+)", " ".join(page.text.split())))
    assert len(made.changed.rows) == shown == len(feed) > 20
    told = sorted(f"{row.get('change')}: " for row in made.changed.rows)
    assert sorted(title.split(": ")[0] + ": " for title in feed) == told


def test_of_some_actors_the_short_way_finds_what_the_long_way_does(ledger: Ledger) -> None:
    then, now = ledger.view(published_by="2015-06-30"), ledger.view()
    told, found = touched(then, now), 0
    for actor in list(now.actors(now.told_of()).values())[::6]:
        long = changes(Knowing(then, "a"), Knowing(now, "b"), told, [actor])
        assert changed((then, "a"), (now, "b"), [actor]).answer.rows == long.rows, actor.name
        found += len(long.rows)
    assert found > 20


def test_of_many_reports_that_differ_each_is_told_of_on_some_page(
    at: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Page(at.get(f"/changes?{WEEK}").text)
    monkeypatch.setattr(changing, "REPORTS_A_PAGE", 2)
    address, seen = f"/changes?{WEEK}", ""
    while address:
        page = Page(at.get(address).text)
        seen += page.text
        address = next((a["href"] for a in page.all("a") if a.get("rel") == "next"), "")
    lines = {line.strip() for line in whole.text.splitlines() if " is " in line or " disputed" in line}
    assert lines
    assert all(line in seen for line in lines)
    feed = ET.fromstring(at.get(f"/changes.atom?{WEEK}").content)
    assert "It tells what 2 of the" in feed.findtext("a:subtitle", "", NAMES)


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
