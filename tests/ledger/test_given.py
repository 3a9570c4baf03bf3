"""Claims that people add and correct, and what they say of claims, documents and publishers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from allegiance.errors import BadClaim, NotFound
from allegiance.exchange import claim_line
from allegiance.ledger import Ledger
from allegiance.model import Claim, Document, Filler, Judgement, Kind, Span
from ledger.made import Report, report

MADE = report("Idris Baro joined the Front. Omar Dost leads the Council. সে গেল।", publisher="The Wire")
JOINED, LEADS = MADE.claims
LEFT = Claim(
    MADE.document.id,
    "leave",
    (Filler("actor", "সে", kind=Kind.PERSON), Filler("from", "the Front", kind=Kind.GROUP)),
    Span(58, len(MADE.document.text)),
)


def record(ledger: Ledger, *reports: Report) -> None:
    with ledger.batch() as batch:
        for each in reports:
            each.into(batch)


def judge(act: str, *subjects: str, by: str = "Ana", at: str = "2024-08-01", value: str = "") -> Judgement:
    return Judgement(act, subjects, by, at, "a test", value)


def add(claim: Claim, by: str = "Ana") -> Judgement:
    return judge("add", claim.id, by=by, value=claim_line(claim))


def correct(old: Claim, new: Claim) -> Judgement:
    return judge("correct", old.id, value=claim_line(new))


def told(ledger: Ledger) -> list[Claim]:
    return [recorded.claim for recorded in ledger.view().claims()]


def test_an_added_claim_stands_beside_those_that_were_read_until_that_is_undone(ledger: Ledger) -> None:
    record(ledger, MADE)
    before = ledger.last()
    adding = add(LEFT)
    ledger.give(adding, LEFT)
    assert told(ledger) == [JOINED, LEADS, LEFT]
    recorded = ledger.view().claims(types=["leave"])[0]
    assert (recorded.reader, recorded.sentence) == ("person: Ana", "সে গেল।")
    assert [one.act for one in recorded.judged] == ["add"]
    assert len(ledger.view().find("the Front")) == 1
    undoing = judge("undo", adding.id)
    ledger.judge(undoing)
    assert told(ledger) == [JOINED, LEADS]
    ledger.judge(judge("undo", undoing.id, at="2024-08-02"))
    assert told(ledger) == [JOINED, LEADS, LEFT]
    assert ledger.check() == []
    ledger.rebuild()
    assert told(ledger) == [JOINED, LEADS, LEFT]
    assert before < ledger.last()


def test_a_corrected_claim_takes_the_place_of_the_one_that_was_read(ledger: Ledger) -> None:
    record(ledger, MADE)
    right = replace(JOINED, when="2024-03")
    correcting = correct(JOINED, right)
    ledger.give(correcting, right)
    assert told(ledger) == [right, LEADS]
    assert [one.act for one in ledger.view().claims(types=["join"])[0].judged] == ["correct"]
    ledger.judge(judge("undo", correcting.id))
    assert told(ledger) == [JOINED, LEADS]
    assert ledger.check() == []


def test_a_correction_may_be_corrected_and_rejected(ledger: Ledger) -> None:
    record(ledger, MADE)
    first, second = replace(JOINED, when="2024-03"), replace(JOINED, when="2024-03-14")
    ledger.give(correct(JOINED, first), first)
    ledger.give(correct(first, second), second)
    assert told(ledger) == [second, LEADS]
    ledger.judge(judge("reject", second.id))
    assert told(ledger) == [LEADS]


def test_another_reading_neither_loses_what_people_gave_nor_says_it_twice(ledger: Ledger) -> None:
    record(ledger, MADE)
    right = replace(JOINED, when="2024-03")
    ledger.give(correct(JOINED, right), right)
    ledger.give(add(LEFT), LEFT)
    better = tuple(replace(f, claim=right) if f.claim == JOINED else f for f in MADE.reading.findings)
    record(ledger, replace(MADE, reading=replace(MADE.reading, reader="r 2", at="2025-01-01", findings=better)))
    assert told(ledger) == [right, LEADS, LEFT]
    assert ledger.view().coverage().claims == 3


def test_what_two_people_add_is_seen_once_as_long_as_one_of_them_holds_to_it(ledger: Ledger) -> None:
    record(ledger, MADE)
    one, other = add(LEFT), add(LEFT, "Bo")
    for adding in (one, other):
        ledger.give(adding, LEFT)
    ledger.give(one, LEFT)
    assert told(ledger).count(LEFT) == 1
    assert [each.by for each in ledger.view().claims(types=["leave"])[0].judged] == ["Ana", "Bo"]
    ledger.judge(judge("undo", one.id))
    assert told(ledger).count(LEFT) == 1
    ledger.judge(judge("undo", other.id))
    assert LEFT not in told(ledger)


def test_what_a_person_gives_is_checked_as_any_readers_claim(ledger: Ledger) -> None:
    record(ledger, MADE)
    beyond = replace(LEFT, evidence=Span(60, 900))
    with pytest.raises(BadClaim, match="does not lie in the text"):
        ledger.give(add(beyond), beyond)
    elsewhere = replace(LEFT, document=Document("Nothing.").id)
    with pytest.raises(NotFound):
        ledger.give(add(elsewhere), elsewhere)
    with pytest.raises(BadClaim, match="another claim"):
        ledger.give(add(JOINED), LEFT)
    assert len(list(ledger.judgements())) == 0


def test_a_document_that_only_a_person_read_is_unread_by_the_program(ledger: Ledger) -> None:
    unread = replace(MADE, document=Document(MADE.document.text, "bn"))
    with ledger.batch() as batch:
        batch.add(unread.document, unread.appearance)
    ledger.give(add(LEFT), LEFT)
    assert told(ledger) == [LEFT]
    assert ledger.view().coverage().unread_languages == (("bn", 1),)


def test_a_retracted_document_takes_with_it_what_people_gave(ledger: Ledger) -> None:
    record(ledger, MADE)
    ledger.give(add(LEFT), LEFT)
    ledger.judge(judge("retract", MADE.document.id))
    assert told(ledger) == []


def test_a_view_of_the_past_has_the_opinions_of_its_time(ledger: Ledger) -> None:
    record(ledger, MADE)
    then = list(ledger.entries())[-1].recorded
    right = replace(JOINED, when="2024-03")
    ledger.give(correct(JOINED, right), right)
    ledger.judge(judge("grade", "The Wire", value="A2"))
    past = ledger.view(recorded_by=then).claims()
    assert [(each.claim, each.judged) for each in past] == [(JOINED, ()), (LEADS, ())]


def test_opinions_are_shown_with_the_claims_of_which_they_are(ledger: Ledger) -> None:
    record(ledger, MADE, report("Omar Dost joined the Front.", "other", publisher="The Paper"))
    ledger.judge(
        judge("accept", JOINED.id),
        judge("annotate", MADE.document.id, value="a careful report"),
        judge("grade", "The Wire", value="B3"),
        judge("grade", "The Wire", value="C", by="Bo"),
        judge("grade", "The Wire", value="A2", at="2024-08-02"),
    )
    beside = {each.claim.id: each.judged for each in ledger.view().claims()}
    shown = {id: [(one.act, one.value) for one in judged] for id, judged in beside.items()}
    of_all = [("annotate", "a careful report"), ("grade", "A2"), ("grade", "C")]
    assert shown[JOINED.id] == [("accept", ""), *of_all]
    assert shown[LEADS.id] == of_all
    assert [told for id, told in shown.items() if id not in (JOINED.id, LEADS.id)] == [[]]
    assert ledger.claim(JOINED.id).judged == beside[JOINED.id]


def test_every_judgement_of_a_thing_is_told_with_whether_it_counts(ledger: Ledger) -> None:
    record(ledger, MADE)
    rejecting = judge("reject", JOINED.id)
    undoing = judge("undo", rejecting.id)
    ledger.judge(rejecting, undoing)
    ledger.give(add(LEFT), LEFT)
    assert ledger.judged([JOINED.id, LEFT.id]) == [(rejecting, False), (add(LEFT), True)]
