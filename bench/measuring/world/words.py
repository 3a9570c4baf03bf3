"""Invented names: as many as are wanted, no two alike, the same number always giving the same name.

Each word of a name has consonants of its own, and no two words of a list differ by a sound alone, so that no rule that
compares spellings takes two for one.
"""

from __future__ import annotations

from functools import lru_cache

from allegiance.model import Kind
from bench.measuring.world.facts import Name

_CONSONANTS = "bdfglmnrsk"
_VOWELS = ("ao", "ei", "ua", "io", "oe")
_BODIES = ("Front", "Brigade", "Movement", "Union", "Army")
_PAPERS = ("Courier", "Herald", "Gazette", "Post", "Monitor", "Observer", "Chronicle", "Times")
PUBLISHERS = 160


@lru_cache(maxsize=1)
def _words() -> tuple[str, ...]:
    """Some eight hundred words: consonant, vowel, consonant, vowel, consonant, no consonant standing twice on end."""
    found = []
    for number in range(1000):
        first, middle, last = (_CONSONANTS[number // by % 10] for by in (100, 10, 1))
        vowels = _VOWELS[(number // 10 + number) % len(_VOWELS)]
        if first != middle != last:
            found.append(f"{first}{vowels[0]}{middle}{vowels[1]}{last}".capitalize())
    return tuple(found)


def _scattered(number: int, size: int, step: int) -> int:
    """Another number below `size` for each below it: neighbours lie far apart. `step` shares no factor with it."""
    return number * step % size


def person(number: int) -> Name:
    """The person with this number: three words. Numbers go up to nineteen million."""
    words = _words()
    part = len(words) // 3
    n = _scattered(number, part**3, 7_368_787)
    given, middle, family = words[n % part], words[part + n // part % part], words[2 * part + n // part**2]
    return Name(f"{given} {middle} {family}", Kind.PERSON)


def group(number: int) -> Name:
    """The group with this number: two words of its own and a common one. Numbers go up to six hundred thousand."""
    words = _words()
    n = _scattered(number, len(words) ** 2, 350_377)
    one, other = words[n % len(words)], words[n // len(words)]
    return Name(f"{one}a {other}i {_BODIES[number % len(_BODIES)]}", Kind.GROUP)


def place(number: int) -> Name:
    """The place with this number."""
    words = _words()
    n = _scattered(number, len(words) ** 2, 611_953)
    return Name(f"{words[n % len(words)]}u{words[n // len(words)].lower()}", Kind.PLACE)


def publisher(number: int) -> str:
    """The newspaper with this number; they come round again after `PUBLISHERS`."""
    n = number % PUBLISHERS
    return f"{_words()[n * 5 + 3]}o {_PAPERS[n % len(_PAPERS)]}"
