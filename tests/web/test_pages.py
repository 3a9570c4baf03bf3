"""What the pages show of the packaged example, and that everybody can use them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from allegiance import judging, pipeline
from allegiance.answers import disagreements, vacancies
from allegiance.answers.evidence import Shelf
from allegiance.ledger import Ledger, open_ledger
from allegiance.model import Actor, Filler, Kind
from allegiance.resolving import resolve_names
from allegiance.web import lately, maps
from allegiance.web.links import Links
from web.pages import Page, browser, every_page, told

DAY = "2016-04-01"


def _actor(ledger: Ledger, name: str, kind: Kind = Kind.UNKNOWN) -> Actor:
    return pipeline.actors_named(ledger.view(), name, kind)[0]


def _page(at: TestClient, name: str, *parts: str, **query: str) -> Page:
    answer = at.get(Links().page(name, *parts, **query))
    assert answer.status_code == 200
    return Page(answer.text)


def test_every_page_can_be_used_by_keyboard_and_heard(at: TestClient) -> None:
    titles: dict[str, str] = {}
    for address, page, text in every_page(at):
        (html,) = page.all("html")
        assert html["lang"] == "en"
        assert len(page.all("main")) == len(page.all("h1")) == len(page.all("title")) == 1, address
        assert page.links[0] == "#main", address
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
        assert all(b - a <= 1 for a, b in zip([0, *levels], levels, strict=False)), (address, levels)
        labelled = {label["for"] for label in page.all("label")}
        fields = [f for tag in ("input", "select") for f in page.all(tag) if f.get("type") != "hidden"]
        assert {field["id"] for field in fields} <= labelled, address
        ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
        assert len(ids) == len(set(ids)), (address, [each for each in ids if ids.count(each) > 1][:3])
        assert all(a.get("aria-label") or a.get("aria-hidden") for a in page.all("svg")), address
        within = {link[1:] for link in page.links if link.startswith("#")}
        assert within <= {*ids}, (address, within - {*ids})
        titles[address] = text.partition("<title>")[2].partition("</title>")[0]
    assert all(title.strip(" ·") != "Allegiance" for title in titles.values())


def test_the_first_page_says_what_it_rests_on_and_how_often_the_reader_errs(at: TestClient) -> None:
    text = Page(at.get("/").text).text
    assert "30 reports" in text
    assert "of 100 claims that it makes" in text
    assert "silence is not absence" in text


def test_a_name_is_found_in_any_spelling_and_a_slip_is_answered_with_the_nearest(at: TestClient) -> None:
    assert "Zakaria Bedri" in _page(at, "search", q="BEDRI").text
    slip = at.get("/search", params={"q": "Oumar Tijani"})
    assert slip.status_code == 404
    assert "/search?q=Oumar+Tidjani" in Page(slip.text).links


def test_words_are_found_in_reports_and_claims_and_marked_in_place(at: TestClient) -> None:
    page = _page(at, "search", q="ransom money")
    assert len(page.all("mark")) >= 2
    assert any(link.startswith("/document/sha256") for link in page.links)
    assert any(link.startswith("/claim/clm-") for link in page.links)
    assert "Three interviewees say" in page.text
    assert "silence is not absence" in page.text
    assert "Claims with these words" in _page(at, "search", q="Бедри").text
    assert at.get("/search", params={"q": "-ransom"}).status_code == 404
    assert at.get("/search", params={"q": 'zzz "qqq'}).status_code == 404
    assert at.get("/search", params={"q": "ransom money", "published_by": "2018"}).status_code == 404


def test_a_dossier_draws_spans_and_opens_every_item_to_its_sentence(at: TestClient, ledger: Ledger) -> None:
    page = _page(at, "actor", _actor(ledger, "Zakaria Bedri").id)
    strips = {attributes["class"] for attributes in page.all("rect") if "strip" in attributes.get("class", "")}
    assert {"strip s-possible", "strip s-disputed"} <= strips
    assert "Posts and allegiances over time" in page.text
    assert len(page.all("details")) == len(page.all("summary")) > 8
    assert len(page.all("blockquote")) >= len(page.all("details")) - 1
    assert "Is Zakaria Bedri dead?" in page.text


def test_an_accusation_stands_under_the_name_of_who_makes_it(at: TestClient, ledger: Ledger) -> None:
    text = " ".join(_page(at, "actor", _actor(ledger, "Zakaria Bedri").id).text.split())
    assert "Panel of Experts on Tessalane says: Zakaria Bedri is said to have been killed by Ansar al-Wadi" in text


def test_a_detention_shows_its_outcome_or_that_none_was_found(at: TestClient, ledger: Ledger) -> None:
    assert "no outcome found" in _page(at, "timeline", _actor(ledger, "Hamma Ould Lakhal").id).text


def test_a_report_shows_its_words_in_place_and_each_claim_leads_to_them(at: TestClient, ledger: Ledger) -> None:
    report = next(r for r in ledger.view().reports(50) if "Rally of the Highlands leader" in r.appearances[0].title)
    page = _page(at, "document", report.document)
    claims = [r.claim.id for r in ledger.view().of_documents([report.document])]
    assert len(claims) == report.claims > 3
    assert {f"#{claim}" for claim in claims} <= {*page.links}
    assert {f"#n{number + 1}" for number in range(len(claims))} <= {*page.links}
    text = ledger.document(report.document).text
    assert " ".join(text.split())[:60] in " ".join(page.text.split())


def test_a_claim_says_why_it_was_read_so_and_how_to_cite_it(at: TestClient, ledger: Ledger) -> None:
    recorded = next(iter(ledger.view().claims(types=["pledge"])))
    page = _page(at, "claim", recorded.claim.id)
    assert "clause" in page.text
    assert recorded.sentence in page.text
    assert recorded.appearance.publisher in page.text


def test_a_roster_answers_for_a_day_and_a_clock_that_stand_in_its_address(at: TestClient, ledger: Ledger) -> None:
    group = _actor(ledger, "Ansar al-Wadi", Kind.GROUP)
    then = _page(at, "roster", group.id, on=DAY, published_by="2015-01-31")
    now = _page(at, "roster", group.id, on=DAY)
    assert "also said to be held by Zakaria Bedri" in now.text
    assert "Zakaria Bedri" not in then.text
    inside = [link for link in then.links if link.startswith("/") and not link.startswith("/static")]
    assert all("published_by=2015-01-31" in link for link in inside)
    assert any("on=2016-04-02" in link for link in then.links)


def test_a_person_is_asked_for_no_roster(at: TestClient, ledger: Ledger) -> None:
    answer = at.get(Links().page("roster", _actor(ledger, "Zakaria Bedri").id, on=DAY))
    assert answer.status_code in (200, 404)


def test_disagreements_stand_in_two_columns_with_what_would_settle_them(at: TestClient) -> None:
    page = _page(at, "disagreements")
    assert page.text.count("What would settle it") > 5
    assert page.text.count("On one side") + page.text.count("Claimed") == page.text.count("What would settle it")


def test_a_lineage_draws_splits_and_mergers_and_leads_to_the_other_groups(at: TestClient, ledger: Ledger) -> None:
    group = _actor(ledger, "Ansar al-Wadi", Kind.GROUP)
    page = _page(at, "lineage", group.id)
    (drawn,) = [svg["aria-label"] for svg in page.all("svg")]
    assert "Ansar al-Wadi splits from Adrak Liberation Front, 2014-09-20." in drawn
    assert "Jamaat al-Sabr merges into Rally of the Highlands, 2019-05-04." in drawn
    other = _actor(ledger, "Jamaat al-Sabr", Kind.GROUP)
    assert Links().page("lineage", other.id) in page.links


def test_a_network_has_its_ties_as_a_table_and_a_drawing_of_the_same(at: TestClient, ledger: Ledger) -> None:
    group = _actor(ledger, "Ansar al-Wadi", Kind.GROUP)
    answer = at.get(Links().page("network", group.id, on=DAY))
    page = Page(answer.text)
    assert "Issa Ag Tamellou" in page.text
    assert {script["src"] for script in page.all("script")} == {
        f"/static/{n}.js" for n in ("bokeh.min", "find", "network")
    }
    policy = answer.headers["content-security-policy"].split("; ")
    assert {"script-src 'self'", "connect-src 'self'", "default-src 'none'"} <= {*policy}
    (plot,) = [div["data-plot"] for div in page.all("div") if "data-plot" in div]
    for query in ("", "&dark=1"):
        drawn = at.get(plot + query)
        assert drawn.headers["content-type"] == "application/json"
        assert Links().page("actor", group.id) in drawn.text
        assert "CustomJS" not in drawn.text
        assert drawn.text.count('"name":"Segment"') >= 2


def test_the_script_of_drawings_comes_with_its_wheel(at: TestClient) -> None:
    given = at.get("/static/bokeh.min.js")
    assert given.status_code == 200
    assert given.headers["content-type"].startswith("text/javascript")
    assert len(given.content) > 500_000


def test_changes_are_shown_by_either_clock_and_by_kind(at: TestClient) -> None:
    page = _page(at, "changes", since="2016-05-09", until="2016-05-16", clock="published")
    assert page.text.index("It was not disputed then.") < page.text.index("Nothing said it then.")
    assert "Abdul Qader Hamidoun is killed" in page.text
    nothing = _page(at, "changes", since="2016-05-09", until="2016-05-09", clock="published")
    assert "Nothing would be answered differently." in nothing.text
    assert "answered differently" in _page(at, "changes").text


def test_a_large_ledger_is_shown_by_pages_of_its_reports_until_every_one_was_told_of(
    at: TestClient, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = ledger.view()
    conflicts = {conflict.known for conflict in disagreements.in_time(view, Shelf(view))}
    empty = {row.fields for row in vacancies.vacancies(view).rows}
    assert "page 1 of" not in _page(at, "disagreements").text
    monkeypatch.setattr(lately, "MOST_AT_ONCE", 10)
    monkeypatch.setattr(lately, "REPORTS_A_PAGE", 4)
    monkeypatch.setattr(maps, "REPORTS_A_PAGE", 4)
    assert "This ledger is large" in _page(at, "").text
    in_all = -(-view.coverage().documents // 4)
    pages = [made for number in range(1, in_all + 1) if (made := lately.lately(view, number))]
    assert {c.known for one in pages for c in disagreements.lately(view, Shelf(view), one.claims)} == conflicts
    assert {row.fields for one in pages for row in vacancies.lately(view, one.claims).rows} == empty
    for address in ("/disagreements", "/vacancies", "/map"):
        number = 0
        while address:
            number += 1
            page = Page(at.get(address).text)
            assert f"page {number} of {in_all}" in " ".join(page.text.split())
            address = next((a["href"] for a in page.all("a") if a.get("rel") == "next"), "")
        assert number == in_all
    group = _actor(ledger, "Ansar al-Wadi", Kind.GROUP)
    assert "What would settle it" in _page(at, "disagreements", group.id).text
    assert "killed or dead" in _page(at, "vacancies", group=group.name).text


def test_moves_and_vacancies_are_asked_by_form(at: TestClient) -> None:
    moved = _page(at, "moves", to="Ansar al-Wadi", since="2014-09", until="2015-12")
    assert "Haroun Ag Elmehdi" in moved.text
    same = _page(at, "moves", to_group="Ansar al-Wadi", since="2014-09", until="2015-12")
    assert "Haroun Ag Elmehdi" in same.text, "an address that was kept leads to what it led to"
    assert "killed or dead" in _page(at, "vacancies").text


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/nowhere", 404, "Nothing is at this address"),
        ("/actor/act-00000000", 404, "begins with"),
        ("/vacancies?on=yesterday", 400, "no EDTF date"),
        ("/moves?from=Nobody+Ever", 404, "no actor called"),
        ("/search?q=" + "x" * 401, 400, "wrong at: q"),
        ("/moves?from=Ansar+al-Wadi&group=x", 400, "no field 'group'"),
        ("/reports?page=2", 400, "its fields are: at"),
        ("/reports?at=-1", 400, "wrong at: at"),
        ("/claim/clm-ffffffff", 404, "no claim"),
        ("/?recorded_by=soon", 400, "no ISO 8601 time"),
    ],
)
def test_what_cannot_be_answered_is_a_page_that_says_what_to_try(
    at: TestClient, address: str, status: int, said: str
) -> None:
    answer = at.get(address)
    assert answer.status_code == status
    assert said in Page(answer.text).text
    assert len(Page(answer.text).all("main")) == 1


def test_who_has_no_public_role_has_no_page_and_no_link(at: TestClient, ledger: Ledger) -> None:
    bare = ledger.view(veiled=False)
    private = {r.actor(role) for r in bare.each() for role, _ in r.actor_ids if _is_private(ledger, r.actor(role))}
    assert private
    for id in sorted(private):
        answer = at.get(Links().page("actor", id))
        assert answer.status_code == 404
        name = bare.actor(id).name
        assert name not in Page(answer.text).text
    for address, page, _ in every_page(at):
        if not address.startswith("/review"):
            assert not any(id in link for id in private for link in page.links), address


def test_a_word_that_is_a_private_person_s_name_is_looked_for_in_texts_and_leads_to_nobody(tmp_path: Path) -> None:
    text = "Aqila, a shopkeeper, left Velden. The River Union holds Aqila Square."
    with open_ledger(f"sqlite:///{tmp_path / 'own.db'}") as own:
        with own.batch() as batch:
            left = (Filler("actor", "Aqila", kind=Kind.PERSON), Filler("from", "Velden Front", kind=Kind.GROUP))
            holds = (Filler("group", "River Union", kind=Kind.GROUP), Filler("area", "Aqila Square", kind=Kind.PLACE))
            first, second = text.partition(". ")[0] + ".", text.partition(". ")[2]
            told(batch, text, [("leave", left, first), ("presence", holds, second)], name="square", publisher="Wire")
        resolve_names(own)
        (person,) = own.view(veiled=False).find("Aqila")[:1]
        judging.judge(own, "private", [person.id], "a tester", "for the test")
        resolve_names(own)
        page = Page(browser(own).get("/search", params={"q": "aqila"}).text)
    assert "in no public role" in page.text
    assert not any(person.id in link for link in page.links)
    assert "The River Union holds" in page.text


def _is_private(ledger: Ledger, id: str) -> bool:
    return ledger.view().standing(id).standing != "public"
