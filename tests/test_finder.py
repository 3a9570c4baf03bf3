from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.finder import Finder, Found, Naming, sequences, tokens
from allegiance.model import Kind

NAMES = Finder.of(
    [
        Naming("Dawn of the Lake", Kind.GROUP, "dawn"),
        Naming("Dawn", Kind.GROUP, "short", weak=True),
        Naming("Al-Hilal", Kind.GROUP, "hilal"),
        Naming("Tehrik-e-Ghazian", Kind.GROUP, "ghazian"),
        Naming("M23", Kind.GROUP, "m23"),
        Naming("U.S. Army", Kind.GROUP, "army"),
        Naming("Ansar-ullah", Kind.GROUP, "ansar", parent="hilal"),
        Naming("al-Qaida", Kind.GROUP, "qaida"),
        Naming("جبهة النصرة", Kind.GROUP, "nusra"),
        Naming("Movimiento 19 de Abril", Kind.GROUP, "m19"),
        Naming("Mullah Idris Baro", Kind.PERSON, "baro"),
        Naming("জামাত", Kind.GROUP, "jamaat"),
    ]
)


def said(text: str) -> list[tuple[str, list[str]]]:
    return [(text[row.start : row.end], [naming.actor for naming in row.namings]) for row in NAMES.find(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The dawn of the lake's men", [("dawn of the lake", ["dawn"])]),
        ("DAWN OF THE LAKE", [("DAWN OF THE LAKE", ["dawn"])]),
        ("Dawn, of the Lake", [("Dawn", ["short"])]),
        ("Hilal, Al Hilal and al-Hílal", [("Hilal", ["hilal"]), ("Al Hilal", ["hilal"]), ("al-Hílal", ["hilal"])]),
        ("Tehrik e Ghazian", [("Tehrik e Ghazian", ["ghazian"])]),
        ("M-23, M 23, M23", [("M-23", ["m23"]), ("M 23", ["m23"]), ("M23", ["m23"])]),
        ("the US Army. The U. S. Army", [("US Army", ["army"]), ("U. S. Army", ["army"])]),
        ("Ansarullah and Ansar-Ullah", [("Ansarullah", ["ansar"]), ("Ansar-Ullah", ["ansar"])]),
        ("al-Qa‘ida, Al Qaeda’s", [("al-Qa‘ida", ["qaida"]), ("Al Qaeda", ["qaida"])]),
        ("قال جبهة النصرة اليوم", [("جبهة النصرة", ["nusra"])]),
        ("movimiento 19 de abril", [("movimiento 19 de abril", ["m19"])]),
        ("Idris Baro", [("Idris Baro", ["baro"])]),
        ("জামাত", [("জামাত", ["jamaat"])]),
        ("Dawning lakes", []),
        ("", []),
    ],
)
def test_a_name_is_found_whatever_its_case_accents_hyphens_and_apostrophes(
    text: str, wanted: list[tuple[str, list[str]]]
) -> None:
    assert said(text) == wanted


def test_of_names_that_begin_alike_the_longest_is_found_and_a_shorter_where_it_is_not_accepted() -> None:
    text = "Dawn of the Lake"
    assert said(text) == [("Dawn of the Lake", ["dawn"])]
    short = NAMES.find(text, lambda row: row.end - row.start < 10)
    assert [naming.actor for row in short for naming in row.namings] == ["short"]


def test_who_bears_a_name_is_told_with_all_that_is_known() -> None:
    ((naming,),) = (row.namings for row in NAMES.find("Ansarullah"))
    assert naming == Naming("Ansar-ullah", Kind.GROUP, "ansar", parent="hilal")
    shared = Finder.of([Naming("HLF", Kind.GROUP, "one"), Naming("H.L.F.", Kind.PERSON, "two", weak=True)])
    ((both),) = (row.namings for row in shared.find("hlf"))
    assert [naming.actor for naming in both] == ["one", "two"]


def test_the_same_names_have_the_same_digest() -> None:
    rows = list(NAMES)
    assert Finder.of(rows).digest == NAMES.digest
    assert Finder.of(rows[1:]).digest != NAMES.digest


WORDS = st.sampled_from("al Al-Hilal front Front of the K.K. u S. M 23 é É's ash-Sham e جبهة ad 9 a-b ’n".split())
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)


@given(st.lists(TEXTS, max_size=12), st.lists(st.one_of(TEXTS, st.sampled_from([",", ". ", "\n\n"])), max_size=6))
def test_the_walk_finds_what_looking_everywhere_finds(named: list[str], texts: list[str]) -> None:
    rows = [Naming(name, Kind.GROUP, str(number)) for number, name in enumerate(named)]
    text = " ".join(texts)
    assert Finder.of(rows).find(text) == everywhere(rows, text)


def everywhere(rows: list[Naming], text: str) -> list[Found]:
    """What a name's words give, looked for at every place and of every length, the longest first."""
    cut = tokens(text)
    found: list[Found] = []
    at = 0
    while at < len(cut):
        for end in range(len(cut), at, -1):
            row = tuple(token.text for token in cut[at:end])
            namings = tuple(naming for naming in rows if row in sequences(naming.name))
            if namings and not any(token.parted for token in cut[at + 1 : end]):
                found.append(Found(cut[at].start, cut[end - 1].end, namings))
                at = end
                break
        else:
            at += 1
    return found


@given(st.text(max_size=60))
def test_words_lie_in_the_text_and_follow_one_another(text: str) -> None:
    cut = tokens(text)
    ends = [0, *(token.end for token in cut)]
    assert all(0 <= token.start < token.end <= len(text) for token in cut)
    assert all(token.start >= before or token.end == before for token, before in zip(cut, ends, strict=False))


@given(st.text(max_size=40))
def test_a_name_is_found_in_itself(name: str) -> None:
    row = tuple(token.text for token in tokens(name))
    known = Finder.of([Naming(name, Kind.GROUP, "it")])
    if row in sequences(name):
        assert known.bearing(row)
