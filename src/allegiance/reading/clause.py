"""A predicate as a plain value: what frames look at."""

from __future__ import annotations

from dataclasses import dataclass

from allegiance.reading.phrases import Arg, Phrase


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate, normalised.

    `form` is verb, noun, is (copula, apposition, title: `attr` is what the subject is said to be), of (`X of Y`) or
    owns
    (`Y's X`). `embedding` says how it hangs in `parent` (ccomp, xcomp, advcl, relcl, acl, pcomp, conj, an argument's
    function), and is empty for a main clause. `helpers` are its auxiliaries, `adverbs` its adverbs, lower case.
    """

    index: int
    lemma: str
    form: str
    token: int
    start: int
    end: int
    args: tuple[Arg, ...]
    passive: bool = False
    negated: bool = False
    helpers: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    parent: int = -1
    embedding: str = ""
    finite: bool = True
    perfect: bool = False
    tokens: frozenset[int] = frozenset()
    governor: str = ""
    sibling: int = -1
    up: tuple[Arg, ...] = ()

    def get(self, *functions: str) -> tuple[Phrase, ...]:
        """The arguments with one of these functions, in order."""
        return tuple(a.phrase for a in self.args if a.function in functions)


NOT_LOOSE = frozenset("subj obj iobj attr oprd self poss nmod noun of area".split())
ASIDE = frozenset("at over after before about amid amidst despite following because during since until upon".split())
"""Prepositions of cause and time: what hangs within their phrases is none of the verb's.

`resigned over its acceptance of money from A` does not resign from A.
"""


def walk(clause: Clause, steps: tuple[str, ...]) -> list[Phrase]:
    """The phrases at a path. A preposition not found at the verb is looked for at its object and its other phrases."""
    first = steps[0]
    if first in ("adverb", "governor", "lemma", "embedding"):
        return []
    if first.startswith("up-"):
        return [a.phrase for a in clause.up if a.function == first[3:]]
    found = list(clause.get(first))
    if not found and first not in NOT_LOOSE and clause.form in ("verb", "noun"):
        for arg in clause.args:
            aside = arg.function in ASIDE and first != "as"  # `was known until 2014 as A`.
            if not aside and arg.function not in ("subj", "self", "poss"):
                if arg.phrase.mention < 0:
                    found.extend(arg.phrase.mod(first))
    for step in steps[1:]:
        found = [m for p in found for m in p.mod(step) if p.mention < 0 or step not in ("poss", "nmod")]
    return found
