"""Events and ties as news prose tells them, each with near neighbours that must give nothing.

All are of Thursday, 14 March 2024.
"""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

TOLD = """
Slain Hazar Brigade commander Sami Noor was buried on Sunday. => killing: victim=Sami Noor ;; post: person=Sami Noor; group=Hazar Brigade; role=commander
The Hazar Brigade's jailed founder, Sami Noor, has written a book. => detention: person=Sami Noor ;; founding: group=Hazar Brigade; founder=Sami Noor
The slain Sami Noor was a teacher. => killing: victim=Sami Noor
The lawyer of the jailed man, Sami Noor, said little. =>
The army killed the jailed poet's brother. =>
From its strongholds in Masisi, the Hazar Brigade taxes farmers. => presence: group=Hazar Brigade; area=Masisi
The Hazar Brigade has bases in Ghazni and Zabul. => presence: group=Hazar Brigade; area=Ghazni ;; presence: group=Hazar Brigade; area=Zabul
The Hazar Brigade, active mainly in Ghazni, has 800 men. => presence: group=Hazar Brigade; area=Ghazni
The Hazar Brigade, present in Ghazni since 2001, agreed. => presence: group=Hazar Brigade; area=Ghazni | when 2001/..
The Hazar Brigade's headquarters is in Ghazni. => presence: group=Hazar Brigade; area=Ghazni
The town of Ghazni, held by the Hazar Brigade since June 2022, is quiet. => presence: group=Hazar Brigade; area=Ghazni | when 2022-06/..
Large parts of Ghazni are controlled by the Hazar Brigade. => presence: group=Hazar Brigade; area=Ghazni
In Ghazni, a Hazar Brigade stronghold, shops were shut. => presence: group=Hazar Brigade; area=Ghazni
Jets bombed a Hazar Brigade training camp in Ghazni. => presence: group=Hazar Brigade; area=Ghazni
The Hazar Brigade plans a base in Ghazni. =>
The hostages were held by the Hazar Brigade in Ghazni. => detention: person=hostages; by=Hazar Brigade | where Ghazni
The Hazar Brigade lost its last base in Ghazni. =>
An election was held by the government in Ghazni. =>
The Hazar Brigade, never active in Ghazni, has 40 men. =>
Uganda gave the Hazar Brigade sanctuary. => support: giver=Uganda; recipient=Hazar Brigade; kind=sanctuary
Uganda sent the Hazar Brigade weapons. => support: giver=Uganda; recipient=Hazar Brigade; kind=weapons
The Hazar Brigade receives ammunition and money from Rwanda. => support: giver=Rwanda; recipient=Hazar Brigade; kind=ammunition
The Hazar Brigade, backed with money by Rwanda and with arms by the Salim Battalion, moved on. => support: giver=Rwanda; recipient=Hazar Brigade; kind=backing
Uganda sent the Hazar Brigade weapons to a museum. =>
The Hazar Brigade received a letter from Rwanda. =>
The Hazar Brigade expects to receive weapons from Rwanda. =>
The Hazar Brigade gets its money from Goma. =>
A warrant was issued for the arrest of Sami Noor. =>
An order was given for the execution of Sami Noor. =>
A reward was offered for the capture of Sami Noor. =>
"""  # noqa: E501


@pytest.mark.parametrize(("text", "wanted"), rows(TOLD))
def test_an_event_is_told_once_and_what_only_looks_like_one_is_none(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, "2024-03-14") == wanted
