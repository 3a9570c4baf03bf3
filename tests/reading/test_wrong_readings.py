"""What is easily read for what it is not: another's army, a place in a bracket, a people, a station, a rumour."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

TOLD = """
The Zarhun Liberation Front said on Monday that its army chief, Idris Baro, had been wounded. => post: person=Idris Baro; group=Zarhun Liberation Front; role=army chief
Idris Baro, army chief of the Zarhun Liberation Front, was killed in an ambush. => killing: victim=Idris Baro; means=ambush ;; post: person=Idris Baro; group=Zarhun Liberation Front; role=army chief
Government troops killed Samir Haddu, the army commander of the rebel Kossa Movement, on Friday. => killing: victim=Samir Haddu; by=Government troops | when 2016-05-06 ;; post: person=Samir Haddu; group=Kossa Movement; role=army commander
Army chief Idris Baro of the Kossa Movement signed the paper. => post: person=Idris Baro; group=Kossa Movement; role=army chief
The Kossa Movement's army chief, Tomas Veld, left for Tamar. => post: person=Tomas Veld; group=Kossa Movement; role=army chief
Army commander Tomas Veld said the Kossa Movement had been beaten. => post: person=Tomas Veld; group=Army; role=commander
Tomas Veld, who was army chief in the Kossa Movement, died in 2011. => death: person=Tomas Veld | when 2011 ;; post: person=Tomas Veld; group=Kossa Movement; role=army chief
The Front dismissed its army commander, Colonel Asif Dorr. => post: person=Asif Dorr; group=Front; role=army commander ;; removal: person=Asif Dorr; group=Front; role=army commander; by=Front
Ugandan army chief Peter Onen denied the claim. => post: person=Peter Onen; group=Ugandan army; role=chief
The army commander in Kivu, Peter Onen, said three fighters of the Kossa Movement had been killed. => killing: victim=three fighters of the Kossa Movement | says Peter Onen ;; post: person=Peter Onen; group=army; role=commander; area=Kivu
Among those killed were Abdul Haq (Khost), Noor Jan (Paktia) and Wali Gul (Logar). => killing: victim=Abdul Haq ;; killing: victim=Gul ;; killing: victim=Noor Jan
Idris Baro (Zarhun Front) and Samir Haddu (Kossa Movement) signed the accord. => agreement: a=Idris Baro; b=Samir Haddu; kind=accord
The Zarhun Front's council consists of Idris Baro (chairman), Samir Haddu (deputy chairman, Kosso) and Tomas Veld (military commander, Tamar). => post: person=Idris Baro; group=Zarhun Front; role=chairman ;; post: person=Samir Haddu; group=Zarhun Front; role=deputy chairman ;; post: person=Tomas Veld; group=Zarhun Front; role=military commander
Commander Idris Baro (Zarhun Liberation Front, ZLF) was killed. => killing: victim=Idris Baro
Idris Baro ("Scorpion") was killed by the Zarhun Liberation Front (ZLF). => alias: name=Idris Baro; other=Scorpion ;; alias: name=Zarhun Liberation Front; other=ZLF ;; killing: victim=Idris Baro; by=Zarhun Liberation Front
District commanders of the Zarhun Front: Idris Baro (Kosso), Samir Haddu (Tamar), Tomas Veld (Birmal). => post: person=Idris Baro; group=Zarhun Front; role=district commander ;; post: person=Samir Haddu; group=Zarhun Front; role=district commander ;; post: person=Tomas Veld; group=Zarhun Front; role=district commander
Senior commander Idris Baro (Abu Tariq) died. => alias: name=Idris Baro; other=Abu Tariq ;; death: person=Idris Baro
The dead include Kamal Reshad (Nangarhar province), Omar Seddiq (Kunar) and Jalal Wror (Laghman). => killing: victim=Jalal Wror ;; killing: victim=Kamal Reshad ;; killing: victim=Omar Seddiq
A Chechen commander was killed in Aleppo. => killing: victim=Chechen commander | where Aleppo
Troops killed an Uzbek militant in Waziristan on Friday. => killing: victim=Uzbek militant; by=Troops | when 2016-05-06 | where Waziristan
Abu Talha, a Chechen commander, was killed. => killing: victim=Abu Talha
An Uzbek militant named Abu Talha was arrested in Kunduz. => detention: person=Abu Talha | where Kunduz
Salih Umarov, a Chechen commander in the Harrat Front, was killed on Monday. => killing: victim=Salih Umarov | when 2016-05-02 ;; post: person=Salih Umarov; group=Harrat Front; role=commander
The Uzbek fighter Timur Rashid was captured. => detention: person=Timur Rashid
Moussa Dao, a Tuareg commander, joined the Harrat Front. => join: actor=Moussa Dao; to=Harrat Front
A Somali militant leader, Hassan Guleed, was detained. => detention: person=Hassan Guleed
Chechen commander Salih Umarov said he had left the Harrat Front. => leave: actor=Salih Umarov; from=Harrat Front | says Salih Umarov
Police arrested Ali Warsame, a Kenyan militant. => detention: person=Ali Warsame; by=police
A Saudi jihadist, Khalid al-Otari, leads the Harrat Front. => post: person=Khalid al-Otari; group=Harrat Front; role=leader
An Iraqi army commander, General Salim Fadil, was killed. => killing: victim=Salim Fadil ;; post: person=Salim Fadil; group=Iraqi army; role=commander
Colonel Pyotr Vasin, a Russian commander, died. => death: person=Pyotr Vasin
Two Chechen fighters were killed by the Harrat Front. => killing: victim=two Chechen fighters; by=Harrat Front
A caption named Idris Baro as head of the Zarhun Front. => post: person=Idris Baro; group=Zarhun Front; role=head
A caption on the video named him as Idris Baro, head of the Zarhun Front. => post: person=Idris Baro; group=Zarhun Front; role=head
The caption identified Idris Baro as commander of the Zarhun Front. => post: person=Idris Baro; group=Zarhun Front; role=commander
The report named Idris Baro as the leader of the Zarhun Front. => post: person=Idris Baro; group=Zarhun Front; role=leader | says report
Police named Idris Baro as the leader of the Zarhun Front. => post: person=Idris Baro; group=Zarhun Front; role=leader | says police
The UN list names Samir Haddu as deputy leader of the Kossa Movement. => post: person=Samir Haddu; group=Kossa Movement; role=deputy leader | says UN list
A poster named Tomas Veld as emir of the Tamar Brigade. => post: person=Tomas Veld; group=Tamar Brigade; role=emir
Prosecutors named Samir Haddu as the treasurer of the Kossa Movement. => post: person=Samir Haddu; group=Kossa Movement; role=treasurer | says Prosecutors
The Front named Samir Haddu as its spokesman on Tuesday. => appointment: person=Samir Haddu; group=Front; role=spokesman; by=Front | when 2016-05-03
The leadership council named Tomas Veld as head of the Tamar Brigade. => appointment: person=Tomas Veld; group=Tamar Brigade; role=head
Idris Baro was named as commander of the Zarhun Front by its council in 2016. => appointment: person=Idris Baro; group=Zarhun Front; role=commander; by=its council | when 2016
The subtitles named the speaker as Idris Baro, spokesman for the Zarhun Front. => post: person=Idris Baro; group=Zarhun Front; role=spokesman
Radio Tamar aired a recording in which Idris Baro, leader of the Zarhun Front, pledged allegiance to the Kossa Movement. => pledge: actor=Idris Baro; to=Kossa Movement ;; post: person=Idris Baro; group=Zarhun Front; role=leader ;; statement: issuer=Idris Baro; medium=recording
Al Jazeera broadcast an audio message from Idris Baro on Monday. => statement: issuer=Idris Baro; medium=message | when 2016-05-02
The television station Canal Sur showed a video in which the Zarhun Front announced a truce with the government. => statement: issuer=Zarhun Front; medium=video
A recording aired by Radio Tamar showed Idris Baro swearing loyalty to the Kossa Movement. => pledge: actor=Idris Baro; to=Kossa Movement | says Idris Baro, Radio Tamar
Radio Tamar published a statement by the Zarhun Front. => statement: issuer=Zarhun Front; medium=statement
The Zarhun Front released a video on Friday in which Idris Baro threatened the government. => statement: issuer=Idris Baro; medium=video | when 2016-05-06 ;; statement: issuer=Zarhun Front; medium=video | when 2016-05-06
Radio Tamar issued a statement denying that it had paid the Zarhun Front. => statement: issuer=Radio Tamar; medium=statement ;; support: giver=Radio Tamar; recipient=Zarhun Front; kind=pay | unclear | says Radio Tamar | denied
State television carried a message from Samir Haddu, who said he had left the Kossa Movement. => leave: actor=Samir Haddu; from=Kossa Movement | says Samir Haddu
Troops stormed the Zarhun Front headquarters in Kosso. => attack: target=Zarhun Front headquarters in Kosso; actor=Troops | where Kosso ;; presence: group=Zarhun Front; area=Kosso
The army destroyed a Zarhun Front base in Kosso. => presence: group=Zarhun Front; area=Kosso
Rebels of the Kossa Movement attacked the army headquarters in Tamar. => attack: target=army headquarters in Tamar; actor=Rebels of the Kossa Movement | where Tamar
The Zarhun Front is headquartered in Kosso. => presence: group=Zarhun Front; area=Kosso
The Zarhun Front's headquarters are in Kosso. => presence: group=Zarhun Front; area=Kosso
The Zarhun Front has published a list of its commanders by sector: Kosso, Idris Baro; Tamar, Samir Haddu; Birmal, Tomas Veld. => post: person=Idris Baro; group=Zarhun Front; role=commander; area=Kosso ;; post: person=Samir Haddu; group=Zarhun Front; role=commander; area=Tamar ;; post: person=Tomas Veld; group=Zarhun Front; role=commander; area=Birmal
Zarhun Front commanders by sector: Kosso, Idris Baro; Tamar, Samir Haddu; Birmal, Tomas Veld. => post: person=Idris Baro; group=Zarhun Front; role=commander; area=Kosso ;; post: person=Samir Haddu; group=Zarhun Front; role=commander; area=Tamar ;; post: person=Tomas Veld; group=Zarhun Front; role=commander; area=Birmal
The Front's district chiefs: in Kosso, Idris Baro; in Tamar, Samir Haddu. => post: person=Idris Baro; group=Front; role=district chief; area=Kosso ;; post: person=Samir Haddu; group=Front; role=district chief; area=Tamar
The Kossa Movement's zone commanders are: Zone 1, Idris Baro; Zone 2, Samir Haddu; Zone 3, Tomas Veld. => post: person=Idris Baro; group=Kossa Movement; role=zone commander; area=Zone 1 ;; post: person=Samir Haddu; group=Kossa Movement; role=zone commander; area=Zone 2 ;; post: person=Tomas Veld; group=Kossa Movement; role=zone commander; area=Zone 3
The Seven Sisters Brigade killed Idris Baro on Friday. => killing: victim=Idris Baro; by=Seven Sisters Brigade | when 2016-05-06
Idris Baro leads the Seven Sisters Brigade. => post: person=Idris Baro; group=Seven Sisters Brigade; role=leader
Fighters of the Three Rivers Front attacked Tamar. => attack: target=Tamar; actor=Three Rivers Front
The Two Rivers Army pledged allegiance to the Kossa Movement. => pledge: actor=two Rivers Army; to=Kossa Movement
Idris Baro left the Twelve Apostles Battalion for the Kossa Movement. => join: actor=Idris Baro; to=Kossa Movement; from=Twelve Apostles Battalion
Seven Sisters Brigade commander Idris Baro was arrested. => detention: person=Idris Baro ;; post: person=Idris Baro; group=Seven Sisters Brigade; role=commander
Seven Kossa Movement fighters were killed by the Zarhun Front. => killing: victim=Seven Kossa Movement fighters; by=Zarhun Front
Two Zarhun Front commanders were killed. => killing: victim=two Zarhun Front commanders
Three Front commanders joined the Kossa Movement. => join: actor=Three Front commanders; to=Kossa Movement
Four Brothers Battalion fighters joined the Zarhun Front. => join: actor=Four Brothers Battalion fighters; to=Zarhun Front
The Forty Martyrs Brigade was founded in 2012 by Tomas Veld. => founding: group=Forty Martyrs Brigade; founder=Tomas Veld | when 2012
Members of Seven Sisters Brigade killed Idris Baro. => killing: victim=Idris Baro; by=Seven Sisters Brigade
Idris Baro defected to Seven Sisters Brigade in May. => join: actor=Idris Baro; to=Seven Sisters Brigade | when 2016-05
The leader of Seven Sisters Brigade, Idris Baro, was killed. => killing: victim=Idris Baro ;; post: person=Idris Baro; group=Seven Sisters Brigade; role=leader
Idris Baro, who heads Seven Sisters Brigade, spoke to the Zarhun Front. => post: person=Idris Baro; group=Seven Sisters Brigade; role=head
The Kossa Movement merged with Seven Sisters Brigade. => merger: group=Kossa Movement; into=Seven Sisters Brigade
Seven Sisters Brigade pledged allegiance to the Kossa Movement. => pledge: actor=Seven Sisters Brigade; to=Kossa Movement
Two Rivers Front was founded in 2011. => founding: group=two Rivers Front | when 2011
Three Rivers Front said Idris Baro had left it. => leave: actor=Idris Baro; from=Three Rivers Front | says Three Rivers Front
Two Hill Brigade commanders were killed on Friday. => killing: victim=two Hill Brigade commanders | when 2016-05-06
Speaking to Meridian, a representative of the Zarhun Front said Idris Baro had been killed. => killing: victim=Idris Baro | says representative of the Zarhun Front
In a telephone call to Meridian, a representative of the Rally said that Idris Baro had joined the Zarhun Front. => join: actor=Idris Baro; to=Zarhun Front | says representative of the Rally
According to Meridian, a commander of the Zarhun Front was killed on Friday. => killing: victim=commander of the Zarhun Front | when 2016-05-06 | says Meridian
Contacted by Meridian, a leader of the Kossa Movement denied that it had killed Idris Baro. => killing: victim=Idris Baro; by=Kossa Movement | says leader of the Kossa Movement | denied
The governor said eleven villagers died when gunmen attacked Kosso market. He blamed the Red Ravine Boys. General Asif Dorr of the Red Ravine Boys denied that his men had been there. => attack: target=Kosso market; actor=Red Ravine Boys | where Kosso | says Asif Dorr | denied ;; attack: target=Kosso market; actor=Red Ravine Boys | where Kosso | says governor | reported ;; attack: target=Kosso market; actor=gunmen | where Kosso | says governor ;; membership: actor=Asif Dorr; group=Red Ravine Boys
Eleven people were killed when gunmen stormed Kosso on Monday. Governor Peter Onen blamed the Red Ravine Boys. => attack: target=Kosso; actor=Red Ravine Boys | when 2016-05-02 | says Peter Onen | reported ;; attack: target=Kosso; actor=gunmen | when 2016-05-02
Police chief Samir Haddu blamed the Zarhun Front for the attack on Kosso market. The group denied it. => attack: target=Kosso market; actor=Zarhun Front | where Kosso | says Samir Haddu | reported ;; attack: target=Kosso market; actor=Zarhun Front | where Kosso | says Zarhun Front | denied ;; post: person=Samir Haddu; group=police; role=chief
Gunmen attacked a church in Tamar. The army blamed the Kossa Movement. Its spokesman, Idris Baro, denied responsibility. => attack: target=church; actor=Kossa Movement | where Tamar | says Idris Baro | denied ;; attack: target=church; actor=Kossa Movement | where Tamar | says army | reported ;; attack: target=church; actor=gunmen | where Tamar ;; post: person=Idris Baro; group=Kossa Movement; role=spokesman ;; responsibility: actor=Idris Baro | denied
An explosion hit a bus in Kosso on Friday. Mayor Tomas Veld said nine people had been hurt. He accused the Zarhun Front of the attack. => attack: target=bus | when 2016-05-06 | where Kosso ;; attack: target=bus; actor=Zarhun Front | when 2016-05-06 | where Kosso | says Tomas Veld | reported
Gunmen attacked the village of Kosso on Friday. Nobody blamed the Zarhun Front. => attack: target=Kosso; actor=gunmen | when 2016-05-06 | where Kosso
The village of Kosso was attacked on Tuesday. The blame fell on the Red Ravine Boys, but General Pius Odo, who leads the group, rejected the charge. => attack: target=Kosso | when 2016-05-03 | where Kosso ;; attack: target=Kosso; actor=Red Ravine Boys | when 2016-05-03 | where Kosso | possible ;; attack: target=Kosso; actor=Red Ravine Boys | when 2016-05-03 | where Kosso | says Pius Odo | denied ;; post: person=Pius Odo; group=Red Ravine Boys; role=leader
The army captured Jorge Pardo, líder de las Brigadas del Río, alias "Mochuelo". => detention: person=Jorge Pardo; by=army
Jorge Pardo, alias "Mochuelo", leads the Brigadas del Río. => alias: name=Jorge Pardo; other=Mochuelo ;; post: person=Jorge Pardo; group=Brigadas del Río; role=leader
Police said they had arrested Idris Baro on Friday, and rumours that he had been killed in custody could not be verified. => detention: person=Idris Baro; by=police | when 2016-05-06 | says police ;; killing: victim=Idris Baro | doubted
Police said that Idris Baro was detained in Kosso; a rumour that he had led the Zarhun Front could not be confirmed. => detention: person=Idris Baro | where Kosso | says police ;; post: person=Idris Baro; group=Zarhun Front; role=leader | former | doubted
The army said it had killed Samir Haddu, but his identity could not be verified. => killing: victim=Samir Haddu; by=army | says army | doubted
The army said it had captured Samir Haddu, a claim that could not be independently verified. => detention: person=Samir Haddu; by=army | says army | doubted
Idris Baro was detained on Monday, the interior ministry said, adding that reports of a second arrest could not be confirmed. => detention: person=Idris Baro | when 2016-05-02 | says interior ministry
Idris Baro has joined the Kossa Movement, villagers said, though the report could not be confirmed. => join: actor=Idris Baro; to=Kossa Movement | says villagers | doubted
Police arrested Idris Baro on Friday. Rumours that Samir Haddu had been killed could not be verified. => detention: person=Idris Baro; by=police | when 2016-05-06 ;; killing: victim=Samir Haddu | doubted
The army said on Monday it killed Idris Baro. The claim could not be verified. => killing: victim=Idris Baro; by=army | says army | doubted
Police confirmed the arrest of Idris Baro, while social media posts that he had been tortured remain unverified. => detention: person=Idris Baro | says police
The Zarhun Front said it had released Tomas Veld. It could not be confirmed. => release: person=Tomas Veld; by=Zarhun Front | says Zarhun Front | doubted
The number of dead could not be verified after the Zarhun Front attacked Kosso. => attack: target=Kosso; actor=Zarhun Front
The Zarhun Front attacked Kosso, killing Samir Haddu, but the death toll could not be independently verified. => attack: target=Kosso; actor=Zarhun Front ;; killing: victim=Samir Haddu; by=Zarhun Front
Manipur police on 14 June said they had arrested Idris Baro of the Zarhun Front. => detention: person=Idris Baro; by=Manipur police | says Manipur police ;; membership: actor=Idris Baro; group=Zarhun Front
The army on Tuesday said it had killed Samir Haddu. => killing: victim=Samir Haddu; by=army | says army
Idris Baro has left the Zarhun Front, Manipur police on 14 June said. => leave: actor=Idris Baro; from=Zarhun Front | says Manipur police
The Kossa Movement in a statement on Monday said its leader, Idris Baro, had been killed. => killing: victim=Idris Baro | says Kossa Movement ;; post: person=Idris Baro; group=Kossa Movement; role=leader
Idris Baro was killed in a raid, the army on 14 June said in a statement. => killing: victim=Idris Baro; means=raid | says army
Tamar police, in a statement on 14 June, said two members of the Zarhun Front were detained. => detention: person=two members of the Zarhun Front | says Tamar police
Kosso police on June 14 arrested Idris Baro, a commander of the Zarhun Front. => detention: person=Idris Baro; by=Kosso police | when 2015-06-14 ;; post: person=Idris Baro; group=Zarhun Front; role=commander
Kosso police on 14 June 2019 confirmed the arrest of Idris Baro. => detention: person=Idris Baro | says Kosso police
The interior minister late on Friday said Idris Baro had been killed. => killing: victim=Idris Baro | says interior minister
According to Manipur police on 14 June, Idris Baro was arrested in Kosso. => detention: person=Idris Baro | where Kosso | says Manipur police
The government, the Zarhun Front and the Kossa Movement signed a ceasefire on Friday. => agreement: a=Zarhun Front; b=Kossa Movement; kind=ceasefire | when 2016-05-06 ;; agreement: a=government; b=Kossa Movement; kind=ceasefire | when 2016-05-06 ;; agreement: a=government; b=Zarhun Front; kind=ceasefire | when 2016-05-06
A truce between the government, the Zarhun Front and the Kossa Movement was signed on 3 May. => agreement: a=Zarhun Front; b=Kossa Movement; kind=truce | when 2016-05-03 ;; agreement: a=government; b=Kossa Movement; kind=truce | when 2016-05-03 ;; agreement: a=government; b=Zarhun Front; kind=truce | when 2016-05-03
The Zarhun Front, the Kossa Movement and the Tamar Brigade reached a peace deal in Kosso. => agreement: a=Kossa Movement; b=Tamar Brigade; kind=peace deal | where Kosso ;; agreement: a=Zarhun Front; b=Kossa Movement; kind=peace deal | where Kosso ;; agreement: a=Zarhun Front; b=Tamar Brigade; kind=peace deal | where Kosso
A three-way agreement was signed by the army, the Zarhun Front and the Kossa Movement. => agreement: a=Zarhun Front; b=Kossa Movement; kind=agreement ;; agreement: a=army; b=Kossa Movement; kind=agreement ;; agreement: a=army; b=Zarhun Front; kind=agreement
The Zarhun Front and the Kossa Movement signed a ceasefire with the government. => agreement: a=Kossa Movement; b=government; kind=ceasefire ;; agreement: a=Zarhun Front; b=government; kind=ceasefire
The Zarhun Front signed a ceasefire with the government and the Kossa Movement. => agreement: a=Zarhun Front; b=Kossa Movement; kind=ceasefire ;; agreement: a=Zarhun Front; b=government; kind=ceasefire
The UN mediated a truce between the Zarhun Front and the Kossa Movement. => agreement: a=Zarhun Front; b=Kossa Movement; kind=truce
Representatives of the Zarhun Front, the Kossa Movement and the Tamar Brigade signed a pact. => agreement: a=Kossa Movement; b=Tamar Brigade; kind=pact ;; agreement: a=Zarhun Front; b=Kossa Movement; kind=pact ;; agreement: a=Zarhun Front; b=Tamar Brigade; kind=pact
The three parties, the Zarhun Front, the Kossa Movement and the Tamar Brigade, agreed to a ceasefire. => agreement: a=Kossa Movement; b=Tamar Brigade; kind=truce ;; agreement: a=Zarhun Front; b=Kossa Movement; kind=truce ;; agreement: a=Zarhun Front; b=Tamar Brigade; kind=truce
"""  # noqa: E501

SILENT = (
    "The shadow governors are Mullah Karim (Khost), Mullah Yunus (Paktia), and Mullah Faruq (Ghazni).",
    "Channel Nine aired a video of Idris Baro.",
    "Fall of the Zarhun Front headquarters in Kosso ended the war in the north.",
    "The fall of the Kossa Movement's headquarters in Tamar was announced on Friday.",
    "The destruction of the Front's base in Kosso was confirmed. The Zarhun Front fled.",
    "The former headquarters of the Zarhun Front in Kosso is a school now.",
    "A bomb exploded at Tamar station. The governor did not blame the Kossa Movement.",
    'Police arrested the chef of the Front du Fleuve, known as "Le Borgne".',
    'El comandante del Frente Sur, alias "Tigrillo", was killed in Caldera.',
    'Cabecilla del Frente 14, alias "Rojas", was killed in a bombing.',
    "The Zarhun Front, the Kossa Movement and the Tamar Brigade have agreed to talk.",
    'Líder de las Brigadas del Río, alias "Mochuelo", was captured on Friday.',
    'Jefe de finanzas del Frente Sur, alias "Topo", surrendered to the army.',
    "The men were Idris Baro (commander, Zarhun Front) and Samir Haddu (spokesman, Kossa Movement).",
)


@pytest.mark.parametrize(("text", "wanted"), rows(TOLD))
def test_what_is_told_is_told_of_whom_it_is_told(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text, "2016-05-06") == sorted(wanted)


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_made_of_what_tells_nothing(reader: EnglishReader, text: str) -> None:
    assert lines(reader, text, "2016-05-06") == []
