"""In a real browser: reports are handed over and read, whoever is in them is followed, and the answer is handed on."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from allegiance.ledger import Ledger
from cli.running import JOINED, KILLED, write

_PATIENCE = 120_000
"""Milliseconds: the reader is made ready first, and the machine may do much else besides."""


def test_a_folder_is_read_with_its_progress_shown_and_what_it_tells_is_followed_and_handed_on(
    page: Page, served: tuple[str, Ledger], tmp_path: Path
) -> None:
    here, _ = served
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    write(tmp_path / "folder", "one", KILLED, published="2014-06-01", publisher="Wire")
    write(tmp_path / "folder" / "more", "two", JOINED)
    page.goto(f"{here}/read")
    page.get_by_label("Or a folder").set_input_files(tmp_path / "folder")
    page.get_by_label("Who published them").fill("Daily")
    page.get_by_role("button", name="Read them").click()
    # The page says by itself that all is done: nobody asks for it again.
    expect(page.get_by_role("status")).to_contain_text("2 reports dealt with, 2 of them new", timeout=_PATIENCE)
    expect(page.get_by_text("Wire, 2014-06-01")).to_be_visible()
    page.goto(f"{here}/search?q=Idris+Baro")
    page.get_by_role("link", name="Idris Baro").first.click()
    page.get_by_role("button", name="Follow").click()
    expect(page.get_by_text("You follow it")).to_be_visible()
    for format in ("HTML", "PDF"):
        with page.expect_download() as given:
            page.get_by_role("link", name=format, exact=True).click()
        assert given.value.suggested_filename.endswith(format.lower())
        given.value.save_as(tmp_path / f"report.{format.lower()}")
    page.goto(f"{here}/")
    expect(page.get_by_role("heading", name="Whom you follow")).to_be_visible()
    page.goto((tmp_path / "report.html").as_uri())
    expect(page.get_by_role("heading", name="Idris Baro")).to_be_visible()
    page.get_by_role("link", name="footnote 1").first.click()
    assert page.url.endswith("#note1")
    assert wrong == []
