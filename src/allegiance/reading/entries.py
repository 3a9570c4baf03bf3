"""Names that plural verbs follow, and entries that have a name, a colon and a verb: shown to the parser as sentences.

`the Taliban control the north` has a verb, though the name looks like one body's; in a list, `Peter: killed in 1998`
says that he was killed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from allegiance.model import Kind
from allegiance.reading.runs import Mention

CROWDS = ("Yankees", "Giants", "Vikings", "Rangers", "Eagles", "Rockets")
"""Names of many, which the parser takes plural verbs behind for verbs."""
PLURAL_VERB = re.compile(
    r"^ (?:control|fight|attack|raid|back|fund|arm|claim|shell|bomb|rule|hold|roam|tax|patrol|ambush|support|clash|"
    r"battle|recruit|target|harass|range|base|camp|stage|plan|train)"
    r"(?= (?:the|an?|its|their|his|much|most|parts|all|several|some|many|side|alongside|both|large|\d|[A-Z]))"
)
"""What follows a body's name as a verb in the plural, and not as a noun of which the name tells whose it is."""
INDEFINITE = re.compile(r"\b(?:an?|this|that|another|any|each|every|no) $", re.IGNORECASE)
BEFALLEN = re.compile(
    r"(?:killed|shot dead|executed|assassinated|murdered|hanged|beheaded|arrested|captured|detained|jailed|imprisoned|"
    r"sentenced|freed|released|kidnapped|abducted|expelled|dismissed|gunned down|extradited)\b"
)
"""What befell somebody, as a participle behind his name in brackets or in a list."""
WENT = re.compile(
    r"(?:defected|surrendered|deserted|died|escaped|joined|rejoined|left|quit|fled|resigned|pledged|swore|retired)\b"
)
"""What somebody did, as an entry of a list says it."""
ENTRY = re.compile(r"(?::| -{1,2}) +")


def mask_of_many(clean: str, begin: int, end: int, mention: Mention, order: int) -> str:
    """A name of many to show for a body's name that a plural verb follows, or `""`."""
    if mention.kind is not Kind.GROUP or mention.country or INDEFINITE.search(clean[max(0, begin - 9) : begin]):
        return ""
    return CROWDS[order % len(CROWDS)] if PLURAL_VERB.match(clean[end : end + 40]) else ""


def entry_verb(clean: str, offset: int, mentions: Sequence[tuple[int, Mention]]) -> dict[int, tuple[int, str]]:
    """Where the colon of an entry stands, its end, and what to show for it: `was` before a participle."""
    lead = offset + len(clean) - len(clean.lstrip())
    first = next((m for _, m in mentions if m.start == lead and m.kind is Kind.PERSON), None)
    match = ENTRY.match(clean, first.end - offset) if first is not None else None
    if match is None:
        return {}
    if BEFALLEN.match(clean, match.end()):
        return {match.start(): (match.end(), " was ")}
    return {match.start(): (match.end(), " ")} if WENT.match(clean, match.end()) else {}


def is_entry(line: str) -> bool:
    """Whether a line of a list says what became of whom: `Peter: killed in 1998`."""
    match = ENTRY.search(line[:60])
    return match is not None and bool(BEFALLEN.match(line, match.end()) or WENT.match(line, match.end()))


KEYS = {
    "founding": (
        r"founded|formed|established|created|formation|foundation|founders?|founded by|formed by|established by"
    ),
    "presence": (
        r"headquarters|hq|bases?|based(?: in)?|areas?(?: of (?:operations?|activity|influence|control))?|operates in|"
        r"active in|strongholds?|(?:main )?regions?|location|theatres? of operations?|territory"
    ),
    "alliance": r"all(?:y|ies)|allied with|partners?",
    "rivalry": r"rivals?|opponents?|enem(?:y|ies)|adversar(?:y|ies)|opposed to|foes?|fights|fighting",
    "affiliation": (
        r"part of|parent(?: (?:group|organi[sz]ation|body|movement))?|affiliat(?:ion|ions|ed (?:with|to))|wing of|"
        r"branch of"
    ),
    "split": r"split from|splinter of|broke from|breakaway (?:of|from)|split off from",
    "merger": r"merged (?:into|with)|absorbed by",
    "support": (
        r"(?:state |foreign |main )?(?:sponsors?|backers?|supporters?|patrons?|donors?)|funded by|backed by|financed "
        r"by|supported by|armed by"
    ),
    "designation": (
        r"designated(?: (?:as )?(?:a )?terrorist)?(?: (?:group|organi[sz]ation))?(?: by)?|listed by|banned by|"
        r"proscribed by|outlawed by"
    ),
}  # fmt: skip
"""What the lines of a box begin with, by the claim that they make."""


@cache
def fact_line() -> re.Pattern[str]:
    """A line of a box of facts: its key, and the claim that the key makes."""
    keys = "|".join(f"(?P<{use}>(?i:{words}))" for use, words in KEYS.items())
    return re.compile(rf"^\W*(?P<key>(?=[A-Z])(?:{keys}))(?::| -{{1,2}})\s+(?=\S)")


def is_fact(line: str) -> bool:
    """Whether a line is one of a box of facts by its key."""
    return fact_line().match(line) is not None
