"""What a line of the exchange format may say."""

from __future__ import annotations

import json

import pytest

from allegiance.errors import BadClaim
from allegiance.exchange import read_line
from allegiance.model import MANNERS


def _line(manner: str | None) -> str:
    roles = {"person": "Idris Baro"}
    return json.dumps({"document": "d", "type": "detention", "roles": roles, "evidence": [0, 5], "manner": manner})


@pytest.mark.parametrize("manner", [*sorted(MANNERS), None, ""])
def test_the_manners_of_the_codebook_are_taken(manner: str | None) -> None:
    assert read_line(_line(manner)).claim().manner == (manner or "")


def test_another_manner_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(BadClaim, match=r"no manner 'rumoured'; one of: abducted, .*arrested"):
        read_line(_line("rumoured"))
