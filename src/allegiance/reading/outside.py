"""Who is no actor of the record, though a report names him: heroes of novels and plays, and teams that play."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from allegiance.model import Kind
from allegiance.reading.clause import Clause
from allegiance.reading.runs import Mention

HEROES = frozenset("hero heroine protagonist antagonist antihero anti-hero character narrator villain".split())
WORKS = frozenset(
    "novel novella story film movie series play drama opera comic thriller saga miniseries telenovela sitcom game "
    "trilogy tale epic libretto".split()
)
MADE_UP = frozenset({"fictional", "fictitious", "invented", "imaginary"})
SPORTS = r"(?:football|soccer|cricket|rugby|basketball|baseball|hockey|volleyball|handball|netball|kabaddi|futsal)"
TEAM = re.compile(rf"\b{SPORTS}(?:[- ](?:club|team|side|franchise|league|academy|outfit))?,? (?:the )?$", re.IGNORECASE)
"""What stands before a team's name: `the football team Coast Lions`."""
IS_TEAM = re.compile(rf",? (?:is |are |was |were )?(?:an?|the) (?:[\w-]+ ){{0,3}}{SPORTS} (?:club|team|side)\b")
"""What stands behind it: `Coast Lions, a second-division football club`."""


def teams(text: str, mentions: Sequence[Mention]) -> frozenset[int]:
    """The chains of the bodies that a text calls teams of a sport."""
    return frozenset(
        m.chain
        for m in mentions
        if m.kind is Kind.GROUP and (TEAM.search(text[max(0, m.start - 40) : m.start]) or IS_TEAM.match(text, m.end))
    )


def heroes(clauses: Sequence[Clause], mentions: Sequence[Mention]) -> Iterator[int]:
    """The chains of those whom a sentence calls the hero of a novel, or fictional."""
    for clause in clauses:
        if clause.negated or not (clause.form in ("is", "title") or clause.lemma == "be"):
            continue
        for attr in clause.get("attr"):
            of_work = any(p.head in WORKS for p in attr.mod("of", "poss", "in", "noun", "nmod"))
            if MADE_UP & set(attr.adjectives) or (attr.head in HEROES and of_work):
                yield from (mentions[p.mention].chain for p in clause.get("subj") if p.mention >= 0)
