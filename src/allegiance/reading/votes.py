"""What a name seems to name, by its own words, by its neighbours and by the model: weights, settled over a document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from allegiance import names
from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.layout import Paragraph
from allegiance.reading.runs import Entity, Mention

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
        (
            r"\b(?:in|at|near|outside|around|across|throughout|inside|to the (?:north|south|east|west) of)(?: the)?",
            Kind.PLACE,
            1.7,
        ),
        (
            r"\b(?:\d\d,? (?:of|from|a native of|born in)|\w+ (?:residents?|natives?|natives) of)(?: the)?",
            Kind.PLACE,
            2.0,
        ),
        (
            r"\b(?:towns?|cit(?:y|ies)|villages?|provinces?|districts?|regions?|valleys?|state|agency|county|area|prefecture|sector|commune|governorate|department|port|island|river|hills|streets|residents|municipality) of(?: the)?",
            Kind.PLACE,
            3.0,
        ),
        (
            r"\b(?:entered|retook|reached|stormed|besieged|travelled to|traveled to|fled to|flown to|returned to|road to|outskirts of|born in|native of)(?: the)?",
            Kind.PLACE,
            1.3,
        ),
        (
            r"\b(?:controls?|controlled|controlling|occup(?:y|ies|ied|ying)|overran|recaptured|holds|held|governs|governed|patrols?|patrolled)(?: the)?",
            Kind.PLACE,
            0.8,
        ),
        (
            r"\b(?:pledged|swore|sworn|pledging|swearing|declared|renewed)[\w' ]{0,20} (?:allegiance|loyalty|fealty|oath|bay'?a\w?) to(?: the)?",
            Kind.GROUP,
            0.7,
        ),
        (r"\b(?:joined|joining|joins|join|quit|deserted|left|rejoined) (?:the )?(?:rival )?", Kind.GROUP, 0.9),
        (
            r"\b(?:fighters?|members?|militants?|leaders?|commanders?|emirs?|founders?|spokes(?:man|woman|person)|wing|branch|faction|arm|ranks|columns?|remnants|elements|affiliate|splinter|offshoot|chief|head|units?|cell) (?:of|from|in|for|with) (?:the )?",
            Kind.GROUP,
            1.6,
        ),
        (
            r"\b(?:group|faction|militia|movement|organi[sz]ation|party|gang|cartel|alliance|coalition|rival|outfit|clan|network|umbrella|formation|transnational|breakaway|splinter|banned|outlawed|wing|arm|branch|affiliate|offshoot|unit|proxy|mouthpiece|ally|foe|channel|weekly|daily|newspaper|station|outlet|agency)(?:,| called| known as| named)? (?:the )?",
            Kind.GROUP,
            2.0,
        ),
        (
            r"\b(?:attack(?:ed|s|ing)|shell(?:ed|s|ing)|bomb(?:ed|s|ing)|raid(?:ed|s|ing)|overran|occupied)",
            Kind.PLACE,
            1.1,
        ),
        (
            r"\b(?:commands?|commanded|commanding|leads?|led|leading|heads?|headed|heading|co-?founded|founded|chairs?|"
            r"chaired|runs|ran|disbanded|outlawed|banned|proscribed|funds|funded|finances|financed)(?: the)?",
            Kind.GROUP,
            1.3,
        ),
        (
            r"\b(?:defect(?:ed|ing|s)?|desert(?:ed|ing)?|defection|went over|gone over|cross(?:ed)? over|switched) (?:from|to) (?:the )?(?:rival )?",
            Kind.GROUP,
            1.5,
        ),
        (
            r"\b(?:commander|leader|chief|emir|spokes(?:man|woman|person)|fighter|militant|lawyer|brother|son|nephew|cousin|wife|husband|father|daughter|uncle|aide|deputy|successor|predecessor|lieutenant|founder|president|secretary|treasurer|officer|one|couriers?|members|men|fighters|suspects|prisoners|brothers|sisters|sons|commanders|leaders|emirs|officers|figures|defectors|lawyers?|witness(?:es)?|judge|journalist|detainees?)(?: of the \w+)?(?:,| named| called|:)?",
            Kind.PERSON,
            1.5,
        ),
    )
)


_AFTER: tuple[tuple[re.Pattern[str], Kind, float], ...] = tuple(
    (re.compile(r"^\s*" + pattern, re.IGNORECASE), kind, weight)
    for pattern, kind, weight in (
        (r"(?:provinces?|districts?|city|town|village|valley|region|governorate|department|county|island|river|mountains?|airport|bridge|port|forest|hills|plain|checkpoint|crossing|barracks|base|camp|prison|refinery|oilfield|area|airfield|border)\b", Kind.PLACE, 2.0),
        (r"(?:fighters?|militants?|rebels?|guerrillas?|commanders?|leaders?|members?|spokes(?:man|woman|person)|insurgents|gunmen|troops|forces|positions?|stronghold|militia|faction|loyalists|emirs?|chief|network|cell|convoy|soldiers|leadership)\b", Kind.GROUP, 1.8),
        (r"(?:man|woman|couple|teenager|native|residents?|market|court|jail|police station|square|stadium)\b", Kind.PLACE, 1.5),
        (r"'s? (?:fighters?|militants?|members?|leadership|ranks|branch|wing|media arm|central|convoy|positions|founder)\b", Kind.GROUP, 1.4),
        (r"'s? (?:commanders?|leaders?|spokes(?:man|woman|person)|emirs?)\b", Kind.GROUP, 0.8),
        (r"'s (?:men|brother|death|arrest|son|deputy|capture|killing|lawyer|family|successor|predecessor|wife|followers|loyalists|defection)\b", Kind.PERSON, 1.0),
        (r"claimed (?:responsibility|the)\b", Kind.GROUP, 1.0),
        (r"(?:,| is| was| are| were|, which (?:is|was)) (?:an? |the |its |their )?(?:(?-i:[a-z])[\w-]* ){0,4}(?-i:group|militia|faction|movement|organi[sz]ation|alliance|coalition|clan|cartel|gang|party|network|outlet|channel|arm|wing|branch|affiliate|offshoot|splinter|breakaway|battalion|brigade|daily|weekly|newspaper|mouthpiece|front|bloc)\b", Kind.GROUP, 1.8),
        (r"(?:said|told|denied|vowed|insisted|added|recalled|replied|was born|himself|herself)\b", Kind.PERSON, 0.4),
        (r",? (?:aged )?\d\d(?:,|-year)", Kind.PERSON, 3.0),
        (r",? (?:also known as|alias|aka|nom de guerre|better known|nicknamed)\b", Kind.PERSON, 0.8),
        (r",? who\b", Kind.PERSON, 1.2),
        (r",? (?:was|were|is|has been) (?:an? |the )?(?:raised|founded|formed|established|set up|created|disbanded|dissolved|outlawed|banned|composed)\b", Kind.GROUP, 2.0),
        (r",? which (?:has|had|is|was|claims?|claimed|operates|controls|emerged)\b", Kind.GROUP, 0.8),
        (r",? (?:an? |the |its |their |his |her )?(?:\w+[ -]){0,4}(?:commander|leader|emir|spokes(?:man|woman|person)|founder|fighter|chief|deputy|brother|lawyer|governor|colonel|general)\b", Kind.PERSON, 1.4),
    )
)  # fmt: skip


TITLED = re.compile(r"(?P<title>[^\W\d]+)\.?,? [\"']$")
"""The word before a quoted name: `Commander "Leopard"`."""
WILAYAT = re.compile(r"[WV]ilay(?:at|ah|a|et)\b")


Ballot = list[tuple[Kind, float]]


def votes_for(paragraph: Paragraph, mention: Mention, entities: Sequence[Entity]) -> tuple[tuple[Kind, float], ...]:
    """What the words, their neighbours and the model suggest that the name names, as weights by kind."""
    tally: dict[Kind, float] = {}
    for kind, weight in (*_own_words(paragraph, mention), *_model(mention, entities), *_neighbours(paragraph, mention)):
        tally[kind] = tally.get(kind, 0.0) + weight
    return tuple(tally.items())


def _looks_personal(mention: Mention) -> bool:
    """Whether the name is shaped as a person's: two to four capitalised words, none of them a group's."""
    words = [w for w in mention.text.split() if not w.islower()]
    if not 2 <= len(words) <= 4 or names.has_group_word(mention.text) or mention.country or mention.register:
        return False
    return all(w[0].isupper() or w.lower() in names.PARTICLES for w in words) and not _many(words[-1])


def _many(word: str) -> bool:
    """Whether a word looks like an English plural (`Wolves`, `Eagles`), as no single person's name does."""
    return len(word) > 4 and word.isascii() and bool(re.search(r"(?:[^aeiousy']|[aeo]e|[vtlrnk]e|ie)s$", word))


def _own_words(paragraph: Paragraph, mention: Mention) -> Ballot:
    """Titles, kunyas, nicknames, words that groups are called by, acronyms, and what the register says."""
    votes: Ballot = []
    if mention.known is not Kind.UNKNOWN:
        votes.append((mention.known, 12.0))
    if mention.rank or mention.office:
        votes.append((Kind.PERSON, 4.0))
    titled = TITLED.search(paragraph.clean[: mention.start - paragraph.start])
    if titled and titled.group("title").lower() in names.TITLES:
        votes.append((Kind.PERSON, 4.0))
    if names.has_kunya(mention.name) or mention.nick:
        votes.append((Kind.PERSON, 2.5))
    if WILAYAT.match(mention.text):
        owned = paragraph.clean[: mention.start - paragraph.start].endswith("'s ")
        votes.append((Kind.GROUP, 40.0 if owned else 6.0))
    elif names.has_group_word(mention.text) and not mention.rank:
        votes.append((Kind.GROUP, 3.0))
    elif names.is_acronym(re.sub(r" ?\(.+\)$", "", mention.text)) and not mention.country:
        votes.append((Kind.GROUP, 2.5))
    if _looks_personal(mention):
        votes.append((Kind.PERSON, 0.7))
    if " " in mention.text and mention.text.split()[-1].lower() in lexicon.sites():
        votes.append((Kind.PLACE, 2.5))
    return votes


def _model(mention: Mention, entities: Sequence[Entity]) -> Ballot:
    """The model's entities over the name; it takes many persons of far countries for bodies."""
    votes: Ballot = []
    personal = _looks_personal(mention)
    for entity in entities:
        if entity.start < mention.end and mention.start < entity.end and entity.label in LABELS:
            kind, weight = LABELS[entity.label]
            exact = entity.start >= mention.start - 4 and entity.end <= mention.end + 2
            weight *= (1.0 if exact else 0.4) * (0.5 if personal and kind is not Kind.PERSON else 1.0)
            votes.append((kind, weight))
    return votes


def _neighbours(paragraph: Paragraph, mention: Mention) -> Ballot:
    """The words before and behind the name."""
    start, end = mention.start - paragraph.start, mention.end - paragraph.start
    before, after = paragraph.clean[max(0, start - 60) : start], paragraph.clean[end : end + 60]
    owned = after.startswith("'s ")
    votes = [(k, w) for pattern, k, w in _BEFORE if not (owned and k is Kind.PLACE) and pattern.search(before)]
    votes += [(k, w) for pattern, k, w in _AFTER if pattern.search(after)]
    if before.lower().endswith("the ") and not mention.country:
        votes += [(Kind.PERSON, -1.0), (Kind.GROUP, 1.2 if _many(mention.text.split()[-1]) else 0.5)]
    return votes
