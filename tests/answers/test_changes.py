"""What is answered differently between two states of the record."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.answers.changes import Knowing, changes, touched
from allegiance.answers.timeline import timeline
from allegiance.model import Actor, Answer, Kind
from answers.fakes import FakeView, Report, named, report, says


def between(then: list[Report], now: list[Report], *actors: Actor, **aliases: str) -> Answer:
    old, new = FakeView(*then), FakeView(*now, aliases=aliases)
    return changes(Knowing(old, "2014"), Knowing(new), touched(old, new), actors)


def told(answer: Answer) -> list[tuple[str, str, str, str]]:
    return [(row.get("change"), row.get("type") or row.get("what"), row.get("was"), row.status) for row in answer.rows]


JOINED = says("join", actor="Baro", to="Union", when="2014-03", sources=["the army"])
WIRE = report("Wire", "2014-03-14", JOINED)


def test_what_was_not_told_before_is_new_with_its_sentence() -> None:
    answer = between([WIRE], [WIRE, report("Paper", "2014-03-15", says("killing", victim="Omar", by="Army"))])
    assert told(answer) == [("new", "killing", "", "stated")]
    assert [answer.evidence[claim].sentence for claim in answer.rows[0].claims] == ["killing Omar Army ."]


def test_what_nobody_says_any_more_is_gone_and_shown_as_it_was() -> None:
    answer = between([WIRE, report("Paper", "2014-03-15", says("killing", victim="Omar", by="Army"))], [WIRE])
    assert told(answer) == [("gone", "killing", "stated", "unknown")]
    assert answer.rows[0].claims


def test_a_denial_makes_it_disputed_with_a_sentence_of_each_side_first() -> None:
    denied = says("join", actor="Baro", to="Union", certainty="denied", sources=["the Union"], sentence="Untrue.")
    answer = between([WIRE], [WIRE, report("Paper", "2014-03-15", denied)])
    assert told(answer) == [("disputed", "join", "stated", "disputed")]
    assert [answer.evidence[claim].claim.certainty for claim in answer.rows[0].claims] == ["stated", "denied"]


@pytest.mark.parametrize(
    ("line", "because"),
    [
        (says("join", actor="Baro", to="Union", sources=["a chief"], sentence="He went."), "sources: 2, were 1"),
        (
            says("join", actor="Baro", to="Union", when="2014-03-12", sources=["the army"]),
            "dated 2014-03-12, was 2014-03",
        ),
    ],
)
def test_more_sources_and_a_closer_date_make_it_firmer_and_their_loss_weaker(line: str, because: str) -> None:
    more = [WIRE, report("Paper", "2014-03-15", line)]
    firmer = between([WIRE], more)
    assert told(firmer) == [("firmer", "join", "stated", "stated")]
    assert because in firmer.rows[0].because
    assert firmer.evidence[firmer.rows[0].claims[0]].appearance.publisher == "Paper", "what is fresh stands first"
    assert told(between(more, [WIRE])) == [("weaker", "join", "stated", "stated")]


def test_hearsay_that_is_then_stated_is_firmer() -> None:
    rumour = report("Wire", "2014-03-14", says("membership", actor="Baro", group="Front", certainty="reported"))
    fact = report("Paper", "2014-03-15", says("membership", actor="Baro", group="Front"))
    assert told(between([rumour], [rumour, fact])) == [("firmer", "membership", "possible", "certain")]


def test_a_date_that_moves_is_redated() -> None:
    moved = report("Wire", "2014-03-14", says("killing", victim="Baro", when="2014-03-10"))
    corrected = report("Wire", "2014-03-14", says("killing", victim="Baro", when="2014-03-12"))
    assert told(between([moved], [corrected])) == [("redated", "killing", "stated", "stated")]


def test_a_further_copy_changes_nothing() -> None:
    assert told(between([WIRE], [WIRE, report("Paper", "2014-03-15", JOINED)])) == []


def test_a_conflict_that_was_not_there_is_told_once() -> None:
    one = report("Wire", "2014-03-14", says("post", person="Baro", group="Front", role="emir", when="2013/2015"))
    other = report("Paper", "2014-05-14", says("post", person="Omar", group="Front", role="leader"))
    assert told(between([one], [one, other])) == [
        ("disputed", "two holders: leader of Front", "", "disputed"),
        ("new", "post", "", "certain"),
    ]
    assert told(between([one, other], [one]))[1] == ("gone", "two holders: leader of Front", "disputed", "unknown")


def test_two_names_that_were_joined_make_one_firmer_and_nothing_new() -> None:
    both = [WIRE, report("Paper", "2014-03-15", says("join", actor="Barro", to="Union", sentence="Barro went."))]
    answer = between(both, both, Barro="Baro")
    assert {change for change, *_ in told(answer)} <= {"firmer", "gone"}
    assert ("firmer", "join", "stated", "stated") in told(answer)


def test_only_the_actors_asked_about_are_told_of() -> None:
    more = report("Paper", "2014-03-15", says("killing", victim="Omar", by="Army"), says("death", person="Sall"))
    assert told(between([WIRE], [WIRE, more], named("Army"))) == [("new", "killing", "", "stated")]
    assert told(between([WIRE], [WIRE, more], named("Sall", Kind.PERSON))) == [("new", "death", "", "stated")]
    assert told(between([WIRE], [WIRE, more], named("Union"))) == []


_LINES = st.sampled_from(
    [
        JOINED,
        says("join", actor="Baro", to="Union", certainty="denied"),
        says("killing", victim="Baro", by="Army", when="2014-03-10"),
        says("killing", victim="Baro", by="Union", when="2014-04"),
        says("post", person="Baro", group="Front", role="emir"),
        says("post", person="Omar", group="Front", role="leader"),
        says("alliance", a="Front", b="Union"),
    ]
)
_REPORTS = st.lists(st.tuples(st.sampled_from(["Wire", "Paper"]), st.lists(_LINES, min_size=1, max_size=3)), max_size=5)


def made(reports: list[tuple[str, list[str]]]) -> list[Report]:
    return [report(publisher, f"2014-05-{n:02}", *lines) for n, (publisher, lines) in enumerate(reports, 1)]


@settings(deadline=None)
@given(_REPORTS)
def test_between_equal_states_nothing_has_changed(reports: list[tuple[str, list[str]]]) -> None:
    assert told(between(made(reports), made(reports))) == []


@settings(deadline=None)
@given(_REPORTS, _REPORTS)
def test_nothing_is_told_twice_and_what_is_new_one_way_is_gone_the_other(
    some: list[tuple[str, list[str]]], more: list[tuple[str, list[str]]]
) -> None:
    there, back = between(made(some), made(some + more)), between(made(some + more), made(some))
    for answer in (there, back):
        rows = [(row.get("change"), row.fields, row.claims) for row in answer.rows]
        assert len(rows) == len(set(rows))
        assert all(row.claims and set(row.claims) <= set(answer.evidence) for row in answer.rows)
    assert sum(row.get("was") == "" for row in there.rows) == sum(row.get("change") == "gone" for row in back.rows)


@settings(deadline=None)
@given(_REPORTS, _REPORTS)
def test_where_no_change_is_told_the_timeline_is_as_it_was(
    some: list[tuple[str, list[str]]], more: list[tuple[str, list[str]]]
) -> None:
    old, new = FakeView(*made(some)), FakeView(*made(some + more))
    baro = named("Baro", Kind.PERSON)
    answer = changes(Knowing(old), Knowing(new), touched(old, new))
    seen = [{(r.get("type"), r.get("by"), r.status, r.get("date")) for r in timeline(v, baro).rows} for v in (old, new)]
    if not answer.rows:
        assert seen[0] == seen[1]
