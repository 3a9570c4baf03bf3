"""Who says so, how sure, and what is no claim: sentences of many kinds of report, read by the real reader."""

from __future__ import annotations

import pytest

from allegiance.finder import Finder, Naming
from allegiance.model import Claim, Document, Kind
from allegiance.reading.reader import EnglishReader

KNOWN = Finder.of(
    (
        Naming("Harrat Front", Kind.GROUP, "Harrat Front"),
        Naming("Northern Shield", Kind.GROUP, "Northern Shield"),
        Naming("Kosso Brigade", Kind.GROUP, "Kosso Brigade"),
        Naming("Reuters", Kind.GROUP, "Reuters"),
        Naming("Radio Tamar", Kind.GROUP, "Radio Tamar"),
        Naming("Idris Baro", Kind.PERSON, "Idris Baro"),
        Naming("Samir Haddu", Kind.PERSON, "Samir Haddu"),
        Naming("Yusuf Dallo", Kind.PERSON, "Yusuf Dallo"),
    )
)

SAID = """
# The author's own word.
Idris Baro joined the Harrat Front in May. | join | stated |
The army killed Idris Baro near Kosso. | killing | stated |
Idris Baro, the commander of the Harrat Front, was killed. | post | stated |
Harrat Front spokesman Samir Haddu denied the report. | post | stated |
The army released Idris Baro after he left the Harrat Front. | leave | stated |
Idris Baro left the Northern Shield to join the Harrat Front. | join | stated |
The killing of Idris Baro sparked protests. | killing | stated |
The Harrat Front condemned the killing of Idris Baro. | killing | stated |
Idris Baro went on to lead the Harrat Front. | post | stated |
It is not known when Idris Baro was born, but he led the Harrat Front for years. | post | stated |
The man who killed Idris Baro had joined the Harrat Front. | killing | stated |
The army wants to question Idris Baro, who led the Harrat Front. | post | stated |
The Harrat Front rejected Samir Haddu, who had led the Northern Shield. | post | stated |
The army will try Idris Baro, who was arrested in May. | detention | stated |
There is no doubt that Idris Baro joined the Harrat Front. | join | stated |
Idris Baro not only joined the Harrat Front but also led it. | join | stated |
Idris Baro was convicted of killing Samir Haddu. | killing | stated |
Idris Baro did not forget that Samir Haddu had joined the Harrat Front. | join | stated |

# Somebody's plain word.
The army said Idris Baro had joined the Harrat Front. | join | stated | the army
The army said on Monday that Idris Baro had joined the Harrat Front. | join | stated | the army
Idris Baro joined the Harrat Front, the army said. | join | stated | the army
Idris Baro joined the Harrat Front, two security sources said. | join | stated | two security sources
Idris Baro, the army said, has joined the Harrat Front. | join | stated | the army
Idris Baro joined the Harrat Front, according to Reuters. | join | stated | Reuters
According to two residents, Idris Baro joined the Harrat Front. | join | stated | two residents
Two officials told Reuters that Idris Baro had joined the Harrat Front. | join | stated | two officials; Reuters
Samir Haddu confirmed that Idris Baro had been killed. | killing | stated | Samir Haddu
Samir Haddu confirmed the death of Idris Baro. | death | stated | Samir Haddu
The army announced the arrest of Idris Baro. | detention | stated | the army
Radio Tamar reported the killing of Idris Baro. | killing | stated | Radio Tamar
Samir Haddu admitted killing Idris Baro. | killing | stated | Samir Haddu
Samir Haddu confessed to killing Idris Baro. | killing | stated | Samir Haddu
As Samir Haddu put it, Idris Baro joined the Harrat Front. | join | stated | Samir Haddu
In Samir Haddu's telling, Idris Baro joined the Harrat Front. | join | stated | Samir Haddu
By Samir Haddu's account, Idris Baro joined the Harrat Front. | join | stated | Samir Haddu
Officials said on condition of anonymity that Idris Baro had joined the Harrat Front. | join | stated | officials
A witness insisted that soldiers had killed Idris Baro. | killing | stated | a witness
A spokesman for the ministry told reporters that Idris Baro had been arrested. | detention | stated | a spokesman for the ministry
The ministry's statement said Idris Baro had been arrested. | detention | stated | the ministry
Villagers said that Samir Haddu and Idris Baro had joined the Harrat Front. | join | stated | villagers
The Harrat Front declared that it had killed Idris Baro. | killing | stated | Harrat Front
A trader recalled that soldiers had arrested Idris Baro at dawn. | detention | stated | a trader
The army said Idris Baro was killed after he left the Harrat Front. | leave | stated | the army
The court found that Idris Baro had led the Harrat Front. | post | stated | the court
Samir Haddu acknowledged that Idris Baro had left the Harrat Front. | leave | stated | Samir Haddu
"Idris Baro has joined the Harrat Front," Samir Haddu said. | join | stated | Samir Haddu
"Idris Baro has joined the Harrat Front," said Samir Haddu. | join | stated | Samir Haddu
Samir Haddu said: "Idris Baro has joined the Harrat Front." | join | stated | Samir Haddu

# Chains.
A commander was quoted by Reuters as saying that Idris Baro had joined the Harrat Front. | join | stated | a commander; Reuters
Reuters quoted a commander as saying that Idris Baro had joined the Harrat Front. | join | stated | a commander; Reuters
Reuters quoted a commander as saying that Samir Haddu had confirmed the death of Idris Baro. | death | stated | Samir Haddu; a commander; Reuters
Reuters reported that the army had said that Idris Baro had been killed. | killing | stated | the army; Reuters
Reuters, citing two officials, reported that Idris Baro had joined the Harrat Front. | join | stated | two officials; Reuters
Reuters reported, citing two officials, that Idris Baro had joined the Harrat Front. | join | stated | two officials; Reuters
Radio Tamar said a witness had told it that Idris Baro had been killed. | killing | stated | a witness; Radio Tamar
Radio Tamar quoted villagers as saying that soldiers had killed Idris Baro. | killing | stated | villagers; Radio Tamar
Reuters said that, according to two officers, Idris Baro had joined the Harrat Front. | join | stated | two officers; Reuters

# Hearsay.
Idris Baro reportedly joined the Harrat Front. | join | reported |
Idris Baro has allegedly joined the Harrat Front. | join | reported |
Idris Baro purportedly joined the Harrat Front. | join | reported |
Idris Baro is said to have joined the Harrat Front. | join | reported |
Idris Baro was reported to have joined the Harrat Front. | join | reported |
Idris Baro is alleged to have joined the Harrat Front. | join | reported |
Idris Baro is said to lead the Harrat Front. | post | reported |
Idris Baro was reported killed. | killing | reported |
Idris Baro had earlier been reported killed. | killing | reported |
It is said that Idris Baro joined the Harrat Front. | join | reported |
It was reported that Idris Baro had joined the Harrat Front. | join | reported |
It has been alleged that Idris Baro joined the Harrat Front. | join | reported |
Some say Idris Baro joined the Harrat Front. | join | reported |
There were reports that Idris Baro had joined the Harrat Front. | join | reported |
Reports said Idris Baro had joined the Harrat Front. | join | reported |
The panel received information that Idris Baro had joined the Harrat Front. | join | reported |
There are claims that Idris Baro joined the Harrat Front. | join | reported |
The army claimed that Idris Baro had joined the Harrat Front. | join | reported | the army
The army claimed to have killed Idris Baro. | killing | reported | the army
The army alleged that Idris Baro had joined the Harrat Front. | join | reported | the army
The army claims the killing of Idris Baro. | killing | reported | the army
The army accused the Harrat Front of killing Idris Baro. | killing | reported | the army
Idris Baro was accused of joining the Harrat Front. | join | reported |
Samir Haddu was accused by the army of killing Idris Baro. | killing | reported | the army
The army blamed the Harrat Front for killing Idris Baro. | killing | reported | the army
The army blamed the Harrat Front for the killing of Idris Baro. | killing | reported | the army
The army blamed the killing of Idris Baro on the Harrat Front. | killing | reported | the army
The Harrat Front was blamed for the killing of Idris Baro. | killing | reported |
Samir Haddu is credited with founding the Harrat Front. | founding | reported |
Samir Haddu is wanted for killing Idris Baro. | killing | reported |
Samir Haddu was charged with killing Idris Baro. | killing | reported |
Idris Baro, the alleged commander of the Harrat Front, was arrested. | post | reported |
The purported leader of the Harrat Front, Idris Baro, was arrested. | post | reported |
Idris Baro, reportedly killed in May, led the Harrat Front. | killing | reported |
Prosecutors allege that Samir Haddu killed Idris Baro. | killing | reported | prosecutors
Reuters quoted the army as claiming that Idris Baro had joined the Harrat Front. | join | reported | the army; Reuters
Local newspapers carried reports of the death of Idris Baro. | death | reported |
Samir Haddu's claim that Idris Baro joined the Harrat Front made headlines. | join | reported | Samir Haddu
A witness purported that soldiers had killed Idris Baro. | killing | reported | a witness

Idris Baro hinted that he had sworn allegiance to Samir Haddu. | pledge | reported | Idris Baro
The alleged defection of Idris Baro to the Harrat Front angered the army. | join | reported |
The supposed death of Idris Baro was celebrated in the town. | death | reported |
Idris Baro, accused of killing Samir Haddu, denies the charge. | killing | reported |
The army is hunting Idris Baro, whom it accuses of leading the Harrat Front. | post | reported | army

# Likely.
Idris Baro has probably joined the Harrat Front. | join | likely |
Idris Baro most likely joined the Harrat Front. | join | likely |
Idris Baro presumably joined the Harrat Front. | join | likely |
Idris Baro is believed to have joined the Harrat Front. | join | likely |
Idris Baro is thought to have joined the Harrat Front. | join | likely |
Idris Baro is understood to have joined the Harrat Front. | join | likely |
Idris Baro is believed by officials to have joined the Harrat Front. | join | likely | officials
Officials believe that Idris Baro joined the Harrat Front. | join | likely | officials
Officials think Idris Baro was killed. | killing | likely | officials
Idris Baro is likely to have joined the Harrat Front. | join | likely |
It is likely that Idris Baro joined the Harrat Front. | join | likely |
Idris Baro must have joined the Harrat Front in May. | join | likely |
Idris Baro appears to have joined the Harrat Front. | join | likely |
Idris Baro seems to have left the Harrat Front. | leave | likely |
Samir Haddu is thought to lead the Harrat Front. | post | likely |
The army said that Idris Baro had probably joined the Harrat Front. | join | likely | the army
Reuters reported that officials believed Idris Baro had been killed. | killing | likely | officials; Reuters

# Possible.
Idris Baro may have joined the Harrat Front. | join | possible |
Idris Baro might have joined the Harrat Front. | join | possible |
Idris Baro could have joined the Harrat Front. | join | possible |
Idris Baro has possibly joined the Harrat Front. | join | possible |
Perhaps Idris Baro joined the Harrat Front. | join | possible |
It is possible that Idris Baro joined the Harrat Front. | join | possible |
Idris Baro is rumoured to have joined the Harrat Front. | join | possible |
Idris Baro is suspected of joining the Harrat Front. | join | possible |
Samir Haddu is suspected of the killing of Idris Baro. | killing | possible |
Police suspect that Samir Haddu killed Idris Baro. | killing | possible | police
There are rumours that Idris Baro joined the Harrat Front. | join | possible |
There are signs that Idris Baro has joined the Harrat Front. | join | possible |
Rumours of the death of Idris Baro spread in Kosso. | death | possible |
Officials fear that Idris Baro has been killed. | killing | possible | officials
Idris Baro may be the leader of the Harrat Front. | post | possible |
The army said Idris Baro might have been killed. | killing | possible | the army
The suspected leader of the Harrat Front, Idris Baro, was arrested. | post | possible |

# Doubted.
Reports that Idris Baro had joined the Harrat Front could not be verified. | join | doubted |
Unconfirmed reports said Idris Baro had joined the Harrat Front. | join | doubted |
There were unconfirmed reports of the death of Idris Baro. | death | doubted |
There is no evidence that Idris Baro joined the Harrat Front. | join | doubted |
The army has not confirmed that Idris Baro was killed. | killing | doubted |
The army could not confirm the death of Idris Baro. | death | doubted |
The army declined to confirm the death of Idris Baro. | death | doubted |
The army has yet to confirm the death of Idris Baro. | death | doubted |
The army has neither confirmed nor denied the death of Idris Baro. | death | doubted |
Samir Haddu doubts that Idris Baro joined the Harrat Front. | join | doubted | Samir Haddu
It is doubtful that Idris Baro joined the Harrat Front. | join | doubted |
It is unlikely that Idris Baro joined the Harrat Front. | join | doubted |
The army said Idris Baro had joined the Harrat Front, although this could not be verified. | join | doubted | the army

The panel received information, which it has not been able to verify, that Idris Baro had joined the Harrat Front. | join | doubted |

# Denied.
Idris Baro did not join the Harrat Front. | join | denied |
Idris Baro never joined the Harrat Front. | join | denied |
Idris Baro is not the leader of the Harrat Front. | post | denied |
Idris Baro is not, as reported, the leader of the Harrat Front. | post | denied |
Idris Baro was not killed. | killing | denied |
Idris Baro refused to join the Harrat Front. | join | denied |
Idris Baro failed to join the Harrat Front. | join | denied |
Neither Idris Baro nor Samir Haddu joined the Harrat Front. | join | denied |
Idris Baro neither joined the Harrat Front nor left the Northern Shield. | join | denied |
Idris Baro denied that he had joined the Harrat Front. | join | denied | Idris Baro
Idris Baro denied joining the Harrat Front. | join | denied | Idris Baro
Idris Baro denied having joined the Harrat Front. | join | denied | Idris Baro
Idris Baro denies being a member of the Harrat Front. | membership | denied | Idris Baro
The Harrat Front denied that it had killed Idris Baro. | killing | denied | Harrat Front
The Harrat Front denied killing Idris Baro. | killing | denied | Harrat Front
The Harrat Front denied the killing of Idris Baro. | killing | denied | Harrat Front
The Harrat Front denied any role in the killing of Idris Baro. | killing | denied | Harrat Front
The Harrat Front denies any part in the killing of Idris Baro. | killing | denied | Harrat Front
The Harrat Front denied involvement in the killing of Idris Baro. | killing | denied | Harrat Front
The Harrat Front denied responsibility for the killing of Idris Baro. | killing | denied | Harrat Front
The Harrat Front had no part in the killing of Idris Baro. | killing | denied |
The Harrat Front said it had no part in the killing of Idris Baro. | killing | denied | Harrat Front
The Harrat Front said it had nothing to do with the killing of Idris Baro. | killing | denied | Harrat Front
The Harrat Front was not involved in the killing of Idris Baro. | killing | denied |
The Harrat Front denied reports of the death of Idris Baro. | death | denied | Harrat Front
The Harrat Front denied reports that Idris Baro had been killed. | killing | denied | Harrat Front
The Harrat Front denied the army's claim that Idris Baro had been killed. | killing | denied | Harrat Front
The Harrat Front rejected claims that Idris Baro had been killed. | killing | denied | Harrat Front
The Harrat Front dismissed as false a report that Idris Baro had been killed. | killing | denied | Harrat Front
The Harrat Front called the report that Idris Baro had been killed a lie. | killing | denied | Harrat Front
The Harrat Front rubbished rumours that Idris Baro had been killed. | killing | denied | Harrat Front
There is no truth in the report that Idris Baro joined the Harrat Front. | join | denied |
The report that Idris Baro joined the Harrat Front is false. | join | denied |
It is not true that Idris Baro joined the Harrat Front. | join | denied |
Idris Baro said he had not joined the Harrat Front. | join | denied | Idris Baro
Idris Baro insisted that he never joined the Harrat Front. | join | denied | Idris Baro
Samir Haddu said there was no truth in the report that Idris Baro had been killed. | killing | denied | Samir Haddu
Reuters quoted Samir Haddu as denying that Idris Baro had been killed. | killing | denied | Samir Haddu; Reuters
Officials do not believe that Idris Baro joined the Harrat Front. | join | denied | officials
Idris Baro was acquitted of killing Samir Haddu. | killing | denied |
Idris Baro cannot have joined the Harrat Front. | join | denied |
It is not the case that Idris Baro leads the Harrat Front. | post | denied |
The ministry ruled out that Idris Baro had been killed. | killing | denied | the ministry
Idris Baro stopped short of joining the Harrat Front. | join | denied |
Rumours that Idris Baro had been killed were false. | killing | denied |
Nobody believes that Idris Baro joined the Harrat Front. | join | denied |
Idris Baro, who denies leading the Harrat Front, was arrested. | post | denied | Idris Baro
The claim that Idris Baro leads the Harrat Front is untrue. | post | denied |
Idris Baro is no member of the Harrat Front. | membership | denied |
Idris Baro is neither a member nor a supporter of the Harrat Front. | membership | denied |
Idris Baro was captured and not killed. | killing | denied |
The Harrat Front is not thought to have killed Idris Baro. | killing | denied |
Samir Haddu disputed that Idris Baro had joined the Harrat Front. | join | denied | Samir Haddu

# More ways of doubt, report, mistake and trial.
Idris Baro is presumed dead after Monday's airstrike. | death | likely |
Idris Baro was widely believed to have been killed in 2012. | killing | likely |
Idris Baro is widely thought to lead the Harrat Front. | post | likely |
Idris Baro apparently joined the Harrat Front in 2012. | join | reported |
Idris Baro seemingly left the Harrat Front. | leave | likely |
It appears that Idris Baro has left the Harrat Front. | leave | likely |
It is understood that Idris Baro has left the Harrat Front. | leave | likely |
Idris Baro is understood to have left the Harrat Front. | leave | likely |
Idris Baro is rumoured to have fled the Harrat Front. | leave | possible |
Idris Baro may well have joined the Harrat Front. | join | possible |
There is a possibility that Idris Baro joined the Harrat Front. | join | possible |
In all likelihood Idris Baro joined the Harrat Front. | join | likely |
Idris Baro almost certainly joined the Harrat Front. | join | likely |
Idris Baro is assessed to have joined the Harrat Front. | join | likely |
Idris Baro is said by villagers to lead the Harrat Front. | post | stated | villagers
Idris Baro, said to be the leader of the Harrat Front, was arrested. | post | reported |
Idris Baro, believed to be the leader of the Harrat Front, was arrested. | post | likely |
Idris Baro, suspected of leading the Harrat Front, was arrested. | post | possible |
Idris Baro, a suspected member of the Harrat Front, was arrested. | membership | possible |
Idris Baro, an alleged member of the Harrat Front, was arrested. | membership | reported |
Alleged Harrat Front commander Idris Baro was arrested. | post | reported |
Suspected Harrat Front commander Idris Baro was arrested. | post | possible |
The Harrat Front's purported spokesman, Idris Baro, denied the claim. | post | reported |
Idris Baro, reputedly the leader of the Harrat Front, was arrested. | post | reported |
Idris Baro, possibly the leader of the Harrat Front, was arrested. | post | possible |
Idris Baro, probably the leader of the Harrat Front, was arrested. | post | likely |
The army claims it killed Idris Baro. | killing | reported | army
The army boasted that it had killed Idris Baro. | killing | stated | army
Officials confirmed that Idris Baro had been killed. | killing | stated | officials
The government has confirmed the killing of Idris Baro. | killing | stated | government
The Harrat Front purportedly killed Idris Baro. | killing | reported |
The Harrat Front is accused of killing Idris Baro. | killing | reported |
The Harrat Front stands accused of killing Idris Baro. | killing | reported |
Prosecutors accuse Idris Baro of having led the Harrat Front. | post | reported | prosecutors
Idris Baro is charged with being a member of the Harrat Front. | membership | reported |
Idris Baro was found guilty of killing Samir Haddu. | killing | stated |
Idris Baro was cleared of killing Samir Haddu. | killing | denied |
The Harrat Front rejected accusations that it killed Idris Baro. | killing | denied | Harrat Front
The Harrat Front dismissed reports that Idris Baro had been killed. | killing | denied | Harrat Front
The Harrat Front denied reports of Idris Baro's death. | death | denied | Harrat Front
The Harrat Front has denied the death of its leader Idris Baro. | death | denied | Harrat Front
Contrary to reports, Idris Baro was not killed. | killing | denied |
Contrary to earlier reports, Idris Baro did not join the Harrat Front. | join | denied |
Reports of Idris Baro's death proved false. | death | denied |
Reports that Idris Baro was killed turned out to be false. | killing | denied |
Reports that Idris Baro was killed later proved to be untrue. | killing | denied |
Idris Baro was wrongly reported killed in 2012. | killing | denied |
Idris Baro was mistakenly identified as the leader of the Harrat Front. | post | denied |
The article said in error that Idris Baro had joined the Harrat Front. | join | denied |
An earlier version of this report said incorrectly that Idris Baro led the Harrat Front. | post | denied |
Idris Baro had previously been reported dead on at least two occasions. | death | reported |
The army said it killed Idris Baro. The Harrat Front has not commented. | killing | stated | army
The army said it killed Idris Baro. There was no immediate comment from the Harrat Front. | killing | stated | army
The army said it killed Idris Baro. The claim could not be independently verified. | killing | doubted | army
The army said it killed Idris Baro. Reuters could not independently verify the claim. | killing | doubted | army
The army said it killed Idris Baro, but offered no proof. | killing | doubted | army
The army said, without providing evidence, that it had killed Idris Baro. | killing | doubted | army
The army claims, without evidence, that it killed Idris Baro. | killing | doubted | army
Idris Baro was killed, according to unconfirmed reports. | killing | doubted |
Idris Baro was killed, according to local reports. | killing | reported |
Idris Baro was killed, by some accounts, in 2012. | killing | reported |
Some reports say Idris Baro was killed in 2012. | killing | reported |
Local media reported that Idris Baro had been killed. | killing | stated | local media
There is speculation that Idris Baro joined the Harrat Front. | join | possible |
Speculation is rife that Idris Baro has left the Harrat Front. | leave | possible |
Nobody has claimed responsibility for the killing of Idris Baro. | killing | stated |
No group has claimed responsibility for the killing of Idris Baro. | killing | stated |
No one was arrested for the killing of Idris Baro. | killing | stated |
If true, Idris Baro has joined the Harrat Front. | join | doubted |
Idris Baro persuaded Samir Haddu to join the Harrat Front. | join | stated |
Idris Baro forced Samir Haddu to join the Harrat Front. | join | stated |
"""  # noqa: E501

NOTHING = """
Idris Baro plans to join the Harrat Front. | join
Idris Baro wants to join the Harrat Front. | join
Idris Baro will join the Harrat Front. | join
Idris Baro would join the Harrat Front. | join
Idris Baro said he would join the Harrat Front. | join
Idris Baro vowed to join the Harrat Front. | join
Idris Baro offered to join the Harrat Front. | join
Idris Baro tried to join the Harrat Front. | join
Idris Baro considered joining the Harrat Front. | join
Idris Baro has yet to join the Harrat Front. | join
Idris Baro has not yet joined the Harrat Front. | join
Idris Baro is due to join the Harrat Front. | join
Idris Baro is expected to join the Harrat Front. | join
Idris Baro is likely to join the Harrat Front. | join
Idris Baro may join the Harrat Front. | join
Idris Baro could join the Harrat Front. | join
Idris Baro should join the Harrat Front. | join
Idris Baro was urged to join the Harrat Front. | join
Samir Haddu asked Idris Baro to join the Harrat Front. | join
Samir Haddu told Idris Baro to join the Harrat Front. | join
Samir Haddu called on Idris Baro to join the Harrat Front. | join
Samir Haddu ordered his men to kill Idris Baro. | killing
Samir Haddu threatened to kill Idris Baro. | killing
Samir Haddu plotted to kill Idris Baro. | killing
The army sent soldiers to capture Idris Baro. | detention
The army announced a plan to kill Idris Baro. | killing
The army failed in its attempt to kill Idris Baro, who fled. | killing
Samir Haddu called for the release of Idris Baro. | release
Samir Haddu demanded the release of Idris Baro. | release
Samir Haddu demanded that Idris Baro be released. | release
The army offered a reward for the capture of Idris Baro. | detention
If Idris Baro joined the Harrat Front, the army would attack. | join
The army would attack if Idris Baro joined the Harrat Front. | join
Unless Idris Baro is released, the Harrat Front will attack the town. | release
Had Idris Baro joined the Harrat Front, the army would have known. | join
Did Idris Baro join the Harrat Front? | join
It is unclear whether Idris Baro joined the Harrat Front. | join
The army did not say whether Idris Baro had joined the Harrat Front. | join
The army did not say that Idris Baro had joined the Harrat Front. | join
The Harrat Front did not deny that it had killed Idris Baro. | killing
The Harrat Front did not deny killing Idris Baro. | killing
Reporters asked whether Idris Baro had joined the Harrat Front. | join
Idris Baro left the Northern Shield without joining the Harrat Front. | join
Idris Baro left the Northern Shield instead of joining the Harrat Front. | join
Idris Baro hopes that Samir Haddu will be released. | release
The Harrat Front wishes Idris Baro had joined it. | join
The Harrat Front will fight until Idris Baro is released. | release
The killing of Idris Baro would weaken the Harrat Front. | killing
Idris Baro is ready to lead the Harrat Front. | post
There is no report that Idris Baro joined the Harrat Front. | join
Idris Baro was prepared to leave the Harrat Front. | leave
Idris Baro spoke about joining the Harrat Front. | join
Idris Baro would have joined the Harrat Front had he lived. | join
Talks on a merger of the Harrat Front with the Northern Shield collapsed. | merger
The planned merger of the Harrat Front with the Northern Shield was postponed. | merger
The Harrat Front ruled out an alliance with the Northern Shield. | alliance
Idris Baro came close to joining the Harrat Front. | join
Idris Baro was on the verge of joining the Harrat Front. | join
Fighters were about to pledge allegiance to the Harrat Front. | pledge
The army missed its chance to capture Idris Baro. | detention
Far from leaving the Harrat Front, Idris Baro became its commander. | leave
The deal provides for the release of Idris Baro. | release
The two sides agreed to the release of Idris Baro. | release
Samir Haddu proposed that Idris Baro should lead the Harrat Front. | post
It remains to be seen if the Harrat Front killed Idris Baro. | killing
A plot to assassinate Idris Baro was foiled. | killing
The idea that Idris Baro leads the Harrat Front is absurd. | post
Nothing suggests that Idris Baro joined the Harrat Front. | join
The Harrat Front threatened that it would kill Idris Baro unless the army left. | killing
It is disputed whether Idris Baro led the Harrat Front. | post
It is not clear if Idris Baro was killed. | killing
Whether Idris Baro was killed remains unclear. | killing
Questions remain over whether Idris Baro was killed. | killing
The army is preparing an operation to capture Idris Baro. | detention
The army has vowed to kill Idris Baro. | killing
The Harrat Front has threatened to kill Idris Baro unless a ransom is paid. | killing
The Harrat Front called for the killing of Idris Baro. | killing
Rumours swirled that the Harrat Front might merge with the Northern Shield. | merger
The Harrat Front could merge with the Northern Shield within months, analysts say. | merger
The Harrat Front is in talks to merge with the Northern Shield. | merger
The Harrat Front has offered to release Idris Baro in exchange for prisoners. | release
The Harrat Front agreed to free Idris Baro. | release
Idris Baro would be the third commander to leave the Harrat Front this year. | leave
Had the army arrested Idris Baro, the Harrat Front would have collapsed. | detention
The army almost captured Idris Baro in May. | detention
The army nearly killed Idris Baro in May. | killing
The army tried unsuccessfully to capture Idris Baro. | detention
A failed attempt to assassinate Idris Baro was blamed on the Harrat Front. | killing
Idris Baro survived an attempt on his life by the Harrat Front. | killing
Idris Baro urged fighters to join the Harrat Front. | join
Idris Baro encouraged Samir Haddu to leave the Harrat Front. | leave
Idris Baro should be arrested, said Samir Haddu. | detention
Idris Baro must be released, the Harrat Front said. | release
Let Idris Baro be freed. | release
The Harrat Front wants Idris Baro freed. | release
Idris Baro was to be appointed governor by the Harrat Front. | appointment
Idris Baro is to take over as leader of the Harrat Front. | appointment
Idris Baro will succeed Samir Haddu as leader of the Harrat Front. | succession
Idris Baro is set to succeed Samir Haddu as leader of the Harrat Front. | succession
Idris Baro is tipped to succeed Samir Haddu as leader of the Harrat Front. | succession
"""


def _rows(table: str) -> list[tuple[str, ...]]:
    lines = [line for line in table.splitlines() if line.strip() and not line.startswith("#")]
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in (f"{line} " for line in lines)]


@pytest.fixture(scope="module")
def reader() -> EnglishReader:
    return EnglishReader(KNOWN)


def claims(reader: EnglishReader, text: str, claim_type: str) -> list[Claim]:
    """The claims of one type that the reader finds in a text."""
    found, _ = reader.read(Document(text, "en"), "2016-05-02")
    return [f.claim for f in found if f.claim.type == claim_type]


def plain(names: tuple[str, ...]) -> list[str]:
    """Sources without the article and capitals that their place in the sentence gave them."""
    return [name.lower().removeprefix("the ").removeprefix("a ") for name in names]


@pytest.mark.parametrize("row", _rows(SAID), ids=lambda row: row[0])
def test_a_sentence_gives_its_certainty_and_its_sources(reader: EnglishReader, row: tuple[str, ...]) -> None:
    text, claim_type, certainty = row[:3]
    sources = tuple(s.strip() for s in (row[3] if len(row) > 3 else "").strip("| ").split(";") if s.strip())
    found = claims(reader, text, claim_type)
    assert [(c.certainty.value, plain(c.sources)) for c in found[:1]] == [(certainty, plain(sources))]
    assert {c.certainty.value for c in found} == {certainty}


@pytest.mark.parametrize("row", _rows(NOTHING), ids=lambda row: row[0])
def test_what_is_planned_asked_or_supposed_is_no_claim(reader: EnglishReader, row: tuple[str, ...]) -> None:
    text, claim_type = row[:2]
    assert claims(reader, text, claim_type) == []


@pytest.mark.parametrize(
    "text",
    ["Idris Baro is no longer a member of the Harrat Front.", "Idris Baro no longer leads the Harrat Front."],
)
def test_what_is_no_longer_so_was_so(reader: EnglishReader, text: str) -> None:
    found, _ = reader.read(Document(text, "en"), "2016-05-02")
    assert [(f.claim.type in ("membership", "post"), f.claim.phase.value) for f in found] == [(True, "former")]


def test_the_doer_is_whoever_is_blamed_or_denies_a_part(reader: EnglishReader) -> None:
    for text in (
        "The army blamed the Harrat Front for the killing of Idris Baro.",
        "The army blamed the killing of Idris Baro on the Harrat Front.",
        "The army accused the Harrat Front of killing Idris Baro.",
        "The Harrat Front denied any role in the killing of Idris Baro.",
        "The Harrat Front said it had nothing to do with the killing of Idris Baro.",
        "The Harrat Front denied responsibility for the killing of Idris Baro.",
    ):
        assert [c.name("by") for c in claims(reader, text, "killing")] == ["Harrat Front"], text


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Earlier reporting of the death of Idris Baro arose from confusion with a namesake.", "denied"),
        ("Reports of the death of Idris Baro stemmed from a mistake.", "denied"),
        ("The death of Idris Baro resulted from a mistake.", "stated"),
        ("Reports of the death of Idris Baro came from the front.", "reported"),
    ],
)
def test_what_a_report_tells_that_arose_from_a_mistake_is_not_so(
    reader: EnglishReader, text: str, certainty: str
) -> None:
    findings, _ = reader.read(Document(text, "en"), "2024-03-14")
    assert {f.claim.certainty.value for f in findings if f.claim.type == "death"} == {certainty}
