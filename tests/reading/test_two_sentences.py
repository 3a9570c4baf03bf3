"""What is told over two sentences and in passing, as papers of many countries tell it: every claim of each text.

A third of the texts claim nothing, or deny: plans, candidates, rumours, those who might have and those who only may.
"""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import blocks, lines

TOLD = """
# who only passes through is told of in no claim | 2017-01-19
Residents of Tessit said fighters from the Azaouad Defence Group had passed through the village. Nobody was hurt.
# a removal denied is denied | 2023-05-05
The military denied that Lt. Gen. Arnulfo Reyes had been removed as chief of the Western Command. "He is on leave," its spokesman said.
= removal: person=Arnulfo Reyes; group=Western Command; role=chief | says military | denied
# what may be tried is no fact | 2022-03-15
The regional commander warned that the Red Dawn Command may try to recruit students. He urged parents to report any approach.
# an accord yet to be signed ends nothing | 2019-09-01
The outfit's commander-in-chief is expected to sign the pact next month. If he does, the Garo Peoples' Guard will be disbanded.
# his deputy is in the body that he left | 2018-12-12
Paresh Gogoi parted ways with the Assam Liberation Council in 2009 after it opened talks with Delhi. His deputy, Drishti Baruah, stayed on and today looks after its finances.
= leave: actor=Paresh Gogoi; from=Assam Liberation Council | when 2009
= post: person=Drishti Baruah; group=Assam Liberation Council; role=deputy
# a post until a death, and who came after | 2019-12-15
The Panel established that "General" Ezéchiel Mushi commanded the CNR until his death in June 2018. Leadership then passed to Col. Joseph Barak, formerly his chief of operations.
= appointment: person=Joseph Barak; group=CNR; role=leader
= death: person=Ezéchiel Mushi | when 2018-06
= post: person=Ezéchiel Mushi; group=CNR; role=commander | when ../2018-06 | former
= post: person=Joseph Barak; group=CNR; role=chief of operations | former
= succession: person=Joseph Barak; predecessor=Ezéchiel Mushi; role=leader; group=CNR
# a candidate leads nothing | 2016-07-22
One Member State reported that Khalil Sami had been put forward as a candidate to lead the organization. No decision had been taken by the time of writing.
# who may succeed has not succeeded | 2021-02-03
Member States assess that the organization's deputy leader remains in the Islamic Republic of Iran. They had differing views as to whether he would succeed the leader.
# who follows somebody leaves with him, and the two found together | 2010-04-04
When Roberto Cano left the Sandino Column in 1982, Edén Pastor followed him. The two set up the Democratic Alliance of the South with American money. Cano was passed over as its chief.
= founding: group=Democratic Alliance of the South; founder=Edén Pastor
= founding: group=Democratic Alliance of the South; founder=Roberto Cano
= leave: actor=Edén Pastor; from=Sandino Column | when 1982
= leave: actor=Roberto Cano; from=Sandino Column | when 1982
= support: giver=United States; recipient=Democratic Alliance of the South; kind=money
# a reporter follows a man for a story | 2016-05-09
Idris Baro left the Northern Front in 2014. A journalist followed him for a year.
= leave: actor=Idris Baro; from=Northern Front | when 2014
# troops and police follow a man to take him | 2016-05-09
Idris Baro left the Northern Front in 2014. Government troops followed him. Two policemen followed him too.
= leave: actor=Idris Baro; from=Northern Front | when 2014
# a man is followed on a channel | 2016-05-09
Idris Baro left the Northern Front in 2014. Samir Haddu followed him on Twitter.
= leave: actor=Idris Baro; from=Northern Front | when 2014
# a man is followed in a post, not into a body | 2016-05-09
Idris Baro joined the Northern Front in 2005. Samir Haddu followed him in the post two years later.
= join: actor=Idris Baro; to=Northern Front | when 2005
# who follows soon, and out of it, leaves as well | 2016-05-09
Idris Baro left the Northern Front in 2014. Samir Haddu soon followed him out of the Front.
= leave: actor=Idris Baro; from=Northern Front | when 2014
= leave: actor=Samir Haddu; from=Northern Front
# who leaves after a meeting, or before lunch, leaves no body | 2016-05-09
Idris Baro joined the River Brigade in 2010. He left after the meeting. He had left before lunch too.
= join: actor=Idris Baro; to=River Brigade | when 2010
# who is in it leaves something else | 2016-05-09
Idris Baro is a member of the River Brigade. He left on Monday.
= membership: actor=Idris Baro; group=River Brigade
# who leaves with his bodyguards leaves a place | 2016-05-09
Idris Baro founded the River Brigade in 2010. He left with two bodyguards.
= founding: group=River Brigade; founder=Idris Baro | when 2010
# never a member | 2020-12-29
Colleagues remembered Sayyid Qasim Rida as a jurist rather than a fighter. He was never a member of the Islamic Vanguard Party, although many of his students were.
= membership: actor=Qasim Rida; group=Islamic Vanguard Party | denied
# a commander lost in a strike, and to whom his body was given | 2023-11-05
The Sons of Kirkuk brigade, part of the Mobilisation Committee, lost its commander Haidar Jaf in a drone strike on Saturday. Within hours the committee gave the brigade to his deputy, Salam Zand.
= affiliation: group=Sons of Kirkuk brigade; parent=Mobilisation Committee
= appointment: person=Salam Zand; group=Sons of Kirkuk brigade; role=leader; by=Mobilisation Committee
= killing: victim=Haidar Jaf; means=drone strike | when 2023-11-04
= post: person=Haidar Jaf; group=Sons of Kirkuk brigade; role=commander
= post: person=Salam Zand; group=Sons of Kirkuk brigade; role=deputy
= succession: person=Salam Zand; predecessor=Haidar Jaf; role=leader; group=Sons of Kirkuk brigade
# who refuses to go along has not gone | 2017-05-15
Abd al-Karim Zayn quit the Defenders of the Capital on Sunday and threw in his lot with the Misrata Shield. His brother Walid has refused to go with him.
= join: actor=Abd al-Karim Zayn; to=Misrata Shield; from=Defenders of the Capital | when 2017-05-14
# those mentioned as heirs are none | 2019-10-28
The caliph's death leaves the succession open. Among those mentioned are Abdullah Qardan, a former officer, and the group's war minister, whose name is not known.
# nothing promised, nothing sworn | 2015-08-17
Had he been promised a command? He had not, he told the judge, and he had sworn no oath to anyone.
# who was arrested is named in the next sentence | 2019-11-14
Police arrested an area commander of the Naga Peoples' Guard at Jalukie on Tuesday. He was identified as Lotha Kikon, 34. An extortion note was found on him.
= detention: person=Lotha Kikon; by=police | when 2019-11-12 | where Jalukie
= post: person=Lotha Kikon; group=Naga Peoples' Guard; role=area commander
# the reins of a man killed | 2022-05-19
Abdoulaye Sissé led the Katiba Wagadou until French commandos killed him in 2020. The reins then went to Oumar Barry, a veteran of the Azawad war.
= appointment: person=Oumar Barry; group=Katiba Wagadou; role=leader
= killing: victim=Abdoulaye Sissé; by=French commandos | when 2020
= post: person=Abdoulaye Sissé; group=Katiba Wagadou; role=leader | when ../2020 | former
= succession: person=Oumar Barry; predecessor=Abdoulaye Sissé; role=leader; group=Katiba Wagadou
# a chairman yet to be named | 2018-07-07
The Front for Democratic Renewal may name a new chairman in August. Supporters of Paul Tembo, its secretary-general, say he is the natural choice.
= post: person=Paul Tembo; group=Front for Democratic Renewal; role=secretary-general
# up through the ranks, and expelled | 2020-06-30
Rajesh Soren came up through the ranks of the Jharkhand Red Guard and was made its zonal commander in 2014. He fell out with the leadership and was expelled three years later.
= appointment: person=Rajesh Soren; group=Jharkhand Red Guard; role=zonal commander | when 2014
= leave: actor=Rajesh Soren; from=Jharkhand Red Guard | when 2017
= membership: actor=Rajesh Soren; group=Jharkhand Red Guard
# not true that he commands | 2017-10-03
It is not true that Yusuf Halane commands the Juba Brigade. "I am a trader," he said. The brigade is commanded by his namesake from Afmadow.
= post: person=Yusuf Halane; group=Juba Brigade; role=commander | denied
# idle talk of a succession | 2011-05-05
Idle talk has it that General Bakhtyar will succeed the ailing marshal as head of the Northern Alliance Council. The marshal's spokesman called it a fairy tale.
# deserters found a body | 2019-08-01
The Lions of Tigris were founded by deserters from the 5th Division. Their chief, Hadi Maliki, takes his orders from Tehran, which pays the brigade's wages.
= founding: group=Lions of Tigris; founder=deserters
= post: person=Hadi Maliki; group=Lions of Tigris; role=chief
= split: group=Lions of Tigris; from=5th Division
= support: giver=Tehran; recipient=Lions of Tigris; kind=pay
# freed, says the words before his name | 2021-06-06
A month after he was freed, Sami Jundi was back at the head of the Sinai Vanguard. The man who had kept his seat warm, Adel Habbara, was sent to Rafah.
= post: person=Sami Jundi; group=Sinai Vanguard; role=leader
= release: person=Sami Jundi
# a bare left leaves what he founded | 2017-07-17
Marwan Bitar and Tarek Azzam founded the Homeland Shield in 2012. The pair fell out over money three years later. Azzam left and set up a rival outfit, the Homeland Sword.
= founding: group=Homeland Shield; founder=Marwan Bitar | when 2012
= founding: group=Homeland Shield; founder=Tarek Azzam | when 2012
= founding: group=Homeland Sword; founder=Tarek Azzam
= leave: actor=Tarek Azzam; from=Homeland Shield
= rivalry: a=Homeland Sword; b=Homeland Shield
= rivalry: a=Marwan Bitar; b=Tarek Azzam | when 2015
# two posts of one body | 2016-09-02
The Karenni Progressive Army counts some 400 fighters. Its vice-chairman Khu Htay, once a schoolteacher, does the talking these days; the chairman, Bee Htoo, is ill.
= post: person=Bee Htoo; group=Karenni Progressive Army; role=chairman
= post: person=Khu Htay; group=Karenni Progressive Army; role=vice-chairman
# one of three had fought, the others only planned to | 2018-12-19
Three men were charged with belonging to Jund al-Haqq. One of them, Sofiane Merah, had fought with it in Homs; the others, prosecutors said, had only planned to.
= membership: actor=Sofiane Merah; group=Jund al-Haqq | former
= membership: actor=Three men; group=Jund al-Haqq | reported
# a truce that holds is no war | 2016-10-17
Hekmat's men and the Taleban of Chak have not fought since the truce of 2014. Before that, villagers say, there was a killing a week.
# two that clash and attack together | 2020-09-15
The ceasefire commission has recorded 14 clashes between the Shan Restoration Army and the Palaung Front since June. In the same months the two have jointly attacked government posts.
= alliance: a=Shan Restoration Army; b=Palaung Front
= attack: target=government posts; actor=Shan Restoration Army
= rivalry: a=Shan Restoration Army; b=Palaung Front
# jailed, broke out, surrendered | 2019-10-09
Kivu residents call Gédéon Mutanga a warlord; he prefers prophet. Jailed in 2009, he broke out of Kasapa prison in 2011, rebuilt his Bakata militia and surrendered in 2016.
= detention: person=Gédéon Mutanga | when 2009
= leave: actor=Gédéon Mutanga; from=Bakata militia | when 2016
= post: person=Gédéon Mutanga; group=Bakata militia; role=leader
= release: person=Gédéon Mutanga | when 2011
# the two were enemies | 2015-07-22
Ahmed Jabari was once a loyal soldier of Yahya Sinwari. By 2013 the two were enemies: Jabari's Tawhid cell had shot at Sinwari's car, and Sinwari had jailed his brother.
= attack: target=Sinwari's car; actor=Tawhid cell
= detention: person=his brother; by=Yahya Sinwari
= post: person=Ahmed Jabari; group=Tawhid cell; role=leader
= rivalry: a=Ahmed Jabari; b=Yahya Sinwari
# a bomb maker is named by his body | 2018-01-12
The 23-year-old suspect admitted having trained under Basit Omar, bomb maker of the Lanao Brigade. Omar himself slipped the dragnet.
= post: person=Basit Omar; group=Lanao Brigade; role=bomb maker
# the body in which his predecessor stood, and not the one that killed him | 2019-12-02
Cadres of the Kuki Homeland Army gunned down the area commander of the Zomi Tiger Force, Thangboi Haokip, at Saikot. The outfit has named Lal Vaiphei in his place.
= appointment: person=Lal Vaiphei; group=Zomi Tiger Force; role=area commander
= killing: victim=Thangboi Haokip; by=Cadres of the Kuki Homeland Army; means=shot | where Saikot
= post: person=Thangboi Haokip; group=Zomi Tiger Force; role=area commander
= succession: person=Lal Vaiphei; predecessor=Thangboi Haokip; role=area commander; group=Zomi Tiger Force
#! discourse: the other of two who were taken | 2020-04-26
Guerrillas of the Harrat Front kidnapped two engineers. One was released on Sunday. The other, Hernando Ruiz, escaped on Sunday.
= detention: person=two engineers; by=Harrat Front
= release: person=Hernando Ruiz | when 2020-04-26
#! frames: a seat lost to a cousin | 2017-07-04
Idris Baro led the Harrat Front. He lost control of it to his cousin Samir Haddu in 2016.
= appointment: person=Samir Haddu; group=Harrat Front; role=leader | when 2016
= post: person=Idris Baro; group=Harrat Front; role=leader | when ../2016 | former
= removal: person=Idris Baro; group=Harrat Front; role=leader | when 2016
= succession: person=Samir Haddu; predecessor=Idris Baro; role=leader; group=Harrat Front | when 2016
#! parse: said to be, behind a name | 2017-11-27
Police filed charges against Samir Haddu, said to be the treasurer of the Harrat Front.
= post: person=Samir Haddu; group=Harrat Front; role=treasurer | reported
"""  # noqa: E501


@pytest.mark.parametrize(("text", "published", "want"), blocks(TOLD))
def test_what_is_told_over_two_sentences_is_claimed_to_the_word(
    reader: EnglishReader, text: str, published: str, want: list[str]
) -> None:
    assert lines(reader, text, published) == want
