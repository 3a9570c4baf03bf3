"""Dates as newspapers word them: each row is a sentence with its date phrases in brackets, and what they come to.

`-` is a phrase that gives no date. What stands in no bracket must not be found. The tables differ in what the reader
knows: the day of publication, the date named before, both or neither.
"""

from __future__ import annotations

import re

import pytest

from allegiance.reading.dates import find_dates, resolve

Row = tuple[str, str]


def rows(table: str) -> list[Row]:
    """The rows of a table: a sentence, `=>`, and the EDTF of its phrases, separated by spaces."""
    lines = [line.strip() for line in table.strip().splitlines() if line.strip()]
    return [(sentence.strip(), said.strip()) for sentence, _, said in (line.partition("=>") for line in lines)]


def plain(marked: str) -> str:
    return re.sub(r"\[(.*?)\]", r"\1", marked)


def check(row: Row, reference: str = "", anchor: str = "") -> None:
    marked, said = row
    text = plain(marked)
    phrases = find_dates(text)
    assert [phrase.text for phrase in phrases] == re.findall(r"\[(.*?)\]", marked)
    assert all(text[slice(*phrase.span)] == phrase.text for phrase in phrases)
    found = [resolve(phrase, reference=reference, anchor=anchor) for phrase in phrases]
    assert " ".join(one.edtf or "-" for one in found) == said


ABSOLUTE = rows("""
    The group was founded [on 14 October 2014] in a mosque.             => 2014-10-14
    Rebels stormed the barracks [on Oct. 14, 2014], killing six.        => 2014-10-14
    He swore the oath [on October 14, 2014] before witnesses.           => 2014-10-14
    He swore the oath [on the 14th of October 2014].                    => 2014-10-14
    She was freed [on 14th October, 2014], her lawyer said.             => 2014-10-14
    The pact bears the date [2014-10-14].                               => 2014-10-14
    A decree [dated 2014-10-14T09:00] names him governor.               => 2014-10-14
    He was detained [on 14/10/2014] at the border.                      => 2014-10-14
    He was detained [on 10/14/2014] at the border.                      => 2014-10-14
    He was detained [on 14.10.2014] at the border.                      => 2014-10-14
    He was detained [on 05/05/2014] at the border.                      => 2014-05-05
    The raid took place [on Tuesday, March 12, 2019].                   => 2019-03-12
    The raid took place [on Tuesday 12 March 2019].                     => 2019-03-12
    [Thursday, 3rd January 2019]: two commanders defect.                => 2019-01-03
    [4 Feb 1991] – The camp at Old Mill burns.                          => 1991-02-04
    [1985] – A baker founds the league.                                 => 1985
    The column was raised [in 2016] by farmers.                         => 2016
    In the war of [2014] he lost a brother.                             => 2014
    He took command [in August 2012].                                   => 2012-08
    He took command [in Aug. 2012].                                     => 2012-08
    He took command [in August, 2012].                                  => 2012-08
    He took command [in August of 2012].                                => 2012-08
    DAKAR, [MARCH 14 2019] (Wire)                                       => 2019-03-14
    The [9/11] hijackers trained there.                                 => 2001-09-11
    He had no part in the [9/11] attacks.                               => 2001-09-11
    Since the [September 11] attacks he has hidden.                     => 2001-09-11
    He fled after the [26/11] attack on the city.                       => 2008-11-26
    The [1996] burning of the mill was theirs.                          => 1996
    She lost an arm in a [2008] clash.                                  => 2008
    His [2014] oath was never taken back.                               => 2014
    A [2013] indictment names her as the treasurer.                     => 2013
    The [December 25, 2011] truce still holds.                          => 2011-12-25
    Released [in the summer of 2014], he rejoined.                      => 2014-06/2014-08
    [In autumn 2012] he changed sides.                                  => 2012-09/2012-11
    The split came [in the fall of 2014].                               => 2014-09/2014-11
    The split came [in the winter of 2014-15].                          => 2014-12/2015-02
    The split came [in the winter of 2014].                             => 2014~
    They fought side by side [in the 1990s].                            => 1990/1999
    They fought side by side [in the early 1990s].                      => 1990/1993~
    They fought side by side [in the mid-1990s].                        => 1994~/1996~
    They fought side by side [in the late 1990s].                       => 1997~/1999
    He ran the training camps [in the '80s].                            => 1980/1989
    He enlisted [in mid-2016].                                          => 2016~
    He enlisted [in late 2014].                                         => 2014~
    He enlisted [early in 2014].                                        => 2014~
    He enlisted [in mid-January 2015].                                  => 2015-01~
    He enlisted [at the end of June 2014].                              => 2014-06~
    He enlisted [at the end of 2014].                                   => 2014-12~
    He enlisted [at the start of 2014].                                 => 2014-01~
    He enlisted [around 2005].                                          => 2005~
    He enlisted [circa 2005].                                           => 2005~
    He enlisted [about May 2005].                                       => 2005-05~
    He was born [on or about 3 May 1974].                               => 1974-05-03~
    Attacks fell [in the first half of 2014].                           => 2014-01/2014-06
    Attacks fell [in the second half of 2014].                          => 2014-07/2014-12
    Attacks fell [in the third quarter of 2014].                        => 2014-07/2014-09
    Attacks fell [in Q3 2014].                                          => 2014-07/2014-09
    Attacks fell [in the first three months of 2014].                   => 2014-01/2014-03
    Attacks fell [in the last two months of 2014].                      => 2014-11/2014-12
    Attacks fell [in the second week of March 2014].                    => 2014-03-08/2014-03-14
    Attacks fell [in the last week of March 2014].                      => 2014-03-25/2014-03-31
    He died [on the last day of February 2012].                         => 2012-02-29
    He died [on Christmas Day 2012].                                    => 2012-12-25
    He died [on New Year's Eve, 2012].                                  => 2012-12-31
    He died [sometime in 2003], his cousin believes.                    => 2003
    [Not until 2001] did the two unite.                                 => 2001
    [In 1984] soldiers burnt his village.                               => 1984
    They have been at war [since 2009].                                 => 2009/..
    They have been at war [since about 2009].                           => 2009~/..
    They have been at war [since at least 2009].                        => 2009/..
    He has led it [since 3 May 2011].                                   => 2011-05-03/..
    He led it [from 2014 onwards].                                      => 2014/..
    The two were allied [until 2017].                                   => ../2017
    It bore another name [until March 1992].                            => ../1992-03
    They disarmed [by 2012].                                            => ../2012
    He had joined [before 2010].                                        => ../2009
    He had joined [before May 2010].                                    => ../2010-04
    He had joined [prior to 1 May 2010].                                => ../2010-04-30
    He was not seen [after 2010].                                       => 2010/..
    He was not seen [after 3 May 2010].                                 => 2010-05-03/..
    He served [from 1994 to 1999] under her uncle.                      => 1994/1999
    They fought [from roughly 1948 to 1951].                                => 1948~/1951
    They fought [between 2008 and 2014].                                => 2008/2014
    They fought [from 2008 until 2014].                                 => 2008/2014
    They fought [in 2008-2014].                                         => 2008/2014
    They fought [from 2008–14].                                         => 2008/2014
    They fought over the port [in 1990-91].                             => 1990/1991
    The emir ([1998–present]) is ill.                                   => 1998/..
    The treaty held [from March 2014 to May 2015].                      => 2014-03/2015-05
    The treaty held [from March to May 2020].                           => 2020-03/2020-05
    The treaty held [between March and May 2020].                       => 2020-03/2020-05
    The treaty held [from November to March 2020].                      => 2019-11/2020-03
    The treaty held [from 30 March to 2 April 2020].                    => 2020-03-30/2020-04-02
    They met [on 3-5 March 2014] in Doha.                               => 2014-03-03/2014-03-05
    They met [between 3 and 5 March 2014] in Doha.                      => 2014-03-03/2014-03-05
    They met [March 30-April 2, 2014] in Doha.                          => 2014-03-30/2014-04-02
    Rustam Orlo ([3 May 1974 – 11 October 2009]) was an emir.           => 1974-05-03/2009-10-11
    Two days of talks ended [two days after 3 March 2014].              => 2014-03-05
    He fled [the day after the 3 March 2014] vote.                      => 2014-03-04
    He fled [a week before Christmas Day 2012].                         => 2012-12-18~
""")


BY_REFERENCE = rows("""
    The army said [on Tuesday] that Sesay had fled.                     => 2015-02-03
    Sesay was stabbed [on Monday night].                                => 2015-02-02
    [Late on Sunday] the front announced a truce.                       => 2015-02-01
    The clash [at dawn Sunday] left three dead.                         => 2015-02-01
    [On Sunday evening] the radio fell silent.                          => 2015-02-01
    A patrol took him [Saturday] in the port.                           => 2015-01-31
    [In the early hours of Sunday] gunmen came.                         => 2015-02-01
    He was buried [last Tuesday].                                       => 2015-01-27
    He was buried [last Friday].                                        => 2015-01-30
    He will be tried [next Tuesday].                                    => 2015-02-10
    He was buried [on Monday last week].                                => 2015-01-26
    He was buried [on Thursday of last week].                           => 2015-01-29
    [Monday]'s events came a month too late.                            => 2015-02-02
    The statement was put out [today].                                  => 2015-02-03
    [Today] the statement was put out.                                  => 2015-02-03
    The men surrendered [yesterday].                                    => 2015-02-02
    The men surrendered [yesterday afternoon].                          => 2015-02-02
    The men surrendered [early yesterday morning].                      => 2015-02-02
    The men surrendered [the day before yesterday].                     => 2015-02-01
    The men surrendered [last night].                                   => 2015-02-02
    The men surrendered [overnight].                                    => 2015-02-02/2015-02-03
    The men surrendered [this morning].                                 => 2015-02-03
    The men surrendered [earlier today].                                => 2015-02-03
    The men will surrender [tonight].                                   => 2015-02-03
    The men will surrender [tomorrow].                                  => 2015-02-04
    [Last week] a bomb killed five.                                     => 2015-01-26/2015-02-01
    The attacks took place [this week].                                 => 2015-02-02/2015-02-08
    The chairman fell out with him [the week before last].              => 2015-01-19/2015-01-25
    He crossed over [at the weekend].                                   => 2015-01-31/2015-02-01
    He crossed over [over the weekend].                                 => 2015-01-31/2015-02-01
    He crossed the river [last weekend].                                => 2015-01-31/2015-02-01
    He is thought to have fled [last month].                            => 2015-01
    Nobody has owned up to [last month]'s bombing.                      => 2015-01
    He quit [late last month].                                          => 2015-01~
    He quit [earlier this month].                                       => 2015-02-01/2015-02-03
    He quit [earlier this week].                                        => 2015-02-02/2015-02-03
    He quit [earlier this year].                                        => 2015-01-01/2015-02-03
    He quit [earlier in the year].                                      => 2015-01-01/2015-02-03
    He quit [this year].                                                => 2015
    He quit [last year].                                                => 2014
    He quit [late last year].                                           => 2014~
    He quit [at the end of last year].                                  => 2014-12~
    He quit [the year before last].                                     => 2013
    He quit [last decade].                                              => 2000/2009
    They will vote [next month].                                        => 2015-03
    He was sacked [a month ago].                                        => 2015-01
    He was sacked [three months ago].                                   => 2014-11
    He was sacked [three years ago].                                    => 2012
    He was sacked [two weeks ago].                                      => 2015-01-20~
    He was sacked [ten days ago].                                       => 2015-01-24
    He was sacked [about three years ago].                              => 2012~
    He was sacked [more than three years ago].                          => -
    He was sacked [a few years ago].                                    => -
    He was sacked [two decades ago].                                    => 1995~
    He was sacked [a year and a half ago].                              => 2013-08~
    The emir was chosen [on Jan. 27].                                   => 2015-01-27
    [In mid-January] another band came down.                            => 2015-01~
    The mayor was replaced [on May 2] by her deputy.                    => 2014-05-02
    The [May 20] raid was theirs.                                       => 2014-05-20
    He resigned [on 3 March], under pressure.                           => 2014-03-03
    They struck [on December 31].                                       => 2014-12-31
    They struck [on New Year's Day].                                    => 2015-01-01
    They struck [on February 3].                                        => 2015-02-03
    They will strike [on February 9].                                   => 2015-02-09
    They struck [on February 28], the police recalled.                  => -
    He left [in October].                                               => 2014-10
    [In October] alone, nine men left.                                  => 2014-10
    He left [in February].                                              => 2015-02
    The arrest [in January] of two others followed.                     => 2015-01
    He went over to them [this January].                                => 2015-01
    They have fought [since last August].                               => 2014-08/..
    [Last January] he was still loyal.                                  => 2015-01
    [Last February] he was still loyal.                                 => 2014-02
    They struck at the gates [in December], and fled.                   => 2014-12
    [December]'s assault on the fort failed.                            => 2014-12
    Few believe their tale of [August]'s ambush.                        => 2014-08
    They boasted of the [April] bombing.                                => 2014-04
    [As late as May] it had renewed its pledge.                         => 2014-05
    He was caught [on 3 August last year].                              => 2014-08-03
    She spoke [in March of this year].                                  => 2015-03
    She spoke [on the first of this month].                             => 2015-02-01
    He crossed over [on the first day of this month].                   => 2015-02-01
    He was seen [on the 12th].                                          => 2015-01-12
    He was seen [on the 2nd], and not since.                            => 2015-02-02
    They met [on 3 and 4 January].                                      => 2015-01-03/2015-01-04
    They met [from Friday to Sunday].                                   => 2015-01-30/2015-02-01
    They met [from Sunday until Tuesday].                               => 2015-02-01/2015-02-03
    They met [between October and December].                            => 2014-10/2014-12
    They met [from mid-December to mid-January].                        => 2014-12~/2015-01~
    They met [between December and January].                            => 2014-12/2015-01
    They met [in March and April].                                      => 2014-03/2014-04
    They quit [over the summer].                                        => 2014-06/2014-08
    They quit [last summer].                                            => 2014-06/2014-08
    They quit [in the spring].                                          => 2014-03/2014-05
    They quit [last winter].                                            => 2013-12/2014-02
    They quit [this winter].                                            => 2014-12/2015-02
    They quit [in late summer].                                         => 2014-08~
    They wed [at Easter of '95].                                        => 1995
    They quit [in the autumn of '92].                                   => 1992-09/1992-11
    They parted [in March '94].                                         => 1994-03
    They lost men [over the past year].                                 => 2014-02/2015-02
    They lost men [over the past two years].                            => 2013-02/2015-02
    They lost men [in the last six months].                             => 2014-08/2015-02
    They lost men [in the past 24 hours].                               => 2015-02-02/2015-02-03
    They lost men [in the last three days].                             => 2015-01-31/2015-02-03
    They lost men [over the past several months].                       => -
    They lost men [in recent weeks].                                    => -
    They have been allies [since last year].                            => 2014/..
    They have been allies [since Tuesday].                              => 2015-02-03/..
    They were allies [until last month].                                => ../2015-01
    They must leave [by Friday].                                        => ../2015-01-30
    [As of January 3], nobody had confirmed it.                         => 2015-01-03
    He is to speak [in the first week of March].                        => 2014-03-01/2014-03-07
    They married [last Christmas].                                      => 2014-12-25~
""")


BY_ANCHOR = rows("""
    He was wounded at the ford [that March].                            => 2020-03
    Her brother fell [that same month].                                 => 2020-08
    Her brother fell [the same month].                                  => 2020-08
    The army seized the pass [that year].                               => 2020
    The ministry denied it [the same night].                            => 2020-08-03
    The Front denied it [the same day].                                 => 2020-08-03
    The police asked him about it [that evening].                       => 2020-08-03
    A court let her go [nine days later].                               => 2020-08-12
    A court let her go [two days later], without bail.                  => 2020-08-05
    A court let her go [the next day].                                  => 2020-08-04
    A court let her go [the following day].                             => 2020-08-04
    A court let her go [a day later].                                   => 2020-08-04
    He had given his word [the day before].                             => 2020-08-02
    He had given his word [the previous day].                           => 2020-08-02
    He had given his word [two days earlier].                           => 2020-08-01
    He had given his word [the week before].                            => 2020-07-27/2020-08-02
    He died [a week later].                                             => 2020-08-10~
    He died [a fortnight later].                                        => 2020-08-17~
    He was let out [six months later].                                  => 2021-02
    He was let out [the following month].                               => 2020-09
    He was let out [a year later].                                      => 2021
    He broke away [three years later].                                  => 2023
    He broke away [the following year].                                 => 2021
    He broke away [the year after].                                     => 2021
    He had joined [two years earlier].                                  => 2018
    He had joined [the previous year].                                  => 2019
    He had joined [a decade earlier].                                   => 2010~
    He broke away [later that year].                                    => 2020-08-03/2020-12-31
    He broke away [earlier that year].                                  => 2020-01-01/2020-08-03
    He broke away [later that day].                                     => 2020-08-03
    He broke away [that summer].                                        => 2020-06/2020-08
    He broke away [the following spring].                               => 2021-03/2021-05
    He broke away [the following Friday].                               => 2020-08-07
    He broke away [the previous Friday].                                => 2020-07-31
    He broke away [the following March].                                => 2021-03
    A man was caught [hours later].                                     => 2020-08-03
    A man was caught [48 hours later].                                  => 2020-08-05
    A man was caught [several days later].                              => -
    A man was caught [days later].                                      => -
    He left [nearly two years later].                                   => 2022~
    He left [two days after] the bridge fell.                           => 2020-08-05
    He left [the day after] the attack.                                 => 2020-08-04
    He rose to command it [within a year].                              => 2020-08/2021-08
    Odile, [until then] a courier, took over the column.                => ../2020-08-03
    They have been at war [since then].                                 => 2020-08-03/..
    He left the alliance, [since when] they have fought.                => 2020-08-03/..
    They met [on the 12th of that month].                               => 2020-08-12
    They met [on May 20 of that year].                                  => 2020-05-20
    They met [in March of the following year].                          => 2021-03
    He reappeared [on August 12].                                       => 2020-08-12
    He reappeared [in September].                                       => 2020-09
    He reappeared [in December].                                        => 2020-12
    He reappeared [in January].                                         => 2021-01
    He reappeared [in June].                                            => 2020-06
    He reappeared [in February].                                        => -
    He reappeared [on the 12th], unharmed.                              => 2020-08-12
    He reappeared [yesterday].                                          => -
    He reappeared [on Tuesday].                                         => -
    He reappeared [last month].                                         => -
""")


NO_DATES = [
    "Of the 2 rebels, one yielded to the 41st Infantry Brigade; the 55th Battalion had 2000 fighters in 12 villages.",
    "They may have been the perpetrators, and many march on the town in the march of time.",
    "The league's Front 9 and the August 21 Movement share an office with the 17 November Organization.",
    "He is the 1st of four sons and came in second place; the third man fled.",
    "The Council adopted Resolution 1373 (2001) and Resolution 2231, Article 2, paragraph 14.",
    "The Sun rose; he sat in the sun and had wed her before Jan Egeland came.",
    "Theresa May's government fell; General May said that Black September was no more.",
    "The Sunday Times and the Friday Mirror sent a man; Bloody Sunday and Black Friday were recalled.",
    "About 2000 men and some 1500 women walked 2014 km with 1,998 rifles and $2010.",
    "He is 38, a 12-year-old boy is with him, and they have 20 houses in 14 districts of 3 provinces.",
    "The fall of the city and the spring of the clock startled the springing cat.",
    "Every Friday and on Tuesdays they meet, each March they parade.",
    "Document 2012-05-T-101 and release No. 2019-204 give it; so does A/RES/2013/14.",
    "On 03/04/2014 or 04/03/2014, which may be read two ways.",
    "He lives at 2014, on the second floor, and USA Today wrote of him, as did Russia Today.",
    "Eid Mohammad and Ramadan Shallah met his brother-in-law at 14:30.",
    "They had enough powder left to then test the guns.",
    "Q: How many? A: 1990. B: 20 per cent, 2015%.",
    "On 31 February 2014 or 2014-13-40 there is no day.",
]


class TestTables:
    @pytest.mark.parametrize("row", ABSOLUTE, ids=lambda row: row[0])
    def test_a_date_that_says_all_needs_nothing_to_reckon_from(self, row: Row) -> None:
        check(row)

    @pytest.mark.parametrize("row", BY_REFERENCE, ids=lambda row: row[0])
    def test_relative_words_are_reckoned_from_the_day_of_publication(self, row: Row) -> None:
        check(row, reference="2015-02-03")

    @pytest.mark.parametrize("row", BY_ANCHOR, ids=lambda row: row[0])
    def test_words_that_lean_on_a_date_before_are_reckoned_from_it(self, row: Row) -> None:
        check(row, anchor="2020-08-03")

    @pytest.mark.parametrize("text", NO_DATES)
    def test_what_is_no_date_is_not_found(self, text: str) -> None:
        assert find_dates(text) == []
