"""A footnote: author, title, publisher, date, page or paragraph, address, and the sentence word for word.

Lost: everything but the first appearance of a document that appeared in several places.
"""

from __future__ import annotations

import json

from pydantic import BaseModel, ConfigDict, Field

from allegiance.exports.plain import escaped, plain
from allegiance.model import Recorded


class Citation(BaseModel):
    """The parts of a footnote; `""` where the report does not give one. Dates are EDTF."""

    model_config = ConfigDict(extra="forbid", frozen=True, title="A footnote for one claim")

    claim: str = Field(description="Id of the claim")
    author: str
    title: str
    publisher: str
    published: str = Field(description="EDTF date, or empty where the report has none")
    retrieved: str = Field(description="ISO 8601 time, or empty")
    place: str = Field(description="Page and numbered paragraph, where known")
    archive_url: str
    url: str
    document: str = Field(description="Hash of the document's text")
    sentence: str = Field(description="The evidence, word for word")


def citation(recorded: Recorded) -> Citation:
    """The parts of the footnote of a claim, as the earliest appearance of its document gives them."""
    at = recorded.appearance
    return Citation(
        claim=recorded.claim.id,
        author=at.author,
        title=at.title or at.name,
        publisher=at.publisher,
        published=at.published,
        retrieved=at.retrieved,
        place=recorded.place,
        archive_url=at.archive_url,
        url=at.url,
        document=recorded.claim.document,
        sentence=recorded.sentence,
    )


def write(recorded: Recorded) -> str:
    """The footnote as one line of plain text. What is not known is left out, but a missing date is said."""
    parts = citation(recorded)
    title = f"“{plain(parts.title)}”" if parts.title else ""
    retrieved = f" (retrieved {plain(parts.retrieved[:10])})" if parts.retrieved else ""
    date = plain(parts.published) or f"undated{retrieved}"
    heads = [plain(parts.author), title, plain(parts.publisher), date, plain(parts.place)]
    address = plain(parts.archive_url or parts.url)
    heads.append(f"<{address}>" if address else "")
    return f"{', '.join(head for head in heads if head)}: “{plain(parts.sentence)}”"


def write_json(recorded: Recorded) -> str:
    """The footnote's parts as one line of JSON (schema: `citation.json`)."""
    return escaped(json.dumps(citation(recorded).model_dump(), ensure_ascii=False))
