"""How dates are reckoned: from coarse dates, from which of two, with what relation; and the laws that hold for any."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.errors import BadDate
from allegiance.reading.dates import Relation, begun, document_date, find_dates, resolve
from allegiance.when import parse


class TestCoarseDates:
    """A date that is known only to the month or the year gives nothing finer than it allows."""

    @pytest.mark.parametrize(
        ("phrase", "reference", "said"),
        [
            ("today", "2015-02", "2015-02"),
            ("yesterday", "2015-02", "2015-02~"),
            ("on Tuesday", "2015-02", "2015-02~"),
            ("last week", "2015-02", "2015-02~"),
            ("last month", "2015-02", "2015-01"),
            ("last year", "2015-02", "2014"),
            ("last month", "2015", "2015~"),
            ("last year", "2015", "2014"),
            ("earlier this year", "2015-02", "2015-01/2015-02"),
            ("earlier this year", "2015", "2015"),
            ("in October", "2015-02", "2014-10"),
            ("in October", "2015", ""),
            ("on May 20", "2015-02", "2014-05-20"),
            ("this January", "2015", "2015-01"),
            ("three years ago", "2015", "2012"),
            ("over the past two years", "2015", "2013/2015"),
            ("over the past two years", "2015-02", "2013-02/2015-02"),
            ("over the past two weeks", "2015-02", ""),
            ("last summer", "2015", ""),
            ("yesterday", "2015-02~", "2015-02~"),
            ("yesterday", "2015-02-03?", "2015-02-02?"),
            ("yesterday", "2015-02-03%", "2015-02-02%"),
            ("yesterday", "2015-02-01/2015-02-03", ""),
            ("yesterday", "../2015", ""),
            ("yesterday", "0001-01-01", ""),
        ],
    )
    def test_by_the_reference(self, phrase: str, reference: str, said: str) -> None:
        assert resolve(find_dates(phrase)[0], reference=reference).edtf == said

    @pytest.mark.parametrize(
        ("phrase", "anchor", "said"),
        [
            ("three years later", "2014", "2017"),
            ("four years later", "1999-03", "2003"),
            ("six months later", "2002-11", "2003-05"),
            ("two days later", "2009", "2009~"),
            ("a week later", "2009", "2009~"),
            ("that same month", "2012-08-05", "2012-08"),
            ("the same month", "2012", "2012"),
            ("that summer", "2017", "2017-06/2017-08"),
            ("within a year", "2010", "2010/2011"),
            ("since then", "2014-05/2014-07", "2014-05/.."),
            ("that week", "2014-05-05/2014-05-11", "2014-05-05/2014-05-11"),
            ("that Friday", "2014-05-05/2014-05-11", "2014-05-09"),
            ("that Friday", "2014-05", ""),
            ("two years later", "2012/2014", ""),
            ("in March", "2014", "2014-03"),
            ("on 10 May", "2006-05", "2006-05-10"),
            ("on May 6", "2006-05-10", "2006-05-06"),
            ("in mid-January", "2014-10", "2015-01~"),
            ("on February 13", "2007-01-13", "2007-02-13"),
            ("on the 12th", "2007", ""),
            ("the following month", "2007-12", "2008-01"),
        ],
    )
    def test_by_the_anchor(self, phrase: str, anchor: str, said: str) -> None:
        assert resolve(find_dates(phrase)[0], anchor=anchor).edtf == said


class TestReckoning:
    @pytest.mark.parametrize(
        ("phrase", "kind", "origin"),
        [
            ("on 14 October 2014", "absolute", ""),
            ("on May 20", "reference", "2015-02-03"),
            ("last month", "reference", "2015-02-03"),
            ("two days after 3 March 2014", "absolute", ""),
            ("nine days later", "anchor", "2014-10"),
            ("that same month", "anchor", "2014-10"),
            ("from Friday to Sunday", "reference", "2015-02-03"),
            ("for six years", "duration", ""),
            ("during Ramadan", "unresolved", ""),
        ],
    )
    def test_it_is_said_what_a_date_was_reckoned_from(self, phrase: str, kind: str, origin: str) -> None:
        found = find_dates(phrase)[0]
        resolved = resolve(found, reference="2015-02-03", anchor="2014-10")
        assert (found.kind, resolved.reckoned_from) == (kind, origin)
        assert resolved.rule

    @pytest.mark.parametrize(
        "phrase", ["on Tuesday", "last month", "yesterday", "in October", "this January", "last summer"]
    )
    def test_without_the_date_it_leans_on_a_phrase_gives_nothing(self, phrase: str) -> None:
        resolved = resolve(find_dates(phrase)[0])
        assert (resolved.edtf, resolved.reckoned_from) == ("", "")
        assert resolved.rule == "the date it leans on is not known"

    def test_the_day_of_publication_goes_before_the_date_named_before(self) -> None:
        phrase = find_dates("in March")[0]
        assert resolve(phrase, reference="2015-02-03", anchor="2010-01").edtf == "2014-03"
        assert resolve(phrase, anchor="2010-01").edtf == "2010-03"

    def test_a_day_around_the_turn_of_the_year_is_the_nearest(self) -> None:
        assert resolve(find_dates("on January 2")[0], reference="2014-12-30").edtf == "2015-01-02"
        assert resolve(find_dates("on December 30")[0], reference="2015-01-02").edtf == "2014-12-30"

    def test_a_leap_day_is_that_of_the_latest_leap_year(self) -> None:
        assert resolve(find_dates("on 29 February")[0], reference="2015-02-03").edtf == "2012-02-29"

    def test_a_length_of_time_says_when_it_began_once_its_end_is_known(self) -> None:
        assert begun(find_dates("at war for a year")[0], until="2011-02-06").edtf == "2010-02"
        assert begun(find_dates("in jail for fourteen months")[0], until="2021").edtf == ""
        assert begun(find_dates("in jail for ten days")[0], until="2021-03-12").edtf == "2021-03-02"
        assert begun(find_dates("in jail for years")[0], until="2021").edtf == ""
        assert begun(find_dates("in 2014")[0], until="2021").edtf == ""

    def test_a_reference_that_is_no_date_is_refused(self) -> None:
        with pytest.raises(BadDate):
            resolve(find_dates("yesterday")[0], reference="3 February")


class TestUnresolved:
    @pytest.mark.parametrize(
        "text",
        [
            "They attacked during Ramadan, and fled.",
            "They attacked before Eid al-Fitr.",
            "They attacked after the poppy harvest.",
            "He swore it on 12 Rajab 1435 AH.",
            "He swore it in the year 1441 AH.",
            "In recent months he has been ill.",
        ],
    )
    def test_what_our_calendar_does_not_give_is_found_and_left_open(self, text: str) -> None:
        (phrase,) = find_dates(text)
        assert phrase.kind == "unresolved"
        assert resolve(phrase, reference="2015-02-03", anchor="2014").edtf == ""

    def test_a_feast_of_a_year_gives_the_year(self) -> None:
        assert resolve(find_dates("during Ramadan 2014")[0]).edtf == "2014"


class TestRelations:
    @pytest.mark.parametrize(
        ("text", "relation", "attributive"),
        [
            ("He fell in 2014.", Relation.IN, False),
            ("He fell on Tuesday.", Relation.ON, False),
            ("He fell at the end of June.", Relation.IN, False),
            ("allied since 2014", Relation.SINCE, False),
            ("allied until 2014", Relation.UNTIL, False),
            ("allied by 2014", Relation.BY, False),
            ("allied before 2014", Relation.BEFORE, False),
            ("allied after 2014", Relation.AFTER, False),
            ("allied from 2012 to 2014", Relation.BETWEEN, False),
            ("allied from 2012", Relation.FROM, False),
            ("allied over the past year", Relation.OVER, False),
            ("allied for two years", Relation.FOR, False),
            ("allied as of 3 May 2014", Relation.AS_OF, False),
            ("after the May 20 raid", Relation.ON, True),
            ("held since December's raid", Relation.IN, True),
            ("until his 2014 oath", Relation.IN, True),
        ],
    )
    def test_how_it_stands_to_the_date(self, text: str, relation: Relation, attributive: bool) -> None:
        (phrase,) = find_dates(text)
        assert (phrase.relation, phrase.attributive) == (relation, attributive)


WIKINEWS = Path(__file__).parents[2] / "../shared/data/wikinews"

WORDS = """
    on in the of since until from to between and before after by early late mid last next this that same following two
    three a few several days weeks months years week month year day ago later earlier half first second end March May
    October Jan. Tuesday Friday 3 14th 20 1990s 2014 '92 1990-91 2014-10-14 summer winter yesterday today for over past
    around Ramadan Christmas rebels , . ( ) – - weekend then quarter time
"""
prose = st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join)
days = st.dates(date(1990, 1, 1), date(2030, 12, 31))


class TestLaws:
    @given(prose, days, days)
    def test_any_words_give_phrases_in_order_and_edtf_or_nothing(
        self, text: str, reference: date, anchor: date
    ) -> None:
        end = 0
        for phrase in find_dates(text):
            assert end <= phrase.span[0] <= phrase.core[0] < phrase.core[1] <= phrase.span[1]
            assert text[slice(*phrase.span)] == phrase.text
            end = phrase.span[1]
            resolved = resolve(phrase, reference=reference.isoformat(), anchor=anchor.isoformat())
            if resolved.edtf:
                assert str(parse(resolved.edtf)) == resolved.edtf
            assert resolved.reckoned_from in ("", reference.isoformat(), anchor.isoformat())
            assert resolved.rule

    @given(prose)
    def test_without_a_date_to_lean_on_only_what_says_all_resolves(self, text: str) -> None:
        for phrase in find_dates(text):
            if resolve(phrase).edtf:
                assert phrase.kind == "absolute"

    @given(prose)
    def test_what_says_all_is_the_same_whatever_else_is_known(self, text: str) -> None:
        for phrase in find_dates(text):
            if phrase.kind == "absolute":
                known = resolve(phrase, reference="2015-02-03", anchor="1999-07")
                assert (known.edtf, known.reckoned_from) == (resolve(phrase).edtf, "")

    @given(
        days,
        st.sampled_from(
            ["on Tuesday", "yesterday", "last week", "in March", "last month", "last summer", "three years ago"]
        ),
    )
    def test_words_of_the_past_never_begin_after_the_day_of_publication(self, reference: date, words: str) -> None:
        found = parse(resolve(find_dates(words)[0], reference=reference.isoformat()).edtf)
        assert found.start_earliest is not None
        assert found.start_earliest <= reference

    @given(days, st.integers(2, 99), st.sampled_from(["day", "month", "year"]))
    def test_later_and_earlier_by_as_much_are_inverse_at_their_own_precision(
        self, day: date, count: int, unit: str
    ) -> None:
        cut = {"day": 10, "month": 7, "year": 4}[unit]
        start = day.isoformat()[:cut]
        later = resolve(find_dates(f"{count} {unit}s later")[0], anchor=start).edtf
        assert resolve(find_dates(f"{count} {unit}s earlier")[0], anchor=later).edtf == start

    @given(days, st.sampled_from(["today", "yesterday", "on Friday", "ten days ago", "two weeks ago"]))
    def test_a_coarser_day_of_publication_gives_a_span_that_holds_the_finer_answer(self, day: date, words: str) -> None:
        phrase = find_dates(words)[0]
        fine = parse(resolve(phrase, reference=day.isoformat()).edtf)
        coarse = parse(resolve(phrase, reference=day.isoformat()[:7]).edtf)
        assert coarse.may_overlap(fine)

    @given(st.text(max_size=200))
    def test_any_text_at_all_is_borne(self, text: str) -> None:
        for phrase in find_dates(text):
            resolve(phrase, reference="2015-02-03", anchor="2014")
        document_date(text)

    def test_white_space_does_not_make_it_slow_or_break_a_phrase_in_two(self) -> None:
        assert [phrase.text for phrase in find_dates("On 14\nOctober\n2014 and" + " " * 100_000 + "on Tuesday")] == [
            "On 14\nOctober\n2014",
            "on Tuesday",
        ]


class TestDocumentDate:
    @pytest.mark.parametrize(
        ("head", "said"),
        [
            (
                "The valley does not sleep\n\nORSINO, 16 May 2004 — Nobody here trusts the truce.",
                "2004-05-16",
            ),
            (
                "HERAT, Afghanistan (Jan. 25, 2013)\nA patrol held two men yesterday.",
                "2013-01-25",
            ),
            ("Evening Bulletin May 31, 2011\n\nTwo men were detained.", "2011-05-31"),
            ("Evening Bulletin, May 31,2011\n\nTwo men were detained.", "2011-05-31"),
            ("The oath, again\nPosted 28 September 2021\n\nHe spoke on Sunday.", "2021-09-28"),
            ("The oath, again\nPublished: Tue, 28 Sep 2021 at 10:15 GMT\n", "2021-09-28"),
            ("Thursday, January 24, 2019 \n\nThe bridge was blown up on Monday.", "2019-01-24"),
            ("Notes on a split\n20 May 2019\n\nHere is the sequel.", "2019-05-20"),
            ("Notes on a split\nBy Ana Ruiz | May 20, 2019\n\nHere is the sequel.", "2019-05-20"),
            ("Notes on a split\n2019-05-20\n\nHere is the sequel.", "2019-05-20"),
            ("HEARD ON THE AIR, 3 MARCH 2008\n\n1. The Voice of the Coast", "2008-03-03"),
            ("Monthly bulletin, March 2008\n\nThe front lost men.", "2008-03"),
            ("DORUMA, March 14 (North Wire) - A clerk of the army has fled.", ""),
            ("PALISA, Nov 15: The league's treasurer gave himself up in 2014.", ""),
            ("HERAT, Afghanistan (Dec. 12) - A man was held.", ""),
            ("2010-12-CA-031\n\nHERAT, Afghanistan (Dec. 12) - A man was held.", "2010-12-12"),
            (
                "Joint Staff\u20282011-3-S-014\u2028\u2028HERAT, Afghanistan (March 4)\u2028A man was held.",
                "2011-03-04",
            ),
            ("2011-01-S-002\nFor release\nHERAT, Afghanistan (Dec. 31) - A man was held.", "2010-12-31"),
            ("2011-06-S-002\nFor release\nHERAT, Afghanistan (Dec. 31) - A man was held.", "2011-06"),
            ("July 6: Operations in Herat\n2010-07-CA-028\nA man was held on Saturday.", "2010-07-06"),
            ("Staff 2010-07-CA-028 For release\nA man was held on Saturday.", "2010-07"),
            ("Communique\nFor immediate release: May 20, 2019\n\nTwo men gave up.", "2019-05-20"),
            ("A clerk goes over (20 May 2019)\n\nHere is the sequel.", "2019-05-20"),
            ("20 May 2019 | North\nA clerk goes over\n\nHere is the sequel.", "2019-05-20"),
            ("15 Ramadan 1440 / 20 May 2019\n\nTo the people of the valley.", "2019-05-20"),
            ("The League (founded 9 August 1987) fell apart.", ""),
            ("Omar Haddu (3 May 1974 - 11 October 2009) was a clerk.", ""),
            ("A law of 2010-07 and part 2010-07-A of it were quoted.", ""),
            ("It was formed on 9 August 1987 by two teachers.", ""),
            ("The group, which was formed on\n9 August 1987 by two teachers, fell apart.", ""),
            ("He was killed in the north, they said, on\nthe morning of 9 August 1987\nby a mine.", ""),
            ("ORSINO, 31 February 2004 — no such day.", ""),
            ("", ""),
        ],
    )
    def test_it_is_read_from_the_head_and_no_year_is_guessed(self, head: str, said: str) -> None:
        assert document_date(head) == said

    def test_a_date_far_down_is_not_the_documents(self) -> None:
        assert (
            document_date("The group is old.\n" * 40 + "ORSINO, 16 May 2004 — Nobody knows.\n" + "It is so. " * 20)
            == ""
        )

    def test_a_communique_may_be_dated_at_its_foot(self) -> None:
        assert (
            document_date("A statement\n" + "To the people of the valley.\n" * 20 + "\n6 February 2011\n")
            == "2011-02-06"
        )

    def test_a_signature_may_stand_behind_the_date_at_the_foot(self) -> None:
        body = "A statement\n" + "To the people of the valley.\n" * 20
        assert document_date(body + "\nOrsino, 6 February 2011.\nThe Command\n") == "2011-02-06"
        assert document_date(body + "\n6 February 2011.\nThe Command has nothing more to say today.\n") == ""

    @pytest.mark.skipif(not WIKINEWS.is_dir(), reason="the shared news articles are not beside the project")
    def test_a_date_that_is_read_from_a_news_article_is_its_date(self) -> None:
        read = right = 0
        for path in sorted(WIKINEWS.glob("*.csv")):
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    found = document_date(row["text"])
                    read += bool(found)
                    right += found == row["date"]
        assert read == right
        assert right > 100
