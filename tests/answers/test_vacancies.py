"""Posts whose holder fell and for whom no successor is found."""

from __future__ import annotations

import pytest

from allegiance.answers.vacancies import vacancies
from allegiance.errors import BadDate
from answers.fakes import FakeView, Report, named, report, says

FRONT = named("Front")
LED = report("Wire", "2014-01-10", says("post", person="Baro", group="Front", role="emir"))
KILLED = report("Wire", "2014-03-14", says("killing", victim="Baro", when="2014-03-12"))


def rows(*reports: Report, on: str = "") -> list[tuple[str, ...]]:
    answer = vacancies(FakeView(*reports), FRONT, on)
    keys = ("role", "area", "last_holder", "fell", "when")
    assert all(set(row.claims) <= set(answer.evidence) for row in answer.rows)
    return [(*(row.get(key) for key in keys), row.status) for row in answer.rows]


def test_a_post_is_vacant_whose_holder_was_killed_and_for_whom_none_is_named() -> None:
    assert rows(LED, KILLED) == [("emir", "", "Baro", "killed or dead", "2014-03-12", "certain")]


def test_a_post_that_is_held_is_not_vacant() -> None:
    assert rows(LED) == []


@pytest.mark.parametrize(
    "filled",
    [
        says("appointment", person="Omar", group="Front", role="leader", when="2014-04"),
        says("succession", person="Omar", predecessor="Baro", role="emir", group="Front"),
        says("post", person="Omar", group="Front", role="emir"),
    ],
)
def test_a_post_is_not_vacant_in_which_another_is_told_of_later(filled: str) -> None:
    assert rows(LED, KILLED, report("Paper", "2014-05-01", filled)) == []


def test_before_the_fall_and_before_the_successor_it_is_as_it_was_then() -> None:
    later = report(
        "Paper", "2014-05-01", says("appointment", person="Omar", group="Front", role="emir", when="2014-04-20")
    )
    assert rows(LED, KILLED, later, on="2014-03-01") == []
    assert [row[-1] for row in rows(LED, KILLED, later, on="2014-04-01")] == ["certain"]
    assert rows(LED, KILLED, later, on="2014-05-01") == []


def test_a_death_that_is_only_said_or_is_denied_makes_a_vacancy_of_that_status() -> None:
    said = report("Wire", "2014-03-14", says("killing", victim="Baro", when="2014-03-12", certainty="possible"))
    assert [row[-1] for row in rows(LED, said)] == ["possible"]
    denied = report("Paper", "2014-03-15", says("killing", victim="Baro", when="2014-03-12", certainty="denied"))
    assert [row[-1] for row in rows(LED, KILLED, denied)] == ["disputed"]
    assert rows(LED, report("Paper", "2014-03-15", says("killing", victim="Baro", certainty="denied"))) == []


def test_who_is_seen_in_the_post_after_his_removal_still_holds_it() -> None:
    removed = report(
        "Wire", "2014-03-14", says("removal", person="Baro", group="Front", role="emir", when="2014-03-12")
    )
    seen = report("Paper", "2015-01-01", says("post", person="Baro", group="Front", role="emir", when="2014-12"))
    assert len(rows(LED, removed)) == 1
    assert rows(LED, removed, seen) == []


def test_posts_that_many_hold_are_never_vacant() -> None:
    many = report("Wire", "2014-01-10", says("post", person="Baro", group="Front", role="commander"))
    assert rows(many, KILLED) == []


def test_all_groups_are_asked_where_none_is_given_and_a_date_must_be_one() -> None:
    answer = vacancies(FakeView(LED, KILLED))
    assert [row.get("group") for row in answer.rows] == ["Front"]
    with pytest.raises(BadDate):
        vacancies(FakeView(LED), FRONT, "yesterday")
