"""What befalls people and things, as newspapers of many lands tell it, each with look-alikes that must give nothing.

All are of Thursday, 14 March 2024.
"""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

BEFELL = """
Gunmen kidnapped on Friday evening the lawyer Omar Noor. => detention: person=Omar Noor; by=gunmen | when 2024-03-08
The navy released on 4 May Omar Noor and Ahmad Zor. => release: person=Ahmad Zor; by=navy | when 2023-05-04 ;; release: person=Omar Noor; by=navy | when 2023-05-04
The army killed on Monday the leader of the Hazar Brigade, Omar Noor. => killing: victim=Omar Noor; by=army | when 2024-03-11 ;; post: person=Omar Noor; group=Hazar Brigade; role=leader
Police arrested in Ghazni on Monday two members of the Hazar Brigade. => detention: person=two members of the Hazar Brigade; by=police | when 2024-03-11 | where Ghazni
Omar Noor was killed on Monday, the leader of a rival party said. => killing: victim=Omar Noor | when 2024-03-11 | says leader of a rival party
Soldiers are holding the pilot Omar Noor hostage. => detention: person=Omar Noor; by=Soldiers
The Hazar Brigade took into custody Omar Noor, a teacher. => detention: person=Omar Noor; by=Hazar Brigade
The Hazar Brigade took into account the wishes of Omar Noor. =>
Omar Noor was shot dead by soldiers and his brother abducted. => killing: victim=Omar Noor; by=soldiers; means=shot
Omar Noor was shot dead by constables and his wife and two cousins nabbed in Ghazni. => killing: victim=Omar Noor; by=constables; means=shot
Omar Noor was killed by soldiers and guards trained in Kenya. => killing: victim=Omar Noor; by=guards ;; killing: victim=Omar Noor; by=soldiers
The court found Omar Noor guilty of kidnapping and jailed him for nine years. => detention: person=Omar Noor; by=court
The court found Omar Noor guilty of speeding and fined him. =>
The Hazar Brigade hacked to death Omar Noor in Ghazni. => killing: victim=Omar Noor; by=Hazar Brigade | where Ghazni
Omar Noor was killed when soldiers raided his house in Ghazni on Tuesday. => killing: victim=Omar Noor; by=soldiers | when 2024-03-12 | where Ghazni
Omar Noor was killed when his car hit a tree in 2012. => killing: victim=Omar Noor | when 2012
The army conducted a raid near Ghazni on 26 January that killed Omar Noor. => killing: victim=Omar Noor; by=army; means=raid | when 2024-01-26 | where Ghazni
The army published a report of the raid that killed Omar Noor. => killing: victim=Omar Noor; means=raid
The army killed Omar Noor, emir of the Hazar Brigade, near Ghazni. => killing: victim=Omar Noor; by=army | where Ghazni ;; post: person=Omar Noor; group=Hazar Brigade; role=emir
Nine policemen captured by the Hazar Brigade in May were freed on Sunday. => detention: person=nine policemen; by=Hazar Brigade | when 2023-05 ;; release: person=nine policemen | when 2024-03-10
Nine policemen hurt by a mine in May were freed on Sunday. =>
The body of Omar Noor was identified among the dead. => killing: victim=Omar Noor
Omar Noor was identified among the guests. =>
The Hazar Brigade lost four of its fighters in an air strike near Ghazni. => killing: victim=four of its fighters; means=air strike | where Ghazni
The Hazar Brigade lost four of its trucks in an air strike near Ghazni. =>
The Hazar Brigade is outlawed by Canada and the European Union. => designation: target=Hazar Brigade; by=Canada ;; designation: target=Hazar Brigade; by=European Union
The Hazar Brigade admitted the murder of Omar Noor. => killing: victim=Omar Noor; by=Hazar Brigade | says Hazar Brigade ;; responsibility: actor=Hazar Brigade; attack=murder of Omar Noor
The government admitted the arrest of Omar Noor. => detention: person=Omar Noor | says government
Police hold the Hazar Brigade responsible for the killing of Omar Noor. => killing: victim=Omar Noor; by=Hazar Brigade | says police | reported
Gunmen shot Omar Noor dead in May. The Hazar Brigade denied any part in his killing. => killing: victim=Omar Noor; by=Hazar Brigade | when 2023-05 | says Hazar Brigade | denied ;; killing: victim=Omar Noor; by=gunmen | when 2023-05
Omar Noor, who ordered the murder of Ahmad Zor in 2014, spoke. => killing: victim=Ahmad Zor; by=Omar Noor | when 2014
Omar Noor ordered the murder of Ahmad Zor. =>
Omar Noor is said to have ordered the abduction in May of Ahmad Zor. => detention: person=Ahmad Zor; by=Omar Noor | when 2023-05 | reported
Omar Noor was bundled into a van by two Hazar Brigade men. => detention: person=Omar Noor; by=Hazar Brigade
Omar Noor was bundled out of the match. =>
Omar Noor was sent to the gallows in Ghazni on Monday. => killing: victim=Omar Noor | when 2024-03-11 | where Ghazni
A judge sent Omar Noor to the gallows. =>
Omar Noor blew himself up in Ghazni. => killing: victim=Omar Noor | where Ghazni
Omar Noor blew up a balloon in Ghazni. =>
The Hazar Brigade handed over Omar Noor to the Red Cross. => release: person=Omar Noor; by=Hazar Brigade
The Hazar Brigade handed over the keys to the Red Cross. =>
Omar Noor was arrested in 2019. He was later handed over to the Directorate for questioning. => detention: person=Omar Noor | when 2019
Two engineers are in the hands of the Hazar Brigade. => detention: person=two engineers; by=Hazar Brigade
The future of the region is in the hands of the Hazar Brigade. =>
Police identified the three captured men as Omar Noor, Ahmad Zor and Karim Dost. => detention: person=Ahmad Zor ;; detention: person=Karim Dost ;; detention: person=Omar Noor
Police identified the three men as Omar Noor, Ahmad Zor and Karim Dost. =>
Nine members of the Hazar Brigade are cooling their heels in detention. => detention: person=nine members of the Hazar Brigade
Nine members of the Hazar Brigade are cooling their heels in Ghazni. =>
Troops laid hands on the emir of Ghazni, Omar Noor. => detention: person=Omar Noor; by=Troops ;; post: person=Omar Noor; group=Ghazni; role=emir
Troops laid hands on the money. =>
Two Hazar Brigade fighters were burnt alive by villagers. => killing: victim=two Hazar Brigade fighters; by=villagers; means=burned
The hanging of Omar Noor was put off for three days. =>
The hanging of Omar Noor shocked many. => killing: victim=Omar Noor
Police shot dead murder suspect Omar Noor in Ghazni. => killing: victim=Omar Noor; by=police; means=shot | where Ghazni
The army confirmed the death of Omar Noor in an air raid on Ghazni. => attack: target=Ghazni | says army ;; killing: victim=Omar Noor; means=air raid | where Ghazni | says army
The army confirmed the death of Omar Noor in a letter. => death: person=Omar Noor | says army
The Hazar Brigade announced the martyrdom of four of its fighters in a Turkish bombardment. => killing: victim=four of its fighters; by=Turkey; means=bombardment | says Hazar Brigade
Omar Noor was arrested along with two pistols and a laptop in Ghazni. => detention: person=Omar Noor | where Ghazni
Omar Noor was arrested along with Ahmad Zor in Ghazni. => detention: person=Ahmad Zor | where Ghazni ;; detention: person=Omar Noor | where Ghazni
Omar Noor was put under house arrest ahead of the vote. => detention: person=Omar Noor
A court in Ghazni granted bail to rebel spokesman Omar Noor. => release: person=Omar Noor; by=court | where Ghazni
Omar Noor and five others tunnelled out of the prison at Ghazni. => release: person=Omar Noor | where Ghazni
Omar Noor tunnelled out of the mine at Ghazni. =>
Omar Noor, who was held in Ghazni for six months, is now a free man. => detention: person=Omar Noor | where Ghazni ;; release: person=Omar Noor
Two men were charged on Friday with the murder in May of Omar Noor. => killing: victim=Omar Noor; by=two men | when 2023-05 | reported
Two men were charged on Friday with the murder of Omar Noor. => killing: victim=Omar Noor; by=two men | reported
Soldiers recovered the bodies of three slain Hazar Brigade fighters. => killing: victim=three slain Hazar Brigade fighters
"""  # noqa: E501

STRUCK = """
On 1 March, an army patrol was fired upon near Ghazni by unidentified gunmen. => attack: target=army patrol; actor=unidentified gunmen | when 2024-03-01 | where Ghazni
The teacher was fired on the spot by the ministry. =>
Hazar Brigade gunmen fired on a convoy of the governor in Ghazni. => attack: target=convoy of the governor; actor=Hazar Brigade
The Hazar Brigade set fire to two schools in Ghazni. => attack: target=two schools; actor=Hazar Brigade | where Ghazni
The Hazar Brigade set the court house in Ghazni ablaze. => attack: target=court house in Ghazni; actor=Hazar Brigade | where Ghazni
The Hazar Brigade set the tone in Ghazni. =>
The barracks at Ghazni were torched. => attack: target=barracks at Ghazni | where Ghazni
Hazar Brigade fighters attacked the post at Ghazni and set fire to it. => attack: target=post at Ghazni; actor=Hazar Brigade | where Ghazni
The Hazar Brigade shot down an army helicopter near Ghazni. => attack: target=army helicopter; actor=Hazar Brigade | where Ghazni
The Hazar Brigade shot down the idea. =>
The navy sank two of its boats on 3 January. =>
A man blew himself up at the gate of the Ghazni barracks in May. => attack: target=gate of the Ghazni barracks; actor=man | when 2023-05
Police detonated a suspicious device outside the bank in Ghazni. =>
The Hazar Brigade's camp near Ghazni was hit by American jets on Monday. => attack: target=Hazar Brigade's camp; actor=United States | when 2024-03-11 | where Ghazni ;; presence: group=Hazar Brigade; area=Ghazni
The Hazar Brigade attacked the Ghazni military camp on Sunday. => attack: target=Ghazni military camp; actor=Hazar Brigade | when 2024-03-10
The massacre of Ghazni is blamed on the Hazar Brigade. => attack: target=Ghazni; actor=Hazar Brigade | reported
The massacre of forty people is remembered. =>
The Hazar Brigade stands accused of the massacre at Ghazni. => attack: target=Ghazni; actor=Hazar Brigade | reported
The Hazar Brigade said it had planted the bomb. => responsibility: actor=Hazar Brigade; attack=bomb
Police said the Hazar Brigade had planted the bomb. =>
The Hazar Brigade operates in the villages around Lake Kivu. => presence: group=Hazar Brigade; area=villages around Lake Kivu
The Hazar Brigade operates in the villages. =>
Large swathes of Ghazni province are under the control of the Hazar Brigade. => presence: group=Hazar Brigade; area=Ghazni
The Hazar Brigade hijacked the debate. =>
A Hazar Brigade gang seized a bus near Ghazni. =>
The government banned the Hazar Brigade for five years under the Act. => designation: target=Hazar Brigade; by=government
The league banned the Hazar United Club for five years. =>
The treasury froze the assets of Omar Noor, a Hazar Brigade banker. => designation: target=Omar Noor; list=sanctions ;; post: person=Omar Noor; group=Hazar Brigade; role=banker
The treasury froze wages. =>
A bomb exploded under a Hazar Brigade convoy near Ghazni. => attack: target=Hazar Brigade convoy | where Ghazni
A blast ripped through the Ghazni Mosque on Friday. => attack: target=Ghazni Mosque | when 2024-03-08
The scandal ripped through the Hazar Brigade. =>
An old bomb exploded under the bridge at Ghazni. =>
The Hazar Brigade fired a volley of rockets at Ghazni. => attack: target=Ghazni; actor=Hazar Brigade
Drones targeted Ghazni airport on Saturday. => attack: target=Ghazni airport | when 2024-03-09 | where Ghazni
Four men of the Hazar Brigade waylaid Omar Noor near Ghazni. => attack: target=Omar Noor; actor=Hazar Brigade | where Ghazni
The High Court lifted the proscription of the Hazar Brigade. => designation: target=Hazar Brigade; by=High Court; list=delisted: sanctions
A bomb went off in Ghazni. The Hazar Brigade took credit the same day. => responsibility: actor=Hazar Brigade
The mayor took credit the same day. =>
"""  # noqa: E501


@pytest.mark.parametrize(("text", "wanted"), rows(BEFELL))
def test_what_befalls_people_is_told_of_them_however_a_paper_turns_it(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, "2024-03-14") == wanted


@pytest.mark.parametrize(("text", "wanted"), rows(STRUCK))
def test_what_is_struck_burnt_held_or_banned_is_told_and_what_only_sounds_so_is_not(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, "2024-03-14") == wanted
