"""Where words that somebody copied from a page stand in the report itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from allegiance.exports.plain import visible
from allegiance.model import Span

MOST_PLACES = 50
"""So many places of the same words are told, the first."""


def places(text: str, words: str) -> tuple[Span, ...]:
    """The places in a report's text where these words stand, in its order; none where they do not.

    Blanks and line breaks count alike. A page leaves out what cannot be seen, so that words copied from it are also
    found around characters that it does not show.
    """
    wanted = visible(words).split()
    if not wanted:
        return ()
    found = tuple(islice(_matches(wanted, text), MOST_PLACES))
    if found or visible(text) == text:
        return found
    return tuple(islice(_shown_matches(wanted, text), MOST_PLACES))


def nearest(found: Sequence[Span], near: int) -> Span:
    """Of several places, that which begins nearest to a position."""
    return min(found, key=lambda span: abs(span.start - near))


def _matches(wanted: Sequence[str], text: str) -> Iterator[Span]:
    """The same, told by where they begin in the words of the text with one blank between them.

    To look for one row of characters takes no longer where a text says the same word without end; for a pattern it may.
    """
    words = [match.span() for match in re.finditer(r"\S+", text)]
    joined = " ".join(text[start:end] for start, end in words)
    begins = list(accumulate((end - start + 1 for start, end in words), initial=0))
    sought = " ".join(wanted)

    def place(at: int) -> int:
        word = bisect_right(begins, at) - 1
        return words[word][0] + at - begins[word]

    at = joined.find(sought)
    while at >= 0:
        yield Span(place(at), place(at + len(sought) - 1) + 1)
        at = joined.find(sought, at + len(sought))


def _shown_matches(wanted: Sequence[str], text: str) -> Iterator[Span]:
    """The same in the text as a page shows it, told by where each character comes from."""
    at: list[int] = []
    shown: list[str] = []
    for number, character in enumerate(text):
        if seen := visible(character):
            shown.append(seen)
            at.append(number)
    for span in _matches(wanted, "".join(shown)):
        yield Span(at[span.start], at[span.end - 1] + 1)
