"""The stance layer: who says so, how sure, and whether it is said to be a fact at all.

A clause's stance is read off the verbs that embed it (`Reuters quoted a commander as saying that …`), its own adverbs,
modals and negation, and the quotation that it stands in. What is planned, wished, asked or supposed is no claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from allegiance.model import Certainty
from allegiance.reading import lexicon
from allegiance.reading.clauses import Clause
from allegiance.reading.phrases import Phrase

ORDER = (Certainty.STATED, Certainty.REPORTED, Certainty.LIKELY, Certainty.POSSIBLE, Certainty.DOUBTED, Certainty.DENIED)
UNREAL_MARKS = frozenset("if unless whether lest".split())
UNREAL_HELPERS = frozenset("will would shall should must can 'll ca wo ought".split())
MODAL_PAST = frozenset("may might could".split())
NOBODY = frozenset("nobody none".split())
EMPTY_SUBJECTS = frozenset("it there that this which what".split())


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause is said: by whom (phrases, nearest the event first), how sure, and why it is no claim, if so."""

    sources: tuple[Phrase, ...] = ()
    certainty: Certainty = Certainty.STATED
    unreal: str = ""
    path: tuple[str, ...] = ()
    described: bool = False
    saying: frozenset[int] = field(default_factory=frozenset)


def weaker(a: Certainty, b: Certainty) -> Certainty:
    """The less sure of two; a denial outweighs all."""
    return a if ORDER.index(a) >= ORDER.index(b) else b


def by_words(words: Sequence[str]) -> Certainty:
    """The certainty that adverbs and adjectives of a clause set."""
    joined = f" {' '.join(words)} "
    for phrase, certainty in lexicon.cues():
        if f" {phrase} " in joined:
            return Certainty(certainty)
    return Certainty.STATED


DOUBT = re.compile(
    r"\b(?:(?:could|can|has|have|had|was|were|is|are|been)(?: ?not|n't)(?: yet| so far)?(?: be| been)?(?: independently)? "
    r"(?:confirmed|verified|corroborated|substantiated|authenticated|checked|ascertained|proven)"
    r"|un(?:confirmed|verified|substantiated|corroborated|proven)\b(?! reports? (?:of|that|say))"
    r"|neither confirmed nor denied|no (?:independent |official )?(?:confirmation|evidence|proof)"
    r"|(?:nobody|no one|no-one|none)\b[^.]{0,40} (?:been )?able to (?:authenticate|verify|confirm)"
    r"|(?:unable|impossible|failed) to (?:independently )?(?:verify|confirm|corroborate|authenticate)"
    r"|remains? (?:un\w+|to be confirmed|in doubt|unclear)|without (?:any |offering |providing )?(?:evidence|proof))",
    re.IGNORECASE,
)  # fmt: skip
ABOUT = re.compile(
    r"\b(?:reports?|claims?|allegations?|accounts?|this|that|it|which|information|rumou?rs?|news|statement|story|assertions?|something|but|authenticity|veracity)\b",
    re.IGNORECASE,
)


def own_certainty(clause: Clause) -> tuple[Certainty, str]:
    """What a clause's own negation, modals and adverbs make of it, and why it is unreal, if it is."""
    if any(mark in UNREAL_MARKS for mark in clause.marks):
        return Certainty.STATED, "a condition"
    certainty = by_words(clause.adverbs)
    helpers = set(clause.helpers)
    if helpers & UNREAL_HELPERS:
        return certainty, "not yet so"
    if helpers & MODAL_PAST:
        past = clause.perfect or bool(helpers & {"have", "be", "been"}) or clause.lemma in ("be", "have", "belong", "lead")
        if not past:
            return certainty, "a possibility ahead"
        certainty = weaker(certainty, Certainty.POSSIBLE)
    denied = clause.negated or any(p.negated or p.pronoun in NOBODY for p in clause.get("subj", "obj") if clause.form == "verb")
    if denied and "only" not in clause.adverbs and "yet" not in clause.adverbs:
        certainty = Certainty.DENIED
    elif denied and "yet" in clause.adverbs:
        return certainty, "not yet so"
    if {"no", "longer"} <= set(clause.adverbs):
        return Certainty.STATED, "no longer so"
    return certainty, ""


def _verb_class(parent: Clause) -> str:
    verbs = lexicon.verbs()
    head = parent.lemma.split()[0]
    for name in ("deny", "doubt", "claim", "think", "suspect", "say"):
        if parent.lemma in getattr(verbs, name) or head in getattr(verbs, name):
            return name
    return ""


def _speakers(parent: Clause) -> tuple[Phrase, ...]:
    found = parent.get("subj")
    if parent.passive:
        return found
    return tuple(p for p in found if p.pronoun not in EMPTY_SUBJECTS)


def of(clause: Clause, clauses: Sequence[Clause]) -> Stance:
    """The stance of a clause among the clauses of its sentence."""
    certainty, unreal = own_certainty(clause)
    stance = Stance((), certainty, unreal, (), clause.embedding.startswith("described"))
    current, seen = clause, {clause.index}
    while current.parent >= 0 and current.parent not in seen and not stance.unreal:
        parent = clauses[current.parent]
        seen.add(parent.index)
        embedding = current.embedding
        if embedding.startswith("described"):
            return _attributive(stance, clause)
        if embedding in ("relcl", "acl") and current.form == "verb":
            return _relative(stance, current, parent)
        stance = _under(stance, current, parent, embedding)
        current = parent
    if stance.described:
        return _attributive(stance, clause)
    return stance


def _attributive(stance: Stance, clause: Clause) -> Stance:
    """An apposition or title: the author's own word, unless an adjective says otherwise."""
    words = [w for p in clause.get("attr") for w in p.adjectives]
    certainty = by_words(words)
    base = stance.certainty if stance.certainty is Certainty.DENIED and clause.negated else Certainty.STATED
    return replace(stance, sources=(), certainty=weaker(base, certainty), described=True)


def _relative(stance: Stance, current: Clause, parent: Clause) -> Stance:
    """A relative or participle: the author's own description, unless its noun is a rumour or a plan."""
    if "to" in current.helpers and not current.finite:
        nouns = {p.head for p in parent.get("obj", "subj", "attr")}
        if nouns & {"plan", "plot", "decision", "intention", "attempt", "bid", "offer", "call", "order", "effort", "desire", "refusal", "failure", "threat", "willingness", "wish"}:
            return replace(stance, unreal="a plan")
        if nouns & lexicon.nouns().hearsay:
            return replace(stance, certainty=weaker(stance.certainty, Certainty.REPORTED))
    return replace(stance, described=True)


def _under(stance: Stance, current: Clause, parent: Clause, embedding: str) -> Stance:
    verbs = lexicon.verbs()
    head = parent.lemma.split()[0]
    content = embedding in ("ccomp", "xcomp", "csubj", "obj", "subj", "oprd", "attr") or embedding.startswith("pcomp") or embedding == "parataxis"
    if embedding.startswith("pcomp") and embedding.split()[1] in ("after", "before", "since", "by", "while", "upon", "on", "for", "despite", "without", "with", "from", "in"):
        content = head in verbs.claim and embedding == "pcomp for"
        if embedding == "pcomp without":
            return replace(stance, unreal="not done")
        if embedding == "pcomp for" and head in ("wanted", "want", "seek"):
            content = True
    path = (*stance.path, f"{parent.lemma} > {embedding}")
    stance = replace(stance, path=path)
    own, unreal = own_certainty(parent)
    if current.form == "noun" and embedding not in ("obj", "subj", "of", "oprd", "attr") and not embedding.startswith("pcomp"):
        content = False
    infinitive = embedding == "xcomp" and "to" in current.helpers and not current.finite
    kind = _verb_class(parent)
    if content and infinitive and not parent.passive and (parent.lemma in verbs.unreal or head in verbs.unreal or "to" not in parent.helpers and kind in ("claim", "say") and head in ("agree", "swear", "warn", "undertake", "promise", "vow", "threaten", "offer")):
        return replace(stance, unreal=f"{parent.lemma}: not done yet")
    if content and (parent.lemma in verbs.negative or head in verbs.negative) and kind != "deny":
        return replace(stance, certainty=Certainty.DENIED if infinitive or embedding.startswith("pcomp") else stance.certainty)
    if content and kind:
        return _said(stance, current, parent, kind, own, unreal, infinitive)
    if content and parent.lemma in verbs.unreal and (infinitive or embedding == "ccomp" or current.form == "noun"):
        return replace(stance, unreal=f"{parent.lemma}: not done yet")
    if content and embedding == "xcomp":
        if unreal:
            return replace(stance, unreal=unreal)
        return replace(stance, certainty=weaker(stance.certainty, own))
    if embedding in ("conj",):
        return stance
    return stance


def _said(stance: Stance, current: Clause, parent: Clause, kind: str, own: Certainty, unreal: str, infinitive: bool) -> Stance:
    """The clause is the content of a verb of saying, thinking or denying."""
    if unreal and kind != "think" and not (set(parent.helpers) & {"would"} and kind == "say"):
        return replace(stance, unreal=f"{parent.lemma}: {unreal}")
    verbs = lexicon.verbs()
    speakers = _speakers(parent)
    passive = parent.passive and (infinitive or not speakers)
    saying = stance.saying | {parent.index}
    if own is Certainty.DENIED:
        if kind == "deny":
            return replace(stance, unreal="not denied")
        if parent.lemma in verbs.verify or kind in ("say", "claim"):
            return replace(stance, unreal="not said") if parent.lemma not in verbs.verify or kind == "say" and parent.lemma in ("indicate", "say") else replace(stance, certainty=weaker(stance.certainty, Certainty.DOUBTED))
        return replace(stance, certainty=Certainty.DENIED, sources=(*stance.sources, *speakers))
    table = {"claim": Certainty.REPORTED, "think": Certainty.LIKELY, "suspect": Certainty.POSSIBLE, "doubt": Certainty.DOUBTED}
    level = table.get(kind, Certainty.STATED)
    if kind == "say" and passive:
        level = Certainty.REPORTED
    level = weaker(level, own if own is not Certainty.DENIED else Certainty.STATED)
    if kind == "deny":
        level = Certainty.STATED if stance.certainty is Certainty.DENIED else Certainty.DENIED
        certainty = level
    else:
        certainty = weaker(stance.certainty, level)
    return replace(stance, certainty=certainty, sources=(*stance.sources, *speakers), saying=saying)
