"""How alike two names are, with the reason: for people who ask why, never a ground for joining.

Words are held side by side after the spellings of `spelling`, each with its nearest by Jaro–Winkler similarity, as
rapidfuzz reckons it; what is left over counts against. Stated vetoes come first: a number, a generation or, of a group,
a word of its own that the other lacks (`Taliban` / `Pakistani Taliban`) makes two names different however alike they
look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import JaroWinkler

from allegiance.actors.spelling import group_spelling, spelling
from allegiance.model import Kind
from allegiance.names import GROUP_WORDS, acronym_of, fold, is_kunya, is_single_name, key, script

SAME_FROM = 0.9
"""A score from which two names are called the same."""

POSSIBLE_FROM = 0.75
"""A score from which they may be the same."""

_LIKE = 0.84
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_LINKS = frozenset({"of", "the", "and", "for", "in", "de", "du", "la", "le", "les", "et", "bin", "ibn", "del", "al"})


class Verdict(StrEnum):
    """What a comparison comes to."""

    SAME = "same"
    POSSIBLE = "possible"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are: `score` from 0 to 1, what follows from it, and why, in words."""

    score: float
    verdict: Verdict
    because: str


def compare(a: str, b: str, kind: Kind = Kind.PERSON) -> Comparison:
    """Hold two names of one kind side by side. The order of the two makes no difference."""
    if not key(a) or not key(b):
        return Comparison(0.0, Verdict.DIFFERENT, "one of them holds no letter")
    left, right = _words(a, b, kind)
    if left == right:
        return _equal(a, b, kind)
    veto = _veto(left, right, kind)
    if veto:
        return Comparison(0.0, Verdict.DIFFERENT, veto)
    if kind is not Kind.PERSON and (acronym_of(a, b) or acronym_of(b, a)):
        return Comparison(0.8, Verdict.POSSIBLE, "one may be the acronym of the other")
    return _alike(left, right, kind)


def _words(a: str, b: str, kind: Kind) -> tuple[list[str], list[str]]:
    spelt = group_spelling if kind is Kind.GROUP else spelling
    if script(a) != script(b):
        a, b = fold(a), fold(b)
    return spelt(a).split(), spelt(b).split()


def _equal(a: str, b: str, kind: Kind) -> Comparison:
    how = "the names agree" if key(a) == key(b) else "the names agree but for their spelling"
    if kind is Kind.PERSON and (is_kunya(a) or is_single_name(a)):
        return Comparison(0.8, Verdict.POSSIBLE, f"{how}, but a single name or a kunya tells too little")
    return Comparison(1.0 if key(a) == key(b) else 0.95, Verdict.SAME, how)


def _veto(left: list[str], right: list[str], kind: Kind) -> str:
    numbers = [{w for w in words if re.search(r"\d", w)} for words in (left, right)]
    if numbers[0] != numbers[1]:
        return "their numbers differ"
    if kind is Kind.PERSON:
        older = [_GENERATIONS.intersection(words) for words in (left, right)]
        return "they are of two generations" if older[0] != older[1] else ""
    own = [[w for w in words if w not in GROUP_WORDS and w not in _LINKS] for words in (left, right)]
    alone = [w for w in own[0] if not _near(w, right)] + [w for w in own[1] if not _near(w, left)]
    shared = [w for w in own[0] if _near(w, right)]
    if alone and shared:
        return f"one has the word {min(alone)}, which tells it from the other"
    return ""


def _near(word: str, words: list[str]) -> bool:
    return any(JaroWinkler.similarity(word, other) >= _LIKE for other in words)


def _alike(left: list[str], right: list[str], kind: Kind) -> Comparison:
    """Match words greedily, the likest first; what is left over weighs half of what is matched."""
    pairs = sorted(
        ((JaroWinkler.similarity(x, y), i, j) for i, x in enumerate(left) for j, y in enumerate(right)),
        key=lambda pair: (-pair[0], min(pair[1:]), max(pair[1:])),
    )
    matched: dict[int, int] = {}
    total = 0.0
    for likeness, i, j in pairs:
        if likeness >= _LIKE and i not in matched and j not in matched.values():
            matched[i] = j
            total += likeness
    if not matched:
        return Comparison(0.0, Verdict.DIFFERENT, "no word of one is like a word of the other")
    over = len(left) + len(right) - 2 * len(matched)
    score = total / (len(matched) + over / 2)
    moved = [j for _, j in sorted(matched.items())] != sorted(matched.values())
    if moved:
        score = min(score, SAME_FROM - 0.01)
    if kind is Kind.PERSON and len(matched) < 2:
        score = min(score, POSSIBLE_FROM - 0.01)
    verdict = Verdict.SAME if score >= SAME_FROM else Verdict.POSSIBLE if score >= POSSIBLE_FROM else Verdict.DIFFERENT
    reason = f"{len(matched)} of {max(len(left), len(right))} words are alike"
    return Comparison(round(score, 3), verdict, reason + (", in another order" if moved else ""))
