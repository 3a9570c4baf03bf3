"""A sentence as the network is shown it: pieces of words, marks before actors, and the pairs that it is asked about."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allegiance.reading.learned.candidates import Asked, Candidate
from allegiance.reading.learned.pieces import Pieces
from allegiance.reading.parse import Sentence

LONGEST = 190
"""Pieces that are shown; what of a sentence stands behind is not asked about."""
BEFORE, NEAR = 40, 320
"""So many pieces of what stands before a sentence are shown, of so many characters."""
PATHS = 4096
"""So many ways through the grammar are told apart, by their check sums."""
FARTHEST = 16
"""Candidates between two, from which on their distance is no longer told apart."""
NAME = 6
"""Pieces of a name that is only in view that are shown."""
FIRST_IN_VIEW = -1
"""Instead of a word under which both stand: the first who is in view, beside whom any other of them is weighed."""
STEPS = 4
"""Steps up or down the grammar from which on a way is told by its length alone."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the network is shown of one sentence.

    `pieces` and `marks` have one number a place (a mark of 0 is none); the sentence begins at `first`, behind the names
    that are only in view and the words before it. `pairs` has a row for each pair that is asked about: the places of
    both, the place of the word under which both stand, their distance and the way between them; `asked` are the pairs
    themselves, as indices of candidates.
    """

    pieces: NDArray[np.int64]
    marks: NDArray[np.int64]
    pairs: NDArray[np.int64]
    asked: NDArray[np.int64]
    first: int

    @property
    def words(self) -> NDArray[np.int64]:
        """The pieces of the sentence's own words, without marks and without what stands before them."""
        own: NDArray[np.int64] = self.pieces[self.first : -1][self.marks[self.first : -1] == 0]
        return own


def drawn(asked: Asked, pieces: Pieces) -> Drawn | None:
    """What the network is shown of a sentence; None where there is nothing to ask."""
    sentence, given, mentions = asked.sentence, asked.given, asked.discourse.mentions
    numbers, marks, at = [pieces.number("[CLS]")], [0], dict[int, int]()
    blank, end = pieces.number("[MASK]"), pieces.number("[SEP]")
    for one in (c for c in given if c.in_view):
        own = pieces.of(one.phrase.text)[:NAME]
        at[one.token] = len(numbers)
        numbers.extend((blank, *own))
        marks.extend((one.mark, *([0] * len(own))))
    before = _before(sentence, asked.discourse.text, pieces)
    for part in ((end,) if at else (), (*before, end) if before else ()):
        numbers.extend(part)
        marks.extend([0] * len(part))
    first = len(numbers)
    marked = {c.token: c.mark for c in given}
    for token in sentence.tokens:
        own = pieces.of(mentions[token.mention].text if token.mention >= 0 else token.text)
        if len(numbers) + len(own) + 2 > LONGEST:
            break
        at[token.i] = len(numbers)
        if marked.get(token.i):
            numbers.append(blank)
            marks.append(marked[token.i])
        numbers.extend(own)
        marks.extend([0] * len(own))
    numbers.append(end)
    marks.append(0)
    rows, pairs = _pairs(sentence, given, at)
    if not rows:
        return None
    return Drawn(_numbers(numbers), _numbers(marks), _numbers(rows), _numbers(pairs), first)


def _before(sentence: Sentence, text: str, pieces: Pieces) -> tuple[int, ...]:
    """The last pieces of what stands before a sentence."""
    words = text[max(0, sentence.start - NEAR) : sentence.start].split()
    own = tuple(n for word in words[-BEFORE:] for n in pieces.of(word))
    return own[-BEFORE:]


def _numbers(rows: Sequence[object]) -> NDArray[np.int64]:
    return np.array(rows, dtype=np.int64)


def _pairs(
    sentence: Sentence, given: Sequence[Candidate], at: dict[int, int]
) -> tuple[list[tuple[int, int, int, int, int]], list[tuple[int, int]]]:
    """The pairs of which one at least is an actor, and what is told of each."""
    kept = [k for k, c in enumerate(given) if c.token in at]
    order = {k: n for n, k in enumerate(kept)}
    above = {given[k].token: _above(sentence, given[k].token) for k in kept if not given[k].in_view}
    acts = {k for k in kept if given[k].mark}
    rows, asked, viewed = [], [], _number("in view")
    for i in kept:
        steps = {token: n for n, token in enumerate(above.get(given[i].token, ()))}
        for j in kept:
            if (i not in acts and j not in acts) or (given[i].in_view and given[j].in_view):
                continue
            if given[i].in_view or given[j].in_view:
                over, way = FIRST_IN_VIEW, viewed
            else:
                over, way = _way(sentence, above[given[i].token], steps, above[given[j].token])
            distance = max(-FARTHEST, min(FARTHEST, order[j] - order[i])) + FARTHEST
            rows.append((at[given[i].token], at[given[j].token], at.get(over, 0), distance, way))
            asked.append((i, j))
    return rows, asked


def _above(sentence: Sentence, token: int) -> list[int]:
    """A token, its head, the head of that, up to the root."""
    out = [token]
    while sentence.tokens[out[-1]].head not in out and len(out) < 60:
        out.append(sentence.tokens[out[-1]].head)
    return out


def _way(sentence: Sentence, one: Sequence[int], steps: dict[int, int], other: Sequence[int]) -> tuple[int, int]:
    """The token under which both stand, and the number of the way from the one up to it and down to the other."""
    down = next((n for n, token in enumerate(other) if token in steps), -1)
    if down < 0:
        return one[0], _number("apart")
    up = steps[other[down]]
    if one[0] == other[0]:
        return (one[1] if len(one) > 1 else one[0]), _number("=" + sentence.tokens[one[0]].dep)
    if up >= STEPS or down >= STEPS:
        return other[down], _number(f"long{min(up, 6)},{min(down, 6)}")
    deps = [">".join(sentence.tokens[t].dep for t in part)[:60] for part in (one[:up], other[:down])]
    return other[down], _number("|".join(deps))


def _number(way: str) -> int:
    return zlib.crc32(way.encode()) % PATHS
