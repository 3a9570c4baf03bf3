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
