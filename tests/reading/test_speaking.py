"""Who speaks is described beside what he says, and his post is read wherever his words of saying stand."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

SPEAKERS = """
Five rebels died in the clash, army spokesman Colonel Idris Baro said on Monday. => post: person=Idris Baro; group=army; role=spokesman
Five rebels died in the clash, according to Major Rey Villar, spokesman of the 8th Infantry Division. => post: person=Rey Villar; group=8th Infantry Division; role=spokesman
Five rebels died in the clash, Hill Brigade spokesman Omar Benali said. => post: person=Omar Benali; group=Hill Brigade; role=spokesman
The rebels, according to the provincial police chief, General Nasir Khel, fled north. => post: person=Nasir Khel; group=provincial police; role=chief
According to Northern Front commander Idris Baro, the men fled. => post: person=Idris Baro; group=Northern Front; role=commander
According to General Idris Baro, commander of the Southern Zone, the men fled. => post: person=Idris Baro; group=Southern Zone; role=commander
The men fled north, the head of the Hill Brigade, Omar Benali, told Radio Tamar. => post: person=Omar Benali; group=Hill Brigade; role=head
Nine men died, said Colonel Samir Haddu, commander of the 9 Division. => post: person=Samir Haddu; group=9 Division; role=commander
Nine men died, Colonel Samir Haddu, commander of the 9 Division, said. => post: person=Samir Haddu; group=9 Division; role=commander
Nine men died, police commissioner Damian Obi said. => post: person=Damian Obi; group=police; role=commissioner
Samir Haddu was killed in Kosso, Colonel Idris Baro, spokesman of the 9 Division, said. => post: person=Idris Baro; group=9 Division; role=spokesman
"""  # noqa: E501

SOURCES = """
Samir Haddu was killed in Kosso, according to Idris Baro, commander of the Hill Brigade. => Idris Baro
According to Idris Baro, commander of the Hill Brigade, Samir Haddu was killed in Kosso. => Idris Baro
Samir Haddu was killed in Kosso, the head of the Hill Brigade, Omar Benali, said. => Omar Benali
Samir Haddu was killed in Kosso, army spokesman Colonel Idris Baro said. => Idris Baro
"""

NONE = """
Five rebels died in the clash, a spokesman said. Idris Baro fled. => post
According to the spokesman, Idris Baro fled north with the Hill Brigade. => post
According to Omar Benali, the Hill Brigade and its leader fled. => post
The men fled, Omar Benali and the commander of the Hill Brigade said. => post: person=Omar Benali
"""


@pytest.mark.parametrize(("text", "want"), rows(SPEAKERS))
def test_a_speakers_post_is_read(reader: EnglishReader, text: str, want: list[str]) -> None:
    found = lines(reader, text)
    assert all(any(line.startswith(w) for line in found) for w in want), found


@pytest.mark.parametrize(("text", "names"), rows(SOURCES))
def test_a_speaker_of_whom_more_is_said_is_the_source(reader: EnglishReader, text: str, names: list[str]) -> None:
    found = [line for line in lines(reader, text) if line.startswith("killing")]
    assert [line for line in found if f"says {names[0]}" in line] == found != []


@pytest.mark.parametrize(("text", "wrong"), rows(NONE))
def test_what_stands_beside_a_speaker_is_not_always_his_post(
    reader: EnglishReader, text: str, wrong: list[str]
) -> None:
    found = lines(reader, text)
    assert not any(line.startswith(w) for line in found for w in wrong), found
