from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.actors import Verdict, compare
from allegiance.actors.compare import LIKELY
from allegiance.model import Kind

PERSON, GROUP = Kind.PERSON, Kind.GROUP


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khalid Mansoor", "Khaled Mansour"),
        ("Marleny Ospina", "Marleni Ospina"),
        ("Abdul Raouf Khadem", "Mullah Abdul Rauf Khadim"),
        ("Nasser bin Omar al-Tarhuni", "Naser Umar Tarhouni"),
        ("ناصر عمر الترهوني", "Nasser Omar al-Tarhuni"),
        ("Салим Хамзатович Орлов", "Salim Orlov"),
        ("BARO, Idris", "Idris Baro"),
        ("Colonel Idris Baro", "Idris Baro"),
        ("Jean-Luc Onana", "Jean Luc Onana"),
        ("Orbel, Viktor", "Viktor Orbel"),
        ("Bill Harrowgate", "William Harrowgate"),
        ("Harald F. Denmoor", "Harald Frederick Denmoor"),
        ("Trịnh Văn Lượng", "Trinh Van Luong"),
        ("Wei Jianhong", "韦建宏"),
        ("Zdzislaw de Larue", "Zdzislaw DeLarue"),
        ("Mahmoud Tarabzadeh", "محمود ترابزاده"),
        ("শফিক রহমান", "Shafiq Rahman"),
        ("Abubakar Zuberi", "Aboubacar Zuberi"),
        ("Ismail Tarhaniyeh", "Ismael Tarhaniya"),
        ("Muhammad Idris Tarhuni", "Idris Tarhuni"),
    ],
)
def test_one_persons_name_is_known_in_many_guises(one: str, other: str) -> None:
    found = compare(one, other, PERSON)
    assert found.verdict is Verdict.SAME, found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sahan Liberation Movement", "South Sahan Liberation Movement"),
        ("Sahan Liberation Front", "Sahan Liberation Front Media Office"),
        ("Sahan Liberation Front", "Sahan Liberation Front Youth Wing"),
    ],
)
def test_a_body_of_another_quarter_or_a_wing_is_not_likely_the_same(one: str, other: str) -> None:
    assert compare(one, other, GROUP).score < LIKELY


@pytest.mark.parametrize(
    ("one", "other", "kind", "verdict"),
    [
        ("Khalid Mansoor", "Mansoor Khalid", PERSON, Verdict.UNSURE),
        ("Abu Yusuf", "Abu Yusuf", PERSON, Verdict.UNSURE),
        ("Hafiz Saeed", "Hafiz Saeed Khan", PERSON, Verdict.UNSURE),
        ("J. Harrowgate", "John Harrowgate", PERSON, Verdict.UNSURE),
        ("Idris Baro", "Blaise Onana", PERSON, Verdict.DIFFERENT),
        ("Idris Baro Jr", "Idris Baro Sr", PERSON, Verdict.DIFFERENT),
        ("Idris Baro Jr", "Idris Baro", PERSON, Verdict.UNSURE),
        ("Idris Zuberi", "Mahamat Idris Zuberi", PERSON, Verdict.UNSURE),
        ("Thein Min Lwando", "Min Thein Lwando", PERSON, Verdict.UNSURE),
        ("Thein Min Lwando", "Lwando Thein Min", PERSON, Verdict.SAME),
        ("Taliban", "Pakistani Taliban", GROUP, Verdict.DIFFERENT),
        ("Islamic State", "Islamic State Khorasan Province", GROUP, Verdict.DIFFERENT),
        ("Tehrik-i-Taliban Pakistan", "Tehreek-e-Taliban Pakistan", GROUP, Verdict.SAME),
        ("Front 4", "Front 9", GROUP, Verdict.DIFFERENT),
        ("First Brigade", "1st Brigade", GROUP, Verdict.SAME),
        ("Movement for Sahan", "Harakat Sahan", GROUP, Verdict.SAME),
        ("Movement of Sahan", "Mouvement d'Sahan", GROUP, Verdict.SAME),
        ("Coordination of Sahan Movements", "Coordination des mouvements de l’Sahan", GROUP, Verdict.SAME),
        ("United Front of Sahan", "Front uni du Sahan", GROUP, Verdict.SAME),
        ("FPRL", "Patriotic Front for the Renewal of Lwando", GROUP, Verdict.UNSURE),
        ("ELS", "Sahan Liberation Army", GROUP, Verdict.UNSURE),
        ("EXQ", "Sahan Liberation Army", GROUP, Verdict.DIFFERENT),
        ("Idris Baro Network", "Idris Baro Group", GROUP, Verdict.UNSURE),
        ("Orbelgangtu Shipping", "Orbel Gang Tu Shipping", GROUP, Verdict.SAME),
        ("Jaish-e-Sahan", "Lashkar-e-Sahan", GROUP, Verdict.UNSURE),
        ("Jaish-e-Sahan", "Army of Sahan", GROUP, Verdict.SAME),
        ("Tarn Steel GmbH", "Tarn Steel", GROUP, Verdict.SAME),
        ("Tarn Steel", "Tarn Stele", GROUP, Verdict.UNSURE),
        ("!", "Front 9", GROUP, Verdict.DIFFERENT),
        ("", "Idris Baro", PERSON, Verdict.DIFFERENT),
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


def test_a_surname_missing_is_likely_but_not_sure() -> None:
    found = compare("José García", "José García Ibarra")
    assert found.score >= LIKELY
    assert found.verdict is Verdict.UNSURE


PIECES = (
    'Khalid Khaled Mansoor Front 9 Abu Yusuf Taliban K. محمد بن Jr 习近 (K) Ltd abd al- Павел O\'Neil, "Kit"'.split()
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=6)
KINDS = st.sampled_from(list(Kind))


@given(WORDS, WORDS, KINDS)
def test_the_order_of_the_two_makes_no_difference(one: list[str], other: list[str], kind: Kind) -> None:
    assert compare(" ".join(one), " ".join(other), kind) == compare(" ".join(other), " ".join(one), kind)


@given(st.text(max_size=60), st.text(max_size=60), KINDS)
def test_any_two_texts_give_a_score_from_0_to_1(one: str, other: str, kind: Kind) -> None:
    found = compare(one, other, kind)
    assert 0 <= found.score <= 1
    assert found.because
    assert found == compare(other, one, kind)


@given(st.one_of(st.text(max_size=60), WORDS.map(" ".join)), KINDS)
def test_a_name_is_like_itself(name: str, kind: Kind) -> None:
    found = compare(name, name, kind)
    assert found.score == (1 if any(c.isalnum() for c in name) else 0), found


@pytest.mark.parametrize("unit", ["a", "ab ", "Abu ", "abd ", "محمد ", "(", '"', "A.", "9 ", "习", ", ", "é"])
@pytest.mark.parametrize("kind", [PERSON, GROUP])
def test_a_name_without_end_is_compared_in_bounded_time(unit: str, kind: Kind) -> None:
    name = unit * (100_000 // len(unit))
    assert 0 <= compare(name, "x" + name, kind).score <= 1
