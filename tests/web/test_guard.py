"""Whose requests are answered, and what a browser is forbidden."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from allegiance.ledger import Ledger
from allegiance.web.guard import is_local_path
from web.pages import HERE, HOST, Page, browser, form_token


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8642", "127.0.0.1", "127.0.0.1:8643", "", f"{HOST}."])
def test_only_our_own_names_are_answered_to(at: TestClient, host: str) -> None:
    answer = at.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert HOST in answer.text


def test_every_answer_forbids_scripts_but_our_own_files_frames_and_other_hosts(at: TestClient) -> None:
    for address in ("/", "/nowhere", "/static/site.css", "/actor/act-00000000", "/search?q=x"):
        headers = at.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src" not in policy or "script-src 'self'; connect-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert "form-action 'self'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"


def test_a_page_of_another_site_may_lead_here_but_not_load_from_here(at: TestClient) -> None:
    elsewhere = {"sec-fetch-site": "cross-site"}
    followed = {**elsewhere, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    framed = {**elsewhere, "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}
    loaded = {**elsewhere, "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script"}
    beside = {"sec-fetch-site": "same-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty"}
    assert at.get("/", headers=followed).status_code == 200
    assert [at.get("/", headers=each).status_code for each in (framed, loaded, beside)] == [403, 403, 403]


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "http://127.0.0.1:8643", f"ftp://{HOST}"])
def test_a_change_is_taken_only_from_a_page_of_this_site(at: TestClient, origin: str | None) -> None:
    token = form_token(at.get("/review").text)
    form = {"act": "same", "one": "act-1", "other": "act-2", "why": "x", "form_token": token}
    answer = at.post("/review", data=form, headers={"origin": origin} if origin is not None else {})
    assert answer.status_code == 403


def test_other_methods_long_addresses_and_large_forms_are_refused(at: TestClient) -> None:
    assert at.put("/").status_code == 405
    assert at.delete("/review", headers={"origin": HERE}).status_code == 405
    assert at.get("/search", params={"q": "x" * 5000}).status_code == 414
    large = at.post("/review", content=b"x" * 70_000, headers={"origin": HERE})
    assert large.status_code == 413
    unsized = at.post("/review", content=iter([b"x"]), headers={"origin": HERE})
    assert unsized.status_code == 411


def test_a_token_is_asked_for_before_anything_is_shown(ledger: Ledger) -> None:
    at = browser(ledger, token="pepper")
    for address in ("/", "/search?q=Bedri", "/reports", "/review", "/nowhere"):
        answer = at.get(address, follow_redirects=False)
        assert (answer.status_code, answer.text) == (303, "")
        assert answer.headers["location"].startswith("/enter")
    assert at.post("/review", data={}, headers={"origin": HERE}, follow_redirects=False).status_code == 303
    wrong = at.post("/enter", data={"token": "salt"}, headers={"origin": HERE})
    assert wrong.status_code == 403
    assert "not the token" in wrong.text
    entered = at.post("/enter", data={"token": "pepper", "after": "/search?q=Bedri"}, headers={"origin": HERE})
    assert entered.status_code == 200
    assert "Zakaria Bedri" in entered.text


def test_the_session_is_for_this_site_and_for_no_script(ledger: Ledger) -> None:
    at = browser(ledger, token="pepper")
    cookie = at.post("/enter", data={"token": "pepper"}, headers={"origin": HERE}, follow_redirects=False).headers
    assert "HttpOnly" in cookie["set-cookie"]
    assert "samesite=lax" in cookie["set-cookie"].lower()


@pytest.mark.parametrize("forged", ["", "x", "x.1.y", "..", "é.1.é", "a" * 5000])
def test_a_forged_session_does_not_enter(ledger: Ledger, forged: str) -> None:
    at = browser(ledger, token="pepper")
    sent = {b"cookie": f"allegiance_session={forged}".encode()}
    assert at.get("/", headers=sent, follow_redirects=False).status_code == 303


def test_a_session_without_the_token_is_not_one_with_it(ledger: Ledger) -> None:
    plain, guarded = browser(ledger), browser(ledger, token="pepper")
    plain.get("/review")
    guarded.cookies.update(plain.cookies)
    assert guarded.get("/", follow_redirects=False).status_code == 303


@pytest.mark.parametrize(
    "after", ["//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil", "/a\r\nb: c"]
)
def test_the_entrance_leads_nowhere_else(ledger: Ledger, after: str) -> None:
    at = browser(ledger, token="pepper")
    form = {"token": "pepper", "after": after}
    answer = at.post("/enter", data=form, headers={"origin": HERE}, follow_redirects=False)
    assert answer.headers["location"] == "/"
    assert not is_local_path(after)


def _feed_of(page: str) -> str:
    return next(link["href"] for link in Page(page).all("link") if link["rel"] == "alternate")


def test_the_address_of_a_feed_opens_that_feed_to_whoever_has_no_cookie_and_nothing_else(ledger: Ledger) -> None:
    inside, reader = browser(ledger, token="pepper"), browser(ledger, token="pepper")
    inside.post("/enter", data={"token": "pepper"}, headers={"origin": HERE})
    feed = _feed_of(inside.get("/changes?actor=Ansar+al-Wadi").text)
    assert "pepper" not in feed
    assert reader.get(feed).headers["content-type"] == "application/atom+xml"
    key = feed.partition("key=")[2]
    for other in (
        "/changes.atom",
        "/changes.atom?key=",
        f"/changes.atom?key={key}",
        f"/changes.atom?actor=Bedri&key={key}",
        f"{feed}&actor=Bedri",
        feed.replace("/changes.atom", "/changes"),
        f"/?key={key}",
    ):
        assert reader.get(other, follow_redirects=False).status_code == 303, other
    assert browser(ledger, token="salt").get(feed, follow_redirects=False).status_code == 303
    assert "key=" not in _feed_of(browser(ledger).get("/changes").text)
