"""What fills a role of a frame: the actors that a phrase means, of the kind that is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from allegiance import names
from allegiance.model import Kind
from allegiance.reading import fallen, grounds, implied, lexicon
from allegiance.reading.clause import Clause, walk
from allegiance.reading.discourse import Discourse
from allegiance.reading.frames import Path_, RoleRule
from allegiance.reading.phrases import Phrase
from allegiance.reading.referents import GENERIC_GROUPS, Referent
from allegiance.reading.runs import CALENDAR
from allegiance.reading.wording import words_for
from allegiance.reading.wordorder import LOCAL, OFFICIAL

UNTOLD = -2
"""Instead of a chain: words for a post that only the verb implies, before which those go that were told of it."""


@dataclass(frozen=True, slots=True)
class Fill:
    """What fills a role."""

    role: str
    name: str
    mention: str
    kind: Kind
    start: int
    end: int
    chain: int = -1
    named: bool = True
    rank: str = ""
    anchored: bool = False
    part: str = ""
    body: int = -1


def fills(rule: RoleRule, clause: Clause, discourse: Discourse) -> list[Fill]:
    """What fills a role of a clause by the first of the rule's paths that leads to anything."""
    for path in rule.paths:
        found = [
            as_fill(rule.role, one)
            for one in _leant_on(path.steps[0] if len(path.steps) == 1 else "", clause, discourse)
        ]
        for phrase in walk(clause, path.steps):
            if path.kind == "doer" and path.steps[-1] == "with" and not _fought(clause, phrase):
                continue
            whole = _whose_people(phrase) if path.kind == "body" else _of_the_rest(phrase, path.kind)
            for one in whole:
                found.extend(fill_of(rule.role, path, one, clause, discourse))
        unique: list[Fill] = []
        for fill in found:
            if not any(fill.name == u.name for u in unique):
                unique.append(fill)
        if unique:
            return [_side_by_side(unique, discourse)] if rule.role == "kind" and len(unique) > 1 else unique
    return []


def _fought(clause: Clause, other: Phrase) -> bool:
    """`died in a clash on Monday with Nokia`: Nokia is the other side; who was `killed with Peter` fell beside him."""
    battles = lexicon.nouns().battles
    return any(p.head in battles and p.start < other.start for p in clause.get("in", "during", "after", "amid"))


LONGEST_KIND = 60
PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ -")
"""What a run of things given is written with: a comma may set off who says so."""


def _side_by_side(given: Sequence[Fill], discourse: Discourse) -> Fill:
    """`motorcycles and fuel`: what was given together is one kind of help, in the text's own words."""
    first, last = given[0], given[-1]
    text = " ".join(discourse.text[first.start : last.end].split())
    if not first.start < last.start or len(text) > LONGEST_KIND or not set(text) <= PLAIN:
        return first
    return replace(first, name=text, mention=text, end=last.end)


def _leant_on(step: str, clause: Clause, discourse: Discourse) -> Sequence[Referent]:
    """Whom a step means that leads out of the clause: to what was pledged, taken or spoken of before."""
    if step == "pledged":
        who = [discourse.refer(p) for p in clause.get("subj")]
        return [discourse.pledged[w.chain] for w in who if w is not None and w.chain in discourse.pledged][:1]
    if step == "home":
        made = next((m.chain for p in clause.get("obj") for m in [discourse.refer(p)] if m is not None), -1)
        whose = [discourse.refer(p) for p in clause.get("subj")]
        rows = [discourse.body(w.chain, made) if w.chain >= 0 else w.body for w in whose if w is not None]
        return [discourse.named(b, clause.start, clause.end, "") for b in rows if b >= 0][:1]
    if step == "implied":
        meant = implied.body(clause, discourse)
        return [meant] if meant is not None else []
    if step == "inview":
        seen = implied.in_view(discourse, clause.start)
        return [discourse.named(seen, clause.start, clause.end, "")] if seen >= 0 else []
    if step in ("fallen", "vacated"):
        found = fallen.fallen(clause, discourse) if step == "fallen" else fallen.vacated(clause, discourse)
        return [found] if found is not None else []
    if step == "seat":
        return _seats(clause, discourse)
    if step == "captives":
        them = discourse.fates.of_plural(clause.get("obj" if clause.passive else "subj"))
        return [replace(one, anchored=True) for one in them]
    if step == "topic" and discourse.fragment and discourse.seen.topic >= 0:
        if any(p.head in OF_NO_BODY for p in clause.get("attr")):
            return []  # `Village guards, formed by the cleric Peter`.
        return [discourse.named(discourse.seen.topic, clause.start, clause.end, "")]
    if step == "counterpart":
        other = discourse.counterpart(clause.start)
        return [other] if other is not None else []
    return []


OF_NO_BODY = frozenset("cleric preacher warlord sheikh bishop king prince princess mufti".split())
"""What somebody is in no body that an entry is headed by."""
SEATS = frozenset("governor mayor vice-governor".split())
"""Posts that are of a place, which stands for its government: `mayor of Kosso`."""


def _seats(clause: Clause, discourse: Discourse) -> Sequence[Referent]:
    """The place that somebody governs, as the body that he is governor of; no shadow governor's."""
    for role in clause.get("attr", "oprd", "as"):
        if role.head not in SEATS or "shadow" in role.adjectives or role.mod("poss"):
            continue
        for phrase in role.mod("of", "nmod"):
            place = discourse.refer(phrase)
            if place is not None and place.named and place.kind is Kind.PLACE:
                return [replace(place, kind=Kind.GROUP)]
    return []


def _whose_people(phrase: Phrase) -> list[Phrase]:
    """`fighters of Nokia and Toyota` → Nokia and Toyota: what a body's people do, it does. Else the phrase itself."""
    if phrase.mention >= 0 or phrase.head not in SOLDIERS | MEMBERS | LEADERS:
        return [phrase]
    if APART & set(phrase.adjectives):
        return [phrase]
    named = [p for p in phrase.mod("of", "from", "nmod", "poss") if p.mention >= 0 or p.pronoun or p.definite]
    if phrase.head in LEADERS and not phrase.plural:
        return [phrase]
    return named or [phrase]


REST = frozenset("remainder rest remnant remains bulk majority half".split())
"""Nouns for most of a body, or for what is left of it: who leads that, leads the body."""


TEAMS = frozenset("team patrol squad detachment contingent column posse".split())
"""Nouns for some of a body's people: what they do, it does."""


def _of_the_rest(phrase: Phrase, kind: str) -> list[Phrase]:
    """`the remainder of Nokia` → Nokia, which the words speak of, as those do that say who did it in a team of it."""
    bodies = [p for p in phrase.mod("of") if p.mention >= 0 or p.mod("nmod") or p.head in STATE_BODIES]
    whole = bodies if phrase.head in REST | (TEAMS if kind == "doer" else frozenset()) else []
    return whole if len(whole) == 1 and not whole[0].plural else [phrase]


def fill_of(role: str, path: Path_, phrase: Phrase, clause: Clause, discourse: Discourse) -> list[Fill]:
    """What fills a role by one phrase, of the kind that a path asks for."""
    if path.kind in ("role", "words", "means", "list", "head", "deed"):
        text = words_for(path.kind, phrase, discourse)
        return [Fill(role, text, text, Kind.UNKNOWN, phrase.start, phrase.end)] if text else []
    if (
        path.kind == "person"
        and phrase.mention >= 0
        and ARTICLE.search(discourse.text, max(0, phrase.start - 4), phrase.start)
    ):
        return []  # `a Daman district chief` is no man by the name of Daman.
    if path.kind == "place":
        phrase = grounds.whole(phrase)
    if phrase.members and path.kind in ("person", "actor", "any", "group", "body", "target"):
        own = discourse.refer(replace(phrase, members=())) if _keeps_whole(phrase) else None
        members = [discourse.refer(m) for m in phrase.members]
        whose = discourse.body_of(phrase)
        picked = [r for r in [own, *(replace(m, body=whose) for m in members if m is not None)] if r is not None]
    else:
        branch = discourse.branch(phrase, clause)
        if branch is not None:
            return [as_fill(role, branch)]
        pair = discourse.several(phrase) or (grounds.districts(phrase, discourse) if path.kind == "place" else [])
        noun = "noun" in path.steps and phrase.mention < 0
        body = discourse.body_noun(phrase) if noun else None
        plain = not noun or phrase.head in STATE_BODIES - {"military"}
        one = None if pair else body or (discourse.refer(phrase) if plain else None)
        one = grounds.thing_there(one, phrase) if one is not None and path.kind == "target" else one
        acting = discourse.as_body(phrase) if path.kind in ("group", "body", "doer") else None
        picked = [acting] if acting is not None else pair or ([one] if one is not None else [])
    if path.kind in ("person", "actor"):
        inner = [discourse.refer(p) for p in phrase.mod("including", "include") if p.mention < 0]
        told = [r for r in inner if r is not None and r.kind is Kind.PERSON]
        picked = [*picked, *(r for r in told if r.anchored or r.name.lower().startswith(("a ", "an ")))]
    out = []
    if phrase.mention < 0 and (phrase.head in CALENDAR or phrase.head[:1].isdigit()) and not phrase.mod("of"):
        return []
    for referent in picked:
        if _unsettled(referent, phrase, path.kind) or referent.name.lower() in NOBODY_NAMED:
            continue
        plain = "noun" in path.steps and not referent.named and phrase.head not in STATE_BODIES
        if plain or (role == "group" and path.steps[-1] == "from" and referent.kind is Kind.PLACE):
            continue  # `a commander from Kosso` hails from there.
        if (
            path.kind == "group"
            and not (role == "parent" and clause.form == "owns")
            and path.steps[-1] in ("poss", "to", "of", "for")
            and referent.kind is Kind.PERSON
            and discourse.described.body_of(referent.chain) >= 0
        ):
            referent = discourse.named(
                discourse.described.body_of(referent.chain), referent.start, referent.end, referent.mention
            )
        fitted = _fit(path.kind, referent, phrase, discourse, path.steps[-1])
        if fitted is not None and role == "area":
            fitted = grounds.told_apart(grounds.quarter(grounds.without_owner(fitted), phrase), phrase, discourse)
        if fitted is not None:
            if fitted.named or role not in ("group", "to", "from", "parent"):
                made = as_fill(role, fitted)
                is_bare = not (fitted.named or phrase.pronoun) and fitted.start == phrase.start
                out.append(replace(made, mention=_in_full(phrase, discourse.text)) if is_bare else made)
            else:
                whole = _of_owner(role, fitted, phrase, discourse)
                out.append(replace(whole, part="") if path.steps[0] == "subj" else whole)
    return out


ARTICLE = re.compile(r"\b[Aa]n? $")
"""What stands before no man's name."""
WIDER = ("of", "in", "on", "for", "from", "with", "near", "at")


def _in_full(phrase: Phrase, text: str) -> str:
    """The words of a description with what is said of it right behind: `gunmen on motorcycles`, not `gunmen`."""
    end = phrase.end
    for mod in sorted((m for m in phrase.mods if m.function in WIDER), key=lambda m: m.phrase.start):
        if re.fullmatch(rf" {mod.function} (?:(?:the|an?|its|their|his|her) )?", text[end : mod.phrase.start]):
            end = max(end, mod.phrase.end)
    return text[phrase.start : end]


def _of_owner(role: str, referent: Referent, phrase: Phrase, discourse: Discourse) -> Fill:
    """`its high council`: the body that owns an unnamed part of it, with the part's words, which belong to the role."""
    owners = [discourse.refer(p) for p in phrase.mod("poss", "of", "nmod")]
    named = [o for o in owners if o is not None and o.named and o.kind is Kind.GROUP]
    if (
        len(named) != 1
        or phrase.head in NO_PARTS
        or set(phrase.adjectives) & APART
        or (phrase.plural and phrase.head not in SOLDIERS | {"arm", "rank"})
        or (role != "group" and phrase.head not in PARTS)
    ):
        return as_fill(role, referent)
    if _of_a_land(phrase) and not named[0].country and not _called_a_body(named[0], discourse):
        return as_fill(role, referent)
    armed = phrase.head == "force" and {"armed", "security"} & set(phrase.adjectives)
    if named[0].country and (phrase.head in INSTITUTIONS | {"service", "agency", "corps"} or armed):
        return as_fill(role, referent)
    if phrase.plural or phrase.head in ("force", "troop"):
        return as_fill(role, named[0])
    return replace(as_fill(role, named[0]), part=referent.name)


NOBODY_NAMED = frozenset(
    "it|they|them|he|she|him|her|this|that|these|those|who|which|one|both|the former|the latter|the two|the three|"
    "the pair|the duo|the trio|the other|the others|none|neither".split("|")
)
"""What is no name and no description, where nothing was found that it stands for."""
NO_PARTS = frozenset(
    "splinter offshoot breakaway rival spin-off spinoff successor ally affiliate predecessor forerunner precursor foe "
    "enemy proxy descendant reincarnation".split()
)
"""Heads of what stands to a body and is none of it: what is said of `a splinter of Nokia` is not said of Nokia."""
APART = frozenset("rival enemy breakaway splinter dissident renegade opposing rogue mutinous".split())
"""Adjectives of what is no part of a body: who leads `its rival faction` has no post in it, nor acts for it."""
PARTS = frozenset(
    "wing branch arm rank leadership command council committee unit cell column section structure bureau directorate "
    "hierarchy network army force militia apparatus company squad battalion fold cause camp side organisation "
    "organization".split()
)
"""Parts of a body that have no name of their own: whoever joins one or leaves it, joins or leaves the body."""
INSTITUTIONS = frozenset(
    "army navy police government military air-force airforce ministry authority court tribunal state secretariat "
    "gendarmerie "
    "judge junta regime parliament judiciary troop force soldier coalition intelligence marine president "
    "minister commission "
    "diaspora caliphate emirate crowd mob state-security brother wife son family bodyguard police-force guard".split()
)
"""Heads of definite descriptions that name a body well enough as they stand: `the army`."""


STATE_BODIES = frozenset("army police navy military government gendarmerie".split())
"""Bodies that go by their plain noun before a post: `police spokesman`."""


def _unsettled(referent: Referent, phrase: Phrase, kind: str) -> bool:
    """Whether a definite description was left unresolved: it means someone that the text names elsewhere."""
    if kind == "doer" and phrase.head == "group" and phrase.definite and not phrase.mods:
        return not referent.named
    if referent.named or referent.anchored or kind in ("target", "place", "doer", "any") or phrase.mention >= 0:
        return False
    if kind in ("group", "actor") and referent.mention.lower().startswith("whose ") and phrase.head in GENERIC_GROUPS:
        return True  # `A, from whose movement B split`, where nothing tells what it is called.
    if kind in ("person", "actor") and phrase.plural:
        return False
    if kind == "group" and any(m.function == "poss" and m.phrase.pronoun for m in phrase.mods):
        return True
    if kind == "group" and _of_a_land(phrase):
        return False
    if kind == "group" and not phrase.plural and not phrase.definite and not phrase.mods:
        if phrase.head in STATE_BODIES:
            return False
        return not referent.name.lower().startswith(("a ", "an ", "another ", "one "))
    return phrase.definite and phrase.head not in INSTITUTIONS


def _of_a_land(phrase: Phrase) -> bool:
    """Whether a plain body is told from others by its land or its work: `the city council`, `the coast guard`."""
    placed = any(m.function == "nmod" and m.phrase.mention >= 0 for m in phrase.mods)
    words = {*phrase.adjectives, *(p.head for p in phrase.mod("noun"))}
    plain = phrase.head in LANDED and not phrase.plural and (placed or bool(words & LOCAL))
    return plain or bool(
        words & (OFFICIAL.get(phrase.head, frozenset()) | OFFICIAL.get(f"{phrase.head}s", frozenset()))
    )


def _called_a_body(owner: Referent, discourse: Discourse) -> bool:
    """Whether an owner's own name says that it is a body, or the register does, and not only its neighbours."""
    chain = discourse.chain(owner.chain)
    return bool(chain.register) or any(names.has_group_word(n) or names.is_acronym(n) for n in chain.names)


LANDED = STATE_BODIES | frozenset("council court department assembly administration office directorate".split())


def _keeps_whole(phrase: Phrase) -> bool:
    """`nine fighters, including Kéké`: the nine are spoken of beside Kéké."""
    whole = any(m.function in ("including", "include") for m in phrase.mods)
    return whole and phrase.head not in ("person", "people", "civilian", "passenger")


def referent_of(fill: Fill) -> Referent:
    """What fills a role, as what a later sentence may speak of."""
    return Referent(
        fill.name,
        fill.mention,
        fill.kind,
        fill.start,
        fill.end,
        fill.chain,
        fill.named,
        fill.rank,
        False,
        fill.anchored,
    )


def as_fill(role: str, r: Referent) -> Fill:
    """What a phrase speaks of, as what fills a role."""
    return Fill(role, r.name, r.mention, r.kind, r.start, r.end, r.chain, r.named, r.rank, r.anchored, body=r.body)


def _fit(kind: str, referent: Referent, phrase: Phrase, discourse: Discourse, step: str = "") -> Referent | None:
    """The referent, if it is of the kind asked for; kinds that the text leaves open are let pass."""
    have = referent.kind
    if kind == "any":
        return referent if referent.named or have is not Kind.UNKNOWN else None
    if kind == "target":
        return referent
    if kind == "place":
        return referent if have in (Kind.PLACE, Kind.UNKNOWN) and (referent.named or have is Kind.PLACE) else None
    if kind == "doer":
        within = step == "in" and (phrase.mention >= 0 or phrase.head not in lexicon.nouns().means)
        return None if within else _doer(referent, phrase, discourse)
    margin = discourse.chain(referent.chain).margin if referent.chain >= 0 else 0.0
    if not referent.named and have is Kind.UNKNOWN:
        return None
    if kind == "person":
        return (
            referent
            if have in (Kind.PERSON,)
            or (have is Kind.UNKNOWN and referent.named and not referent.country)
            or (have is Kind.PLACE and referent.named and margin < 0.7 and not referent.country)
            or (have is Kind.GROUP and referent.named and margin < 1.2 and not referent.country)
            else None
        )
    if kind in ("group", "body"):
        if (step in ("in", "from", "at") and referent.country) or (step in ("in", "at") and have is Kind.PLACE):
            return None
        if have is Kind.GROUP or referent.country or (have is Kind.UNKNOWN and referent.named):
            return referent
        return referent if have is Kind.PLACE and referent.named and margin < 1.5 else None
    if kind == "actor":
        if have is Kind.PLACE and not referent.country and margin >= 1.5:
            return None
        return referent
    return None


def _doer(referent: Referent, phrase: Phrase, discourse: Discourse) -> Referent | None:
    """Who did it: an actor, or whose strike or operation it was."""
    nouns = lexicon.nouns()
    if phrase.mention < 0 and not referent.named and (phrase.head in nouns.means or phrase.head in nouns.attacks):
        bodies = [p for p in phrase.mod("noun") if p.mention < 0 and (p.head in STATE_BODIES or _flies(p))]
        if bodies:
            return discourse.refer(bodies[0])
        for mod in phrase.mods:
            if mod.function in ("poss", "nmod", "by", "of"):
                owner = discourse.refer(mod.phrase)
                if owner is not None and owner.named and (owner.kind in (Kind.GROUP, Kind.PERSON) or owner.country):
                    return owner
        return None
    if referent.country or referent.kind in (Kind.GROUP, Kind.PERSON):
        return _state_forces(referent, phrase, discourse)
    if referent.named and referent.kind is Kind.UNKNOWN:
        return referent
    if referent.named and discourse.chain(referent.chain).margin < 1.5:
        return referent
    return None


def _flies(phrase: Phrase) -> bool:
    """Whether a noun before a raid is an air force's."""
    return phrase.head == "force" and "air" in {*phrase.adjectives, *(p.head for p in phrase.mod("noun"))}


def _state_forces(referent: Referent, phrase: Phrase, discourse: Discourse) -> Referent:
    """`US forces`, `American special forces` → United States; a named body stays itself."""
    if referent.named or phrase.mention >= 0:
        return referent
    if (phrase.head in SOLDIERS or (phrase.plural and phrase.head in STAFF)) and "coalition" not in phrase.text:
        owners = [discourse.refer(m.phrase) for m in phrase.mods if m.function in ("nmod", "poss", "of", "from")]
        named = [o for o in owners if o is not None and o.named and (o.kind is Kind.GROUP or o.country)]
        if len(named) == 1 and (named[0].name == "United States" or not named[0].country):
            return named[0]
    return referent


SOLDIERS = frozenset(
    "force troop soldier military marine commando drone aircraft helicopter jet warplane personnel gunman "
    "fighter militant rebel "
    "element trooper ranger man insurgent guerrilla airforce navy unit police bandit hitman".split()
)
"""Nouns for a body's people or machines at large: what `Nokia troops` do, Nokia does."""


STAFF = frozenset("agent operative officer detective member investigator policeman inspector".split())
"""Nouns for those who, several of them, act for the body that they are of: `agents of the FBI`."""


MEMBERS = frozenset(
    "supporter follower member militiaman jihadist combatant wing faction side partisan loyalist recruit trainee "
    "instructor adviser trainer".split()
)
"""Nouns for the people of a body or for a side of it, beside its soldiers."""
LEADERS = frozenset("leader commander chief representative negotiator delegate envoy official".split())
"""Nouns for those who, several of them, act for a body: `leaders of Nokia signed`."""
