"""The forms that a date takes in English prose: a table of patterns, each with what its words mean.

In a pattern a space stands for a run of white space. A builder gets the match and answers with the moments that it
says: one, two for the ends of a range, none where the words turn out to be no date (`the August 21 Movement`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from allegiance.reading import dates_words as words
from allegiance.reading.dates_phrase import Lean, Moment, Pick, Shape, Unit
from allegiance.reading.dates_words import (
    COUNTED,
    DAY_NUMBER,
    MONTH,
    ORDINAL,
    SEASON,
    SHORT_WEEKDAY,
    SHORT_YEAR,
    WEEKDAY,
    YEAR,
)

Moments = tuple[Moment, ...]
Builder = Callable[[re.Match[str]], Moments]

PICK = (
    r"(?i:last|past|this|next|every|each|that same|that|the (?:very )?same|the following|the next|the previous"
    r"|the preceding|the current|the coming|the ensuing|the subsequent)"
)
_TAIL = (
    r"(?:,? (?:of )?(?P<tail>last|this|next|that same|that|the same|the following|the next|the previous|the preceding)"
    r" year\b)"
)
_ANY_YEAR = rf"(?:(?:,\s{{0,4}}| )(?P<year>{YEAR}|{SHORT_YEAR})(?![\w%]|[.,]\d|(?<=00) {COUNTED}))"
_DASH = r"(?:\s{0,2}[-–—]\s{0,2}| and | to )"
_DAY_OF_WEEK = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),? )?"
_TIME_OF_DAY = r"(?: (?:at )?(?:(?:early|late) )?(?:morning|afternoon|evening|night|dawn|dusk|noon|midday|midnight)\b)?"
_NAME_TAIL = re.compile(
    r"\s(?:Youth |People['’]s |Revolutionary |Martyrs['’]? |National |Liberation |Popular |United |Democratic )*"
    r"(?:Movement|Brigades?|Battalion|Front|Coalition|Organi[sz]ation|Group|Revolution|Army|Regiment|Alliance|Martyrs"
    r"|Company|Division|Forces?|Street|Square|Bridge|University|Committee|Union|Party|Commune|Hospital|Club|School"
    r"|Column|Current|Network|Foundation|Institute|Times|Telegraph|Express|Mail|Mirror|Herald|Post|Monitor|Prize|Medal)\b"
)
_NAMED_DAY = re.compile(r"\b(?:Black|Bloody|Good|Ash|Palm|Easter|Holy|Super|Cyber|Shrove|Maundy|Red)\s$")
_ENDS_CAPITALISED = re.compile(r"(?<![.!?:]\s)(?<!^)\b(?!In|On|By|At|Since|Until|From|After|Before|Last)[A-Z][a-z]+\s$")
_PREPOSITION = re.compile(
    r"(?i:\b(?:in|since|until|till|by|before|after|from|to|between|and|during|throughout|through|of|around|about|roughly|or"
    r"|early|late|mid|circa|than|as|prior to|ahead of|following|for|on|until late|over))[\s]\s?$|[-–/]$"
)
_ARTICLE = re.compile(r"(?i:\b(?:the|an?|his|her|its|their|our|that|this)|['’]s)\s$")
_NOUN_AHEAD = re.compile(
    r"[\s](?!(?:on|of|and|in|to|the|for|from|that|which|who|was|were|is|are|has|had|have|with|by|at|as|but|or|when|after"
    r"|before|until|since|he|she|it|they|we|would|will|may|said|an?)\b)[a-z][a-z-]+"
)
_PLURAL_AHEAD = re.compile(r"\s(?!(?:was|has|his|its|this|does|[a-z]*(?:wards|ss|us|is|ways|haps))\b)[a-z]{3,}s\b")
_TWENTIETH_CENTURY = range(50, 100, 10)


@dataclass(frozen=True, slots=True)
class Rule:
    """One form: its name, its pattern, and what to make of a match."""

    name: str
    pattern: str
    build: Builder


def before(found: re.Match[str]) -> str:
    """A few words before a match."""
    return found.string[max(0, found.start() - 24) : found.start()]


def after(found: re.Match[str]) -> str:
    """A few words after a match."""
    return found.string[found.end() : found.end() + 60]


def leaning(word: str) -> tuple[Lean, Pick]:
    """What a word such as `last`, `that` or `the following` leans on, and which way it points."""
    lowered = " ".join(word.lower().split())
    if lowered in ("last", "past"):
        return Lean.REFERENCE, Pick.LAST
    if lowered in ("this", "the current"):
        return Lean.REFERENCE, Pick.THIS
    if lowered in ("next", "the coming"):
        return Lean.REFERENCE, Pick.NEXT
    if lowered in ("the previous", "the preceding"):
        return Lean.ANCHOR, Pick.LAST
    if lowered in ("that", "that same", "the same", "the very same"):
        return Lean.ANCHOR, Pick.THIS
    return Lean.ANCHOR, Pick.NEXT


def steps(pick: Pick) -> int:
    """-1 for last, 1 for next, else 0."""
    return {Pick.LAST: -1, Pick.NEXT: 1}.get(pick, 0)


def year_number(text: str) -> int:
    """2014 for `2014`, 92 for `'92`."""
    return int(text.lstrip("'’‘"))


def _dated(moment: Moment, found: re.Match[str]) -> Moment:
    """`moment` with the year that the match gives, as digits or as `of last year`."""
    groups = found.groupdict()
    if groups.get("year"):
        year = year_number(groups["year"])
        return replace(moment, year=year, lean=Lean.NOTHING if year > 99 else Lean.REFERENCE)
    if groups.get("tail"):
        lean, pick = leaning(groups["tail"])
        return replace(moment, lean=lean, shifted=Unit.YEAR, count=steps(pick))
    return moment


def _is_a_name(found: re.Match[str]) -> bool:
    return _NAME_TAIL.match(after(found)) is not None


def _iso(found: re.Match[str]) -> Moments:
    return _real(Moment(Shape.DATE, year=int(found["year"]), month=int(found["month"]), day=int(found["day"])))


def _numeric(found: re.Match[str]) -> Moments:
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    dotted = found.group().count(".") == 2  # `05.07.2018`: with stops between, the day is ahead.
    if first != second and first <= 12 and second <= 12 and not dotted:
        return ()
    day, month = (first, second) if dotted or first > 12 or first == second else (second, first)
    return _real(Moment(Shape.DATE, year=year, month=month, day=day))


_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _real(*moments: Moment) -> Moments:
    """These moments, or none where one names a day that its month has not."""
    for moment in moments:
        if not 1 <= moment.month <= 12 or not 1 <= moment.day <= _DAYS_IN_MONTH[moment.month - 1]:
            return ()
        leap = moment.year % 4 == 0 and (moment.year % 100 != 0 or moment.year % 400 == 0)
        if moment.year > 99 and moment.month == 2 and moment.day == 29 and not leap:
            return ()
    return moments


def _day_and_month(found: re.Match[str]) -> Moments:
    if not found["year"] and not found["tail"] and _is_a_name(found):
        return ()
    month = words.month_number(found["month"])
    day = found.groupdict().get("day") or found["ordinal"]
    start = _dated(Moment(Shape.DATE, Lean.REFERENCE, month=month, day=words.day_number(day)), found)
    if not found["to"]:
        return _real(start)
    end = replace(start, day=words.day_number(found["to"]))
    return _real(start, end) if start.day < end.day else ()


def _month_of_year(found: re.Match[str]) -> Moments:
    return (_dated(Moment(Shape.DATE, Lean.REFERENCE, month=words.month_number(found["month"])), found),)


def _picked_month(found: re.Match[str]) -> Moments:
    if found["pick"].lower() in ("every", "each") or _is_a_name(found):
        return ()
    lean, pick = leaning(found["pick"])
    return (Moment(Shape.DATE, lean, pick, month=words.month_number(found["month"])),)


def _bare_month(found: re.Match[str]) -> Moments:
    ahead, behind = after(found), before(found)
    name = found["month"].rstrip(".").title()
    moment = (Moment(Shape.DATE, Lean.REFERENCE, month=words.month_number(name)),)
    if _is_a_name(found) or _ENDS_CAPITALISED.search(behind) or _NAMED_DAY.search(behind):
        return ()
    capital_ahead = re.match(r"\s[A-Z]", ahead)
    if len(name) < 5 and name not in ("May", "June", "July"):
        return moment if _PREPOSITION.search(behind) and not capital_ahead else ()
    if _PREPOSITION.search(behind):
        return moment
    if ahead[:2] in ("'s", "’s"):
        return () if name == "May" else moment
    if _ARTICLE.search(behind):
        return moment if _NOUN_AHEAD.match(ahead) else ()
    if name in ("March", "May", "April", "June", "August") or capital_ahead:
        return ()
    return moment


def _weekday(found: re.Match[str]) -> Moments:
    if _NAMED_DAY.search(before(found)) or _is_a_name(found):
        return ()
    moment = Moment(Shape.WEEKDAY, Lean.REFERENCE, weekday=words.weekday_number(found["weekday"]))
    if found["week"]:
        lean, pick = leaning(found["week"])
        return (replace(moment, lean=lean, shifted=Unit.WEEK, count=steps(pick)),)
    if not found["pick"]:
        return (moment,)
    if found["pick"].lower() in ("every", "each"):
        return ()
    lean, pick = leaning(found["pick"])
    return (replace(moment, lean=lean, pick=pick),)


def _day_word(found: re.Match[str]) -> Moments:
    word = " ".join(found[0].lower().split())
    capital = found[0][0].isupper() and not found[0].isupper()
    if capital and _ENDS_CAPITALISED.search(before(found)):
        return ()
    if re.search(r"\b(?:USA)\s$", before(found)):
        return ()
    moment = Moment(Shape.SHIFT, Lean.REFERENCE)
    if word.startswith("overnight"):
        return (replace(moment, count=-1), moment)
    if word.startswith("the day before yesterday"):
        return (replace(moment, count=-2),)
    if word.startswith("the day after tomorrow"):
        return (replace(moment, count=2),)
    if word.startswith(("yesterday", "last")):
        return (replace(moment, count=-1),)
    return (replace(moment, count=1 if word.startswith("tomorrow") else 0),)


_SURE_YEAR = re.compile(
    r"(?i:\b(?:in|since|until|till|during|throughout|early|late|mid|circa|year|summer|spring|winter|autumn)\s$"
    r"|\b(?:since|until|from|by) at least\s$|\b(?:mid|early|late)[-–]$|\bc(?:a|irc)?\.\s?$)"
)
_COUNTED_AHEAD = re.compile(r"\s" + COUNTED.replace(" ", r"\s"))
_CHRONICLE = re.compile(r"\s?[–—:]\s|\s-\s")
_PAST_VERB = re.compile(r"(?i:\b(?:died|born|formed|founded|established|b\.|d\.)\s$)")
_TO_PRESENT = re.compile(r"\s?[-–—]\s?(?:present|now|date)\b")


def _year(found: re.Match[str]) -> Moments:
    """A number is a year where the words beside it say so: behind `in`, before a noun (`the 1996 derailment`)."""
    ahead, behind = after(found), before(found)
    sure = _SURE_YEAR.search(behind) is not None
    sure = sure or re.match(r", when\b", ahead) is not None
    if _COUNTED_AHEAD.match(ahead) and (not sure or int(found["year"]) % 100 == 0):
        return ()
    opens = found.start() == 0 or behind.rstrip(" *•-–").endswith("\n")
    if (
        (opens and _CHRONICLE.match(ahead))
        or sure
        or re.match(r", when\b", ahead)
        or _TO_PRESENT.match(ahead)
        or _PAST_VERB.search(behind)
    ):
        dated = True
    elif _ARTICLE.search(behind):
        dated = re.match(r"\s[A-Za-z]", ahead) is not None
    else:
        dated = _PREPOSITION.search(behind) is not None and not _PLURAL_AHEAD.match(ahead)
    return (Moment(Shape.DATE, year=int(found["year"])),) if dated else ()


def _years(found: re.Match[str]) -> Moments:
    """`2008-2014`, `1990-91`. What may be a year and a month (`2010-12`) is left alone, but for years that follow."""
    first, tail = int(found["year"]), int(found["to"])
    last = tail if tail > 999 else first - first % 100 + tail
    if last <= first and tail < 10 and first % 100 > 90:
        last += 100
    if not first < last < 2100 or (tail <= 12 and last != first + 1):
        return ()
    return Moment(Shape.DATE, year=first), Moment(Shape.DATE, year=last)


def _ordinal_day(found: re.Match[str]) -> Moments:
    day = words.day_number(found["day"] or found["plain"])
    if found["month"]:
        lean, pick = (Lean.ANCHOR, Pick.THIS) if found["month"] == "the" else leaning(found["month"])
        return (Moment(Shape.DATE, lean, day=day, shifted=Unit.MONTH, count=steps(pick)),)
    return (Moment(Shape.DATE, Lean.REFERENCE, day=day),)


def _season(found: re.Match[str]) -> Moments:
    season, behind = words.season(found["season"]), before(found)
    moment = Moment(Shape.SEASON, Lean.REFERENCE, season=season)
    if found["year"] and found["to"]:
        year = int(found["year"])
        return Moment(Shape.DATE, year=year, month=12), Moment(Shape.DATE, year=year + 1, month=2)
    if found["year"] or found["tail"]:
        return (_dated(moment, found),)
    if found["pick"]:
        lean, pick = leaning(found["pick"])
        return () if found["pick"].lower() in ("every", "each") else (replace(moment, lean=lean, pick=pick),)
    led = re.search(
        r"(?i:\b(?:in|over|during|since|until|till|by|before|after|from|throughout|early|late|mid|of)(?:\s|-))$", behind
    )
    followed = re.match(r"\s(?:of|from|offensive|to|in)\b", after(found))
    return (moment,) if led and found["season"].islower() and not followed else ()


def _decade(found: re.Match[str]) -> Moments:
    if found["decade"]:
        return (Moment(Shape.DECADE, year=int(found["decade"])),)
    short = int(found["short"])
    return (Moment(Shape.DECADE, year=1900 + short),) if short in _TWENTIETH_CENTURY else ()


_FEASTS = {"new year's eve": (12, 31), "new year's day": (1, 1), "boxing day": (12, 26), "may day": (5, 1)}
_FEASTS |= {"christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "valentine's day": (2, 14)}


def _feast(found: re.Match[str]) -> Moments:
    name = " ".join(found["feast"].lower().replace("’", "'").split())
    month, day = _FEASTS[name]
    moment = Moment(Shape.DATE, Lean.REFERENCE, month=month, day=day, about=name == "christmas")
    if found["pick"]:
        lean, pick = leaning(found["pick"])
        return () if found["pick"].lower() in ("every", "each") else (replace(moment, lean=lean, pick=pick),)
    if found["other"]:
        return (replace(moment, lean=Lean.NOTHING, year=int(found["other"])),)
    return (_dated(moment, found),)


_KNOWN_DAYS = {"9": (2001, 9, 11), "s": (2001, 9, 11), "7": (2005, 7, 7), "2": (2008, 11, 26)}


def _known_day(found: re.Match[str]) -> Moments:
    year, month, day = _KNOWN_DAYS[found[0][0].lower()]
    return (Moment(Shape.DATE, year=year, month=month, day=day),)


def _quarter(found: re.Match[str]) -> Moments:
    year, last = int(found["year"]), 3 * int(found["quarter"])
    return Moment(Shape.DATE, year=year, month=last - 2), Moment(Shape.DATE, year=year, month=last)


_STOP = (
    r"(?=\s*(?:[.,;:)!?]|$"
    r"|(?:he|she|it|they|when|that|by|in|at|after|before|and|but|while|the|an?|was|were|had|with)\b))"
)

DATE_RULES: tuple[Rule, ...] = (
    Rule("iso", rf"(?<![-/.])(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\w-])", _iso),
    Rule("numeric", rf"(?<![-/.])(?P<first>\d\d?)[/.-](?P<second>\d\d?)[/.-](?P<year>{YEAR})(?![\w/-])", _numeric),
    Rule(
        "known_day",
        r"(?<![-/.])(?:9/11(?![/\d])|(?:September|Sept\.?) 11(?:th)?(?= (?:terror\w*|attacks?|hijack\w*)\b)"
        r"|7/7(?= (?:bomb|attack)\w*)|26/11(?= (?:terror|attack)\w*))",
        _known_day,
    ),
    Rule(
        "day_month",
        rf"(?<![-/.,$€£#]){_DAY_OF_WEEK}(?:(?:the )?(?:(?P<day>{DAY_NUMBER})(?:{_DASH}(?P<to>{DAY_NUMBER}))?"
        rf"(?: day)?|(?P<ordinal>{ORDINAL})(?: day)?(?= of )) (?:of )?(?P<month>{MONTH})\b(?:{_ANY_YEAR}|{_TAIL})?)",
        _day_and_month,
    ),
    Rule(
        "month_day",
        rf"(?:(?<=\b[Oo]n\s)|(?!{MONTH} \d\d? {COUNTED})){_DAY_OF_WEEK}"
        rf"(?P<month>{MONTH}) (?:the )?(?:(?P<day>{DAY_NUMBER})(?!\d|[:/%]|[.,]\d)"
        rf"(?:{_DASH}(?P<to>{DAY_NUMBER})(?!\d| {MONTH}| {COUNTED}))?|(?P<ordinal>{ORDINAL})\b)"
        rf"(?:{_ANY_YEAR}|{_TAIL})?",
        _day_and_month,
    ),
    Rule(
        "month_year",
        rf"(?P<month>{MONTH})(?:,? of|,)? (?P<year>{YEAR}|{SHORT_YEAR})(?!\w|(?<=00) {COUNTED})",
        _month_of_year,
    ),
    Rule("month_tail", rf"(?P<month>{MONTH}){_TAIL}", _month_of_year),
    Rule("picked_month", rf"(?P<pick>{PICK}) (?P<month>{MONTH})(?!\w|\s+\d)", _picked_month),
    Rule("month", rf"(?P<month>{MONTH})(?!\w|-\w|\s+\d)", _bare_month),
    Rule(
        "weekday",
        rf"(?:(?P<pick>{PICK}) )?(?P<weekday>{WEEKDAY})\b"
        rf"(?:,? (?:of )?(?P<week>last|this|next|that|the same|the following|the previous) week\b)?{_TIME_OF_DAY}",
        _weekday,
    ),
    Rule(
        "day_word",
        rf"(?i:the day (?:before yesterday|after tomorrow)|yesterday{_TIME_OF_DAY}|today|tomorrow{_TIME_OF_DAY}|tonight"
        r"|overnight(?! (?:between|from|into|on)\b)|last (?:night|evening)|this (?:morning|afternoon|evening))\b",
        _day_word,
    ),
    Rule("quarter", rf"Q(?P<quarter>[1-4])(?: of)? (?P<year>{YEAR})\b", _quarter),
    Rule("decade", r"(?:the )?(?:(?P<decade>(?:18|19|20)\d0)['’]?s|['’‘](?P<short>\d0)s)\b", _decade),
    Rule("years", rf"(?<![-/.,$€£#])(?P<year>{YEAR})(?:[-–/]|\s[–-]\s)(?P<to>\d\d(?:\d\d)?)(?![\w/]|[-–.]\w)", _years),
    Rule("year", r"(?<![/.,$€£#])(?P<year>(?:1[89]|20)\d\d)(?![\w%/]|[.,:]\d|-\d)", _year),
    Rule(
        "ordinal_day",
        rf"(?<=\bthe\s)(?P<day>\d\d?(?:st|nd|rd|th)|{ORDINAL})(?: day)? of "
        r"(?P<month>last|this|next|that|the same|the) month\b"
        rf"|(?<=\bon\sthe\s)(?P<plain>\d\d?(?:st|nd|rd|th)){_STOP}",
        _ordinal_day,
    ),
    Rule(
        "season",
        rf"(?:(?P<pick>{PICK}) |the )?(?P<season>(?i:{SEASON}))\b"
        rf"(?:,?(?: of)? (?P<year>{YEAR}|{SHORT_YEAR})\b(?:[-–/](?P<to>\d\d(?:\d\d)?))?|{_TAIL})?",
        _season,
    ),
    Rule(
        "feast",
        r"(?:(?P<pick>(?i:last|this|that|every|each|the following|the previous)) )?"
        r"(?P<feast>New Year['’]s (?:Day|Eve)|Christmas(?: (?:Day|Eve))?|Boxing Day|May Day|Valentine['’]s Day)\b"
        rf"(?:{_ANY_YEAR}|(?:,? of| in) (?P<other>{YEAR})|{_TAIL})?",
        _feast,
    ),
)
