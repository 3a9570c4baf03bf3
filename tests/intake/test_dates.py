import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.errors import BadDate
from allegiance.intake.dates import date_in_address, publication_date


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://x.org/2021/03/14/colonel-defects", "2021-03-14"),
        ("https://x.org/2021/3/4/", "2021-03-04"),
        ("https://x.org/news/2021-03-14-colonel", "2021-03-14"),
        ("https://x.org/2021/03/14", "2021-03-14"),
        ("https://x.org/2021/03/colonel", "2021-03"),
        ("https://x.org/2021/13/14/", ""),
        ("https://x.org/2021/02/31/", ""),
        ("https://x.org/20210314/", ""),
        ("https://x.org/a/12021/03/14/", ""),
        ("https://x.org/2021/colonel", ""),
        ("https://x.org/2021/03", ""),
        ("", ""),
    ],
)
def test_an_address_dates_a_text_only_by_a_whole_day_or_month(url: str, date: str) -> None:
    assert date_in_address(url) == date


@given(st.dates())
def test_a_day_is_kept_and_its_time_cut(day: object) -> None:
    assert publication_date(str(day)) == str(day)
    assert publication_date(f"{day} 23:59:59 +0500") == str(day)
    assert publication_date(f"{day}T00:00:00Z") == str(day)


@given(st.text(max_size=80))
def test_what_is_taken_for_a_date_is_taken_for_the_same_date_again(text: str) -> None:
    try:
        date = publication_date(text)
    except BadDate:
        return
    assert publication_date(date) == date
