"""What a body says of itself in its own words: who is `we`, what its heading is, to whom its oath is sworn."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import blocks, lines, rows

ISSUED = """
# we is the body whose statement it is, and its heading is the statement | 2014-07-02
Statement No. 14 of the Army of the Two Rivers

Our emir, the lion Abu Talha, was martyred on 28 June. Brother Omar Dost was chosen as his successor.
The soldiers have sworn their oath to Omar Dost.
We claim, by the grace of God, the attack on the Rumana checkpoint on 30 June.
= appointment: person=Omar Dost; group=Army of the Two Rivers; role=emir
= attack: target=Rumana checkpoint | when 2014-06-30 | where Rumana
= killing: victim=Abu Talha | when 2014-06-28
= pledge: actor=soldiers; to=Omar Dost
= post: person=Abu Talha; group=Army of the Two Rivers; role=emir
= responsibility: actor=Army of the Two Rivers; attack=attack on the Rumana checkpoint | where Rumana
= statement: issuer=Army of the Two Rivers; medium=statement
= succession: person=Omar Dost; predecessor=Abu Talha; role=emir; group=Army of the Two Rivers

# we is the body that signs |
Our commander is Idris Baro. We attacked the barracks on 3 May 2014.

The media office of the Hill Brigade
= attack: target=barracks; actor=Hill Brigade | when 2014-05-03
= post: person=Idris Baro; group=Hill Brigade; role=commander

# we is the body of whose office the words are | 2014-07-02
Declaration of the Central Command of the Popular Resistance of Anzar

We have expelled Samir Haddu. We hold Colonel Omar Dost.

Central Command, Popular Resistance of Anzar
= detention: person=Omar Dost; by=Popular Resistance of Anzar
= leave: actor=Samir Haddu; from=Popular Resistance of Anzar
= statement: issuer=Popular Resistance of Anzar; medium=declaration

# we is no body that is only written to |
Letter to the Hill Brigade

We buried our son in May. We ask for his rifle.
Idris Baro

# we is no newspaper's body |
We visited the camp of the Hill Brigade in May. Our driver, Samir Haddu, was arrested by the army. Our editor wrote.
= detention: person=Samir Haddu; by=army
"""

SAID = """
We, the Hill Brigade, renew to Idris Baro, commander of the Northern Front, the covenant. => pledge: actor=Hill Brigade; to=Idris Baro ;; post: person=Idris Baro; group=Northern Front; role=commander
The Hill Brigade's fighters fought at the side of the Northern Front. => alliance: a=Hill Brigade; b=Northern Front
Idris Baro signed a ceasefire with the government. The Northern Front rejected the deal. => agreement: a=Idris Baro; b=government; kind=ceasefire
Idris Baro joined the Jan Mukti Sena in 2012. => join: actor=Idris Baro; to=Jan Mukti Sena | when 2012
His brother Idris Baro joined the Hill Brigade. => join: actor=Idris Baro; to=Hill Brigade
"""  # noqa: E501

SOURCES = """
The Hill Brigade attacked Kosso in 2013 and, according to a panel, killed Idris Baro. => attack: target=Kosso; actor=Hill Brigade | when 2013 ;; killing: victim=Idris Baro; by=Hill Brigade | when 2013 | where Kosso | says panel
The Kopruk weekly reported that Idris Baro had joined the Hill Brigade. => join: actor=Idris Baro; to=Hill Brigade | says Kopruk
"""  # noqa: E501


@pytest.mark.parametrize(("text", "published", "wanted"), blocks(ISSUED))
def test_the_words_of_a_body_are_its_own(reader: EnglishReader, text: str, published: str, wanted: list[str]) -> None:
    assert lines(reader, text, published) == wanted


@pytest.mark.parametrize(("text", "wanted"), rows(SAID))
def test_what_a_body_says_of_its_own(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text) == wanted


def test_nobody_swears_to_the_dead(reader: EnglishReader) -> None:
    text = (
        "Idris Baro was killed in May. He had led the Hill Brigade since 2006. The soldiers have given him their oath."
    )
    assert not any(line.startswith("pledge") for line in lines(reader, text))


@pytest.mark.parametrize(("text", "wanted"), rows(SOURCES))
def test_whose_word_it_is(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text) == wanted
