"""When: dates that lead a sentence, that count from an event, and that are those of the words that do what they say."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

PUBLISHED = "2016-05-04"
"""A Wednesday."""

LEADING = """
On 4 May 2015 gunmen of the Northern Front stormed the barracks at Kosso. => attack: target=barracks at Kosso; actor=Northern Front | when 2015-05-04 | where Kosso
The Northern Front fled Kosso on 4 May 2015. The following day the army killed General Gana. => killing: victim=Gana; by=army | when 2015-05-05
In March 2015 fighters of the Northern Front attacked Kosso. => attack: target=Kosso; actor=Northern Front | when 2015-03
On May 3 police in Kosso arrested General Gana. => detention: person=Gana; by=police | when 2016-05-03
Last year rebels of the Northern Front abducted General Gana. => detention: person=Gana; by=Northern Front | when 2015
In June 2013 troops captured General Gana. => detention: person=Gana; by=troops | when 2013-06
Yesterday gunmen killed General Gana. => killing: victim=Gana; by=gunmen | when 2016-05-03
On the morning of 3 May the leader of the Northern Front, General Gana, was killed. => killing: victim=Gana | when 2016-05-03 ;; post: person=Gana; group=Northern Front; role=leader
In 2009 and 2010 General Gana led the Northern Front. => post: person=Gana; group=Northern Front; role=leader | when 2009/2010
By Sunday police had freed General Gana. => release: person=Gana; by=police | when ../2016-05-01
That month's killing of General Gana angered the army. => killing: victim=Gana
Last year's leader of the Northern Front was General Gana. => post: person=Gana; group=Northern Front; role=leader | when 2015
"""  # noqa: E501

COUNTED = """
Six months after General Gana took command of the Northern Front in January 2014, he was killed. => appointment: person=Gana; group=Northern Front; role=commander | when 2014-01 ;; killing: victim=Gana | when 2014-07
Five days after the ambush of 3 April 2012, the army arrested General Gana. => detention: person=Gana; by=army | when 2012-04-08
Two days after the killing of General Gana on 3 May 2015, the Northern Front named Samir Haddu as its leader. => appointment: person=Samir Haddu; group=Northern Front; role=leader; by=Northern Front | when 2015-05-05 ;; killing: victim=Gana | when 2015-05-03 ;; succession: person=Samir Haddu; predecessor=Gana; role=leader; group=Northern Front | when 2015-05-05
General Gana was arrested in June 2011, three months after he left the Northern Front. => detention: person=Gana | when 2011-06 ;; leave: actor=Gana; from=Northern Front | when 2011-03
"""  # noqa: E501

ISSUED = """
In a video released on 3 May 2015, General Gana pledged allegiance to the Northern Front. => pledge: actor=Gana; to=Northern Front | when 2015-05-03
On 3 May 2015 the Hill Brigade released a video in which its leader, General Gana, pledges allegiance to the Northern Front. => pledge: actor=Gana; to=Northern Front | when 2015-05-03 ;; post: person=Gana; group=Hill Brigade; role=leader ;; statement: issuer=Hill Brigade; medium=video | when 2015-05-03
In a statement dated 12 February 2014, General Gana renounced his allegiance to the Northern Front. => renounce: actor=Gana; from=Northern Front | when 2014-02-12
In a statement issued on Monday, the Northern Front named General Gana as its leader. => appointment: person=Gana; group=Northern Front; role=leader; by=Northern Front | when 2016-05-02
A video released on 3 May 2015 showed General Gana pledging allegiance to the Northern Front. => pledge: actor=Gana; to=Northern Front | when 2015-05-03 | says video
In June 2014 a letter was circulated in which General Gana renounced his oath to the Northern Front. => renounce: actor=Gana; from=Northern Front | when 2014-06
The Northern Front claimed responsibility for the bombing in a statement released on Tuesday. => responsibility: actor=Northern Front; attack=bombing | when 2016-05-03 ;; statement: issuer=Northern Front; medium=statement | when 2016-05-03
In a statement released on 5 March 2012, the Northern Front said that General Gana had joined it. => join: actor=Gana; to=Northern Front | says Northern Front ;; statement: issuer=Northern Front; medium=statement | when 2012-03-05
In an interview published on 3 May 2015, General Gana recalled that he had pledged allegiance to the Northern Front. => pledge: actor=Gana; to=Northern Front | says Gana
On 3 May 2015 the Hill Brigade released a video about General Gana, who had pledged allegiance to the Northern Front. => pledge: actor=Gana; to=Northern Front ;; statement: issuer=Hill Brigade; medium=video | when 2015-05-03
On 3 May 2015 the army released a video in which Samir Haddu admits that he killed General Gana. => killing: victim=Gana; by=Samir Haddu | says Samir Haddu
"""  # noqa: E501


@pytest.mark.parametrize(("text", "wanted"), rows(LEADING))
def test_a_date_that_leads_a_sentence_is_set_off_from_its_subject(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, PUBLISHED) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(COUNTED))
def test_what_is_counted_from_an_event_has_not_the_date_of_that_event(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, PUBLISHED) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(ISSUED))
def test_what_is_done_by_being_said_was_done_when_the_words_were_issued(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, PUBLISHED) == sorted(wanted)
