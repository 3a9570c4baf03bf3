from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allegiance.actors import Candidates, compare
from allegiance.model import Kind

PERSONS = [
    "Idris Baro",
    "Nasser Omar al-Tarhuni",
    "Salim Orlov",
    "William Harrowgate",
    "Jean-Luc Onana",
    "Trinh Van Luong",
]
GROUPS = ["Sahan Liberation Front", "Lwando Army", "Movement for Tarn", "Democratic Union of Ebra (DUE)"]


def test_another_spelling_finds_the_name_among_many() -> None:
    index = Candidates(PERSONS)
    wanted = {
        "Idriss Baroo": "Idris Baro",
        "ناصر عمر الترهوني": "Nasser Omar al-Tarhuni",
        "Салим Орлов": "Salim Orlov",
        "Bill Harrowgate": "William Harrowgate",
        "Onana, Jean Luc": "Jean-Luc Onana",
        "Trịnh Văn Lượng": "Trinh Van Luong",
        "Harowgate William": "William Harrowgate",
    }
    assert {name: [found.name for found in index.near(name)] for name in wanted} == {
        name: [other] for name, other in wanted.items()
    }


def test_a_group_is_found_by_its_acronym_and_by_its_words_in_another_language() -> None:
    index = Candidates(GROUPS, Kind.GROUP)
    assert [found.name for found in index.near("SLF")] == ["Sahan Liberation Front"]
    assert [found.name for found in index.near("DUE")] == ["Democratic Union of Ebra (DUE)"]
    assert [found.name for found in index.near("Frente de Liberación de Sahan")] == ["Sahan Liberation Front"]


def test_the_likest_come_first_and_no_more_than_asked_for() -> None:
    index = Candidates(["Idris Baro", "Idris Barro", "Idris Barou Keita", "Moussa Kélé"])
    assert [found.name for found in index.near("Idris Baro", limit=2)] == ["Idris Baro", "Idris Barro"]
    assert index.near("Blaise Onana") == []
    assert index.near("!") == []
    assert len(index) == 4


@given(st.lists(st.sampled_from(PERSONS), max_size=6), st.text(max_size=30))
def test_what_is_found_compares_as_it_is_said(names: list[str], name: str) -> None:
    for found in Candidates(names).near(name, least=0):
        assert found.comparison == compare(name, found.name)


@given(st.text(min_size=1, max_size=30))
def test_a_name_with_a_letter_finds_itself(name: str) -> None:
    found = Candidates([*PERSONS, name]).near(name)
    assert not any(c.isalnum() for c in name) or name in [candidate.name for candidate in found]
