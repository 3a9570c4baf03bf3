"""Which ground a phrase means: a stretch of a land, a quarter of it, the camp and not the town, villages by a name."""

from __future__ import annotations

import re
from dataclasses import replace

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.discourse import Discourse
from allegiance.reading.phrases import Phrase
from allegiance.reading.referents import Referent

DIRECTIONS = re.compile(r"(?:(?:far|extreme|rural) )?(?:north|south|east|west|central|upper|lower)[\w-]*")
"""What a part of a country or a province is called by, before its name."""


def thing_there(referent: Referent, phrase: Phrase) -> Referent:
    """`the Ndoro military camp` as a target is the camp, and not the town."""
    named = referent.named and referent.kind is Kind.PLACE
    if phrase.mention >= 0 or phrase.head not in lexicon.nouns().targets or not named:
        return referent
    return replace(referent, name=phrase.text, chain=-1, named=False, anchored=True)


def districts(phrase: Phrase, discourse: Discourse) -> list[Referent]:
    """`Kamish and Wemba districts`: two districts."""
    named = [p for p in phrase.mod("nmod", "of") if p.mention >= 0]
    if phrase.mention >= 0 or phrase.head not in lexicon.nouns().places or not phrase.plural or len(named) < 2:
        return []
    found = [discourse.refer(p) for p in named]
    return [r for r in found if r is not None]


STRETCHES = frozenset(
    "part most much half bulk swathe swath stretch area chunk third two-third rest majority pocket patch slice tract "
    "expanse piece corner".split()
)
"""Nouns for a part of a land: who holds `large parts of Kunar` holds ground in Kunar."""


def whole(phrase: Phrase) -> Phrase:
    """`large parts of Kunar` → Kunar; `the northern part of Kunar` stays what it is."""
    inner = [p for p in phrase.mod("of") if p.mention >= 0 or any(q.mention >= 0 for q in p.mod("nmod", "of"))]
    if phrase.mention >= 0 or phrase.head not in STRETCHES or len(inner) != 1:
        return phrase
    return phrase if any(DIRECTIONS.fullmatch(a) for a in phrase.adjectives) else inner[0]


def without_owner(place: Referent) -> Referent:
    """`the Front's Kosso sector` → `Kosso sector`: whose it is, is the post's body and no part of the place."""
    owner, mark, own = place.name.partition("'s ")
    return replace(place, name=own) if mark and owner[:4].lower() == "the " else place


def quarter(place: Referent, phrase: Phrase) -> Referent:
    """`northern Syria` is not all of Syria."""
    words = [a for a in phrase.adjectives if DIRECTIONS.fullmatch(a)]
    if not place.named or not words or place.name.lower().startswith(words[0]):
        return place
    return replace(place, name=" ".join([*reversed(words[:1]), place.name]))


NEARBY = (
    "around",
    "near",
    "along",
    "south of",
    "north of",
    "east of",
    "west of",
    "between",
    "beyond",
    "on",
    "in",
    "off",
)


def told_apart(place: Referent, phrase: Phrase, discourse: Discourse) -> Referent | None:
    """`the villages around Kosso` is a place by the name that it stands beside; `the plains` are none."""
    if place.named or not (phrase.definite and phrase.plural) or phrase.members:
        return place
    beside = [m for f in NEARBY for m in phrase.mod(f) if m.mention >= 0 or m.mod("nmod")]
    if beside and beside[0].end > place.end:
        words = " ".join(discourse.text[place.start : beside[0].end].split())
        return replace(place, name=words, mention=words, end=beside[0].end)
    own = any(m.phrase.mention >= 0 or m.phrase.mods for m in phrase.mods)
    return place if own or set(phrase.adjectives) - {"the"} else None
