"""What is said not to be so, in the ways that hide it: behind `namely`, before the verb, in an apposition."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

DENIED = """
The Hill Brigade denies what the army has published, namely that General Gana was killed. => killing: victim=Gana | says Hill Brigade | denied
The Hill Brigade denied what the army had claimed: that General Gana was killed. => killing: victim=Gana | says Hill Brigade | denied
The army says what everybody knows, namely that General Gana was killed. => killing: victim=Gana | says army
The Hill Brigade described reports that General Gana had been killed as enemy propaganda. => killing: victim=Gana | says Hill Brigade | denied
The army withdrew from Kosso after General Gana was killed. => killing: victim=Gana
The rumour that General Gana had joined the Hill Brigade turned out to be false. => join: actor=Gana; to=Hill Brigade | denied
The Northern Front insisted that at no time had it pledged allegiance to the Hill Brigade. => pledge: actor=Northern Front; to=Hill Brigade | says Northern Front | denied
At no point did General Gana join the Hill Brigade. => join: actor=Gana; to=Hill Brigade | denied
In no way is General Gana a member of the Hill Brigade. => membership: actor=Gana; group=Hill Brigade | denied
At that time General Gana joined the Hill Brigade. => join: actor=Gana; to=Hill Brigade
Reports that General Gana had joined the Hill Brigade were premature. => join: actor=Gana; to=Hill Brigade | denied
Reports that General Gana had been killed were exaggerated. => killing: victim=Gana | doubted
General Gana is by no means the leader of the Hill Brigade. => post: person=Gana; group=Hill Brigade; role=leader | denied
Never was General Gana the leader of the Hill Brigade. => post: person=Gana; group=Hill Brigade; role=leader | denied
Nor was General Gana the leader of the Hill Brigade. => post: person=Gana; group=Hill Brigade; role=leader | denied
Nor did General Gana join the Hill Brigade. => join: actor=Gana; to=Hill Brigade | denied
Never a member of the Hill Brigade, General Gana joined the Northern Front in 2012. => join: actor=Gana; to=Northern Front | when 2012 ;; membership: actor=Gana; group=Hill Brigade | denied
Samir Haddu, not a member of the Hill Brigade, was killed. => killing: victim=Samir Haddu ;; membership: actor=Samir Haddu; group=Hill Brigade | denied
Samir Haddu, no member of the Hill Brigade, was killed. => killing: victim=Samir Haddu ;; membership: actor=Samir Haddu; group=Hill Brigade | denied
Samir Haddu, not the leader of the Hill Brigade but its spokesman, was killed. => killing: victim=Samir Haddu ;; post: person=Samir Haddu; group=Hill Brigade; role=leader | denied ;; post: person=Samir Haddu; group=Hill Brigade; role=spokesman
Samir Haddu, not only the leader of the Hill Brigade but also its spokesman, was killed. => killing: victim=Samir Haddu ;; post: person=Samir Haddu; group=Hill Brigade; role=leader ;; post: person=Samir Haddu; group=Hill Brigade; role=spokesman
Samir Haddu, a would-be leader of the Hill Brigade, was killed. => killing: victim=Samir Haddu
Samir Haddu, a self-proclaimed leader of the Hill Brigade, was killed. => killing: victim=Samir Haddu ;; post: person=Samir Haddu; group=Hill Brigade; role=leader
Samir Haddu, a battle-hardened commander of the Hill Brigade, was killed. => killing: victim=Samir Haddu ;; post: person=Samir Haddu; group=Hill Brigade; role=commander
It was not Samir Haddu, leader of the Hill Brigade, who killed General Gana. => killing: victim=Gana; by=Samir Haddu | denied ;; post: person=Samir Haddu; group=Hill Brigade; role=leader
"""  # noqa: E501

SILENT = (
    "The army retracted its statement that General Gana had been killed.",
    "The army withdrew its claim to have killed General Gana.",
    "Under no circumstances would General Gana join the Hill Brigade.",
)


@pytest.mark.parametrize(("text", "wanted"), rows(DENIED))
def test_what_is_denied_is_no_fact_wherever_the_denial_stands(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text) == sorted(wanted)


@pytest.mark.parametrize("text", SILENT)
def test_what_is_taken_back_or_not_to_be_is_no_claim(reader: EnglishReader, text: str) -> None:
    assert lines(reader, text) == []
