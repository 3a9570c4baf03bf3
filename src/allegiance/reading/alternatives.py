"""`A or B killed C`: what is said of one of two, nobody knows of which, is said of neither; of `not A but B`, of B.

Of a deed only its doer is withheld (`killed by A or by thieves`); what needs whoever is withheld is no claim. Two
names of one body (`the Movement, or DYM,`) are no alternative, nor are two that a negation takes together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.reading.clause import Clause
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.phrases import Arg

WITHHELD = frozenset("subj obj iobj by to from with of for against attr".split())
"""The functions in which somebody fills a role of a claim."""


def withheld(clauses: Sequence[Clause], sentence: Sentence) -> list[Clause]:
    """The clauses without those of whom only one is meant."""
    if not {t.text.lower() for t in sentence.tokens} & {"or", "but"}:
        return list(clauses)
    return [
        c if c.negated else replace(c, args=tuple(a for a in c.args if not _one_of_two(a, sentence))) for c in clauses
    ]


def _one_of_two(arg: Arg, sentence: Sentence) -> bool:
    """Whether an argument is one of two that `or` joins, of which one at least has a name."""
    at = arg.phrase.token
    if arg.function not in WITHHELD or not 0 <= at < len(sentence.tokens):
        return False
    token = sentence.tokens[at]
    rows = [token]
    if token.dep == "pobj":
        rows.append(sentence.tokens[token.head])
    return any(_joined(row, sentence) for row in rows)


def _joined(token: Token, sentence: Sentence) -> bool:
    first = sentence.tokens[token.head] if token.dep == "conj" else token
    joint = next((k for k in sentence.kids(first.i, "cc") if k.text.lower() in ("or", "but")), None)
    if joint is not None and joint.text.lower() == "but":
        return token.i == first.i and any(k.text.lower() == "not" for k in sentence.kids(first.i, "neg"))
    both = [first, *sentence.kids(first.i, "conj")]
    if joint is None or len(both) < 2 or not any(_named(t, sentence) for t in both):
        return False
    return joint.i == 0 or sentence.tokens[joint.i - 1].text not in (",", "(", "-", "–")


def _named(token: Token, sentence: Sentence) -> bool:
    """Whether a name is meant, behind its preposition too."""
    return token.mention >= 0 or any(k.mention >= 0 for k in sentence.kids(token.i, "pobj"))
