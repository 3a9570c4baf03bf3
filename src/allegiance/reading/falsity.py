"""What is called a lie, a mistake or hardly so: the words over a clause that make it one that is denied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allegiance.model import Certainty
from allegiance.reading import lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.hinges import embeds
from allegiance.reading.parse import Sentence, Token

_MISTAKES = frozenset("confusion mistake error misunderstanding misreading mix-up misidentification".split())
"""What a report arose from that is not so: `reporting of his death arose from confusion with a namesake`."""
ERRORS = frozenset("mistake error fallacy misconception folly illusion delusion falsehood lie myth".split())


def a_mistake(clause: Clause) -> bool:
    """`It is a mistake to think that …`, `it would be wrong to say so`: what is thought is not so."""
    said = {p.head for p in clause.get("attr")} & ERRORS or set(clause.adverbs) & lexicon.verbs().untrue
    return clause.lemma == "be" and bool(said) and not clause.negated


BARELY = re.compile(r"\b(?:hardly|scarcely|not so much|no more|less|far less|much less)\b(?! (?:than|\w+ly))")


def barely(clause: Clause, sentence: Sentence) -> Certainty:
    """Denied where somebody is `hardly` what he is said to be, `no more the chief than I am`, `less A than B`."""
    said = clause.get("attr")[0]
    tokens = [t for t in sentence.tokens if clause.token < t.i and t.start <= said.start]
    words = " ".join(t.text.lower() for t in tokens)
    than = any(t.text.lower() in ("than", "as") and t.start > said.start for t in sentence.tokens)
    found = BARELY.match(words)
    sure = found is not None and (than or found[0].endswith("ly"))
    return Certainty.DENIED if sure else Certainty.STATED


def called_false(current: Clause, parent: Clause) -> bool:
    """Whether the parent calls what the clause says a lie: `called the report that … a fabrication`."""
    verbs = lexicon.verbs()
    if parent.lemma not in lexicon.verbs().calling:
        return False
    words = {p.head for p in (*parent.get("oprd", "attr", "as"), *current.get("obj", "attr"))} | set(parent.adverbs)
    words |= {w for p in parent.get("as") for w in p.adjectives} | {p.head for p in current.get("as")}
    return bool(words & (verbs.falsehood | verbs.untrue | lexicon.verbs().nonsense))


def found_untrue(parent: Clause, nouns: Sequence[Token], own: Certainty, clauses: Sequence[Clause]) -> bool:
    """`There is no truth in it that …`, `the report arose from a mix-up`, `it proved false`."""
    head = parent.lemma.split(" ")[0]
    if own is Certainty.DENIED and "truth" in {p.head for p in parent.get("subj", "attr")}:
        return True
    if head in ("arise", "stem", "result", "come") and any(embeds(n) for n in nouns):
        return bool(_MISTAKES & {p.head for p in parent.get("from")})
    return head in ("prove", "turn") and _shown_false(parent, clauses)


def _shown_false(parent: Clause, clauses: Sequence[Clause]) -> bool:
    """`The report proved false`, `turned out to be untrue`."""
    under = [c for c in clauses if c.parent == parent.index and c.embedding in ("xcomp", "oprd", "acomp")]
    words = {w for c in (parent, *under) for w in c.adverbs}
    words |= {p.head for c in (parent, *under) for p in c.get("attr", "oprd")}
    return bool(words & (lexicon.verbs().untrue | lexicon.verbs().falsehood | lexicon.verbs().nonsense))
