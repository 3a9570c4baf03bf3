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
