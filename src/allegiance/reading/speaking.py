"""What is said of a speaker whose attribution is set apart from its sentence: `…, army spokesman Colonel Baro said`.

The words of saying are blanked before the parse. What they tell of the speaker, his post and his body, is the author's
own word on him, and is parsed apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.attribution import Attribution
from allegiance.reading.layout import Paragraph
from allegiance.reading.parse import Masked, mask
from allegiance.reading.runs import Mention


def set_apart(
    parts: Sequence[Paragraph], mentions: Sequence[Mention], attributed: Sequence[Attribution]
) -> tuple[tuple[int, int, Masked], ...]:
    """The speakers who are named and described, each as its attribution's start, its paragraph and what to parse."""
    out = []
    for one in attributed:
        start, end = one.said
        inside = [(i, m) for i, m in enumerate(mentions) if start <= m.start and m.end <= end]
        index = next((i for i, p in enumerate(parts) if p.start <= start < p.end), -1)
        if index < 0 or not any(m.kind is Kind.PERSON for _, m in inside):
            continue
        part = parts[index]
        if _described(part.clean[start - part.start : end - part.start]):
            out.append((one.start, index, mask(part, inside, [(part.start, start), (end, part.end)], {})))
    return tuple(out)


def _described(words: str) -> bool:
    """Whether a noun of post or membership is among the words."""
    nouns = lexicon.nouns()
    told = nouns.posts | nouns.members
    return any(word in told for word in re.findall(r"[a-z]+(?:-[a-z]+)*", words.lower()))
