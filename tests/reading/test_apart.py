"""Whom a sentence tells of where its words stand far apart: by what name a man goes, whose is `by`, whose is `its`."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

TOLD = """
Ramon Osorio, alias "Mala Hora", was arrested. => alias: name=Ramon Osorio; other=Mala Hora ;; detention: person=Ramon Osorio
Ramon Osorio - "Pistacho" to police - was arrested. => alias: name=Ramon Osorio; other=Pistacho ;; detention: person=Ramon Osorio
Ferhat Osman, "Uncle" to his followers, was arrested. => alias: name=Ferhat Osman; other=Uncle ;; detention: person=Ferhat Osman
Ferhat Osman, "the Lion" to friends and foes, was arrested. => alias: name=Ferhat Osman; other=Lion ;; detention: person=Ferhat Osman
Yurluis Mina and Abelardo "the Tailor" Suaza, commanders of the Front, returned to arms. => alias: name=Abelardo Suaza; other=Tailor ;; post: person=Abelardo Suaza; group=Front; role=commander ;; post: person=Yurluis Mina; group=Front; role=commander
A man who calls himself Cusiana Tello leads the 10th Column. => post: person=Cusiana Tello; group=10th Column; role=leader
The 10th Column is led by a man who calls himself Cusiana Tello. => post: person=Cusiana Tello; group=10th Column; role=leader
A man who goes by the name of Cusiana Tello commands the 10th Column. => post: person=Cusiana Tello; group=10th Column; role=commander
The Front's new leader, a man who goes by Cusiana Tello, was killed on Friday. => killing: victim=Cusiana Tello | when 2016-05-06 ;; post: person=Cusiana Tello; group=Front; role=leader
Marko Tolj was, in addition, the leader of a paramilitary unit styled the Night Herons. => post: person=Marko Tolj; group=Night Herons; role=leader
Marko Tolj founded a band baptised the Night Herons. => founding: group=Night Herons; founder=Marko Tolj
Grabovac was from April 1993 commander of the Lesna Territorial Brigade. => post: person=Grabovac; group=Lesna Territorial Brigade; role=commander | when 1993-04/..
Grabovac was between 1991 and 1993 commander of the Lesna Brigade. => post: person=Grabovac; group=Lesna Brigade; role=commander | when 1991/1993 | former
Grabovac was at the time deputy commander of the Lesna Brigade. => post: person=Grabovac; group=Lesna Brigade; role=deputy commander
The Council's president, Awad Ba-Shuqayr, named Colonel Nabil al-Mashuq to succeed Fadl al-Yahri as commander of the Belt Forces. => appointment: person=Nabil al-Mashuq; group=Belt Forces; role=commander ;; post: person=Awad Ba-Shuqayr; group=Council; role=president ;; succession: person=Nabil al-Mashuq; predecessor=Fadl al-Yahri; role=commander; group=Belt Forces
The Front's leader, Ali Baro, chose Musa Kone to lead the Southern Brigade. => appointment: person=Musa Kone; group=Southern Brigade; role=leader ;; post: person=Ali Baro; group=Front; role=leader
Two deserters said that Paul Gashuhe had had Habumukiza executed in Mugandu. => killing: victim=Habumukiza; by=Paul Gashuhe | where Mugandu | says two deserters
Rwibasira had his rival Paul Gashuhe arrested in 2011. => detention: person=Paul Gashuhe; by=Rwibasira | when 2011
A former commander of the Front, Musa Kone joined the Southern Army in 2012. => join: actor=Musa Kone; to=Southern Army | when 2012 ;; post: person=Musa Kone; group=Front; role=commander | former
The Front accused the Southern Army of shelling its base in Kosso and of executing two of its commanders, Ali Musa and Omar Dao. => attack: target=its base; actor=Southern Army | where Kosso | says Front | reported ;; killing: victim=Ali Musa; by=Southern Army | says Front | reported ;; killing: victim=Omar Dao; by=Southern Army | says Front | reported ;; post: person=Ali Musa; group=Front; role=commander ;; post: person=Omar Dao; group=Front; role=commander ;; presence: group=Front; area=Kosso | says Front | reported
The Front blamed the Southern Army for killing its commander, Ali Musa, in Kosso. => killing: victim=Ali Musa; by=Southern Army | where Kosso | says Front | reported ;; post: person=Ali Musa; group=Front; role=commander
The Front executed two of its commanders, Ali Musa and Omar Dao, for treason. => killing: victim=Ali Musa; by=Front ;; killing: victim=Omar Dao; by=Front ;; post: person=Ali Musa; group=Front; role=commander ;; post: person=Omar Dao; group=Front; role=commander
Idris Baro arrested Samir Haddu after he defected to the government. => detention: person=Samir Haddu; by=Idris Baro ;; join: actor=Samir Haddu; to=government
The Front's leader Idris Baro sacked Samir Haddu as its spokesman after he pledged allegiance to the Caliphate. => pledge: actor=Samir Haddu; to=Caliphate ;; post: person=Idris Baro; group=Front; role=leader ;; removal: person=Samir Haddu; group=Front; role=spokesman; by=Idris Baro
Samir Haddu was killed by Idris Baro after he defected to the government. => join: actor=Samir Haddu; to=government ;; killing: victim=Samir Haddu; by=Idris Baro
Elements of the Katsimba Front killed five soldiers. => killing: victim=five soldiers; by=Katsimba Front
On 9 February, elements of the Katsimba Front ambushed a convoy. => attack: target=convoy; actor=Katsimba Front | when 2016-02-09
The Front has been led since the death of Abu Talha by a five-man council, of whom only one, Omar Dao, has been named. => death: person=Abu Talha
The Front has been run since the arrest of Abu Talha by Omar Dao. => detention: person=Abu Talha ;; post: person=Omar Dao; group=Front; role=head
The Front was rebuilt after the killing of Abu Talha by Omar Dao. => killing: victim=Abu Talha; by=Omar Dao
President Pedro Lima issued a decree appointing Ali Musa commander of the 3rd Brigade. => appointment: person=Ali Musa; group=3rd Brigade; role=commander; by=Pedro Lima
The Front answered with a communiqué expelling Samir Haddu. => leave: actor=Samir Haddu; from=Front
Idris Baro travelled to Tamar and joined the Front. => join: actor=Idris Baro; to=Front | where Tamar
Baro's faction, which calls itself the Front (Renewed), is based in Kosso. => presence: group=Front (Renewed); area=Kosso
Grabovac was commander of the Lesna Brigade, a formation of the Army of the Osoje Republic. => affiliation: group=Lesna Brigade; parent=Army of the Osoje Republic ;; post: person=Grabovac; group=Lesna Brigade; role=commander
The 4th Brigade swore loyalty to the Front and to its commander, Musa Kone. => pledge: actor=4th Brigade; to=Front ;; post: person=Musa Kone; group=Front; role=commander
The Katsimba Front attacked Mugandu in May. Its leader, Paul Baro, told the Group that he had left it in June. => attack: target=Mugandu; actor=Katsimba Front | when 2016-05 ;; leave: actor=Paul Baro; from=Katsimba Front | when 2015-06 | says Paul Baro ;; post: person=Paul Baro; group=Katsimba Front; role=leader
Idris Baro studied law in Paris and joined the Front. => join: actor=Idris Baro; to=Front
In a letter to the UN, the government accused neighbouring Zarhun of arming the Lion Brigade and of sheltering its leader, Abu Layth. => post: person=Abu Layth; group=Lion Brigade; role=leader ;; support: giver=Zarhun; recipient=Abu Layth | says government | reported ;; support: giver=Zarhun; recipient=Lion Brigade; kind=arms | says government | reported
Hassan Ali's lawyer, Maria Kola, said he was being held by the intelligence service. => detention: person=Hassan Ali; by=intelligence service | says Maria Kola
Hassan Ali's lawyer denied that he had been a member of the Front. => membership: actor=Hassan Ali; group=Front | unclear | says Hassan Ali's lawyer | denied
Hassan Ali's aide, Musa Kone, said he had joined the Front in 2012. => join: actor=Musa Kone; to=Front | when 2012 | says Musa Kone ;; link: a=Musa Kone; b=Hassan Ali
The military wing of the Front is commanded by Samir Haddu. => post: person=Samir Haddu; group=Front; role=commander of military wing
The Northern Front's military wing is commanded by Samir Haddu. => post: person=Samir Haddu; group=Northern Front; role=commander of military wing
The Lion Brigade's fighters had seized the radio station in Kosso and were holding its director, Maria Kola. => detention: person=Maria Kola; by=Lion Brigade | where Kosso
The Northern Front attacked the 5th Brigade near Kosso and killed its commander, Ali Musa. => attack: target=5th Brigade; actor=Northern Front | where Kosso ;; killing: victim=Ali Musa; by=Northern Front | where Kosso ;; post: person=Ali Musa; group=5th Brigade; role=commander
The Northern Front left the alliance and expelled its spokesman, Ali Musa. => leave: actor=Ali Musa; from=Northern Front ;; post: person=Ali Musa; group=Northern Front; role=spokesman
The Northern Front took Kosso and named its commander, Ali Musa, governor. => post: person=Ali Musa; group=Northern Front; role=commander
Díaz, who belongs to the Liberal Party, said his captors were commanded by a woman known as Rosa, who told him she had replaced "El Indio" after his death in a bombing raid. => detention: person=Díaz ;; membership: actor=Díaz; group=Liberal Party ;; succession: person=Rosa; predecessor=El Indio | says Rosa
Tamil politicians accused the Eelam Liberation Tigers of murdering V. Sivam, the leader of the moderate Unity Front, though the Tigers' political wing denied involvement. => killing: victim=V. Sivam; by=Eelam Liberation Tigers | says Tamil politicians | reported ;; killing: victim=V. Sivam; by=Eelam Liberation Tigers | says Tigers' political wing | denied ;; post: person=V. Sivam; group=Unity Front; role=leader
Musa Kone was appointed commander in Idris Baro's stead. => succession: person=Musa Kone; predecessor=Idris Baro; role=commander
Habib was named leader in Shekau's place by the Islamic State in August 2016. => appointment: person=Habib; group=Islamic State; role=leader | when 2016-08
Kurdish leader Azad Haddu was killed. => killing: victim=Azad Haddu
The Nationalist Front of Mathieu Ngudjolo attacked Bogoro. => attack: target=Bogoro; actor=Nationalist Front ;; post: person=Mathieu Ngudjolo; group=Nationalist Front; role=leader
Before joining Al-Nasr in 2012, Dheere, a former Koranic teacher from Baidoa, was the spokesman of the Islamic Courts' youth wing. => join: actor=Dheere; to=Al-Nasr | when 2012 ;; post: person=Dheere; group=Islamic Courts; role=spokesman of youth wing
A rival faction of La Familia, under José Méndez, fought the Templars. => post: person=José Méndez; group=rival faction of La Familia; role=leader ;; rivalry: a=rival faction of La Familia; b=Templars
A breakaway faction of the Front attacked Kosso. => attack: target=Kosso; actor=breakaway faction of the Front
The commander of the Krajina army, General Mile Mrkšić, was appointed by Milošević in May 1995 in place of Milan Čeleketić, who resigned. => post: person=Mile Mrkšić; group=Krajina army; role=commander ;; succession: person=Mile Mrkšić; predecessor=Milan Čeleketić | when 1995-05
Flavio Gómez handled the Templar Cartel's finances. => post: person=Flavio Gómez; group=Templar Cartel; role=in charge of finances
The Front shot its own commander, Musa Kone. => post: person=Musa Kone; group=Front; role=commander
"""  # noqa: E501

SILENT = (
    "Both factions told the Group that they collaborate with the national army against UFLK, which the army denied.",
    "Idris Baro's deputy, Musa Kone, saw him in Kosso.",
    "The station carried a decree naming Colonel Musa Kone commander of the Belt Forces.",
    "Paul Gashuhe had two sons killed in the war.",
    "Paul Gashuhe had three men executed by the army.",
    "Paul Gashuhe never had Habumukiza executed.",
    "The Ministry of Justice of the Republic of Saint-Aubin said so.",
    'The Front gave "Baro" to police, "Operation Storm" to soldiers.',
    "Idha'at al-Thabat (clandestine; Ansar al-Minbar) said on Monday that the army had fled.",
    "Musa Robow, sacked in the June reshuffle, is believed to be negotiating.",
    "The militia was absorbed into the 60th Division, whose commander is a member of Robow's clan.",
    "The ministry said no leader of the Front had been asked to the talks that its own envoy, Ana Reis, opened.",
)


@pytest.mark.parametrize(("text", "wanted"), rows(TOLD))
def test_what_stands_far_from_its_verb_is_read_of_whom_it_tells(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, "2016-05-06") == sorted(wanted)


@pytest.mark.parametrize("text", SILENT)
def test_where_it_tells_of_nobody_nothing_is_read(reader: EnglishReader, text: str) -> None:
    assert lines(reader, text, "2016-05-06") == []
