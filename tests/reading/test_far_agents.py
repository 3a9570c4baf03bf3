"""Who is not meant: the companion of a victim, the body behind `of`, whoever only stands nearest to the verb."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

TOLD = """
Idris Baro was killed with his wife in Kosso. => killing: victim=Idris Baro | where Kosso
Idris Baro was killed with all 13 of his followers when commandos stormed the residence. => killing: victim=Idris Baro; by=commandos
Tomas Veld met Idris Baro, and Samir Haddu was hanged with him. => killing: victim=Samir Haddu; means=hanged
Idris Baro was hanged with Samir Haddu, leader of the Zarhun Front. => killing: victim=Idris Baro; means=hanged ;; post: person=Samir Haddu; group=Zarhun Front; role=leader
Idris Baro was killed in Kosso with four members of the Zarhun Front. => killing: victim=Idris Baro | where Kosso
Idris Baro died with dozens of his fighters in an air strike. => killing: victim=Idris Baro; means=air strike
Idris Baro was killed in an air strike with eight Zarhun Front fighters. => killing: victim=Idris Baro; means=air strike
Idris Baro was killed in a firefight with eight Zarhun Front fighters. => killing: victim=Idris Baro; by=Zarhun Front; means=firefight
Idris Baro was killed in fighting last week with the Zarhun Front. => killing: victim=Idris Baro; by=Zarhun Front; means=fighting | when 2016-04-25/2016-05-01
Idris Baro died in a clash in Kosso with the Zarhun Front. => killing: victim=Idris Baro; by=Zarhun Front; means=clash | where Kosso
Idris Baro was killed in Kosso in a gun battle with police. => killing: victim=Idris Baro; by=police; means=gun battle | where Kosso
Idris Baro, the former deputy of the Kossa Movement who had fled to the Zarhun Front, was killed. => join: actor=Idris Baro; to=Zarhun Front ;; killing: victim=Idris Baro ;; post: person=Idris Baro; group=Kossa Movement; role=deputy | former
A spokesman for the Kossa Movement who was arrested in Tamar has joined the Zarhun Front. => detention: person=spokesman | where Tamar ;; join: actor=spokesman; to=Zarhun Front; from=Kossa Movement
Idris Baro was the only leader of the Kossa Movement who joined the Zarhun Front. => join: actor=Idris Baro; to=Zarhun Front ;; post: person=Idris Baro; group=Kossa Movement; role=leader
Fighters of the Kossa Movement who were arrested in Tamar have joined the Zarhun Front. => detention: person=fighters of the Kossa Movement | where Tamar ;; join: actor=fighters of the Kossa Movement; to=Zarhun Front; from=Kossa Movement
Idris Baro set up the Tamar Brigade with help from the Kossa Movement of Samir Haddu. => founding: group=Tamar Brigade; founder=Idris Baro ;; post: person=Samir Haddu; group=Kossa Movement; role=leader ;; support: giver=Kossa Movement; recipient=Tamar Brigade; kind=help
Idris Baro, leader of the Zarhun Front until the coup led by Samir Haddu, founded the Kossa Movement. => founding: group=Kossa Movement; founder=Idris Baro ;; post: person=Idris Baro; group=Zarhun Front; role=leader | former
Idris Baro, leader of the Zarhun Front until his arrest in 2003, founded the Kossa Movement. => detention: person=Idris Baro | when 2003 ;; founding: group=Kossa Movement; founder=Idris Baro ;; post: person=Idris Baro; group=Zarhun Front; role=leader | when ../2003 | former
Idris Baro, who was leader of the Zarhun Front until 2003, founded the Kossa Movement. => founding: group=Kossa Movement; founder=Idris Baro ;; post: person=Idris Baro; group=Zarhun Front; role=leader | when ../2003 | former
Idris Baro, a member of the Zarhun Front until the coup, founded the Kossa Movement. => founding: group=Kossa Movement; founder=Idris Baro ;; membership: actor=Idris Baro; group=Zarhun Front | former
Idris Baro is leader of the Zarhun Front until a congress is held. => post: person=Idris Baro; group=Zarhun Front; role=leader
Idris Baro, commander of the Black Wolves unit, was killed. => killing: victim=Idris Baro ;; post: person=Idris Baro; group=Black Wolves; role=commander
Idris Baro, head of the Zarhun Front military wing, was killed. => killing: victim=Idris Baro ;; post: person=Idris Baro; group=Zarhun Front; role=head of military wing
Idris Baro was convicted of ordering attacks on Kosso and Tamar as a leader of the Zarhun Front alongside Samir Haddu. => attack: target=Kosso; actor=Idris Baro ;; attack: target=Tamar; actor=Idris Baro ;; post: person=Idris Baro; group=Zarhun Front; role=leader
The Zarhun Front has new leaders, with Idris Baro as its emir and Samir Haddu as deputy. => post: person=Idris Baro; group=Zarhun Front; role=emir ;; post: person=Samir Haddu; group=Zarhun Front; role=deputy
Haddu fighters loyal to Elias Haddu shot dead Tomas Veld on the road to Tamar. => killing: victim=Tomas Veld; by=Haddu; means=shot
Samir Haddu's deputy, Idris Baro, was wounded in the leg by police, and a year later he appeared in a video. => statement: issuer=Idris Baro; medium=video
Idris Baro's lawyer, Samir Haddu, said that he had been arrested in Kosso. => detention: person=Idris Baro | where Kosso | says Samir Haddu
Idris Baro, whom officials described as the planner of the bombing of the UN house in Abuja, had led the group for a while. => attack: target=UN house in Abuja | where Abuja | says officials
Idris Baro, from whose movement Samir Haddu split in 2005, accused the Kossa Movement of having killed Tomas Veld. => killing: victim=Tomas Veld; by=Kossa Movement | says Idris Baro | reported
The Zarhun Front, which had seized Idris Baro in May, handed him over to the Red Cross. => detention: person=Idris Baro; by=Zarhun Front | when 2016-05 ;; release: person=Idris Baro; by=Zarhun Front
The Zarhun Front, which had seized Idris Baro in May, handed him over to the intelligence chief, Tomas Veld. => detention: person=Idris Baro; by=Zarhun Front | when 2016-05
Idris Baro, whom the Zarhun Front had seized in May, was handed to Kenya by the Kossa Movement. => detention: person=Idris Baro; by=Zarhun Front | when 2016-05
Idris Baro, whom the Zarhun Front had seized in May, was handed over to his family. => detention: person=Idris Baro; by=Zarhun Front | when 2016-05 ;; release: person=Idris Baro
Idris Baro was found dead weeks after an investigator, Tomas Veld, questioned him about the murder of Samir Haddu. => killing: victim=Samir Haddu
Idris Baro questioned the killing of Tomas Veld by the Zarhun Front. => killing: victim=Tomas Veld; by=Zarhun Front | says Idris Baro | doubted
Idris Baro, a commander from Kosso, joined the Zarhun Front. => join: actor=Idris Baro; to=Zarhun Front
Idris Baro, a commander from the Zarhun Front, was killed. => killing: victim=Idris Baro ;; post: person=Idris Baro; group=Zarhun Front; role=commander
The Zarhun Front merged with the Kossa Movement into the Tamar Army in 2012. => merger: group=Kossa Movement; into=Tamar Army | when 2012 ;; merger: group=Zarhun Front; into=Tamar Army | when 2012
The Zarhun Front merged with the Kossa Movement in 2012. => merger: group=Zarhun Front; into=Kossa Movement | when 2012
Idris Baro, the Zarhun Front's chief of intelligence, was killed. => killing: victim=Idris Baro ;; post: person=Idris Baro; group=Zarhun Front; role=chief of intelligence
Idris Baro, the Zarhun Front's head of operations, was killed. => killing: victim=Idris Baro ;; post: person=Idris Baro; group=Zarhun Front; role=head of operations
Idris Baro, whose cousin and former commander Samir Haddu he arrested in 2013, was freed. => detention: person=Samir Haddu; by=Idris Baro | when 2013 ;; release: person=Idris Baro
The Zarhun Front arrested his brother and deputy Samir Haddu. => detention: person=Samir Haddu; by=Zarhun Front ;; post: person=Samir Haddu; group=Zarhun Front; role=deputy
The Zarhun Front killed his wife and daughter Salma Haddu. => killing: victim=Salma Haddu; by=Zarhun Front ;; killing: victim=his wife; by=Zarhun Front
The Zarhun Front killed a journalist and the commander Samir Haddu. => killing: victim=Samir Haddu; by=Zarhun Front ;; killing: victim=journalist; by=Zarhun Front ;; post: person=Samir Haddu; group=Zarhun Front; role=commander
Idris Baro had handed the Zarhun Front to Samir Haddu, under whom, a UN panel believes, it received money from the Kossa Movement. => appointment: person=Samir Haddu; group=Zarhun Front; role=leader; by=Idris Baro ;; support: giver=Kossa Movement; recipient=Zarhun Front; kind=money | says UN panel | likely
Idris Baro joined the Zarhun Front, which, analysts believe, received money from the Kossa Movement. => join: actor=Idris Baro; to=Zarhun Front ;; support: giver=Kossa Movement; recipient=Zarhun Front; kind=money | says analysts | likely
Idris Baro, analysts believe, joined the Zarhun Front. => join: actor=Idris Baro; to=Zarhun Front | says analysts | likely
Idris Baro, once Samir Haddu's negotiator in Rome, was expelled from the Kossa Movement in 2000. => leave: actor=Idris Baro; from=Kossa Movement | when 2000
Idris Baro, then the Kossa Movement's envoy in Rome, was arrested in 2000. => detention: person=Idris Baro | when 2000 ;; post: person=Idris Baro; group=Kossa Movement; role=envoy; area=Rome | when 2000
Idris Baro, whom the United States designated in August 2015 as commander of the Zarhun Front, was killed. => designation: target=Idris Baro; by=United States | when 2015-08 ;; killing: victim=Idris Baro
The Zarhun Front designated Idris Baro as commander of Kosso in August 2015. => appointment: person=Idris Baro; group=Kosso; role=commander; by=Zarhun Front | when 2015-08
Idris Baro, a leader of the Zarhun Front, was killed, according to General Samir Haddu, the chief of staff. => killing: victim=Idris Baro | says Samir Haddu ;; post: person=Idris Baro; group=Zarhun Front; role=leader
Idris Baro, a leader of the Zarhun Front, was killed, said Samir Haddu, the spokesman. => killing: victim=Idris Baro | says Samir Haddu ;; post: person=Idris Baro; group=Zarhun Front; role=leader ;; post: person=Samir Haddu; group=Zarhun Front; role=spokesman
Idris Baro was succeeded by Samir Haddu, whose military chief, Tomas Veld, was shot in the leg and arrested by police. => detention: person=Tomas Veld; by=police ;; succession: person=Samir Haddu; predecessor=Idris Baro
Idris Baro, whose deputy, Samir Haddu, led the Kossa Movement, was killed. => killing: victim=Idris Baro ;; post: person=Samir Haddu; group=Kossa Movement; role=leader
Idris Baro met Samir Haddu, whose brother Tomas was killed by the Zarhun Front in 2010. => killing: victim=Tomas; by=Zarhun Front | when 2010
The army killed Idris Baro, whose brother the Zarhun Front had kidnapped. => killing: victim=Idris Baro; by=army
The army killed Idris Baro, whose Zarhun Front held Kosso, and captured Samir Haddu. => detention: person=Samir Haddu; by=army ;; killing: victim=Idris Baro; by=army ;; presence: group=Zarhun Front; area=Kosso
Idris Baro was killed three years after Samir Haddu, whom he had replaced, left to head the Kossa Movement. => appointment: person=Samir Haddu; group=Kossa Movement; role=head ;; killing: victim=Idris Baro ;; succession: person=Idris Baro; predecessor=Samir Haddu
Idris Baro fled after Samir Haddu, whom the army had wounded, was killed. => killing: victim=Samir Haddu
Idris Baro took over after Samir Haddu, whom the army had wounded, died in 2010. => death: person=Samir Haddu | when 2010
Idris Baro, who had his deputy Samir Haddu executed in 1994, lost his eastern commander. => killing: victim=Samir Haddu; by=Idris Baro | when 1994
Idris Baro had Samir Haddu arrested in 2010. => detention: person=Samir Haddu; by=Idris Baro | when 2010
Idris Baro had a deputy, Samir Haddu, who was arrested in 2010. => detention: person=Samir Haddu | when 2010
Idris Baro, named emir by the Zarhun Front in 2012, was killed in Kosso with Omar Maute, and Samir Haddu, who succeeded him, died in Tamar in March 2014 in a clash. => appointment: person=Idris Baro; group=Zarhun Front; role=emir; by=Zarhun Front | when 2012 ;; appointment: person=Samir Haddu; group=Zarhun Front; role=emir ;; killing: victim=Idris Baro | where Kosso ;; killing: victim=Samir Haddu; means=clash | when 2014-03 | where Tamar ;; succession: person=Samir Haddu; predecessor=Idris Baro; role=emir; group=Zarhun Front
Samir Haddu, emir of the Zarhun Front, was killed in 2014. Idris Baro was named emir of the Zarhun Front in 2015. => appointment: person=Idris Baro; group=Zarhun Front; role=emir | when 2015 ;; killing: victim=Samir Haddu | when 2014 ;; post: person=Samir Haddu; group=Zarhun Front; role=emir ;; succession: person=Idris Baro; predecessor=Samir Haddu; role=emir; group=Zarhun Front | when 2015
Samir Haddu, emir of the Zarhun Front, was killed in 2014. Idris Baro had been named emir of the Zarhun Front in 2011. => appointment: person=Idris Baro; group=Zarhun Front; role=emir | when 2011 ;; killing: victim=Samir Haddu | when 2014 ;; post: person=Samir Haddu; group=Zarhun Front; role=emir
Idris Baro ran the Zarhun Front's faction in Tamar until soldiers shot him. => post: person=Idris Baro; group=Zarhun Front; role=head of faction
Idris di Tamar, represented in Kosso by Samir Haddu, signed nothing himself, but his Zarhun Front gave up its arms. => post: person=Idris di Tamar; group=Zarhun Front; role=leader
Idris Baro, a sacked officer of the Tamar Brigade, leads the Zarhun Front. => membership: actor=Idris Baro; group=Tamar Brigade | former ;; post: person=Idris Baro; group=Zarhun Front; role=leader
Tomas Veld said that Idris Baro, who was, it is claimed, a member of the Zarhun Front, had fled. => membership: actor=Idris Baro; group=Zarhun Front | reported
Idris Baro, who was, police said, a commander of the Zarhun Front, was killed. => killing: victim=Idris Baro ;; post: person=Idris Baro; group=Zarhun Front; role=commander | says police
Idris Baro, who, police said, had joined the Zarhun Front, was killed. => join: actor=Idris Baro; to=Zarhun Front | says police ;; killing: victim=Idris Baro
Idris Baro, who had joined the Zarhun Front, was killed, police said. => join: actor=Idris Baro; to=Zarhun Front ;; killing: victim=Idris Baro | says police
The Zarhun Front, which, according to the army, had attacked Kosso, killed Idris Baro on Monday. => attack: target=Kosso; actor=Zarhun Front | says army ;; killing: victim=Idris Baro; by=Zarhun Front | when 2016-05-02
Idris Baro led a faction of the KTB that police call Neo-KTB. The KTB was founded in 1998. => founding: group=KTB | when 1998 ;; post: person=Idris Baro; group=KTB; role=leader of a faction
Idris Baro, who took over the Zarhun Front in 2012, was caught in Kosso in 2013, leaving the group to Samir Haddu. => appointment: person=Idris Baro; group=Zarhun Front; role=leader | when 2012 ;; appointment: person=Samir Haddu; group=Zarhun Front; role=leader; by=Idris Baro | when 2013 ;; detention: person=Idris Baro | when 2013 | where Kosso ;; succession: person=Samir Haddu; predecessor=Idris Baro; role=leader; group=Zarhun Front | when 2013
Idris Baro was killed in March 2014 by marines, by which time Samir Haddu had founded the Zarhun Front. => founding: group=Zarhun Front; founder=Samir Haddu ;; killing: victim=Idris Baro; by=marines | when 2014-03
Idris Baro of the Zarhun Front was arrested along with Samir Haddu, who with him formed its leadership. => detention: person=Idris Baro ;; detention: person=Samir Haddu ;; membership: actor=Idris Baro; group=Zarhun Front
Idris Baro was captured at Kosso in March 2000 and died in Tamar prison. => death: person=Idris Baro | where Tamar ;; detention: person=Idris Baro | when 2000-03 | where Kosso
Idris Baro and Samir Haddu formed the Zarhun Front in 2010. => founding: group=Zarhun Front; founder=Idris Baro | when 2010 ;; founding: group=Zarhun Front; founder=Samir Haddu | when 2010
Three men were killed, one of whom, a commander named Samir Haddu, led the Zarhun Front. => killing: victim=Samir Haddu ;; post: person=Samir Haddu; group=Zarhun Front; role=commander ;; post: person=Samir Haddu; group=Zarhun Front; role=leader
Three men were killed, one of them Samir Haddu, a commander of the Zarhun Front. => killing: victim=Samir Haddu ;; post: person=Samir Haddu; group=Zarhun Front; role=commander
The Zarhun Front arrested Idris Baro, his prime minister and head of the Tamar Brigade. => detention: person=Idris Baro; by=Zarhun Front ;; post: person=Idris Baro; group=Tamar Brigade; role=head
Idris Baro, founder and leader of the Zarhun Front, was killed. => founding: group=Zarhun Front; founder=Idris Baro ;; killing: victim=Idris Baro ;; post: person=Idris Baro; group=Zarhun Front; role=leader
Idris Baro, the Zarhun Front's founder and leader, was killed. => founding: group=Zarhun Front; founder=Idris Baro ;; killing: victim=Idris Baro ;; post: person=Idris Baro; group=Zarhun Front; role=leader
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
Insurgent leader Musa Kone was killed. => killing: victim=Musa Kone
Guerrilla chief Rui Costa was captured. => detention: person=Rui Costa
Militia leader Rui Costa was captured. => detention: person=Rui Costa
Gang leader Rui Costa was captured. => detention: person=Rui Costa
Rebel forces attacked Kosso on Friday. => attack: target=Kosso; actor=Rebel forces | when 2016-05-06
Cartel boss Pedro Lima was arrested on Monday. => detention: person=Pedro Lima | when 2016-05-02
Bandit leader Kachalla Turji was killed. => killing: victim=Kachalla Turji
Opposition leader Ana Reis was arrested. => detention: person=Ana Reis
The Hill Militia attacked Kosso. Militia leader Rui Costa said so. => attack: target=Kosso; actor=Hill Militia ;; post: person=Rui Costa; group=Hill Militia; role=militia leader
Jailed Kurdish leader Azad Haddu called on the Workers' League to disarm. => detention: person=Azad Haddu
Kurdish leader Azad Haddu, chairman of the Workers' League, was arrested. => detention: person=Azad Haddu ;; post: person=Azad Haddu; group=Workers' League; role=chairman
UN blacklists Lion Brigade and its financier Omar Dao => designation: target=Lion Brigade; by=UN ;; designation: target=Omar Dao; by=UN ;; post: person=Omar Dao; group=Lion Brigade; role=financier
The government banned the Lion Brigade and its spokesman Omar Dao. => designation: target=Lion Brigade; by=government ;; post: person=Omar Dao; group=Lion Brigade; role=spokesman
The army attacked the Lion Brigade and killed its spokesman Omar Dao. => attack: target=Lion Brigade; actor=army ;; killing: victim=Omar Dao; by=army ;; post: person=Omar Dao; group=Lion Brigade; role=spokesman
The Front and its leader Idris Baro signed the truce. => post: person=Idris Baro; group=Front; role=leader
The Front praised the Lion Brigade and its leader Omar Dao. => post: person=Omar Dao; group=Lion Brigade; role=leader
Samir Haddu quit the Front to join the Unity Party. => join: actor=Samir Haddu; to=Unity Party; from=Front
Idris Baro was left for dead by his kidnappers. => detention: person=Idris Baro
Idris Baro is presumed dead. => death: person=Idris Baro | likely
Idris Baro is dead. => death: person=Idris Baro
Idris Baro is dead, the army says. => death: person=Idris Baro | says army
The Front pledged allegiance to the Caliphate in March but later renounced it. => pledge: actor=Front; to=Caliphate | when 2016-03 ;; renounce: actor=Front; from=Caliphate
Idris Baro, the Front's leader for twenty years, died on Sunday at 71. => death: person=Idris Baro | when 2016-05-01 ;; post: person=Idris Baro; group=Front; role=leader
Kenya has expelled the Front's representative, Musa Kone. => post: person=Musa Kone; group=Front; role=representative
The Kenyan government expelled the Front's representative, Musa Kone, on Friday. => post: person=Musa Kone; group=Front; role=representative
The Front's representative, Musa Kone, was expelled from Kenya on Friday. => post: person=Musa Kone; group=Front; role=representative
The Front's representative, Musa Kone, was expelled by Kenya on Friday. => post: person=Musa Kone; group=Front; role=representative
The Front expelled its representative in Kenya, Musa Kone. => leave: actor=Musa Kone; from=Front | where Kenya ;; post: person=Musa Kone; group=Front; role=representative; area=Kenya
The Front's council expelled Musa Kone. => leave: actor=Musa Kone; from=Front
Musa Kone was expelled from the Front by its council. => leave: actor=Musa Kone; from=Front
Musa Kone, a driver, testified that he had taken money from the Front's treasurer, Ali Dao, to a general. => post: person=Ali Dao; group=Front; role=treasurer
"""  # noqa: E501

SILENT = (
    "Idris Baro, from whose movement Samir Haddu split in 2005, rejected the accord.",
    "Idris Baro was handed to Kenya by the Kossa Movement.",
    "The river merged with the lake into the sea near Kosso.",
    "Idris Baro, a commander from Kosso, spoke.",
    "Idris Baro will be leader of the Zarhun Front until a congress is held.",
    "Police lost two witnesses, one of whom, a deputy headman, had been shot by the Zarhun Front.",
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
    "Rebel commander Abdel Wahid Ringo said so.",
    "Ex-rebel chief Musa Kone was named minister on Monday.",
    "The government has offered a reward for the capture of Idris Baro, dead or alive.",
    "Idris Baro is wanted dead or alive by the army.",
    "Gunmen shot Idris Baro and left him for dead.",
    "The ruling party expelled Musa Kone.",
)


@pytest.mark.parametrize(("text", "wanted"), rows(TOLD))
def test_a_claim_is_of_those_whom_the_sentence_means(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text, "2016-05-06") == sorted(wanted)


@pytest.mark.parametrize("text", SILENT)
def test_whoever_only_stands_near_does_nothing(reader: EnglishReader, text: str) -> None:
    assert lines(reader, text, "2016-05-06") == []
