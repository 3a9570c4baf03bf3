"""Reports for the tests, told in sentences of one pattern, with the claims that a reader would find in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count

from allegiance.ledger import Batch, IdentityRow, Ledger, Resolution, StandingRow, TellingRow
from allegiance.model import Appearance, Claim, Document, Filler, Finding, Kind, Phase, Reading, Span

READER = "test-reader 1"
_SENTENCE = re.compile(r"(?P<who>[^.\s][^.]*?) (?P<verb>joined|leads|pledged to) (?P<what>[^.]+?)\.")
_VERBS = {
    "joined": ("join", "actor", "to"),
    "leads": ("post", "person", "group"),
    "pledged to": ("pledge", "actor", "to"),
}


@dataclass(frozen=True, slots=True)
class Report:
    """What is recorded of one document."""

    document: Document
    appearance: Appearance
    reading: Reading

    def into(self, batch: Batch) -> None:
        batch.add(self.document, self.appearance, self.reading)

    @property
    def claims(self) -> list[Claim]:
        return [finding.claim for finding in self.reading.findings]


def report(
    text: str, name: str = "report", *, at: str = "2024-06-01T00:00:00Z", reader: str = READER, **told: str
) -> Report:
    """A report of this text, as it appeared, read at a time by a reader. `told` fills the appearance."""
    document = Document(text, "en")
    given = {"retrieved": "2024-05-01T12:00:00Z"} | told
    return Report(
        document, Appearance(document.id, name, **given), Reading(document.id, reader, at, tuple(found_in(document)))
    )


def found_in(document: Document) -> Iterator[Finding]:
    """The claims of a document: `Idris Baro joined the River Brigade.` is one."""
    for sentence in _SENTENCE.finditer(document.text):
        kind, doer, other = _VERBS[sentence["verb"]]
        who, what = sentence["who"].strip(), sentence["what"].strip()
        claim = Claim(
            document=document.id,
            type=kind,
            roles=(Filler(doer, who, who, Kind.PERSON), Filler(other, what, "", Kind.GROUP)),
            evidence=Span(sentence.start("who"), sentence.end()),
            phase=Phase.CURRENT if kind == "post" else Phase.NONE,
        )
        yield Finding(claim, f"{kind}-1", (("trigger", sentence["verb"]),))


def resolved(
    ledger: Ledger,
    rows: Iterable[IdentityRow],
    standings: Iterable[StandingRow] = (),
    *,
    anew: bool = False,
    tellings: Iterable[TellingRow] = (),
) -> bool:
    """Keep that names stand for these actors, as whoever resolves names does after all that has been recorded by now.

    A row without a document is a name that a register gives. Where it is `anew`, by other rules than before, names that
    no row has stand for nobody any more. Gives whether it was kept.
    """
    told = list(rows)
    listed: dict[str, tuple[IdentityRow, ...]] = {}
    for row in told:
        if not row.document:
            listed[row.name] = (*listed.get(row.name, ()), row)
    named = tuple(row for row in told if row.document)
    news = ledger.working.news(f"rules {next(_RULES)}" if anew else "rules", 1_000_000)
    return ledger.working.keep(Resolution(news, named, tuple(standings), tuple(tellings), listed))


_RULES = count(1)
"""The rules by which names are resolved: others each time that they are to be resolved anew."""


class Ticking:
    """A clock that is a second later at every look."""

    def __init__(self, start: str = "2024-07-01T00:00:00+00:00") -> None:
        self.time = datetime.fromisoformat(start).astimezone(UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time
