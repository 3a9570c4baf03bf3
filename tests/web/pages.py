"""Ledgers and browsers for the tests of the pages: an example that was read, and one that means harm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

from starlette.testclient import TestClient

from allegiance.ledger import Batch, Ledger
from allegiance.model import Appearance, Certainty, Claim, Document, Filler, Finding, Kind, Phase, Reading, Span
from allegiance.resolving import resolve_names
from allegiance.web.app import make_app
from allegiance.web.site import Serving

HOST = "127.0.0.1:8642"
HERE = f"http://{HOST}"
SCRIPT = "<script>alert(1)</script>"
MARKED = f"Karim {SCRIPT} Oru"
TURNED = "Idris \u202eoraB\u202c \x1b[31mBaro\x00"
LONG = "Very" + "long" * 300


def browser(ledger: Ledger, *, token: str = "") -> TestClient:
    """A browser at the pages of a ledger; errors of the pages are errors of the test."""
    return TestClient(make_app(ledger, Serving(frozenset({HOST}), token, "a tester")), base_url=HERE)


def told(
    batch: Batch, text: str, claims: Sequence[tuple[str, tuple[Filler, ...], str]], **where: str
) -> tuple[Document, list[Claim]]:
    """Record a report and these claims of it, each with the words that say it."""
    document = Document(text, "en")
    made = []
    for kind, roles, words in claims:
        start = text.index(words)
        phase = Phase.CURRENT if kind in ("post", "membership", "presence") else Phase.NONE
        span = Span(start, start + len(words))
        made.append(Claim(document.id, kind, roles, span, phase=phase, certainty=Certainty.STATED))
    reading = Reading(document.id, "by hand", "2024-06-01T00:00:00Z", tuple(Finding(claim) for claim in made))
    name = where.pop("name", "report")
    batch.add(document, Appearance(document.id, name, retrieved="2024-06-01T00:00:00Z", **where), reading)
    return document, made


def harmful(ledger: Ledger) -> list[Document]:
    """Fill a ledger with reports whose names, texts, titles and addresses are markup, script and control characters."""
    out = []
    with ledger.batch() as batch:
        for number, name in enumerate((MARKED, TURNED, LONG)):
            before = f'{SCRIPT}"><img src=x onerror=alert(2)>\u202e\x07'
            text = f'{before} {name} leads the River "onclick=" Brigade.\n\u2029{{{{7*7}}}}'
            roles = (
                Filler("person", name, name, Kind.PERSON),
                Filler("group", 'River "onclick=" Brigade', "", Kind.GROUP),
                Filler("role", f"leader{SCRIPT}", ""),
            )
            words = f'{name} leads the River "onclick=" Brigade.'
            document, _ = told(
                batch,
                text,
                [("post", roles, words)],
                name=f"report{number}",
                title=f"{SCRIPT}\u202e",
                publisher=f"Wire {SCRIPT}",
                author="</title><script>",
                url=f"javascript:alert({number})",
                archive_url="http://[broken",
                published="2024-05-01",
            )
            out.append(document)
    resolve_names(ledger)
    return out


class Page(HTMLParser):
    """A page taken apart: its tags with their attributes, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.text += data

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of each tag of this name."""
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def links(self) -> list[str]:
        """Where it leads to; a link that a script has yet to fill leads nowhere."""
        return [attributes["href"] for attributes in self.all("a") if "href" in attributes]


def every_page(at: TestClient, start: str = "/", most: int = 60) -> Iterator[tuple[str, Page, str]]:
    """The pages that can be reached from one by following links, breadth first: address, page, its text as sent."""
    seen, left = {start}, [start]
    while left and len(seen) <= most:
        address = left.pop(0)
        answer = at.get(address)
        assert answer.status_code == 200, (address, answer.status_code, answer.text[:400])
        page = Page(answer.text)
        yield address, page, answer.text
        for link in page.links:
            bare = link.partition("#")[0]
            if bare.startswith("/") and bare not in seen:
                seen.add(bare)
                left.append(bare)


def form_token(text: str) -> str:
    """The token of the forms of a page."""
    found = re.search(r'name="form_token" value="([0-9a-f]+)"', text)
    assert found is not None
    return found[1]


def example_reports() -> Path:
    """The folder of the packaged example's reports."""
    return Path(__file__).parents[2] / "src" / "allegiance" / "examples" / "reports"
