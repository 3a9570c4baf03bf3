"""How sure the text is: short texts of many styles, and how sure their claims of one type are (`none`: no claim)."""

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

SURE = """
Idris Baro vanished in 2019. Police believe he leads the Harrat Front. | post | likely
Idris Baro vanished in 2019. He may have joined the Harrat Front. | join | possible
Idris Baro vanished in 2019. He is rumoured to have joined the Harrat Front. | join | possible
Idris Baro vanished in 2019. Some say he joined the Harrat Front. | join | reported
Idris Baro vanished in 2019, and it is widely assumed that he joined the Harrat Front. | join | likely
Idris Baro vanished in 2019; there were reports that he had joined the Harrat Front. | join | reported
Idris Baro vanished in 2019. That he joined the Harrat Front has never been proven. | join | doubted
Idris Baro, whom officials suspect of leading the Harrat Front, was arrested. | post | possible
Idris Baro, who is believed to lead the Harrat Front, was arrested. | post | likely
Idris Baro, who allegedly led the Harrat Front, was arrested. | post | reported
Idris Baro, who may have led the Harrat Front, was arrested. | post | possible
Idris Baro, accused of leading the Harrat Front, was arrested. | post | reported
The man believed to be the leader of the Harrat Front, Idris Baro, was arrested. | post | likely
The alleged leader of the Harrat Front, Idris Baro, was arrested. | post | reported
The suspected leader of the Harrat Front, Idris Baro, was arrested. | post | possible
The presumed leader of the Harrat Front, Idris Baro, was arrested. | post | likely
The self-styled emir of the Harrat Front, Idris Baro, was arrested. | post | stated
The so-called emir of the Harrat Front, Idris Baro, was arrested. | post | stated
A man claiming to be the spokesman of the Harrat Front, Idris Baro, was arrested. | post | reported
Idris Baro, a purported member of the Harrat Front, was arrested. | membership | reported
Idris Baro, an apparent member of the Harrat Front, was arrested. | membership | reported
Idris Baro is a probable member of the Harrat Front. | membership | likely
Two Member States identified Idris Baro as a probable facilitator for the Harrat Front. | post | likely
One Member State considers that Idris Baro remains the emir of the Harrat Front. | post | likely
One Member State reported that Idris Baro was the emir of the Harrat Front. | post | stated
According to one Member State, Idris Baro is likely the emir of the Harrat Front. | post | likely
The Panel could not confirm that Idris Baro is the emir of the Harrat Front. | post | doubted
The Panel has been unable to verify reports that Idris Baro was killed. | killing | doubted
Idris Baro was killed in May, although the Harrat Front has not confirmed this. | killing | doubted
Idris Baro was killed in May, but his death has not been confirmed. | killing | doubted
Idris Baro was reportedly killed in May; the report could not be verified. | killing | doubted
Idris Baro was reportedly killed in May. | killing | reported
Idris Baro is reported to have been killed in May. | killing | reported
Idris Baro was said to have been killed in May. | killing | reported
Idris Baro was killed in May, it is said. | killing | reported
Word has it that Idris Baro was killed in May. | killing | reported
The army claims to have killed Idris Baro. | killing | reported
The army claimed the killing of Idris Baro. | killing | reported
The army says it killed Idris Baro. | killing | stated
The army confirmed that it had killed Idris Baro. | killing | stated
Fighters loyal to Samir Haddu are suspected of killing Idris Baro. | killing | possible
The Harrat Front is suspected of killing Idris Baro. | killing | possible
The Harrat Front is believed to have killed Idris Baro. | killing | likely
Witnesses blamed the Harrat Front for killing Idris Baro. | killing | reported
Idris Baro probably joined the Harrat Front in 2015. | join | likely
Idris Baro must have joined the Harrat Front in 2015. | join | likely
Idris Baro might have joined the Harrat Front in 2015. | join | possible
Idris Baro could have joined the Harrat Front in 2015. | join | possible
It is possible that Idris Baro joined the Harrat Front in 2015. | join | possible
It is likely that Idris Baro joined the Harrat Front in 2015. | join | likely
It is unlikely that Idris Baro joined the Harrat Front in 2015. | join | doubted
It is unclear whether Idris Baro joined the Harrat Front in 2015. | join | none
Analysts doubt that Idris Baro joined the Harrat Front in 2015. | join | doubted
There is no evidence that Idris Baro joined the Harrat Front in 2015. | join | doubted
There is little evidence that Idris Baro joined the Harrat Front in 2015. | join | doubted
Idris Baro denied having joined the Harrat Front in 2015. | join | denied
Idris Baro denies that he leads the Harrat Front. | post | denied
Idris Baro has always rejected the charge that he led the Harrat Front. | post | denied
Idris Baro did not join the Harrat Front in 2015. | join | denied
Idris Baro never joined the Harrat Front. | join | denied
Contrary to what the army says, Idris Baro was not killed. | killing | denied
The claim that Idris Baro was killed is false. | killing | denied
Idris Baro, falsely reported to have been killed in 2019, gave an interview. | killing | denied
If Idris Baro was killed, his deputy leads the Harrat Front. | killing | none
Idris Baro would later join the Harrat Front. | join | stated
Idris Baro is said to be close to the Harrat Front. | link | reported
The Harrat Front is thought to be linked to the Kosso Brigade. | link | likely
The Harrat Front is suspected of receiving arms from the Kosso Brigade. | support | possible
The Harrat Front allegedly receives arms from the Kosso Brigade. | support | reported
The Harrat Front reportedly split from the Kosso Brigade in 2015. | split | reported
The Harrat Front is believed to be a splinter of the Kosso Brigade. | split | likely
The Harrat Front was possibly behind the attack on the camp. | attack | possible
The court convicted Idris Baro of leading the Harrat Front. | post | stated
Prosecutors say Idris Baro led the Harrat Front. | post | stated
Prosecutors allege Idris Baro led the Harrat Front. | post | reported
Idris Baro, wanted for killing Samir Haddu, fled. | killing | reported
Idris Baro would join the Harrat Front. | join | none
The army said Idris Baro would later join the Harrat Front. | join | none
Idris Baro would later be expelled if he joined the Harrat Front. | join | none
Idris Baro would eventually lead the Harrat Front. | post | stated
Idris Baro, the man thought to be the emir of the Harrat Front, was arrested. | post | likely
Prosecutors claim Idris Baro joined the Harrat Front in 2015. | join | reported
Rumour has it that Idris Baro joined the Harrat Front in 2015. | join | possible
The Harrat Front is a possible ally of the Kosso Brigade. | alliance | possible
"""


def _rows(table: str) -> list[tuple[str, str, str]]:
    return [(a.strip(), b.strip(), c.strip()) for a, b, c in (line.split("|") for line in table.strip().splitlines())]


@pytest.fixture(scope="module")
def reader() -> EnglishReader:
    return EnglishReader(KNOWN)


@pytest.mark.parametrize("row", _rows(SURE), ids=lambda row: f"{row[0][:90]} ({row[1]})")
def test_a_claim_is_as_sure_as_its_text(reader: EnglishReader, row: tuple[str, str, str]) -> None:
    text, claim_type, wanted = row
    found, _ = reader.read(Document(text, "en"), "2024-03-14")
    said = {f.claim.certainty.value for f in found if f.claim.type == claim_type}
    assert said == (set() if wanted == "none" else {wanted})
