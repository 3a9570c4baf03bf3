"""The script that measures comparing: what a pair is, how it is counted, and what the page says."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import names
from bench.measuring.compared import Found, Rated, lookups, ours, rate, traps
from bench.measuring.pairs import Pair, held_out, load

LIST = """<?xml version="1.0"?><CONSOLIDATED_LIST><INDIVIDUALS>{}</INDIVIDUALS><ENTITIES>
<ENTITY><DATAID>e1</DATAID><FIRST_NAME>SAHAN FRONT</FIRST_NAME><ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY>
<ALIAS_NAME>Jabhat Sahan</ALIAS_NAME></ENTITY_ALIAS></ENTITY>
<ENTITY><DATAID>e2</DATAID><FIRST_NAME>LWANDO ARMY</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>"""
PERSON = """<INDIVIDUAL><DATAID>{}</DATAID><FIRST_NAME>{}</FIRST_NAME><SECOND_NAME>{}</SECOND_NAME>
<NAME_ORIGINAL_SCRIPT>{}</NAME_ORIGINAL_SCRIPT><INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY>
<ALIAS_NAME>{}</ALIAS_NAME></INDIVIDUAL_ALIAS><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY>
<ALIAS_NAME>The Tall</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL>"""
PERSONS = [
    ("p1", "NASSER", "TARHUNI", "ناصر الترهوني", "Naser Tarhouni; Nasir Tarhuni"),
    ("p2", "NASR", "TARKHAN", "", ""),
]


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A list of two persons and two groups, where the public data would lie."""
    (tmp_path / "data/un").mkdir(parents=True)
    text = LIST.format("".join(PERSON.format(*person) for person in PERSONS))
    (tmp_path / "data/un/UN_consolidated.xml").write_text(text, encoding="utf-8")
    return tmp_path


def test_pairs_are_a_persons_names_and_the_nearest_of_others(shared: Path) -> None:
    sets, absent = load(shared)
    aliases, scripts, groups = sets
    assert [(pair.name1, pair.name2, pair.same) for pair in aliases.pairs if pair.name1 == "NASSER TARHUNI"] == [
        ("NASSER TARHUNI", "Naser Tarhouni", True),
        ("NASSER TARHUNI", "Nasir Tarhuni", True),
        ("NASSER TARHUNI", "NASR TARKHAN", False),
    ]
    assert [(pair.name1, pair.same) for pair in scripts.pairs] == [("ناصر الترهوني", True), ("ناصر الترهوني", False)]
    assert ("SAHAN FRONT", "Jabhat Sahan") in [(pair.name1, pair.name2) for pair in groups.pairs if pair.same]
    assert absent == ["Arabic words in Latin letters (`../shared/data/names`)"]


def test_one_half_is_kept_out_and_which_depends_on_the_id_alone() -> None:
    kept = [held_out(str(number)) for number in range(1000)]
    assert 400 < sum(kept) < 600
    assert kept == [held_out(str(number)) for number in range(1000)]


def test_what_is_called_the_same_is_counted() -> None:
    pairs = [Pair("Person", "a b", "a c", same, True) for same in (True, True, False)]
    rated = [Rated(pair, score, False, 0.1) for pair, score in zip(pairs, (0.9, 0.2, 0.8), strict=True)]
    found = Found.of(rated, lambda one: one.score > 0.5)
    assert (found.pairs, found.called, found.likely) == (3, 2, 2)
    assert (found.figure.precision, found.figure.recall) == (0.5, 0.5)


def test_a_name_is_found_among_many_made_of_the_same_words(shared: Path) -> None:
    found = lookups(load(shared)[0], 10)
    assert found is not None
    assert found.names == 10
    assert found.recall == 1


def test_no_trap_is_fallen_into() -> None:
    assert traps(ours).called == 0


def test_without_the_rival_the_page_is_printed_and_not_written(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "logic_v2", lambda: None)
    out = tmp_path / "out.md"
    assert names.main(["--shared", str(shared), "--names", "10", "--out", str(out)]) == 0
    printed = capsys.readouterr()
    assert "not installed" in printed.err
    assert "persons' aliases" in printed.out
    assert not out.exists()


def test_with_a_rival_both_stand_on_the_page(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "logic_v2", lambda: lambda *_: (0.5, False))
    out = tmp_path / "out.md"
    assert names.main(["--shared", str(shared), "--names", "10", "--out", str(out)]) == 0
    page = " ".join(out.read_text(encoding="utf-8").split())
    assert "logic-v2, its best score" in page
    assert "logic-v2 scores 0 of them" in page
    assert rate([], ours) == []
