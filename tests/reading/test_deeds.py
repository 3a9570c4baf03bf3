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


DOERS = """
Police said Esteban Rojas was killed in a raid on Monday. The Columna Sur said that Rojas was in good health. => killing: victim=Esteban Rojas | says Columna Sur | denied ;; killing: victim=Esteban Rojas; means=raid | when 2024-03-11 | says police
Esteban Rojas and Anwar Haque were killed in an air strike on Monday, the army said. The Columna Sur said that both men were alive. => killing: victim=Anwar Haque | says Columna Sur | denied ;; killing: victim=Anwar Haque; means=air strike | when 2024-03-11 | says army ;; killing: victim=Esteban Rojas | says Columna Sur | denied ;; killing: victim=Esteban Rojas; means=air strike | when 2024-03-11 | says army
Gunmen seized the nurse Anna Bakke in March. The Lomako Front, which the authorities had blamed for the abduction, denies any involvement. => detention: person=Anna Bakke; by=Lomako Front | when 2024-03 | says Lomako Front | denied ;; detention: person=Anna Bakke; by=Lomako Front | when 2024-03 | says authorities | reported ;; detention: person=Anna Bakke; by=gunmen | when 2024-03
Fighters of the Columna Sur abducted two engineers near Ndele. The Lomako Front denied any role. => detention: person=two engineers; by=Columna Sur | where Ndele ;; detention: person=two engineers; by=Lomako Front | where Ndele | says Lomako Front | denied
A bomb killed Judge Paul Okello on Friday. The Lomako Front said it had no part in the attack. => killing: victim=Paul Okello; by=Lomako Front | when 2024-03-08 | says Lomako Front | denied ;; killing: victim=Paul Okello; means=bomb | when 2024-03-08
A bomb killed Judge Paul Okello on Friday. The Lomako Front denied responsibility. => killing: victim=Paul Okello; by=Lomako Front | when 2024-03-08 | says Lomako Front | denied ;; killing: victim=Paul Okello; means=bomb | when 2024-03-08 ;; responsibility: actor=Lomako Front | denied
Paul Okello was killed in an ambush in 2002. The government always denied that its men had laid it. => killing: victim=Paul Okello; by=government | when 2002 | says government | denied ;; killing: victim=Paul Okello; means=ambush | when 2002
Word spread that Anwar Haque had been arrested. Sources in the ministry ruled it out. => detention: person=Anwar Haque | reported ;; detention: person=Anwar Haque | says Sources in the ministry | denied
A bomb killed Judge Paul Okello on Friday. Nobody denied involvement. => killing: victim=Paul Okello; means=bomb | when 2024-03-08
The Lomako Front denied any role in politics. =>
Gunmen killed Paul Okello. The two survivors were safe. => killing: victim=Paul Okello; by=gunmen
The army said on Friday it had killed Esteban Rojas. In a 2012 letter he was in good health. => killing: victim=Esteban Rojas; by=army | says army
Esteban Rojas was wounded on Monday, the army said. His brother said he was alive. =>
Police said Esteban Rojas was killed on Monday. A doctor said Anwar Haque was in good health. => killing: victim=Esteban Rojas | when 2024-03-11 | says police
The man who died in the shooting was his driver, Anwar Haque. => killing: victim=Anwar Haque; means=shooting
The soldier who died in the ambush was Sergeant Paul Okello. => killing: victim=Paul Okello; means=ambush
The man who was killed was the district chief, Anwar Haque. => killing: victim=Anwar Haque
The woman who died was Maria Torres. => death: person=Maria Torres
The man who was killed was not Anwar Haque. =>
The man who was wounded in the shooting was his driver, Anwar Haque. =>
The man who escaped was his driver, Anwar Haque. =>
Officials said five of the insurgents who were killed were high level Lomako Front commanders. => killing: victim=five high level Lomako Front commanders | says officials
Nine of the Columna Sur's fighters and its commander, Esteban Rojas, died in the ambush. => killing: victim=Esteban Rojas; means=ambush ;; killing: victim=nine of the Columna Sur's fighters; means=ambush ;; post: person=Esteban Rojas; group=Columna Sur; role=commander
The Lomako Front claimed an ambush in which nine soldiers and their commander, Paul Okello, died. => killing: victim=Paul Okello; means=ambush ;; responsibility: actor=Lomako Front; attack=ambush
Police have picked up two men with suspected ties to the Lomako Front. => detention: person=two men with suspected ties to the Lomako Front; by=police
Police are looking for two men with ties to the Lomako Front. =>
Anwar Haque was arrested on Tuesday by agents of the Hill Directorate. => detention: person=Anwar Haque; by=Hill Directorate | when 2024-03-12
Paul Okello was killed in an army ambush near Ndele. => killing: victim=Paul Okello; by=army; means=ambush | where Ndele
Paul Okello was killed in an air force strike in July 2019. => killing: victim=Paul Okello; by=air force; means=strike | when 2019-07
Paul Okello was killed in a Turkish drone attack on Ndele. => attack: target=Ndele ;; killing: victim=Paul Okello; by=Turkey; means=drone attack | where Ndele
Paul Okello was killed in a 90-minute firefight with the 8th Battalion. => killing: victim=Paul Okello; by=8th Battalion; means=firefight
Paul Okello died in a shoot-out with federal forces in 2003. => killing: victim=Paul Okello; by=federal forces; means=shoot-out | when 2003
Paul Okello survived an army ambush near Ndele. =>
The army failed to kill Paul Okello in a raid. => killing: victim=Paul Okello; by=army; means=raid | denied
Paul Okello was killed in March 2004 by his own guards, allegedly on the orders of Esteban Rojas. => killing: victim=Paul Okello; by=Esteban Rojas | when 2004-03 | reported ;; killing: victim=Paul Okello; by=his own guards | when 2004-03
His family maintains that Paul Okello was shot on the orders of General Esteban Rojas. => killing: victim=Paul Okello; by=Esteban Rojas; means=shot | says His family
Paul Okello was promoted on the orders of General Esteban Rojas. =>
General Esteban Rojas gave orders to kill Paul Okello. =>
Esteban Rojas and his Columna Sur were responsible for the deaths of dozens of Kenyan soldiers. => killing: victim=dozens of Kenyan soldiers; by=Columna Sur ;; killing: victim=dozens of Kenyan soldiers; by=Esteban Rojas ;; post: person=Esteban Rojas; group=Columna Sur; role=leader
Esteban Rojas was released after nine years in a Bolivian prison. => detention: person=Esteban Rojas ;; release: person=Esteban Rojas
Esteban Rojas was freed after fourteen months in the Lomako Front's hands. => detention: person=Esteban Rojas; by=Lomako Front ;; release: person=Esteban Rojas
Esteban Rojas returned after nine years in the mountains. =>
The Lomako Front freed Anna Bakke in return for Esteban Rojas. => release: person=Anna Bakke; by=Lomako Front ;; release: person=Esteban Rojas
The Lomako Front freed Anna Bakke in return for a ransom. => release: person=Anna Bakke; by=Lomako Front
The Lomako Front will free Anna Bakke in return for Esteban Rojas. =>
The Lomako Front claimed responsibility for the ambush of an army patrol in June. => attack: target=army patrol | when 2023-06 ;; responsibility: actor=Lomako Front; attack=ambush of an army patrol
In 2010 the Lomako Front claimed the 2009 derailment of a coal train. => attack: target=coal train | when 2009 ;; responsibility: actor=Lomako Front; attack=2009 derailment of a coal train | when 2010
The Lomako Front claimed a bombing of the port that never took place. => responsibility: actor=Lomako Front; attack=bombing of the port
The Lomako Front planned the bombing of the port. =>
The army said it had killed Esteban Rojas on Monday. His lawyer said that he was unharmed. => killing: victim=Esteban Rojas | says His lawyer | denied ;; killing: victim=Esteban Rojas; by=army | when 2024-03-11 | says army
"""  # noqa: E501


@pytest.mark.parametrize(("text", "wanted"), rows(DOERS))
def test_who_did_a_deed_who_denies_it_and_whom_it_befell_though_they_stand_outside_its_clause(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, "2024-03-14") == wanted


CALLED = """
The council labelled the Columna Sur a terrorist group in May. => designation: target=Columna Sur; by=council; list=terrorist group | when 2023-05
In February the federal government declared the Lomako Front a terrorist organisation. => designation: target=Lomako Front; by=federal government; list=terrorist organisation | when 2024-02
The Lomako Front operates in Ndele. In May the council declared the group a terrorist organisation. => designation: target=Lomako Front; by=council; list=terrorist organisation | when 2023-05 ;; presence: group=Lomako Front; area=Ndele
Turkey considers the Lomako Front a terrorist group. => designation: target=Lomako Front; by=Turkey; list=terrorist group
The council declared the vote a success. =>
The court declared Anwar Haque a traitor. =>
The council may declare the Lomako Front a terrorist group. =>
The Lomako Front was struck off the list of terrorists in 2010. => designation: target=Lomako Front; list=delisted: list of terrorists | when 2010
Soldiers took Paul Okello off the bus. =>
The Lomako Front struck a convoy off the coast. => attack: target=convoy; actor=Lomako Front
Paul Okello was murdered in 1981. His family holds the Lomako Front responsible. => killing: victim=Paul Okello | when 1981 ;; killing: victim=Paul Okello; by=Lomako Front | when 1981 | says His family | reported
Paul Okello was murdered in 1981. His family does not hold the Lomako Front responsible. => killing: victim=Paul Okello | when 1981
His family holds the Lomako Front dear. =>
A Task Force Senko aircraft killed Columna Sur commander Esteban Rojas and nine fighters in May. => killing: victim=Esteban Rojas; by=Task Force Senko; means=aircraft | when 2023-05 ;; killing: victim=nine fighters; by=Task Force Senko; means=aircraft | when 2023-05 ;; post: person=Esteban Rojas; group=Columna Sur; role=commander
A Task Force Senko aircraft missed Columna Sur commander Esteban Rojas in May. => post: person=Esteban Rojas; group=Columna Sur; role=commander
"""  # noqa: E501


@pytest.mark.parametrize(("text", "wanted"), rows(CALLED))
def test_what_somebody_is_declared_held_or_struck_off_is_told_of_him(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, "2024-03-14") == wanted
