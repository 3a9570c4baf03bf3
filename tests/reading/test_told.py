"""When and where, as reports tell it: short texts, and what the last claim of a type bears (`-`: nothing).

All are of Thursday, 14 March 2024.
"""

from __future__ import annotations

import pytest

from allegiance.finder import Finder, Naming
from allegiance.model import Document, Kind
from allegiance.reading.reader import EnglishReader

KNOWN = Finder.of(
    (
        Naming("Harrat Front", Kind.GROUP, "Harrat Front"),
        Naming("Kosso Brigade", Kind.GROUP, "Kosso Brigade"),
        Naming("Idris Baro", Kind.PERSON, "Idris Baro"),
        Naming("Samir Haddu", Kind.PERSON, "Samir Haddu"),
    )
)
PUBLISHED = "2024-03-14"

TOLD = """
# A date between an event's noun and the main verb dates the event.
The killing of Idris Baro by a car bomb in the regional capital, Tarmal, in November 2022 deepened the divisions. | killing | 2022-11
The killing of Idris Baro in Tarmal on 3 May 2021 angered his clan. | killing | 2021-05-03
The arrest of Idris Baro last June led to protests. | detention | 2023-06
Since the arrest of its leader, Idris Baro, on 8 March 2020, the leadership of the Harrat Front has been disputed. | detention | 2020-03-08
After the capture of Idris Baro in Tarmal in 2011, most fighters went home. | detention | 2011
The death of Idris Baro in 2013 left the Harrat Front without a leader. | death | 2013
The arrest of Idris Baro, who joined the Harrat Front in 2015, led to protests. | detention | -
The defection of Idris Baro to the Kosso Brigade in 2016 surprised nobody in 2017. | join | 2016
# What is announced, happens, comes.
In September, the removal of Idris Baro as head of the Harrat Front was announced. | removal | 2023-09
The arrest of Idris Baro took place on Monday. | detention | 2024-03-11
The killing of Idris Baro came on 3 May 2021. | killing | 2021-05-03
The killing of Idris Baro was condemned on Monday. | killing | -
The arrest of Idris Baro was reported on Monday. | detention | -
# A participle under the means.
Idris Baro was killed in a cross-border raid conducted by the army on October 26, 2008. | killing | 2008-10-26
Idris Baro was killed in an air strike carried out by the army on 26 October 2008. | killing | 2008-10-26
Idris Baro was killed in a raid ordered by Samir Haddu, who was arrested in 2012. | killing | -
# Other phrases do not lend the date.
The Harrat Front left the town of Tarmal in 2020 under an agreement with the government. | agreement | -
Idris Baro resigned as spokesman of the Harrat Front in January 2022 in protest at the alliance with the Kosso Brigade. | alliance | -
# Tense.
Idris Baro was extradited in 2015 and is serving a sentence in Tarmal. | detention | -
The Harrat Front was set up in 2009 by Idris Baro and is still led by him. | post | 2009/..
The Harrat Front, set up in 2009 by Idris Baro and still led by him, holds the town. | post | 2009/..
Idris Baro joined the Harrat Front in 2012 and commands its fighters in Tarmal. | post | -
Idris Baro left the Kosso Brigade in 2012 and joined the Harrat Front. | join | 2012
Idris Baro was arrested in 2012 and freed a year later. | release | 2013
Fighters of the Harrat Front came on Sunday to the village of Marib, killed Idris Baro and took away six people. | killing | 2024-03-10
Fighters of the Harrat Front came on Sunday night to the village of Marib, killed a nurse and abducted Idris Baro. | detention | 2024-03-10
# States.
The Harrat Front today controls the greater part of Tarmal. | presence | -
Idris Baro is today a member of the Harrat Front. | membership | -
The ministry described Idris Baro in March 2019 as a member of the Harrat Front. | membership | -
Idris Baro, until November 2014 the treasurer of the Harrat Front, was arrested. | post | ../2014-11
Idris Baro, since 2012 the leader of the Harrat Front, was arrested. | post | 2012/..
Idris Baro, leader of the Harrat Front from 2012 until 2015, was arrested in 2016. | post | 2012/2015
Idris Baro is a senior member of the Harrat Front and the leader of the Kosso Brigade since 2012. | membership | -
Idris Baro has led the Harrat Front since 2012. | post | 2012/..
Idris Baro led the Harrat Front for six years until his death in 2013. | post | 2007/2013
Idris Baro led the Harrat Front between 2009 and 2013. | post | 2009/2013
Idris Baro led the Harrat Front in the early 1990s. | post | 1990/1993~
As of this month Idris Baro is no longer leader of the Harrat Front. | post | ../2024-03
Idris Baro, then the head of the Harrat Front, joined the Kosso Brigade in 2019. | post | 2019
Idris Baro, until then the head of the Harrat Front, was named head of the Kosso Brigade on 3 May 2021. | post | ../2021-05-03
Idris Baro, until now the head of the Harrat Front, was named head of the Kosso Brigade on Saturday. | post | ../2024-03-09
Idris Baro, the head of the Harrat Front, was killed on Saturday. | post | -
Idris Baro, a former head of the Harrat Front, was killed on Saturday. | post | -
# Who follows a dead man.
Idris Baro was killed by a mine in 2019; his deputy, Samir Haddu, took over as leader of the Harrat Front. | succession | 2019
After Idris Baro was captured by the police in 1995, his son Samir Haddu took over as leader of the Harrat Front. | succession | 1995
Idris Baro, leader of the Harrat Front, died in 2013. Samir Haddu succeeded him. | succession | 2013
Idris Baro, leader of the Harrat Front, died in 2013. Samir Haddu succeeded him three years later. | succession | 2016
Idris Baro, leader of the Harrat Front, was killed on 3 May 2013. Samir Haddu succeeded him. | succession | -
Idris Baro, leader of the Harrat Front, died in 2013. Some years later Samir Haddu succeeded him. | succession | -
Samir Haddu took over the Harrat Front on the death of Idris Baro in 2013. | appointment | 2013
# The same event once more.
Idris Baro was killed on 3 May 2021 in Tarmal. Samir Haddu confirmed the killing of Idris Baro. | killing | 2021-05-03
Idris Baro was arrested on 3 May 2021 in Tarmal. According to Samir Haddu, Idris Baro was arrested in his house. | detention | 2021-05-03
Idris Baro was arrested on 3 May 2011 in Tarmal. He was freed in June 2012. In 2016 Idris Baro was arrested again. | detention | 2016
The army said it killed Idris Baro on Monday. His brother said that he is alive. | killing | -
The army said it killed Idris Baro on Monday. The Harrat Front denied it. | killing | 2024-03-11
# What an attack's sentence dates.
On 3 May 2021 gunmen attacked the camp near Tarmal. Idris Baro was killed. | killing | 2021-05-03
On 3 May 2021 the two groups fought a battle in Tarmal. Idris Baro was killed and Samir Haddu was captured. | detention | 2021-05-03
Soldiers stormed the camp on Sunday. Idris Baro was also killed. | killing | 2024-03-10
Gunmen attacked the camp in 2021. Idris Baro had been killed. | killing | -
Gunmen attacked the camp in 2021. Idris Baro was later killed. | killing | -
Gunmen attacked the camp in 2021. Idris Baro joined the Kosso Brigade. | join | -
Parliament opened on 3 May 2021. Idris Baro was killed. | killing | -
The Kosso Brigade named its new leaders on 27 January. Idris Baro was appointed commander of the Kosso Brigade, and Samir Haddu his deputy. | appointment | 2024-01-27
# A decree.
The following decisions take effect immediately. Colonel Idris Baro is appointed commander of the Harrat Front. | appointment | 2024-03-14
Colonel Idris Baro is appointed commander of the Harrat Front. | appointment | -
# The date of a statement.
In a written statement released on Saturday, the Harrat Front said that the road was open. | statement | 2024-03-09
In a statement posted on Monday, the Harrat Front said that the road was open. | statement | 2024-03-11
The Harrat Front said in a statement on Monday that the road was open. | statement | 2024-03-11
# Years behind other words.
Compare 2016, when the Harrat Front was founded. | founding | 2016
# Saying.
On Monday Idris Baro was reported to have been killed. | killing | -
The army said on Monday Idris Baro had been killed. | killing | -
The army said Idris Baro had been killed on Monday. | killing | 2024-03-11
Idris Baro was killed, the army announced on Monday. | killing | -
Idris Baro was killed in 2014, the army announced on Monday. | killing | 2014
Police announced on Monday the arrest of Idris Baro. | detention | -
Police announced the arrest on Sunday of Idris Baro. | detention | 2024-03-10
# More of all these.
Idris Baro's arrest last June led to protests. | detention | 2023-06
The merger of the Harrat Front with the Kosso Brigade in 2017 was short-lived. | merger | 2017
The 2017 merger of the Harrat Front with the Kosso Brigade was short-lived. | merger | 2017
Until his capture in May 2019, Idris Baro led the Harrat Front. | post | ../2019-05
Idris Baro was leader of the Harrat Front for ten years. | post | -
Idris Baro, who led the Harrat Front from 2004 to 2011, was killed on Monday. | post | 2004/2011
Idris Baro joined the Harrat Front in mid-2014. | join | 2014~
Idris Baro joined the Harrat Front in the summer of 2014. | join | 2014-06/2014-08
Idris Baro joined the Harrat Front between March and May 2014. | join | 2014-03/2014-05
Idris Baro joined the Harrat Front during Ramadan. | join | -
Idris Baro joined the Harrat Front a few years ago. | join | -
Idris Baro joined the Harrat Front over the past two years. | join | 2022-03/2024-03
Idris Baro joined the Harrat Front sometime before 2014. | join | ../2013
Idris Baro was killed on 3 May 2021. The same month Samir Haddu joined the Harrat Front. | join | 2021-05
Idris Baro was killed on 3 May 2021. The following year Samir Haddu joined the Harrat Front. | join | 2022
Idris Baro was killed on 3 May 2021. Ten days later Samir Haddu joined the Harrat Front. | join | 2021-05-13
Idris Baro was killed on 3 May 2021. By then Samir Haddu had joined the Harrat Front. | join | ../2021-05-03
Idris Baro was killed on 3 May 2021. Samir Haddu later joined the Harrat Front. | join | -
# From the outset, after years in prison, and what follows a break.
The Harrat Front was founded in 2009. Idris Baro has led the Harrat Front from the outset. | post | 2009/..
The Harrat Front was founded in 2009. Idris Baro has led the Harrat Front since its inception. | post | 2009/..
The Kosso Brigade was founded in 2009. Idris Baro has led the Harrat Front from the outset. | post | -
Arrested in 1987, Idris Baro spent nine years in prison in Tarmal and was freed. | release | 1996
Idris Baro was arrested in 1984. He spent five years in a camp and was freed when the army took the town. | release | 1989
Idris Baro was arrested in 1984. He was freed when the army took the town. | release | -
Idris Baro spent five years in a camp and was freed when the army took the town. | release | -
The movement broke in two in 1990. Idris Baro walked out and founded the Harrat Front. | founding | 1990
The movement broke in two in 1990. Idris Baro later founded the Harrat Front. | founding | -
In September, the removal of Idris Baro as head of the Harrat Front and his replacement by Samir Haddu were announced. | succession | 2023-09
The army took the camp on 3 May 2021. It denied the killing of Idris Baro two days later. | killing | 2021-05-05
The army took the camp on 3 May 2021. It denied the killing of Idris Baro the previous night. | killing | -
Gunmen fought the army in a firefight near Tarmal on Sunday. Idris Baro also fell in the encounter. | killing | 2024-03-10
Idris Baro was killed in 2015. The following year Samir Haddu, just back from Tarmal, founded the Harrat Front. | founding | 2016
# A year goes on through a paragraph.
On 2 February 2021 gunmen attacked the camp. On 4 April the army killed Idris Baro. | killing | 2021-04-04
On 2 February 2021 gunmen attacked the camp. On 14 January the army killed Idris Baro. | killing | 2024-01-14
On 2 February 2021 gunmen attacked the camp. In March the army killed Idris Baro. | killing | 2024-03
In 2021 gunmen attacked the camp. On 4 March the army killed Idris Baro. | killing | 2024-03-04
Idris Baro founded the Harrat Front in 1966 and led it for nineteen years. | post | -
The accused, Idris Baro, was a member of the Harrat Front from 2001 until 2004. | membership | 2001/2004
Last week a video appeared in which Samir Haddu announced that Idris Baro had joined the Harrat Front. | statement | 2024-03-04/2024-03-10
"""  # noqa: E501

PLACED = """
Idris Baro was killed in a raid by special forces inside Syrian territory. | killing | Syria
Idris Baro was captured on Pakistani soil. | detention | Pakistan
Idris Baro was killed on the Syrian side of the border. | killing | Syria
Idris Baro was killed by a bomb planted under his car in Tarmal. | killing | Tarmal
Idris Baro was killed in an air strike carried out by the army near Tarmal. | killing | Tarmal
Idris Baro, a former detainee at Guantanamo Bay, joined the Harrat Front. | detention | Guantanamo Bay
Idris Baro, a former Guantanamo detainee, joined the Harrat Front. | detention | Guantanamo
The army carried out an air strike at Tarmal airport. Idris Baro was also killed in the strike. | killing | Tarmal
On 3 May 2021 gunmen attacked the camp near Tarmal. Idris Baro was killed. | killing | Tarmal
The two groups fought a battle in the streets of Tarmal in 2014. Idris Baro was killed. | killing | Tarmal
Idris Baro was detained in Tarmal and released without charge on 25 April. | detention | Tarmal
Idris Baro was detained in Tarmal and released without charge on 25 April. | release | -
Four members of the Harrat Front, held since the raid on the barracks at Tarmal, were freed. | release | -
Al-Qaeda carried out the attacks on the United States. | attack | -
Idris Baro was flown to Tarmal on Wednesday, where he is being held by the ministry. | detention | Tarmal
Idris Baro fled to Tarmal, where he was killed by the army. | killing | Tarmal
Idris Baro fled to Tarmal, where his brother lives, and joined the Harrat Front in Marib. | join | Marib
Soldiers cordoned off Borgao village and caught Idris Baro. | detention | Borgao village
Police raided a house in Tarmal and arrested Idris Baro. | detention | Tarmal
Police raided Tarmal and arrested Idris Baro. | detention | Tarmal
Soldiers entered Tarmal at dawn and killed Idris Baro. | killing | Tarmal
Idris Baro was killed in Tarmal on Sunday. Samir Haddu confirmed that Idris Baro had been killed. | killing | Tarmal
Idris Baro was killed in Tarmal on Sunday. The Harrat Front denied it. | killing | Tarmal
TARMAL, March 14 (Wire) - Soldiers killed Idris Baro on Sunday. | killing | -
Idris Baro was arrested in the Marib district of Tarmal province. | detention | Marib district
Idris Baro was appointed commander of the Harrat Front in Tarmal. | appointment | -
Idris Baro, commander of the Harrat Front in Tarmal, was killed. | killing | -
The Harrat Front was founded in Tarmal in 2012. | founding | Tarmal
Idris Baro was killed near the border between Mali and Niger. | killing | -
The army said in Tarmal that Idris Baro had been killed. | killing | -
A court in Tarmal sentenced Idris Baro to ten years in prison. | detention | Tarmal
Idris Baro was killed by fighters from Tarmal. | killing | -
Idris Baro was arrested on his way to Tarmal. | detention | -
Idris Baro was arrested as he tried to cross into Mali. | detention | -
In Tarmal, soldiers killed Idris Baro. | killing | Tarmal
Idris Baro was freed from a prison in Tarmal. | release | Tarmal
Idris Baro was shot dead in his house at Tarmal. | killing | Tarmal
"""


def _rows(table: str) -> list[tuple[str, str, str]]:
    lines = [line for line in table.strip().splitlines() if line.strip() and not line.startswith("#")]
    return [(a.strip(), b.strip(), c.strip()) for a, b, c in (line.split("|") for line in lines)]


@pytest.fixture(scope="module")
def reader() -> EnglishReader:
    return EnglishReader(KNOWN)


@pytest.mark.parametrize("row", _rows(TOLD), ids=lambda row: f"{row[0][:90]} ({row[1]})")
def test_a_claim_bears_the_date_that_the_text_gives_it_and_no_other(
    reader: EnglishReader, row: tuple[str, str, str]
) -> None:
    text, claim_type, wanted = row
    found, _ = reader.read(Document(text, "en"), PUBLISHED)
    when = [f.claim.when for f in found if f.claim.type == claim_type]
    assert when[-1:] == ["" if wanted == "-" else wanted]


@pytest.mark.parametrize("row", _rows(PLACED), ids=lambda row: f"{row[0][:90]} ({row[1]})")
def test_an_event_bears_the_place_where_it_happened_and_no_other(
    reader: EnglishReader, row: tuple[str, str, str]
) -> None:
    text, claim_type, wanted = row
    found, _ = reader.read(Document(text, "en"), PUBLISHED)
    where = [f.claim.where for f in found if f.claim.type == claim_type]
    assert where[-1:] == ["" if wanted == "-" else wanted]
