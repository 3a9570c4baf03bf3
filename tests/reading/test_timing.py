"""When and where: the dates and places of a sentence, given to the clauses that they stand with."""

from __future__ import annotations

import pytest

from allegiance.model import Document
from allegiance.reading.reader import EnglishReader
from allegiance.reading.timing import is_state
from reading.lines import lines, rows

PUBLISHED = "2016-05-04"
"""A Wednesday."""

DATED = """
General Gana was killed on Monday. => killing: victim=Gana | when 2016-05-02
General Gana led the Hill Brigade from its foundation in 2009 until 2014. => founding: group=Hill Brigade | when 2009 ;; post: person=Gana; group=Hill Brigade; role=leader | when 2009/2014 | former
General Gana led the Hill Brigade from its creation in May 2009 to his arrest in 2014. => detention: person=Gana | when 2014 ;; founding: group=Hill Brigade | when 2009-05 ;; post: person=Gana; group=Hill Brigade; role=leader | when 2009-05/2014 | former
General Gana was killed overnight between Monday and Tuesday. => killing: victim=Gana | when 2016-05-02/2016-05-03
General Gana had led the Hill Brigade for ten years when he was killed in 2014. => killing: victim=Gana | when 2014 ;; post: person=Gana; group=Hill Brigade; role=leader | when 2004/2014 | former
General Gana had led the Hill Brigade for ten years. => post: person=Gana; group=Hill Brigade; role=leader | former
It has been two years since General Gana left the Hill Brigade. => leave: actor=Gana; from=Hill Brigade | when 2014
Two years have passed since General Gana left the Hill Brigade. => leave: actor=Gana; from=Hill Brigade | when 2014
Three weeks have gone by since the Hill Brigade killed General Gana. => killing: victim=Gana; by=Hill Brigade | when 2016-04-13~
General Gana has been ill for two years since he left the Hill Brigade. => leave: actor=Gana; from=Hill Brigade
So far this year soldiers have killed General Gana. => killing: victim=Gana; by=soldiers | when 2016-01-01/2016-05-04
General Gana was killed on 3 April 2014. => killing: victim=Gana | when 2014-04-03
On 3 April 2014, General Gana was killed. => killing: victim=Gana | when 2014-04-03
General Gana, who joined the Hill Brigade in 2012, was killed in 2014. => join: actor=Gana; to=Hill Brigade | when 2012 ;; killing: victim=Gana | when 2014
Arrested in 2012, General Gana was freed in 2014. => detention: person=Gana | when 2012 ;; release: person=Gana | when 2014
In 2012 General Gana left the Northern Front and founded the Hill Brigade. => leave: actor=Gana; from=Northern Front | when 2012 ;; founding: group=Hill Brigade; founder=Gana | when 2012
General Gana was freed in 2014 after the army arrested him in 2012. => detention: person=Gana; by=army | when 2012 ;; release: person=Gana | when 2014
The killing of General Gana on 3 April 2014 angered the army. => killing: victim=Gana | when 2014-04-03
The arrest in 2012 of General Gana was a mistake. => detention: person=Gana | when 2012
Since 2012, General Gana has led the Hill Brigade. => post: person=Gana; group=Hill Brigade; role=leader | when 2012/..
General Gana led the Hill Brigade until 2014. => post: person=Gana; group=Hill Brigade; role=leader | when ../2014 | former
General Gana led the Hill Brigade from 2010 to 2014. => post: person=Gana; group=Hill Brigade; role=leader | when 2010/2014 | former
General Gana, leader of the Hill Brigade since 2012, was killed in 2014. => post: person=Gana; group=Hill Brigade; role=leader | when 2012/2014 ;; killing: victim=Gana | when 2014
General Gana was arrested last month. => detention: person=Gana | when 2016-04
General Gana was arrested on 3 April 2014. Two days later General Gana was freed. => detention: person=Gana | when 2014-04-03 ;; release: person=Gana | when 2014-04-05
General Gana led the Hill Brigade until his death in 2013. => death: person=Gana | when 2013 ;; post: person=Gana; group=Hill Brigade; role=leader | when ../2013 | former
General Gana led the Hill Brigade until he was killed in March 2014. => killing: victim=Gana | when 2014-03 ;; post: person=Gana; group=Hill Brigade; role=leader | when ../2014-03 | former
General Gana commanded the Hill Brigade until his arrest last week. => detention: person=Gana | when 2016-04-25/2016-05-01 ;; post: person=Gana; group=Hill Brigade; role=commander | when ../2016-05-01 | former
General Gana has led the Hill Brigade since its creation in 2004. => founding: group=Hill Brigade | when 2004 ;; post: person=Gana; group=Hill Brigade; role=leader | when 2004/..
General Gana has led the Hill Brigade for six years. => post: person=Gana; group=Hill Brigade; role=leader | when 2010-05/..
General Gana, leader of the Hill Brigade from 2004 to 2011, died on Tuesday. => death: person=Gana | when 2016-05-03 ;; post: person=Gana; group=Hill Brigade; role=leader | when 2004/2011 | former
General Gana, leader of the Hill Brigade since 2004, died in 2011. => death: person=Gana | when 2011 ;; post: person=Gana; group=Hill Brigade; role=leader | when 2004/2011
General Gana has been held by the army since March. => detention: person=Gana; by=army | when 2016-03
General Gana, held since March, was freed on Tuesday. => detention: person=Gana | when 2016-03 ;; release: person=Gana | when 2016-05-03
The Hill Brigade, banned since 2012, has attacked Kosso. => attack: target=Kosso; actor=Hill Brigade ;; designation: target=Hill Brigade | when 2012
General Gana has been in prison since 2012. => detention: person=Gana | when 2012
Soldiers raided Kosso on Sunday, killing General Gana and arresting Samir Haddu. => attack: target=Kosso; actor=Soldiers | when 2016-05-01 ;; detention: person=Samir Haddu; by=Soldiers | when 2016-05-01 ;; killing: victim=Gana; by=Soldiers | when 2016-05-01
General Gana died in 2012 and was succeeded by Samir Haddu as leader of the Hill Brigade. => appointment: person=Samir Haddu; group=Hill Brigade; role=leader | when 2012 ;; death: person=Gana | when 2012 ;; succession: person=Samir Haddu; predecessor=Gana; role=leader; group=Hill Brigade | when 2012
When General Gana died in 2012, Samir Haddu took over as leader of the Hill Brigade. => appointment: person=Samir Haddu; group=Hill Brigade; role=leader | when 2012 ;; death: person=Gana | when 2012
In 2012, when General Gana was killed, Samir Haddu joined the Hill Brigade. => join: actor=Samir Haddu; to=Hill Brigade | when 2012 ;; killing: victim=Gana | when 2012
The Hill Brigade denied any part in the abduction in 2009 of General Gana. => detention: person=Gana; by=Hill Brigade | when 2009 | says Hill Brigade | denied
It was in 1998 that General Gana joined the Hill Brigade. => join: actor=Gana; to=Hill Brigade | when 1998
Not until 1998 did General Gana join the Hill Brigade. => join: actor=Gana; to=Hill Brigade | when 1998
It was not until 1998 that General Gana joined the Hill Brigade. => join: actor=Gana; to=Hill Brigade | when 1998
General Gana did not leave the Hill Brigade until 2014. => leave: actor=Gana; from=Hill Brigade | when 2014
General Gana was last seen in 2014. He had joined the Hill Brigade two years before. => join: actor=Gana; to=Hill Brigade | when 2012
On Monday fighters of the Hill Brigade broke away to form the Northern Front. => founding: group=Northern Front; founder=fighters of the Hill Brigade | when 2016-05-02 ;; split: group=Northern Front; from=Hill Brigade | when 2016-05-02
The army said on Tuesday it had killed General Gana the day before. => killing: victim=Gana; by=army | when 2016-05-02 | says army
General Gana used to lead the Hill Brigade. => post: person=Gana; group=Hill Brigade; role=leader | former
General Gana, previously a commander in the Hill Brigade, was arrested. => detention: person=Gana ;; post: person=Gana; group=Hill Brigade; role=commander | former
General Gana was killed on 5 March, two days after he was captured. => detention: person=Gana | when 2016-03-03 ;; killing: victim=Gana | when 2016-03-05
Two days after General Gana was captured on 3 March 2014, Samir Haddu joined the Hill Brigade. => detention: person=Gana | when 2014-03-03 ;; join: actor=Samir Haddu; to=Hill Brigade | when 2014-03-05
General Gana was killed on 3 March 2014. A week after his death, Samir Haddu joined the Hill Brigade. => join: actor=Samir Haddu; to=Hill Brigade | when 2014-03-10~ ;; killing: victim=Gana | when 2014-03-03
The arrest of General Gana on Sunday came a week after Samir Haddu left the Hill Brigade. => detention: person=Gana | when 2016-05-01 ;; leave: actor=Samir Haddu; from=Hill Brigade | when 2016-04-24~
"""  # noqa: E501

SAYING = """
The army said on Monday that General Gana had been killed. => killing: victim=Gana | says army
On Monday the army announced the arrest of General Gana. => detention: person=Gana | says army
General Gana was killed, the army said on Monday. => killing: victim=Gana | says army
The army said on Tuesday that General Gana was killed on Monday. => killing: victim=Gana | when 2016-05-02 | says army
The army confirmed on Tuesday that it had killed General Gana. => killing: victim=Gana; by=army | says army
General Gana was killed on Monday, the army said on Tuesday. => killing: victim=Gana | when 2016-05-02 | says army
"""

PLACED = """
General Gana was killed in Kosso. => killing: victim=Gana | where Kosso
General Gana was killed near the town of Kosso. => killing: victim=Gana | where Kosso
General Gana was arrested at a checkpoint near Kosso. => detention: person=Gana | where Kosso
General Gana was killed in a raid in Kosso. => killing: victim=Gana; means=raid | where Kosso
General Gana was arrested in the north of Mali. => detention: person=Gana | where Mali
General Gana was killed in the town of Kosso in Azur province. => killing: victim=Gana | where Kosso
The killing of General Gana in Kosso angered the army. => killing: victim=Gana | where Kosso
General Gana, who was born in Marib, was killed in Kosso. => killing: victim=Gana | where Kosso
General Gana, commander of the Hill Brigade in Marib, was arrested in Kosso. => post: person=Gana; group=Hill Brigade; role=commander; area=Marib ;; detention: person=Gana | where Kosso
The army, which met in Marib, killed General Gana. => killing: victim=Gana; by=army
The army said in Marib that General Gana had been killed. => killing: victim=Gana | says army
General Gana was killed in May 2014. => killing: victim=Gana | when 2014-05
General Gana was killed in an ambush. => killing: victim=Gana; means=ambush
A drone strike in Kosso killed General Gana. => killing: victim=Gana; means=drone strike | where Kosso
General Gana escaped from a prison in Kosso. => release: person=Gana | where Kosso
The Northern Front lost Samir Haddu in 2014, when he joined the Hill Brigade. => join: actor=Samir Haddu; to=Hill Brigade | when 2014
The two groups have been at odds since 2014, when General Gana left the Hill Brigade and joined the Northern Front. => join: actor=Gana; to=Northern Front; from=Hill Brigade | when 2014
The Hill Brigade claimed the April bombing of Kosso. => attack: target=Kosso | when 2016-04 ;; responsibility: actor=Hill Brigade; attack=April bombing of Kosso
Samir Haddu signed a truce with the Hill Brigade in Kosso. => agreement: a=Samir Haddu; b=Hill Brigade; kind=truce | where Kosso
General Gana was abducted from his home in the Karrada district of Marib. => detention: person=Gana | where Karrada district
Soldiers stopped two cars near Kosso and abducted General Gana. => detention: person=Gana; by=Soldiers | where Kosso
General Gana travelled to Mali in 2013 and joined the Hill Brigade. => join: actor=Gana; to=Hill Brigade | when 2013 | where Mali
General Gana died of a stroke in Kosso. => death: person=Gana; cause=stroke | where Kosso
Soldiers stormed a camp near Kosso, killing General Gana. => killing: victim=Gana; by=Soldiers | where Kosso
"""  # noqa: E501

UNDATED = """
General Gana was killed on Monday. => killing: victim=Gana
General Gana was killed last month. => killing: victim=Gana
General Gana was killed in May. => killing: victim=Gana
General Gana was killed two days later. => killing: victim=Gana
General Gana was killed in May 2014. => killing: victim=Gana | when 2014-05
"""


@pytest.mark.parametrize(("text", "wanted"), rows(DATED))
def test_a_date_is_given_to_the_clause_that_it_stands_with(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text, PUBLISHED) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(SAYING))
def test_the_date_of_the_saying_dates_nothing_that_is_said(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text, PUBLISHED) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(PLACED))
def test_a_place_is_given_to_the_event_that_happened_there(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text, PUBLISHED) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(UNDATED))
def test_without_a_date_to_lean_on_relative_words_give_none(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text) == sorted(wanted)


def test_a_relative_date_says_from_what_it_was_reckoned(reader: EnglishReader) -> None:
    found, _ = reader.read(Document("General Gana was killed on Monday.", "en"), PUBLISHED)
    assert [(f.claim.when, f.claim.reckoned_from) for f in found] == [("2016-05-02", PUBLISHED)]


def test_states_are_the_types_that_hold_over_a_span() -> None:
    assert [is_state(t) for t in ("post", "membership", "alliance", "killing", "join")] == [
        True,
        True,
        True,
        False,
        False,
    ]
