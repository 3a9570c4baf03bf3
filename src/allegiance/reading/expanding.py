"""Descriptions spelt out by the names behind them: `two of its men, A and B, left`, `merged into a new body, the C`.

What the names are said to be stands in one clause, and what the described do in another. Here the second is told of the
names, each an actor of its own, and a single one in place of the description. Set right on plain clauses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.phrases import Arg, Phrase, kind_of
from allegiance.reading.runs import Mention

FOUNDERS = frozenset({"founder", "co-founder", "successor", "predecessor", "replacement"})
"""Beside the posts, what somebody may be by whom a body or a post is told of."""
PARTIES = frozenset("government army military junta regime police navy state".split())
"""What stands first in a list of parties without being any of the bodies behind it."""
MOST = 12
"""Names that one description may stand for."""


def spelt_out(clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """The clauses of a sentence, with the names of those who are described put to their descriptions."""
    named = _named(clauses, mentions)
    if not named:
        return list(clauses)
    return [
        c if c.form in ("is", "title") else _turned(replace(c, args=tuple(_told(a, named) for a in c.args)))
        for c in clauses
    ]


def _turned(clause: Clause) -> Clause:
    """`Its head is his brother, Hilario`: Hilario is its head."""
    if clause.form != "verb" or clause.lemma not in ("be", "remain"):
        return clause
    posts, said = clause.get("subj"), clause.get("attr")
    if len(posts) != 1 or len(said) != 1 or len(said[0].members) != 1 or said[0].plural:
        return clause
    post = posts[0]
    if post.mention >= 0 or post.pronoun or post.plural or post.head not in lexicon.nouns().posts | FOUNDERS:
        return clause
    rest = tuple(a for a in clause.args if a.function not in ("subj", "attr"))
    return replace(clause, args=(Arg("subj", said[0].members[0]), Arg("attr", post), *rest))


def _named(clauses: Sequence[Clause], mentions: Sequence[Mention]) -> Mapping[int, tuple[Phrase, ...]]:
    """For each description, by its head, the names behind it that are said to be it."""
    out: dict[int, list[Phrase]] = {}
    for clause in clauses:
        if clause.form != "is" or not clause.embedding.startswith("described"):
            continue
        for attr in clause.get("attr"):
            if attr.head in PARTIES and attr.definite and not attr.mods:
                continue  # `The government, the Front and the Guard signed it`: no body is the government.
            kinds = (Kind.UNKNOWN, kind_of(attr, mentions))
            names = [p for p in clause.get("subj") if p.mention >= 0 and p.start >= attr.end]
            names = [p for p in names if kinds[1] in kinds[:1] or mentions[p.mention].kind in kinds]
            for name in names if attr.token >= 0 and attr.mention < 0 else ():
                row = out.setdefault(attr.token, [])
                row.extend([name] if all(name.start != p.start for p in row) else [])
    return {token: tuple(rows) for token, rows in out.items() if len(rows) <= MOST}


def _told(arg: Arg, named: Mapping[int, tuple[Phrase, ...]]) -> Arg:
    """The argument with the names of those whom it describes, where they are as many as it speaks of."""
    phrase = arg.phrase
    if phrase.mention >= 0 or phrase.members or phrase.pronoun:
        return arg
    inner = phrase.mod("of")[:1] if phrase.head not in ("group", "part") else ()
    one = named.get(inner[0].token, ()) if inner and _one_of(phrase, inner[0]) else ()
    if len(one) == 1:
        return Arg(arg.function, replace(phrase, members=one, plural=False))
    names = named.get(phrase.token) or (named.get(inner[0].token) if inner and _counts(phrase, inner[0]) else None)
    if not names:
        return arg
    many = phrase.plural or len(names) > 1 or any(_counts(phrase, p) for p in inner)
    if many and len(names) < 2:
        return arg
    return Arg(arg.function, replace(phrase, members=names, plural=many))


def _counts(phrase: Phrase, inner: Phrase) -> bool:
    """Whether a phrase only counts what stands behind its `of`: `two of its men`, not `the chief of its men`."""
    return inner.plural and phrase.head in NUMBERS


def _one_of(phrase: Phrase, inner: Phrase) -> bool:
    """Whether a phrase picks one, or is of somebody's own: `the oldest of the three, A`, `one of his own, A`."""
    return inner.head == "own" or phrase.head in FIRST or (phrase.head.endswith("est") and inner.plural)


FIRST = frozenset("first last latest one old large great small strong big new late young".split())
NUMBERS = frozenset("two three four five six seven eight nine ten several some both pair couple trio".split())
