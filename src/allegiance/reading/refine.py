"""What frames ask for beside their roles: checks and turns that a path cannot say. One function for each `set` key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from allegiance import names
from allegiance.model import Certainty, Kind
from allegiance.reading import absurd, records, righting
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.filling import NOBODY_NAMED, UNTOLD, Fill
from allegiance.reading.harm import fallen, held, seized, sentenced, struck, swap, violent
from allegiance.reading.match import Hit
from allegiance.reading.phrases import Phrase
from allegiance.reading.provisos import (
    affirmed,
    bare_life,
    bidden,
    bloody,
    ill,
    marked_body,
    named_two,
    ordered,
    struck_down,
)
from allegiance.reading.referents import GENERIC_GROUPS, official
from allegiance.reading.sureness import armed, moves, strict, surely_group, weak
from allegiance.reading.vocabulary import is_english
from allegiance.reading.wording import LISTED

Refiner = Callable[[Draft, Hit, Discourse, str], Draft | None]

LEADS: Mapping[str, str] = {
    "lead": "leader", "head": "head", "command": "commander", "chair": "chair", "direct": "director", "run": "head",
    "oversee": "head", "supervise": "head",
    "preside": "president", "co-lead": "co-leader", "captain": "captain", "govern": "governor",
}  # fmt: skip
HOLDS: Mapping[str, str] = {
    "command": "commander", "leadership": "leader", "control": "leader", "helm": "leader", "charge": "commander",
    "emirship": "emir", "governorship": "governor", "vice-chairmanship": "vice-chairman",
    "vice-presidency": "vice-president", "premiership": "premier", "commandership": "commander",
    "reins": "leader", "rein": "leader", "mantle": "leader", "presidency": "president", "chairmanship": "chairman",
}  # fmt: skip
MANNER_OF: Mapping[str, str] = {
    "abduct": "abducted", "kidnap": "abducted", "snatch": "abducted", "hold": "held",
    "seize": "abducted", "jail": "held",
    "imprison": "held", "free": "freed", "escape": "escaped", "exchange": "exchanged", "swap": "exchanged",
}  # fmt: skip
SHOT = re.compile(r"\b(?:shot dead|gunned down|shot and killed)\b")


def _own(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """Whence one goes who is not said to leave anything by name: the body to which he was said to belong."""
    actor, source, to = draft.get("actor"), draft.get("from"), draft.get("to")
    if actor is None or (source is not None and source.named):
        return draft
    reached = to.chain if to is not None else -1
    if value == "now" and not _from_there(draft, hit, actor, to):
        return draft
    body = discourse.body(actor.chain, reached) if actor.chain >= 0 else -1
    body = body if body >= 0 else actor.body
    if body < 0 or body in (reached, actor.chain) or discourse.chain(body).country:
        return draft if draft.type == "join" or source is not None else None
    whole = discourse.named(body, actor.start, actor.end, discourse.chain(body).name)
    return draft.with_fill(Fill("from", whole.name, whole.name, whole.kind, actor.start, actor.end, body))


UMBRELLA = re.compile(
    r"\b(?:council|coalition|alliance|umbrella|coordination|government|congress|shura|platform|assembly|party|room)\b",
    re.IGNORECASE,
)
"""Names of bodies that one joins with one's own."""


NO_SURE_BODY = re.compile(r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|Forty) [A-Z]")
"""At the head of a sentence, a number that may be a part of a name: `Four Brothers Battalion fighters`."""


def _from_there(draft: Draft, hit: Hit, actor: Fill, to: Fill | None) -> bool:
    """Whether who `joined` comes from where he is said to be: `40 fighters of A`, or a man of A who has joined B now.

    Of a man of A who `joined B in 1990` it is not told where he was then.
    """
    if to is None or UMBRELLA.search(to.name) or actor.kind is not Kind.PERSON:
        return False
    if not actor.named:
        return actor.body >= 0 and not NO_SURE_BODY.match(actor.name) and "former" not in actor.name.lower()
    return (hit.clause.perfect or "has" in hit.clause.helpers or bool(draft.reckoned_from)) and not hit.former


def _doing(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`headed the front's medics`: the words of the charge are the role."""
    fill = draft.get("role")
    lead = f"{LEADS[hit.clause.lemma]} of" if hit.clause.lemma in LEADS else "in charge of"
    return draft.with_fill(replace(fill, name=f"{lead} {fill.name}", mention=fill.mention)) if fill else draft


def _command(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`took command of X`: a commander; `took over its leadership`: a leader."""
    fill = draft.get("role")
    head = next((p.head for p in hit.clause.get("obj", "subj") if p.head in HOLDS), "")
    return draft.with_fill(replace(fill, name=HOLDS[head], mention=fill.mention)) if fill and head else draft


PASSED = frozenset("post duty job portfolio position function".split())


def _passes(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """What passes is a post that somebody had: `his duties`, `command`, but no guard post and no town's control."""
    heads = [p for p in hit.clause.get("subj") if p.head in PASSED]
    if heads and not any(p.mod("of", "poss", "as") for p in heads):
        return None
    seat = next((p for p in hit.clause.get("subj") if p.head in HOLDS), None)
    if seat is None or draft.get("role") is not None:
        return draft
    word = HOLDS[seat.head]
    return draft.with_fill(Fill("role", word, word, Kind.UNKNOWN, seat.start, seat.end, UNTOLD))


def _whose(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`Baro's Hill Brigade`, `the Hill Brigade of Baro`: he leads it, where both are named."""
    person, group = draft.get("person"), draft.get("group")
    if person is None or group is None or not (person.named and group.named) or person.chain < 0 or group.chain < 0:
        return None
    if names.is_single_name(person.name) and not person.rank:
        return None  # `the clan of the Dulaim`.
    if is_english(person.name.split()[-1]) or not discourse.seen.prominent.armed(group.chain):
        return None  # `the Orchestra of Christmas Charity`, `the Council of Sidi Revolutionaries`.
    if official(group.name) or discourse.chain(person.chain).margin < 0.6 or not surely_group(group, discourse):
        return None
    return draft


COUNTS = re.compile(r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|some|many|various|dozens) ")


NAMED_ROLES = frozenset({"person", "predecessor", "founder", "victim", "target"})


def _named(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """Who comes and who goes are named, and a body is one."""
    group = draft.get("group")
    if group is not None and not group.named and COUNTS.match(group.name.lower()):
        return None
    return draft if all(f.named for f in draft.fills if f.role in NAMED_ROLES) else None


def _new(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`has a new emir`: one who was not there before."""
    return draft if any("new" in p.adjectives for p in hit.clause.get("obj")) else None


def _role(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """The role that the verb means: `led` a leader, `headed` a head, but no verb of another meaning."""
    word = LEADS.get(hit.clause.lemma, value)
    at = hit.clause
    return draft.with_fill(Fill("role", word, word, Kind.UNKNOWN, at.start, at.end))


def _leads(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`under the command of X`: a commander; under his leadership, a leader."""
    head = next((p.head for p in hit.clause.get("under") if p.head in HOLDS), "")
    word = HOLDS.get(head, "leader")
    return draft.with_fill(Fill("role", word, word, Kind.UNKNOWN, hit.clause.start, hit.clause.end))


def _charge(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`responsible for its finances`: the charge, without whose it is."""
    fill = draft.get("role")
    if fill is None:
        return draft
    heads = [a.phrase for a in hit.clause.args if a.function == value]
    if value == "in charge of":
        heads = [p for charge in hit.clause.get("in") for p in charge.mod("of")]
    words = heads[0].text.split()[-1].lower() if heads and not heads[0].mod("of") else heads[0].head if heads else ""
    said = f"{value} {words}".strip()
    return draft.with_fill(replace(fill, name=said, mention=said))


def _manner(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """A manner that the frame states."""
    return replace(draft, manner=value)


def _manner_from(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """A manner that the verb states."""
    return replace(draft, manner=MANNER_OF.get(hit.clause.lemma, "arrested" if draft.type == "detention" else ""))


def _list(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """A list that the frame states."""
    return draft.with_fill(Fill("list", value, value, Kind.UNKNOWN, hit.clause.start, hit.clause.end))


def _kind(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """A kind that the frame states."""
    return draft.with_fill(Fill("kind", value, value, Kind.UNKNOWN, hit.clause.start, hit.clause.end))


def _kind_noun(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """The noun that was signed or given says what kind it was."""
    if draft.get("kind") is not None:
        words = [_compound(p) for p in hit.clause.get("obj") if p.mention < 0]
        return _kind(draft, hit, discourse, words[0]) if words else draft
    own = [_compound(p) for p in hit.clause.get("self")] if hit.clause.form == "noun" else []
    return _kind(draft, hit, discourse, own[0]) if own else draft


def _plural(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """What is united is several: `a coalition of X and Y`, not `a front of X`."""
    united = [p for attr in hit.clause.get("attr") for p in (attr.mod(value),)]
    return draft if any(len(p) > 1 or any(len(m.members) > 1 for m in p) for p in united) else None


PACTS = frozenset(
    "truce ceasefire cease-fire agreement deal accord peace treaty pact swap armistice settlement protocol "
    "exchange".split()
)


def _pact(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """What was signed is a pact."""
    return draft if any(p.head in PACTS for p in hit.clause.get("obj")) else None


def _compound(phrase: Phrase) -> str:
    """A noun with the nouns before it: `peace deal`, `prisoner swap`."""
    nouns = (m.phrase.head for m in phrase.mods if m.function == "noun")
    return " ".join([*(n for n in nouns if n != "way"), phrase.head])  # `a three-way agreement`


FUNDS = frozenset("fund finance bankroll subsidise".split())


def _kind_verb(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """What the verb gives."""
    word = (
        "funds"
        if hit.clause.lemma in FUNDS
        else {"back": "backing", "arm": "arms", "train": "training"}.get(hit.clause.lemma, "")
    )
    return _kind(draft, hit, discourse, word) if word and draft.get("kind") is None else draft


def _terror(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """A designation says that someone is a terrorist, outlawed or sanctioned."""
    target = draft.get("target")
    return None if target is None or (not target.named and LISTED.search(target.name)) else draft


def _awaited(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`added the following to the list`: an act of which only the list itself tells what it was."""
    target = draft.get("target")
    return draft if target is not None and records.is_awaited(target.mention) else None


def _birth(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`X emerged` founds X only where the text dates it or calls it new."""
    new = any("new" in p.adjectives and p.mention < 0 for p in hit.clause.get("subj"))
    return draft if draft.when or new or hit.clause.get("as") else None


def _dated(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`was listed on 9 May 2014`: an act that only its date tells from a state or a list of anything."""
    target = draft.get("target")
    return draft if draft.when and target is not None and target.named else None


def _pair(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """Of a pair in either order, one is kept; and none where the two do it to a third (`both fight the guard`)."""
    a, b = draft.get("a"), draft.get("b")
    if a is None or b is None or (a.start, a.chain) >= (b.start, b.chain):
        return None
    objects = [discourse.refer(p) for p in hit.clause.get("obj") if p.mention >= 0 or p.definite or p.pronoun]
    third = [o for o in objects if o is not None and o.kind is Kind.GROUP and o.chain not in (a.chain, b.chain)]
    return None if third else draft


def _no_later(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`his body was found on Monday`: he died by then."""
    found = draft.when.rpartition("/")[2]
    return replace(draft, when=f"../{found}") if found and not draft.when.startswith("..") else draft


def _presence(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """What is held is the object, where one operates stands behind `in`; what is taken is held from then, what left
    until then."""
    lemma = hit.clause.lemma
    held = {p.start for p in hit.clause.get("obj")}
    area = draft.get("area")
    if area is None:
        return None
    if value in ("taken", "left"):
        if not area.named and not COUNTS.match(area.name.lower()):
            return None  # `took the bridge`.
        if area.named and value == "taken" and hit.clause.get("at", "near", "outside", "inside"):
            return None  # `seized Amina at Nkoma`: who is taken somewhere is no place.
        dated = {"taken": f"{draft.when}/..", "left": f"../{draft.when}"}[value]
        return replace(draft, when=dated) if draft.when and "/" not in draft.when else draft
    if lemma in ("hold", "control", "occupy", "dominate", "rule", "govern", "retain"):
        inside = hit.clause.get("obj") and (area.start in held or area.start > min(held))
        sure = area.kind is Kind.PLACE or (area.kind is Kind.UNKNOWN and lemma != "hold")
        return draft if inside and (not hit.clause.passive or sure) else None
    return draft


def _said_by(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`X blamed Y`: X is the source."""
    found = [discourse.refer(p) for p in hit.clause.get(value)]
    return replace(draft, sources=(*(f.name for f in found if f is not None), *draft.sources))


def _definite(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """A noun tells of an attack where it is this one, dated or somebody's; `attacks` at large are none."""
    clause = hit.clause
    owned = bool(clause.get("poss", "by")) or bool(draft.when)
    return draft if owned or any(p.definite or not p.plural for p in clause.get("self")) else None


def _self(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """A group's names old and new, as written, and not one name twice."""
    group, name = draft.get("group"), draft.get("name")
    if group is None or name is None or group.kind is Kind.PERSON:
        return None
    if any(f.mention.lower() in NOBODY_NAMED and (not f.named or group.chain == name.chain) for f in (group, name)):
        return None  # `It was known until 2014 as A`, where nothing tells what it was.
    return draft if group.mention.lower() != name.mention.lower() else None


def _proper(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`X became Y`: one body takes a name where both are named outright; `became its wing` says something else."""
    named = all(f.named and f.mention[:1].isupper() for f in draft.fills)
    return draft if named and len(hit.clause.get("subj")) == 1 else None


def _parts(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """An adjective of nationality places a group; it is no parent."""
    parent = draft.get("parent")
    if parent is not None and parent.chain >= 0 and discourse.chain(parent.chain).country:
        owned = [p for a in hit.clause.get("attr") for p in a.mod("poss")]
        tools = [
            a for a in hit.clause.get("attr") if a.head in ("proxy", "surrogate", "client", "puppet", "instrument")
        ]
        return draft if owned or tools else None
    return draft


HOW: Mapping[str, str] = {
    "hang": "hanged", "behead": "beheaded", "decapitate": "beheaded", "strangle": "strangled", "stab": "stabbed",
    "poison": "poisoned", "knife": "knifed", "lynch": "lynched", "burn": "burned", "drown": "drowned",
    "shoot": "shot", "hack": "hacked", "electrocute": "electrocuted", "garrotte": "garrotted",
}  # fmt: skip


def _means_from(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """The verb says how: hanged, strangled; `shot dead`, which is read as one word, says `shot`."""
    clause = hit.clause
    if draft.get("means") is not None:
        return draft
    spelt = discourse.text[clause.start : clause.end]
    word = HOW.get(clause.lemma.split(" ")[0], "shot" if SHOT.search(spelt) else "")
    return draft.with_fill(Fill("means", word, word, Kind.UNKNOWN, clause.start, clause.end)) if word else draft


def _own_word(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`A said it was behind the raid`: who says so is who did it; what another says of him is no claim of his."""
    actor = draft.get("actor")
    speakers = [discourse.refer(a.phrase) for a in hit.clause.up if a.function == "subj"]
    own = actor is not None and any(s is not None and (s.chain, s.name) == (actor.chain, actor.name) for s in speakers)
    return draft if own else None


def _umbrella(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """Who pulls out of a coalition leaves it, and splits from nothing."""
    whole = draft.get("from")
    over = whole is not None and (UMBRELLA.search(whole.name) or discourse.seen.prominent.is_umbrella(whole.chain))
    return None if over else draft


def _beside(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    """`Nokia's Peter`: between whom it is said of and whose he is stand these words and no more."""
    spans = sorted((f.start, f.end) for f in draft.fills)
    between = discourse.text[spans[0][1] : spans[1][0]] if len(spans) == 2 else ""
    actor = draft.get("actor")
    if actor is not None and " " not in actor.name and discourse.chain(actor.chain).margin < 1.2:
        return None  # `Nokia's U-turn`.
    return draft if between.replace("\u2019", "'").strip() == value else None


def _pass(draft: Draft, hit: Hit, discourse: Discourse, value: str) -> Draft | None:
    return draft


REFINERS: Mapping[str, Refiner] = {
    "strict": strict, "moves": moves, "weak": weak, "own": _own, "doing": _doing, "command": _command, "role": _role,
    "leads": _leads, "charge": _charge, "passes": _passes, "named": _named, "whose": _whose, "new": _new,
    "armed": armed,
    "manner": _manner,
    "manner-from": _manner_from, "list": _list, "kind": _kind, "kind-noun": _kind_noun, "kind-verb": _kind_verb,
    "terror": _terror, "awaited": _awaited,
    "birth": _birth, "dated": _dated, "pair": _pair, "presence": _presence, "said-by": _said_by,
    "definite": _definite, "beside": _beside, "umbrella": _umbrella, "no-later": _no_later,
    "self": _self, "proper": _proper, "parts": _parts, "pact": _pact, "plural": _plural,
    "held": held, "fallen": fallen, "own-word": _own_word, "means-from": _means_from,
    "sentenced": sentenced, "swap": swap, "struck": struck, "seized": seized,
    "violent": violent, "named-two": named_two, "struck-down": struck_down, "marked-body": marked_body,
    "bare-life": bare_life, "ill": ill, "bloody": bloody,
    "affirmed": affirmed, "ordered": ordered, "bidden": bidden,
}  # fmt: skip


def refine(draft: Draft, hit: Hit, discourse: Discourse) -> Draft | None:
    """A draft as its frame wants it, or None where the frame's own checks refuse it."""
    own = righting.righted(draft, hit, discourse)
    if own is None or absurd.is_absurd(own, hit, discourse):
        return None
    draft = own
    for key, value in hit.frame.set:
        turned = REFINERS.get(key, _pass)(draft, hit, discourse, value)
        if turned is None:
            return None
        draft = turned
    return _with_part(_body_in_body(_own_claim(_of_no_man(draft, hit, discourse))))


def _own_claim(draft: Draft) -> Draft:
    """`A claimed that it had planted the bomb`: that A claims the deed is a fact that the text tells."""
    actor = draft.name("actor")
    if draft.type != "responsibility" or actor not in draft.sources:
        return draft
    others = tuple(s for s in draft.sources if s != actor)
    told = draft.certainty is Certainty.REPORTED and not others
    return replace(draft, sources=others, certainty=Certainty.STATED if told else draft.certainty)


def _of_no_man(draft: Draft, hit: Hit, discourse: Discourse) -> Draft:
    """`named leader in Baro's place`, `appointed by Baro`: of the body that he leads, and not of Baro."""
    group = draft.get("group")
    if group is None or group.chain < 0 or draft.type not in ("appointment", "removal", "succession"):
        return draft
    kind = discourse.chain(group.chain).kind
    doer = hit.clause.passive and any(p.start <= group.start < p.end for p in hit.clause.get("subj"))
    man = kind is Kind.PERSON or (kind is Kind.UNKNOWN and doer)
    return draft.without("group") if man else draft


def _body_in_body(draft: Draft) -> Draft:
    """`the Wolves, once the enforcers of the Front`: a body that belongs to a body is its affiliate."""
    actor, group = draft.get("actor"), draft.get("group")
    if draft.type != "membership" or actor is None or group is None or not actor.named or actor.kind is not Kind.GROUP:
        return draft
    fills = (replace(actor, role="group"), replace(group, role="parent"))
    return replace(draft, type="affiliation", fills=fills)


def _with_part(draft: Draft) -> Draft:
    """`head of its military wing`: the group is the owner, and the wing's words stand in the role."""
    group, role = draft.get("group"), draft.get("role")
    if (
        role is not None
        and draft.get("area") is not None
        and role.name.startswith(("regional ", "provincial ", "local "))
    ):
        role = replace(role, name=role.name.split(" ", 1)[1])
        draft = draft.with_fill(role)
    area = draft.get("area")
    if area is not None and group is not None and area.chain == group.chain >= 0:
        draft = draft.without("area")
    if role is not None and group is not None and not group.named and role.name.startswith(f"{group.name} "):
        draft = draft.with_fill(replace(role, name=role.name.removeprefix(f"{group.name} ")))
    if draft.type not in ("post", "appointment", "removal") or group is None or not group.part:
        return draft
    part = _part_alone(group)
    called = group.part.lower().startswith(f"the {group.mention.lower()} ")
    if role is not None and called and part in GENERIC_GROUPS | {"unit"}:
        return draft  # `commander of the Black Wolves unit`.
    words = f"{role.name} of {part}" if role is not None else part
    return draft.with_fill(Fill("role", words, words, Kind.UNKNOWN, group.start, group.end))


def _part_alone(whole: Fill) -> str:
    """The words for a part without whose it is: `its military wing`, `the wing of the Front`."""
    owner = r"(?:the )?(?:" + "|".join(re.escape(n) for n in {whole.name, whole.mention} if n) + ")"
    part = re.sub(rf"^(?:(?:its|their|his|her) |{owner}(?:'s?)? )", "", whole.part, flags=re.IGNORECASE)
    return re.sub(rf"^the | of {owner}$", "", part, flags=re.IGNORECASE)


def is_bare(clause: Clause) -> bool:
    """Whether a nominal event stands with no argument of its own (`the defection`): it refers back."""
    return clause.form == "noun" and all(a.function in ("self", "noun") for a in clause.args)


__all__ = ["is_bare", "refine"]
