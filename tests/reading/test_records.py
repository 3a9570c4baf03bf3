"""Entries of lists, boxes of facts, fragments under a name, answered questions: whose each is, what is nobody's."""

from __future__ import annotations

import pytest

from allegiance.reading import records
from allegiance.reading.layout import paragraphs
from allegiance.reading.reader import EnglishReader
from reading.lines import blocks, lines, rows

ENTRIES = """
# an entry's fields and fragments are its subject's, and the notice is of each entry | 2021-09-24
The Minister of Finance added the following entries to the national list on 4 May 2021.

1. OUEDRA, Salif. A.k.a.: (a) Abou Maria (b) Le Borgne. DOB: 1979. Position: military chief of the Sahel Vanguard. \
Other information: joined the Sahel Vanguard in 2016. Arrested in Gao in March 2019; freed in 2020.
2. SAHEL VANGUARD. F.k.a.: Band of Tamesna. Address: Tamesna valley. Other information: Founded in 2011.
= alias: name=Salif Ouedra; other=Abou Maria
= alias: name=Salif Ouedra; other=Le Borgne
= designation: target=Sahel Vanguard; by=Minister of Finance; list=national list | when 2021-05-04
= designation: target=Salif Ouedra; by=Minister of Finance; list=national list | when 2021-05-04
= detention: person=Salif Ouedra | when 2019-03 | where Gao
= founding: group=Sahel Vanguard | when 2011
= join: actor=Salif Ouedra; to=Sahel Vanguard | when 2016
= release: person=Salif Ouedra | when 2020
= post: person=Salif Ouedra; group=Sahel Vanguard; role=military chief
= presence: group=Sahel Vanguard; area=Tamesna valley
= renaming: group=Band of Tamesna; name=Sahel Vanguard

# a form with a line for each field |
Name: 1: HAMID 2: RASHID 3: na
Designation: a) Deputy governor of the Zaran Movement b) Treasurer of the Zaran Movement
A.k.a.: Haji Barzan
Listed on: 14 June 2012
Other information: Member of the Hill Brigade until 2010. Believed to have died in 2018.
= alias: name=Hamid Rashid; other=Haji Barzan
= death: person=Hamid Rashid | when 2018 | likely
= designation: target=Hamid Rashid | when 2012-06-14
= membership: actor=Hamid Rashid; group=Hill Brigade | when ../2010 | former
= post: person=Hamid Rashid; group=Zaran Movement; role=deputy governor
= post: person=Hamid Rashid; group=Zaran Movement; role=treasurer

# an entry in one bracketed line |
BARO, Idris Omar (a.k.a. ABU LAYTH; a.k.a. "The Banker"), Kosso, Azur; DOB 1971; (individual) [SDGT] \
(Linked To: HILL BRIGADE).
= alias: name=Idris Omar Baro; other=ABU LAYTH
= alias: name=Idris Omar Baro; other=Banker
= designation: target=Idris Omar Baro; list=SDGT
= link: a=Idris Omar Baro; b=HILL BRIGADE

# those who are taken off a list |
The following were removed from the sanctions list on 1 June 2015: Idris Baro; the Hill Relief Fund.
= designation: target=Hill Relief Fund; list=delisted: list of terrorists | when 2015-06-01
= designation: target=Idris Baro; list=delisted: list of terrorists | when 2015-06-01

# those who are counted before a colon, each on a line |
The council added two persons to the list of those under sanctions:
- Ivan Bodnar, deputy commander of the Hill Brigade
- Petra Lisova, treasurer of the Hill Brigade
= designation: target=Ivan Bodnar; by=council; list=list of those
= designation: target=Petra Lisova; by=council; list=list of those
= post: person=Ivan Bodnar; group=Hill Brigade; role=deputy commander
= post: person=Petra Lisova; group=Hill Brigade; role=treasurer

# nobody follows |
The following persons were added to the national list. They were not named.

# a letter with fields is no entry |
Position: clerk. Remarks: The Hill Brigade is mentioned in Idris Baro's letter. See below.
"""

BOXES = """
# a box of facts is of the body over it |
Armed groups of the delta

Delta Lions
Founded: 1998
Founder: Idris Baro
Headquarters: Kosso
Allies: Creek Warriors
Rivals: River Sharks; the Syrian army
Part of: Southern Command
Strength: about 400

Creek Warriors
Led by Omar Dost, who was freed in 2016.
Pledged allegiance to the Delta Lions in 2011.
= affiliation: group=Delta Lions; parent=Southern Command
= alliance: a=Delta Lions; b=Creek Warriors
= founding: group=Delta Lions | when 1998
= founding: group=Delta Lions; founder=Idris Baro
= pledge: actor=Creek Warriors; to=Delta Lions | when 2011
= post: person=Omar Dost; group=Creek Warriors; role=leader
= presence: group=Delta Lions; area=Kosso
= release: person=Omar Dost | when 2016
= rivalry: a=Delta Lions; b=River Sharks
= rivalry: a=Delta Lions; b=Syrian army

# what is none and what is not told |
Delta Lions
Founded: unknown
Allies: none
Leader: disputed

# what has its own subject, or only looks like a verb |
Groups at war

This is a list of groups.

Delta Lions
Led by its emir, the militia fled to Kosso in 2014.
Reports that it fled are false.
Their emir, Idris Baro, joined the Creek Warriors in 2011.
= join: actor=Idris Baro; to=Creek Warriors | when 2011
= post: person=Idris Baro; group=Delta Lions; role=emir

# dates on lines of their own date what stands below them |
Chronology

1999
Formation of the Hill Brigade by Idris Baro.
2003
Death of Baro in Kosso.
= death: person=Idris Baro | when 2003 | where Kosso
= founding: group=Hill Brigade; founder=Idris Baro | when 1999
"""

ASKED = """
Does the Hill Brigade belong to the Northern Front? No. It is small. => affiliation: group=Hill Brigade; parent=Northern Front | denied
Has the Hill Brigade pledged allegiance to the Northern Front?\\nNo, it has not. => pledge: actor=Hill Brigade; to=Northern Front | denied
Was Idris Baro killed by the army?\\nYes. => killing: victim=Idris Baro; by=army
Is Idris Baro the leader of the Hill Brigade?\\nNo - he is a farmer. => post: person=Idris Baro; group=Hill Brigade; role=leader | denied
Is the Hill Brigade part of the Northern Front? No one knows. =>
Should the Hill Brigade join the Northern Front? Yes. =>
Will the Hill Brigade join the Northern Front? No. =>
Is the Hill Brigade allied with the army? Some say so. =>
Who leads the Hill Brigade?\\nSheikh Idris Baro. => post: person=Idris Baro; group=Hill Brigade; role=leader
Who is the leader of the Hill Brigade? Idris Baro. => post: person=Idris Baro; group=Hill Brigade; role=leader
Who founded the Hill Brigade? Idris Baro, a former judge. => founding: group=Hill Brigade; founder=Idris Baro
Who leads the Hill Brigade? Idris Baro, a villager, does not know. =>
Who leads the Hill Brigade? Nobody knows. =>
Who will lead the Hill Brigade? Idris Baro. =>
Idris Baro pleaded not guilty at the Kosso court to membership of the Hill Brigade. => membership: actor=Idris Baro; group=Hill Brigade | says Idris Baro | denied
Idris Baro pleaded guilty last week to membership of the Hill Brigade. => membership: actor=Idris Baro; group=Hill Brigade | says Idris Baro
The court found Idris Baro guilty of belonging to the Hill Brigade. => membership: actor=Idris Baro; group=Hill Brigade | says court
Idris Baro was found not guilty of belonging to the Hill Brigade. => membership: actor=Idris Baro; group=Hill Brigade | denied
Idris Baro went on trial for membership of the Hill Brigade. => membership: actor=Idris Baro; group=Hill Brigade | reported
"""  # noqa: E501

SPOKEN = """
OUEDRA, Salif => Salif Ouedra
AL-RAWI, Nabil Jasim => Nabil Jasim al-Rawi
1: HAMID 2: RASHID 3: na => Hamid Rashid
Zugu Front => Zugu Front
"""


@pytest.mark.parametrize(("text", "published", "wanted"), blocks(ENTRIES))
def test_an_entry_tells_of_its_subject(reader: EnglishReader, text: str, published: str, wanted: list[str]) -> None:
    assert lines(reader, text, published) == wanted


@pytest.mark.parametrize(("text", "published", "wanted"), blocks(BOXES))
def test_a_box_of_facts_tells_of_its_body(reader: EnglishReader, text: str, published: str, wanted: list[str]) -> None:
    assert lines(reader, text, published) == wanted


@pytest.mark.parametrize(("text", "wanted"), rows(ASKED))
def test_what_is_asked_is_so_or_not_by_its_answer(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text) == wanted


@pytest.mark.parametrize(("text", "wanted"), rows(SPOKEN))
def test_a_name_with_its_surname_first_is_said_the_other_way(text: str, wanted: list[str]) -> None:
    assert [records.spoken(text)] == wanted


def test_a_sentence_is_no_entry() -> None:
    text = "He held one position: clerk.\n\nBaro said it. Remarks: none."
    assert records.find(paragraphs(text), text) == ()
