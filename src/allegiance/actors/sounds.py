"""How alike two words sound: the cheapest way of turning one sound form into the other."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, pairwise

from rapidfuzz.distance import OSA

from allegiance.actors.romanise import skeleton, sounds

_VOWELS = frozenset("aeiou")


FLOOR = 0.8
"""What is less alike than this is two words: how much less is not worked out."""

_Costs = dict[str, dict[str, float]]


def _table(text: str) -> _Costs:
    """Costs by one sound and then the other, from lines of pairs and a number: `ae ei 0.15`. The last one stands."""
    out: _Costs = {}
    for line in text.split("\n"):
        *pairs, cost = line.split() or ("",)
        for pair in pairs:
            out.setdefault(pair[0], {})[pair[1]] = out.setdefault(pair[1], {})[pair[0]] = float(cost)
    return out


_VOWEL_PAIRS = """
    ae ei 0.15
    uo 0.12
    ao ai eo 0.4
    au iu eu 0.5
"""
_PLAIN = _table(
    _VOWEL_PAIRS
    + """
    vw 0.15
    iy 0.05
    jZ cC 0.2
    xk Gg Tt Dd kh 0.2
    Zc 0.3
    xh vb sz $s $c fv Cs jg cj Dz Ts wu zC hG 0.35
    jy 0.6
    kg td pb 0.5
    mn lr kc sc 0.7
"""
)
"""Between words in Latin letters. What stands here in no pair costs 1."""

_BARE = _table(
    _VOWEL_PAIRS
    + """
    Aa Wu Ww Yi Yy 0
    Wv 0.1
    Ae Eu Ei Ea Eo Wo Ye 0.05
    Ao Ai Au AE Ee 0.3
    Wa We Ya Yj AW 0.4
    bp fv Gg kg jg $c Dd Tt xk Dz 0.1
    ha he cj 0.1
    Ts td sz $s cC Cs ks jZ xh zC jy DT tT 0.3
    dD YA YE WE 0.3
    WY mn 0.7
"""
)
"""Where one of the two comes from a script that leaves vowels out."""

_BARE_LOSS = {**dict.fromkeys("aeiou", 0.08), "E": 0.05, "A": 0.22, "h": 0.3, "Y": 0.35, "W": 0.35, "y": 0.15, "w": 0.4}
_PLAIN_LOSS = {**dict.fromkeys("aeiou", 0.5), "h": 0.3, "y": 0.3}


@lru_cache(maxsize=1 << 17)
def likeness(one: str, other: str) -> float:
    """From 0 to 1, how alike two words sound; 0 below `FLOOR`. Words as `latin_words` gives them, in either order."""
    if one == other:
        return 1.0
    if one > other:
        one, other = other, one
    left, right = sounds(one)[:24], sounds(other)[:24]
    if not left or not right:
        return 0.0
    bare = one.startswith("^") or other.startswith("^")
    if left == right:
        return 0.99
    if not _may_match(left, right):
        return 0.0
    size = max(len(left), len(right)) if bare else max(3.0, (len(left) + len(right)) / 2)
    heard = 1 - _distance(left, right, bare, size * (1 - FLOOR) + 1e-9) / size
    heard = heard if bare else max(min(heard, 0.98), _slip(one, other))
    return heard if heard >= FLOOR else 0.0


def _may_match(left: str, right: str) -> bool:
    """Whether it pays to look closely: the consonants agree by half."""
    a, b = skeleton(left), skeleton(right)
    if not a or not b:
        return abs(len(left) - len(right)) <= 2
    return OSA.normalized_similarity(a, b) >= 0.45


def _distance(left: str, right: str, bare: bool, most: float) -> float:
    """The cost of turning one sound form into the other; where it is more than `most`, so much or more."""
    swaps, losses = (_BARE, _BARE_LOSS) if bare else (_PLAIN, _PLAIN_LOSS)
    gains, first = _gains(right, bare)
    row = list(first)
    for i, a in enumerate(left):
        loss = _edge(left, i, losses)
        costs = swaps.get(a, _NO_COSTS)
        before = row[0]
        now = least = row[0] = before + loss
        for j, b in enumerate(right):
            if a == b:
                cost = before
            elif i == 0 == j:
                cost = before + _first(a, b, costs, bare)
            else:
                cost = before + costs.get(b, 1.0)
            before = row[j + 1]
            if before + loss < cost:
                cost = before + loss
            if now + gains[j] < cost:
                cost = now + gains[j]
            now = row[j + 1] = cost
            if cost < least:
                least = cost
        if least > most:
            return least
    ends = 0.0
    if not bare and left[-1] != right[-1] and (left[-1] in "ao" or right[-1] in "ao") and left[0] == right[0]:
        ends = 0.35
    return row[-1] + ends


_NO_COSTS: dict[str, float] = {}


@lru_cache(maxsize=1 << 16)
def _gains(form: str, bare: bool) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """What each sound of a form costs that the other lacks, and what its beginnings cost where the other has none."""
    losses = _BARE_LOSS if bare else _PLAIN_LOSS
    inner = [losses.get(b, 1.0) for b in form]
    edges = [_edge(form, 0, losses), *inner[1:-1], _edge(form, len(form) - 1, losses)]
    return tuple(edges[-len(form) :]), (0.0, *accumulate([edges[0], *inner[1:]]))


def _first(a: str, b: str, costs: dict[str, float], bare: bool) -> float:
    """What it costs that two words begin with two sounds: more where neither may be written for the other."""
    if a + b in _FIRST:
        return 0.05
    if bare:
        return costs.get(b, 1.0)
    return costs.get(b, 1.0) + (0.35 if a in _VOWELS and b in _VOWELS else 0.8 if b not in costs else 0.0)


_FIRST = frozenset(f"A{vowel}" for vowel in _VOWELS) | frozenset(f"{vowel}A" for vowel in _VOWELS)
"""Alif at the beginning carries any vowel."""


def _edge(form: str, at: int, losses: dict[str, float]) -> float:
    """What the loss of this sound costs: a vowel weighs more at either end, where every script writes it."""
    sound = form[at]
    cost = losses.get(sound, 1.0)
    if at == len(form) - 1 and sound in "aiou" and at > 1:
        return 0.8 if sound == "i" else 0.6
    if at == 0 and (sound in _VOWELS or sound == "h"):
        return 0.7
    return cost


def _slip(one: str, other: str) -> float:
    """How likely one of two words is the other mistyped: one letter wrong, missing, doubled or changed in place."""
    size = max(len(one), len(other))
    if size < 5 or one[0] != other[0] or OSA.distance(one, other, score_cutoff=1) > 1:
        return 0.0
    if {one[-1], other[-1]} & set("ao") and one[-1] != other[-1]:
        return 0.0
    if sorted(one) == sorted(other):
        return 0.93
    return 0.93 if size >= 9 else 0.9 if size >= 7 else 0.86


def in_order(places: list[int]) -> bool:
    """Whether these rise."""
    return all(a < b for a, b in pairwise(places))
