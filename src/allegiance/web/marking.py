"""A report's text with what was read from it: cut where claims begin and end, each piece with its claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from allegiance.model import Recorded

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
