"""Events and ties as news prose tells them, each with near neighbours that must give nothing.

All are of Thursday, 14 March 2024.
"""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

TOLD = """
Slain Hazar Brigade commander Omar Noor was buried on Sunday. => killing: victim=Omar Noor ;; post: person=Omar Noor; group=Hazar Brigade; role=commander
The Hazar Brigade's jailed founder, Omar Noor, has written a book. => detention: person=Omar Noor ;; founding: group=Hazar Brigade; founder=Omar Noor
The slain Omar Noor was a teacher. => killing: victim=Omar Noor
The lawyer of the jailed man, Omar Noor, said little. =>
The army killed the jailed poet's brother. =>
From its strongholds in Masisi, the Hazar Brigade taxes farmers. => presence: group=Hazar Brigade; area=Masisi
The Hazar Brigade has bases in Ghazni and Zabul. => presence: group=Hazar Brigade; area=Ghazni ;; presence: group=Hazar Brigade; area=Zabul
The Hazar Brigade, active mainly in Ghazni, has 800 men. => presence: group=Hazar Brigade; area=Ghazni
The Hazar Brigade, present in Ghazni since 2001, agreed. => presence: group=Hazar Brigade; area=Ghazni | when 2001/..
The Hazar Brigade's headquarters is in Ghazni. => presence: group=Hazar Brigade; area=Ghazni
The town of Ghazni, held by the Hazar Brigade since June 2022, is quiet. => presence: group=Hazar Brigade; area=Ghazni | when 2022-06/..
Large parts of Ghazni are controlled by the Hazar Brigade. => presence: group=Hazar Brigade; area=Ghazni
In Ghazni, a Hazar Brigade stronghold, shops were shut. => presence: group=Hazar Brigade; area=Ghazni
Jets bombed a Hazar Brigade training camp in Ghazni. => attack: target=Hazar Brigade training camp | where Ghazni ;; presence: group=Hazar Brigade; area=Ghazni
The Hazar Brigade plans a base in Ghazni. =>
The hostages were held by the Hazar Brigade in Ghazni. => detention: person=hostages; by=Hazar Brigade | where Ghazni
The Hazar Brigade lost its last base in Ghazni. =>
An election was held by the government in Ghazni. =>
The Hazar Brigade, never active in Ghazni, has 40 men. =>
Uganda gave the Hazar Brigade sanctuary. => support: giver=Uganda; recipient=Hazar Brigade; kind=sanctuary
Uganda sent the Hazar Brigade weapons. => support: giver=Uganda; recipient=Hazar Brigade; kind=weapons
The Hazar Brigade receives ammunition and money from Rwanda. => support: giver=Rwanda; recipient=Hazar Brigade; kind=ammunition and money
The Hazar Brigade, backed with money by Rwanda and with arms by the Salim Battalion, moved on. => support: giver=Rwanda; recipient=Hazar Brigade; kind=backing
Uganda sent the Hazar Brigade weapons to a museum. =>
The Hazar Brigade received a letter from Rwanda. =>
The Hazar Brigade expects to receive weapons from Rwanda. =>
The Hazar Brigade gets its money from Goma. =>
A warrant was issued for the arrest of Omar Noor. =>
An order was given for the execution of Omar Noor. =>
A reward was offered for the capture of Omar Noor. =>
The Desert Lions control the north of the island. => presence: group=Desert Lions; area=island
The Desert Lions fight side by side with the Hazar Brigade. => alliance: a=Desert Lions; b=Hazar Brigade
Nine men died in a Desert Lions attack the army blamed on Omar Noor. => killing: victim=nine men; by=Desert Lions; means=attack
Omar Noor (killed in 2003) and Ahmad Zor (arrested in 2005) founded the Hazar Brigade. => detention: person=Ahmad Zor | when 2005 ;; founding: group=Hazar Brigade; founder=Ahmad Zor ;; founding: group=Hazar Brigade; founder=Omar Noor ;; killing: victim=Omar Noor | when 2003
- Omar Noor: killed at Kot, 1998 => killing: victim=Omar Noor | where Kot
- Ahmad Zor: defected to the Salim Battalion, 2001 => join: actor=Ahmad Zor; to=Salim Battalion
Omar Noor (pictured) founded the Hazar Brigade. => founding: group=Hazar Brigade; founder=Omar Noor
The attack was claimed in a tweet by the Hazar Brigade. => responsibility: actor=Hazar Brigade; attack=attack
Soldiers shot Omar Noor dead at the crossing. => killing: victim=Omar Noor; by=Soldiers
Omar Noor was blown up by his own bomb. => killing: victim=Omar Noor; means=bomb
Omar Noor fell to a sniper's bullet. => killing: victim=Omar Noor; means=bullet
Omar Noor was let out of prison in 2020. => release: person=Omar Noor | when 2020
Omar Noor was let out of the car. =>
Fighting between the Hazar Brigade and the Salim Battalion broke out on Sunday. => rivalry: a=Hazar Brigade; b=Salim Battalion
A turf war has pitted the Hazar Brigade against the Salim Battalion. => rivalry: a=Hazar Brigade; b=Salim Battalion
The Hazar Brigade, which has a truce with the Salim Battalion, moved on. => agreement: a=Hazar Brigade; b=Salim Battalion; kind=truce
The Hazar Brigade was founded in 2012 with money from Omar Noor. => founding: group=Hazar Brigade | when 2012 ;; support: giver=Omar Noor; recipient=Hazar Brigade; kind=money | when 2012
Algeria paid for the Hazar Brigade's first rifles. => support: giver=Algeria; recipient=Hazar Brigade; kind=first rifles
The Hazar Brigade is close to Iran, which pays its wages. => link: a=Hazar Brigade; b=Iran ;; support: giver=Iran; recipient=Hazar Brigade; kind=pay
Iran has offered to pay for the Hazar Brigade's rifles. =>
The match pits Sparta against Dynamo. =>
The Hazar Brigade withdrew from Kunar in 2011. => presence: group=Hazar Brigade; area=Kunar | when ../2011 | former
The Hazar Brigade seized the town of Kot on 3 May 2020. => presence: group=Hazar Brigade; area=Kot | when 2020-05-03/..
The Hazar Brigade plans to withdraw from Kunar. =>
In Kunar, where the Hazar Brigade holds sway, nobody votes. => presence: group=Hazar Brigade; area=Kunar
In a statement, the Hazar Brigade rejected the charge. => statement: issuer=Hazar Brigade; medium=statement
A leaflet signed by the Hazar Brigade was pasted on doors. => statement: issuer=Hazar Brigade; medium=leaflet
The Tessit garrison came under fire from the Hazar Brigade. => attack: target=Tessit garrison; actor=Hazar Brigade
The proposal came under attack from the Hazar Brigade. =>
Omar Noor was one of the first to join the Hazar Brigade. => join: actor=Omar Noor; to=Hazar Brigade
Omar Noor was among the first commanders to leave the Hazar Brigade. =>
Omar Noor was not among the first to join the Hazar Brigade. =>
Omar Noor took his battalion from the Salim Battalion to the Hazar Brigade. => join: actor=Omar Noor; to=Hazar Brigade; from=Salim Battalion
Omar Noor took his men to a hospital. =>
Omar Noor returned to the Hazar Brigade's camp to fetch his rifle. =>
Omar Noor was admitted to the ranks of the Hazar Brigade in 1979. => join: actor=Omar Noor; to=Hazar Brigade | when 1979
The defection to the Hazar Brigade of two commanders, Omar Noor and Ahmad Zor, was announced on Friday. => join: actor=Ahmad Zor; to=Hazar Brigade ;; join: actor=Omar Noor; to=Hazar Brigade
Gunmen kidnapped engineer Omar Noor. => detention: person=Omar Noor; by=gunmen
The murder of businessman Omar Noor by the Hazar Brigade shocked Kot. => killing: victim=Omar Noor; by=Hazar Brigade
Omar Noor was killed in May and Ahmad Zor captured in June. => detention: person=Ahmad Zor | when 2023-06 ;; killing: victim=Omar Noor | when 2023-05
Omar Noor was shot dead and his deputy, Ahmad Zor, arrested. => detention: person=Ahmad Zor ;; killing: victim=Omar Noor; means=shot
Omar Noor was arrested in May and jailed in June. => detention: person=Omar Noor | when 2023-05
Omar Noor pledged allegiance to Ahmad Zor in 2011. He withdrew it in 2014. => pledge: actor=Omar Noor; to=Ahmad Zor | when 2011 ;; renounce: actor=Omar Noor; from=Ahmad Zor | when 2014
The Hazar Brigade no longer recognise the authority of Ahmad Zor. => renounce: actor=Hazar Brigade; from=Ahmad Zor
Ahmad Zor received pledges of allegiance from Omar Noor and the Hazar Brigade. => pledge: actor=Hazar Brigade; to=Ahmad Zor ;; pledge: actor=Omar Noor; to=Ahmad Zor
Omar Noor pledged allegiance to Ahmad Zor in 2011. He may withdraw it. => pledge: actor=Omar Noor; to=Ahmad Zor | when 2011
Together with the Hazar Brigade, the Salim Battalion took the town of Kot. => alliance: a=Salim Battalion; b=Hazar Brigade ;; presence: group=Hazar Brigade; area=Kot ;; presence: group=Salim Battalion; area=Kot
The Salim Battalion left the town of Kot together with the Hazar Brigade. => presence: group=Hazar Brigade; area=Kot | former ;; presence: group=Salim Battalion; area=Kot | former
The Hazar Brigade broke with the Salim Battalion in 2016. The two have clashed ever since. => rivalry: a=Hazar Brigade; b=Salim Battalion | unclear ;; split: group=Hazar Brigade; from=Salim Battalion | when 2016
Instructors from the Hazar Brigade trained the Salim Battalion's recruits in 2014. => support: giver=Hazar Brigade; recipient=Salim Battalion; kind=training | when 2014
The Salim Battalion, with the support of the Hazar Brigade, took the bridge. => support: giver=Hazar Brigade; recipient=Salim Battalion; kind=support
On Sunday, a security force conducted an operation in Tarin Kowt district, Uruzgan province that resulted in the death of Omar Tayeb. => killing: victim=Omar Tayeb; means=operation
The army launched a raid in Kunar province that killed Omar Noor. => attack: target=Kunar; actor=army | where Kunar ;; killing: victim=Omar Noor; by=army; means=raid | where Kunar
The army visited a village in Kunar province that was famous. =>
Officials have confirmed four of the gunmen who were killed were senior Hazar Brigade commanders. => killing: victim=four senior Hazar Brigade commanders | says officials
Chad has stopped paying the Hazar Brigade. => support: giver=Chad; recipient=Hazar Brigade; kind=pay | former
Chad has not stopped paying the Hazar Brigade. => support: giver=Chad; recipient=Hazar Brigade; kind=pay
Omar Noor has ceased to fight the Hazar Brigade. => rivalry: a=Omar Noor; b=Hazar Brigade | former
The Hazar Brigade has stopped attacking the police. =>
The Hazar Brigade vowed to stop supporting the Salim Battalion. =>
Omar Noor, whose arrest in May shocked Kot, is ill. => detention: person=Omar Noor | when 2023-05
Omar Noor, whose brother's death shocked Kot, is ill. =>
Omar Noor, whose bayat to the Salim Battalion was made public in 2016, was a poet. => pledge: actor=Omar Noor; to=Salim Battalion
The cancer that killed Omar Noor was found too late. =>
Omar Noor died under torture in 2014. => killing: victim=Omar Noor | when 2014
The Hazar Brigade has confirmed the death in combat of its commander, Omar Noor. => killing: victim=Omar Noor; means=combat | says Hazar Brigade ;; post: person=Omar Noor; group=Hazar Brigade; role=commander
Omar Noor walked out of prison on Monday. => release: person=Omar Noor | when 2024-03-11
Omar Noor walked out of the talks. =>
The Hazar Brigade's allies include the Salim Battalion. => alliance: a=Hazar Brigade; b=Salim Battalion
The town of Kot is in the hands of the Hazar Brigade. => presence: group=Hazar Brigade; area=Kot
Chad gave the Hazar Brigade two trucks and a boat. => support: giver=Chad; recipient=Hazar Brigade; kind=two trucks and a boat
"""  # noqa: E501


@pytest.mark.parametrize(("text", "wanted"), rows(TOLD))
def test_an_event_is_told_once_and_what_only_looks_like_one_is_none(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, "2024-03-14") == wanted
