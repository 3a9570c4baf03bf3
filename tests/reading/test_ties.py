"""Ties between people and bodies, as papers of every continent tell them, and what looks like a tie and is none.

All are of Thursday, 14 March 2024. What is not of the types looked at is left out of a row.
"""

from __future__ import annotations

import pytest

from allegiance.model import Document
from allegiance.reading.reader import EnglishReader
from reading.lines import line_of, rows

TYPES = (
    "join", "leave", "membership", "pledge", "renounce", "affiliation", "alliance", "support", "rivalry", "link",
    "agreement", "founding", "split", "merger", "renaming", "alias", "detention", "release", "post",
)  # fmt: skip

TOLD = """
The raids by the gendarmerie last May did not result in the capture of Moussa Kante. =>
Three nights of talks in Doha failed to secure the release of Moussa Kante. =>
The sweep led to the arrest of Moussa Kante of the Lake Front in 2019. => detention: person=Moussa Kante ;; membership: actor=Moussa Kante; group=Lake Front
Had he lived, Moussa Kante might have led the Lake Front. =>
Should he be freed, Moussa Kante may rejoin the Lake Front. =>
Were he still alive, Moussa Kante could be commanding the Lake Front. =>
Villagers accuse the army of arming the Lake Front. => support: giver=army; recipient=Lake Front; kind=arms | says villagers | reported
Moussa Kante quit the Lake Front in 2006 over its acceptance of money from a timber company, Bois Clair. => leave: actor=Moussa Kante; from=Lake Front | when 2006
Commanders of the Lake Front and the Hill Guard concluded a truce in March, with two bishops as guarantors. => agreement: a=Lake Front; b=Hill Guard; kind=truce | when 2024-03
The Lake Front signed a truce in March, with the Hill Guard as witness. =>
Moussa Kante left the Lake Front for the Hill Guard in 2012. His rival Issa Ba followed him. => join: actor=Moussa Kante; to=Hill Guard; from=Lake Front | when 2012 ;; rivalry: a=Issa Ba; b=Moussa Kante
Moussa Kante left the Lake Front for the Hill Guard in 2012. His cousin Issa Ba followed him. => join: actor=Issa Ba; to=Hill Guard; from=Lake Front ;; join: actor=Moussa Kante; to=Hill Guard; from=Lake Front | when 2012
Moussa Kante defected from the Lake Front to the Hill Guard in 2012. His deputy, Issa Ba, went with him. => join: actor=Issa Ba; to=Hill Guard; from=Lake Front ;; join: actor=Moussa Kante; to=Hill Guard; from=Lake Front | when 2012 ;; post: person=Issa Ba; group=Lake Front; role=deputy
Moussa Kante joined the Hill Guard in 2012 and travelled to Kosso in June. Issa Ba went with him. => join: actor=Moussa Kante; to=Hill Guard | when 2012
The rebels attacked a convoy of the Lake Front; the weapons came from the army. =>
The Lake Front took Kosso with ease: its weapons came from the army. => support: giver=army; recipient=Lake Front; kind=weapon
Moussa Kante joined the Hill Guard in 2012. His deputy, Issa Ba, went with him. => join: actor=Issa Ba; to=Hill Guard ;; join: actor=Moussa Kante; to=Hill Guard | when 2012
Some thirty gunmen of the Lake Front joined the Hill Guard in March. => join: actor=Some thirty gunmen of the Lake Front; to=Hill Guard; from=Lake Front | when 2024-03
Moussa Kante, the Lake Front's commander in Kosso, has joined the Hill Guard. => join: actor=Moussa Kante; to=Hill Guard; from=Lake Front ;; post: person=Moussa Kante; group=Lake Front; role=commander; area=Kosso
Moussa Kante, the leader of the Lake Front, joined the Hill Guard in 1990 as a courier. => join: actor=Moussa Kante; to=Hill Guard | when 1990 ;; post: person=Moussa Kante; group=Lake Front; role=leader
Fighters of the Lake Front joined the Council of Free Brigades. => join: actor=fighters of the Lake Front; to=Council of Free Brigades
Thirty gunmen of the Lake Front joined the Hill Guard in a raid on Kosso. =>
Moussa Kante, until May the treasurer of the Lake Front, has thrown in his lot with the Hill Guard. => join: actor=Moussa Kante; to=Hill Guard; from=Lake Front ;; post: person=Moussa Kante; group=Lake Front; role=treasurer | when ../2023-05 | former
The Lake Front confirmed that its commander in Kosso, Moussa Kante, had left it for personal reasons. According to an elder, Moussa Kante crossed the river in May and joined the Hill Guard. => join: actor=Moussa Kante; to=Hill Guard; from=Lake Front | when 2023-05 | says elder ;; leave: actor=Moussa Kante; from=Lake Front | says Lake Front ;; post: person=Moussa Kante; group=Lake Front; role=commander; area=Kosso
Issa Ba is a fixer of the Lake Front, an entity established in 2011 by the preacher Moussa Kante. => founding: group=Lake Front; founder=Moussa Kante | when 2011 ;; post: person=Issa Ba; group=Lake Front; role=fixer
Issa Ba of the Lake Front, a militia set up in 2012 by Moussa Kante, spoke on Monday. => founding: group=Lake Front; founder=Moussa Kante | when 2012 ;; membership: actor=Issa Ba; group=Lake Front
The governor met envoys of the Lake Front, an army officer and a group of elders. =>
The army fights the Hill Guard, a group in the mountains, which split from the Lake Front in 2012. => rivalry: a=army; b=Hill Guard ;; split: group=Hill Guard; from=Lake Front | when 2012
Police suspect Moussa Kante, a merchant in the port, who financed the Lake Front. => support: giver=Moussa Kante; recipient=Lake Front; kind=funds
The Lake Front leant on Oromba, the neighbour to the west, which gave it money. => support: giver=Oromba; recipient=Lake Front; kind=money
The Lake Front began with forty men. Its rifles came from the depot of the 21st Garrison. => support: giver=21st Garrison; recipient=Lake Front; kind=rifle
The rifles of the Lake Front came from a depot in the hills. =>
Money for the Lake Front comes from the diaspora. => support: giver=diaspora; recipient=Lake Front; kind=money
The Lake Front is thought to be backed by a charity in the Gulf. => support: giver=charity in the Gulf; recipient=Lake Front; kind=backing | likely
Oromba gave the Lake Front rear bases and small arms. => support: giver=Oromba; recipient=Lake Front; kind=rear bases and small arms
Oromba has offered the Lake Front talks at a base in the north. =>
Moussa Kante is accused of passing information to the Lake Front. => support: giver=Moussa Kante; recipient=Lake Front; kind=information | reported
Moussa Kante gave details of the Lake Front's positions to the army. =>
The Lake Front enjoys the protection of the governor, Moussa Kante. => support: giver=Moussa Kante; recipient=Lake Front; kind=protection
Two men of the Hill Guard, with whom the Lake Front has been at war for a year, were seized. => detention: person=two men of the Hill Guard ;; rivalry: a=Lake Front; b=Hill Guard | when 2023-03/..
Old enmity divides the Lake Front and the Hill Guard. => rivalry: a=Lake Front; b=Hill Guard
The river divides the Lake Front and the Hill Guard. =>
Chad has supplied motorcycles and fuel to the Lake Front. => support: giver=Chad; recipient=Lake Front; kind=motorcycles and fuel
Moussa Kante is a member of the Lake Front and the Hill Guard. => membership: actor=Moussa Kante; group=Hill Guard ;; membership: actor=Moussa Kante; group=Lake Front
Two members of the Lake Front and the Hill Guard, Moussa Kante and Issa Ba, spoke. =>
Moussa Kante left the Lake Front in March 2010. He had rejoined it by the end of the year. => join: actor=Moussa Kante; to=Lake Front | when ../2010-12~ ;; leave: actor=Moussa Kante; from=Lake Front | when 2010-03
Moussa Kante, who left the Lake Front in 2010, should be tried by the end of the year. => leave: actor=Moussa Kante; from=Lake Front | when 2010
The Directorate of Security has detained a clerk, Moussa Kante, on charges of passing information to the Lake Front. => detention: person=Moussa Kante; by=Directorate of Security ;; support: giver=Moussa Kante; recipient=Lake Front; kind=information | reported
The army holds two traders on suspicion of arming the Lake Front. => support: giver=two traders; recipient=Lake Front; kind=arms | says army | possible
The Lake Front was financed by a businessman from Kosso. => support: giver=businessman from Kosso; recipient=Lake Front; kind=funds
"""  # noqa: E501


@pytest.mark.parametrize(("text", "want"), rows(TOLD))
def test_a_tie_is_read_where_one_is_told(reader: EnglishReader, text: str, want: list[str]) -> None:
    findings, _ = reader.read(Document(text, "en"), "2024-03-14")
    said = {line_of(f.claim) for f in findings}
    assert {s for s in said if s.startswith(TYPES)} == set(want)
