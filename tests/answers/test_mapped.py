"""What is told of places: the closest place that is known, a name that is not settled, and what a period holds."""

from __future__ import annotations

from allegiance.answers.mapped import Placed, Spot, mapped, placed, places_named
from allegiance.model import Answer
from answers.fakes import FakeView, report, says

SYRIA = Spot("iso-SY", "Syria", "country", 35.0, 38.0, 300)
PALMYRA = Spot("geonames:1", "Palmyra, Homs, Syria", "town", 34.5, 38.3, 0, ("geonames:2", "iso-SY"))
AGDAL = Spot("geonames:3", "Agdal, Syria", "town", 36.0, 39.0, 0, ("iso-SY",))
KNOWN = {"Syria": SYRIA, "Palmyra": PALMYRA, "Agdal": AGDAL}


def _view() -> FakeView:
    return FakeView(
        report(
            "Wire",
            "2015-05-22",
            says("killing", victim="nine guards", where="Palmyra", when="2015-05-20"),
            says("killing", victim="nine guards", where="Syria", when="2015-05-20"),
            says("presence", group="Union", area="Agdal"),
        ),
        report("Daily", "2016-02-01", says("detention", person="Baro", where="Hangu", when="2016-01-30")),
        report("Daily", "2016-02-02", says("post", person="Baro", group="Union", role="governor", area="Agdal")),
        report("Radio", "", says("attack", actor="Union", target="a convoy", where="Agdal")),
    )


def _told(view: FakeView) -> list[Placed]:
    claims = view.claims()
    found = {(r.claim.id, name): KNOWN[name] for r in claims for name in places_named(r) if name in KNOWN}
    return placed(claims, found)


def _asked(since: str = "", until: str = "") -> Answer:
    view = _view()
    return mapped(view, _told(view), (), since, until)


def test_what_happened_in_a_town_is_not_told_of_its_country_too() -> None:
    answer = _asked()
    assert [row.get("place") for row in answer.rows if row.get("type") == "killing"] == ["Palmyra, Homs, Syria"]
    assert [row.get("latitude") for row in answer.rows if row.get("type") == "killing"] == ["34.500"]


def test_a_name_that_is_not_settled_is_told_without_a_place() -> None:
    (row,) = [row for row in _asked().rows if row.get("type") == "detention"]
    assert (row.get("written"), row.get("place_id"), row.get("latitude")) == ("Hangu", "", "")


def test_what_somebody_is_over_is_not_where_he_is() -> None:
    assert "post" not in {row.get("type") for row in _asked().rows}


def test_a_period_holds_what_was_in_it_and_what_has_no_date_where_it_is_told_of() -> None:
    assert [row.get("type") for row in _asked("2015", "2015").rows] == ["killing", "presence"]
    assert [row.get("type") for row in _asked("2016-01", "2016-01").rows] == ["detention"]
    assert "attack" in {row.get("type") for row in _asked().rows}


def test_every_row_rests_on_claims_that_are_given() -> None:
    answer = _asked()
    assert all(row.claims and set(row.claims) <= answer.evidence.keys() for row in answer.rows)


def test_where_reports_tell_of_two_places_each_has_its_row() -> None:
    view = FakeView(
        report("Wire", "2015-05-22", says("killing", victim="nine guards", where="Palmyra", when="2015-05-20")),
        report("Daily", "2015-05-23", says("killing", victim="nine guards", where="Agdal", when="2015-05-20")),
    )
    assert sorted(one.spot.id for one in _told(view) if one.spot) == ["geonames:1", "geonames:3"]
