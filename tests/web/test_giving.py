"""A claim that the reader missed is added from its report's page, and one that is misread is corrected."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from allegiance.ledger import Ledger, open_ledger
from allegiance.model import Appearance, Document, Recorded
from allegiance.web.giving import LONGEST_WORDS
from allegiance.web.links import Links
from web.pages import HERE, SCRIPT, Page, browser, form_token

ORIGIN = {"origin": HERE}
BENGALI = "রাকিব নদী ব্রিগেডে যোগ দেন। পরে সবাই চলে যান।"


@pytest.fixture
def own(example: Path, tmp_path: Path) -> Iterator[Ledger]:
    """The example, and beside it a report in a language that is not read."""
    shutil.copy(example, tmp_path / "own.db")
    with open_ledger(str(tmp_path / "own.db"), create=False) as opened:
        with opened.batch() as batch:
            document = Document(BENGALI, "bn")
            batch.add(document, Appearance(document.id, "bengali", "2016-02-01", "Nodi Khobor", retrieved="2016-02-02"))
        yield opened


def _bengali(at: TestClient) -> tuple[str, str]:
    """The address of that report, and the token of its forms."""
    address = Links().page("document", Document(BENGALI, "bn").id)
    return address, form_token(at.get(address).text)


def _choose(at: TestClient, words: str, type: str = "join", near: int = 0) -> str:
    """Choose words and a type on the page of the report; where that leads to."""
    address, token = _bengali(at)
    form = {"words": words, "type": type, "near": str(near), "form_token": token}
    told = at.post(f"{address}/words", data=form, headers=ORIGIN, follow_redirects=False)
    return told.headers.get("location", str(told.status_code))


def _join(token: str, **other: str) -> dict[str, str]:
    names = {"role_actor": "রাকিব", "kind_actor": "person", "role_to": "নদী ব্রিগেড", "kind_to": "group"}
    told = {
        "type": "join",
        "words": "রাকিব নদী ব্রিগেডে যোগ দেন।",
        "near": "0",
        "certainty": "reported",
        "when": "2016-01",
    }
    more = {"where": "নদীপুর", "sources": "একজন মুখপাত্র\r\n\r\nসেনা", "why": "read in Bengali", "form_token": token}
    return names | told | more | other


def _all(ledger: Ledger) -> list[Recorded]:
    return list(ledger.view().of_documents([Document(BENGALI, "bn").id]))


def test_a_missed_claim_is_added_in_any_language_and_taken_back(own: Ledger) -> None:
    at = browser(own)
    form_at = _choose(at, "রাকিব নদী\nব্রিগেডে যোগ দেন।")
    form = at.get(form_at)
    assert "রাকিব নদী ব্রিগেডে যোগ দেন।" in Page(form.text).text
    assert {"role_actor", "role_to", "role_from"} <= {field.get("name", "") for field in Page(form.text).all("input")}
    address, token = _bengali(at)
    added = Page(at.post(f"{address}/add", data=_join(token), headers=ORIGIN).text)
    (recorded,) = _all(own)
    claim = recorded.claim
    assert (claim.type, claim.name("actor"), claim.name("to")) == ("join", "রাকিব", "নদী ব্রিগেড")
    assert (claim.when, claim.where, claim.certainty, claim.sources) == (
        "2016-01",
        "নদীপুর",
        "reported",
        ("একজন মুখপাত্র", "সেনা"),
    )
    assert recorded.sentence == "রাকিব নদী ব্রিগেডে যোগ দেন।"
    assert recorded.reader == "person: a tester"
    assert "Recorded: add, by a tester: read in Bengali" in added.text
    assert "রাকিব is said to have joined নদী ব্রিগেড" in added.text
    (judgement,) = own.judgements()
    back = {"decision": judgement.id, "why": "no", "form_token": token, "document": claim.document}
    undone = Page(at.post("/review/undo", data=back, headers=ORIGIN).text)
    assert "Recorded: undo" in undone.text
    assert _all(own) == []


def test_the_words_that_were_pointed_at_are_chosen_among_equal_ones(own: Ledger) -> None:
    at = browser(own)
    first, last = (parse_qs(urlsplit(_choose(at, "ন", near=near)).query) for near in (0, 40))
    assert int(first["start"][0]) < 12 < int(last["start"][0])


@pytest.mark.parametrize("words", ["", "  ", "কেউ না", SCRIPT])
def test_words_that_do_not_stand_in_the_report_lead_nowhere(own: Ledger, words: str) -> None:
    assert _choose(browser(own), words) == "404"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"role_to": ""}, "a join without to"),
        ({"when": "last month"}, "last month"),
        ({"certainty": "sure"}, "certainty"),
        ({"words": "nowhere"}, "do not stand in the report"),
        ({"phase": "current"}, "cannot have a phase"),
    ],
)
def test_what_cannot_be_recorded_is_told_and_nothing_that_was_typed_is_lost(
    own: Ledger, wrong: dict[str, str], told: str
) -> None:
    at = browser(own)
    address, token = _bengali(at)
    answer = at.post(f"{address}/add", data=_join(token, **wrong), headers=ORIGIN)
    assert answer.status_code == 400
    page = Page(answer.text)
    assert told in page.text
    assert "রাকিব" in {field.get("value") for field in page.all("input")}
    assert _all(own) == []


def test_a_claim_that_is_there_already_is_not_added_again(own: Ledger) -> None:
    at = browser(own)
    address, token = _bengali(at)
    at.post(f"{address}/add", data=_join(token), headers=ORIGIN)
    again = at.post(f"{address}/add", data=_join(token), headers=ORIGIN)
    assert again.status_code == 400
    assert "says just that already" in Page(again.text).text
    assert len(_all(own)) == 1


@pytest.mark.parametrize(
    ("token", "headers", "status"),
    [("0" * 64, ORIGIN, 403), ("", ORIGIN, 403), (None, {"origin": "http://evil.example"}, 403), (None, {}, 403)],
)
def test_only_a_form_of_this_session_and_site_adds(
    own: Ledger, token: str | None, headers: dict[str, str], status: int
) -> None:
    at = browser(own)
    address, ours = _bengali(at)
    form = _join(ours if token is None else token)
    for path in ("add", "words"):
        assert at.post(f"{address}/{path}", data=form, headers=headers).status_code == status
    assert list(own.judgements()) == []


@pytest.mark.parametrize("type", ["", "marriage", SCRIPT])
def test_an_unknown_type_is_refused(own: Ledger, type: str) -> None:
    at = browser(own)
    address, token = _bengali(at)
    assert at.get(f"{address}/add", params={"start": 0, "end": 5, "type": type}).status_code == 404
    assert at.post(f"{address}/add", data=_join(token, type=type), headers=ORIGIN).status_code == 404


def test_a_form_with_too_much_in_a_field_is_refused(own: Ledger) -> None:
    at = browser(own)
    address, token = _bengali(at)
    for wrong in ({"role_actor": "a" * 401}, {"words": "a" * 20_001}, {"when": "2" * 500}):
        assert at.post(f"{address}/add", data=_join(token, **wrong), headers=ORIGIN).status_code == 403
    assert at.post(f"{address}/add", data=_join(token, why="a" * 70_000), headers=ORIGIN).status_code == 413


def test_markup_and_unseen_characters_that_are_typed_show_as_text(own: Ledger) -> None:
    at = browser(own)
    address, token = _bengali(at)
    hostile = _join(token, role_actor=f"{SCRIPT}\u202e\x07", role_to='"><img src=x onerror=y>', why=SCRIPT)
    added = at.post(f"{address}/add", data=hostile, headers=ORIGIN)
    page = Page(added.text)
    assert added.status_code == 200
    assert page.all("img") == []
    assert {script.get("src") for script in page.all("script")} == {"/static/find.js", "/static/select.js"}
    assert SCRIPT in page.text
    assert "\u202e" not in added.text


def test_a_claim_is_corrected_from_its_page(own: Ledger) -> None:
    at = browser(own)
    old = next(iter(own.view().claims(types=["pledge"]))).claim
    address = Links().page("claim", old.id, "correct")
    assert address in Page(at.get(Links().page("claim", old.id)).text).links
    form = at.get(address)
    given = {field.get("name", ""): field.get("value", "") for field in Page(form.text).all("input")}
    told = {key: value for key, value in given.items() if key.startswith("role_")}
    words = own.document(old.document).text[old.evidence.start : old.evidence.end]
    kept = {"type": "pledge", "words": words, "near": str(old.evidence.start), "certainty": "reported"}
    done = at.post(
        address,
        data={**told, **kept, "when": "2015", "why": "it says in 2015", "form_token": given["form_token"]},
        headers=ORIGIN,
    )
    assert "Recorded: correct, by a tester: it says in 2015" in Page(done.text).text
    (judgement,) = own.judgements()
    assert judgement.subjects == (old.id,)
    shown = {r.claim.id: r for r in own.view().of_documents([old.document])}
    assert old.id not in shown
    (new,) = (r.claim for r in shown.values() if r.reader == "person: a tester")
    assert (new.type, new.when, new.certainty) == ("pledge", "2015", "reported")
    assert {f.role: f.name for f in new.roles} == {f.role: f.name for f in old.roles}
    assert {f.role: f.mention for f in new.roles} == {f.role: f.mention for f in old.roles}


def test_a_correction_that_changes_nothing_is_told(own: Ledger) -> None:
    at = browser(own)
    old = next(r.claim for r in own.view().claims(types=["death"]) if not r.claim.sources)
    address = Links().page("claim", old.id, "correct")
    words = own.document(old.document).text[old.evidence.start : old.evidence.end]
    form = {f"role_{f.role}": f.name for f in old.roles} | {f"kind_{f.role}": f.kind.value for f in old.roles}
    told = {"type": "death", "words": words, "near": str(old.evidence.start), "when": old.when, "where": old.where}
    more = {"certainty": old.certainty.value, "why": "x", "form_token": form_token(at.get(address).text)}
    answer = at.post(address, data=form | told | more, headers=ORIGIN)
    assert answer.status_code == 400
    assert "nothing is corrected" in Page(answer.text).text


def test_a_claim_is_rejected_at_its_report_and_that_is_taken_back_there(own: Ledger) -> None:
    at = browser(own)
    claim = next(iter(own.view().claims(types=["pledge"]))).claim
    report = at.get(Links().page("document", claim.document))
    token = form_token(report.text)
    assert {"action": f"/claim/{claim.id}", "method": "post"}.items() <= next(
        form for form in Page(report.text).all("form") if form.get("action") == f"/claim/{claim.id}"
    ).items()
    form = {"act": "reject", "why": "another man", "form_token": token}
    rejected = Page(at.post(f"/claim/{claim.id}", data=form, headers=ORIGIN).text)
    assert "Recorded: reject, by a tester: another man" in rejected.text
    (judgement,) = own.judgements()
    back = {"decision": judgement.id, "why": "the same", "form_token": token, "document": claim.document}
    undone = Page(at.post("/review/undo", data=back, headers=ORIGIN).text)
    assert "Recorded: undo" in undone.text
    assert f"/claim/{claim.id}" in {form.get("action") for form in undone.all("form")}


def test_an_address_that_chooses_a_whole_long_report_gets_no_more_than_can_be_sent_back(own: Ledger) -> None:
    document = Document("শব্দ " * 10_000, "bn")
    with own.batch() as batch:
        batch.add(document, Appearance(document.id, "long", retrieved="2016-02-02"))
    page = browser(own).get(Links().page("document", document.id, "add", type="join", start="0", end="9999999"))
    assert page.status_code == 200
    words = page.text.partition('id="words"')[2].partition(">")[2].partition("</textarea>")[0]
    assert 0 < len(words) <= LONGEST_WORDS
