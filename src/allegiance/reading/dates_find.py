"""Find the dates in English prose: one pass of one pattern, then the words before each, then ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from allegiance.reading import dates_words as words
from allegiance.reading.dates_elapsed import ELAPSED_RULES
from allegiance.reading.dates_phrase import DatePhrase, Lean, Moment, Part, Relation, Shape, Unit
from allegiance.reading.dates_rules import DATE_RULES, Rule
from allegiance.reading.dates_words import NUMBER, ORDINAL

_STEMS = (
    "day", "DAY", "week", "month", "year", "19", "20", "night", "ago", "later", "hour", "minute", "decade", "then",
    "Then", "Jan", "Feb", "March", "Mar.", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "MARCH",
    "JAN", "FEB", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC", "spring", "summer", "autumn", "fall",
    "winter", "Spring", "Summer", "Autumn", "Fall", "Winter", "9/11", "/7", "/11", "Christmas", "Year", "18", "0s",
    "morrow", "since when", "afternoon", "evening", "morning", "quarter", "that time", "that point", "that date",
    "same date",
    " the 1", " the 2", " the 3", " the 4", " the 5", " the 6", " the 7", " the 8", " the 9", "season", "harvest",
    "monsoon", "Rama", "Ramz", "Eid", "Muharram", "Ashura", "Nowruz", "Newroz", "Nauroz", "Easter", "Diwali",
    "Passover", "Kippur", "Rajab", "Sha", "Dhu", "Tabaski", "13", "14", "TODAY", "TONIGHT",
)  # fmt: skip
"""Every date holds one of these, so a sentence without them is passed over at once."""

_RELATIONS = {
    "since": Relation.SINCE,
    "ever since": Relation.SINCE,
    "from": Relation.FROM,
    "starting from": Relation.FROM,
    "starting in": Relation.FROM,
    "starting on": Relation.FROM,
    "beginning in": Relation.FROM,
    "beginning on": Relation.FROM,
    "as from": Relation.FROM,
    "until": Relation.UNTIL,
    "till": Relation.UNTIL,
    "up until": Relation.UNTIL,
    "up to": Relation.UNTIL,
    "by": Relation.BY,
    "no later than": Relation.BY,
    "before": Relation.BEFORE,
    "prior to": Relation.BEFORE,
    "ahead of": Relation.BEFORE,
    "earlier than": Relation.BEFORE,
    "after": Relation.AFTER,
    "following": Relation.AFTER,
    "later than": Relation.AFTER,
    "between": Relation.BETWEEN,
    "as of": Relation.AS_OF,
    "as at": Relation.AS_OF,
    "for": Relation.FOR,
    "over": Relation.OVER,
    "during": Relation.OVER,
    "throughout": Relation.OVER,
    "within": Relation.OVER,
    "in": Relation.IN,
    "on": Relation.ON,
    "at": Relation.ON,
    "dated": Relation.ON,
}
_SIDED = frozenset(_RELATIONS.values()) - {Relation.IN, Relation.ON, Relation.OVER, Relation.AS_OF}
_RELATION = r"(?:(?:(?P<first>not)\s+)?(?P<relation>" + "|".join(sorted(_RELATIONS, key=len, reverse=True)) + r")\s+)?"
_ABOUT_WORDS = r"about|around|circa|ca?\.|roughly|approximately|on or about|on or around|or about|or around"
_LOOSE = (
    rf"(?:(?:(?P<about>{_ABOUT_WORDS})|sometime in|some time in|at least|as (?:early|late|lately|recently|far back) as"
    r"|probably|possibly|perhaps|only|just|as)\s+)*"
)
_PART = (
    r"(?:(?:in )?(?:the\s+)?(?P<nuance>early|mid|late)(?:\s?[-–]\s?|\s+(?:in\s+|on\s+|into\s+)?(?:the\s+)?)"
    r"|(?:the\s+)?(?P<edge>very beginning|beginning|start|outset|(?:opening|first) (?:days|weeks|months)"
    r"|end|close|(?:closing|last|final) (?:days|weeks|months)|tail end|middle)"
    r"\s+of\s+(?:the\s+)?"
    rf"|(?:the\s+)?(?P<nth>{ORDINAL}|last|final|latter|1st|2nd|3rd|4th)\s+(?P<piece>half|quarter|week|"
    rf"day)\s+of\s+(?:the\s+)?"
    rf"|(?:the\s+)?(?P<side>first|last|final|opening|closing)\s+(?P<run>{NUMBER})\s+months\s+of\s+(?:the\s+)?"
    r"|(?P<half>earlier|later)\s+(?:(?:in|on|during)\s+)?(?:the\s+)?"
    r"|(?P<hours>(?:the\s+)?(?:early hours|small hours|night|evening|morning|afternoon|dawn|eve) of\s+"
    r"|(?:at )?(?:dawn|noon|dusk|midnight|midday)\s+(?:on\s+)?))?"
)
_DASHES = frozenset("-–—/")
_ARTICLE_BEFORE = re.compile(r"(?i:\b(?:the|an?|his|her|its|their|our)|['’]s)\s{1,3}$")
_POSSESSIVE = re.compile(r"['’]s\s{1,3}[\w“\"‘]|['’]s$")
_TO_NOW = re.compile(r"\s{0,2}(?:[-–—]|to|until|till)\s{0,2}(?:the )?(?:present(?: day)?|now|date)\b")
_LATIN_DASH = re.compile(r"\s?[-–—/]\s?")


@dataclass(slots=True)
class _Hit:
    """A date found, with the words before it: where it starts with and without them."""

    start: int
    core: tuple[int, int]
    moments: tuple[Moment, ...]
    relation: Relation
    explicit: str
    attributive: bool
    end: int


@cache
def _rules() -> dict[str, Rule]:
    return {rule.name: rule for rule in DATE_RULES + ELAPSED_RULES}


def _spaced(pattern: str) -> str:
    """A pattern in which each space stands for a short run of white space, bounded so that no text makes it slow."""
    return pattern.replace(" ", r"\s{1,4}")


@cache
def _pattern() -> re.Pattern[str]:
    """All rules as one pattern; the name of the group that matched is that of the rule."""
    bare = (f"(?P<{name}>{re.sub(r'[?]P<[a-z_]+>', '?:', _spaced(rule.pattern))})" for name, rule in _rules().items())
    return re.compile(r"(?<!\w)(?:" + "|".join(bare) + ")")


@cache
def _rule_pattern(name: str) -> re.Pattern[str]:
    return re.compile(_spaced(_rules()[name].pattern))


@cache
def _lead() -> re.Pattern[str]:
    """What may stand before a date and belongs to it: a relation, a loose word, a part."""
    return re.compile(r"(?i)(?:(?<=^)|(?<=[^\w-]))" + _RELATION + _LOOSE + _PART + r"(?:the\s+)?$")


def find_dates(text: str) -> list[DatePhrase]:
    """The dates that an English text names, in order, none overlapping another, each as long as its words run.

    Numbers that date nothing are left alone (`2 rebels`, `Front 9`, `the August 21 Movement`), and so are dates that
    may be read two ways (`03/04/2014`).
    """
    if not any(stem in text for stem in _STEMS):
        return []
    hits = _hits(text)
    phrases = []
    at = 0
    while at < len(hits):
        first = hits[at]
        second = hits[at + 1] if at + 1 < len(hits) else None
        phrase, used = _joined(text, first, second)
        phrases.append(phrase)
        at += used
    return phrases


def _hits(text: str) -> list[_Hit]:
    hits: list[_Hit] = []
    floor = 0
    for match in _pattern().finditer(text):
        name = match.lastgroup or ""
        detail = _rule_pattern(name).match(text, match.start())
        moments = _rules()[name].build(detail) if detail else ()
        if moments:
            hits.append(_hit(text, floor, match.span(), moments))
            floor = hits[-1].end
    return hits


def _hit(text: str, floor: int, core: tuple[int, int], moments: tuple[Moment, ...]) -> _Hit:
    """A date with the words before it, which begin no earlier than `floor`."""
    start, end = core
    behind, ahead = text[max(floor, start - 64) : start], text[end : end + 24]
    possessive = _POSSESSIVE.match(ahead) is not None
    named = _attributes(text[start:end], behind, ahead, moments[0])
    relation = _natural(moments[0])
    if possessive or named:
        lead = _lead().search(behind)
        part = lead if lead and not lead["relation"] and not lead["about"] else None
        moments, begin = _with_part(moments, part)
        start -= begin
        return _Hit(start, core, moments, relation, "", True, end)
    lead = _lead().search(behind)
    explicit = ""
    if lead and lead[0]:
        if lead["relation"]:
            explicit = " ".join(lead["relation"].lower().split())
            relation = _natural(moments[0]) if lead["first"] else _RELATIONS[explicit]
        moments, begin = _with_part(moments, lead)
        if lead["about"]:
            moments = tuple(replace(moment, about=True) for moment in moments)
        start -= max(begin, len(lead[0]))
        if relation in (Relation.IN, Relation.ON):
            relation = _natural(moments[0])
    onward = re.match(r"\s(?:on|onwards?)\b(?!\s(?:the|an?)\b)", ahead)
    if relation is Relation.FROM and onward:
        end += len(onward[0])
    to_now = _TO_NOW.match(ahead)
    if to_now and relation not in (Relation.UNTIL, Relation.BEFORE, Relation.BY):
        relation, explicit, end = Relation.SINCE, "since", end + len(to_now[0])
    return _Hit(start, core, moments, relation, explicit, False, end)


def _attributes(core: str, behind: str, ahead: str, moment: Moment) -> bool:
    """Whether the date stands between an article and the noun that it dates: `the May 20 raid`."""
    if moment.shape is not Shape.DATE or core.lower().startswith(("the ", "this ", "that ", "last ")):
        return False
    return (
        _ARTICLE_BEFORE.search(behind) is not None and re.match(r"[\s][\w“\"‘]", ahead) is not None and "of" not in core
    )


def _natural(moment: Moment) -> Relation:
    """`on` a day, `in` a month or year, `over` a stretch, `for` a length."""
    if moment.shape is Shape.LENGTH:
        return Relation.FOR
    if moment.shape is Shape.WINDOW:
        return Relation.OVER
    day = (
        moment.day
        or moment.part is Part.DAY
        or moment.shape is Shape.WEEKDAY
        or (moment.shape is Shape.SHIFT and moment.unit is Unit.DAY)
    )
    return Relation.ON if day else Relation.IN


def _with_part(moments: tuple[Moment, ...], lead: re.Match[str] | None) -> tuple[tuple[Moment, ...], int]:
    """The moments narrowed to the part that the words before them name, and how many characters those take."""
    if lead is None:
        return moments, 0
    part, nth, group = _part(lead)
    if not group:
        return moments, 0
    length = len(lead[0]) - (lead.start(group) - lead.start())
    if part is Part.WHOLE:
        return moments, length
    if len(moments) == 1:
        return (replace(moments[0], part=part, nth=nth),), length
    return tuple(replace(moment, about=True) for moment in moments), length


def _part(lead: re.Match[str]) -> tuple[Part, int, str]:
    """Part, how many, and the group of the lead that says it."""
    if lead["nuance"]:
        return Part(lead["nuance"].lower()), 0, "nuance"
    if lead["edge"]:
        word = lead["edge"].lower()
        if word == "middle":
            return Part.MID, 0, "edge"
        late = word.startswith(("end", "clos", "last", "final", "tail"))
        return Part.END if late else Part.START, 0, "edge"
    if lead["nth"]:
        word = lead["nth"].lower()
        last = word in ("last", "final", "latter")
        piece = Part(lead["piece"].lower())
        nth = (2 if piece is Part.HALF else -1) if last else words.day_number(word)
        return piece, nth, "nth"
    if lead["side"]:
        sign = 1 if lead["side"].lower() in ("first", "opening") else -1
        return Part.MONTHS, sign * words.number(lead["run"]), "side"
    if lead["half"]:
        return Part.SO_FAR if lead["half"].lower() == "earlier" else Part.REST, 0, "half"
    return (Part.WHOLE, 0, "hours") if lead["hours"] else (Part.WHOLE, 0, "")


def _joined(text: str, first: _Hit, second: _Hit | None) -> tuple[DatePhrase, int]:
    """One phrase of a hit, or of two that make a range or count from one another; and how many hits it took."""
    if len(first.moments) == 2:
        return _phrase(text, first, until=first.moments[1]), 1
    if second is None or len(second.moments) != 1 or second.start - first.end > 24:
        return _phrase(text, first), 1
    gap = text[first.end : second.start]
    if _counts_from(text, first, second, gap):
        return _phrase(text, first, base=second.moments[0], end=second.end), 2
    if _ranges(text, first, second, gap):
        start, end = _shared(first.moments[0], second.moments[0])
        plain = gap.strip().lower() in ("and", "or") or first.relation in _SIDED
        relation = first.relation if plain else Relation.BETWEEN
        whole = replace(first, moments=(start,), relation=relation)
        return _phrase(text, whole, until=end, end=second.end), 2
    return _phrase(text, first), 1


def _counts_from(text: str, first: _Hit, second: _Hit, gap: str) -> bool:
    """Whether the first counts from the second: `two days after 3 March`."""
    moment = first.moments[0]
    counted = moment.shape is Shape.SHIFT and moment.lean is Lean.ANCHOR and moment.count != 0
    words_end = text[first.core[0] : first.end].lower().endswith(("after", "before", "prior to"))
    dated = second.moments[0].shape in (Shape.DATE, Shape.WEEKDAY) and not second.explicit
    return counted and words_end and dated and gap.strip().lower() in ("", "the")


def _ranges(text: str, first: _Hit, second: _Hit, gap: str) -> bool:
    """Whether the two are the ends of a range."""
    one, other = first.moments[0], second.moments[0]
    calendar = {Shape.DATE, Shape.WEEKDAY, Shape.SEASON, Shape.SHIFT, Shape.DECADE}
    if one.shape not in calendar or other.shape not in calendar or first.attributive:
        return False
    link = gap.strip().lower()
    opens = first.relation in (Relation.FROM, Relation.BETWEEN, Relation.SINCE)
    if link in _DASHES and not second.explicit:
        tight = len(gap) == 1 or (link != "—" and text[first.start - 1 : first.start] == "(")
        return one.shape is other.shape and tight and first.relation not in (Relation.UNTIL, Relation.BEFORE)
    if not link and second.relation is Relation.UNTIL and second.explicit:
        return opens
    if link in ("to", "through", "thru") and not second.explicit:
        return opens or (one.shape is other.shape and not first.explicit) or first.relation is Relation.IN
    if link == "or" and not second.explicit:
        return one.shape is other.shape and not second.attributive and _finer_than(one) == _finer_than(other)
    if link == "and" and not second.explicit:
        return first.relation is Relation.BETWEEN or (not second.attributive and _neighbours(one, other))
    return False


def _finer_than(moment: Moment) -> tuple[bool, bool]:
    """Whether a moment names a month, and a day: dates that are alike may be told as either of two."""
    return moment.month > 0, moment.day > 0


def _neighbours(one: Moment, other: Moment) -> bool:
    """Whether two plain months, or two years, follow one another: `in March and April`."""
    if one.shape is not Shape.DATE or other.shape is not Shape.DATE or one.day or other.day or one.part or other.part:
        return False
    if one.month and other.month and not one.year:
        return other.month == one.month + 1 and one.pick == other.pick
    return bool(not one.month and not other.month and one.year and other.year == one.year + 1)


def _shared(one: Moment, other: Moment) -> tuple[Moment, Moment]:
    """The ends of a range, each with the year that the other gives: `between March and May 2020`."""
    if one.shape is not Shape.DATE or other.shape is not Shape.DATE or not one.month or not other.month:
        return one, other
    backwards = (one.month, one.day) > (other.month, other.day if one.day else 0)
    if other.year and not one.year and one.pick is other.pick and not one.shifted:
        return replace(one, year=other.year - backwards, lean=other.lean), other
    if one.year and not other.year and not other.shifted:
        return one, replace(other, year=one.year + backwards, lean=one.lean)
    return one, other


def _phrase(
    text: str, hit: _Hit, *, until: Moment | None = None, base: Moment | None = None, end: int = 0
) -> DatePhrase:
    moment, end = hit.moments[0], end or hit.end
    ranged = until is not None and hit.relation in (Relation.FROM, Relation.SINCE)
    relation = Relation.BETWEEN if ranged else hit.relation
    return DatePhrase(
        span=(hit.start, end),
        text=text[hit.start : end],
        kind=_kind(moment, until, base),
        relation=relation,
        moment=moment,
        core=hit.core,
        attributive=hit.attributive,
        until=until,
        base=base,
    )


def _kind(moment: Moment, until: Moment | None, base: Moment | None) -> str:
    shapes = {part.shape for part in (moment, until, base) if part}
    if Shape.LENGTH in shapes:
        return "duration"
    if Shape.VAGUE in shapes:
        return "unresolved"
    leans = {part.lean for part in ((base,) if base else (moment, until)) if part}
    return (Lean.ANCHOR if Lean.ANCHOR in leans else Lean.REFERENCE if Lean.REFERENCE in leans else Lean.NOTHING).value
