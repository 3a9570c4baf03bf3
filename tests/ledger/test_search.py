"""Full-text search, on every store."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegiance.errors import BadQuery, LedgerError
from allegiance.fulltext import CLOSE, OPEN, Found, Sought, query_of
from allegiance.ledger import IdentityRow, Ledger, LedgerView, StandingRow, open_ledger
from allegiance.model import Appearance, Judgement, Kind, Standing
from ledger.made import Report, report, resolved

RIVER = report(
    "Rain fell. Idris Baro joined the River Brigade. The council was silent.",
    "river",
    published="2024-03-01",
    publisher="The Wire",
    title="A man goes over",
)
LAKE = report("Omar Dost leads the Lake Council.", "lake", published="2024-04-01", publisher="Lake Herald")
OTHER = report("Иванов joined the River Brigade. He said so.", "other", published="2024-05", publisher="The Wire")


def filled(ledger: Ledger, *reports: Report) -> Ledger:
    with ledger.batch() as batch:
        for each in reports or (RIVER, LAKE, OTHER):
            each.into(batch)
    return ledger


def search(view: LedgerView, asked: str, **told: object) -> Found:
    return view.search(replace(Sought(query_of(asked)), **told))  # type: ignore[arg-type]


def texts(found: Found) -> list[str]:
    return [text.appearance.name for text in found.texts]


def sentences(found: Found) -> list[str]:
    return [claim.recorded.sentence for claim in found.claims]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("council", {"river", "lake"}),
        ("council -lake", {"river"}),
        ('"river brigade"', {"river", "other"}),
        ("rain OR lake", {"river", "lake"}),
        ("brig*", {"river", "other"}),
        ("ivanov", {"other"}),
        ("ИВАНОВ", {"other"}),
        ("goes over", {"river"}),
        ('"over the"', set()),
        ("wire", {"river", "other"}),
        ("wire rain", {"river"}),
        ("herald dost", {"lake"}),
        ("nobody", set()),
    ],
)
def test_documents_are_found_by_title_text_and_publisher(ledger: Ledger, asked: str, wanted: set[str]) -> None:
    assert set(texts(search(filled(ledger).view(), asked))) == wanted


def test_a_document_is_shown_as_it_appeared_with_the_words_marked(ledger: Ledger) -> None:
    (text,) = search(filled(ledger).view(), "baro joined").texts
    assert text.document == RIVER.document.id
    assert (text.appearance.publisher, text.appearance.published) == ("The Wire", "2024-03-01")
    assert f"Rain fell. Idris {OPEN}Baro{CLOSE} {OPEN}joined{CLOSE} the" in text.snippet


def test_what_fits_best_stands_first_and_titles_before_all(ledger: Ledger) -> None:
    often = report("Snow. Snow came with snow, and snow upon it.", "often")
    once = report("Snow came. " + "The road was long and the day was short. " * 20, "once")
    titled = report("It was cold, and the road was long. One word of snow. " * 3, "titled", title="Snow")
    found = search(filled(ledger, once, often, titled).view(), "snow")
    assert texts(found) == ["titled", "often", "once"]
    assert texts(search(ledger.view(), "snow", limit=2)) == ["titled", "often"]


def test_claims_are_found_by_their_sentence_and_their_names(ledger: Ledger) -> None:
    view = filled(ledger).view()
    both = ["Idris Baro joined the River Brigade.", "Иванов joined the River Brigade."]
    assert sorted(sentences(search(view, "joined river"))) == both
    assert sentences(search(view, "dost")) == ["Omar Dost leads the Lake Council."]
    assert sentences(search(view, "rain")) == []
    assert sentences(search(view, "council -dost")) == []
    assert sentences(search(view, "brigade", types=("post",))) == []
    typed = search(view, "council OR brigade", types=("post",))
    assert (texts(typed), sentences(typed)) == ([], ["Omar Dost leads the Lake Council."])


def test_claims_are_found_under_every_name_of_their_actors(ledger: Ledger) -> None:
    filled(ledger)
    baro = IdentityRow(RIVER.document.id, "Idris Baro", "Q1", Kind.PERSON, "Idris Baro")
    other = IdentityRow(OTHER.document.id, "Иванов", "Q3", Kind.PERSON, "Иванов")
    dost = IdentityRow(LAKE.document.id, "Omar Dost", "Q2", Kind.PERSON, "Omar Dost")
    listed = IdentityRow("", "Abu Layth", "Q2", Kind.PERSON, "Omar Dost")
    assert resolved(ledger, [baro, other, dost, listed])
    then = list(ledger.entries())[-1].recorded
    ledger.judge(Judgement("same", ("Q1", "Q3"), "Ana", "2024-08-02", "he says so"))
    assert resolved(ledger, [replace(other, actor="Q1", display="Idris Baro")])
    view = ledger.view()
    assert set(sentences(search(view, "ivanov brigade"))) == {
        "Idris Baro joined the River Brigade.",
        "Иванов joined the River Brigade.",
    }
    because = {claim.recorded.sentence: claim.because for claim in search(view, "ivanov").claims}
    assert because["Idris Baro joined the River Brigade."] == "Idris Baro is also called Иванов"
    assert because["Иванов joined the River Brigade."] == ""
    (claim,) = search(view, '"abu layth" leads').claims
    assert claim.because == "Omar Dost is also called Abu Layth"
    assert texts(search(view, '"abu layth"')) == []
    assert sentences(search(view, "council -layth")) == []
    # Who he is was not known then.
    before = search(ledger.view(recorded_by=then), "ivanov")
    assert sentences(before) == ["Иванов joined the River Brigade."]


def test_both_clocks_and_the_days_are_kept_to(ledger: Ledger) -> None:
    filled(ledger)
    assert texts(search(ledger.view(published_by="2024-03-15"), "brigade OR council")) == ["river"]
    assert sentences(search(ledger.view(published_by="2024-03-15"), "joined")) == [
        "Idris Baro joined the River Brigade."
    ]
    then = list(ledger.entries())[-1].recorded
    late = report("Late, a River Brigade was seen.", "late", published="2024-03-02", publisher="Late Wire")
    filled(ledger, late)
    assert "late" not in texts(search(ledger.view(recorded_by=then), "river"))
    assert "late" in texts(search(ledger.view(), "river"))
    assert set(texts(search(ledger.view(), "river", since="2024-03-02"))) == {"late", "other"}
    assert set(texts(search(ledger.view(), "river OR lake", until="2024-04"))) == {"late", "river", "lake"}
    assert texts(search(ledger.view(), "river", publishers=("Late Wire",))) == ["late"]
    assert sentences(search(ledger.view(), "joined", since="2024-04")) == ["Иванов joined the River Brigade."]
    with ledger.batch() as batch:
        batch.add(RIVER.document, replace(RIVER.appearance, title="Defector", published="2024-06", publisher="Echo"))
    assert texts(search(ledger.view(), "defector")) == ["river"]
    assert texts(search(ledger.view(published_by="2024-05"), "defector")) == []


def test_what_was_replaced_or_withdrawn_is_not_found(ledger: Ledger) -> None:
    old = report("Idris Baro joined the Hill Guard.", "old", published="2024-03-01", url="https://wire.example/1")
    new = report("Nobody went to the Hill.", "new", published="2024-03-02", url="https://wire.example/1")
    filled(ledger, old, new, LAKE)
    assert texts(search(ledger.view(), "hill")) == ["new"]
    assert sentences(search(ledger.view(), "hill")) == []
    assert texts(search(ledger.view(published_by="2024-03-01"), "hill")) == ["old"]
    ledger.judge(Judgement("retract", (LAKE.document.id,), "Ana", "2024-08-02", "withdrawn"))
    assert search(ledger.view(), "lake") == Found()
    ledger.judge(Judgement("reject", (RIVER.claims[0].id,), "Ana", "2024-08-02", "wrong"))
    filled(ledger, RIVER)
    assert (texts(search(ledger.view(), "baro")), sentences(search(ledger.view(), "baro"))) == (["river"], [])


def test_nothing_is_found_by_a_name_that_is_withheld(ledger: Ledger) -> None:
    crowd = report(
        "Amadou Sall joined the River Brigade. Idris Baro leads the River Brigade. Sall wept.", "crowd", title="Sall"
    )
    filled(ledger, crowd)
    rows = [
        IdentityRow(crowd.document.id, "Amadou Sall", "Q5", Kind.PERSON, "Amadou Sall"),
        IdentityRow(crowd.document.id, "Idris Baro", "Q1", Kind.PERSON, "Idris Baro"),
        IdentityRow("", "Little Cat", "Q5", Kind.PERSON, "Amadou Sall"),
    ]
    assert resolved(ledger, rows, [StandingRow("Q5", Standing.PRIVATE, "a relative")])
    for asked in ("sall", '"amadou sall"', "amadou brigade", "sall OR amadou", '"little cat"', "sal*"):
        assert search(ledger.view(), asked) == Found(), asked
        assert search(ledger.view(recorded_by="2030-01-01"), asked) == Found(), asked
    assert texts(search(ledger.view(), "brigade")) == ["crowd"]
    shown = search(ledger.view(), "joined brigade").claims
    assert [claim.recorded.claim.name("actor") for claim in shown] == ["a private person"]
    assert sentences(search(ledger.view(), "baro")) == ["Idris Baro leads the River Brigade."]
    # Nor is it seen by what it would leave out.
    for asked in (
        "brigade -sall",
        'brigade -"amadou sall"',
        'brigade -"sall joined"',
        "brigade -sal*",
        "brigade -amad*",
    ):
        for view in (ledger.view(), ledger.view(recorded_by="2030-01-01")):
            assert search(view, asked) == search(view, "brigade"), asked
        assert texts(search(ledger.view(veiled=False), asked)) == [], asked
    assert texts(search(ledger.view(), "brigade -baro")) == texts(search(ledger.view(), "brigade -wept")) == []
    assert sentences(search(ledger.view(veiled=False), "sall")) == ["Amadou Sall joined the River Brigade."]


def test_a_phrase_is_found_wherever_it_stands_in_a_long_report(ledger: Ledger) -> None:
    filler = "The road was long and the day was short. " * 900
    long = report(f"{filler}Then came the amber column. {filler}A second amber word.", "long", publisher="The Wire")
    filled(ledger, long, LAKE)
    found = search(ledger.view(), '"amber column" wire')
    assert texts(found) == ["long"]
    assert f"{OPEN}amber column{CLOSE}" in found.texts[0].snippet
    assert texts(search(ledger.view(), "amber -column")) == []
    assert ledger.check() == []


def test_the_words_are_derived_from_the_log_and_a_rebuild_answers_the_same(ledger: Ledger) -> None:
    filled(ledger)
    asked = ("council", '"river brigade"', "ivanov", "joined", "wire -rain")
    before = [search(ledger.view(), each) for each in asked]
    assert any(found.texts for found in before) and any(found.claims for found in before)
    ledger.rebuild()
    assert [search(ledger.view(), each) for each in asked] == before
    assert ledger.check() == []


def test_words_that_are_missing_are_reported(ledger: Ledger) -> None:
    filled(ledger)
    with ledger._database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE texts")
        from allegiance.ledger import tables

        tables.texts.create(connection)
    assert {problem.code for problem in ledger.check()} == {"derived"}


@pytest.fixture(scope="module")
def kept(fresh: Callable[[], str]) -> str:
    address = fresh()
    with open_ledger(address) as made:
        filled(made)
    return address


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.text(alphabet=st.sampled_from("aberi v\"*-ORNEAR|&!()<>:;'\\\0{}^~%_é王"), max_size=40))
def test_no_line_that_can_be_typed_breaks_a_search(kept: str, asked: str) -> None:
    try:
        query = query_of(asked)
    except BadQuery:
        return
    with open_ledger(kept) as ledger:
        found = ledger.view().search(Sought(query))
    assert len(found.texts) <= 10


def test_a_python_without_full_text_search_is_told_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Bare(sqlite3.Connection):
        def execute(self, sql: str, *given: object) -> sqlite3.Cursor:
            if "fts5" in sql:
                raise sqlite3.OperationalError("no such module: fts5")
            return super().execute(sql, *given)  # type: ignore[arg-type]

    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *at, **more: real(*at, **more, factory=Bare))
    with pytest.raises(LedgerError, match="without FTS5") as refused:
        open_ledger(f"sqlite:///{tmp_path}/a.db")
    assert "PostgreSQL" in refused.value.hint


def test_an_appearance_without_text_words_or_title_is_no_trouble(ledger: Ledger) -> None:
    bare = report("—", "bare")
    with ledger.batch() as batch:
        batch.add(bare.document, Appearance(bare.document.id, "bare"))
    assert search(ledger.view(), "bare") == Found()
    assert ledger.check() == []
