"""Through whom words came: stations, agencies and papers that pass on what others say, and who `they` are."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

RELAYED = """
Radio Tamar broadcast a recording in which General Gana declared that he had joined the Hill Brigade. => join: actor=Gana; to=Hill Brigade | says Gana, Radio Tamar ;; statement: issuer=Gana; medium=recording
Radio Tamar reported a clash in Kosso. It aired a recording in which General Gana said that he had joined the Hill Brigade. => join: actor=Gana; to=Hill Brigade | says Gana, Radio Tamar ;; statement: issuer=Gana; medium=recording
The Northern Front released a video in which a captured soldier says that General Gana has been killed. => killing: victim=Gana | says captured soldier ;; statement: issuer=Northern Front; medium=video
In an interview aired by Radio Tamar, General Gana said he had joined the Hill Brigade. => join: actor=Gana; to=Hill Brigade | says Gana, Radio Tamar
In a statement carried by SITE, the Northern Front said it had killed General Gana. => killing: victim=Gana; by=Northern Front | says Northern Front, SITE ;; statement: issuer=Northern Front; medium=statement
Two officers quoted in the Tamar Times said that General Gana had joined the Hill Brigade. => join: actor=Gana; to=Hill Brigade | says two officers, Tamar Times
Samir Haddu told the agency AFP that General Gana had joined the Hill Brigade. => join: actor=Gana; to=Hill Brigade | says Samir Haddu, AFP
A spokesman for the Northern Front, Azad Nohani, told Radio Tamar that General Gana had been killed. => killing: victim=Gana | says Azad Nohani, Radio Tamar ;; post: person=Azad Nohani; group=Northern Front; role=spokesman
The Hill Brigade and the Northern Front merged on Saturday to form the River Union, they said in a joint video. => founding: group=River Union | when 2016-04-30 | says Hill Brigade, Northern Front ;; merger: group=Hill Brigade; into=River Union | when 2016-04-30 | says Hill Brigade, Northern Front ;; merger: group=Northern Front; into=River Union | when 2016-04-30 | says Hill Brigade, Northern Front
Two groups, the Hill Brigade and the Northern Front, merged on Saturday to form the River Union, they said. => founding: group=River Union | when 2016-04-30 | says Hill Brigade, Northern Front ;; merger: group=Hill Brigade; into=River Union | when 2016-04-30 | says Hill Brigade, Northern Front ;; merger: group=Northern Front; into=River Union | when 2016-04-30 | says Hill Brigade, Northern Front
Villagers told Radio Tamar that General Gana had been killed. They said that Samir Haddu had joined the Hill Brigade. => join: actor=Samir Haddu; to=Hill Brigade | says villagers ;; killing: victim=Gana | says villagers, Radio Tamar
A statement found in Kosso says that General Gana pledges allegiance to the Hill Brigade. => pledge: actor=Gana; to=Hill Brigade | says Gana
A statement found in Kosso says that General Gana was killed. => killing: victim=Gana | says statement found in Kosso
Its chairman Samir Haddu had in a statement on Monday rejected reports that the Northern Front had killed General Gana. => killing: victim=Gana; by=Northern Front | says Samir Haddu | denied ;; post: person=Samir Haddu; group=Northern Front; role=chairman
The spokesman of the Northern Front, Samir Haddu, may God keep him, denies that General Gana was killed. => killing: victim=Gana | says Samir Haddu | denied ;; post: person=Samir Haddu; group=Northern Front; role=spokesman
General Gana, God rest his soul, founded the Northern Front in 1998. => founding: group=Northern Front; founder=Gana | when 1998
Two groups in the north of Mali, the Hill Brigade and the Northern Front, merged on Saturday to form the River Union, they said in a joint video. => founding: group=River Union | when 2016-04-30 | says Hill Brigade, Northern Front ;; merger: group=Hill Brigade; into=River Union | when 2016-04-30 | says Hill Brigade, Northern Front ;; merger: group=Northern Front; into=River Union | when 2016-04-30 | says Hill Brigade, Northern Front
The US State Department says General Gana leads the Northern Front. => post: person=Gana; group=Northern Front; role=leader | says US State Department
A policeman said Samir Haddu was arrested. "He was carrying a passport," he said. "He has led the Hill Brigade since 2012." => detention: person=Samir Haddu | says policeman ;; post: person=Samir Haddu; group=Hill Brigade; role=leader | when 2012/.. | says policeman
General Gana left the army in 2012. "I joined the Hill Brigade," he said. => join: actor=Gana; to=Hill Brigade | says Gana ;; leave: actor=Gana; from=army | when 2012
"""  # noqa: E501


@pytest.mark.parametrize(("text", "wanted"), rows(RELAYED))
def test_every_link_of_a_chain_is_named_nearest_the_event_first(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, "2016-05-04") == sorted(wanted)
