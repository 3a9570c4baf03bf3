from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.actors.spelling import group_spelling, spelling
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
