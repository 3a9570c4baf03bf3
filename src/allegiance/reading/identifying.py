"""`Troops killed a commander of the Front. Police identified him as A.`: what befell the commander befell A.

Local reports tell first what happened to somebody, and two sentences on who he was. What was drafted of the description
is told of the name, and what the description said of its bearer is said of him, where only one may be meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from allegiance.model import Certainty, Kind
from allegiance.reading import lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.phrases import Arg, Phrase
from allegiance.reading.referents import HE, SHE
from allegiance.reading.stance import Stance

REACH = 3
"""How many sentences back the description may stand."""
NAMING = frozenset({"identify", "name"})
SAID_TO_BE = frozenset({"be"})
WHO = ("victim", "person", "actor")
ONE = ("a ", "an ", "one ", "another ")
ANYONE = frozenset(
    "man woman suspect victim deceased rebel militant insurgent terrorist bandit person individual youth slain dead "
    "arrested detainee captive surrenderer accused other".split()
)
"""Nouns for whoever was told of, whatever he was called."""


@dataclass(frozen=True, slots=True)
class Told:
    """A description of somebody without a name, in an earlier sentence."""

    phrase: Phrase
    sentence: int


def described(clauses: Sequence[Clause], number: int) -> list[Told]:
    """The single people whom a sentence describes without naming them: `a commander of the Front`."""
    people = lexicon.nouns().persons
    found: dict[int, Told] = {}
    for clause in clauses:
        for phrase in (a.phrase for a in clause.args if clause.form == "verb"):
            plain = phrase.mention < 0 and not (phrase.pronoun or phrase.plural or phrase.definite or phrase.members)
            if plain and phrase.head in people and phrase.text.lower().startswith(ONE):
                found.setdefault(phrase.start, Told(phrase, number))
    return list(found.values())


def of_names(
    clauses: Sequence[Clause], views: Sequence[Stance], discourse: Discourse, told: Sequence[Told], number: int
) -> list[tuple[Clause, Phrase, Phrase]]:
    """Clauses that say who somebody was of whom told before, with his name and the words that described him."""
    out = []
    near = [t for t in told if 0 < number - t.sentence <= REACH]
    for clause, view in zip(clauses, views, strict=True):
        name = _name(clause, discourse)
        if name is None or clause.negated or view.unreal or view.certainty is Certainty.DENIED:
            continue
        whom = clause.get("subj") if clause.lemma in SAID_TO_BE else clause.get("obj")
        meant = [t for t in near if len(whom) == 1 and _may_mean(whom[0], t.phrase, discourse)]
        if len(meant) == 1:
            out.append((clause, name, meant[0].phrase))
    return out


def _name(clause: Clause, discourse: Discourse) -> Phrase | None:
    """The one person whom a clause says somebody to be."""
    if clause.form != "verb":
        return None
    if clause.lemma in NAMING:
        said = clause.get("as") or (clause.get("oprd") if clause.lemma == "name" else ())
    else:
        said = clause.get("attr") if clause.lemma in SAID_TO_BE and not clause.helpers else ()
    people = [p for p in said if p.mention >= 0 and discourse.mentions[p.mention].kind is Kind.PERSON]
    return people[0] if len(said) == 1 == len(people) else None


def _may_mean(who: Phrase, description: Phrase, discourse: Discourse) -> bool:
    """Whether a pronoun nobody else is meant by, or a definite description, may mean the one described."""
    if who.pronoun:
        return who.pronoun in HE | SHE and discourse.refer(who) is None
    if who.mention >= 0 or who.plural or not who.definite or who.mod("of", "poss"):
        return False
    return who.head in ANYONE or who.head == description.head


def retold(drafts: Sequence[Draft], name: Phrase, description: Phrase, end: int, discourse: Discourse) -> list[Draft]:
    """A document's drafts so far, those of the description told of the name."""
    who = discourse.refer(name)
    if who is None or not who.named or who.kind is not Kind.PERSON:
        return list(drafts)
    out = []
    for draft in drafts:
        own = next((f for f in draft.fills if f.role in WHO and f.start == description.start and not f.named), None)
        if own is not None and draft.certainty is not Certainty.DENIED:
            fill = replace(
                own, name=who.name, mention=who.mention, kind=who.kind, start=who.start, end=who.end,
                chain=who.chain, named=True, rank=who.rank, anchored=False,
            )  # fmt: skip
            draft = replace(draft.with_fill(fill), end=max(draft.end, end))
        out.append(draft)
    return out


def as_description(clause: Clause, name: Phrase, description: Phrase) -> Clause:
    """The clause that somebody of this name is what the description says, for the frames of posts and members."""
    return replace(
        clause, form="is", lemma="be", passive=False, args=(Arg("subj", name), Arg("attr", description)),
        embedding="described subj", helpers=(), adverbs=(), marks=(),
    )  # fmt: skip


__all__ = ["Told", "as_description", "described", "of_names", "retold"]
