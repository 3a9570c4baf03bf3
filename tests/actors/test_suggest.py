from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest

from allegiance.actors import Companion, Register, Suggestion, Tie, Use, load_register, register_of, resolve, suggest
from allegiance.model import Judgement, Kind

NOBODY = register_of([])


def person(document: str, name: str, *beside: Companion) -> Use:
    return Use(document, name, Kind.PERSON, beside)


def of(name: str, when: str = "") -> Companion:
    return Companion(Tie.GROUP, name, when=when)


def suggested(*uses: Use, register: Register = NOBODY, judgements: tuple[Judgement, ...] = ()) -> list[Suggestion]:
    return list(suggest(asking(uses, []), resolve(uses, register, judgements), register, judgements))


def asking(uses: Sequence[Use], asked: list[str]) -> Callable[[Sequence[str]], Iterator[Use]]:
    """The uses by their documents; which documents are asked for is noted."""

    def uses_in(documents: Sequence[str]) -> Iterator[Use]:
        asked.extend(documents)
        return (use for use in uses if use.document in documents)

    return uses_in


PEOPLE = ("Pedro Alvarez", "Alvarez", "Nguyen Van Thanh", "Abu Hamza", "Dost", "Ibrahima Sow", "Lal Bahadur", "Oke")
NORTH, SOUTH = of("Northern Lwando Front"), of("Southern Lwando Guard")


def test_one_name_in_two_reports_with_nothing_beside_it_is_suggested_and_not_joined() -> None:
    [made] = suggested(person("a", "Khalid Mansoor"), person("b", "Khaled Mansour"))
    assert made.score > 0.85
    assert made.wanting == "nothing beside the names agrees"
    assert "khalid" in made.because and "khaled" in made.because


def test_what_agrees_beside_the_names_ranks_a_pair_higher_and_is_said() -> None:
    alone = suggested(person("a", "Khalid Mansoor"), person("b", "Khalid Mansour Zai"))[0]
    agreed = suggested(person("a", "Khalid Mansoor", NORTH), person("b", "Khalid Mansour Zai", NORTH))[0]
    assert agreed.score > alone.score
    assert "both stand with Northern Lwando Front" in agreed.because


@pytest.mark.parametrize(
    ("one", "other", "wanting"),
    [
        ("Abu Hamza", "Abu Hamza", "a kunya alone joins nobody"),
        ("Dost", "Dost", "a single name joins nobody"),
    ],
)
def test_a_kunya_and_a_single_name_are_suggested_and_say_why_no_rule_joins_them(
    one: str, other: str, wanting: str
) -> None:
    [made] = suggested(person("a", one, NORTH), person("b", other, NORTH))
    assert made.wanting == wanting


def test_what_one_report_names_apart_or_what_cannot_be_one_man_is_not_suggested() -> None:
    assert suggested(person("a", "Khalid Mansoor"), person("a", "Khaled Mansour")) == []
    dead = Companion(Tie.DEAD, when="2014-05-01")
    acts = Companion(Tie.ACTIVE, when="2016-05-01")
    assert suggested(person("a", "Khalid Mansoor", dead), person("b", "Khaled Mansour", acts)) == []
    north, south = (replace(group, when="2016") for group in (NORTH, SOUTH))
    assert suggested(person("a", "Khalid Mansoor", north), person("b", "Khaled Mansour", south)) == []


@pytest.mark.parametrize("act", ["different", "unsure"])
def test_what_a_person_has_judged_is_not_suggested_again_until_it_is_undone(act: str) -> None:
    uses = (person("a", "Khalid Mansoor"), person("b", "Khaled Mansour"))
    ids = tuple(use.id for use in uses)
    judged = Judgement(act, ids, "an analyst", "2026-01-01")
    undone = Judgement("undo", (judged.id,), "an analyst", "2026-01-02")
    assert suggested(*uses, judgements=(judged,)) == []
    assert len(suggested(*uses, judgements=(judged, undone))) == 1


def test_who_asks_for_the_likeliest_has_few_looked_into() -> None:
    alike = [person(f"{n}{side}", name, NORTH) for n, name in enumerate(PEOPLE) for side in "ab"]
    close = [person("c", "Khalid Mansoor Zai", NORTH), person("d", "Khalid Mansoor Zei", NORTH)]
    uses, asked = [*alike, *close], list[str]()
    every = list(suggest(asking(uses, []), resolve(uses, NOBODY, ()), NOBODY))
    first = next(suggest(asking(uses, asked), resolve(uses, NOBODY, ()), NOBODY))
    assert first == every[0]
    assert [made.score for made in every] == sorted((made.score for made in every), reverse=True)
    assert 2 <= len(set(asked)) < len(uses)
    asked.clear()
    dost = {found.actor_id for found in resolve(uses, NOBODY, ()) if found.name == "Dost"}
    own = suggest(asking(uses, asked), resolve(uses, NOBODY, ()), NOBODY, may_be=lambda a, b: bool(dost & {a, b}))
    assert {made.names for made in own} == {("Dost", "Dost")}
    assert {use.document for use in uses if use.name == "Dost"} == set(asked)


def test_unlike_names_are_not_suggested() -> None:
    assert suggested(person("a", "Khalid Mansoor"), person("b", "Pedro Alvarez"), person("c", "Nguyen Van Thanh")) == []


def test_the_order_of_arrival_changes_nothing() -> None:
    uses = [
        person(document, name, NORTH)
        for document in "abc"
        for name in ("Khalid Mansoor", "Khaled Mansour", "Abu Hamza", "Abu Hamza al-Libi", "Idris Baro")
    ]
    wanted = suggested(*uses)
    assert wanted
    for seed in range(5):
        random.Random(seed).shuffle(uses)
        assert suggested(*uses) == wanted


def test_a_common_group_name_in_two_reports_is_suggested_first() -> None:
    name = "Islamic Freedom Column"
    found = suggested(Use("a", name, Kind.GROUP), Use("b", name, Kind.GROUP), Use("c", "Islamic Column", Kind.GROUP))
    assert found[0].names == (name, name)
    assert found[0].wanting == "the name is made of common words, and nothing beside it agrees"


def test_a_group_is_suggested_with_its_other_spelling_and_never_with_its_parent() -> None:
    uses = [
        Use("a", "Harakat al-Nur al-Sahel", Kind.GROUP),
        Use("b", "Haraket an-Nour as-Sahil", Kind.GROUP),
        Use("c", "Islamic State", Kind.GROUP),
        Use("d", "Islamic State Khorasan Province", Kind.GROUP),
    ]
    found = suggested(*uses, register=load_register())
    assert [made.kind for made in found] == [Kind.GROUP] * len(found)
    assert not any({"Islamic State", "Islamic State Khorasan Province"} == set(made.names) for made in found)
