"""Changes as a feed: valid Atom, escaped, with ids that stay."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from allegiance.answers.changes import Knowing, changes, touched
from allegiance.exports.atom import Feed, write
from allegiance.model import Answer
from answers.fakes import FakeView, Report, report, says

NAMES = {"a": "http://www.w3.org/2005/Atom"}
FEED = Feed(
    "Changes since 2014",
    "http://127.0.0.1:8642/changes.atom?since=2014&actor=a%26b",
    "http://127.0.0.1:8642/changes?since=2014",
    "http://127.0.0.1:8642/claim/",
)
WIRE = report("Wire", "2014-03-14", says("join", actor="Baro", to="Union", sentence="Baro went to the Union."))
PAPER = report("Paper", "2014-05-02", says("killing", victim="Omar", by="Army", sources=["the army"], sentence="Dead."))
HOSTILE = report("W", "2014", says("join", actor="<b>&\ufffe]]>\u202e\x07", to="Union", sentence="</content><x/>"))
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def between(old: list[Report], new: list[Report]) -> Answer:
    then, now = FakeView(*old), FakeView(*new)
    return changes(Knowing(then, "2014"), Knowing(now), touched(then, now))


def read(answer: Answer) -> ET.Element:
    return ET.fromstring(write(answer, FEED, by_report=True))


def told(element: ET.Element, path: str) -> list[str]:
    return [found.text or "" for found in element.findall(path, NAMES)]


def test_a_feed_has_what_atom_asks_of_it() -> None:
    feed = read(between([], [WIRE, PAPER]))
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    for element in (feed, *feed.findall("a:entry", NAMES)):
        assert len(told(element, "a:id")) == len(told(element, "a:title")) == 1
        (updated,) = told(element, "a:updated")
        assert _TIME.fullmatch(updated)
        assert told(element, "a:id")[0].startswith("urn:uuid:")
        for link in element.findall("a:link", NAMES):
            assert link.get("href", "").startswith("http://127.0.0.1:8642/")
    assert told(feed, "a:author/a:name") == ["Allegiance"]
    assert "rests on what was read from" in told(feed, "a:subtitle")[0]
    assert {link.get("rel") for link in feed.findall("a:link", NAMES)} == {"self", "alternate"}
    assert len(set(told(feed, "a:entry/a:id"))) == 2


def test_the_newest_stands_first_and_who_says_so_is_heard() -> None:
    feed = read(between([], [WIRE, PAPER]))
    assert told(feed, "a:entry/a:title") == ["new: the army says: Omar is killed by Army", "new: Baro joins Union"]
    assert told(feed, "a:updated") == ["2014-05-02T00:00:00Z"]
    assert told(feed, "a:entry/a:updated") == ["2014-05-02T00:00:00Z", "2014-03-14T00:00:00Z"]
    assert "“Baro went to the Union.”" in told(feed, "a:entry/a:content")[1]


def test_an_entry_keeps_its_id_while_more_is_told_of_it() -> None:
    more = report("Other", "2014-06-01", says("join", actor="Baro", to="Union", sentence="The Union has Baro."))
    first, later = (told(read(between([], r)), "a:entry/a:id") for r in ([WIRE], [WIRE, more]))
    assert first == later


def test_what_changed_in_another_way_has_another_id() -> None:
    new, gone = between([], [WIRE]), between([WIRE], [])
    assert told(read(new), "a:entry/a:id") != told(read(gone), "a:entry/a:id")


def test_nothing_of_a_report_is_markup_and_all_of_it_is_xml() -> None:
    (entry,) = read(between([], [HOSTILE])).findall("a:entry", NAMES)
    assert told(entry, "a:title") == ["new: <b>&\ufffd]]>␇ joins Union"]
    assert "</content><x/>" in told(entry, "a:content")[0]
    assert {child.tag.split("}")[1] for child in entry} == {"id", "title", "updated", "link", "summary", "content"}


def test_a_feed_without_changes_is_a_feed() -> None:
    feed = read(between([WIRE], [WIRE]))
    assert feed.findall("a:entry", NAMES) == []
    assert told(feed, "a:updated") == ["1970-01-01T00:00:00Z"]
