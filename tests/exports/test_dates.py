"""EDTF as it is said to whoever has never met it."""

from __future__ import annotations

import pytest

from allegiance.exports.dates import bound, dated, held


@pytest.mark.parametrize(
    ("edtf", "then", "began"),
    [
        ("2014-10-14", "2014-10-14", "2014-10-14"),
        ("2015-01~", "about 2015-01", "about 2015-01"),
        ("2015?", "2015, perhaps", "2015, perhaps"),
        ("2015%", "about 2015, perhaps", "about 2015, perhaps"),
        ("../2014-10-15", "up to 2014-10-15", "by 2014-10-15"),
        ("2012-08/..", "from 2012-08 on", "in or after 2012-08"),
        ("2012-08/2014-10", "2012-08 to 2014-10", "between 2012-08 and 2014-10"),
        ("by 2016-05-10", "by 2016-05-10", "by 2016-05-10"),
        ("", "", ""),
    ],
)
def test_a_date_is_said_as_what_was_then_and_as_what_began_or_ended_then(edtf: str, then: str, began: str) -> None:
    assert (dated(edtf), bound(edtf)) == (then, began)


def test_a_span_is_told_by_its_two_ends_also_where_one_is_not_known() -> None:
    assert held("../2014", "2015/2016") == ("began by 2014", "ended between 2015 and 2016")
    assert held("", "") == ("beginning not told", "no end told")
