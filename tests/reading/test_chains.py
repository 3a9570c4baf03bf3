"""The chains of a document: which of its names are one actor's, and what kind of actor it is."""

from __future__ import annotations

import pytest

from allegiance.model import Kind
from allegiance.reading.chains import Chain
from allegiance.reading.reader import EnglishReader
from reading.lines import rows

ONE = """
Samir Haddu left the Northern Front. Haddu joined the Hill Brigade. => Samir Haddu, Haddu
General Haroun Gana spoke. Gana leads the Lake Volunteers. => Haroun Gana, Gana
Commander Jean-Bosco Mugenzi spoke. Mugenzi fled. => Jean-Bosco Mugenzi, Mugenzi
The Northern Front met the Hill Brigade. The Front left. => Northern Front, Front
The Movement for Azur met in Kosso. The Movement left. => Movement for Azur, Movement
The Movement for the Liberation of Azur (MLA) met in Kosso. The MLA left. => Movement for the Liberation of Azur, MLA
The Azur Salvation Front met in Kosso. The ASF left. => Azur Salvation Front, ASF
Omar Benali, also known as Abu Leith, led the Atlas Brigade. Abu Leith left. => Omar Benali, Abu Leith
Omar Benali, better known as Abu Leith, led the Atlas Brigade. => Omar Benali, Abu Leith
Omar Benali, whose nom de guerre is Abu Leith, led the Atlas Brigade. Omar Benali (Abu Leith) fled. => Omar Benali, Abu Leith
Omar Benali (alias Abu Leith) led the Atlas Brigade. => Omar Benali, Abu Leith
The army arrested Juan Ávila, 45, alias El Tío, in Kosso. => Juan Ávila, El Tío
Rubén "El Cuervo" Salcedo was arrested. El Cuervo had led the cartel. => Rubén Salcedo, El Cuervo
The Hill Brigade, or Liwa al-Jabal, attacked Kosso. => Hill Brigade, Liwa al-Jabal
Karim Ampatua, whose real name is Jose Reyes, was arrested. Reyes had fled. => Karim Ampatua, Jose Reyes, Reyes
The Movement for Azur (MA, "Azur Rising") met in Kosso. => Movement for Azur, MA, Azur Rising
The Free Azur Army (EAL) left. The EAL attacked Kosso. => Free Azur Army, EAL
The Lulua People's Resistance Movement (MRPL) left. The MRPL attacked Kosso. => Lulua People's Resistance Movement, MRPL
Abu Leith al-Libi was killed in Kosso. Abu Leith had led the Atlas Brigade. => Abu Leith al-Libi, Abu Leith
The USA and the United States are one. America is a third name. => United States, USA, America
The Hill Brigade (Liwa al-Jabal) attacked Kosso. Liwa al-Jabal left. => Hill Brigade, Liwa al-Jabal
"""  # noqa: E501

APART = """
Idris Baro met Samba Baro in Kosso. Baro left on Monday. => Idris Baro / Baro ;; Samba Baro / Baro
Saw Htoo Klay is not related to the first chairman, Saw Htoo, who died in 1976. => Saw Htoo Klay / Saw Htoo
Abu Leith spoke. Abu Leith al-Libi was killed in Kosso. => Abu Leith / Abu Leith al-Libi
The Real Azur Front left the Azur Front. The Azur Front is angry. => Real Azur Front / Azur Front
The Free Kosso Army met in May. The Kosso Army protested. => Free Kosso Army / Kosso Army
The Northern Front of Azur met. Azur protested. => Northern Front of Azur / Azur
The Taliban of Torania met. Torania protested. => Taliban of Torania / Torania
The Hill Brigade (May 2014) attacked Kosso. => Hill Brigade / May 2014
The Hill Brigade (see annex 3) attacked Kosso. => Hill Brigade / annex 3
Samir Haddu (left) met Omar Benali (right). => Samir Haddu / left ;; Omar Benali / right
The Northern Front met the Southern Front in Kosso. => Northern Front / Southern Front
Samir Haddu met Omar Benali in Kosso. => Samir Haddu / Omar Benali
The Azur Salvation Front met the Azur Student Federation. The ASF left. => Azur Salvation Front / ASF ;; Azur Student Federation / ASF
"""  # noqa: E501

KINDS = """
Samir Haddu, 45, fled to Kosso. => Samir Haddu: person ;; Kosso: place
Colonel Tonnerre spoke in Rutshala. => Tonnerre: person ;; Rutshala: place
Fighters of the Harrat shot at Marib airport. => Harrat: group ;; Marib: place
Members of Zindar met Zindar commanders. => Zindar: group
In the town of Warrike, the VMS fled. => Warrike: place ;; VMS: group
Abu Leith al-Libi, who led it, was killed. => Abu Leith al-Libi: person
The newspaper Al-Masar quoted him. => Al-Masar: group
!votes: The Al-Masar newspaper quoted him. => Al-Masar: group
He lives in Wilayat Harran. The fighters of Wilayat Harran fled. => Wilayat Harran: group
Samir Haddu joined the Hill Brigade. => Samir Haddu: person
Jean-Bosco Mugenzi commands the Tabac Brigade. => Jean-Bosco Mugenzi: person
"""


def chains_of(reader: EnglishReader, text: str) -> list[Chain]:
    """The chains of a text, each once."""
    return list({id(c): c for c in reader.layers(text).chains.chains}.values())


@pytest.mark.parametrize(("text", "wanted"), rows(ONE))
def test_the_names_of_one_actor_are_one_chain_under_the_fullest(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    names = wanted[0].split(", ")
    found = chains_of(reader, text)
    chain = next(c for c in found if c.name == names[0])
    assert set(names) <= {*chain.names}
    assert not any(set(names) & set(c.names) for c in found if c is not chain)


@pytest.mark.parametrize(("text", "wanted"), rows(APART))
def test_names_that_may_be_two_actors_stay_apart(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    for pair in wanted:
        left, right = pair.split(" / ")
        assert not any({left, right} <= {*c.names} for c in chains_of(reader, text)), pair


@pytest.mark.parametrize(("text", "wanted"), rows(KINDS))
def test_a_name_is_of_the_kind_that_its_words_and_neighbours_say(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    kinds = {f"{c.name}: {c.kind.value}" for c in chains_of(reader, text)}
    assert set(wanted) <= kinds, kinds


def test_the_kind_is_settled_over_the_whole_document(reader: EnglishReader) -> None:
    early = "Zindar met the army. " + "The fighters of Zindar fled. " * 3
    assert {m.kind for m in reader.layers(early).mentions if m.name == "Zindar"} == {Kind.GROUP}


def test_every_mention_stands_on_a_chain_of_its_own_kind(reader: EnglishReader) -> None:
    layers = reader.layers("Samir Haddu, 45, met General Omar Benali of the Hill Brigade in Kosso. Benali fled.")
    for mention in layers.mentions:
        assert mention.kind is layers.chains.chains[mention.chain].kind
        assert mention.name in layers.chains.chains[mention.chain].names


@pytest.mark.parametrize(
    "aside",
    [
        "formerly Valley Guard",
        "formerly the Valley Guard",
    ],
)
def test_a_former_name_is_a_renaming_and_no_alias(reader: EnglishReader, aside: str) -> None:
    found = reader.layers(f"The Hill Brigade ({aside}) attacked Kosso.").aliases
    assert [(a.other, a.kind) for a in found] == [("Valley Guard", "former")]


def test_a_name_in_another_script_is_no_second_name(reader: EnglishReader) -> None:
    found = reader.layers("The Hizb al-Watan (حزب الوطن) attacked Kosso.").aliases
    assert [a.kind for a in found] == ["foreign"]


def test_the_words_that_say_an_alias_are_its_evidence(reader: EnglishReader) -> None:
    text = "Omar Benali, also known as Abu Leith, led the Atlas Brigade."
    (alias,) = reader.layers(text).aliases
    assert text[alias.evidence.start : alias.evidence.end] == "Omar Benali, also known as Abu Leith"
