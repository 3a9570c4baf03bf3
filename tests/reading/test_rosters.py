"""Boxes of facts and lists of officers tell posts by their layout; lines that only look so tell none."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

LISTS = r"""
The Northern Front has named a new command.\n\nLeader: Idris Baro\nDeputy leader: Omar Benali\nTreasurer: vacant\nFounded: 1998 => post: person=Idris Baro; group=Northern Front; role=leader ;; post: person=Omar Benali; group=Northern Front; role=deputy leader
NORTHERN FRONT\n\nCommander: Colonel Idris Baro\nStrength: 300 men\nSpokesman - Omar Benali => post: person=Idris Baro; group=NORTHERN FRONT; role=commander ;; post: person=Omar Benali; group=NORTHERN FRONT; role=spokesman
The communique lists the members of the Northern Front's committee:\n\n- Idris Baro, president\n- Omar Benali, secretary-general => post: person=Idris Baro; group=Northern Front; role=president ;; post: person=Omar Benali; group=Northern Front; role=secretary-general
The Northern Front\n\nLeaders: Idris Baro and Omar Benali.\nMilitary chief: Samir Haddu, a former policeman. => post: person=Idris Baro; group=Northern Front; role=leader ;; post: person=Omar Benali; group=Northern Front; role=leader ;; post: person=Samir Haddu; group=Northern Front; role=military chief
Here are some facts about the army's enemy, the Hill Brigade.\n\n* LEADER: Idris Baro, a preacher. He is fifty.\n\n* STRENGTH: Some 400 men. => post: person=Idris Baro; group=Hill Brigade; role=leader
The Hill Brigade has these officers.\n\nSpokesman: Idris Baro (since 2019)\nEmir: Omar Benali => post: person=Idris Baro; group=Hill Brigade; role=spokesman | when 2019/..
"""  # noqa: E501

NONE = r"""
The Northern Front fled.\n\nPhoto: Idris Baro\nEditor: Omar Benali => post
Director: Idris Baro\n\nThe film tells of the Northern Front. => post
The Northern Front and the Hill Brigade met.\n\nLeader: Idris Baro\nDeputy: Omar Benali => post
The Northern Front lost two men:\n\n- Idris Baro, a farmer\n- Omar Benali, a clerk => post
The Northern Front lost two men:\n\n- Idris Baro, leader of the choir, a farmer who had five sons and a mill, fled\n- Omar Benali => post: person=Idris Baro; group=Northern Front
"""  # noqa: E501


@pytest.mark.parametrize(("text", "want"), rows(LISTS))
def test_a_list_of_officers_is_read(reader: EnglishReader, text: str, want: list[str]) -> None:
    found = lines(reader, text)
    assert all(any(line.startswith(w) for line in found) for w in want), found


@pytest.mark.parametrize(("text", "wrong"), rows(NONE))
def test_a_line_with_a_colon_is_not_always_a_post(reader: EnglishReader, text: str, wrong: list[str]) -> None:
    found = lines(reader, text)
    assert not any(line.startswith(w) for line in found for w in wrong), found
