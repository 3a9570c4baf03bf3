from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from allegiance.errors import BadClaim, LedgerError, NotFound
from allegiance.ledger import Added, Entry, Ledger, open_ledger, read_entry
from allegiance.model import (
    Appearance,
    Certainty,
    Claim,
    Document,
    Filler,
    Finding,
    Judgement,
    Kind,
    Mark,
    Phase,
    Reading,
    Span,
)
from ledger.made import READER, Ticking, report

BARO = "Idris Baro joined the River Brigade. Omar Dost leads the Northern Front."


def test_what_is_recorded_comes_back_word_for_word(ledger: Ledger) -> None:
    text = "Page one.\n\x00 حافظ سعيد 🏴 left.\r\nHe had led the Front's 16th\u2028column."
    document = Document(text, "en", (Mark("page", "1", 0), Mark("page", "2", 20), Mark("paragraph", "7", 20)))
    appearance = Appearance(
        document.id,
        "a",
        "2024-03",
        "The Wire",
        "A. B.",
        "“Left”",
        "https://x.example/?a=1",
        "u",
        "p",
        "2024-05-01T00:00:00Z",
    )
    claim = Claim(
        document=document.id,
        type="post",
        roles=(
            Filler("person", "حافظ سعيد", "He", Kind.PERSON),
            Filler("group", "Front", "Front"),
            Filler("role", "leader", "had led"),
        ),
        evidence=Span(text.index("He had"), len(text)),
        when="../2024-03~",
        reckoned_from="2024-03-14",
        where="the valley",
        phase=Phase.FORMER,
        sources=("the army", "The Wire"),
        certainty=Certainty.DOUBTED,
        rank="Col.",
        count=(0, 3),
    )
    reading = Reading(
        document.id,
        READER,
        "2024-06-01T00:00:00Z",
        (Finding(claim, "lead-2", (("rule", "x"), ("a", "b"))),),
        ("a note",),
    )
    with ledger.batch() as batch:
        batch.add(document, appearance, reading)

    assert ledger.document(document.id) == document
    assert ledger.appearances(document.id) == (appearance,)
    recorded = ledger.claim(claim.id)
    assert recorded.claim == claim
    assert recorded.sentence == text[claim.evidence.start :]
    assert (recorded.reader, recorded.frame, recorded.place) == (READER, "lead-2", "p. 2, para. 7")
    assert recorded.appearance == appearance
    assert recorded.recorded == "2024-07-01T00:00:01.000000+00:00"
    assert [read_entry(entry.kind, entry.payload) for entry in ledger.entries()] == [document, appearance, reading]


def test_the_log_numbers_its_entries_without_a_gap_and_its_time_never_runs_back(store: Callable[[str], str]) -> None:
    clock = Ticking("2024-07-01T00:00:00+00:00")
    with open_ledger(store("a"), clock=clock) as ledger:
        for number in range(3):
            with ledger.batch() as batch:
                report(f"Man {number} joined the River Brigade.").into(batch)
        clock.time = clock.time.replace(year=2020)
        ledger.judge(Judgement("accept", ("clm-1",), "an editor", "2024-07-01"))
        entries = list(ledger.entries())
    assert [entry.seq for entry in entries] == list(range(1, 11))
    assert [entry.recorded for entry in entries] == sorted(entry.recorded for entry in entries)


def test_the_same_again_adds_nothing(ledger: Ledger) -> None:
    one = report(BARO)
    with ledger.batch() as batch:
        assert batch.add(one.document, one.appearance, one.reading) == Added(1, 1, 1, 2)
        assert batch.add(one.document, one.appearance, one.reading) == Added()
    assert batch.added == Added(1, 1, 1, 2)
    before = list(ledger.entries())
    with ledger.batch() as batch:
        assert not batch.add(one.document, one.appearance, one.reading)
    assert not batch.added
    assert list(ledger.entries()) == before


def test_a_wire_story_in_three_papers_is_one_document_with_three_appearances(ledger: Ledger) -> None:
    days = {"The Late": "2024-03-16", "The Undated": "", "The Early": "2024-03", "The Middle": "2024-03-14"}
    with ledger.batch() as batch:
        for publisher, day in days.items():
            added = batch.add(*_parts(BARO, publisher=publisher, published=day))
    assert added == Added(appearances=1)
    claims = ledger.view().claims()
    assert len(claims) == 2
    publishers = [appearance.publisher for appearance in claims[0].appearances]
    assert publishers == ["The Early", "The Middle", "The Late", "The Undated"]
    assert [each.publisher for each in ledger.appearances(claims[0].claim.document)] == publishers


def _parts(text: str, **told: str) -> tuple[Document, Appearance, Reading]:
    made = report(text, **told)
    return made.document, made.appearance, made.reading


def test_work_that_is_done_is_known(ledger: Ledger) -> None:
    one = report(BARO)
    assert not ledger.has_reading(one.document.id, READER)
    with ledger.batch() as batch:
        batch.add(one.document, one.appearance)
    assert not ledger.has_reading(one.document.id, READER)
    with ledger.batch() as batch:
        one.into(batch)
    assert ledger.has_reading(one.document.id, READER)
    assert not ledger.has_reading(one.document.id, "test-reader 2")


def test_what_a_reading_left_open_is_told_of_the_newest_by_a_program(ledger: Ledger) -> None:
    one = report(BARO)
    assert ledger.notes(one.document.id) == ()
    for number, notes in enumerate((("0 to 2: whom 'He' means",), ("one", "two")), 1):
        with ledger.batch() as batch:
            reading = Reading(one.document.id, f"{READER}{number}", f"2026-01-0{number}T00:00:00Z", (), notes)
            batch.add(one.document, one.appearance, reading)
        assert ledger.notes(one.document.id) == notes


def test_what_does_not_belong_together_is_not_recorded(ledger: Ledger) -> None:
    one, other = report(BARO), report("Omar Dost joined the Hill Council.")
    with ledger.batch() as batch:
        with pytest.raises(BadClaim, match="appearance speaks of"):
            batch.add(one.document, other.appearance)
        with pytest.raises(BadClaim, match="reading speaks of"):
            batch.add(one.document, one.appearance, other.reading)
        beyond = Claim(one.document.id, "death", (Filler("person", "Omar Dost"),), Span(60, 500))
        with pytest.raises(BadClaim, match="does not lie in the text"):
            batch.add(one.document, one.appearance, Reading(one.document.id, READER, "", (Finding(beyond),)))
        with pytest.raises(LedgerError, match="surrogate"):
            batch.add(*_parts("Idris \ud800 joined the River Brigade."))
    assert list(ledger.entries()) == []


def test_an_error_inside_a_batch_keeps_what_was_added_before_it(ledger: Ledger) -> None:
    one = report(BARO)
    with pytest.raises(ZeroDivisionError), ledger.batch() as batch:
        one.into(batch)
        raise ZeroDivisionError
    assert ledger.document(one.document.id) == one.document


def test_many_that_are_recorded_together_are_recorded_as_one_by_one(store: Callable[[str], str]) -> None:
    many = [report(f"Man {number} joined the Front.", f"report-{number}") for number in range(120)]
    given: list[tuple[Document, Appearance, Reading | None]]
    given = [(one.document, one.appearance, one.reading) for one in many]
    given += [(one.document, Appearance(one.document.id, "again"), None) for one in (many[0], many[60], many[119])]
    with (
        open_ledger(store("together"), clock=Ticking()) as ledger,
        open_ledger(store("by-one"), clock=Ticking()) as other,
    ):
        with ledger.batch() as batch:
            batch.add_all(given)
        with other.batch() as one_by_one:
            for each in given:
                one_by_one.add(*each)
        assert batch.added == one_by_one.added == Added(120, 123, 120, 120)
        assert [one.id for one in ledger.entries()] == [one.id for one in other.entries()]
        assert list(ledger.check()) == []
        with ledger.batch() as again:
            again.add_all(given)
        assert not again.added


def test_what_there_was_before_a_batch_is_looked_through_again_after_it(ledger: Ledger) -> None:
    gc.unfreeze()
    with pytest.raises(BadClaim), ledger.batch() as batch:
        assert gc.get_freeze_count()
        batch.add(report("Idris Baro joined the Front.").document, Appearance("sha256:0", "a"))
    assert not gc.get_freeze_count()


def test_what_others_leave_out_of_that_is_left_out_after_a_batch_too(ledger: Ledger) -> None:
    gc.freeze()
    try:
        with ledger.batch() as batch:
            report("Idris Baro joined the Front.").into(batch)
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()


def test_documents_come_in_the_order_in_which_they_are_asked_for(ledger: Ledger) -> None:
    many = [report(f"Man {number} joined the Front.", published="2024-03") for number in range(230)]
    with ledger.batch() as batch:
        batch.add_all((one.document, one.appearance, one.reading) for one in many)
        batch.add(many[0].document, Appearance(many[0].document.id, "earlier", "2024-02"))
    ledger.redact_document(many[7].document.id, "Ana", "asked to")
    ids = [one.document.id for one in many]
    found = list(ledger.documents([*reversed(ids), "sha256:none"]))
    assert [document for document, _ in found] == [one.document for one in reversed(many) if one is not many[7]]
    assert [appearance.name for _, appearance in found] == ["report"] * 228 + ["earlier"]
    assert list(ledger.documents([])) == []


def test_what_came_before_something_that_cannot_be_is_recorded(ledger: Ledger) -> None:
    good, bad = report("Idris Baro joined the Front."), report("Omar Dost joined the Front.")
    with ledger.batch() as batch:
        with pytest.raises(BadClaim, match="is given with"):
            batch.add_all([(good.document, good.appearance, good.reading), (bad.document, good.appearance, None)])
        assert ledger.view().coverage().documents == 0
    assert batch.added == Added(1, 1, 1, 1)


def test_a_text_that_says_one_word_without_end_is_recorded(ledger: Ledger) -> None:
    one = report("Rain fell. " * 20_000 + "Idris Baro joined the Front.")
    with ledger.batch() as batch:
        one.into(batch)
    assert list(ledger.check()) == []


def test_a_claim_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    made = report(" ".join(f"Man {number} joined the River Brigade." for number in range(40)))
    with ledger.batch() as batch:
        made.into(batch)
    wanted = made.claims[17]
    assert ledger.claim(wanted.id[:14]).claim == wanted
    assert ledger.claim(wanted.id[4:14]).claim == wanted
    with pytest.raises(NotFound, match="several claims begin with") as several:
        ledger.claim("clm-")
    assert set(several.value.suggestions) <= {claim.id for claim in made.claims}
    with pytest.raises(NotFound, match="no claim"):
        ledger.claim("clm-%")


def test_what_is_not_there_is_not_found(ledger: Ledger) -> None:
    for ask in (ledger.document, ledger.appearances):
        with pytest.raises(NotFound, match="sha256:nothing"):
            ask("sha256:nothing")


def test_judgements_come_back_in_their_order_and_once(ledger: Ledger) -> None:
    same = Judgement("same", ("act-1", "act-2"), "an editor", "2024-07-01", "the same wife", "")
    undo = Judgement("undo", (same.id,), "an editor", "2024-07-02", value="{}")
    assert ledger.judge(undo, same, undo) == 2
    assert ledger.judge(same) == 0
    assert list(ledger.judgements()) == [undo, same]


def test_a_claim_that_a_reader_gives_twice_is_seen_once(ledger: Ledger) -> None:
    made = report("Idris Baro joined the River Brigade.")
    twice = Reading(made.document.id, READER, made.reading.at, made.reading.findings * 2)
    with ledger.batch() as batch:
        batch.add(made.document, made.appearance, twice)
    assert [each.claim for each in ledger.view().claims()] == made.claims
    assert ledger.check() == []


def test_the_log_keeps_its_entries_apart_from_what_is_derived(ledger: Ledger) -> None:
    with ledger.batch() as batch:
        report(BARO).into(batch)
    before = list(ledger.entries())
    ledger.rebuild()
    assert list(ledger.entries()) == before
    assert all(isinstance(entry, Entry) for entry in before)


def test_an_address_is_taken_from_the_environment_where_none_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALLEGIANCE_LEDGER", f"sqlite:///{tmp_path}/named here %20?.db")
    open_ledger().close()
    assert (tmp_path / "named here %20?.db").exists()
    monkeypatch.delenv("ALLEGIANCE_LEDGER")
    open_ledger().close()
    assert (tmp_path / "allegiance.db").exists()
    open_ledger("sqlite:///beside.db").close()
    assert (tmp_path / "beside.db").exists()
    open_ledger("bare.db").close()
    assert (tmp_path / "bare.db").exists()
