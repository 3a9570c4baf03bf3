"""The words of an attribution taken apart: who speaks, and through whom it came.

a statement attributed to the Harrat Front that was posted online     who speaks is the Harrat Front
two officials quoted by Radio Tamar                                   two officials speak, Radio Tamar passes it on
a diplomat who asked not to be named                                  a diplomat speaks
"""

from __future__ import annotations

import re

from allegiance.reading.owners import is_outlet_named

Range = tuple[int, int]
"""Half-open, in characters of the document's text."""

PRODUCT = (
    r"(?:statement|communiqu[eé]|declaration|announcement|video|audio|recording|message|letter|release|leaflet|"
    r"pamphlet|bulletin|post|tweet|note|tape|clip|e-?mail|text|speech|sermon|interview|press release)"
)
"""What an actor puts out: its words are the actor's."""

_SENT = (
    r"(?:posted|published|released|issued|circulated|dated|sent|uploaded|shared|distributed|broadcast|seen|obtained|"
    r"received|made|quoted|carried|aired|relayed)"
)
_ISSUED = (
    r"(?:attributed to|issued by|released by|signed by|published by|posted by|put out by|sent by|written by|read by|"
    r"distributed by|circulated by|purportedly from|by|from|of|in the name of|on behalf of"
    r"|(?:on|in) (?:the |an? )?(?:[\w-]+ ){0,2}(?:website|channel|page|account|site|feed|blog|magazine|newsletter)"
    r" (?:of|run by|used by|belonging to|linked to|close to))"
)
_CARRIED = re.compile(
    r",? (?:(?:that|which) (?:was|were) )?(?:quoted|cited|interviewed|carried|published|aired|broadcast|relayed|seen|"
    r"obtained|reviewed|viewed|contacted|reached) by (?P<whom>.{2,50})$"
)
_UNNAMED = re.compile(
    r",? (?:(?:both |all )?(?:of whom |who|that|which) ?(?:also )?(?:spoke|speaks|speak|asked|declined|requested|"
    r"insisted|refused|wished|did not|were not|was not|is not|are not|wanted|talked|requests|asks|could not)\b|"
    r"speaking on |"
    r"(?:speaking )?(?:on|under) (?:the )?(?:condition|promise) of anonymity|asking not|requesting anonymity).*$"
)
_LATER = re.compile(
    rf",? (?:(?:that|which) (?:was|were|is|has been) )?{_SENT} (?:online|on|in|to|late|this|last|at|via)\b.*$"
)
_OWNED = re.compile(rf"^(?:[\w-]+ ){{0,4}}?{PRODUCT}s?\b(?: [\w-]+){{0,2}}? {_ISSUED} (?P<who>.+)$", re.IGNORECASE)
_OWNER = re.compile(rf"^(?P<who>.{{2,60}}?)['’]s? (?:[\w-]+ ){{0,3}}{PRODUCT}s?$", re.IGNORECASE)
_IN_NAME = re.compile(
    rf"^(?:[\w-]+ ){{0,4}}?{PRODUCT}s?\b.{{0,60}}? in (?P<who>[^,]{{2,50}}?)['’]s? name$", re.IGNORECASE
)
_CALLED = re.compile(
    r"^(?:an?|the) (?:[\w-]+ )?(?:man|woman|person|speaker|voice|caller|figure|militant|fighter|commander) "
    r"(?:(?:was )?introduced as|"
    r"(?:only )?identified (?:only )?as|identifying himself as|calling himself|who called himself|"
    r"who identified himself as|who gave his name as|who introduced himself as|giving his name as|"
    r"presented as|named|called|known as|going by the name of|who goes by the name of) (?:only )?(?P<who>[^,]+)"
)
_DATED = re.compile(
    r" (?:on|in|late|early|last|this|dated) (?:on )?(?:[A-Z]|\d|the \d|last|this|late|early|week|month).*$"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_THAT_DAY = re.compile(
    rf",? (?:(?:late|early) )?(?:on )?(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH} \d{{1,2}}"
    r"(?:st|nd|rd|th)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:,? \d{4})?"
    r"(?: (?:morning|afternoon|evening|night))?$"
)
"""The day on which somebody speaks, which is no part of what he is called: `the police on 14 June`."""
_OF_POLICE = re.compile(r"^.{0,40} of Police (?=[A-Z])")
_PURPORTED = re.compile(r"\b(?:attributed to|purportedly|purported|allegedly|in the name of)\b")


def who(text: str, start: int, end: int) -> tuple[Range, Range]:
    """The range of who speaks, and that of the outlet that passes it on (empty where none does)."""
    carrier = (start, start)
    found = _CARRIED.search(text[start:end])
    if found and is_outlet_named(found["whom"]):
        carrier = (start + found.start("whom"), end)
        end = start + found.start()
    said_on = _THAT_DAY.search(text[start:end])
    end = start + said_on.start() if said_on and said_on.start() > 2 else end
    for tail in (_UNNAMED, _LATER):
        cut = tail.search(text[start:end])
        if cut and cut.start() > 2 and (tail is _UNNAMED or re.search(PRODUCT, text[start : start + cut.start()])):
            end = start + cut.start()
    owned = next((m for form in (_CALLED, _IN_NAME, _OWNED, _OWNER) if (m := form.match(text[start:end]))), None)
    if owned:
        start, end = start + owned.start("who"), start + owned.end("who")
        dated = _DATED.search(text[start:end])
        end = start + dated.start() if dated else end
    ranked = _OF_POLICE.match(text[start:end])
    return ((start + ranked.end(), end) if ranked else (start, end)), carrier


def is_product(words: str) -> bool:
    """Whether words speak of something that an actor puts out."""
    return (
        re.search(rf"^(?:an?|the|its|his|their) (?:[\w-]+ ){{0,3}}?{PRODUCT}\b", words.strip(), re.IGNORECASE)
        is not None
    )


def is_purported(text: str, start: int, end: int) -> bool:
    """Whether the words say that the product is only held to be its maker's: `a statement attributed to`."""
    words = text[start:end]
    return re.search(PRODUCT, words) is not None and _PURPORTED.search(words) is not None
