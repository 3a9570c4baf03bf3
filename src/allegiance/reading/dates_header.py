"""The date that a document bears at its head: in a dateline, a line of its own, or behind `Posted`."""

from __future__ import annotations

import re
from functools import cache

from allegiance.errors import BadDate
from allegiance.reading import dates_words as words
from allegiance.reading.dates_words import DAY_NUMBER, MONTH, SHORT_WEEKDAY, WEEKDAY, YEAR
from allegiance.reading.layout import LINE_ENDS
from allegiance.when import Point

SIGNED = 5
"""How many words stand behind a date at the end as a signature: `Kosso, 3 May 2014` and then `The Command`."""
HEAD = 400
"""How many characters of a document count as its head."""

_DAY_OF_WEEK = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),?\s+)?"
_DATE = (
    rf"{_DAY_OF_WEEK}(?:(?P<day>{DAY_NUMBER})(?:\s+of)?\s+(?P<month>{MONTH})(?:,\s*|\s+)(?P<year>{YEAR})"
    rf"|(?P<month2>{MONTH})\s+(?P<day2>{DAY_NUMBER})(?:,\s*|\s+)(?P<year2>{YEAR})"
    rf"|(?<!\d\s)(?P<month3>{MONTH})\s+(?P<year3>{YEAR})"
    rf"|(?P<year4>{YEAR})-(?P<month4>\d\d)-(?P<day4>\d\d))(?!\w|-\d)"
)
_CLOCK = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?)?"
_BYLINE = (
    r"(?:posted|published|updated|last updated|date|dated|issued|released|filed|written|press release|first published"
    r"|for immediate release|signed|done|given)"
    r"(?:\s+(?:on|at|in))?\s*:?\s*"
)
_PLACE_IN_SMALL = r"[A-Z][\w .'’-]{2,30}(?:\s*,\s*[A-Z][\w .'’-]{1,30})?"
_PLACE = r"[A-Z][A-Z .'’-]{2,30}(?:\s*,\s*[A-Z][\w .'’-]{1,30})?"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Where a date at the head is the document's own, the surest first."""
    return (
        re.compile(rf"(?im:^|[|•·]|\.\s)\s*(?i:{_BYLINE}){_DATE}"),
        re.compile(rf"(?m:^|\s){_PLACE},?\s+\(\s*{_DATE}\s*\)"),
        re.compile(rf"(?m:^)\s*{_PLACE_IN_SMALL}\s*,\s*{_DATE}\s*(?:\([^)\n]{{1,40}}\)\s*)?[-–—:]"),
        re.compile(rf"(?m:^)[^\S\n]*\(?{_DATE}{_CLOCK}\)?[^\S\n]*(?m:$)"),
        re.compile(rf"(?m:^)[^\S\n]*{_DATE}{_CLOCK}\s*[|•·]"),
        re.compile(rf"(?m:^)[^\n.!?]{{0,60}}[|/•·][^\S\n]*{_DATE}{_CLOCK}[^\S\n]*(?m:$)"),
    )


@cache
def _title() -> re.Pattern[str]:
    """A title that ends in a date, and is no sentence wrapped behind `on`."""
    openers = ("on", "in", "by", "of", "to", "at", "from", "and", "for", "the", "until", "since", "after", "before")
    led = "".join(rf"(?<!\b{word})" for word in openers)
    return re.compile(rf"[^\n.!?]{{0,100}}?(?:[,|•·–—-]|\w{led})\s+\(?{_DATE}{_CLOCK}\)?\s*")


_NUMBERED = re.compile(r"(?<![\w-])(?P<year>2?0\d\d)-(?P<month>0?[1-9]|1[0-2])-[A-Z]{1,3}\s?[-–—]?\s?\d{1,4}\b")
"""The number of a release, which begins with the year and the month in which it went out: `2010-09-CA-005`."""


@cache
def _yearless() -> tuple[re.Pattern[str], ...]:
    """Where a day at the head lacks its year: behind the place, or at the beginning of the title."""
    day = rf"(?:(?P<month>{MONTH})\s+(?P<day>{DAY_NUMBER})|(?P<day2>{DAY_NUMBER})\s+(?P<month2>{MONTH}))"
    return (
        re.compile(rf"(?m:^|\s){_PLACE},?\s+\(\s*{day}\s*\)"),
        re.compile(rf"(?m:^)\s*{_PLACE}\s*,\s*{day}\s*(?:\([^)\n]{{1,40}}\)\s*)?[-–—:]"),
        re.compile(rf"(?m:^)\s*{day}\s*[:–—-]\s"),
        re.compile(rf"(?m:^)[^\n.!?]{{3,80}}\w,?\s+{day}\s*(?m:$)"),
    )


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"\(?(?:[A-Z][\w .'’-]{{1,30}},\s+)?{_DATE}{_CLOCK}\)?")


def document_date(text: str) -> str:
    """The date of a document, EDTF, from its head, or from a last line that holds nothing else (and a place at most),
    or the one before it where the last is a signature.

    `DORUMA, March 14 (Wire) -` gives no year, and none is guessed; but a release's number may
    give it (`2010-09-CA-005`).
    Empty where neither does.
    """
    text = text.translate(LINE_ENDS)
    head = text[:HEAD]
    lines = [line for line in head.split("\n") if line.strip()][:3]
    ends = [line.strip() for line in text[-160:].strip().split("\n") if line.strip()]
    signed = len(ends) > 1 and len(ends[-1].split()) <= SIGNED and ends[-1][-1:] not in ".!?"
    last = ends[-2 if signed and not _alone().fullmatch(ends[-1].rstrip(".")) else -1].rstrip(".") if ends else ""
    found = [form.search(head) for form in _forms()] + [_title().fullmatch(line.strip()) for line in lines]
    found.append(_alone().fullmatch(last) if len(text) > 80 else None)
    return next((date for match in found if match and (date := _read(match))), "") or _by_number(head)


def _by_number(head: str) -> str:
    """The date of a numbered release: its day with the year of its number, or the month of its number alone."""
    number = _NUMBERED.search(head)
    if number is None:
        return ""
    year, month = 2000 + int(number["year"][-2:]), int(number["month"])
    for form in _yearless():
        day = form.search(head)
        if day is None:
            continue
        group = day.groupdict()
        named = words.month_number(group["month"] or group["month2"])
        turn = {(1, 12): -1, (12, 1): 1}.get((month, named), 0)
        if not turn and abs(named - month) > 1:
            continue
        try:
            return str(Point(year + turn, named, words.day_number(group["day"] or group["day2"])))
        except BadDate:
            continue
    return str(Point(year, month, 0))


def _read(match: re.Match[str]) -> str:
    """The date of a match, or nothing where there is no such day."""
    group = match.groupdict()
    for tail in ("", "2", "3", "4"):
        year = group.get(f"year{tail}")
        if year:
            month = group[f"month{tail}"]
            day = group.get(f"day{tail}")
            try:
                number = int(month) if month.isdigit() else words.month_number(month)
                return str(Point(int(year), number, words.day_number(day) if day else 0))
            except BadDate:
                return ""
    return ""
