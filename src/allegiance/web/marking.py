"""A report's text with what was read from it: cut where claims begin and end, each piece with its claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from allegiance.model import Recorded, Span

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "allegiance": ("pledge", "renounce", "join", "leave", "membership"),
    "posts": ("post", "appointment", "removal", "succession"),
    "groups": ("founding", "split", "merger", "renaming", "affiliation", "alias"),
    "ties": ("alliance", "support", "link", "agreement", "rivalry"),
    "fates": ("death", "killing", "detention", "release"),
    "acts": ("attack", "responsibility", "designation", "statement", "presence"),
}
"""The kinds by which what was read is coloured, and the claim types of each."""
_FAMILY = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}


def family(kind: str) -> str:
    """The colour's name of a claim type."""
    return _FAMILY[kind]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with the numbers of the claims whose words it is part of.

    `begins` are those whose words begin with it, `ends` those whose words end with it.
    """

    text: str
    claims: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    family: str = ""


def in_order(claims: Sequence[Recorded]) -> list[Recorded]:
    """Claims in the order of their words; their places in this list are their numbers, from 1 on."""
    return sorted(claims, key=lambda r: (r.claim.evidence, r.claim.type, r.claim.id))


def pieces(text: str, claims: Sequence[Recorded]) -> list[Piece]:
    """The text in pieces; `claims` are in the order of `in_order`. The pieces put together are the text."""
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, recorded in enumerate(claims, 1):
        opening.setdefault(recorded.claim.evidence.start, []).append(number)
        closing.setdefault(recorded.claim.evidence.end, []).append(number)
    out: list[Piece] = []
    held: list[int] = []
    cuts = sorted({0, len(text), *opening, *closing})
    for start, end in pairwise(cuts):
        for number in closing.get(start, ()):
            held.remove(number)
        begins = opening.get(start, [])
        held += begins
        # Of claims whose words overlap, the one whose words are fewest lends the colour: it is what stands just there.
        inner = min(held, key=lambda n: _length(claims[n - 1]), default=0)
        kind = family(claims[inner - 1].claim.type) if inner else ""
        out.append(Piece(text[start:end], tuple(held), tuple(begins), tuple(closing.get(end, ())), kind))
    return out


def _length(recorded: Recorded) -> int:
    return recorded.claim.evidence.end - recorded.claim.evidence.start


_WORD = re.compile(r"\w+")
_END = re.compile(r"[.!?\u061f\u06d4\u0964][\"'\u201d\u2019)\]]*(?=\s)|\n\s*\n|\Z")
_SHORT = re.compile(r"\b(?:[A-Z]|Gen|Col|Maj|Capt|Lt|Sgt|Brig|Adm|Dr|Mr|Mrs|Ms|St|Prof|Sen|Rep|Gov|Rev|Fr|No|vs)\.$")
"""What ends in a full stop and ends no sentence: `Gen.`, `J.`, `U.S.`."""


def passed_over(text: str, claims: Sequence[Recorded]) -> list[Span]:
    """The sentences that name somebody of whom these claims tell, and in which no words of any claim stand.

    They are where a reader is most likely to have missed something. A name that is withheld is looked for nowhere.
    """
    named = {f.mention or f.name for r in claims if not r.claim.withheld for f in r.claim.actors}
    by_word: dict[str, list[str]] = {}
    for name in named:
        if name[:1].isupper() and (word := _WORD.match(name)):
            by_word.setdefault(word.group(), []).append(name)
    told = sorted((r.claim.evidence.start, r.claim.evidence.end) for r in claims)
    # How far the words of any claim reach that begins no later.
    reach = list(accumulate((end for _, end in told), max))
    starts = [start for start, _ in told]
    out = []
    for span in _sentences(text):
        before = bisect_left(starts, span.end)
        if (not before or reach[before - 1] <= span.start) and _names_one(text, span, by_word):
            out.append(span)
    return out


_PLACE = re.compile(r"(\d{1,9}) to (\d{1,9}): (whom '(.+?)' means .+)", re.DOTALL)


def left_open(text: str, notes: Sequence[str]) -> list[tuple[str, str]]:
    """What a reading noted as not settled: of each note its words, and the sentence of the text that it is about.

    A note that does not fit the text, since that was redacted meanwhile, is left out.
    """
    found = []
    sentences = list(_sentences(text))
    for match in filter(None, map(_PLACE.fullmatch, notes)):
        start, end = int(match[1]), int(match[2])
        if text[start:end] == match[4]:
            found += [(match[3], text[s.start : s.end]) for s in sentences if s.start <= start < s.end]
    return found


def _names_one(text: str, span: Span, by_word: Mapping[str, Sequence[str]]) -> bool:
    """Whether a name stands in a span, as a whole word or several; names are given by their first words."""
    return any(
        text.startswith(name, word.start(), span.end) and not _WORD.match(text, word.start() + len(name), span.end)
        for word in _WORD.finditer(text, span.start, span.end)
        for name in by_word.get(word.group(), ())
    )


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if _SHORT.search(text[max(start, end - 8) : end]):
            continue
        words = text[start:end]
        if words.strip():
            yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
        start = end
