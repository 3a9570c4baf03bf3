"""Timelines and marked texts: what is drawn is what was found."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.answers.descent import Descent, descent
from allegiance.answers.lineage import lineage
from allegiance.answers.spans import latest_day, spans
from allegiance.answers.ties import KINDS
from allegiance.model import TYPES, Actor, Appearance, Claim, Filler, Kind, Recorded, Row, Span
from allegiance.web import drawing, family, marking, plotting
from answers.fakes import FakeView, report, says


def _view() -> FakeView:
    return FakeView(
        report("Wire", "2014-03-14", says("appointment", person="Baro", group="Union", role="emir", when="2014-03-01")),
        report("Daily", "2015-03-14", says("post", person="Baro", group="Union", role="emir")),
        report("Radio", "2016-01-01", says("removal", person="Baro", group="Union", role="emir", when="2015-06-01")),
    )


def test_a_post_is_certain_between_what_attests_it_and_ends_with_its_end() -> None:
    view = _view()
    told = spans(view, view.actor("id:Baro"), date(2016, 1, 1))
    assert told is not None
    (bar,) = told.bars
    assert next(s.first for s in bar.stretches if s.status == "certain") == date(2014, 3, 1)
    assert bar.stretches[-1].last <= date(2015, 6, 1)
    assert not bar.seen_only


def test_stretches_follow_each_other_and_say_what_a_roster_says() -> None:
    view = _view()
    told = spans(view, Actor("id:Union", Kind.GROUP, "Union"), date(2016, 1, 1))
    assert told is not None
    for bar in told.bars:
        for one, other in zip(bar.stretches, bar.stretches[1:], strict=False):
            assert one.first <= one.last < other.first


def test_nothing_is_drawn_where_nothing_is_dated() -> None:
    view = FakeView(report("Wire", "", says("post", person="Baro", group="Union", role="emir")))
    assert spans(view, view.actor("id:Baro"), date(2016, 1, 1)) is None


def test_the_axis_holds_every_strip() -> None:
    view = _view()
    told = spans(view, view.actor("id:Baro"), latest_day(view.claims()))
    assert told is not None
    drawn = drawing.lanes(told)
    for lane in drawn.lanes:
        assert all(strip.left >= 0 and strip.left + strip.width <= 101 for strip in lane.strips)
    assert 1 <= len(drawn.ticks) <= 8
    assert all(0 <= tick.left <= 100 for tick in drawn.ticks)


def _family() -> Descent:
    view = FakeView(
        report("Wire", "2014-03-14", says("split", group="Sons", from_="Union", when="2014-03-01")),
        report("Daily", "2016-03-14", says("merger", group="Sons", into="Brigade", when="2016-02-01")),
        report("Radio", "2016-03-14", says("merger", group="Sons", into="Council", certainty="denied")),
        report("Post", "2016-03-14", says("affiliation", group="Voice", parent="Union", certainty="reported")),
    )
    told = descent(view, lineage(view, Actor("id:Sons", Kind.GROUP, "Sons")))
    assert told is not None
    return told


def test_a_family_has_a_line_for_each_group_below_what_it_comes_from() -> None:
    told = _family()
    assert [line.name for line in told.lines] == ["Union", "Sons", "Voice", "Brigade"]
    sons = told.lines[1]
    assert (sons.first, sons.begins, sons.last) == (date(2014, 3, 1), True, date(2016, 2, 1))
    assert not told.lines[0].begins


def test_what_is_denied_is_not_drawn_and_what_is_hearsay_is_not_sure() -> None:
    told = _family()
    assert [(turn.kind, turn.one, turn.other, turn.sure) for turn in told.turns] == [
        ("split", "id:Union", "id:Sons", True),
        ("merger", "id:Sons", "id:Brigade", True),
        ("affiliation", "id:Union", "id:Voice", False),
    ]
    view = FakeView(report("Wire", "2014-03-14", says("split", group="Sons", from_="Union", certainty="reported")))
    unsure = descent(view, lineage(view, Actor("id:Sons", Kind.GROUP, "Sons")))
    assert unsure is not None
    assert [turn.sure for turn in unsure.turns] == [False]


def test_a_tree_holds_everything_that_it_draws() -> None:
    drawn = family.tree(_family())
    assert all(0 <= b.left < b.right <= 100.6 and 0 < b.y < drawn.height for b in drawn.branches)
    assert all(0 <= j.at <= 100 and 0 < j.top < j.bottom < drawn.height for j in drawn.joints)
    assert [joint.down for joint in drawn.joints] == [True, True, True]


def _tie(who: str, whom: str, steps: int = 0) -> Row:
    return Row((("section", "tie"), ("who_id", who), ("whom_id", whom), ("steps", str(steps))), "certain", ())


def _actors(steps: dict[str, int]) -> list[Row]:
    return [Row((("actor_id", actor), ("steps", str(number))), "certain", ()) for actor, number in steps.items()]


def test_actors_stand_on_the_ring_of_their_steps_and_no_two_at_one_place() -> None:
    steps = {"a": 0} | {f"b{n}": 1 for n in range(9)} | {f"c{n}": 2 for n in range(30)}
    ties = [_tie("a", f"b{n}") for n in range(9)] + [_tie(f"c{n}", f"b{n % 9}", 1) for n in range(30)]
    at = plotting.places(_actors(steps), ties)
    assert at.keys() == steps.keys()
    assert all(round(math.hypot(*at[actor]), 6) == number for actor, number in steps.items())
    assert len({(round(x, 6), round(y, 6)) for x, y in at.values()}) == len(steps)


def test_every_kind_of_tie_has_a_place_in_the_legend_and_a_colour_on_both_papers() -> None:
    for kind in KINDS:
        family_name = plotting.family_of(kind)
        assert family_name in plotting.LIGHT.ties
        assert family_name in plotting.DARK.ties


def test_every_claim_type_has_a_colour() -> None:
    assert {marking.family(kind) for kind in TYPES} == {*marking.FAMILIES}


def _recorded(start: int, end: int, kind: str) -> Recorded:
    roles = (Filler("actor", "Baro", kind=Kind.PERSON), Filler("to", "Union", kind=Kind.GROUP))
    claim = Claim("doc", kind, roles, Span(start, end))
    return Recorded(claim, "", (Appearance("doc", "doc"),), "by hand")


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 60)), max_size=8))
def test_the_pieces_of_a_text_are_the_text_and_bear_each_claim_where_its_words_are(
    text: str, ends: list[tuple[int, int]]
) -> None:
    fitting = {(a, b) for a, b in ends if a < b <= len(text)}
    claims = marking.in_order([_recorded(a, b, "join") for a, b in fitting])
    made = marking.pieces(text, claims)
    assert "".join(piece.text for piece in made) == text
    for number, recorded in enumerate(claims, 1):
        own = "".join(piece.text for piece in made if number in piece.claims)
        assert own == text[recorded.claim.evidence.start : recorded.claim.evidence.end]
        assert sum(number in piece.begins for piece in made) == sum(number in piece.ends for piece in made) == 1


TEXT = (
    "Baro joined the Union in May. Gen. Baro was seen in Kosso with J. Dao. Rain fell.\n\n"
    "Nobody saw Baros. The Union said nothing"
)


@pytest.mark.parametrize(
    ("told", "passed"),
    [
        ([(0, 29)], ["Gen. Baro was seen in Kosso with J. Dao.", "The Union said nothing"]),
        ([(0, 29), (35, 39), (100, 120)], []),
        ([(0, 60)], ["The Union said nothing"]),
        ([], []),
    ],
)
def test_what_was_passed_over_are_sentences_that_name_somebody_and_bear_no_claim(
    told: list[tuple[int, int]], passed: list[str]
) -> None:
    claims = marking.in_order([_recorded(start, end, "join") for start, end in told])
    assert [TEXT[span.start : span.end] for span in marking.passed_over(TEXT, claims)] == passed


def test_what_was_left_open_stands_with_its_sentence_and_is_left_out_where_the_text_is_another() -> None:
    notes = [
        "30 to 34: whom 'Gen.' means is not settled, and no death is read of it",
        "30 to 33: whom 'her' means is no",
    ]
    assert marking.left_open(TEXT, [*notes, "what an older version noted", "999 to 999: whom '' means"]) == [
        ("whom 'Gen.' means is not settled, and no death is read of it", "Gen. Baro was seen in Kosso with J. Dao.")
    ]


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 79), st.integers(1, 80)), max_size=6))
def test_what_was_passed_over_never_overlaps_what_was_read(text: str, ends: list[tuple[int, int]]) -> None:
    claims = marking.in_order([_recorded(a, b, "join") for a, b in {(a, b) for a, b in ends if a < b <= len(text)}])
    for span in marking.passed_over(text, claims):
        assert "Baro" in text[span.start : span.end] or "Union" in text[span.start : span.end]
        assert not any(r.claim.evidence.start < span.end and span.start < r.claim.evidence.end for r in claims)
