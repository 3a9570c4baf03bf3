"""Two rosters side by side: arrived, gone, firmer, weaker; and several days of one group for one asking."""

from __future__ import annotations

from allegiance.answers.compared import Compared, compared
from allegiance.answers.roster import roster, rosters
from allegiance.model import Actor, Answer
from answers.fakes import FakeView, named, report, says

FRONT = named("Front")
VIEW = FakeView(
    report(
        "Wire",
        "2016-06-01",
        says("appointment", person="Baro", group="Front", role="emir", when="2016-03-10"),
        says("killing", victim="Baro", when="2016-04-02"),
        says("appointment", person="Omar", group="Front", role="emir", when="2016-04-03"),
        says("post", person="Issa", group="Front", role="spokesman", when="2016-01/2016-12"),
    )
)


class Joined(FakeView):
    """A view in which Barro is known to be Baro; the id that he had leads on."""

    def actor(self, actor: str) -> Actor:
        return super().actor("id:Baro" if actor == "id:Barro" else actor)


def told(found: Compared, now: Answer) -> dict[str, str]:
    marks = {row.get("person"): mark for row, mark in zip(now.rows, found.marks, strict=True) if mark}
    return marks | {row.get("person"): "gone" for row in found.gone}


def between(one: str, other: str, then: FakeView = VIEW, now: FakeView = VIEW) -> dict[str, str]:
    later = roster(now, FRONT, other)
    return told(compared(roster(then, FRONT, one), later, now), later)


def test_who_comes_and_who_falls_between_two_days() -> None:
    assert between("2016-03-09", "2016-03-10") == {"Baro": "arrived"}
    assert between("2016-04-01", "2016-04-03") == {"Baro": "gone", "Omar": "arrived"}


def test_nothing_changes_on_a_day_on_which_nothing_happened() -> None:
    assert between("2016-05-01", "2016-05-02") == {}
    assert between("2016-05-01", "2016-05-01") == {}


def test_what_more_reports_tell_makes_a_place_firmer_and_a_denial_makes_it_weaker() -> None:
    rumour = report("Wire", "2016-01-02", says("post", person="Baro", group="Front", role="emir", certainty="reported"))
    fact = report("Paper", "2016-01-02", says("post", person="Baro", group="Front", role="emir"))
    heard, stated = FakeView(rumour), FakeView(rumour, fact)
    assert between("2016-01-02", "2016-01-02", heard, stated) == {"Baro": "firmer"}
    assert between("2016-01-02", "2016-01-02", stated, heard) == {"Baro": "weaker"}


def test_more_independent_sources_are_firmer_too_and_said() -> None:
    one = report("Wire", "2016-01-02", says("post", person="Baro", group="Front", role="emir", sentence="Baro leads."))
    two = report("Paper", "2016-01-02", says("post", person="Baro", group="Front", role="emir", sentence="It is Baro."))
    then, now = (roster(FakeView(*reports), FRONT, "2016-01-02") for reports in ([one], [one, two]))
    found = compared(then, now, FakeView(one, two))
    assert found == Compared(("firmer",), ("independent sources: 2, were 1",), ())


def test_a_post_that_reports_call_otherwise_is_the_same_place() -> None:
    one = report("Wire", "2016-01-02", says("post", person="Baro", group="Front", role="emir"))
    other = report("Wire", "2016-01-02", says("post", person="Baro", group="Front", role="chief"))
    assert between("2016-01-02", "2016-01-02", FakeView(one), FakeView(other)) == {}


def test_who_was_told_of_under_another_id_then_has_not_arrived() -> None:
    one = report("Wire", "2016-01-02", says("post", person="Barro", group="Front", role="emir"))
    then, now = FakeView(one), Joined(one, aliases={"Barro": "Baro"})
    assert between("2016-01-02", "2016-01-02", then, now) == {}


def test_several_days_are_answered_as_each_by_itself() -> None:
    days = ("2016-03-09", "2016-04-01", "2016-04-03", "2016", "2017-01-01")
    assert rosters(VIEW, FRONT, days) == [roster(VIEW, FRONT, day) for day in days]
