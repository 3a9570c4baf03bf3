"""Who says so: short texts, and for one claim type the chain of those who say it, nearest the event first.

`-` is the author's own word. A text may hold several claims: the row speaks of those of
its type, all of which agree but for denials.
"""

from __future__ import annotations

import re

import pytest

from allegiance.finder import Finder, Naming
from allegiance.model import Certainty, Document, Kind
from allegiance.reading import cited
from allegiance.reading.reader import EnglishReader

KNOWN = Finder.of(
    (
        Naming("Harrat Front", Kind.GROUP, "Harrat Front"),
        Naming("Kosso Brigade", Kind.GROUP, "Kosso Brigade"),
        Naming("Reuters", Kind.GROUP, "Reuters"),
        Naming("Radio Tamar", Kind.GROUP, "Radio Tamar"),
        Naming("Idris Baro", Kind.PERSON, "Idris Baro"),
        Naming("Samir Haddu", Kind.PERSON, "Samir Haddu"),
        Naming("Yusuf Dallo", Kind.PERSON, "Yusuf Dallo"),
    )
)

CHAINS = """
# Trailing, leading, inserted.
The Kosso Brigade seized the port on Friday, killing Idris Baro, the harbour master said. | killing | harbour master
According to the harbour master, the Kosso Brigade killed Idris Baro. | killing | harbour master
The Kosso Brigade, the harbour master told reporters, killed Idris Baro. | killing | harbour master
Idris Baro was killed at dawn, says the mayor of Tarmal. | killing | mayor of Tarmal
Idris Baro has joined the Harrat Front, his brother Samir Haddu told Radio Tamar. | join | Samir Haddu; Radio Tamar
Idris Baro has joined the Harrat Front, sources close to the family have confirmed. | join | sources close to the family
Idris Baro was killed, Interior Minister Samir Haddu has announced. | killing | Samir Haddu
Samir Haddu, former head of the Kosso Brigade, told the Panel in a letter that Idris Baro had left the Harrat Front. | leave | Samir Haddu
Police arrested Idris Baro, residents of Tarmal, who watched, said. | detention | residents of Tarmal
Yusuf Dallo has joined the Kosso Brigade, like Idris Baro, police intelligence, citing letters, says. | join | letters; police intelligence
In the words of Samir Haddu, Idris Baro betrayed and left the Harrat Front. | leave | Samir Haddu
Idris Baro left the Harrat Front in 2019, a former fighter recalls. | leave | former fighter
Idris Baro left the Harrat Front in 2019, court papers show. | leave | court papers
Police said that Idris Baro had been arrested at the border. | detention | police
The army spokesman, Colonel Samir Haddu, told reporters in Tarmal that soldiers had killed Idris Baro. | killing | Samir Haddu
A military source, speaking on condition of anonymity, said that Idris Baro had been killed. | killing | military source
Speaking to Radio Tamar on condition of anonymity, a military source said that Idris Baro had been killed. | killing | military source; Radio Tamar

# Sub-clauses that stand behind or before what is said are the author's own where they only date it.
When Idris Baro was killed in 2021, the council, according to Samir Haddu, chose his nephew. | killing | -
After Idris Baro was killed in 2021, villagers said, the Harrat Front moved its camp. | killing | -
Residents said the Harrat Front had raided the market, three days after soldiers killed Idris Baro. | killing | -
The spokesman said the Harrat Front left the town two weeks before Idris Baro was arrested. | detention | -
Officials said fighters of the Kosso Brigade stormed the jail when Idris Baro was freed. | attack | officials
Police said Idris Baro was killed when soldiers stormed his house. | killing | police
The army said it killed Idris Baro after he attacked a checkpoint. | killing | army

# A relative or an apposition is the author's own.
The army said that Idris Baro, who joined the Harrat Front in 2015, had been killed. | join | -
The army said that Idris Baro, leader of the Harrat Front, had been killed. | post | -
Idris Baro, a member of the Harrat Front, was killed, the army said. | membership | -
Samir Haddu, who left the Kosso Brigade in 2018, said that Idris Baro had been killed. | leave | -

# What stands behind `and` covers only what follows.
Idris Baro was arrested in Tarmal in May, and according to his lawyer he was freed in June. | detention | -
Idris Baro was arrested in Tarmal in May, and according to his lawyer he was freed in June. | release | his lawyer
Idris Baro was arrested in Tarmal in May and, according to his lawyer, was freed in June. | detention | -
Idris Baro was arrested in Tarmal in May and, according to his lawyer, was freed in June. | release | his lawyer
Idris Baro leads the Harrat Front and, according to the army, killed Samir Haddu. | post | -
The Harrat Front is the main armed wing of the Kosso Brigade and, according to officials, close to the mosques. | affiliation | -
Idris Baro was arrested; according to his brother he is innocent. | detention | -

# A group announces itself.
On 15 January 2006 the Harrat Front announced its formation. | founding | Harrat Front
The Kosso Brigade has announced its merger with the Harrat Front. | merger | Kosso Brigade
The Kosso Brigade declared that it had merged into the Harrat Front. | merger | Kosso Brigade
In a video, the Harrat Front announced that it had killed Idris Baro. | killing | Harrat Front
The Kosso Brigade announced on Telegram that Idris Baro was its new emir. | post | Kosso Brigade

# Whose statement it is.
A statement attributed to the Harrat Front said that Idris Baro had been killed. | killing | Harrat Front
Idris Baro has been killed, according to a statement attributed to the Harrat Front. | killing | Harrat Front
Idris Baro has been killed, according to a statement by the Harrat Front posted online on Thursday. | killing | Harrat Front
Idris Baro has been killed, according to a statement from the group's spokesman, Samir Haddu. | killing | Samir Haddu
A communique in the name of the Harrat Front said Idris Baro had been killed. | killing | Harrat Front
A video purportedly released by the Harrat Front said Idris Baro had been killed. | killing | Harrat Front
A statement released by the Harrat Front late on Monday said that Idris Baro had been killed. | killing | Harrat Front
In a statement, the Harrat Front said that Idris Baro had been killed. | killing | Harrat Front
The Harrat Front said in a statement on Monday that Idris Baro had been killed. | killing | Harrat Front
In a statement carried by Radio Tamar, the Harrat Front said that Idris Baro had been killed. | killing | Harrat Front; Radio Tamar
In an audio message Samir Haddu said that Idris Baro had left the Harrat Front. | leave | Samir Haddu
The Harrat Front issued a statement on Monday. The statement said that Idris Baro had been killed. | killing | Harrat Front
The Harrat Front issued a statement on Monday. It said that Idris Baro had been killed. | killing | Harrat Front
The Harrat Front issued a statement on Monday. According to the statement, Idris Baro was killed in Tarmal. | killing | Harrat Front
The Harrat Front published a video on Monday. In the video, a masked man says that Idris Baro was killed. | killing | masked man
A court document seen by Reuters says Idris Baro joined the Harrat Front in 2015. | join | court document; Reuters

# Chains.
Reuters quoted a commander as saying that the group's spokesman had confirmed that Idris Baro was killed. | killing | group's spokesman; commander; Reuters
Radio Tamar quoted Samir Haddu as saying that Idris Baro had been killed. | killing | Samir Haddu; Radio Tamar
Radio Tamar, quoting Samir Haddu, said that Idris Baro had been killed. | killing | Samir Haddu; Radio Tamar
Radio Tamar, citing a police officer, then reported that Idris Baro had been killed. | killing | police officer; Radio Tamar
Radio Tamar reported that the army had said that Idris Baro was killed. | killing | army; Radio Tamar
The army told Reuters that a prisoner had said Idris Baro led the Harrat Front. | post | prisoner; army; Reuters
According to Reuters, Samir Haddu said that Idris Baro had been killed. | killing | Samir Haddu; Reuters
Idris Baro was killed, Radio Tamar said, quoting the army. | killing | army; Radio Tamar
Idris Baro was killed, according to officials quoted by Reuters. | killing | officials; Reuters
Idris Baro was killed, Samir Haddu was quoted as saying by Radio Tamar. | killing | Samir Haddu; Radio Tamar
Idris Baro was killed, Reuters reported, citing two people with knowledge of the raid. | killing | two people with knowledge of the raid; Reuters
In an interview with Radio Tamar, Samir Haddu said that Idris Baro had been killed. | killing | Samir Haddu; Radio Tamar
Samir Haddu told the court that Idris Baro had said he led the Harrat Front. | post | Idris Baro; Samir Haddu

# Described speakers.
Two members of the municipal council at Ansouf said that Idris Baro had been killed. | killing | two members of the municipal council at Ansouf
A relative who asked not to be identified said that Idris Baro had been killed. | killing | relative
Seven ex-combatants and a mineral trader said that Idris Baro had joined the Harrat Front. | join | seven ex-combatants; mineral trader
Several of the commanders testified that Idris Baro had joined the Harrat Front. | join | several of the commanders
Some of his former comrades say that Idris Baro has joined the Harrat Front. | join | some of his former comrades
Many residents of Tarmal say that Idris Baro has joined the Harrat Front. | join | many residents of Tarmal
A man introduced as Samir Haddu said that Idris Baro had joined the Harrat Front. | join | Samir Haddu
A man who identified himself as Samir Haddu said that Idris Baro had joined the Harrat Front. | join | Samir Haddu
A spokesman for the Harrat Front, Samir Haddu, said that Idris Baro had been killed. | killing | Samir Haddu
Harrat Front spokesman Samir Haddu said that Idris Baro had been killed. | killing | Samir Haddu
The spokesman of the Harrat Front said that Idris Baro had been killed. | killing | spokesman of the Harrat Front
A spokesman for the Harrat Front said that Idris Baro had been killed. | killing | spokesman for the Harrat Front
Idris Baro has joined the Harrat Front, according to two members of the brigade who spoke on condition of anonymity. | join | two members of the brigade
Idris Baro has joined the Harrat Front, according to a diplomat who declined to be named. | join | diplomat
Media reports said that Idris Baro had joined the Harrat Front. | join | media reports
Idris Baro has joined the Harrat Front, local media reported. | join | local media
Idris Baro joined the Harrat Front, according to leaked documents. | join | leaked documents

# Whom the speaker is called after.
Two security sources and a village chief said that Samir Haddu had fled. Idris Baro has been named emir of the Harrat Front, according to the chief. | appointment | village chief
Official sources said four hideouts were hit. The sources said that Idris Baro was killed. | killing | official sources
Official sources said four hideouts were hit. They said that Idris Baro was killed. | killing | official sources
A police officer spoke to this newspaper. Idris Baro was killed in his house, the officer said. | killing | police officer
The Interior Ministry announced an inquiry. Idris Baro was killed by bandits, the ministry said. | killing | Interior Ministry
The Morning Herald devotes two pages to the hills. Idris Baro, the paper says, has joined the Harrat Front. | join | Morning Herald
Radio Tamar led its bulletin with the hills. The station said that Idris Baro had joined the Harrat Front. | join | Radio Tamar
The Interior Ministry disagrees: Idris Baro, it says, was killed in 2017. | killing | Interior Ministry
Samir Haddu denies this: Idris Baro, he says, was killed in 2017. | killing | Samir Haddu
Samir Haddu is a butcher in Tarmal. Idris Baro was killed in 2017, he says. | killing | Samir Haddu
Colonel Samir Haddu gave a press conference in Tarmal. Idris Baro was killed at noon, the colonel said. | killing | Samir Haddu
A diplomat agreed to talk. Idris Baro, the diplomat said, had left the Harrat Front. | leave | diplomat

# Quotation.
"Idris Baro joined the Harrat Front in May," Samir Haddu said. "Idris Baro left the Kosso Brigade in June." | leave | Samir Haddu
"We were tired. Idris Baro joined the Harrat Front in May," said Samir Haddu. | join | Samir Haddu
Samir Haddu was blunt: "Idris Baro joined the Harrat Front in May." | join | Samir Haddu
Samir Haddu remembers it well. "Idris Baro joined the Harrat Front in May. Then he was killed by the army." | killing | Samir Haddu
"Idris Baro joined the Harrat Front in May," wrote the Morning Herald. | join | Morning Herald
"Our fighters killed Idris Baro," the Harrat Front said in a statement. | killing | Harrat Front
"Idris Baro left the Harrat Front in May," an aide said. "And in June he was killed by the army." | killing | aide
"The army killed Idris Baro," she said. | killing | -

# A report wholly about one statement or video.
In a video released on Sunday, Samir Haddu listed the month's losses. Idris Baro was killed on 3 May, he said. | killing | Samir Haddu

# The author's own.
Idris Baro left the Harrat Front in 2019. The army said it was glad. | leave | -
The army said it was glad. Idris Baro left the Harrat Front in 2019. | leave | -
Idris Baro denied the charge. He joined the Harrat Front in 2015. | join | -
The Panel confirmed that Idris Baro had joined the Harrat Front. | join | -
Two traders told the Panel that Idris Baro had joined the Harrat Front. | join | two traders
A clip circulated in July shows Idris Baro pledging allegiance to the Harrat Front. | pledge | -
The jury heard that Idris Baro joined the Harrat Front in 2015. | join | -
The court heard that Idris Baro joined the Harrat Front in 2015. | join | -
It emerged that Idris Baro had joined the Harrat Front. | join | -
Idris Baro was found to have joined the Harrat Front. | join | -

# Denial, doubt and charges, with their speakers.
Samir Haddu rejected reports that Idris Baro had joined the Harrat Front. | join | Samir Haddu
In a statement on Monday Samir Haddu had rejected reports that Idris Baro had joined the Harrat Front. | join | Samir Haddu
The Harrat Front denied the army's claim that Idris Baro had been killed. | killing | Harrat Front
Idris Baro was killed, the army claimed. The Harrat Front denied it. | killing | army
Samir Haddu broke with Idris Baro, whom he accused of supporting the Harrat Front. | support | Samir Haddu
Samir Haddu accused Idris Baro of killing Yusuf Dallo. | killing | Samir Haddu
Prosecutors allege that Idris Baro joined the Harrat Front. | join | prosecutors
An indictment alleges that Idris Baro joined the Harrat Front. | join | indictment
Idris Baro is accused by prosecutors of having joined the Harrat Front. | join | prosecutors

# Titles are no part of a name.
Idris Baro was arrested in Tarmal, Superintendent of Police Samir Haddu said. | detention | Samir Haddu
Idris Baro was arrested in Tarmal, Deputy Inspector General Samir Haddu said. | detention | Samir Haddu
Idris Baro was arrested in Tarmal, Lt. Col. Samir Haddu, brigade commander, said. | detention | Samir Haddu
Idris Baro was arrested in Tarmal, said Brig. Gen. Samir Haddu, task force commander. | detention | Samir Haddu
Idris Baro was arrested in Tarmal, Foreign Minister Samir Haddu told Reuters. | detention | Samir Haddu; Reuters

# More of all these.
Two doctors and a nurse told Radio Tamar that Idris Baro had been killed. | killing | two doctors; nurse; Radio Tamar
Idris Baro was freed on Monday, his family announced. | release | his family
Idris Baro was freed on Monday, the charity said in a statement. | release | charity
Idris Baro was freed on Monday, the charity and two relatives said. | release | charity; two relatives
Idris Baro was freed on Monday, according to the charity and two relatives. | release | charity; two relatives
Idris Baro was freed on Monday, a relative who asked not to be named told Reuters by telephone. | release | relative; Reuters
In its annual report, the ministry said Idris Baro had left the Harrat Front. | leave | ministry
In a letter to Reuters, Samir Haddu said Idris Baro had left the Harrat Front. | leave | Samir Haddu; Reuters
Samir Haddu wrote on Facebook that Idris Baro had left the Harrat Front. | leave | Samir Haddu
Samir Haddu tweeted that Idris Baro had left the Harrat Front. | leave | Samir Haddu
Idris Baro left the Harrat Front over money, as Samir Haddu tells it. | leave | Samir Haddu
Idris Baro left the Harrat Front over money, Samir Haddu insists. | leave | Samir Haddu
Intelligence reports indicate that Idris Baro left the Harrat Front. | leave | intelligence reports
Idris Baro is said by neighbours to have left the Harrat Front. | leave | neighbours
Neighbours are quoted as saying that Idris Baro left the Harrat Front. | leave | neighbours
A diplomat in Tarmal and a trader who knows the family said that Idris Baro had left the Harrat Front. | leave | diplomat in Tarmal; trader who knows the family
Idris Baro, officials say, left the Harrat Front in 2019 and joined the Kosso Brigade. | join | officials
Idris Baro was arrested on Monday. He had joined the Harrat Front in 2015, police said. | detention | -
Idris Baro was arrested on Monday. He had joined the Harrat Front in 2015, police said. | join | police
Police said Idris Baro had been arrested. He joined the Harrat Front in 2015. | join | -
Police said Idris Baro had been arrested. He had joined the Harrat Front in 2015, they said. | join | police
The mayor said Idris Baro had been arrested. He had joined the Harrat Front in 2015, he said. | join | mayor
The mayor said the road was open. Idris Baro had been arrested, he added. | detention | mayor
A spokeswoman said the road was open. Idris Baro had been arrested, she added. | detention | spokeswoman
The Interior Ministry said the road was open. It said Idris Baro had been arrested. | detention | Interior Ministry
Samir Haddu told reporters the road was open. He said Idris Baro had been arrested. | detention | Samir Haddu
The army said it regretted the deaths; a villager said soldiers had killed Idris Baro. | killing | villager
Although the army denies it, villagers say soldiers killed Idris Baro. | killing | villagers
A video posted by the Harrat Front shows Idris Baro being freed. | release | Harrat Front
The caption of a photograph says nothing. Idris Baro joined the Harrat Front in 2015. | join | -
Radio Tamar posted a photograph on Sunday. The caption said that Idris Baro had been killed. | killing | Radio Tamar
Samir Haddu was killed, he said. | killing | -
Idris Baro was killed on Monday. Samir Haddu, his deputy, said nothing. | killing | -
The Harrat Front lied when it said that soldiers had killed Idris Baro. | killing | Harrat Front
Idris Baro was killed in a raid, according to plan. | killing | -
Idris Baro was killed in a raid, according to some accounts. | killing | -
Idris Baro, according to whom the war is lost, left the Harrat Front. | leave | -
Samir Haddu was quoted by Reuters as saying that Idris Baro had been killed. | killing | Samir Haddu; Reuters
A widow from Tarmal disagreed. Idris Baro, she said, was killed in 2017. | killing | widow from Tarmal
Idris Baro, by Samir Haddu's account, was killed by the army. | killing | Samir Haddu
When Idris Baro was killed in November 2021, the council, by Samir Haddu's account, chose his nephew. | killing | -
A spokesman for the Kosso Brigade, Samir Haddu, told Radio Tamar by telephone that Idris Baro had joined the Harrat Front. | join | Samir Haddu; Radio Tamar
Samir Haddu had in a statement on Monday said that Idris Baro joined the Harrat Front. | join | Samir Haddu
Three policemen were wounded on Monday. Radio Tamar spoke of nine. Idris Baro, it said, was killed. | killing | Radio Tamar
According to a statement issued by the Harrat Front on 4 February, its deputy commander, Idris Baro, was among those killed. | killing | Harrat Front
A spokesman, Samir Haddu, claimed the attack. Speaking to reporters, he said that Idris Baro had left the Harrat Front. | leave | Samir Haddu
Idris Baro was arrested on Sunday, police chief Samir Haddu said. He had left the Harrat Front in 2015, the officer added. | leave | Samir Haddu
He said that Idris Baro had left the Harrat Front. | leave | -
The Morning Herald has a scoop: Idris Baro, it says, has joined the Harrat Front. | join | Morning Herald

# Told across sentences, from papers and products, through several, by those who are not named.
"We buried him ourselves," said the imam of Tarmal. "The Kosso Brigade killed Idris Baro on the road. Everyone here saw it." | killing | imam of tarmal
"He came to us in May," a Harrat Front commander said. "Idris Baro joined the Harrat Front because he was tired. That is all." | join | harrat front commander
The farmer spoke slowly. "Idris Baro left the Harrat Front two years ago," he said. "He wanted to plant again." | leave | farmer
"Idris Baro has been freed," Samir Haddu, his lawyer, told journalists outside the court. | release | samir haddu
"The Kosso Brigade killed Idris Baro," one of the porters said, asking not to be named. | killing | one of the porters
Two intelligence officials, both of whom spoke on condition of anonymity because they were not allowed to brief the press, said Idris Baro had been arrested. | detention | two intelligence officials
Officials, who spoke on condition of anonymity, said the Kosso Brigade had killed Idris Baro. | killing | officials
A diplomat in Tarmal, who was not authorised to speak publicly, said Idris Baro had left the Harrat Front. | leave | diplomat in tarmal
On condition that her name not be printed, a cousin of the commander said that Idris Baro had joined the Harrat Front. | join | cousin of the commander
Idris Baro has joined the Harrat Front, Reuters reported on Friday, citing two border guards. | join | two border guards; reuters
Idris Baro was killed on Friday, Radio Tamar said, quoting the governor. | killing | governor; radio tamar
Reuters, citing a court clerk, reported that Idris Baro had been arrested. | detention | court clerk; reuters
Reuters quoted a police officer as saying Idris Baro had been arrested. | detention | police officer; reuters
Radio Tamar quoted Samir Haddu as saying that the Harrat Front had killed Idris Baro. | killing | samir haddu; radio tamar
The governor, quoted by Reuters, said Idris Baro had been arrested. | detention | governor; reuters
The governor told Reuters that, according to the army, Idris Baro had been arrested. | detention | army; governor; reuters
Samir Haddu said he had been told by a guard that Idris Baro had been freed. | release | guard; samir haddu
Samir Haddu said the police had informed him that Idris Baro had been arrested. | detention | police; samir haddu
The Harrat Front said in a statement on Sunday that Idris Baro had joined it. | join | harrat front
In a statement read out on Radio Tamar, the Harrat Front said Idris Baro had been killed. | killing | harrat front; radio tamar
A statement from the Harrat Front, carried by Radio Tamar, said that Idris Baro had been killed. | killing | harrat front; radio tamar
The Harrat Front issued a statement on Monday. It said that the Kosso Brigade had killed Idris Baro. | killing | harrat front
The Harrat Front posted a video on Monday. In the video, a masked man says that Idris Baro has left the movement. | leave | masked man
A leaflet signed by the Harrat Front and left at the mosque says Idris Baro has been expelled from the movement. | leave | harrat front
The army's statement said that soldiers had arrested Idris Baro near the bridge. | detention | army
An army communiqué said soldiers had arrested Idris Baro near the bridge. | detention | army
A press release of the interior ministry says Idris Baro was arrested near the bridge. | detention | interior ministry
The interior ministry tweeted that Idris Baro had been arrested near the bridge. | detention | interior ministry
On its Telegram channel the Harrat Front wrote that Idris Baro had been killed. | killing | harrat front
On his Facebook page Samir Haddu wrote that Idris Baro had been killed. | killing | samir haddu
A post on the website of the Harrat Front said Idris Baro had been killed. | killing | harrat front
The indictment says that Idris Baro joined the Harrat Front in 2014. | join | indictment
Court documents seen by Reuters show that Idris Baro joined the Harrat Front in 2014. | join | court documents; reuters
In its judgment the court found that Idris Baro had joined the Harrat Front in 2014. | join | court
A report by the Tarmal Institute says that Idris Baro joined the Harrat Front in 2014. | join | tarmal institute
The researchers write that Idris Baro joined the Harrat Front in 2014. | join | researchers
The book's author, Samir Haddu, writes that Idris Baro joined the Harrat Front in 2014. | join | samir haddu
Idris Baro joined the Harrat Front, by his own account, in 2014. | join | idris baro
The Kosso Brigade killed Idris Baro at the well and burnt his house and his brother's mill, according to villagers. | killing | villagers
Samir Haddu, mayor of Tarmal, confirmed the death. He said the Kosso Brigade had killed Idris Baro at the well. | killing | samir haddu
The mayor of Tarmal was at the scene. He said the Kosso Brigade had killed Idris Baro at the well. | killing | mayor of tarmal
Colonel Samir Haddu leads the garrison. Idris Baro, he said, was arrested without a shot. | detention | samir haddu
A police spokeswoman gave few details. Idris Baro was arrested at the bridge, she said. | detention | police spokeswoman
Police sources said Idris Baro had been arrested. They added that Yusuf Dallo had been freed. | release | police sources
The army announced the arrest of Idris Baro. | detention | army
The governor confirmed that Idris Baro had been arrested. | detention | governor
Villagers reported the killing of Idris Baro by the Kosso Brigade. | killing | villagers
What the army says is that Idris Baro was killed by the Kosso Brigade. | killing | army
Asked about the raid, the governor replied that Idris Baro had been arrested. | detention | governor
Reached by telephone, Samir Haddu insisted that Idris Baro had left the Harrat Front. | leave | samir haddu
The trader lowered his voice. "They took him at the ford," he said. "The Kosso Brigade killed Idris Baro." | killing | trader
"I saw the body," a nurse at the Tarmal clinic told Radio Tamar. "The Kosso Brigade killed Idris Baro." | killing | nurse at the tarmal clinic; radio tamar
Several of the drivers said the Kosso Brigade had killed Idris Baro. | killing | several of the drivers
A government official told Reuters on condition of anonymity that Idris Baro had been arrested. | detention | government official; reuters
Idris Baro has been arrested, said a government official who was not allowed to speak to the media. | detention | government official
Idris Baro has been arrested, according to a Western diplomat familiar with the case. | detention | western diplomat familiar with the case
According to a letter obtained by Reuters, Idris Baro left the Harrat Front in 2019. | leave | letter; reuters
A video obtained by Radio Tamar shows that Idris Baro has joined the Harrat Front, the station said. | join | video; radio tamar
In an audio message the group's spokesman, Samir Haddu, said Idris Baro had been killed. | killing | samir haddu
Speaking on state television, Samir Haddu said Idris Baro had left the Harrat Front. | leave | samir haddu
In an interview with Reuters, Samir Haddu said Idris Baro had left the Harrat Front. | leave | samir haddu; reuters
The army said in a statement on its website that soldiers had arrested Idris Baro. | detention | army
Army spokesman Samir Haddu said in a statement that soldiers had arrested Idris Baro. | detention | samir haddu
Reuters learned from two officers that Idris Baro had been arrested. | detention | two officers; reuters
Radio Tamar said it had learned from a guard that Idris Baro had been freed. | release | guard; radio tamar
Idris Baro has been freed, Reuters has learned. | release | reuters
Prosecutors allege that Idris Baro joined the Harrat Front in 2014. | join | prosecutors
The defence said that Idris Baro had left the Harrat Front in 2014. | leave | defence
Under questioning, Samir Haddu told investigators that Idris Baro had joined the Harrat Front. | join | samir haddu
A former member of the Harrat Front testified that Idris Baro had joined it in 2014. | join | former member of the harrat front
Witnesses in Tarmal described how the Kosso Brigade killed Idris Baro. | killing | witnesses in tarmal
The priest went on: "Idris Baro left the Harrat Front because of his mother." | leave | priest
"Idris Baro left the Harrat Front," adds the priest. | leave | priest
The governor, Yusuf Dallo, said that Samir Haddu had told him that Idris Baro had been freed. | release | samir haddu; yusuf dallo
The head of the Tarmal council told reporters on Tuesday evening that Idris Baro had been freed. | release | head of the tarmal council
A spokesman for the Harrat Front said its fighters had confirmed that the Kosso Brigade killed Idris Baro. | killing | its fighters; spokesman for the harrat front
The panel's report, published in May, states that Idris Baro joined the Harrat Front in 2014. | join | panel
Idris Baro joined the Harrat Front in 2014, his widow told this newspaper last week over tea in her brother's house in Tarmal. | join | his widow
His neighbours remember it well: Idris Baro joined the Harrat Front in the spring of 2014, they say. | join | his neighbours
Idris Baro, his mother says, joined the Harrat Front out of hunger. | join | his mother
Idris Baro was killed by the Kosso Brigade, according to three people who were at the well and who later walked to Tarmal to tell the police what they had seen. | killing | three people who were at the well

# Who said so in a cleft; who broke the news; in whose name; some in a body; frank before a quotation; not in his own words.
It was the army that said Idris Baro had been killed. | killing | army
It was the army which announced the death of Idris Baro. | death | army
It was Samir Haddu who said that Idris Baro had been killed. | killing | Samir Haddu
It was the army that killed Idris Baro. | killing | -
Radio Tamar broke the news that Idris Baro had been killed. | killing | Radio Tamar
Radio Tamar carried a report that Idris Baro had been killed. | killing | Radio Tamar
A text message sent to this paper in Samir Haddu's name said that Idris Baro had left the Harrat Front. | leave | Samir Haddu
Some in Tarmal suspect the Harrat Front of the attack on the post office. | attack | Some in Tarmal
Many in the Kosso Brigade say Idris Baro has joined the Harrat Front. | join | Many in the Kosso Brigade
Some say Idris Baro has joined the Harrat Front. | join | -
Press reports that Idris Baro had joined the Harrat Front surfaced in May. | join | Press reports
Samir Haddu accused the mayor of shielding the murderers of Idris Baro. | killing | -
Samir Haddu was categorical. "Idris Baro has left the Harrat Front." | leave | Samir Haddu
Samir Haddu was tired. "Idris Baro has left the Harrat Front." | leave | -
The mayor described the strike as defensive: "Soldiers have killed Idris Baro, of the Harrat Front." The Kosso Brigade said it would take revenge. | killing | mayor
"I knew Idris Baro well," Samir Haddu said. "He joined the Kosso Brigade in May." | join | Samir Haddu
"Idris Baro has left the Harrat Front," Samir Haddu said. "He joined the Kosso Brigade in May." | join | Samir Haddu
"""  # noqa: E501

INTERVIEW = """"They paid better"

Samir Haddu, a former driver, spoke to us in Tarmal.

Q: Whom did you drive?

A: Idris Baro joined the Harrat Front in 2012.

Q: Was he killed by the army?

A: The army killed Idris Baro in 2019.
"""

STATEMENT = """HARRAT FRONT

Statement no. 12

The Harrat Front informs the public of what follows, so that nobody in the region may be deceived by those who lie.

The Harrat Front says that the army killed Idris Baro. The army says that the Harrat Front killed Yusuf Dallo.
"""

TAKEN_APART = """
a statement attributed to the Harrat Front => the Harrat Front |
a statement by the Harrat Front posted online on Thursday => the Harrat Front |
a two-page letter signed by Samir Haddu => Samir Haddu |
the group's latest video => the group |
two officials quoted by Radio Tamar => two officials | Radio Tamar
a letter from the mayor obtained by Reuters => the mayor | Reuters
a diplomat who asked not to be named => a diplomat |
three men who spoke on condition of anonymity => three men |
a woman who lost her son => a woman who lost her son |
a man who identified himself as Samir Haddu => Samir Haddu |
Superintendent of Police Samir Haddu => Samir Haddu |
a house quoted by nobody => a house quoted by nobody |
a report by the ministry => a report by the ministry |
"""


def _rows(table: str) -> list[tuple[str, str, str]]:
    lines = [line for line in table.strip().splitlines() if line.strip() and not line.startswith("#")]
    return [(a.strip(), b.strip(), c.strip()) for a, b, c in (line.split("|") for line in lines)]


def bare(name: str) -> str:
    """A name without its article, in lower case: a sentence may begin with it."""
    return re.sub(r"^(?:the|an?) ", "", name.lower())


@pytest.fixture(scope="module")
def reader() -> EnglishReader:
    return EnglishReader(KNOWN)


@pytest.mark.parametrize("row", _rows(CHAINS), ids=lambda row: f"{row[0][:90]} ({row[1]})")
def test_a_claim_bears_the_chain_of_those_who_say_it(reader: EnglishReader, row: tuple[str, str, str]) -> None:
    text, claim_type, chain = row
    wanted = [] if chain == "-" else [bare(link.strip()) for link in chain.split(";")]
    found, _ = reader.read(Document(text, "en"), "2024-03-14")
    claims = [f.claim for f in found if f.claim.type == claim_type]
    affirmed = [c for c in claims if c.certainty is not Certainty.DENIED] or claims
    assert {tuple(bare(s) for s in c.sources) for c in affirmed} == {tuple(wanted)}


def test_the_table_of_chains_is_long_enough_to_mean_something() -> None:
    assert len(_rows(CHAINS)) >= 150


def test_who_answers_in_an_interview_says_what_stands_in_his_answers(reader: EnglishReader) -> None:
    found, _ = reader.read(Document(INTERVIEW, "en"), "2024-03-14")
    said = {(f.claim.type, f.claim.sources) for f in found if f.claim.type in ("join", "killing")}
    assert said == {("join", ("Samir Haddu",)), ("killing", ("Samir Haddu",))}


def test_a_body_needs_no_source_in_its_own_statement(reader: EnglishReader) -> None:
    found, _ = reader.read(Document(STATEMENT, "en"), "2024-03-14")
    said = {(f.claim.name("victim"), tuple(bare(s) for s in f.claim.sources)) for f in found}
    assert said == {("Idris Baro", ()), ("Yusuf Dallo", ("army",))}


@pytest.mark.parametrize("line", TAKEN_APART.strip().splitlines())
def test_the_words_of_an_attribution_are_taken_apart(line: str) -> None:
    words, _, wanted = line.partition(" => ")
    (start, end), carrier = cited.who(words, 0, len(words))
    assert [words[start:end], words[slice(*carrier)]] == [cell.strip() for cell in wanted.split("|")]
