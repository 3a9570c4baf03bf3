"""Laws of tenures and ties, whatever is told: of order, of evidence, of hearsay, of denial."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.answers.network import network
from allegiance.answers.roster import roster
from allegiance.model import Answer, Kind
from answers.fakes import FakeView, named, report, says

DAYS = st.sampled_from(["2013-06-01", "2014-03-02", "2014-09-01", "2015-06-01", "2016-12-31"])
SPANS = st.sampled_from(["2013", "2014-03", "2014-01/2015-12", "../2014", "2015-06/.."])
PEOPLE = st.sampled_from(["Baro", "Omar", "Sall"])
WHEN = st.sampled_from(["", "2014", "2014-03", "2014-03-01", "2015-01~", "2013/2016", "2015-05-05"])
SOURCES = st.sampled_from([[], ["the army"], ["two elders"]])
CERTAINTIES = st.sampled_from(["stated", "stated", "reported", "possible", "doubted", "denied"])
KINDS = ["post", "appointment", "removal", "membership", "join", "leave", "killing", "alliance"]
RANKS = {"": 0, "unknown": 0, "possible": 1, "disputed": 1, "certain": 2}


@st.composite
def lines(draw: st.DrawFn, certainty: st.SearchStrategy[str] = CERTAINTIES) -> str:
    """One claim about the Front or its people, in the exchange format."""
    kind = draw(
        st.sampled_from(["post", "appointment", "removal", "membership", "join", "leave", "killing", "alliance"])
    )
    who, more = draw(PEOPLE), {"certainty": draw(certainty), "sources": draw(SOURCES)}
    if when := draw(WHEN):
        more["when"] = when
    if kind in ("post", "appointment", "removal"):
        return says(kind, person=who, group="Front", role=draw(st.sampled_from(["emir", "treasurer"])), **more)
    if kind == "membership":
        return says(kind, actor=who, group="Front", phase=draw(st.sampled_from(["current", "former"])), **more)
    if kind == "alliance":
        return says(kind, a="Front", b=draw(st.sampled_from(["Union", "League"])), **more)
    if kind == "killing":
        return says(kind, victim=who, **more)
    return says(kind, actor=who, **({"to": "Front"} if kind == "join" else {"from_": "Front"}), **more)


Reports = list[tuple[str, str, list[str]]]
REPORTS = st.lists(
    st.tuples(st.sampled_from(["Wire", "Paper", "Radio"]), DAYS, st.lists(lines(), min_size=1, max_size=3)), max_size=6
)


def view(reports: Reports) -> FakeView:
    return FakeView(*(report(publisher, published, *told) for publisher, published, told in reports))


def held(answer: Answer) -> list[tuple[str, ...]]:
    keys = ("person", "role", "since", "until", "first_attested", "last_attested", "sources", "who", "tie", "whom")
    return sorted((row.status, *(row.get(key) for key in keys)) for row in answer.rows if row.get("section") != "actor")


@settings(deadline=None)
@given(REPORTS, DAYS | SPANS)
def test_the_order_in_which_reports_were_recorded_makes_no_difference(reports: Reports, on: str) -> None:
    front = named("Front")
    numbered = [(f"{publisher} {n}", day, told) for n, (publisher, day, told) in enumerate(reports)]
    there, back = view(numbered), view(numbered[::-1])
    assert held(roster(there, front, on)) == held(roster(back, front, on))
    assert held(network(there, front, on=on)) == held(network(back, front, on=on))


@settings(deadline=None)
@given(st.lists(st.tuples(DAYS, st.lists(lines(), max_size=3)), max_size=5), DAYS | SPANS)
def test_the_word_of_one_source_is_never_certain(told: list[tuple[str, list[str]]], on: str) -> None:
    reports = []
    for n, (day, several) in enumerate(told):
        heard = [line.replace('"sources": []', '"sources": ["the army"]') for line in several]
        reports.append((f"P{n}", day, [line.replace('"two elders"', '"the army"') for line in heard]))
    assert all(row.status != "certain" for row in roster(view(reports), named("Front"), on).rows)
    assert all(row.status != "certain" for row in network(view(reports), named("Front"), on=on).rows)


@settings(deadline=None)
@given(st.lists(st.tuples(DAYS, lines(st.sampled_from(["denied", "doubted"]))), max_size=6), DAYS)
def test_denials_and_doubts_alone_make_nobody_certain(told: list[tuple[str, str]], on: str) -> None:
    reports = [(f"P{n}", day, [line]) for n, (day, line) in enumerate(told)]
    assert all(row.status != "certain" for row in roster(view(reports), named("Front"), on).rows)


@settings(deadline=None)
@given(REPORTS, DAYS)
def test_a_denial_makes_no_other_row_surer(reports: Reports, on: str) -> None:
    denial = says("post", person="Baro", group="Front", role="emir", certainty="denied")
    more = [*reports, ("Gazette", "2015-01-01", [denial])]
    rosters = [roster(view(told), named("Front"), on).rows for told in (reports, more)]
    before, after = ({(r.get("person"), r.get("role")): RANKS[r.status] for r in rows} for rows in rosters)
    assert all(after.get(key, 0) <= rank for key, rank in before.items() if key[0] == "Baro")


@settings(deadline=None)
@given(DAYS, st.integers(1, 5))
def test_a_further_sighting_never_makes_a_post_less_sure(on: str, times: int) -> None:
    days = ["2013-06-01", "2014-03-02", "2014-09-01", "2015-06-01", "2016-12-31"]
    seen = [("Wire", day, [says("post", person="Baro", group="Front", role="emir")]) for day in days]
    ranks = []
    for count in range(times + 1):
        rows = roster(view(seen[:count]), named("Front"), on).rows
        ranks.append(max((RANKS[row.status] for row in rows), default=0))
    assert all(earlier <= later for earlier, later in pairwise(ranks))


@settings(deadline=None)
@given(REPORTS, DAYS)
def test_who_is_certain_on_a_day_is_certain_in_every_span_around_it(reports: Reports, on: str) -> None:
    def sure(asked: str) -> set[tuple[str, str, str]]:
        rows = roster(view(reports), named("Front"), asked).rows
        return {(r.get("person"), r.get("role"), r.get("since")) for r in rows if r.status == "certain"}

    assert sure(on) <= sure(on[:4])


@settings(deadline=None)
@given(REPORTS, DAYS)
def test_a_man_sees_the_ties_that_his_group_sees(reports: Reports, on: str) -> None:
    told = view(reports)
    of_group = held(network(told, named("Front"), on=on))
    for person in ("Baro", "Omar", "Sall"):
        mine = held(network(told, named(person, Kind.PERSON), on=on))
        assert mine == [row for row in of_group if person in row]
