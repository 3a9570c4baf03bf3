"""Dates that one claim has from another: `then its head`, who follows a dead man, an event told once more, its fallen.

Each is taken only where the text leaves no other: no date of its own, no `later`, one event that may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from allegiance.model import TYPES, Certainty
from allegiance.reading import dates, degrees, lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.dates_phrase import Relation
from allegiance.reading.dates_words import NUMBER, number
from allegiance.reading.dating import Dating, at_once
from allegiance.reading.draft import Draft
from allegiance.reading.placing import Placing
from allegiance.reading.referents import ME, WE
from allegiance.reading.timing import Dated, is_state

THEN = re.compile(
    r"(?:^|[\s,(])(?P<until>(?:until|till|up to) (?:then|now|today|that time|that point|that day))?"
    r"(?(until)|(?:then|at the time|at that time))[\s,]+(?:the |an? |its |his |her |their )?$",
    re.IGNORECASE,
)
INNER = re.compile(r"(?:the |its |his |her )?then[ -]", re.IGNORECASE)

ENDS = frozenset({"death", "killing", "detention", "removal"})
"""What befalls a predecessor: his successor's coming is dated by it, where that is a year."""

ONCE = frozenset({"killing", "death", "founding", "merger", "split"})
"""What happens once: told again, it has the date that it had."""

AGAIN = ONCE | {"detention", "appointment", "removal", "release"}
"""What may happen again: told again within a few sentences, it is the same."""
NEAR = 4
YEAR = re.compile(r"\d{4}(?:-\d\d){0,2}")

EFFECT = re.compile(
    r"\b(?:takes? effect (?:immediately|at once|today|from today)|with immediate effect|effective (?:immediately|today)"
    r"|is hereby|are hereby)\b"
)

FIGHTING = frozenset(
    "attack raid storm ambush clash fight bomb shell strike assault explode detonate overrun attempt battle target "
    "shoot fire bombard assail".split()
)
PARTING = frozenset("split break fracture splinter divide".split())
"""Verbs of a body that falls apart."""

GOES_ON = {
    "fight": ("killing", "detention", "attack"),
    "fall": ("killing", "detention"),
    "appointing": ("appointment",),
    "parting": ("founding", "split", "leave", "join"),
}
"""By what kind of event a sentence tells of, what the next may go on telling of it."""

SEATS = frozenset({"appointment", "removal", "succession"})
DONE_BY_SAYING = frozenset({"pledge", "renounce", "merger", "founding", "leave"})
OURS = re.compile(r"\b(?:[Ww]e|I), (?:the |an? )?(?:\w+ (?:of |in )(?:the )?)?$")
"""What stands before a name with which those who speak say who they are."""
FALLS = frozenset({"killing", "detention"})
DAY = re.compile(r"\d{4}-\d\d-\d\d")
ELSEWHEN = re.compile(
    r"\b(?:predecessor|founder|father|mother|brother|sister|son|daughter|wife|husband|uncle|cousin|nephew|former"
    r"|previous|first|late|then|earlier|original|namesake|in (?:custody|prison|jail|exile)"
    r"|(?:killed|arrested|held|captured) by)\b",
    re.IGNORECASE,
)
"""Words about those of whom a report tells besides, whatever became of them and whenever."""
LATER = frozenset(
    "later then eventually subsequently afterwards since previously earlier already once again ever".split()
)
A_YEAR = 4
"""The length of `2013`: a fall that is dated to the month or the day does not date what came of it."""


@dataclass(frozen=True, slots=True)
class Event:
    """What a sentence tells that the next may go on telling of: a fight, an appointing; its number, date, place."""

    number: int = -9
    kind: str = ""
    when: str = ""
    reckoned_from: str = ""
    where: str = ""


def held_then(drafts: Sequence[Draft], clauses: Sequence[Clause], dating: Dating, text: str) -> list[Draft]:
    """`A, then the head of B, joined C in 2019`: he was it then; `until then the head`: up to then."""
    out = []
    for draft in drafts:
        if draft.type not in ("post", "membership") or draft.when or not 0 <= draft.clause < len(clauses):
            out.append(draft)
            continue
        clause = clauses[draft.clause]
        attr = next(iter(clause.get("attr")), None)
        found = THEN.search(text[max(0, attr.start - 24) : attr.start]) if attr is not None else None
        inner = (
            re.match(r"(?:the |its |his |her )?then[ -]", text[attr.start : attr.end], re.I)
            if attr is not None
            else None
        )
        over = clauses[clause.parent] if clause.parent >= 0 and clause.embedding.startswith("described") else None
        date = dating.of(over, "join") if (found or inner) and over is not None else None
        if date is not None and "/" not in date.edtf:
            until = (found and found["until"]) or (attr is not None and text[: attr.start].endswith("until "))
            edtf = dates.bounded(date.edtf, Relation.UNTIL) if until else date.edtf
            draft = replace(draft, when=edtf, reckoned_from=date.reckoned_from, date_rule="the date of its sentence")
        out.append(draft)
    return out


def lent(
    fresh: Sequence[Draft], earlier: Sequence[Draft], clauses: Sequence[Clause], found: Sequence[Dated]
) -> list[Draft]:
    """A sentence's drafts, those without a date given that of the fate or the event told before."""
    out = []
    for draft in fresh:
        bare = not draft.when and 0 <= draft.clause < len(clauses) and not LATER & set(clauses[draft.clause].adverbs)
        own = [d for d in found if d.clause == draft.clause]
        if bare and not own and not is_state(draft.type):
            if (
                not draft.described
                and clauses[draft.clause].lemma != "successor"
                and (draft.type == "succession" or draft.frame.endswith("+appointment"))
            ):
                draft = _after_a_fate(draft, fresh, earlier)
            if draft.type in AGAIN and not draft.when and not draft.described and not _now(clauses[draft.clause]):
                draft = _told_again(draft, fresh, earlier)
        out.append(draft)
    return out


def _now(clause: Clause) -> bool:
    """Whether a clause speaks of a state of now: `he is still in prison`."""
    return clause.form == "verb" and (clause.lemma in ("be", "remain") or bool({"is", "are"} & set(clause.helpers)))


def _after_a_fate(draft: Draft, fresh: Sequence[Draft], earlier: Sequence[Draft]) -> Draft:
    """`A died in 2013. B succeeded him.`: in 2013."""
    heirs = [d for d in fresh if d.type == "succession" and d.name("person") == draft.name("person")]
    before = next((p for d in heirs if (p := d.get("predecessor")) is not None), None)
    if before is None or before.chain < 0:
        return draft
    for other in (*fresh, *reversed(earlier)):
        fallen = other.get("victim") or other.get("person")
        if other.type not in ENDS or fallen is None or fallen.chain != before.chain or not other.when:
            continue
        if draft.sentence - other.sentence > 1 or other.certainty is not Certainty.STATED:
            continue
        if "/" in other.when or len(other.when.rstrip("~?%")) > A_YEAR:
            return draft
        return replace(draft, when=other.when, reckoned_from=other.reckoned_from, date_rule="when his predecessor fell")
    return draft


def _told_again(draft: Draft, fresh: Sequence[Draft], earlier: Sequence[Draft]) -> Draft:
    """The same event as told before with a date: of what may happen twice, only if no other date is told of it."""
    key = TYPES[draft.type].keys[0]
    mine = draft.get(key)
    if mine is None or mine.chain < 0:
        return draft
    same = [
        d for d in (*earlier, *fresh)
        if (d.type == draft.type or ({d.type, draft.type} == DYING and d.when[:1].isdigit()))
        and d.when and d.certainty is not Certainty.DENIED
        and (o := d.get(TYPES[d.type].keys[0])) is not None and o.chain == mine.chain
        and all(d.name(k) == draft.name(k) for k in TYPES[draft.type].keys[1:])
        and (draft.type in ONCE or draft.sentence - d.sentence <= NEAR)
    ]  # fmt: skip
    if not same or len({d.when for d in same}) > 1:
        return draft
    where = draft.where or same[0].where
    return replace(
        draft, when=same[0].when, reckoned_from=same[0].reckoned_from, date_rule="as told of it before", where=where
    )


DYING = {"killing", "death"}
"""What one does once, however it is told."""
OUTSET = re.compile(
    r"\b(?:from the (?:outset|beginning|start)|(?:since|from|ever since) (?:its|the group's|the movement's) (?:very )?"
    r"(?:foundation|founding|creation|inception|establishment|formation|birth|beginnings?))\b"
)


def from_the_outset(fresh: Sequence[Draft], earlier: Sequence[Draft], text: str) -> list[Draft]:
    """`A has led the group from the outset`: since the group was founded, where that was told."""
    out = []
    for draft in fresh:
        group = draft.get("group")
        told = draft.type in ("post", "membership") and not draft.when and not draft.described
        if told and group is not None and group.chain >= 0 and OUTSET.search(text[draft.start : draft.end]):
            begun = {
                d.when for d in (*earlier, *fresh)
                if d.type == "founding" and d.when and "/" not in d.when
                and (own := d.get("group")) is not None and own.chain == group.chain
            }  # fmt: skip
            if len(begun) == 1:
                draft = replace(draft, when=f"{begun.pop()}/..", date_rule="since its group was founded")
        out.append(draft)
    return out


SPENT = re.compile(
    rf"\b(?:spent|served|after|held for|jailed for|imprisoned for|for) (?:the next )?(?P<count>{NUMBER}) years?\b"
    r"(?=.{0,60}?\b(?:prison|jail|camp|captivity|detention|custody|behind bars|cell|imprisonment)\b)"
)


def served(fresh: Sequence[Draft], earlier: Sequence[Draft], text: str) -> list[Draft]:
    """`Arrested in 1987, he spent nine years in prison and, on being freed, …`: freed in 1996."""
    out = []
    for draft in fresh:
        person = draft.get("person")
        found = SPENT.search(text[draft.start : draft.end]) if draft.type == "release" and not draft.when else None
        if found and person is not None and person.chain >= 0:
            taken = {
                d.when[:4] for d in (*earlier, *fresh)
                if d.type == "detention" and YEAR.fullmatch(d.when) and draft.sentence - d.sentence <= 1
                and (own := d.get("person")) is not None and own.chain == person.chain
            }  # fmt: skip
            if len(taken) == 1:
                year = str(int(taken.pop()) + number(found["count"]))
                draft = replace(draft, when=year, date_rule="the years that he was held, from when he was taken")
        out.append(draft)
    return out


def event_of(clauses: Sequence[Clause], fresh: Sequence[Draft], dating: Dating, placing: Placing, number: int) -> Event:
    """The fight or the appointing that a sentence tells of, for what the next says of it.

    Where no word says so it may be that somebody fell on a day: `Troops killed A on Tuesday.` So the next sentence,
    which has its day from this one, hands it on.
    """
    nouns = lexicon.nouns()
    for clause in clauses:
        if clause.form != "verb" or clause.parent >= 0 or clause.negated:
            continue
        heads = {a.phrase.head for a in clause.args if a.phrase.mention < 0}
        fights = clause.lemma.split(" ")[0] in FIGHTING or bool(heads & (nouns.attacks | nouns.battles))
        names = clause.lemma.split(" ")[0] in lexicon.verbs().appointing and not clause.passive
        parts = clause.lemma.split(" ")[0] in PARTING and not clause.passive
        date = dating.of(clause, "attack") if fights or names or parts else None
        where = placing.of(clause, "attack", ()) if fights else ""
        if date is not None or where:
            return _event(number, "fight" if fights else "appointing" if names else "parting", date, where)
    fell = {(d.when, d.reckoned_from, d.where) for d in fresh if _falls(d, clauses)}
    if len({when for when, _, _ in fell}) == 1:
        return Event(number, "fall", *max(fell, key=lambda told: bool(told[2])))
    mains = (c for c in clauses if c.form == "verb" and c.parent < 0 and not c.negated)
    dated = (d for c in mains if not degrees.verb_class(c) and (d := dating.of(c, "join")) is not None)
    return _event(number, "", next(dated, None))


def _event(number: int, kind: str, date: Dated | None, where: str = "") -> Event:
    return Event(number, kind, date.edtf if date else "", date.reckoned_from if date else "", where)


def _falls(draft: Draft, clauses: Sequence[Clause]) -> bool:
    """Whether a claim tells in so many words that somebody fell on a day, in what its sentence mainly tells."""
    clause = clauses[draft.clause] if 0 <= draft.clause < len(clauses) else None
    sure = draft.certainty in (Certainty.STATED, Certainty.REPORTED)
    if clause is None or not sure or draft.type not in FALLS or not DAY.fullmatch(draft.when):
        return False
    return clause.form == "verb" and _is_told(clause, clauses) and "had" not in clause.helpers


def _is_told(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause stands for itself, or is what somebody is said to have said."""
    first = clauses[clause.sibling] if clause.sibling >= 0 else clause
    over = clauses[first.parent] if first.parent >= 0 else None
    said = over is not None and over.parent < 0 and degrees.verb_class(over) == "say" and first.embedding == "ccomp"
    return first.parent < 0 or said


def decreed(
    fresh: Sequence[Draft], clauses: Sequence[Clause], dating: Dating, reference: str, text: str
) -> list[Draft]:
    """`Colonel A is appointed commander.`: so from its date on, in a decree that says that it takes effect at once.

    So too `We pledge allegiance to A`, which is done by saying it.
    """
    decree, out = EFFECT.search(text), []
    for draft in fresh:
        clause = clauses[draft.clause] if 0 <= draft.clause < len(clauses) else None
        done = SEATS if decree else DONE_BY_SAYING
        bare = draft.type in done and not draft.when and not dating.dated and len(reference) == len("2024-03-14")
        if clause is not None and bare:
            if _decrees(clause, dating) if decree else _is_ours(clause, clauses, dating, text):
                draft = replace(draft, when=reference, reckoned_from=reference, date_rule="the date of its decree")
        out.append(draft)
    return out


def _is_ours(clause: Clause, clauses: Sequence[Clause], dating: Dating, text: str) -> bool:
    """Whether those who speak do it by saying so: `We, the fighters of A, pledge allegiance to B.`"""
    plain = clause.form == "verb" and not (clause.passive or clause.negated or clause.helpers)
    if not plain or not dating.present(clause) or not _is_told(clause, clauses):
        return False
    return any(p.pronoun in WE | ME or OURS.search(text[max(0, p.start - 40) : p.start]) for p in clause.get("subj"))


def _decrees(clause: Clause, dating: Dating) -> bool:
    """Whether a clause is a main one in the present."""
    main = clause.form == "verb" and clause.parent < 0 and clause.sibling < 0 and not clause.negated
    return main and dating.present(clause) and not clause.adverbs


def going_on(
    fresh: Sequence[Draft], clauses: Sequence[Clause], found: Sequence[Dated], event: Event, number: int, words: str
) -> list[Draft]:
    """`On 3 May gunmen attacked the camp. A was killed.`: on 3 May; and so who was appointed.

    Where the sentence before tells that somebody fell, `his predecessor was killed` and `A was killed by B` may be
    another day's.
    """
    if number - event.number != 1:
        return list(fresh)
    types = GOES_ON.get(event.kind, ()) if not found else ()
    if event.kind == "fall" and ELSEWHEN.search(words):
        types = ()
    out = []
    for draft in fresh:
        clause = clauses[draft.clause] if 0 <= draft.clause < len(clauses) else None
        if clause is not None and not draft.when and at_once(clause, clauses) and not is_state(draft.type):
            rough = event.when and len(event.when) < len("2003-05-01")
            draft = _at(draft, event) if rough else draft
        elif draft.type in types and clause is not None and _goes_on(clause, clauses, event.kind):
            if event.when and not draft.when:
                draft = _at(draft, event)
            draft = replace(draft, where=draft.where or event.where)
        out.append(draft)
    return out


def _at(draft: Draft, event: Event) -> Draft:
    """A draft at the date of the sentence before."""
    return replace(draft, when=event.when, reckoned_from=event.reckoned_from, date_rule="the sentence before")


def _goes_on(clause: Clause, clauses: Sequence[Clause], kind: str) -> bool:
    """Whether a clause is a plain past passive of its own, which tells what came of what was told before."""
    told = clause.form == "verb" and _is_told(clause, clauses)
    plain = told and not clause.negated and not LATER & set(clause.adverbs)
    passive = clause.passive or clause.lemma.split(" ")[0] in ("die", "fall", "perish")
    other = any(
        a.function in ("in", "by", "during") and a.phrase.mention < 0 and not a.phrase.definite
        and a.phrase.head in lexicon.nouns().attacks | lexicon.nouns().means
        for a in clause.args
    )  # fmt: skip
    if kind == "parting":
        return plain and not clause.passive and not clause.helpers and clause.finite
    return plain and passive and not other and set(clause.helpers) <= {"was", "were"}
