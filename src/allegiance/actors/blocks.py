"""The few keys under which spellings of one person's name meet, so that not every name is held against every other.

Two names of persons are worth comparing where one word of both sounds alike and another begins alike. Whether two names
share such a block depends on the two alone, not on what other names there are: so what is joined by it can be found
again for one name, and is the same in every order.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise, permutations

from allegiance.actors.compare import CHARACTERS
from allegiance.actors.parts import Part, Word, person_name
from allegiance.actors.romanise import skeleton, sounds

WORDS = 8
"""So many words of a name are looked at."""


@lru_cache(maxsize=1 << 15)
def spelling_blocks(name: str) -> frozenset[str]:
    """The blocks in which a person's name stands; none for a name of one word."""
    words = [word for word in person_name(name[:CHARACTERS]).words if word.part is not Part.INITIAL][:WORDS]
    heard = [(frozenset({at}), _heard(word)) for at, word in enumerate(words)]
    # What one report writes as two words another writes as one: `Jin ping` and `Jinping`.
    for at, (one, other) in enumerate(pairwise(words)):
        heard.append((frozenset({at, at + 1}), frozenset({_sound(one.text + other.text.removeprefix("^"))})))
    return frozenset(
        f"{sound} {_first(beside)}"
        for (where, whole), (elsewhere, others) in permutations(heard, 2)
        if where.isdisjoint(elsewhere)
        for sound in whole
        for beside in others
    )


def _heard(word: Word) -> frozenset[str]:
    """What a word sounds like, and the names that it is known to be a form of."""
    return frozenset({_sound(word.text), *(f"={form.lstrip('~')}" for form in word.known)})


def _sound(text: str) -> str:
    heard = sounds(text)
    return skeleton(heard) or heard


def _first(sound: str) -> str:
    return (_sound(sound[1:]) if sound.startswith("=") else sound)[:1]
