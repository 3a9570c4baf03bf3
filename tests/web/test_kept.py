"""What was found is kept for its own state of the ledger, and long lists are shown a page at a time."""

from __future__ import annotations

import pytest

from allegiance.model import Answer, Coverage, Row
from allegiance.web.kept import Kept
from allegiance.web.listing import MOST_LISTED, Shown, listing


def _answer(rows: int) -> Answer:
    return Answer("timeline", (), (Row((), "stated", ()),) * rows, Coverage(0, 0))


def test_an_answer_is_kept_for_its_own_state_and_no_more_rows_than_that() -> None:
    kept, two = Kept(most=5), _answer(2)
    assert kept.answer("two", 1, lambda: two) is two
    assert kept.answer("two", 1, lambda: _answer(2)) is two
    assert kept.answer("two", 2, lambda: _answer(2)) is not two
    three = kept.answer("three", 2, lambda: _answer(3))
    assert kept.answer("three", 2, lambda: _answer(3)) is three
    many = kept.answer("many", 2, lambda: _answer(9))
    assert kept.answer("many", 2, lambda: _answer(9)) is not many


def test_nothing_found_is_kept_too() -> None:
    kept, asked = Kept(), list[int]()
    for _ in range(2):
        assert kept.found("nothing", 1, lambda: asked.append(1), lambda _: 0) is None
    assert asked == [1]


@pytest.mark.parametrize(("many", "at", "first", "shown"), [(3, 1, 1, 3), (250, 1, 1, 100), (250, 3, 201, 50)])
def test_every_row_of_a_list_is_on_one_page(many: int, at: int, first: int, shown: int) -> None:
    rows = range(many)
    one = listing(rows, "ties", Shown("ties", at), lambda name, number: f"{name}{number}")
    assert (one.first, len(one.rows), one.of) == (first, shown, many)
    assert one.before == (f"ties{at - 1}" if at > 1 else "")
    assert one.after == (f"ties{at + 1}" if first - 1 + MOST_LISTED < many else "")


def test_the_page_of_one_list_leaves_the_others_at_their_first() -> None:
    one = listing(range(250), "posts", Shown("ties", 3), lambda name, number: f"{name}{number}")
    assert (one.first, one.before, one.after) == (1, "", "posts2")
