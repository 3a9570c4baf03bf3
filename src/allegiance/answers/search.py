"""Full-text search: which documents and claims have the words that somebody looks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from allegiance.errors import BadDate
from allegiance.fulltext import Found, FoundClaim, FoundText, Sought
from allegiance.model import Answer, Coverage, Row
from allegiance.when import parse


class Searchable(Protocol):
    """The ledger seen at a time, as far as this question asks it."""

    def search(self, sought: Sought) -> Found:
        """The documents and the claims that have what is looked for, best first."""
        ...

    def coverage(self) -> Coverage:
        """What this view rests on."""
        ...


def search(view: Searchable, sought: Sought) -> Answer:
    """Documents, then claims, that have what is looked for, the best first.

    Rows have the field `section`, `document` or `claim`, and the status `found`, or the certainty of the claim. The row
    of a document has those of its claims that were found, which may be none. Fields: section, name, document, title,
    publisher, published, snippet. In the snippet every word that was looked for stands between `fulltext.OPEN` and
    `fulltext.CLOSE`. Raises BadDate.
    """
    for day in (sought.since, sought.until):
        if day and parse(day).start_earliest is None and parse(day).end_latest is None:
            raise BadDate(f"{day!r} has neither a first day nor a last", hint="give a day, such as 2016-03-01")
    found = view.search(sought)
    asked = (("words", sought.query.text), ("types", "; ".join(sought.types)))
    narrowed = (("publishers", "; ".join(sought.publishers)), ("since", sought.since), ("until", sought.until))
    evidence = {one.recorded.claim.id: one.recorded for one in found.claims}
    return Answer("search", asked + narrowed, tuple(_rows(found)), view.coverage(), evidence, found.problems)


def _rows(found: Found) -> Iterator[Row]:
    for text in found.texts:
        own = (one.recorded.claim for one in found.claims)
        yield Row(_fields("document", text), "found", tuple(c.id for c in own if c.document == text.document))
    for claim in found.claims:
        told = claim.recorded.claim
        yield Row(_fields("claim", _as_text(claim)), told.certainty.value, (told.id,), claim.because)


def _as_text(claim: FoundClaim) -> FoundText:
    return FoundText(claim.recorded.claim.document, claim.recorded.appearance, claim.snippet)


def _fields(section: str, text: FoundText) -> tuple[tuple[str, str], ...]:
    at = text.appearance
    told = (("title", at.title), ("publisher", at.publisher), ("published", at.published), ("snippet", text.snippet))
    return ("section", section), ("name", at.name), ("document", text.document), *told
