"""What is told of one actor, by subject."""

from __future__ import annotations

from allegiance.answers.dossier import SECTIONS, dossier
from allegiance.model import Answer, Kind, Row
from answers.fakes import FakeView, Report, named, report, says

BARO = named("Baro", Kind.PERSON)


def of(*reports: Report, aliases: dict[str, str] | None = None) -> Answer:
    return dossier(FakeView(*reports, aliases=aliases), BARO)


def section(answer: Answer, name: str) -> list[Row]:
    return [row for row in answer.rows if row.get("section") == name]


def test_sections_stand_in_their_order_and_every_row_has_one() -> None:
    answer = of(
        report(
            "Wire",
            "2014-03-14",
            says("rivalry", a="Baro", b="Omar"),
            says("killing", victim="Baro", by="Army"),
            says("attack", actor="Baro", target="Market"),
            says("join", actor="Baro", to="Union"),
            says("post", person="Baro", group="Front", role="emir"),
            says("alias", name="Baro", other="Colonel Tonnerre"),
        )
    )
    met = list(dict.fromkeys(row.get("section") for row in answer.rows))
    assert met == list(SECTIONS[:-1])


def test_every_spelling_is_shown_with_the_reports_that_have_it() -> None:
    answer = of(
        report("Wire", "2014", says("join", actor="Baro", to="Union")),
        report("Paper", "2014", says("leave", actor="Idris Baro", from_="Front")),
        report("Radio", "2014", says("leave", actor="Idris Baro", from_="Front")),
        aliases={"Idris Baro": "Baro"},
    )
    assert [(row.get("what"), row.because) for row in section(answer, "names")] == [
        ("Idris Baro", "so spelt in 2 reports"),
        ("Baro", "so spelt in 1 report"),
    ]


def test_a_post_is_a_tenure_with_both_its_bounds() -> None:
    answer = of(
        report("Wire", "2014-03-02", says("appointment", person="Baro", group="Front", role="emir", when="2014-03-01")),
        report("Wire", "2015-06-02", says("removal", person="Baro", group="Front", role="emir", when="2015-06")),
    )
    (post,) = section(answer, "posts")
    assert (post.get("since"), post.get("until"), post.status) == ("2014-03-01", "2015-06", "certain")
    assert "removed 2015-06: certain" in post.because


def test_a_post_without_an_end_says_so_and_asks() -> None:
    answer = of(report("Wire", "2014-03-02", says("post", person="Baro", group="Front", role="emir")))
    (post,) = section(answer, "posts")
    assert post.get("since") == "../2014-03-02" and "no end found" in post.because
    assert [row.get("what") for row in section(answer, "open questions")] == ["Until when was Baro emir?"]


def test_a_post_that_no_report_names_is_asked_about_as_a_post() -> None:
    answer = of(report("Wire", "2014-03-02", says("succession", person="Baro", predecessor="Omar")))
    assert [row.get("what") for row in section(answer, "open questions")] == ["Until when did Baro hold the post?"]


def test_a_post_that_is_only_denied_is_denied() -> None:
    line = says("post", person="Baro", group="Front", role="emir", certainty="denied")
    (post,) = section(of(report("Wire", "2014-03-02", line)), "posts")
    assert post.status == "denied"


def test_a_death_claimed_and_denied_is_disputed_and_asked() -> None:
    answer = of(
        report("Wire", "2014-05-02", says("killing", victim="Baro", when="2014-05-01", sources=["the army"])),
        report("Paper", "2014-05-03", says("killing", victim="Baro", certainty="denied", sources=["Front"])),
    )
    (fate,) = section(answer, "fate")
    assert (fate.status, fate.get("denied_by")) == ("disputed", "Front")
    assert [(row.get("what"), row.status) for row in section(answer, "open questions")] == [
        ("Is Baro dead?", "disputed")
    ]


def test_whom_he_killed_is_an_event_and_no_fate() -> None:
    answer = of(report("Wire", "2014-05-02", says("killing", victim="Omar", by="Baro")))
    assert not section(answer, "fate") and len(section(answer, "events")) == 1


def test_a_detention_without_an_outcome_says_so_and_asks() -> None:
    answer = of(report("Wire", "2014-01-02", says("detention", person="Baro", by="Army", when="2014-01-01")))
    assert [row.get("outcome") for row in section(answer, "events")] == ["no outcome found"]
    assert [row.get("what") for row in section(answer, "open questions")] == [
        "What became of Baro after the detention?"
    ]


def test_the_dossier_of_a_captor_shows_what_became_of_his_captives() -> None:
    view = FakeView(
        report(
            "Wire",
            "2014-07-01",
            says("detention", person="Omar", by="Baro", when="2014-01-01"),
            says("release", person="Omar", by="Union", when="2014-06-01"),
        )
    )
    (event,) = section(dossier(view, BARO), "events")
    assert event.get("outcome") == "released 2014-06-01"


def test_the_dossier_of_a_group_lists_who_held_its_posts() -> None:
    view = FakeView(report("Wire", "2014-03-02", says("post", person="Baro", group="Front", role="emir")))
    (post,) = section(dossier(view, named("Front")), "posts")
    assert (post.get("what"), post.get("role")) == ("Baro", "emir")


def test_every_row_rests_on_claims_that_are_in_the_evidence() -> None:
    answer = of(
        report("Wire", "2014", says("join", actor="Baro", to="Union"), says("detention", person="Baro")),
        report("Paper", "2015", says("release", person="Baro", certainty="denied"), says("death", person="Baro")),
    )
    assert answer.rows and all(row.claims and set(row.claims) <= set(answer.evidence) for row in answer.rows)


def test_a_man_told_of_alive_after_his_death_is_disputed_dead() -> None:
    answer = of(
        report("Wire", "2016-05-10", says("killing", victim="Baro", by="Army", when="2016-05-09")),
        report("Courier", "2021-02-25", says("leave", actor="Baro", from_="Front", when="2021-02-23")),
    )
    (fate,) = section(answer, "fate")
    assert fate.status == "disputed" and "told of alive later: leave 2021-02-23" in fate.because
    assert len(fate.claims) == 2


def test_a_report_of_a_later_date_alone_is_no_sign_of_life() -> None:
    answer = of(
        report("Wire", "2016-05-10", says("killing", victim="Baro", by="Army", when="2016-05-09")),
        report("Courier", "2021-02-25", says("leave", actor="Baro", from_="Front")),
    )
    assert [row.status for row in section(answer, "fate")] == ["stated"]


def test_an_undated_detention_is_no_earlier_than_a_death_that_an_older_report_told_of() -> None:
    answer = of(
        report("Wire", "2016-05-10", says("killing", victim="Baro", when="2016-05-09", sources=["the army"])),
        report("Courier", "2021-02-25", says("detention", person="Baro", by="Ministry", manner="held")),
    )
    assert [row.get("outcome") for row in section(answer, "events")] == ["no outcome found"]


def test_a_post_that_nobody_followed_in_is_an_open_question_of_its_group() -> None:
    reports = [
        report("Wire", "2014-03-14", says("post", person="Baro", group="Front", role="spokesman")),
        report("Wire", "2015-03-14", says("removal", person="Baro", group="Front", role="spokesman", when="2015-03")),
    ]
    open_now = section(dossier(FakeView(*reports), named("Front")), "open questions")
    assert [(row.get("what"), row.status) for row in open_now] == [("Who followed Baro as spokesman?", "unknown")]
    assert open_now[0].claims
    filled = report("P", "2015-05", says("appointment", person="Omar", group="Front", role="spokesman", when="2015-04"))
    followed = section(dossier(FakeView(*reports, filled), named("Front")), "open questions")
    assert [row.get("what") for row in followed] == ["Until when was Omar spokesman?"]
