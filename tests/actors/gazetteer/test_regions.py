"""Regions on no map of today: which name means one, and which name stays a town's, a province's or a group's."""

from __future__ import annotations

import re

import pytest

from allegiance.actors.gazetteer import Level, load_gazetteer, settle, shown
from allegiance.actors.gazetteer.regions import packaged_regions

WORLD = load_gazetteer()
REGIONS = [region for region, _ in packaged_regions()]


def place(*names: str, of: str) -> str:
    """What `of` stands for in a report that names these places, or how many it may be."""
    found = settle([*names, of], WORLD)[of]
    return shown(found.place, WORLD) if found.place else f"open: {len(found.candidates)}"


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("the Sahel", "sahel"),
        ("Sahel region", "sahel"),
        ("Darfur", "darfur"),
        ("دار فور", "darfur"),
        ("Donbass", "donbas"),
        ("Донбас", "donbas"),
        ("Rojava", "syrian-kurdistan"),
        ("Kurdistan Region", "iraqi-kurdistan"),
        ("هەرێمی کوردستان", "iraqi-kurdistan"),
        ("the Levant", "levant"),
        ("بلاد الشام", "levant"),
        ("Արցախ", "nagorno-karabakh"),
        ("Mindanao", "mindanao"),
        ("the Kivus", "kivu"),
        ("Katanga Province", "katanga"),
        ("Wa State", "wa-state"),
        ("VRAEM", "vraem"),
        ("Casamance region", "casamance"),
        ("the Niger Delta", "niger-delta"),
        ("পার্বত্য চট্টগ্রাম", "chittagong-hill-tracts"),
        ("Puntland State", "puntland"),
    ],
)
def test_a_region_is_meant_by_each_of_its_names(name: str, region: str) -> None:
    found = settle([name], WORLD)[name].place
    assert found and found.id == f"region:{region}"


@pytest.mark.parametrize(
    ("names", "of", "meant"),
    [
        ((), "Kashmir", "Kashmir"),
        (("India",), "Kashmir", "Kashmir"),
        (("India",), "Jammu and Kashmir", "Jammu and Kashmīr, India"),
        (("Iran",), "Kurdistan", "Kurdistan"),
        ((), "Kurdistan province", "Kordestān, Iran"),
        (("Burkina Faso",), "Sahel", "Sahel"),
        ((), "Volta region", "Volta, Ghana"),
        ((), "Delta State", "Delta, Nigeria"),
        ((), "Northern Ireland", "Northern Ireland, United Kingdom"),
    ],
)
def test_a_region_takes_in_the_division_with_its_name_and_leaves_a_division_named_as_one(
    names: tuple[str, ...], of: str, meant: str
) -> None:
    assert place(*names, of=of) == meant


@pytest.mark.parametrize(
    ("names", "of", "meant"),
    [
        ((), "Levant", "Levant"),
        ((), "Levant, Maine", "Levant, Penobscot County, Maine, United States"),
        (("Maine",), "Levant", "Levant, Penobscot County, Maine, United States"),
        (("Maine", "United States", "Syria"), "Levant", "Levant, Penobscot County, Maine, United States"),
        (("United States",), "Levant", "open: 2"),
        (("United States", "Syria"), "Levant", "Levant"),
        (("Ecuador",), "Sinai", "open: 3"),
        (("Egypt",), "Sinai", "Sinai, Egypt"),
        (("Venezuela",), "Catatumbo", "open: 2"),
        (("Zulia State", "Venezuela", "Colombia"), "Catatumbo", "Municipio Catatumbo, Zulia, Venezuela"),
        (("Colombia",), "Catatumbo", "Catatumbo, Colombia"),
    ],
)
def test_a_region_takes_no_name_from_a_town_of_which_the_report_speaks(
    names: tuple[str, ...], of: str, meant: str
) -> None:
    assert place(*names, of=of) == meant


def test_a_region_whose_name_others_bear_settles_no_other_name() -> None:
    assert place("Levant", of="Tripoli").startswith("open: ")
    assert place("Lebanon", of="Tripoli") != place("Libya", of="Tripoli")


@pytest.mark.parametrize(
    "name",
    [
        "Levant Company", "Ulster Defence Association", "Kurdistan Workers' Party", "Hayat Tahrir al-Sham",
        "Ahrar al-Sham", "Islamic State in Iraq and the Levant", "Ogaden National Liberation Front", "Abu Sinai",
        "Darfur Joint Force", "Moro Islamic Liberation Front", "al-Kurdistani",
    ],
)  # fmt: skip
def test_a_group_or_a_person_named_after_a_region_is_no_region(name: str) -> None:
    assert [found for found in WORLD.find(name) if found.level is Level.REGION] == []


def test_no_region_has_the_bounds_of_a_division() -> None:
    assert [region.id for region in REGIONS if region.country and region.members == (f"iso-{region.country}",)] == []
    firsts = {region.id: [WORLD.get(m) for m in region.members] for region in REGIONS}
    alone = [id for id, members in firsts.items() if len(members) == 1 and members[0] and members[0].name in id]
    assert alone == []


def test_a_region_lies_in_the_one_country_in_which_its_members_lie() -> None:
    lands = {region.id: WORLD.countries(region) for region in REGIONS}
    assert [region.id for region in REGIONS if region.country and lands[region.id] != {region.country}] == []


def test_a_region_says_where_it_is_read() -> None:
    from importlib import resources

    text = resources.files("allegiance.actors.gazetteer").joinpath("regions.yaml").read_text("utf-8")
    sources = re.findall(r"^  - (.*)$", text, re.M)
    assert len(sources) >= len(REGIONS)
    assert [source for source in sources if not re.fullmatch(r"https?://\S+, read \d{4}-\d\d-\d\d", source)] == []
