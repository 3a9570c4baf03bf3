"""Where a group comes from and what became of it."""

from __future__ import annotations

from allegiance.answers.lineage import MOST_GROUPS, lineage
from answers.fakes import FakeView, named, report, says


def test_splits_mergers_and_names_are_followed_from_group_to_group_in_order_of_time() -> None:
    view = FakeView(
        report(
            "Wire",
            "2019-01-01",
            says("merger", group="Union", into="League", when="2018"),
            says("split", group="Front", from_="Party", when="2009"),
            says("founding", group="Party", founder="Omar", when="1990"),
            says("renaming", group="Front", name="Union", when="2014"),
            says("affiliation", group="Radio Front", parent="Front", when="2012"),
            says("split", group="Elsewhere", from_="Nowhere", when="2000"),
        )
    )
    answer = lineage(view, named("Front"))
    told = [(row.get("date"), row.get("type"), row.get("who"), row.get("steps")) for row in answer.rows]
    assert told == [
        ("1990", "founding", "Party", "1"),
        ("2009", "split", "Front", "0"),
        ("2012", "affiliation", "Radio Front", "0"),
        ("2014", "renaming", "Front", "0"),
        ("2018", "merger", "Union", "1"),
    ]
    assert all(set(row.claims) <= set(answer.evidence) for row in answer.rows)


def test_a_denied_split_is_shown_denied() -> None:
    view = FakeView(report("Wire", "2019-01-01", says("split", group="Front", from_="Party", certainty="denied")))
    assert [row.status for row in lineage(view, named("Front")).rows] == ["denied"]


def test_a_ring_of_splits_ends_and_a_family_without_end_is_cut_and_said_to_be() -> None:
    ring = FakeView(report("W", "2019", says("split", group="A", from_="B"), says("split", group="B", from_="A")))
    assert len(lineage(ring, named("A")).rows) == 2
    long = [says("split", group=f"G{n + 1}", from_=f"G{n}") for n in range(MOST_GROUPS + 20)]
    answer = lineage(FakeView(report("W", "2019", *long)), named("G0"))
    assert answer.problems == (f"only the {MOST_GROUPS} nearest groups were followed",)
