"""How many sources stand behind claims of one thing, independently: not documents, and not copies.

Claims count once together where they stand in one document, in near-identical texts or sentences, where they rest on
the same source inside their texts, and where one of them has it from the outlet that published the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from allegiance.copies import Families, join_copies, sketch
from allegiance.model import Recorded
from allegiance.names import key

_LEAST_WORDS = 8
"""Shorter sentences may agree by chance."""
_OF_ANY_OUTLET = frozenset("the a an news newspaper newspapers daily weekly agency press wire radio tv channel".split())
_REPORTS = frozenset("report reports reporting reported website site correspondent".split())


def origin(recorded: Recorded) -> str:
    """On whose word the claim rests: the source nearest the event, else the publisher, else the document itself."""
    if recorded.claim.sources:
        return key(recorded.claim.sources[0]) or recorded.claim.sources[0].casefold()
    return key(recorded.appearance.publisher) or recorded.claim.document


class _Told(NamedTuple):
    """What of a claim tells on whom it rests, and where else the same was printed."""

    document: str
    sketch: bytes
    sentence: str
    sources: tuple[str, ...]
    published: str
    publishers: tuple[str, ...]
    origin: str


def independent(claims: Iterable[Recorded]) -> int:
    """How many sources stand behind these claims, copies counted once.

    The size of the largest set of claims of which no two share a text, with its copies, or the source on whose word
    they rest: a greatest matching between texts and origins (Kuhn's augmenting paths).
    """
    given = list(claims)
    origins = [origin(recorded) for recorded in given]
    if len(set(origins)) < 2:
        return len(set(origins))
    told = [
        _Told(
            recorded.claim.document,
            recorded.sketch,
            recorded.sentence,
            recorded.claim.sources,
            recorded.appearance.published,
            tuple([appearance.publisher for appearance in recorded.appearances]),
            word,
        )
        for recorded, word in zip(given, origins, strict=True)
    ]
    return _independent(tuple(sorted(told, key=_in_time)))


@lru_cache(maxsize=4096)
def _independent(ordered: tuple[_Told, ...]) -> int:
    """As `independent`. Two questions about one group, or one group in two views, have most of this in common."""
    texts, outlets = _texts(ordered), _outlets(ordered)
    edges: dict[str, set[str]] = {}
    for told in ordered:
        quoted = (outlets[words] for source in told.sources if (words := _outlet(source)) in outlets)
        # What a report has from another outlet adds nothing to that outlet's own text.
        text = next(quoted, told.document)
        texts.add(text)
        edges.setdefault(texts.head(text), set()).add(told.origin)
    held: dict[str, str] = {}
    return sum(_augment(text, edges, held, set()) for text in sorted(edges))


def _in_time(told: _Told) -> tuple[bool, str, str]:
    return not told.published, told.published, told.document


def _texts(ordered: Sequence[_Told]) -> Families:
    """The documents of these claims, copies together."""
    texts = Families(told.document for told in ordered)
    join_copies(texts, {told.document: told.sketch for told in ordered})
    sentences: dict[str, str] = {}
    for told in ordered:
        known = sentences.get(told.sentence)
        if known is not None:
            texts.join(known, told.document)
        elif len(told.sentence.split()) >= _LEAST_WORDS:
            sentences[told.sentence] = told.document
    alike = Families(sentences)
    join_copies(alike, {sentence: _sketch(sentence) for sentence in sentences})
    for sentence, document in sentences.items():
        texts.join(document, sentences[alike.head(sentence)])
    return texts


_sketch = lru_cache(maxsize=8192)(sketch)
"""The sketch of a sentence. Those of one question are compared again and again, in ever other company."""


def _outlets(ordered: Sequence[_Told]) -> dict[tuple[str, ...], str]:
    """The outlets from which reports may have it: each with its first text, or a name for that where it is not here.

    Outlets are those that published one of these claims, and whoever hands on in them what another says.
    """
    outlets: dict[tuple[str, ...], str] = {}
    for told in ordered:
        for publisher in told.publishers:
            if words := _outlet(publisher):
                outlets.setdefault(words, told.document)
    for told in ordered:
        for source in told.sources[1:]:
            if words := _outlet(source):
                outlets.setdefault(words, " ".join(words))
    return outlets


@lru_cache(maxsize=8192)
def _outlet(name: str) -> tuple[str, ...]:
    """The words by which an outlet is known: *a Meridian Wire report* and *the Meridian news agency* are one outlet."""
    words = [word for word in key(name).split() if word not in _REPORTS]
    telling = [word for word in words if word not in _OF_ANY_OUTLET]
    return tuple(telling or words)


def _augment(text: str, edges: dict[str, set[str]], held: dict[str, str], tried: set[str]) -> bool:
    """Give `text` an origin of its own, moving earlier holders where one can move. `held` is changed in place."""
    paths = [(text, iter(sorted(edges[text])))]
    taken: list[str] = []
    while paths:
        step = next((word for word in paths[-1][1] if word not in tried), None)
        if step is None:
            paths.pop()
            if taken:
                taken.pop()
            continue
        tried.add(step)
        taken.append(step)
        if step not in held:
            for (holder, _), word in zip(paths, taken, strict=True):
                held[word] = holder
            return True
        paths.append((held[step], iter(sorted(edges[held[step]]))))
    return False
