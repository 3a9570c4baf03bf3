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
# Who acts on a body is not of it: a title with no body may be theirs.
Police arrested two Northern Front men on Monday. The spokesman, Samir Haddu, said they were armed. | -
Soldiers shot two Northern Front men on Monday. The chief, Samir Haddu, said they were armed. | -
The army said that it had killed ten Northern Front men. The commander, Samir Haddu, visited the troops. | -
A court jailed two Northern Front men. The secretary, Samir Haddu, read the verdict. | -
The Northern Front lost its emir in May. The head of the choir, Samir Haddu, sang. | -
The Northern Front lost its emir in May. The bank's treasurer, Samir Haddu, was robbed. | -
The movement's foreign affairs in-charge, Lalit Barman, was held at Dimapur. | -
# Its treasurer, its spokeswoman, its commander from such a year.
The Kivu Renewal Front is run from a farm near Lubiri. Its treasurer, Justin Makenga, used to keep the books of a cotton company. | post Justin Makenga, Kivu Renewal Front: treasurer
The Union of Forest Peoples accused the army of the raid. Its spokeswoman, Clarisse Nzapa, said eleven had died. | post Clarisse Nzapa, Union of Forest Peoples: spokeswoman
The Tamil Liberation Wing split in 1986. Its military commander from 1983 was Ravi Selvan. | post Ravi Selvan, Tamil Liberation Wing: military commander
Marcos Tisoy leads the Talisay Command. His finance officer, Nena Bulan, was arrested on Friday. | post Marcos Tisoy, Talisay Command: leader; post Nena Bulan, Talisay Command: finance officer
The New Mindoro Command said it held two policemen. Its publicity secretary, Rolly Dimayuga, gave no names. | post Rolly Dimayuga, New Mindoro Command: publicity secretary
# Posts that pass from one to another.
The Black Ridge Jamaat announced the death of its emir, Magomed Dasayev. His brother Shamil was acclaimed emir nine days later. | appointment Shamil, Black Ridge Jamaat: emir; post Magomed Dasayev, Black Ridge Jamaat: emir; succession Shamil, Magomed Dasayev: emir
The Black Ridge Jamaat announced the death of its emir, Magomed Dasayev. His brother Shamil took his place. | appointment Shamil, Black Ridge Jamaat: emir; post Magomed Dasayev, Black Ridge Jamaat: emir; succession Shamil, Magomed Dasayev: emir
The Assam Tiger Force removed Bipul Saikia as its vice-chairman last week and elevated Dhiren Moran in his stead. | appointment Dhiren Moran, Assam Tiger Force: vice-chairman; removal Bipul Saikia, Assam Tiger Force: vice-chairman; succession Dhiren Moran, Bipul Saikia: vice-chairman
The Drina Wolves threw out their commander, Dragan Petrović, and put Goran Ilić in his place. | appointment Goran Ilić, Drina Wolves: commander; post Dragan Petrović, Drina Wolves: commander; succession Goran Ilić, Dragan Petrović: commander
In May the Column of the South chose Rosa Tintaya to lead it. Her predecessor, Elena Prado, lives in Quito. | appointment Rosa Tintaya, Column of the South: leader; succession Rosa Tintaya, Elena Prado: leader
Rosa Tintaya leads the Column of the South. A letter names her predecessor as mayor, Elena Prado. | post Rosa Tintaya, Column of the South: leader; succession Rosa Tintaya, Elena Prado: mayor
The Black Ridge Jamaat announced the death of its emir, Magomed Dasayev. His brother Shamil will be acclaimed emir. | post Magomed Dasayev, Black Ridge Jamaat: emir
The Black Ridge Jamaat announced the death of its emir, Magomed Dasayev. His brother Shamil hopes to take his place. | post Magomed Dasayev, Black Ridge Jamaat: emir
The Orange River Boys were led by Piet Malan until he was hanged. His farm fell to Koos Venter. | post Piet Malan, Orange River Boys: leader
# What somebody had been is past, unless it lasted.
Idrissa Bah had been chief of staff of the Unity Front before he fled to Conakry. | post Idrissa Bah, Unity Front: chief of staff (former)
Idrissa Bah, who had served as quartermaster of the Unity Front, fled to Conakry. | post Idrissa Bah, Unity Front: quartermaster (former)
Idrissa Bah had been chief of staff of the Unity Front since 2011. | post Idrissa Bah, Unity Front: chief of staff
Idrissa Bah had been chief of staff of the Unity Front for six years when he was shot dead. | post Idrissa Bah, Unity Front: chief of staff
Idrissa Bah had never been chief of staff of the Unity Front. | post Idrissa Bah, Unity Front: chief of staff (unclear, denied)
# Who says otherwise behind `according to`.
The Hill Brigade has chosen Idris Baro to succeed its slain leader Ahmed Omar, according to a statement attributed to the group, but people close to the group said that command had passed to its military chief, Samir Haddu. | appointment Idris Baro, Hill Brigade: leader (reported); appointment Samir Haddu, Hill Brigade: commander; post Ahmed Omar, Hill Brigade: leader; post Samir Haddu, Hill Brigade: military chief; succession Idris Baro, Ahmed Omar: leader (reported); succession Samir Haddu, Ahmed Omar: leader
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
