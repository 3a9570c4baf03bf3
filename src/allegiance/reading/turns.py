"""Interviews printed as questions and answers: the turns that they are made of, and who says `I` in each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from allegiance.model import Kind
from allegiance.reading.clause import Clause
from allegiance.reading.layout import Paragraph, blank
from allegiance.reading.phrases import Arg, Phrase
from allegiance.reading.state import Layers

LABEL = re.compile(r"^\s*(?P<who>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3})\s?:\s+(?=[\"'A-Z.0-9])")
"""What a turn of an interview begins with: `Q: `, `A: `, `Gvozd: `."""
ASKS = frozenset({"q", "question", "interviewer", "reporter", "questioner"})
ANSWERS = frozenset({"a", "answer", "response", "reply", "r"})


def marked(parts: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, those that are turns of an interview without their label, which is kept as their `voice`."""
    labels = [LABEL.match(p.clean) for p in parts]
    often = Counter(m.group("who").lower().rstrip(".") for m in labels if m)
    turns = {who for who, times in often.items() if times > 1}
    if (
        len(turns) < 2
        or sum(often[who] for who in turns) < 4
        or not ((turns & ASKS and turns & ANSWERS) or len(turns) == 2)
    ):
        return _unlabelled(parts)
    out = []
    for part, label in zip(parts, labels, strict=True):
        who = label.group("who").lower().rstrip(".") if label else ""
        if label is None or who not in turns:
            out.append(part)
            continue
        clean = blank(part.clean, 0, label.end())
        out.append(
            replace(part, clean=clean, voice=who, kind="body" if part.kind in ("headline", "heading") else part.kind)
        )
    return out


ME = re.compile(r"\b(?:I(?!\.| ?[IVX-])|[Mm]e|[Mm]y(?:self)?)\b")
OURS = re.compile(r"\b(?:[Ww]e|us|[Oo]urs?)\b")
YOU = re.compile(r"\byou(?:rs?|rself)?\b", re.IGNORECASE)
QUOTES = re.compile(r"\"[^\"\n]{0,2000}\"")
FEWEST, SHORT = 3, 40
"""So many questions and answers make an interview without labels; so many words a question has at most."""


def _unlabelled(parts: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with whose turn it is where questions to a `you` alternate with what an `I` answers.

    A line right above an answer, as most of the questions are, is asked too where it is no question: `You left then.`
    """
    words = [QUOTES.sub(" ", p.clean).strip() for p in parts]
    asks = {k for k, said in enumerate(words[:-1]) if said.endswith("?") and len(said.split()) <= SHORT}
    asks = {k for k in asks if not ME.search(words[k]) and k + 1 not in asks and parts[k].kind != "bullet"}
    told = [k for k in sorted(asks) if ME.search(words[k + 1]) or OURS.search(words[k + 1])]
    if (
        not any(ME.search(words[k + 1]) for k in told)
        or len(told) < FEWEST
        or 2 * len(told) < len(asks)
        or sum(bool(YOU.search(words[k])) for k in asks) < 2
    ):
        return list(parts)
    close = {k for k in range(len(parts) - 1) if parts[k + 1].start - parts[k].end == 1}
    first, last = min(asks), max(asks)
    if asks <= close:
        asks |= {k for k in close if first < k < last and k - 1 not in close and len(words[k].split()) <= SHORT}
    out = list(parts)
    for k in range(first, min(last + 2, len(parts))):
        voice = "q" if k in asks else "a" if k - 1 in asks or ME.search(words[k]) or OURS.search(words[k]) else ""
        out[k] = replace(parts[k], voice=voice, kind="body" if voice and parts[k].kind == "heading" else parts[k].kind)
    return out


def answering(layers: Layers) -> Mapping[str, int]:
    """For each label of a turn, the person who speaks there: by his name, or whom the introduction names most."""
    voices = dict.fromkeys(p.voice for p in layers.paragraphs if p.voice)
    if not voices:
        return {}
    chains = layers.chains.chains
    first = next(p.start for p in layers.paragraphs if p.voice)
    before = [m.chain for m in layers.mentions if m.start < first and chains[m.chain].kind is Kind.PERSON]
    people = {m.chain for m in layers.mentions if chains[m.chain].kind is Kind.PERSON}
    out: dict[str, int] = {}
    for voice in voices:
        if voice in ASKS:
            continue
        if voice in ANSWERS:
            found = [c for c, _ in Counter(before).most_common(1)]
        else:
            found = [c for c in people if any(_called(voice, name) for name in chains[c].names)]
        if len(found) == 1:
            out[voice] = found[0]
    return out


ANSWERED = re.compile(
    r"[\s\"']*(?:A(?:nswer)?:\s*)?(?P<how>Yes|No)(?=[,.;:!-]| -| –| —)"
    r"(?!, (?:said|says|say|insists|replied|answers)\b)[^.!?\n]{0,120}"
)


def answered(text: str, end: int) -> tuple[str, int]:
    """Whether what is asked until a place is answered behind it by `Yes` or `No`, and where the answer ends."""
    found = ANSWERED.match(text, end)
    return (found["how"], found.end()) if found is not None else ("", end)


NAMED = re.compile(
    r"(?:\.|,(?![^.?!\n]*\b(?:is|was|are|were|has|had|does|do|did|says|said|knows?|will|would)\b)[^.?!\n]{2,120}\.)"
)
"""What stands behind a name that is all the answer: `Who leads it? Sheikh Faris, a former judge.`"""


def named_answer(layers: Layers, end: int) -> int:
    """The index of the name by which what is asked until a place is answered, or -1."""
    for index, mention in enumerate(layers.mentions):
        if mention.start >= end:
            gap = layers.text[end : mention.start].replace("A:", "").strip(" \n\r\t\"'")
            fits = not gap and mention.kind in (Kind.PERSON, Kind.GROUP) and NAMED.match(layers.text, mention.end)
            return index if fits else -1
    return -1


def who_is_named(clauses: Sequence[Clause], index: int, layers: Layers) -> tuple[list[Clause], frozenset[int]]:
    """The clauses of a question with the answer's name for its `who`, and the indices of those that have it."""
    name = layers.mentions[index]
    phrase = Phrase(-1, name.start, name.end, name.text, name.name.split()[-1].lower(), index)
    out, told = [], set()
    for clause in clauses:
        asks = [a for a in clause.args if a.phrase.pronoun == "who" and a.function in ("subj", "attr")]
        if clause.parent < 0 and len(asks) == 1:
            own = "subj" if clause.lemma == "be" else asks[0].function
            rest = [a for a in clause.args if a is not asks[0]]
            turned = [replace(a, function="attr") if own == "subj" and clause.lemma == "be" else a for a in rest]
            clause = replace(clause, args=(Arg(own, phrase), *turned))
            told.add(clause.index)
        out.append(clause)
    return out, frozenset(told)


def _called(label: str, name: str) -> bool:
    words = name.lower().split()
    initials = "".join(w[0] for w in words)
    return label in (name.lower(), words[-1], initials, ".".join(initials)) or label in words[:1]
