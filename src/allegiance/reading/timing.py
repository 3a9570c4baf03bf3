"""When and where: dates and places of a sentence, given to the clauses that they stand with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from allegiance.model import TYPES, Kind
from allegiance.reading import dates, lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.dates_phrase import DatePhrase, Relation
from allegiance.reading.discourse import Discourse
from allegiance.reading.parse import Sentence, Token
from allegiance.reading.phrases import Phrase, kind_of

AT = ("in", "at", "near", "outside", "inside", "around", "on", "off", "from", "across", "within", "throughout")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date phrase, resolved, and the clauses that it dates (`clause` -1 where it hangs on none)."""

    start: int
    end: int
    edtf: str
    reckoned_from: str
    rule: str
    relation: Relation
    clause: int
    kind: str


@dataclass(slots=True)
class Clock:
    """The dates that a document leans on: its own, and the last event's."""

    reference: str
    anchor: str = ""

    def dated(self, sentence: Sentence, clauses: Sequence[Clause], clean: str, offset: int) -> list[Dated]:
        """The dates of a sentence, resolved in order, each given to a clause."""
        out: list[Dated] = []
        for phrase in dates.find_dates(clean):
            resolved = dates.resolve(phrase, reference=self.reference, anchor=self.anchor)
            if phrase.kind == "anchor" and phrase.base is None and phrase.text.rstrip().endswith(("after", "before")):
                continue  # It counts from an event that follows, and whose date the text has not given.
            start, end = offset + phrase.core[0], offset + phrase.core[1]
            clause = _clause_of(sentence, clauses, start, end)
            out.append(
                Dated(
                    start,
                    end,
                    resolved.edtf,
                    resolved.reckoned_from,
                    resolved.rule,
                    phrase.relation,
                    clause,
                    phrase.kind,
                )
            )
            self._lean(phrase, resolved.edtf)
        return out

    def _lean(self, phrase: DatePhrase, edtf: str) -> None:
        if edtf and phrase.kind in ("absolute", "reference", "anchor") and "/" not in edtf:
            self.anchor = edtf


def _clause_of(sentence: Sentence, clauses: Sequence[Clause], start: int, end: int) -> int:
    inside = [t for t in sentence.tokens if t.start < end and start < t.end]
    if not inside:
        return -1
    token = min(inside, key=lambda t: _depth(sentence, t))
    verbs = {c.token: c.index for c in clauses if c.form in ("verb", "noun")}
    described = {c.token: c.index for c in clauses if c.form in ("is", "title")}
    for _ in range(30):
        if token.i in verbs:
            return next(iter(_apposed(sentence, clauses, verbs[token.i], start, end)), verbs[token.i])
        if token.i in described:
            return described[token.i]
        if token.head == token.i:
            return -1
        token = sentence.tokens[token.head]
    return -1


def _apposed(sentence: Sentence, clauses: Sequence[Clause], verb: int, start: int, end: int) -> list[int]:
    """The description that a date stands in, though it was parsed with the verb: `Y, its leader since 2012, fled`."""
    after = next((t for t in sentence.tokens if t.start >= end), None)
    if after is None or after.text != ",":
        return []
    found = []
    for clause in clauses:
        if clause.form != "is" or clause.parent != verb or not clause.embedding.startswith("described"):
            continue
        opened = max((p.start for p in clause.get("attr")), default=end)
        between = {t.text for t in sentence.tokens if opened <= t.start < start}
        if opened < start and clauses[verb].token > after.i and "," not in between:
            found.append(clause.index)
    return found


def _depth(sentence: Sentence, token: Token) -> int:
    depth = 0
    while token.head != token.i and depth < 40:
        token = sentence.tokens[token.head]
        depth += 1
    return depth


def when_of(clause: Clause, clauses: Sequence[Clause], dated: Sequence[Dated], state: bool) -> Dated | None:
    """The date of a clause: its own, its means' (`in an ambush that March`), or that of the clause it is joined to."""
    own = _pick([d for d in dated if d.clause == clause.index], state)
    if own is not None:
        return own
    nouns = [c.index for c in clauses if c.form == "noun" and c.token in clause.tokens and clause.form == "verb"]
    found = _pick([d for d in dated if d.clause in nouns], state)
    if found is not None or clause.embedding.startswith("described"):
        return found
    if clause.form == "noun" and clause.parent >= 0 and clause.embedding not in ("obj", "subj", "ccomp"):
        return _pick([d for d in dated if d.clause == clause.parent], state)
    if clause.sibling >= 0:
        first = clauses[clause.sibling]
        shared = [d for d in dated if d.clause == first.index and d.start <= first.start]
        return _pick(shared or [d for d in dated if d.clause == first.index and not clause.get("subj")], state)
    if clause.parent >= 0 and clause.embedding in ("xcomp", "oprd"):
        return _pick([d for d in dated if d.clause == clause.parent], state)
    if clause.parent >= 0 and clause.embedding == "ccomp" and clause.form == "verb":
        parent = clauses[clause.parent]
        early = [
            d
            for d in dated
            if d.clause == parent.index and parent.start < d.start and d.end <= clause.end and d.start > clause.start
        ]
        return _pick(early, state)
    return None


def _pick(found: Sequence[Dated], state: bool) -> Dated | None:
    usable = [d for d in found if d.edtf]
    if not state:
        usable = [d for d in usable if d.relation not in (Relation.SINCE, Relation.UNTIL, Relation.FOR)]
    return usable[0] if usable else None


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


def is_state(claim_type: str) -> bool:
    """Whether claims of this type hold over a span."""
    return TYPES[claim_type].state
