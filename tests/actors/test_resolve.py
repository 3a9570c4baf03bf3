from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.actors import (
    Companion,
    Name,
    Parent,
    Record,
    Register,
    Resolved,
    Tie,
    Use,
    load_gazetteer,
    load_register,
    register_of,
    resolve,
)
from allegiance.model import Judgement, Kind, minted_actor_id

NOBODY = register_of([])
REGISTER = load_register()
WORLD = load_gazetteer()


def person(document: str, name: str, *beside: Companion) -> Use:
    return Use(document, name, Kind.PERSON, beside)


def group(document: str, name: str, *beside: Companion) -> Use:
    return Use(document, name, Kind.GROUP, beside)


def of(name: str, when: str = "") -> Companion:
    return Companion(Tie.GROUP, name, when=when)


def post(role: str, name: str) -> Companion:
    return Companion(Tie.POST, role, name)


def actors(
    *uses: Use, register: Register = NOBODY, judgements: tuple[Judgement, ...] = ()
) -> dict[tuple[str, str], str]:
    return {(r.document, r.name): r.actor_id for r in resolve(uses, register, judgements)}


def are_one(*uses: Use, register: Register = NOBODY, judgements: tuple[Judgement, ...] = ()) -> bool:
    return len(set(actors(*uses, register=register, judgements=judgements).values())) == 1


NORTH = of("Northern Lwando Front")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khalid Mansoor", "Khaled Mansour"),
        ("Abdul Rahim Muslim Dost", "Abd al-Rahim Muslim Dost"),
        ("Mohammed Omar Khan", "Muhammad Umar Khan"),
        ("Shahidullah Shahid", "Shahid Ullah Shahid"),
        ("Col. Idris Baro", "Idris Baro"),
        ("Abu Bakr al-Baghdadi", "Sheikh Abu Bakr al Baghdadi Hafizahullah"),
        ("Nour al-Din Zangi", "Nuruddin Zangi"),
    ],
)
def test_persons_meet_when_the_full_name_and_the_group_agree(one: str, other: str) -> None:
    assert are_one(person("a", one, NORTH), person("b", other, NORTH))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abu Bakr", "Abu Bakr al-Baghdadi"),
        ("Hafiz Saeed", "Hafiz Saeed Khan"),
        ("Khalid Mansoor", "Mansoor Khalid"),
        ("Hamid al-Mahwari", "Hamza al-Mahwari"),
        ("Hassan Ali", "Hussein Ali"),
        ("Idris Baro Jr", "Idris Baro"),
        ("Salim Haddad", "Salama Haddad"),
    ],
)
def test_persons_whose_names_differ_stay_apart(one: str, other: str) -> None:
    assert not are_one(person("a", one, NORTH), person("b", other, NORTH))


@pytest.mark.parametrize("name", ["Abu Yusuf", "Umm Ahmad", "Mullah Omar", "Abdul Rahman", "al-Baghdadi", "Tizón"])
def test_a_kunya_or_a_single_name_joins_nobody(name: str) -> None:
    assert not are_one(person("a", name, NORTH), person("b", name, NORTH))


def test_a_kunya_with_a_byname_of_country_needs_two_agreements() -> None:
    name = "Abu Muhammad al-Iraqi"
    assert not are_one(person("a", name, NORTH), person("b", name, NORTH))
    beside = (NORTH, post("emir", "Northern Lwando Front"))
    assert are_one(person("a", name, *beside), person("b", name, *beside))


@pytest.mark.parametrize(
    "name", ["five fighters", "a Taliban commander", "11 people", "Taliban commanders", "some men"]
)
def test_unnamed_people_are_never_joined_across_documents(name: str) -> None:
    assert not are_one(person("a", name, NORTH), person("b", name, NORTH))


def test_a_name_alone_joins_nobody() -> None:
    assert not are_one(person("a", "Khalid Mansoor"), person("b", "Khalid Mansoor"))


def test_a_group_that_many_countries_have_is_no_agreement() -> None:
    police = of("the police")
    assert not are_one(person("a", "Khalid Mansoor", police), person("b", "Khalid Mansoor", police))


@pytest.mark.parametrize(
    "beside",
    [post("president", "Lwando"), Companion(Tie.PERSON, "Blaise Onana"), of("TTP")],
)
def test_a_post_an_associate_or_a_registered_group_is_an_agreement(beside: Companion) -> None:
    assert are_one(person("a", "Idris Baro", beside), person("b", "Idris Baro", beside), register=REGISTER)


def test_to_stand_with_a_state_is_no_agreement_but_a_post_in_it_is() -> None:
    one, other = person("a", "Idris Baro", of("Iraq")), person("b", "Idris Baro", of("Iraq"))
    assert not are_one(one, other, register=REGISTER)
    minister = (of("Iraq"), post("interior minister", "Iraq"))
    assert are_one(person("a", "Idris Baro", *minister), person("b", "Idris Baro", *minister), register=REGISTER)


def test_a_description_is_no_other_name() -> None:
    found = actors(
        person("a", "Idris Baro", Companion(Tie.ALIAS, "a Taliban commander")),
        person("a", "a Taliban commander"),
    )
    assert len(set(found.values())) == 2


def test_no_rule_makes_two_records_of_the_register_one() -> None:
    one, other = group("a", "TTP", Companion(Tie.ALIAS, "Taliban")), group("a", "Taliban")
    assert set(actors(one, other, register=REGISTER).values()) == {"un-QDe.132", "taliban"}
    same = judged("same", "un-QDe.132", "taliban")
    assert are_one(one, other, register=REGISTER, judgements=(same,))


def test_the_groups_may_bear_different_names_of_one_register_record() -> None:
    one = person("a", "Idris Baro", of("TTP"))
    other = person("b", "Idris Baro", of("Pakistani Taliban"))
    assert are_one(one, other, register=REGISTER)
    assert not are_one(one, person("b", "Idris Baro", of("Taliban")), register=REGISTER)


def test_two_names_in_one_document_are_two_people() -> None:
    a = person("a", "Khalid Mansoor", NORTH)
    b = person("a", "Khaled Mansour", NORTH)
    assert not are_one(a, b)


def test_a_chain_does_not_join_what_one_document_tells_apart() -> None:
    found = actors(
        person("a", "Khalid Mansoor", NORTH), person("a", "Khaled Mansour", NORTH), person("b", "Khalid Mansur", NORTH)
    )
    assert found["a", "Khalid Mansoor"] != found["a", "Khaled Mansour"]


def test_different_groups_in_the_same_year_speak_against() -> None:
    friend = Companion(Tie.PERSON, "Blaise Onana")
    one = person("a", "Idris Baro", friend, of("Northern Lwando Front", "2014-03"))
    same_year = person("b", "Idris Baro", friend, of("Southern Lwando Union", "2014-08-01"))
    years_later = person("b", "Idris Baro", friend, of("Southern Lwando Union", "2019"))
    assert not are_one(one, same_year)
    assert are_one(one, years_later)


def fighting(document: str, *before: Companion) -> list[Use]:
    """A report that puts one man into two bodies at a time, and says that they fight each other."""
    one, other = "Northern Lwando Front", "Eastern Mbeya Front"
    return [
        person(document, "Idris Baro", of(one, "2016"), of(other, "2016"), *before),
        group(document, one, Companion(Tie.RIVAL, other)),
        group(document, other, Companion(Tie.RIVAL, one)),
    ]


def test_a_report_that_may_tell_of_two_men_under_one_name_joins_neither() -> None:
    found = actors(*fighting("a"), person("b", "Idris Baro", of("Northern Lwando Front", "2016")))
    assert found["a", "Idris Baro"] != found["b", "Idris Baro"]


def test_who_came_from_one_enemy_to_the_other_is_one_man() -> None:
    left = Companion(Tie.ONCE, "Eastern Mbeya Front", when="2016")
    found = actors(*fighting("a", left), person("b", "Idris Baro", of("Northern Lwando Front", "2016")))
    assert found["a", "Idris Baro"] == found["b", "Idris Baro"]


def test_a_death_before_speaks_against() -> None:
    dead = person("a", "Idris Baro", NORTH, Companion(Tie.DEAD, when="2014-03"))
    later = person("b", "Idris Baro", NORTH, Companion(Tie.ACTIVE, when="2016"))
    before = person("b", "Idris Baro", NORTH, Companion(Tie.ACTIVE, when="2014-02"))
    assert not are_one(dead, later)
    assert are_one(dead, before)


def test_a_death_that_somebody_denies_speaks_against_nobody_who_acts_afterwards() -> None:
    dead = person("a", "Idris Baro", NORTH, Companion(Tie.DEAD, when="2014-03-09"))
    denied = person("b", "Idris Baro", NORTH, Companion(Tie.SPARED, when="2014-03-10"))
    later = person("c", "Idris Baro", NORTH, Companion(Tie.ACTIVE, when="2016"))
    another = person("b", "Idris Baro", NORTH, Companion(Tie.SPARED, when="2013-01"))
    assert are_one(dead, denied, later)
    assert not are_one(dead, another, later)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Forest Self-Defence Union of Lwando", "the Forest Self-Defence Union of Lwando"),
        ("Jaysh al-Afaq", "Jaish al-Afaq"),
        ("Pakistani Taliban", "Tehreek-e-Taliban Pakistan"),
        ("Islamic State Khorasan Province", "ISIS-K"),
        ("al-Qaeda", "Al Qa’ida"),
        ("Boko Haram", "Jama'atu Ahlis Sunna Lidda'awati wal-Jihad"),
    ],
)
def test_groups_meet_by_register_and_by_full_name(one: str, other: str) -> None:
    assert are_one(group("a", one), group("b", other), register=REGISTER)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Taliban", "Pakistani Taliban"),
        ("Islamic State", "Islamic State Khorasan Province"),
        ("al-Qaeda", "al-Qaeda in Iraq"),
        ("Al-Qaida in Iraq", "Islamic State in Iraq and the Levant"),
        ("Islamic State in Yemen", "Islamic State West Africa Province"),
        ("Ansar al-Sharia", "Ansar al-Sharia"),
        ("the Union", "the Union"),
        ("National Liberation Front", "National Liberation Front"),
        ("Front 9", "Front 9"),
        ("interior ministry", "interior ministry"),
        ("FDP", "FDP"),
        ("Communist Party", "Communist Party"),
        ("Victory Brigade", "Victory Brigade"),
        ("Presidential Guard", "Presidential Guard"),
        ("Self-Defence Committees", "Self-Defence Committees"),
        ("Youth Wing", "Youth Wing"),
        ("Jund al-Islam", "Jund al-Islam"),
        ("Hutu rebels", "Hutu rebels"),
    ],
)
def test_groups_that_a_name_does_not_tell_stay_apart(one: str, other: str) -> None:
    assert not are_one(group("a", one), group("b", other), register=REGISTER)


def test_a_common_group_name_meets_under_one_parent() -> None:
    parent = Companion(Tie.PARENT, "Kabuwan People’s Command")
    assert are_one(group("a", "Front 9", parent), group("b", "Front 9", parent))


@pytest.mark.parametrize(
    ("name", "places", "one"),
    [
        ("Islamic Freedom Column", ("Timbuktu", "Niafunke"), True),
        ("Islamic Freedom Column", ("Timbuktu", "Maiduguri"), False),
        ("Islamic Freedom Column", ("Timbuktu", ""), False),
        ("Patriotic Front", ("Timbuktu", "Niafunke"), False),
        ("Islamic Movement", ("Timbuktu", "Niafunke"), False),
        ("Army of National Liberation", ("Timbuktu", "Niafunke"), False),
        ("Popular Resistance Committees", ("Timbuktu", "Niafunke"), False),
    ],
)
def test_a_name_that_says_its_cause_meets_itself_in_one_country(name: str, places: tuple[str, str], one: bool) -> None:
    registered = Record(
        id="x:prc",
        kind="group",
        name="Committees",
        weak_names=(Name(name="Popular Resistance Committees"),),
        sources=("a test",),
    )
    uses = [group(document, name) for document in "ab"]
    uses += [place(document, where) for document, where in zip("ab", places, strict=True) if where]
    found = {(r.document, r.name): r for r in resolve(uses, register_of([registered]), (), WORLD)}
    assert (found["a", name].actor_id == found["b", name].actor_id) is one
    assert not one or "both reports tell of ML alone" in found["a", name].because


def test_a_report_of_two_places_in_two_countries_tells_of_no_country() -> None:
    name = "Islamic Freedom Column"
    uses = [group("a", name), place("a", "Timbuktu"), place("a", "Maiduguri"), group("b", name), place("b", "Timbuktu")]
    found = {(r.document, r.name): r for r in resolve(uses, NOBODY, (), WORLD)}
    assert found["a", name].actor_id != found["b", name].actor_id


def test_an_alias_ties_an_acronym_to_the_full_name_through_documents() -> None:
    full, short = "Patriotic Front for the Renewal of Lwando", "FPRL"
    found = actors(
        group("a", full, Companion(Tie.ALIAS, short)),
        group("a", short, Companion(Tie.ALIAS, full)),
        group("b", full),
        group("c", short),
    )
    assert found["a", short] == found["b", full]
    assert found["c", short] != found["b", full]


def test_an_acronym_that_its_document_explains_otherwise_is_not_the_registers() -> None:
    other = "Tanda Tana Party"
    found = actors(
        group("a", "TTP", Companion(Tie.ALIAS, other)),
        group("a", other, Companion(Tie.ALIAS, "TTP")),
        register=REGISTER,
    )
    assert found["a", "TTP"] == found["a", other] != "un-QDe.132"


def test_an_alias_joins_a_nickname_inside_its_document() -> None:
    real, nick = "Ruel Magsino", "Ka Bantay"
    found = actors(
        person("a", real, Companion(Tie.ALIAS, nick)), person("a", nick, Companion(Tie.ALIAS, real)), person("b", nick)
    )
    assert found["a", real] == found["a", nick] != found["b", nick]


def test_what_one_claim_sets_against_each_other_is_two() -> None:
    found = actors(
        group("a", "Pakistani Taliban", Companion(Tie.APART, "Tehrik-i-Taliban Pakistan")),
        group("a", "Tehrik-i-Taliban Pakistan", Companion(Tie.APART, "Pakistani Taliban")),
        register=REGISTER,
    )
    assert len(set(found.values())) == 2


def test_a_person_of_the_register_is_met_by_name_and_group() -> None:
    record = Record(
        id="baro", kind="person", name="Idris Baro", parent=(Parent(id="un-QDe.132"),), sources=("a panel report",)
    )
    register = register_of(REGISTER.records, [record])
    found = actors(person("a", "Idris Baro", of("TTP")), person("b", "Idris Baro"), register=register)
    assert found["a", "Idris Baro"] == "baro"
    assert found["b", "Idris Baro"] == minted_actor_id("b", "Idris Baro")


def judged(act: str, *subjects: str, at: str = "2024-01-01T00:00:00Z") -> Judgement:
    return Judgement(act, subjects, "a reader", at, "they said so")


def test_people_join_and_part_against_every_rule_and_can_undo_it() -> None:
    one, other = person("a", "Abu Yusuf", NORTH), person("b", "Ilyos Mahkamov")
    same = judged("same", one.id, other.id)
    undo = judged("undo", same.id, at="2024-02-01T00:00:00Z")
    again = judged("undo", undo.id, at="2024-03-01T00:00:00Z")
    assert are_one(one, other, judgements=(same,))
    assert not are_one(one, other, judgements=(same, undo))
    assert are_one(one, other, judgements=(same, undo, again))


def test_the_latest_judgement_holds() -> None:
    one, other = person("a", "Idris Baro", NORTH), person("b", "Idris Baro", NORTH)
    different = judged("different", one.id, other.id)
    same = judged("same", one.id, other.id, at="2024-02-01T00:00:00Z")
    assert not are_one(one, other, judgements=(different,))
    assert are_one(one, other, judgements=(different, same))


def test_a_judgement_may_speak_of_a_register_record() -> None:
    use = group("a", "TTP")
    assert actors(use, register=REGISTER, judgements=(judged("different", use.id, "un-QDe.132"),))["a", "TTP"] == use.id
    stray = group("a", "the movement")
    found = actors(stray, register=REGISTER, judgements=(judged("same", stray.id, "un-QDe.132"),))
    assert found["a", "the movement"] == "un-QDe.132"


def test_every_join_says_why() -> None:
    one, other = resolve([person("a", "Idris Baro", NORTH), person("b", "Idris Baro", NORTH)], NOBODY)
    assert one.because == other.because
    assert "full name" in one.because
    assert "Northern Lwando Front" in one.because
    (alone,) = resolve([person("a", "Idris Baro")], NOBODY)
    assert alone.because == ""


def test_a_cluster_takes_the_smallest_minted_id_and_shows_the_fullest_name() -> None:
    full, short = "Patriotic Front for the Renewal of Lwando", "FPRL"
    uses = [group("a", full, Companion(Tie.ALIAS, short)), group("a", short), group("b", full)]
    found = resolve(uses, NOBODY)
    assert {r.actor_id for r in found} == {min(use.id for use in uses)}
    assert {r.display for r in found} == {full}


NAMES = [
    "Khalid Mansoor",
    "Khaled Mansour",
    "Abu Yusuf",
    "Idris Baro",
    "Northern Lwando Front",
    "TTP",
    "Taliban",
    "Front 9",
]
COMPANIONS = st.builds(
    Companion,
    st.sampled_from(list(Tie)),
    st.sampled_from([*NAMES, "emir"]),
    st.sampled_from(["", "TTP", "Northern Lwando Front"]),
    st.sampled_from(["", "2014", "2015-03", "not a date"]),
)
USES = st.builds(
    Use,
    st.sampled_from(["a", "b", "c", "d"]),
    st.sampled_from(NAMES),
    st.sampled_from(list(Kind)),
    st.lists(COMPANIONS, max_size=4).map(tuple),
)


@given(st.lists(USES, max_size=14), st.randoms())
def test_the_order_in_which_uses_come_makes_no_difference(uses: list[Use], random: object) -> None:
    shuffled = list(uses)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(uses, REGISTER) == resolve(shuffled, REGISTER)


@given(st.lists(USES, max_size=14))
def test_every_name_is_resolved_once_and_a_register_id_is_always_the_registers(uses: list[Use]) -> None:
    found: list[Resolved] = resolve(uses, REGISTER)
    assert sorted({(u.document, u.name) for u in uses}) == [(r.document, r.name) for r in found]
    for row in found:
        assert REGISTER.get(row.actor_id) or row.actor_id in {u.id for u in uses}


@given(st.lists(USES, max_size=10))
def test_two_people_of_one_document_are_never_joined_by_a_rule(uses: list[Use]) -> None:
    plain = [
        Use(u.document, u.name, Kind.PERSON, tuple(c for c in u.companions if c.tie is not Tie.ALIAS)) for u in uses
    ]
    seen: dict[tuple[str, str], str] = {}
    for row in resolve(plain, NOBODY):
        assert seen.setdefault((row.document, row.actor_id), row.name) == row.name


@given(st.lists(USES, min_size=2, max_size=10), st.data())
def test_to_join_and_to_undo_it_is_to_do_nothing(uses: list[Use], data: st.DataObject) -> None:
    one, other = data.draw(st.sampled_from(uses)), data.draw(st.sampled_from(uses))
    same = Judgement("same", (one.id, other.id), "an analyst", "2026-01-01")
    undo = Judgement("undo", (same.id,), "an analyst", "2026-01-02")
    assert resolve(uses, REGISTER, (same, undo)) == resolve(uses, REGISTER)


def located(*uses: Use) -> dict[tuple[str, str], str]:
    return {(r.document, r.name): r.actor_id for r in resolve(uses, REGISTER, (), WORLD)}


def place(document: str, name: str) -> Use:
    return Use(document, name, Kind.PLACE)


def test_a_place_meets_its_other_spellings_through_the_gazetteer() -> None:
    found = located(
        place("a", "Lashkargah"), place("b", "Lashkar Gah"), place("c", "Helmand"), place("d", "Helmand province")
    )
    assert found["a", "Lashkargah"] == found["b", "Lashkar Gah"] == "geonames:7053027"
    assert found["c", "Helmand"] == found["d", "Helmand province"] == "geonames:1140043"


def test_one_name_of_two_places_stands_for_each_where_its_report_says_so_and_for_neither_elsewhere() -> None:
    found = located(
        place("a", "Hangu"), place("a", "Peshawar"), place("b", "Hangu"), place("b", "Tianjin"), place("c", "Hangu"),
        place("d", "Hangu"),
    )  # fmt: skip
    assert len({found[document, "Hangu"] for document in "abcd"}) == 4
    assert found["a", "Hangu"] == "geonames:7419048"


def test_the_country_of_a_group_in_the_report_settles_where_a_place_is() -> None:
    record = Record(id="x:front", kind="group", name="Karwan Front", countries=("PK",), sources=("a test",))
    uses = [place("a", "Hangu"), group("a", "Karwan Front")]
    found = {r.name: r for r in resolve(uses, register_of([record]), (), WORLD)}
    assert found["Hangu"].actor_id == "geonames:7419048"
    assert "the report speaks of its country" in found["Hangu"].because


def test_a_village_that_no_gazetteer_has_meets_its_namesakes() -> None:
    found = located(place("a", "Qarabzai Kalay"), place("b", "Qarabzai Kalay"))
    assert len(set(found.values())) == 1


def test_a_person_called_like_a_place_is_no_place() -> None:
    found = {r.name: r for r in resolve([person("a", "Helmand Khan"), place("a", "Helmand")], REGISTER, (), WORLD)}
    assert found["Helmand Khan"].kind is Kind.PERSON and found["Helmand"].kind is Kind.PLACE
    assert found["Helmand Khan"].actor_id != found["Helmand"].actor_id


def test_an_acronym_meets_the_one_full_name_of_its_report_that_has_its_letters() -> None:
    assert are_one(group("a", "Adrak Liberation Front"), group("a", "ALF"))
    assert not are_one(group("a", "Adrak Liberation Front"), group("b", "ALF"))
    assert not are_one(group("a", "Adrak Liberation Front"), group("a", "PLO"))
    found = actors(group("a", "Adrak Liberation Front"), group("a", "Azer Liberation Front"), group("a", "ALF"))
    assert len(set(found.values())) == 3


def test_a_group_that_takes_a_new_name_on_the_reports_own_word_is_the_same_group() -> None:
    renamed = Companion(Tie.RENAMED, "Patriotic Front of the Adrak")
    assert are_one(group("a", "Adrak Liberation Front", renamed), group("a", "Patriotic Front of the Adrak"))


def with_company(document: str, name: str, *others: str) -> list[Use]:
    return [person(document, name), *(person(document, other) for other in others)]


OLD, NEW = "Zuberi Salvation Army", "Eastern Mbeya Front"


def became(name: str) -> Companion:
    return Companion(Tie.RENAMED, name)


def _two(
    first: Companion, second: Companion, *told: Use, name: str = "Idris Baro", register: Register = NOBODY
) -> bool:
    """Whether one name beside two things is two actors, where these reports are given too."""
    found = actors(person("a", name, first), person("b", name, second), *told, register=register)
    return found["a", name] != found["b", name]


def test_a_stated_new_name_of_his_group_is_an_agreement() -> None:
    told = (group("c", OLD, became(NEW)), group("c", NEW))
    for first, second in (
        (of(OLD), of(NEW)),
        (of(OLD, "2014"), of(NEW, "2014")),
        (post("emir", OLD), post("emir", NEW)),
    ):
        assert _two(first, second)
        assert not _two(first, second, *told)
    assert _two(of(OLD), of("Northern Lwando Front"), *told)
    assert _two(of(OLD), of(NEW), *told, name="Abu Layth")
    rows = resolve([person("a", "Idris Baro", of(OLD)), person("b", "Idris Baro", of(NEW)), *told], NOBODY)
    because = next(row.because for row in rows if row.document == "a")
    assert f"{OLD} became {NEW}" in because


def test_a_new_name_is_one_agreement_and_no_more() -> None:
    told = (group("c", OLD, became(NEW)), group("c", NEW))
    assert _two(of(OLD), of(NEW), *told, name="Abu Layth al-Shami")
    kept = [person("a", "Abu Layth al-Shami", of(OLD)), person("b", "Abu Layth al-Shami", of(OLD)), *told]
    assert actors(*kept)["a", "Abu Layth al-Shami"] != actors(*kept)["b", "Abu Layth al-Shami"]


def test_a_new_name_that_several_groups_bear_or_that_one_report_contradicts_is_no_agreement() -> None:
    against = group("c", OLD, became(NEW), Companion(Tie.APART, NEW))
    assert _two(of(OLD), of(NEW), against, group("c", NEW))
    twice = register_of([Record(id=f"Q{number}", kind="group", name=NEW, sources=("x",)) for number in (1, 2)])
    assert _two(of(OLD), of(NEW), group("c", OLD, became(NEW)), group("c", NEW), register=twice)


def test_who_is_told_to_come_from_a_group_is_he_who_stood_with_it() -> None:
    then = person("a", "Idris Baro", of(OLD, "2014-03-01"))
    came = person("b", "Idris Baro", Companion(Tie.ONCE, OLD, when="2014-06"), of(NEW, "2014-05-30"))
    assert are_one(then, came)
    assert not are_one(then, person("b", "Idris Baro", of(NEW, "2014-05-30")))


def test_a_long_name_meets_itself_where_both_reports_tell_of_the_same_others() -> None:
    both = [
        *with_company("a", "Salem Ould Brahim", "Rhissa Ag Imellan", "Fatimata Walet Essou"),
        *with_company("b", "Salem Ould Brahim", "Rhissa Ag Imellan", "Fatimata Walet Essou"),
    ]
    found = actors(*both)
    assert found["a", "Salem Ould Brahim"] == found["b", "Salem Ould Brahim"]


@pytest.mark.parametrize(
    ("name", "others", "known", "one"),
    [
        ("Salem Ould Brahim", ("Rhissa Ag Imellan", "Fatimata Walet Essou"), True, True),
        ("Salem Ould Brahim", ("Rhissa Ag Imellan", "Fatimata Walet Essou"), False, False),
        ("Salem Ould Brahim", ("Rhissa Ag Imellan",), True, False),
        ("Moussa Sall", ("Rhissa Ag Imellan", "Fatimata Walet Essou"), True, False),
    ],
)
def test_reports_that_tell_of_the_same_bodies_may_disagree_in_which_of_them_a_man_stands(
    name: str, others: tuple[str, ...], known: bool, one: bool
) -> None:
    told = [person(document, other) for document in "ab" for other in others]
    told += [group(document, body) for document in ("ab" if known else "") for body in (OLD, NEW)]
    found = actors(person("a", name, of(OLD, "2014")), person("b", name, of(NEW, "2014")), *told)
    assert (found["a", name] == found["b", name]) is one


def test_a_short_name_and_a_long_one_in_other_company_stay_apart() -> None:
    short = [
        *with_company("a", "Moussa Sall", "Rhissa Ag Imellan", "Fatimata Walet Essou"),
        *with_company("b", "Moussa Sall", "Rhissa Ag Imellan", "Fatimata Walet Essou"),
    ]
    found = actors(*short)
    assert found["a", "Moussa Sall"] != found["b", "Moussa Sall"]
    other = [
        *with_company("a", "Salem Ould Brahim", "Rhissa Ag Imellan"),
        *with_company("b", "Salem Ould Brahim", "Rhissa Ag Imellan"),
    ]
    found = actors(*other)
    assert found["a", "Salem Ould Brahim"] != found["b", "Salem Ould Brahim"]


def test_two_spellings_meet_through_one_post_and_not_through_a_group_alone() -> None:
    treasurer, spokesman = post("treasurer", "Northern Lwando Front"), post("spokesman", "Northern Lwando Front")
    one, other = "Abdelkader Ould Hamidoun", "Abd al-Qadir Ould Hamidun"
    assert are_one(person("a", one, treasurer), person("b", other, treasurer))
    assert are_one(
        person("a", one, NORTH, of("River Lwando Guard")), person("b", other, NORTH, of("River Lwando Guard"))
    )
    assert not are_one(person("a", one, treasurer), person("b", other, spokesman))
    assert not are_one(person("a", one, NORTH), person("b", other, NORTH))


def test_an_acronym_is_the_registers_body_only_where_its_report_speaks_of_its_country() -> None:
    full = group("b", "Tehrik-i-Taliban Pakistan")
    there = located(group("a", "TTP"), place("a", "Peshawar"), full)
    assert there["a", "TTP"] == there["b", "Tehrik-i-Taliban Pakistan"]
    elsewhere = located(group("a", "TTP"), place("a", "Bamako"), full)
    assert elsewhere["a", "TTP"] != elsewhere["b", "Tehrik-i-Taliban Pakistan"]
    assert len(set(located(group("a", "TTP"), full).values())) == 2


def test_an_acronym_that_its_report_explains_is_never_the_registers() -> None:
    uses = [
        group("a", "Adrak Liberation Front"),
        group("a", "ALF"),
        place("a", "Ethiopia"),
        person("a", "Rhissa Ag Imellan", of("ALF")),
        person("b", "Rhissa Ag Imellan", of("Adrak Liberation Front")),
        group("b", "Adrak Liberation Front"),
        group("c", "Afar Liberation Front"),
    ]
    found = located(*uses)
    assert found["a", "ALF"] == found["a", "Adrak Liberation Front"] == found["b", "Adrak Liberation Front"]
    assert found["c", "Afar Liberation Front"] != found["a", "ALF"]
    assert found["a", "Rhissa Ag Imellan"] == found["b", "Rhissa Ag Imellan"]


def company(document: str, *others: str) -> list[Use]:
    return [person(document, other) for other in others] + [
        group(document, "Northern Lwando Front"),
        group(document, "Mwansa Salvation Council"),
    ]


@pytest.mark.parametrize(
    ("name", "others", "together"),
    [
        ("Oumar Tidjani", ["Blaise Onana", "Idris Baro Keita", "Samba Dian"], True),
        ("Oumar Tidjani", ["Blaise Onana", "Idris Baro Keita"], False),
        ("Ahmad Khan", ["Blaise Onana", "Idris Baro Keita", "Samba Dian"], False),
    ],
    ids=["few bear it, and five others are the same", "four others", "many bear it"],
)
def test_a_short_name_meets_itself_where_few_bear_it_and_many_others_are_the_same(
    name: str, others: list[str], together: bool
) -> None:
    uses = [use for document in "ab" for use in (person(document, name), *company(document, *others))]
    found = actors(*uses)
    assert (found["a", name] == found["b", name]) is together


def test_who_once_stood_with_a_group_may_stand_with_another() -> None:
    beside = post("commander", "Mwansa Salvation Council")
    once, now = Companion(Tie.ONCE, "Eastern Mbeya Front"), of("Northern Lwando Front", "2016")
    assert are_one(person("a", "Idris Baro", once, beside), person("b", "Idris Baro", now, beside))


def test_a_tie_of_which_no_time_is_told_speaks_against_nobody() -> None:
    beside = post("commander", "Mwansa Salvation Council")
    undated, dated = of("Eastern Mbeya Front"), of("Northern Lwando Front", "2016")
    other = of("Eastern Mbeya Front", "2016")
    assert are_one(person("a", "Idris Baro", undated, beside), person("b", "Idris Baro", dated, beside))
    assert not are_one(person("a", "Idris Baro", other, beside), person("b", "Idris Baro", dated, beside))
