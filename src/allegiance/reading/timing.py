"""When: the dates of a sentence, given to the clauses that they stand with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from allegiance.model import TYPES
from allegiance.reading import dates, degrees, lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.dates_phrase import DatePhrase, Relation, Shape, Unit
from allegiance.reading.parse import Sentence, Token

BOUNDS = {"until": Relation.UNTIL, "till": Relation.UNTIL, "since": Relation.SINCE}
"""Words that make an event with its date the end or the start of a state: `until his death in 2013`."""

ENDS = frozenset("death arrest capture killing assassination removal dismissal resignation ouster departure".split())
"""What ends a man's post: `to his arrest in June 2014`."""

STARTS = frozenset(
    "foundation founding creation inception formation establishment birth start beginning outset".split()
)
"""What begins a body, and with it a post in it: `from its foundation in 2009`."""

BESIDE = frozenset({"after", "before", "since", "following", "until", "with", "upon", "despite"})
"""Prepositions that set an event that has a date of its own beside the one over it."""

COUNTED = "counted"
"""The kind of a date that counts from an event of its sentence, which is its clause: `two days after his capture`."""

TODAY = "today"
"""The kind of a date that for a state only means nowadays."""

SPANS = frozenset({Relation.SINCE, Relation.FROM, Relation.UNTIL, Relation.FOR})
"""How a date stands to what lasts; nothing happens `until` or `for`."""


_SPELL = r"(?:(?:almost|nearly|over|about) )?[\w-]+ (?:years?|months?|weeks?|days?)"
PASSED = re.compile(
    rf"(?:\b[Ii]t (?:has been|is) (?P<been>{_SPELL})"
    rf"|(?P<passed>{_SPELL}) (?:have|has) (?:now )?(?:passed|gone by|elapsed)) since\b"
)
"""A length of time that reaches from an event to now."""


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


A_YEAR = len("2013")


@dataclass(slots=True)
class Clock:
    """The dates that a document leans on: its own, the last event's, and the last `day` that its paragraph tells."""

    reference: str
    anchor: str = ""
    day: str = ""
    told_in: int = -1
    told_at: int = -1

    def dated(self, sentence: Sentence, clauses: Sequence[Clause], clean: str, offset: int) -> list[Dated]:
        """The dates of a sentence, resolved in order, each given to a clause."""
        out = self._so_long_ago(clauses, clean, offset)
        for phrase in dates.find_dates(clean):
            if dates.counts_from_event(phrase, clean):
                spot = offset + phrase.core[0], offset + phrase.core[1]
                event = event_behind(clauses, spot[1])
                out.append(Dated(*spot, "", "", "", phrase.relation, event, COUNTED, phrase))
                continue
            anchor = self._anchor_for(phrase, sentence.paragraph)
            resolved = dates.resolve(phrase, reference=self.reference, anchor=anchor)
            if self.told_in == sentence.paragraph:
                resolved = dates.in_story(phrase, resolved, reference=self.reference, anchor=self.anchor)
            if _to_come(phrase, resolved.edtf, self.reference):
                resolved = dates.resolve(phrase, reference=self.anchor[:4] if len(self.anchor) >= A_YEAR else "")
            if phrase.kind == "duration" and self.reference:
                resolved = dates.lasting(phrase, until=self.reference)
            start, end = offset + phrase.core[0], offset + phrase.core[1]
            last = out[-1] if out and re.fullmatch("(?:19|20)[0-9]{2}", out[-1].edtf) else None
            if last is not None and clean[last.end - offset : phrase.span[0]].strip() == "," and phrase.moment.month:
                finer = dates.resolve(phrase, reference=last.edtf)  # `Two years later, in June, it …`.
                if finer.edtf.startswith(last.edtf) and phrase.relation in (Relation.IN, Relation.ON):
                    out[-1] = replace(last, edtf=finer.edtf)
                    self._lean(phrase, finer.edtf, sentence.paragraph)
                    continue
            if not phrase.attributive and _of_a_name(sentence, clean, start - offset, start):
                continue
            clause = clause_of(
                sentence, clauses, start, offset + phrase.span[1], bool(CALENDAR_DAY.search(phrase.text))
            )
            if out and out[-1].kind == COUNTED and "," not in clean[out[-1].end - offset : phrase.span[0]]:
                clause = out[-1].clause if out[-1].clause >= 0 else clause
            kind = TODAY if phrase.text.lower() == "today" else phrase.kind
            one = Dated(
                start, end, resolved.edtf, resolved.reckoned_from, resolved.rule, phrase.relation, clause, kind,
                phrase, phrase.attributive,
            )  # fmt: skip
            out.append(one)
            out.extend(_bounding(sentence, clauses, one))
            out.extend(_told_of(sentence, clauses, one))
            self._lean(phrase, resolved.edtf, sentence.paragraph)
        return out

    def _so_long_ago(self, clauses: Sequence[Clause], clean: str, offset: int) -> list[Dated]:
        """`It has been two years since A left`, `Two years have passed since A left`: A left two years ago."""
        out: list[Dated] = []
        for match in PASSED.finditer(clean) if self.reference else ():
            spell = (match["been"] or match["passed"]).lower()
            ago = dates.find_dates(f"{spell} ago")
            event = event_behind(clauses, offset + match.end())
            if len(ago) == 1 and event >= 0:
                found = dates.resolve(ago[0], reference=self.reference, anchor=self.anchor)
                spot = offset + match.start(), offset + match.end()
                when = found.edtf, found.reckoned_from, found.rule
                out.append(Dated(*spot, *when, Relation.IN, event, ago[0].kind, ago[0]))
        return out

    def _anchor_for(self, phrase: DatePhrase, paragraph: int) -> str:
        """What a phrase leans on: for `the day before`, the last day that was told, and no mere year."""
        fine = phrase.kind == "anchor" and phrase.moment.unit in (Unit.DAY, Unit.HOUR) and phrase.moment.shifted is None
        coarse = len(self.anchor.rstrip("~?%")) < len("2024-03-14")
        return self.day if fine and coarse and self.day and self.told_at == paragraph else self.anchor

    def _lean(self, phrase: DatePhrase, edtf: str, paragraph: int) -> None:
        edtf = edtf.removeprefix("../")  # `until May 2013. That month …`
        begin, _, end = edtf.partition("/")
        if phrase.moment.shape is Shape.SEASON and begin[:4] == end[:4]:
            edtf = begin[:4]  # `In the spring of 2009 … That summer …`
        if edtf and phrase.kind in ("absolute", "reference", "anchor") and "/" not in edtf:
            self.anchor = edtf
            if len(edtf) == len("2024-03-14"):
                self.day, self.told_at = edtf, paragraph
            whole = phrase.kind == "absolute" or (phrase.moment.month and phrase.moment.day)
            self.told_in = paragraph if whole or self.told_in == paragraph else -1


def _to_come(phrase: DatePhrase, edtf: str, reference: str) -> bool:
    """`had returned by the end of the year`: no year that is not over when it is told."""
    by = phrase.relation in (Relation.BY, Relation.BEFORE) and "end of the" in phrase.text.lower()
    return by and edtf.startswith("../") and edtf[3:].rstrip("~?%") > reference[:7] != ""


def _of_a_name(sentence: Sentence, clean: str, at: int, start: int) -> bool:
    """`the APC of 4 May`: a day that tells one body from another of its name, and dates nothing."""
    behind = [t for t in sentence.tokens if t.end <= start][-2:]
    return clean[:at].endswith(" of ") and len(behind) == 2 and behind[0].mention >= 0


def _bounding(sentence: Sentence, clauses: Sequence[Clause], date: Dated) -> list[Dated]:
    """What the date is to the clause over it, where its own event stands under `until` or `since`."""
    if not date.edtf or date.relation in SPANS:
        return []
    before = [t for t in sentence.tokens if t.end <= date.start]
    for token in reversed(before[-14:]):
        relation = BOUNDS.get(token.text.lower()) or _to_his_end(sentence, token) or _from_its_start(sentence, token)
        if relation is not None:
            edtf = dates.bounded(date.edtf, relation)
            over = _described_by(clauses, token)
            over = over if over >= 0 else _governor(sentence, clauses, token)
            return [replace(date, edtf=edtf, relation=relation, clause=over)] if edtf and over >= 0 else []
        if token.text in ",;:()-–—":
            return []
    return []


def _to_his_end(sentence: Sentence, token: Token) -> Relation | None:
    """`from May 2009 to his arrest in June 2014`: the `to` that ends what was begun."""
    behind = sentence.tokens[token.i + 1 : token.i + 3]
    begun = any(t.text.lower() in ("from", "since") for t in sentence.tokens[: token.i])
    ends = len(behind) == 2 and behind[0].tag == "PRP$" and behind[1].lemma in ENDS
    return Relation.UNTIL if token.text.lower() == "to" and token.pos == "ADP" and begun and ends else None


def _from_its_start(sentence: Sentence, token: Token) -> Relation | None:
    """`led it from its foundation in 2009 until 2014`: the `from` that begins what lasts."""
    behind = sentence.tokens[token.i + 1 : token.i + 3]
    owned = len(behind) == 2 and (behind[0].tag == "PRP$" or behind[0].text == "the") and behind[1].lemma in STARTS
    return Relation.FROM if token.text.lower() == "from" and owned else None


def _told_of(sentence: Sentence, clauses: Sequence[Clause], date: Dated) -> list[Dated]:
    """`since 2014, when X left`: what is told of a date happened then, whatever the date is to the rest."""
    end = date.end + (date.phrase.span[1] - date.phrase.core[1] if date.phrase is not None else 0)
    behind = [t for t in sentence.tokens if t.start >= end and t.text != ","][:1]
    if not date.edtf or date.kind == "duration" or not behind or behind[0].text.lower() != "when":
        return []
    begin, _, finish = date.edtf.partition("/")
    ends = {Relation.SINCE: begin, Relation.FROM: begin, Relation.UNTIL: finish, Relation.BETWEEN: finish}
    alone = ends.get(date.relation, date.edtf)
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


def event_behind(clauses: Sequence[Clause], end: int) -> int:
    """The first event behind the words that count from it, or -1."""
    behind = [c for c in clauses if c.form in ("verb", "noun") and c.end > end and c.start >= end - 1]
    return min(behind, key=lambda c: (c.start, c.form != "noun")).index if behind else -1


CALENDAR_DAY = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|(?:19|20)\d\d")
"""What a date has that is none of the day on which the news is told, as `on Tuesday` may be."""
SPOKEN_OF = frozenset("claim admit condemn disclaim disavow denounce praise mourn recall deny".split())
"""Verbs that speak of what was done: what is behind it dates the deed, `claimed the attack on A on 29 January`."""


def _of_deed(sentence: Sentence, clauses: Sequence[Clause], verb: int, start: int) -> int:
    """The deed of which a verb speaks, where a date stands in it: `is responsible for the raid on A on 3 May`."""
    over = clauses[verb]
    responsible = over.lemma == "be" and "responsible" in over.adverbs
    took = over.lemma in ("take", "claim", "accept") and any(
        p.head in ("responsibility", "credit") for p in over.get("obj")
    )
    if not (over.lemma in SPOKEN_OF or responsible or took):
        return -1
    inside = [c for c in clauses if c.form == "noun" and c.lemma in lexicon.nouns().attacks and c.token > over.token]
    near = [c for c in inside if sentence.tokens[c.token].end < start]
    if len(near) != 1:
        return -1
    between = [t for t in sentence.tokens[near[0].token + 1 :] if t.end <= start]
    apart = any(t.pos in ("VERB", "AUX", "SCONJ") or t.text in ",;:()" for t in between)
    return near[0].index if not apart and any(t.pos == "ADP" for t in between[:-1]) else -1


def _said_to_have(clauses: Sequence[Clause], verb: int, start: int) -> int:
    """`In early 2017 A was reported to have succeeded B`: what is said of him happened then."""
    over = clauses[verb]
    if not over.passive or not degrees.verb_class(over):
        return -1
    return next(
        (c.index for c in clauses if c.parent == verb and c.embedding == "xcomp" and c.perfect and start < c.start), -1
    )


def clause_of(sentence: Sentence, clauses: Sequence[Clause], start: int, end: int, of_calendar: bool = False) -> int:
    """The clause that the words of a date stand with, or -1. `of_calendar` tells that it names a month or a year."""
    inside = [t for t in sentence.tokens if t.start < end and start < t.end]
    if not inside:
        return -1
    token = min(inside, key=lambda t: _depth(sentence, t))
    verbs = {c.token: c.index for c in clauses if c.form in ("verb", "noun")}
    deed = _named_before(sentence, inside, verbs)
    deed = _misplaced(sentence, clauses, token, inside[0].i) if deed < 0 else deed
    if deed >= 0:
        return deed
    described = {c.token: c.index for c in clauses if c.form in ("is", "title")}
    for _ in range(30):
        if token.i in verbs:
            found = _of_saying(sentence, clauses, verbs[token.i], start)
            named = _event_ahead(sentence, clauses, found, start, end)
            if named < 0 and of_calendar:
                named = max(_of_deed(sentence, clauses, found, start), _said_to_have(clauses, found, start))
            if named >= 0:
                return named
            return next(iter(_apposed(sentence, clauses, found, start, end)), found)
        if token.i in described:
            over = clauses[described[token.i]]
            dated = {t.i for t in inside} & {p.token for p in over.get("attr")}
            return over.parent if dated and over.parent >= 0 else over.index  # `The following year A, back from B, …`
        if token.head == token.i:
            return -1
        token = sentence.tokens[token.head]
    return -1


def _misplaced(sentence: Sentence, clauses: Sequence[Clause], date: Token, first: int) -> int:
    """`gave him the Eagles after A was killed in an ambush that March`: a date that was taken for an object or so.

    It is given to the verb nearest before it, with no comma between; -1 where the parse took it for a date.
    """
    if date.dep not in ("oprd", "attr", "dobj", "appos", "dep", "conj") or sentence.tokens[first - 1].pos == "ADP":
        return -1
    comma = max((t.i for t in sentence.tokens[:first] if t.text in (",", ";", ":")), default=-1)
    near = [c for c in clauses if c.form == "verb" and comma < c.token < first]
    return max(near, key=lambda c: c.token).index if near else -1


def _named_before(sentence: Sentence, date: Sequence[Token], deeds: Mapping[int, int]) -> int:
    """The event whose noun and `of` a date stands between: `the abduction in 2009 of Y`."""
    at, after = date[0].i - 1, date[-1].i + 1
    if at > 0 and sentence.tokens[at].pos == "ADP":
        at -= 1
    follows = after < len(sentence.tokens) and sentence.tokens[after].text in ("of", "by")
    return deeds.get(at, -1) if follows and sentence.tokens[at].pos == "NOUN" else -1


def _event_ahead(sentence: Sentence, clauses: Sequence[Clause], verb: int, start: int, end: int) -> int:
    """`The killing of A in Kosso in May angered B`: of the event named before it, within what stands before the verb.

    So too within a phrase that leads the sentence: `Since the arrest of A on 8 March, B …`.
    """
    over = clauses[verb]
    if over.form != "verb":
        return -1
    subjects = [p.start for p in over.get("subj", "obj") if p.start > end]
    close = min([sentence.tokens[over.token].start, *subjects])
    if close < end:
        return -1
    before = [
        c for c in clauses
        if c.form == "noun" and c.parent == verb and 0 <= c.token < len(sentence.tokens)
        and sentence.tokens[c.token].end <= start and (c.embedding in ("subj", "obj") or c.embedding in BESIDE)
    ]  # fmt: skip
    return max(before, key=lambda c: c.token).index if before else -1


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
    led = _led_by_bound(sentence, start)
    behind = _described_just_before(sentence, clauses, verb, start) if led else -1
    if behind >= 0:
        return [behind]
    if after is None or (after.text != "," and not led):
        return []
    found = []
    for clause in clauses:
        if clause.form != "is" or clause.parent != verb or not clause.embedding.startswith("described"):
            continue
        opened = max((p.start for p in clause.get("attr")), default=end)
        if start < opened and 0 <= opened - end <= 2 and _led_by_bound(sentence, start):
            found.append(clause.index)  # `Y, until 2014 its leader, fled`.
            continue
        between = {t.text for t in sentence.tokens if opened <= t.start < start}
        if opened < start and clauses[verb].token > after.i and "," not in between:
            found.append(clause.index)
    return found


def _described_just_before(sentence: Sentence, clauses: Sequence[Clause], verb: int, start: int) -> int:
    """`The man is A, treasurer of B since 2011, and …`: the description that ends where `since` stands, or -1."""
    found = _described_by(clauses, [t for t in sentence.tokens if t.end <= start][-1])
    return found if found >= 0 and clauses[found].parent == verb else -1


def _described_by(clauses: Sequence[Clause], bound: Token) -> int:
    """`A, treasurer of B until his arrest in 2011, fled`: the description that ends where `until` stands, or -1."""
    for clause in clauses:
        if clause.form == "is" and clause.embedding.startswith("described"):
            if any(0 <= bound.start - p.end <= 1 for p in clause.get("attr")):
                return clause.index
    return -1


def _led_by_bound(sentence: Sentence, start: int) -> bool:
    """Whether `until` or `since` stands just before a date."""
    before = [t for t in sentence.tokens if t.end <= start][-1:]
    return bool(before) and before[0].text.lower() in BOUNDS


def _depth(sentence: Sentence, token: Token) -> int:
    depth = 0
    while token.head != token.i and depth < 40:
        token = sentence.tokens[token.head]
        depth += 1
    return depth


def is_state(claim_type: str) -> bool:
    """Whether claims of this type hold over a span."""
    return TYPES[claim_type].state
