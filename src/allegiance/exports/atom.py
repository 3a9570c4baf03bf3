"""Changes as an Atom feed (RFC 4287), for a reader of feeds that asks again and again.

An entry keeps its id for as long as the same thing has changed in the same way. Lost: ids of actors and claims, and of
an entry with many sentences all but the first few.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from allegiance.exports import cite
from allegiance.exports.plain import plain
from allegiance.exports.report import lead, sentences, told
from allegiance.exports.words import coverage_line
from allegiance.model import Answer, Row
from allegiance.when import parse

MOST_ENTRIES = 500
_MOST_SENTENCES = 5
_ATOM = "http://www.w3.org/2005/Atom"
_FORBIDDEN = re.compile("[\ufffe\uffff]")
_SAME = ("change", "type", "who", "whom", "by", "role", "area", "what", "date")
"""What two changes have alike that are one and the same."""
_LONG_AGO = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Feed:
    """Where a feed is found: its own address, and that of the page that shows the same. Both are whole addresses."""

    title: str
    address: str
    page: str
    claims: str
    """What the address of a claim's page begins with: its id follows."""


def write(answer: Answer, feed: Feed, *, by_report: bool) -> bytes:
    """The feed of an answer of `changes`, newest first, as XML in UTF-8.

    With `by_report`, an entry is as new as the latest report that it rests on; else, as what was recorded last.
    """
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    entries = _entries(answer, feed, by_report)
    _add(root, "id", _id(feed.address))
    _add(root, "title", feed.title)
    limits = "".join(f" {one[:1].upper()}{one[1:]}." for one in answer.problems)
    rests = f"It rests on what was read {coverage_line(answer.coverage)}."
    _add(root, "subtitle", f"What would be answered differently. {rests}{limits}")
    _add(root, "updated", entries[0][0] if entries else _LONG_AGO)
    author = ET.SubElement(root, "author")
    _add(author, "name", "Allegiance")
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.address})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    root.extend(entry for _, entry in entries)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _entries(answer: Answer, feed: Feed, by_report: bool) -> list[tuple[str, ET.Element]]:
    made = []
    met: Counter[str] = Counter()
    for row in answer.rows:
        known = "\n".join(row.get(field) for field in _SAME)
        met[known] += 1
        at = _updated(answer, row, by_report)
        made.append((at, _entry(answer, row, (f"{known}\n{met[known]}", at), feed)))
    made.sort(key=lambda entry: entry[0], reverse=True)
    return made[:MOST_ENTRIES]


def _entry(answer: Answer, row: Row, known: tuple[str, str], feed: Feed) -> ET.Element:
    entry = ET.Element("entry")
    speaker, what = told(answer, row)
    first = lead(answer, row)
    _add(entry, "id", _id(known[0]))
    _add(entry, "title", f"{row.get('change')}: {speaker}{': ' if speaker else ''}{what}")
    _add(entry, "updated", known[1])
    where = feed.claims + quote(first.claim.id, safe="") if first else feed.page
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": where})
    was = f"was {row.get('was')}, is {row.status}" if row.get("was") else f"is {row.status}"
    _add(entry, "summary", "; ".join(part for part in (was, row.because) if part))
    notes = [cite.write(recorded) for recorded in sentences(answer, row)[:_MOST_SENTENCES]]
    if notes:
        content = ET.SubElement(entry, "content", {"type": "text"})
        content.text = "\n\n".join(_clean(note) for note in notes)
    return entry


def _updated(answer: Answer, row: Row, by_report: bool) -> str:
    """When the latest of what a row rests on came, as RFC 3339 has it."""
    found = [answer.evidence[claim] for claim in row.claims if claim in answer.evidence]
    if not by_report:
        times = [recorded.recorded[:19] for recorded in found if recorded.recorded]
        return f"{max(times)}Z" if times else _LONG_AGO
    published = (parse(r.appearance.published).end_latest for r in found if r.appearance.published)
    days = [day for day in published if day]
    return f"{max(days).isoformat()}T00:00:00Z" if days else _LONG_AGO


def _add(parent: ET.Element, tag: str, words: str) -> None:
    ET.SubElement(parent, tag).text = _clean(words)


def _clean(words: str) -> str:
    """Text as XML may hold it, on one line."""
    return _FORBIDDEN.sub("\ufffd", plain(words))


def _id(known: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, known.encode('utf-8', 'replace').decode())}"
