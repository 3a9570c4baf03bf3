"""Who went from one group to another: as told, or put together and marked so."""

from __future__ import annotations

import pytest

from allegiance.answers.moves import moves
from allegiance.errors import BadDate
from allegiance.model import Answer
from answers.fakes import FakeView, Report, named, report, says

FRONT, UNION = named("Front"), named("Union")


def told(answer: Answer) -> list[tuple[str, ...]]:
    """Date, person, from, to, how and status of each row."""
    keys = ("date", "person", "from", "to", "how")
    return [(*(row.get(key) for key in keys), row.status) for row in answer.rows]


def both(*reports: Report) -> Answer:
    return moves(FakeView(*reports), FRONT, UNION)


def test_a_joining_that_names_both_groups_is_a_move_as_told() -> None:
    line = says("join", actor="Baro", from_="Front", to="Union", when="2014-03")
    answer = both(report("Wire", "2014-03-14", line))
    assert told(answer) == [("2014-03", "Baro", "Front", "Union", "joined", "stated")]
    assert answer.rows[0].get("derived") == ""


def test_a_leaving_and_a_joining_are_put_together_and_said_to_be() -> None:
    answer = both(
        report("Wire", "2014-03-14", says("leave", actor="Baro", from_="Front", when="2014-03-01")),
        report("Paper", "2014-05-14", says("join", actor="Baro", to="Union", when="2014-05")),
    )
    assert told(answer) == [("2014-05", "Baro", "Front", "Union", "left, then joined", "possible")]
    assert answer.rows[0].get("derived") == "yes" and "no report joins the two" in answer.rows[0].because
    assert len(answer.rows[0].claims) == 2


def test_a_joining_before_the_leaving_is_no_move() -> None:
    assert not both(
        report("Wire", "2014-03-14", says("leave", actor="Baro", from_="Front", when="2014-03-01")),
        report("Paper", "2014-05-14", says("join", actor="Baro", to="Union", when="2013")),
    ).rows


def test_another_mans_leaving_is_no_part_of_it() -> None:
    assert not both(
        report("Wire", "2014-03-14", says("leave", actor="Omar", from_="Front", when="2014-03-01")),
        report("Paper", "2014-05-14", says("join", actor="Baro", to="Union", when="2014-05")),
    ).rows


def test_a_pledge_to_the_other_group_by_one_who_belonged_is_derived() -> None:
    answer = both(
        report("Wire", "2013-03-14", says("post", person="Baro", group="Front", role="commander")),
        report("Paper", "2014-05-14", says("pledge", actor="Baro", to="Union", when="2014-05")),
    )
    assert told(answer) == [("2014-05", "Baro", "Front", "Union", "belonged, then pledged allegiance", "possible")]


def test_a_denial_makes_a_move_disputed_and_stands_beside_it() -> None:
    answer = both(
        report("Wire", "2014-03-14", says("join", actor="Baro", from_="Front", to="Union", sources=["the army"])),
        report("Paper", "2014-03-15", says("join", actor="Baro", to="Union", certainty="denied", sources=["Front"])),
    )
    assert told(answer) == [("by 2014-03-14", "Baro", "Front", "Union", "joined", "disputed")]
    assert answer.rows[0].get("denied_by") == "Front"


def test_a_move_that_is_only_denied_never_reads_as_one() -> None:
    line = says("join", actor="Baro", from_="Front", to="Union", certainty="denied")
    assert told(both(report("Wire", "2014-03-14", line))) == [
        ("by 2014-03-14", "Baro", "Front", "Union", "denied: joined", "denied")
    ]


def test_a_denied_leaving_is_never_put_together_with_a_joining() -> None:
    assert not both(
        report("Wire", "2014-03-14", says("leave", actor="Baro", from_="Front", certainty="denied")),
        report("Paper", "2014-05-14", says("join", actor="Baro", to="Union", when="2014-05")),
    ).rows


def test_either_group_may_be_left_open() -> None:
    view = FakeView(
        report(
            "Wire",
            "2014-06-14",
            says("join", actor="Baro", from_="Front", to="Union", when="2014-03"),
            says("leave", actor="Omar", from_="Front", when="2014-04"),
            says("join", actor="Sani", to="Union", when="2014-05"),
            says("join", actor="Musa", from_="Other", to="League", when="2014-06"),
        )
    )
    assert [row.get("person") for row in moves(view, FRONT, None).rows] == ["Baro", "Omar"]
    assert [row.get("person") for row in moves(view, None, UNION).rows] == ["Baro", "Sani"]
    assert [row.get("person") for row in moves(view, None, None).rows] == ["Baro", "Omar", "Sani", "Musa"]


def test_where_someone_went_who_left_is_found_in_any_group() -> None:
    view = FakeView(
        report("Wire", "2014-03-14", says("leave", actor="Baro", from_="Front", when="2014-03-01")),
        report("Paper", "2014-05-14", says("join", actor="Baro", to="Union", when="2014-05")),
    )
    assert told(moves(view, FRONT, None)) == [("2014-05", "Baro", "Front", "Union", "left, then joined", "possible")]


def test_the_period_keeps_what_may_lie_in_it() -> None:
    view = FakeView(
        report(
            "Wire",
            "2016-06-14",
            says("join", actor="Early", to="Union", when="2013"),
            says("join", actor="Within", to="Union", when="2014-03"),
            says("join", actor="Late", to="Union", when="2016-01"),
            says("join", actor="Undated", to="Union"),
        )
    )
    answer = moves(view, None, UNION, "2014", "2015-06")
    assert [row.get("person") for row in answer.rows] == ["Within", "Undated"]


def test_a_period_that_is_no_date_is_refused() -> None:
    with pytest.raises(BadDate):
        moves(FakeView(), FRONT, UNION, "lately")
