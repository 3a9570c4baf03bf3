"""Who stands with whom on a day or over a span."""

from __future__ import annotations

import pytest

from allegiance.answers.network import MOST_ACTORS, network
from allegiance.errors import BadDate
from allegiance.exports.table import write
from allegiance.model import Answer, Kind
from answers.fakes import FakeView, named, report, says

FRONT, BARO = named("Front"), named("Baro", Kind.PERSON)


def ties(answer: Answer) -> list[tuple[str, str, str, str]]:
    rows = [row for row in answer.rows if row.get("section") == "tie"]
    return [(row.get("who"), row.get("tie"), row.get("whom"), row.status) for row in rows]


def actors(answer: Answer) -> dict[str, tuple[str, str]]:
    rows = [row for row in answer.rows if row.get("section") == "actor"]
    return {row.get("actor"): (row.get("steps"), row.get("ties")) for row in rows}


def test_every_kind_of_tie_is_told_with_its_claims() -> None:
    told = report(
        "Wire",
        "2014-03-14",
        says("post", person="Baro", group="Front", role="emir"),
        says("post", person="Omar", group="Front", role="treasurer"),
        says("membership", actor="Sall", group="Front"),
        says("pledge", actor="Front", to="Caliphate", when="2014-03-01"),
        says("alliance", a="Front", b="League"),
        says("rivalry", a="Union", b="Front"),
        says("support", giver="Party", recipient="Front"),
        says("split", group="Front", from_="Party", when="2012"),
        says("affiliation", group="Radio Front", parent="Front"),
        says("link", a="Front", b="Sect"),
        says("founding", group="Front", founder="Dede", when="2012"),
        says("merger", group="Column", into="Front", when="2013"),
        says("agreement", a="Front", b="Army", when="2014-03-14"),
        says("killing", victim="Baro's driver", by="Front"),
    )
    answer = network(FakeView(told), FRONT, on="2014-03-14")
    assert ties(answer) == [
        ("Baro", "leads", "Front", "certain"),
        ("Omar", "post", "Front", "certain"),
        ("Sall", "member", "Front", "certain"),
        ("Front", "pledged", "Caliphate", "possible"),
        ("Front", "allied", "League", "certain"),
        ("Front", "rival", "Union", "certain"),
        ("Party", "supports", "Front", "certain"),
        ("Front", "linked", "Sect", "certain"),
        ("Army", "agreement", "Front", "certain"),
        ("Radio Front", "part of", "Front", "certain"),
        ("Front", "split from", "Party", "certain"),
        ("Column", "merged into", "Front", "certain"),
        ("Dede", "founded", "Front", "certain"),
    ]
    assert actors(answer)["Front"] == ("0", "13")
    assert actors(answer)["Party"] == ("1", "2")
    assert all(set(row.claims) <= set(answer.evidence) and row.claims for row in answer.rows)


def test_a_tie_is_weighed_by_independent_sources_and_copies_count_once() -> None:
    words = "The Front and the League have fought side by side in the hills since the spring, residents of Ndoro said."
    one = says("alliance", a="Front", b="League", sentence=words, sources=["residents"])
    other = says("alliance", a="League", b="Front", sentence="The League is allied with the Front.")
    view = FakeView(
        report("Wire", "2014-03-14", one), report("Paper", "2014-03-15", one), report("Post", "2014", other)
    )
    answer = network(view, FRONT, on="2014-03-15")
    assert [row.get("sources") for row in answer.rows if row.get("section") == "tie"] == ["2"]


@pytest.mark.parametrize(
    ("day", "status"),
    [("2013-01-01", None), ("2014-03-14", "certain"), ("2015-01-01", "certain"), ("2016-06-01", None)],
)
def test_a_tie_that_is_seen_holds_from_that_day_until_it_is_over(day: str, status: str | None) -> None:
    view = FakeView(
        report("Wire", "2014-03-14", says("alliance", a="Front", b="League")),
        report("Wire", "2016-03-14", says("alliance", a="Front", b="League", phase="former", when="../2016-01")),
    )
    found = [told for *_, told in ties(network(view, FRONT, on=day))]
    assert found == ([status] if status else [])


def test_a_denied_alliance_is_disputed_and_one_that_is_only_denied_is_no_tie() -> None:
    denied = says("alliance", a="League", b="Front", certainty="denied", sources=["the League"])
    told = report("Wire", "2014-03-14", says("alliance", a="Front", b="League"), denied)
    assert ties(network(FakeView(told), FRONT, on="2014-03-14")) == [("Front", "allied", "League", "disputed")]
    assert ties(network(FakeView(report("Wire", "2014-03-14", denied)), FRONT, on="2014-03-14")) == []


def test_hearsay_is_possible() -> None:
    told = says("support", giver="Party", recipient="Front", sources=["the army"], certainty="reported")
    view = FakeView(report("Wire", "2014-03-14", told))
    assert ties(network(view, FRONT, on="2014-03-14")) == [("Party", "supports", "Front", "possible")]


def test_two_holders_of_one_post_are_disputed_whoever_is_asked_about() -> None:
    view = FakeView(
        report("Wire", "2014-03-14", says("post", person="Baro", group="Front", role="emir")),
        report("Paper", "2014-03-14", says("post", person="Omar", group="Front", role="leader")),
    )
    both = [("Baro", "leads", "Front", "disputed"), ("Omar", "leads", "Front", "disputed")]
    assert ties(network(view, FRONT, on="2014-03-14")) == both
    assert ties(network(view, BARO, on="2014-03-14")) == both[:1]


@pytest.mark.parametrize(
    "parting",
    [
        says("leave", actor="Column", from_="Front", when="2014-02"),
        says("renounce", actor="Column", from_="Front", when="2014-02"),
        says("join", actor="Column", to="Party", from_="Front", when="2014-02"),
    ],
)
def test_a_part_that_left_is_a_part_no_more(parting: str) -> None:
    view = FakeView(
        report("Wire", "2013-03-14", says("affiliation", group="Column", parent="Front")),
        report("Wire", "2014-03-14", parting),
    )
    assert ("Column", "part of", "Front", "certain") in ties(network(view, FRONT, on="2013-03-14"))
    assert not [row for row in ties(network(view, FRONT, on="2015-01-01")) if row[1] == "part of"]


def test_a_part_of_which_another_left_or_that_is_denied_to_have_left_is_a_part_still() -> None:
    view = FakeView(
        report("Wire", "2013-03-14", says("affiliation", group="Column", parent="Front")),
        report("Wire", "2014-03-14", says("leave", actor="Idris Baro", from_="Front", when="2014-02")),
        report("Wire", "2014-03-14", says("leave", actor="Column", from_="Party", when="2014-02")),
        report("Wire", "2014-03-14", says("leave", actor="Column", from_="Front", when="2014-02", certainty="denied")),
    )
    assert ("Column", "part of", "Front", "possible") in ties(network(view, FRONT, on="2015-01-01"))


def test_a_part_that_split_off_is_a_part_no_more() -> None:
    view = FakeView(
        report("Wire", "2012-03-14", says("affiliation", group="Column", parent="Front")),
        report("Wire", "2014-03-14", says("split", group="Column", from_="Front", when="2014-02")),
    )
    assert ties(network(view, FRONT, on="2012-03-14")) == [("Column", "part of", "Front", "certain")]
    assert ties(network(view, FRONT, on="2015-01-01")) == [("Column", "split from", "Front", "certain")]


def test_the_dead_have_no_ties() -> None:
    view = FakeView(
        report("Wire", "2014-03-14", says("link", a="Baro", b="Sect")),
        report("Wire", "2015-03-14", says("killing", victim="Baro", when="2015-03-10")),
    )
    assert ties(network(view, BARO, on="2014-12-31")) == [("Baro", "linked", "Sect", "possible")]
    assert ties(network(view, BARO, on="2016-01-01")) == []


def test_over_a_span_a_tie_is_as_sure_as_on_its_surest_day() -> None:
    view = FakeView(report("Wire", "2014-03-14", says("rivalry", a="Front", b="Union")))
    assert ties(network(view, FRONT, since="2014-01-01", until="2015-01-01")) == [
        ("Front", "rival", "Union", "certain")
    ]
    assert ties(network(view, FRONT, since="2014-04-01", until="2015-01-01")) == [
        ("Front", "rival", "Union", "possible")
    ]
    assert ties(network(view, FRONT, until="2014-03-01")) == []
    assert ties(network(view, FRONT)) == [("Front", "rival", "Union", "certain")]


def test_two_who_led_one_after_the_other_are_no_rivals_in_the_year_of_both() -> None:
    view = FakeView(
        report("Wire", "2014-03-14", says("post", person="Baro", group="Front", role="emir")),
        report(
            "Wire",
            "2014-09-02",
            says("appointment", person="Omar", group="Front", role="emir", when="2014-09-01"),
            says("removal", person="Baro", group="Front", role="emir", when="2014-09-01"),
        ),
    )
    answer = network(view, FRONT, on="2014")
    assert ties(answer) == [("Baro", "leads", "Front", "certain"), ("Omar", "leads", "Front", "certain")]


def test_farther_ties_are_followed_as_deep_as_asked() -> None:
    chain = [says("alliance", a=f"G{n}", b=f"G{n + 1}") for n in range(5)]
    view = FakeView(report("Wire", "2014-03-14", *chain))
    assert actors(network(view, named("G0"), on="2014-03-14")) == {"G0": ("0", "1"), "G1": ("1", "1")}
    deeper = network(view, named("G0"), on="2014-03-14", depth=3)
    assert [steps for steps, _ in actors(deeper).values()] == ["0", "1", "2", "3"]
    assert [row.get("steps") for row in deeper.rows if row.get("section") == "tie"] == ["0", "1", "2"]


def test_a_network_without_end_is_cut_and_said_to_be() -> None:
    spokes = [says("link", a="Hub", b=f"G{n}") for n in range(MOST_ACTORS + 20)]
    view = FakeView(report("Wire", "2014-03-14", *spokes))
    answer = network(view, named("Hub"), on="2014-03-14", depth=2)
    assert answer.problems == (f"only the {MOST_ACTORS} nearest actors were asked for their ties",)
    assert network(view, named("Hub"), on="2014-03-14").problems == ()


def test_described_and_withheld_people_have_no_ties() -> None:
    told = report(
        "Wire",
        "2014-03-14",
        says("membership", actor="a private person", group="Front"),
        says("link", a="nine fighters", b="Front"),
        says("link", a="a minor", b="Front"),
    )
    assert network(FakeView(told), FRONT, on="2014-03-14").rows == ()


def test_the_table_shows_the_ties_and_json_the_actors_too() -> None:
    view = FakeView(report("Wire", "2014-03-14", says("post", person="Baro", group="Front", role="emir")))
    answer = network(view, FRONT, on="2014-03-14")
    shown = write(answer, width=80)
    assert "Baro" in shown and "leads" in shown and "section" not in shown
    assert len([row for row in answer.rows if row.get("section") == "actor"]) == 2


def test_a_span_that_ends_before_it_begins_is_no_span() -> None:
    with pytest.raises(BadDate):
        network(FakeView(), FRONT, since="2015", until="2014")
