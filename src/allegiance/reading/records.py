"""Entries of official lists: `(a) TUNGA, Musa. A.k.a.: (1) … (2) … Position: … Other information: …`.

An entry has a subject, and every field of it tells of that subject: other names, posts, an address, the day of its
listing. Fields in prose are read as sentences (`headless`); the others are told by their form alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from allegiance import names
from allegiance.model import Kind, Span
from allegiance.reading.aliases import Alias
from allegiance.reading.layout import Paragraph
from allegiance.reading.runs import INNER, Mention

USES = {
    "name": r"(?:full )?names?",
    "alias": r"(?:(?:good|low) quality )?(?:a\.?k\.?a\.?|alias(?:es)?|also known as|other names?|noms? de guerre)",
    "former": r"f\.?k\.?a\.?|formerly(?: known as)?|former names?",
    "post": r"positions?|designation|function|role|occupation",
    "place": r"address(?:es)?|location|areas? of operations?",
    "listed": r"(?:un )?listed on|date of (?:un )?(?:listing|designation)|date listed|(?:un )?listing date",
    "linked": r"linked to",
    "prose": (
        r"(?:other|additional|further) information|remarks?|comments?|(?:statement of )?reasons(?: for listing)?|"
        r"grounds|"
        r"background|narrative summary|notes?"
    ),
    "rest": (
        r"title|d\.?o\.?b\.?|p\.?o\.?b\.?|(?:date|place|year) of birth|born|nationality|citizenship|gender|sex|"
        r"passport(?: (?:no|number|details))?|national identification(?: (?:no|number))?|name \(original script\)|"
        r"original script|phone|languages?|reward|height|build"
    ),
}
"""What the fields of an entry are called, by what they tell."""
LABEL = re.compile(
    "(?:^|(?<=[\\s(]))(?=[A-Z(])(?:"
    + "|".join(rf"(?P<{use}>(?i:{words}))" for use, words in USES.items())
    + r")\.?\s*:\s*"
)
LEAD = re.compile(
    r"\s*(?:(?:Entry )?[A-Z]{2,3}[a-z]?\.?\d+(?:\.\d+)*\.?\s+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[A-Z])[.)]\s+|[-*•]+\s+)*"
)
"""What numbers an entry: `(a)`, `12.`, `QDi.611`."""
NUMBERED_PART = re.compile(r"\s*\b\d:\s*")
"""`1: HAMID 2: RASHID`, as one body numbers the parts of a name."""
LISTED_SO = re.compile(
    r"^(?P<who>[A-Z][^()\n]{2,80}?) \((?P<also>(?:a\.k\.a\.|f\.k\.a\.) [^()\n]{2,400})\)(?P<rest>.*)$", re.DOTALL
)
"""`AL-RAWI, Nabil (a.k.a. ABU LAYTH), Mosul; DOB 1971; (individual) [SDGT] (Linked To: …)`."""
PROGRAMME = re.compile(r"\[(?P<list>[A-Z][A-Z0-9-]{2,12})\]")
LINKED_TO = re.compile(r"\((?i:linked to): (?P<to>[^()]{3,90})\)")
ENUMERATED = re.compile(r"\s*(?:(?<![\w])\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s+|[;,]\s*|\.\s*$)")
EMPTY = frozenset({"", "na", "n/a", "none", "nil", "unknown", "-"})
SECTION = re.compile(
    r"(?i)\b(?:(?P<person>individuals?|persons?)|(?P<group>entit(?:y|ies)|groups?|organi[sz]ations?))\b"
)
TELLING = frozenset({"alias", "former", "listed", "prose", "rest"})
"""Fields that only entries of lists have."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A field: what it tells, where its label begins, and the range of what it says."""

    use: str
    label: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Record:
    """An entry: its subject's name as written and as said, its kind, the range of the entry, and its fields."""

    start: int
    end: int
    name: str
    kind: Kind
    until: int
    pieces: tuple[Piece, ...]
    programme: str = ""

    def of(self, *uses: str) -> tuple[Piece, ...]:
        """The fields that tell one of these."""
        return tuple(p for p in self.pieces if p.use in uses)


def find(parts: Sequence[Paragraph], text: str) -> tuple[Record, ...]:
    """The entries of a document, in order."""
    out: list[Record] = []
    section = Kind.UNKNOWN
    for index, part in enumerate(parts):
        raw = text[part.start : part.end].replace("\n", " ")
        short = SECTION.search(raw) if len(raw) < 60 and not LABEL.search(raw) else None
        if short:
            section = Kind.PERSON if short["person"] else Kind.GROUP
        pieces = _pieces(raw, part.start)
        if (
            pieces
            and pieces[0].label == part.start
            and pieces[0].use != "name"
            and out
            and out[-1].until >= part.start - 2
        ):
            out[-1] = replace(out[-1], until=part.end, pieces=(*out[-1].pieces, *pieces))
            continue
        found = _of_list(raw, part.start, section) or _record(raw, part, pieces, section)
        if found is None and pieces and pieces[0].label == part.start and index:
            found = _under(parts[index - 1], text, part, pieces, section)
        out.extend([found] if found else [])
    return tuple(r for r in out if r.pieces)


def _pieces(raw: str, offset: int) -> list[Piece]:
    found = list(LABEL.finditer(raw))
    ends = [*(m.start() for m in found), len(raw)][1:]
    return [
        Piece(m.lastgroup or "rest", offset + m.start(), offset + m.end(), offset + end)
        for m, end in zip(found, ends, strict=True)
    ]


def _record(raw: str, part: Paragraph, pieces: list[Piece], section: Kind) -> Record | None:
    """An entry that stands in one paragraph, or begins in it."""
    if not pieces:
        return None
    lead = LEAD.match(raw)
    begin, end = lead.end() if lead else 0, pieces[0].label - part.start
    labelled = pieces[0].use == "name" and end <= begin
    if labelled:
        begin, end = pieces[0].start - part.start, pieces[0].end - part.start
        pieces = pieces[1:]
    numbered = bool(lead and lead.group().strip())
    begin, end = _name_range(raw, begin, end)
    telling = bool({p.use for p in pieces} & TELLING)
    shown = labelled or _surname_first(raw[begin:end]) or (telling and (numbered or len(pieces) > 1))
    if not shown or not _is_name(raw[begin:end]):
        return None
    return _made(raw[begin:end], part.start + begin, part.start + end, part.end, pieces, section)


def _under(above: Paragraph, text: str, part: Paragraph, pieces: list[Piece], section: Kind) -> Record | None:
    """An entry whose subject is the line above its first field."""
    raw = text[above.start : above.end]
    lead = LEAD.match(raw)
    begin, end = _name_range(raw, lead.end() if lead else 0, len(raw))
    uses = {p.use for p in pieces}
    if end < len(raw.rstrip(" .:")) or not _is_name(raw[begin:end]) or not uses & TELLING:
        return None
    return _made(raw[begin:end], above.start + begin, above.start + end, part.end, pieces, section)


def _of_list(raw: str, offset: int, section: Kind) -> Record | None:
    """An entry in one bracketed sentence, as the United States print them."""
    found = LISTED_SO.match(raw)
    if found is None or not (PROGRAMME.search(found["rest"]) or " DOB " in found["rest"]) or not _is_name(found["who"]):
        return None
    pieces = []
    for one in re.finditer(r"(?P<how>[af])\.k\.a\. (?P<other>[^;]+)", found["also"]):
        at = offset + found.start("also")
        pieces.append(
            Piece("alias" if one["how"] == "a" else "former", at + one.start(), at + one.start("other"), at + one.end())
        )
    linked = LINKED_TO.search(raw)
    if linked:
        pieces.append(Piece("linked", offset + linked.start(), offset + linked.start("to"), offset + linked.end("to")))
    pieces.append(Piece("rest", offset + found.start("rest"), offset + found.start("rest"), offset + len(raw)))
    kind = Kind.PERSON if "(individual)" in raw or " DOB " in raw else section
    programme = PROGRAMME.search(found["rest"])
    made = _made(found["who"], offset, offset + found.end("who"), offset + len(raw), pieces, kind)
    return replace(made, programme=programme["list"] if programme else "")


def _name_range(raw: str, begin: int, end: int) -> tuple[int, int]:
    """A name without what stands about it: cut at a stop that is no initial's, and at a bracket."""
    cut = re.search(r"(?<![\s.][A-Z])(?<!^[A-Z])[.;:](?:\s|$)|\s\(", raw[begin:end])
    end = begin + cut.start() if cut and not NUMBERED_PART.match(raw, begin) else end
    while end > begin and raw[end - 1] in " .,;:-(":
        end -= 1
    return begin, end


def _surname_first(name: str) -> bool:
    head, comma, given = name.partition(", ")
    return bool(comma) and head.isupper() and not given.isupper() and len(given.split()) < 5


def _is_name(name: str) -> bool:
    words = NUMBERED_PART.sub(" ", name).replace(",", " ").split()
    plain = [w.strip("'\"") for w in words]
    small = INNER | {"of", "the", "na", "and", "for"}
    return 0 < len(words) < 10 and all(w and (w[0].isupper() or w.lower() in small) for w in plain)


def spoken(written: str) -> str:
    """A name as it is said: `OUEDRA, Salif` is Salif Ouedra, `1: HAMID 2: RASHID 3: na` is Hamid Rashid."""
    if NUMBERED_PART.match(written):
        words = [w for w in NUMBERED_PART.split(written) if w.lower() not in EMPTY]
        return " ".join(_lowered(w) for w in " ".join(words).split())
    head, comma, given = written.partition(", ")
    if not comma or not _surname_first(written):
        return " ".join(written.split())
    return " ".join([*given.split(), *(_lowered(w) for w in head.split())])


def _lowered(word: str) -> str:
    parts = [p.capitalize() for p in word.split("-")]
    if len(parts) > 1 and parts[0].lower() in INNER:
        parts[0] = parts[0].lower()
    return "-".join(parts)


def _made(written: str, start: int, end: int, until: int, pieces: Sequence[Piece], section: Kind) -> Record:
    uses = {p.use for p in pieces}
    kind = Kind.PERSON if _surname_first(written) else section
    if kind is Kind.UNKNOWN:
        group = names.has_group_word(written) or ("place" in uses and not uses & {"rest", "post"})
        kind = Kind.GROUP if group else Kind.PERSON
    return Record(start, end, spoken(written), kind, until, tuple(pieces))


def marked(parts: Sequence[Paragraph], records: Sequence[Record]) -> list[Paragraph]:
    """The paragraphs, those of entries as such: no line of one is a heading, and no field's name a town."""
    return [
        replace(p, kind="bullet", topic="", dateline="")
        if any(r.start < p.end and p.start < r.until for r in records)
        else p
        for p in parts
    ]


def named(part: Paragraph, found: Sequence[Mention], records: Sequence[Record], text: str) -> list[Mention]:
    """The names of a paragraph with the subjects of its entries among them, each as one name."""
    own = [r for r in records if part.start <= r.start < part.end]
    if not own:
        return awaited(part, found)
    free = [m for m in found if not any(m.start < r.end and r.start < m.end for r in own)]
    subjects = [Mention(r.start, r.end, text[r.start : r.end], r.name, votes=((r.kind, 6.0),)) for r in own]
    return sorted([*free, *subjects], key=lambda m: m.start)


WHO = (
    r"(?:entr(?:y|ies)|individuals?|persons?|people|men|entit(?:y|ies)|groups?|organi[sz]ations?|names?|parties|"
    r"companies)"
)
AWAITED = re.compile(
    rf"(?i:(?:the |these )?(?:\w+ )?)(?:following|Following)(?: (?:\w+ )?(?:{WHO} and )?{WHO}\b| ?(?=(?:are|were|"
    rf"have|has|was)\b))"
    rf"|(?i:the) (?:{WHO} and )?{WHO} (?:specified |listed |named |set out |identified )?below\b"
)
"""Words that mean whoever is listed behind them: `the following entries`, `the persons named below`."""
COUNTED = re.compile(
    rf"\b(?i:two|three|four|five|six|seven|eight|nine|ten|several|\d+) (?:more |other |further |new )?{WHO}\b"
)
"""Those who are counted before a colon, behind which they are listed: `added two persons to the list:`."""


def awaited(part: Paragraph, found: Sequence[Mention]) -> list[Mention]:
    """Names, with those words among them, which take the place of the names that they mean until those are known."""
    out = list(found)
    opens = [COUNTED.search(part.clean)] if part.clean.rstrip().endswith(":") else []
    rows = [*AWAITED.finditer(part.clean), *(m for m in opens if m is not None)] if part.kind == "body" else []
    for match in rows:
        start, end = part.start + match.start(), part.start + match.end()
        text = part.clean[match.start() : match.end()].rstrip()
        if not any(m.start < end and start < m.end for m in out):
            out.append(Mention(start, start + len(text), text, text, votes=((Kind.GROUP, 6.0),)))
    return sorted(out, key=lambda m: m.start)


def is_awaited(name: str) -> bool:
    """Whether words only mean those that are listed behind them."""
    return COUNTED.fullmatch(name) is not None or AWAITED.fullmatch(name) is not None or name.lower() == "the following"


def blanks(records: Sequence[Record]) -> list[tuple[int, int]]:
    """What of entries is no sentence: labels, and the fields that their form tells."""
    out = []
    for record in records:
        out.append((record.start, min((p.label for p in record.pieces), default=record.end)))
        for piece in record.pieces:
            out.append((piece.label, piece.start if piece.use in ("prose", "post") else piece.end))
    return out


def aliases(records: Sequence[Record], mentions: Sequence[Mention], text: str) -> list[Alias]:
    """The other names that entries give their subjects."""
    at = {m.start: i for i, m in enumerate(mentions)}
    out = []
    for record in (r for r in records if r.start in at):
        for piece in record.of("alias", "former"):
            for start, end in items(text, piece):
                span = Span(record.start, end) if piece.use == "alias" else Span(piece.label, end)
                out.append(Alias(at[record.start], text[start:end], span, Span(start, end), piece.use))
    return out


def items(text: str, piece: Piece) -> Iterator[tuple[int, int]]:
    """The ranges of the names in a field."""
    value = re.sub(r"\([^()]{3,}\)", lambda m: ";" * len(m.group()), text[piece.start : piece.end])
    value = re.sub(r"\b(?:Good|Low|Strong|Weak)(?: quality)?:", lambda m: ";" * len(m.group()), value)
    at = 0
    for cut in [*ENUMERATED.finditer(value), None]:
        end = cut.start() if cut else len(value)
        word = value[at:end]
        left, right = at + len(word) - len(word.lstrip(" .\"';")), at + len(word.rstrip(" .\"';"))
        if left < right and value[left:right].lower() not in EMPTY and not value[left:right].islower():
            yield piece.start + left, piece.start + right
        at = cut.end() if cut else end
