"""Who goes along: `defected with 60 of his men`, `left, taking his fighters with him`.

Who is said to go with somebody goes too, and each who goes is an actor of the same going. Set right here on plain
clauses, before frames read them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.phrases import Arg, Phrase, counts
from allegiance.reading.runs import Mention

BRINGING = frozenset("take bring lead carry".split())
FOLLOWING = frozenset("accompany follow join".split())


def completed(clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """The clauses of a sentence, each of those that tell of a going with everybody who goes along."""
    out = [_with_way(c, clauses) for c in clauses]
    for clause in out[:]:
        if _goes(clause):
            along = [
                a.phrase for a in clause.args if a.function in ("with", "alongside") and _people(a.phrase, mentions)
            ]
            out[clause.index] = _with(out[clause.index], along)
    for clause in out[:]:
        if _goes(clause):
            out[clause.index] = _with(out[clause.index], _leading(clause, clauses, mentions))
    for clause in clauses:
        up = clause.sibling if clause.sibling >= 0 else clause.parent
        parent = out[up] if up >= 0 else None
        hangs = clause.sibling >= 0 or clause.embedding in ("advcl", "acl", "relcl", "conj")
        if clause.form != "verb" or not hangs or parent is None:
            continue
        if not _goes(parent) or clause.negated:
            continue
        if clause.lemma.split(" ")[0] in BRINGING and clause.get("with", "along with"):
            brought = [p for p in clause.get("obj") if _people(p, mentions)]
            whither = [a for a in clause.args if a.function in ("to", "into") and brought]
            parent = _with(parent, brought)
            if not parent.get("to", "into"):
                parent = replace(parent, args=(*parent.args, *whither))
        elif clause.lemma in FOLLOWING and clause.passive:
            parent = _with(parent, [p for p in clause.get("subj") if _people(p, mentions)])
        out[parent.index] = parent
    return out


def _leading(clause: Clause, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Phrase]:
    """`Forty men led by A went over`, `forty men under A deserted`: A, who leads those who go, goes."""
    going = [p for p in clause.get("obj" if clause.passive else "subj") if p.mention < 0 and not p.members]
    going = [p for p in going if (p.plural and _people(p, mentions)) or p.head in lexicon.nouns().groups]
    under = [u for p in going for u in p.mod("under")]
    found = [m for u in under for m in (u.members if len(u.members) == 1 else (u,))]
    tokens = {p.token for p in going}
    for other in clauses:
        leads = other.lemma in ("lead", "command", "head") and other.passive and other.embedding in ("acl", "relcl")
        if leads and not other.negated and any(p.token in tokens for p in other.get("obj")):
            found.extend(other.get("subj"))
    return [p for p in found if p.mention >= 0 and mentions[p.mention].kind is Kind.PERSON]


def _with_way(clause: Clause, clauses: Sequence[Clause]) -> Clause:
    """`confirmed the defection of its spokesman, A, to B`: whither, which the parser hung on the confirming."""
    if clause.form != "noun" or clause.embedding != "obj" or clause.parent < 0 or not _goes(clause):
        return clause
    parent = clauses[clause.parent]
    if parent.lemma not in lexicon.verbs().tells or clause.get("to"):
        return clause
    strayed = [a for a in parent.args if a.function in ("to", "from") and a.phrase.start > clause.start]
    return replace(clause, args=(*clause.args, *strayed))


def _goes(clause: Clause) -> bool:
    going = lexicon.verbs().going
    lemma = clause.lemma.replace(" ", "-")
    return clause.form in ("verb", "noun") and (lemma in going or lemma.split("-")[0] in going)


def _people(phrase: Phrase, mentions: Sequence[Mention]) -> bool:
    """Whether a phrase speaks of people: a person's name, or a description of men (`some 60 of his men`)."""
    if phrase.mention >= 0:
        return mentions[phrase.mention].kind is Kind.PERSON
    if phrase.pronoun or phrase.negated:
        return False
    nouns = lexicon.nouns()
    if phrase.head in nouns.persons:
        return True
    inner = phrase.mod("of")
    return counts(phrase) and bool(inner) and (inner[0].head in nouns.persons or inner[0].pronoun == "them")


def _may_go(phrase: Phrase) -> bool:
    """Whether a phrase may speak of people or a body, and of no thing: a name, a pronoun, a count, a noun for them."""
    nouns = lexicon.nouns()
    known = nouns.persons | nouns.groups
    people = phrase.head in known or any(m.head in known or m.mention >= 0 for m in phrase.members)
    return phrase.mention >= 0 or bool(phrase.pronoun) or people or counts(phrase)


def _with(clause: Clause, along: Sequence[Phrase]) -> Clause:
    """The clause with these people beside those who go."""
    function = "of" if clause.form == "noun" else "obj" if clause.passive else "subj"
    if clause.form == "verb" and not any(_may_go(p) for p in clause.get(function)):
        return clause  # `The rift left it with two leaders, A and B.`
    held = {a.phrase.start for a in clause.args if a.function == function}
    fresh = tuple(Arg(function, p) for p in along if p.start not in held)
    return replace(clause, args=(*clause.args, *fresh)) if held or clause.form == "noun" else clause
