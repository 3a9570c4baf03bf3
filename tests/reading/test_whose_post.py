"""In which body a post is that its sentence does not name: passages of the press, and all that they claim of posts.

A claim is written as its type, its key roles and its words for the post, with its phase and certainty where they are
not plain; `-` is none. Half of the passages are near misses, which must give no post in the wrong body.
"""

from __future__ import annotations

import pytest

from allegiance.model import Certainty, Claim, Document, Phase
from allegiance.reading.reader import EnglishReader
from reading.lines import in_short

OF_POSTS = frozenset("post appointment removal succession".split())

TOLD = """
# His deputy, and whoever follows him.
The Sahel Dawn Brigade lost its founder in March when Moussa Kantara was shot dead in Tessal. His deputy, Harouna Saley, took over. | appointment Harouna Saley, Sahel Dawn Brigade; post Harouna Saley, Sahel Dawn Brigade: deputy; succession Harouna Saley, Moussa Kantara
Set up in 2016 by Naji al-Qasri, the Coast Resistance holds the port. Al-Qasri was killed by a mine; his deputy, Tariq Dhayf, took over. | appointment Tariq Dhayf, Coast Resistance; post Tariq Dhayf, Coast Resistance: deputy; succession Tariq Dhayf, Naji al-Qasri
The letter was signed by Itembo Union secretary-general Faustin Rwego. He has been replaced by his deputy, Didier Kasongo. | appointment Didier Kasongo, Itembo Union: secretary-general; post Didier Kasongo, Itembo Union: deputy; post Faustin Rwego, Itembo Union: secretary-general; succession Didier Kasongo, Faustin Rwego: secretary-general
The Northern Front attacked the town on Monday. Inspector Samir Haddu said that his deputy, Omar Benali, had been hurt. | -
The Northern Front attacked the town on Monday. The mayor, Samir Haddu, was killed, and his deputy, Omar Benali, took over. | succession Omar Benali, Samir Haddu
The Northern Front attacked the town on Monday. Samir Haddu, the editor of the Kosso Times, was shot. His deputy, Omar Benali, took over. | succession Omar Benali, Samir Haddu
The Northern Front's founder, Idris Baro, was jailed in 2004. The warden's deputy, Samir Haddu, resigned. | -
# Two bodies in play: nobody's post.
The Northern Front fought the Hill Brigade on Monday. The military commander, Samir Haddu, was shot. | -
The Northern Front fought the Hill Brigade on Monday. Samir Haddu was shot. His deputy, Omar Benali, took over. | succession Omar Benali, Samir Haddu
The Northern Front pledged allegiance to the Hill Emirate. Abu Bakr Haddu, the emir, accepted. | -
# A title with no body, in a report on one.
The Free Lowlands Army has lost its emir. Abu Yahya al-Tuni, the military commander, is on the list of the dead. | post Abu Yahya al-Tuni, Free Lowlands Army: military commander
The Northern Front lost its emir in May. The police spokesman, Samir Haddu, gave no details. | post Samir Haddu, police: spokesman
The Northern Front lost its emir in May. Samir Haddu, spokesman for the governor, gave no details. | -
The Northern Front lost its emir in May. The chairman of ACP, Samir Haddu, spoke. | -
The Northern Front robbed a bank in May. Its manager, Samir Haddu, was tied up. | -
# A change of post with no body.
The Patriotic Union met in Doukane. Salem Brahim resigned as spokesman and was succeeded by Assan Diko, a lawyer. | appointment Assan Diko, Patriotic Union: spokesman; removal Salem Brahim, Patriotic Union: spokesman; succession Assan Diko, Salem Brahim: spokesman
The Northern Front attacked the town on Monday. Samir Haddu resigned as interior minister and was succeeded by Omar Benali. | removal Samir Haddu: interior minister; succession Omar Benali, Samir Haddu: interior minister
The Northern Front attacked the town on Monday. Governor Samir Haddu was succeeded by Omar Benali. | succession Omar Benali, Samir Haddu
Idris Baro led the Northern Front. His deputy, Samir Haddu, will take over in May. | post Idris Baro, Northern Front: leader; post Samir Haddu, Northern Front: deputy
Idris Baro led the Northern Front. Many expect his deputy, Samir Haddu, to take his place. | post Idris Baro, Northern Front: leader; post Samir Haddu, Northern Front: deputy
"""  # noqa: E501
LINES = [line.split(" | ") for line in TOLD.strip().splitlines() if not line.startswith("#")]


def _said(claim: Claim) -> str:
    more = [claim.phase.value] if claim.phase not in (Phase.NONE, Phase.CURRENT) else []
    more += [claim.certainty.value] if claim.certainty is not Certainty.STATED else []
    return f"{in_short(claim)} ({', '.join(more)})" if more else in_short(claim)


@pytest.mark.parametrize(("text", "want"), LINES, ids=[text[:60] for text, _ in LINES])
def test_a_post_is_in_the_body_that_the_passage_settles(reader: EnglishReader, text: str, want: str) -> None:
    findings, _ = reader.read(Document(text, "en"), "2024-03-14")
    said = sorted(_said(f.claim) for f in findings if f.claim.type in OF_POSTS)
    assert "; ".join(said) == (want if want != "-" else "")
