"""Whether a sentence tells of sport, business, the stage or the hustings: who moves there joins no armed body."""

from __future__ import annotations

import re

MOVES = frozenset({"join", "leave", "merger", "split", "renaming", "founding", "pledge", "renounce"})
"""Types of claims that a club, a company or a band would give as well as a brigade does."""
SPORT = (
    r"midfielders?|strikers?|goalkeepers?|wingers?|centre-backs?|full-backs?|on loan|transfer (?:window|fee)|"
    r"premier league|la liga|bundesliga|quarterbacks?|play-?offs?|head coach|teammates?|wickets?|batsm[ae]n|bowlers?|"
    r"world cup|championships?|football(?:ers?| clubs?)|basketball|baseball|cricket(?:ers?)?|rugby|olympics?"
)
BUSINESS = (
    r"chief executives?|CEO|shareholders?|acquisitions?|takeover bid|airlines?|retailers?|start-?ups?|revenues?|"
    r"quarterly|stock (?:market|exchange)|software|open-source"
)
STAGE = r"albums?|singers?|songwriters?|guitarists?|drummers?|movies?|actress|television show|orchestra|comedian"
HUSTINGS = r"by-elections?|re-election|presidential nominee|running mate|parliamentary candidate"
PEACEFUL = re.compile(rf"\b(?:{SPORT}|{BUSINESS}|{STAGE}|{HUSTINGS})\b|[$€£]\s?\d")
ARMED = re.compile(
    r"\b(?:rebels?|militants?|fighters?|gunm[ae]n|guerrillas?|insurgen\w+|militias?|soldiers?|troops|arm(?:y|ies|ed|s)|"
    r"weapons?|killed|attack\w*|jihad\w*|terror\w*|commanders?|emirs?|brigades?|battalions?|ceasefire|combatants?|fronts?|"
    r"liberation|resistance|guards?|mujahid\w*|allegiance|bay'?at|caliph\w*|cartels?|gangs?|mafia|paramilitar\w+|warlords?|"
    r"separatists?|islamists?|surrender\w*|defect\w*|desert\w*)\b",
    re.IGNORECASE,
)
CONTESTS = frozenset({"rivalry", "alliance", "attack"})
"""Types of claims that a party or a team would give."""
AT_PLAY = re.compile(
    r"\b(?:\w+ seats?\b(?! of)|by-?elections?|at the (?:polls|ballot box|hustings)|constituenc(?:y|ies)|"
    r"percentage points|wickets?|innings|half-?time|extra time|"
    r"semi-?finals?|quarter-?finals?|penalt(?:y|ies) shoot-?out|league table)\b"
)
"""What parties and teams contend for."""


def contested(sentence: str) -> bool:
    """Whether those who fight in a sentence do so for seats or points: nothing in it is said of arms."""
    return bool(AT_PLAY.search(sentence)) and not FORCE.search(sentence)


FORCE = re.compile(
    r"\b(?:rebels?|militants?|gunm[ae]n|guerrillas?|insurgen\w+|militias?|soldiers?|troops|army|weapons?|shot|killed|"
    r"wounded|bomb\w*|grenades?|ambush\w*)\b",
    re.IGNORECASE,
)


def peaceful(sentence: str) -> bool:
    """Whether a sentence tells of players, firms, singers or candidates, and says nothing of arms."""
    return bool(PEACEFUL.search(sentence)) and not ARMED.search(sentence)


__all__ = ["CONTESTS", "MOVES", "contested", "peaceful"]
