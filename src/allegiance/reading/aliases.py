"""Where a text itself says that two names are one: in a bracket, behind a comma, by `also known as` and its kin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from allegiance import names
from allegiance.model import Kind, Span
from allegiance.reading import lexicon
from allegiance.reading.layout import Aside, Paragraph
from allegiance.reading.referents import SAME_WORD
from allegiance.reading.runs import CAP_PREFIX, Mention


@dataclass(frozen=True, slots=True)
class Alias:
    """The text itself says that two names are one: the mention named, the other name, and where it says so.

    `kind` is alias, former (the other is an older name) or foreign (the other is the name in another script).
    """

    mention: int
    other: str
    evidence: Span
    blank: Span
    kind: str = "alias"


HOW = (
    r"(?:also|better|best|more commonly|more widely|commonly|popularly|locally|widely|simply|sometimes|otherwise|"
    r"usually|generally|universally|familiarly|formally|officially|colloquially|variously|more often|often|only)"
)
BEFORE = r"(?:formerly|previously|originally|once|until \d{4}|until recently)"
WHOM = r"(?: (?:to|among|by|in) (?:(?:his|her|its|their|the|most|local) )?[\w-]+(?: and [\w-]+)?)?"
TERM = (
    r"(?:nom de guerre|nommes de guerre|noms? de guerre|code ?name|alias|nickname|name|initials|acronym|abbreviation|"
    r"pseudonym|pen name|sobriquet|moniker|kunya|initialism)"
)
BY_NAME = rf"(?:by|under) (?:his|her|its|their|the|an?)(?: [\w-]+){{0,2}} {TERM}(?: of)?"
WORDS = (
    rf"(?:(?:{HOW} )?(?:known|referred to|called|spelled|spelt|written|styled|rendered){WHOM}(?: {HOW})? "
    rf"(?:as|{BY_NAME})|(?:{HOW} )?{BY_NAME}|{HOW} called|"
    rf"al[iy]as(?:es)?|@|a\.?k\.?a\.?|a/k/a|nicknamed|dubbed|code-?named|christened|{TERM}|"
    rf"who (?:goes|went|is going) (?:by|under)(?: the {TERM}(?: of)?)?|"
    rf"(?:goes|went) (?:by|under) the {TERM}(?: of)?|is (?:the|a|another) {TERM} (?:of|for|used by)|"
    r"(?:who )?(?:uses?|used|adopted|took|bore) the (?:nom de guerre|alias|pseudonym|nickname|kunya)(?: of)?|"
    rf"who (?:fought|fights|wrote|writes|preached|posted|posts) (?:as|under the {TERM}(?: of)?)|"
    rf"(?:using|going by|operating under|fighting under|adopting)(?: the {TERM}(?: of)?)?|"
    rf"whose (?:(?:real|birth|given|full|actual|true|legal) name|{TERM}) (?:is|was)|"
    rf"(?:real|birth|given|full|actual|true|legal) name|"
    rf"(?:calling|styling) (?:himself|herself|itself|themselves)|self-styled|styled|"
    rf"called by (?:his|her|its) \w+|born(?: as)?|né|née|abbreviated(?: as| to)?|in (?:short|full|arabic|english))"
)
FORMER = rf"(?:{BEFORE}(?: known as| called| named| styled)?|f\.?k\.?a\.?|f/k/a)"
RUNNING = re.compile(
    r"^\s*(?:,? -?\s*(?P<rel>who|which) (?:is|was)|"
    r", (?:the|an?) [a-z]+(?= (?:also|better|otherwise) known)|,|\s-|:)?\s*"
    rf"(?P<word>{FORMER}|{WORDS}),?:?\s+(?:the )?(?!the )",
    re.IGNORECASE,
)
NICKNAME = re.compile(
    r"^\s*(?:-|,)\s*(?P<q1>\")(?P<other>(?:[Tt]he |El |La |Al-)?[A-Z][\w' -]{1,25})(?P<q2>\")"
    r"(?P<whom> to (?:(?:his|her|the|most|many|all|local|fellow|some) )*[a-z][\w-]*(?: and (?:[a-z]+ )?[a-z][\w-]*)?)?"
    r"(?=\s*(?:,|-|\.))"
)
QUOTED = re.compile(r"^[\"'](?P<other>(?:[Tt]he |El |La |Al-|Le |O |A )?[A-Z][\w'. -]{1,30}?),?[\"']")
OR_NAME = re.compile(r"^,? or (?:the )?(?P<q>[\"'])?$")
AS_KNOWN = re.compile(
    r"^, as (?:the )?(?P<noun>[\w-]+) (?:is|are|was|were|has been|came to be)(?: [\w-]+){0,2} "
    r"(?:known|called|referred)\b[^,.;]{0,60},"
)
ASIDE_LEAD = re.compile(
    rf"^(?:{FORMER}|{WORDS}|or|hereafter|hereinafter|henceforth|abbr\.|acronym|known in \w+ as|in \w+|the|simply)"
    r"[:,]?\s+",
    re.IGNORECASE,
)
ASIDE_TAIL = re.compile(r",? (?:in|by its|from its) (?:\w+ )?(?:acronym|initials|\w+ian|\w+ish|\w+ese|Arabic|French)$")
LANGUAGE = re.compile(r"^(?:in )?[A-Z][a-z]+(?: language)?:\s*")
NO_ALIAS = re.compile(
    r"^(?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec|see|annex|para|photo|file|pictured|left|right|above|below|"
    r"now|then|since|until|c\.|circa|died|b\.|ret|retired|sic|km|mi)\b|\d{2,}",
    re.IGNORECASE,
)
TRANSLATED = re.compile(r", (?:meaning |or )?(?:the )?[\"']?")
OWNS = re.compile(r"(?:'s?)? [a-z]")
OF_THEM = re.compile(
    r"\b(?:leaders?|members?|commanders?|fighters?|representatives?|spokes\w+|officials?|emirs?|chiefs?|militants?|men|"
    r"man|woman|officers?|cadres?|one|founders?|deputy) (?:of|from|in|with) (?:the )?$",
    re.IGNORECASE,
)
"""Before a group's name, what makes `known as` speak of its man: `a leader of the Rally known as Abu Tariq`."""

PART_OF = re.compile(
    r"\b(?:group|faction|splinter|wing|branch|cell|bloc|band|unit|offshoot|breakaway|section|column|part|rival|ally) "
    r"(?:of|from|within|in) (?:the )?$",
    re.IGNORECASE,
)
"""Before a body's name, what makes the words behind it speak of its part: `a faction of the Front calling itself A`."""
_HEADS = (
    r"(?:l[ií]der(?:es)?|jefe|jefa|cabecilla|comandante|coordinador|vocero|portavoz|fundador|caudillo|comandant|chef|"
    r"commandant|dirigeant|porte-parole|fondateur|capo|dirigente|chefe)"
)
HEAD_ABROAD = re.compile(
    rf"(?:(?:El|La|Le|O|Il) )?{_HEADS}(?: [a-z]+){{0,3}} (?:de|del|du|des|da|do|dos)\b", re.IGNORECASE
)
"""What a man is in another language, which is no part of a name: `Cabecilla del Frente 14, alias "Rojas"`."""
OF_HEAD_ABROAD = re.compile(
    rf"\b{_HEADS}(?: [\w-]+){{0,3}} (?:de|del|de la|de los|de las|du|des|da|do|dos)? ?$", re.IGNORECASE
)
AWAY = re.compile(r"\b(?:from|with|and|into|against|to|of|for) (?:the )?$", re.IGNORECASE)
"""Before a name, what makes `under the name of` behind it speak of another: `left A under the name of`."""


def aliases(paragraphs: Sequence[Paragraph], mentions: Sequence[Mention], text: str) -> list[Alias]:
    """Every place where the text says that two names are one."""
    found: list[Alias] = []
    by_start = {m.start: i for i, m in enumerate(mentions)}
    starts = [p.start for p in paragraphs]
    for index, mention in enumerate(mentions):
        at = bisect_right(starts, mention.start) - 1
        if at < 0 or mention.start >= paragraphs[at].end or mention.demonym:
            continue
        paragraph = paragraphs[at]
        if mention.nick:
            span = Span(mention.start, mention.end)
            found.append(Alias(index, mention.nick, span, Span(mention.end, mention.end)))
        for aside in paragraph.asides:
            if aside.end > mention.end and 0 <= aside.start - mention.end <= 2:
                if not text[mention.end : aside.start].strip("'\" ") and not _tells_apart(
                    mention, aside, paragraph, text
                ):
                    found.extend(_bracketed(index, mention, aside))
        found.extend(_running(paragraph, index, mention, mentions, by_start))
    return found


PLAIN = re.compile(
    r"(?!Abu |Umm |The |Al-|al-|Colonel |Commander |General )[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}(?: [a-z]+)?"
)
"""A bracket's words that may be a place or a body: a name without quotes, and no kunya."""
IN_LIST = re.compile(r"\s*(?:,|;|and\b|$)")
ABOUT_PLACE = (
    r"(?:\b(?:in|at|near|outside|around|throughout|across) (?:the )?{0}\b(?! of\b)"
    r"|\b{0} (?:province|district|region|county|state|valley|town|sector|city)\b)"
)


def _tells_apart(mention: Mention, aside: Aside, paragraph: Paragraph, text: str) -> bool:
    """Whether a bracket says of what place, body or post one is: `A (Khost), B (Paktia)`, `A (head, the Front)`."""
    body = names.has_group_word(mention.name) or names.is_acronym(mention.name) or bool(mention.country)
    parts = [p.strip() for p in re.split(r"[,;]", aside.text)]
    if ";" in aside.text and parts[0].islower() and ASIDE_LEAD.match(aside.text) is None:
        return True  # `A (clandestine; B)`.
    nouns = lexicon.nouns()
    told = nouns.posts | nouns.members | nouns.persons | nouns.places
    if any(p.islower() and p.split()[-1] in told for p in parts if p) and ASIDE_LEAD.match(aside.text) is None:
        return True
    if body:
        return False
    if PLAIN.fullmatch(parts[0]) is None or ASIDE_LEAD.match(aside.text):
        return False
    man = max(mention.votes, key=lambda v: v[1], default=(Kind.UNKNOWN, 0.0))[0] is Kind.PERSON or bool(mention.rank)
    if man and any(names.has_group_word(p) or " of the " in p for p in parts):
        return True
    place = re.compile(ABOUT_PLACE.format(re.escape(parts[0])))
    if place.search(text[: aside.start]) or place.search(text[aside.end :]) or parts[0].split()[-1].islower():
        return True
    like = [a for a in paragraph.asides if PLAIN.fullmatch(a.text.strip()) and not names.is_acronym(a.text.strip())]
    rows = [a for a in like if IN_LIST.match(text[a.end : a.end + 5]) or a is like[-1]]
    return aside in rows and len(rows) > 1 and _in_one_list(rows, text)


def _in_one_list(rows: Sequence[Aside], text: str) -> bool:
    """Whether brackets stand behind names of one list, with no stop between."""
    return all(len(text[a.end : b.start].split()) < 9 and "." not in text[a.end : b.start] for a, b in pairwise(rows))


def _bracketed(index: int, mention: Mention, aside: Aside) -> Iterator[Alias]:
    """`Name (N, "Other Name")`."""
    span = Span(mention.start, aside.end)
    former = bool(re.match(rf"{FORMER}\b", aside.text, re.IGNORECASE))
    for other in _candidates(aside.text):
        told = re.search(r"\b(?:acronym|initials|known|abbreviated)\b", aside.text)
        if names.is_acronym(other) and (mention.country or not (told or _may_be_short_for(other, mention.name))):
            continue
        if other.lower() in lexicon.countries() and not names.is_acronym(other):
            continue
        kind = "former" if former else "foreign" if names.script(other) not in ("", "Latin") else "alias"
        yield Alias(index, other, span, Span(aside.start, aside.end), kind)


def _may_be_short_for(acronym: str, name: str) -> bool:
    """Whether an acronym in a bracket is this name's, and not that of a longer one which ends in it."""
    if names.acronym_of(acronym, name) or names.is_acronym(name) or len(name.split()) == 1:
        return True
    words = sum(w[0].isupper() for w in name.split())
    return words >= 3 and names.has_group_word(name) and words - 1 <= sum(c.isalnum() for c in acronym) <= words


def _candidates(aside: str) -> list[str]:
    """The names in a bracket after a name: `VMS, "Woodland Liberation Army"` gives two."""
    out = []
    for part in re.split(r"[,;/]| or ", ASIDE_TAIL.sub("", aside)):
        text = LANGUAGE.sub("", part.strip())
        before = ""
        while before != text:
            before, text = text, ASIDE_LEAD.sub("", text)
        text = text.strip(" \"'")
        if len(text) < 2 or HEAD_ABROAD.match(text) or NO_ALIAS.search(text) or len(text.split()) > 8 or "..." in text:
            continue
        if names.script(text) not in ("", "Latin"):
            out.append(text)
        elif text[0].isupper() or re.match(r"(?:al|an|as|ash|ad|ar|at|el)-[A-Z]", text):
            if all(w[0].isupper() or w[0].isdigit() or len(w) <= 5 or CAP_PREFIX.match(w) for w in text.split()):
                out.append(text)
    return out


def _running(
    paragraph: Paragraph, index: int, mention: Mention, mentions: Sequence[Mention], by_start: dict[int, int]
) -> list[Alias]:
    """`, also known as X,` and `, or X,` after a name."""
    at = mention.end - paragraph.start
    rest = paragraph.clean[at : at + 180]
    age = re.match(r"^,? (?:aged )?\d{2},", rest)
    shift = age.end() - 1 if age else 0
    match = RUNNING.match(rest[shift:])
    if match and not _of_another(paragraph, mention, match):
        called = _called(paragraph, mention, (shift, match), mentions, by_start)
        if called is not None:
            kind = "former" if re.match(FORMER, match.group("word"), re.IGNORECASE) else "alias"
            other, end = called
            return [Alias(index, other, Span(mention.start, end), Span(mention.end + shift, end), kind)]
    nick = NICKNAME.match(rest)
    if nick:
        end = mention.end + nick.end()
        return [Alias(index, nick.group("other"), Span(mention.start, end), Span(mention.end, end))]
    known = AS_KNOWN.match(rest)
    if known and (known.group("noun") in lexicon.nouns().groups | lexicon.nouns().persons):
        return _as_known(paragraph, index, mention, mentions, mention.end + known.end() - 1)
    follow = index + 1
    if follow < len(mentions):
        other_name = mentions[follow]
        gap = paragraph.clean[at : other_name.start - paragraph.start] if other_name.start < paragraph.end else "\n"
        tail = paragraph.clean[other_name.end - paragraph.start : other_name.end - paragraph.start + 1]
        if OR_NAME.match(gap) and tail in (",", ".", '"', "'", "") and not other_name.country and gap[0] == ",":
            span = Span(mention.start, other_name.end)
            return [Alias(index, other_name.text, span, Span(mention.end, other_name.end))]
        if TRANSLATED.fullmatch(gap) and tail in (",", ".", ")") and _translates(mention.name, other_name.name):
            span = Span(mention.start, other_name.end)
            return [Alias(index, other_name.text, span, Span(mention.end, other_name.end))]
    return []


def _translates(name: str, other: str) -> bool:
    """Whether two names call a body the same in two tongues: `Jaysh al-Fatihin` and `Army of the Conquerors`."""
    foreign, english = names.key(name).split(), names.key(other).split()
    cut = next((i for i, w in enumerate(english) if w in ("of", "for") and i), len(english))
    heads = {english[0], english[cut - 1]} if english else set()
    return bool(foreign) and any(foreign[0] in SAME_WORD.get(head, ()) for head in heads)


def _called(
    paragraph: Paragraph,
    mention: Mention,
    matched: tuple[int, re.Match[str]],
    mentions: Sequence[Mention],
    by_start: dict[int, int],
) -> tuple[str, int] | None:
    """The other name behind the words that lead to it, and where it ends."""
    shift, match = matched
    begin = mention.end + shift + match.end()
    at = begin - paragraph.start
    quote = paragraph.clean[at : at + 1] in "\"'"
    target = by_start.get(begin + quote)
    word = match.group("word").lower()
    if word == "known as" and mention.country:
        return None
    quoted = QUOTED.match(paragraph.clean[at : at + 40]) if quote else None
    if target is not None:
        other = mentions[target]
        if OWNS.match(paragraph.clean[other.end - paragraph.start :]) and _is_post(paragraph, other.end):
            return None
        whole = quoted if quoted and len(quoted.group("other")) > len(other.text) else None
        if whole is None:
            return other.text, other.end + quote
    return (quoted.group("other"), begin + quoted.end()) if quoted else None


def _is_post(paragraph: Paragraph, end: int) -> bool:
    """Whether a name is followed by a post or a people of it: `formerly the Front's commander`, `a Front fighter`."""
    behind = paragraph.clean[end - paragraph.start : end - paragraph.start + 40]
    words = re.findall(r"[a-z-]{3,}", behind)
    return behind.startswith(("'s ", "' ")) or (bool(words) and words[0].removesuffix("s") in lexicon.nouns().persons)


def _of_another(paragraph: Paragraph, mention: Mention, match: re.Match[str]) -> bool:
    """Whether the words speak of the man of a group, and not of the group that stands before them."""
    word = match.group("word").lower()
    group = names.has_group_word(mention.name) or names.is_acronym(mention.name)
    if group and (word.startswith(("who ", "whose")) or (match.group("rel") or "").lower() == "who"):
        return True
    before = paragraph.clean[: mention.start - paragraph.start]
    if OF_HEAD_ABROAD.search(before) or HEAD_ABROAD.match(mention.name):
        return True
    if word.startswith(("who ", "whose")) and OF_THEM.search(before):
        return True
    if group and word in ("alias", "alyas", "nicknamed", "nickname", "nom de guerre") and OF_THEM.search(before):
        return True  # `the commander of the 33rd Front, alias Rojas`.
    if word.startswith("under") and AWAY.search(before):
        return True
    if PART_OF.search(before) and not match.group().lstrip().startswith(","):
        return True
    return group and bool(OF_THEM.search(before)) and not match.group().lstrip().startswith(",")


def _as_known(paragraph: Paragraph, index: int, mention: Mention, mentions: Sequence[Mention], end: int) -> list[Alias]:
    """`PJAK, as the party is known by its Kurdish initials,`: the one group named before it in the paragraph."""
    before = {
        m.name: i
        for i, m in enumerate(mentions[:index])
        if m.start >= paragraph.start and not m.country and not m.demonym and names.has_group_word(m.name)
    }
    if len(before) != 1:
        return []
    (first,) = before.values()
    span = Span(min(mentions[first].start, mention.start), end)
    return [Alias(first, mention.text, span, Span(mention.end, end))]
