"""Who fell, and what rests on one source alone."""

from __future__ import annotations

from allegiance.answers.watched import fallen, thin
from allegiance.model import Kind
from answers.fakes import FakeView, named, report, says

FRONT, BARO, OMAR = named("Front"), named("Baro", Kind.PERSON), named("Omar", Kind.PERSON)
VIEW = FakeView(
    report(
        "Wire",
        "2016-03-14",
        says("killing", victim="Baro", by="Army", when="2016-03-13", sentence="Baro fell."),
        says("detention", person="Omar", by="Front", when="2016-01", sentence="The Front took Omar."),
        says("death", person="Kamal", certainty="denied", sentence="Kamal is not dead."),
        says("post", person="Baro", group="Front", role="emir", sentence="Baro was its emir."),
        says("post", person="Omar", group="Union", role="envoy", sentence="Omar spoke for the Union."),
    ),
    report("Paper", "2016-03-15", says("post", person="Baro", group="Front", role="emir", sentence="Its emir, Baro.")),
)


def test_the_latest_to_fall_stands_first_and_what_is_only_denied_is_no_fall() -> None:
    assert [(row.get("type"), row.get("who")) for row in fallen(VIEW).rows] == [
        ("killing", "Baro"),
        ("detention", "Omar"),
    ]


def test_only_those_who_are_watched_are_told_of() -> None:
    assert [row.get("who") for row in fallen(VIEW, [BARO]).rows] == ["Baro"]
    assert [row.get("who") for row in fallen(VIEW, [FRONT]).rows] == ["Omar"]


def test_every_line_carries_its_sentence() -> None:
    for answer in (fallen(VIEW), thin(VIEW, [BARO, OMAR])):
        assert answer.rows
        assert all(claim in answer.evidence for row in answer.rows for claim in row.claims)


def test_what_two_independent_sources_say_is_not_thin_and_what_one_says_is() -> None:
    told = [(row.get("actor"), row.get("section"), row.get("type")) for row in thin(VIEW, [BARO, OMAR]).rows]
    assert told == [("Baro", "fate", "killing"), ("Omar", "posts", "post")]


def test_a_fact_of_two_who_are_watched_stands_once() -> None:
    rows = thin(VIEW, [OMAR, named("Union")]).rows
    assert len({row.claims for row in rows}) == len(rows)


def test_nobody_is_thin_where_nobody_is_watched() -> None:
    assert thin(VIEW, []).rows == ()
