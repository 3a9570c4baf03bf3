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


def test_only_the_conflicts_of_the_actor_asked_about_are_given() -> None:
    reports = (report("Wire", "2014-03-14", KILLED), report("Paper", "2014-03-16", DENIED))
    assert kinds(*reports, of=named("Baro", Kind.PERSON)) == ["claimed and denied"]
    assert kinds(*reports, of=named("Army")) in ([], ["claimed and denied"])
    other = report("Wire", "2014-01-01", says("post", person="Omar", group="League", role="emir"))
    assert kinds(*reports, other, of=named("League")) == []
