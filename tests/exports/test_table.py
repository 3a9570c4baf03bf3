"""Tables fit the terminal, say every status in words, and let nothing from a report act on the terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from allegiance.answers.changes import Knowing, changes, touched
from allegiance.answers.dossier import dossier
from allegiance.answers.moves import moves
from allegiance.answers.network import network
from allegiance.answers.roster import roster
from allegiance.answers.timeline import timeline
from allegiance.exports.table import claims_table, write
from allegiance.model import Answer, Coverage, Kind, Row
from answers.fakes import FakeView, named, report, says

SENTENCE = "Désiré Kamoko, deputy chief of staff of the Front, has defected with some 60 of his men to the rival Union."
LONG = f"{SENTENCE} Two security sources and a traditional chief said so on Thursday, and the Union confirmed it."
VIEW = FakeView(
    report(
        "Continental Wire",
        "2019-03-14",
        says("join", actor="Kamoko", from_="Front", to="Union", sources=["two security sources"], sentence=LONG),
        says("join", actor="Kamoko", to="Union", certainty="denied", sources=["the spokesman"]),
        says("post", person="Kamoko", group="Front", role="deputy chief of staff", sentence="Kamoko, the deputy."),
        says("detention", person="Kamoko", by="Army", when="2019-03-01", where="Ndoro"),
        says("killing", victim="Kamoko", by="Army", certainty="denied", when="2019-03"),
    )
)
KAMOKO = named("Kamoko", Kind.PERSON)
ANSWERS = [
    roster(VIEW, named("Front"), "2019-03-14"),
    dossier(VIEW, KAMOKO),
    timeline(VIEW, KAMOKO),
    moves(VIEW, named("Front"), named("Union")),
    network(VIEW, named("Front"), since="2013"),
    changes(Knowing(FakeView()), Knowing(VIEW), touched(FakeView(), VIEW)),
]


def one_row(*fields: tuple[str, str], status: str = "certain") -> Answer:
    return Answer("test", (), (Row(fields, status, ()),), Coverage(1, 1, ("Wire",)))


def test_an_answer_is_a_table_with_its_coverage_under_it() -> None:
    shown = write(one_row(("person", "Baro"), ("role", "emir"), ("sentence", "Baro leads.")), width=60)
    head, rule, body, footer = shown.splitlines()
    assert head.split() == ["person", "status", "role", "sentence"]
    assert set(rule) == {"─"}
    assert body.split() == ["Baro", "certain", "emir", "Baro", "leads."]
    assert footer == "from 1 report by 1 publisher; silence is not absence"


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: str(answer.answer))
@pytest.mark.parametrize("width", [30, 60, 80, 100, 200])
@pytest.mark.parametrize("full", [True, False])
def test_no_line_is_wider_than_the_terminal(answer: Answer, width: int, full: bool) -> None:
    table = write(answer, width=width, full=full).split("not shown for want of width")[0].split("from 1 report")[0]
    assert max(cell_len(line) for line in table.splitlines()) <= width


def test_columns_left_out_are_named_and_the_status_stays() -> None:
    shown = write(ANSWERS[0], width=40)
    assert "not shown for want of width: first attested" in shown
    assert "status" in shown.splitlines()[0] and "disputed" in shown


def test_a_sentence_is_shortened_unless_the_table_is_full() -> None:
    assert "…" in write(ANSWERS[3], width=200) and "confirmed it." not in write(ANSWERS[3], width=200)
    full = write(ANSWERS[3], width=600, full=True)
    assert "the Union confirmed it." in " ".join(full.split()) and "…" not in full
    assert ANSWERS[3].rows[0].claims[0] in full


def test_colour_only_repeats_what_the_words_say() -> None:
    plain_table, coloured = (write(ANSWERS[0], width=100, colour=colour) for colour in (False, True))
    assert "\x1b[" in coloured and "\x1b" not in plain_table
    assert "disputed" in plain_table and "disputed" in coloured


def test_escapes_markup_and_overrides_in_a_report_stay_words() -> None:
    nasty = one_row(("person", "\x1b[31mBaro[bold]x[/bold]\u202e"), ("sentence", "a\nb\x9b2J :warning:"))
    shown = write(nasty, width=80)
    assert "␛[31mBaro[bold]x[/bold]" in shown and ":warning:" in shown
    assert not set(shown) & set("\x1b\x9b\u202e")


def test_an_empty_answer_says_so_and_what_was_covered() -> None:
    empty = Answer("roster", (), (), Coverage(24, 9, ("A", "B"), "2014-03-02", "2021-06-30"), problems=("odd date",))
    assert write(empty) == (
        "nothing found\nodd date\nfrom 24 reports by 2 publishers, 2014-03-02 to 2021-06-30; silence is not absence\n"
    )


def test_a_section_is_named_once() -> None:
    shown = write(ANSWERS[1], width=200)
    assert shown.count("questions") == 1


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: str(answer.answer))
@pytest.mark.parametrize("width", [60, 80, 200])
def test_a_denied_row_never_reads_as_a_fact(answer: Answer, width: int) -> None:
    shown = " ".join(write(answer, width=width).split())
    assert "Kamoko is killed" not in shown and "Kamoko was killed by Army" not in shown.replace(
        "denied: Kamoko was killed", ""
    )
    for row in answer.rows:
        if row.status in ("denied", "disputed") and row.get("type"):
            assert row.status in shown


def test_claims_are_shown_in_words_with_their_certainty_and_sources() -> None:
    shown = claims_table(VIEW.claims(), width=300)
    assert "Kamoko joins Union, from Front" in shown
    assert "denied: Kamoko joined Union" in shown
    assert "two security sources" in shown and "by 2019-03-14" in shown
    assert shown.endswith("5 claims\n")
    assert VIEW.claims()[0].claim.id in claims_table(VIEW.claims(), width=300, full=True)


def test_no_claims_is_said() -> None:
    assert claims_table([]) == "no claims found\n"


@given(st.text(st.characters(codec=None), max_size=60), st.integers(24, 120))
def test_any_text_fits_and_prints(text: str, width: int) -> None:
    shown = write(one_row(("person", text or "x"), ("role", "emir"), ("sentence", text)), width=width)
    shown.encode("utf-8")
    assert max(cell_len(line) for line in shown.split("\nfrom 1 report")[0].split("not shown")[0].splitlines()) <= width
