"""How a pronoun stands in its sentence: what it owns, of what verb, in whose clauses; and whom grammar keeps it off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allegiance.reading import lexicon
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
STORMING = frozenset(
    "attack shell bomb raid storm ambush torch loot besiege bombard overrun ransack mortar strafe".split()
)
"""What nobody does to what is his own."""
SEIZING = frozenset("seize capture take enter occupy hit target invade reach surround search".split())
"""What, beside these, is done to a place or a body before something is done to its people."""
HARMING = frozenset(
    "execute kill murder assassinate abduct kidnap poison torture behead arrest detain hold seize steal burn destroy "
    "hunt target harass intimidate recruit bribe".split()
)
"""What one may do to one's own, but is accused of by those to whom it was done."""
SPEAKING_FOR = frozenset(
    "lawyer attorney counsel solicitor barrister wife husband mother father brother sister son daughter widow family "
    "relative doctor parent uncle aunt cousin nephew niece".split()
)
"""Who speaks of somebody, and seldom of himself."""
BEFALLING = frozenset(
    "arrest detain capture execute assassinate murder behead abduct kidnap jail imprison dismiss sack fire expel oust "
    "demote suspend replace succeed supplant".split()
)
"""What is done to somebody for what he did: a clause beside it mostly gives that."""
BLAMING = frozenset("accuse blame suspect charge condemn denounce".split())


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
    """For each verb of a sentence, by its token, where those stand of whom it tells.

    They are its subjects, or whom it befalls: `Peter arrested James after he had defected` tells of James.
    """
    return {c.token: tuple(p.start for p in _told_of(c)) for c in clauses if c.form == "verb"}


def _told_of(clause: Clause) -> tuple[Phrase, ...]:
    """Of whom a verb tells."""
    befallen = tuple(p for p in clause.get("obj") if p.mention >= 0) if clause.lemma in BEFALLING else ()
    return befallen or clause.get("obj" if clause.passive else "subj")


def is_told(token: Token, sentence: Sentence) -> bool:
    """Whether a pronoun is what is told, and no body: `The Front confirmed it`."""
    return token.dep == "dobj" and sentence.tokens[token.head].lemma in TOLD


def beside(token: Token, sentence: Sentence) -> int:
    """The mention beside which what a pronoun owns is named (`the Front and its commander, Peter`), or -1.

    -2 where that is something without a name: `raided the hospital and abducted its director`.
    """
    owned = sentence.tokens[token.head]
    if token.dep != "poss":
        return -1
    over = sentence.tokens[owned.head]
    if owned.dep in ("compound", "nmod") and over.mention >= 0:  # `Nokia and its financier Peter`.
        owned, over = over, sentence.tokens[over.head]
    if owned.dep == "pobj" and over.dep == "conj":  # `swore loyalty to the Front and to its commander`.
        named = sentence.kids(sentence.tokens[over.head].i, "pobj")
        return named[0].mention if named and named[0].start < token.start else -1
    if owned.dep == "dobj" and over.dep == "conj":
        first = sentence.tokens[over.head]
        struck = [k for k in sentence.kids(first.i, "dobj") if first.i < k.i < over.i]
        if struck and first.lemma in STORMING | SEIZING and struck[0].lemma not in lexicon.nouns().persons:
            return struck[0].mention if struck[0].mention >= 0 else -2
    return over.mention if owned.dep == "conj" and over.start < token.start else -1


def spoken_for(token: Token, sentence: Sentence) -> int:
    """The mention of whom his lawyer or one of his kin speaks (`Peter's lawyer said he was held`), or -1."""
    at = token
    for _ in range(DEEP):
        if at.head == at.i:
            break
        at = sentence.tokens[at.head]
        if at.lemma not in lexicon.verbs().say | lexicon.verbs().claim | lexicon.verbs().deny:
            continue
        for teller in sentence.kids(at.i, "nsubj"):
            owner = next((k for k in sentence.kids(teller.i, "poss") if k.mention >= 0), None)
            if owner is not None and teller.lemma in SPEAKING_FOR and teller.start < token.start:
                return owner.mention
    return -1


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

    def keep(pronouns: Iterable[Phrase], others: tuple[Phrase, ...]) -> None:
        for pronoun in pronouns:
            out[pronoun.start] = (*out.get(pronoun.start, ()), *others)

    for clause in clauses:
        subjects = clause.get("subj") if not clause.passive else clause.get("obj")
        if clause.form not in ("verb", "is") or not subjects:
            continue
        # `Peter's guard, a man named James, shot him`: not James.
        subjects += tuple(p for c in clauses if _describes(c, clause) for p in c.get("subj"))
        for arg in clause.args:
            phrase = arg.phrase
            if phrase.pronoun and arg.function not in ("subj", "attr") and phrase not in subjects:
                keep([phrase] if all(s.start < phrase.start for s in subjects) else (), subjects)
            elif phrase.pronoun and arg.function == "subj" and clause.embedding == "relcl":
                ahead = tuple(p for p in clause.get("obj") if p.end <= phrase.start)
                keep([phrase], ahead)  # `B, whom he accused`: not B.
            elif (
                arg.function == "attr"
                or (arg.function == "obj" and _of_another(clause, clauses))
                or (clause.passive and arg.function in ("as", "oprd"))
            ):
                keep((p for q in (phrase, *phrase.mod("of")) for p in q.mod("poss") if p.pronoun), subjects)
    return out


def _describes(clause: Clause, other: Clause) -> bool:
    """Whether a clause says who the subject of another is."""
    return clause.form == "is" and clause.parent == other.index and clause.embedding.startswith("described subj")


def _of_another(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether what a verb does harm to is another's: `A shelled its base`, `A accused B of killing its leader`."""
    if clause.passive:
        return False
    if clause.lemma in STORMING:
        return True
    over = clauses[clause.parent] if clause.parent >= 0 else None
    return over is not None and over.lemma in BLAMING and not over.passive and clause.lemma in HARMING
