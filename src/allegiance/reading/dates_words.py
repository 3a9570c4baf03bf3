"""English words of time: months, weekdays, seasons, units and numbers, with the pattern that finds each."""

from __future__ import annotations

import re

from allegiance.reading.dates_phrase import Season, Unit

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip

MONTH = (
    "(?:" + "|".join(f"{name}|{name.upper()}" for name in _MONTHS)
    + "|(?:" + "|".join(f"{name}|{name.upper()}" for name in _SHORT_MONTHS) + r")\b\.?)"
)  # fmt: skip
"""A month in full or abbreviated, capitalised or in capitals; never `may`, `march`."""

WEEKDAY = "(?:" + "|".join(f"{name}|{name.upper()}" for name in _WEEKDAYS) + ")"
SHORT_WEEKDAY = r"(?:(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
_TEN_ONE = f"(?:{'|'.join(_TENS)})(?:(?:-| )(?:{'|'.join(_SMALL[1:10])}))?"
NUMBER = rf"(?:(?i:{_TEN_ONE}|{'|'.join(sorted(_SMALL[1:], key=len, reverse=True))}|a dozen|an?)|\d{{1,3}})"
"""A count: a numeral of up to three digits, a number word up to ninety-nine, `a`, `an` or `a dozen`."""

ORDINAL = rf"(?:(?i:twenty-(?:{'|'.join(_ORDINALS[:9])})|thirtieth|thirty-first|{'|'.join(_ORDINALS)}))"
DAY_NUMBER = r"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)"
UNIT = r"(?:(?i:minute|hour|day|night|week|fortnight|month|year|decade)s?)"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
SHORT_YEAR = r"(?:['’‘]\d\d)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"

COUNTED = (
    r"(?:(?:more|new|other|young|armed|Afghan|Iraqi|Syrian|civilian|suspected|alleged|foreign|former) )*"
    r"(?:people|persons?|men|women|children|fighters|soldiers|troops|militants|rebels|insurgents|members|civilians|police"
    r"|policemen|officers|gunmen|guerrillas|recruits|families|villages|houses|homes|hostages|prisoners|detainees|dead"
    r"|wounded|killed|bodies|rounds|rifles|vehicles|weapons|tonnes|tons|kilograms|kg|pounds|kilomet(?:er|re)s|km|miles"
    r"|met(?:er|re)s|dollars|euros|per cent|percent|hours|hrs|UTC|GMT|local time|students|girls|boys|villagers|workers"
    r"|suspects|attacks|cadres|followers|residents|refugees|others)\b"
)
"""What follows a number that counts things: `2000 fighters`, `20 soldiers`."""


def month_number(word: str) -> int:
    """1 for `January`, `Jan.` and `JAN`."""
    start = word[:3].title()
    return next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(start))


def weekday_number(word: str) -> int:
    """1 for `Monday`, 7 for `SUNDAY`."""
    return 1 + _WEEKDAYS.index(word.title())


def day_number(word: str) -> int:
    """14 for `14`, `14th` and `fourteenth`."""
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits[0])
    lowered = word.lower()
    if lowered in _ORDINALS:
        return 1 + _ORDINALS.index(lowered)
    if lowered == "thirtieth":
        return 30
    tens, _, ones = lowered.partition("-")
    return {"twenty": 20, "thirty": 30}[tens] + 1 + _ORDINALS.index(ones)


def number(word: str) -> int:
    """2 for `2` and `two`; 24 for `twenty-four`; 1 for `a`; 12 for `a dozen`."""
    lowered = " ".join(word.lower().split())
    if lowered.isdigit():
        return int(lowered)
    if lowered in ("a", "an"):
        return 1
    if lowered == "a dozen":
        return 12
    if lowered in _SMALL:
        return _SMALL.index(lowered)
    tens, *ones = re.split("[- ]", lowered)
    return 10 * (2 + _TENS.index(tens)) + (_SMALL.index(ones[0]) if ones else 0)


def unit(word: str) -> tuple[Unit, int]:
    """The unit that a word names, and how many of it: a fortnight is two weeks, a minute is no hour."""
    stem = word.lower().rstrip("s")
    if stem == "fortnight":
        return Unit.WEEK, 2
    if stem in ("minute", "hour"):
        return Unit.HOUR, int(stem == "hour")
    if stem in ("night", "morning", "afternoon", "evening"):
        return Unit.DAY, 1
    return Unit(stem), 1


def season(word: str) -> Season:
    """`fall` is autumn."""
    return Season.AUTUMN if word.lower() == "fall" else Season(word.lower())
