"""Sentences without their subject, in entries of lists and under headings: shown to the parser with it.

`Arrested in Gao in 2019; released on bail` in a man's entry says that he was; `Absorbed the Harakat in July` under a
body's name says that it did. What only looks so (`Led by its emir, the group fled`) is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.layout import Paragraph
from allegiance.reading.records import Record
from allegiance.reading.runs import Mention

ADVERB = (
    r"(?:(?:reportedly|allegedly|now|currently|previously|formerly|later|also|still|subsequently|once|originally|"
    r"briefly|initially|recently|publicly|officially|widely|probably|possibly|then|since|first|jointly),? )*"
)
UNDERGONE = (
    r"(?:accused|suspected|believed|thought|said|alleged|reported|known|wanted|sought|designated|listed|"
    r"sanctioned|banned|"
    r"outlawed|proscribed|appointed|named|elected|promoted|formed|founded|established|created|set up|launched|led|"
    r"commanded|headed|based|linked|associated|affiliated|allied|aligned|funded|backed|financed|supported|trained|"
    r"armed|"
    r"arrested|captured|detained|jailed|imprisoned|sentenced|convicted|freed|released|kidnapped|abducted|expelled|"
    r"dismissed|removed|sacked|replaced|succeeded|extradited|killed|assassinated|executed|murdered|wounded|renamed|"
    r"dissolved|disbanded|absorbed|reorgani[sz]ed|involved|recruited|indicted|charged|deported|demoted|held)"
)
DID = (
    r"(?:pledged|swore|renewed|renounced|joined|rejoined|left|quit|defected|deserted|split|splintered|broke|"
    r"seceded|withdrew|merged|absorbed|"
    r"claimed|served|assumed|took|became|fled|escaped|surrendered|died|carried|launched|attacked|ordered|directed|"
    r"organi[sz]ed|provided|supplied|facilitated|recruited|financed|funded|fought|clashed|allied|operated|emerged|"
    r"resigned|retired|succeeded|replaced|led|commanded|headed|founded|formed|established|created|signed|changed|"
    r"controlled|seized|captured|kidnapped|killed|murdered|participated|planned|oversaw|acted|worked|belonged|ran|went|"
    r"grew|received|sent|trained|armed|sheltered|supported|backed|declared|announced|denied|ceased|dissolved|disbanded|"
    r"rebranded|moved|returned|publicly pledged|arranged|appointed|named|adopted|broke away|spoke|lost|issued)"
)
DOES = (
    r"(?:has|is|was|are|were|had|may|might|operates|claims|receives|fights|controls|leads|commands|maintains|provides|"
    r"supplies|uses|recruits|supports|opposes|runs|holds|owns|works|serves|heads|belongs|remains|trains|denies|"
    r"finances|"
    r"funds|acts|reports|comprises|considers|cooperates|coordinates|rejects|backs|follows|answers|uses|enjoys)"
)
NO_NOUN = (
    r"(?! (?:that|of|by|about(?! \d)|are|were|have|had|said|suggest|indicate|emerged|circulated|over|surfaced|and)\b)"
)
"""What does not stand behind a verb that might be a noun: `Reports that he fled`, `Claims of a raid`."""
TIES = frozenset(
    "associate affiliate offshoot branch wing splinter faction brother sister son daughter wife widow husband "
    "cousin nephew "
    "uncle father ally aide supporter financier facilitator successor predecessor breakaway founder co-founder "
    "alliance "
    "coalition".split()
)
BEHIND = re.compile(
    r",? (?:by|in|on|as|to|at|of|from|with|since|for|during|after|before|under|along|near|between|again|twice|"
    r"dead|when|"
    r"while|and|until|following|through|out|last|early|late|this|that month|there|alongside|following|by|be|\d)\b|"
    r"[.,;]|$"
)
"""What shows a participle to be of what its bearer underwent: `captured in May`, and not `captured the town`."""
THINKS = re.compile(r"(?:accused|suspected|believed|thought|said|alleged|reported|known|held|wanted|sought)\b")
WHENCE = re.compile(
    r"(?P<word>[Uu]ntil|[Ss]ince|[Ff]rom|[Ii]n|[Bb]etween)(?: (?:early|late|mid)[- ]?)? (?:[A-Z][a-z]+ )?(?:19|20)\d\d"
    r"(?: (?:to|until|and) (?:[A-Z][a-z]+ )?(?:(?:19|20)\d\d))?,? (?=\S)"
)
"""A date that leads what is told of somebody: `until 2020 chief of procurement of the Front`."""
OTHER_SUBJECT = re.compile(r", (?:the|he|she|it|they|its|his|her|their|this|these|both|all|a|an) (?!of\b)")
STOP = re.compile(r"(?:(?<=[a-z\d)\"'])|(?<=[A-Z]{2}))[.;]\s+|(?:(?<=\s)|^)\(?(?:\d{1,2}|[a-z])\)\s+")
"""Where what is told of one thing ends: a stop, a semicolon, the number of the next."""


@dataclass(frozen=True, slots=True)
class Given:
    """A subject put in before a place: the index of its name, the words behind it, and whether they go on in small."""

    mention: int
    after: str
    small: bool = True


def given(
    part: Paragraph,
    inside: Sequence[tuple[int, Mention]],
    mentions: Sequence[Mention],
    records: Sequence[Record],
    headed: int,
) -> dict[int, tuple[Given, Mention]]:
    """The subjects that fragments of a paragraph lack, by the place before which they belong.

    `headed` is the chain of the body under whose name the paragraph stands, or -1: what such a body is, `topics` tells.
    """
    starts = {m.start - part.start for _, m in inside}
    ranges: list[tuple[int, int, int, str]] = []
    heading = next((i for i, m in enumerate(mentions) if m.chain == headed), -1) if headed >= 0 else -1
    if heading >= 0 and part.kind in ("bullet", "body"):
        ranges.append((heading, 0, len(part.clean), "headed"))
    # Of a list of thousands only the entry or two that stand in the paragraph are looked into.
    for record in (r for r in records if r.start < part.end and part.start < r.until):
        pieces = [p for p in record.of("prose", "post") if part.start <= p.start < part.end]
        subject = next((i for i, m in enumerate(mentions) if m.start == record.start), -1) if pieces else -1
        if subject >= 0:
            ranges += [(subject, p.start - part.start, p.end - part.start, p.use) for p in pieces]
    out: dict[int, tuple[Given, Mention]] = {}
    for subject, begin, end, use in ranges:
        for at, words in _fragments(part.clean, begin, end):
            place, behind = _lacks(words, use) if at not in starts and words else (-1, "")
            if place < 0:
                continue
            out[at + place] = (Given(subject, behind, at + place not in starts), mentions[subject])
            if mentions[subject].kind is Kind.GROUP and behind not in (" ", " was "):
                for more in AND_FORMED.finditer(words):
                    out[at + more.end()] = (Given(subject, " was "), mentions[subject])
    return out


AND_FORMED = re.compile(
    r", (?=(?:formed|founded|established|created|led|commanded|headed|based) (?:in|by|on|at|after)\b)"
)
"""What is told of a body behind what it is: `splinter of the Front, formed in 2014`."""


def _fragments(clean: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
    at = begin
    for cut in [*STOP.finditer(clean, begin, end), None]:
        stop = cut.start() if cut else end
        lead = at + len(clean[at:stop]) - len(clean[at:stop].lstrip())
        yield lead, clean[lead:stop].rstrip()
        at = cut.end() if cut else end


def _lacks(words: str, use: str) -> tuple[int, str]:
    """Where a fragment lacks its subject, and the verb to put behind it; -1 where it lacks none."""
    if re.match(r"[\w' -]{2,40}:", words):
        return -1, ""  # A key of a box of facts.
    dated = WHENCE.match(words)
    begin = dated.end() if dated else 0
    rest = words[begin:]
    past = " was " if dated and dated["word"].lower() != "since" else " has been " if dated else " is "
    adverb = re.match(ADVERB, rest, re.IGNORECASE)
    plain = rest[adverb.end() if adverb else 0 :]
    low = plain[:1].lower() + plain[1:]
    undergone = re.match(rf"(?:not )?{UNDERGONE}\b", low)
    if undergone and (BEHIND.match(low, undergone.end()) or THINKS.match(low)):
        if OTHER_SUBJECT.search(words) and not re.search(r", (?:who|which|whose|an?)\b", words):
            return -1, ""
        return begin, " was "
    if re.match(rf"(?:{DID}\b(?!-)|{DOES}\b{NO_NOUN})", low):
        return begin, " "
    told = use != "headed" and _is_noun(low, use == "post")
    return (begin, past + _article(low)) if told or DESCRIBES.match(low) else (-1, "")


def _article(low: str) -> str:
    has = re.match(
        r"(?:an?|the|one|his|her|its|their|among|in|under|close|responsible|subordinate|loyal|active|part)\b", low
    )
    return "" if has else "the "


DESCRIBES = re.compile(
    r"(?:responsible for|active in|active along|close to|subordinate to|loyal to|part of|in charge of|in custody|"
    r"under the)\b"
)


NOUN = re.compile(
    r"[\"']?(?:(?P<det>an?|the|one|his|her|its|their) )?(?P<row>(?:[\w'-]+ ){0,6}?[\w-]+)[\"']?"
    r"(?P<behind>,?(?: (?:of|to|for|in|from|with|at|responsible|led|by)\b|[.,;]|$))"
)
RELATIVE = re.compile(r",? (?:who|which|that|whose|where|whom)\b.*")
FINITE = re.compile(r"\b(?:is|was|are|were|has|have|had|said|says|will|would|can|may|told)\b")
ENDED = re.compile(r"\b\w+ed\b")


def _is_noun(low: str, post: bool) -> bool:
    """Whether a fragment says what its subject is: `former commander of the Front`, `an affiliate of the Party`."""
    nouns = lexicon.nouns()
    known = nouns.posts | nouns.members | nouns.people | TIES | (nouns.groups - {"army", "police", "government"})
    words = NOUN.match(low)
    if words is None:
        return False
    last = words["row"].split()[-1].lower().removesuffix("-in-law")
    if not (last in known or last.rpartition("-")[2] in known):
        return False
    if post:
        return True
    rest = RELATIVE.sub("", low)
    told = FINITE.search(rest) or any(not BEHIND.match(rest, m.end()) for m in ENDED.finditer(rest))
    return words["det"] in (None, "a", "an", "one") and words["behind"].strip() not in (",", "") and not told
