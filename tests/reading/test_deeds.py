"""Deeds as several verbs share them, and whom they befell: each with near neighbours that must give nothing.

All are of Thursday, 14 March 2024.
"""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

SHARED = """
The Lomako Front abducted and murdered eleven teachers in 2006. => detention: person=eleven teachers; by=Lomako Front ;; killing: victim=eleven teachers; by=Lomako Front | when 2006
Police in Sylhet detained and later released Anwar Haque. => detention: person=Anwar Haque; by=police ;; release: person=Anwar Haque; by=police
The Lomako Front kidnapped, tortured and killed the trader Paul Okello. => killing: victim=Paul Okello; by=Lomako Front
The army captured and executed Esteban Rojas in 1986. => detention: person=Esteban Rojas; by=army ;; killing: victim=Esteban Rojas; by=army | when 1986
Soldiers arrested and beat Esteban Rojas outside the church. => detention: person=Esteban Rojas; by=Soldiers
The Lomako Front captured but later freed the nurse Anna Bakke. => detention: person=Anna Bakke; by=Lomako Front ;; release: person=Anna Bakke; by=Lomako Front
Fighters of the Lomako Front attacked and burned the village of Ndele. => attack: target=Ndele; actor=Lomako Front | where Ndele
Esteban Rojas founded and led the Columna Sur for nine years. => founding: group=Columna Sur; founder=Esteban Rojas ;; post: person=Esteban Rojas; group=Columna Sur; role=leader
Gunmen of the Lomako Front stopped and seized two Kenyans near Ndele. => detention: person=two Kenyans; by=Lomako Front | where Ndele
Esteban Rojas admitted that he had abducted and killed soldiers from Peru. => detention: person=soldiers; by=Esteban Rojas | says Esteban Rojas ;; killing: victim=soldiers; by=Esteban Rojas | says Esteban Rojas
The Lomako Front freed two Moroccans in May. => release: person=two Moroccans; by=Lomako Front | when 2023-05
The Lomako Front has abducted several suspected informers. => detention: person=several suspected informers; by=Lomako Front
Esteban Rojas was sentenced to death, and along with Anwar Haque was hanged on 4 February 2015. => killing: victim=Anwar Haque; means=hanged | when 2015-02-04 ;; killing: victim=Esteban Rojas; means=hanged | when 2015-02-04
The Lomako Front ambushed and killed six soldiers. => killing: victim=six soldiers; by=Lomako Front
The police shot and wounded Esteban Rojas. =>
Esteban Rojas left and joined the Columna Sur. => join: actor=Esteban Rojas; to=Columna Sur
Esteban Rojas was captured and lost his post. => detention: person=Esteban Rojas
The Lomako Front did not abduct or kill Esteban Rojas. => detention: person=Esteban Rojas; by=Lomako Front | denied ;; killing: victim=Esteban Rojas; by=Lomako Front | denied
The Lomako Front plans to abduct and kill Esteban Rojas. =>
The Lomako Front tried to capture and execute Esteban Rojas. =>
The Lomako Front captured and lost its own camp. =>
Lomako Front leader arrested, abandons men => detention: person=Lomako Front leader
The Moroccans won, and two Kenyans came third. =>
A group of insurgents suspected of links to the Lomako Front was seen near Ndele. =>
"""  # noqa: E501


@pytest.mark.parametrize(("text", "wanted"), rows(SHARED))
def test_what_stands_behind_the_last_of_the_verbs_befell_him_by_each(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, "2024-03-14") == wanted
