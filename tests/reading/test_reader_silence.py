"""What gives no claim at all: what has not happened, and ordinary news in which the same words mean other things."""

from __future__ import annotations

import pytest

from allegiance.model import Certainty
from allegiance.reading.reader import EnglishReader
from reading.lines import claims_of, lines, rows

SILENT = """
The president plans to appoint Salma Bishti as head of the Northern Front. =>
Idris Baro threatened to leave the Northern Front. =>
The elders wish that the Hill Brigade would join the Northern Front. =>
The imam called on young men to join the Dawn Emirate. =>
If the Hill Brigade joins the Northern Front, the war will end. =>
Has Idris Baro joined the Hill Brigade? =>
Would Idris Baro have joined the Hill Brigade without money? =>
The striker Idris Baro joined Valencia from Porto on a free transfer. =>
The captain led the team to a second win over Rovers. =>
The bank was founded by two brothers. =>
Toyota merged its two plants in May. =>
The minister launched a campaign against malaria. =>
Voters pledged their support at the ballot box. =>
The cyclist attacked on the last climb and left his rivals behind. =>
The film about the war was released in March. =>
The river split the town in two. =>
Shares of the company were killed off in May. =>
The court released a statement on the new tax. =>
The journalist left the room with her editor. =>
Prices are controlled by the state. =>
The army of ants attacked the sugar. =>
A heart attack killed the old mayor's plans. =>
The union leaders agreed to meet again on Monday. =>
The choir joined the bishop in song. =>
The team captured the title in extra time. =>
The novel captures the mood of the town. =>
The police station was renamed after the flood. =>
The party leader lost the vote in parliament on Tuesday. =>
Elena Duarte was elected to parliament in 2009. =>
The doctor was appointed on Monday. =>
The farmers joined hands against the drought. =>
The general retired to his village. =>
The Northern Front will name a new commander next week. =>
The Northern Front should release its hostages. =>
The Northern Front is said to be planning an attack on Kosso. =>
The talks between the Northern Front and the Hill Brigade collapsed. =>
The Northern Front urged the Hill Brigade to renounce the Dawn Emirate. =>
The Northern Front offered to free Yusuf Dallo. =>
Nobody knows who leads the Northern Front. =>
The army is looking for the commander of the Northern Front. =>
The Northern Front could split if its leader dies. =>
There is talk of a merger between the Northern Front and the Hill Brigade. =>
To join the Northern Front is a crime. =>
Those who join the Northern Front are jailed. =>
Anyone supporting the Northern Front will be arrested. =>
The law bans membership of the Northern Front. =>
Idris Baro dreamt of leading the Northern Front. =>
Idris Baro was almost killed in Kosso. =>
Civilians fled the fighting in Kosso. =>
Twelve people were killed in a road accident in Kosso on Sunday. =>
Two civilians were killed by a mine near Kosso. =>
The weather killed the crops in May. =>
The singer released her third album in Kosso. =>
The orchestra was led by Idris Baro. =>
The school was attacked by termites. =>
The hospital was supported by donations. =>
The branch of the tree broke away. =>
The tribe's elders met the governor. =>
The front moved east and brought rain. =>
The commander of the ship retired. =>
The chess club split over money. =>
The Northern Front denied that it plans to leave Kosso. =>
Idris Baro asked to be released. =>
Idris Baro is expected to be named commander of the Northern Front. =>
The Northern Front has not named a new commander. =>
"""

DENIED = """
Samir Haddu did not join the Hill Brigade. => join
Samir Haddu denied that he had joined the Hill Brigade. => join
The Hill Brigade denied killing Samir Haddu. => killing
The army said Samir Haddu was not dead. => death
Samir Haddu never led the Hill Brigade. => post
The Hill Brigade is not allied with the Northern Front. => alliance
Samir Haddu was not arrested in Kosso. => detention
The army denied reports that Samir Haddu had been freed. => release
There is no truth in the report that Samir Haddu joined the Hill Brigade. => join
The Northern Front did not merge with the Hill Brigade. => merger
"""

NOT_OF_A_TYPE = """
The army demanded the release of Samir Haddu, who was arrested in May. => release
Samir Haddu left the room and joined his men in Kosso. => join
The Hill Brigade plans to attack Kosso, which the Northern Front controls. => attack
The Hill Brigade, which Samir Haddu founded, wants to merge with the Northern Front. => merger
Samir Haddu was asked why he had not left the Hill Brigade. => leave
Samir Haddu died of cancer in Kosso. => killing
Samir Haddu was killed in Kosso. => attack
Samir Haddu was appointed commander of the Hill Brigade. => post
Samir Haddu is close to the Hill Brigade. => alliance
President Arthur Vance met Samir Haddu. => post
"""


@pytest.mark.parametrize(("text", "wanted"), rows(SILENT))
def test_what_did_not_happen_and_what_means_something_else_is_no_claim(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, "2016-05-04") == wanted


@pytest.mark.parametrize(("text", "wanted"), rows(DENIED))
def test_what_is_denied_is_never_told_as_a_fact(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    found = {c.certainty for c in claims_of(reader, text) if c.type == wanted[0]}
    assert found == {Certainty.DENIED}


@pytest.mark.parametrize(("text", "wanted"), rows(NOT_OF_A_TYPE))
def test_a_neighbouring_claim_is_not_made_one_of_another_type(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert [c.type for c in claims_of(reader, text) if c.type == wanted[0]] == []
