"""What stands in a bracket behind a name is told of that name: `A, B (killed in May) and C`.

The parser hangs the participle on whatever began the list; what the bracket dates or tells would be the first one's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.reading.clause import Clause
from allegiance.reading.parse import Sentence
from allegiance.reading.phrases import Arg, Phrase


def owned(clauses: Sequence[Clause], sentence: Sentence, text: str) -> list[Clause]:
    """The clauses of a sentence, participles in brackets with the name before the bracket as whom they tell of."""
    return [_owned(c, sentence, text) for c in clauses]


def _owned(clause: Clause, sentence: Sentence, text: str) -> Clause:
    if clause.form != "verb" or clause.finite or clause.token <= 0:
        return clause
    opening = text.rfind("(", 0, sentence.tokens[clause.token].start)
    if opening < sentence.start or text[opening + 1 : sentence.tokens[clause.token].start].strip():
        return clause
    named = [t for t in sentence.tokens if t.mention >= 0 and t.end <= opening and not text[t.end : opening].strip()]
    function = "obj" if clause.passive else "subj"
    if not named or any(p.token == named[-1].i for p in clause.get(function)):
        return clause
    one = named[-1]
    own = Arg(function, Phrase(one.i, one.start, one.end, one.text, one.lemma, one.mention))
    return replace(clause, args=(own, *(a for a in clause.args if a.function != function)))
