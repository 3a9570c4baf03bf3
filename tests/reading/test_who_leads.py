"""Who leads and who serves which body, told in the ways of many papers, and what is worded like it and tells nothing.

Governors of states, bare titles, men known by one name, who was put in whose place, who is an ally of whom.
All are of Thursday, 14 March 2024. What is not of the types looked at is left out of a row.
"""

from __future__ import annotations

import pytest

from allegiance.model import Document
from allegiance.reading.reader import EnglishReader
from reading.lines import line_of, rows

TYPES = (
    "join", "leave", "membership", "pledge", "renounce", "affiliation", "alliance", "support", "rivalry", "link",
    "agreement", "founding", "split", "merger", "renaming", "post", "appointment", "removal", "succession",
)  # fmt: skip

TOLD = """
Governor Tanko Bello of Dogara State condemned the raid on Kosso. => post: person=Tanko Bello; group=Dogara State; role=governor
Mayor Ana Reyes of Puerto Hondo said that the gangs had gone. => post: person=Ana Reyes; group=Puerto Hondo; role=mayor
Governor Tanko Bello of the Reserve Bank spoke. =>
The Lake Front has fled to the hills. Spokesman Tanko Bello gave no names. => post: person=Tanko Bello; group=Lake Front; role=spokesman
The army bombed the Lake Front. Spokesman Colonel Tanko Bello gave no figures. =>
The Lake Front's treasurer, a former baker called Moussa Kante, was held. => post: person=Moussa Kante; group=Lake Front; role=treasurer
The head of the Lake Front, a retired colonel by the name of Moussa Kante, denied it. => post: person=Moussa Kante; group=Lake Front; role=head
The head of the Lake Front, a man called lazy by his own men, fled from Moussa Kante. =>
In May a faction under a man called Moussa Kante went over to the Hill Guard. => join: actor=Moussa Kante; to=Hill Guard | when 2023-05 ;; join: actor=faction; to=Hill Guard | when 2023-05 ;; post: person=Moussa Kante; group=faction; role=leader
A faction under pressure from Moussa Kante went over to the Hill Guard. => join: actor=faction; to=Hill Guard
The Lake Front dismissed its commander, Moussa Kante, and put in his place a regular officer, Major Issa Ba. => appointment: person=Issa Ba; group=Lake Front; role=commander ;; post: person=Moussa Kante; group=Lake Front; role=commander ;; removal: person=Moussa Kante; group=Lake Front; role=commander; by=Lake Front ;; succession: person=Issa Ba; predecessor=Moussa Kante; role=commander; group=Lake Front
The elders met in Moussa Kante's place, and Issa Ba spoke. =>
Moussa Kante, chairman of the Lake Front, dismissed the treasurer, Issa Ba, and named Ali Sow in his stead. => appointment: person=Ali Sow; group=Lake Front; role=treasurer ;; post: person=Issa Ba; group=Lake Front; role=treasurer ;; post: person=Moussa Kante; group=Lake Front; role=chairman ;; removal: person=Issa Ba; group=Lake Front; role=treasurer; by=Moussa Kante ;; succession: person=Ali Sow; predecessor=Issa Ba; role=treasurer; group=Lake Front
Moussa Kante heads the Lake Front. Eleven of his captains announced that they no longer recognised his leadership. => post: person=Moussa Kante; group=Lake Front; role=head ;; renounce: actor=Eleven of his captains; from=Moussa Kante
Moussa Kante, once an ally of Issa Ba, was shot. => alliance: a=Moussa Kante; b=Issa Ba | former
Moussa Kante and Issa Ba, once an ally of the Lake Front, met. => alliance: a=Issa Ba; b=Lake Front | former
The Lake Front and the Hill Guard are sworn enemies. => rivalry: a=Lake Front; b=Hill Guard
Moussa Kante, the Lake Front's treasurer, has been shown the door. => post: person=Moussa Kante; group=Lake Front; role=treasurer ;; removal: person=Moussa Kante; group=Lake Front; role=treasurer
Moussa Kante was shown the door of the house by the Lake Front's cook. =>
A rift left the Lake Front with two leaders, Moussa Kante and Issa Ba. =>
Moussa Kante left the Lake Front with two captains, Issa Ba and Ali Sow. => leave: actor=Ali Sow; from=Lake Front ;; leave: actor=Issa Ba; from=Lake Front ;; leave: actor=Moussa Kante; from=Lake Front
Chief (Mrs.) Salma Bishti accused the Lake Front of theft. =>
The Hill Guard and the Valley Band merged to form the Lake Front, with Moussa Kante as its president and Issa Ba as spokesman. => founding: group=Lake Front ;; merger: group=Hill Guard; into=Lake Front ;; merger: group=Valley Band; into=Lake Front ;; post: person=Issa Ba; group=Lake Front; role=spokesman ;; post: person=Moussa Kante; group=Lake Front; role=president
The Lake Front has been at war with the Hill Guard, headed by Moussa Kante, since the latter pulled out of the Kosso Unity Council. => leave: actor=Hill Guard; from=Kosso Unity Council ;; post: person=Moussa Kante; group=Hill Guard; role=head ;; rivalry: a=Lake Front; b=Hill Guard
The Lake Front pulled out of the Hill Guard in 2012. => split: group=Lake Front; from=Hill Guard | when 2012
Moussa Kante refused to recognise the ruling of the court any longer. =>
The Lake Front met at Kosso under the chairmanship of Moussa Kante. =>
The Lake Front's Moussa Kante said so. => membership: actor=Moussa Kante; group=Lake Front
The Kosso Herald's Moussa Kante said so. =>
Moussa Kante, a militia leader, stripped Issa Ba of his membership of the Lake Front. => leave: actor=Issa Ba; from=Lake Front
The Lake Front's foreign affairs in-charge, Moussa Kante, denied it. => post: person=Moussa Kante; group=Lake Front; role=foreign affairs in-charge
Moussa Kante, who is in-charge of the bakery, denied it. =>
The Hill Guard, a militia recruited among settlers that has fought the Lake Front, fled. => rivalry: a=Hill Guard; b=Lake Front
Ansar al-Furat has renamed itself the Lake Front. => renaming: group=Ansar al-Furat; name=Lake Front
Alhaji (Dr.) Moussa Kante, chairman of the Lake Front, spoke. => post: person=Moussa Kante; group=Lake Front; role=chairman
Moussa Kante then refused to recognise the authority of Issa Ba any longer. => renounce: actor=Moussa Kante; from=Issa Ba
The army had concluded, through its envoy in Kosso, Moussa Kante, a truce with the Lake Front. => agreement: a=army; b=Lake Front; kind=truce
The Lake Front has a new command, with Moussa Kante as its chief, Issa Ba as treasurer and Ali Sow as spokesman. => post: person=Ali Sow; group=Lake Front; role=spokesman ;; post: person=Issa Ba; group=Lake Front; role=treasurer ;; post: person=Moussa Kante; group=Lake Front; role=chief
Moussa Kante heads the Kosso local council. => post: person=Moussa Kante; group=Kosso local council; role=head
Ahmed Diallo, leader of the Lake Front, fell ill, and the council named Issa Ba to act for him. => appointment: person=Issa Ba; group=Lake Front; role=acting leader ;; post: person=Ahmed Diallo; group=Lake Front; role=leader ;; succession: person=Issa Ba; predecessor=Ahmed Diallo; role=leader; group=Lake Front
The Lake Front has a new treasurer in Issa Ba. => appointment: person=Issa Ba; group=Lake Front; role=treasurer
Issa Ba left the Lake Front to command the Hill Guard. => appointment: person=Issa Ba; group=Hill Guard; role=commander ;; leave: actor=Issa Ba; from=Lake Front
Moussa Kante was elected to the central committee of the Lake Front. => appointment: person=Moussa Kante; group=Lake Front; role=central committee
Command of the Third Brigade of the Lake Front has gone to Captain Issa Ba. => affiliation: group=Third Brigade; parent=Lake Front ;; appointment: person=Issa Ba; group=Third Brigade; role=commander
The Lake Front's chief, General Moussa Kante, his deputy, Issa Ba, and its treasurer, Salma Bishti, were at the wedding. => post: person=Issa Ba; group=Lake Front; role=deputy ;; post: person=Moussa Kante; group=Lake Front; role=chief ;; post: person=Salma Bishti; group=Lake Front; role=treasurer
The Lake Front's finance chief, alias 'Rojas', fled. => post: person=Rojas; group=Lake Front; role=finance chief
The commander of the 33rd Front, alias Rojas, fled. => post: person=Rojas; group=33rd Front; role=commander
Loyalist leader Moussa Kante was expelled from the Lake Front on 5 March and went over to the Hill Guard. => join: actor=Moussa Kante; to=Hill Guard; from=Lake Front | when 2024-03-05
The Hill Guard is nothing but the armed wing of the Lake Front. => affiliation: group=Hill Guard; parent=Lake Front
A faction loyal to deputy commander Moussa Kante has split from the Lake Front. => post: person=Moussa Kante; group=Lake Front; role=deputy commander ;; split: group=faction; from=Lake Front
The letter sent to deputy commander Moussa Kante has split the Lake Front. => post: person=Moussa Kante; group=Lake Front; role=deputy commander
Elected chairman of the Lake Front last June, Moussa Kante was unseated in February by Issa Ba. => appointment: person=Moussa Kante; group=Lake Front; role=chairman | when 2023-06 ;; removal: person=Moussa Kante; group=Lake Front; role=chairman; by=Issa Ba | when 2024-02
Appointed emir of the Lake Front in 2014, Moussa Kante was shot in 2015. => appointment: person=Moussa Kante; group=Lake Front; role=emir | when 2014
Once the treasurer of the Lake Front, Moussa Kante now leads the Hill Guard. => post: person=Moussa Kante; group=Hill Guard; role=leader ;; post: person=Moussa Kante; group=Lake Front; role=treasurer | former
Once the treasurer of the Lake Front arrived, Moussa Kante left the room. =>
Moussa Kante, a one-time driver for the warlord Issa Ba, commands the Hill Guard. => link: a=Moussa Kante; b=Issa Ba | former ;; post: person=Moussa Kante; group=Hill Guard; role=commander
The Lake Front's leader-in-waiting, Moussa Kante, would not speak. =>
The Lake Front and the Hill Guard are in cahoots. => alliance: a=Lake Front; b=Hill Guard
Police describe Moussa Kante as the right-hand man of Issa Ba. => link: a=Moussa Kante; b=Issa Ba | says police
Moussa Kante swore on the Koran to serve Issa Ba. => pledge: actor=Moussa Kante; to=Issa Ba
Moussa Kante swore to serve his sentence. =>
The remnants of the Hill Guard regrouped as the Lake Front. => founding: group=Lake Front ;; merger: group=Hill Guard; into=Lake Front
The Lake Front has a new leader, Issa Ba, following the death of its founder, Moussa Kante. => appointment: person=Issa Ba; group=Lake Front; role=leader ;; founding: group=Lake Front; founder=Moussa Kante ;; succession: person=Issa Ba; predecessor=Moussa Kante; role=leader; group=Lake Front
Its deputy commander, Issa Ba, was appointed to head the Lake Front. => appointment: person=Issa Ba; group=Lake Front; role=head ;; post: person=Issa Ba; group=Lake Front; role=deputy commander
Moussa Kante was returned as president of the Lake Front. => appointment: person=Moussa Kante; group=Lake Front; role=president
Moussa Kante used to be the Lake Front's fund-raiser. => post: person=Moussa Kante; group=Lake Front; role=fundraiser | former
Salma Bishti, an area committee member of the Lake Front, laid down her arms. => leave: actor=Salma Bishti; from=Lake Front ;; membership: actor=Salma Bishti; group=Lake Front
Moussa Kante was stood down as the Lake Front's brigadier in Kosso. => removal: person=Moussa Kante; group=Lake Front; role=brigadier
Moussa Kante has bowed out as leader of the Lake Front. => removal: person=Moussa Kante; group=Lake Front; role=leader
Moussa Kante, chairman of the Lake Front, has handed in his notice. => post: person=Moussa Kante; group=Lake Front; role=chairman ;; removal: person=Moussa Kante; group=Lake Front; role=chairman
Moussa Kante handed in his notice at the bakery. =>
The Hill Guard is a creation of the Lake Front. => affiliation: group=Hill Guard; parent=Lake Front
Issa Ba takes charge of the Lake Front in succession to the late Moussa Kante. => appointment: person=Issa Ba; group=Lake Front; role=commander ;; succession: person=Issa Ba; predecessor=Moussa Kante; group=Lake Front
Moussa Kante was promoted to head of operations of the Lake Front. => appointment: person=Moussa Kante; group=Lake Front; role=head of operations
Police named the new chief of the Lake Front as Moussa Kante. => post: person=Moussa Kante; group=Lake Front; role=chief | says police
Police named the dead driver of the bus as Moussa Kante. =>
The Lake Front is on the payroll of Moussa Kante. => support: giver=Moussa Kante; recipient=Lake Front; kind=payroll
Commander Moussa Kante of the Lake Front said so. => post: person=Moussa Kante; group=Lake Front; role=commander
Commander Moussa Kante of Kosso said so. =>
Moussa Kante, who until his capture was finance officer of the Lake Front, has turned state witness. => post: person=Moussa Kante; group=Lake Front; role=finance officer | former
The Lake Front calls itself the Army of the Lakes these days. => renaming: group=Lake Front; name=Army of the Lakes | says Lake Front
"""  # noqa: E501


@pytest.mark.parametrize(("text", "want"), rows(TOLD))
def test_who_leads_or_serves_a_body_is_read_where_it_is_told(reader: EnglishReader, text: str, want: list[str]) -> None:
    findings, _ = reader.read(Document(text, "en"), "2024-03-14")
    said = {line_of(f.claim) for f in findings}
    assert {s for s in said if s.startswith(TYPES)} == set(want)
