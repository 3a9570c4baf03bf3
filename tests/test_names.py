from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.names import (
    GROUP_WORDS,
    HONORIFICS,
    RANKS,
    STANDING,
    TITLES,
    acronym_of,
    fold,
    has_father,
    has_group_word,
    has_kunya,
    is_acronym,
    is_kunya,
    is_single_name,
    key,
    script,
    strip_titles,
)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("The Tehreek-e-Taliban’s", "tehreek e taliban"),
        ("Abu Bakr al-Baghdadi", "abu bakr baghdadi"),
        ("Sheikh Abu Bakr al Baghdadi Hafizahullah", "abu bakr baghdadi"),
        ("Jaysh aṭ-Ṭā’ifa al-Manṣūrah", "jaysh taifa mansurah"),
        ("al-Qa’ida", "qaida"),
        ("Łódź Straße", "lodz strasse"),
        ("P. K. Venkoba", "pk venkoba"),
        ("P.K. Venkoba", "pk venkoba"),
        ("the U.S.", "us"),
        ("A. K. Singh", "ak singh"),
        ("Peasants' Guard", "peasants guard"),
        ("Lt. Col. Idris Baro", "idris baro"),
        ("Vice Governor Aida Sanduyan", "aida sanduyan"),
        ("General Security Directorate", "general security directorate"),
        ("Commander of the Front", "commander of the front"),
        ("Sheikh", "sheikh"),
        ("Mullah", "mullah"),
        ("الشيخ أسامة", "اسامه"),
        ("ДЖОХАР Дудаев", "джохар дудаев"),
    ],
)
def test_key_forgives_what_the_codebook_forgives(name: str, wanted: str) -> None:
    assert key(name) == wanted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Taliban", "Pakistani Taliban"),
        ("Islamic State", "Islamic State Khorasan Province"),
        ("Abu Bakr", "Abu Bakr al-Baghdadi"),
        ("Hafiz Saeed", "Hafiz Saeed Khan"),
        ("Khalid Mansoor", "Mansoor Khalid"),
        ("Vanrai Mukti Sena", "VMS (Unity)"),
        ("Front 4", "Front 9"),
        ("General Council", "Council"),
    ],
)
def test_key_keeps_different_names_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.text(max_size=60))
def test_the_key_of_a_key_is_itself(name: str) -> None:
    assert key(key(name)) == key(name)


@given(st.text(max_size=60))
def test_a_key_is_empty_only_where_there_is_no_letter_or_digit(name: str) -> None:
    if any(c.isascii() and c.isalnum() for c in name):
        assert key(name)


@given(st.text(alphabet="abcdefghij -'’.", max_size=40))
def test_case_makes_no_difference(name: str) -> None:
    assert key(name.upper()) == key(name)


@given(st.text(max_size=60))
def test_folding_gives_ascii(name: str) -> None:
    assert fold(name).isascii()


@pytest.mark.parametrize(
    ("written", "title", "name"),
    [
        ("Maulana Abu Bakr", "Maulana", "Abu Bakr"),
        ("Sheikh Abu Bakr al Baghdadi Hafizahullah", "Sheikh", "Abu Bakr al Baghdadi"),
        ("Col. Arnulfo Dimaguiba", "Col.", "Arnulfo Dimaguiba"),
        ("Lt. Ramil Ocampo", "Lt.", "Ramil Ocampo"),
        ("Lt. Gen. al-Burhan", "Lt. Gen.", "al-Burhan"),
        ("Brig.-Gen. Ali Omar", "Brig.-Gen.", "Ali Omar"),
        ("Staff Colonel Abd Alamir", "Staff Colonel", "Abd Alamir"),
        ("Chief Superintendent Graciano Mijares", "Chief Superintendent", "Graciano Mijares"),
        ("Vice Governor Aida Sanduyan", "Vice Governor", "Aida Sanduyan"),
        ("Councilor Edgardo Pimentel", "Councilor", "Edgardo Pimentel"),
        ("Prime Minister Nouri Maliki", "Prime Minister", "Nouri Maliki"),
        ("Major General Hassan", "Major General", "Hassan"),
        ("Colonel Tonnerre", "Colonel", "Tonnerre"),
        ("Mr. van der Berg", "Mr.", "van der Berg"),
        ("Mufti Hassan Swati", "Mufti", "Hassan Swati"),
        ("Mullah Omar", "", "Mullah Omar"),
        ("Mullah Dadullah", "", "Mullah Dadullah"),
        ("Mulla Saidakbar", "", "Mulla Saidakbar"),
        ("Hafiz Saeed Khan", "", "Hafiz Saeed Khan"),
        ("Ka Bantay", "", "Ka Bantay"),
        ("Bobur Haji", "", "Bobur Haji"),
        ("US President Donald Trump", "", "US President Donald Trump"),
        ("General Security Directorate", "", "General Security Directorate"),
        ("President of Mali", "", "President of Mali"),
        ("commander of Front 4", "", "commander of Front 4"),
        ("general staff", "", "general staff"),
        ("Sheikh", "", "Sheikh"),
        ("", "", ""),
        ("Elhadj Ag Wantala", "", "Elhadj Ag Wantala"),
        ("Cheikh Ould Sidi", "", "Cheikh Ould Sidi"),
        ("Col. Elhadj Ag Wantala", "Col.", "Elhadj Ag Wantala"),
        ("Mr Ould Sidi", "Mr", "Ould Sidi"),
        ("Sheikh Bin Hamad", "Sheikh", "Bin Hamad"),
    ],
)
def test_titles_are_taken_off_and_standing_words_stay(written: str, title: str, name: str) -> None:
    assert strip_titles(written) == (title, name)


@given(st.lists(st.sampled_from([*sorted(TITLES), "Omar", "Khan", "al-Masri", "bin", "Front"]), max_size=6))
def test_title_and_name_put_together_are_what_was_written(words: list[str]) -> None:
    title, name = strip_titles(" ".join(words))
    assert " ".join(part for part in (title, name) if part) == " ".join(words)
    assert name or not words


@pytest.mark.parametrize(
    "name", ["Abu Yusuf", "Umm Ahmad", "Abou Abd al-Rahman", "Sheikh Abu Omar", "Maulana Abu Bakr"]
)
def test_a_kunya_alone_is_known_as_one(name: str) -> None:
    assert is_kunya(name)
    assert is_single_name(name)


@pytest.mark.parametrize("name", ["Abu Yusuf al-Zarkenti", "Yusuf Abu", "Khalid Mansoor", "Abu", "Abubakar Shekau"])
def test_more_than_a_kunya_is_none(name: str) -> None:
    assert not is_kunya(name)


def test_a_name_may_begin_with_a_kunya() -> None:
    assert has_kunya("Abu Yusuf al-Zarkenti")
    assert not has_kunya("Khalid Mansoor")


@pytest.mark.parametrize("name", ["al-Baghdadi", "Mullah Omar", "Bin Dhayf", "Abdul Rahman", "Tizón", "General Hassan"])
def test_a_single_name_is_one_whatever_stands_before_it(name: str) -> None:
    assert is_single_name(name)


@pytest.mark.parametrize("name", ["Osama bin Laden", "Iyad ag Ghaly", "Hafiz Saeed", "Abdul Rauf Khadim"])
def test_two_names_are_no_single_name(name: str) -> None:
    assert not is_single_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Forest Self-Defence Union",
        "Katibat al-Alatau",
        "Vanrai Mukti Sena",
        "Insurgent Columns of the South",
        "Saiqa Companies",
        "Black Mountain Volunteers",
        "Ejército del Pueblo",
        "Fédération des patriotes",
        "Asa'ib Ahl al-Haq",
        "Kata'ib Hezbollah",
        "Kisan Ekta Dal",
        "جيش الإسلام",
        "Армия освобождения",
    ],
)
def test_group_words_are_known_in_several_languages(name: str) -> None:
    assert has_group_word(name)


@pytest.mark.parametrize("name", ["Désiré Kamoko", "Abu Bakr al-Baghdadi", "Lwando", "Marleny Ospina"])
def test_names_of_people_and_places_have_no_group_word(name: str) -> None:
    assert not has_group_word(name)


@pytest.mark.parametrize("name", ["TTP", "ISIL-K", "U.S.", "JuA", "M23", "the FPRL", "PKK"])
def test_acronyms_are_known_by_their_letters(name: str) -> None:
    assert is_acronym(name)


@pytest.mark.parametrize("name", ["Taliban", "VIV ANSANM", "Al", "Ansaru", "", "2014", "Islamic State"])
def test_words_are_no_acronyms(name: str) -> None:
    assert not is_acronym(name)


@pytest.mark.parametrize(
    ("acronym", "full"),
    [
        ("FPRL", "Patriotic Front for the Renewal of Lwando"),
        ("TTP", "Tehreek e Taliban Pakistan"),
        ("CIS", "Insurgent Columns of the South"),
        ("FDP", "Front for an Undivided Drenovo"),
        ("MUJAO", "Mouvement pour l’unification et le jihad en Afrique de l’Ouest"),
        ("AQAP", "al-Qaida in the Arabian Peninsula"),
        ("ISIL", "Islamic State in Iraq and the Levant"),
        ("JuA", "Jamaat-ul-Ahrar"),
        ("M23", "Mouvement du 23 mars"),
        ("LRA", "Lord's Resistance Army"),
    ],
)
def test_an_acronym_may_stand_for_its_name_in_another_language_too(acronym: str, full: str) -> None:
    assert acronym_of(acronym, full)


@pytest.mark.parametrize(
    ("acronym", "full"),
    [("US", "United Nations"), ("TTP", "Islamic State"), ("PKK", "Kurdistan Workers' Party"), ("Kabul", "K A B U L")],
)
def test_other_letters_stand_for_something_else(acronym: str, full: str) -> None:
    assert not acronym_of(acronym, full)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("Désiré Kamoko", "Latin"), ("أبو غادية", "Arabic"), ("Дудаев", "Cyrillic"), ("金正恩", "Han"), ("1993", "")],
)
def test_the_script_of_a_name_is_that_of_most_letters(name: str, wanted: str) -> None:
    assert script(name) == wanted


def test_the_lists_hold_single_words_and_no_word_that_stands_in_a_name() -> None:
    for words in (HONORIFICS, RANKS, TITLES, STANDING, GROUP_WORDS):
        assert all(word == word.strip().casefold() and " " not in word for word in words)
    assert "hafiz" not in TITLES
    assert STANDING <= TITLES


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Rhissa Ag Imellan", True), ("Omar bin Hafiz", True), ("Ould Abdel Aziz", False), ("Tin Ayet Brigade", False)],
)
def test_a_word_for_son_or_daughter_between_others_tells_a_person(name: str, expected: bool) -> None:
    assert has_father(name.split()) is expected
