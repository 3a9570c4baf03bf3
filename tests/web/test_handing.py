"""Each page of an actor leads to its answer as files to hand on, which are the same whenever they are asked for."""

from __future__ import annotations

import pypdfium2  # type: ignore[import-untyped]
import pytest
from starlette.testclient import TestClient

from allegiance import pipeline
from allegiance.ledger import Ledger
from allegiance.model import Kind
from allegiance.web.links import Links
from web.pages import MARKED, Page, browser


def _group(ledger: Ledger) -> str:
    return pipeline.actors_named(ledger.view(), "Ansar al-Wadi", Kind.GROUP)[0].id


@pytest.mark.parametrize("page", ["actor", "timeline", "roster", "network", "lineage"])
def test_a_page_leads_to_its_files_which_keep_the_day_and_the_clocks(at: TestClient, ledger: Ledger, page: str) -> None:
    asked = {"published_by": "2016-12-31", **({"on": "2016-04-01"} if page in ("roster", "network") else {})}
    found = Page(at.get(Links().page(page, _group(ledger), **asked)).text)
    files = [link for link in found.links if link.startswith("/report/")]
    assert len(files) == 2
    assert all("published_by=2016-12-31" in link for link in files)
    for link in files:
        given = at.get(link)
        assert given.status_code == 200
        assert given.headers["content-disposition"].startswith("attachment; filename=")
        assert at.get(link).content == given.content
    written, printed = (at.get(link).content for link in sorted(files))
    assert "As reports told it by 2016-12-31" in Page(written.decode()).text
    with pypdfium2.PdfDocument(printed) as opened:
        assert "Ansar al-Wadi" in opened[0].get_textpage().get_text_bounded()


@pytest.mark.parametrize("wrong", ["/report/secrets/{id}", "/report/roster/{id}?format=exe&on=2016"])
def test_there_are_no_other_reports(at: TestClient, ledger: Ledger, wrong: str) -> None:
    assert at.get(wrong.format(id=_group(ledger))).status_code == 404


def test_a_roster_of_no_day_and_a_report_on_nobody_are_refused_as_pages(at: TestClient, ledger: Ledger) -> None:
    assert at.get(Links().page("report", "roster", _group(ledger), on="never")).status_code == 400
    assert at.get(Links().page("report", "dossier", "nobody at all")).status_code == 404


def test_hostile_names_reach_a_file_as_text(hostile: Ledger) -> None:
    at = browser(hostile)
    (actor,) = hostile.view().find(MARKED)
    written = at.get(Links().page("report", "dossier", actor.id))
    page = Page(written.text)
    assert MARKED in page.text
    assert page.all("script") == page.all("img") == []
    assert '"' not in written.headers["content-disposition"].split("filename=")[1].strip('"')
    printed = at.get(Links().page("report", "dossier", actor.id, format="pdf"))
    with pypdfium2.PdfDocument(printed.content) as opened:
        text = " ".join(sheet.get_textpage().get_text_bounded() for sheet in opened)
    assert "<script>alert(1)</script>" in "".join(text.split())
