"""The mention layer: names in a paragraph, with their spans, what they seem to name, and what stands with them.

Names are runs of capitalised words, joined by the small words that stand inside names, parted at titles. The language
model's entities are votes about kinds, never boundaries; what a name names is settled over the whole document (see
`chains`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from allegiance import names
from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.layout import Paragraph

WORD = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.(?=\s*[A-Z])|[^\W_]+(?:['\-/&.][^\W_]+)*")
NUMBER = re.compile(r"\d{1,3}(?:st|nd|rd|th)$|\d{1,3}$|[IVX]{1,4}$")
ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)$")
INNER = frozenset(
    "al el ul bin ibn bint van von de del dela da dos das do la le les los las e i y ould ag wa tul der den ur abu abd".split()
)
CAP_PREFIX = re.compile(r"^(?:al|el|ul|an|ad|as|ash|ar|at|az|d|l|n|o|ag)['\-][A-Z]", re.UNICODE)
OWNERS = frozenset("people peasant worker women woman youth farmer soldier student nation god lord citizen miner men teacher".split())
"""Whose group it is: `People's Command` is one name, `Army's 41st Brigade` two. Singular, for an `s` is taken off."""
ABBREVIATIONS = frozenset(
    "gen lt ltc col maj capt brig sgt cpl pvt adm cdr cmdr comm insp supt mr mrs ms dr st no vs jr sr prof hon rev fr gov sen rep pres".split()
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri".split()
)
ADJECTIVE = re.compile(r"-(?:led|based|backed|built|majority|born|controlled|held|linked|aligned|speaking|style|affiliated|allied|"
                       r"designated|trained|funded|run|inspired|sponsored|dominated|educated|made|area|era|wide|wing|bound|owned|occupied|day|year|old|minded|rich|ruled|supported|friendly)$")  # fmt: skip
LOWER_HEADS = frozenset("network clan cartel".split())
"""Lower-case nouns that end a name all the same: `Haqqani network`."""
SENTENCE_END = re.compile(r"(?:^|[.!?:;][\"')]*|^\s*[\"'])\s*[\"']?$")
OF = re.compile(r"\s+(of|for)\s+((?:the|an?)\s+)?$")
VERDICT = re.compile(r"\s+(?:province|district|city|town|village|valley|region|governorate|department|county|agency|island|river|mountains?)\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place in the document.

    `name` is the words without titles; `rank` the titles before it; `office` a public office written before it together
    with `office_of`, the body it belongs to (`US President Donald Trump`: president, US). `votes` say how strongly each
    kind is suggested here. `country` marks a country's name, which may stand for its state.
    """

    start: int
    end: int
    text: str
    name: str
    rank: str = ""
    office: str = ""
    office_of: str = ""
    votes: tuple[tuple[Kind, float], ...] = ()
    country: str = ""
    demonym: bool = False
    register: str = ""
    nick: str = ""
    weak: bool = False
    chain: int = -1
    kind: Kind = Kind.UNKNOWN

    @property
    def masked(self) -> bool:
        """Whether one plain token takes its place before the parse: a bare adjective of nationality stays as it is."""
        return not self.demonym


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity as the language model proposes it, in the document's offsets."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Known:
    """A register's names, looked up by their keys. `longest` is the number of words of the longest."""

    kinds: Mapping[str, tuple[Kind, str]] = field(default_factory=dict)
    first_words: frozenset[str] = frozenset()
    longest: int = 0

    @classmethod
    def of(cls, rows: Iterable[tuple[str, Kind, str]]) -> Known:
        """From rows of name, kind and id."""
        kinds: dict[str, tuple[Kind, str]] = {}
        for name, kind, actor in rows:
            key = names.key(name)
            if len(key) > 2 and key not in lexicon.openers():
                kinds.setdefault(key, (kind, actor))
                kinds.setdefault(key.replace("qaida", "qaeda"), (kind, actor))
        firsts = frozenset(key.split()[0] for key in kinds)
        return cls(kinds, firsts, max((len(key.split()) for key in kinds), default=0))


def _peoples(text: str) -> bool:
    """Whether a word is two nationalities in one: `Syrian-Turkish`."""
    parts = text.lower().split("-")
    return len(parts) == 2 and all(part in lexicon.countries() for part in parts)


@dataclass(slots=True)
class _Word:
    start: int
    end: int
    text: str
    cap: bool
    initial: bool


def _words(clean: str) -> list[_Word]:
    found: list[_Word] = []
    for match in WORD.finditer(clean):
        text = match.group()
        end = match.end()
        if text.endswith("'s"):
            text, end = text[:-2], end - 2
        first = text[0]
        cap = first.isupper() or bool(CAP_PREFIX.match(text)) or bool(ORDINAL.match(text))
        if cap and (ADJECTIVE.search(text) or re.match(r"-[a-z]{3,}", clean[end:])) or _peoples(text):
            cap = False
        gap = clean[found[-1].end if found else 0 : match.start()]
        initial = not found or bool(re.search(r"[.!?:;\u2026]|^\s*-\s*[\"']?$", gap)) or '"' in gap
        if initial and found and gap.strip() == "." and _abbreviates(found[-1]):
            initial = False
        found.append(_Word(match.start(), end, text, cap, initial))
    return found


def _abbreviates(word: _Word) -> bool:
    return word.text.lower() in ABBREVIATIONS


def _joins(clean: str, left: _Word, right: _Word) -> bool:
    """Whether nothing but a blank (or the dot of an abbreviated rank) stands between two words."""
    gap = clean[left.end : right.start]
    if gap in ("'s ", "' ") and left.text.lower().rstrip("s") in OWNERS and right.cap:
        return True
    return gap == " " or (gap == ". " and _abbreviates(left)) or gap in ("-", "/")


def _runs(clean: str, words: list[_Word]) -> list[tuple[int, int]]:
    """Ranges of words that form names: capitalised words and the small words between them."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        if not _starts(words, at):
            at += 1
            continue
        end = at + 1
        while end < len(words) and _joins(clean, words[end - 1], words[end]):
            word = words[end]
            if word.text.lower() in CALENDAR:
                break
            small = word.text.lower() in INNER and not word.cap
            nxt = words[end + 1] if end + 1 < len(words) else None
            if word.cap or NUMBER.match(word.text):
                end += 1
            elif word.text in LOWER_HEADS and end - at <= 3 and not words[end - 1].text.lower() in lexicon.countries():
                end += 1
                break
            elif small and nxt and nxt.cap and _joins(clean, word, nxt) and nxt.text.lower() not in CALENDAR:
                end += 2
            else:
                break
        runs.append((at, end))
        at = end
    return runs


def _starts(words: list[_Word], at: int) -> bool:
    word = words[at]
    lower = word.text.lower()
    if not word.cap or lower in CALENDAR or lower == "i":
        return False
    if word.initial and lower in lexicon.openers():
        return False
    if ORDINAL.match(word.text):
        return at + 1 < len(words) and words[at + 1].cap and words[at + 1].text.lower() not in CALENDAR
    return not (lower in lexicon.openers() and lower in {"the", "a", "an", "in", "on", "of", "and", "for"})


def _merge_of(clean: str, words: list[_Word], runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join `Council` and `Steadfast Brigades` over `of`; `Banner` and `Kawar` where `the` stands before."""
    out: list[tuple[int, int]] = []
    for start, end in runs:
        if out:
            before, last = out[-1]
            gap = clean[words[last - 1].end : words[start].start]
            match = OF.match(gap) if OF.match(gap) and OF.match(gap).end() == len(gap) else None  # type: ignore[union-attr]
            if match and not words[start].initial and _may_take_of(clean, words, before, last, match.group(1)):
                out[-1] = (before, end)
                continue
        out.append((start, end))
    return out


def _merge_for_acronym(paragraph: Paragraph, words: list[_Word], runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join `Islamic State of Iraq` and `Levant` over `and the`, where the acronym in a bracket after them asks for it."""
    out: list[tuple[int, int]] = []
    for start, end in runs:
        after = paragraph.start + words[end - 1].end
        aside = next((a for a in paragraph.asides if 0 <= a.start - after <= 2), None)
        acronym = re.split(r"[,;]", aside.text)[0].strip() if aside else ""
        while out and acronym and names.is_acronym(acronym):
            before, last = out[-1]
            gap = paragraph.clean[words[last - 1].end : words[start].start]
            joined = paragraph.clean[words[before].start : words[end - 1].end]
            alone = paragraph.clean[words[start].start : words[end - 1].end]
            if not re.fullmatch(r"\s+(?:(?:and|of|for|in|on|de|y|et)\s+)+(?:the\s+|la\s+|el\s+)?", gap) or names.acronym_of(acronym, alone):
                break
            if not names.acronym_of(acronym, joined):
                break
            out.pop()
            start = before
        out.append((start, end))
    return out


def settle_places(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Names that this document keeps writing as `X in Country` (`Movement of the Taliban in Pakistan`): part of the name."""
    counts: dict[str, list[int]] = {}
    for paragraph in paragraphs:
        words = _words(paragraph.clean)
        for start, end in _merge_of(paragraph.clean, words, _runs(paragraph.clean, words)):
            text = paragraph.clean[words[start].start : words[end - 1].end]
            tail = re.match(r" in (?:the )?([A-Z]\w+)", paragraph.clean[words[end - 1].end :])
            row = counts.setdefault(text, [0, 0])
            row[0] += 1
            row[1] += bool(tail and tail.group(1).lower() in lexicon.countries())
    return frozenset(text for text, (n, k) in counts.items() if k >= 2 and k >= 0.6 * n and names.has_group_word(text))


def _merge_in(clean: str, words: list[_Word], runs: list[tuple[int, int]], placed: frozenset[str]) -> list[tuple[int, int]]:
    """Join what `settle_places` found to be one name."""
    out: list[tuple[int, int]] = []
    for start, end in runs:
        if out:
            before, last = out[-1]
            gap = clean[words[last - 1].end : words[start].start]
            if gap in (" in ", " in the ") and clean[words[before].start : words[last - 1].end] in placed:
                country = words[start].text.lower() in lexicon.countries()
                out[-1] = (before, start + 1 if country else end)
                if country and end > start + 1:
                    out.append((start + 1, end))
                continue
        out.append((start, end))
    return out


def _may_take_of(clean: str, words: list[_Word], start: int, end: int, word: str) -> bool:
    name = clean[words[start].start : words[end - 1].end]
    if any(w.text.lower() in names.OFFICES for w in words[start:end]):
        return False
    if names.has_group_word(name) and not names.is_acronym(name):
        ahead = clean[words[end - 1].end : words[end - 1].end + 80]
        quoted = clean[: words[start].start].rstrip().endswith(('"', "'"))
        return not ((ORDINAL.match(words[start].text) or quoted) and names.has_group_word(" ".join(ahead.split()[2:5])))
    if word == "for" or name.lower() in lexicon.countries() or names.is_acronym(name) or end - start > 1:
        return False
    before = clean[: words[start].start].rstrip(" \"'").lower()
    return before.endswith(" the") or before == "the"


def _register_runs(clean: str, words: list[_Word], known: Known) -> list[tuple[int, int, str]]:
    """Ranges of words that are a register's name, longest first at each place, small words inside allowed."""
    if not known.longest:
        return []
    found: list[tuple[int, int, str]] = []
    at = 0
    while at < len(words):
        best = 0
        if words[at].cap and _may_begin(words, at, known):
            for end in range(min(len(words), at + known.longest + 3), at, -1):
                if not words[end - 1].cap and not words[end - 1].text[0].isdigit():
                    continue
                text = clean[words[at].start : words[end - 1].end]
                if re.search(r"[,.;:!?\"]\s", text):
                    continue
                key = names.key(text)
                if key in known.kinds and not (end - at == 1 and words[at].initial and key in lexicon.openers()):
                    found.append((at, end, known.kinds[key][1]))
                    best = end
                    break
        at = best or at + 1
    return found


def _may_begin(words: list[_Word], at: int, known: Known) -> bool:
    """Whether a name of the register may begin at this word; `Al` and `The` are looked past, as keys do."""
    first = at + 1 if words[at].text.lower() in ("al", "el", "the") and at + 1 < len(words) else at
    key = names.key(words[first].text).split()
    return bool(key) and key[0] in known.first_words


def find(
    paragraph: Paragraph, entities: Sequence[Entity], known: Known, placed: frozenset[str] = frozenset()
) -> list[Mention]:
    """The names in a paragraph, in order, none overlapping another, each with its votes."""
    clean = paragraph.clean
    words = _words(clean)
    settled = _register_runs(clean, words, known)
    runs = _merge_in(clean, words, _merge_of(clean, words, _runs(clean, words)), placed)
    runs = _merge_for_acronym(paragraph, words, runs)
    marked: list[tuple[int, int, str]] = []
    for start, end in runs:
        inside = [row for row in settled if row[0] < end and start < row[1]]
        if not inside:
            cut = _split_by_entity(paragraph, words, start, end, entities)
            if cut > start:
                marked.append((start, cut, ""))
            marked.append((cut, end, ""))
            continue
        if any(row[0] <= start and end <= row[1] for row in inside):
            continue
        before = list(inside)
        marked.extend(_around(start, end, inside, words))
        settled = [row for row in settled if row not in before] + inside
    marked.extend(settled)
    out: list[Mention] = []
    for start, end, register in sorted(set(marked)):
        if out and paragraph.start + words[start].start < out[-1].end:
            continue
        out.extend(_mentions(paragraph, words, start, end, register))
    out = _with_factions(paragraph, _with_nicknames(paragraph, out))
    kept = []
    for mention in out:
        sure = _is_name(mention, words, paragraph, entities)
        if sure is not None:
            kept.append(replace(mention, votes=_votes(paragraph, mention, entities), weak=not sure))
    return kept


def drop_weak(found: Sequence[Mention]) -> list[Mention]:
    """Drop the single words that only begin a sentence, but those that are part of a surer name of the document."""
    parts = {part for m in found if not m.weak for part in m.text.replace("-", " ").split()} | {m.text for m in found if not m.weak}
    return [m for m in found if not m.weak or m.text in parts]


def _split_by_entity(paragraph: Paragraph, words: list[_Word], start: int, end: int, entities: Sequence[Entity]) -> int:
    """Where a person's name begins inside a run that starts with an acronym (`told NPR Hamza bin Laden`); else `start`."""
    if end - start < 3 or not names.is_acronym(words[start].text) or names.has_group_word(words[end - 1].text):
        return start
    for entity in entities:
        if entity.label == "PERSON" and entity.start == paragraph.start + words[start + 1].start:
            return start + 1
    return start


def split_known(found: list[Mention]) -> list[Mention]:
    """Part a run that ends in a name known from elsewhere in the document (`Wilayah Khurasan Hafiz Saeed Khan`)."""
    known = {m.text for m in found if len(m.text.split()) >= 3 or (len(m.text.split()) == 2 and m.rank == "")}
    out: list[Mention] = []
    for mention in found:
        tail = next((k for k in known if mention.text.endswith(" " + k) and not mention.rank and not mention.register), "")
        head = mention.text[: -len(tail)].strip() if tail else ""
        if tail and head and (names.has_group_word(head) or names.is_acronym(head)) and not names.has_group_word(tail):
            cut = mention.end - len(tail)
            out.append(replace(mention, end=mention.start + len(head), text=head, name=head, votes=((Kind.GROUP, 2.0),)))
            out.append(replace(mention, start=cut, text=tail, name=tail, rank="", votes=((Kind.PERSON, 1.0),)))
        else:
            out.append(mention)
    return out


def _around(start: int, end: int, inside: list[tuple[int, int, str]], words: list[_Word]) -> list[tuple[int, int, str]]:
    """What of a run is left beside register names; a run that is longer by a group's word stays whole instead."""
    whole = " ".join(w.text for w in words[start:end])
    last = words[end - 1].text.lower() in lexicon.countries()
    if last and len(inside) > 1 and inside[0][0] == start and inside[-1][0] == end - 1 and names.has_group_word(whole):
        register = inside[0][2]
        inside[:] = [(start, end, register)]
        return []
    if words[end - 1].text in ("Embassy", "Consulate") and inside[0][0] == start:
        inside.clear()
        return [(start, end, "")]
    if names.has_group_word(whole) and not any(w.text.lower() in names.OFFICES | names.RANKS for w in words[start:end]):
        for row in inside:
            row_text = " ".join(w.text for w in words[row[0] : row[1]])
            if row[0] >= start and row[1] <= end and (not names.has_group_word(row_text) or row[0] > start):
                inside.remove(row)
                return [(start, end, "")]
    left: list[tuple[int, int, str]] = []
    at = start
    for row in inside:
        if row[0] > at:
            left.append((at, row[0], ""))
        at = max(at, row[1])
    if at < end:
        left.append((at, end, ""))
    return left


def _mentions(paragraph: Paragraph, words: list[_Word], start: int, end: int, register: str) -> list[Mention]:
    """The mentions of one run: a body before an office, a person after it, a rank set apart."""
    run = words[start:end]
    while run and (run[0].text.lower() in lexicon.openers() and run[0].initial):
        run = run[1:]
    if not run:
        return []
    if register:
        return [_mention(paragraph, run, register=register)]
    at = _title_at(run)
    if at is None:
        return [_mention(paragraph, run)]
    first, last = at
    head, title, tail = run[:first], run[first:last], run[last:]
    words_of_title = paragraph.clean[title[0].start : title[-1].end]
    if not tail:
        return [_mention(paragraph, head)] if head else []
    if names.has_group_word(" ".join(w.text for w in tail)) and not head:
        return [_mention(paragraph, run)]
    office = [w.text.lower() for w in title if w.text.lower() not in names.RANKS | names.HONORIFICS]
    out: list[Mention] = []
    body = ""
    if head:
        out.append(_mention(paragraph, head))
        body = out[0].text
    person = _mention(paragraph, tail)
    rank = words_of_title if not office or not head else ""
    first_word = tail[0] if head and not office else title[0]
    out.append(
        replace(
            person,
            start=paragraph.start + (title[0].start if not head or office else first_word.start),
            text=paragraph.clean[title[0].start : tail[-1].end],
            rank=words_of_title if rank or not office else "",
            office=" ".join(office) if body else "",
            office_of=body,
        )
    )
    return out


def _title_at(run: list[_Word]) -> tuple[int, int] | None:
    """Where a title stands in a run, with a name after it: from the first to past the last of its words."""
    posts = lexicon.nouns().posts
    def titled(word: _Word) -> bool:
        lower = word.text.lower().rstrip(".")
        return lower in names.TITLES or lower in posts
    for at, word in enumerate(run):
        if not titled(word) or (word.text.lower() in names.STANDING and at + 2 >= len(run)):
            continue
        first = at
        while first > 0 and run[first - 1].text.lower() in names.MODIFIERS:
            first -= 1
        last = at + 1
        while last < len(run) and titled(run[last]) and not (run[last].text.lower() in names.STANDING and last + 2 >= len(run)):
            last += 1
        if last == len(run) and first == 0:
            return None
        return first, last
    return None


def _mention(paragraph: Paragraph, run: list[_Word], register: str = "") -> Mention:
    start, end = run[0].start, run[-1].end
    text = paragraph.clean[start:end]
    rank, name = ("", text) if register else names.strip_titles(text)
    lower = text.lower().rstrip(".")
    known = lexicon.countries()
    country = known.get(text.lower()) or known.get(lower) or ""
    is_adjective = text.lower() in lexicon.demonyms() and not text.isupper() and "." not in text
    return Mention(
        paragraph.start + start, paragraph.start + end, text, name or text, rank, country=country,
        demonym=is_adjective and text.lower() not in {"britain", "america", "bosnia", "burma"}, register=register,
    )  # fmt: skip


NICK = re.compile(r"^\s+([\"'])([A-Z0-9][^\"\n:]{1,30}?)\1\s+$")


def _with_nicknames(paragraph: Paragraph, found: list[Mention]) -> list[Mention]:
    """Join `Gregorio "Tatay Goyo" Salonga` and `3rd "Eagle" Brigade`, which a quoted name parts."""
    out: list[Mention] = []
    at = 0
    while at < len(found):
        mention = found[at]
        for ahead in (2, 1):
            if at + ahead >= len(found):
                continue
            right = found[at + ahead]
            gap = paragraph.clean[mention.end - paragraph.start : right.start - paragraph.start]
            match = NICK.match(gap)
            if match and not mention.register and not right.rank:
                text = paragraph.clean[mention.start - paragraph.start : right.end - paragraph.start]
                ordinal = bool(ORDINAL.match(mention.text))
                name = text if ordinal else f"{mention.name} {right.name}"
                nick = "" if ordinal else match.group(2)
                mention = replace(mention, end=right.end, text=text, name=name, nick=nick)
                at += ahead
                break
        out.append(mention)
        at += 1
    return out


def _with_factions(paragraph: Paragraph, found: list[Mention]) -> list[Mention]:
    """`VMS (Unity)`: an acronym and one plain word in a bracket are one faction's name."""
    out = []
    for mention in found:
        aside = next((a for a in paragraph.asides if 0 <= a.start - mention.end <= 1), None)
        if aside and names.is_acronym(mention.text) and re.fullmatch(r"[A-Z][a-z]{3,15}", aside.text) and not mention.country:
            name = f"{mention.text} ({aside.text})"
            mention = replace(mention, end=aside.end, text=name, name=name)
        out.append(mention)
    return out


def _is_name(mention: Mention, words: list[_Word], paragraph: Paragraph, entities: Sequence[Entity]) -> bool | None:
    """Whether the words are a name: None for a lone adjective, number or title; False for a sentence's first word alone."""
    lower = mention.text.lower()
    if mention.register or mention.country or mention.demonym:
        return True
    first_word = next((w for w in words if paragraph.start + w.start == mention.start), None)
    if lower in BODIES and first_word is not None and not first_word.initial:
        return True
    if lower in ("member states", "member state", "states members") or lower in lexicon.no_names() or lower in lexicon.openers() or NUMBER.match(mention.text) or len(lower) < 2:
        return None
    parts = lower.replace("-", " ").split()
    if all(w in names.TITLES or w in names.MODIFIERS or w in lexicon.nouns().posts for w in parts):
        return None
    first = next((w for w in words if paragraph.start + w.start == mention.start), None)
    if first is None or not first.initial or " " in mention.text or "-" in mention.text or names.is_acronym(mention.text):
        return True
    return any(e.start < mention.end and mention.start < e.end and e.label in LABELS for e in entities)


BODIES = frozenset("army navy police government resistance coalition".split())
"""Common nouns that are names when they stand with a capital inside a sentence: `the Army`."""
LABELS: Mapping[str, tuple[Kind, float]] = {
    "PERSON": (Kind.PERSON, 1.0), "ORG": (Kind.GROUP, 0.9), "NORP": (Kind.GROUP, 0.8),
    "GPE": (Kind.PLACE, 1.0), "LOC": (Kind.PLACE, 0.9), "FAC": (Kind.PLACE, 0.7),
}  # fmt: skip
"""The model's labels as votes."""

_BEFORE: tuple[tuple[re.Pattern[str], Kind, float], ...] = tuple(
    (re.compile(pattern + r"\s*$", re.IGNORECASE), kind, weight)
    for pattern, kind, weight in (
        (r"\b(?:in|at|near|outside|around|across|throughout|inside|to the (?:north|south|east|west) of)(?: the)?", Kind.PLACE, 1.7),
        (r"\b(?:towns?|cit(?:y|ies)|villages?|provinces?|districts?|regions?|valleys?|state|agency|county|area|prefecture|sector|commune|governorate|department|port|island|river|hills|streets|residents|municipality) of(?: the)?", Kind.PLACE, 3.0),
        (r"\b(?:entered|retook|reached|stormed|besieged|travelled to|traveled to|fled to|flown to|returned to|road to|outskirts of|born in|native of)(?: the)?", Kind.PLACE, 1.3),
        (r"\b(?:pledged|swore|sworn|pledging|swearing|declared|renewed)[\w' ]{0,20} (?:allegiance|loyalty|fealty|oath|bay'?a\w?) to(?: the)?", Kind.GROUP, 0.7),
        (r"\b(?:joined|joining|joins|join|quit|deserted|left|rejoined) (?:the )?(?:rival )?", Kind.GROUP, 0.9),
        (r"\b(?:fighters?|members?|militants?|leaders?|commanders?|emirs?|founders?|spokes(?:man|woman|person)|wing|branch|faction|arm|ranks|columns?|remnants|elements|affiliate|splinter|offshoot|chief|head|units?|cell) (?:of|from|in|for|with) (?:the )?", Kind.GROUP, 1.6),
        (r"\b(?:group|faction|militia|movement|organi[sz]ation|party|gang|cartel|alliance|coalition|rival|outfit|clan|network|umbrella|formation|transnational|breakaway|splinter|banned|outlawed|channel|weekly|daily|newspaper|station|outlet|agency)(?:,| called| known as| named)? (?:the )?", Kind.GROUP, 2.0),
        (r"\b(?:defect(?:ed|ing|s)?|desert(?:ed|ing)?|defection|went over|gone over|cross(?:ed)? over|switched) (?:from|to) (?:the )?(?:rival )?", Kind.GROUP, 1.5),
        (r"\b(?:commander|leader|chief|emir|spokes(?:man|woman|person)|fighter|militant|lawyer|brother|son|nephew|cousin|wife|husband|father|daughter|uncle|aide|deputy|successor|predecessor|lieutenant|founder|president|secretary|treasurer|officer|one|couriers?|members|men|fighters|suspects|prisoners|brothers|sisters|sons|commanders|leaders|emirs|officers|figures|defectors|lawyers?|witness(?:es)?|judge|journalist|detainees?)(?: of the \w+)?(?:,| named| called|:)?", Kind.PERSON, 1.5),
    )
)
_AFTER: tuple[tuple[re.Pattern[str], Kind, float], ...] = tuple(
    (re.compile(r"^\s*" + pattern, re.IGNORECASE), kind, weight)
    for pattern, kind, weight in (
        (r"(?:provinces?|districts?|city|town|village|valley|region|governorate|department|county|island|river|mountains?|airport|bridge|port|forest|hills|plain|checkpoint|crossing|barracks|base|camp|prison|refinery|oilfield|area|airfield|border)\b", Kind.PLACE, 2.0),
        (r"(?:fighters?|militants?|rebels?|guerrillas?|commanders?|leaders?|members?|spokes(?:man|woman|person)|insurgents|gunmen|troops|forces|positions?|stronghold|militia|faction|loyalists|emirs?|chief|network|cell|convoy|soldiers|leadership)\b", Kind.GROUP, 1.8),
        (r"'s? (?:fighters?|militants?|members?|leadership|ranks|branch|wing|media arm|central|convoy|positions|founder)\b", Kind.GROUP, 1.4),
        (r"'s? (?:commanders?|leaders?|spokes(?:man|woman|person)|emirs?)\b", Kind.GROUP, 0.8),
        (r"'s (?:men|brother|death|arrest|son|deputy|capture|killing|lawyer|family|successor|predecessor|wife|followers|loyalists|defection)\b", Kind.PERSON, 1.0),
        (r"claimed (?:responsibility|the)\b", Kind.GROUP, 1.0),
        (r",? (?:an? |the )?(?:[\w-]+ ){0,4}(?:group|militia|faction|movement|organi[sz]ation|alliance|coalition|clan|cartel|gang|party|network|outlet|channel|arm|wing|branch|affiliate|offshoot|splinter|breakaway|battalion|brigade|daily|weekly|newspaper|mouthpiece|front|bloc)\b", Kind.GROUP, 1.8),
        (r"(?:said|told|denied|vowed|insisted|added|recalled|replied|was born|himself|herself)\b", Kind.PERSON, 0.4),
        (r",? (?:aged )?\d\d(?:,|-year)", Kind.PERSON, 3.0),
        (r",? (?:also known as|alias|aka|nom de guerre|better known|nicknamed)\b", Kind.PERSON, 0.8),
        (r",? who\b", Kind.PERSON, 1.2),
        (r",? (?:an? |the |its |their |his |her )?(?:\w+[ -]){0,4}(?:commander|leader|emir|spokes(?:man|woman|person)|founder|fighter|chief|deputy|brother|lawyer|governor|colonel|general)\b", Kind.PERSON, 1.4),
    )
)  # fmt: skip


WILAYAT = re.compile(r"[WV]ilay(?:at|ah|a|et)\b")


def _votes(paragraph: Paragraph, mention: Mention, entities: Sequence[Entity]) -> tuple[tuple[Kind, float], ...]:
    """What the words, their neighbours and the model suggest that the name names, as weights by kind."""
    votes: dict[Kind, float] = {}

    def vote(kind: Kind, weight: float) -> None:
        votes[kind] = votes.get(kind, 0.0) + weight

    if mention.rank or mention.office:
        vote(Kind.PERSON, 4.0)
    if names.has_kunya(mention.name) or mention.nick:
        vote(Kind.PERSON, 2.5)
    if WILAYAT.match(mention.text):
        owned_by = paragraph.clean[: mention.start - paragraph.start].endswith("'s ")
        vote(Kind.GROUP, 40.0 if owned_by else 6.0)
    elif names.has_group_word(mention.text) and not mention.rank:
        vote(Kind.GROUP, 3.0)
    elif names.is_acronym(mention.text) and not mention.country:
        vote(Kind.GROUP, 2.5)
    words = mention.text.split()
    personal = 2 <= len(words) <= 4 and not names.has_group_word(mention.text) and not mention.country and not mention.register
    if personal and all(w[0].isupper() or w.lower() in names.PARTICLES for w in words):
        vote(Kind.PERSON, 0.7)
    for entity in entities:
        if entity.start < mention.end and mention.start < entity.end and entity.label in LABELS:
            kind, weight = LABELS[entity.label]
            if personal and kind is not Kind.PERSON:
                weight *= 0.5
            exact = entity.start >= mention.start - 4 and entity.end <= mention.end + 2
            vote(kind, weight if exact else weight * 0.4)
    before = paragraph.clean[max(0, mention.start - paragraph.start - 60) : mention.start - paragraph.start]
    owned = paragraph.clean[mention.end - paragraph.start :].startswith("'s ")
    after = paragraph.clean[mention.end - paragraph.start : mention.end - paragraph.start + 60]
    for pattern, kind, weight in _BEFORE:
        if pattern.search(before) and not (owned and kind is Kind.PLACE):
            vote(kind, weight)
    for pattern, kind, weight in _AFTER:
        if pattern.search(after):
            vote(kind, weight)
    if before.lower().endswith("the ") and not mention.country:
        vote(Kind.PERSON, -1.0)
        vote(Kind.GROUP, 0.5)
    return tuple(votes.items())
