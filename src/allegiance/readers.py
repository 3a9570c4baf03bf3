"""What a reader is, and the check that whatever it gives must pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, runtime_checkable

from allegiance.errors import BadClaim
from allegiance.model import Document, Finding


class Reader(Protocol):
    """Anything that reads documents. What it returns is checked against the document before it is recorded."""

    @property
    def name(self) -> str:
        """Program, version and digest, as it stands in every reading."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """The ISO 639-1 codes of the languages it reads."""
        ...

    def read(self, document: Document, published: str = "") -> tuple[list[Finding], list[str]]:
        """Claims found in the document, and notes on what could not be settled. `published` is EDTF or empty."""
        ...


@runtime_checkable
class BatchReader(Reader, Protocol):
    """A reader that is quicker with several documents at a time, and reads each as it would alone."""

    def read_all(self, work: Sequence[tuple[Document, str]]) -> list[tuple[list[Finding], list[str]]]:
        """What `read` gives for each document with its published date, in order."""
        ...


def checked(document: Document, findings: Iterable[Finding]) -> list[Finding]:
    """`findings`, having made sure that each one's evidence lies in the document and is no blank. Raises BadClaim."""
    kept, id = [], document.id
    for finding in findings:
        claim = finding.claim
        if claim.document != id:
            raise BadClaim(f"claim {claim.id} speaks of another document")
        words = document.text[claim.evidence.start : claim.evidence.end]
        if claim.evidence.end > len(document.text) or not words.strip():
            raise BadClaim(f"claim {claim.id}: its evidence does not lie in the text")
        kept.append(finding)
    return kept
