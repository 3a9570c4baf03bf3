"""Aliases: every way in which a text itself says that two names are one, and what only looks like it."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import claims_of, rows

ALIASES = """
Hamid Karzoun (also known as Abu Laith) was killed. => Hamid Karzoun / Abu Laith
Hamid Karzoun, who is also known as Abu Laith, was killed. => Hamid Karzoun / Abu Laith
Hamid Karzoun, 41, better known as Abu Laith, was killed. => Hamid Karzoun / Abu Laith
Hamid Karzoun, better known by his nom de guerre, Abu Laith, was killed. => Hamid Karzoun / Abu Laith
Hamid Karzoun, known to his men as Abu Laith, was killed. => Hamid Karzoun / Abu Laith
Hamid Karzoun, known locally as Abu Laith, was killed. => Hamid Karzoun / Abu Laith
Hamid Karzoun, widely known by the alias Abu Laith, was killed. => Hamid Karzoun / Abu Laith
Hamid Karzoun, nom de guerre Abu Laith, was killed. => Hamid Karzoun / Abu Laith
Hamid Karzoun alias Abu Laith was killed. => Hamid Karzoun / Abu Laith
Hamid Karzoun, a.k.a. Abu Laith, was killed. => Hamid Karzoun / Abu Laith
Hamid Karzoun, who goes by the name of Abu Laith, was killed. => Hamid Karzoun / Abu Laith
Hamid Karzoun, calling himself Abu Laith, spoke on the radio. => Hamid Karzoun / Abu Laith
Hamid Karzoun, nicknamed Al-Asad, was killed. => Hamid Karzoun / Al-Asad
Hamid Karzoun, nicknamed "the Butcher", was killed. => Hamid Karzoun / the Butcher
Hamid Karzoun, dubbed "the Butcher of Homs" by residents, was killed. => Hamid Karzoun / the Butcher of Homs
Hamid Karzoun, whose real name is Farid Issa, was killed. => Hamid Karzoun / Farid Issa
Hamid Karzoun, real name Farid Issa, was killed. => Hamid Karzoun / Farid Issa
Hamid Karzoun (real name: Farid Issa) was killed. => Hamid Karzoun / Farid Issa
Hamid Karzoun (nom de guerre: Abu Laith) was killed. => Hamid Karzoun / Abu Laith
Hamid Karzoun, "Abu Laith", was killed. => Hamid Karzoun / Abu Laith
Abu Laith (Hamid Karzoun) was killed. => Abu Laith / Hamid Karzoun
Abu Laith, born Hamid Karzoun, was killed. => Abu Laith / Hamid Karzoun
The Army of the Hills, known by its French acronym ADC, left. => Army of the Hills / ADC
The Army of the Hills (known by its French acronym ADC) left. => Army of the Hills / ADC
The Army of the Hills (ADC, by its French initials) left. => Army of the Hills / ADC
The Army of the Hills (in Arabic: Jaysh al-Tilal) left. => Army of the Hills / Jaysh al-Tilal
The Army of the Hills (Jaysh al-Tilal in Arabic) left. => Army of the Hills / Jaysh al-Tilal
The Army of the Hills, or Jaysh al-Tilal, left. => Army of the Hills / Jaysh al-Tilal
The Army of the Hills (AOH) left. => Army of the Hills / AOH
The Army of the Hills, abbreviated as AOH, left. => Army of the Hills / AOH
The AOH (Army of the Hills) left. => AOH / Army of the Hills
Jaysh al-Tilal ("Army of the Hills") left. => Jaysh al-Tilal / Army of the Hills
Jaysh al-Tilal, also called the Army of the Hills, left. => Jaysh al-Tilal / Army of the Hills
Jaysh al-Tilal, which is also known as the Army of the Hills, left. => Jaysh al-Tilal / Army of the Hills
Jaysh al-Tilal, sometimes referred to as the Army of the Hills, left. => Jaysh al-Tilal / Army of the Hills
Jaysh al-Tilal, popularly called the Tilalis, left. => Jaysh al-Tilal / Tilalis
The Army of the Hills was formed in 2004. Since then the AOH, as the group is known, has fought the army. => Army of the Hills / AOH
A leader of the Army of the Hills known as Abu Laith was killed. =>
A representative of the Rally Front who goes by the name of Abu Tariq spoke. =>
Hamid Karzoun (left) met Farid Issa (right). =>
Hamid Karzoun (45) was killed in Homs (Syria). =>
Hamid Karzoun, known as a reformer, was killed. =>
Hamid Karzoun, known for his temper, was killed. =>
Hamid Karzoun, under the command of Farid Issa, left. =>
The Army of the Hills, formerly the Hill Guard, left. => former Army of the Hills / Hill Guard
The Army of the Hills, formerly known as the Hill Guard, left. => former Army of the Hills / Hill Guard
The Army of the Hills (formerly the Hill Guard) left. => former Army of the Hills / Hill Guard
The Army of the Hills, previously called the Hill Guard, left. => former Army of the Hills / Hill Guard
Hamid Karzoun, formerly of the Hill Guard, left. =>
Hamid Karzoun, formerly the deputy, left. =>
Hamid Karzoun, formerly the Hill Guard's commander in Homs, left. =>
Hamid Karzoun, formerly a Hill Guard fighter, left. =>
José "Pepe" Robles was killed. => José Robles / Pepe
José Robles, alias "Pepe", was killed. => José Robles / Pepe
José Robles, alias El Pepe, was killed. => José Robles / El Pepe
Comandante Robles, a.k.a. El Pepe and El Viejo, was killed. => Comandante Robles / El Pepe
Ricardo Cruz (alyas Ka Dado) was killed. => Ricardo Cruz / Ka Dado
The New Hill Party-Army (NHP-A) left. => New Hill Party-Army / NHP-A
Khan Zaman, in Pashto Zmarai, left. =>
The Hill Union, in short HU, left. => Hill Union / HU
The Movement for Hills and Rivers, the MHR, left. =>
Farid Issa, the man also known as Abu Yahya, left. => Farid Issa / Abu Yahya
"""  # noqa: E501

HOLD = """
Hamid Karzoun, better known as Abu Laith, joined the Hill Guard. Abu Laith was killed. => Hamid Karzoun
Mohammed Yusuf, known by his nom de guerre Abu Thabit, spoke. Abu Thabit was captured. => Mohammed Yusuf
Rubén Robles, alias El Pepe, spoke. El Pepe was captured in Homs. => Rubén Robles
Farid Issa, nicknamed "the Butcher", spoke. The Butcher was captured in Homs. => Farid Issa
"""


@pytest.mark.parametrize(("text", "wanted"), rows(ALIASES))
def test_an_alias_is_what_the_text_says_is_one(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    layers = reader.layers(text)
    found = [
        ("former " if a.kind == "former" else "") + f"{layers.mentions[a.mention].name} / {a.other}"
        for a in layers.aliases
    ]
    assert set(found) >= set(wanted) and bool(found) == bool(wanted), found


@pytest.mark.parametrize(("text", "wanted"), rows(HOLD))
def test_an_alias_holds_from_then_on(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    told = [c for c in claims_of(reader, text) if c.type in ("killing", "detention")]
    assert [f.name for c in told for f in c.roles if f.role in ("victim", "person")] == wanted
