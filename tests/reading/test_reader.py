"""Short reports in, claims out: little stories from many regions and kinds of outlet.

All that a report says is written below it, one claim a line (`lines.line_of`); a claim too many is as wrong as one
too few.
"""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import blocks, lines

REPORTS = """
# a wire: a defection told by the army and denied by the other side | 2024-03-14
BOGANDE, March 14 (Sahel Wire) - Colonel Idris Baro has left the Northern Front and joined the Hill Brigade, the army said on Thursday. A spokesman for the Northern Front, Samba Diallo, denied the report.
= join: actor=Idris Baro; to=Hill Brigade; from=Northern Front | says army
= join: actor=Idris Baro; to=Hill Brigade; from=Northern Front | says Samba Diallo | denied
= post: person=Samba Diallo; group=Northern Front; role=spokesman

# a Colombian communique of a split | 2020-11-09
The Bloque Cordillera broke away from the Frente Popular de Liberación in October 2020. Its commander, Jairo Quintana, announced the split in a video.
= statement: issuer=Jairo Quintana; medium=video
= split: group=Bloque Cordillera; from=Frente Popular de Liberación | when 2020-10
= post: person=Jairo Quintana; group=Bloque Cordillera; role=commander

# a merger with its year | 2017-02-02
The Kachan Hills Army merged into the United Frontier League in 2012. The league operates in Lashaw state.
= merger: group=Kachan Hills Army; into=United Frontier League | when 2012
= presence: group=United Frontier League; area=Lashaw

# a renaming | 2018-06-30
The Movement for the Defence of Azur changed its name to the Azur Salvation Council in March.
= renaming: group=Movement for the Defence of Azur; name=Azur Salvation Council | when 2018-03

# a pledge to a group, accepted by its leader | 2015-03-12
Fighters of the Harrat Brigade pledged allegiance to the Dawn Emirate on 7 March 2015. The emirate's leader, Abu Talha al-Masri, accepted the pledge.
= pledge: actor=fighters of the Harrat Brigade; to=Dawn Emirate | when 2015-03-07
= post: person=Abu Talha al-Masri; group=Dawn Emirate; role=leader

# an arrest, and who held the man | 2022-10-04
Philippine police arrested Ramil Sarmiento, a member of the Bagong Hukbo Command, in Cotabato on Sunday. He was freed on Monday.
= detention: person=Ramil Sarmiento; by=Philippine police | when 2022-10-02 | where Cotabato
= membership: actor=Ramil Sarmiento; group=Bagong Hukbo Command
= release: person=Ramil Sarmiento | when 2022-10-03

# a release in exchange, denied nowhere | 2016-09-15
The Harrat Front released Yusuf Dallo on Wednesday.
= release: person=Yusuf Dallo; by=Harrat Front | when 2016-09-14

# a successor who is expected to be named is none yet | 1993-10-04
Mile Stanić, who commanded the Drina Wolves, was buried today. His successor, Dragan Vuković, is expected to be named tomorrow.
= post: person=Mile Stanić; group=Drina Wolves; role=commander

# a denial that says what it denies reaches back to nothing | 2019-05-02
Colonel Omar Benali succeeded General Haroun Gana. The Hill Brigade denied reports that Gana had been killed.
= succession: person=Omar Benali; predecessor=Haroun Gana
= killing: victim=Haroun Gana | says Hill Brigade | denied

# whoever leads what an army speaks of, leads not the army | 2018-06-21
The army says that Hamid Kélé leads it.

# an alliance and a rivalry | 2014-04-22
The Northern Front is allied with the Hill Brigade. Both groups are fighting the Valley Guard.
= alliance: a=Northern Front; b=Hill Brigade
= rivalry: a=Northern Front; b=Valley Guard
= rivalry: a=Hill Brigade; b=Valley Guard

# sanctions | 2018-02-08
The United States designated the Sahra Battalion as a terrorist organisation on Tuesday.
= designation: target=Sahra Battalion; by=United States; list=terrorist organisation | when 2018-02-06

# a claim of responsibility | 2013-07-11
The Red Delta Command claimed responsibility for the bombing of a police station in Warrike.
= attack: target=police station | where Warrike
= responsibility: actor=Red Delta Command; attack=bombing of a police station | where Warrike

# support by a state | 2012-12-01
The Torani government has supplied the Valley Guard with weapons.
= support: giver=Torani government; recipient=Valley Guard; kind=weapons

# founding with founder and year | 2011-08-15
Hakim Rasuli founded the Steppe Resistance in 1998. He died in 2004.
= founding: group=Steppe Resistance; founder=Hakim Rasuli | when 1998
= death: person=Hakim Rasuli | when 2004

# a former post keeps its phase | 2016-05-02
Petro Kovalchuk, a former commander of the Lysenko Battalion, was arrested in Odarivka in April 2016.
= post: person=Petro Kovalchuk; group=Lysenko Battalion; role=commander | former
= detention: person=Petro Kovalchuk | when 2016-04 | where Odarivka

# what is likely is said to be likely | 2016-05-02
Samir Haddu is believed to have been killed in Kosso last month.
= killing: victim=Samir Haddu | when 2016-04 | where Kosso | likely

# hearsay without a speaker | 2016-05-02
Ruslan Terekov reportedly defected to the Steppe Resistance in March.
= join: actor=Ruslan Terekov; to=Steppe Resistance | when 2016-03 | reported

# a chain of sources, the nearest first | 2016-05-02
Reuters quoted a commander of the Hill Brigade as saying that Idris Baro had been killed.
= killing: victim=Idris Baro | says commander of the Hill Brigade, Reuters

# an expulsion | 2009-11-30
The Sindhu Mukti Dal expelled Ravi Thapar in November 2009.
= leave: actor=Ravi Thapar; from=Sindhu Mukti Dal | when 2009-11

# a resignation needs its post from before | 2010-06-18
Elena Duarte was the spokeswoman of the Frente Austral. She resigned on Thursday.
= post: person=Elena Duarte; group=Frente Austral; role=spokeswoman
= removal: person=Elena Duarte; group=Frente Austral; role=spokeswoman | when 2010-06-17

# an affiliation, and a parent told by an acronym | 2019-03-01
The Movement for the Liberation of Azur (MLA) has fought for years. The Sahra Battalion is the armed wing of the MLA.
= affiliation: group=Sahra Battalion; parent=Movement for the Liberation of Azur
= alias: name=Movement for the Liberation of Azur; other=MLA

# aliases in running text | 2014-01-05
Omar Benali, also known as Abu Leith, commands the Atlas Brigade.
= alias: name=Omar Benali; other=Abu Leith
= post: person=Omar Benali; group=Atlas Brigade; role=commander

# a pronoun of the sentence before, and its post | 2013-05-20
Jean-Bosco Mugenzi commands the Tabac Brigade. He was captured near Rutshala on Sunday.
= post: person=Jean-Bosco Mugenzi; group=Tabac Brigade; role=commander
= detention: person=Jean-Bosco Mugenzi | when 2013-05-19 | where Rutshala

# without a date to lean on there is no when |
Idris Baro joined the Northern Front last month.
= join: actor=Idris Baro; to=Northern Front

# a description of a group that is settled by the words before | 2013-05-20
The Tabac Brigade took Rutshala on Friday. The group is led by Mathias Kabuyaya.
= presence: group=Tabac Brigade; area=Rutshala | when 2013-05-17/..
= post: person=Mathias Kabuyaya; group=Tabac Brigade; role=leader

# an attack on a place that is named | 2017-10-16
Gunmen of the Red Delta Command attacked the town of Warrike on Saturday.
= attack: target=Warrike; actor=Red Delta Command | when 2017-10-14 | where Warrike

# a statement is the event | 2005-12-07
The Wazir Lashkar released a video on Monday. In it, its emir, Hafiz Noor Shah, threatened new attacks.
= statement: issuer=Wazir Lashkar; medium=video | when 2005-12-05
= post: person=Hafiz Noor Shah; group=Wazir Lashkar; role=emir

# renouncing an oath | 2018-03-27
Abu Walid al-Tunisi renounced his allegiance to the Dawn Emirate in January 2018.
= renounce: actor=Abu Walid al-Tunisi; from=Dawn Emirate | when 2018-01

# a recruit of long ago, and where he went | 2008-04-11
Thomas Okello joined the Acholi Defence Army in 1994. Four years later he defected to the Nile Salvation Front.
= join: actor=Thomas Okello; to=Acholi Defence Army | when 1994
= join: actor=Thomas Okello; to=Nile Salvation Front; from=Acholi Defence Army | when 1998

#! match: two accounts of one killing | 2012-02-14
The army said its soldiers had killed Sunan Maprasert on Sunday. The Pattani Resistance said he died in an accident.
= killing: victim=Sunan Maprasert; by=army | when 2012-02-12 | says army
= death: person=Sunan Maprasert; cause=accident | says Pattani Resistance

# a ministry denies | 2020-07-07
The defence ministry denied that General Arman Sarkoyan had been captured.
= detention: person=Arman Sarkoyan | says defence ministry | denied

# a place where a group is based | 2019-01-10
The Lake Volunteers are based in Goronyo. The group controls three villages near the lake.
= presence: group=Lake Volunteers; area=Goronyo
= presence: group=Lake Volunteers; area=three villages

# cartel | 2011-09-09
Mexican marines captured Rubén "El Cuervo" Salcedo, a founder of the Cártel del Valle, in Tampaca on Thursday.
= alias: name=Rubén Salcedo; other=El Cuervo
= founding: group=Cártel del Valle; founder=Rubén Salcedo
= detention: person=Rubén Salcedo; by=Mexican marines | when 2011-09-08 | where Tampaca

# who took over | 2022-05-30
Moussa Ag Attaher was killed in a French airstrike in May 2022. His deputy, Ilyad Ould Salem, took over the Sahra Battalion.
= killing: victim=Moussa Ag Attaher; by=France; means=airstrike | when 2022-05
= appointment: person=Ilyad Ould Salem; group=Sahra Battalion; role=leader
= post: person=Ilyad Ould Salem; group=Sahra Battalion; role=deputy
= succession: person=Ilyad Ould Salem; predecessor=Moussa Ag Attaher; group=Sahra Battalion

#! mentions: an office before a name | 1999-04-18
Torani President Ilir Hoxhaj met Agim Berisha, the political director of the Ushtria Kombëtare, in Tirova on Sunday.
= post: person=Agim Berisha; group=Ushtria Kombëtare; role=political director

# links left unspecified | 2003-03-03
Nasir Uddin is a close aide of Shafiq Molla, the chief of the Purba Mukti Fauj.
= link: a=Nasir Uddin; b=Shafiq Molla
= post: person=Shafiq Molla; group=Purba Mukti Fauj; role=chief

# a chronology dates its entries | 2002-01-01
4 February 1991 - Kofi Mensah founds the Volta Liberation Front.
9 March 1993 - The army kills Kofi Mensah in Keta.
= founding: group=Volta Liberation Front; founder=Kofi Mensah | when 1991-02-04
= killing: victim=Kofi Mensah; by=army | when 1993-03-09 | where Keta

# a headline repeats and gives nothing | 2016-05-02
Baro Joins Hill Brigade

Idris Baro joined the Hill Brigade on Sunday, according to two residents.
= join: actor=Idris Baro; to=Hill Brigade | when 2016-05-01 | says two residents

# a quotation names its speaker | 2016-05-02
"The Harrat Front captured Tariq Osman in Kosso," said Samir Haddu, a spokesman for the Harrat Front.
= detention: person=Tariq Osman; by=Harrat Front | where Kosso | says Samir Haddu
= post: person=Samir Haddu; group=Harrat Front; role=spokesman

# a killing in a place, with its means | 2019-08-21
Abu Hafs al-Sifri, the leader of Rayat al-Thughur, was killed in a drone strike in Wadi Zamil on Monday.
= killing: victim=Abu Hafs al-Sifri; means=drone strike | when 2019-08-19 | where Wadi Zamil
= post: person=Abu Hafs al-Sifri; group=Rayat al-Thughur; role=leader

# a succession takes the post that is known | 2021-05-03
Cut Hamzah was the commander of the Free Aceh Column. Teuku Rasyid replaced Cut Hamzah in April 2021.
= appointment: person=Teuku Rasyid; group=Free Aceh Column; role=commander | when 2021-04
= post: person=Cut Hamzah; group=Free Aceh Column; role=commander
= succession: person=Teuku Rasyid; predecessor=Cut Hamzah; role=commander; group=Free Aceh Column | when 2021-04

# a ceasefire signed | 2021-01-19
The Forest Army and the Delta Volunteers signed a ceasefire in Geneva on 15 January 2021.
= agreement: a=Forest Army; b=Delta Volunteers; kind=ceasefire | when 2021-01-15 | where Geneva

# a Burundian rebel resigns as chairman | 2004-02-10
Pascal Niyonzima resigned as chairman of the Umoja Front on 3 February 2004.
= removal: person=Pascal Niyonzima; group=Umoja Front; role=chairman | when 2004-02-03

# fighters described by their group, and the doer of the raid | 2011-06-30
Nine Haroun Brigade fighters were killed in a raid by Kenyan troops near Dhulmar on Wednesday.
= killing: victim=nine Haroun Brigade fighters; by=Kenyan troops; means=raid | when 2011-06-29 | where Dhulmar

# civilians of no group are no claim, the doer is none either | 2011-06-30
A roadside bomb killed four villagers near Dhulmar.

# hostages handed back | 2013-02-11
The Sahra Battalion freed two French hostages on Friday, and they were flown to Niamey.
= release: person=two French hostages; by=Sahra Battalion | when 2013-02-08

# an offshoot and what it broke from | 2014-08-08
The Ahrar Column, an offshoot of the Levant Front, attacked Tell Dara in July 2014.
= affiliation: group=Ahrar Column; parent=Levant Front
= attack: target=Tell Dara; actor=Ahrar Column | when 2014-07

# a group delisted | 2012-09-28
The European Union delisted the Rojan Workers Party in September 2012.
= designation: target=Rojan Workers Party; by=European Union; list=delisted: list of terrorists | when 2012-09

# a commander's kunya beside his name | 2007-03-15
Saleh al-Zubayri, alias Abu Qatada, joined the Yemen Vanguard in 2003.
= alias: name=Saleh al-Zubayri; other=Abu Qatada
= join: actor=Saleh al-Zubayri; to=Yemen Vanguard | when 2003

# an escape from a prison in a place | 2006-02-05
Jamal Badri escaped from a prison in Saba on Friday. Two years earlier, the police had arrested Jamal Badri in Marib.
= release: person=Jamal Badri | when 2006-02-03 | where Saba
= detention: person=Jamal Badri; by=police | when 2004 | where Marib

#! frames: a governor appointed by his group | 2016-03-15
The Dawn Emirate appointed Abdul Manan governor of Zaranj province on 1 March 2016.
= appointment: person=Abdul Manan; group=Dawn Emirate; role=governor; area=Zaranj province; by=Dawn Emirate | when 2016-03-01

# rival accounts of who killed him | 2016-05-02
The police blamed the Harrat Front for the killing of Yusuf Dallo. The Harrat Front said that the army had killed Yusuf Dallo.
= killing: victim=Yusuf Dallo; by=Harrat Front | says police | reported
= killing: victim=Yusuf Dallo; by=army | says Harrat Front

# a Mindanao faction by its acronym | 2009-07-01
The Bangsa Freedom Army (BFA) broke away from the Moro Unity Front in 2008. The BFA is led by Karim Ampatua.
= alias: name=Bangsa Freedom Army; other=BFA
= split: group=Bangsa Freedom Army; from=Moro Unity Front | when 2008
= post: person=Karim Ampatua; group=Bangsa Freedom Army; role=leader

# a short name after the full one | 2013-04-04
Alexei Dzhioev founded the Highland Legion in 1992. Dzhioev was arrested in Vladar in 1999.
= founding: group=Highland Legion; founder=Alexei Dzhioev | when 1992
= detention: person=Alexei Dzhioev | when 1999 | where Vladar

# a denial across sentences | 2016-05-02
Villagers said Idris Baro had been killed near Kosso. The Northern Front denied that he was dead.
= killing: victim=Idris Baro | where Kosso | says villagers
= death: person=Idris Baro | says Northern Front | denied

# doubt cast by the author | 2016-05-02
Unconfirmed reports said that Idris Baro had been killed in Kosso.
= killing: victim=Idris Baro | where Kosso | doubted

# what is planned is left out and what has happened is kept | 2016-05-02
Idris Baro, who left the Northern Front in 2014, plans to join the Hill Brigade.
= leave: actor=Idris Baro; from=Northern Front | when 2014

# two days later leans on the date before | 2016-05-02
On 3 March 2016 the army arrested Idris Baro in Kosso. Two days later, the army released Idris Baro.
= detention: person=Idris Baro; by=army | when 2016-03-03 | where Kosso
= release: person=Idris Baro; by=army | when 2016-03-05

# the year alone | 2016-05-02
Idris Baro has led the Northern Front since 2012.
= post: person=Idris Baro; group=Northern Front; role=leader | when 2012/..

# until | 2016-05-02
Idris Baro led the Northern Front until March 2014.
= post: person=Idris Baro; group=Northern Front; role=leader | when ../2014-03 | former

#! frames: a sports page with the same verbs | 2016-05-02
Idris Baro left Rovers on Monday and joined Athletic on a three-year contract. He will lead the attack against City on Sunday.

# a party conference | 2016-05-02
Delegates elected Maria Santos president of the Workers Party on Sunday.
= appointment: person=Maria Santos; group=Workers Party; role=president; by=delegates | when 2016-05-01

#! frames: men loyal to a person attack a building that is named | 2016-05-02
Fighters loyal to Samir Haddu attacked the Kosso barracks on Sunday.
= attack: target=Kosso barracks; actor=fighters loyal to Samir Haddu | when 2016-05-01

# shot dead, told in a newspaper's long sentence | 2018-11-21
Unknown gunmen on Tuesday shot dead Babagana Kolo, a commander of the Lake Volunteers, at a checkpoint in Goronyo, residents said.
= killing: victim=Babagana Kolo; by=unknown gunmen; means=shot | when 2018-11-20 | where Goronyo | says residents
= post: person=Babagana Kolo; group=Lake Volunteers; role=commander

#! borrowing: jailed for doing | 2019-05-02
A court in Oslar jailed Reza Mahmudi for ten years on Tuesday for financing the Zagros Front.
= detention: person=Reza Mahmudi; by=court | when 2019-04-30
= support: giver=Reza Mahmudi; recipient=Zagros Front; kind=funds

# a panel of the United Nations in its own report | 2016-02-19
The Panel found that the Zindar Government armed the Umoja Front in 2015.
= support: giver=Zindar Government; recipient=Umoja Front; kind=arms | when 2015

# training | 2016-02-19
The Zagros Front trains the Rojan Youth Brigade in the mountains.
= support: giver=Zagros Front; recipient=Rojan Youth Brigade; kind=training

# talks without a result | 2016-02-19
The Zagros Front and the government of Torania held talks in Geneva.

# fought side by side | 2016-02-19
The Zagros Front fought alongside the Rojan Youth Brigade in Kosso in 2015.
= alliance: a=Zagros Front; b=Rojan Youth Brigade | when 2015

# a clash of two groups | 2016-02-19
The Zagros Front clashed with the Levant Front in Kosso on Thursday.
= rivalry: a=Zagros Front; b=Levant Front | when 2016-02-18 | where Kosso

# a kidnapping | 2002-01-24
The Purba Mukti Fauj kidnapped Daniel Hart in Khulmari on 23 January 2002.
= detention: person=Daniel Hart; by=Purba Mukti Fauj | when 2002-01-23 | where Khulmari

# sacked by his own group | 2020-12-12
The Azur Salvation Front dismissed Lounis Ferhat as its military chief.
= removal: person=Lounis Ferhat; group=Azur Salvation Front; role=military chief; by=Azur Salvation Front

# a succession by appointment | 2021-05-03
The Free Aceh Column named Teuku Rasyid as its commander on Saturday.
= appointment: person=Teuku Rasyid; group=Free Aceh Column; role=commander; by=Free Aceh Column | when 2021-05-01

# a death in bed | 2021-05-03
Cut Hamzah, who led the Free Aceh Column, died of cancer in April.
= post: person=Cut Hamzah; group=Free Aceh Column; role=leader
= death: person=Cut Hamzah; cause=cancer | when 2021-04
"""  # noqa: E501


@pytest.mark.parametrize(("text", "published", "wanted"), blocks(REPORTS))
def test_a_report_gives_the_claims_that_it_makes_and_no_others(
    reader: EnglishReader, text: str, published: str, wanted: list[str]
) -> None:
    assert lines(reader, text, published) == wanted
