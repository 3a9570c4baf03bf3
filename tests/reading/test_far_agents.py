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
"""  # noqa: E501

SILENT = (
    "Idris Baro, from whose movement Samir Haddu split in 2005, rejected the accord.",
    "Idris Baro was handed to Kenya by the Kossa Movement.",
    "The river merged with the lake into the sea near Kosso.",
    "Idris Baro, a commander from Kosso, spoke.",
    "Idris Baro will be leader of the Zarhun Front until a congress is held.",
    "Police lost two witnesses, one of whom, a deputy headman, had been shot by the Zarhun Front.",
)


@pytest.mark.parametrize(("text", "wanted"), rows(TOLD))
def test_a_claim_is_of_those_whom_the_sentence_means(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text, "2016-05-06") == sorted(wanted)


@pytest.mark.parametrize("text", SILENT)
def test_whoever_only_stands_near_does_nothing(reader: EnglishReader, text: str) -> None:
    assert lines(reader, text, "2016-05-06") == []
