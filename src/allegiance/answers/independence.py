"""How many sources stand behind claims of one thing, independently: not documents, and not copies.

Claims count once together where they stand in one document, in near-identical texts or sentences, where they rest on
the same source inside their texts, and where one of them has it from the outlet that published the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

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


def independent(claims: Iterable[Recorded]) -> int:
    """How many sources stand behind these claims, copies counted once.

    The size of the largest set of claims of which no two share a text, with its copies, or the source on whose word
    they rest: a greatest matching between texts and origins (Kuhn's augmenting paths).
    """
    given = list(claims)
    origins = [origin(recorded) for recorded in given]
    if len(set(origins)) < 2:
        return len(set(origins))
    ordered = sorted(given, key=_in_time)
    texts, outlets = _texts(ordered), _outlets(ordered)
    edges: dict[str, set[str]] = {}
    for recorded, word in zip(given, origins, strict=True):
        quoted = (outlets[words] for source in recorded.claim.sources if (words := _outlet(source)) in outlets)
        # What a report has from another outlet adds nothing to that outlet's own text.
        text = next(quoted, recorded.claim.document)
        texts.add(text)
        edges.setdefault(texts.head(text), set()).add(word)
    held: dict[str, str] = {}
    return sum(_augment(text, edges, held, set()) for text in sorted(edges))


def _texts(ordered: Sequence[Recorded]) -> Families:
    """The documents of these claims, copies together."""
    texts = Families(recorded.claim.document for recorded in ordered)
    join_copies(texts, {recorded.claim.document: recorded.sketch for recorded in ordered})
    sentences: dict[str, str] = {}
    for recorded in ordered:
        document = recorded.claim.document
        known = sentences.get(recorded.sentence)
        if known is not None:
            texts.join(known, document)
        elif len(recorded.sentence.split()) >= _LEAST_WORDS:
            sentences[recorded.sentence] = document
    alike = Families(sentences)
    join_copies(alike, {sentence: _sketch(sentence) for sentence in sentences})
    for sentence, document in sentences.items():
        texts.join(document, sentences[alike.head(sentence)])
    return texts


_sketch = lru_cache(maxsize=8192)(sketch)
"""The sketch of a sentence. Those of one question are compared again and again, in ever other company."""


def _in_time(recorded: Recorded) -> tuple[bool, str, str]:
    published = recorded.appearance.published
    return not published, published, recorded.claim.document


def _outlets(ordered: Sequence[Recorded]) -> dict[tuple[str, ...], str]:
    """The outlets from which reports may have it: each with its first text, or a name for that where it is not here.

    Outlets are those that published one of these claims, and whoever hands on in them what another says.
    """
    outlets: dict[tuple[str, ...], str] = {}
    for recorded in ordered:
        for appearance in recorded.appearances:
            if words := _outlet(appearance.publisher):
                outlets.setdefault(words, recorded.claim.document)
    for recorded in ordered:
        for source in recorded.claim.sources[1:]:
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
