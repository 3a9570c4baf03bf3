"""What views rest on by the end of each day, counted for all days at once, is what each of them counts by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.ledger import Ledger, covering, open_ledger
from allegiance.model import Appearance, Document, Judgement
from ledger.made import READER, Report, report
from ledger.test_given import JOINED, LEFT, MADE, add, correct, record

URLS = ("", "", "https://a.example/1", "https://b.example/2")
DATES = ("", "2024", "2024-02~", "2024-03", "2024-03-14", "2024-03-14", "2024-03-16")
DAYS = ("2023-12-31", "2024-03-13", "2024-03-14", "2024-03-15", "2024-03-31", "2024-05-01", "2024-12-31", "2030-01-01")


@st.composite
def appeared(draw: st.DrawFn) -> list[Report]:
    """Up to eight reports of a few texts, some of them at one url, some of them without a date, some not read."""
    made = []
    for number in range(draw(st.integers(1, 8))):
        told = {
            "published": draw(st.sampled_from(DATES)),
            "publisher": draw(st.sampled_from(("", "The Wire", "The Paper"))),
            "url": draw(st.sampled_from(URLS)),
            "retrieved": draw(st.sampled_from(("2024-03-15T12:00:00Z", f"2024-05-01T12:00:0{number}Z"))),
        }
        man = draw(st.sampled_from(("Idris Baro", "Omar Dost", "Omar Khan")))
        made.append(report(f"{man} joined the Front. {man} leads the Front.", f"report-{number}", **told))
    return made


def agree(ledger: Ledger) -> None:
    for day in DAYS:
        view = ledger.view(published_by=day)
        with ledger._database.reading() as connection:
            assert view.coverage() == covering.coverage(connection, view._scope), day


@given(given=appeared(), unread=st.sets(st.integers(0, 7)), judged=st.lists(st.integers(0, 15), max_size=3))
@settings(max_examples=40, deadline=None)
def test_every_day_rests_on_what_it_would_count_by_itself(
    fresh: Callable[[], str], given: list[Report], unread: set[int], judged: list[int]
) -> None:
    with open_ledger(fresh()) as ledger:
        with ledger.batch() as batch:
            for number, each in enumerate(given):
                batch.add(each.document, each.appearance, None if number in unread else each.reading)
        agree(ledger)
        claims = [claim for each in given for claim in each.claims]
        chosen = [claims[number % len(claims)] for number in judged]
        rejected = (Judgement("reject", (one.id,), "Ana", "2024-07-01") for one in chosen[:2])
        retracted = (Judgement("retract", (one.document,), "Ana", "2024-07-01") for one in chosen[2:])
        ledger.judge(*rejected, *retracted)
        agree(ledger)


def test_what_people_gave_counts_and_what_they_corrected_does_not(ledger: Ledger) -> None:
    record(ledger, MADE)
    agree(ledger)
    ledger.give(add(LEFT), LEFT)
    right = replace(JOINED, when="2024-03")
    ledger.give(correct(JOINED, right), right)
    agree(ledger)


def test_what_is_recorded_meanwhile_is_counted(ledger: Ledger) -> None:
    bengali = Document("সে গেল।", "bn")
    with ledger.batch() as batch:
        batch.add(bengali, Appearance(bengali.id, "a", "2024-03-14"))
    agree(ledger)
    before = ledger.view(published_by="2024-03-15")
    record(ledger, report("Idris Baro joined the Front.", published="2024-03-14", publisher="The Wire", reader=READER))
    agree(ledger)
    assert ledger.view(published_by="2024-03-15").coverage().claims == 1
    assert before.coverage().claims == 0
    assert before.coverage().unread_languages == (("bn", 1),)
