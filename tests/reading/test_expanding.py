"""Descriptions spelt out by the names behind them, and scenes in which nobody joins an armed body."""

from __future__ import annotations

import pytest

from allegiance.model import Document
from allegiance.reading.reader import EnglishReader
from allegiance.reading.scene import peaceful
from reading.lines import line_of, rows

SPELT = """
The Salam Brigade has expelled two of its commanders, Idris Baro and Omar Tall. => leave: actor=Idris Baro; from=Salam Brigade ;; leave: actor=Omar Tall; from=Salam Brigade
The departure of two other members of the Salam Brigade, Idris Baro and Omar Tall, weakened it. => leave: actor=Idris Baro; from=Salam Brigade ;; leave: actor=Omar Tall; from=Salam Brigade
The Salam Brigade was merged into a newly formed body, the Dune Front, in May 2020. => merger: group=Salam Brigade; into=Dune Front | when 2020-05 ;; founding: group=Dune Front
The Salam Brigade has expelled its commander, Idris Baro. => leave: actor=Idris Baro; from=Salam Brigade
The Salam Brigade has expelled two of its commanders. => leave: actor=two of its commanders; from=Salam Brigade
"""  # noqa: E501

PEACEFUL = (
    "Luka has left Dinamo to join Real Betis on loan.",
    "Acme Mining merged with Baltic Gold in a deal worth $2bn.",
    "The airline was renamed Air Kiwi.",
    "The singer quit the group in 1999.",
)
ARMED = (
    "The former goalkeeper joined the Dune Front.",
    "The rebels were paid $2m for the town.",
    "The senator's brother defected to the Salam Brigade.",
    "He left the group in 1999.",
)


@pytest.mark.parametrize(("text", "want"), rows(SPELT))
def test_a_description_is_the_names_behind_it(reader: EnglishReader, text: str, want: list[str]) -> None:
    said = {line_of(f.claim) for f in reader.read(Document(text, "en"), "2024-03-14")[0]}
    assert {s for s in said if s.startswith(("leave", "merger", "founding"))} == set(want)


@pytest.mark.parametrize("text", PEACEFUL)
def test_players_firms_and_singers_are_out_of_scope(reader: EnglishReader, text: str) -> None:
    assert peaceful(text)
    assert [
        f.claim.type for f in reader.read(Document(text, "en"))[0] if f.claim.type in ("join", "leave", "merger")
    ] == []


@pytest.mark.parametrize("text", ARMED)
def test_arms_bring_a_sentence_back_into_scope(text: str) -> None:
    assert not peaceful(text)
