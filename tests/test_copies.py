"""Which texts are copies of each other."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.copies import KEPT, Families, alike, join_copies, sketch

WORDS = [f"word{n}" for n in range(4000)]
ENDS = st.integers(0, 11)


def story(seed: int, length: int = 500) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def edited(words: list[str], edits: int) -> str:
    chosen = random.Random(7).sample(range(len(words)), edits)
    return " ".join("changed" if n in chosen else word for n, word in enumerate(words))


@pytest.mark.parametrize("length", [12, 60, 500, 3000])
def test_a_text_with_a_few_words_changed_is_a_copy_and_another_text_is_none(length: int) -> None:
    words = story(1, length)
    assert alike(sketch(" ".join(words)), sketch(edited(words, length // 20)))
    assert not alike(sketch(" ".join(words)), sketch(" ".join(story(2, length))))


def test_case_points_and_line_ends_make_no_difference() -> None:
    words = story(3)
    assert sketch(" ".join(words)) == sketch("\n".join(word.upper() + "," for word in words))


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=300))
def test_the_sketch_of_a_text_of_ascii_is_that_of_any_other(text: str) -> None:
    assert sketch(text) == sketch(f"{text} —")


def test_a_sketch_is_the_same_however_many_words_were_met_before() -> None:
    before = sketch(" ".join(story(9)))
    for start in range(0, 40_000, 300):
        sketch(" ".join(f"other{number}" for number in range(start, start + 300)))
    assert sketch(" ".join(story(9))) == before


def test_the_first_half_of_a_story_is_a_copy_of_it_and_a_quoted_line_is_none() -> None:
    words = story(4)
    whole = sketch(" ".join(words))
    assert alike(whole, sketch(" ".join(words[:250])))
    assert not alike(whole, sketch(" ".join(story(5)[:480] + words[:20])))


def test_a_text_of_few_words_is_no_copy_of_anything() -> None:
    assert not alike(sketch("He was killed."), sketch("He was killed."))


def test_a_sketch_is_the_same_in_every_year_and_small() -> None:
    assert sketch("one two three four").hex().startswith("02000000")
    assert sketch("one two three").hex() == FIXED
    assert len(sketch(" ".join(story(6, 5000)))) == 4 * (KEPT + 1)


FIXED = "0100000060139935"


def test_a_copy_of_a_copy_is_a_copy_and_the_first_stands_for_all() -> None:
    words = story(8)
    versions = {f"v{n}": sketch(edited(words, n * 20)) for n in range(5)}
    families = Families(["other", *versions])
    join_copies(families, {"other": sketch(" ".join(story(9))), **versions})
    assert {families.head(name) for name in versions} == {"v0"}
    assert families.head("other") == "other"


def test_a_thousand_texts_with_one_line_in_common_stay_apart() -> None:
    line = "for more news follow us on every channel and write to the desk with your own story now"
    texts = {f"t{n}": sketch(" ".join(story(n, 120)) + line) for n in range(1000)}
    families = Families(texts)
    join_copies(families, texts)
    assert len({families.head(name) for name in texts}) == len(texts)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 70)), max_size=12), st.lists(st.tuples(ENDS, ENDS)))
def test_families_are_what_copies_and_copies_of_copies_make(
    made: list[tuple[int, int]], joined: list[tuple[int, int]]
) -> None:
    """Each text is one of three stories with so many words changed; some are known to be copies beforehand."""
    texts = {f"t{n}": sketch(edited(story(seed, 80), edits)) for n, (seed, edits) in enumerate(made)}
    before = [(f"t{one}", f"t{other}") for one, other in joined if max(one, other) < len(texts)]
    families, expected = Families(texts), Families(texts)
    for one, other in before:
        families.join(one, other)
        expected.join(one, other)
    join_copies(families, texts)
    for one, other in combinations(texts, 2):
        if alike(texts[one], texts[other]):
            expected.join(one, other)
    assert [families.head(text) for text in texts] == [expected.head(text) for text in texts]


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_goes_both_ways_and_any_text_has_a_sketch(one: str, other: str) -> None:
    assert alike(sketch(one), sketch(other)) == alike(sketch(other), sketch(one))


def test_a_text_long_enough_to_be_hashed_by_columns_is_hashed_as_a_short_one() -> None:
    words = story(10, 420)
    assert alike(sketch(" ".join(words)), sketch(" ".join(words[:390])))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30))
def test_families_are_the_same_in_whatever_order_texts_are_joined(pairs: list[tuple[int, int]]) -> None:
    def heads(order: list[tuple[int, int]]) -> list[str]:
        families = Families(map(str, range(10)))
        for one, other in order:
            families.join(str(one), str(other))
        return [families.head(str(n)) for n in range(10)]

    assert heads(pairs) == heads(pairs[::-1])
