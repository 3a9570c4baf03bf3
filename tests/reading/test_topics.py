"""What layout says of sentences: headings that they speak of, entries that date them, who says `we`."""

from __future__ import annotations

import pytest

from allegiance.reading import topics
from allegiance.reading.layout import paragraphs
from allegiance.reading.reader import EnglishReader
from reading.lines import blocks, lines, rows

UNDER = """
# a question heads its answer |
Explainer: the war in Keta

And the Hill Brigade?
A splinter of the Northern Front, formed in 2014, which pledged allegiance to the Islamic State.
Its leader is Idris Baro.
= founding: group=Hill Brigade | when 2014
= pledge: actor=Hill Brigade; to=Islamic State
= post: person=Idris Baro; group=Hill Brigade; role=leader
= split: group=Hill Brigade; from=Northern Front

# it under a question is what is asked after | 2018-06-21
Explainer: the war in Keta

What is the Patriotic Front of Keta?
It is the movement that was known until last year as the Hill Brigade. It was founded in 2009.
= founding: group=Patriotic Front of Keta | when 2009
= renaming: group=Hill Brigade; name=Patriotic Front of Keta | when 2017

# a question after nobody ends the one before |
Explainer: the war in Keta

What is the Hill Brigade?
A militia. It is led by Idris Baro.

Who pays for the war?
A splinter of the Northern Front, formed in 2014, has money.
= post: person=Idris Baro; group=Hill Brigade; role=leader

# what is said of a splinter is not said of the body |
In 2016 a splinter of the Northern Front, formed in 2014, attacked Kosso.
= attack: target=Kosso; actor=splinter of the Northern Front | when 2016

# a short name is that of the body named before it, not of one named later |
The Northern Front was founded in 2012. The Front is led by Idris Baro.
The Southern Liberation Front is led by Omar Dost.
= founding: group=Northern Front | when 2012
= post: person=Idris Baro; group=Northern Front; role=leader
= post: person=Omar Dost; group=Southern Liberation Front; role=leader

# a short name is nobody's where two were named before it |
The Northern Front broke away from the Southern Liberation Front in 2012. The Front is led by Idris Baro.
= post: person=Idris Baro; group=Front; role=leader
= split: group=Northern Front; from=Southern Liberation Front | when 2012

# nothing is called it |
It was known until 1992 as the Hill Brigade.

# a fragment under a heading speaks of the heading's group |
Groups at war

This is a list of groups.

Hill Brigade

A local branch of the Northern Front. Absorbed the Valley Guard in July 2014.

The Hill Brigade has a flag.
= affiliation: group=Hill Brigade; parent=Northern Front
= merger: group=Valley Guard; into=Hill Brigade | when 2014-07

# a sentence with a subject of its own does not |
Groups at war

This is a list of groups.

Hill Brigade

The Valley Guard merged into the Northern Front in July 2014. The Hill Brigade has a flag.
= merger: group=Valley Guard; into=Northern Front | when 2014-07

# it under a heading is the heading's group |
Groups at war

This is a list of groups.

Hill Brigade

It was founded in 1998 by Colonel Omar Benali. The Hill Brigade has a flag.
= founding: group=Hill Brigade; founder=Omar Benali | when 1998

# each entry of a chronology is dated by its own lead |
4 February 1991 - Omar Benali founds the Hill Brigade.
March 1993: The army kills Omar Benali in Keta.
May 1995 - The Hill Brigade merged into the Northern Front.
= founding: group=Hill Brigade; founder=Omar Benali | when 1991-02-04
= killing: victim=Omar Benali; by=army | when 1993-03 | where Keta
= merger: group=Hill Brigade; into=Northern Front | when 1995-05

# an entry's own date goes before its lead |
June 1995 - Omar Benali, who was killed in March 1993, is buried in Keta.
= killing: victim=Omar Benali | when 1993-03

# a lead dates no state |
June 1995 - Omar Benali leads the Hill Brigade.
= post: person=Omar Benali; group=Hill Brigade; role=leader

# where a group is based stands in an adjective |
The Hill Brigade, a Kosso-based group, attacked Marib.
= presence: group=Hill Brigade; area=Kosso
= attack: target=Marib; actor=Hill Brigade

# the we of a statement is the group that signs it |
We have captured Samir Haddu. We attacked Kosso on 3 May 2014. We killed Omar Benali. We shall fight on.

The Hill Brigade
= detention: person=Samir Haddu; by=Hill Brigade
= attack: target=Kosso; actor=Hill Brigade | when 2014-05-03
= killing: victim=Omar Benali; by=Hill Brigade

# our men are the men of the group that signs |
We have captured Samir Haddu. Our men attacked Kosso on 3 May 2014. We shall fight on. We are strong.

The Hill Brigade
= detention: person=Samir Haddu; by=Hill Brigade
= attack: target=Kosso; actor=Hill Brigade | when 2014-05-03
"""

DATES = """
4 February 1991 - The front was founded. => 1991-02-04
Mar 1993: The front was founded. => 1993-03
1995 - The front was founded. => 1995
1995: The front was founded. => 1995
The front was founded in 1995. =>
"""


@pytest.mark.parametrize(("text", "published", "wanted"), blocks(UNDER))
def test_layout_says_what_a_sentence_leaves_unsaid(
    reader: EnglishReader, text: str, published: str, wanted: list[str]
) -> None:
    assert lines(reader, text, published) == wanted


@pytest.mark.parametrize(("text", "wanted"), rows(DATES))
def test_an_entry_s_date_is_in_edtf(text: str, wanted: list[str]) -> None:
    (part,) = paragraphs(text)
    assert topics.entry_date(part) == "".join(wanted)


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("We fought. We won. Our men rest. We thank you.\n\nThe Hill Brigade", "Hill Brigade"),
        ("We fought. We won.\n\nThe Hill Brigade", ""),
        ("He said: “We fought. We won. Our men rest. We thank you.”\n\nThe Hill Brigade", ""),
        ("We fought. We won. Our men rest. We thank you.", ""),
    ],
)
def test_the_group_that_says_we_throughout_is_the_one_that_signs(reader: EnglishReader, text: str, speaks: str) -> None:
    layers = reader.layers(text)
    chain = topics.speaker_of_all(layers)
    assert (layers.chains.chains[chain].name if chain >= 0 else "") == speaks
