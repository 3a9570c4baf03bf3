"""What a report says and what a question must be answered with: plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from allegiance.model import Appearance, Certainty, Claim, Document, Filler, Kind, Phase, Span


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """An actor by the one full name that reports give him."""

    text: str
    kind: Kind

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Said:
    """One claim, before it stands in a document."""

    type: str
    roles: tuple[tuple[str, Name | str], ...]
    when: str = ""
    phase: Phase = Phase.NONE
    sources: tuple[str, ...] = ()
    certainty: Certainty = Certainty.STATED

    def claim(self, document: str, evidence: Span) -> Claim:
        """The claim as it stands in that document, at that place."""
        fillers = [
            Filler(role, value.text, value.text, value.kind) if isinstance(value, Name) else Filler(role, value)
            for role, value in self.roles
        ]
        return Claim(
            document,
            self.type,
            tuple(fillers),
            evidence,
            when=self.when,
            phase=self.phase,
            sources=self.sources,
            certainty=self.certainty,
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and all that it says."""

    text: str
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A text, where it appeared, and its claims."""

    document: Document
    appearances: tuple[Appearance, ...]
    claims: tuple[Claim, ...]


def report_of(lines: Iterable[Line], appearances: Iterable[Appearance]) -> Report:
    """The report whose text is these sentences, one after the other. The appearances' document is filled in here."""
    told = list(lines)
    document = Document(" ".join(line.text for line in told), "en")
    number, at, claims = document.id, 0, []
    for line in told:
        span = Span(at, at + len(line.text))
        claims += [said.claim(number, span) for said in line.said]
        at = span.end + 1
    placed = tuple(
        Appearance(
            number, one.name, one.published, one.publisher, title=one.title, url=one.url, retrieved=one.retrieved
        )
        for one in appearances
    )
    return Report(document, placed, tuple(claims))


ABSENT: frozenset[str] = frozenset()
"""No such row may be there, but one that is said to be unknown."""


@dataclass(frozen=True, slots=True)
class Want:
    """Which rows of an answer are meant, and what they must be: of one of these statuses, with these fields.

    At least one row must be right; where another that is meant says more surely what is not so, the answer is wrong.
    """

    where: tuple[tuple[str, str], ...]
    statuses: frozenset[str]
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its planted answer. `plant` names the story; `about` are the names that the question gives.

    Where it is `closed`, the answer has no rows but those that are wanted. Dates are ISO days, or empty.
    """

    plant: str
    ask: str
    about: tuple[str, ...]
    wants: tuple[Want, ...]
    on: str = ""
    published_by: str = ""
    closed: bool = False
    theatre: int = 0

    def __str__(self) -> str:
        told = f"{self.ask} {' → '.join(self.about)}"
        told += f" --on {self.on}" if self.on else ""
        return told + (f" --published-by {self.published_by}" if self.published_by else "")
