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


def test_the_first_dated_event_gives_the_date_and_an_interval_its_first_day() -> None:
    events = [claim("killing", victim="two men"), claim("detention", when="2012-03-04/2012-03-05", person="a man")]
    assert isaf.form_of(events, TEXT).start == "2012-03-04"


def test_a_month_is_no_start_date() -> None:
    assert isaf.form_of([claim("killing", when="2012-03", victim="two men")], TEXT).start == ""


def test_the_place_of_an_event_goes_before_the_words_that_it_rests_on() -> None:
    assert isaf.form_of([claim("killing", where="Khost", victim="two men")], TEXT).province == "khost"
    assert isaf.form_of([claim("killing", where="Achin", victim="two men")], TEXT).province == "nangarhar"


def test_a_release_without_an_event_gives_no_place_and_no_date() -> None:
    said = isaf.form_of([claim("post", person="Idris Baro", group="Taliban", role="leader")], TEXT)
    assert (said.start, said.province, said.groups) == ("", "", frozenset({"taliban"}))


@pytest.mark.parametrize(
    ("said", "coded"),
    [("Paktia", "paktya"), ("Wali in Sar-e Pul", "sar-e pul"), ("Uruzgan", "uruzgan"), ("Quetta", "")],
)
def test_provinces_are_spelt_as_the_coder_spells_them(said: str, coded: str) -> None:
    assert isaf.first_province(said) == coded


def test_a_leader_is_one_described_so_or_one_who_holds_such_a_post() -> None:
    post = claim("post", person="Idris Baro", group="Taliban", role="senior leader")
    assert isaf.form_of([post, claim("killing", victim="Idris Baro")], TEXT).killed == 1
    assert isaf.form_of([claim("killing", victim="Idris Baro")], TEXT).killed == 0
    assert isaf.form_of([claim("detention", person="a Taliban commander")], TEXT).captured == 1


def test_a_leader_who_is_named_later_is_not_counted_twice() -> None:
    post = claim("post", person="Idris Baro", group="Taliban", role="leader")
    events = [claim("detention", person="a Taliban leader"), claim("detention", person="Idris Baro")]
    assert isaf.form_of([post, *events], TEXT).captured == 1


def test_a_count_says_how_many_leaders_there_were() -> None:
    assert isaf.form_of([claim("killing", victim="two Taliban leaders", count=(2, 2))], TEXT).killed == 2


def test_what_is_denied_did_not_happen() -> None:
    event = claim("killing", when="2012-03-04", victim="a Taliban leader")
    denied = Claim(event.document, event.type, event.roles, event.evidence, when=event.when, certainty=Certainty.DENIED)
    assert isaf.form_of([denied], TEXT) == isaf.Form()


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
