from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.actors import Verdict, compare
from allegiance.actors.spelling import group_spelling, spelling
from allegiance.model import Kind
from allegiance.names import key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed Omar", "Muhammad Umar"),
        ("Abdelkarim Nasr", "Abd al-Karim Nasr"),
        ("Abdurrahman Mangal", "Abdul Rahman Mangal"),
        ("Shahidullah Shahid", "Shahid Ullah Shahid"),
        ("Noureddine Zangi", "Nour al-Din Zangi"),
        ("Qasem Soleimani", "Kassem Suleimani"),
        ("Hafiz Saeed", "Hafiz Said"),
        ("Khaled Sharif", "Khalid Shareef"),
        ("Abdallah Azam", "Abdullah Azzam"),
    ],
)
def test_granted_spellings_of_a_name_agree(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Salim Ali", "Salama Ali"),
        ("Hassan Ali", "Hussein Ali"),
        ("Hamid Karzai", "Ahmad Karzai"),
        ("Khalid Mansoor", "Mansoor Khalid"),
        ("Jamal Nasr", "Jamil Nasr"),
        ("Nasser Ali", "Nasr Ali"),
        ("Omar Khan", "Amr Khan"),
        ("José Peña", "José Piña"),
    ],
)
def test_different_names_keep_different_spellings(one: str, other: str) -> None:
    assert spelling(one) != spelling(other)


@given(st.text(max_size=40))
def test_equal_keys_give_equal_spellings(name: str) -> None:
    assert spelling(name) == spelling(key(name))
    assert group_spelling(name) == group_spelling(key(name))


@pytest.mark.parametrize(
    ("one", "other", "kind", "verdict"),
    [
        ("Khalid Mansoor", "Khaled Mansour", Kind.PERSON, Verdict.SAME),
        ("Marleny Ospina", "Marleni Ospina", Kind.PERSON, Verdict.SAME),
        ("Khalid Mansoor", "Mansoor Khalid", Kind.PERSON, Verdict.POSSIBLE),
        ("Abu Yusuf", "Abu Yusuf", Kind.PERSON, Verdict.POSSIBLE),
        ("Hafiz Saeed", "Hafiz Saeed Khan", Kind.PERSON, Verdict.POSSIBLE),
        ("Idris Baro", "Blaise Onana", Kind.PERSON, Verdict.DIFFERENT),
        ("Idris Baro Jr", "Idris Baro", Kind.PERSON, Verdict.DIFFERENT),
        ("Taliban", "Pakistani Taliban", Kind.GROUP, Verdict.DIFFERENT),
        ("Islamic State", "Islamic State Khorasan Province", Kind.GROUP, Verdict.DIFFERENT),
        ("Tehrik-i-Taliban Pakistan", "Tehreek-e-Taliban Pakistan", Kind.GROUP, Verdict.SAME),
        ("Front 4", "Front 9", Kind.GROUP, Verdict.DIFFERENT),
        ("FPRL", "Patriotic Front for the Renewal of Lwando", Kind.GROUP, Verdict.POSSIBLE),
        ("!", "Front 9", Kind.GROUP, Verdict.DIFFERENT),
    ],
)
def test_a_comparison_says_what_follows_and_why(one: str, other: str, kind: Kind, verdict: Verdict) -> None:
    found = compare(one, other, kind)
    assert found.verdict is verdict, found
    assert found.because


def test_better_beats_worse() -> None:
    scores = [
        compare("Abdul Rauf Khadim", other).score for other in ("Abdul Raouf Khadem", "Abdul Rauf", "Abdul Basit")
    ]
    assert scores == sorted(scores, reverse=True)


WORDS = st.lists(st.sampled_from(["Khalid", "Khaled", "Mansoor", "Front", "9", "Abu", "Yusuf", "Taliban"]), max_size=4)


@given(WORDS, WORDS, st.sampled_from(list(Kind)))
def test_the_order_of_the_two_makes_no_difference(one: list[str], other: list[str], kind: Kind) -> None:
    assert compare(" ".join(one), " ".join(other), kind) == compare(" ".join(other), " ".join(one), kind)
