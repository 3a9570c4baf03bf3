"""An answer as a report to hand on: its parts in the order of reading, every line with the numbers of its footnotes.

`webpage` and `pdf` write it. The same ledger and question give the same report: nothing in it tells when it was made.
Lost: ids of actors, the list of a network's actors, of a row with many sentences all but the first, and what goes
beyond the bounds of a file, which is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allegiance.exports import cite
from allegiance.exports.dates import dated, held
from allegiance.exports.drawn import Drawn
from allegiance.exports.plain import outside, plain
from allegiance.exports.words import coverage_line, judged, said, told_by, voice
from allegiance.model import Answer, Recorded, Row

MOST_NOTES = 25
"""So many footnotes of one row are given, the first."""
LONGEST_ADDRESS = 2_000
"""Characters of an address that a footnote leads to."""

SECTIONS: Mapping[str, tuple[str, str]] = {
    "posts": (
        "Posts",
        "When each began and ended, as far as that is told; often only by when it had begun.",
    ),
    "allegiances": ("Allegiances", "Pledges, joinings, memberships, breaks."),
    "events": ("Events", "What it did or what befell it. An accusation stands under the name of who makes it."),
    "fate": ("Fate", "Killings and deaths that reports tell of."),
    "ties": ("Ties", "Allies, rivals, supporters, places of activity."),
    "open questions": ("Open questions", "What these reports leave unsettled."),
    "names": ("Names", "Every spelling under which reports have it, and what texts themselves call one."),
}
"""The parts of a dossier, each with its title and what stands in it; names last: they are looked up, and not read."""
_CREED = "A record of what reports say, never of what is so. “Certain” speaks of the record, not of the world."


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many rows and how many footnotes a file may have: a page costs little, and sheets that are set cost much."""

    rows: int
    notes: int


PAGE = Bounds(rows=2_000, notes=10_000)
SHEETS = Bounds(rows=500, notes=1_000)


@dataclass(frozen=True, slots=True)
class Known:
    """By when a report's answer was known, and what is to be said of the reader that read the texts.

    `published_by` and `recorded_by` are the clocks as they were asked for, `""` for now.
    """

    published_by: str = ""
    recorded_by: str = ""
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: when, what (`speaker` says so, where somebody must be heard), how sure and why, what it rests on.

    `notes` are the numbers of its footnotes; `left_out` says how many more there are.
    """

    when: str
    speaker: str
    what: str
    beside: str
    status: str
    because: str
    notes: tuple[int, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A titled part of a report."""

    title: str
    note: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its words, who is heard in it, and the address of its text in the web, where there is one."""

    number: int
    words: str
    heard: str
    url: str


@dataclass(frozen=True, slots=True)
class Report:
    """What is handed on. `frame` are the lines under its title: what was asked, and by when it was known."""

    title: str
    kind: str
    frame: tuple[str, ...]
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
    caveats: tuple[str, ...]
    drawn: Drawn | None = None


def report(answer: Answer, known: Known, bounds: Bounds = PAGE, drawn: Drawn | None = None) -> Report:
    """The report of an answer: a dossier, a roster, a timeline, a network or a lineage.

    `drawn` are tenures to be drawn before its parts, where there are any.
    """
    notes = _Notes(answer, bounds.notes)
    rows = answer.rows[: bounds.rows]
    parts = tuple(part for part in _parts(answer, rows, notes) if part.lines)
    asked = dict(answer.query)
    subject = plain(asked.get("actor") or asked.get("group", ""))
    frame = [_day(asked), f"As reports told it by {plain(known.published_by)}" if known.published_by else ""]
    frame += [f"As the ledger held it at {plain(known.recorded_by)}" if known.recorded_by else ""]
    left_out = len(answer.rows) - len(rows)
    caveats = [*answer.problems, f"{left_out} more rows are left out" if left_out else ""]
    caveats += [known.reader, f"It rests on what was read {coverage_line(answer.coverage)}", _CREED]
    kind = answer.answer.capitalize()
    return Report(
        title=subject,
        kind=kind,
        frame=tuple(line for line in frame if line),
        parts=parts,
        notes=tuple(notes.given),
        caveats=tuple(_sentence(plain(line)) for line in caveats if line),
        drawn=drawn,
    )


def lead(answer: Answer, row: Row) -> Recorded | None:
    """The claim that leads a row."""
    return next((answer.evidence[claim] for claim in row.claims if claim in answer.evidence), None)


def sentences(answer: Answer, row: Row) -> list[Recorded]:
    """What a row rests on, each sentence of a publisher once for each thing that it says."""
    return distinct(answer.evidence[claim] for claim in row.claims if claim in answer.evidence)


def distinct(found: Iterable[Recorded]) -> list[Recorded]:
    """Each sentence of a publisher once for each thing that it says."""
    return list({(said(r.claim, with_sources=True), r.sentence, r.appearance.publisher): r for r in found}.values())


def _sentence(words: str) -> str:
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "!", "?", "…", "”")) else f"{words}."


def _day(asked: Mapping[str, str]) -> str:
    """Of which day or span it is asked, in words."""
    if asked.get("on"):
        return f"On {plain(asked['on'])}"
    since, until = plain(asked.get("since", "")), plain(asked.get("until", ""))
    return f"From {since or '…'} to {until or '…'}" if since or until else ""


class _Notes:
    """Numbers footnotes as they are first needed; the same words are the same footnote."""

    def __init__(self, answer: Answer, most: int) -> None:
        self._answer = answer
        self._most = most
        self._numbers: dict[tuple[str, str], int] = {}
        self.given: list[Note] = []

    def of(self, row: Row) -> tuple[tuple[int, ...], int]:
        """The numbers of a row's footnotes in their order, and how many sentences have none for want of room."""
        found = sentences(self._answer, row)
        numbers = [self._number(recorded) for recorded in found[:MOST_NOTES]]
        left_out = numbers.count(0) + max(0, len(found) - MOST_NOTES)
        return tuple(sorted({number for number in numbers if number})), left_out

    def _number(self, recorded: Recorded) -> int:
        """The number of a footnote; 0 where there is no room for it."""
        claim, at = recorded.claim, recorded.appearance
        told = [plain(told_by(recorded))] if claim.sources else []
        told += [claim.certainty.value] if claim.certainty.value != "stated" else []
        told += [plain(judged(one)) for one in recorded.judged]
        key = (cite.write(recorded), "; ".join(told))
        if key not in self._numbers:
            if len(self.given) >= self._most:
                return 0
            self._numbers[key] = len(self._numbers) + 1
            url = plain(outside(at.archive_url) or outside(at.url))
            self.given.append(Note(self._numbers[key], *key, url if len(url) <= LONGEST_ADDRESS else ""))
        return self._numbers[key]


def _parts(answer: Answer, rows: Sequence[Row], notes: _Notes) -> Iterable[Part]:
    if answer.answer == "dossier":
        for name, (title, about) in SECTIONS.items():
            yield _part(title, about, answer, [row for row in rows if row.get("section") == name], notes)
    elif answer.answer == "roster":
        on = dict(answer.query)["on"]
        yield _part(f"On {on}", "", answer, [row for row in rows if row.status != "unknown"], notes)
        before = [row for row in rows if row.status == "unknown"]
        yield _part("Told of, but not for that day", "First attested later, or without a date.", answer, before, notes)
    elif answer.answer == "network":
        yield _part("Ties", "", answer, [row for row in rows if row.get("section") == "tie"], notes)
    else:
        yield _part("In order of time", "", answer, rows, notes)


def _part(title: str, about: str, answer: Answer, rows: Iterable[Row], notes: _Notes) -> Part:
    return Part(plain(title), about, tuple(_line(answer, row, notes) for row in rows))


def _line(answer: Answer, row: Row, notes: _Notes) -> Line:
    speaker, what = told(answer, row)
    numbers, left_out = notes.of(row)
    return Line(
        when=plain(_when(row)),
        speaker=plain(speaker),
        what=plain(what),
        beside=plain(_beside(answer, row)),
        status=plain(row.status),
        because=plain(row.because),
        notes=numbers,
        left_out=left_out,
    )


def told(answer: Answer, row: Row) -> tuple[str, str]:
    """Who must be heard to say it, and what a row tells."""
    if answer.answer == "roster":
        role, area = row.get("role"), row.get("area")
        return "", f"{row.get('person')}: {role}{f' in {area}' if area else ''}"
    if answer.answer == "network":
        role = row.get("role")
        tie = f"{row.get('tie')}, {role}" if role and role != row.get("tie") else row.get("tie")
        return "", f"{row.get('who')} – {tie} – {row.get('whom')}"
    first = lead(answer, row)
    if first is None or not row.get("type"):
        return "", row.get("what") or row.get("type")
    outcome = row.get("outcome")
    return voice(first), f"{said(first.claim)}{'; ' if outcome else ''}{outcome}"


def _when(row: Row) -> str:
    if row.get("since") or row.get("until"):
        return ", ".join(held(row.get("since"), row.get("until")))
    return dated(row.get("date")) or ("undated" if row.get("type") else "")


def _beside(answer: Answer, row: Row) -> str:
    """What else a row tells: how many sources, who says so, when it was last attested."""
    told = []
    sources = row.get("sources")
    if sources and sources != "0":
        told.append(f"{sources} independent source{'' if sources == '1' else 's'}")
    if answer.answer in ("roster", "network") and row.get("according_to"):
        told.append(f"according to {row.get('according_to')}")
    if row.get("denied_by"):
        told.append(f"denied by {row.get('denied_by')}")
    if row.get("last_attested"):
        told.append(f"last attested {row.get('last_attested')}")
    return "; ".join(told)
