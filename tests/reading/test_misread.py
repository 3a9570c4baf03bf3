"""Where unseen reports were read wrongly: whose relative clause it is, what is sworn, who was made what, who merged."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

TOLD = """
"We have been here before," said Ana Reyes, who heads the Northern Desk and whose predecessor, Luis Prado, was killed by a Kossa Brigade rocket. => killing: victim=Luis Prado; by=Kossa Brigade; means=rocket ;; post: person=Ana Reyes; group=Northern Desk; role=head
Ana Reyes, who heads the Northern Desk and whose predecessor, Luis Prado, was killed by a Kossa Brigade rocket, said the army would answer. => killing: victim=Luis Prado; by=Kossa Brigade; means=rocket ;; post: person=Ana Reyes; group=Northern Desk; role=head
Musa Dadi, whose brother was arrested in May, was shot dead in Kosso. => killing: victim=Musa Dadi; means=shot | where Kosso
The Malan Front, which no more accepts Idris Baro's authority, moved on. => renounce: actor=Malan Front; from=Idris Baro
The General Command named Captain Idris Baro commander of the Kossa Brigade in his place. => appointment: person=Idris Baro; group=Kossa Brigade; role=commander; by=General Command
The Council of Kossa Revolutionaries named Idris Baro its commander. => appointment: person=Idris Baro; group=Council of Kossa Revolutionaries; role=commander; by=Council of Kossa Revolutionaries
The Zarhun Militia seized Kosso in March. => presence: group=Zarhun Militia; area=Kosso | when 2016-03/..
Tomas Veld was appointed adviser to the president of the Hill Council, Idris Baro. => appointment: person=Tomas Veld; group=Hill Council; role=adviser ;; post: person=Idris Baro; group=Hill Council; role=president
Tomas Veld was named chairman of the Hill Council on Monday. => appointment: person=Tomas Veld; group=Hill Council; role=chairman | when 2016-05-02
Idris Baro, commander of the Hill Brigade, died on Sunday of the wounds that he sustained in an ambush. => killing: victim=Idris Baro | when 2016-05-01 ;; post: person=Idris Baro; group=Hill Brigade; role=commander
Idris Baro died in a clinic in Kosso of a stroke. => death: person=Idris Baro; cause=stroke | where Kosso
The Zarhun Army came into being in 1998 when the Hill Band and the River Band merged into it, and was outlawed in 2006. => designation: target=Zarhun Army | when 2006 ;; founding: group=Zarhun Army | when 1998 ;; merger: group=Hill Band; into=Zarhun Army | when 1998 ;; merger: group=River Band; into=Zarhun Army | when 1998
Idris Baro took the Zarhun Front's oath before an elder. => pledge: actor=Idris Baro; to=Zarhun Front
Idris Baro @ Falcon, area commander of the Zarhun Front, was arrested in Kosso on 3 May. => alias: name=Idris Baro; other=Falcon ;; detention: person=Idris Baro | when 2016-05-03 | where Kosso ;; post: person=Idris Baro; group=Zarhun Front; role=area commander
The Front for Justice in Kosso (FJK) declined to attend. => alias: name=Front for Justice in Kosso; other=FJK
"""  # noqa: E501

SILENT = (
    "The Zarhun Militia had seized Amina at Kosso in March, her mother said.",
    "The Hill Council broke up over its entry into government.",
    "The Front no more takes part in the Union.",
    "Tomas Veld is the appointed adviser of his cousin, Idris Baro.",
    "Write to news@hill.example, the Hill Brigade said.",
)


@pytest.mark.parametrize(("text", "wanted"), rows(TOLD))
def test_each_part_of_a_sentence_is_read_of_whom_it_tells(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text, "2016-05-06") == sorted(wanted)


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_a_relation_is_none(reader: EnglishReader, text: str) -> None:
    assert lines(reader, text, "2016-05-06") == []
