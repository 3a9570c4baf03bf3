"""Whoever follows an actor finds on the first page what changed of it, who fell, and what rests on little."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from allegiance import judging, pipeline
from allegiance.errors import Withheld
from allegiance.ledger import Ledger, open_ledger
from allegiance.model import Actor, Judgement, Kind
from allegiance.web.links import Links
from web.pages import HERE, Page, browser, form_token

ORIGIN = {"origin": HERE}


@pytest.fixture
def own(example: Path, tmp_path: Path) -> Iterator[Ledger]:
    """The example, to be decided about."""
    shutil.copy(example, tmp_path / "own.db")
    with open_ledger(str(tmp_path / "own.db"), create=False) as opened:
        yield opened


def _group(ledger: Ledger) -> Actor:
    return pipeline.actors_named(ledger.view(), "Ansar al-Wadi", Kind.GROUP)[0]


def _decide(at: TestClient, actor: Actor, act: str) -> str:
    address = Links().page("actor", actor.id)
    form = {"act": act, "form_token": form_token(at.get(address).text)}
    answer = at.post(f"{address}/follow", data=form, headers=ORIGIN)
    assert answer.status_code == 200
    return " ".join(Page(answer.text).text.split())


def test_an_actor_is_followed_and_followed_no_longer(own: Ledger) -> None:
    at = browser(own)
    group = _group(own)
    assert "Follow a person or a group on its dossier" in at.get("/").text
    assert "You follow it" in _decide(at, group, "follow")
    page = Page(at.get("/").text)
    text = " ".join(page.text.split())
    for words in ("Whom you follow · 1", "Changed since", "Who fell", "Posts without a successor", "Thin facts"):
        assert words.replace(" · ", " ") in text.replace(" · ", " ")
    assert Links().page("actor", group.id) in page.links
    assert any(link.startswith("/changes?since=") and f"actor={group.id}" in link for link in page.links)
    assert "You follow it" not in _decide(at, group, "unfollow")
    assert "Whom you follow" not in at.get("/").text
    assert [(j.act, j.by, j.subjects) for j in own.judgements()] == [
        ("follow", "a tester", (group.id,)),
        ("unfollow", "a tester", (group.id,)),
    ]


def test_its_pages_of_changes_and_its_feed_are_there(own: Ledger) -> None:
    at = browser(own)
    _decide(at, _group(own), "follow")
    links = [link for link in Page(at.get("/").text).links if link.startswith("/changes") and "actor=" in link]
    assert len(links) == 2
    assert [at.get(link).status_code for link in links] == [200, 200]


def test_who_is_joined_to_somebody_followed_is_followed(own: Ledger) -> None:
    one, other = _group(own), pipeline.actors_named(own.view(), "Adrak Liberation Front", Kind.GROUP)[0]
    judging.follow(own, other, "a tester")
    assert not judging.is_followed(own, own.view(), one, "a tester")
    judging.judge(own, "same", [one.id, other.id], "a tester", "for the test")
    view = own.view()
    assert judging.is_followed(own, view, view.actor(one.id), "a tester")


def test_what_somebody_else_follows_is_his(own: Ledger) -> None:
    judging.follow(own, _group(own), "another")
    assert "Whom you follow" not in browser(own).get("/").text
    assert judging.followed(own, own.view(), "a tester") == []
    assert [actor.id for actor in judging.followed(own, own.view(), "another")] == [_group(own).id]


def test_following_changes_no_answer(own: Ledger) -> None:
    before = list(own.view().claims())
    judging.follow(own, _group(own), "a tester")
    assert list(own.view().claims()) == before


def test_a_decision_that_is_undone_follows_nobody(own: Ledger) -> None:
    made = judging.follow(own, _group(own), "a tester")
    judging.judge(own, "undo", [made.id], "a tester", "by mistake")
    assert judging.followed(own, own.view(), "a tester") == []


def test_two_who_are_joined_are_followed_as_one_and_no_longer_as_one(own: Ledger) -> None:
    one, other = _group(own), pipeline.actors_named(own.view(), "Adrak Liberation Front", Kind.GROUP)[0]
    for actor in (one, other):
        judging.follow(own, actor, "a tester")
    judging.judge(own, "same", [one.id, other.id], "a tester", "for the test")
    (joined,) = judging.followed(own, own.view(), "a tester")
    assert judging.is_followed(own, own.view(), joined, "a tester")
    judging.unfollow(own, joined, "a tester")
    assert not judging.is_followed(own, own.view(), joined, "a tester")
    assert judging.followed(own, own.view(), "a tester") == []


def test_whom_the_record_does_not_know_and_who_is_private_are_left_out(own: Ledger) -> None:
    person = pipeline.actors_named(own.view(), "Oumar Tidjani")[0]
    judging.follow(own, person, "a tester")
    own.judge(Judgement("follow", ("act-0123456789abcdef0123",), "a tester", "2024-01-01T00:00:00+00:00"))
    assert [actor.id for actor in judging.followed(own, own.view(), "a tester")] == [person.id]
    judging.judge(own, "private", [person.id], "a tester", "for the test")
    assert judging.followed(own, own.view(), "a tester") == []
    assert browser(own).get("/").status_code == 200


def test_who_became_private_is_followed_no_longer_without_being_named(own: Ledger) -> None:
    person = pipeline.actors_named(own.view(), "Oumar Tidjani")[0]
    judging.follow(own, person, "a tester")
    judging.judge(own, "private", [person.id], "a tester", "for the test")
    at = browser(own)
    text = at.get("/").text
    assert "has no public role any more" in text
    assert "Tidjani" not in text
    form = {"form_token": form_token(text)}
    assert at.post(f"/actor/{person.id}/follow", data={**form, "act": "follow"}, headers=ORIGIN).status_code == 404
    done = at.post(f"/actor/{person.id}/follow", data={**form, "act": "unfollow"}, headers=ORIGIN)
    assert (done.status_code, "has no public role" in done.text) == (200, False)
    assert judging.followed_no_more(own, own.view(), "a tester") == []
    with pytest.raises(Withheld):
        judging.unfollow_named(own, person.id, "a tester")


@pytest.mark.parametrize(
    ("form", "headers", "status"),
    [
        ({"act": "follow"}, ORIGIN, 403),
        ({"act": "follow", "form_token": "0" * 64}, ORIGIN, 403),
        ({"act": "follow"}, {"origin": "http://evil.example"}, 403),
        ({}, ORIGIN, 400),
    ],
)
def test_only_a_form_of_ours_follows(own: Ledger, form: dict[str, str], headers: dict[str, str], status: int) -> None:
    at = browser(own)
    assert at.post(f"/actor/{_group(own).id}/follow", data=form, headers=headers).status_code == status
    assert list(own.judgements()) == []


def test_there_is_no_other_decision(own: Ledger) -> None:
    at = browser(own)
    address = Links().page("actor", _group(own).id)
    form = {"act": "accept", "form_token": form_token(at.get(address).text)}
    assert at.post(f"{address}/follow", data=form, headers=ORIGIN).status_code == 403


def test_the_first_page_of_another_time_tells_of_no_changes(own: Ledger) -> None:
    at = browser(own)
    _decide(at, _group(own), "follow")
    assert "Whom you follow" not in at.get("/?published_by=2016-01-01").text
