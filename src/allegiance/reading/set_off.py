"""A date that leads a sentence is set off from it by a comma, which the parser is shown where the text has none.

Without it the small model takes `On 4 May 2019 gunmen` and `That evening police` for one phrase, and the rest of `The
following day the army killed …` for a description of the day.
"""

from __future__ import annotations

import re

from allegiance.reading import lexicon
from allegiance.reading.dates_find import find_dates

LONGEST = 48
"""Characters of a leading date: more are not looked at."""

OPENS = re.compile(
    r"(?:^|(?<=[.!?;] )|(?<=[.!?]\" ))(?=(?:On|In|By|Since|During|Around|Over|From|Until|Late|Early|Mid|That|This|The"
    r"|Last|Next|Yesterday|Today|Earlier|Later|A|An|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|About|Just|Between|Within"
    r"|on|in|by|that|the|last|yesterday|earlier|late|early)\b)"
)
GOES_ON = re.compile(
    r"(?:and|or|to|when|while|as|at|in|on|of|after|before|until|till|alone|that|which|where|near|from|by|with|for|was"
    r"|were|is|are|has|had|saw|marked|brought|came|passed|also|but|through|then|onwards?|local|later|morning|night"
    r"|evening|afternoon)\b"
)
"""What goes on with the date, or makes it the subject: `In May and June`, `Yesterday was …`."""

COUNTS = re.compile(r"\b(?:after|before|following|to|from|since)$")
"""A date that counts from what follows: `Two days after the army …`."""

SUBJECT = re.compile(r" (?=[\w'\"(])")


def after_dates(clean: str) -> list[int]:
    """Where the blanks stand that are to be a comma and a blank."""
    out: list[int] = []
    for opened in OPENS.finditer(clean):
        begin = opened.start()
        first = next(iter(find_dates(clean[begin : begin + LONGEST])), None)
        if first is None or first.span[0] != 0 or first.attributive or first.span[1] >= LONGEST:
            continue
        if COUNTS.search(first.text):
            continue
        end = begin + first.span[1]
        if SUBJECT.match(clean, end) and not GOES_ON.match(clean, end + 1):
            out.append(end)
    return out


TIMED = (
    r"(?:at (?:the|that) time|by (?:then|now)|by that time|in turn|successively|briefly|for a (?:time|while|decade)"
    r"|for (?:many|several|some|a few|\w+) (?:years|months|decades)"
    r"|(?:from|since|until|in|as of|between) [\w, ]{0,24}?\d{4}(?: (?:to|and|until) [\w, ]{0,16}?\d{4})?"
    r"(?: (?:on|onwards))?)"
)
BARE_POST = re.compile(
    rf"\b(?:is|was|are|were|remained|has been|had been),? {TIMED},?(?P<gap> )"
    r"(?:(?:deputy|acting|interim|first|chief|senior|regional|provincial|overall|military|political) )*"
    r"(?P<post>[a-z][\w-]+)"
    r"(?= (?:of|for|in|to)\b)"
)
"""A post without an article behind a time, for whose noun the parser takes it: `was from April 1993 commander of`."""


def before_posts(clean: str) -> dict[int, str]:
    """The articles that posts lack behind a time, by the blank before which they belong."""
    posts = lexicon.nouns().posts
    return {m.start("gap"): " the" for m in BARE_POST.finditer(clean) if m["post"] in posts}
