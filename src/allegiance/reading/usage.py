"""How a pronoun stands in its sentence: what it owns, of what verb, in whose clauses; and whom grammar keeps it off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allegiance.reading.clause import Clause
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.phrases import Phrase
from allegiance.reading.protagonists import DYING

DEEP = 12
"""How many heads above a pronoun are looked at."""
TOLD = frozenset("confirm deny say admit acknowledge announce report verify doubt dispute regret believe".split())
"""Verbs whose `it` is what is told, and no body."""


@dataclass(frozen=True, slots=True)
class Use:
    """How a pronoun stands in its sentence: what noun it owns, if any, whether as a subject, where the subjects of the
    clauses that it is in stand, the innermost first, of what verb it is an argument, and where those stand whom it
    cannot mean."""

    noun: str = ""
    subject: bool = False
    above: tuple[int, ...] = ()
    verb: str = ""
    apart: frozenset[int] = frozenset()


PLAIN_USE = Use()


def of(
    token: Token,
    is_subject: bool,
    sentence: Sentence,
    apart: Sequence[Phrase],
    governing: Mapping[int, Sequence[int]],
) -> Use:
    """How a pronoun is used; `apart` are the phrases that it cannot mean, `governing` see the function of that name."""
    shut = frozenset(p.start for p in apart)
    owned = sentence.tokens[token.head].lemma if token.dep == "poss" else ""
    verb = _verb(token, sentence) if is_subject or token.dep == "dobj" else ""
    above = tuple(at for at in _above(token, sentence, governing) if at not in shut)
    return Use(owned, is_subject, above, verb, shut)


def governing(clauses: Sequence[Clause]) -> dict[int, tuple[int, ...]]:
    """For each verb of a sentence, by its token, where its subjects stand."""
    return {c.token: tuple(p.start for p in c.get("obj" if c.passive else "subj")) for c in clauses if c.form == "verb"}


def is_told(token: Token, sentence: Sentence) -> bool:
    """Whether a pronoun is what is told, and no body: `The Front confirmed it`."""
    return token.dep == "dobj" and sentence.tokens[token.head].lemma in TOLD


def beside(token: Token, sentence: Sentence) -> int:
    """The mention beside which what a pronoun owns is named (`the Front and its commander, Peter`), or -1."""
    owned = sentence.tokens[token.head]
    if token.dep != "poss" or owned.dep != "conj":
        return -1
    first = sentence.tokens[owned.head]
    return first.mention if first.start < token.start else -1


def _verb(token: Token, sentence: Sentence) -> str:
    """The verb of which a token is an argument, or the one beside it that tells of a death."""
    head = sentence.tokens[token.head]
    beside = [k.lemma for k in sentence.kids(head.i, "conj") if k.lemma in DYING]
    return beside[0] if beside else head.lemma


def _above(token: Token, sentence: Sentence, governing: Mapping[int, Sequence[int]]) -> tuple[int, ...]:
    """Where the subjects stand of the clauses that a token is in, the innermost clause first."""
    out: list[int] = []
    start = token.start
    for _ in range(DEEP):
        out.extend(s for s in governing.get(token.i, ()) if s < start)
        if token.head == token.i:
            break
        token = sentence.tokens[token.head]
    return tuple(out)


def kept_apart(clauses: Sequence[Clause]) -> dict[int, tuple[Phrase, ...]]:
    """For each pronoun, by where it stands, the subject of its own clause: whom only `itself` and its like mean."""
    out: dict[int, tuple[Phrase, ...]] = {}
    for clause in clauses:
        subjects = clause.get("subj") if not clause.passive else clause.get("obj")
        if clause.form not in ("verb", "is") or not subjects:
            continue
        for arg in clause.args:
            phrase = arg.phrase
            if phrase.pronoun and arg.function not in ("subj", "attr") and phrase not in subjects:
                if all(s.start < phrase.start for s in subjects):
                    out[phrase.start] = subjects
            elif phrase.pronoun and arg.function == "subj" and clause.embedding == "relcl":
                ahead = tuple(p for p in clause.get("obj") if p.end <= phrase.start)
                out.update({phrase.start: ahead} if ahead else {})  # `B, whom he accused`: not B.
            elif arg.function == "attr":
                out.update((p.start, subjects) for p in phrase.mod("poss") if p.pronoun)
    return out
