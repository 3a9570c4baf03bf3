"""Whose words a product carries, and through whom words came: `a statement signed by X`, `told Radio Tamar`."""

from __future__ import annotations

from collections.abc import Sequence

from allegiance.reading import lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.parse import Sentence
from allegiance.reading.phrases import Phrase

ISSUING = frozenset(
    "issue release publish post circulate distribute send write broadcast air carry sign read attribute upload share "
    "record deliver leave address put give author film produce".split()
)
"""What one does with a statement, a video or a letter of one's own."""

TO_WHOM = frozenset({"tell", "say", "write", "speak", "confirm", "explain", "inform", "insist", "admit", "add", "deny"})
TALK = frozenset("interview message letter email e-mail call conversation comment remark statement note text".split())
UNNAMED = frozenset("speak ask request decline insist refuse want wish demand prefer".split())
"""What the unnamed do: `who asked not to be named` is no part of what they are called."""

TOLD = frozenset("say announce report claim declare state reveal".split())
"""`It was the army that said so`: what it said is no part of what it is called."""
QUOTED = frozenset({"quote", "cite", "interview"})
LONGEST = 14
"""Words of a speaker's description."""


def owner_of_product(speaker: Phrase, clauses: Sequence[Clause]) -> tuple[Phrase, ...]:
    """Whose words a statement is that speaks: whoever signed, sent or issued it in this sentence, or nobody known."""
    if speaker.mention >= 0 or speaker.head not in lexicon.nouns().products | {"report", "document"}:
        return ()
    if speaker.mod("poss", "by", "from", "nmod"):
        return ()
    for clause in clauses:
        if clause.form != "verb" or clause.lemma.split(" ")[0] not in ISSUING:
            continue
        if any(p.token == speaker.token for p in clause.get("obj")):
            found = clause.get("to") if clause.lemma == "attribute" else clause.get("subj")
            signed = [o for p in clause.get("in") if p.head == "name" for o in p.mod("poss", "of")]
            found = tuple(signed) or found  # `a message sent in A's name`.
            if found and found[0].token != speaker.token:
                return found[:1]
    return ()


def hearers(clause: Clause) -> tuple[Phrase, ...]:
    """The outlets to which somebody said what a clause tells: `told Radio Tamar`, `in an interview with Le Monde`."""
    found: list[Phrase] = []
    if clause.lemma.split(" ")[0] in TO_WHOM:
        found.extend(clause.get("obj", "iobj", "to", "dative"))
    elif clause.lemma in ("talk", "speak"):
        found.extend(clause.get("to", "with"))
    for talk in clause.get("in", "by"):
        if talk.mention < 0 and talk.head in TALK:
            found.extend(p for p in talk.mod("with", "to", "on") if not any(o.pronoun for o in p.mod("poss")))
    found.extend(p for f in ("interview with", "message to") for p in clause.get(f))
    named = {p.start for p in found if p.mention >= 0}
    return tuple(p for p in found if is_outlet(p) and (p.mention >= 0 or p.end + 1 not in named))


def is_outlet(phrase: Phrase) -> bool:
    """Whether a phrase names or describes a newspaper, a station or an agency other than the author's own."""
    return not phrase.pronoun and is_outlet_named(phrase.text)


def is_outlet_named(text: str) -> bool:
    """The same of a name or description as it stands in the text."""
    words = text.lower().replace("-", " ").split()
    if not words or words[0] in ("this", "our"):
        return False
    return bool(lexicon.nouns().outlets & set(words if text[:1].isupper() or words[0] == "the" else words[-1:]))


def described_end(phrase: Phrase, sentence: Sentence, text: str) -> int:
    """Where the words of a speaker without a name end, with what tells who it is: `two people close to the talks`."""
    end, stack = phrase.end, [phrase.token]
    inside: set[int] = set()
    while stack:
        at = stack.pop()
        inside.add(at)
        stack.extend(k.i for k in sentence.kids(at) if k.i > phrase.token and k.i not in inside)
    for token in sentence.tokens[phrase.token + 1 :]:
        active = token.dep == "acl" and token.tag in ("VBN", "VBD") and bool(sentence.kids(token.i, "dobj", "ccomp"))
        unnamed = (
            active
            or token.lemma in QUOTED
            or token.dep == "pcomp"
            or (token.dep == "relcl" and token.lemma in UNNAMED | TOLD)
        )
        if token.i not in inside or token.text in ',;:()-"–—' or token.text.lower() in ("and", "or") or unnamed:
            if unnamed:
                end = phrase.end
            break
        end = max(end, token.end)
    return end if len(text[phrase.start : end].split()) <= LONGEST else phrase.end
