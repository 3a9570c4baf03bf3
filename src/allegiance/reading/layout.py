"""The text layer: a document's text as paragraphs, cleaned without moving a single character.

Everything here keeps length: a curly quote becomes a straight one, a bracketed gloss becomes blanks. So an offset in a
paragraph's clean text is an offset in the document, and no later layer needs a map back to the text but the mask's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from allegiance import names
from allegiance.reading import lexicon
from allegiance.reading.entries import BEFALLEN, is_entry, is_fact

LINE_ENDS = {0x2028: "\n", 0x2029: "\n", 0x85: "\n"}
"""Characters that end a line, as the one that everybody knows."""

QUOTES = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "′": "'", "`": "'", "‛": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "″": '"',
        "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-",
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\u200e": " ", "\u200f": " ", "\ufeff": " ",
        **dict.fromkeys("\u200c\u200d\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069", " "),
        "\t": " ", "\r": " ", "\x0b": " ", "\x0c": " ",
    }
)  # fmt: skip
"""One character for one: typographic quotes, dashes and blanks to their plain forms."""

CLOSE_DASH = re.compile(r"(?<=[^\W\d])—(?=[^\W\d])")
"""A long dash with no blanks about it, which sets words off and ties nothing."""
SEE_ALSO = re.compile(r"\[\s*(?:see|read|cf\.?|related|also see)\b[^\]]{0,600}\]", re.IGNORECASE)
PIOUS = re.compile(
    r"(?<=[a-z]), (?:by|with) (?:the |God's |Allah's )?(?:grace|help|permission|aid|will|leave|blessing|success)"
    r"(?: (?:of|from) (?:God|Allah|the Almighty|the Lord))?(?:[^,.;:()\n]{0,30})?,(?= )"
    r"|(?<=[a-z]), (?:God|Allah) willing,(?= )|(?<=[a-z]), praise (?:be to|God|Allah)[^,.;:()\n]{0,40},(?= )"
)
"""What a communiqué puts between a verb and its object: `We claim, by the grace of God, the raid`."""
CITATION = re.compile(
    r"\[(?:\d{1,3}|[a-z]|citation needed|note \d+|who\?|when\?|clarification needed)\]", re.IGNORECASE
)
BLESSING = re.compile(
    r", (?:may (?:God|Allah|the Almighty|the Lord|he|she|they|peace|mercy)\b|peace be upon\b"
    r"|(?:God|Allah) (?:rest|bless|protect|keep)\b)[^,.;:()\n]{2,50}(?=[,.;])"
)
"""What a communiqué puts behind a name, and says nothing of: `Samir Haddu, may God keep him, denies …`."""
GLOSS = re.compile(r"\[[^\[\]\n]{0,200}\]")
PARENTHESIS = re.compile(r"\(([^()\n]{1,160})\)")
WIRE = r"(?:\([^()\n]{2,60}\))"
_THERE = (
    "(?:"
    "ene|enero|feb|febrero|marzo|abr|abril|mayo|jun|junio|jul|julio|ago|agosto|sept?|septiembre|"
    "setiembre|oct|octubre|nov|noviembre|dic|diciembre|janv|janvier|févr|février|mars|avr|avril|mai|"
    "juin|juil|juillet|août|octobre|novembre|déc|décembre|janeiro|fevereiro|março|maio|junho|julho|"
    "setembro|outubro|novembro|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|"
    "ottobre|dicembre|Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Ocak|Şubat|Mart|"
    "Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık|Mei|Agustus|Desember"
    ")"
)
"""Months as Spanish, French, Portuguese, Italian, German, Turkish and Indonesian papers write them."""
DATELINE = re.compile(
    rf"^(?P<where>[^\W\d_a-z][\w'.\- ]{{2,40}}(?:,\s*[A-Z][\w'. ]{{1,40}}){{0,3}}"
    rf"(?:,\s*[A-Z][a-z]{{2,8}}\.?\s+\d{{1,2}}(?:,\s*\d{{4}})?"
    rf"|,?\s+\d{{1,2}}\s+[A-Z][a-z]{{2,8}}\.?(?:\s+\d{{4}})?"
    rf"|,?\s+\d{{1,2}}(?:er|[.º°])?\s+(?:d[ei]\s+)?{_THERE}\.?(?:\s+(?:del?\s+)?\d{{4}})?)?)"
    rf"\s*{WIRE}?\s*(?:-{{1,2}}|:)\s*(?=[\"'A-Z0-9])"
)
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_AGENCIES = r"(?:Reuters|AP|AFP|UPI|DPA|dpa|EFE|PTI|ANI|IANS|UNI|Xinhua|Anadolu|AA|BBC|VOA|RFI|RFE/RL|Bloomberg|Wire)"
DAY_TOLD = re.compile(
    rf",?\s+(?:{_MONTHS}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTHS})(?:,?\s+\d{{4}})?\s*{WIRE}?\s*(?:-{{1,2}}|:)\s*$"
    rf"|\({_AGENCIES}\)\s*-{{1,2}}\s*$"
)
"""What shows a lead in small letters to be a dateline: `Bogotá, Nov. 4 -`, `Galo (Reuters) -`."""
BRACKETED_DATE = r"\((?:[^()\n]{4,30}\d{4}|[A-Z][a-z]{2,8}\.? ?\d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)\)"
PRESS_HEADER = re.compile(rf"^(?:[A-Z][A-Z.' ]{{2,30}},\s*[A-Z][\w .]{{2,30}}\s*{BRACKETED_DATE})\s*(?:-{{1,2}}|:)?\s*")
INITIAL = (
    r"\. [A-Z]\.|\. [A-Z]\w+ [a-z]+ed\b|"
    r"\. [A-Z]\w+(?: [A-Z]\w+)?,? (?:is|was|has|who|the|a|of|from|self-styled|alias)\b"
)
"""What shows a capital at a paragraph's beginning to be a man's initial: `D. P. Rasalingam`, `B. Mensah led it`."""
NUMBERED = re.compile(rf"^\s*(?:\d{{1,3}}|[A-Z](?!{INITIAL})|[ivx]{{1,5}})\.\s+(?=[\"'A-Z])")
BULLET = re.compile(r"^\s*(?:[-*•·▪◦‣>]+|\(\w{1,3}\))\s+")
ENDLESS = re.compile(r"\S{400,}")
"""A run of characters that is no word: a line of brackets, a number in a hundred digits, an image as text."""
ENDS = re.compile(r"[.!?:;][\"')\]]*\s*$")
QUOTED = re.compile(r"\"[^\"\n]{1,2000}\"")


@dataclass(frozen=True, slots=True)
class Aside:
    """A parenthesis set aside before parsing, with where it stood (`start` is that of its bracket)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its place in the document and its clean text, of the same length.

    `kind` is body, headline (at the top), heading (over a section) or bullet. `topic` is the heading it stands under.
    `quotes` are the quoted passages, as ranges in the document; `voice` is whose turn it is in an interview.
    """

    start: int
    end: int
    clean: str
    kind: str
    topic: str = ""
    asides: tuple[Aside, ...] = ()
    quotes: tuple[tuple[int, int], ...] = ()
    dateline: str = ""
    entry: str = ""
    voice: str = ""


def blank(text: str, start: int, end: int) -> str:
    """`text` with the characters from `start` to `end` made into blanks, length kept."""
    return text[:start] + " " * (end - start) + text[end:]


def _lines(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the text is broken into lines of one width, so that a line's end is no paragraph's end."""
    full = [line for line in lines if len(line.strip()) > 45]
    if len(full) < 4:
        return False
    unfinished = sum(1 for line in full if not ENDS.search(line))
    return unfinished >= 0.6 * len(full) and max(len(line) for line in full) <= 110


def _blocks(text: str) -> list[tuple[int, int]]:
    """Ranges of paragraphs: parted by blank lines, or by each line's end where lines are not wrapped."""
    lines = _lines(text)
    if not _is_wrapped([text[a:b] for a, b in lines]):
        return [(a, b) for a, b in lines if text[a:b].strip()]
    blocks: list[tuple[int, int]] = []
    opened = -1
    for a, b in lines:
        if not text[a:b].strip():
            opened = -1
        elif opened >= 0 and not BULLET.match(text[a:b]):
            blocks[-1] = (opened, b)
        else:
            opened = a
            blocks.append((a, b))
    return blocks


def _keeps_words(clean: str, start: int) -> bool:
    """Whether a bracket after this text stands for words of the sentence (`the [SDF] stop`) and is no gloss."""
    before = clean[:start].rstrip()
    if not before or before[-1] in ".,;:\"'(":
        return True
    return before.rsplit(None, 1)[-1].lower() in {
        "the", "a", "an", "to", "of", "from", "by", "with", "for", "in", "on", "at", "and", "or", "that", "help", "his",
        "their", "its", "our", "this", "stop", "us", "is", "was", "are", "were", "has", "have", "had",
    }  # fmt: skip


def _set_brackets_aside(clean: str) -> str:
    for pattern in (SEE_ALSO, CITATION, BLESSING, PIOUS):
        for match in pattern.finditer(clean):
            clean = blank(clean, *match.span())
    for match in GLOSS.finditer(clean):
        start, end = match.span()
        if _keeps_words(clean, start) and re.search(r"[A-Za-z]", match.group()) and len(match.group()) < 40:
            clean = blank(blank(clean, start, start + 1), end - 1, end)
        else:
            clean = blank(clean, start, end)
    return clean


def _tells_post(clean: str, start: int, text: str) -> bool:
    """Whether a bracket behind a word says what post someone holds: `Peter (the Nokia emir)`."""
    words = re.findall(r"[\w'-]+", text.lower())
    nouns = lexicon.nouns()
    told = any(w in nouns.posts or w.removesuffix("s") in nouns.posts | nouns.members for w in words)
    named = bool(re.search(r"[^\W\d][\"']? ?$", clean[:start]))
    return told and named and len(words) <= 10 and not re.search(r"\d|\b(?:see|photo|pictured|not)\b|[;:=]", text)


def _tells_fate(clean: str, start: int, text: str) -> bool:
    """Whether a bracket behind a name says what befell its bearer: `Peter (killed in 2003)`."""
    named = re.search(r"[A-Z][^\W\d]+[\"']? ?$", clean[:start])
    return named is not None and BEFALLEN.match(text) is not None and len(text) < 80


PLACE_BEHIND = re.compile(r"(?<=[a-z]), (?P<place>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)$")
"""Where somebody holds the post that a bracket tells: `(military commander, Tamar)`."""


def _set_asides(clean: str, offset: int) -> tuple[str, tuple[Aside, ...]]:
    asides = []
    for match in PARENTHESIS.finditer(clean):
        start, end = match.span()
        if _tells_post(clean, start, match.group(1)) or _tells_fate(clean, start, match.group(1)):
            after = clean[end : end + 1]
            of_place = PLACE_BEHIND.search(clean[start : end - 1])
            if of_place and not names.has_group_word(of_place["place"]):
                clean = blank(clean, start + of_place.start(), end - 1)
            clean = f"{clean[:start]},{clean[start + 1 : end - 1]}{',' if after == ' ' else ' '}{clean[end:]}"
            continue
        asides.append(Aside(offset + start, offset + end, match.group(1)))
        clean = blank(clean, start, end)
    return clean, tuple(asides)


RELEASE = re.compile(rf"[A-Z][A-Z.' ]{{2,30}},\s*[A-Z][\w .]{{2,30}}\s*{BRACKETED_DATE}\s*(?:-{{1,2}}|:)?\s*")


LONGEST_LEAD = 400
"""A dateline that takes more characters than this is none: blanks without end cost no time."""
ENTRY = re.compile(
    r"^\s*(?P<date>(?:(?:\d{1,2} )?(?:early |late |mid-)?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2},)? )?(?:19|20)\d\d)"
    r"\s*(?:-|:)\s+(?=[\"'A-Z])"
)
"""The date that a chronology's entry begins with: `4 Feb 1991 - `."""
DAY_ALONE = re.compile(
    r"^\s*(?P<date>(?:(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2},)? )?"
    r"(?:19|20)\d\d):?\s*$"
)
"""A line that is a date and nothing else: where there are several, each dates the lines below it."""


def _strip_lead(clean: str) -> tuple[str, str]:
    """Blank a dateline, a press header, a paragraph's number or a bullet, and say what the dateline was."""
    dateline = ""
    for pattern in (NUMBERED, BULLET):
        match = pattern.match(clean)
        if match:
            clean = blank(clean, 0, match.end())
    release = RELEASE.search(clean[:300])
    if release:
        return blank(clean, 0, release.end()), release.group().strip()
    lead = len(clean) - len(clean.lstrip())
    for pattern in (PRESS_HEADER, DATELINE):
        match = pattern.match(clean[lead : lead + LONGEST_LEAD])
        if match and _is_dateline(match.group()):
            dateline = match.group().strip()
            clean = blank(clean, lead, lead + match.end())
            break
    return clean, dateline


def _is_dateline(lead: str) -> bool:
    """A dateline begins in capitals, or has a day or an agency in it; `Political head: X` is none."""
    if DAY_TOLD.search(lead):
        return True
    first = lead.lstrip().split(",")[0].split("(")[0].split("-")[0].split(":")[0].strip()
    letters = [c for c in first if c.isalpha()]
    if is_field(lead + "x"):
        return False  # `LEADER: Peter` in a box of facts.
    if first.endswith(" City") and len(first.split()) <= 3:
        return True  # `Cotabato City - Troops`, as papers of the Philippines begin.
    return bool(letters) and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


FIELDS = frozenset(
    "strength area areas base founded headquarters ideology allies enemies money funding status active size origins "
    "members region flag background opponents designated history weapons".split()
)
"""What lines of a box of facts begin with, beside posts."""
KEYED = re.compile(r"^\W*(?P<key>[A-Z][\w' -]{1,40}?)(?::| -{1,2}) +\S")


def is_field(line: str) -> bool:
    """Whether a line is one of a box of facts: `Deputy leader: …`, `STRENGTH: …`."""
    match = KEYED.match(line)
    words = match["key"].lower().split() if match is not None else []
    known = bool(words) and bool({words[-1], words[-1].removesuffix("s")} & (lexicon.nouns().posts | FIELDS))
    return known or (len(line) < 200 and is_fact(line))


ASKS = re.compile(r"[A-Z][^.!?\n]{4,78}\?")
"""A line that asks, and stands by itself: in an explainer it heads its answer."""


def _kind(raw: str, index: int, body_seen: bool) -> str:
    line = raw.strip()
    if is_field(line):
        return "bullet"
    if BULLET.match(raw) and (ENDS.search(line) or len(line) > 60 or is_entry(line)):
        return "bullet"
    if len(line) <= 140 and not ENDS.search(line):
        return "heading" if body_seen or index > 2 else "headline"
    return "body"


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a document in order, each clean and of its kind."""
    out: list[Paragraph] = []
    text = text.translate(LINE_ENDS)
    topic, body_seen = "", False
    blocks = _blocks(text)
    chronicled = sum(1 for a, b in blocks if DAY_ALONE.match(text[a:b])) > 1
    year = ""
    for index, (start, end) in enumerate(blocks):
        raw = text[start:end]
        clean = CLOSE_DASH.sub(",", raw).translate(QUOTES).replace("\n", " ")
        clean = ENDLESS.sub(lambda run: " " * len(run.group()), clean)
        kind = _kind(CITATION.sub("", clean), index, body_seen)
        clean, dateline = _strip_lead(clean)
        dated = ENTRY.match(clean)
        alone = DAY_ALONE.match(clean) if chronicled else None
        year = alone["date"] if alone else "" if kind in ("heading", "headline") else year
        entry = dated.group("date") if dated else year
        clean = blank(clean, 0, dated.end()) if dated else clean
        quotes = tuple((start + m.start(), start + m.end()) for m in QUOTED.finditer(clean))
        clean = _set_brackets_aside(clean)
        clean, asides = _set_asides(clean, start)
        if kind == "heading" or (kind == "headline" and out and not body_seen) or ASKS.fullmatch(clean.strip()):
            topic = clean.strip() if len(clean.strip()) < 80 else topic
        body_seen = body_seen or kind == "body"
        out.append(Paragraph(start, end, clean, kind, topic, asides, quotes, dateline, entry))
    return out
