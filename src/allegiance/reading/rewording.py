"""What the parser is shown instead of what stands there: verbs that a text leaves out, pairs of dashes, light verbs.

Positions stay those of the text. A verb put in stands nowhere: its tokens are as long as nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from allegiance import names
from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.runs import Mention
from allegiance.reading.titles import ABBREVIATED, before_body
from allegiance.reading.units import is_unit

LETTER = {Kind.PERSON: "p", Kind.GROUP: "g", Kind.PLACE: "l"}
NAME = r"\x01[pglu]\d+\x02"
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DATE = (
    rf"(?:(?:early |late |mid-)?{MONTH}(?: \d{{1,2}})?(?:,? \d{{4}})?|\d{{1,2}} {MONTH}(?: \d{{4}})?"
    r"|(?:early |late |mid-)?(?:19|20)\d\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
PREP = r"(?:to|in|at|by|from|on|for|with|near|against|into|over to)"
SMALL = r"(?!(?:to|in|at|by|from|on|for|with|near|of|into|and|or|who|which|that|the|a|an|as|but|both|while|when|via)\b)"
VERB = rf"(?:{SMALL}[a-z]+ ){{0,3}}{SMALL}[a-z]+"
COMPLEMENT = rf"(?:the )?(?:{NAME}|{DATE})"
REMNANT = re.compile(
    rf"(?P<sep>, and |, while |, | and | while |; and |; )(?P<name>(?:the )?\x01(?P<kind>[pglu])\d+\x02) "
    rf"(?:(?P<prep>{PREP}) (?P<obj>{COMPLEMENT}|(?:his|her|its|their|the) (?:[a-z]+ ){{0,2}}[a-z]+)"
    rf"|(?P<direct>(?:the )?\x01(?P<other>[pglu])\d+\x02)"
    rf"|(?:(?:his|her|its|their|the) )?(?:[a-z-]+ ){{0,2}}(?P<post>[a-z-]+))"
    r"(?=[.,;:]|$| and (?:the )?\x01| in | on | last | at | of | a (?:year|month|week|day) )"
)
HELPER = re.compile(r"(?:was|were|is|are|has|have|had|been|being)\b")
MADE = frozenset(
    "named appointed elected made became become chosen is was remained crowned proclaimed declared".split()
)


@dataclass(frozen=True, slots=True)
class Said:
    """A clause that what follows leaves its verb to: its verb, the kinds of its subject and object, its preposition."""

    verb: str
    subject: str
    object: str
    prep: str


def coded(clean: str, offset: int, mentions: Sequence[tuple[int, Mention]]) -> tuple[str, list[int]]:
    """A paragraph with each mention as a code of kind and number, and where each of its characters stood."""
    out: list[str] = []
    back: list[int] = []
    at = 0
    for index, mention in mentions:
        begin, end = mention.start - offset, mention.end - offset
        if begin < at:
            continue
        out.append(clean[at:begin])
        back.extend(range(at, begin))
        code = f"\x01{LETTER.get(mention.kind, 'u')}{index}\x02"
        out.append(code)
        back.extend([begin] * (len(code) - 1) + [end - 1])
        at = end
    out.append(clean[at:])
    back.extend(range(at, len(clean)))
    return "".join(out), back


def left_out(clean: str, offset: int, mentions: Sequence[tuple[int, Mention]]) -> dict[int, str]:
    """The verbs that gapping leaves out, by the blank before which they belong.

    In `A joined B and C the D`, `A was killed in May, B in June`, `A was named emir and B his deputy` the second name
    has the verb of the first. A remnant is one only where it has the shape of what its verb has had before.
    """
    if len(mentions) < 2:
        return {}
    text, back = coded(clean, offset, mentions)
    found: dict[int, str] = {}
    told: Said | None = None
    ended = 0
    for match in REMNANT.finditer(text):
        start = max(text.rfind(". ", 0, match.start()), text.rfind("; ", 0, match.start()), 0)
        if told is None or not ended <= match.start() <= ended + 30 or ". " in text[ended : match.start()]:
            told = _said(text[start : match.start()], match)
        if told is None:
            continue
        place = _place(told, match)
        if place >= 0 and text[place] == " ":
            words = told.verb if place == match.end("name") else _bare(told.verb)
            if match["sep"] in (", ", " and "):
                found[back[match.end("sep") - 1 if match["sep"] == ", " else match.start("sep")]] = (
                    " and" if match["sep"] == ", " else ","
                )
            at = back[place]
            found[at] = f"{found.get(at, '')} {words}"
            ended = match.end()
        else:
            told = None
    return found


def _said(before: str, match: re.Match[str]) -> Said | None:
    """The clause before a remnant that has its shape: its verb stands behind its subject and before a like phrase."""
    nouns = lexicon.nouns()
    if match["post"] and match["post"] not in nouns.posts:
        return None
    shape = rf"(?:\x01(?P<subject>[pglu])\d+\x02|\b[a-z]+) (?P<verb>{VERB}){_like(match)}"
    clause = next(iter(list(re.finditer(shape, before))[-1:]), None)
    if clause is None:
        return None
    words = clause["verb"].split()
    if match["post"]:
        if not MADE & set(words):
            return None
    elif words[-1] in nouns.persons | nouns.groups or words[-1].removesuffix("s") in nouns.persons:
        return None
    return Said(clause["verb"], clause["subject"] or "", clause["object"] or "", match["prep"] or "")


def _like(match: re.Match[str]) -> str:
    """What has to stand behind the verb for a remnant to be like it, as a pattern."""
    if match["prep"]:
        date, name = re.fullmatch(DATE, match["obj"]), "\x01" in match["obj"]
        alike = DATE if date else NAME if name else "[a-z]+"
        between = r"(?:,? [^\x01\x02,.;]{0,30})??"
        first = rf"(?: (?:the )?\x01(?P<object>[pglu])\d+\x02)?{between}"
        return rf"{first} {match['prep']} (?:(?:the|his|its) )?(?:{alike})"
    if match["direct"]:
        return rf" (?:the )?\x01(?P<object>{match['other']})\d+\x02"
    posts = "|".join(sorted(lexicon.nouns().posts))
    return rf"(?P<object>)(?: (?:the|its|a))? (?:[a-z-]+ )?(?:{posts})\b"


def _place(told: Said, match: re.Match[str]) -> int:
    """Before which blank of the coded text the verb belongs: behind its subject, before its object, or nowhere (-1)."""
    if (match["prep"] or "") != told.prep:
        return -1
    if told.subject and match["kind"] == told.subject:
        return match.end("name")
    if match["prep"] and match["kind"] == told.object:
        return match.end("sep") - 1
    return -1


def _bare(verb: str) -> str:
    """The verb without what helps it: `has arrested` → `arrested`."""
    words = verb.split()
    while len(words) > 1 and HELPER.match(words[0]):
        words.pop(0)
    return " ".join(words)


TAIL = re.compile(
    r"(?<=,) (?P<words>(?:among|amongst) (?:them|whom)|one of (?:them|whom)),? "
    r"(?=\x01|(?:the|its|his|their) [a-z -]*\x01|an? (?![a-z -]+, (?:was|were|had|has|is)\b))"
)
LISTED = re.compile(r"(?P<colon>:) (?=(?:the )?\x01[pgu]\d+\x02(?:[,;] | and ))(?P<items>[^.:?!\n]+)(?=[.]|$)")
FOLLOWING = re.compile(r"\b(?<=[Tt]he )following(?=:| (?:have|has|had|was|were|are|is)\b)")
POSTED = (
    *ABBREVIATED, "Command", "Direct", "Chief", "Head", "Spokes", "Coordinat", "Officer", "Secretary", "President",
    "Chair", "Deputy", "Leader", "Controller", "commanding", "Inspector", "Minister", "Governor",
)  # fmt: skip
"""What a paragraph holds if it has a post with a capital: a quick look before a slower one."""
VERBAL = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would|said|says|\w+ed|led|fled|left|went|took|broke)\b")
MANY = re.compile(r"\b([a-z]+)\b")


def shown_as(clean: str, offset: int, mentions: Sequence[tuple[int, Mention]]) -> dict[int, tuple[int, str]]:
    """Words that the parser is shown in another form, by where they begin: their end, and the words to show instead.

    `three were killed, among them A` and `three leaders: A, its emir; B, its envoy` are shown with `including`;
    `the following were held`, with people.
    """
    out = {m.start(): (m.end(), "persons") for m in FOLLOWING.finditer(clean)}
    if mentions:
        out |= _with_of(clean, offset, mentions)
    if not mentions or (":" not in clean and " them" not in clean and " whom" not in clean):
        return out
    text, back = coded(clean, offset, mentions)
    for match in TAIL.finditer(text):
        out[back[match.start("words")]] = (back[match.end("words") - 1] + 1, "including")
    for match in LISTED.finditer(text):
        before = text[max(text.rfind(mark, 0, match.start()) for mark in ".;?!\n") + 1 : match.start()]
        if not VERBAL.search(match["items"]) and _of_many(before):
            out[back[match.start("colon")]] = (back[match.start("colon")] + 1, ", including")
            marks = [back[k] for k in range(match.start("items"), match.end("items")) if text[k] == ";"]
            out.update({k: (k + 1, ",") for k in marks})
    return out


BODIED = re.compile(r"(?P<gap>,? )\x01g(?P<body>\d+)\x02(?P<closed>$|[,.;:)])?")


def _with_of(clean: str, offset: int, mentions: Sequence[tuple[int, Mention]]) -> dict[int, tuple[int, str]]:
    """`the Commander, 7 Division,` and `GOC 7 Division` are shown as `the commander of` the division."""
    if not any(word in clean for word in POSTED):
        return {}
    text, back = coded(clean, offset, mentions)
    named = dict(mentions)
    out: dict[int, tuple[int, str]] = {}
    for match in BODIED.finditer(text):
        name = named[int(match["body"])].text
        comma = match["gap"] == ", "
        sure = names.has_group_word(name) or names.is_acronym(name) or is_unit(name)
        if not sure or (comma and match["closed"] is None):
            continue
        if before_body(text[max(0, match.start() - 60) : match.start()], comma):
            at = back[match.start("gap")]
            out[at] = (at + 1, " of" if comma else " of ")
    return out


def _of_many(before: str) -> bool:
    """Whether people or bodies are spoken of in the plural."""
    nouns = lexicon.nouns()
    several = nouns.persons | nouns.groups
    words = [m[1] for m in MANY.finditer(before)]
    return any(w in ("men", "people", "women") or (w.endswith("s") and w[:-1] in several) for w in words)


SEMICOLON = re.compile(r";(?=\s+(?:\S+\s+){3,})")


def parted(clean: str, shown: dict[int, tuple[int, str]]) -> str:
    """A paragraph with its semicolons as full stops, but for those that are shown as something else."""
    return SEMICOLON.sub(lambda m: m.group() if m.start() in shown else ".", clean)


DASHES = re.compile(r" (--?) ((?:[^.;:?!\n-]|-(?! )){3,160}?) \1 ")


def without_dashes(clean: str) -> str:
    """A paragraph with each pair of dashes that sets words off as a pair of commas, length kept."""
    return DASHES.sub(lambda m: f"{',':<{len(m[1]) + 2}}{m[2]}{',':<{len(m[1]) + 2}}", clean)


EPITHET = re.compile(
    r"(?<![\w-])(?:the )?(?:(?:heroic|great|martyred|beloved|esteemed|venerable|noble|brave|dear|honourable|"
    r"honorable|late|"
    r"righteous|courageous|immortal|fallen|beloved) )*(?:lion|hero|martyr|knight|mujahid|brother|sister|comrade|"
    r"compañero|"
    r"camarada|engineer|citizen|shaheed) $"
)
"""What a body's own words put before a name, and say nothing by: `our emir, the lion Abu Talha`, `brother Younes`."""
WHOSE = re.compile(r"(?:\b(?:his|her|their|the)|'s) $", re.IGNORECASE)


def epithet(clean: str, at: int) -> int:
    """How many characters before a man's name are an epithet, and neither his name nor whose brother he is."""
    called = EPITHET.search(clean[max(0, at - 60) : at])
    if called is None:
        return 0
    begin = at - len(called.group())
    kin = called.group().split()[-1] in ("brother", "sister") and WHOSE.search(clean[max(0, begin - 6) : begin])
    return 0 if kin else len(called.group())
