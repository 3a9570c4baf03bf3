"""When: the dates of a sentence, given to the clauses that they stand with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from allegiance.model import TYPES
from allegiance.reading import dates, degrees
from allegiance.reading.clause import Clause
from allegiance.reading.dates_phrase import DatePhrase, Relation
from allegiance.reading.parse import Sentence, Token

BOUNDS = {"until": Relation.UNTIL, "till": Relation.UNTIL, "since": Relation.SINCE}
"""Words that make an event with its date the end or the start of a state: `until his death in 2013`."""

COUNTED = frozenset({"after", "before", "since", "until", "till", "following", "over", "about"})
"""Prepositions that put an event beside the one over it: it has a time of its own."""

SPANS = frozenset({Relation.SINCE, Relation.FROM, Relation.UNTIL, Relation.FOR})
"""How a date stands to what lasts; nothing happens `until` or `for`."""

NOT_UNTIL = "not until"
"""The kind of a date up to which it did not happen: `did not leave until 2014` is a leaving in 2014."""

LASTING = frozenset({"detention", "designation"})
"""Events whose state goes on: one who has been held since March was taken in March."""


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
    phrase: DatePhrase | None = None
    attributive: bool = False


@dataclass(slots=True)
class Clock:
    """The dates that a document leans on: its own, and the last event's."""

    reference: str
    anchor: str = ""

    def dated(self, sentence: Sentence, clauses: Sequence[Clause], clean: str, offset: int) -> list[Dated]:
        """The dates of a sentence, resolved in order, each given to a clause."""
        out: list[Dated] = []
        for phrase in dates.find_dates(clean):
            if dates.counts_from_event(phrase, clean):
                spot = offset + phrase.core[0], offset + phrase.core[1]
                out.append(Dated(*spot, "", "", "", phrase.relation, -1, "counted", phrase))
                continue
            resolved = dates.resolve(phrase, reference=self.reference, anchor=self.anchor)
            if phrase.kind == "duration" and self.reference:
                resolved = dates.lasting(phrase, until=self.reference)
            start, end = offset + phrase.core[0], offset + phrase.core[1]
            clause = clause_of(sentence, clauses, start, offset + phrase.span[1])
            one = Dated(
                start, end, resolved.edtf, resolved.reckoned_from, resolved.rule, phrase.relation, clause, phrase.kind,
                None, phrase.attributive,
            )  # fmt: skip
            out.append(one)
            out.extend(_bounding(sentence, clauses, one))
            out.extend(_told_of(sentence, clauses, one))
            self._lean(phrase, resolved.edtf)
        return out

    def _lean(self, phrase: DatePhrase, edtf: str) -> None:
        if edtf and phrase.kind in ("absolute", "reference", "anchor") and "/" not in edtf:
            self.anchor = edtf


def _bounding(sentence: Sentence, clauses: Sequence[Clause], date: Dated) -> list[Dated]:
    """What the date is to the clause over it, where its own event stands under `until` or `since`."""
    if not date.edtf or date.relation in SPANS:
        return []
    before = [t for t in sentence.tokens if t.end <= date.start]
    for token in reversed(before[-14:]):
        relation = BOUNDS.get(token.text.lower())
        if relation is not None:
            edtf = dates.bounded(date.edtf, relation)
            over = _governor(sentence, clauses, token)
            return [replace(date, edtf=edtf, relation=relation, clause=over)] if edtf and over >= 0 else []
        if token.text in ",;:()-–—":
            return []
    return []


def _told_of(sentence: Sentence, clauses: Sequence[Clause], date: Dated) -> list[Dated]:
    """`since 2014, when X left`: what is told of a date happened then, whatever the date is to the rest."""
    behind = [t for t in sentence.tokens if t.start >= date.end and t.text != ","][:1]
    if not date.edtf or date.kind == "duration" or not behind or behind[0].text.lower() != "when":
        return []
    begin, _, end = date.edtf.partition("/")
    alone = {Relation.SINCE: begin, Relation.FROM: begin, Relation.UNTIL: end}.get(date.relation, date.edtf)
    verb = next((c.index for c in clauses if c.form == "verb" and c.token == behind[0].head), -1)
    return [replace(date, edtf=alone, relation=Relation.IN, clause=verb)] if verb >= 0 else []


def _governor(sentence: Sentence, clauses: Sequence[Clause], word: Token) -> int:
    """The clause that `until` or `since` hangs on: for a conjunction, the one over the verb that it marks."""
    token = word
    if word.dep == "mark" and word.head != word.i:
        token = sentence.tokens[word.head]
    at = {c.token: c.index for c in clauses if c.form in ("verb", "is", "title")}
    for _ in range(20):
        if token.head == token.i:
            return -1
        token = sentence.tokens[token.head]
        if token.i in at:
            return at[token.i]
    return -1


def clause_of(sentence: Sentence, clauses: Sequence[Clause], start: int, end: int) -> int:
    """The clause that the words of a date stand with, or -1."""
    inside = [t for t in sentence.tokens if t.start < end and start < t.end]
    if not inside:
        return -1
    token = min(inside, key=lambda t: _depth(sentence, t))
    verbs = {c.token: c.index for c in clauses if c.form in ("verb", "noun")}
    deed = _named_before(sentence, inside, verbs)
    if deed >= 0:
        return deed
    described = {c.token: c.index for c in clauses if c.form in ("is", "title")}
    for _ in range(30):
        if token.i in verbs:
            found = _of_saying(sentence, clauses, verbs[token.i], start)
            return next(iter(_apposed(sentence, clauses, found, start, end)), found)
        if token.i in described:
            return described[token.i]
        if token.head == token.i:
            return -1
        token = sentence.tokens[token.head]
    return -1


def _named_before(sentence: Sentence, date: Sequence[Token], deeds: Mapping[int, int]) -> int:
    """The event whose noun and `of` a date stands between: `the abduction in 2009 of Y`."""
    at, after = date[0].i - 1, date[-1].i + 1
    if at > 0 and sentence.tokens[at].pos == "ADP":
        at -= 1
    follows = after < len(sentence.tokens) and sentence.tokens[after].text in ("of", "by")
    return deeds.get(at, -1) if follows and sentence.tokens[at].pos == "NOUN" else -1


def _of_saying(sentence: Sentence, clauses: Sequence[Clause], verb: int, start: int) -> int:
    """`said on Tuesday it had killed`: a date between the verb of saying and what it says dates the saying."""
    clause = clauses[verb]
    parent = clauses[clause.parent] if clause.parent >= 0 else None
    if parent is None or clause.embedding != "ccomp" or not degrees.verb_class(parent):
        return verb
    said, subjects = (
        sentence.tokens[parent.token],
        [k for k in sentence.kids(clause.token) if k.dep.startswith("nsubj")],
    )
    between = [t for t in sentence.tokens if said.end <= t.start < start]
    early = bool(subjects) and said.end <= start < subjects[0].start and len(between) <= 4
    return parent.index if early and all(t.pos in ("ADP", "ADV", "DET", "ADJ") for t in between) else verb


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


def when_of(clause: Clause, clauses: Sequence[Clause], dated: Sequence[Dated], claim_type: str) -> Dated | None:
    """The date of a clause: its own, its means' (`in an ambush that March`), or that of the clause it is joined to."""
    pick = _Pick(clause, claim_type)
    own = pick.of([d for d in dated if d.clause == clause.index])
    if own is not None:
        return own
    if clause.negated and not is_state(claim_type):
        late = [d for d in dated if d.clause == clause.index and d.relation is Relation.UNTIL and d.edtf]
        return replace(late[0], edtf=late[0].edtf.partition("/")[2], kind=NOT_UNTIL) if late else None
    nouns = [c.index for c in clauses if c.form == "noun" and c.token in clause.tokens and clause.form == "verb"]
    found = pick.of([d for d in dated if d.clause in nouns])
    if found is not None or clause.embedding.startswith("described"):
        return found
    if clause.form == "noun" and clause.parent >= 0 and clause.embedding not in ("obj", "subj", "ccomp"):
        beside = any(a.phrase.token == clause.token and a.function in COUNTED for a in clause.up)
        return None if beside else pick.of([d for d in dated if d.clause == clause.parent])
    if clause.sibling >= 0:
        first = clauses[clause.sibling]
        shared = pick.of(_of_first(clause, first, dated))
        joined = shared is None and first.sibling < 0 and _same_subject(clause, first)
        return when_of(first, clauses, dated, claim_type) if joined else shared
    found = pick.of(_of_parent(clause, clauses, dated)) if clause.parent >= 0 else None
    return found or pick.of(_of_moment(clause, clauses, dated))


def _of_first(clause: Clause, first: Clause, dated: Sequence[Dated]) -> list[Dated]:
    """The dates that a second verb shares with the first: those ahead of both, or all where the subject is shared."""
    shared = [d for d in dated if d.clause == first.index and d.start <= first.start]
    return shared or [d for d in dated if d.clause == first.index and _same_subject(clause, first)]


def _same_subject(clause: Clause, first: Clause) -> bool:
    own = clause.get("obj" if clause.passive else "subj")
    return {p.token for p in own} <= {p.token for p in first.get("obj" if first.passive else "subj")}


def _of_parent(clause: Clause, clauses: Sequence[Clause], dated: Sequence[Dated]) -> list[Dated]:
    """The dates of the clause over it, where both are one event or one moment."""
    parent = clauses[clause.parent]
    same = {parent.index, *(c.index for c in clauses if c.parent == parent.index and c.embedding == "xcomp")}
    over = [d for d in dated if d.clause in same - {clause.index}]
    says = bool(degrees.verb_class(parent))
    if clause.embedding in ("xcomp", "oprd") or (clause.embedding == "advcl" and not clause.finite):
        return [] if says and clause.form == "verb" else over
    if clause.embedding == "advcl" and _just_then(clause):
        return over
    if parent.lemma == "be" and any(p.pronoun == "it" for p in parent.get("subj")):
        return over  # `It was in 1998 that he joined`.
    if clause.embedding == "ccomp" and clause.form == "verb":
        return [d for d in over if parent.start < d.start and d.end <= clause.end and d.start > clause.start]
    return []


def _of_moment(clause: Clause, clauses: Sequence[Clause], dated: Sequence[Dated]) -> list[Dated]:
    """`When X died in 2012, Y took over`: the date of what happened just then."""
    if clause.form != "verb" or not clause.finite:
        return []
    then = {c.index for c in clauses if c.parent == clause.index and c.embedding == "advcl" and _just_then(c)}
    return [d for d in dated if d.clause in then]


def _just_then(clause: Clause) -> bool:
    return clause.finite and "when" in (*clause.marks, *clause.adverbs)


@dataclass(frozen=True, slots=True)
class _Pick:
    """Chooses among the dates of a clause, for what its claim says of it."""

    clause: Clause
    claim_type: str

    def of(self, found: Sequence[Dated]) -> Dated | None:
        """The first date that may be meant, or None."""
        usable = [d for d in found if d.edtf and (d.kind != "duration" or self._runs_on())]
        if self.claim_type == "responsibility":
            usable = [d for d in usable if not d.attributive]  # `the April bombing` is the attack's.
        if not is_state(self.claim_type):
            happened = [d for d in usable if d.relation not in SPANS]
            return happened[0] if happened else self._begun(usable)
        usable = [d for d in usable if d.relation is not Relation.BY]
        spans = [d for d in usable if d.relation in SPANS]
        begins = [d for d in spans if d.relation in (Relation.SINCE, Relation.FROM)]
        ends = [d for d in spans if d.relation is Relation.UNTIL]
        if begins and ends and begins[0].start < ends[0].start:
            edtf = f"{begins[0].edtf.partition('/')[0]}/{ends[0].edtf.partition('/')[2]}"
            return replace(ends[0], edtf=edtf)
        return next(iter(spans or usable), None)

    def _begun(self, usable: Sequence[Dated]) -> Dated | None:
        """`has been held since March`: taken in March."""
        since = [d for d in usable if d.relation in (Relation.SINCE, Relation.FOR)]
        if not since or self.claim_type not in LASTING:
            return None
        return replace(since[0], edtf=since[0].edtf.partition("/")[0])

    def _runs_on(self) -> bool:
        return bool({"has", "have", "'ve"} & set(self.clause.helpers))


def is_state(claim_type: str) -> bool:
    """Whether claims of this type hold over a span."""
    return TYPES[claim_type].state
