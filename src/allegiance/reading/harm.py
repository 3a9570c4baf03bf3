"""Whether a deed can be what its verb says: who attacks what, and who is taken, held or let go.

`attacked the barracks` is a deed, `attacked the bill` a speech; `held by the army` is said of a person, `held in May`
of a meeting. Each check looks at one draft and its clause, and refuses what is said of things, games and the weather.
"""

from __future__ import annotations

from dataclasses import replace

from allegiance.model import Certainty, Kind
from allegiance.reading import lexicon
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.filling import Fill
from allegiance.reading.match import Hit
from allegiance.reading.phrases import Phrase
from allegiance.reading.prominence import of_state
from allegiance.reading.referents import IT, THEY
from allegiance.reading.runs import CALENDAR

STRIKES = frozenset("hit strike ram pound batter sack overrun invade swoop".split())
"""Verbs of attacking that cars, storms and single men do, too: here a body of people must do it, or their weapons."""
OF_WORDS = frozenset("attack assail target hit slam assault".split())
"""Verbs of attacking that politicians do with words."""
TIMES = frozenset("hour day night week month year time minute while weapon food ransom revenge".split())
"""What stands behind `for` where the attack is one with weapons."""
STRAY = frozenset("bullet shrapnel fragment splinter debris stone tree wave wind rain lightning shot pellet".split())
"""What hits somebody without being an attack on him."""
OF_THINGS = frozenset("torch raze burn loot ransack overrun storm firebomb".split())
"""What is done to a building, which `it` means before it means a body."""
SEARCHED = frozenset({"target"})
"""Verbs that security forces use of those whom they look for."""
LENSES = frozenset(
    "camera cameras video footage photograph photo photographer picture image lens film cctv recording painting "
    "novel book artist portrait".split()
)
"""What captures somebody without holding him."""
LOOSE = frozenset(
    "hold capture seize catch take release free liberate exchange swap trade rescue escape recapture grab net bag "
    "liberation freeing seizure discharge give grant".split()
)
"""Verbs and nouns that are said of towns, meetings, books and seats as well as of people."""
ANSWERABLE = frozenset({"responsible", "accountable", "liable"})
CAUSING = frozenset("result lead cause culminate end".split())
"""Of what brings about a death, it was a violent one where a raid or a blast does it."""
BARS = frozenset(
    "bail prison jail custody captivity ransom detention exchange swap amnesty parole captor charge".split()
)
"""What stands with them where they are said of a captive."""
WEATHER = frozenset("hurricane typhoon cyclone storm earthquake tsunami comet asteroid".split())
PLAYERS = frozenset(
    "striker midfielder goalkeeper winger quarterback batsman bowler pitcher defenceman fullback halfback forward "
    "playmaker footballer cricketer guard-forward shortstop scorer".split()
)
"""What players are called: who is let go or joined by a club is no captive and no recruit."""


def struck(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """An attack is on people, a place or a thing that can be harmed, by people or their weapons, and not with words."""
    clause, target, actor = hit.clause, draft.get("target"), draft.get("actor")
    if target is None or not _harmed(target, hit):
        return None
    if not any(f is not None and (f.named or f.anchored) for f in (target, actor)):
        if not (draft.when or draft.where) or not _thing(target, hit):
            return None
    draft = draft.with_fill(_where_it_stands(target, discourse))
    if clause.form == "noun":
        return _presupposed(draft, hit, discourse)
    if clause.form != "verb" or value == "told":
        return draft
    head = clause.lemma.split(" ")[0]
    if head in OF_THINGS and target.kind is Kind.GROUP and target.mention.lower() in IT:
        return None  # `attacked the post and torched it`: the post, and no body.
    person = target.kind is Kind.PERSON
    if head in OF_WORDS and _with_words(hit, actor):
        return None
    if head in SEARCHED and person and not _with_weapons(hit):
        return None
    if head == "sack" and person:
        return None
    if actor is None:
        return draft if _by_weapons(hit) else None
    if WEATHER & set(actor.name.lower().split()):
        return None
    loose = actor.kind is not Kind.GROUP and actor.named and not discourse.chain(actor.chain).country
    return None if head in STRIKES and loose else draft


def _presupposed(draft: Draft, hit: Hit, discourse: Discourse) -> Draft:
    """`claimed the bombing of the port in May`: that it took place is the author's word, who did it is the claim's."""
    clause = hit.clause
    if clause.governor in ("responsibility", "credit") and not clause.get("poss"):
        return draft.without("actor")
    if clause.governor.split(" ")[0] not in CLAIMING:
        return draft
    told = any(p.definite or p.mod("poss") for p in clause.get("self")) and draft.certainty is Certainty.REPORTED
    actor, claims = draft.get("actor"), [discourse.refer(a.phrase) for a in clause.up if a.function == "subj"]
    if actor is not None and any(c is not None and c.name == actor.name for c in claims):
        draft = draft.without("actor")
    return replace(draft, certainty=Certainty.STATED, sources=()) if told else draft


CLAIMING = frozenset("claim take accept assume admit acknowledge own avow".split())
"""Verbs by which one says that an attack was one's own."""


def _with_words(hit: Hit, actor: Fill | None) -> bool:
    """`attacked the party for its silence`, `attacked the ruling as a sham`: a speech; but not `for three days`."""
    reasons = [p for p in hit.clause.get("for", "over", "about") if p.head not in TIMES | CALENDAR]
    likened = hit.clause.get("as") and actor is not None and actor.kind is Kind.PERSON
    return bool(reasons or likened)


def _thing(target: Fill, hit: Hit) -> bool:
    """Whether a target is a building, a vehicle or the like, one or some that are meant: never people at large."""
    return any(
        p.head in lexicon.nouns().targets and (p.definite or not p.plural or p.mods) and not _somebodys(p)
        for a in hit.clause.args for p in [a.phrase, *a.phrase.mod("on", "at", "against", "of", "into")]
        if p.start == target.start
    )  # fmt: skip


def _somebodys(phrase: Phrase) -> bool:
    """`his car`: an attack on whoever was in it."""
    return any(p.pronoun for p in phrase.mod("poss"))


def _where_it_stands(target: Fill, discourse: Discourse) -> Fill:
    """`the barracks at Ndoro`: the place by which the text tells a thing from others of its kind."""
    if target.named:
        return target
    definite = target.name.lower().startswith("the ")
    for word in (" at ", " in ") if definite else ():
        if discourse.text.startswith(word, target.end):
            start = target.end + len(word)
            place = next((m for m in discourse.mentions if m.start == start and m.kind is Kind.PLACE), None)
            if place is not None:
                words = " ".join(discourse.text[target.start : place.end].split())
                return replace(target, name=words, mention=words)
    return target


def _harmed(target: Fill, hit: Hit) -> bool:
    """Whether a target is a name, or described as people, a body, a place or a thing that may be attacked."""
    if target.named or target.anchored or target.kind in (Kind.PERSON, Kind.GROUP):
        return True
    nouns = lexicon.nouns()
    known = nouns.targets | nouns.places | nouns.groups | nouns.persons
    heads = {
        p.head.lower() for a in hit.clause.args for p in [a.phrase, *a.phrase.mod("on", "at", "against", "of", "into")]
        if p.start == target.start or p.end == target.end
    }  # fmt: skip
    return bool(heads & known) or target.name.lower().split()[-1] in known


def _weapons(phrases: tuple[Phrase, ...]) -> bool:
    nouns = lexicon.nouns()
    return any(p.mention < 0 and p.head in (nouns.means | nouns.attacks) - STRAY for p in phrases)


def _with_weapons(hit: Hit) -> bool:
    return _weapons(hit.clause.get("in", "with", "by", "subj", "during"))


def _by_weapons(hit: Hit) -> bool:
    """Whether an attack by nobody known is said in the passive, or of a weapon."""
    doers = hit.clause.get("subj")
    return not doers or _weapons(doers) or any(p.pronoun or p.head in lexicon.nouns().persons for p in doers)


def seized(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """Who is held, taken or let go is a person: no meeting, town, book or player, and by no camera."""
    person, clause = draft.get("person"), hit.clause
    if person is None or _player(person, discourse):
        return None
    if any(p.mention < 0 and p.head in LENSES for p in clause.get("subj")):
        return None
    if clause.lemma == "hold" and any({p.head, *p.adjectives} & ANSWERABLE for p in clause.get("obj", "oprd")):
        return None
    if person.kind is Kind.PERSON or not person.named or person.chain in discourse.fates.held:
        return draft
    if clause.lemma.split(" ")[0] not in LOOSE:
        return draft if person.kind is not Kind.PLACE else None
    if person.kind is not Kind.PLACE and person.chain >= 0 and len(discourse.chain(person.chain).names) > 1:
        return draft  # Whoever goes by another name, too, is no town.
    jailed = any(a.phrase.head in BARS or a.function in BARS for a in clause.args)
    return draft if jailed and person.kind is Kind.UNKNOWN else None


def violent(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`The deceased were A and B` tells of a killing where violence was told of before; `a raid led to his death`."""
    if value == "caused" and hit.clause.governor.split(" ")[0] not in CAUSING:
        return None
    known = _by_someone_known(draft, discourse)
    return known if "deceased" not in hit.clause.adverbs or discourse.fates.violence else None


def _by_someone_known(draft: Draft, discourse: Discourse) -> Draft:
    """The draft, without a doer whom a pronoun is held to mean before the text names him at all."""
    by = draft.get("by")
    if by is None or by.chain < 0 or by.mention.lower() not in THEY | IT:
        return draft
    first = min((m.start for m in discourse.mentions if m.chain == by.chain), default=by.start)
    return draft.without("by") if first > by.start else draft


def _player(person: Fill, discourse: Discourse) -> bool:
    """Whether somebody is called by what he plays: `midfielder Luka Vasic`."""
    before = discourse.text[max(0, person.start - 20) : person.start + len(person.mention)].lower().split()
    return bool(PLAYERS & set(before))


JAILED = frozenset("prison jail life custodial gaol detention".split())
"""What makes a term one behind bars."""


def held(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """Who is acquitted or handed over is set free where he was held, or where he comes out `safe`."""
    person = draft.get("person")
    if person is None:
        return None
    unharmed = value == "safe" and {"unharmed", "unhurt", "safely", "safe", "alive"} & set(hit.clause.adverbs)
    if value == "safe" and any(_keeps(p, discourse) for p in hit.clause.get("to")):
        return None
    return draft if unharmed or person.chain in discourse.fates.held else None


def _keeps(whom: Phrase, discourse: Discourse) -> bool:
    """Whether who is handed somebody is a state, a force or a party to the war, or holds an office in one."""
    found = discourse.refer(whom)
    if found is None or whom.head in lexicon.nouns().posts:
        return found is not None
    armed = found.chain >= 0 and (discourse.seen.prominent.armed(found.chain) or of_state(found.name))
    return found.country or (found.kind is Kind.GROUP and found.named and armed)


def fallen(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`A shot B` tells of a killing where B is said to have been killed before; else he may have lived."""
    victim = draft.get("victim")
    return draft if victim is not None and victim.chain in discourse.fates.fallen else None


def sentenced(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`received a prison term`, `was granted bail`: the person, not what was given; and to him, not by him."""
    clause = hit.clause
    person = draft.get("person")
    gives = clause.lemma.split(" ")[0] in ("give", "grant", "hand")
    told = any(p.start == person.start for p in clause.get("to", "on")) if person is not None else False
    if person is None or (gives and not clause.passive and not clause.get("iobj") and not told):
        return None
    jail = {"prison", "jail", "imprisonment", "sentence", "term", "bail", "parole", "amnesty", "pardon", "clemency"}
    given = [p for p in clause.get("obj") if p.head in jail | {"release", "freedom"} and p.mention < 0]
    if any(p.head == "term" and not JAILED & {*p.adjectives} and not p.mod("in") for p in given):
        return None
    return draft if person.start not in {p.start for p in given} else None


def swap(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """People are exchanged for people: not for a thing, a cause or a crime."""
    objects = [discourse.refer(p) for p in hit.clause.get("obj")]
    return draft if any(o is not None and o.kind is Kind.PERSON for o in objects) else None
