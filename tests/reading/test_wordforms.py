"""Parts of speech, lemmas and products of matrices: quicker than the language model's own way, and the same."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from allegiance.reading import matrices, model

SENTENCES = (
    "Peter didn't say that he'd leave Nokia; it's gonna be done, and there are those who ain't sure.",
    "James has been said to be the one who did it. Have they? They do, and who's to say? Let's go, c'mon, y'all.",
    "It was he that gets \"what he's got\", doin' nothin'.  Nobody  here once could.",
    "Fighters loyal to Toyota, which had claimed the raids, were seen fleeing; its leaders' men cannot be found.",
)

PIECES = ("Peter", "Nokia", "there", "is", "'s", "are", "it", "gon", "na", "let", "do", "had", "that", "which", "to",
          "leave", "left", "raids", "its", "leaders", ",", ".", "n't", "ai", "  ", "by", "been", "got", "all", "c'm",
          "on", "\u200b", "can", "not", "better", "men", "was", "killed")  # fmt: skip


@pytest.fixture(scope="module")
def quick() -> model.Models:
    return model.load_models()


@pytest.fixture(scope="module")
def plain() -> Language:
    """The packaged model with its own rules and its own products."""
    return spacy.load(model.home(), exclude=["ner"])


def told(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.tag_, t.pos_, t.dep_, t.lemma_, t.head.i, t.is_sent_start) for t in doc if t.text.strip()]


@pytest.mark.parametrize("text", SENTENCES)
def test_a_word_is_told_of_as_the_models_own_rules_tell_of_it(quick: model.Models, plain: Language, text: str) -> None:
    assert told(next(iter(quick.parse([text])))) == told(plain(text))


@settings(max_examples=30, deadline=None)
@given(text=st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_generated_text_is_parsed_as_the_model_alone_parses_it(quick: model.Models, plain: Language, text: str) -> None:
    assert told(next(iter(quick.parse([text])))) == told(plain(text))


@settings(max_examples=60, deadline=None)
@given(
    rows=st.integers(1, 300), before=st.integers(0, 200), inner=st.sampled_from([96, 288, 384]),
    outer=st.sampled_from([50, 128, 288]), seed=st.integers(0, 99),
)  # fmt: skip
def test_a_row_of_a_product_does_not_hang_on_the_rows_beside_it(
    rows: int, before: int, inner: int, outer: int, seed: int
) -> None:
    draw = np.random.default_rng(seed)
    left = draw.standard_normal((before + rows, inner), dtype="float32")
    right = draw.standard_normal((outer, inner), dtype="float32")
    ops = matrices.Matrices()
    whole = ops.gemm(left, right, trans2=True)
    into = np.empty((rows, outer), dtype="float32")
    ops.gemm(left[before:], right, out=into, trans2=True)
    assert np.array_equal(whole[before:], into)
    assert np.allclose(into, left[before:] @ right.T, atol=1e-3)


@pytest.mark.parametrize("rows", [1, 16, 256, 257, 700])
def test_both_ways_of_multiplying_multiply(rows: int) -> None:
    draw = np.random.default_rng(3)
    left, right = (draw.standard_normal(size, dtype="float32") for size in ((rows, 96), (96, 50)))
    for one in (matrices.filled, matrices.turned):
        assert np.allclose(one(left, right), left @ right, atol=1e-3)


def test_a_way_that_rounds_by_place_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    def by_place(left: matrices.Matrix, right: matrices.Matrix) -> matrices.Matrix:
        drift = np.arange(len(left), dtype="float32")[:, None] * np.float32(1e-6)
        return (left @ right + drift).astype("float32")

    assert not matrices.is_alike(by_place)
    monkeypatch.setattr(matrices, "way", lambda: None)
    left, right = np.ones((3, 4), dtype="float32"), np.ones((4, 2), dtype="float32")
    assert matrices.Matrices().gemm(left, right).tolist() == [[4, 4]] * 3
