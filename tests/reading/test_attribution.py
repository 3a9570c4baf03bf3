"""Attributions that stand behind or inside what they attribute: set aside before the parse, given back as sources."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.reading import attribution
from allegiance.reading.layout import paragraphs
from allegiance.reading.reader import EnglishReader
from reading.lines import lines, reports, rows

SAID = """
The Hill Brigade has attacked Kosso, the army said. => the army
The Hill Brigade has attacked Kosso, two security sources said on Thursday. => two security sources
The Hill Brigade has attacked Kosso, Samir Haddu claimed in a statement. => Samir Haddu
The Hill Brigade, the army said, has attacked Kosso. => the army
The Hill Brigade, he insists, has attacked Kosso. => he
The Hill Brigade has attacked Kosso, officials said yesterday; nobody was hurt. => officials
"""

NOT_SAID = """
Samir Haddu, who said it, fled. =>
The Hill Brigade attacked Kosso, as the army said. =>
The Hill Brigade attacked Kosso, which the army said was burning. =>
The army said the Hill Brigade had attacked Kosso. =>
"The Hill Brigade attacked, the army said." =>
Later, the army said. =>
"""

SPOKEN = """
The Hill Brigade has attacked Kosso, the army said. => attack: target=Kosso; actor=Hill Brigade | says army
The Hill Brigade, the army said, has attacked Kosso. => attack: target=Kosso; actor=Hill Brigade | says army
The Hill Brigade has attacked Kosso, the army claimed. => attack: target=Kosso; actor=Hill Brigade | says army | reported
The Hill Brigade has attacked Kosso, officials believe. => attack: target=Kosso; actor=Hill Brigade | says officials | likely
The Hill Brigade has attacked Kosso, two soldiers and a priest said. => attack: target=Kosso; actor=Hill Brigade | says two soldiers, priest
The Hill Brigade has attacked Kosso, Colonel Omar Benali said. => attack: target=Kosso; actor=Hill Brigade | says Omar Benali
Colonel Omar Benali spoke. The Hill Brigade has attacked the town of Kosso, he said. => attack: target=Kosso; actor=Hill Brigade | where Kosso | says Omar Benali
The Hill Brigade has attacked Kosso, the army said. It has attacked Marib. => attack: target=Kosso; actor=Hill Brigade | says army ;; attack: target=Marib; actor=Hill Brigade
Colonel Omar Benali spoke. The Hill Brigade has attacked Kosso, he said. => attack: target=Kosso; actor=Hill Brigade | says Omar Benali
Colonel Omar Benali spoke. The army had killed Samir Haddu in Kosso, he said. => killing: victim=Samir Haddu; by=army | where Kosso | says Omar Benali
Samir Haddu, leader of the Hill Brigade, has been killed, the army said. => killing: victim=Samir Haddu | says army ;; post: person=Samir Haddu; group=Hill Brigade; role=leader
According to a clerk of the council in Marib, Samir Haddu crossed the river at night and joined the Hill Brigade. => join: actor=Samir Haddu; to=Hill Brigade | says clerk of the council in Marib
According to a cousin of his, quoted by Radio Tamar on Thursday, Samir Haddu left the Northern Front and joined the Hill Brigade. => join: actor=Samir Haddu; to=Hill Brigade; from=Northern Front | says cousin of his, Radio Tamar
Samir Haddu joined the Hill Brigade, according to the group, although this could not be verified. => join: actor=Samir Haddu; to=Hill Brigade | says Hill Brigade | doubted
Samir Haddu, who had hidden in the hills for most of a year, joined the Hill Brigade according to two traders close to the family. => join: actor=Samir Haddu; to=Hill Brigade | says two traders close to the family
Radio Tamar reported, quoting local sources, that Samir Haddu had joined the Hill Brigade. => join: actor=Samir Haddu; to=Hill Brigade | says local sources, Radio Tamar
Samir Haddu has joined the Hill Brigade, Radio Tamar reported, citing two people briefed on the talks. => join: actor=Samir Haddu; to=Hill Brigade | says two people briefed on the talks, Radio Tamar
Samir Haddu left the Hill Brigade, citing ill health. => leave: actor=Samir Haddu; from=Hill Brigade
Samir Haddu, says the government, has joined the Hill Brigade. => join: actor=Samir Haddu; to=Hill Brigade | says government
Samir Haddu, a trader told this newspaper, has joined the Hill Brigade. => join: actor=Samir Haddu; to=Hill Brigade | says trader
Samir Haddu has joined the Hill Brigade, a deputy told Radio Tamar by telephone. => join: actor=Samir Haddu; to=Hill Brigade | says deputy, Radio Tamar
In an interview with the Morning Herald, Omar Benali said that Samir Haddu had joined the Hill Brigade. => join: actor=Samir Haddu; to=Hill Brigade | says Omar Benali, Morning Herald
A statement signed by Omar Benali said that Samir Haddu had joined the Hill Brigade. => join: actor=Samir Haddu; to=Hill Brigade | says Omar Benali
The army issued a statement saying that Samir Haddu had joined the Hill Brigade. => join: actor=Samir Haddu; to=Hill Brigade | says army
Two traders who came from Marib this week said that Samir Haddu had joined the Hill Brigade. => join: actor=Samir Haddu; to=Hill Brigade | says two traders who came from Marib this week
An official who asked not to be named said that Samir Haddu had joined the Hill Brigade. => join: actor=Samir Haddu; to=Hill Brigade | says official
Two officers quoted by Radio Tamar said that Samir Haddu had joined the Hill Brigade. => join: actor=Samir Haddu; to=Hill Brigade | says two officers, Radio Tamar
The army described Samir Haddu as the leader of the Hill Brigade. => post: person=Samir Haddu; group=Hill Brigade; role=leader | says army
Villagers said fighters of the Hill Brigade came on Sunday, stormed the camp and killed Samir Haddu. => attack: target=camp; actor=Hill Brigade | says villagers ;; killing: victim=Samir Haddu; by=Hill Brigade | says villagers
The Hill Brigade has attacked Kosso in a raid in which, the army said, Samir Haddu was killed. => attack: target=Kosso; actor=Hill Brigade ;; killing: victim=Samir Haddu; means=raid | says army
The army said in a report that Samir Haddu led the Hill Brigade. => post: person=Samir Haddu; group=Hill Brigade; role=leader | says army
The army justified the raid in a note: "Samir Haddu had joined the Hill Brigade. The Hill Brigade has attacked Kosso." => attack: target=Kosso; actor=Hill Brigade | says army ;; join: actor=Samir Haddu; to=Hill Brigade | says army
"""  # noqa: E501


def set_aside(text: str) -> list[str]:
    """Whose words a text's attributions are."""
    return [text[slice(*a.who)].strip() for p in paragraphs(text) for a in attribution.find(p)]


@pytest.mark.parametrize(("text", "wanted"), rows(SAID))
def test_who_says_so_is_found_behind_and_inside(text: str, wanted: list[str]) -> None:
    assert set_aside(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), rows(NOT_SAID))
def test_a_relative_an_adverb_and_a_quotation_are_no_attribution(text: str, wanted: list[str]) -> None:
    assert set_aside(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), rows(SPOKEN))
def test_an_attribution_covers_its_sentence_and_no_other(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text) == sorted(wanted)


@pytest.mark.parametrize(("name", "text"), reports(), ids=lambda value: value[:30])
def test_attributions_run_in_order_and_lie_in_their_paragraph(name: str, text: str) -> None:
    for part in paragraphs(text):
        found = attribution.find(part)
        for left, right in pairwise(found):
            assert left.end <= right.start, name
        for one in found:
            assert part.start <= one.start <= one.who[0] < one.who[1] <= one.end <= part.end
            assert one.verb in part.clean[one.start - part.start : one.end - part.start]


@given(
    st.lists(st.sampled_from(["The army fled", ", he said", ", two men claimed", ".", " - ", '"', " on Monday", ", "]))
)
def test_setting_aside_keeps_the_length(scraps: list[str]) -> None:
    for part in paragraphs("".join(scraps)):
        found = attribution.find(part)
        assert len(attribution.without(part.clean, part.start, found)) == len(part.clean)


def test_several_speakers_are_parted_at_and() -> None:
    text = "two security sources and a traditional chief"
    assert [text[a:b] for a, b in attribution.speakers(text, (0, len(text)))] == [
        "two security sources",
        "a traditional chief",
    ]


def test_one_speaker_with_an_and_in_his_name_is_one() -> None:
    text = "ministry of justice and peace"
    assert attribution.speakers(text, (0, len(text))) == [(0, len(text))]
