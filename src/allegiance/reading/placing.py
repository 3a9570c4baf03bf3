"""Where: the place of an event, by its name, from the phrases of its clause."""

from __future__ import annotations

from collections.abc import Sequence

from allegiance.model import Kind
from allegiance.reading import lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.phrases import Phrase, kind_of

AT = ("in", "at", "near", "outside", "inside", "around", "on", "off", "from", "across", "within", "throughout")


def where_of(clause: Clause, discourse: Discourse, taken: Sequence[int]) -> str:
    """The place where a clause's event happened, by its name."""
    for function in AT[:7]:
        for phrase in clause.get(function):
            found = _place(phrase, discourse, taken)
            if found:
                return found
    for arg in clause.args:
        if (
            arg.function in ("in", "during", "on", "by", "obj", "self", "at", "attr", "subj", "from")
            and arg.phrase.mention < 0
        ):
            for function in AT[:7]:
                for phrase in arg.phrase.mod(function):
                    found = _place(phrase, discourse, taken)
                    if found:
                        return found
    return ""


def _place(phrase: Phrase, discourse: Discourse, taken: Sequence[int]) -> str:
    if phrase.start in taken:
        return ""
    if phrase.mention < 0:
        kind = kind_of(phrase, discourse.mentions)
        if (
            kind is Kind.PLACE
            or phrase.head in lexicon.nouns().places
            or phrase.head in ("outskirt", "north", "south", "east", "west", "centre", "center", "part")
        ):
            for inner in phrase.mod("of", "in", "nmod"):
                found = _place(inner, discourse, taken)
                if found:
                    return found
        return ""
    chain = discourse.chain(discourse.mentions[phrase.mention].chain)
    if chain.country:
        return chain.country
    if chain.kind is Kind.PLACE or (chain.kind is Kind.UNKNOWN) or chain.margin < 1.0:
        return discourse.mentions[phrase.mention].text
    return ""
