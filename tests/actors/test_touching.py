"""What a report or a judgement touches: resolved alone, it stands as it would if everything were resolved."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.actors import Companion, Resolved, Tie, Use, join, load_gazetteer, load_register, resolve
from allegiance.actors.known import Known
from allegiance.actors.meetings import Telling, read_telling, tellings_of
from allegiance.actors.touching import touched
from allegiance.model import Judgement, Kind

REGISTER = load_register()
WORLD = load_gazetteer()


class Kept:
    """Tellings in memory."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self.all = list(tellings)

    def meeting(self, keys: Collection[int]) -> Iterable[Telling]:
        return [each for each in self.all if not (each.keys | each.found).isdisjoint(keys)]

    def using(self, ids: Collection[str]) -> Iterable[Telling]:
        return [each for each in self.all if any(known.id in ids for known in each.known)]

    def spelt(self, blocks: Collection[int]) -> Iterable[tuple[int, str]]:
        return {pair for each in self.all for pair in each.spellings if pair[0] in blocks}


def told(uses: Sequence[Use]) -> list[Telling]:
    found: list[Telling] = []
    for document in sorted({use.document for use in uses}):
        found += tellings_of([use for use in uses if use.document == document], REGISTER, WORLD)
    return found


def uses_in(tellings: Iterable[Telling]) -> list[Use]:
    return [known.use for each in tellings for known in each.known]


def resolved(uses: Sequence[Use], judgements: Sequence[Judgement] = ()) -> dict[tuple[str, str], Resolved]:
    return {(row.document, row.name): row for row in resolve(uses, REGISTER, judgements, WORLD)}


def joined(
    known: Iterable[Known], judgements: Sequence[Judgement] = (), beside: Iterable[Known] = ()
) -> dict[tuple[str, str], Resolved]:
    return {(row.document, row.name): row for row in join(known, REGISTER, judgements, beside)}


PEOPLE = ["Khalid Mansoor", "Khaled Mansour", "Khalid Mansoori", "Abu Yusuf", "Idris Baro", "Idriss Barro Keita"]
GROUPS = ["TTP", "Pakistani Taliban", "Northern Lwando Front", "NLF", "Lwando Front", "Islamic State", "Mbeya Front 9"]
RENAMED = ["Northern Lwando Front", "Eastern Mbeya Front", "Zuberi Salvation Army"]
PLACES = ["Achin", "Nangarhar", "Hangu", "Pakistan", "Lwando", "Lashkar Gah"]
KNOWN = sorted({record.id for name in GROUPS if (record := REGISTER.one(name, Kind.GROUP))})
TIMES = st.sampled_from(["", "2014", "2014-03", "2019-10-26"])


@st.composite
def uses(draw: st.DrawFn) -> Use:
    kind = draw(st.sampled_from([Kind.PERSON, Kind.PERSON, Kind.GROUP, Kind.PLACE, Kind.UNKNOWN]))
    names = {Kind.PERSON: PEOPLE, Kind.GROUP: GROUPS, Kind.PLACE: PLACES}.get(kind, [*PEOPLE, *GROUPS])
    ties = [
        st.builds(Companion, st.sampled_from([Tie.GROUP, Tie.ONCE, Tie.PARENT]), st.sampled_from(GROUPS), when=TIMES),
        st.builds(Companion, st.just(Tie.POST), st.sampled_from(["commander", "emir"]), st.sampled_from(GROUPS)),
        st.builds(Companion, st.just(Tie.PERSON), st.sampled_from(PEOPLE)),
        st.builds(Companion, st.sampled_from([Tie.ALIAS, Tie.APART, Tie.RENAMED, Tie.RIVAL]), st.sampled_from(names)),
        st.builds(Companion, st.sampled_from([Tie.DEAD, Tie.ACTIVE]), when=st.sampled_from(["2014-03", "2019-10-26"])),
    ]
    beside = draw(st.lists(st.one_of(ties), max_size=4))
    return Use(draw(st.sampled_from("abcdef")), draw(st.sampled_from(names)), kind, tuple(sorted(set(beside))))


@st.composite
def judged(draw: st.DrawFn, ids: Sequence[str]) -> tuple[Judgement, ...]:
    made: list[Judgement] = []
    for at in range(draw(st.integers(0, 3))):
        act = draw(st.sampled_from(["same", "same", "different", "undo"]))
        pair = (made[-1].id,) if act == "undo" and made else tuple(draw(st.lists(st.sampled_from(ids), min_size=2)))
        made.append(
            Judgement(act if len(pair) > 1 or act == "undo" else "same", pair, "an analyst", f"2026-01-{at + 1:02}")
        )
    return tuple(made)


def person(document: str, name: str, *beside: Companion) -> Use:
    return Use(document, name, Kind.PERSON, beside)


def group(document: str, name: str, *beside: Companion) -> Use:
    return Use(document, name, Kind.GROUP, beside)


def also(name: str) -> Companion:
    return Companion(Tie.ALIAS, name)


COMMANDER = Companion(Tie.POST, "commander", "Northern Lwando Front")
PARENT = Companion(Tie.PARENT, "Northern Lwando Front")
NORTHERN, EASTERN = "Northern Lwando Front", "Eastern Mbeya Front"


@pytest.mark.parametrize(
    ("new", "old", "judgements"),
    [
        pytest.param(
            person("z", "Khalid Mansoor", COMMANDER), [person("a", "Khalid Mansuri", COMMANDER)], (), id="a spelling"
        ),
        pytest.param(group("z", "ZQLF", PARENT), [group("a", "ZQLF", PARENT)], (), id="an acronym beside one parent"),
        pytest.param(
            group("z", "Islamic Freedom Column"),
            [Use("z", "Achin", Kind.PLACE), group("a", "Islamic Freedom Column"), Use("a", "Achin", Kind.PLACE)],
            (),
            id="a name that says its cause, in one country",
        ),
        pytest.param(
            person("z", "Abu Yusuf"),
            [person("a", "Abu Yusuf")],
            (Judgement("same", tuple(Use(d, "Abu Yusuf").id for d in "az"), "an analyst", "2026-01-01"),),
            id="a judgement",
        ),
        pytest.param(
            group("z", NORTHERN),
            [
                group("a", NORTHERN, also("Pakistani Taliban")),
                group("a", "Pakistani Taliban"),
                group("b", EASTERN, also("Pakistani Taliban")),
                group("b", "Pakistani Taliban"),
                group("c", NORTHERN, Companion(Tie.APART, EASTERN)),
                group("c", EASTERN, Companion(Tie.APART, NORTHERN)),
            ],
            (),
            id="two names of one known actor, which one document tells apart",
        ),
        pytest.param(
            person("z", "Idris Baro", COMMANDER),
            [person("a", "Idris Baro", COMMANDER, also("the Hyena")), person("a", "the Hyena")],
            (),
            id="another name of one document",
        ),
    ],
)
def test_what_can_join_two_uses_is_followed(new: Use, old: list[Use], judgements: tuple[Judgement, ...]) -> None:
    tellings = told([new, *old])
    found = touched([each for each in tellings if each.document == "z"], (), (), judgements, Kept(tellings))
    whole = resolved([new, *old], judgements)
    part = joined(found.known, judgements)
    assert found.ids > {new.id}
    assert part == {place: row for place, row in whole.items() if place in part}
    settled = {use.id for use in old if use.kind is Kind.PLACE or REGISTER.one(use.name, use.kind)}
    assert {use.id for use in old if whole[use.document, use.name].actor_id != use.id} <= found.ids | settled


def test_of_two_that_were_judged_different_one_alone_has_the_name_of_the_register() -> None:
    told_of = [group("a", "Pakistani Taliban"), group("b", "Pakistani Taliban")]
    judgements = (Judgement("different", tuple(use.id for use in told_of), "an analyst", "2026-01-01"),)
    tellings, whole = told(told_of), resolved(told_of, judgements)
    assert len({row.actor_id for row in whole.values()}) == 2
    for document in "ab":
        found = touched([each for each in tellings if each.document == document], (), (), judgements, Kept(tellings))
        assert joined(found.known, judgements) == whole


def test_of_two_that_a_report_tells_apart_one_alone_has_the_name_of_the_register() -> None:
    sides = [group("c", "Pakistani Taliban"), group("c", "TTP", Companion(Tie.APART, "Pakistani Taliban"))]
    told_of = [person("a", "Khalid Mansoor"), *sides]
    judgements = (Judgement("different", (told_of[0].id, sides[0].id), "an analyst", "2026-01-01"),)
    tellings, whole = told(told_of), resolved(told_of, judgements)
    found = touched([each for each in tellings if each.document == "a"], (), (), judgements, Kept(tellings))
    assert joined(found.known, judgements) == whole


@given(st.data(), st.lists(uses(), min_size=1, max_size=16))
def test_what_a_document_touches_joined_alone_is_as_when_everything_is_resolved(
    data: st.DataObject, known: list[Use]
) -> None:
    tellings = told(known)
    judgements = data.draw(judged([*(use.id for use in uses_in(tellings)), *KNOWN]))
    new = data.draw(st.sampled_from(tellings)).document
    start = [each for each in tellings if each.document == new]
    found = touched(start, (), (), judgements, Kept(tellings))
    whole, part = resolved(known, judgements), joined(found.known, judgements, found.beside)
    assert {use.id for use in uses_in(start)} <= found.ids
    for place, row in part.items():
        if Use(*place).id in found.ids:
            assert row == whole[place]


@given(st.data(), st.lists(uses(), min_size=1, max_size=16))
def test_what_a_new_document_does_not_touch_stays_as_it_was(data: st.DataObject, known: list[Use]) -> None:
    tellings = told(known)
    new = data.draw(st.sampled_from(tellings)).document
    before = resolved([use for use in known if use.document != new])
    after = resolved(known)
    found = touched([each for each in tellings if each.document == new], (), (), (), Kept(tellings))
    for place, row in before.items():
        if Use(*place).id not in found.ids:
            assert after[place] == row


@st.composite
def under_new_names(draw: st.DrawFn) -> list[Use]:
    """Persons who stand with groups, and reports that say that these took other names."""
    named = st.sampled_from(RENAMED)
    ties = [
        st.builds(Companion, st.sampled_from([Tie.GROUP, Tie.ONCE]), named, when=TIMES),
        st.builds(Companion, st.just(Tie.POST), st.just("commander"), named),
        st.builds(Companion, st.sampled_from([Tie.DEAD, Tie.ACTIVE]), when=st.sampled_from(["2014-03", "2019-10-26"])),
    ]
    document = st.sampled_from("abcdefg")
    beside = st.lists(st.one_of(ties), min_size=1, max_size=3).map(lambda some: tuple(sorted(set(some))))
    people = st.builds(Use, document, st.sampled_from(PEOPLE[:4]), st.just(Kind.PERSON), beside)
    told = st.lists(st.builds(Companion, st.sampled_from([Tie.RENAMED, Tie.RENAMED, Tie.APART]), named), max_size=2)
    groups = st.builds(Use, document, named, st.just(Kind.GROUP), told.map(tuple))
    return [*draw(st.lists(people, min_size=2, max_size=9)), *draw(st.lists(groups, min_size=1, max_size=5))]


@given(st.data(), under_new_names())
def test_a_new_name_of_a_group_touches_whom_it_can_join(data: st.DataObject, known: list[Use]) -> None:
    tellings = told(known)
    new = data.draw(st.sampled_from(tellings)).document
    start = [each for each in tellings if each.document == new]
    found = touched(start, (), (), (), Kept(tellings))
    whole, part = resolved(known), joined(found.known, beside=found.beside)
    assert {row: part[row] for row in part if Use(*row).id in found.ids} == {
        row: whole[row] for row in part if Use(*row).id in found.ids
    }
    for others, gone in (
        ([use for use in known if use.document != new], ()),
        ([use for use in known if use.document != new], [each for each in tellings if each.document == new]),
    ):
        before = resolved(others)
        reached = touched(() if gone else start, gone, (), (), Kept(told(others) if gone else tellings))
        for place, row in before.items():
            if Use(*place).id not in reached.ids:  # Its reason stays true, though another report may say it too.
                assert replace(whole[place], because="") == replace(row, because="")


@given(st.lists(uses(), min_size=1, max_size=8))
def test_a_telling_is_read_as_it_was_written(known: list[Use]) -> None:
    for each in told(known):
        assert read_telling(each.document, each.part, each.text()) == each
