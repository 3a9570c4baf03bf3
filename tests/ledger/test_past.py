"""Whatever was once answered can be answered again, whatever was read, joined, parted or hidden since."""

from __future__ import annotations

from dataclasses import replace

import pytest

from allegiance.errors import NotFound, Withheld
from allegiance.ledger import IdentityRow, Ledger, LedgerView, Resolution, StandingRow
from allegiance.model import Actor, Judgement, Kind, Standing, minted_actor_id
from ledger.made import Report, report, resolved

ONE = report("Idris Baro joined the Front. Omar Dost leads the Council.", "one", published="2024-03-01")
TWO = report("Abu Layth leads the Front.", "two", published="2024-03-02")


def record(ledger: Ledger, *reports: Report) -> None:
    with ledger.batch() as batch:
        for each in reports:
            each.into(batch)


def joined(*uses: tuple[Report, str], actor: str = "Q1", display: str = "Idris Baro") -> list[IdentityRow]:
    """That these names stand for one man."""
    return [IdentityRow(each.document.id, name, actor, Kind.PERSON, display, "a test") for each, name in uses]


def time_of(ledger: Ledger) -> str:
    """When the last entry was recorded."""
    return list(ledger.entries())[-1].recorded


def told(view: LedgerView, name: str) -> list[tuple[Actor, list[str]]]:
    """Whom a view finds by a name, and the sentences that tell of each."""
    return [(actor, [each.sentence for each in view.claims(actors=[actor.id])]) for actor in view.find(name)]


def everything(view: LedgerView) -> object:
    return view.claims(), view.coverage(), told(view, "Baro"), told(view, "Front"), view.superseded()


def test_an_answer_is_had_again_after_a_merge_a_correction_and_another_reading(ledger: Ledger) -> None:
    record(ledger, ONE, TWO)
    resolved(ledger, joined((ONE, "Idris Baro")), anew=True)
    before, then = everything(ledger.view()), time_of(ledger)

    ledger.judge(Judgement("reject", (ONE.claims[1].id,), "an editor", "2024-08-01"))
    resolved(ledger, joined((ONE, "Idris Baro"), (TWO, "Abu Layth"), display="Col. Idris Baro"), anew=True)
    record(ledger, replace(TWO, reading=replace(TWO.reading, reader="test-reader 2", at="2025-01-01", findings=())))
    record(ledger, report("Idris Baro leads the Front.", "three"))
    resolved(ledger, [], anew=True)

    assert everything(ledger.view()) != before
    assert everything(ledger.view(recorded_by=then)) == before
    assert ledger.view(recorded_by=then).actor("Q1").name == "Idris Baro"
    with pytest.raises(NotFound):
        ledger.view().actor("Q1")


def test_a_view_keeps_to_who_was_who_when_it_was_made(ledger: Ledger) -> None:
    record(ledger, ONE, TWO)
    resolved(ledger, [], anew=True)
    view = ledger.view()
    before = everything(view)
    ledger.judge(Judgement("same", ("act-1", "act-2"), "an editor", "2024-08-01"))
    resolved(ledger, joined((ONE, "Idris Baro"), (TWO, "Abu Layth")), anew=True)
    assert everything(view) == before


def test_an_id_of_today_leads_to_whom_its_name_stood_for_then(ledger: Ledger) -> None:
    record(ledger, ONE, TWO)
    resolved(ledger, [], anew=True)
    older = minted_actor_id(TWO.document.id, "Abu Layth")
    then = time_of(ledger)
    ledger.judge(Judgement("same", ("act-1", "act-2"), "an editor", "2024-08-01"))
    resolved(ledger, joined((ONE, "Idris Baro"), (TWO, "Abu Layth"), actor=older), anew=True)
    assert len(ledger.view().claims(actors=[older])) == 2
    assert len(ledger.view(recorded_by=then).claims(actors=[older])) == 1


def test_a_name_that_is_resolved_for_the_first_time_is_so_from_its_reading_on(ledger: Ledger) -> None:
    record(ledger, ONE)
    first = time_of(ledger)
    record(ledger, TWO)
    resolved(ledger, joined((ONE, "Idris Baro"), (TWO, "Abu Layth")), anew=True)
    then = ledger.view(recorded_by=first)
    assert then.find("Idris Baro") == [Actor("Q1", Kind.PERSON, "Idris Baro")]
    assert ledger.view().find("Idris Baro") == [Actor("Q1", Kind.PERSON, "Idris Baro", ("Abu Layth",))]
    with pytest.raises(NotFound):
        then.find("Abu Layth")


def test_an_actor_who_comes_and_goes_is_there_when_he_was(ledger: Ledger) -> None:
    record(ledger, ONE)
    times: list[str] = []
    for number, rows in enumerate((joined((ONE, "Idris Baro")), [], joined((ONE, "Idris Baro"), display="He"))):
        ledger.judge(Judgement("accept", (f"clm-{number}",), "an editor", "2024-08-01"))
        resolved(ledger, rows, anew=True)
        times.append(time_of(ledger))
    names = [[actor.name for actor, _ in told(ledger.view(recorded_by=time), "Idris Baro")] for time in times]
    ids = [[actor.id for actor, _ in told(ledger.view(recorded_by=time), "Idris Baro")] for time in times]
    assert names == [["Idris Baro"], ["Idris Baro"], ["He"]]
    assert ids == [["Q1"], [minted_actor_id(ONE.document.id, "Idris Baro")], ["Q1"]]


def test_of_two_who_resolved_at_once_the_one_who_knew_less_does_not_undo_the_other(ledger: Ledger) -> None:
    record(ledger, ONE)
    less = ledger.working.news("rules", 100)
    record(ledger, TWO)
    assert resolved(ledger, joined((ONE, "Idris Baro"), (TWO, "Abu Layth")))
    assert not ledger.working.keep(Resolution(less, tuple(joined((ONE, "Idris Baro"))), (), ()))
    assert len(ledger.view().claims(actors=["Q1"])) == 2


def test_a_name_that_is_hidden_now_is_hidden_in_views_of_the_past(ledger: Ledger) -> None:
    record(ledger, ONE, TWO)
    resolved(ledger, joined((ONE, "Idris Baro")), anew=True)
    then = time_of(ledger)
    ledger.judge(Judgement("minor", ("Q2",), "an editor", "2024-08-01"))
    stands = [StandingRow("Q2", Standing.MINOR, "the panel gives his age")]
    resolved(ledger, joined((ONE, "Idris Baro"), actor="Q2"), stands, anew=True)
    past = ledger.view(recorded_by=then)
    with pytest.raises(Withheld):
        past.find("Idris Baro")
    assert past.actor("Q1") == Actor("Q1", Kind.PERSON, "a minor")
    assert past.standing("Q1").standing is Standing.MINOR
    assert [each.claim.name("actor") for each in past.claims(types=["join"])] == ["a minor"]
    assert ledger.view(recorded_by=then, veiled=False).actor("Q1").name == "Idris Baro"


def test_a_view_that_was_open_before_names_were_resolved_hides_what_is_hidden_now(ledger: Ledger) -> None:
    record(ledger, ONE)
    views = [ledger.view(), ledger.view(recorded_by=time_of(ledger)), ledger.view(veiled=False)]
    assert [each.claim.name("actor") for view in views for each in view.claims(types=["join"])] == ["Idris Baro"] * 3
    own = minted_actor_id(ONE.document.id, "Idris Baro")
    assert [len(view.claims(actors=[own])) for view in views] == [1, 1, 1]
    resolved(ledger, joined((ONE, "Idris Baro")), [StandingRow("Q1", Standing.PRIVATE, "no role")])
    told = [each.claim.name("actor") for view in views for each in view.claims(actors=[own])]
    assert told == ["a private person", "a private person", "Idris Baro"]


def test_a_name_that_was_hidden_then_stays_hidden_in_views_of_that_time(ledger: Ledger) -> None:
    record(ledger, ONE, TWO)
    private = [StandingRow("Q1", Standing.PRIVATE, "no role")]
    resolved(ledger, joined((ONE, "Idris Baro")), private, anew=True)
    then = time_of(ledger)
    ledger.judge(Judgement("public", ("Q1",), "an editor", "2024-08-01"))
    resolved(ledger, joined((ONE, "Idris Baro")), anew=True)
    assert ledger.view().actor("Q1").name == "Idris Baro"
    assert ledger.view(recorded_by=then).actor("Q1").name == "a private person"
