"""How sure: nouns that say it from afar, those held to be somebody who do something, and what is only attributed."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

SURE = """
Rumours circulated that General Gana had joined the Hill Brigade. => join: actor=Gana; to=Hill Brigade | possible
Reports emerged on Monday that General Gana had joined the Hill Brigade. => join: actor=Gana; to=Hill Brigade | reported
Suspicion grew that General Gana had joined the Hill Brigade. => join: actor=Gana; to=Hill Brigade | possible
When word came that General Gana had joined the Hill Brigade, the army left. => join: actor=Gana; to=Hill Brigade
The camp emerged as proof that General Gana had joined the Hill Brigade. => join: actor=Gana; to=Hill Brigade
Gunmen thought to belong to the Northern Front abducted General Gana. => detention: person=Gana; by=gunmen ;; membership: actor=gunmen; group=Northern Front | likely
Gunmen suspected to be members of the Northern Front have killed General Gana. => killing: victim=Gana; by=gunmen ;; membership: actor=gunmen; group=Northern Front | possible
Gunmen believed to be from the Northern Front killed General Gana. => killing: victim=Gana; by=gunmen
The army believed the Northern Front had killed General Gana. => killing: victim=Gana; by=Northern Front | says army | likely
The men thought to have killed General Gana were freed. => killing: victim=Gana; by=men | likely
General Gana has alleged links with the Hill Brigade. => link: a=Gana; b=Hill Brigade | reported
General Gana has links with the Hill Brigade. => link: a=Gana; b=Hill Brigade
General Gana has alleged that the Hill Brigade killed Samir Haddu. => killing: victim=Samir Haddu; by=Hill Brigade | says Gana | reported
A statement purportedly from the Hill Brigade said it had killed General Gana. => killing: victim=Gana; by=Hill Brigade | says Hill Brigade | reported ;; statement: issuer=Hill Brigade; medium=statement
A statement from the Hill Brigade said it had killed General Gana. => killing: victim=Gana; by=Hill Brigade | says Hill Brigade ;; statement: issuer=Hill Brigade; medium=statement
Few believe that General Gana has left the Hill Brigade. => leave: actor=Gana; from=Hill Brigade | doubted
The Hill Brigade was, it is said, founded by General Gana. => founding: group=Hill Brigade; founder=Gana | reported
The army says General Gana joined the Hill Brigade. There was no independent confirmation. => join: actor=Gana; to=Hill Brigade | says army | doubted
The army says General Gana joined the Hill Brigade. There was no fighting. => join: actor=Gana; to=Hill Brigade | says army
"""  # noqa: E501


@pytest.mark.parametrize(("text", "wanted"), rows(SURE))
def test_who_is_held_to_be_somebody_does_for_sure_what_he_does(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, "2016-05-04") == sorted(wanted)


DOUBTED = """
Police said they had arrested Idris Baro on Friday, and a rumour that he had also shot a guard could not be verified. => detention: person=Idris Baro; by=police | when 2016-05-06 | says police
Police said on Friday that Idris Baro had been arrested. There were rumours that he had been wounded, which could not be verified. => detention: person=Idris Baro | says police
Police have arrested Idris Baro, amid rumours, which could not be verified, that Samir Haddu has left the Kosso Brigade. => detention: person=Idris Baro; by=police ;; leave: actor=Samir Haddu; from=Kosso Brigade | doubted
The army arrested Idris Baro on Friday; rumours that Samir Haddu was killed in the same raid could not be verified. => detention: person=Idris Baro; by=army | when 2016-05-06 ;; killing: victim=Samir Haddu; means=raid | doubted
Idris Baro was arrested on Friday, police said. Reports that Samir Haddu had been killed could not be verified. => detention: person=Idris Baro | when 2016-05-06 | says police ;; killing: victim=Samir Haddu | doubted
Police arrested Idris Baro on Friday. A rumour spread that he had been killed. It could not be verified. => detention: person=Idris Baro; by=police | when 2016-05-06 ;; killing: victim=Idris Baro | doubted
Police confirmed the arrest of Idris Baro, but a rumour that he had been tortured could not be confirmed. => detention: person=Idris Baro | says police
Police said Idris Baro was detained on Friday. Residents spoke of a second arrest, that of Samir Haddu, but this could not be verified. => detention: person=Idris Baro | when 2016-05-06 | says police
Idris Baro was arrested on Friday, but the report could not be verified. => detention: person=Idris Baro | when 2016-05-06 | doubted
Idris Baro was arrested on Friday, residents said, a claim that could not be verified. => detention: person=Idris Baro | when 2016-05-06 | says residents | doubted
Police said Idris Baro had been detained in Tarmal, where a rumour that he had died, never verified, brought out a crowd. => death: person=Idris Baro | doubted ;; detention: person=Idris Baro | where Tarmal | says police
Ramiro Ossa (Líder de las Brigadas del Río, alias "Mochuelo") was killed on Friday. => alias: name=Ramiro Ossa; other=Mochuelo ;; killing: victim=Ramiro Ossa | when 2016-05-06
The army killed Ramiro Ossa (Jefe del Frente Andino, alias "Mochuelo"). => killing: victim=Ramiro Ossa; by=army
João Prates (Líder da Brigada do Rio, vulgo "Coruja") was arrested. => detention: person=João Prates
Jean Mbala (Chef du Front de l'Est, alias "Hibou") was arrested. => alias: name=Jean Mbala; other=Hibou ;; detention: person=Jean Mbala
Idris Baro was killed on Friday. Rumours that he had fled could not be verified. => killing: victim=Idris Baro | when 2016-05-06
Idris Baro was killed on Friday, residents said. This could not be verified. => killing: victim=Idris Baro | when 2016-05-06 | says residents | doubted
Idris Baro was killed on Friday. Residents said so, but it could not be verified. => killing: victim=Idris Baro | when 2016-05-06 | doubted
!settle: Idris Baro was killed on Friday. Reports of his death could not be verified. => killing: victim=Idris Baro | when 2016-05-06 | doubted
"""  # noqa: E501


@pytest.mark.parametrize(("text", "wanted"), rows(DOUBTED))
def test_a_rumour_that_nobody_could_check_doubts_itself_alone(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, "2016-05-06") == sorted(wanted)
