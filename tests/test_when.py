"""Laws of time, and the forms that are read and refused."""

from __future__ import annotations

from datetime import date, timedelta

import edtf
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from allegiance.errors import BadDate
from allegiance.when import Edge, Point, Precision, When, acled, on, parse, spanning, ucdp

days = st.dates(min_value=date(1700, 1, 1), max_value=date(2200, 12, 31))
any_days = st.dates()
marks = st.sampled_from(["", "", "", "~", "?", "%"])


@st.composite
def points(draw: st.DrawFn, over: st.SearchStrategy[date] = any_days) -> Point:
    day = draw(over)
    fineness = draw(st.integers(1, 3))
    return Point(day.year, day.month if fineness > 1 else 0, day.day if fineness > 2 else 0, draw(marks))


@st.composite
def whens(draw: st.DrawFn, over: st.SearchStrategy[date] = any_days) -> When:
    shape = draw(st.sampled_from(["single", "single", "interval", "interval", "from", "to", "ever"]))
    point = draw(points(over))
    edge = draw(st.sampled_from(Edge))
    if shape == "single":
        return When(point, point)
    if shape == "from":
        return When(point, edge)
    if shape == "to":
        return When(edge, point)
    if shape == "ever":
        return When(Edge.OPEN, Edge.OPEN)
    other = draw(points(over))
    first, last = sorted((point, other), key=lambda p: (p.earliest, p.latest))
    assume(first.earliest <= last.latest)
    return When(first, last)


near = whens(st.dates(min_value=date(2012, 11, 1), max_value=date(2014, 2, 28)))


def inside(day: date, when: When) -> bool:
    return not (when.start_earliest and day < when.start_earliest) and not (when.end_latest and when.end_latest < day)


def readings(when: When) -> list[tuple[date, date]]:
    """The extreme ways in which a span can have gone: a start and an end within its bounds, the end not before."""
    starts = (when.start_earliest or date.min, when.start_latest or date.max)
    ends = (when.end_earliest or date.min, when.end_latest or date.max)
    return [(start, max(start, end)) for start in starts for end in ends]


class TestForms:
    @pytest.mark.parametrize(
        ("text", "canonical", "bounds"),
        [
            ("2014-10-14", "2014-10-14", "2014-10-14 2014-10-14 2014-10-14 2014-10-14"),
            ("2014-10", "2014-10", "2014-10-01 2014-10-31 2014-10-01 2014-10-31"),
            ("2012-02", "2012-02", "2012-02-01 2012-02-29 2012-02-01 2012-02-29"),
            ("2014", "2014", "2014-01-01 2014-12-31 2014-01-01 2014-12-31"),
            ("2015-01~", "2015-01~", "2014-12-17 2015-02-15 2014-12-17 2015-02-15"),
            ("2015-01%", "2015-01%", "2014-12-17 2015-02-15 2014-12-17 2015-02-15"),
            ("2015-01?", "2015-01?", "2015-01-01 2015-01-31 2015-01-01 2015-01-31"),
            ("2015-01-20~", "2015-01-20~", "2015-01-17 2015-01-23 2015-01-17 2015-01-23"),
            ("2005~", "2005~", "2004-07-01 2006-06-30 2004-07-01 2006-06-30"),
            ("0001~", "0001~", "0001-01-01 0002-06-30 0001-01-01 0002-06-30"),
            ("9999~", "9999~", "9998-07-01 9999-12-31 9998-07-01 9999-12-31"),
            ("0001-01-01~", "0001-01-01~", "0001-01-01 0001-01-04 0001-01-01 0001-01-04"),
            ("9999-12~", "9999-12~", "9999-11-16 9999-12-31 9999-11-16 9999-12-31"),
            ("2012-08/2014-10", "2012-08/2014-10", "2012-08-01 2012-08-31 2014-10-01 2014-10-31"),
            ("2014-10/2014", "2014-10/2014", "2014-10-01 2014-10-31 2014-10-01 2014-12-31"),
            ("2014/2014-10", "2014/2014-10", "2014-01-01 2014-10-31 2014-10-01 2014-10-31"),
            ("../2013", "../2013", "None 2013-12-31 2013-01-01 2013-12-31"),
            ("/2013", "/2013", "None 2013-12-31 2013-01-01 2013-12-31"),
            ("2012-08/..", "2012-08/..", "2012-08-01 2012-08-31 2012-08-01 None"),
            ("2012-08/", "2012-08/", "2012-08-01 2012-08-31 2012-08-01 None"),
            ("1994~/2021-11", "1994~/2021-11", "1993-07-01 1995-06-30 2021-11-01 2021-11-30"),
            ("../..", "../..", "None None None None"),
            ("2014/2014", "2014", "2014-01-01 2014-12-31 2014-01-01 2014-12-31"),
            ("2014-10-00", "2014-10", "2014-10-01 2014-10-31 2014-10-01 2014-10-31"),
            ("2014-00-00", "2014", "2014-01-01 2014-12-31 2014-01-01 2014-12-31"),
            ("2014-10-XX", "2014-10", "2014-10-01 2014-10-31 2014-10-01 2014-10-31"),
            ("2014-XX-XX", "2014", "2014-01-01 2014-12-31 2014-01-01 2014-12-31"),
            (" 2014-10 \n", "2014-10", "2014-10-01 2014-10-31 2014-10-01 2014-10-31"),
            ("2014-10-14T23:59:59Z", "2014-10-14", "2014-10-14 2014-10-14 2014-10-14 2014-10-14"),
            ("2014-10-14T23:59:59.123456+04:30", "2014-10-14", "2014-10-14 2014-10-14 2014-10-14 2014-10-14"),
            ("2014-10-14 12:00", "2014-10-14", "2014-10-14 2014-10-14 2014-10-14 2014-10-14"),
            ("2014-21", "2014", "2014-01-01 2014-12-31 2014-01-01 2014-12-31"),
            ("2014-24", "2014~", "2013-07-01 2015-06-30 2013-07-01 2015-06-30"),
            ("2014-10-14T2359", "2014-10-14", "2014-10-14 2014-10-14 2014-10-14 2014-10-14"),
            ("2014-10-14T23:59/2014-11", "2014-10-14/2014-11", "2014-10-14 2014-10-14 2014-11-01 2014-11-30"),
        ],
    )
    def test_what_is_read_is_printed_in_one_form_with_four_bounds(self, text: str, canonical: str, bounds: str) -> None:
        when = parse(text)
        assert str(when) == canonical
        assert " ".join(str(bound) for bound in when.bounds) == bounds

    @pytest.mark.parametrize(
        "text",
        [
            "", " ", "/", "../", "/..", "..", "2014/2015/2016", "14", "201", "20145", "2014-1", "2014-10-1", "0000",
            "2014-13", "2014-02-30", "2015-02-29", "2014-00-12", "2014-XX-12", "2014-25", "201X", "20XX", "XXXX-10",
            "-0200", "Y12000", "2015/2014", "2015-02-02/2015-02-01", "2014-10~~", "~2014", "2014-10-14T",
            "2014-10T12:00", "2014T12:00", "2014-10 12:00", "2014-10-14T12:00~", "20141014", "[2014,2015]",
            "October 2014", "２０１４", "2014-10-14\x00", "..-2014", "2014..2015", "2014-10-",
            "9" * 10_000, "/" * 10_000,
        ],
    )  # fmt: skip
    def test_what_is_no_edtf_is_refused_with_a_hint_and_a_short_message(self, text: str) -> None:
        with pytest.raises(BadDate) as caught:
            parse(text)
        assert caught.value.hint
        assert len(str(caught.value)) < 200

    @given(st.text(alphabet="0123456789-~?%/.XTZ: ", max_size=30))
    def test_any_text_is_read_or_refused_and_never_breaks(self, text: str) -> None:
        try:
            when = parse(text)
        except BadDate:
            return
        assert parse(str(when)) == when

    def test_a_mark_that_is_none_is_refused(self) -> None:
        with pytest.raises(BadDate, match="no mark"):
            Point(2014, mark="!")

    def test_precision_is_that_of_the_coarser_date(self) -> None:
        assert [parse(text).precision for text in ("2014-10-14", "2014-10", "2014", "2014-10/2015", "../..")] == [
            Precision.DAY,
            Precision.MONTH,
            Precision.YEAR,
            Precision.YEAR,
            Precision.NONE,
        ]

    def test_marks_are_told_apart(self) -> None:
        told = {text: (parse(text).approximate, parse(text).uncertain) for text in ("2014", "2014~", "2014?", "2014%")}
        assert told == {"2014": (False, False), "2014~": (True, False), "2014?": (False, True), "2014%": (True, True)}


class TestComparing:
    @pytest.mark.parametrize(
        ("one", "other", "said"),
        [
            ("2013", "2014", "before"),
            ("2014", "2013-12-31", "after"),
            ("2014", "2013~", "may"),
            ("2014-10", "2014-10", "may"),
            ("2014-10-14", "2014-10-14", "must"),
            ("2014-10-14?", "2014-10-14", "may"),
            ("2012/2014", "2013", "must"),
            ("2012/2014", "2012", "may"),
            ("2012/2014", "2012/2013", "must"),
            ("2012/2013", "2013/2014", "may"),
            ("2012-08/..", "2014", "may"),
            ("../2013", "2012", "may"),
            ("../2013", "2014", "before"),
            ("../..", "2014", "may"),
            ("2012-08-05/..", "../2013-01-01", "may"),
        ],
    )
    def test_before_after_may_and_must(self, one: str, other: str, said: str) -> None:
        a, b = parse(one), parse(other)
        answers = {
            "before": a.before(b),
            "after": a.after(b),
            "must": a.must_overlap(b),
            "may": a.may_overlap(b) and not a.must_overlap(b),
        }
        assert [word for word, so in answers.items() if so] == [said]

    @pytest.mark.parametrize(
        ("one", "other", "both"),
        [
            ("2014", "../2014-06-12", "2014-01-01/2014-06-12"),
            ("2014-10", "2014", "2014-10"),
            ("2014", "2014-10", "2014-10"),
            ("2012/2014", "2013/2016", "2013/2014"),
            ("2013-03/..", "../2013-05", "2013-03/2013-05"),
            ("2013-03/..", "../2013", "2013-03/2013-12"),
            ("2013", "2014", None),
            ("2014-10~", "2014-10", "2014-10"),
            ("../..", "2014", "2014"),
            ("../2013", "../2012", "../2012"),
        ],
    )
    def test_narrowing_keeps_what_both_allow(self, one: str, other: str, both: str | None) -> None:
        found = parse(one).narrow(parse(other))
        assert (str(found) if found else None) == both

    @pytest.mark.parametrize(
        ("one", "other", "hull"),
        [
            ("2014-10", "2014-12", "2014-10/2014-12"),
            ("2014-10-14", "2014-10", "2014-10"),
            ("2013", "2014", "2013/2014"),
            ("2013", "2015/..", "2013-01-01/.."),
            ("../2013", "2015/..", "../.."),
        ],
    )
    def test_widening_takes_in_both(self, one: str, other: str, hull: str) -> None:
        assert str(parse(one).widen(parse(other))) == hull

    def test_order_is_by_earliest_day_then_latest(self) -> None:
        texts = ["2014-10-14", "../2013", "2014", "2012/..", "2014-10", "2012"]
        assert sorted(texts, key=lambda text: parse(text).order_key) == [
            "2012",
            "2012/..",
            "../2013",
            "2014",
            "2014-10",
            "2014-10-14",
        ]

    def test_days_are_written_in_their_shortest_form(self) -> None:
        assert str(spanning(date(2014, 10, 1), date(2014, 10, 31))) == "2014-10"
        assert str(spanning(date(2013, 1, 1), date(2014, 12, 31))) == "2013/2014"
        assert str(spanning(date(2014, 6, 1), date(2014, 8, 31))) == "2014-06/2014-08"
        assert str(spanning(date(2014, 6, 2), date(2014, 8, 31))) == "2014-06-02/2014-08-31"
        assert str(spanning(None, date(2014, 8, 31))) == "../2014-08-31"
        assert str(on(date(2014, 8, 31))) == "2014-08-31"
        with pytest.raises(BadDate, match="ends before it starts"):
            spanning(date(2014, 2, 1), date(2014, 1, 1))


class TestLaws:
    @given(whens())
    def test_printing_and_parsing_are_inverse(self, when: When) -> None:
        assert parse(str(when)) == when

    @given(whens(days))
    def test_the_edtf_package_accepts_what_we_print_and_prints_it_so(self, when: When) -> None:
        text = str(when)
        assert str(edtf.parse_edtf(text)) == text

    @given(whens())
    def test_bounds_run_in_order(self, when: When) -> None:
        start_earliest, start_latest, end_earliest, end_latest = when.bounds
        if start_earliest and start_latest:
            assert start_earliest <= start_latest
        if end_earliest and end_latest:
            assert end_earliest <= end_latest
        if start_earliest and end_earliest:
            assert start_earliest <= end_earliest
        if start_latest and end_latest:
            assert start_latest <= end_latest

    @given(near, near)
    def test_overlap_goes_both_ways_and_before_mirrors_after(self, a: When, b: When) -> None:
        assert a.may_overlap(b) == b.may_overlap(a)
        assert a.must_overlap(b) == b.must_overlap(a)
        assert a.before(b) == b.after(a)
        assert not (a.before(b) and b.before(a))

    @given(near, near)
    def test_two_are_apart_or_may_meet_and_what_must_may(self, a: When, b: When) -> None:
        assert [a.before(b), a.after(b), a.may_overlap(b)].count(True) == 1
        assert not a.must_overlap(b) or a.may_overlap(b)

    @given(near, near)
    def test_what_must_overlap_does_so_in_every_reading_and_else_some_reading_keeps_them_apart(
        self, a: When, b: When
    ) -> None:
        apart = any(
            start > end
            for one in readings(a)
            for two in readings(b)
            for start, end in ((one[0], two[1]), (two[0], one[1]))
        )
        assert a.must_overlap(b) == (not apart and not a.uncertain and not b.uncertain)

    @given(near, near, near)
    def test_containing_is_reflexive_and_transitive(self, a: When, b: When, c: When) -> None:
        assert a.contains(a)
        assert not (a.contains(b) and b.contains(c)) or a.contains(c)

    @given(near, near)
    def test_what_is_contained_may_overlap_and_shares_no_day_with_what_is_apart(self, a: When, b: When) -> None:
        assert not a.contains(b) or a.may_overlap(b)

    @given(near, near, st.dates(min_value=date(2012, 1, 1), max_value=date(2015, 1, 1)))
    def test_narrowing_keeps_the_days_of_both_and_widening_the_days_of_either(
        self, a: When, b: When, day: date
    ) -> None:
        narrowed = a.narrow(b)
        assert (narrowed is not None and inside(day, narrowed)) == (inside(day, a) and inside(day, b))
        if inside(day, a) or inside(day, b):
            assert inside(day, a.widen(b))

    @given(near, near)
    def test_narrow_lies_in_both_and_both_lie_in_wide(self, a: When, b: When) -> None:
        narrowed, wide = a.narrow(b), a.widen(b)
        assert wide.contains(a)
        assert wide.contains(b)
        assert (narrowed is not None) == a.may_overlap(b)
        if narrowed is not None:
            assert a.contains(narrowed)
            assert b.contains(narrowed)

    @given(whens())
    def test_narrowing_and_widening_by_itself_changes_nothing(self, a: When) -> None:
        assert a.narrow(a) == a
        assert a.widen(a) == a

    @given(near, near)
    def test_what_comes_before_sorts_first(self, a: When, b: When) -> None:
        assert not a.before(b) or a.order_key < b.order_key

    @given(days, st.integers(0, 3000))
    def test_a_span_of_days_has_exactly_those_days(self, first: date, length: int) -> None:
        last = first + timedelta(days=length)
        when = spanning(first, last)
        assert (when.start_earliest, when.end_latest) == (first, last)

    @given(points())
    def test_a_mark_never_narrows(self, point: Point) -> None:
        plain = Point(point.year, point.month, point.day)
        assert When(point, point).contains(When(plain, plain))


class TestCodes:
    @pytest.mark.parametrize(
        ("precision", "said", "bounds"),
        [
            (1, "2014-10-14", ("2014-10-14", "2014-10-14")),
            (2, "2014-10-14~", ("2014-10-11", "2014-10-17")),
            (3, "2014-10", ("2014-10-01", "2014-10-31")),
        ],
    )
    def test_acled_says_beside_a_day_how_far_to_trust_it(
        self, precision: int, said: str, bounds: tuple[str, str]
    ) -> None:
        when = acled("2014-10-14", precision)
        assert (str(when), (str(when.start_earliest), str(when.end_latest))) == (said, bounds)

    @pytest.mark.parametrize(("text", "precision"), [("2014-10", 1), ("2014-10-14", 0), ("2014-10-14", 4), ("soon", 1)])
    def test_what_acled_would_not_say_is_refused(self, text: str, precision: int) -> None:
        with pytest.raises(BadDate):
            acled(text, precision)

    @pytest.mark.parametrize(
        ("start", "end", "precision", "said"),
        [
            ("2014-10-14", "2014-10-14", 1, "2014-10-14"),
            ("2014-10-14 00:00:00.000", "2014-10-14 00:00:00.000", 1, "2014-10-14"),
            ("2014-10-12", "2014-10-16", 2, "2014-10-12/2014-10-16"),
            ("2014-10-01", "2014-10-31", 4, "2014-10"),
            ("2014-01-01", "2014-12-31", 5, "2014"),
        ],
    )
    def test_ucdp_gives_the_days_between_which_it_happened(
        self, start: str, end: str, precision: int, said: str
    ) -> None:
        assert str(ucdp(start, end, precision)) == said

    @pytest.mark.parametrize(
        ("start", "end", "precision"),
        [("2014-10-14", "2014-10-12", 2), ("2014-10-14", "2014-10-15", 1), ("2014-10-14", "2014-10-15", 6)],
    )
    def test_what_ucdp_would_not_say_is_refused(self, start: str, end: str, precision: int) -> None:
        with pytest.raises(BadDate):
            ucdp(start, end, precision)

    @pytest.mark.parametrize("text", ["2014", "2014-10", "2014-10-14", "2014-10-14T12:00:00", "2014-10-14 12:00:00"])
    def test_a_prefix_of_a_date_as_followthemoney_has_it_is_a_date(self, text: str) -> None:
        assert str(parse(text)) == text[:10]

    @given(near, near)
    def test_of_two_spans_one_comes_before_the_other_or_they_may_overlap(self, a: When, b: When) -> None:
        assert sum([a.before(b), a.after(b), a.may_overlap(b)]) == 1
        assert a.may_overlap(b) or not a.must_overlap(b)
