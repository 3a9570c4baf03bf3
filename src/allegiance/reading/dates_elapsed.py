"""The forms in which prose counts time from a day: `last month`, `nine days later`, `the past two years`, `until then`.

They make a table of the same sort as `dates_rules`, which gives the forms that name a date of the calendar.
"""

from __future__ import annotations

import re
from dataclasses import replace

from allegiance.reading import dates_words as words
from allegiance.reading.dates_phrase import Lean, Moment, Part, Pick, Shape, Unit
from allegiance.reading.dates_rules import PICK, Moments, Rule, after, before, leaning, steps, year_number
from allegiance.reading.dates_words import NUMBER, SHORT_YEAR, UNIT, YEAR

_ABOUT = r"(?:(?P<about>(?i:about|around|roughly|nearly|almost|some|approximately|just over|just under|barely)) )?"
_MORE = r"(?:(?P<more>(?i:more than|less than|over|under|at least|up to|well over|fewer than|within|no more than)) )?"
_SEVERAL = r"(?i:several|a few|few|some|many|a couple(?: of)?|a number of|countless|two or three|three or four)"
_PERIOD = r"(?i:day|night|morning|evening|afternoon|week|weekend|fortnight|month|quarter|year|decade)"
_FEASTS = (
    r"(?:Ramadan|Ramadhan|Ramzan|Eid(?:(?:-| )(?:al|ul)(?:-| )(?:Fitr|Adha))?|Muharram|Ashura|Nowruz|Newroz|Nauroz"
    r"|Easter|Diwali|Passover|Yom Kippur|Rajab|Shaban|Sha['’]ban|Shawwal|Dhu al-Hijjah|Tabaski)"
)
_FARMING = r"(?:(?:(?:poppy|wheat|cotton|coca) )?harvest|monsoon|(?:rainy|dry|fighting|planting|wet|harvest) season)"


def _vague() -> Moments:
    return (Moment(Shape.VAGUE),)


def _elapsed(found: re.Match[str]) -> Moments:
    way = " ".join(found["way"].lower().split())
    follows = way in ("later", "after", "afterwards", "hence", "on")
    if re.search(r"(?i:\bfor)\s$", before(found)) and way in ("before", "after", "on", "prior to"):
        return _length(found)
    if way == "on":
        return ()
    lean = Lean.REFERENCE if way in ("ago", "hence") else Lean.ANCHOR
    if found["several"] or found["more"] or (found["units"] and words.unit(found["units"])[0] is not Unit.HOUR):
        return _vague()
    sign = 1 if follows else -1
    if found["units"]:
        return (Moment(Shape.SHIFT, lean, unit=Unit.HOUR),)
    unit, times = words.unit(found["unit"])
    count = words.number(found["count"]) * times
    about = bool(found["about"])
    if found["half"]:
        halves = {Unit.YEAR: (Unit.MONTH, 6), Unit.DECADE: (Unit.YEAR, 5), Unit.MONTH: (Unit.DAY, 15)}
        if unit not in halves:
            return _vague()
        finer, half = halves[unit]
        unit, count, about = finer, (2 * count + 1) * half, True
    return (Moment(Shape.SHIFT, lean, unit=unit, count=sign * count, about=about),)


def _length(found: re.Match[str]) -> Moments:
    groups = found.groupdict()
    if groups.get("several") or groups.get("units") or not groups.get("count"):
        return (Moment(Shape.LENGTH),)
    unit, times = words.unit(groups["unit"] or "")
    about = bool(groups.get("about") or groups.get("more") or groups.get("half"))
    return (Moment(Shape.LENGTH, unit=unit, count=words.number(groups["count"] or "") * times, about=about),)


def _period(found: re.Match[str]) -> Moments:
    pick_word, name = " ".join(found["pick"].lower().split()), found["unit"].lower()
    unit, times = words.unit(name)
    if pick_word in ("every", "each") or (pick_word in ("last", "this") and unit is Unit.DAY):
        return ()
    if pick_word == "past" or (pick_word == "last" and re.search(r"(?i:\bthe)\s$", before(found))):
        return ()
    lean, pick = leaning(pick_word)
    if pick_word == "next" and re.search(r"(?i:\bthe)\s$|^$", before(found)) and unit is Unit.DAY:
        lean = Lean.ANCHOR
    count = steps(pick) * times
    moment = Moment(Shape.SHIFT, lean, pick, unit=unit, count=count, whole=True)
    if found["so_far"]:
        if unit is Unit.DAY:
            return (moment,)
        part = Part.REST if found["so_far"].lower() == "later" else Part.SO_FAR
        return (replace(moment, part=part),)
    return (moment,)


def _so_far(found: re.Match[str]) -> Moments:
    unit, _ = words.unit(found["unit"])
    earlier = found["so_far"].lower() == "earlier"
    lean = Lean.REFERENCE if earlier else Lean.ANCHOR
    part = Part.WHOLE if unit is Unit.DAY else Part.SO_FAR if earlier else Part.REST
    return (Moment(Shape.SHIFT, lean, Pick.THIS, unit=unit, whole=True, part=part),)


def _beside(found: re.Match[str]) -> Moments:
    unit, times = words.unit(found["unit"])
    sign = -1 if found["way"].lower() in ("before", "earlier") else 1
    if found["last"]:
        return (Moment(Shape.SHIFT, Lean.REFERENCE, unit=unit, count=2 * sign * times, whole=True),)
    return (Moment(Shape.SHIFT, Lean.ANCHOR, unit=unit, count=sign * times, whole=True),)


def _window(found: re.Match[str]) -> Moments:
    if found["several"] or found["half"]:
        return _vague()
    lean, pick = {
        "past": (Lean.REFERENCE, Pick.LAST),
        "last": (Lean.REFERENCE, Pick.LAST),
        "previous": (Lean.ANCHOR, Pick.LAST),
        "preceding": (Lean.ANCHOR, Pick.LAST),
        "following": (Lean.ANCHOR, Pick.NEXT),
    }.get(found["pick"].lower(), (Lean.REFERENCE, Pick.NEXT))
    unit, times = words.unit(found["unit"])
    return (Moment(Shape.WINDOW, lean, pick, unit=unit, count=words.number(found["count"]) * times),)


def _window_of_one(found: re.Match[str]) -> Moments:
    return (Moment(Shape.WINDOW, Lean.REFERENCE, Pick.LAST, unit=words.unit(found["unit"])[0], count=1),)


def _within(found: re.Match[str]) -> Moments:
    if found["several"] or not found["count"]:
        return _vague()
    unit, times = words.unit(found["unit"])
    back = (found["way"] or "").lower() in ("before", "earlier")
    pick = Pick.LAST if back else Pick.NEXT
    return (Moment(Shape.WINDOW, Lean.ANCHOR, pick, unit=unit, count=words.number(found["count"]) * times),)


def _weekend(found: re.Match[str]) -> Moments:
    led = re.search(r"(?i:\b(?:over|at|on|during|since|until|by|this|of))\s$", before(found))
    return (Moment(Shape.SHIFT, Lean.REFERENCE, unit=Unit.WEEKEND, whole=True),) if led else ()


def _the_unit(found: re.Match[str]) -> Moments:
    """`the year` in `the end of the year`: only behind a word for a part of it; what `had` been, had in the story's."""
    led = re.search(
        r"(?i:\b(?:beginning|start|end|close|middle|half|quarter|week|day|outset|months|(?:early|late) in) of"
        r"|\b(?:early|late) in)\s$",
        before(found),
    )
    unit, _ = words.unit(found["unit"])
    told = unit is Unit.YEAR and re.search(r"\bhad\b", found.string) is not None
    lean = Lean.ANCHOR if told else Lean.REFERENCE
    return (Moment(Shape.SHIFT, lean, Pick.THIS, unit=unit, whole=True),) if led else ()


def _then(found: re.Match[str]) -> Moments:
    word, behind = found[0].lower(), before(found)
    led = r"since" if word == "when" else r"since|until|till|by|before|from|up to|at|as of"
    led = f"{led}|on" if word.endswith("date") else led
    if not re.search(rf"(?i:\b(?:{led}))\s$", behind) or re.match(r"-", after(found)):
        return ()
    return (Moment(Shape.SHIFT, Lean.ANCHOR, Pick.THIS, unit=Unit.HOUR),)


def _feast(found: re.Match[str]) -> Moments:
    if found["year"]:
        year = year_number(found["year"])
        return (Moment(Shape.DATE, Lean.NOTHING if year > 99 else Lean.REFERENCE, year=year),)
    led = re.search(
        r"(?i:\b(?:during|in|before|after|since|until|by|on|over|at|of|for|this|last|throughout|the|following))\s$",
        before(found),
    )
    return _vague() if led and not re.match(r"\s(?!I\b)[A-Z]", after(found)) else ()


ELAPSED_RULES: tuple[Rule, ...] = (
    Rule(
        "elapsed",
        rf"(?:{_MORE}{_ABOUT}(?:(?P<count>{NUMBER})|(?P<several>{_SEVERAL})) (?:short )?(?P<unit>{UNIT})"
        rf"(?P<half> and a half)?|(?P<units>(?i:minutes|hours|days|nights|weeks|months|years|decades)))"
        r" (?P<way>(?i:ago|later|earlier|afterwards?|after|before|previously|beforehand|prior to|hence))\b",
        _elapsed,
    ),
    Rule(
        "window",
        rf"(?:the )?(?P<pick>(?i:past|last|previous|preceding|next|coming|following)) "
        rf"(?:(?P<several>(?i:several|few|couple of|many|some))|(?P<count>{NUMBER})) (?P<unit>{UNIT})"
        r"(?P<half> and a half)?\b(?! of\b)",
        _window,
    ),
    Rule(
        "window_of_one",
        r"the (?:past|last) (?P<unit>week|month|year|decade)\b(?! of\b)",
        _window_of_one,
    ),
    Rule(
        "recent",
        r"(?i:(?:recent|the coming|coming) (?:minutes|hours|days|weeks|months|years|decades)"
        r"|the last (?:minutes|hours|days|weeks|months|years|decades)(?! of\b))",
        lambda _: _vague(),
    ),
    Rule(
        "within",
        rf"(?i:within) (?:(?:(?P<count>{NUMBER})|(?P<several>{_SEVERAL})) (?P<unit>{UNIT})"
        r"|(?:hours|days|weeks|months|years))\b(?: (?P<way>(?i:later|after|before|earlier)))?",
        _within,
    ),
    Rule(
        "period",
        rf"(?:(?P<so_far>(?i:earlier|later|so far)) )?(?P<pick>{PICK}) (?P<unit>{_PERIOD})\b(?!s?\s+of\b)",
        _period,
    ),
    Rule("so_far", r"(?P<so_far>(?i:earlier|later)) (?:in|on) the (?P<unit>day|week|month|year)\b", _so_far),
    Rule(
        "beside",
        rf"(?i:the) (?P<unit>{_PERIOD}) (?P<way>before|after|earlier|prior to)\b(?: (?P<last>last|next)\b)?",
        _beside,
    ),
    Rule("weekend", r"(?i:the) weekend\b", _weekend),
    Rule("the_unit", r"(?i:the) (?P<unit>week|month|year|decade)\b(?!['’]s)", _the_unit),
    Rule("then", r"(?i:then|that time|that point|that (?:same )?date|the same date|when)\b", _then),
    Rule(
        "hijri",
        r"(?:(?:the )?\d\d?(?:st|nd|rd|th)?(?: of)? )?(?:(?:[A-Z][\w'’-]+ )(?:[\w'’-]+ ){0,2})?"
        r"1[34]\d\d ?(?:A\.?H\.?|SH|Hijri|hijri)\b"
        rf"|(?:\d\d? )?{_FEASTS},? 1[34]\d\d\b",
        lambda _: _vague(),
    ),
    Rule(
        "feast_day",
        rf"(?:the holy month of )?(?:{_FEASTS}|{_FARMING})\b(?:,?(?: of)? (?P<year>{YEAR}|{SHORT_YEAR})\b)?",
        _feast,
    ),
    Rule(
        "lasting",
        rf"(?:(?<=[Ff]or\s)|(?<=[Aa]fter\s)|(?<=lasted\s)|(?<=lasting\s)|(?<=spanning\s)|(?<=spent\s)|(?<=[Dd]uring\s))"
        rf"(?:{_MORE}{_ABOUT}(?:(?P<count>{NUMBER})|(?P<several>{_SEVERAL})) (?:(?:long|straight|consecutive) )?"
        rf"(?P<unit>{UNIT})(?P<half> and a half)?\b(?!['’]|-)|(?P<units>(?i:hours|days|weeks|months|years|decades))\b)",
        _length,
    ),
)
