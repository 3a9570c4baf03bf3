"""What the tests of the measuring scripts share."""

from __future__ import annotations

import pytest

from bench.measuring.scoring import Scorer, load_scorer


@pytest.fixture(scope="session")
def scorer() -> Scorer:
    """The codebook's scorer, which stands beside the project."""
    found = load_scorer()
    if found is None:
        pytest.skip("the codebook's scorer is not beside the project (../shared/eval/score.py)")
    return found
