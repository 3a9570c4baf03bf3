"""A few reports in, and who is on the roster on a day."""

from __future__ import annotations

import pytest

from allegiance.answers.roster import roster
from allegiance.errors import BadDate
from allegiance.model import Row
from answers.fakes import FakeView, Report, named, report, says

FRONT = named("Front")


def rows(on: str, *reports: Report) -> list[Row]:
    return list(roster(FakeView(*reports), FRONT, on).rows)


def told(on: str, *reports: Report) -> list[tuple[str, str, str]]:
    """Person, role and status of each row."""
    return [(row.get("person"), row.get("role"), row.status) for row in rows(on, *reports)]


def emir(person: str = "Baro", **more: object) -> str:
    return says("post", person=person, group="Front", role="emir", **more)


def test_a_post_seen_attests_its_holder_on_that_day_and_gives_no_start() -> None:
    (row,) = rows("2014-03-02", report("Wire", "2014-03-02", emir()))
    assert (row.get("person"), row.get("role"), row.status) == ("Baro", "emir", "certain")
    assert row.get("since") == "../2014-03-02"
    assert row.get("until") == ""
    assert row.get("first_attested") == row.get("last_attested") == "2014-03-02"


def test_before_he_is_first_heard_of_it_is_unknown_and_after_he_is_last_heard_of_it_is_possible() -> None:
    seen = [report("Wire", "2014-03-02", emir()), report("Paper", "2016-01-01", emir())]
    assert told("2013-01-01", *seen) == [("Baro", "emir", "unknown")]
    assert told("2015-01-01", *seen) == [("Baro", "emir", "certain")]
    (later,) = rows("2017-01-01", *seen)
    assert later.status == "possible" and "last attested 2016-01-01; no end found" in later.because


def test_an_appointment_starts_a_tenure_and_a_removal_ends_it() -> None:
    reports = [
        report("Wire", "2014-03-02", says("appointment", person="Baro", group="Front", role="emir", when="2014-03-01")),
        report("Wire", "2015-06-02", says("removal", person="Baro", group="Front", role="emir", when="2015-06-01")),
    ]
    assert told("2014-02-28", *reports) == []
    assert told("2014-03-01", *reports) == [("Baro", "emir", "certain")]
    (row,) = rows("2015-01-01", *reports)
    assert (row.get("since"), row.get("until"), row.status) == ("2014-03-01", "2015-06-01", "certain")
    assert told("2015-06-02", *reports) == []


def test_nobody_is_attested_later_than_the_report_that_tells_of_him() -> None:
    reports = [
        report("Wire", "2013-06-25", says("membership", actor="Baro", group="Front", phase="current")),
        report("Panel", "2014-02-15", says("join", actor="Baro", to="Front", when="../2014-12~", certainty="doubted")),
    ]
    (row,) = rows("2014-01-01", *reports)
    assert row.get("last_attested") == "2014-02-15"


def test_imprecise_bounds_leave_it_possible_until_they_are_past() -> None:
    reports = [
        report("Wire", "2014-12-31", says("appointment", person="Baro", group="Front", role="emir", when="2014")),
        report("Wire", "2017-01-02", says("removal", person="Baro", group="Front", role="emir", when="2016")),
    ]
    assert [told(day, *reports) for day in ("2013-12-31", "2017-01-01")] == [[], []]
    assert told("2014-06-01", *reports) == [("Baro", "emir", "possible")]
    assert told("2015-06-01", *reports) == [("Baro", "emir", "certain")]
    assert told("2016-06-01", *reports) == [("Baro", "emir", "possible")]


def test_a_single_attributed_claim_is_possible_and_says_according_to_whom() -> None:
    (row,) = rows("2014-03-02", report("Wire", "2014-03-02", emir(sources=["the army"])))
    assert row.status == "possible"
    assert row.get("according_to") == "the army" and "according to the army" in row.because


def test_two_independent_sources_make_it_certain_and_one_source_in_two_papers_does_not() -> None:
    army, chief = emir(sources=["the army"]), emir(sources=["a chief"])
    assert (
        told("2014-03-02", report("Wire", "2014-03-02", army), report("Paper", "2014-03-02", army))[0][2] == "possible"
    )
    (row,) = rows("2014-03-02", report("Wire", "2014-03-02", army), report("Paper", "2014-03-02", chief))
    assert row.status == "certain" and row.get("sources") == "2"


def test_a_denied_claim_alone_puts_nobody_on_the_roster() -> None:
    assert told("2014-03-02", report("Wire", "2014-03-02", emir(certainty="denied"))) == []


def test_a_claim_and_its_denial_are_disputed_and_both_are_evidence() -> None:
    view = FakeView(
        report("Wire", "2014-03-02", emir()),
        report("Paper", "2014-03-02", emir(certainty="denied", sources=["Front"])),
    )
    answer = roster(view, FRONT, "2014-03-02")
    assert [row.status for row in answer.rows] == ["disputed"]
    assert {answer.evidence[claim].claim.certainty for claim in answer.rows[0].claims} == {"stated", "denied"}
    assert answer.rows[0].get("sources") == "1"


def test_a_doubted_claim_is_possible_and_its_doubt_is_shown() -> None:
    (row,) = rows("2014-03-02", report("Wire", "2014-03-02", emir(), emir(certainty="doubted", sources=["a chief"])))
    assert row.status == "possible" and "doubted" in row.because


def test_a_man_killed_before_the_day_is_gone_and_on_the_day_he_is_not_yet() -> None:
    killed = report("Wire", "2014-05-02", emir(), says("killing", victim="Baro", by="Army", when="2014-05-01"))
    assert told("2014-05-02", killed) == []
    assert told("2014-05-01", killed) == [("Baro", "emir", "certain")]


def test_where_the_death_is_disputed_he_stays_disputed() -> None:
    reports = [
        report("Wire", "2014-05-02", emir(), says("killing", victim="Baro", by="Army", when="2014-05-01")),
        report("Paper", "2014-05-03", says("killing", victim="Baro", certainty="denied", sources=["Front"])),
    ]
    (row,) = rows("2014-06-01", *reports)
    assert row.status == "disputed" and "killed or dead: claimed and denied" in row.because
    assert len(row.claims) == 3


def test_who_denies_having_killed_him_does_not_deny_that_he_is_dead() -> None:
    reports = [
        report("Wire", "2014-05-02", emir(), says("killing", victim="Baro", when="2014-05-01")),
        report(
            "Paper", "2014-05-03", says("killing", victim="Baro", by="Union", certainty="denied", sources=["Union"])
        ),
    ]
    assert told("2014-06-01", *reports) == []


def test_a_rumoured_death_leaves_him_possible() -> None:
    rumour = says("killing", victim="Baro", when="2014-05", certainty="possible", sources=["villagers"])
    (row,) = rows("2014-06-01", report("Wire", "2014-05-20", emir()), report("Paper", "2014-06-01", rumour))
    assert row.status == "possible" and "said to be killed or dead" in row.because


def test_a_rumour_of_an_earlier_death_does_not_end_the_post_before_the_death_that_is_stated() -> None:
    (row,) = rows(
        "2012-01-01",
        report("Wire", "2009-08-02", emir()),
        report(
            "Daily",
            "2013-07-06",
            emir(),
            says("killing", victim="Baro"),
            says("killing", victim="Baro", when="2010", certainty="reported"),
        ),
    )
    assert (row.status, "2010" in row.because) == ("possible", False)


def test_a_man_seen_after_he_was_said_to_be_dead_is_disputed() -> None:
    reports = [
        report("Wire", "2014-05-02", emir(), says("killing", victim="Baro", when="2014-05-01")),
        report("Paper", "2015-01-02", emir(when="2015-01-01")),
    ]
    assert told("2015-01-01", *reports) == [("Baro", "emir", "disputed")]


def test_two_men_in_a_single_post_at_once_dispute_it_each_with_the_others_evidence() -> None:
    view = FakeView(report("Wire", "2014-03-02", emir("Baro")), report("Paper", "2014-03-02", emir("Omar")))
    answer = roster(view, FRONT, "2014-03-02")
    assert [(r.get("person"), r.status) for r in answer.rows] == [("Baro", "disputed"), ("Omar", "disputed")]
    assert "Omar" in answer.rows[0].because
    assert set(answer.rows[0].claims) == set(answer.rows[1].claims)


def test_two_commanders_are_no_dispute() -> None:
    both = [says("post", person=p, group="Front", role="commander") for p in ("Baro", "Omar")]
    assert [s for _, _, s in told("2014-03-02", report("Wire", "2014-03-02", *both))] == ["certain", "certain"]


def test_governors_of_two_provinces_are_no_dispute_and_of_one_they_are() -> None:
    def governor(person: str, area: str) -> str:
        return says("post", person=person, group="Front", role="governor", area=area)

    apart = report("Wire", "2014-03-02", governor("Baro", "Kunar"), governor("Omar", "Helmand"))
    assert {s for _, _, s in told("2014-03-02", apart)} == {"certain"}
    together = report("Wire", "2014-03-02", governor("Baro", "Kunar"), governor("Omar", "Kunar"))
    assert {s for _, _, s in told("2014-03-02", together)} == {"disputed"}


def test_a_later_holder_of_a_single_post_follows_an_earlier_one_whose_end_no_report_tells() -> None:
    reports = [report("Wire", "2012-01-01", emir("Omar")), report("Wire", "2014-01-01", emir("Baro"))]
    assert told("2014-01-01", *reports) == [("Baro", "emir", "certain")]
    assert told("2013-01-01", *reports) == [("Omar", "emir", "possible"), ("Baro", "emir", "unknown")]


def test_a_successor_ends_his_predecessor() -> None:
    reports = [
        report("Wire", "2012-01-01", emir("Omar")),
        report(
            "Wire",
            "2013-05-02",
            says("succession", person="Baro", predecessor="Omar", role="emir", group="Front", when="2013-05-01"),
        ),
    ]
    assert told("2013-05-02", *reports) == [("Baro", "emir", "possible")]
    handover = {row.get("person"): row.status for row in rows("2013-05-01", *reports)}
    assert handover == {"Baro": "certain", "Omar": "certain"}, "each held it for a part of that day"


def test_a_death_does_not_attest_the_post_until_then() -> None:
    reports = [
        report("Wire", "2012-01-01", emir()),
        report("Wire", "2018-05-02", says("killing", victim="Baro", when="2018-05-01")),
    ]
    assert told("2015-01-01", *reports) == [("Baro", "emir", "possible")]
    assert told("2018-05-02", *reports) == []
    removed = says("removal", person="Baro", group="Front", role="emir", when="2018-05-01")
    assert told("2015-01-01", reports[0], report("Wire", "2018-05-02", removed)) == [("Baro", "emir", "certain")]


def test_former_attests_an_end_before_then() -> None:
    (row,) = rows("2014-01-01", report("Wire", "2014-03-02", emir(phase="former")))
    assert row.get("until") == "../2014-03-02"
    assert row.status == "unknown"
    assert told("2014-03-03", report("Wire", "2014-03-02", emir(phase="former"))) == []


def test_a_post_lost_and_regained_is_two_tenures() -> None:
    reports = [
        report("Wire", "2012-01-01", says("appointment", person="Baro", group="Front", role="emir", when="2012-01-01")),
        report("Wire", "2013-01-01", says("removal", person="Baro", group="Front", role="emir", when="2013-01-01")),
        report("Wire", "2015-01-01", says("appointment", person="Baro", group="Front", role="emir", when="2015-01-01")),
        report("Wire", "2016-01-01", emir()),
    ]
    assert told("2014-01-01", *reports) == []
    assert [r.get("since") for r in rows("2012-06-01", *reports)] == ["2012-01-01"]
    assert [r.get("since") for r in rows("2015-06-01", *reports)] == ["2015-01-01"]


def test_who_joined_belongs_until_he_leaves_and_a_defection_ends_his_post_too() -> None:
    reports = [
        report("Wire", "2013-01-01", says("join", actor="Baro", to="Front", when="2013-01-01"), emir()),
        report("Wire", "2014-01-02", says("join", actor="Baro", from_="Front", to="Union", when="2014-01-01")),
    ]
    assert told("2013-06-01", *reports) == [("Baro", "emir", "certain"), ("Baro", "member", "certain")]
    assert told("2014-01-02", *reports) == []


def test_the_post_that_the_report_of_a_fall_gives_a_man_was_his_at_his_fall() -> None:
    fell = report("Wire", "2014-05-09", emir(), says("killing", victim="Baro", when="2014-05-01"))
    assert told("2014-05-05", fell) == []


def test_a_pledge_to_the_group_is_belonging_and_to_its_leader_derived_and_possible() -> None:
    view_reports = [
        report("Wire", "2014-01-01", emir("Omar")),
        report("Wire", "2014-02-02", says("pledge", actor="Baro", to="Omar", when="2014-02-01")),
        report("Wire", "2014-02-02", says("pledge", actor="Sani", to="Front", when="2014-02-01")),
    ]
    by_name = {r.get("person"): r for r in rows("2014-02-01", *view_reports)}
    assert (by_name["Sani"].get("role"), by_name["Sani"].status) == ("member", "certain")
    assert (by_name["Baro"].get("role"), by_name["Baro"].status) == ("pledged to Omar", "possible")
    assert by_name["Baro"].because.startswith("derived")


def test_a_pledge_to_a_leader_is_open_once_he_is_dead() -> None:
    reports = [
        report("Wire", "2014-01-01", emir("Omar")),
        report("Wire", "2014-02-02", says("pledge", actor="Baro", to="Omar", when="2014-02-01")),
        report("Wire", "2014-03-02", says("killing", victim="Omar", when="2014-03-01")),
    ]
    (row,) = rows("2014-04-01", *reports)
    assert row.get("person") == "Baro" and "open since Omar is said to be dead" in row.because


def test_a_captured_man_is_possible_until_he_is_released() -> None:
    reports = [
        report("Wire", "2013-01-01", emir()),
        report("Wire", "2014-01-02", says("detention", person="Baro", by="Army", when="2014-01-01")),
        report("Wire", "2014-06-02", says("release", person="Baro", when="2014-06-01")),
        report("Wire", "2015-01-01", emir()),
    ]
    (held,) = rows("2014-03-01", *reports)
    assert held.status == "possible" and "no release found" in held.because
    assert told("2014-07-01", *reports) == [("Baro", "emir", "certain")]


def test_unnamed_men_are_not_on_a_roster() -> None:
    nobody = says("membership", actor="a Taliban commander", group="Front")
    assert told("2014-03-02", report("Wire", "2014-03-02", nobody)) == []


def test_undated_reports_leave_it_unknown() -> None:
    (row,) = rows("2014-03-02", report("Wire", "", emir()))
    assert row.status == "unknown" and row.get("since") == ""


def test_every_row_rests_on_claims_that_are_in_the_evidence() -> None:
    view = FakeView(
        report("Wire", "2014-03-02", emir(), says("membership", actor="Sani", group="Front")),
        report("Paper", "2014-03-03", says("killing", victim="Sani", when="2014-01"), emir(certainty="doubted")),
    )
    answer = roster(view, FRONT, "2014-03-02")
    assert answer.rows and all(row.claims and set(row.claims) <= set(answer.evidence) for row in answer.rows)


def test_a_month_is_answered_for_its_surest_day_and_says_so() -> None:
    answer = roster(FakeView(report("Wire", "2014-03-02", emir())), FRONT, "2014-03")
    assert answer.problems == ("2014-03 is more than a day: each row is as sure as on its surest day within",)
    assert [row.status for row in answer.rows] == ["certain"]


@pytest.mark.parametrize(
    ("on", "baro", "omar"),
    [
        ("2014", "certain", None),
        ("2014-06/2014-12", "certain", None),
        ("2015-04/2015-12", None, "certain"),
        ("2015", "certain", "certain"),
        ("../2013-12", None, None),
        ("2018-01/..", None, "possible"),
    ],
)
def test_in_a_span_stands_whoever_held_a_post_at_some_time_of_it_and_who_took_over_is_no_rival(
    on: str, baro: str | None, omar: str | None
) -> None:
    began = says("appointment", person="Baro", group="Front", role="emir", when="2014-01-01")
    change = [
        says("removal", person="Baro", group="Front", role="emir", when="2015-03-01"),
        says("appointment", person="Omar", group="Front", role="emir", when="2015-03-05"),
    ]
    seen = says("post", person="Omar", group="Front", role="leader")
    reports = [
        report("Wire", "2014-01-02", began),
        report("Wire", "2015-03-06", *change),
        report("W", "2016-01-01", seen),
    ]
    found = {row.get("person"): row.status for row in rows(on, *reports)}
    assert (found.get("Baro"), found.get("Omar")) == (baro, omar)


def test_who_was_disputed_for_a_part_of_a_span_is_certain_there_with_a_word_of_it() -> None:
    reports = [report("Wire", f"2014-03-{day}", emir()) for day in ("02", "25")]
    reports.append(report("Paper", "2014-03-20", emir("Omar")))
    found = {row.get("person"): row for row in rows("2014-03", *reports)}
    assert {person: row.status for person, row in found.items()} == {"Baro": "certain", "Omar": "disputed"}
    assert "disputed at other times of the span" in found["Baro"].because


def test_a_text_that_is_no_date_is_refused() -> None:
    with pytest.raises(BadDate):
        roster(FakeView(report("Wire", "2014", emir())), FRONT, "last week")


def test_an_end_that_is_only_said_or_disputed_gives_no_end() -> None:
    left = says("join", actor="Baro", from_="Front", to="Union", when="2014-05", sources=["the army"])
    (row,) = rows("2014-06-01", report("Wire", "2014-06-01", emir(), left))
    assert row.get("until") == "" and row.status == "possible" and "said to be left" in row.because


def test_an_undated_end_that_is_only_said_does_not_touch_a_day_before_a_later_sighting() -> None:
    follows = says("succession", person="Omar", predecessor="Baro", role="emir", group="Front", sources=["a chief"])
    reports = [
        report("Wire", "2014-01-01", emir()),
        report("Wire", "2015-01-01", emir()),
        report("Paper", "2017-01-01", follows),
    ]
    assert told("2014-06-01", *reports)[0] == ("Baro", "emir", "certain")


def test_a_leader_said_to_be_dead_and_told_of_later_stays_disputed() -> None:
    reports = [
        report("Wire", "2014-05-02", emir(), says("killing", victim="Baro", when="2014-05-01")),
        report("Paper", "2015-01-02", says("release", person="Baro", when="2015-01-01")),
    ]
    assert told("2014-06-01", *reports) == [("Baro", "emir", "disputed")]


def test_two_men_said_to_be_the_deputy_dispute_it_under_whatever_words() -> None:
    both = report(
        "Wire",
        "2016-03-02",
        says("post", person="Lakhal", group="Front", role="deputy leader"),
        says("post", person="Bedri", group="Front", role="deputy", sources=["a panel"]),
    )
    assert {status for _, _, status in told("2016-03-02", both)} == {"disputed"}


def test_who_may_have_begun_only_later_is_no_rival() -> None:
    later = says("appointment", person="Kele", group="Front", role="emir", when="2016")
    reports = [
        report("Wire", "2016-01-01", emir()),
        report("Wire", "2016-05-09", emir(), says("removal", person="Baro", role="emir", when="2016-05-08")),
        report("Paper", "2017-01-01", later),
    ]
    assert told("2016-04-01", *reports) == [("Baro", "emir", "certain"), ("Kele", "emir", "possible")]


def test_a_fall_in_one_group_does_not_date_a_post_in_another() -> None:
    looking_back = report(
        "Courier",
        "2021-02-25",
        emir(),
        says("join", actor="Baro", from_="Union", to="Front", when="2014"),
    )
    assert [r.get("first_attested") for r in rows("2021-02-25", looking_back) if r.get("role") == "emir"] == [
        "2021-02-25"
    ]


def test_an_undated_fall_says_by_when_the_post_was_his_and_not_until_when() -> None:
    slain = says("post", person="Baro", group="Front", role="emir", sentence="Its slain emir, Baro, was named.")
    fell = says("succession", person="Omar", predecessor="Baro", group="Front", role="emir")
    (row,) = (r for r in rows("2014-01-01", report("Paper", "2016-01-08", slain, fell)) if r.get("person") == "Baro")
    assert (row.get("first_attested"), row.get("last_attested"), row.status) == ("2016-01-08", "", "unknown")


def test_the_post_at_a_fall_that_another_report_dates_was_his_until_then() -> None:
    slain = says("post", person="Baro", group="Front", role="emir", sentence="Its slain emir, Baro, was named.")
    fell = says("succession", person="Omar", predecessor="Baro", group="Front", role="emir")
    reports = [
        report("Wire", "2014-03-02", emir()),
        report("Wire", "2015-11-22", says("killing", victim="Baro", when="2015-11-21")),
        report("Paper", "2016-01-08", slain, fell),
    ]
    assert ("Baro", "emir", "certain") in told("2015-06-01", *reports)
    assert ("Baro", "emir", "possible") in told("2015-06-01", *reports[:2])


def test_a_post_of_which_a_month_alone_is_told_is_attested_in_that_month() -> None:
    (row,) = rows("2014-03-15", report("Wire", "2014-06-01", emir(when="2014-03")))
    assert row.get("first_attested") == row.get("last_attested") == "2014-03"


def test_a_post_told_of_with_its_area_and_without_is_one_and_of_two_areas_are_two() -> None:
    def commander(**area: str) -> str:
        return says("post", person="Baro", group="Front", role="military commander", **area)

    both = [report("Wire", "2014-01-01", commander(area="all sectors")), report("Paper", "2016-01-01", commander())]
    assert told("2015-01-01", *both) == [("Baro", "military commander", "certain")]
    two = [*both, report("Paper", "2016-01-01", commander(area="the north"))]
    assert len(told("2015-01-01", *two)) == 3


def test_a_governor_told_of_without_his_province_is_governor_of_the_one_that_is_told() -> None:
    line = {"person": "Baro", "group": "Front", "role": "governor"}
    seen = [report("Wire", "2014-01-01", says("post", **line, area="Kunar")), report("W", "2016", says("post", **line))]
    (row,) = rows("2015-01-01", *seen)
    assert (row.get("area"), row.status) == ("Kunar", "certain")
