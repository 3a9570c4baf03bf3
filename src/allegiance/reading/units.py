"""Names of units of armies and police: `7 Division`, `34th Region`, `Military Zone XXIV`, `Operation Black Tide`.

Such names are made of numbers and of common nouns, some of which name places elsewhere. What makes them a unit's is how
number, kind of force and noun stand together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from allegiance.reading.runs import NUMBER, ORDINAL, Word

ORDINALS = r"(?:\d{1,4}(?:st|nd|rd|th)|[IVXL]+|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)"
GROUNDS = (
    r"(?:Region|Zone|District|Sector|Area|Base|Garrison|Fleet|Flotilla|Squadron|Station|Wing|Group|Department|Range|"
    r"Headquarters|Circle|Precinct|Depot|Field Office|Task Force)"
)
FORCES = (
    r"(?:Military|Naval|Navy|Air|Army|Police|Defen[cs]e|Security|Operational|Operations|Tactical|Territorial|Border|"
    r"Garrison|Guard|Marine|Coastal|Area|Strategic|Special|Northern|Southern|Eastern|Western|Central)"
)
UNIT = re.compile(
    rf"{ORDINALS} (?:[A-Z][\w'-]+ ){{0,3}}{GROUNDS}$|"
    rf"(?:[A-Z][\w'-]+ ){{0,3}}(?:Military|Naval|Police|Air Force|Army|Operational|Tactical) {GROUNDS}(?: [\dIVXL]+)?$|"
    rf"{FORCES} {GROUNDS} [\dIVXL]+$|"
    r"Sector (?:North|South|East|West|Centre|Center|\d+)$|"
    r"(?:Joint |Multinational |Special |Military )*Task Force\b|"
    r"(?:[A-Z][\w'-]+ ){1,4}(?:Operations|Intelligence|Headquarters)$"
)
"""Names that are a unit's though their noun alone is a place's."""
OPERATION = re.compile(r"Operation [A-Z]")


def is_unit(name: str) -> bool:
    """Whether a name is shaped as a unit's that has no plain word for a group in it."""
    return bool(UNIT.match(name))


def is_operation(name: str) -> bool:
    """Whether a name is an operation's: what is fought under it, and the force that fights."""
    return bool(OPERATION.match(name))


def is_numbered(words: Sequence[Word]) -> bool:
    """Whether a name is a numbered unit's, which belongs to a larger body: `6th Front`, `Front 9`, `7 Division`."""
    ends = (words[0].text, words[-1].text) if words else ()
    return any(ORDINAL.match(w) or NUMBER.match(w) for w in ends)
