from __future__ import annotations

import pytest

from allegiance.cli.progress import progress_line


@pytest.mark.parametrize(
    ("done", "total", "seconds", "expected"),
    [
        (11, 41, 5.0, "11 of 41 documents, 2.0 a second, about 15 s left"),
        (1001, 61001, 10.0, "1,001 of 61,001 documents, 100 a second, about 10 min left"),
        (11, 72011, 10.0, "11 of 72,011 documents, 1.0 a second, about 20.0 h left"),
        (2, 6, 40.0, "2 of 6 documents, 40 s each, about 3 min left"),
        (1, 5, 0.0, "1 of 5 documents"),
        (51, 1, 5.0, "51 documents, 10 a second"),
    ],
)
def test_progress_says_how_far_how_fast_and_how_long(done: int, total: int, seconds: float, expected: str) -> None:
    assert progress_line(done, total, seconds) == expected
