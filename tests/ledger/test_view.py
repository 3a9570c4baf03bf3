from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from allegiance.errors import BadDate, NotFound
from allegiance.ledger import IdentityRow, Ledger, LedgerView, Superseded, open_ledger
from allegiance.model import Coverage, Document, Judgement, Kind, View, minted_actor_id
from ledger.made import Report, Ticking, report, resolved


def record(ledger: Ledger, *reports: Report) -> None:
    with ledger.batch() as batch:
        for each in reports:
            each.into(batch)


def said(view: View, **asked: list[str]) -> list[str]:
    """The sentences of the claims of a view."""
    return [recorded.sentence for recorded in view.claims(**asked)]


def test_a_newer_reading_supersedes_an_older_and_erases_nothing(ledger: Ledger) -> None:
    old = report("Idris Baro joined the River Brigade. Omar Dost leads the Hill Council.", at="2024-06-01T00:00:00Z")
    fewer = replace(
        old.reading, reader="test-reader 2", at="2024-06-02T00:00:00+00:00", findings=old.reading.findings[:1]
    )
    record(ledger, old, replace(old, reading=fewer))
    assert said(ledger.view()) == ["Idris Baro joined the River Brigade."]
    assert ledger.claim(old.claims[0].id).reader == "test-reader 2"
    assert ledger.claim(old.claims[1].id).reader == old.reading.reader
    assert ledger.view().coverage().claims == 1
    with pytest.raises(NotFound):
        ledger.view().find("Omar Dost")


def test_an_older_reading_that_is_recorded_later_supersedes_nothing(ledger: Ledger) -> None:
    new = report("Idris Baro joined the River Brigade.", at="2024-06-02T01:00:00+02:00", reader="test-reader 2")
    none = replace(new.reading, reader="test-reader 1", at="2024-06-01T22:59:59Z", findings=())
    record(ledger, new, replace(new, reading=none))
    assert said(ledger.view()) == ["Idris Baro joined the River Brigade."]


def test_of_two_readings_at_one_time_the_later_entry_holds(ledger: Ledger) -> None:
    one = report("Idris Baro joined the River Brigade.")
    record(ledger, one, replace(one, reading=replace(one.reading, reader="test-reader 2", findings=())))
    assert said(ledger.view()) == []


URL = "https://wire.example/baro"


def test_a_later_text_at_the_same_url_replaces_the_earlier_and_shows_that_it_did(ledger: Ledger) -> None:
    first = report("Idris Baro joined the River Brigade.", published="2024-03-14", url=URL)
    second = report("Idris Baro joined the Hill Council.", published="2024-03-15", url=URL)
    for order in ((first, second), (second, first)):
        record(ledger, *order)
        assert said(ledger.view()) == ["Idris Baro joined the Hill Council."]
    assert ledger.view().superseded() == [Superseded(first.document.id, second.document.id, URL)]
    coverage = ledger.view().coverage()
    assert (coverage.documents, coverage.claims) == (1, 1)
    with pytest.raises(NotFound):
        ledger.view().find("River Brigade")
    assert ledger.claim(first.claims[0].id).sentence == "Idris Baro joined the River Brigade."


def test_a_text_that_was_replaced_at_one_address_still_stands_at_another(ledger: Ledger) -> None:
    told = {"published": "2024-03-14", "url": URL}
    first = report("Idris Baro joined the River Brigade.", publisher="The Wire", **told)
    copy = report("Idris Baro joined the River Brigade.", publisher="The Paper", url="https://paper.example/1")
    changed = report("Idris Baro joined the Hill Council.", published="2024-03-15", url=URL)
    record(ledger, first, copy, changed)
    assert said(ledger.view()) == ["Idris Baro joined the Hill Council.", "Idris Baro joined the River Brigade."]
    stands = ledger.view().claims()[1]
    assert [appearance.publisher for appearance in stands.appearances] == ["The Paper"]
    assert ledger.view().superseded() == []


def test_of_two_texts_at_one_url_on_one_day_the_one_retrieved_later_stands(ledger: Ledger) -> None:
    told = {"published": "2024-03-14", "url": URL}
    late = report("Idris Baro joined the Hill Council.", retrieved="2024-03-14T23:00:00Z", **told)
    early = report("Idris Baro joined the River Brigade.", retrieved="2024-03-15T00:30:00+02:00", **told)
    record(ledger, late, early)
    assert said(ledger.view()) == ["Idris Baro joined the Hill Council."]


def test_without_a_url_nothing_is_replaced(ledger: Ledger) -> None:
    record(ledger, report("A Man joined the Hill Council."), report("A Man joined the River Brigade."))
    assert len(ledger.view().claims()) == 2


def test_a_view_by_a_date_holds_what_was_out_by_then(ledger: Ledger) -> None:
    record(
        ledger,
        report("Day Man joined the Front.", published="2024-03-14"),
        report("Month Man joined the Front.", published="2024-03"),
        report("Year Man joined the Front.", published="2023"),
        report("Undated Man joined the Front.", retrieved="2024-03-20T23:59:59Z"),
        report("Odd Man joined the Front.", published="some day", retrieved="2024-04-02T00:00:00Z"),
    )

    def men(published_by: str) -> set[str]:
        return {sentence.split()[0] for sentence in said(ledger.view(published_by=published_by))}

    assert men("2023-12-30") == set()
    assert men("2023") == {"Year"}
    assert men("2024-03-13") == {"Year"}
    assert men("2024-03-14") == {"Year", "Day"}
    assert men("2024-03-20") == {"Year", "Day", "Undated"}
    assert men("2024-03") == {"Year", "Day", "Undated", "Month"}
    assert men("") == {"Year", "Day", "Undated", "Month", "Odd"}
    with pytest.raises(BadDate):
        ledger.view(published_by="last week")


def test_a_view_by_a_date_has_only_the_appearances_of_that_time(ledger: Ledger) -> None:
    text = "Idris Baro joined the Front."
    record(
        ledger, report(text, publisher="A", published="2024-03-14"), report(text, publisher="B", published="2024-03-16")
    )
    by = [each.publisher for each in ledger.view(published_by="2024-03-15").claims()[0].appearances]
    assert by == ["A"]
    assert ledger.view(published_by="2024-03-15").coverage().publishers == ("A",)


def test_before_the_correction_was_out_the_first_text_stands(ledger: Ledger) -> None:
    record(
        ledger,
        report("Idris Baro joined the River Brigade.", published="2024-03-14", url=URL),
        report("Idris Baro joined the Hill Council.", published="2024-03-20", url=URL),
    )
    assert said(ledger.view(published_by="2024-03-19")) == ["Idris Baro joined the River Brigade."]
    assert said(ledger.view(published_by="2024-03-20")) == ["Idris Baro joined the Hill Council."]


def test_a_view_does_not_change_while_others_record(ledger: Ledger) -> None:
    one = report("Idris Baro joined the River Brigade.", published="2024-03-14", url=URL)
    record(ledger, one)
    view = ledger.view()
    before = view.claims(), view.coverage()
    again = replace(one.reading, reader="test-reader 2", at="2025-01-01T00:00:00Z", findings=())
    record(ledger, report("Omar Dost leads the Front.", url=URL), replace(one, reading=again))
    assert (view.claims(), view.coverage()) == before
    assert said(ledger.view()) == ["Omar Dost leads the Front."]


def test_a_view_by_a_time_of_recording_is_the_ledger_as_it_stood(store: Callable[[str], str]) -> None:
    with open_ledger(store("a"), clock=Ticking("2024-07-01T00:00:00Z")) as ledger:
        record(ledger, report("Idris Baro joined the River Brigade."))
        record(ledger, report("Omar Dost leads the Front."))
        assert len(said(ledger.view(recorded_by="2024-07-01T00:00:01Z"))) == 1
        assert len(said(ledger.view(recorded_by="2024-07-01"))) == 2
        assert said(ledger.view(recorded_by="2024-06-30")) == []
        with pytest.raises(BadDate):
            ledger.view(recorded_by="yesterday")


def test_claims_are_chosen_by_actor_and_by_type(ledger: Ledger) -> None:
    made = report("Idris Baro joined the Front. Idris Baro leads the Front. Omar Dost leads the Hill Council.")
    record(ledger, made)
    view = ledger.view()
    baro, front = (minted_actor_id(made.document.id, name) for name in ("Idris Baro", "the Front"))
    dost = minted_actor_id(made.document.id, "Omar Dost")
    assert len(said(view)) == 3
    assert said(view, actors=[baro]) == said(view, actors=[front]) == said(view)[:2]
    assert said(view, actors=[baro, dost]) == said(view)
    assert said(view, types=["post"]) == said(view)[1:]
    assert said(view, actors=[dost], types=["join"]) == []
    assert said(view, actors=["act-nobody"]) == []
    assert view.claims(actors=[dost])[0].actor_ids == (
        ("person", dost),
        ("group", minted_actor_id(made.document.id, "the Hill Council")),
    )


def test_any_number_of_actors_may_be_asked_for_and_no_claim_comes_twice(ledger: Ledger) -> None:
    made = report(" ".join(f"Man {number} joined Group {number % 7}." for number in range(1200)))
    record(ledger, made)
    everyone = [minted_actor_id(made.document.id, f"Man {number}") for number in range(1200)]
    everyone += [minted_actor_id(made.document.id, f"Group {number}") for number in range(7)]
    assert sorted(said(ledger.view(), actors=everyone)) == sorted(said(ledger.view()))


def test_coverage_says_what_an_answer_rests_on(ledger: Ledger) -> None:
    assert ledger.view().coverage() == Coverage(0, 0)
    bengali = report("সে গেল।")
    unread = replace(bengali, document=Document(bengali.document.text, "bn"))
    with ledger.batch() as batch:
        batch.add(unread.document, unread.appearance)
    record(
        ledger,
        report("Idris Baro joined the Front.", published="2024-03", publisher="The Wire"),
        report("Omar Dost joined the Front.", published="2024-03-14", publisher="The Paper"),
        report("Omar Khan joined the Front.", published="2023-05~", publisher="The Wire"),
    )
    assert ledger.view().coverage() == Coverage(
        documents=4,
        claims=3,
        publishers=("The Paper", "The Wire"),
        earliest="2023-05~",
        latest="2024-03",
        undated=1,
        unread_languages=(("bn", 1),),
    )


def test_a_name_is_found_whatever_its_case_accents_and_titles(ledger: Ledger) -> None:
    record(ledger, report("Sheikh Hāfiz al-Saeed joined the Front."))
    for spelling in ("hafiz saeed", "HAFIZ AL-SAEED", "Sheikh Hafiz Saeed"):
        assert [actor.name for actor in ledger.view().find(spelling)] == ["Sheikh Hāfiz al-Saeed"]


def test_an_exact_name_is_found_before_a_part_of_one(ledger: Ledger) -> None:
    record(
        ledger, report("A Man joined the Taliban. B Man joined the Pakistani Taliban. C Man joined the Talibanists.")
    )
    view = ledger.view()

    def groups(name: str) -> list[str]:
        return [actor.name for actor in view.find(name, Kind.GROUP)]

    assert groups("Taliban") == ["the Taliban"]
    assert groups("Pakistani") == ["the Pakistani Taliban"]
    assert set(groups("Talib")) == {"the Pakistani Taliban", "the Taliban", "the Talibanists"}
    with pytest.raises(NotFound):
        groups("Ta")


def test_what_is_looked_up_holds_no_wildcards(ledger: Ledger) -> None:
    record(ledger, report("Idris Baro joined the Front."))
    for name in ("%", "_", "B%o", "I_ris", "Ba%", "", "  ", "'; DROP TABLE claims; --"):
        with pytest.raises(NotFound):
            ledger.view().find(name)


def test_a_name_that_is_not_there_gets_the_nearest_that_are(ledger: Ledger) -> None:
    record(ledger, report("Idris Baro joined the Northern Front. Omar Dost joined the Hill Council."))
    with pytest.raises(NotFound, match="no actor called 'Idriss Barro'") as missed:
        ledger.view().find("Idriss Barro")
    assert missed.value.suggestions == ("Idris Baro",)
    assert missed.value.hint == "did you mean Idris Baro?"
    with pytest.raises(NotFound) as nothing:
        ledger.view().find("Xxqzw")
    assert nothing.value.suggestions == ()


def test_several_actors_may_bear_a_name_the_one_with_most_claims_first(ledger: Ledger) -> None:
    once = report("Abu Bakr joined the Front.", name="once")
    twice = report("Abu Bakr leads the Front. Abu Bakr joined the Council.", name="twice")
    record(ledger, once, twice)
    found = ledger.view().find("Abu Bakr")
    assert [actor.id for actor in found] == [minted_actor_id(each.document.id, "Abu Bakr") for each in (twice, once)]
    assert found[0].kind is Kind.PERSON
    assert [actor.id for actor in ledger.view().find("Abu Bakr", Kind.PERSON)] == [actor.id for actor in found]
    with pytest.raises(NotFound, match="Abu Bakr is a person, and no group called 'Abu Bakr' is in the ledger"):
        ledger.view().find("Abu Bakr", Kind.GROUP)


def test_a_name_that_was_told_of_later_only_is_said_not_to_be_in_the_reports_of_that_day(ledger: Ledger) -> None:
    record(ledger, report("Idris Baro joined the Northern Front.", published="2015-06-01"))
    with pytest.raises(NotFound, match="told of in reports that were out by 2014-12-31"):
        ledger.view(published_by="2014").find("Idris Baro")


def test_an_actor_has_one_id_or_is_not_found(ledger: Ledger) -> None:
    made = report("Idris Baro joined the Front.")
    record(ledger, made)
    id = minted_actor_id(made.document.id, "Idris Baro")
    assert ledger.view().actor(id).name == "Idris Baro"
    with pytest.raises(NotFound, match="act-nobody"):
        ledger.view().actor("act-nobody")


def test_the_view_is_what_answers_are_given(ledger: Ledger) -> None:
    view: View = ledger.view()
    assert isinstance(view, LedgerView)


def test_a_resolved_name_shows_in_every_answer_and_its_old_id_leads_on(ledger: Ledger) -> None:
    one = report("Idris Baro joined the Front.", name="one")
    two = report("Col Baro leads the Front.", name="two")
    record(ledger, one, two)
    old = minted_actor_id(two.document.id, "Col Baro")
    rows = (
        IdentityRow(each.document.id, name, "Q1", Kind.PERSON, "Idris Baro", "the full name and the group agree")
        for each, name in ((one, "Idris Baro"), (two, "Col Baro"))
    )
    assert resolved(ledger, rows)
    view = ledger.view()
    assert view.actor("Q1").other_names == ("Col Baro",)
    assert view.actor(old) == view.actor("Q1")
    assert len(said(view, actors=["Q1"])) == len(said(view, actors=[old])) == 2
    assert [actor.id for actor in view.find("Idris Baro")] == ["Q1"]
    assert view.claims(actors=["Q1"])[0].actor_ids[0] == ("actor", "Q1")


def judged(ledger: Ledger, act: str, *subjects: str) -> str:
    """Records a judgement; gives its id."""
    judgement = Judgement(act, subjects, "an editor", f"2024-07-{len(list(ledger.judgements())) + 1:02d}", "why not")
    ledger.judge(judgement)
    return judgement.id


def test_a_retracted_document_counts_no_more_until_that_is_undone(ledger: Ledger) -> None:
    one = report("Idris Baro joined the Front.", publisher="The Wire", published="2024-03-14")
    record(ledger, one, report("Omar Dost joined the Council.", publisher="The Paper"))
    before = ledger.view()
    retraction = judged(ledger, "retract", one.document.id)
    assert said(ledger.view()) == ["Omar Dost joined the Council."]
    assert ledger.view().coverage() == Coverage(1, 1, ("The Paper",), undated=1)
    assert ledger.view().superseded() == []
    assert len(said(before)) == 2
    undoing = judged(ledger, "undo", retraction)
    assert len(said(ledger.view())) == 2
    judged(ledger, "undo", undoing)
    assert len(said(ledger.view())) == 1
    assert ledger.check() == []


def test_a_rejected_claim_is_not_seen_until_it_is_accepted(ledger: Ledger) -> None:
    made = report("Idris Baro joined the Front. Omar Dost joined the Council.")
    record(ledger, made)
    wrong = made.claims[0].id
    judged(ledger, "reject", wrong)
    assert said(ledger.view()) == ["Omar Dost joined the Council."]
    assert ledger.view().coverage().claims == 1
    accepting = judged(ledger, "accept", wrong, made.claims[1].id)
    assert len(said(ledger.view())) == 2
    judged(ledger, "undo", accepting)
    assert len(said(ledger.view())) == 1
    assert len(said(ledger.view(recorded_by=ledger.claim(wrong).recorded))) == 2


def test_any_number_of_claims_may_be_rejected(ledger: Ledger) -> None:
    made = report(" ".join(f"Man {number} joined the Front." for number in range(2_000)))
    record(ledger, made)
    judged(ledger, "reject", *(claim.id for claim in made.claims[1:]))
    assert [each.claim for each in ledger.view().claims()] == made.claims[:1]


def test_an_undoing_that_comes_before_what_it_names_undoes_nothing(ledger: Ledger) -> None:
    made = report("Idris Baro joined the Front.")
    record(ledger, made)
    rejection = Judgement("reject", (made.claims[0].id,), "an editor", "2024-07-01")
    ledger.judge(Judgement("undo", (rejection.id,), "an editor", "2024-06-01"), rejection)
    assert said(ledger.view()) == []
