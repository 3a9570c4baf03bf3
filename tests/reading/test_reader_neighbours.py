"""Near neighbours of claims: the same words in many styles of prose, where they say less, another thing, or nothing."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import blocks, lines, rows

NOTHING = """
None of the dead was a Northern Front fighter. =>
The army did not comment on the report that Idris Baro joined the Hill Brigade. =>
The mayor attacked the Hill Brigade for its silence. =>
The army held Idris Baro responsible for the raid. =>
Idris Baro narrowly escaped being killed by the army. =>
The release of Dawit Tesema was a condition set by the Kessa Liberation Front for any talks. =>
Governor Anwar Sabri narrowly escaped being killed on Friday when a mine went off beside his convoy. =>
The Sons of the River threatened to kill Yusuf Adeyi unless the ransom was paid by Sunday. =>
The Red Dawn Brigade said Hamza Keita would be released once the army had left Menni. =>
Goran Petrik is wanted for the killing of Luka Vasic, a port official, in 2011. =>
Relatives fear that Yusuf Adeyi may be killed if the deadline passes. =>
Had Sami Dural been captured alive, the war would have ended sooner, analysts believe. =>
The ambassador called for the immediate release of Hamza Keita. =>
The rebels' demand for the release of Goran Petrik was turned down. =>
The Delta Avengers tried to assassinate Colonel Bram Osei twice in 2015. =>
Villagers prayed for the release of Nadia Rowe. =>
Rashid Kolo escaped an army ambush near Tille with a wound to the arm. =>
The Popular Army of Corozal is ready to free Nadia Rowe, its spokesman told Radio Corozal. =>
Midfielder Luka Vasic was released by Sparta Menni on Friday after three seasons. =>
City captain Goran Petrik was sacked by the club's owners. =>
Striker Sami Dural defected to Rovers from their rivals United in a deal worth four million. =>
Rovers were held by United in the derby, and Petrik shot wide. =>
The coach said Petrik had been captured by the cameras arguing with the referee. =>
Zamra Bank attacked the regulator's decision in a letter to shareholders. =>
The airline released a statement about the crash on Wednesday. =>
Striking nurses clashed with management over pay at Menni Hospital. =>
Singer Nadia Rowe's new album was released in May to good reviews. =>
The storm killed nine people in Port Kallas and destroyed the market. =>
The film "The Capture of Bram Osei" was shown in Menni in June. =>
In the video game, players join the Red Dawn Brigade and attack a fort held by the Sons of the River. =>
Adeyi beat Petrik in straight sets to reach the final. =>
The senator was attacked by colleagues for his support for the bill. =>
The prisoners' families want to know whether Tesema was killed or taken. =>
Did Rashid Kolo order the bombing of the bridge? Nobody knows. =>
There was no claim of responsibility for the bombing of the mosque. =>
Officials blamed bandits for the attack on the convoy, though the Sons of the River operate nearby. =>
Keita said he would rather die than surrender to the army. =>
If the Zamra Union seizes Menni, it will hang Tariq Menna, his brother said. =>
The plan was for Malvar to be arrested at the airport, but he never came. =>
Prosecutors are seeking the extradition of Ernesto Villar to face charges of murdering two policemen. =>
Villar was sentenced to death in his absence in 2010. =>
Villar faces up to thirty years in prison if he is caught. =>
A memorial to the slain poet Dawit Tesema was opened in Menni. =>
Kolo's men are said to be short of food, and his capture is only a matter of time, the general said. =>
The general warned that anyone harbouring Kolo would be detained. =>
The panel recommends that the Committee list Abu Sayed al-Turki for his support to Ansar al-Wadi. =>
The Panel intends to investigate whether Ansar al-Wadi received weapons from Port Kallas. =>
The Panel found no evidence that the government of Zamra finances Ansar al-Wadi. =>
The Panel notes that cooperation between Ansar al-Wadi and the Delta Avengers, if confirmed, would be of concern. =>
Ansar al-Wadi's capacity to attack Port Kallas has been reduced. =>
Three vessels seized in Port Kallas in May had been carrying charcoal for Ansar al-Wadi. =>
The arms embargo was lifted in 2016. =>
The Panel wrote to Zamra Bank about an account opened in the name of Tariq Menna. =>
In the Name of God. The lions of Ansar al-Wadi will strike the enemies wherever they are found. =>
We call upon the soldiers of the apostate army to leave its ranks and join the caravan of Ansar al-Wadi. =>
O people of Menni, whoever kills the traitor Osei shall have a reward. =>
The statement mourned the martyrs and urged the brothers in Zamra to close ranks. =>
Let the tyrants know that the blood of Abu Sayed al-Turki will not go unavenged. =>
We have not signed any agreement with the Kessa Liberation Front and will sign none. =>
Ansar al-Wadi pledges to free every prisoner in the jails of the regime. =>
The security force targeted a Haqqani network facilitator who had planned to attack a bazaar in Khost. =>
During the operation no shots were fired and the targeted leader was not found. =>
The targeted individual escaped, and the force detained several others for questioning. =>
The force confirmed that the man killed in Friday's operation was not the leader it had sought. =>
The leader, known to move weapons for suicide attacks on Afghan officials, remains at large. =>
In his memoirs Kolo imagines himself captured by the army and tried in Menni. =>
He might have become a teacher, had the army not killed his brother. =>
Those who know Kolo say he would never abandon the Sons of the River. =>
Kolo likes to joke that he has been killed nine times, in nine newspapers. =>
Kolo once dreamt of joining the French Foreign Legion. =>
The Zamra Union was an association of fishermen founded in 1911 and dissolved in 1934. =>
The Battle of Sarbo is commemorated on 3 May; a plaque names its fallen. =>
Port Kallas was captured by the Dutch in 1602 and held by them until 1790. =>
Under the treaty, Zamra was to release all prisoners within thirty days. =>
The species was named for Anwar Sabri, who headed the expedition. =>
Honestly, if Osei had joined the Delta Avengers I would have eaten my hat. =>
So the Sons of the River "liberated" another goat pen. Slow clap. =>
I don't buy the story that Keita was poisoned by the Delta Avengers. =>
Remember when everyone said the Zamra Union had killed Menna? He gave an interview last week. =>
Twitter went wild with claims that Malvar had been arrested; he hadn't. =>
Rumour has it the Red Dawn Brigade is about to swap its emir for a younger man. =>
Readers keep asking me who leads the Hill Tract Democratic Army. I wish I knew. =>
Petrik pleaded not guilty to the kidnapping of two nurses in 2012. =>
The jury was told that Petrik had plotted to bomb the barracks at Tille. =>
Counsel asked the witness whether he had joined the Delta Avengers in 2009. "Never," he answered. =>
The accused was remanded until 4 June; his application for bail will be heard then. =>
The court heard that Malvar had offered to kill the mayor for two thousand dollars. =>
PRESENTER: Are you saying the army killed Tesema? GUEST: I am not saying that. =>
GUEST: Imagine that tomorrow the Zamra Union and Ansar al-Wadi form an alliance. What then? =>
PRESENTER: Coming up, who will replace Sami Dural at the head of the Northern Front? =>
GUEST: The Sons of the River are like a football club; you join, you leave, nobody cries. =>
PRESENTER: The army is expected to announce the capture of Tille at any moment. =>
"""

ONLY = """
# the dead described by their body | 2016-05-04
Three of the dead were Northern Front fighters.
= killing: victim=three Northern Front fighters
# they who killed are nobody named later | 2016-05-04
Soldiers raided a camp, where they killed several insurgents, among them the Northern Front leader Qari Samad.
= killing: victim=Qari Samad; by=Soldiers
= post: person=Qari Samad; group=Northern Front; role=leader
# who stands behind the places | 2016-05-04
In Balan district, Kunar province, a Northern Front leader was captured by Afghan and coalition forces today.
= detention: person=Northern Front leader; by=Afghan and coalition forces | when 2016-05-04 | where Balan district
# troops searching the valley said their target | 2016-05-04
Troops searching the valley said their target was Rashid Kolo, who leads the Sons of the River in the district.
= post: person=Rashid Kolo; group=Sons of the River; role=leader
# the ministry has doubled the bounty for | 2016-05-04
The ministry has doubled the bounty for the capture of Ernesto Villar, who heads the Popular Army of Corozal.
= post: person=Ernesto Villar; group=Popular Army of Corozal; role=head
# mediators are negotiating the release of two | 2016-05-04
Mediators are negotiating the release of two Kessa Liberation Front officers held in the capital.
= detention: person=two Kessa Liberation Front officers
# the zamra union holds port kallas and | 2016-05-04
The Zamra Union holds Port Kallas and three islands to the north of it.
= presence: group=Zamra Union; area=Port Kallas
= presence: group=Zamra Union; area=three islands
# five commanders defected to the zamra union | 2016-05-04
Five commanders defected to the Zamra Union on Tuesday, including Sami Dural and Tariq Menna.
= join: actor=Five commanders; to=Zamra Union | when 2016-05-03
= join: actor=Sami Dural; to=Zamra Union | when 2016-05-03
= join: actor=Tariq Menna; to=Zamra Union | when 2016-05-03
# the army said on tuesday that captain | 2016-05-04
The army said on Tuesday that Captain Sami Dural had left the Northern Front for its rival, the Southern Guard.
= join: actor=Sami Dural; to=Southern Guard; from=Northern Front | says army
= rivalry: a=Southern Guard; b=Northern Front
# army chief bram osei vowed to hunt | 2016-05-04
Army chief Bram Osei vowed to hunt down and kill every member of the Delta Avengers.
= post: person=Bram Osei; group=Army; role=chief
# a court ordered the release of anwar | 2016-05-04
A court ordered the release of Anwar Sabri, but prosecutors have appealed and he remains in prison.
= detention: person=Anwar Sabri
# no one has been arrested over the | 2016-05-04
No one has been arrested over the murder of Luka Vasic.
= killing: victim=Luka Vasic
# rowe joined the liberal party in 1998 | 2016-05-04
Rowe joined the Liberal Party in 1998 and left it six years later after a row over taxes.
= join: actor=Rowe; to=Liberal Party | when 1998
= leave: actor=Rowe; from=Liberal Party | when 2004
# yusuf adeyi joined zamra airlines as chief | 2016-05-04
Yusuf Adeyi joined Zamra Airlines as chief pilot in 2003.
= join: actor=Yusuf Adeyi; to=Zamra Airlines | when 2003
# fire captain anwar sabri died of smoke | 2016-05-04
Fire captain Anwar Sabri died of smoke inhalation on Sunday.
= death: person=Anwar Sabri; cause=smoke inhalation | when 2016-05-01
# it is not true that the sons | 2016-05-04
It is not true that the Sons of the River attacked the clinic, a spokesman said.
= attack: target=clinic; actor=Sons of the River | says spokesman | denied
# the army denied that its drones had | 2016-05-04
The army denied that its drones had killed Hamza Keita.
= killing: victim=Hamza Keita; means=drone | says army | denied
# the kessa liberation front said it had | 2016-05-04
The Kessa Liberation Front said it had no knowledge of the kidnapping of the two engineers.
= detention: person=two engineers; by=Kessa Liberation Front | says Kessa Liberation Front | denied
# the sons of the river neither claimed | 2016-05-04
The Sons of the River neither claimed nor denied responsibility for the raid on Tille.
= responsibility: actor=Sons of the River; attack=raid on Tille | where Tille | denied
# the panel could not confirm reports that | 2016-05-04
The Panel could not confirm reports that Abu Sayed al-Turki had travelled to Zamra to join Ansar al-Wadi.
= join: actor=Abu Sayed al-Turki; to=Ansar al-Wadi | doubted
# according to two sources ansar alwadis emir | 2016-05-04
According to two sources, Ansar al-Wadi's emir, Abu Sayed al-Turki, survived the strike of 4 May.
= post: person=Abu Sayed al-Turki; group=Ansar al-Wadi; role=emir
# member states are reminded that ansar alwadi | 2016-05-04
Member States are reminded that Ansar al-Wadi remains on the sanctions list.
= designation: target=Ansar al-Wadi; list=sanctions list
# the panel requested an interview with colonel | 2016-05-04
The Panel requested an interview with Colonel Osei, who commands the 4th Sector, and received no reply.
= post: person=Osei; group=4th Sector; role=commander
# the enemys lies about the death of | 2016-05-04
The enemy's lies about the death of our emir Abu Sayed al-Turki have been exposed.
= death: person=Abu Sayed al-Turki | denied
# the detained insurgents were released after questioning | 2016-05-04
The detained insurgents were released after questioning when it was found that they had no ties to the Taliban.
= link: a=detained insurgents; b=Taliban | denied
# kolo is often compared to ernesto villar | 2016-05-04
Kolo is often compared to Ernesto Villar, the leader of the Popular Army of Corozal.
= post: person=Ernesto Villar; group=Popular Army of Corozal; role=leader
# as a boy he idolised bram osei | 2016-05-04
As a boy he idolised Bram Osei, then commander of the presidential guard.
= post: person=Bram Osei; group=presidential guard; role=commander
# the sons of the river abducted yusuf | 2016-05-04
The Sons of the River abducted Yusuf Adeyi, a surveyor, on the Tille road, his firm said.
= detention: person=Yusuf Adeyi; by=Sons of the River | where Tille road | says his firm
# ernesto villar died of cancer in a | 2016-05-04
Ernesto Villar died of cancer in a hospital in Sarbo in 2014.
= death: person=Ernesto Villar; cause=cancer | when 2014 | where Sarbo
# the united states designated ansar alwadi a | 2016-05-04
The United States designated Ansar al-Wadi a terrorist organisation in 2013.
= designation: target=Ansar al-Wadi; by=United States; list=terrorist organisation | when 2013
# the kessa liberation front is backed by | 2016-05-04
The Kessa Liberation Front is backed by Zamra, which gives it arms and training.
= support: giver=Zamra; recipient=Kessa Liberation Front; kind=backing
# ansar alwadi fighters clashed with the delta | 2016-05-04
Ansar al-Wadi fighters clashed with the Delta Avengers near Tille for a third day.
= rivalry: a=Ansar al-Wadi; b=Delta Avengers | where Tille
# tariq menna the zamra unions spokesman was | 2016-05-04
Tariq Menna, the Zamra Union's spokesman, was wounded but survived.
= post: person=Tariq Menna; group=Zamra Union; role=spokesman
# a roadside bomb killed colonel bram osei | 2016-05-04
A roadside bomb killed Colonel Bram Osei, commander of the 4th Sector, outside Tille.
= killing: victim=Bram Osei; means=roadside bomb | where Tille
= post: person=Bram Osei; group=4th Sector; role=commander
# a spokesman for the sons of the | 2016-05-04
A spokesman for the Sons of the River said the group was behind the bombing of the bridge at Tille.
= attack: target=bridge at Tille; actor=Sons of the River | where Tille | says spokesman for the Sons of the River
# the killing of luka vasic by the | 2016-05-04
The killing of Luka Vasic by the Delta Avengers brought thousands into the streets.
= killing: victim=Luka Vasic; by=Delta Avengers
# a car bomb outside the interior ministry | 2016-05-04
A car bomb outside the Interior Ministry in Menni killed two guards; Ansar al-Wadi claimed the attack.
= responsibility: actor=Ansar al-Wadi; attack=attack
"""


@pytest.mark.parametrize(("text", "wanted"), rows(NOTHING))
def test_what_only_looks_like_a_claim_is_none(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text, "2016-05-04") == wanted


@pytest.mark.parametrize(("text", "published", "wanted"), blocks(ONLY))
def test_no_more_is_claimed_than_is_said(reader: EnglishReader, text: str, published: str, wanted: list[str]) -> None:
    assert lines(reader, text, published) == wanted
