"""What no frame may say, whatever its words: players change clubs, a body fights itself, a rank is a post."""

from __future__ import annotations

import re

from allegiance import names
from allegiance.model import TYPES, Kind
from allegiance.reading import lexicon, scene
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.match import Hit
from allegiance.reading.owners import is_outlet_named
from allegiance.reading.referents import REPORTING

NOT_OF_STATES = frozenset(
    "commander leader chief emir deputy recruiter financier preacher cleric imam instructor trainer".split()
)
"""Posts that a country has none of, or one: with `a` before it, its adjective only says where their holder is from."""
FIGHTING = frozenset({"commander", "emir", "recruiter", "financier", "instructor", "trainer"})
"""Those of them that no people is said to have: `Chechen commander A`."""
FIGHTERS = frozenset(
    "militant fighter jihadist jihadi insurgent rebel extremist terrorist combatant gunman islamist mercenary "
    "guerrilla militiaman separatist volunteer recruit radical".split()
)
"""Who fights and serves no state: a nationality before it names no body, as it may before an officer."""
PEOPLES = frozenset(
    "chechen dagestani ingush avar uighur uyghur rohingya kurdish kurd tuareg fulani hausa kanuri pashtun baloch "
    "baluch hazara kashmiri punjabi sindhi circassian tatar crimean ossetian abkhaz catalan basque corsican tamil "
    "sinhalese naga mizo karen kachin shan chin moro acehnese papuan berber kabyle amazigh druze alawite yazidi "
    "arab sahrawi oromo amhara tigrayan afar hutu tutsi banyamulenge acholi dinka nuer zaghawa".split()
)
"""Peoples without a state of the name: their adjective says whence one is, and names no body."""


def is_absurd(draft: Draft, hit: Hit, discourse: Discourse) -> bool:
    """Whether a draft says what cannot be meant."""
    if draft.type in scene.MOVES and scene.peaceful(discourse.text[draft.start : draft.end]):
        return True
    if draft.type in scene.CONTESTS and scene.contested(discourse.text[draft.start : draft.end]):
        return True
    if draft.type == "post" and _in_a_land(draft, discourse):
        return True
    if draft.type == "founding" and hit.clause.lemma == "formation":
        if A_UNIT.search(discourse.text[max(0, hit.clause.start - 40) : hit.clause.start + 2]):
            return True
    if draft.type in ("death", "killing") and NOT_DEAD.search(discourse.text[draft.start : draft.end + 20]):
        return True
    if draft.type == "leave" and hit.clause.lemma in EXPELLING and _by_a_state(hit, discourse):
        return True
    if draft.type == "leave" and draft.name("from").split(" ")[-1].lower() in PRISONS:
        return True
    if draft.type == "affiliation" and _no_part(draft, discourse):
        return True
    if draft.type == "presence" and hit.clause.form == "noun":
        start = min(hit.clause.start, *(f.start for f in draft.fills if f.role == "group"))
        if LOST.search(discourse.text[max(0, start - 40) : start]):
            return True
    if draft.type in ("post", "membership", "affiliation") and _told_to(draft, hit, discourse):
        return True
    if draft.type in TIES and any(f.named and names.key(f.name) in REPORTING for f in draft.fills):
        return True  # `Both factions told the Group that they work with the army.`
    if any(not f.named and NO_ONE.match(f.mention) for f in draft.fills):
        return True
    return _with_itself(draft) or draft.name("role") == "rank" or _by_birth(draft, hit, discourse)


A_UNIT = re.compile(r"\b(?:an?|another|each|every|no|any)(?: [\w-]+){0,2} \w{0,2}$", re.IGNORECASE)
"""Before `formation`, what makes it a unit: `a formation of the Army` tells of no founding."""
EXPELLING = frozenset("expel deport banish eject".split())
GOVERNING = frozenset("government authority ministry state embassy immigration court junta regime".split())


def _by_a_state(hit: Hit, discourse: Discourse) -> bool:
    """`Kenya expelled the Front's envoy`: from the country, and from no body."""
    return any(
        p.head in GOVERNING or (p.mention >= 0 and bool(discourse.chain(discourse.mentions[p.mention].chain).country))
        for p in hit.clause.get("subj")
    )


NOT_DEAD = re.compile(r"\b(?:dead or alive|left for dead|played dead|playing dead|more dead than alive|dead tired)\b")
"""Who is so called is not said to have died."""
PRISONS = frozenset("penitentiary prison jail gaol hospital court".split())
"""What one flees from and was no member of."""
OFFICES = re.compile(r"(?:the )?(?:ministry|department|embassy|court|parliament|bank|university|office|directorate)\b")
"""What a state has and no body under arms is part of, by its first words."""


def _no_part(draft: Draft, discourse: Discourse) -> bool:
    """`the Tawng Army of the merchant Yang`, `the Ministry of Justice of the Republic`: no part of a body."""
    group, parent = draft.get("group"), draft.get("parent")
    man = parent is not None and parent.chain >= 0 and discourse.chain(parent.chain).kind is Kind.PERSON
    return man or (group is not None and OFFICES.match(group.mention.lower()) is not None)


TIES = frozenset(
    "affiliation alliance agreement rivalry link support founding split merger join leave membership pledge renounce "
    "renaming presence attack responsibility".split()
)
"""What is told of those who fight, and never of the body that writes of them."""
NO_ONE = re.compile(
    r"(?:whose|which|what|who|not (?:one|an?|any)|none|hardly (?:an?|any)|scarcely (?:an?|any)|barely an?)\b",
    re.IGNORECASE,
)
"""`Not one fighter was killed`: who is counted so is nobody."""


def _told_to(draft: Draft, hit: Hit, discourse: Discourse) -> bool:
    """`Speaking to Meridian, a member of the Front said …`: Meridian is told, and is no member."""
    who = draft.get("person") or draft.get("actor") or draft.get("group")
    if who is None or hit.clause.form != "is" or not hit.clause.embedding.startswith("described"):
        return False
    said = [p.start for p in hit.clause.get("attr") if p.start > who.end]
    before = discourse.text[max(0, who.start - 70) : who.start]
    if not said or discourse.text[who.end : who.end + 1] != ",":
        return False
    return TOLD_TO.search(before) is not None or (
        is_outlet_named(who.mention) and RELAYED.search(before.lower()) is not None
    )


TOLD_TO = re.compile(
    r"(?:\b(?:[Ss]peaking|[Tt]alking"
    r"|[Ii]n (?:an?|his|her) (?:[\w-]+ )?(?:interview|call|conversation|message|statement|letter)"
    r"|[Ii]nterviewed|[Cc]ontacted|[Rr]eached|[Qq]uoted|[Cc]ited)(?: [\w-]+){0,3} (?:to|with|by)"
    r"|^\W*(?:Quoting|Citing)|(?:[.!?\n]\W*)(?:Quoting|Citing)) (?:the )?(?:[\w-]+ ){0,3}$"
)
"""Before a name, what makes it the one who is told: `In an interview with`."""
RELAYED = re.compile(r"\b(?:told|tells|telling|to|with|by)(?: the)? $")

LOST = re.compile(
    r"\b(?:fall|loss|destruction|capture|seizure|demolition|closure|evacuation|abandonment|recapture|liberation|collapse)"
    r" of (?:the )?(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
"""Before a body's base, what makes it one that it no longer has."""

WITHIN = re.compile(r"\bin (?:the )?(?:[a-z-]+ (?:of )?(?:the )?){0,3}$")


def _in_a_land(draft: Draft, discourse: Discourse) -> bool:
    """`a militant leader in the republic of Arzhi`: he leads there, and not the republic."""
    group, word = draft.get("group"), draft.name("role").split(" ")[-1]
    if group is None or group.chain < 0 or word not in NOT_OF_STATES:
        return False
    placed = discourse.chain(group.chain).kind is Kind.PLACE
    return placed and WITHIN.search(discourse.text[max(0, group.start - 40) : group.start]) is not None


def _by_birth(draft: Draft, hit: Hit, discourse: Discourse) -> bool:
    """`a Croat commander`, `a Yemeni preacher`: it says whence he is, and not whom he serves."""
    group, word = draft.get("group"), draft.name("role").split(" ")[-1]
    if draft.type == "post" and word in ("leader", "chief") and draft.name("role").split(" ")[0] in PEOPLES:
        return True  # `Kurdish leader A called on B`: of no body, and not of B.
    if group is None or not of_a_people(group.mention, group.chain, discourse):
        return False
    if draft.type == "membership":
        return any(p.head in FIGHTERS for p in hit.clause.get("attr"))  # `an Uzbek militant`.
    if draft.type != "post" or word not in NOT_OF_STATES:
        return False
    if draft.type == "post" and group.mention.lower() in PEOPLES and (group.part or word in ("leader", "chief")):
        return True  # `the Basque group's chief`, `Naga leader A`: of a body that has no name here.
    fighting = word in FIGHTING and not any(p.mod("of", "poss", "for") for p in hit.clause.get("attr"))
    one = any(p.text.lower().startswith(("a ", "an ")) for p in hit.clause.get("attr"))
    return one or (fighting and group.mention.lower() in PEOPLES)


def of_a_people(mention: str, chain: int, discourse: Discourse) -> bool:
    """Whether a word is that of a country, of those who come from it, or of a people without one."""
    country = chain >= 0 and bool(discourse.chain(chain).country)
    return country or mention.lower() in lexicon.demonyms() | PEOPLES


def _with_itself(draft: Draft) -> bool:
    """Whether two are told of that are one: `the two units fought` of units that have no name each."""
    kind = TYPES[draft.type]
    return kind.symmetric and bool(draft.name(kind.keys[0])) and draft.name(kind.keys[0]) == draft.name(kind.keys[1])
