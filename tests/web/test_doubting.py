"""Doubtful claims are worked through, the worst first; each decision is somebody's, and can be taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from allegiance import judging
from allegiance.answers.doubtful import KINDS, Place, doubtful
from allegiance.ledger import Ledger, open_ledger
from allegiance.model import Certainty, Row
from web.pages import HERE, Page, browser, form_token

ORIGIN = {"origin": HERE}
UNSURE = (Certainty.DOUBTED, Certainty.POSSIBLE)


@pytest.fixture
def own(example: Path, tmp_path: Path) -> Iterator[Ledger]:
    """The example, to be decided about."""
    shutil.copy(example, tmp_path / "own.db")
    with open_ledger(str(tmp_path / "own.db"), create=False) as opened:
        yield opened


def _all(ledger: Ledger, most: int = 3) -> list[Row]:
    """Every row of the queue, page after page."""
    rows: list[Row] = []
    place: Place | None = Place()
    while place is not None:
        found = doubtful(ledger.view(), place, most)
        rows += found.answer.rows
        place = found.next
    return rows


def test_every_unsure_claim_waits_the_worst_first(own: Ledger) -> None:
    rows = _all(own)
    kinds = [KINDS.index(row.get("why")) for row in rows]
    assert kinds == sorted(kinds)
    assert {KINDS[kind] for kind in kinds} >= {"denied by another", "possible"}
    waiting = {row.claims[0] for row in rows}
    assert waiting >= {r.claim.id for r in own.view().claims() if r.claim.certainty in UNSURE}
    assert not any(r.claim.id in waiting for r in own.view().claims() if r.claim.certainty is Certainty.DENIED)


def test_what_another_denies_stands_with_the_denial_beside_it(own: Ledger) -> None:
    found = doubtful(own.view())
    row = next(row for row in found.answer.rows if row.get("why") == "denied by another")
    claimed, *denials = (found.answer.evidence[id].claim for id in row.claims)
    assert denials
    assert all((d.certainty, d.type) == (Certainty.DENIED, claimed.type) for d in denials)
    page = Page(browser(own).get("/review/claims").text)
    assert "Against it" in page.text
    assert found.answer.evidence[row.claims[0]].sentence in page.text


def test_a_decision_is_its_authors_leads_back_and_is_taken_back(own: Ledger) -> None:
    at = browser(own)
    first = next(row.claims[0] for row in _all(own) if row.get("why") == "possible")
    page = at.get("/review/claims?kind=possible").text
    form = {"claim": first, "kind": "possible", "form_token": form_token(page)}
    done = at.post("/review/claims", data={**form, "act": "accept"}, headers=ORIGIN)
    (judgement,) = own.judgements()
    assert (judgement.act, judgement.by, judgement.why) == ("accept", "a tester", "looked at in review")
    assert str(done.url).startswith(f"{HERE}/review/claims?kind=possible")
    assert first not in {row.claims[0] for row in _all(own)}
    undo = {**form, "decision": judgement.id, "why": "read again"}
    assert at.post("/review/claims/undo", data=undo, headers=ORIGIN).status_code == 200
    assert [(j.act, j.why) for j in own.judgements()][1:] == [("undo", "read again")]
    assert first in {row.claims[0] for row in _all(own)}


def test_the_rest_of_a_rule_that_was_put_wrong_waits_until_as_many_are_right(own: Ledger) -> None:
    told = [r for r in own.view().claims(types=["post"]) if r.claim.certainty is Certainty.STATED]
    frame = max({r.frame for r in told}, key=lambda one: sum(r.frame == one for r in told))
    of_frame = [r.claim.id for r in told if r.frame == frame]
    judging.judge(own, "reject", [of_frame[0]], "a tester", "no post")
    waiting = {row.claims[0]: row for row in _all(own) if row.get("why") == "rule put wrong"}
    assert set(of_frame[1:]) <= set(waiting)
    assert f"the rule {frame} gave it, of whose claims 1 were put wrong here and 0 right" in (
        waiting[of_frame[1]].because
    )
    judging.judge(own, "accept", [of_frame[1]], "a tester", "a post")
    assert not any(row.get("why") == "rule put wrong" for row in _all(own))


@pytest.mark.parametrize(
    ("form", "status"), [({"act": "accept"}, 403), ({"act": "minor", "form_token": "own"}, 403), ({}, 400)]
)
def test_only_a_form_of_ours_decides_and_only_what_the_page_offers(
    own: Ledger, form: dict[str, str], status: int
) -> None:
    at = browser(own)
    token = form_token(at.get("/review/claims").text)
    claim = next(iter(own.view().claims())).claim.id
    given = {"claim": claim, **{key: token if value == "own" else value for key, value in form.items()}}
    assert at.post("/review/claims", data=given, headers=ORIGIN).status_code == status
    assert list(own.judgements()) == []


@pytest.mark.parametrize(("query", "status"), [("kind=nonsense", 404), ("before=-1", 400), ("before=x", 400)])
def test_a_place_that_is_none_is_told(own: Ledger, query: str, status: int) -> None:
    assert browser(own).get(f"/review/claims?{query}").status_code == status
