"""What is told of an actor, in order of time, with the bounds that reports' dates set."""

from __future__ import annotations

import sys
from types import FrameType

from allegiance.answers.timeline import timeline
from allegiance.model import Kind, Row
from answers.fakes import FakeView, Report, named, report, says

BARO = named("Baro", Kind.PERSON)


def rows(*reports: Report) -> list[Row]:
    return list(timeline(FakeView(*reports), BARO).rows)


def told(*reports: Report) -> list[tuple[str, str, str]]:
    """Date, type and status of each row."""
    return [(row.get("date"), row.get("type"), row.status) for row in rows(*reports)]


def test_dated_claims_stand_in_order_of_their_bounds_and_undated_ones_last_with_theirs() -> None:
    assert told(
        report(
            "Wire",
            "2019-03-14",
            says("death", person="Baro"),
            says("join", actor="Baro", to="Union", when="2014-03-05"),
            says("leave", actor="Baro", from_="Front", when="2014"),
            says("pledge", actor="Baro", to="Union", when="2014-03"),
        )
    ) == [
        ("2014", "leave", "stated"),
        ("2014-03", "pledge", "stated"),
        ("2014-03-05", "join", "stated"),
        ("by 2019-03-14", "death", "stated"),
    ]


def test_one_content_key_is_one_row_with_its_reports_listed() -> None:
    (row,) = rows(
        report("Wire", "2014-03-02", says("join", actor="Baro", to="Union", when="2014-03", sources=["the army"])),
        report("Paper", "2014-03-03", says("join", actor="Baro", to="Union", when="2014-03-01", sources=["a chief"])),
        report("Radio", "2014-03-04", says("join", actor="Baro", to="Union", sources=["the army"])),
    )
    assert (row.get("date"), row.get("sources"), len(row.claims)) == ("2014-03-01", "2", 3)
    assert set(row.get("publishers").split("; ")) == {"Wire", "Paper", "Radio"}
    assert row.get("according_to") == "the army; a chief"
    assert "derived: 3 claims" in row.because


def test_who_was_taken_twice_was_taken_twice() -> None:
    assert [
        date
        for date, _, _ in told(
            report("Wire", "2010-02-02", says("detention", person="Baro", when="2010-02-01")),
            report("Wire", "2014-05-02", says("detention", person="Baro", when="2014-05-01")),
            report("Paper", "2014-05-03", says("detention", person="Baro", when="2014-05")),
        )
    ] == ["2010-02-01", "2014-05-01"]


def test_a_man_dies_once_and_dates_that_differ_are_said_to() -> None:
    (row,) = rows(
        report("Wire", "2014-05-02", says("killing", victim="Baro", when="2014-05-01")),
        report("Paper", "2014-06-03", says("killing", victim="Baro", when="2014-06-01")),
    )
    assert row.get("date") == "2014-05-01/2014-06-01"
    assert row.because.endswith("its dates differ: 2014-05-01, 2014-06-01")


def test_rival_accounts_of_a_killing_are_two_rows() -> None:
    assert (
        len(
            rows(
                report("Wire", "2014-05-02", says("killing", victim="Baro", by="Army", when="2014-05-01")),
                report("Paper", "2014-05-02", says("killing", victim="Baro", by="Union", when="2014-05-01")),
            )
        )
        == 2
    )


def test_a_denial_stands_beside_what_it_denies_and_alone_it_is_denied() -> None:
    join = says("join", actor="Baro", to="Union", when="2014-03", sources=["the army"])
    denial = says("join", actor="Baro", to="Union", certainty="denied", sources=["Front"])
    (both,) = rows(report("Wire", "2014-03-14", join, denial))
    assert (both.status, both.get("denied_by"), both.get("according_to")) == ("disputed", "Front", "the army")
    (alone,) = rows(report("Wire", "2014-03-14", denial))
    assert (alone.status, alone.get("according_to"), alone.get("sources")) == ("denied", "", "0")


def test_a_state_often_seen_is_one_row_from_its_first_sighting() -> None:
    post = says("post", person="Baro", group="Front", role="emir")
    assert told(report("Wire", "2014-03-02", post), report("Paper", "2016-01-01", post)) == [
        ("by 2014-03-02", "post", "certain")
    ]


def test_a_detention_shows_what_came_of_it() -> None:
    taken = says("detention", person="Baro", by="Army", when="2014-01-01")
    freed = says("release", person="Baro", when="2014-06-01")
    escaped_before = says("release", person="Baro", when="2013-06-01")
    first = rows(report("Wire", "2014-07-01", taken, freed))[0]
    assert first.get("outcome") == "released 2014-06-01" and len(first.claims) == 2
    assert rows(report("Wire", "2014-07-01", taken, escaped_before))[1].get("outcome") == "no outcome found"


def test_an_outcome_that_is_only_said_or_denied_is_no_fact() -> None:
    taken = says("detention", person="Baro", by="Army", when="2014-01-01")
    said = says("killing", victim="Baro", when="2014-02", sources=["villagers"])
    assert rows(report("Wire", "2014-07-01", taken, said))[0].get("outcome") == (
        "said to be killed 2014-02, according to villagers"
    )
    denied = says("killing", victim="Baro", certainty="denied")
    assert rows(report("Wire", "2014-07-01", taken, denied))[0].get("outcome") == "no outcome found"


def test_a_report_without_a_date_leaves_its_events_without_one() -> None:
    assert told(report("Wire", "", says("death", person="Baro"))) == [("", "death", "stated")]


def test_the_date_of_the_saying_bounds_an_event() -> None:
    line = says("leave", actor="Baro", from_="Front")
    view_line = line.replace('"evidence"', '"reckoned_from": "2024-03-12", "evidence"', 1)
    assert told(report("Wire", "2024-03-14", view_line)) == [("by 2024-03-12", "leave", "stated")]


def test_a_rumour_of_an_earlier_death_does_not_date_the_death_that_is_stated() -> None:
    (row,) = rows(
        report(
            "Daily",
            "2013-07-06",
            says("killing", victim="Baro", sources=["officials"]),
            says("killing", victim="Baro", when="2010", certainty="reported"),
        )
    )
    assert (row.get("date"), row.status) == ("by 2013-07-06", "stated")
    assert "less surely said of 2010" in row.because


def test_a_death_is_dated_by_the_surest_of_those_who_date_it() -> None:
    (row,) = rows(
        report("Wire", "2014-05-03", says("killing", victim="Baro", when="2014-05-01")),
        report("Radio", "2014-05-02", says("killing", victim="Baro", when="2014-04", certainty="possible")),
    )
    assert row.get("date") == "2014-05-01"


def _calls(times: int) -> int:
    """How many functions are called to tell of a man who was taken and said to be dead this many times."""
    view = FakeView(
        *(
            report(
                f"Wire {number}",
                f"20{number:02}-05-01",
                says("detention", person="Baro", when=f"20{number:02}-04"),
                says("killing", victim="Baro", certainty="stated" if number % 5 else "denied"),
            )
            for number in range(times)
        )
    )
    calls = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        timeline(view, BARO)
    finally:
        sys.setprofile(before)
    return calls


def test_who_was_taken_twice_as_often_is_told_of_with_about_twice_the_work() -> None:
    _calls(4)  # What is worked out once and kept is not counted.
    assert _calls(80) < 3 * _calls(40)
