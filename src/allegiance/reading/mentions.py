"""The mention layer: names in a paragraph, with their spans, what they seem to name, and what stands with them.

Names are runs of capitalised words, joined by the small words that stand inside names, parted at titles. What a name
names is settled by its words and their neighbours over the whole document (see `chains`). The language model is not
asked: its guesses at names of bodies and men of far countries are as often wrong, and cost a third of the reading.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from allegiance import names
from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.joining import Cut, merge_for_acronym, merge_in, merge_listed
from allegiance.reading.known import Known
from allegiance.reading.layout import Aside, Paragraph, is_field
from allegiance.reading.runs import LOWER_HEADS, NUMBER, ORDINAL, Mention, Word, opens
from allegiance.reading.titles import before_post, is_charge, is_post, leads_body, office_in, title_at
from allegiance.reading.units import is_unit
from allegiance.reading.vocabulary import is_english
from allegiance.reading.votes import BODIES, along_lists, votes_before, votes_for


def _by_chance(words: Sequence[Word], run: tuple[int, int], row: tuple[int, int, str]) -> bool:
    """Whether a register's name of one word is but part of a longer name: `Omar [Hadid]`, `[Tawhid] wa Salam`."""
    start, end = run
    if row[1] - row[0] > 1 or row[0] < start or row[1] > end or end - start < 2:
        return False
    text = words[row[0]].text
    if names.is_acronym(text) or text.isupper():
        return False
    if row[0] == start:
        return row[1] < end and words[row[1]].text.lower() in ("wa", "wal", "ul") and words[end - 1].cap
    ahead = words[row[0] - 1].text
    joined = text.lower().startswith(("al-", "ul-")) and ahead[0].isupper()
    given = ahead.lower() in lexicon.naming().given and row[1] == end and not words[row[0] - 1].initial
    return joined or given


def find(paragraph: Paragraph, cut: Cut, known: Known, placed: frozenset[str] = frozenset()) -> list[Mention]:
    """The names in a paragraph, in order, none overlapping another, each with its votes."""
    clean = paragraph.clean
    words = cut.words
    given = known.runs(clean, words)
    kinds = {naming.actor: naming.kind for _, _, naming in given}
    settled = [(first, end, naming.actor) for first, end, naming in given]
    runs = merge_in(clean, words, cut.runs, placed)
    runs = merge_listed(clean, words, runs)
    runs = merge_for_acronym(paragraph, words, runs)
    marked: list[tuple[int, int, str]] = []
    for start, end in runs:
        inside = [row for row in settled if row[0] < end and start < row[1]]
        if inside and words[end - 1].text in LOWER_HEADS and inside[-1][1] == end - 1:
            end -= 1
        settled = [row for row in settled if row not in inside or not _by_chance(words, (start, end), row)]
        inside = [row for row in inside if row in settled]
        if not inside:
            marked.append((start, end, ""))
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
        sure = _is_name(mention, words, paragraph)
        if mention.register and not mention.country:
            mention = replace(mention, known=kinds[mention.register])
        elif not mention.register and known.is_person(mention.name):
            mention = replace(mention, known=Kind.PERSON)
        if sure is not None:
            mention = replace(mention, before=votes_before(paragraph, mention))
            votes = votes_for(paragraph, mention)
            told = sure or _told_of(mention, votes)
            weak = not told or (
                paragraph.kind == "headline" and not mention.register and _in_capitals(paragraph, mention)
            )
            kept.append(replace(mention, votes=votes, weak=weak))
    return _with_kin(paragraph, along_lists(paragraph, kept))


KIN = re.compile(
    r"\b(?:appoint|nam|elect|choos|chos|pick|nominat|promot|install|declar|mak|mad|designat|select|anoint|"
    r"proclaim)\w*\s+"
    r"((?:his|her|their)\s+(?:(?:late|own|slain|twin|half|eldest|elder|oldest|older|youngest|younger)[\s-]+)?"
    r"(?:son|daughter|brother|sister|half-brother|cousin|nephew|niece|uncle|aunt|father|mother|son-in-law|"
    r"brother-in-law|"
    r"father-in-law|stepson|stepbrother|wife|husband|widow)\s+)$"
)
"""Whose relative is put into a post: `named his son Saddam Haftar commander`. It stands there as a title does."""


def _with_kin(paragraph: Paragraph, found: list[Mention]) -> list[Mention]:
    """Take in whose relative is put into a post, so that his name alone is left in its place for the parse."""
    out: list[Mention] = []
    for mention in found:
        first = out[-1].end if out else paragraph.start
        before = paragraph.clean[max(0, first - paragraph.start) : mention.start - paragraph.start]
        match = KIN.search(before[-80:])
        person = max(mention.votes, key=lambda vote: vote[1], default=(Kind.UNKNOWN, 0.0))[0] is Kind.PERSON
        if match and person and not mention.country and not mention.weak:
            at = mention.start - len(match.group(1))
            text = paragraph.clean[at - paragraph.start : mention.end - paragraph.start]
            mention = replace(mention, start=at, text=text)
        out.append(mention)
    return out


OF_BODY = re.compile(
    r"(?i)(?:[a-z]+ ){0,2}(?:statement|communiqu[eé]|announcement|declaration|message|proclamation|manifesto|"
    r"bulletin)\b"
    r".{0,40}\b(?:of|by|from)\b"
)
"""What a heading says of whose own words stand below it."""


def _in_capitals(paragraph: Paragraph, mention: Mention) -> bool:
    """Whether a headline begins every word with a capital, so that they tell nothing; a body's name alone does tell."""
    line = paragraph.clean.strip()
    if line.endswith(mention.text) and names.has_group_word(mention.text) and OF_BODY.match(line):
        return False  # `Statement No. 14 of the Army of the Two Rivers`.
    plain = re.sub(r"^(?i:the) ", "", line)
    title = re.sub(r"^(?i:the) ", "", re.split(r": | -{1,2} ", line)[-1])
    if title == mention.text and (title == plain or len(title) > 0.5 * len(line)):
        line = title
        acts = [w for w in line.split()[:-1] if w.endswith(("s", "ed", "ing")) and is_english(w.lower())]
        return not names.has_group_word(line) or bool(acts)
    return sum(len(w) > 3 and w.islower() and w not in _LOW for w in line.split()) < 2


_LOW = frozenset("with from over into after amid that than upon says said near under against before".split())
"""Words that stay small in a headline whose other words begin with capitals."""


def _told_of(mention: Mention, votes: tuple[tuple[Kind, float], ...]) -> bool:
    """Whether what stands behind a sentence's first word shows it to be a name: `Ntaganzwa, leader of it, fled`."""
    plain = mention.text.lower().endswith(("ing", "ed", "ly", "s"))
    return not plain and max((w for k, w in votes if k is Kind.PERSON), default=0.0) >= 1.4


def drop_weak(found: Sequence[Mention]) -> list[Mention]:
    """Drop the single words that only begin a sentence, but those that are part of a surer name of the document."""
    parts = {part for m in found if not m.weak for part in m.text.replace("-", " ").split()} | {
        m.text for m in found if not m.weak
    }
    return [m for m in found if not m.weak or m.text in parts]


def split_known(found: list[Mention]) -> list[Mention]:
    """Part a run that ends in a name known from elsewhere in the document (`Wilayah Khurasan Hafiz Saeed Khan`)."""
    known = {m.text for m in found if len(m.text.split()) >= 3 or (len(m.text.split()) == 2 and m.rank == "")}
    out: list[Mention] = []
    for mention in found:
        tail = _known_tail(mention.text, known) if not mention.rank and not mention.register else ""
        head = mention.text[: -len(tail)].strip() if tail else ""
        whole = names.is_acronym(head) or (
            names.has_group_word(head) and " " in head and head.split()[-1] not in ("of", "the")
        )
        if tail and head and whole and not names.has_group_word(tail):
            cut = mention.end - len(tail)
            out.append(
                replace(mention, end=mention.start + len(head), text=head, name=head, votes=((Kind.GROUP, 2.0),))
            )
            out.append(replace(mention, start=cut, text=tail, name=tail, rank="", votes=((Kind.PERSON, 1.0),)))
        else:
            out.append(mention)
    return out


def _known_tail(text: str, known: Collection[str]) -> str:
    """The longest of the known names that a text of several words ends in, or `""`."""
    starts = (i + 1 for i, char in enumerate(text) if char == " ")
    return next((text[i:] for i in starts if text[i:] in known), "")


def _is_state(name: str) -> bool:
    """Whether a name is a country's own, not its adjective, so that what follows it belongs to the name."""
    return lexicon.countries().get(name.lower(), "").lower() == name.lower() or name in ("U.S.", "US", "UK", "U.K.")


def _around(start: int, end: int, inside: list[tuple[int, int, str]], words: list[Word]) -> list[tuple[int, int, str]]:
    """What of a run is left beside register names; a run that is longer by a group's word stays whole instead."""
    whole = " ".join(w.text for w in words[start:end])
    last = words[end - 1].text.lower() in lexicon.countries()
    if last and len(inside) > 1 and inside[0][0] == start and inside[-1][0] == end - 1 and names.has_group_word(whole):
        register = inside[0][2]
        inside[:] = [(start, end, register)]
        return []
    first = " ".join(w.text for w in words[inside[0][0] : inside[0][1]])
    titled = any(w.text.lower() in names.TITLES | names.MODIFIERS | lexicon.nouns().posts for w in words[start:end])
    if inside[0][0] == start and inside[0][1] < end and not titled and _is_state(first):
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
    while inside and at < end and words[at].text in ("of", "for", "in"):
        at += 1  # `the [Quds Force] of [Peter]`.
    if at < end:
        left.append((at, end, ""))
    return left


OPENERS_OF = frozenset(
    "Member Leader Commander Head Chief Founder Co-founder Deputy Spokesman Spokesperson Treasurer Associate Affiliate "
    "Supporter Financier Emir Brother Son Wife Formation Creation Establishment Founding Foundation Death Arrest "
    "Release "
    "Killing Capture Dissolution Fall Command Split Surrender Execution Assassination Abduction Kidnapping Appointment "
    "Election Defection Merger Leadership Launch Birth".split()
)
"""What may begin a sentence before `of` and a name, and is no part of it: `Member of the Northern Front since 2010`."""


def _mentions(paragraph: Paragraph, words: list[Word], start: int, end: int, register: str) -> list[Mention]:
    """The mentions of one run: a body before an office, a person after it, a rank set apart."""
    run = words[start:end]
    while run and run[0].initial and (opens(run, 0) or (len(run) > 1 and _calls(run)) or run[0].text == "Alias"):
        run = run[1:]
    if len(run) > 2 and run[0].initial and run[0].text in OPENERS_OF and run[1].text == "of":
        run = run[3:] if run[2].text == "the" else run[2:]
    if (
        len(run) > 2
        and run[0].text in ("State", "Defense", "Defence")
        and paragraph.clean[: run[0].start].endswith("Secretary of ")
    ):
        run = run[1:]
    if not run:
        return []
    if register:
        return [_mention(paragraph, run, register=register)]
    at = title_at(run)
    if at is None:
        return [_mention(paragraph, run)]
    first, last = at
    first = before_post(run, first)
    head, title, tail = run[:first], run[first:last], run[last:]
    words_of_title = paragraph.clean[title[0].start : title[-1].end]
    if not tail:
        whole = bool(head) and head[-1].text.lower() in ("of", "the")
        return [_mention(paragraph, run if whole else head)] if head else []
    if not head and first + 1 == last and title[0].text == "General" and tail[0].text.lower() in names.STAFFS:
        return [_mention(paragraph, run)]
    if tail[0].text[0].islower() or (head and head[-1].text[0].islower()):
        return [_mention(paragraph, run)]  # `Directorate General of Civil Aviation`, `Front for Justice in Kosso`.
    if is_charge(" ".join(w.text for w in tail)):
        return [_mention(paragraph, head)] if head else []
    if not head and leads_body(title, tail):
        return [_mention(paragraph, tail)]
    if len(tail) == 1 and head and names.has_group_word(tail[0].text):
        return [_mention(paragraph, run)]  # `U.S. Justice Department`.
    if names.has_group_word(" ".join(w.text for w in tail)) and not head:
        return [_mention(paragraph, run)]
    office = office_in(title)
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


def _calls(run: Sequence[Word]) -> bool:
    """Whether a sentence begins with what a man is, before his name: `Lawyer Omar Hadi said`."""
    rest = " ".join(w.text for w in run[1:])
    first = run[0].text.lower()
    plain = first in lexicon.nouns().people | lexicon.nouns().members and first not in names.TITLES
    return plain and run[1].cap and not names.has_group_word(rest) and not names.has_group_word(run[0].text)


def _mention(paragraph: Paragraph, run: list[Word], register: str = "") -> Mention:
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


NICK = re.compile(r"^\s+([\"'])((?:(?:the|an?|el|la|al)[ -])?[A-Z0-9][^\"\n:]{1,30}?)\1\s+$")


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
    """`VMS (Unity)`, `CPI (Red Flag)`, `KPC(P)`, `People's Council (Progressive)`: each is one faction's name."""
    out = []
    for mention in found:
        aside = next((a for a in paragraph.asides if 0 <= a.start - mention.end <= 1), None)
        if aside and not mention.country and _is_faction(mention, aside):
            gap = " " * (aside.start - mention.end)
            name = f"{mention.text}{gap}({aside.text})"
            mention = replace(mention, end=aside.end, text=name, name=name)
        out.append(mention)
    return out


def _is_faction(mention: Mention, aside: Aside) -> bool:
    """Whether what stands in a bracket behind a body's name tells its faction, and is no other name of it."""
    text = aside.text
    if not names.is_acronym(mention.text):
        return names.has_group_word(mention.text) and text.lower() in lexicon.naming().camps
    if re.fullmatch(r"[A-Z]{1,3}(?:-?[A-Z]{1,2})?", text):
        return aside.start == mention.end or len(text) == 1
    ends_as_body = " " in text and names.has_group_word(text.split()[-1])
    plain = re.fullmatch(r"[A-Z][a-z]{2,15}(?: [A-Z][a-z]{3,15})?", text)
    return bool(plain) and not names.acronym_of(mention.text, text) and not ends_as_body


OVER = re.compile(r"\b(?:Secretary|Minister|Commissioner|Director|Head|Chief)s?(?:[ -]General)? (?:of|for)(?: the)? $")


def _is_over(paragraph: Paragraph, mention: Mention) -> bool:
    """Whether a capital is that of what a post is over, or of people: `Secretary of Transportation`, `Member of`."""
    start, end = mention.start - paragraph.start, mention.end - paragraph.start
    words = mention.text.lower().split()
    plain = all(is_english(w) for w in words) and not mention.rank
    if plain and len(words) == 1 and OVER.search(paragraph.clean[max(0, start - 40) : start]):
        return not names.has_group_word(mention.text) and not is_unit(mention.text)
    people = lexicon.nouns().people | lexicon.nouns().members | {"fellow"}
    return len(words) == 1 and words[0] in people and paragraph.clean[end : end + 4] == " of "


COUNTED = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|many|dozens of|other) $",
    re.IGNORECASE,
)
"""What stands before people of a nation who are counted, and not named: `two Moroccans`."""


def _is_name(mention: Mention, words: list[Word], paragraph: Paragraph) -> bool | None:
    """Whether the words are a name: None for a lone adjective, number or title; False for a first word alone."""
    lower = mention.text.lower()
    if lower.removesuffix("s") in lexicon.demonyms() and lower.endswith("s") and not mention.register:
        if COUNTED.search(paragraph.clean, 0, mention.start - paragraph.start):
            return None
    if mention.register or mention.country or mention.demonym:
        return True
    first_word = next((w for w in words if paragraph.start + w.start == mention.start), None)
    if lower in BODIES and first_word is not None and not first_word.initial:
        return True
    if first_word is not None and first_word is words[0] and is_field(paragraph.clean):
        return None  # `MONEY: …`, in a box of facts.
    if (
        lower in ("member states", "member state", "states members")
        or lower in lexicon.no_names()
        or lower in lexicon.openers()
        or NUMBER.match(mention.text)
        or len(lower) < 2
    ):
        return None
    if is_post(mention.text) or is_charge(mention.text) or _is_over(paragraph, mention):
        return None
    first = next((w for w in words if paragraph.start + w.start == mention.start), None)
    if (
        first is None
        or not first.initial
        or " " in mention.text
        or "-" in mention.text
        or names.is_acronym(mention.text)
    ):
        return True
    return not is_english(mention.text)
