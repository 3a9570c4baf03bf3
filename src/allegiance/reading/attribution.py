"""Attributions that stand inside or behind what they attribute: `…, two sources said on Thursday.`, `, she insists,`.

The parser takes many of them for something else, so they are set aside before the parse, with length kept, and given
back to the clauses of their sentence as sources.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from allegiance.reading.layout import Paragraph, blank

SAY = (
    r"(?:said|says|say|told [A-Z][\w ]{1,30}?|announced|confirmed|reported|claimed|claims|claim|alleged|alleges|"
    r"added|adds|insisted|insists|"
    r"insist|recalled|recalls|recall|believe|believes|believed|suspect|thinks?|thought|explained|explains|stated|states|maintains?|maintained|"
    r"noted|notes|argued|argues|admitted|admits|acknowledged|conceded|concedes)"
)
WHEN = (
    r"(?:(?: (?:late |early )?(?:on |in )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:evening|night|morning))?"
    r"| yesterday| today| this week| last week| late| earlier| here| by (?:tele)?phone"
    r"| in a (?:statement|communique|release)))"
)
TAIL = re.compile(
    r",(?P<who> (?!who|which|that|and |but |where|when|while|as |was |were |is |are |has |had |have |been |it )"
    rf"[^,;.\"]{{2,90}}?) (?P<verb>{SAY}){WHEN}{{0,3}}(?=\s*[.;](?:\s|$|\"))"
)
INSIDE = re.compile(
    rf"(?:,| -)(?P<who> (?:he|she|it|they|the [\w' -]{{3,40}}?|[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){{0,2}}))"
    rf" (?P<verb>{SAY}){WHEN}{{0,2}}(?:,| -)(?= )"
)
INVERTED = re.compile(r"(?:,| -) (?P<verb>said|says|according to)(?P<who> (?:the )?[^,;.\"]{2,70}?)(?:,| -)(?= )")


CLAUSAL = re.compile(
    r"\b(?:has|have|had|was|were|is|are|been|not|could|would|however|although|because|since|whose|after|before)\b"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution set aside: the range blanked, the range of who says so, and the verb."""

    start: int
    end: int
    who: tuple[int, int]
    verb: str


def find(paragraph: Paragraph) -> list[Attribution]:
    """The attributions of a paragraph, in order, none overlapping another or a quotation."""
    found: list[Attribution] = []
    for pattern in (TAIL, INSIDE):
        for match in pattern.finditer(paragraph.clean):
            start, end = match.span()
            if pattern is INSIDE:
                end -= 1
            whole = Attribution(
                paragraph.start + start, paragraph.start + end,
                (paragraph.start + match.start("who") + 1, paragraph.start + match.end("who")),
                match.group("verb").split()[0],
            )  # fmt: skip
            if CLAUSAL.search(match.group("who")):
                continue
            if _stands_alone(paragraph, start) and not any(a.start < whole.end and whole.start < a.end for a in found):
                found.append(whole)
    return sorted(found, key=lambda a: a.start)


def _stands_alone(paragraph: Paragraph, start: int) -> bool:
    """Whether a clause worth attributing stands before it in the same sentence, and no quotation is cut."""
    before = paragraph.clean[:start]
    sentence = re.split(r"[.!?;]\s", before)[-1]
    return len(sentence.split()) >= (2 if len(sentence) else 9) and sentence.count('"') % 2 == 0


def without(clean: str, offset: int, found: list[Attribution]) -> str:
    """The clean text with its attributions made blanks."""
    for one in found:
        clean = blank(clean, one.start - offset, one.end - offset)
    return clean


def speakers(text: str, who: tuple[int, int]) -> list[tuple[int, int]]:
    """The several speakers of one attribution: `two security sources and a traditional chief` gives two ranges."""
    words = text[who[0] : who[1]]
    parts, at = [], 0
    for match in re.finditer(r" and (?=(?:a|an|the|two|three|several|[A-Z])\b)", words):
        parts.append((who[0] + at, who[0] + match.start()))
        at = match.end()
    parts.append((who[0] + at, who[1]))
    return parts
