"""Passages: the parts of a paragraph that can be looked at apart, since a sentence surely ends between them."""

from __future__ import annotations

import re
from itertools import pairwise

SHORT = frozenset(
    "gen col lt maj capt sgt cpl brig adm cmdr dr mr mrs ms prof st rev hon gov sen rep pres jr sr no nos vs etc dept "
    "jan feb mar apr jun jul aug sep sept oct nov dec mt ft fr bros co corp inc ltd al ca approx eg ie viz para "
    "art".split()
)
"""Words that a full stop shortens: no sentence ends at it."""
STOP = re.compile(r"(?<=[^\W\d_])([.!?])[\"')\]]*\s+(?=[\"'(]*[A-Z])")


FEW = 6
"""Words of a sentence that stays with the one before it: alone, `Baro disputes this` is parsed badly."""


def passages(text: str) -> list[tuple[int, int]]:
    """The ranges of the passages of a paragraph's text, in order; blank ones are left out.

    An initial, a shortened word and a stop inside a quotation part nothing, and a sentence of few words stays with the
    one before it: a passage may hold several sentences.
    """
    bounds = [0]
    for match in STOP.finditer(text):
        word = re.split(r"[\s(\"'-]", text[bounds[-1] : match.start()])[-1]
        sure = match[1] != "." or (len(word) > 1 and "." not in word and word.lower() not in SHORT)
        if sure and text.count('"', bounds[-1], match.end()) % 2 == 0:
            bounds.append(match.end())
    out: list[tuple[int, int]] = []
    for a, b in pairwise([*bounds, len(text)]):
        if out and len(text[a:b].split()) < FEW:
            out[-1] = (out[-1][0], b)
        elif text[a:b].strip():
            out.append((a, b))
    return out
