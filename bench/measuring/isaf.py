"""ISAF press releases: claims held against what one coder read out of each release.

The coder filled a form; the reader says claims. The mapping, chosen for what the fields mean and not for the figure:

- *events* are the claims of type killing, detention and attack that are not denied, in the order of the text; a
  killing or a detention goes before an attack, which is mostly what the one who was looked for had done before.
- **start date**: the day on which the first dated event happened, or the first day of its interval. The form asks it
  of every operation, and an operation in which nobody is said to be killed or taken is no claim; there it is the first
  day that the reader's dates give in the text, past those on which something is confirmed or announced, and where the
  text dates nothing, the day of the release. A date that is less than a day gives no answer, and no year is guessed
  where a release bears none.
- **province**: the first province named in the place of an event, else the first named in the words that an event
  rests on, else the first among the names that the reader finds in the body of the text.
- **target group**: every one of the coder's groups that fills an actor's role in a claim that is not denied, or is
  among the names that the reader finds: the form asks who was looked for, and a search is no claim.
- **leaders killed, leaders captured**: how many different leaders are the victim of a killing, or the person of a
  detention. Someone is a leader who is described as one there (leader, commander, chief, emir, governor), or who
  holds such a post in another claim of the release. Those without a name count once, or as many as the claim's count
  gives at least.

The rival spots words: the date in the release's own dateline, the first province named in the text (Kabul, from where
most releases are dated, only where there is no other), every group named in it, one leader killed or captured where a
sentence has a word for a leader and a word for the deed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from allegiance.model import Certainty, Claim, Document
from allegiance.reading.clause import Clause
from allegiance.reading.dates import document_date
from allegiance.reading.degrees import verb_class
from allegiance.reading.reader import EnglishReader
from bench.measuring.scoring import Figure
from bench.measuring.sets import SHARED, Report

EVENTS = ("killing", "detention", "attack")
LEADER = re.compile(r"\b(?:leaders?|commanders?|chiefs?|emirs?|governors?)\b", re.I)
KILLED = re.compile(r"\bkill(?:s|ed|ing)\b", re.I)
CAPTURED = re.compile(r"\b(?:captur|detain|arrest)(?:es|e|ed|ing|s)\b", re.I)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PROVINCES: Mapping[str, str] = {
    **{name: name for name in ("badakhshan", "badghis", "baghlan", "balkh", "bamyan", "daykundi", "farah", "faryab")},
    **{
        name: name for name in ("ghazni", "ghor", "helmand", "herat", "jowzjan", "kabul", "kandahar", "kapisa", "khost")
    },
    **{name: name for name in ("kunar", "kunduz", "laghman", "logar", "nangarhar", "nimroz", "nuristan", "paktika")},
    **{name: name for name in ("panjshir", "parwan", "samangan", "sar-e pul", "takhar", "uruzgan", "wardak", "zabul")},
    **{"paktya": "paktya", "paktia": "paktya", "paktiya": "paktya", "pakteka": "paktika", "khowst": "khost"},
    **{"jawzjan": "jowzjan", "daikundi": "daykundi", "day kundi": "daykundi", "bamiyan": "bamyan"},
    **{"panjsher": "panjshir", "lowgar": "logar", "nooristan": "nuristan", "sar-e-pul": "sar-e pul"},
    **{"zabol": "zabul", "kondoz": "kunduz"},
    **{"nimruz": "nimroz", "oruzgan": "uruzgan", "konar": "kunar"},
    **{"konduz": "kunduz", "hilmand": "helmand", "qandahar": "kandahar", "sari pul": "sar-e pul", "wardag": "wardak"},
}
"""Afghanistan's provinces in their common spellings, to the spelling that the coder uses."""
GROUPS: Mapping[str, re.Pattern[str]] = {
    "taliban": re.compile(r"\btaliban\b", re.I),
    "haqqani": re.compile(r"\bhaqqani\b", re.I),
    "imu": re.compile(r"\bIMU\b|\bIslamic Movement of Uzbekistan\b"),
    "hig": re.compile(r"\bHIG\b|\bHe[zs]b-?e?[- ]Islami\b|\bHizb-?[ie][- ]Islami\b", re.I),
    "aq": re.compile(r"\bal[- ]Q(?:ae|ai|a)?['’]?i?da\b", re.I),
}
PROVINCE = re.compile(rf"\b(?:{'|'.join(sorted(PROVINCES, key=len, reverse=True))})\b", re.I)

KABUL = re.compile(r"\bkabul\b", re.I)


class Coded(BaseModel):
    """What the coder read out of a release."""

    model_config = ConfigDict(extra="ignore")

    start_date: str
    province: list[str]
    target_group: list[str]
    min_leaders_killed: int
    min_leaders_captured: int


class Line(BaseModel):
    """One release of the file."""

    model_config = ConfigDict(extra="ignore")

    text: str
    gold: Coded


@dataclass(frozen=True, slots=True)
class Form:
    """A release as the coder's form: empty where nothing can be said, and groups as a set."""

    start: str = ""
    province: str = ""
    groups: frozenset[str] = frozenset()
    killed: int = 0
    captured: int = 0


@dataclass(frozen=True, slots=True)
class Release:
    """A release and its form as coded."""

    report: Report
    coded: Form


@dataclass(frozen=True, slots=True)
class Told:
    """What the reader makes of a release: its claims, and what its layers find that is no claim.

    `days` are the dates of the text in EDTF, in order, those of saying left out; `names` are the names in its body.
    """

    claims: tuple[Claim, ...]
    text: str
    days: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    published: str = ""


def load(shared: Path = SHARED) -> list[Release]:
    """The releases, none where there is no file. Raises pydantic's ValidationError where a line is no release."""
    path = shared / "data/isaf/releases.jsonl"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8") as lines:
        return [_release(i, Line.model_validate_json(line)) for i, line in enumerate(lines) if line.strip()]


def _release(number: int, line: Line) -> Release:
    gold = line.gold
    named = next((p for p in gold.province if p in PROVINCES.values()), "")
    groups = frozenset(name for text in gold.target_group for name in text.split(";") if name in GROUPS)
    form = Form(gold.start_date, named, groups, gold.min_leaders_killed, gold.min_leaders_captured)
    return Release(Report(f"isaf-{number:03}", Document(line.text, "en")), form)


def told(reader: EnglishReader, document: Document) -> Told:
    """A release through the reader, with the dates and the names that its layers find."""
    layers, steps, found = reader.trace(document.text)
    days = [d.edtf for step in steps for d in step.dated if not _of_saying(step.clauses, d.clause)]
    body = [(p.start, p.end) for p in layers.paragraphs if p.kind in ("body", "bullet")]
    mentions = [m.name for m in layers.mentions if any(a <= m.start < b for a, b in body)]
    claims = tuple(finding.claim for finding in found)
    return Told(claims, document.text, tuple(days), tuple(mentions), document_date(document.text))


def _of_saying(clauses: Sequence[Clause], index: int) -> bool:
    """Whether a date stands with a verb of saying: `confirmed today the capture of …`."""
    return any(c.index == index and c.form == "verb" and bool(verb_class(c)) for c in clauses)


def form_of(said: Told) -> Form:
    """A release as read, put into the coder's form by the mapping at the top of this module."""
    sure = [c for c in said.claims if c.certainty is not Certainty.DENIED]
    events = sorted(
        (c for c in sure if c.type in EVENTS), key=lambda c: (c.type == "attack", c.evidence.start, c.evidence.end)
    )
    when = [*(c.when for c in events if c.type != "attack"), *said.days, said.published]
    dates = [match.group() for text in when if (match := DAY.match(text))]
    places = [c.where for c in events] + [said.text[c.evidence.start : c.evidence.end] for c in events]
    names = [f"{f.name} {f.mention}" for c in sure for f in c.actors]
    return Form(
        dates[0] if dates else "",
        next((found for place in (*places, *said.names) if (found := first_province(place))), ""),
        _groups([*names, *said.names]),
        _leaders(sure, "killing", "victim"),
        _leaders(sure, "detention", "person"),
    )


def first_province(text: str) -> str:
    """The first province that a text names, as the coder spells it, or `""`."""
    found = PROVINCE.search(text)
    return PROVINCES[found.group().casefold()] if found else ""


def _groups(names: Iterable[str]) -> frozenset[str]:
    texts = list(names)
    return frozenset(code for code, pattern in GROUPS.items() if any(pattern.search(text) for text in texts))


def _leaders(claims: Sequence[Claim], kind: str, role: str) -> int:
    """How many different leaders fill a role in the claims of a type."""
    holders = {c.name("person") for c in claims if c.type in ("post", "appointment") and LEADER.search(c.name("role"))}
    named: set[str] = set()
    unnamed = 0
    for claim in claims:
        filler = claim.filler(role) if claim.type == kind else None
        if filler is None:
            continue
        described = bool(LEADER.search(filler.name))
        if described:
            unnamed = max(unnamed, claim.count[0] if claim.count else 1)
        elif filler.name in holders or LEADER.search(filler.mention):
            named.add(filler.name)
    return max(len(named), unnamed)


def spotted(text: str) -> Form:
    """The rival's form: words spotted in the text."""
    parts = re.split(r"(?<=[.!?])\s+", text)
    with_leader = [part for part in parts if LEADER.search(part)]
    return Form(
        document_date(text),
        first_province(KABUL.sub("", text)) or first_province(text),
        _groups([text]),
        int(any(KILLED.search(part) for part in with_leader)),
        int(any(CAPTURED.search(part) for part in with_leader)),
    )


@dataclass(frozen=True, slots=True)
class Row:
    """One field: F1 of the values given, and in how many releases the field is as coded."""

    field: str
    figure: Figure
    agree: int
    releases: int


def measure(pairs: Sequence[tuple[Form, Form]]) -> list[Row]:
    """Hold forms (ours, then the coder's) against each other, field by field.

    A value right, a value said and a value coded are counted; a count of leaders is as many values.
    """
    texts: Sequence[tuple[str, Callable[[Form], frozenset[str]]]] = (
        ("start date", lambda form: frozenset({form.start} - {""})),
        ("province", lambda form: frozenset({form.province} - {""})),
        ("target group", lambda form: form.groups),
        ("leaders killed", lambda form: frozenset(map(str, range(form.killed)))),
        ("leaders captured", lambda form: frozenset(map(str, range(form.captured)))),
    )
    return [_row(name, [(values(ours), values(coded)) for ours, coded in pairs]) for name, values in texts]


def _row(name: str, pairs: Sequence[tuple[frozenset[str], frozenset[str]]]) -> Row:
    right = sum(len(a & b) for a, b in pairs)
    figure = Figure(right, sum(len(a) for a, _ in pairs), sum(len(b) for _, b in pairs))
    return Row(name, figure, sum(a == b for a, b in pairs), len(pairs))
