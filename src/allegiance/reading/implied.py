"""The body that a post is in where its sentence does not say: `its founder died, and the spokesman took over as chair`.

A report about one group seldom repeats it. The body is looked for in what the text itself settles, nearest first: the
body that the person was last said to stand in, the only armed body in view, the one that section, paragraph or document
is about. Offices of a state, and posts whose sentence names a body that was not understood, are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.attention import NEVER
from allegiance.reading.clause import Clause
from allegiance.reading.described import OF_A_STATE, SOLDIERLY
from allegiance.reading.discourse import Discourse
from allegiance.reading.phrases import Phrase
from allegiance.reading.prominence import of_state
from allegiance.reading.referents import GENERIC_GROUPS, WE, Referent

LED = frozenset(
    "leader chief head boss emir amir commander spokesman spokeswoman spokesperson deputy chairman chairwoman "
    "chairperson chair secretary secretary-general general-secretary coordinator treasurer strategist ideologue "
    "recruiter quartermaster commander-in-chief chief-of-staff second-in-command number-two deputy-leader supremo "
    "logistician adjutant instructor trainer vice-chairman vice-chair co-leader co-commander financier imam judge "
    "mufti qadi representative envoy founder courier bombmaker bomb-maker wali overseer".split()
)
"""Posts that armed bodies have, and that a report on one names without the body."""
OF_COURTS = frozenset({"judge", "imam", "representative", "envoy", "instructor", "trainer", "secretary"})
"""Posts that are in no armed body where they stand right before a name: `judge Retno Haddu`."""
ANY_OF_A_KIND = frozenset({"judge", "imam", "instructor", "trainer"})
"""What one may be in no body at all: `Omar Dost, a former judge`."""
ELSEWHERE = frozenset(
    "police army state federal provincial district municipal presidential parliamentary village tribal clan "
    "town city regional local government bank company university school hospital human rights party navy "
    "opposition foreign defence defense interior justice security health press white editor union retired "
    "former-police un catholic church".split()
)
"""What stands before a post that is in some other body than the one which a report is about."""
OF_A_ROW = frozenset("only latest first last second third next previous other another most".split())
"""Adjectives of a post that speak of one among many: `the latest commander to defect`."""
OWN = frozenset(
    "staff north south east west northeast northwest southeast southwest sector front finance whole".split()
)
"""What a post may be over within its body, with an article: `chief of the general staff`."""


MEN_OF_A_STATE = frozenset(
    "soldier troop policeman officer force court judge prosecutor gendarme marine ranger guard commando agent "
    "authority paratrooper detective".split()
)
"""What those are called whom a state arms, and those who try for it."""
BESIDE = frozenset("deputy second-in-command number-two lieutenant adjutant successor".split())
"""Posts that are beside another's, in the same body."""
AT_ITS_HEAD = frozenset("leader emir amir warlord boss capo founder supremo kingpin commandant".split())
"""What one at the head of an armed body is called, and hardly anybody else."""


def body(clause: Clause, discourse: Discourse) -> Referent | None:
    """The body of the post that a clause speaks of, or None where the text does not settle it."""
    roles = [p for p in clause.get("attr", "oprd", "as", "to", "obj") if p.mention < 0 and p.head in LED]
    if clause.form == "title" and any(p.head in OF_COURTS for p in roles):
        return None
    if clause.form == "is" and any(p.head in ANY_OF_A_KIND and not p.definite for p in roles):
        return None
    seats = lexicon.nouns().seats - {"control"}
    roles = roles or [p for p in clause.get("subj", "obj") if p.mention < 0 and p.head in seats]
    if len(roles) != 1 or _stands_elsewhere(roles[0], discourse):
        return None
    subjects = [*clause.get("subj"), *clause.get("obj"), *clause.get("from")]
    chains = [r.chain for p in subjects for r in [discourse.refer(p)] if r is not None and r.kind is Kind.PERSON]
    own = [b for c in chains for b in [stands_in(c, discourse)] if b >= 0]
    kin = [discourse.body(discourse.described.kin[c]) for c in chains if c in discourse.described.kin]
    own += [b for b in kin if b >= 0]
    if not own and _tells_of_foe(chains, discourse):
        return None
    found = own[0] if own else in_view(discourse, clause.start)
    if found < 0 or discourse.chain(found).country:
        return None
    if not own and (_reached(clause, found, discourse) or _others_act(found, discourse)):
        return None
    return discourse.named(found, clause.start, clause.end, "")


RANKED = re.compile(
    r"\b(?:according to|(?:said|says|by|told by|announced|confirmed))\s+(?:(?:Brig(?:adier|\.)?|Maj(?:or|\.)?|Lt\.?|"
    r"Lieutenant|Vice|Rear)[- ]?)*(?:Gen(?:eral|\.)?|Col(?:onel|\.)?|Brigadier|Major|Captain|Capt\.|Lieutenant|Admiral|"
    r"Superintendent|Inspector|Commissioner|Sergeant)\b"
)
"""How a sentence tells that one with a rank says so."""
FELL = re.compile(r"\b(?:kill|captur|arrest|detain|neutrali|shot|slain|surrender|eliminat|seiz|destroy|ambush)")
"""What soldiers say has befallen their foes."""


def _tells_of_foe(people: Sequence[int], discourse: Discourse) -> bool:
    """`A of the Front was killed, said General B, the chief of staff`: of another body's than the Front's."""
    sentence = discourse.sentence
    if sentence is None or not any(discourse.chain(c).rank for c in people if c >= 0):
        return False
    words = discourse.text[sentence.start : sentence.end]
    return FELL.search(words) is not None and RANKED.search(words) is not None


def stands_in(person: int, discourse: Discourse) -> int:
    """The body in which a person was last said to stand, and not to have stood before; or -1."""
    told = discourse.described
    return -1 if person in told.once else told.group_of.get(person, -1)


def _others_act(body: int, discourse: Discourse) -> bool:
    """`Police held two men of the Front. The commander, Baro, said so`: he may be of the police."""
    view, unnamed = discourse.seen.prominent, discourse.seen.unnamed
    acting = {c for _, c, subject in view.last if subject}
    if body in (*acting, view.topic):
        return False
    described = unnamed is not None and unnamed.head in OF_A_STATE | MEN_OF_A_STATE
    return any(of_state(discourse.chain(c).name) if c >= 0 else described for c in acting)


def _reached(clause: Clause, body: int, discourse: Discourse) -> bool:
    """`Five commanders defected to the Front, including Baro`: what he commanded was not the Front."""
    if clause.governor.split(" ")[0] not in lexicon.verbs().going:
        return False
    there = [discourse.refer(a.phrase) for a in clause.up if a.function in ("to", "obj")]
    return any(r is not None and r.chain == body for r in there)


def _stands_elsewhere(role: Phrase, discourse: Discourse) -> bool:
    """Whether a post's own words give it a body, an owner or a rank that is not this one's."""
    if set(role.adjectives) & (ELSEWHERE | OF_A_ROW) or role.mod("nmod", "by"):
        return True
    if role.text.lower() == "a deputy":
        return True  # Who is but `a deputy` sits in a parliament.
    nouns = lexicon.nouns()
    if any(p.mention < 0 and p.text.split()[-1][:1].isupper() and not p.pronoun for p in role.mod("of", "for")):
        return True  # `the Secretary of Transportation`, `chairman of ACP`.
    if any(p.pronoun not in WE for p in role.mod("poss")):
        return not _of_a_leader(role, discourse)  # `its spokesman`, where the text does not settle whose.
    for inner in role.mod("of", "for", "in", "at", "with", "to", "from"):
        placed = inner.mention >= 0 and discourse.mentions[inner.mention].kind is Kind.PLACE
        named = (inner.mention >= 0 and not placed) or inner.pronoun or inner.head in nouns.groups | nouns.persons
        other = inner.definite and inner.head not in nouns.places | OWN and inner in role.mod("of", "for")
        if (named or other) and not _generic(inner):
            return True  # `leader of the choir` is of some other body than the one in view.
    persons = nouns.persons - {"deputy", "chief"}
    return any(n.mention >= 0 or n.head in ELSEWHERE | nouns.groups | persons for n in role.mod("noun"))


def _of_a_leader(role: Phrase, discourse: Discourse) -> bool:
    """`his deputy`, of one who fell or who goes by `the emir`: beside him, in the body that the passage is about."""
    owners = [discourse.refer(p) for p in role.mod("poss")]
    if role.head not in BESIDE or len(owners) != 1 or owners[0] is None or owners[0].kind is not Kind.PERSON:
        return False
    owner = owners[0].chain
    called = discourse.seen.portraits.called
    if owner < 0 or any(owner in called.get(n, ()) for n in SOLDIERLY):
        return False
    return owner == discourse.fates.gone or any(owner in called.get(n, ()) for n in AT_ITS_HEAD)


def _generic(phrase: Phrase) -> bool:
    """`the group`, `the organisation`: what a report calls the body that it is about."""
    plain = phrase.mention < 0 and phrase.head in GENERIC_GROUPS and phrase.definite and not phrase.mods
    return plain and set(phrase.adjectives) <= {"the", "this", "that", "same", "armed", "rebel", "militant", "whole"}


def in_view(discourse: Discourse, start: int) -> int:
    """The body under arms that a passage is about at a place of its sentence, or -1 where two may be meant.

    It is the one of this sentence and the last, if the document is about no other; else the one that the document is
    about; else the one that weighs most there, if its section or its paragraph is about it too. It is no body to which
    the document has another pledge itself.
    """
    view = discourse.seen.prominent
    main = view.topic if view.topic >= 0 and view.armed(view.topic) else view.main()
    near = {c for _, c, _ in view.here if c >= 0} | set(discourse.seen.last_groups)
    armed = [c for c in near if view.armed(c)]
    sworn = _sworn_to(discourse) - {view.topic}
    if len(armed) == 1 and (main in (-1, armed[0])):
        found = armed[0]
    elif not armed or main in armed:
        found = main
    elif view.mutual or view.mutual_last or sworn.intersection(armed):
        return -1  # `The Front fought the Brigade`, `pledged itself to the Emirate`. `The emir, Peter, …`
    else:
        weighs = view.which(start, lambda c: 0.0 if c >= 0 and view.armed(c) else NEVER)
        found = weighs if weighs in (view.topic, view.focus) else -1
    return -1 if found in sworn else max(found, -1)


def _sworn_to(discourse: Discourse) -> set[int]:
    """The bodies to which, or to whose leaders, somebody was said to pledge himself."""
    sworn = discourse.pledged.values()
    return {to.chain if to.kind is Kind.GROUP else discourse.described.group_of.get(to.chain, -1) for to in sworn}
