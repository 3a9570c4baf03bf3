"""The mapping from claims to the coder's form, on claims made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from allegiance.model import Certainty, Claim, Filler, Phase, Span
from bench.measuring import isaf

TEXT = "In Achin district, Nangarhar province, yesterday, a force killed two men and seized a Haqqani leader in Khost."


def claim(kind: str, when: str = "", where: str = "", count: tuple[int, int] | None = None, **roles: str) -> Claim:
    fillers = tuple(Filler(role, name) for role, name in roles.items())
    phase = Phase.CURRENT if kind == "post" else Phase.NONE
    return Claim("sha256:0", kind, fillers, Span(0, len(TEXT)), when=when, where=where, phase=phase, count=count)


def form(
    claims: list[Claim], days: tuple[str, ...] = (), names: tuple[str, ...] = (), published: str = ""
) -> isaf.Form:
    return isaf.form_of(isaf.Told(tuple(claims), TEXT, days, names, published))


def test_the_first_dated_event_gives_the_date_and_an_interval_its_first_day() -> None:
    events = [claim("killing", victim="two men"), claim("detention", when="2012-03-04/2012-03-05", person="a man")]
    assert form(events).start == "2012-03-04"


def test_a_month_is_no_start_date() -> None:
    assert form([claim("killing", when="2012-03", victim="two men")]).start == ""


def test_the_place_of_an_event_goes_before_the_words_that_it_rests_on() -> None:
    assert form([claim("killing", where="Khost", victim="two men")]).province == "khost"
    assert form([claim("killing", where="Achin", victim="two men")]).province == "nangarhar"


def test_a_release_without_an_event_is_dated_and_placed_by_what_the_reader_finds_in_its_text() -> None:
    post = claim("post", person="Idris Baro", group="Taliban", role="leader")
    assert form([post]) == isaf.Form(groups=frozenset({"taliban"}))
    assert form([post], days=("2012-03", "2012-03-04"), names=("Kohi", "Khost")).start == "2012-03-04"
    assert form([post], names=("Kohi", "Khost", "Kunar")).province == "khost"
    assert form([post], published="2012-03-05").start == "2012-03-05"
    assert form([], names=("Haqqani network",)).groups == frozenset({"haqqani"})


def test_what_was_done_to_someone_dates_a_release_before_what_he_had_done() -> None:
    had_done = claim("attack", when="2012-03-01", where="Kunar", actor="Idris Baro", target="a post")
    events = [had_done, claim("detention", when="2012-03-04", where="Khost", person="Idris Baro")]
    assert (form(events).start, form(events).province) == ("2012-03-04", "khost")


@pytest.mark.parametrize(
    ("said", "coded"),
    [("Paktia", "paktya"), ("Wali in Sar-e Pul", "sar-e pul"), ("Uruzgan", "uruzgan"), ("Quetta", "")],
)
def test_provinces_are_spelt_as_the_coder_spells_them(said: str, coded: str) -> None:
    assert isaf.first_province(said) == coded


def test_a_leader_is_one_described_so_or_one_who_holds_such_a_post() -> None:
    post = claim("post", person="Idris Baro", group="Taliban", role="senior leader")
    assert form([post, claim("killing", victim="Idris Baro")]).killed == 1
    assert form([claim("killing", victim="Idris Baro")]).killed == 0
    assert form([claim("detention", person="a Taliban commander")]).captured == 1


def test_a_leader_who_is_named_later_is_not_counted_twice() -> None:
    post = claim("post", person="Idris Baro", group="Taliban", role="leader")
    events = [claim("detention", person="a Taliban leader"), claim("detention", person="Idris Baro")]
    assert form([post, *events]).captured == 1


def test_a_count_says_how_many_leaders_there_were() -> None:
    assert form([claim("killing", victim="two Taliban leaders", count=(2, 2))]).killed == 2


def test_what_is_denied_did_not_happen() -> None:
    event = claim("killing", when="2012-03-04", victim="a Taliban leader")
    denied = Claim(event.document, event.type, event.roles, event.evidence, when=event.when, certainty=Certainty.DENIED)
    assert form([denied]) == isaf.Form()


def test_spotting_words_passes_over_the_city_that_releases_come_from() -> None:
    said = isaf.spotted(
        "KABUL, Afghanistan (Jan. 25, 2013)\nA force killed a Taliban leader in Ghazni province yesterday."
    )
    assert said == isaf.Form("2013-01-25", "ghazni", frozenset({"taliban"}), 1, 0)


def test_each_field_counts_values_right_said_and_coded() -> None:
    ours = isaf.Form("2013-01-24", "ghazni", frozenset({"taliban", "imu"}), 2, 0)
    coded = isaf.Form("2013-01-24", "khost", frozenset({"taliban"}), 1, 1)
    rows = {
        row.field: (row.figure.right, row.figure.said, row.figure.gold, row.agree)
        for row in isaf.measure([(ours, coded)])
    }
    assert rows == {
        "start date": (1, 1, 1, 1),
        "province": (0, 1, 1, 0),
        "target group": (1, 2, 1, 0),
        "leaders killed": (1, 2, 1, 0),
        "leaders captured": (0, 0, 1, 0),
    }


def test_the_form_of_a_file_keeps_what_can_be_said_in_it(tmp_path: Path) -> None:
    coded = {"start_date": "2013-01-24", "province": ["??"], "target_group": ["aq;taliban"]}
    line = {"text": TEXT, "gold": coded | {"min_leaders_killed": 1, "min_leaders_captured": 0, "name": "5"}}
    (tmp_path / "data/isaf").mkdir(parents=True)
    (tmp_path / "data/isaf/releases.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    (release,) = isaf.load(tmp_path)
    assert release.coded == isaf.Form("2013-01-24", "", frozenset({"aq", "taliban"}), 1, 0)
    assert release.report.document.text == TEXT
