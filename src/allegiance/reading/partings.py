"""What parting and uniting lead to: `left to found B`, `broke away and formed B`, `fused with B to form C`.

One clause says that somebody goes, or that bodies unite, and the next what comes of it. Each is told here what the
other says, so that frames can read either: a founding learns whom its founder left and whether others went along, a
parting that it ended in a founding. Set right on plain clauses, before frames read them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.reading import lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.phrases import Arg, Phrase, counts

OUT_OF = ("from", "out of", "with")
"""Prepositions before the body that is left."""
LEADING_OUT = frozenset({"take", "lead", "pull", "bring"})
"""With `out of`, one goes and takes others along."""
RISING = frozenset({"revolt", "rebel", "mutiny"})
"""Nobody rises alone."""
SIDES = frozenset({"side", "allegiance", "camp", "coat", "loyalty"})
FIGHTING = frozenset("fight serve work battle operate ride march command".split())
BROKEN, GONE, ENDED, MERGED = "broken-away", "gone-off", "founding", "merging"
"""Adverbs that a clause is given: several broke away, somebody went off, a parting or a union ended in a founding."""


def told(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses of a sentence, partings, unions and the foundings that they end in told of each other."""
    out = list(clauses)
    for clause in clauses:
        if not _founds(clause):
            continue
        before = _led_to(clause, clauses)
        if before is None or clause.negated or before.negated:
            continue
        if _lemma(before) in lexicon.verbs().uniting and _several(before):
            out[clause.index] = _marked(out[clause.index], MERGED, before.get("with"), "merged with")
            out[before.index] = _marked(out[before.index], ENDED)
        elif _parts(before):
            many = _many(before)
            left = [p for p in _left(before) if p.mention >= 0 or p.definite or p.pronoun]
            own = _marked(out[clause.index], BROKEN if many else GONE, left, "broken from" if many else "left")
            out[clause.index] = own
            out[before.index] = _marked(out[before.index], ENDED)
    for clause in clauses:
        side = _side(clause, clauses)
        if side is not None:
            out[side.index] = replace(out[side.index], args=(*out[side.index].args, *_fought_for(clause)))
    return out


def _side(clause: Clause, clauses: Sequence[Clause]) -> Clause | None:
    """The clause that somebody changed sides, where this one says for whom he now fights."""
    before = clauses[clause.sibling] if clause.sibling >= 0 else None
    if before is None or clause.negated or not _fought_for(clause) or before.get("to", "for"):
        return None
    switched = before.lemma in ("switch", "change", "swap") and any(p.head in SIDES for p in before.get("obj"))
    return before if switched or before.lemma in ("defect", "turn coat") else None


def _fought_for(clause: Clause) -> tuple[Arg, ...]:
    """For whom somebody fights, as whither he went."""
    if clause.form != "verb" or clause.lemma not in FIGHTING:
        return ()
    return tuple(Arg("to", p) for p in clause.get("for", "alongside", "with") if p.mention >= 0)


def _lemma(clause: Clause) -> str:
    return clause.lemma.replace(" ", "-")


def _founds(clause: Clause) -> bool:
    """Whether a clause says that a body was set up: `formed`, `proclaimed`, `announced a movement of his own`."""
    if clause.form != "verb" or clause.passive or _lemma(clause) not in lexicon.verbs().founding:
        return False
    set_up = clause.get("obj") or (clause.get("attr") if clause.lemma == "become" else ())
    return any(p.mention >= 0 or p.head in lexicon.nouns().groups for p in set_up)


def _led_to(clause: Clause, clauses: Sequence[Clause]) -> Clause | None:
    """The clause that a founding follows: `left to found`, `left and founded`, `before founding`."""
    if clause.sibling >= 0:
        return _same(clause, clauses[clause.sibling])
    before = clauses[clause.parent] if clause.parent >= 0 else None
    if before is None or before.form != "verb" or clause.embedding not in ("advcl", "xcomp", "pcomp before"):
        return None
    return _same(clause, before)


def _same(clause: Clause, before: Clause) -> Clause | None:
    """The clause before, where both are said of the same actors."""
    mine = {p.start for p in clause.get("subj")}
    theirs = {p.start for p in before.get("subj")}
    return before if mine & theirs and before.form == "verb" else None


def _parts(clause: Clause) -> bool:
    """Whether somebody leaves, deserts, breaks with or leads others out of what he belonged to."""
    lemma = _lemma(clause)
    if lemma.split("-")[0] in LEADING_OUT:
        return bool(clause.get("out of", "from")) and bool(clause.get("obj"))
    return lemma in lexicon.verbs().parting and not clause.passive and not clause.get("to", "for")


def _left(clause: Clause) -> tuple[Phrase, ...]:
    """What is left: behind `from`, `out of`, `with`, else the object."""
    away = tuple(a.phrase for a in clause.args if a.function in OUT_OF and (a.function != "with" or _breaks(clause)))
    leads = _lemma(clause).split("-")[0] in LEADING_OUT
    objects = () if leads else tuple(p for p in clause.get("obj") if p.head not in ("way", "company", "rank", "tie"))
    return (*away, *objects)


def _breaks(clause: Clause) -> bool:
    """Whether `with` stands before whom one breaks with, and not before one's company."""
    return _lemma(clause).split("-")[0] in ("break", "split", "part", "fall", "finish", "quarrel")


def _many(clause: Clause) -> bool:
    """Whether several part: a plural or a group as subject, or people along with somebody."""
    if _lemma(clause).split("-")[0] in LEADING_OUT | RISING:
        return True
    subjects = clause.get("subj")
    nouns = lexicon.nouns()
    company = clause.get("along with", "together with") if _breaks(clause) else clause.get("with", "along with")
    people = [p for p in company if p.mention < 0 and p.head in nouns.persons | nouns.groups]
    described = any(p.mention < 0 and (p.plural or p.head in nouns.groups or counts(p)) for p in subjects)
    return described or bool(people)


def _several(clause: Clause) -> bool:
    """Whether bodies unite: two as subject, a plural, or one with another."""
    subjects = clause.get("subj")
    return len(subjects) > 1 or any(p.plural for p in subjects) or bool(clause.get("with"))


def _marked(clause: Clause, adverb: str, phrases: Sequence[Phrase] = (), function: str = "") -> Clause:
    """The clause with what the other tells it."""
    args = (*clause.args, *(Arg(function, p) for p in phrases))
    return replace(clause, args=args, adverbs=(*clause.adverbs, adverb))
