"""The pages in a real browser, headless: nothing from elsewhere, no error, no sideways scrolling, a review by keyboard.

A browser is looked for where systems install one; none is fetched.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from allegiance import pipeline
from allegiance.ledger import Ledger
from allegiance.model import Kind
from allegiance.web.links import Links
from web.serving import DAY, MISSING, PATIENCE, addresses


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1200, "dark")])
def test_no_page_scrolls_sideways_asks_elsewhere_or_errs(
    page: Page, served: tuple[str, Ledger], width: int, scheme: str
) -> None:
    here, ledger = served
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith((here, "data:")) else wrong.append(asked.url))
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for name, address in addresses(ledger).items():
        if name in MISSING:
            continue
        page.goto(here + address)
        if name == "network":
            page.locator("#plot canvas").first.wait_for()
        for summary in page.locator("main details > summary").all()[:3]:
            summary.click()
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert beyond <= 0, (address, beyond)
        assert wrong == [], address


def test_every_page_is_read_without_scripts(browser: Browser, served: tuple[str, Ledger]) -> None:
    here, ledger = served
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(here + addresses(ledger)["network"])
    expect(page.get_by_text("The table below has everything that it shows.")).to_be_visible()
    expect(page.get_by_text("Issa Ag Tamellou").first).to_be_visible()
    context.close()


def test_a_pair_is_decided_by_keyboard_alone(page: Page, served: tuple[str, Ledger]) -> None:
    here, ledger = served
    before = len(list(ledger.judgements()))
    page.goto(f"{here}/review")
    page.locator("#why1").focus()
    page.keyboard.type("another town")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="The same").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Recorded: different", timeout=PATIENCE)
    assert [j.why for j in ledger.judgements()][before:] == ["another town"]


@pytest.mark.parametrize("where", ["review", "review/claims"])
def test_enter_beside_a_reason_decides_nothing(page: Page, served: tuple[str, Ledger], where: str) -> None:
    address, ledger = served
    before = len(list(ledger.judgements()))
    page.goto(f"{address}/{where}")
    why = page.locator("form.decide input[name=why]").first
    why.fill("They are not")
    why.press("Enter")
    page.wait_for_timeout(300)
    expect(page.get_by_role("status")).to_have_count(0)
    expect(why).to_have_value("They are not")
    assert len(list(ledger.judgements())) == before


def test_doubtful_claims_are_worked_through_by_keyboard_alone(page: Page, served: tuple[str, Ledger]) -> None:
    here, ledger = served
    before = len(list(ledger.judgements()))
    page.goto(f"{here}/review/claims")
    items = page.locator("[data-work]")
    expect(items.first).to_be_focused()
    first, second = (items.nth(n).get_by_role("heading", level=2).inner_text() for n in (0, 1))
    page.keyboard.press("j")
    expect(items.nth(1)).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("w")
    page.keyboard.type("a rumour, and rightly told as one")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(page.get_by_role("status")).to_contain_text("Recorded: accept", timeout=PATIENCE)
    expect(items.first).to_be_focused()
    expect(items.first.get_by_role("heading", level=2)).to_have_text(second)
    page.keyboard.press("r")
    expect(page.get_by_role("status")).to_contain_text("Recorded: reject", timeout=PATIENCE)
    page.keyboard.press("u")
    expect(page.get_by_role("status")).to_contain_text("Recorded: undo", timeout=PATIENCE)
    expect(items.first.get_by_role("heading", level=2)).to_have_text(second)
    told = [(j.act, j.by, j.why) for j in ledger.judgements()][before:]
    assert told == [
        ("accept", "a tester", "a rumour, and rightly told as one"),
        ("reject", "a tester", "looked at in review"),
        ("undo", "a tester", "looked at in review"),
    ]
    assert first != second
    page.keyboard.press("c")
    page.wait_for_url("**/correct")


def test_a_key_outside_the_claims_decides_nothing(page: Page, served: tuple[str, Ledger]) -> None:
    here, ledger = served
    before = len(list(ledger.judgements()))
    page.goto(f"{here}/review/claims")
    page.locator("#q").focus()
    page.keyboard.type("aru")
    assert page.locator("#q").input_value() == "aru"
    assert len(list(ledger.judgements())) == before


def test_the_first_tab_leads_past_the_head_of_the_page(page: Page, served: tuple[str, Ledger]) -> None:
    page.goto(served[0])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_a_dot_of_a_network_shows_its_neighbours_and_leads_to_its_dossier(
    page: Page, served: tuple[str, Ledger]
) -> None:
    here, ledger = served
    group = pipeline.actors_named(ledger.view(), "Ansar al-Wadi", Kind.GROUP)[0]
    page.set_viewport_size({"width": 1200, "height": 1400})
    page.goto(here + Links().page("network", group.id, on=DAY))
    canvas = page.locator("#plot canvas").first
    canvas.wait_for()
    page.wait_for_timeout(500)  # What is drawn can be chosen a moment after it can be seen.
    box = canvas.bounding_box()
    assert box is not None
    at = page.evaluate(
        """() => {
            const [view] = Bokeh.index.roots, frame = view.frame;
            const actors = [...Bokeh.documents.at(-1)._all_models.values()].find((model) => model.name === "actors");
            const place = actors.data.full.indexOf("Issa Ag Tamellou");
            return [frame.x_scale.compute(actors.data.x[place]), frame.y_scale.compute(actors.data.y[place])];
        }"""
    )
    page.mouse.click(box["x"] + at[0], box["y"] + at[1])
    expect(page.locator("#chosen")).to_contain_text("Issa Ag Tamellou", timeout=PATIENCE)
    near = page.evaluate(
        """() => [...Bokeh.documents.at(-1)._all_models.values()]
            .filter((model) => model.name === "actors")[0].selected.indices.length"""
    )
    assert near == 2, "he and the group that he leads"
    page.locator("#chosen").get_by_role("link", name="dossier").click()
    page.wait_for_url("**/actor/*", timeout=PATIENCE)
    expect(page.get_by_role("heading", level=1)).to_have_text("Issa Ag Tamellou")


def test_names_are_found_as_one_types_and_chosen_by_keyboard(page: Page, served: tuple[str, Ledger]) -> None:
    page.goto(served[0])
    page.get_by_role("searchbox").first.press_sequentially("tamel", delay=20)
    expect(page.locator(".found a").first).to_contain_text("Issa Ag Tamellou", timeout=PATIENCE)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actor/*", timeout=PATIENCE)
    page.get_by_role("searchbox").first.press_sequentially("zzzz", delay=20)
    expect(page.locator(".found")).to_contain_text("No name has this in it", timeout=PATIENCE)
    page.keyboard.press("Escape")
    expect(page.locator(".found")).to_be_hidden()


def test_where_the_connection_is_broken_the_page_stays_and_the_form_still_works(
    page: Page, served: tuple[str, Ledger]
) -> None:
    here, ledger = served
    page.goto(here)
    page.route("**/names?*", lambda route: route.abort())
    page.get_by_role("searchbox").first.press_sequentially("tamel", delay=20)
    page.wait_for_timeout(600)
    expect(page.locator(".found")).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=tamel*", timeout=PATIENCE)
    page.route("**/plot?*", lambda route: route.abort())
    page.goto(here + addresses(ledger)["network"])
    expect(page.locator("#plot")).to_contain_text("could not be loaded", timeout=PATIENCE)


def test_time_is_gone_through_by_links(page: Page, served: tuple[str, Ledger]) -> None:
    here, ledger = served
    page.goto(here + addresses(ledger)["network"])
    strip = page.get_by_role("navigation", name="Through time")
    strip.get_by_role("link", name="2015").first.click()
    page.wait_for_url("**on=2015*", timeout=PATIENCE)
    expect(page.locator(".periods [aria-current]")).to_contain_text("2015")
    page.get_by_role("link", name="2016 →").click()
    page.wait_for_url("**on=2016*", timeout=PATIENCE)


def test_words_that_are_selected_fill_the_form_that_adds_a_claim(page: Page, served: tuple[str, Ledger]) -> None:
    here, ledger = served
    claim = next(iter(ledger.view().claims(types=["pledge"]))).claim
    page.set_viewport_size({"width": 1200, "height": 900})
    page.goto(here + Links().page("document", claim.document))
    page.evaluate(
        """() => {
            const mark = document.querySelector("#text mark");
            const range = document.createRange();
            range.selectNodeContents(mark);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    marked = page.locator("#text mark").first.text_content() or ""
    words = page.get_by_label("The words that say it")
    expect(words).to_have_value(marked)
    page.get_by_label("What they tell").select_option("statement")
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("mark.chosen")).to_have_text(marked)
    page.get_by_label("issuer").fill("Ansar al-Wadi")
    page.get_by_label("Why you add it").fill("it was missed")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_role("status")).to_contain_text("Recorded: add, by a tester: it was missed")
    page.get_by_label("Why take it back").fill("only a trial")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("Recorded: undo")
