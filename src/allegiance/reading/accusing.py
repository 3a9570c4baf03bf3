"""Who is held to have done what was told before: `The army blamed A`, `A admitted the killing`.

The deed stands in an earlier sentence, and often only `for the killing` points at it. Each accusation comes out as the
deed once more, by the accused, as its accuser's word; `confirmed the killing` as the deed once more, by its confirmer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from allegiance.model import Certainty
from allegiance.reading import degrees, lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.echo import DEEDS, DOER_ROLES, ECHO_OF, pointed_at
from allegiance.reading.filling import Fill, fills
from allegiance.reading.frames import Path_, RoleRule
from allegiance.reading.phrases import Phrase
from allegiance.reading.referents import HE, SHE
from allegiance.reading.runs import CALENDAR
from allegiance.reading.speakers import names_of
from allegiance.reading.stance import Stance

NOBODY = frozenset({"nobody", "no one", "none", "neither", "no-one"})
BLAMES = frozenset({"blame", "accuse", "suspect"})
OWNS_UP = frozenset({"admit", "confess", "own up", "acknowledge", "claim", "avow"})
DOES = frozenset(
    {"carry out", "commit", "order", "do", "perpetrate", "stage", "conduct", "execute", "organise", "mount"}
)
ABOUT = frozenset({"for", "of", "over", "with", "in"})
FAR = 4
"""How many sentences back an accusation that names no deed may look for one."""
ACCUSED: Mapping[str, RoleRule] = {
    path: RoleRule("by", (Path_(tuple(path.split("/")), "doer"),), False)
    for path in ("obj", "subj", "on", "to", "at", "obj/on")
}


@dataclass(frozen=True, slots=True)
class Charge:
    """What a clause says of an earlier deed: who did it (`accused`, a path), who says so, how sure, of which types."""

    accused: str
    speakers: tuple[Phrase, ...]
    certainty: Certainty
    types: frozenset[str] = DEEDS
    here: bool = False


def accusations(
    clauses: Sequence[Clause],
    views: Sequence[Stance],
    discourse: Discourse,
    earlier: Sequence[Draft],
    sentence: tuple[int, int, int],
    spoke: str = "",
) -> list[Draft]:
    """What a sentence says of who did, or that someone did, what was told before it: one more claim each.

    `spoke` is who spoke in the sentence before, whom `he blamed A` may mean where he has no name.
    """
    number, start, end = sentence
    out: list[Draft] = []
    for clause, view in zip(clauses, views, strict=True):
        if clause.form != "verb" or view.unreal or clause.negated or "not" in clause.adverbs:
            continue
        if any(p.negated or p.text.lower() in NOBODY for p in clause.get("subj")):
            continue
        charge = _charge(clause, clauses)
        if charge is None:
            continue
        doers = fills(ACCUSED[charge.accused], clause, discourse) if charge.accused else [None]
        names = names_of((*charge.speakers, *view.sources), discourse)
        if not names and any(p.pronoun in HE | SHE for p in charge.speakers) and spoke:
            names = (spoke,)
        if not charge.accused and not names:
            continue
        for draft in _deeds(earlier, charge, number):
            for doer in doers:
                told = _told(draft, doer)
                if told is not None:
                    sure = degrees.weaker(charge.certainty, view.certainty)
                    out.append(
                        replace(
                            told, start=start, end=end, sentence=number, clause=clause.index, described=False,
                            sources=names, certainty=sure, frame=f"accusation.echo:{draft.frame}",
                        )
                    )  # fmt: skip
    return out


def _told(draft: Draft, doer: Fill | None) -> Draft | None:
    """The deed by this doer, or said once more; nothing where that is already what the draft says, or is absurd."""
    if doer is None:
        return draft.without(*DOER_ROLES)
    role = "actor" if draft.type == "attack" else "by"
    taken = {f.chain for f in draft.fills if f.role not in DOER_ROLES} - {-1}
    if draft.name(role) == doer.name or doer.chain in taken:
        return None
    return draft.without("means").with_fill(replace(doer, role=role))


def _charge(clause: Clause, clauses: Sequence[Clause]) -> Charge | None:
    head = clause.lemma.split(" ")[0]
    if head in lexicon.verbs().pinned and (charge := _pinned(clause)) is not None:
        return charge
    if head in BLAMES:
        return _blamed(clause, clauses)
    if head == "point" and any(p.head == "finger" for p in clause.get("obj")) and clause.get("at"):
        return Charge("at", clause.get("subj"), Certainty.REPORTED)
    if head == "hold" and {"responsible", "accountable"} & set(clause.adverbs) and clause.get("obj"):
        return _for(Charge("obj", clause.get("subj"), Certainty.REPORTED), clause.get("for", "responsible for"))
    if head == "fall" and any(p.head in ("suspicion", "blame") for p in clause.get("subj")) and clause.get("on"):
        return Charge("on", (), Certainty.POSSIBLE)
    if clause.lemma in OWNS_UP:
        return _owned(clause)
    if head in lexicon.verbs().verify and clause.get("obj"):
        return _confirmed(clause)
    return None


def _pinned(clause: Clause) -> Charge | None:
    """`blamed the killing on A`, `…, which police have pinned on A`."""
    deeds = [p for p in clause.get("obj") if p.pronoun in ("which", "it", "this") or pointed_at(p) is not None]
    inner = any(p.mod("on") for p in deeds)
    path = "on" if clause.get("on") else "to" if clause.get("to") else "obj/on" if inner else ""
    if not deeds or not path:
        return None
    types = next((t for p in deeds if (t := pointed_at(p))), DEEDS)
    here = any(p.pronoun == "which" for p in deeds)
    return Charge(path, clause.get("subj"), Certainty.REPORTED, types, here)


def _blamed(clause: Clause, clauses: Sequence[Clause]) -> Charge | None:
    """`blamed A`, `blamed A for it`, `suspect A of the killing`, `accused A of carrying out the attack`."""
    level = Certainty.POSSIBLE if clause.lemma == "suspect" else Certainty.REPORTED
    charge = Charge("obj", clause.get("subj"), level)
    if not clause.get("obj") or any(p.clausal for p in clause.get("obj")):
        return None
    inner = [c for c in clauses if c.parent == clause.index and c.embedding.startswith(("pcomp", "ccomp", "xcomp"))]
    if inner:
        done = [c for c in inner if c.lemma in DOES or (c.lemma == "be" and "behind" in {a.function for a in c.args})]
        return _for(charge, (*done[0].get("obj"), *done[0].get("behind")), must=True) if done else None
    deeds = [a.phrase for a in clause.args if a.function in ABOUT]
    deeds += [d for p in clause.get("obj") for d in p.mod("of", "for") if d.head in ECHO_OF]
    return None if deeds and clause.get("on", "against", "at") else _for(charge, deeds)


def _for(charge: Charge, deeds: Sequence[Phrase], must: bool = False) -> Charge | None:
    """The charge as narrowed by the deed that it names: none where that is another one than was told before."""
    if not deeds:
        return None if must else charge
    types = [pointed_at(p) for p in deeds if not p.mod("on", "against", "at") and not _dated(p)]
    found = [t for t in types if t is not None]
    return replace(charge, types=found[0] or DEEDS) if found else None


def _dated(deed: Phrase) -> bool:
    """Whether a deed bears a day of its own: `last month's attack` is none that was told of before."""
    times = CALENDAR | {"week", "month", "year", "day", "night", "morning", "yesterday", "today", "weekend"}
    return any(p.head in times or p.head.title() in times for p in deed.mod("poss", "noun", "nmod"))


def _owned(clause: Clause) -> Charge | None:
    """`admitted the killing`, `owned up to it`: the doer's own word."""
    deeds = (*clause.get("obj"), *clause.get("to"))
    if clause.passive or clause.get("on behalf of") or not deeds:
        return None
    found = [t for p in deeds if not p.pronoun and (t := pointed_at(p))]
    deed = found[0] & DEEDS if found else frozenset()
    return Charge("subj", clause.get("subj"), Certainty.STATED, deed) if deed else None


def _confirmed(clause: Clause) -> Charge | None:
    """`Two residents confirmed the killing`: what was told, as their word."""
    named = [p for p in clause.get("obj") if not p.mod("of") and all(o.pronoun for o in p.mod("poss"))]
    found = [t for p in named if (t := pointed_at(p))]
    deed = found[0] & DEEDS if found else frozenset()
    speakers = clause.get("subj")
    return Charge("", speakers, Certainty.STATED, deed) if deed and speakers else None


def _deeds(earlier: Sequence[Draft], charge: Charge, number: int) -> list[Draft]:
    """The deeds told last, of the types that the charge may mean, with all of their victims."""
    near = number - FAR if charge.types == DEEDS else number - 4 * FAR
    pool = [
        d for d in earlier
        if d.type in charge.types and d.certainty is not Certainty.DENIED and d.sentence >= near
        and (d.sentence == number if charge.here else d.sentence < number) and not d.frame.startswith("accusation.")
    ]  # fmt: skip
    if charge.types == DEEDS and not charge.here:
        graver = [d for d in pool if d.type != "attack"]
        pool = graver or pool
    last = max((d.sentence for d in pool), default=-1)
    found = [d for d in pool if d.sentence == last]
    return [d for d in found if (d.clause, d.type) == (found[0].clause, found[0].type)]


__all__ = ["accusations"]
