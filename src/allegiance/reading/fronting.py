"""`In Balan district, Sanu province, a rebel leader was captured`: who stands behind the places is the subject.

With two places and commas before the verb the small model takes a place for the subject, and whoever is spoken of for
an apposition to it. The commas and the preposition at the sentence's beginning tell which is which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.runs import Mention

FRONT = frozenset("in at near on outside during around across from".split())
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def fronted(sentence: Sentence, mentions: Sequence[Mention]) -> Sentence:
    """The sentence with its subject hung on its verb, where a place set before it stands in the subject's stead."""
    tokens = sentence.tokens
    if not tokens or tokens[0].text.lower() not in FRONT:
        return sentence
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.pos not in ("VERB", "AUX"):
        return sentence
    first = min([root.i, *(k.i for k in sentence.kids(root.i, "aux", "auxpass", "neg") if k.i < root.i)])
    comma = next((t.i for t in reversed(tokens[:first]) if t.text == ","), -1)
    subject = _subject(tokens, comma, first)
    if comma < 0 or subject is None:
        return sentence
    others = [k for k in sentence.kids(root.i, "nsubj", "nsubjpass") if k.i < comma]
    if subject.dep in SUBJECTS and subject.head == root.i and not any(_placed(k, mentions) for k in others):
        return sentence
    taken = [k for k in sentence.kids(root.i, "nsubj", "nsubjpass") if k.i > comma and k.i != subject.i]
    if taken or not _somebody(subject, mentions) or not any(_placed(t, mentions) for t in tokens[:comma]):
        return sentence
    return _with_subject(sentence, root, subject, comma)


def _subject(tokens: Sequence[Token], comma: int, first: int) -> Token | None:
    """The noun that the words between the last comma and the verb turn on, where they are one noun phrase."""
    inside = tokens[comma + 1 : first]
    if not inside or any(t.tag in ("VBD", "VBZ", "VBP", "MD") or t.text in (";", ":", '"') for t in inside):
        return None
    span = range(comma + 1, first)
    tops = [t for t in inside if t.head not in span and t.pos in NOMINAL]
    return tops[0] if tops else None


def _somebody(token: Token, mentions: Sequence[Mention]) -> bool:
    if token.mention >= 0:
        return mentions[token.mention].kind in (Kind.PERSON, Kind.GROUP)
    return token.lemma in lexicon.nouns().persons | lexicon.nouns().groups


def _placed(token: Token, mentions: Sequence[Mention]) -> bool:
    known = token.mention >= 0 and mentions[token.mention].kind is Kind.PLACE
    return known or token.lemma in lexicon.nouns().places or token.text.lower() in lexicon.countries()


def _with_subject(sentence: Sentence, root: Token, subject: Token, comma: int) -> Sentence:
    """The subject on the verb; what was taken for it, or for its governor, stays in the phrase before the comma."""
    tokens = list(sentence.tokens)
    passive = any(k.dep == "auxpass" for k in sentence.kids(root.i))
    for token in sentence.kids(root.i, "nsubj", "nsubjpass"):
        if token.i < comma:
            tokens[token.i] = replace(token, head=0, dep="pobj")
    beside = subject.head
    for token in sentence.tokens[comma + 1 : root.i]:
        if token.head == beside and token.dep in ("conj", "appos") and token.i != subject.i:
            tokens[token.i] = replace(token, head=subject.i, dep="conj")
        elif token.head == beside and token.dep == "cc":
            tokens[token.i] = replace(token, head=subject.i)
    tokens[subject.i] = replace(subject, head=root.i, dep="nsubjpass" if passive else "nsubj")
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    return replace(sentence, tokens=tuple(tokens), children=tuple(tuple(c) for c in children))


__all__ = ["fronted"]
