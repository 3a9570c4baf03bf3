"""Where reports contradict each other."""

from __future__ import annotations

import pytest

from allegiance.answers.disagreements import disagreements
from allegiance.model import Actor, Answer, Kind
from answers.fakes import FakeView, Report, named, report, says


def asked(*reports: Report, of: Actor | None = None) -> Answer:
    return disagreements(FakeView(*reports), of)


def kinds(*reports: Report, of: Actor | None = None) -> list[str]:
    return [row.get("kind") for row in asked(*reports, of=of).rows]


KILLED = says("killing", victim="Baro", by="Army", when="2014-03-12", sentence="The army killed Baro.")
DENIED = says("killing", victim="Baro", certainty="denied", sources=["Front"], sentence="The Front denied it.")


def test_a_claim_and_its_denial_stand_side_by_side_with_who_says_so() -> None:
    [row] = asked(report("Wire", "2014-03-14", KILLED), report("Paper", "2014-03-16", DENIED)).rows
    assert (row.get("kind"), row.status) == ("claimed and denied", "disputed")
    assert (row.get("one"), row.get("one_according_to")) == ("The army killed Baro.", "Wire")
    assert (row.get("other"), row.get("other_according_to")) == ("The Front denied it.", "Front")
    assert len(row.claims) == 2


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ((says("killing", victim="Baro", by="Union", when="2014-03-12"),), "two doers"),
        ((says("statement", issuer="Baro", when="2014-06"),), "dead, then alive"),
        ((says("killing", victim="Baro", by="Army", when="2014-05-01"),), "two dates"),
    ],
)
def test_another_doer_a_later_sign_of_life_and_another_date_conflict_with_a_killing(
    lines: tuple[str, ...], kind: str
) -> None:
    assert kinds(report("Wire", "2014-03-14", KILLED), report("Paper", "2014-07-01", *lines)) == [kind]


def test_two_holders_of_a_post_at_once_and_a_move_to_two_sides_are_conflicts() -> None:
    holders = [
        says("post", person=name, group="Front", role="emir", when="2014/2015") for name in ("Baro", "Omar", "Omar")
    ]
    assert kinds(*(report("Wire", "2015-03-14", line) for line in holders)) == ["two holders"]
    moves = [says("join", actor="Baro", to=name, when="2014-03-12") for name in ("Union", "League")]
    assert kinds(*(report("Wire", "2014-03-14", line) for line in moves)) == ["two sides"]


@pytest.mark.parametrize(
    "lines",
    [
        tuple(says("post", person=name, group="Front", role="commander") for name in ("Baro", "Omar")),
        (says("join", actor="Baro", to="Union", when="2014"), says("join", actor="Baro", to="League", when="2016")),
        tuple(says("detention", person="Baro", by=by, when=on) for by, on in (("Army", "2014"), ("Police", "2016"))),
        (says("killing", victim="Baro", when="2014-03-12"), says("killing", victim="Baro", by="Army", when="2014-03")),
    ],
)  # fmt: skip
def test_what_can_both_be_so_is_no_conflict(lines: tuple[str, ...]) -> None:
    assert kinds(report("Wire", "2016-03-14", *lines)) == []


@pytest.mark.parametrize(
    ("told", "roles"),
    [
        ("founding", {"group": "Front"}),
        ("split", {"group": "Front", "from_": "Party"}),
        ("merger", {"group": "Front", "into": "Union"}),
        ("renaming", {"group": "Front", "name": "Union"}),
    ],
)
def test_what_happens_to_a_group_once_cannot_have_two_dates(told: str, roles: dict[str, str]) -> None:
    early, late, either = (says(told, **roles, when=when) for when in ("2009", "2012-05", "2008/2013"))
    both = report("Wire", "2016-03-14", early, late, either, sentence_of(told, roles, "2012-05-03"))
    [row] = asked(both).rows
    assert (row.get("kind"), row.status) == ("two dates", "disputed")
    assert row.get("about") == f"the {told} of Front"
    assert kinds(report("Wire", "2016-03-14", early, either)) == []


def sentence_of(told: str, roles: dict[str, str], when: str) -> str:
    return says(told, **roles, when=when, sentence=f"It was on {when}.")


def test_one_defection_to_two_sides_is_a_conflict_and_going_on_from_one_to_the_other_is_none() -> None:
    first = says("join", actor="Baro", from_="Front", to="Union", when="2014-03")
    other = says("join", actor="Baro", from_="Front", to="League", when="2014-03-12")
    onward = says("join", actor="Baro", from_="Union", to="League", when="2014-03-12")
    wide = says("join", actor="Baro", from_="Front", to="League", when="2014")
    assert kinds(report("Wire", "2014-04-01", first), report("Paper", "2014-04-02", other)) == ["two sides"]
    assert kinds(report("Wire", "2014-04-01", first), report("Paper", "2014-04-02", onward)) == []
    assert kinds(report("Wire", "2014-04-01", first), report("Paper", "2014-04-02", wide)) == []


def test_two_attacks_on_one_town_are_one_only_on_one_day() -> None:
    told = [
        says("attack", target="Ndoro", actor=by, when=when) for by, when in (("Front", "2014-03"), ("Union", "2014"))
    ]
    assert kinds(report("Wire", "2014-04-01", *told)) == []
    same = [says("attack", target="Ndoro", actor=by, when="2014-03-02") for by in ("Front", "Union")]
    assert kinds(report("Wire", "2014-04-01", *same)) == ["two doers"]


def test_who_handed_a_post_over_is_no_second_holder() -> None:
    reports = [
        report("Wire", "2014-03-14", says("post", person="Baro", group="Front", role="emir")),
        report("Wire", "2015-03-14", says("killing", victim="Baro", when="2015-03-10")),
        report(
            "Wire", "2015-03-20", says("appointment", person="Omar", group="Front", role="leader", when="2015-03-12")
        ),
    ]
    assert kinds(*reports) == []
    still = report("Paper", "2015-04-01", says("post", person="Baro", group="Front", role="emir"))
    assert kinds(*reports[::2], still) == ["two holders"]


def test_the_rivals_of_a_man_are_found_though_only_he_is_asked_about() -> None:
    reports = [
        report("Wire", "2014-03-14", says("post", person="Baro", group="Front", role="emir", when="2013/2015")),
        report("Paper", "2014-05-14", says("post", person="Omar", group="Front", role="leader")),
        report("Paper", "2014-05-14", says("post", person="Sall", group="Front", role="spokesman")),
    ]
    assert kinds(*reports, of=named("Baro", Kind.PERSON)) == ["two holders"]
    assert kinds(*reports, of=named("Sall", Kind.PERSON)) == []


def test_two_of_one_name_who_may_be_one_man_are_no_rivals() -> None:
    view = FakeView(
        report("Wire", "2014-03-14", says("post", person="Baro", group="Front", role="emir", when="2013/2015"))
    )
    other = FakeView(report("Paper", "2014-05-14", says("post", person="BARO", group="Front", role="emir")))
    both = [*view.claims(), *other.claims()]
    given = [(r.claim, r.sentence, r.appearance) for r in both]
    assert disagreements(FakeView(given=given)).rows == ()


def test_only_the_conflicts_of_the_actor_asked_about_are_given() -> None:
    reports = (report("Wire", "2014-03-14", KILLED), report("Paper", "2014-03-16", DENIED))
    assert kinds(*reports, of=named("Baro", Kind.PERSON)) == ["claimed and denied"]
    assert kinds(*reports, of=named("Army")) in ([], ["claimed and denied"])
    other = report("Wire", "2014-01-01", says("post", person="Omar", group="League", role="emir"))
    assert kinds(*reports, other, of=named("League")) == []


def test_a_sentence_that_names_two_doers_together_sets_neither_against_the_other() -> None:
    blamed = [
        says("killing", victim="Baro", by=name, sources=["Front"], sentence="The Front blamed both Army and Union.")
        for name in ("Army", "Union")
    ]
    assert kinds(report("Wire", "2014-03-14", *blamed)) == []
    each = [
        says("killing", victim="Baro", by=name, sources=[other], sentence="Army and Union blamed each other.")
        for name, other in (("Army", "Union"), ("Union", "Army"))
    ]
    assert kinds(report("Wire", "2014-03-14", *each)) == ["two doers"]


@pytest.mark.parametrize("at_once", [1, 2, 7])
def test_all_conflicts_are_found_however_few_actors_are_looked_at_at_a_time(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = (
        report("Wire", "2014-03-14", KILLED, says("alliance", a="Front", b="Union")),
        report("Paper", "2014-03-16", DENIED, says("alliance", a="Union", b="Front", certainty="denied")),
        report("Radio", "2014-03-20", says("killing", victim="Baro", by="Union", when="2014-03-12")),
        report("Radio", "2014-07-01", says("statement", issuer="Baro", when="2014-06")),
        report("Wire", "2015-01-01", says("post", person="Dost", group="Front", role="leader", when="2015-01/2015-06")),
        report(
            "Paper", "2015-02-01", says("post", person="Omar", group="Front", role="leader", when="2015-01/2015-06")
        ),
    )
    whole = asked(*given)
    monkeypatch.setattr("allegiance.answers.disagreements.AT_ONCE", at_once)
    assert asked(*given).rows == whole.rows
    assert {row.get("kind") for row in whole.rows} >= {"claimed and denied", "two doers", "two holders"}
