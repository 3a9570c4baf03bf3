"""A review by forms: each decision is a judgement with its author and its reason, and can be taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from allegiance.ledger import Ledger, open_ledger
from web.pages import HERE, Page, browser, form_token

ORIGIN = {"origin": HERE}


@pytest.fixture
def own(example: Path, tmp_path: Path) -> Iterator[Ledger]:
    """The example, to be decided about."""
    shutil.copy(example, tmp_path / "own.db")
    with open_ledger(str(tmp_path / "own.db"), create=False) as opened:
        yield opened


def _first_pair(page: Page) -> dict[str, str]:
    given = {field["name"]: field["value"] for field in reversed(page.all("input")) if field.get("type") == "hidden"}
    return {key: given[key] for key in ("one", "other", "form_token")}


def test_a_pair_is_decided_and_taken_back(own: Ledger) -> None:
    at = browser(own)
    before = Page(at.get("/review").text)
    form = {**_first_pair(before), "act": "different", "why": "one is a driver"}
    decided = Page(at.post("/review", data=form, headers=ORIGIN).text)
    (judgement,) = own.judgements()
    assert (judgement.act, judgement.by, judgement.why) == ("different", "a tester", "one is a driver")
    assert set(judgement.subjects) == {form["one"], form["other"]}
    assert "Recorded: different" in decided.text
    back = {"decision": judgement.id, "why": "read again", "form_token": form["form_token"]}
    undone = Page(at.post("/review/undo", data=back, headers=ORIGIN).text)
    assert [j.act for j in own.judgements()] == ["different", "undo"]
    assert "taken back" in undone.text


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_form_without_the_sessions_own_token_changes_nothing(own: Ledger, token: str) -> None:
    at = browser(own)
    form = {**_first_pair(Page(at.get("/review").text)), "act": "same", "why": "x", "form_token": token}
    assert at.post("/review", data=form, headers=ORIGIN).status_code == 403
    assert list(own.judgements()) == []


def test_a_token_of_another_session_changes_nothing(own: Ledger) -> None:
    one, other = browser(own), browser(own)
    form = {**_first_pair(Page(one.get("/review").text)), "act": "same", "why": "x"}
    other.get("/review")
    assert other.post("/review", data=form, headers=ORIGIN).status_code == 403
    assert TestClient(one.app, base_url=HERE).post("/review", data=form, headers=ORIGIN).status_code == 403
    assert list(own.judgements()) == []


def test_a_claim_is_rejected_where_it_stands_and_counts_no_more_until_that_is_taken_back(own: Ledger) -> None:
    at = browser(own)
    claim = next(iter(own.view().claims(types=["pledge"]))).claim.id
    address = f"/claim/{claim}"
    token = form_token(at.get(address).text)
    refused = at.post(address, data={"act": "reject", "why": "x", "form_token": "0"}, headers=ORIGIN)
    assert (refused.status_code, list(own.judgements())) == (403, [])
    done = at.post(address, data={"act": "reject", "why": "of his brother", "form_token": token}, headers=ORIGIN)
    assert "Recorded: reject" in Page(done.text).text
    assert at.get(address).status_code == 404
    (judgement,) = own.judgements()
    back = {"decision": judgement.id, "why": "read again", "form_token": token}
    assert at.post("/review/undo", data=back, headers=ORIGIN).status_code == 200
    accepted = at.post(address, data={"act": "accept", "why": "read", "form_token": token}, headers=ORIGIN)
    assert accepted.status_code == 200
    assert "accepted by a tester" in Page(at.get(address).text).text


def test_reading_changes_nothing(own: Ledger) -> None:
    at = browser(own)
    form = _first_pair(Page(at.get("/review").text))
    assert at.get("/review", params={**form, "act": "same", "why": "x"}).status_code == 400
    assert list(own.judgements()) == []


def test_only_the_two_decisions_of_the_page_are_taken_and_never_about_one_and_the_same(own: Ledger) -> None:
    at = browser(own)
    form = {**_first_pair(Page(at.get("/review").text)), "why": "x"}
    assert at.post("/review", data={**form, "act": "minor"}, headers=ORIGIN).status_code == 403
    assert at.post("/review", data={**form, "act": "same", "other": form["one"]}, headers=ORIGIN).status_code == 403
    assert at.post("/review", data={**form, "act": "same", "other": "act-ffffffff"}, headers=ORIGIN).status_code == 404
    assert list(own.judgements()) == []


def test_a_form_token_is_there(own: Ledger) -> None:
    assert len(form_token(browser(own).get("/review").text)) == 64
