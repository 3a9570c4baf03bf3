"""`founded what became the Front`: what came of a body is the body that was founded, joined or left.

The name stands two clauses down from the verb that it belongs to. Here it is put to the verb, on plain clauses, before
frames read them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.reading.clause import Clause
from allegiance.reading.phrases import Arg, Phrase

BEING = frozenset({"be", "become", "remain"})
CALLING = frozenset({"call", "know", "name", "style", "rename", "dub", "christen"})
COMING = frozenset({"come", "grow", "go on", "go", "turn"})


def named(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses of a sentence, each whose object is `what became X` with X as its object."""
    out = list(clauses)
    for inner in clauses:
        if inner.form != "verb" or inner.negated or inner.parent < 0 or not _of_what(inner):
            continue
        found = _name(inner, clauses)
        over = out[inner.parent]
        function = "obj" if inner.embedding == "ccomp" else inner.embedding.removeprefix("pcomp ")
        plain = inner.embedding == "ccomp" or inner.embedding.startswith("pcomp ")
        if found is not None and plain and over.form == "verb" and not over.get(function):
            out[over.index] = replace(over, args=(*over.args, Arg(function, found)))
    return out


def _of_what(clause: Clause) -> bool:
    return any(p.text.lower() == "what" for p in clause.get("subj", "obj"))


def _name(clause: Clause, clauses: Sequence[Clause]) -> Phrase | None:
    """The name that a clause says `what` became, is or is called, itself or through `came to be called`."""
    if clause.lemma in BEING | CALLING:
        said = [p for p in clause.get("attr", "oprd", "as") if p.mention >= 0]
        return said[0] if len(said) == 1 else None
    if clause.lemma in COMING:
        below = [c for c in clauses if c.parent == clause.index and c.form == "verb" and c.lemma in BEING | CALLING]
        return _name(below[0], clauses) if len(below) == 1 else None
    return None


__all__ = ["named"]
