"""One reader for all the tests of the reader's layers: the language model takes a second to load."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader


@pytest.fixture(scope="session")
def reader() -> EnglishReader:
    """The packaged reader, with no register: every name must be found by the text alone."""
    return EnglishReader()
