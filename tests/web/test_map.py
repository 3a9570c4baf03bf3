"""The map: every mark leads to its sentences, and nothing stands where its report does not put it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from allegiance import pipeline
from allegiance.ledger import Ledger, open_ledger
from allegiance.model import Appearance, Claim, Document, Filler, Finding, Kind, Reading, Row, Span
from allegiance.resolving import resolve_names
from allegiance.web.basemap import HIGH, WIDE, Window, lands
from allegiance.web.links import Links
from allegiance.web.mapping import chart
from allegiance.web.periods import beside, periods
from allegiance.when import parse
from web.pages import Page, browser, told


def _presence(area: str) -> tuple[Filler, ...]:
    return (Filler("group", "River Union", "", Kind.GROUP), Filler("area", area, "", Kind.PLACE))


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of a group in places of the world, one of them named as many are."""
    path = tmp_path_factory.mktemp("map") / "map.db"
    with open_ledger(f"sqlite:///{path}") as ledger:
        with ledger.batch() as batch:
            text = "The River Union operates in Helmand. It is also in Lashkar Gah. It is all over Afghanistan."
            told(
                batch,
                text,
                [
                    ("presence", _presence("Helmand"), "The River Union operates in Helmand."),
                    ("presence", _presence("Lashkar Gah"), "It is also in Lashkar Gah."),
                    ("presence", _presence("Afghanistan"), "It is all over Afghanistan."),
                ],
                name="south",
                publisher="Wire",
                published="2014-05-01",
            )
            told(
                batch,
                "The River Union operates in Springfield.",
                [("presence", _presence("Springfield"), "The River Union operates in Springfield.")],
                name="far",
                publisher="Daily",
                published="2016-05-01",
            )
        resolve_names(ledger)
        yield ledger


@pytest.fixture(scope="module")
def at(places: Ledger) -> TestClient:
    """A browser at it."""
    return browser(places)


def test_a_mark_leads_to_the_sentences_of_its_place(at: TestClient) -> None:
    page = Page(at.get("/map").text)
    (mark,) = [a for a in page.all("a") if a.get("aria-label", "").startswith("Helmand")]
    opened = at.get(mark["href"].partition("#")[0])
    assert opened.status_code == 200
    assert "Told of Helmand" in " ".join(Page(opened.text).text.split())
    assert any("open" in details for details in Page(opened.text).all("details"))
    assert "The River Union operates in Helmand." in Page(opened.text).text


def test_a_province_is_drawn_as_an_area_and_a_name_that_many_places_bear_is_listed_below(at: TestClient) -> None:
    page = Page(at.get("/map").text)
    assert len(page.all("ellipse")) >= 1
    assert "within" in page.text
    below = page.text.partition("Not on the map")[2]
    assert "Springfield" in below
    assert "Natural Earth" in page.text


def test_a_period_and_a_kind_are_asked_for_by_address(at: TestClient, places: Ledger) -> None:
    group = pipeline.actors_named(places.view(), "River Union", Kind.GROUP)[0].id
    of_2016 = Page(at.get(Links().page("map", group, since="2016", until="2016")).text)
    assert "Springfield" in of_2016.text
    assert "Helmand" not in of_2016.text.partition("Places")[2]
    whole = Page(at.get(Links().page("map", group)).text)
    strip = [a["href"] for a in whole.all("a") if "since=2015" in a["href"]]
    assert strip, "each year from the first to the last has its link"
    assert all(at.get(address).status_code == 200 for address in strip)


@pytest.mark.parametrize("address", ["/map?zoom=9", "/map?since=soon", "/map?since=2016&until=2014", "/map/act-0000"])
def test_what_no_map_can_show_is_said(at: TestClient, address: str) -> None:
    assert at.get(address).status_code in (400, 404)


def test_where_a_person_was_is_shown_no_finer_than_the_district(tmp_path: Path) -> None:
    text = "Idris Baro of the River Union attacked Aguelhok, in northern Mali."
    with open_ledger(f"sqlite:///{tmp_path / 'own.db'}") as own:
        with own.batch() as batch:
            at = Filler("target", "Aguelhok", "", Kind.PLACE)
            his = (Filler("actor", "Idris Baro", "", Kind.PERSON), at)
            ours = (Filler("actor", "River Union", "", Kind.GROUP), at)
            told(batch, text, [("attack", his, text), ("attack", ours, text)], name="one", publisher="Wire")
        resolve_names(own)
        view = own.view()
        spots = pipeline.spots(view, view.claims())
        levels = {r.claim.name("actor"): spots[r.claim.id, "Aguelhok"].level for r in view.claims()}
    assert levels.pop("River Union") == "town"
    (of_a_person,) = levels.values()
    assert of_a_person.endswith("division")


@pytest.mark.parametrize(
    ("kind", "role", "who"),
    [
        ("killing", "victim", Filler("victim", "five fighters of the River Union", "", Kind.GROUP)),
        ("attack", "actor", Filler("actor", "Idris Baro", "", Kind.UNKNOWN)),
    ],
)
def test_whom_a_reader_takes_for_no_person_and_who_may_be_one_is_placed_no_finer(
    tmp_path: Path, kind: str, role: str, who: Filler
) -> None:
    text = f"{who.name} fell or fought in Aguelhok, in northern Mali."
    target = (Filler("target", "Aguelhok", "", Kind.PLACE),) if kind == "attack" else ()
    with open_ledger(f"sqlite:///{tmp_path / 'own.db'}") as own:
        document = Document(text, "en")
        claim = Claim(document.id, kind, (who, *target), Span(0, len(text)), where="Aguelhok")
        reading = Reading(document.id, "by hand", "2024-06-01T00:00:00Z", (Finding(claim),))
        with own.batch() as batch:
            batch.add(document, Appearance(document.id, "one", publisher="Wire"), reading)
        resolve_names(own)
        view = own.view()
        found = pipeline.spots(view, view.claims())
    assert all(spot.level != "town" for spot in found.values()), role


def test_the_map_is_given_as_geojson_with_its_doubt_and_its_sentences(at: TestClient, places: Ledger) -> None:
    group = pipeline.actors_named(places.view(), "River Union", Kind.GROUP)[0].id
    page = Page(at.get(Links().page("map", group, type="presence")).text)
    (address,) = [a["href"] for a in page.all("a") if "geojson" in a["href"]]
    given = at.get(address)
    assert given.headers["content-type"] == "application/geo+json"
    made = given.json()
    assert (made["type"], made["nowhere"], made["asked"]["actor"]) == ("FeatureCollection", 1, "River Union")
    helmand = next(one for one in made["features"] if one["properties"]["written"] == "Helmand")
    longitude, latitude = helmand["geometry"]["coordinates"]
    assert (60 < longitude < 66, 28 < latitude < 34) == (True, True)
    told_of = helmand["properties"]
    assert (told_of["status"], told_of["radius_km"] > 10) == ("certain", True)
    assert "The River Union operates in Helmand." in told_of["sentences"][0]
    assert all(id.startswith("clm-") for id in told_of["claims"])


def test_an_empty_map_is_a_map_still(tmp_path: Path) -> None:
    with open_ledger(f"sqlite:///{tmp_path / 'empty.db'}") as ledger:
        answer = browser(ledger).get("/map")
    assert answer.status_code == 200
    assert "Nothing that is told here has a place" in Page(answer.text).text


def _row(id: str, latitude: float, longitude: float, radius: int = 0) -> Row:
    fields = {
        "place_id": id,
        "place": id,
        "latitude": str(latitude),
        "longitude": str(longitude),
        "radius": str(radius),
    }
    return Row(tuple(fields.items()), "stated", ())


def test_every_mark_lies_within_the_map_that_is_fitted_to_them() -> None:
    drawn = chart([_row("a", 34, 69, 80), _row("b", -12, 20), _row("c", 51, 7), _row("a", 34, 69, 80)])
    assert all(mark.seen and 0 < mark.x < 100 and 0 < mark.y < 100 for mark in drawn.marks)
    assert [len(mark.rows) for mark in drawn.marks if mark.place == "a"] == [2]


def test_a_country_is_found_where_it_lies() -> None:
    window = Window(69.2, 34.5, 6)
    assert window.at(69.2, 34.5) == (WIDE / 2, HIGH / 2)
    names = {land.name for land in lands(window)}
    assert {"Afghanistan", "Pakistan"} <= names
    assert "Brazil" not in names
    assert "Brazil" in {land.name for land in lands(Window(0, 10, 150))}


def test_time_is_cut_into_months_years_or_decades() -> None:
    assert [p.since for p in periods([parse("2014-11-03"), parse("2015-02")])] == [
        "2014-11",
        "2014-12",
        "2015-01",
        "2015-02",
    ]
    years = periods([parse("2014"), None, parse("2019-02"), parse("2019-03")])
    assert [(p.words, p.count) for p in years if p.count] == [("2014", 1), ("2019", 2)]
    assert beside(years, "2015", "2015") == (0, 2)
    assert beside(years, "", "") == (None, 0)
    decades = periods([parse("1961"), parse("2014")])
    assert (decades[0].since, decades[0].until, decades[0].words) == ("1960", "1969", "1960s")
    assert periods([parse("2014")]) == []
    old = periods([parse("0999-11"), parse("0999-12")])
    assert all(parse(period.since) for period in old), "each is EDTF, whatever the year"
