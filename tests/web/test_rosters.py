"""A roster marks how it differs from the day before, from another day, and between two knowings."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from allegiance import pipeline
from allegiance.ledger import Ledger
from allegiance.model import Kind
from allegiance.web.links import Links
from web.pages import Page


def _shown(at: TestClient, ledger: Ledger, **asked: str) -> str:
    group = pipeline.actors_named(ledger.view(), "Ansar al-Wadi", Kind.GROUP)[0]
    given = at.get(Links().page("roster", group.id, **asked))
    assert given.status_code == 200
    return " ".join(Page(given.text).text.split())


def test_a_day_is_compared_with_the_day_before(at: TestClient, ledger: Ledger) -> None:
    assert "Compared with 2016-03-31: the same." in _shown(at, ledger, on="2016-04-01")


def test_a_roster_is_compared_with_a_day_that_is_chosen(at: TestClient, ledger: Ledger) -> None:
    text = _shown(at, ledger, on="2018-06-22", than_on="2016-04-01")
    assert "Compared with 2016-04-01:" in text
    assert "arrived" in text
    assert "Gone since" in text


def test_a_roster_is_compared_with_what_was_known_otherwise(at: TestClient, ledger: Ledger) -> None:
    text = _shown(at, ledger, on="2016-04-01", than_published_by="2015-12-31")
    assert "Compared with what reports had told by 2015-12-31:" in text
    assert "firmer" in text
    back = _shown(at, ledger, on="2016-04-01", published_by="2015-12-31", than_recorded_by="2100-01-01")
    assert "Compared with what this ledger held at 2100-01-01:" in back


def test_a_month_is_compared_only_where_that_is_asked(at: TestClient, ledger: Ledger) -> None:
    assert "Compared with" not in _shown(at, ledger, on="2016-04")
    assert "Compared with 2015:" in _shown(at, ledger, on="2016-04", than_on="2015")


@pytest.mark.parametrize("wrong", [{"than_on": "never"}, {"than_recorded_by": "x"}, {"than_published_by": "\u202e"}])
def test_a_comparison_with_no_date_is_refused(at: TestClient, ledger: Ledger, wrong: dict[str, str]) -> None:
    group = pipeline.actors_named(ledger.view(), "Ansar al-Wadi", Kind.GROUP)[0]
    assert at.get(Links().page("roster", group.id, on="2016-04-01", **wrong)).status_code == 400
