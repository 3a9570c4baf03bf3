"""Who says so beside a clause, not above it: `A, the army said, has left B`, `as C put it`, `by D's account`."""

from __future__ import annotations

from collections.abc import Sequence

from allegiance.model import Certainty
from allegiance.reading import lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.degrees import level_of, verb_class, weaker
from allegiance.reading.phrases import Arg, Phrase
from allegiance.reading.speakers import speakers_of


def beside(clause: Clause, clauses: Sequence[Clause]) -> tuple[tuple[Phrase, ...], Certainty]:
    """Those whose saying stands beside a clause, and how sure it leaves what it says."""
    if clause.form != "verb" and clause.parent >= 0:
        return (), Certainty.STATED
    sources: list[Phrase] = []
    certainty: Certainty = Certainty.STATED
    for child in clauses:
        if child.parent != clause.index or child.form != "verb" or child.index == clause.index:
            continue
        if child.lemma == "cite" and not child.finite and child.token < clause.token and clause.parent >= 0:
            sources.extend(child.get("obj") if verb_class(clauses[clause.parent]) == "say" else ())
            continue
        as_said = child.embedding == "advcl" and "as" in child.marks
        if not as_said and child.embedding != "parataxis":
            continue
        kind = verb_class(child)
        if child.lemma == "put" and as_said:
            kind = "say"
        if not kind or kind in ("deny", "doubt") or any(c.parent == child.index and _is_content(c) for c in clauses):
            continue
        speakers = speakers_of(child)
        if not speakers and not as_said:
            continue
        sources.extend(speakers)
        certainty = weaker(certainty, level_of(kind, child, not speakers))
    for arg in (*clause.args, *_shared(clause, clauses)):
        if arg.function in ("according to", "per") and arg.phrase.head not in ("plan", "schedule", "custom", "law"):
            vague = arg.phrase.mention < 0 and arg.phrase.plural and arg.phrase.head in lexicon.verbs().hearsay
            sources.extend(() if vague else (arg.phrase,))
            certainty = weaker(certainty, Certainty.REPORTED if vague else certainty)
        if arg.function in ("by", "in", "on") and arg.phrase.mention < 0 and arg.phrase.head in lexicon.verbs().telling:
            sources.extend(arg.phrase.mod("poss") or (arg.phrase.mod("of") if arg.phrase.head == "word" else ()))
    return tuple(sources), certainty


def _shared(clause: Clause, clauses: Sequence[Clause]) -> tuple[Arg, ...]:
    """What stands before the first of two verbs goes for both: `In his words, A betrayed and left B`."""
    if clause.sibling < 0:
        return ()
    first = clauses[clause.sibling]
    subjects = [p.start for p in first.get("obj" if first.passive else "subj")]
    return tuple(a for a in first.args if subjects and a.phrase.end <= min(subjects))


def _is_content(clause: Clause) -> bool:
    return clause.embedding in ("ccomp", "xcomp") and clause.form == "verb"
