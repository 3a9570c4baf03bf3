"""Dates in every order and wording of newspapers, whole, against the day of publication, and against the date before.

Each row is a sentence with its date phrases in brackets, and what they come to, as in `test_dates`.
"""

from __future__ import annotations

import pytest

from reading.test_dates import Row, check, rows

WHOLE = rows("""
    He was freed [on the morning of 3 May 2021].                                     => 2021-05-03
    He was freed [on the night of 3-4 May 2021].                                     => 2021-05-03/2021-05-04
    He was freed [on the night of May 3, 2021].                                      => 2021-05-03
    The battle lasted [from 3 to 7 May 2021].                                        => 2021-05-03/2021-05-07
    The battle lasted [from May 3 to June 7, 2021].                                  => 2021-05-03/2021-06-07
    The battle lasted [from 29 December 2020 to 3 January 2021].                     => 2020-12-29/2021-01-03
    He led it [from late 2014 until early 2016].                                     => 2014~/2016~
    He led it [from 2014 onwards].                                                   => 2014/..
    He led it [from March 2014 onward].                                              => 2014-03/..
    He led it [from 2014 to the present].                                            => 2014/..
    He led it [since at least 2014].                                                 => 2014/..
    He led it [until at least 2014].                                                 => ../2014
    He joined [no later than 2014].                                                  => ../2014
    He joined [as early as 2014].                                                    => 2014
    He joined [at the end of 2014].                                                  => 2014-12~
    He joined [at the beginning of March 2014].                                      => 2014-03~
    He joined [in the last quarter of 2014].                                         => 2014-10/2014-12
    He joined [in the second half of 2014].                                          => 2014-07/2014-12
    He joined [in the first half of May 2014].                                       => 2014-05-01/2014-05-15
    He joined [in the first week of May 2014].                                       => 2014-05-01/2014-05-07
    He joined [in the last week of May 2014].                                        => 2014-05-25/2014-05-31
    He joined [in mid-May 2014].                                                     => 2014-05~
    He joined [in the middle of May 2014].                                           => 2014-05~
    He joined [around 2014].                                                         => 2014~
    He joined [circa 2014].                                                          => 2014~
    He joined [in about May 2014].                                                   => 2014-05~
    He joined [on or about 3 May 2014].                                              => 2014-05-03~
    He joined [in the 1980s].                                                        => 1980/1989
    He joined [in the late 1980s].                                                   => 1987~/1989
    He joined [in the mid-1980s].                                                    => 1984~/1986~
    He joined [in the '80s].                                                         => 1980/1989
    He joined [in the winter of 2014-15].                                            => 2014-12/2015-02
    He joined [in the spring of 2014].                                               => 2014-03/2014-05
    He joined [in autumn 2014].                                                      => 2014-09/2014-11
    He joined [in the fall of 2014].                                                 => 2014-09/2014-11
    He joined [on Christmas Day 2014].                                               => 2014-12-25
    He joined [on New Year's Eve 2014].                                              => 2014-12-31
    He joined [on 1st May 2014].                                                     => 2014-05-01
    He joined [on May 1st, 2014].                                                    => 2014-05-01
    He joined [on May 1 2014].                                                       => 2014-05-01
    He joined [on 1 May, 2014].                                                      => 2014-05-01
    He joined [on Thursday 1 May 2014].                                              => 2014-05-01
    He joined [on Thursday, 1 May 2014].                                             => 2014-05-01
    He joined [on Thu 1 May 2014].                                                   => 2014-05-01
    He joined [on the first of May 2014].                                            => 2014-05-01
    He joined [on 1 and 2 May 2014].                                                 => 2014-05-01/2014-05-02
    He joined [between 2014 and 2016].                                               => 2014/2016
    He joined [between March and May 2014].                                          => 2014-03/2014-05
    He joined [in March or April 2014].                                              => 2014-03/2014-04
    He joined [in 2014 or 2015].                                                     => 2014/2015
    He joined [in 2014/15].                                                          => 2014/2015
    He joined [in Q3 2014].                                                          => 2014-07/2014-09
    He joined [before May 2014].                                                     => ../2014-04
    He joined [after May 2014].                                                      => 2014-05/..
    He joined [after 2014].                                                          => 2014/..
    He joined [by the end of 2014].                                                  => ../2014-12~
    He joined [by mid-2014].                                                         => ../2014~
    He joined [throughout 2014].                                                     => 2014
    He joined [during 2014].                                                         => 2014
    He joined over the course of [2014].  => 2014
    He joined in the course of [2014].  => 2014
    [Sept 11 2001] changed it.  => 2001-09-11
""")

BY_DAY = rows("""
    He was freed [earlier on Tuesday].                                               => 2015-02-03
    He was freed [late on Tuesday].                                                  => 2015-02-03
    He was freed [Tuesday night].                                                    => 2015-02-03
    He was freed [overnight].                                                        => 2015-02-02/2015-02-03
    He was freed [in the early hours of Sunday].                                     => 2015-02-01
    He was freed [at dawn on Sunday].                                                => 2015-02-01
    He was freed [at the weekend].                                                   => 2015-01-31/2015-02-01
    He was freed [last weekend].                                                     => 2015-01-31/2015-02-01
    He was freed [on Sunday evening].                                                => 2015-02-01
    He was freed [last Friday].                                                      => 2015-01-30
    He was freed [a week ago].                                                       => 2015-01-27~
    He was freed [two weeks ago].                                                    => 2015-01-20~
    He was freed [three months ago].                                                 => 2014-11
    He was freed [a year ago].                                                       => 2014
    He was freed [two years ago].                                                    => 2013
    He was freed [last year].                                                        => 2014
    He was freed [last month].                                                       => 2015-01
    He was freed [last week].                                                        => 2015-01-26/2015-02-01
    He was freed [this week].                                                        => 2015-02-02/2015-02-08
    He was freed [this month].                                                       => 2015-02
    He was freed [this year].                                                        => 2015
    He was freed [earlier this year].                                                => 2015-01-01/2015-02-03
    He was freed [so far this year].                                                 => 2015-01-01/2015-02-03
    He was freed [so far this month].                                                => 2015-02-01/2015-02-03
    He was freed [earlier this month].                                               => 2015-02-01/2015-02-03
    He was freed [late last year].                                                   => 2014~
    He was freed [early last year].                                                  => 2014~
    He was freed [in the middle of last year].                                       => 2014~
    He was freed [at the end of last year].                                          => 2014-12~
    He was freed [in December].                                                      => 2014-12
    He was freed [in December last year].                                            => 2014-12
    He was freed [in December of last year].                                         => 2014-12
    He was freed [last December].                                                    => 2014-12
    He was freed [this January].                                                     => 2015-01
    He was freed [in January].                                                       => 2015-01
    He was freed [on 3 January].                                                     => 2015-01-03
    He was freed [on January 3].                                                     => 2015-01-03
    He was freed [on the 3rd of January].                                            => 2015-01-03
    He was freed [on 30 December].                                                   => 2014-12-30
    He was freed [the day before yesterday].                                         => 2015-02-01
    He was freed [yesterday].                                                        => 2015-02-02
    He was freed [yesterday evening].                                                => 2015-02-02
    He was freed [today].                                                            => 2015-02-03
    He was freed [this morning].                                                     => 2015-02-03
    He was freed [last night].                                                       => 2015-02-02
    He was freed [in the past week].                                                 => 2015-01-27~/2015-02-03
    He was freed [over the past two years].                                          => 2013-02/2015-02
    He was freed [within the past month].                                            => 2015-01/2015-02
    He was freed [in recent weeks].                                                  => -
    He was freed [a few days ago].                                                   => -
    He was freed [several months ago].                                               => -
    He was freed [last summer].                                                      => 2014-06/2014-08
    He was freed [last spring].                                                      => 2014-03/2014-05
    He was freed [this winter].                                                      => 2014-12/2015-02
    He was freed [during Ramadan].                                                   => -
    He was freed [more than a year ago].                                             => -
    He was freed [about a year ago].                                                 => 2014~
    He was freed [almost two years ago].                                             => 2013~
    He was freed [a decade ago].                                                     => 2005~
    He was freed [ten days ago].                                                     => 2015-01-24
    He was freed [a fortnight ago].                                                  => 2015-01-20~
    He was freed [48 hours ago].                                                     => 2015-02-01
    He was freed [since last Friday].                                                => 2015-01-30/..
    He was freed [since December].                                                   => 2014-12/..
    He was freed [between Friday and Sunday].                                        => 2015-01-30/2015-02-01
    He was freed [from Friday to Sunday].                                            => 2015-01-30/2015-02-01
    He was freed [on Friday or Saturday].                                            => 2015-01-30/2015-01-31
    He was freed [Friday].                                                           => 2015-01-30
""")
"""Published on Tuesday, 3 February 2015."""

BY_STORY = rows("""
    He left [the next day].                                                          => 2020-08-04
    He left [the following day].                                                     => 2020-08-04
    He left [the day after].                                                         => 2020-08-04
    He left [the day before].                                                        => 2020-08-02
    He left [the previous day].                                                      => 2020-08-02
    He left [the same day].                                                          => 2020-08-03
    He left [that same day].                                                         => 2020-08-03
    He left [that day].                                                              => 2020-08-03
    He left [that night].                                                            => 2020-08-03
    He left [the following night].                                                   => 2020-08-04
    He left [the following week].                                                    => 2020-08-10/2020-08-16
    He left [the following month].                                                   => 2020-09
    He left [the following year].                                                    => 2021
    He left [the next month].                                                        => 2020-09
    He left [the next year].                                                         => 2021
    He left [the same month].                                                        => 2020-08
    He left [that month].                                                            => 2020-08
    He left [that year].                                                             => 2020
    He left [later that year].                                                       => 2020-08-03/2020-12-31
    He left [later that month].                                                      => 2020-08-03/2020-08-31
    He left [earlier that year].                                                     => 2020-01-01/2020-08-03
    He left [two days later].                                                        => 2020-08-05
    He left [three weeks later].                                                     => 2020-08-24~
    He left [two months later].                                                      => 2020-10
    He left [a year later].                                                          => 2021
    He left [two years earlier].                                                     => 2018
    He left [a week before].                                                         => 2020-07-27~
    He left [five days before].                                                      => 2020-07-29
    He left [within days].                                                           => -
    He left [within a week].                                                         => 2020-08-03/2020-08-10~
    He left [some months later].                                                     => -
    He left [a few days later].                                                      => -
    He left [days later].                                                            => -
    He left [hours later].                                                           => 2020-08-03
    He left [the following March].                                                   => 2021-03
    He left [that September].                                                        => 2020-09
    He left [that autumn].                                                           => 2020-09/2020-11
    He left [the previous summer].                                                   => 2019-06/2019-08
    He left [the year before].                                                       => 2019
    He left [the month before].                                                      => 2020-07
    He left [the year after].                                                        => 2021
    He left [in September].                                                          => 2020-09
    He left [on 14 September].                                                       => 2020-09-14
    He left [in the same year].                                                      => 2020
    He left [until then].                                                            => ../2020-08-03
    He left [since then].                                                            => 2020-08-03/..
""")
"""Told after 3 August 2020."""


@pytest.mark.parametrize("row", WHOLE, ids=lambda row: row[0])
def test_a_whole_date_needs_nothing_else(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", BY_DAY, ids=lambda row: row[0])
def test_a_date_in_the_news_is_reckoned_from_the_day_of_publication(row: Row) -> None:
    check(row, reference="2015-02-03")


@pytest.mark.parametrize("row", BY_STORY, ids=lambda row: row[0])
def test_a_date_in_a_story_is_reckoned_from_the_date_before(row: Row) -> None:
    check(row, anchor="2020-08-03")
