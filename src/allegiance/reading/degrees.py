"""How sure the words of one clause leave it: its adverbs, modals and negation, and the classes of verbs of saying."""

from __future__ import annotations

from collections.abc import Sequence

from allegiance.model import Certainty
from allegiance.reading import lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.phrases import Phrase

ORDER = (
    Certainty.STATED,
    Certainty.REPORTED,
    Certainty.LIKELY,
    Certainty.POSSIBLE,
    Certainty.DOUBTED,
    Certainty.DENIED,
)
COURTS = frozenset("jury court tribunal inquest hearing trial inquiry judge commission".split())
"""Where one hears what is said: `the jury heard that` is nobody's word."""

CONDITIONS = frozenset({"if", "unless", "whether", "lest", "till"})
AHEAD = frozenset({"will", "would", "shall", "should", "must", "can", "'ll", "ca", "wo", "ought"})
PAPERS = frozenset({"press", "media", "newspaper", "news"})
"""Before `reports`, which the parser takes for a verb: `Newspaper reports that he had left`."""
FORGED = frozenset("fake faked forged doctored fabricated bogus staged deepfake manipulated ai-generated hoax".split())
"""Of a video or a letter: what it shows or says is not so."""
MIGHT = frozenset({"may", "might", "could"})
PAST = frozenset({"was", "were", "had", "has", "have", "having", "did", "been", "'ve"})


def weaker(a: Certainty, b: Certainty) -> Certainty:
    """The less sure of two; a denial outweighs all."""
    return a if ORDER.index(a) >= ORDER.index(b) else b


def by_words(words: Sequence[str]) -> Certainty:
    """The certainty that adverbs and adjectives of a clause set: that of the longest phrase found among them."""
    joined = f" {' '.join(words)} "
    for phrase, certainty in lexicon.cues():
        if f" {phrase} " in joined:
            return Certainty(certainty)
    return Certainty.STATED


def verb_class(clause: Clause) -> str:
    """What a verb does to what it embeds: deny, doubt, claim, think, suspect or say; `""` for all others."""
    verbs = lexicon.verbs()
    whole, head = clause.lemma.replace(" ", "-"), clause.lemma.split(" ")[0]
    if whole in verbs.deny:
        return "deny"
    for name in ("deny", "doubt", "acquit", "claim", "think", "suspect", "say", "convict"):
        if whole in getattr(verbs, name) or head in getattr(verbs, name):
            return name
    return ""


def own_certainty(clause: Clause) -> tuple[Certainty, str]:
    """What a clause's own negation, modals and adverbs make of it, and why it is unreal, if it is."""
    adverbs = set(clause.adverbs)
    if "whether" in clause.marks or ("if" in clause.marks and clause.lemma not in lexicon.verbs().verify):
        return Certainty.STATED, "a condition"
    if set(clause.marks) & CONDITIONS:
        return Certainty.STATED, "a condition"
    if _almost(clause):
        return Certainty.STATED, "not quite done"
    certainty, unreal = _modal(clause)
    certainty = weaker(certainty, by_words(_cue_words(clause)))
    if unreal:
        return certainty, unreal
    if {"no", "longer"} <= adverbs or {"any", "longer"} <= adverbs or "anymore" in adverbs:
        return Certainty.STATED, "no longer so"
    if not negated(clause) or ("only" in adverbs and clause.negated):
        return certainty, ""
    if "yet" in adverbs:
        return certainty, "not yet so"
    if set(clause.helpers) & MIGHT and "could" not in clause.helpers:
        return Certainty.DOUBTED, ""
    return Certainty.DENIED, ""


def _almost(clause: Clause) -> bool:
    """`nearly killed`; not `almost certainly killed` nor `almost immediately left`."""
    if clause.form != "verb":
        return False
    for at, word in enumerate(clause.adverbs):
        after = clause.adverbs[at + 1] if at + 1 < len(clause.adverbs) else ""
        if word in ("almost", "nearly") and not after.endswith("ly") and after not in ("always", "never", "all"):
            return True
    return False


def _cue_words(clause: Clause) -> list[str]:
    """The clause's adverbs, and its prepositional phrases as words (`by some accounts`)."""
    words = list(clause.adverbs)
    for arg in clause.args:
        if arg.function in ("in", "by", "according to") and arg.phrase.mention < 0:
            words.append(f"{arg.function} {arg.phrase.text.lower()}")
    return words


def negated(clause: Clause) -> bool:
    """Whether the verb, its subject or its object is negated."""
    if clause.negated:
        return True
    return clause.form == "verb" and any(
        p.negated or p.head in ("none", "nothing", "nobody") for p in clause.get("subj", "obj")
    )


def _modal(clause: Clause) -> tuple[Certainty, str]:
    helpers = set(clause.helpers)
    if helpers & (MIGHT | {"would"}) and "well" in clause.adverbs and "as" in clause.adverbs:
        return Certainty.STATED, "as good as"  # `might as well have killed him`.
    finished = clause.perfect or bool(helpers & {"have", "'ve"})
    if "must" in helpers and finished:
        return Certainty.LIKELY, ""
    if helpers & {"can", "ca"} and finished and clause.negated:
        return Certainty.STATED, ""
    if "would" in helpers and clause.parent < 0 and set(clause.adverbs) & {"later", "eventually", "subsequently"}:
        return Certainty.STATED, ""  # `He would later join A`: told in hindsight.
    if helpers & AHEAD:
        return Certainty.STATED, "not yet so"
    if helpers & MIGHT:
        state = clause.lemma.split(" ")[0] in lexicon.verbs().states or ("be" in helpers and not clause.passive)
        if "could" in helpers and negated(clause):
            return Certainty.STATED, ""
        if finished or state:
            return Certainty.POSSIBLE, ""
        return Certainty.STATED, "a possibility ahead"
    if helpers == {"be"} and clause.passive and clause.embedding == "ccomp":
        return Certainty.STATED, "wished for"
    return Certainty.STATED, ""


def level_of(kind: str, verb: Clause, unnamed: bool) -> Certainty:
    """How sure a verb of saying leaves its content; `unnamed` where nobody is said to say it."""
    levels = {
        "claim": Certainty.REPORTED,
        "think": Certainty.LIKELY,
        "suspect": Certainty.POSSIBLE,
        "doubt": Certainty.DOUBTED,
    }
    level = levels.get(kind, Certainty.STATED)
    head = verb.lemma.split(" ")[0]
    if mistaken(verb):
        return Certainty.DENIED
    if kind == "say" and head in lexicon.verbs().relay - {"quote"} and (verb.passive or unnamed):
        level = Certainty.REPORTED if unnamed else level
    if kind == "say" and not verb.passive and any(nobody_known(p) for p in verb.get("subj")):
        level = Certainty.REPORTED
    if verb.lemma == "hear" or (verb.lemma == "report" and any(p.text.lower() in PAPERS for p in verb.get("subj"))):
        level = Certainty.REPORTED
    return weaker(level, by_words(verb.adverbs))


NEAR_IT = frozenset("close familiar acquainted".split())
"""What those are who know of a thing."""


def nobody_known(phrase: Phrase) -> bool:
    """Whether a speaker is nobody in particular: `some`, `many people`; not `several of the commanders`.

    Nor `people close to the Front`, `people familiar with the talks`.
    """
    if phrase.mention >= 0 or phrase.head not in lexicon.verbs().somebody or NEAR_IT & set(phrase.adjectives):
        return False
    return not any(
        not whole.pronoun for whole in phrase.mod("of", "among", "in", "within", "inside", "from", "close to")
    )


def mistaken(verb: Clause) -> bool:
    """Whether what a verb says is said to be a mistake or a forgery: `wrongly reported`, `a fake video showed`."""
    shown = [p for p in verb.get("subj") if p.mention < 0 and p.head in lexicon.nouns().products | {"photo", "image"}]
    forged = any(FORGED & set(p.adjectives) for p in shown)
    return (
        forged
        or bool(lexicon.verbs().wrongly & set(verb.adverbs))
        or any(p.head in ("error", "mistake") for p in verb.get("in", "by"))
    )


def past(clause: Clause) -> bool:
    """Whether its helpers put a clause in the past."""
    return bool(set(clause.helpers) & PAST)
