"""What a sentence's clauses are made to say before stance and frames read them: who is held to have done it, and `nor`.

`The army blamed A for the killing of B`, `A denies any part in the killing of B` name the doer outside the clause of
the deed; `neither joined A nor left B` puts its negation on neither verb. Both are set right here, on plain clauses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.reading import lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.phrases import Arg, Phrase


def settled(clauses: Sequence[Clause], sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence with `neither … nor` on its verbs, and doers named outside the deed's clause."""
    out = list(clauses)
    for clause in clauses:
        out[clause.index] = _negated(clause, sentence)
    for clause in out[:]:
        if clause.passive and clause.lemma in lexicon.verbs().held:
            out[clause.index] = replace(clause, args=tuple(_trimmed(a, sentence) for a in clause.args))
    for clause in clauses:
        current = out[clause.index] = _nothing_to_do(out[clause.index], out)
        parent = out[current.parent] if current.parent >= 0 else None
        if parent is None:
            continue
        if current.form == "noun":
            out[clause.index] = _with_doer(current, parent)
        elif current.form == "verb":
            out[clause.index] = _right_subject(current, parent)
    return out


ENDED = frozenset({"longer", "more"})
"""Behind `no`, what is so no longer: `no more accepts`, but not `is no more its leader than I am`."""


def _negated(clause: Clause, sentence: Sentence) -> Clause:
    """A verb under `neither … nor`, or whose subject stands under it, is negated; `no longer` joins its adverbs."""
    if clause.form != "verb" or not 0 <= clause.token < len(sentence.tokens):
        return clause
    token = sentence.tokens[clause.token]
    ended = ENDED - {"more"} if clause.lemma == "be" else ENDED
    if any(k.text.lower() in ended and _has(k, sentence, "no") for k in sentence.kids(token.i)):
        return replace(clause, adverbs=(*clause.adverbs, "no", "longer"))
    apart = [k for k in sentence.kids(token.i) if k.text.lower() in ended and k.i > 0]
    if apart and sentence.tokens[apart[0].i - 1].text.lower() == "no":
        return replace(clause, adverbs=(*clause.adverbs, "no", "longer"), negated=False)
    if clause.negated:
        return clause
    subjects = [p.token for p in clause.get("obj" if clause.passive else "subj", "attr") if p.token >= 0]
    neither = _has(token, sentence, "neither") or any(
        _has(sentence.tokens[s], sentence, "neither") for s in subjects if s < len(sentence.tokens)
    )
    nor = token.dep == "conj" and any(k.text.lower() == "nor" for k in sentence.kids(token.head, "cc"))
    return replace(clause, negated=True) if neither or nor else clause


def _has(token: Token, sentence: Sentence, word: str) -> bool:
    return any(k.text.lower() == word and k.i < token.i for k in sentence.kids(token.i))


def _trimmed(arg: Arg, sentence: Sentence) -> Arg:
    """`accused by the army of killing X`: the parser takes the deed for a part of the accuser's phrase."""
    if arg.function != "subj" or arg.phrase.mention >= 0 or arg.phrase.token < 0:
        return arg
    end = sentence.tokens[arg.phrase.token].end
    return replace(arg, phrase=replace(arg.phrase, end=end)) if end < arg.phrase.end else arg


CHARGES = frozenset("charge suspicion allegation accusation count pretext indictment warrant".split())
"""On these somebody is held, of what he is said to have done."""


def _right_subject(current: Clause, parent: Clause) -> Clause:
    """The doer of `blamed A for killing B`, the speaker of `quoted A as saying`, the victim of `reported killed`."""
    cleft = current.embedding == "relcl" and parent.lemma == "be" and any(p.pronoun == "it" for p in parent.get("subj"))
    if cleft and parent.get("attr") and all(p.pronoun in ("it", "that", "which", "who") for p in current.get("subj")):
        kept = tuple(a for a in current.args if a.function != "subj")
        return replace(current, args=(*(Arg("subj", p) for p in parent.get("attr")), *kept))
    head = parent.lemma.split(" ")[0]
    objects = parent.get("obj")
    by_as = current.embedding == "pcomp as" and head in ("quote", "cite", "describe")
    blamed = current.embedding in ("pcomp for", "pcomp of", "pcomp with", "pcomp in") and head in lexicon.verbs().held
    charged = current.embedding == "pcomp of" and any(p.head in CHARGES for p in parent.get("on", "under", "over"))
    if (by_as or blamed or charged) and objects and not current.passive:
        return replace(
            current, args=(*(a for a in current.args if a.function != "subj"), *(Arg("subj", p) for p in objects))
        )
    bare = (
        current.embedding in ("xcomp", "ccomp", "oprd")
        and not current.finite
        and not current.helpers
        and not current.get("obj")
    )
    if bare and parent.passive and not current.passive and current.lemma in lexicon.verbs().taken:
        moved = tuple(Arg("obj", a.phrase) if a.function == "subj" else a for a in current.args)
        return replace(current, args=moved, passive=True)
    return current


def _nothing_to_do(deed: Clause, clauses: Sequence[Clause]) -> Clause:
    """`had nothing to do with the deed` hangs the deed on `had nothing`; `denied responsibility for`, on `denied`."""
    parent = clauses[deed.parent] if deed.parent >= 0 else None
    if deed.form != "noun" or parent is None or parent.parent < 0:
        return deed
    above = clauses[parent.parent]
    if parent.form == "noun" and parent.lemma in lexicon.verbs().part and deed.embedding in ("for", "in"):
        return replace(deed, parent=above.index, embedding=parent.embedding)
    if parent.lemma != "do":
        return deed
    if above.lemma == "have" and any(p.head == "nothing" for p in above.get("obj")):
        return replace(deed, parent=above.index, embedding="in")
    return deed


def _with_doer(deed: Clause, parent: Clause) -> Clause:
    """A deed named by a noun, with the doer whom its governor names."""
    if deed.get("by", "subj"):
        return deed
    doers = _doers(deed, parent)
    if not doers:
        return deed
    return replace(deed, args=(*deed.args, *(Arg("by", p) for p in doers)))


OWNING = frozenset({"own up", "admit", "confess", "claim", "acknowledge", "commit", "perpetrate", "carry out", "do"})
"""Verbs by which one says that a deed was one's own, or that say so of one."""
ON_PEOPLE = frozenset(
    "killing murder assassination slaying execution beheading lynching kidnapping abduction kidnap".split()
)
"""Deeds that whoever owns up to them has done: no arrest, which one may admit of others."""


def _doers(deed: Clause, parent: Clause) -> tuple[Phrase, ...]:
    verbs = lexicon.verbs()
    head = parent.lemma.split(" ")[0]
    if head in lexicon.verbs().held and deed.embedding in ("of", "for", "with", "in", "over"):
        return parent.get("obj")
    if head in lexicon.verbs().pinned and deed.embedding == "obj":
        return parent.get("on", "to") or deed.get("on", "to")
    if head == "hold" and {"responsible", "accountable"} & set(parent.adverbs):
        return parent.get("obj")
    if parent.lemma in OWNING and deed.embedding in ("obj", "to") and deed.lemma in ON_PEOPLE:
        return () if parent.passive else parent.get("subj")
    if tie(deed, parent):
        return parent.get("obj") if parent.passive else parent.get("subj")
    parts = {p.head for p in parent.get("obj")} & verbs.part
    return parent.get("subj") if parts and head in verbs.deny | {"claim", "admit", "acknowledge"} else ()


def tie(deed: Clause, parent: Clause) -> bool:
    """Whether the parent says no more than that its subject did, or had a part in, the deed: `was not involved in`."""
    return deed.embedding != "subj" and tied(parent)


def tied(parent: Clause) -> bool:
    """Whether a verb says that its subject did, or had a part in, something."""
    if parent.lemma == "involve":
        return parent.passive
    if parent.lemma == "be":
        able = {"responsible", "involved", "complicit", "guilty", "behind"} & set(parent.adverbs)
        return bool(able) or any(
            a.function.split(" ")[0] in ("responsible", "involved", "behind", "complicit") for a in parent.args
        )
    parts = {p.head for p in parent.get("obj")}
    return parent.lemma in ("have", "play", "take", "bear") and bool(parts & (lexicon.verbs().part | {"nothing"}))
