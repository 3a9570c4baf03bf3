"""The network of a crowd: what is drawn of it, what is said of the rest, and how its table is gone through."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page as Opened
from playwright.sync_api import expect
from starlette.testclient import TestClient

from allegiance.ledger import Ledger, open_ledger
from allegiance.model import Answer, Coverage, Kind, Row
from allegiance.web import crowding, plotting
from allegiance.web.links import Links
from allegiance.web.listing import MOST_LISTED
from bench.measuring.crowd import HUB, with_network
from web.pages import Page, browser
from web.serving import PATIENCE, served_ledger

MANY = 520
"""A few more than are drawn."""


def _actor(id: str, steps: int) -> Row:
    fields = (("section", "actor"), ("actor", id.title()), ("actor_id", id), ("actor_kind", "person"))
    return Row((*fields, ("steps", str(steps)), ("ties", "1")), "certain", ())


def _tie(who: str, whom: str, sources: int = 1) -> Row:
    ends = (("section", "tie"), ("who", who), ("who_id", who), ("tie", "member"), ("whom", whom), ("whom_id", whom))
    return Row((*ends, ("steps", "0"), ("sources", str(sources))), "certain", ())


def _answer(*rows: Row) -> Answer:
    return Answer("network", (), rows, Coverage(1, 1))


def _ids(answer: Answer) -> set[str]:
    return {row.get("actor_id") for row in crowding.actors_of(answer)}


def test_those_of_most_sources_are_drawn_with_those_through_whom_they_were_met() -> None:
    actors = [_actor("hub", 0), *(_actor(f"near{n}", 1) for n in range(5)), _actor("far", 2)]
    ties = [*(_tie(f"near{n}", "hub", 2 if n == 4 else 1) for n in range(5)), _tie("far", "near3", 5)]
    drawn = crowding.best_attested(_answer(*actors, *ties), 3)
    assert _ids(drawn) == {"hub", "near3", "far", "near4"}
    between = [(row.get("who_id"), row.get("whom_id")) for row in crowding.ties_of(drawn)]
    assert between == [("near3", "hub"), ("near4", "hub"), ("far", "near3")]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=40), st.integers(1, 20))
def test_what_is_drawn_hangs_together_and_is_never_more_than_that(told: list[tuple[int, int]], most: int) -> None:
    ids = ["hub", *(f"a{n}" for n in range(len(told)))]
    steps, ties = {"hub": 0}, []
    for number, (at, sources) in enumerate(told):
        above = ids[at % (number + 1)]
        steps[ids[number + 1]] = steps[above] + 1
        ties.append(_tie(ids[number + 1], above, sources))
    whole = _answer(*(_actor(id, step) for id, step in steps.items()), *ties)
    drawn = crowding.best_attested(whole, most)
    kept = _ids(drawn)
    assert "hub" in kept
    assert len(kept) <= most + 1
    above_of = crowding.parents(steps, ties)
    assert all(above_of[id] in kept for id in kept - {"hub"})
    if len(ids) <= most + 1:
        assert drawn == whole


def test_thousands_stand_apart() -> None:
    actors = [_actor("hub", 0), *(_actor(f"a{n}", 1) for n in range(5000))]
    at = plotting.places(actors, [_tie(f"a{n}", "hub") for n in range(5000)])
    assert len({(round(x, 3), round(y, 3)) for x, y in at.values()}) == 5001
    assert len({round(x * x + y * y, 6) for x, y in at.values()}) > 20


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of one group around which a crowd stands."""
    path = tmp_path_factory.mktemp("crowd") / "crowd.db"
    with_network(path, MANY)
    return path


@pytest.fixture(scope="module")
def crowded(crowd: Path) -> Iterator[Ledger]:
    """It, to be asked."""
    with open_ledger(str(crowd), create=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def at(crowded: Ledger) -> TestClient:
    """A browser at it."""
    return browser(crowded)


def _hub(ledger: Ledger) -> str:
    return ledger.view().find(HUB, Kind.GROUP)[0].id


def test_a_page_says_how_many_are_left_out_of_its_drawing_and_leads_to_all(at: TestClient, crowded: Ledger) -> None:
    hub = _hub(crowded)
    some = Page(at.get(Links().page("network", hub)).text)
    assert f"{MANY - crowding.MOST_DRAWN} are left out of the drawing" in some.text
    whole = Links().page("network", hub, depth="1", whole="1")
    assert whole in some.links
    everybody = Page(at.get(whole).text)
    assert f"All {MANY + 1} actors are drawn" in everybody.text
    for page, drawn in ((some, crowding.MOST_DRAWN + 1), (everybody, MANY + 1)):
        (plot,) = [div["data-plot"] for div in page.all("div") if "data-plot" in div]
        assert at.get(plot).text.count('"/actor/') == drawn


def test_every_tie_stands_on_one_page_of_the_table(at: TestClient, crowded: Ledger) -> None:
    address, listed, pages = Links().page("network", _hub(crowded)), 0, 0
    while address:
        page = Page(at.get(address).text)
        items = [item for item in page.all("li") if item.get("class") == "item"]
        assert len(items) <= MOST_LISTED
        listed, pages = listed + len(items), pages + 1
        address = next(
            (link["href"] for link in page.all("a") if link.get("rel") == "next" and "at=" in link["href"]), ""
        )
    assert pages > 5
    assert listed > MANY
    beyond = at.get(Links().page("network", _hub(crowded), at="999"))
    assert beyond.status_code == 200


def test_what_was_recorded_since_is_in_the_next_answer(tmp_path: Path) -> None:
    path = tmp_path / "grows.db"
    hub = with_network(path, 30)
    with open_ledger(str(path), create=False) as ledger:
        asked = browser(ledger)
        assert "31 actors" in Page(asked.get(Links().page("network", hub)).text).text
        (document, *_) = [report.document for report in ledger.view().reports(1)]
        ledger.redact_document(document, "a tester", "to be forgotten")
        assert "31 actors" not in Page(asked.get(Links().page("network", hub)).text).text


def test_an_actor_of_the_drawing_is_chosen_by_keyboard_and_let_go(page: Opened, crowd: Path) -> None:
    with served_ledger(crowd) as (here, ledger):
        page.goto(here + Links().page("network", _hub(ledger)))
        page.locator("#plot canvas").first.wait_for()
        field = page.get_by_label("Choose an actor of the drawing")
        expect(field).to_be_visible(timeout=PATIENCE)
        name = page.locator("#drawn option").nth(7).get_attribute("value") or ""
        field.fill(name)
        page.keyboard.press("Enter")
        expect(page.locator("#chosen strong")).to_have_text(name)
        expect(page.locator("#chosen")).to_contain_text(HUB)
        page.keyboard.press("Escape")
        expect(page.locator("#chosen")).to_be_hidden()
        field.fill("Nobody of These")
        page.keyboard.press("Enter")
        expect(page.locator("#chosen")).to_be_hidden()
        assert field.evaluate("field => field.validationMessage") == "Nobody of this name is drawn."
