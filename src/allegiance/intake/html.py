"""A saved web page → its text without menus and notices, and what its markup tells of it.

The text is what trafilatura takes for the article; a page in which it sees none gives all its visible words. A date is
taken only where the markup states when the page was published, and no day is made up for a month.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

import htmldate
import trafilatura
from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement, HTMLParser, document_fromstring  # type: ignore[import-untyped]

from allegiance.errors import BadDate, Problem
from allegiance.intake.dates import publication_date
from allegiance.intake.extract import Extract, Told, one_line, web_address
from allegiance.intake.textfiles import binary, decode, fault, oddities

_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_KEYS = tuple(
    """
    article:published_time og:article:published_time og:published_time datepublished citation_date
    citation_publication_date dcterms.issued dc.date.issued dcterms.created dcterms.date dc.date parsely-pub-date
    sailthru.date pubdate publishdate publish-date publish_date publication_date article.published published date
    """.split()
)
_BLOCKS = frozenset(
    """
    address article aside blockquote body br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre
    section table td th tr ul
    """.split()
)
_UNSEEN = frozenset(
    """
    script style noscript template head nav form button select svg iframe object footer
    """.split()
)
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "readability", "charset_normalizer")
_LONGEST_JSON = 500_000


def read_html(data: bytes, address: str, most: int) -> Extract | Problem:
    """The article in a page, with title, author, publisher, address and date where its markup gives them.

    `most` is the longest text in code points; a page with more, without words or nested too deeply gives a Problem.
    """
    declared = _DECLARED.search(data[:4096])
    decoded = decode(data, address, declared[1].decode("ascii", "replace") if declared else "")
    if isinstance(decoded, Problem):
        return decoded
    if "\0" in decoded.text:
        return binary(address)
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(_XML_HEAD.sub("", decoded.text), parser=parser)
    except (etree.LxmlError, ValueError):
        return Problem(address, "empty", "there are no words in it")
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        return Problem(address, "too-large", "its markup is nested too deeply to be read", "save it as plain text")
    published = _published(tree)
    plain = visible_text(tree)
    try:
        with _quiet():
            found = trafilatura.bare_extraction(
                tree,
                include_comments=False,
                with_metadata=True,
                date_extraction_params={"extensive_search": False, "original_date": True},
            )
    except Exception:
        # Hostile markup breaks the libraries below in ways that they do not name; the visible words are still there.
        found = None
    text = _whole(getattr(found, "text", None) or plain)
    told = Told(
        published=published,
        publisher=one_line(getattr(found, "sitename", None) or ""),
        author=one_line(getattr(found, "author", None) or ""),
        url=web_address(getattr(found, "url", None) or ""),
        title=one_line(getattr(found, "title", None) or _title(tree)),
    )
    return fault(text, address, most) or Extract(text, told=told, odd=oddities(decoded, address))


def visible_text(tree: HtmlElement) -> str:
    """All words of a page that a browser would show as text, each block on its own line."""
    lines: list[str] = []
    line: list[str] = []
    hidden = 0

    def end() -> None:
        words = " ".join("".join(line).split())
        if words:
            lines.append(words)
        line.clear()

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            hidden += tag in _UNSEEN
            if tag in _BLOCKS:
                end()
            if not hidden:
                line.append(element.text or "")
            continue
        hidden -= tag in _UNSEEN
        if tag in _BLOCKS:
            end()
        if not hidden:
            line.append(element.tail or "")
    end()
    return "\n".join(lines)


def _published(tree: HtmlElement) -> str:
    """When the markup says that the page was published, or `""`: modified, crawled and printed dates are others."""
    return next((date for date in map(_dated, _stated_dates(tree)) if date), "")


def _stated_dates(tree: HtmlElement) -> Iterator[str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(key.strip().lower(), meta.get("content") or "")
    ranked = [metas[key] for key in _KEYS if key in metas]
    yield from ranked
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            yield from _from_json(script.text or "")
    times = list(tree.iter("time"))
    marked = [
        time for time in times if (time.get("itemprop") or "").lower() == "datepublished" or "pubdate" in time.attrib
    ]
    stamps = {time.get("datetime") or "" for time in marked or times}
    if len(stamps) == 1:
        yield from stamps


def _from_json(text: str) -> Iterator[str]:
    if len(text) > _LONGEST_JSON:
        return
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return
    graph = data.get("@graph") if isinstance(data, dict) else None
    top = data if isinstance(data, list) else [data, *(graph if isinstance(graph, list) else [])]
    for thing in top:
        if isinstance(thing, dict) and isinstance(thing.get("datePublished"), str):
            yield thing["datePublished"]


def _dated(stated: str) -> str:
    """A date stated in markup as EDTF. One in words must hold its day, month and year; digits alone are ambiguous."""
    written = stated.strip()
    try:
        return publication_date(written)
    except BadDate:
        pass
    if len(written) > 60 or not re.search(r"[^\W\d_]{3}", written):
        return ""
    page = etree.Element("html")
    etree.SubElement(etree.SubElement(page, "head"), "meta", name="date", content=one_line(written))
    with _quiet():
        found = htmldate.find_date(
            etree.tostring(page, encoding="unicode"), extensive_search=False, original_date=True, min_date="1900-01-01"
        )
    numbers = {int(number) for number in re.findall(r"[0-9]+", written)}
    if not found or not {int(found[:4]), int(found[8:])} <= numbers:
        return ""
    return publication_date(found)


def _title(tree: HtmlElement) -> str:
    return next((title.text_content() for title in tree.iter("title")), "")


def _whole(text: str) -> str:
    """`text` without lone surrogates, which no store takes."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps the libraries from logging what this room tells as a Problem, or need not tell."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
