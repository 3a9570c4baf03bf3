"""Deeds whose victim stands outside their own clause: `among the dead was A`, `those held include A`, `held hostage`.

Each comes out as one more clause of the deed itself, with its victim as its object, or as the same clause set right, so
that the frames of the deed read it. Nothing is added where the words only say what somebody is like.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from allegiance.reading import lexicon
from allegiance.reading.amounts import amount
from allegiance.reading.clause import Clause
from allegiance.reading.phrases import COUNTED, DONE, Arg, Phrase

FATES: Mapping[str, str] = {
    **dict.fromkeys(
        ("dead", "slain", "fallen", "deceased", "fatality", "killed", "martyr", "victim", "slayed"), "kill"
    ),
    **dict.fromkeys(("detainee", "arrested", "detained", "captive", "captured", "apprehended", "arrestee"), "arrest"),
    **dict.fromkeys(("kidnapped", "abducted", "hostage"), "abduct"),
    **dict.fromkeys(("freed", "released"), "free"),
}
"""Nouns for people by what befell them, and adjectives that say it of them, with the verb of it."""

BEFALLS = frozenset(
    "kill slay murder assassinate behead execute gun arrest capture detain nab abduct kidnap apprehend jail free "
    "release rescue shoot hang lynch martyr collar parole pardon amnesty remand imprison intern bail poison strangle "
    "sentence extradite recapture rearrest ambush".split()
)
"""Verbs of what befalls people, as a participle behind those whom it befell."""

DYING = frozenset({"die", "perish"})
"""Verbs of what one does oneself, as a relative behind those who did it: `the man who died in the raid`."""

LETHAL = frozenset(
    "bomb shell hit strike explode detonate attack ambush raid storm shoot stab fire blast erupt target fight battle "
    "open mortar pound bombard assault clash resist defend".split()
)
"""Verbs that say of what someone died, in the clause that says when or how."""
SLAIN = frozenset({"kill", "slay", "murder", "martyr", "assassinate"})
TAKING = frozenset("capture abduct kidnap seize take arrest hold snatch detain".split())
"""Verbs whose doer tells those whom he took from others: `nine policemen captured by Nokia`."""

HELD = frozenset({"hold", "take", "keep", "make", "seize"})
CAPTIVES = frozenset({"hostage", "captive", "prisoner"})
COUNTING = frozenset({"identify", "count", "list", "include", "find", "number", "name"})
NAMING = frozenset({"identify", "name"})
PLACED = frozenset({"in", "at", "near", "on", "by", "during", "with", "outside"})


def told(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses of a sentence, violent deaths marked, captives set right, deeds on a set spelt out."""
    out = [_captive(c) for c in clauses]
    out = [_passive(c) for c in out]
    out = [_violent(c, out) for c in out]
    out = [_conducted(_taken_by(c, out), out) for c in out]
    out = [_claimed(c, out) for c in out]
    for clause in out[:]:
        for fate, named in _members(clause, out):
            out.append(_spelt_out(len(out), clause, fate, named))
    return _with_epithets(out)


EPITHETS: Mapping[str, str] = {
    **dict.fromkeys(("slain", "murdered", "martyred", "assassinated", "executed", "beheaded"), "kill"),
    **dict.fromkeys(("jailed", "imprisoned", "detained", "captured", "arrested"), "arrest"),
    **dict.fromkeys(("abducted", "kidnapped"), "abduct"),
    "freed": "free",
}
"""Adjectives before a name, or before the title that goes with it, that say what befell its bearer."""


def _with_epithets(clauses: Sequence[Clause]) -> list[Clause]:
    """`slain Toyota commander Peter`, `Toyota's jailed founder, Peter`: what befell Peter, as a deed of its own.

    In `the lawyer of the captured man, Peter` it may be the lawyer who is Peter, and nothing is told of him.
    """
    out = list(clauses)
    told: set[tuple[str, int]] = set()
    within = {p.token for c in clauses for a in c.args if a.phrase.mention < 0 for p in a.phrase.mod("of")}
    for clause in clauses:
        said = clause.form in ("is", "title") and clause.embedding.startswith("described")
        heads = [a for a in clause.get("attr") if a.token not in within] if said else []
        named = [p for p in clause.get("subj") if p.mention >= 0 and not p.plural] if said else []
        pairs = [(word, p) for a in heads for word in a.adjectives for p in named]
        pairs += [(w, a.phrase) for a in clause.args if a.phrase.mention >= 0 for w in a.phrase.adjectives]
        for word, who in pairs:
            lemma = EPITHETS.get(word, "")
            if not lemma or (lemma, who.mention) in told:
                continue
            told.add((lemma, who.mention))
            own = clause if said else replace(clause, parent=clause.index, embedding="described")
            out.append(
                replace(
                    own, index=len(out), lemma=lemma, form="verb", args=(Arg("obj", who),), passive=True,
                    negated=False, helpers=(), adverbs=(), marks=(), sibling=-1,
                )
            )  # fmt: skip
    return out


@dataclass(frozen=True, slots=True)
class Fate:
    """What befell a set of people: the verb, what stood with it, and the clause that says it, if one does.

    `violent` is unset where the words leave open how they died: `the deceased`.
    """

    lemma: str
    args: tuple[Arg, ...] = ()
    clause: int = -1
    violent: bool = True


def fate_of(phrase: Phrase, clauses: Sequence[Clause]) -> Fate | None:
    """What is said to have befallen those whom a phrase means: `the dead`, `those killed in May`, `the slain men`."""
    if phrase.mention >= 0 or phrase.pronoun in ("he", "she", "it"):
        return None
    if phrase.head in COUNTED:
        inner = [fate for p in phrase.mod("of") if (fate := fate_of(p, clauses)) is not None]
        if inner:
            return inner[0]
    for clause in clauses:
        if clause.embedding not in ("acl", "relcl") or clause.negated:
            continue
        head = clause.lemma.split(" ")[0]
        own = "obj" if clause.passive and head in BEFALLS else "subj" if head in DYING and not clause.passive else ""
        if own and any(p.token == phrase.token for p in clause.get(own)):
            return Fate(clause.lemma, tuple(a for a in clause.args if a.function != own), clause.index)
    words = [phrase.head, *phrase.adjectives] if phrase.head not in lexicon.nouns().groups else []
    found = next((w for w in words if w in FATES), "")
    placed = tuple(a for a in phrase.mods if a.function in PLACED)
    return Fate(FATES[found], placed, violent=found != "deceased") if found else None


def _members(clause: Clause, clauses: Sequence[Clause]) -> list[tuple[Fate, list[Phrase]]]:
    """Who is said to be among those whom something befell, or to be one of them."""
    if clause.form != "verb" or clause.negated:
        return []
    subjects, objects = clause.get("subj"), clause.get("obj")
    pairs: list[tuple[Phrase, Sequence[Phrase]]] = []
    if clause.lemma == "be":
        pairs += [(whole, subjects) for whole in clause.get("among")]
        pairs += [(s, [p for a in clause.get("attr") for p in _named(a, clauses)]) for s in subjects]
        some = [s for s in subjects if not s.negated and s.head not in ("none", "neither", "nobody")]
        pairs += [(s, [_counted(p, s) for p in clause.get("attr") if _of_a_body(p)]) for s in some]
        pairs += [(a, [p for p in subjects if p.mention >= 0]) for a in clause.get("attr") if not a.mod("poss")]
    elif clause.lemma in ("include", "number"):
        pairs += [(s, objects) for s in subjects]
    elif clause.lemma in NAMING:
        pairs += [(o, clause.get("as", "oprd")) for o in objects]
    if clause.lemma in COUNTING and clause.passive:
        bodies = [b for o in objects if o.head in ("body", "corpse", "remains") for b in o.mod("of", "poss")]
        pairs += [(whole, bodies or objects) for whole in clause.get("among")]
    found = [(fate_of(whole, clauses), [p for p in parts if not p.pronoun]) for whole, parts in pairs]
    return [(fate, parts) for fate, parts in found if fate is not None and parts]


def _named(phrase: Phrase, clauses: Sequence[Clause]) -> tuple[Phrase, ...]:
    """`his driver, Peter`: Peter, whom a clause of the sentence calls so; a name itself; else none."""
    if phrase.mention >= 0:
        return (phrase,)
    for clause in clauses:
        if clause.form == "is" and any(p.token == phrase.token for p in clause.get("attr")) and not phrase.plural:
            return tuple(p for p in clause.get("subj") if p.mention >= 0)
    return ()


def _counted(phrase: Phrase, whole: Phrase) -> Phrase:
    """`Five of the dead were Nokia commanders`: five commanders."""
    number = whole.text.split(" ")[0].lower()
    told = phrase.plural and whole.head in COUNTED and amount(number) is not None
    return replace(phrase, counted=number) if told else phrase


def _of_a_body(phrase: Phrase) -> bool:
    """Whether people are described by the body that they are of: `Three of the dead were Northern Front fighters`."""
    nouns = lexicon.nouns()
    people = phrase.mention < 0 and phrase.head in nouns.members | nouns.posts
    return people and any(p.mention >= 0 for p in phrase.mod("nmod", "of", "poss"))


def _spelt_out(index: int, clause: Clause, fate: Fate, named: Sequence[Phrase]) -> Clause:
    """The deed as a clause of its own, dated as the clause that says it."""
    own = [a for a in clause.args if a.function in PLACED]
    dies = fate.lemma.split(" ")[0] in DYING
    args = (*(Arg("subj" if dies else "obj", p) for p in named), *fate.args, *own)
    tokens = clause.tokens | {p.token for p in named if p.token >= 0}
    gone = [] if fate.violent else ["deceased"]
    return replace(
        clause, index=index, lemma=fate.lemma, args=args, passive=not dies, tokens=tokens,
        adverbs=(*(a for a in clause.adverbs if a not in FATES), *gone),
        sibling=fate.clause if fate.clause >= 0 else clause.index,
    )  # fmt: skip


def _captive(clause: Clause) -> Clause:
    """`held hostage since May`: what someone is held as, whom the parser takes for the one held."""
    bare = [p for p in clause.get("obj") if p.head in CAPTIVES and p.mention < 0 and not p.plural and not p.mods]
    if clause.form != "verb" or clause.lemma not in HELD or not bare or bare[0].definite or bare[0].adjectives:
        return clause
    others = len(clause.get("obj")) > len(bare)
    turned = not others and not clause.passive and not clause.helpers
    args = []
    for arg in clause.args:
        if arg.function == "obj" and arg.phrase in bare:
            args.append(Arg("oprd", arg.phrase))
        elif turned and arg.function == "subj":
            args.append(Arg("obj", arg.phrase))
        else:
            args.append(arg)
    return replace(clause, args=tuple(args), passive=clause.passive or turned)


def _passive(clause: Clause) -> Clause:
    """`Baro killed in raid`, as headlines have it: of whom nobody is the object, it befell them."""
    subjects = clause.get("subj")
    if clause.lemma == "let out" and not clause.passive and not clause.get("obj"):
        return replace(
            clause, passive=True, args=tuple(Arg("obj", a.phrase) if a.function == "subj" else a for a in clause.args)
        )
    if (
        clause.form != "verb" or clause.passive or clause.helpers or not clause.finite or not subjects
        or clause.lemma.split(" ")[0] not in BEFALLS or clause.get("obj", "iobj", "oprd") or clause.marks
        or any(p.pronoun for p in subjects) or (clause.lemma == "shoot" and "dead" not in clause.adverbs)
        or clause.embedding in ("relcl", "advcl", "xcomp")
    ):  # fmt: skip
        return clause
    args = tuple(Arg("obj", a.phrase) if a.function == "subj" else a for a in clause.args)
    return replace(clause, args=args, passive=True)


def _violent(clause: Clause, clauses: Sequence[Clause]) -> Clause:
    """`died when a mine went off`, `died fighting the army`, `was killed when troops shelled the camp`: a death of what
    the clause beside it tells."""
    slain = clause.lemma in SLAIN and clause.passive and not clause.get("subj", "in", "by", "at")
    if clause.form != "verb" or not (slain or clause.lemma in ("die", "perish")):
        return clause
    own = {p.token for p in clause.get("obj" if slain else "subj")}
    for child in clauses:
        if (
            child.parent != clause.index
            or child.embedding not in ("advcl", "xcomp")
            or child.form != "verb"
            or child.negated
            or (slain and not {"when", "as"} & {*child.marks, *child.adverbs})
        ):
            continue
        head = child.lemma.split(" ")[0]
        weapons = [p for p in child.get("subj", "obj", "by", "with", "in") if p.head in lexicon.nouns().means]
        if head not in LETHAL and not (weapons and child.lemma in ("go off", "blow up")):
            continue
        if {"if", "before", "until", "unless", "although", "though"} & {*child.marks, *child.adverbs}:
            continue
        doers = [p for p in child.get("subj") if p.token not in own and p not in weapons]
        doers += child.get("obj") if head in ("fight", "battle") else child.get("with") if head == "clash" else ()
        extra = (*(Arg("in", p) for p in weapons), *(Arg("by", p) for p in doers if p not in weapons))
        return replace(clause, args=(*clause.args, *extra), adverbs=(*clause.adverbs, "violently"))
    return clause


def conducting(clause: Clause, clauses: Sequence[Clause]) -> Clause | None:
    """The clause that says who made the raid of which a relative clause tells: `A made a raid that killed B`."""
    if clause.embedding != "relcl" or clause.parent < 0:
        return None
    over = clauses[clause.parent]
    if over.form == "noun" and over.parent >= 0:
        over = clauses[over.parent]
    known = lexicon.nouns().means | lexicon.nouns().attacks
    made = {p.token for p in over.get("obj") if p.mention < 0 and p.head in known}
    told = over.form == "verb" and over.lemma.split(" ")[0] in DONE and not over.negated and not over.passive
    return over if told and made & {p.token for p in clause.get("subj")} else None


def _conducted(clause: Clause, clauses: Sequence[Clause]) -> Clause:
    """Who made the raid that killed, as who killed."""
    over = conducting(clause, clauses)
    if over is None or clause.get("by"):
        return clause
    return replace(clause, args=(*clause.args, *(Arg("by", p) for p in over.get("subj"))))


def _taken_by(clause: Clause, clauses: Sequence[Clause]) -> Clause:
    """`Nine policemen captured by Nokia were freed`: those are told from others by who took them."""
    plain = {p.token for p in clause.get("obj") if p.mention < 0 and not p.pronoun}
    if clause.form != "verb" or not plain:
        return clause
    doers: dict[int, tuple[Phrase, ...]] = {}
    for other in clauses:
        if other.embedding in ("acl", "relcl") and other.lemma.split(" ")[0] in TAKING and not other.negated:
            for phrase in other.get("obj"):
                if phrase.token in plain and other.index != clause.index:
                    doers[phrase.token] = tuple(p for p in other.get("subj") if p.mention >= 0)
    args = tuple(
        replace(a, phrase=replace(a.phrase, mods=(*a.phrase.mods, *(Arg("by", d) for d in doers[a.phrase.token]))))
        if a.function == "obj" and doers.get(a.phrase.token)
        else a
        for a in clause.args
    )
    return replace(clause, args=args)


def _claimed(clause: Clause, clauses: Sequence[Clause]) -> Clause:
    """`A's claim of responsibility`: whose claim it is, he claims to have done it."""
    if clause.form != "noun" or clause.lemma != "responsibility":
        return clause
    for other in clauses:
        for phrase in (a.phrase for a in other.args if a.phrase.head in ("claim", "admission", "acknowledgement")):
            if any(p.token == clause.token for p in phrase.mod("of")):
                doers = phrase.mod("poss", "by", "from") or clause.get("by")
                return replace(clause, args=(*clause.args, *(Arg("claimed by", p) for p in doers)))
    return clause


__all__ = ["fate_of", "told"]
