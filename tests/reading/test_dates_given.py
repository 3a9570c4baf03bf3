"""When and where: dates that lead a sentence, that count from an event, and those of words that do what they say."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

PUBLISHED = "2016-05-04"
"""A Wednesday."""

LEADING = """
On 4 May 2015 gunmen of the Northern Front stormed the barracks at Kosso. => attack: target=barracks at Kosso; actor=Northern Front | when 2015-05-04 | where Kosso
The Northern Front fled Kosso on 4 May 2015. The following day the army killed General Gana. => killing: victim=Gana; by=army | when 2015-05-05 ;; presence: group=Northern Front; area=Kosso | when ../2015-05-04 | former
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
In a video released on 3 May 2015, General Gana pledged allegiance to the Northern Front. => pledge: actor=Gana; to=Northern Front | when 2015-05-03 ;; statement: issuer=Gana; medium=video | when 2015-05-03
On 3 May 2015 the Hill Brigade released a video in which its leader, General Gana, pledges allegiance to the Northern Front. => pledge: actor=Gana; to=Northern Front | when 2015-05-03 ;; post: person=Gana; group=Hill Brigade; role=leader ;; statement: issuer=Hill Brigade; medium=video | when 2015-05-03
In a statement dated 12 February 2014, General Gana renounced his allegiance to the Northern Front. => renounce: actor=Gana; from=Northern Front | when 2014-02-12
In a statement issued on Monday, the Northern Front named General Gana as its leader. => appointment: person=Gana; group=Northern Front; role=leader; by=Northern Front | when 2016-05-02
A video released on 3 May 2015 showed General Gana pledging allegiance to the Northern Front. => pledge: actor=Gana; to=Northern Front | when 2015-05-03 | says Gana
In June 2014 a letter was circulated in which General Gana renounced his oath to the Northern Front. => renounce: actor=Gana; from=Northern Front | when 2014-06
The Northern Front claimed responsibility for the bombing in a statement released on Tuesday. => responsibility: actor=Northern Front; attack=bombing | when 2016-05-03 ;; statement: issuer=Northern Front; medium=statement | when 2016-05-03
In a statement released on 5 March 2012, the Northern Front said that General Gana had joined it. => join: actor=Gana; to=Northern Front | says Northern Front ;; statement: issuer=Northern Front; medium=statement | when 2012-03-05
In an interview published on 3 May 2015, General Gana recalled that he had pledged allegiance to the Northern Front. => pledge: actor=Gana; to=Northern Front | says Gana
On 3 May 2015 the Hill Brigade released a video about General Gana, who had pledged allegiance to the Northern Front. => pledge: actor=Gana; to=Northern Front ;; statement: issuer=Hill Brigade; medium=video | when 2015-05-03
On 3 May 2015 the army released a video in which Samir Haddu admits that he killed General Gana. => killing: victim=Gana; by=Samir Haddu | says Samir Haddu
"""  # noqa: E501

SPANS = """
General Gana is commander of the Northern Front. => post: person=Gana; group=Northern Front; role=commander
General Gana was emir of the Northern Front until 2011. => post: person=Gana; group=Northern Front; role=emir | when ../2011 | former
General Gana has been emir of the Northern Front since last May. => post: person=Gana; group=Northern Front; role=emir | when 2015-05/..
General Gana is not chief of the Northern Front. => post: person=Gana; group=Northern Front; role=chief | denied
General Gana was arrested on 3 January 2014. He was freed on the 12th. => detention: person=Gana | when 2014-01-03 ;; release: person=Gana | when 2014-01-12
General Gana ran the Northern Front for ten years until he was killed in 2008. => killing: victim=Gana | when 2008 ;; post: person=Gana; group=Northern Front; role=head | when 1998/2008 | former
General Gana led the Northern Front for six years, until 2010. => post: person=Gana; group=Northern Front; role=leader | when 2004/2010 | former
From 2004 General Gana led the Northern Front for eight years. => post: person=Gana; group=Northern Front; role=leader | when 2004/2012 | former
General Gana led the Northern Front for several years until 2010. => post: person=Gana; group=Northern Front; role=leader | when ../2010 | former
For the past three years General Gana has led the Northern Front. => post: person=Gana; group=Northern Front; role=leader | when 2013-05/..
General Gana led the Northern Front between 1998 and 2003, when he joined the Hill Brigade. => join: actor=Gana; to=Hill Brigade | when 2003 ;; post: person=Gana; group=Northern Front; role=leader | when 1998/2003 | former
General Gana led the Northern Front until May 2013. That month he was captured by the army. => detention: person=Gana; by=army | when 2013-05 ;; post: person=Gana; group=Northern Front; role=leader | when ../2013-05 | former
"""  # noqa: E501

TOGETHER = """
The Northern Front collapsed in 2014, most of its fighters joining the Hill Brigade. => join: actor=most of its fighters; to=Hill Brigade; from=Northern Front | when 2014
The Northern Front was dissolved in June 2014, with most of its fighters joining the Hill Brigade. => join: actor=most of its fighters; to=Hill Brigade; from=Northern Front | when 2014-06
In 2011 General Gana quarrelled with the Northern Front and left to join the Hill Brigade. => join: actor=Gana; to=Hill Brigade | when 2011
The Northern Front stormed the barracks at Kosso. The attack took place on Monday night. => attack: target=barracks at Kosso; actor=Northern Front | when 2016-05-02 | where Kosso
Gunmen abducted General Gana in Kosso. The abduction occurred on Friday. => detention: person=Gana; by=gunmen | when 2016-04-29 | where Kosso
Gunmen abducted General Gana in Kosso. It happened on 4 May 2014. => detention: person=Gana; by=gunmen | when 2014-05-04 | where Kosso
Gunmen abducted General Gana in Kosso. The wedding took place on Friday. => detention: person=Gana; by=gunmen | where Kosso
Gunmen stormed the barracks at Kosso. A similar attack took place on Monday. => attack: target=barracks at Kosso; actor=gunmen | where Kosso
Gunmen abducted General Gana in Kosso. The abduction of Samir Haddu took place on Friday. => detention: person=Gana; by=gunmen | where Kosso ;; detention: person=Samir Haddu | when 2016-04-29
Gunmen abducted General Gana in Kosso. The abduction will take place again on Friday, they said. => detention: person=Gana; by=gunmen | where Kosso
In 2003 the Northern Front named Samir Haddu as its leader. General Gana thereupon left to found the Hill Brigade. => appointment: person=Samir Haddu; group=Northern Front; role=leader; by=Northern Front | when 2003 ;; founding: group=Hill Brigade; founder=Gana | when 2003 ;; leave: actor=Gana; from=Northern Front | when 2003
In 2003 the Northern Front named Samir Haddu as its leader. General Gana later left to found the Hill Brigade. => appointment: person=Samir Haddu; group=Northern Front; role=leader; by=Northern Front | when 2003 ;; founding: group=Hill Brigade; founder=Gana ;; leave: actor=Gana; from=Northern Front
"""  # noqa: E501

PLACED = """
The Northern Front attacked the barracks of Kosso on Monday. => attack: target=barracks of Kosso; actor=Northern Front | when 2016-05-02 | where Kosso
In August the headquarters of the Hill Brigade in Kosso was attacked. => attack: target=headquarters of the Hill Brigade in Kosso | when 2015-08
The appeal court in Kosso freed General Gana. => release: person=Gana; by=appeal court | where Kosso
The killing of General Gana by a car bomb in the regional capital, Kosso, angered the army. => killing: victim=Gana; means=car bomb | where Kosso
Two men of the Northern Front laid down their arms before the army at Kosso. => leave: actor=two men of the Northern Front; from=Northern Front | where Kosso
General Gana was killed before the fall of Kosso. => killing: victim=Gana
General Gana was killed in Kosso. His family has always held the Hill Brigade responsible. => killing: victim=Gana | where Kosso ;; killing: victim=Gana; by=Hill Brigade | where Kosso | says His family | reported
General Gana was killed in an ambush on Thursday. The ambush took place near Kosso. => killing: victim=Gana; means=ambush | when 2016-04-28 | where Kosso
The army killed General Gana in a raid. The raid was carried out in Kosso on Monday. => killing: victim=Gana; by=army; means=raid | when 2016-05-02 | where Kosso
General Gana was killed in an ambush. A raid was carried out in Kosso on Monday. => killing: victim=Gana; means=ambush
General Gana was killed in an ambush. The funeral took place in Kosso. => killing: victim=Gana; means=ambush
"""  # noqa: E501

TOLD = """
Radio Tamar said on Tuesday that General Gana, leader of the Hill Brigade since 2012, had been killed the day before. => killing: victim=Gana | when 2016-05-02 | says Radio Tamar ;; post: person=Gana; group=Hill Brigade; role=leader | when 2012/2016-05-02
General Gana led the Hill Brigade from May 2009 to his arrest in June 2014. => detention: person=Gana | when 2014-06 ;; post: person=Gana; group=Hill Brigade; role=leader | when 2009-05/2014-06 | former
General Gana led the Hill Brigade from Kosso to his birthplace in 2014. => post: person=Gana; group=Hill Brigade; role=leader | when 2014
In the spring of 2009 the Northern Front was founded by General Gana. That summer Samir Haddu joined it. => founding: group=Northern Front; founder=Gana | when 2009-03/2009-05 ;; join: actor=Samir Haddu; to=Northern Front | when 2009-06/2009-08
General Gana led the Northern Front at the time of his arrest in 2014. => detention: person=Gana | when 2014 ;; post: person=Gana; group=Northern Front; role=leader | when 2014
Until recently General Gana was leader of the Northern Front. => post: person=Gana; group=Northern Front; role=leader | former
General Gana, until recently leader of the Northern Front, was killed. => killing: victim=Gana ;; post: person=Gana; group=Northern Front; role=leader | former
Four commanders of the Northern Front have been killed since January. => killing: victim=Four commanders of the Northern Front | when 2016-01/..
Four commanders of the Northern Front have been held since January. => detention: person=Four commanders of the Northern Front | when 2016-01
General Gana was killed in a raid last week. Until then he led the Northern Front. => killing: victim=Gana; means=raid | when 2016-04-25/2016-05-01 ;; post: person=Gana; group=Northern Front; role=leader
General Gana had led the Northern Front since the founding of the Hill Brigade in 2006. => founding: group=Hill Brigade | when 2006 ;; post: person=Gana; group=Northern Front; role=leader | when 2006/.. | former
In January 2014 the army attacked Kosso, and General Gana was killed in an ambush that March. => attack: target=Kosso; actor=army | when 2014-01 ;; killing: victim=Gana; means=ambush | when 2014-03
In a leaflet scattered over Kosso on Saturday General Gana pledged allegiance to the Hill Brigade. => pledge: actor=Gana; to=Hill Brigade | when 2016-04-30 ;; statement: issuer=Gana; medium=leaflet | when 2016-04-30
The Northern Front said in a statement released on Monday that it pledges allegiance to the Hill Brigade. => pledge: actor=Northern Front; to=Hill Brigade | when 2016-05-02 | says Northern Front ;; statement: issuer=Northern Front; medium=statement | when 2016-05-02
The Northern Front said in a statement released on Monday that it had pledged allegiance to the Hill Brigade. => pledge: actor=Northern Front; to=Hill Brigade | says Northern Front ;; statement: issuer=Northern Front; medium=statement | when 2016-05-02
General Gana was arrested by the army in 2013 but released. => detention: person=Gana; by=army | when 2013 ;; release: person=Gana
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


@pytest.mark.parametrize(("text", "wanted"), rows(SPANS))
def test_a_post_without_an_article_has_its_span_and_a_length_of_time_gives_its_other_end(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, PUBLISHED) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(TOGETHER))
def test_what_is_told_in_one_breath_or_pointed_at_by_the_next_sentence_has_one_date(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, PUBLISHED) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(PLACED))
def test_a_place_is_that_of_the_house_or_of_what_the_next_sentence_tells(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, PUBLISHED) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(TOLD))
def test_a_date_belongs_to_the_event_whose_words_it_follows(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text, PUBLISHED) == sorted(wanted)
