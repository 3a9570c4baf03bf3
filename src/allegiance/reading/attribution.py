"""Attributions that stand inside or behind what they attribute: `…, two sources said on Thursday.`, `, she insists,`.

The parser takes many of them for something else, so they are set aside before the parse, with length kept, and given
back to the clauses of their sentence as sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from allegiance.reading import cited, lexicon
from allegiance.reading.layout import Paragraph, blank
from allegiance.reading.owners import is_outlet_named

TOLD = r"told (?P<whom>(?:the |this |a |an |our |state )?[\w'-]+(?: [\w'-]+){0,3}?)"
SAID = (
    r"said|says|say|announced|announces|confirmed|confirms|reported|reports|claimed|claims|claim|alleged|alleges|allege|"
    r"added|adds|insisted|insists|insist|recalled|recalls|recall|believe|believes|believed|suspect|suspects|thinks?|"
    r"thought|explained|explains|stated|states|maintains?|maintained|noted|notes|argued|argues|admitted|admits|"
    r"acknowledged|acknowledges|conceded|concedes|wrote|writes|tweeted|revealed|reveals|disclosed"
)
SAY = rf"(?:{SAID}|{TOLD})"
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WHEN = (
    rf"(?:(?: (?:late |early )?(?:on |in )?{DAY}(?: (?:evening|night|morning|afternoon))?"
    r"| yesterday| today| this week| last week| late| earlier| here| separately| later| at the time"
    r"| by (?:tele)?phone| by text message| on the phone| via [A-Z]\w+| on (?:Twitter|Facebook|Telegram|X|Monday)"
    r"| (?:in|through|via) (?:a|an|its|their|his|her|one|the same) "
    r"(?:[\w-]+ ){0,2}(?:statement|communique|release|interview|tweet|post|report|message|letter|video|article|email)"
    r"| (?:at|in|during) (?:a|the) (?:news|press) (?:conference|briefing)"
    r"|,? (?:speaking )?on (?:the )?condition of anonymity))"
)
NOT_WHO = (
    r"(?!who|which|that|and |but |where|when|while|as |was |were |is |are |has |had |have |been |it |what |whose |why |"
    r"though |because |according |by )"
)
ABBREVIATED = (
    r"\b(?:Gen|Col|Lt|Brig|Maj|Capt|Cpt|Sgt|Supt|Insp|Cmdr|Adm|Dr|Mr|Mrs|Ms|Prof|Rev|Fr|Hon|Sen|Rep|Gov|Cpl|Pvt|Engr|"
    r"Atty|P\/Supt|SP|DIG|ACP|DSP)\."
)
"""Titles cut short: their full stop ends no sentence."""

NAMED = rf"(?!{ABBREVIATED})[A-Z][\w'-]+"
"""A word of a name, which no title cut short is: `said Lt. Col. Samir Haddu's men` ends at no full stop."""

TITLED = rf"(?:(?:{ABBREVIATED}|[A-Z][\w'-]+) ){{0,5}}{NAMED}"
"""A name with titles before it: `Brig. Gen. Samir Haddu`."""

TAIL = re.compile(
    rf",(?P<who> {NOT_WHO}[^,;.\"]{{2,90}}?) (?P<verb>{SAY}){WHEN}{{0,3}}(?=\s*[.;](?:\s|$|\")|, (?:citing|quoting) )"
)
TITLED_TAIL = re.compile(
    rf",(?P<who> {TITLED})(?:, (?P<more>(?:an? |the |its |his |her )?[a-z][^,;.\"]{{2,60}}),)? "
    rf"(?P<verb>{SAY}){WHEN}{{0,3}}"
    r"(?=\s*[.;](?:\s|$|\")|, (?:citing|quoting) )"
)
"""`…, Lt. Col. Samir Haddu, brigade commander, said.`"""

SAID_BY = re.compile(
    rf"(?<!\"),? (?P<verb>said|says)(?P<who> {TITLED}), (?P<more>(?:an? |the |its |his |her )?[a-z][^,;.\"]{{2,60}})"
    r"(?=[.;](?:\s|$))"
    rf"|(?<=[^\"]), (?P<verb2>said|says)(?P<who2> {ABBREVIATED}(?: {ABBREVIATED})? {NAMED}"
    rf"(?: {NAMED}){{0,3}})(?=[.;](?:\s|$))"
)
"""`…, said Brig. Gen. Samir Haddu, task force commander.`"""

QUOTED = re.compile(
    r",(?P<who> [A-Z][^,;.\"]{2,70}?| (?:the|an?) [^,;.\"]{2,70}?) (?:was|were|is|are) (?P<verb>quoted)"
    r"(?: by (?P<whom>[^,;.\"]{2,40}?))? as (?:saying|telling reporters)(?: by (?P<whom2>[^,;.\"]{2,40}?))?"
    r"(?=\s*[.;](?:\s|$))"
)
"""`…, Samir Haddu was quoted as saying by Radio Tamar.`"""

OPENING = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[.!?]\" ))(?P<who>(?:[A-Z][\w-]+ ){0,2}(?:[Pp]rosecutors|[Oo]fficials|[Pp]olice|"
    r"[Aa]uthorities|[Rr]esidents|[Vv]illagers|[Cc]ritics|[Ii]nvestigators|[Oo]pponents|[Aa]ctivists))"
    r" (?P<verb>allege|claim) (?=[A-Z])"
)
"""`Prosecutors allege Samir Haddu led …`: the verb is easily taken for a noun."""

INSIDE = re.compile(
    rf"(?:,| -)(?P<who> (?:he|she|it|they|(?:the|an?|two|three|four|several|his|her|its|their) [\w' -]{{3,40}}?"
    r"|(?:officials|police|authorities|residents|villagers|witnesses|sources|relatives|prosecutors|investigators|"
    r"experts|analysts|diplomats|activists|survivors|neighbours|neighbors|observers|critics|rebels)"
    rf"|[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){{0,2}}))"
    rf" (?P<verb>{SAY}){WHEN}{{0,2}}(?:,| -)(?= )"
)
INVERTED = re.compile(
    r"(?:,| -) (?P<verb>said|says)(?P<who> (?!to )(?:the |an? )?[^,;.\"]{2,70}?)(?:,| -)"
    r"(?= (?:has|have|had|is|are|was|were|will|did|does|do|\w+ed)\b)"
)
ACCORDING = re.compile(
    r"(?P<comma>,)? (?P<verb>according to)(?P<who> [^,;.:\"]{2,110}?)(?:(?(comma),|(?!))(?= )|(?=\s*[.;](?:\s|$|\")))"
)
MORE = r"(?P<more>[^,;.:\"]{2,90}?)"
ACCORDING_MORE = re.compile(
    rf"(?P<comma>,)? (?P<verb>according to)(?P<who> [^,;.:\"]{{2,90}}?), {MORE}"
    r"(?:(?(comma),|(?!))(?= )|(?=\s*[.;](?:\s|$|\")))"
)
ACCOUNT = re.compile(
    r", (?:by|in)(?P<who> [^,;.\"]{2,50}?)['’]s (?:own )?(?P<verb>account|telling|version|reckoning|narrative|words)"
    r"(?:,(?= )|(?=\s*[.;](?:\s|$)))"
)
CITING = re.compile(r",? (?P<verb>citing|quoting)(?P<who> [^,;.:\"]{2,90}?)(?:,(?= )|(?=\s*[.;](?:\s|$|\")))")
SUPPOSING = re.compile(r"(?:^|(?<=[.!?] ))(?P<verb>If) (?P<who>true|confirmed|verified|accurate|correct),(?= )")
CUE = re.compile(
    r",? (?P<verb>without) (?:(?:providing|offering|giving|presenting|citing) )?(?:any |further |immediate )?"
    r"(?P<who>evidence|proof)(?:,(?= )|(?=\s*[.;](?:\s|$|\")))"
    r"|, (?:so )?it (?:is|was) (?P<verb3>said|alleged|claimed|believed|thought|reported)(?P<who3>)"
    r"(?:,(?= )|(?=\s*[.;](?:\s|$)))"
    r"|, (?P<verb2>by) (?P<who2>(?:some|most|many|all|several) accounts)(?:,(?= )|(?=\s*[.;](?:\s|$|\")))"
)
"""What tells how sure it is, and nobody's word."""
SPEAKS = re.compile(r"\b(?:said|says|reported|reports|reporting|announced|wrote|writes|claimed|revealed|confirmed)\b")
LEADING = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[.!?]\" ))\"?(?P<verb>According to)(?P<who> [^,;.:\"]{2,110}?)"
    r"(?:, (?:quoted|cited|interviewed) by (?P<whom>[^,;.\"]{2,40}?)(?: on \w+)?)?,(?= )"
)
LEADING_MORE = re.compile(
    rf"(?:^|(?<=[.!?] )|(?<=[.!?]\" ))\"?(?P<verb>According to)(?P<who> [^,;.:\"]{{2,90}}?), {MORE},(?= )"
)
TAIL_MORE = re.compile(
    rf",(?P<who> {NOT_WHO}[^,;.\"]{{2,90}}?), {MORE},? (?P<verb>{SAY}){WHEN}{{0,3}}(?=\s*[.;](?:\s|$|\"))"
)
"""Attributions to somebody of whom more is said: `according to Baro, commander of the Front`."""
HOLDER = re.compile(
    r"\b(?:commander|commandant|spokes(?:man|woman|person)|chief|head|leader|director|officer|deputy|minister|governor|"
    r"mayor|secretary|president|chair(?:man|woman)?|coordinator|representative|advis[eo]r|emir|inspector|commissioner|"
    r"superintendent|ambassador|prosecutor|lawyer|analyst|member|general|colonel|captain)\b"
)
NAME = re.compile(r"(?:[A-Z][\w'.-]+|al|el|bin|ag|de|ould)(?: (?:[A-Z][\w'.-]*|al|el|bin|ag|de|ould|del|la)){0,6}")
APPOSED = re.compile(r" (?:(?:an?|the|its|his|her|their|who|which|himself|herself)\b|[A-Z])[^,.;]{1,80},")
VAGUE = re.compile(r"\b(?:reports|accounts|rumou?rs|estimates|plans?|some|custom|tradition|law|schedule)$")

OPENED = re.compile(
    r"(?:\b(?:which|whom|who|that|where|when|and|but|while|although|though)"
    r"(?: (?:was|were|is|are|had|has|have|then|also)){0,2}|[;:])$"
)
"""Behind these, an attribution covers only what follows it: `an ambush in which, it said, nine died`."""

CLAUSAL = re.compile(
    r"\b(?:has|have|had|was|were|is|are|been|not|could|would|however|although|because|since|whose|after|before)\b"
)
SUBJECT = re.compile(
    r"\w (?:he|she|it|they|there|we|I)\b|\b(?:has|have|had|is|are|did|will)\b(?! (?:been )?(?:quoted|cited))"
)
"""A subject or a verb of its own within what should be a speaker: `his lawyer he is still in prison`."""


HEARD = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[.!?]\" ))(?P<who>)(?P<verb>(?:Speaking|Talking)(?: [\w-]+){0,3}? (?:to|with)"
    r"|In (?:an?|his|her) (?:[\w-]+ )?(?:interview|call|conversation) (?:with|to)|(?:Interviewed|Contacted|Reached) by)"
    r" (?P<whom>(?:the |state )?[A-Z][^,;.:\"]{1,50}?)(?: (?:late |early )?(?:on|by|under) [\w ]{3,24})?,"
    r"(?= (?:an?|the|one) [a-z])"
)
"""`Speaking to Radio Tamar, a member of the Front said …`: who is told, whom the parser takes for the member."""

PASSED_ON = re.compile(
    r"(?P<comma>,)? (?P<who>)(?P<verb>seen|obtained|reviewed|viewed|read out|carried|aired|broadcast|relayed|monitored)"
    r" (?:by|on|in) (?P<whom>(?:the |state )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3})"
    r"(?:(?(comma),|(?!))(?= )|"
    r"(?=,? (?:said|says|say|show|shows|showed|state|states|stated|claims|claimed|the|he|it)\b))"
)
"""`Court papers seen by Reuters show …`: through whom a product came."""
PAPER = re.compile(
    rf"\b(?:{cited.PRODUCT}|documents?|papers?|files?|footage|images?|records?|report)s?\b", re.IGNORECASE
)

PARTING = (INSIDE, INVERTED, ACCORDING, ACCORDING_MORE)
"""Those that may cover only what follows them."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution set aside: the range blanked, the range of who says so, the verb, and the range of who is told.

    One that `leads` stands before its sentence; one that comes `after` a relative or an `and` covers what follows it.
    `more` is the range of what more is said of the speaker, or of his name behind what he is.
    """

    start: int
    end: int
    who: tuple[int, int]
    verb: str
    whom: tuple[int, int] = (0, 0)
    leads: bool = False
    after: bool = False
    more: tuple[int, int] = (0, 0)

    @property
    def said(self) -> tuple[int, int]:
        """The range of who says so, with what more is said of him."""
        return (self.who[0], max(self.who[1], self.more[1]))

    def covers(self, start: int, end: int) -> bool:
        """Whether it belongs to a sentence: it stands in or right behind it, or just before it."""
        return 0 <= start - self.end <= 3 if self.leads else start <= self.start <= end + 3


def find(paragraph: Paragraph) -> list[Attribution]:
    """The attributions of a paragraph, in order, none overlapping another or a quotation."""
    found: list[Attribution] = []
    for match in _matches(paragraph.clean):
        start, end = match.span()
        verb = _first(match, "verb", "verb2").split()[0]
        leads = match.re in (LEADING, LEADING_MORE, OPENING, HEARD)
        who, whom, more = _span(match, "who", "who2"), _span(match, "whom", "whom2"), _span(match, "more")
        whole = Attribution(
            paragraph.start + start, paragraph.start + end,
            (paragraph.start + who[0] + (paragraph.clean[who[0]] == " "), paragraph.start + who[1]), verb,
            (paragraph.start + whom[0], paragraph.start + whom[1]) if whom[0] >= 0 else (0, 0),
            leads,
            match.re in PARTING and OPENED.search(paragraph.clean[:start].rstrip()) is not None,
            (paragraph.start + more[0], paragraph.start + more[1]) if more[0] >= 0 else (0, 0),
        )  # fmt: skip
        apart = not any(a.start < whole.end and whole.start < a.end for a in found)
        if apart and (leads or _stands_alone(paragraph, start)):
            found.append(whole)
    for match in (*CUE.finditer(paragraph.clean), *SUPPOSING.finditer(paragraph.clean)):
        start, end = paragraph.start + match.start(), paragraph.start + match.end()
        leads = match.re is SUPPOSING
        if not any(a.start < end and start < a.end for a in found):
            verb = _first(match, "verb", "verb2", "verb3")
            verb = "claimed" if verb in ("said", "reported") else verb  # `, it is said,`: nobody's word.
            after = not leads and OPENED.search(paragraph.clean[: match.start()].rstrip()) is not None
            found.append(Attribution(start, end, (start, start), verb, leads=leads, after=after))
    return sorted(found, key=lambda a: a.start)


def _first(match: re.Match[str], *groups: str) -> str:
    """The text of the first of these groups that took part, or `""`."""
    return next((found for g in groups if (found := match.groupdict().get(g))), "")


def _span(match: re.Match[str], *groups: str) -> tuple[int, int]:
    """Where the first of these groups that took part stands, or (-1, -1)."""
    return next((match.span(g) for g in groups if match.groupdict().get(g)), (-1, -1))


def _who(match: re.Match[str]) -> str:
    """Who speaks in a match, without the `who asked not to be named` behind it."""
    start, end = cited.who(match.string, *_span(match, "who", "who2"))[0]
    return match.string[start:end]


def _matches(clean: str) -> Iterator[re.Match[str]]:
    """What the patterns find, those passed over whose speaker is a clause or nobody."""
    for pattern in (LEADING_MORE, ACCORDING_MORE, TAIL_MORE):
        yield from (m for m in pattern.finditer(clean) if _one_speaker(m["who"].strip(), m["more"].strip()))
    yield from OPENING.finditer(clean)
    yield from HEARD.finditer(clean)
    for match in PASSED_ON.finditer(clean):
        if PAPER.search(_sentence_before(clean, match.start())) and is_outlet_named(match["whom"]):
            yield match
    for pattern in (TITLED_TAIL, SAID_BY, QUOTED, ACCOUNT, TAIL, INSIDE, INVERTED):
        yield from (m for m in pattern.finditer(clean) if not CLAUSAL.search(_who(m)))
    for match in LEADING.finditer(clean):
        product = cited.is_product(match.group("who"))
        if not VAGUE.search(match.group("who")) and (product or not APPOSED.match(clean[match.end() :])):
            yield match
    for match in ACCORDING.finditer(clean):
        if not VAGUE.search(match.group("who")) and not SUBJECT.search(match.group("who")):
            yield match
    for match in CITING.finditer(clean):
        sentence = _sentence_before(clean, match.start()) + re.split(r"[.!?]\s", clean[match.end() :])[0]
        if SPEAKS.search(sentence) and _somebody(match.group("who")):
            yield match


def _one_speaker(who: str, more: str) -> bool:
    """Whether two phrases with a comma between are one speaker: `Baro, commander of the Front`, `the chief, Baro`."""
    named = NAME.search(who)
    if HOLDER.search(more) and not CLAUSAL.search(more):
        # `According to a statement by A, its commander B …`: it is A's commander.
        return named is not None and named.end() == len(who) and not cited.is_product(who)
    return HOLDER.search(who) is not None and not CLAUSAL.search(who) and NAME.fullmatch(more) is not None


def _sentence_before(clean: str, at: int) -> str:
    return re.split(r"[.!?;]\s", clean[max(0, at - 600) : at])[-1]


def _somebody(who: str) -> bool:
    """Whether words speak of somebody, or of papers, who may be cited: no `citing ill health`."""
    nouns = lexicon.nouns()
    speaking = nouns.persons | nouns.groups | nouns.products | {"report", "document", "source", "account"}
    words = who.split()
    return any(w[:1].isupper() or w.lower() in speaking or w.lower().removesuffix("s") in speaking for w in words)


def _stands_alone(paragraph: Paragraph, start: int) -> bool:
    """Whether a clause worth attributing stands before it in the same sentence, and no quotation is cut."""
    sentence = re.split(r"[.!?;]\s", paragraph.clean[:start])[-1]
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
    for match in re.finditer(r" and (?=(?:a|an|the|two|three|several|his|her|[A-Z])\b)", words):
        parts.append((who[0] + at, who[0] + match.start()))
        at = match.end()
    parts.append((who[0] + at, who[1]))
    return parts
