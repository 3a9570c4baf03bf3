"""What a phrase may speak of, and the words that pronouns and descriptions of bodies and people are made of."""

from __future__ import annotations

from dataclasses import dataclass

from allegiance import names
from allegiance.model import Kind

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
ME = frozenset({"i", "me", "my", "mine", "myself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
STATES = frozenset("emirate republic kingdom sultanate sheikhdom principality".split())
PLAIN_PLACES = STATES | frozenset(
    "province district region town village city valley governorate department county state agency area island "
    "forest plain "
    "mountains mountain river port camp prison".split()
)
GENERIC_GROUPS = frozenset(
    "group organisation organization movement faction militia outfit party battalion brigade front union bloc "
    "network alliance "
    "coalition regiment cartel clan gang insurgency league legion formation katiba jamaat sect shura".split()
)


SAME_WORD = {
    "battalion": ("katibat", "katiba", "kataib", "katibah"), "brigade": ("liwa", "liwaa"),
    "movement": ("harakat", "haraka", "tehreek", "tehrik", "tahrik", "movimiento"),
    "party": ("hizb", "hezb", "partido", "parti", "dal"),
    "army": ("jaysh", "jaish", "jeish", "ejército", "lashkar", "armée"), "soldiers": ("jund", "junud"),
    "supporters": ("ansar",), "partisans": ("ansar",), "helpers": ("ansar",), "companies": ("saraya",),
    "brigades": ("kataib", "alwiya"), "battalions": ("kataib",), "fronts": (),
    "front": ("jabhat", "jabha", "frente", "morcha"), "province": ("wilayat", "wilayah"), "cartel": ("cártel",),
    "bloc": ("bloque",),
    "council": ("majlis", "shura"), "organisation": ("tanzim",), "organization": ("tanzim",), "state": ("dawlat",),
}  # fmt: skip
"""What a group's name may call itself in its own tongue where the report calls it by an English noun."""
OFFICIAL = frozenset(
    "panel ministry government police court tribunal commission office department directorate parliament bureau "
    "agency press "
    "times telegraph radio herald post tribune gazette courier reuters wire news navy ministerial nations "
    "union-african embassy "
    "prosecutor secretariat experts monitor task authority institute university bank hospital ombudsman "
    "television monitoring presidency agreement accord accords treaty pact protocol".split()
)
"""Words in the names of bodies that `the group` and `the movement` do not mean."""


FORCES = frozenset(
    "army marines marine infantry rifles rangers gendarmerie gendarmes guards coast constabulary airborne".split()
)
"""Words in the names of forces that states have."""


LEAGUES = frozenset(
    "un|eu|au|oau|oas|icc|icrc|wfp|unhcr|unicef|"
    "african union|european union|arab league|league of arab states|nato|ecowas|igad|osce|asean|organization of "
    "american states|organisation of american states|red cross|red crescent|amnesty international|human rights watch|"
    "amisom|atmis|monusco|minusma|minusca|unmiss|unifil|unamid|isaf|interpol|europol|international criminal "
    "court|gulf cooperation council|african union commission|sadc|southern african development community".split("|")
)
"""Leagues of states, their missions, and bodies that watch over wars, by the keys of their names."""


def official(name: str) -> bool:
    """Whether a name is that of a court, a ministry, a newspaper: no body that `the group` means."""
    key = names.key(name)
    return bool(OFFICIAL & set(key.split())) or key in LEAGUES or key in REPORTING


REPORTING = frozenset(
    {"group", "team", "mission", "committee", "group of experts", "monitoring team", "chamber", "trial chamber"}
    | {"appeals chamber", "bench", "jury", "inquiry", "truth commission"}
)
"""What a report of the United Nations, a judgement or an inquiry calls the body that writes it or that it is for."""


@dataclass(frozen=True, slots=True)
class Referent:
    """What a phrase speaks of: a name of the document, or a description as written (`named` is False).

    `body` is the group that a description says its people are of (`two of its lieutenants`), or -1.
    """

    name: str
    mention: str
    kind: Kind
    start: int
    end: int
    chain: int = -1
    named: bool = True
    rank: str = ""
    country: bool = False
    anchored: bool = False
    body: int = -1
