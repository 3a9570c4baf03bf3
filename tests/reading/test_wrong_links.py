"""What must not be joined: another deed, another body, one man for two, a land for those who serve it."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

APART = """
General Gana was killed in Kosso in March. Villagers suspect the Northern Front of last week's attack on the market. => attack: target=market; actor=Northern Front | when 2016-04-25/2016-05-01 | says villagers | possible ;; killing: victim=Gana | when 2016-03 | where Kosso
General Gana was killed in Kosso in March. Villagers suspect the Northern Front of the killing. => killing: victim=Gana | when 2016-03 | where Kosso ;; killing: victim=Gana; by=Northern Front | when 2016-03 | where Kosso | says villagers | possible
The leader of the Northern Front, General Gana, was jailed. The sentence was read by judge Samir Haddu. => detention: person=Gana ;; post: person=Gana; group=Northern Front; role=leader
Police named General Gana as the leader of the Northern Front. => post: person=Gana; group=Northern Front; role=leader | says police
The indictment names General Gana as treasurer of the Northern Front. => post: person=Gana; group=Northern Front; role=treasurer | says indictment
The Northern Front named General Gana as its treasurer. => appointment: person=Gana; group=Northern Front; role=treasurer; by=Northern Front
Police arrested General Gana and two couriers of the Northern Front. The pair were freed on Tuesday. => detention: person=Gana; by=police ;; detention: person=two couriers of the Northern Front; by=police ;; release: person=two couriers of the Northern Front | when 2016-05-03
Police arrested General Gana and Samir Haddu. The pair were freed on Tuesday. => detention: person=Gana; by=police ;; detention: person=Samir Haddu; by=police ;; release: person=Gana | when 2016-05-03 ;; release: person=Samir Haddu | when 2016-05-03
Police arrested General Gana. They were freed on Tuesday. => detention: person=Gana; by=police
The Northern Front of 4 May claimed responsibility for the bombing. => responsibility: actor=Northern Front; attack=bombing
General Gana returned to the ranks of the Northern Front. => join: actor=Gana; to=Northern Front
General Gana told the court in a letter that he had joined the Northern Front in 2012. => join: actor=Gana; to=Northern Front | when 2012 | says Gana
General Gana left the Northern Front in January and has been readmitted to the Hill Brigade. => join: actor=Gana; to=Hill Brigade; from=Northern Front
A Syrian commander, Samir Haddu, was killed. => killing: victim=Samir Haddu
Syrian commander Samir Haddu was killed. => killing: victim=Samir Haddu ;; post: person=Samir Haddu; group=Syria; role=commander
Samir Haddu, an analyst of the Northern Front, said General Gana had been killed. => killing: victim=Gana | says Samir Haddu
Nor is there truth in the story that General Gana was killed. => killing: victim=Gana | denied
There is some truth in the story that General Gana was killed. => killing: victim=Gana | reported
A representative of the Rally who goes by the name of Abu Tariq said that General Gana had been killed. => killing: victim=Gana | says Abu Tariq ;; post: person=Abu Tariq; group=Rally; role=representative
In 2012 the Northern Front and the Hill Brigade were merged into a newly created formation, the River Guard, pursuant to a decree. => founding: group=River Guard ;; merger: group=Hill Brigade; into=River Guard | when 2012 ;; merger: group=Northern Front; into=River Guard | when 2012
Two members of the Northern Front gave up in Kosso, while a third, tagged as its treasurer, was arrested. => leave: actor=two members of the Northern Front; from=Northern Front | where Kosso
General Gana was president of the republic of Azur. => post: person=Gana; group=Azur; role=president
General Gana, leader of the Hill Brigade in the republic of Azur, was killed. => killing: victim=Gana ;; post: person=Gana; group=Hill Brigade; role=leader; area=Azur
General Gana dismissed Samir Haddu, the leader of the Northern Front, and Haddu dismissed him back. => post: person=Samir Haddu; group=Northern Front; role=leader ;; removal: person=Samir Haddu; group=Northern Front; role=leader; by=Gana
Once an aide of General Gana, Samir Haddu now leads the splinter calling itself the Hill Brigade, which says it killed him. => post: person=Samir Haddu; group=Hill Brigade; role=leader
Samir Haddu leads the Hill Brigade, which says it killed him. => post: person=Samir Haddu; group=Hill Brigade; role=leader
Sarip, vice chair of the Northern Front, belied reports that General Gana was a member of the front. => membership: actor=Gana; group=Northern Front | says Sarip | denied ;; post: person=Sarip; group=Northern Front; role=vice chair
Samir Haddu had been the Hill Brigade's treasurer. His cousin, Omar Haddu, took over the command of the Northern Front. => appointment: person=Omar Haddu; group=Northern Front; role=commander ;; post: person=Samir Haddu; group=Hill Brigade; role=treasurer | former ;; succession: person=Omar Haddu; predecessor=Samir Haddu; group=Northern Front
The Northern Front is led by General Gana. Rumours that Gana was wounded in an air strike could not be confirmed. => post: person=Gana; group=Northern Front; role=leader
Cotabato City - Government troops killed General Gana. => killing: victim=Gana; by=Government troops
General Gana is certain to have joined the Northern Front. => join: actor=Gana; to=Northern Front
General Gana was the first to have joined the Northern Front. => join: actor=Gana; to=Northern Front
Amil Sali, commander of the Hill Brigade, went home. => post: person=Amil Sali; group=Hill Brigade; role=commander
The Northern Front was known until 1992 as the Hill Brigade. => renaming: group=Hill Brigade; name=Northern Front | when 1992
"""  # noqa: E501

SILENT = (
    "General Gana was to have handed the command of the Northern Front to Samir Haddu in May.",
    "Samir Haddu was to have joined the Northern Front.",
    "Samir Haddu, who was to have succeeded General Gana as leader of the Northern Front, fled.",
    "General Gana was a rebel leader in the republic of Azur.",
    "The Northern Front has two wings. In May the two units fought a battle near Kosso.",
    "Kosso (Azur) is quiet.",
)


@pytest.mark.parametrize(("text", "wanted"), rows(APART))
def test_what_is_another_stays_another(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text, "2016-05-04") == sorted(wanted)


@pytest.mark.parametrize("text", SILENT)
def test_units_without_names_and_lands_are_no_claims(reader: EnglishReader, text: str) -> None:
    assert lines(reader, text) == []
