from __future__ import annotations

import pytest

from allegiance.cli.progress import progress_line


@pytest.mark.parametrize(
    ("done", "total", "seconds", "expected"),
    [
        (10, 40, 5.0, "10 of 40 documents, 2.0 a second, about 15 s left"),
        (1000, 61000, 10.0, "1,000 of 61,000 documents, 100 a second, about 10 min left"),
        (10, 72010, 10.0, "10 of 72,010 documents, 1.0 a second, about 20.0 h left"),
        (1, 5, 40.0, "1 of 5 documents, 40 s each, about 3 min left"),
        (50, 1, 5.0, "50 documents, 10 a second"),
    ],
)
def test_progress_says_how_far_how_fast_and_how_long(done: int, total: int, seconds: float, expected: str) -> None:
    assert progress_line(done, total, seconds) == expected
