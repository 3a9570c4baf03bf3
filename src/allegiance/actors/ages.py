"""What age a sentence gives somebody: beside his name, or as the age at which he did what is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

ADULT = 18
"""From this age on, in years, nobody is a minor."""

_NEAR = 60
"""How many characters before and after a name are looked at for an age."""

_PLACES = 20
"""So many places at which a name stands in a sentence are looked at."""

_SPELT = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_NUMBERS = {word: number for number, word in enumerate(_SPELT.split(), 1)}
_NUMBER = rf"\d{{1,2}}|{'|'.join(_NUMBERS)}"
_OLD = r"[- ](?:years?|yr)[- ]old"
_CHILD = (
    r"boy|girl|child|toddler|infant|schoolboy|schoolgirl|minor|pupil|teenager|adolescent"
    r"|teenage\s+\w+|underage\s+\w+|child\s+(?:soldier|fighter|recruit|bride)"
)
_WHO = (
    r"boy|girl|child|fighter|recruit|soldier|student|pupil|bomber|suspect|herder|shepherd|son|daughter|brother|sister"
    r"|nephew|niece|cousin|orphan|youth|teenager|militant|schoolboy|schoolgirl|conscript|detainee|messenger|gunman"
)
_BETWEEN = rf"(?:(?:\s+[\w-]+){{0,2}}?\s+(?:{_WHO}))?"
_CALLED = r",?(?:\s+(?:named|called|identified\s+as))?\s*[,(“\"]?\s*$"
_JUST = r"(?:(?:just|only|barely|still|then|now)\s+)?"
_AT = rf"(?:\bat\s+(?:the\s+|an?\s+)?age\s+(?:of\s+)?|^\W*aged\s+){_JUST}({_NUMBER})\b"
_BEFORE = re.compile(rf"\b(?:({_NUMBER}){_OLD}|(?:{_CHILD})){_BETWEEN}{_CALLED}", re.I)
_AFTER = re.compile(
    rf"^\s*(?:\({_JUST}(?:aged\s+)?({_NUMBER})\)"
    rf"|,\s*{_JUST}(?:aged\s+|an?\s+|the\s+)?({_NUMBER})(?:{_OLD}\b|\s*[,.;)])"
    rf"|,\s*(?:who\s+(?:is|was)\s+)?{_JUST}(?:an?\s+|the\s+)?(?:{_CHILD})\b"
    rf"|(?:,\s*who)?\s+(?:is|was)\s+{_JUST}({_NUMBER})(?:\s+years?\s+old\b|\s+at\s+the\s+time\b|\s+when\b|\s*[,.;])"
    rf"|(?:,\s*who)?\s+(?:is|was)\s+{_JUST}an?\s+(?:{_CHILD})\b)",
    re.I,
)
_THEN = re.compile(
    rf"{_AT}(?!\s+(?:to|and|or)\b)|\bwhen\s+(?:he|she)\s+was\s+{_JUST}({_NUMBER})\b(?!\s+(?:\w+\s+)?(?:kilo|mile|metre))"
    rf"|\bwas\s+{_JUST}({_NUMBER})(?:\s+years?\s+old)?\s+when\s+(?:he|she)\b"
    r"|\b(?:as|when\s+(?:he|she)\s+was(?:\s+still)?)\s+an?\s+(?:boy|girl|child|minor|teenager|schoolboy|schoolgirl)\b",
    re.I,
)


def age_told(sentence: str, name: str) -> int | None:
    """The age in years that a sentence gives whom it names so; 0 for a child whose age is not told; None for none."""
    for start, end in _places(sentence, name):
        for found in (
            _BEFORE.search(sentence[max(0, start - _NEAR) : start]),
            _AFTER.match(sentence[end : end + _NEAR]),
        ):
            if found:
                return _age(found)
    return None


def age_then(sentence: str) -> int | None:
    """The age at which somebody did what a sentence tells (`joined at the age of 15`), as `age_told` gives it."""
    found = _THEN.search(sentence)
    return _age(found) if found else None


def _places(sentence: str, name: str) -> Iterator[tuple[int, int]]:
    at = -1
    for _ in range(_PLACES):
        at = sentence.find(name, at + 1) if name else -1
        if at < 0:
            return
        end = at + len(name)
        if not (sentence[at - 1 : at].isalnum() or sentence[end : end + 1].isalnum()):
            yield at, end


def _age(found: re.Match[str]) -> int:
    number = next((group for group in found.groups() if group), "0")
    return _NUMBERS.get(number.casefold()) or int(number)
