"""How many a description speaks of: `two of its fighters` → 2 to 2, `20 to 30 men` → 20 to 30; open bounds are none."""

from __future__ import annotations

import re

WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "both": 2,
     "dozen": 12, "pair": 2, "trio": 3}  # fmt: skip
"""Number words that stand alone before a noun."""
OPEN = re.compile(r"^(?:at least|more than|over|up to|as many as|fewer than|less than|nearly|almost|no fewer than)\b")
NUMBER = r"(\d{1,3}(?:,\d{3})+|\d{1,6}|[a-z]+(?:-[a-z]+)?)"
RANGE = re.compile(rf"^(?:between |from |some |about |around )?{NUMBER} (?:to|and|or|-) {NUMBER} ")
ONE = re.compile(rf"^(?:the |some |about |around |approximately |all |a (?=dozen|pair|trio)|another )?{NUMBER}\b")


def amount(words: str) -> tuple[int, int] | None:
    """The least and the greatest number that a description gives, or None where it gives none or leaves it open."""
    text = " ".join(words.lower().split())
    if OPEN.match(text):
        return None
    both = RANGE.match(text)
    if both:
        low, high = _number(both.group(1)), _number(both.group(2))
        return (low, high) if low is not None and high is not None and 0 < low <= high else None
    one = ONE.match(text)
    number = _number(one.group(1)) if one else None
    return (number, number) if number and number > 1 else None


def _number(word: str) -> int | None:
    digits = word.replace(",", "")
    if digits.isdigit():
        return int(digits)
    if word in WORDS:
        return WORDS[word]
    tens, _, ones = word.partition("-")
    if tens in WORDS and ones in WORDS and WORDS[tens] >= 20 and 0 < WORDS[ones] < 10:
        return WORDS[tens] + WORDS[ones]
    return None


__all__ = ["amount"]
