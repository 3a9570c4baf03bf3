"""Which date a claim is given, where the words about it have one of something else: of a finding, a saying, a list."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

DATED = """
The army suspects the Harrat Front of last month's grenade attack on the post office. => attack: target=post office; actor=Harrat Front | when 2016-04 | says army | possible
Tuesday's kidnapping of Idris Baro has drawn attention to the Harrat Front. => detention: person=Idris Baro | when 2016-05-03
When Idris Baro died of a heart attack in November 2012, the council of the Harrat Front chose his nephew Samir Haddu to succeed him. => appointment: person=Samir Haddu; group=Harrat Front | when 2012-11 ;; death: person=Idris Baro; cause=heart attack | when 2012-11 ;; succession: person=Samir Haddu; predecessor=Idris Baro; group=Harrat Front | when 2012-11
The Harrat Front, whose ceasefire with the government dates from 2005, condemned it. => agreement: a=Harrat Front; b=government; kind=ceasefire | when 2005
The alliance between the Harrat Front and the Kosso Brigade dates back to 2005. => alliance: a=Harrat Front; b=Kosso Brigade | when 2005/..
The body of Idris Baro was found on 3 May 2014. => death: person=Idris Baro | when ../2014-05-03
Idris Baro's body was discovered last week. => death: person=Idris Baro | when ../2016-05-01
The body of Idris Baro was returned to his family on 3 May 2014. He had been killed by the Harrat Front. => killing: victim=Idris Baro; by=Harrat Front
Samir Haddu, until then commander of the Harrat Front, was killed on 3 March 2015. => killing: victim=Samir Haddu | when 2015-03-03 ;; post: person=Samir Haddu; group=Harrat Front; role=commander | when ../2015-03-03 | former
Idris Baro, until then a member of the Harrat Front, joined the Kosso Brigade in 2011. => join: actor=Idris Baro; to=Kosso Brigade | when 2011 ;; membership: actor=Idris Baro; group=Harrat Front | when ../2011 | former
Idris Baro, then a member of the Harrat Front, was arrested in 2011. => detention: person=Idris Baro | when 2011 ;; membership: actor=Idris Baro; group=Harrat Front | when 2011
The commanders of the Harrat Front are Samir Haddu, Idris Baro (killed in May 2014) and Yusuf Dallo. => killing: victim=Idris Baro | when 2014-05 ;; post: person=Samir Haddu; group=Harrat Front; role=commander ;; post: person=Yusuf Dallo; group=Harrat Front; role=commander
Members of the council: Samir Haddu, Idris Baro (killed in 2014), Yusuf Dallo (captured in 2015). => killing: victim=Idris Baro | when 2014
Samir Haddu (killed in 2014) and Idris Baro led the Harrat Front. => killing: victim=Samir Haddu | when 2014 ;; post: person=Idris Baro; group=Harrat Front; role=leader ;; post: person=Samir Haddu; group=Harrat Front; role=leader
Idris Baro had returned to the Harrat Front by the end of the year. => join: actor=Idris Baro; to=Harrat Front
In 2011 Idris Baro joined the Harrat Front. By the end of the year he had left it. => join: actor=Idris Baro; to=Harrat Front | when 2011 ;; leave: actor=Idris Baro; from=Harrat Front | when ../2011-12~
By the end of April Idris Baro had joined the Harrat Front. => join: actor=Idris Baro; to=Harrat Front | when ../2016-04~
Idris Baro will have joined the Harrat Front by the end of the year. =>
In early March 2012 Idris Baro was reported to have joined the Harrat Front. => join: actor=Idris Baro; to=Harrat Front | when 2012-03~ | reported
On Tuesday Idris Baro was reported to have joined the Harrat Front. => join: actor=Idris Baro; to=Harrat Front | reported
On 05.07.2012 Idris Baro left the Harrat Front. => leave: actor=Idris Baro; from=Harrat Front | when 2012-07-05
The Harrat Front claimed responsibility for the attack on the Labbe barracks on 3 June 2015. => attack: target=Labbe barracks | when 2015-06-03 | where Labbe ;; responsibility: actor=Harrat Front; attack=attack on the Labbe barracks | where Labbe
The Harrat Front on 3 June 2015 claimed responsibility for the attack on the Labbe barracks. => attack: target=Labbe barracks | where Labbe ;; responsibility: actor=Harrat Front; attack=attack on the Labbe barracks | when 2015-06-03 | where Labbe
The Harrat Front was formed in 2012. Idris Baro joined it on 4 May 2013. On the same date Samir Haddu left it. => founding: group=Harrat Front | when 2012 ;; join: actor=Idris Baro; to=Harrat Front | when 2013-05-04 ;; leave: actor=Samir Haddu; from=Harrat Front | when 2013-05-04
Idris Baro died in 2013 of malaria. The army says that it killed him. => death: person=Idris Baro; cause=malaria | when 2013 ;; killing: victim=Idris Baro; by=army | when 2013 | says army
Troops shot dead Idris Baro of the Harrat Front in Kosso on Tuesday. Two of his men, Samir Haddu and Yusuf Dallo, were arrested. A third, known as Abu Zayd, was killed. => detention: person=Samir Haddu | when 2016-05-03 | where Kosso ;; detention: person=Yusuf Dallo | when 2016-05-03 | where Kosso ;; killing: victim=Abu Zayd | when 2016-05-03 | where Kosso ;; killing: victim=Idris Baro; by=Troops; means=shot | when 2016-05-03 | where Kosso ;; membership: actor=Idris Baro; group=Harrat Front
Troops shot dead Idris Baro on Tuesday. His predecessor, Samir Haddu, was arrested. => detention: person=Samir Haddu ;; killing: victim=Idris Baro; by=Troops; means=shot | when 2016-05-03 ;; succession: person=Idris Baro; predecessor=Samir Haddu
We, the fighters of the Harrat Front, pledge allegiance to Samir Haddu. => pledge: actor=Harrat Front; to=Samir Haddu | when 2016-05-06
Troops shot dead Idris Baro on Tuesday. Samir Haddu was killed in a drone strike. => killing: victim=Idris Baro; by=Troops; means=shot | when 2016-05-03 ;; killing: victim=Samir Haddu; means=drone strike
Troops shot dead Idris Baro on Tuesday. Samir Haddu was later arrested. => detention: person=Samir Haddu ;; killing: victim=Idris Baro; by=Troops; means=shot | when 2016-05-03
!settle: Idris Baro surrendered in 2012, according to the army; the Harrat Front says that he was abducted. => detention: person=Idris Baro | when 2012 | says Harrat Front
"""  # noqa: E501


@pytest.mark.parametrize(("text", "wanted"), rows(DATED))
def test_a_claim_has_its_own_date_and_no_other(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text, "2016-05-06") == sorted(wanted)


def test_in_a_quotation_he_is_not_the_one_who_speaks(reader: EnglishReader) -> None:
    text = '"I knew Idris Baro well," Samir Haddu said. "He joined the Kosso Brigade in May."'
    assert lines(reader, text, "2016-05-06") == [
        "join: actor=Idris Baro; to=Kosso Brigade | when 2016-05 | says Samir Haddu"
    ]
