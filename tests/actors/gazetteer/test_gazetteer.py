from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.actors.gazetteer import Gazetteer, Level, Place, load_gazetteer, settle, shown
from allegiance.actors.gazetteer.keys import place_key, typed
from allegiance.actors.gazetteer.pack import Row, write
from allegiance.actors.gazetteer.regions import packaged_regions
from allegiance.errors import AllegianceError

WORLD = load_gazetteer()


def place(*names: str, of: str, countries: tuple[str, ...] = ()) -> str:
    """What `of` stands for in a report that names these places, or how many it may be."""
    found = settle([*names, of], WORLD, countries)[of]
    return shown(found.place, WORLD) if found.place else f"open: {len(found.candidates)}"


@pytest.mark.parametrize(
    ("name", "level", "country"),
    [
        ("Helmand", Level.FIRST, "AF"),
        ("Kunar", Level.FIRST, "AF"),
        ("Bajaur", Level.SECOND, "PK"),
        ("Kurram", Level.SECOND, "PK"),
        ("Waziristan", Level.REGION, "PK"),
        ("FATA", Level.REGION, "PK"),
        ("Khorasan", Level.REGION, ""),
        ("Borno", Level.FIRST, "NG"),
        ("Ar-Raqqah", Level.FIRST, "SY"),
        ("الرقة", Level.FIRST, "SY"),
        ("Cabo Delgado", Level.FIRST, "MZ"),
        ("Lashkargah", Level.SECOND, "AF"),
        ("Lashkar Gah", Level.SECOND, "AF"),
        ("Сирт", Level.TOWN, "LY"),
        ("Burma", Level.COUNTRY, "MM"),
        ("Ivory Coast", Level.COUNTRY, "CI"),
    ],
)
def test_a_place_is_found_by_the_names_that_reports_use(name: str, level: Level, country: str) -> None:
    found = WORLD.find(name)[0]
    assert (found.level, found.country) == (level, country)


@pytest.mark.parametrize("name", ["", "  ", "Qxzzyq", "x" * 10_000, "'", "\0", "; DROP TABLE", "Abu Bakr al-Baghdadi"])
def test_what_is_no_place_is_not_found(name: str) -> None:
    assert WORLD.find(name) == ()


@given(st.text(max_size=200))
def test_any_text_can_be_asked_for(text: str) -> None:
    assert all(place_key(text) for _ in WORLD.find(text))


def test_what_is_found_by_name_is_found_by_id_with_its_coordinates() -> None:
    for name in ("Helmand", "Achin", "Afghanistan", "Khorasan", "Springfield"):
        for found in WORLD.find(name):
            assert WORLD.get(found.id) == found
            assert found.latitude is None or -90 <= found.latitude <= 90
    helmand = WORLD.find("Helmand")[0]
    assert helmand.geonames == 1140043
    assert helmand.latitude == pytest.approx(31.5, abs=1) and helmand.longitude == pytest.approx(64.3, abs=1)


@pytest.mark.parametrize(
    "id", ["", "geonames:", "geonames:0", "geonames:x", "geonames:99999999999999", "iso-ZZ", "../x"]
)
def test_an_id_that_no_place_has_gives_nothing(id: str) -> None:
    assert WORLD.get(id) is None


def test_a_town_of_a_province_with_its_name_is_the_province_until_the_report_says_town() -> None:
    assert place(of="Kunduz province") == "Kunduz, Afghanistan"
    kept = settle(["the city of Kunduz", "Kunduz province", "Kabul"], WORLD)
    assert (city := kept["the city of Kunduz"].place) and city.level is Level.TOWN
    assert (province := kept["Kunduz province"].place) and province.level is Level.FIRST and city.lies_in(province)


def test_a_name_that_several_places_bear_is_left_open_with_its_candidates() -> None:
    assert place(of="Hangu").startswith("open: ")
    assert place(of="Springfield").startswith("open: ")
    assert place(of="Congo").startswith("open: ")


@pytest.mark.parametrize(
    ("names", "of", "meant"),
    [
        (("Peshawar",), "Hangu", "Hangu District, Khyber Pakhtunkhwa, Pakistan"),
        (("Pakistan",), "Hangu", "Hangu District, Khyber Pakhtunkhwa, Pakistan"),
        (("Tianjin", "China"), "Hangu", "Hangu, Tianjin Municipality, Tianjin Shi, China"),
        (("Tbilisi",), "Georgia", "Georgia"),
        (("United States",), "Georgia", "Georgia, United States"),
        (("Goma", "North Kivu"), "Congo", "Congo"),
        (("Iraq",), "Baghdad", "Baghdād, Iraq"),
        (("Maputo",), "Gaza", "Gaza, Mozambique"),
        (("Nangarhar",), "Achin", "Achīn, Nangarhār, Afghanistan"),
    ],
)
def test_the_other_places_of_a_report_settle_what_a_name_means(names: tuple[str, ...], of: str, meant: str) -> None:
    assert place(*names, of=of) == meant


def test_a_small_namesake_is_not_taken_for_a_large_one_elsewhere() -> None:
    assert place("Israel", of="Gaza").startswith("open: ")


def test_the_country_of_a_group_settles_a_name() -> None:
    assert place(of="Kidal", countries=("ML",)) == "Kidal, Mali"
    assert place(of="Hangu", countries=("PK",)) == "Hangu District, Khyber Pakhtunkhwa, Pakistan"


def test_what_a_name_says_it_lies_in_settles_it() -> None:
    assert place(of="Paris, France").endswith("France")
    assert place(of="Kandahar, Afghanistan") == "Kandahār, Afghanistan"
    assert place(of="Achin district of Nangarhar") == "Achīn, Nangarhār, Afghanistan"


@given(st.permutations(["Hangu", "Peshawar", "Kunar", "Georgia", "Achin", "Khorasan", "Paris"]))
def test_the_order_of_the_names_changes_nothing(names: list[str]) -> None:
    assert {n: s.place for n, s in settle(names, WORLD).items()} == {
        n: s.place for n, s in settle(sorted(names), WORLD).items()
    }


@pytest.mark.parametrize(
    ("name", "bare", "kind"),
    [
        ("Birmal district", "Birmal", 2),
        ("the province of Kunar", "Kunar", 1),
        ("Kunar", "Kunar", None),
        ("the Swat Valley", "Swat Valley", None),
        ("City", "City", None),
        ("Maiduguri city", "Maiduguri", 3),
    ],
)
def test_the_word_for_what_a_place_is_is_no_part_of_its_name(name: str, bare: str, kind: int | None) -> None:
    assert typed(name) == (bare, kind)


def test_every_region_takes_in_places_that_there_are() -> None:
    regions = packaged_regions()
    assert len({region.id for region, _ in regions}) == len(regions)
    for region, names in regions:
        assert all(WORLD.get(member) for member in region.members), region.id
        assert all(region in WORLD.find(name) for name in (region.name, *names)), region.id


def test_rows_that_were_packed_are_found_again(tmp_path: Path) -> None:
    rows = [
        Row("iso-XA", "C", "Arvonia", "XA", number="1"),
        Row("00000000002", "1", "Nord-Arvon", "XA", ("iso-XA",), 10.0, -3.5, 40, 900, "2", ("Arvon du Nord",)),
        Row("00000000003", "T", "Bełz", "XA", ("geonames:2", "iso-XA"), 10.1, -3.4, 0, 900, "3", ("Белз",)),
    ]
    write(tmp_path / "a.zip", rows)
    write(tmp_path / "b.zip", rows)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        small = Gazetteer(packed)
        assert [p.id for p in small.find("belz")] == ["geonames:3"] == [p.id for p in small.find("БЕЛЗ")]
        assert small.find("Arvon du Nord") == (
            Place("geonames:2", Level.FIRST, "Nord-Arvon", "XA", ("iso-XA",), 10.0, -3.5, 40, 900, 2),
        )
        assert shown(small.find("Belz")[0], small) == "Bełz, Nord-Arvon, Arvonia"


def test_a_broken_file_is_said_to_be_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: io.BytesIO) -> zipfile.ZipFile:
        raise zipfile.BadZipFile("File is not a zip file")

    monkeypatch.setattr("allegiance.actors.gazetteer.places.zipfile.ZipFile", broken)
    with pytest.raises(AllegianceError, match="gazetteer is broken"):
        load_gazetteer()
