"""What tempts a reader into saying what is not said: sentences with the words of a fact and something that undoes it.

Denials, plans, what would have been, questions, threats, corrections, novels and films, sport and business, two of one
surname, one of two doers, streets and units named after people: as papers of ten countries write them.
"""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

SAID = """
The Okra Delta Vanguard denied on Sunday that its commander, Ebi Tamuno, had surrendered to the Joint Task Force. => leave: actor=Ebi Tamuno; from=Okra Delta Vanguard | says Okra Delta Vanguard | denied ;; post: person=Ebi Tamuno; group=Okra Delta Vanguard; role=commander
Relatives feared that Preye Dokubo had been killed by the Joint Task Force, but he walked in on Friday. => killing: victim=Preye Dokubo; by=Joint Task Force | says Relatives | possible
Correction: Ebi Tamuno is not a member of the Creek Peoples' Army, as stated on Tuesday. => membership: actor=Ebi Tamuno; group=Creek Peoples' Army | denied
Neither the Frente Andino nor the Bloque Sur killed Hernando Ledesma, the prosecutor said. => killing: victim=Hernando Ledesma; by=Frente Andino | says prosecutor | denied ;; killing: victim=Hernando Ledesma; by=Bloque Sur | says prosecutor | denied
Like Hernando Ledesma, who left the Frente Andino in 2009, Marta Quiroga has run out of friends. => leave: actor=Hernando Ledesma; from=Frente Andino | when 2009
Unlike Hernando Ledesma, Marta Quiroga never joined the Frente Andino. => join: actor=Marta Quiroga; to=Frente Andino | denied
Marta Quiroga has been compared to Hernando Ledesma, the leader of the Frente Andino killed in 2010. => killing: victim=Hernando Ledesma | when 2010 ;; post: person=Hernando Ledesma; group=Frente Andino; role=leader
Ten years after Hernando Ledesma was killed by the army, his sister opened a school in Tunja. => killing: victim=Hernando Ledesma; by=army
The Hernando Ledesma Brigade attacked the barracks at Tunja. => attack: target=barracks at Tunja; actor=Hernando Ledesma Brigade | where Tunja
!discourse: Two people named Ossa were killed: the colonel Ramiro Ossa and his nephew; a third, Luis Ossa, leads the Bloque Sur. => killing: victim=Ramiro Ossa ;; post: person=Luis Ossa; group=Bloque Sur; role=leader
Luis Ossa, no relation to Ramiro Ossa, the commander of the Bloque Sur, sells shoes. => post: person=Ramiro Ossa; group=Bloque Sur; role=commander
Police ruled out that Luis Ossa was kidnapped by the Bloque Sur. => detention: person=Luis Ossa; by=Bloque Sur | says police | denied
The army has been accused of failing to arrest Luis Ossa. => detention: person=Luis Ossa; by=army | denied
It would be wrong to call Luis Ossa the leader of the Bloque Sur. => post: person=Luis Ossa; group=Bloque Sur; role=leader | denied
Far from leading the Bloque Sur, Luis Ossa was its prisoner. => detention: person=Luis Ossa
The Bloque Sur's alleged chief, Luis Ossa, turned out to be a dentist. => post: person=Luis Ossa; group=Bloque Sur; role=chief | reported
The court acquitted Luis Ossa of membership in the Bloque Sur. => membership: actor=Luis Ossa; group=Bloque Sur | denied
Charges that Luis Ossa funded the Bloque Sur were dropped. => support: giver=Luis Ossa; recipient=Bloque Sur; kind=funds | reported
The prosecution failed to prove that Luis Ossa had led the Bloque Sur. => post: person=Luis Ossa; group=Bloque Sur; role=leader | former | doubted
The chief minister dismissed as baseless the report that Tariq Lone had joined the Kashar People's Front. => join: actor=Tariq Lone; to=Kashar People's Front | says chief minister | denied
Tariq Lone is no more the chief of the Kashar People's Front than I am. => post: person=Tariq Lone; group=Kashar People's Front; role=chief | denied
Tariq Lone called himself the commander of a Kashar People's Front that does not exist. => post: person=Tariq Lone; group=Kashar People's Front; role=commander | says Tariq Lone | reported
The anniversary of the killing of Tariq Lone by the Valley Alliance passed quietly on Friday. => killing: victim=Tariq Lone; by=Valley Alliance
Supporters marked the day on which Tariq Lone founded the Kashar People's Front in 1989. => founding: group=Kashar People's Front; founder=Tariq Lone | when 1989
The Valley Alliance has not claimed responsibility for the bombing of the bridge. => attack: target=bridge ;; responsibility: actor=Valley Alliance; attack=bombing of the bridge | denied
The Valley Alliance is as weak as the Kashar People's Front was when it broke from the army. => split: group=Kashar People's Front; from=army
They fight like the Valley Alliance, which broke away from the Kashar People's Front in 1994. => split: group=Valley Alliance; from=Kashar People's Front | when 1994
There was no truth in the story that Harakat al-Bahr had beheaded Abdi Wehliye, his wife said. => killing: victim=Abdi Wehliye; by=Harakat al-Bahr; means=beheaded | says his wife | denied
The story that Abdi Wehliye had died was a hoax. => death: person=Abdi Wehliye | denied
A fake video showed Abdi Wehliye pledging allegiance to Harakat al-Bahr. => pledge: actor=Abdi Wehliye; to=Harakat al-Bahr | denied
The army claimed to have killed nine fighters of Harakat al-Bahr; witnesses saw only goats. => killing: victim=nine fighters of Harakat al-Bahr; by=army | says army | reported
Harakat al-Bahr has no presence in Dhusa, the governor said. => presence: group=Harakat al-Bahr; area=Dhusa | says governor | denied
The deputy of the man who killed Abdi Wehliye leads Harakat al-Bahr. => killing: victim=Abdi Wehliye; by=man
Abdi Wehliye was killed by Harakat al-Bahr or by thieves. => killing: victim=Abdi Wehliye
His lawyers argue that Abdi Wehliye was never a member of Harakat al-Bahr, let alone its treasurer. => membership: actor=Abdi Wehliye; group=Harakat al-Bahr | says His lawyers | denied
"You killed Nasir Qadri," the widow shouted at the commander of the Ridge Battalion, who shook his head. => killing: victim=Nasir Qadri | says widow
Nobody believes that the Ridge Battalion killed Nasir Qadri. => killing: victim=Nasir Qadri; by=Ridge Battalion | denied
Few believe that Nasir Qadri has left the Ridge Battalion. => leave: actor=Nasir Qadri; from=Ridge Battalion | doubted
It is a mistake to think that Nasir Qadri founded the Ridge Battalion. => founding: group=Ridge Battalion; founder=Nasir Qadri | denied
The army is closing in on Nasir Qadri, the leader of the Ridge Battalion. => post: person=Nasir Qadri; group=Ridge Battalion; role=leader
Nasir Qadri nearly died in 2012 when the Plains Army shelled his house. => attack: target=his house; actor=Plains Army | when 2012
The rumour of Nasir Qadri's death was put about by the Plains Army itself. => death: person=Nasir Qadri | possible
The Ridge Battalion, not the Plains Army, killed Nasir Qadri. => killing: victim=Nasir Qadri; by=Ridge Battalion
Nasir Qadri died of fever and was not killed by the Plains Army, as his brother maintains. => killing: victim=Nasir Qadri; by=Plains Army | says his brother | denied
In theory Bilal Rind commands the Ridge Battalion; in practice nobody does. => post: person=Bilal Rind; group=Ridge Battalion; role=commander | doubted
Bilal Rind never swore the oath to the Plains Army that his men swore. => pledge: actor=Bilal Rind; to=Plains Army | denied
!discourse: A man who gave his name as Nasir Qadri was arrested by the Plains Army. => detention: person=Nasir Qadri; by=Plains Army | reported
The body was at first thought to be that of Nasir Qadri, the leader of the Ridge Battalion. => post: person=Nasir Qadri; group=Ridge Battalion; role=leader
The draft treaty between the Ridge Battalion and the Plains Army was never signed. => agreement: a=Ridge Battalion; b=Plains Army; kind=draft treaty | denied
The Ridge Battalion has no ties with the Plains Army, its spokesman, Bilal Rind, said. => link: a=Ridge Battalion; b=Plains Army | says Bilal Rind | denied ;; post: person=Bilal Rind; group=Ridge Battalion; role=spokesman
Not the Plains Army but the Ridge Battalion killed Nasir Qadri. => killing: victim=Nasir Qadri; by=Ridge Battalion
Nasir Qadri was killed not by the Plains Army but by the Ridge Battalion. => killing: victim=Nasir Qadri
Either Harakat al-Bahr or the Valley Alliance killed Abdi Wehliye. => killing: victim=Abdi Wehliye
Harakat al-Bahr or the Valley Alliance killed Abdi Wehliye. => killing: victim=Abdi Wehliye
Abdi Wehliye was killed by Harakat al-Bahr or the Valley Alliance. => killing: victim=Abdi Wehliye
Abdi Wehliye was killed by either the Valley Alliance or Harakat al-Bahr. => killing: victim=Abdi Wehliye
The Dhusa Youth Movement, or DYM, killed Abdi Wehliye. => alias: name=Dhusa Youth Movement; other=DYM ;; killing: victim=Abdi Wehliye; by=Dhusa Youth Movement
The army captured not one fighter of Harakat al-Bahr. => detention: person=one fighter of Harakat al-Bahr; by=army | denied
The army did not capture a single fighter of Harakat al-Bahr. => detention: person=single fighter of Harakat al-Bahr; by=army | denied
Tariq Lone is not so much the leader of the Valley Alliance as its banker. => post: person=Tariq Lone; group=Valley Alliance; role=leader | denied
Tariq Lone is less the leader of the Valley Alliance than its banker. => post: person=Tariq Lone; group=Valley Alliance; role=leader | denied
Tariq Lone is by no means the leader of the Valley Alliance. => post: person=Tariq Lone; group=Valley Alliance; role=leader | denied
Tariq Lone is hardly the leader of the Valley Alliance. => post: person=Tariq Lone; group=Valley Alliance; role=leader | denied
!filling: Tariq Lone is no leader of the Valley Alliance. => post: person=Tariq Lone; group=Valley Alliance; role=leader | denied
"""  # noqa: E501
"""What is said all the same, by whom and how sure."""

UNSAID = """
Had Ebi Tamuno accepted the amnesty, the Okra Delta Vanguard would have merged with the Creek Peoples' Army.
The Creek Peoples' Army will not lay down its arms unless the government frees Preye Dokubo.
Ebi Tamuno was to have defected to the Creek Peoples' Army in March, but the boat never came.
The senator stopped short of accusing the Okra Delta Vanguard of killing Preye Dokubo.
Contrary to what the Daily Anchor wrote, Ebi Tamuno did not found the Okra Delta Vanguard.
In an earlier version of this article we said that Preye Dokubo was arrested in Warri; in fact it was his cousin.
Is Ebi Tamuno the new leader of the Okra Delta Vanguard?
"Join us or we will kill your chief," the Okra Delta Vanguard wrote to the elders of Agbere.
In Mira Okon's new novel, Ebi Tamuno joins the Creek Peoples' Army and kills its leader.
The film tells the story of Haruna Bala, a bandit who kills a governor and pledges allegiance to the Black Banner.
Played by Tunde Ajayi, Haruna Bala is captured by soldiers of the Black Banner in the last reel.
The Lagos Warriors captured striker Ebi Tamuno from the Port Harcourt Sharks.
Sharks captain Ebi Tamuno led the attack and killed off the game in the 88th minute.
Moneyline Bank, long under siege, surrendered to a hostile takeover by Vanguard Holdings.
Colonel Ramiro Ossa refused to say whether the Frente Andino had killed Ledesma.
The Frente Andino neither confirmed nor denied that Ledesma had been captured.
Ossa was not killed by the Frente Andino but died of cancer.
If Hernando Ledesma were to leave the Frente Andino, his men would follow.
Unless he is captured, Hernando Ledesma will lead the Frente Andino for another decade.
The Frente Andino fell short of naming Ledesma as its commander.
The minister warned that the Frente Andino could ally itself with the Bloque Sur.
Soldiers patrolled Hernando Ledesma Street after the bombing of a bakery.
The government has offered a reward to whoever captures Luis Ossa.
Luis Ossa faces arrest if he sets foot in Tunja.
Luis Ossa escaped capture by the army on Monday.
The ambush was meant to kill Luis Ossa.
The army came close to capturing Luis Ossa in June.
Luis Ossa narrowly avoided being captured by the Bloque Sur.
He accused the army of planning to kill Luis Ossa.
Nothing suggests that Luis Ossa belongs to the Bloque Sur.
Luis Ossa pretended to be a member of the Bloque Sur.
Luis Ossa had been mistaken for the leader of the Bloque Sur.
Someone posing as a commander of the Bloque Sur telephoned the radio.
Luis Ossa would sooner die than join the Bloque Sur.
Rather than join the Bloque Sur, Luis Ossa left the country.
Instead of arresting Luis Ossa, the police gave him a lift.
Without joining the Bloque Sur, Luis Ossa helped his cousin.
The Kashar People's Front has not ruled out joining the Valley Alliance.
The Kashar People's Front and the Valley Alliance agreed to hold talks on a truce.
The truce between the Kashar People's Front and the army, due to be signed on Friday, was called off.
"I never said Tariq Lone was killed by the army," the inspector said.
"Did I kill Tariq Lone? Never," the commander of the Valley Alliance said.
Asked whether he had joined the Valley Alliance, Tariq Lone laughed.
Whether Tariq Lone was killed by the army or by the Valley Alliance may never be known.
Tariq Lone might have been killed had the army not intervened.
Only Tariq Lone's death could end the feud between the Valley Alliance and the Kashar People's Front.
Villagers say they would rather be ruled by the Valley Alliance than by the army.
The army was ordered to shoot Tariq Lone on sight.
The tribunal sentenced Tariq Lone to death in absentia for attempting to assassinate the governor.
Tariq Lone survived an attempt on his life by the Valley Alliance.
An informer who had promised to hand over Tariq Lone vanished.
The party of Tariq Lone attacked the budget.
The opposition Valley Alliance captured nine seats in Sopar and routed the Kashar Party.
Batsman Tariq Lone was run out by the Valley Alliance's captain.
The judge freed the market from price controls, Tariq Lone said.
Chess: Ilya Berov killed off Tariq Lone's attack and captured his queen.
The 1971 war, in which his father died, made Tariq Lone a poet.
On the eve of Tariq Lone's expected surrender, his deputy fled.
Tariq Lone's planned appointment as head of the Valley Alliance has split its council.
The Valley Alliance's would-be leader, Tariq Lone, lives in Dubai.
Tariq Lone, tipped to succeed Bashir Dar as chief of the Valley Alliance, is thirty.
Bashir Dar was asked to resign as chief of the Valley Alliance, but refused.
Bashir Dar offered to resign as chief of the Valley Alliance.
Bashir Dar's resignation as chief of the Valley Alliance was not accepted.
The Valley Alliance withdrew its claim of responsibility for the attack on Sopar.
No group has claimed the bombing of the bridge, though the Valley Alliance has done such things.
The Valley Alliance rejected an offer of an alliance with the Kashar People's Front.
A breakaway from the Kashar People's Front would suit the army.
The general imagined the Valley Alliance laying down its arms to the army.
Sheikh Abdi Wehliye swore he would never pledge allegiance to Harakat al-Bahr.
Harakat al-Bahr gave Abdi Wehliye until Friday to pledge allegiance to it.
Abdi Wehliye is said to have considered joining Harakat al-Bahr, and to have thought better of it.
Harakat al-Bahr tried to recruit Abdi Wehliye and failed.
Harakat al-Bahr demanded that Abdi Wehliye be appointed governor of Dhusa.
The Nation retracted its report that Abdi Wehliye had died.
Abdi Wehliye joked that he had been appointed emir of Harakat al-Bahr.
In a dream, Abdi Wehliye was crowned leader of Harakat al-Bahr.
Suppose Abdi Wehliye joins Harakat al-Bahr tomorrow.
Imagine that Harakat al-Bahr kills Abdi Wehliye.
Abdi Wehliye's arrest would be a blow to Harakat al-Bahr.
The United Nations was urged to add Harakat al-Bahr to its sanctions list.
The bill would designate Harakat al-Bahr a terrorist organisation.
Parliament voted against banning Harakat al-Bahr.
Harakat al-Bahr and the clan militia, which had agreed to a ceasefire that never took effect, fought on.
Not one fighter of Harakat al-Bahr was killed in the raid, it said.
Abdi Wehliye's driver was killed by the army, and not, as first reported, Abdi Wehliye himself.
Abdi Wehliye was replaced at the wheel by his brother, a clerk at the Harakat al-Bahr tea company.
The army bombed what it thought was a base of Harakat al-Bahr.
The Herald apologised on Saturday for reporting that Nasir Qadri had been shot by the Ridge Battalion.
In last night's episode of the serial, Nasir Qadri betrays the Ridge Battalion and is shot by its chief.
Farah Noon plays Zaib, a schoolteacher who joins the Ridge Battalion after her brother is killed by soldiers.
The play ends when the rebel leader Zaib surrenders to the army.
Had it not been for the fog, the helicopters would have killed Nasir Qadri.
Nasir Qadri could have been the leader of the Ridge Battalion if his brother had lived.
Without the ceasefire, the Ridge Battalion would have taken Gorak.
Nasir Qadri should have been arrested years ago, the widow said.
Nasir Qadri ought to have left the Ridge Battalion when his brother did.
The elders had hoped that the Ridge Battalion would merge with the Plains Army.
Who killed Nasir Qadri: the Ridge Battalion, or his own cousins?
Was it the Ridge Battalion that killed Nasir Qadri?
"Are you a member of the Ridge Battalion?" the judge asked Nasir Qadri.
It is not clear who leads the Ridge Battalion, or whether Nasir Qadri is still a member.
There is nothing to show that Nasir Qadri was killed by the Ridge Battalion.
The army has yet to arrest Nasir Qadri.
Nasir Qadri is as good as dead, his rivals in the Plains Army say.
Nasir Qadri all but left the Ridge Battalion last year.
Nasir Qadri has one foot out of the Ridge Battalion.
Nasir Qadri faked his own death in 2012.
Nasir Qadri is dead to me, said his brother, a clerk in Gorak.
Nasir Qadri's father wanted him to lead the Ridge Battalion.
Nasir Qadri wants to be buried beside the founder of the Ridge Battalion.
It was not the Ridge Battalion that killed Nasir Qadri but the Plains Army.
Not the Plains Army but hunger defeated the Ridge Battalion.
The Plains Army might as well have killed Nasir Qadri.
The Plains Army threatened to kill Nasir Qadri unless he left the Ridge Battalion.
Nasir Qadri is said to be about to join the Plains Army.
Nasir Qadri was about to be named commander of the Ridge Battalion when he fell ill.
Nasir Qadri stood down as a candidate for the leadership of the Ridge Battalion.
Nasir Qadri lost the vote for the leadership of the Ridge Battalion to Bilal Rind.
Bilal Rind is the favourite to become emir of the Ridge Battalion.
Bilal Rind has been mooted as the next emir of the Ridge Battalion.
Bilal Rind hid from the Plains Army under the name of a dead man, Nasir Qadri.
The police arrested a man they took for Nasir Qadri.
Prosecutors will argue that Nasir Qadri financed the Ridge Battalion.
The defence will call Nasir Qadri, who is expected to deny that he led the Ridge Battalion.
The amnesty would free Nasir Qadri.
Under the deal, the Ridge Battalion is to release Bilal Rind and the Plains Army is to withdraw.
Any alliance between the Ridge Battalion and the Plains Army is out of the question, Bilal Rind said.
The Ridge Battalion and the Plains Army are not on speaking terms, much less allied.
Bilal Rind scored twice as Gorak United beat the Ridge Battalion's veterans in a charity match.
The Ridge Battalion Regiment of Foot, disbanded in 1919, is remembered in Gorak church.
The Nasir Qadri Trust gave the Plains Army hospital two beds.
The price war between Ridge Mobile and Plains Telecom claimed its first victim on Friday.
Ridge Mobile's finance chief, Bilal Rind, defected to Plains Telecom.
The chess club split from the Ridge Battalion museum.
Bilal Rind killed time in the market while the Plains Army searched his house.
The widow dreams of the day when the Ridge Battalion frees her son.
On this day in 1994, the Ridge Battalion was to have surrendered to the Plains Army.
Bilal Rind denied any alliance with the Plains Army.
Any deal between the Ridge Battalion and the Plains Army would fall apart.
Is it true that Bilal Rind has joined the Plains Army?
It would be wrong to say that Bilal Rind leads the Ridge Battalion.
He is wrong to claim that Bilal Rind leads the Ridge Battalion.
Abdi Wehliye joined Harakat al-Bahr or the Valley Alliance.
Abdi Wehliye or his brother leads Harakat al-Bahr.
Abdi Wehliye leads Harakat al-Bahr or its military wing.
Harakat al-Bahr killed Abdi Wehliye or Yusuf Dallo.
No fighters of Harakat al-Bahr were killed.
No fighter of Harakat al-Bahr was arrested in the raid.
Not a single member of Harakat al-Bahr was captured.
None of the fighters of Harakat al-Bahr was killed.
Nobody was killed by Harakat al-Bahr.
Not one commander of Harakat al-Bahr has joined the Valley Alliance.
Not a commander of Harakat al-Bahr has joined the Valley Alliance.
Hardly a fighter of Harakat al-Bahr was killed.
Tariq Lone is anything but the leader of the Valley Alliance.
"""


@pytest.mark.parametrize(("text", "wanted"), rows(SAID))
def test_no_more_is_said_than_is_told(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text, "2016-05-06") == sorted(wanted)


@pytest.mark.parametrize("text", UNSAID.strip().splitlines())
def test_what_undoes_a_fact_leaves_no_claim(reader: EnglishReader, text: str) -> None:
    assert lines(reader, text, "2016-05-06") == []
