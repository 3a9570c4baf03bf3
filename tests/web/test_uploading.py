"""Reports are handed over to be read: in bounds, with progress, and a stop that keeps what is recorded."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from allegiance.ledger import Ledger, open_ledger
from allegiance.model import Claim, Document, Filler, Finding, Kind, Phase, Span
from allegiance.web.app import make_app
from allegiance.web.guard import LARGEST_UPLOAD
from allegiance.web.site import Serving
from intake.made import packed
from web.pages import HERE, HOST, SCRIPT, Page, form_token

ORIGIN = {"origin": HERE}
TEXT = "Baro leads the River Brigade."
_PATIENCE = 60.0


class Simple:
    """A reader that finds one post in each text, and waits in the middle of a lot until it is told to go on."""

    name = "simple"
    languages = frozenset({"en"})

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.go_on = threading.Event()
        self.waits = False

    def read(self, document: Document, published: str = "") -> tuple[list[Finding], list[str]]:
        """The post, where the text begins with it."""
        del published
        if self.waits:
            self.reached.set()
            assert self.go_on.wait(_PATIENCE)
        if not document.text.startswith(TEXT):
            return [], []
        roles = (Filler("person", "Baro", kind=Kind.PERSON), Filler("group", "River Brigade", kind=Kind.GROUP))
        claim = Claim(document.id, "post", (*roles, Filler("role", "leader")), Span(0, len(TEXT)), phase=Phase.CURRENT)
        return [Finding(claim)], []


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(f"sqlite:///{tmp_path / 'own.db'}") as opened:
        yield opened


@pytest.fixture
def reader() -> Iterator[Simple]:
    """The reader of what is handed over; whatever waits for it goes on at the end."""
    made = Simple()
    yield made
    made.go_on.set()


@pytest.fixture
def at(own: Ledger, reader: Simple) -> TestClient:
    """A browser at that ledger."""
    app = make_app(own, Serving(frozenset({HOST}), "", "a tester"), lambda: reader)
    return TestClient(app, base_url=HERE)


def _hand_over(at: TestClient, *files: tuple[str, bytes], **fields: str) -> str:
    """Hand files over; the address of the page that tells how far they are, or the status of the refusal."""
    token = form_token(at.get("/read").text)
    given = [("files", (name, data, "application/octet-stream")) for name, data in files]
    answer = at.post("/read", data={"form_token": token, **fields}, files=given, headers=ORIGIN, follow_redirects=False)
    return answer.headers.get("location", str(answer.status_code))


def _done(at: TestClient, address: str) -> Page:
    """The page when all is done."""
    for _ in range(int(_PATIENCE * 20)):
        text = at.get(address).text
        if 'data-running="0"' in text:
            return Page(text)
        time.sleep(0.05)
    raise AssertionError("it never ended")


def test_files_and_archives_are_read_and_recorded(at: TestClient, own: Ledger) -> None:
    archive = packed({"r/two.txt": f"{TEXT} Two.".encode(), "r/two.meta.json": b'{"published": "2014-05-01"}'})
    address = _hand_over(at, ("one.txt", TEXT.encode()), ("all.zip", archive), publisher="Wire", published="2016")
    page = _done(at, address)
    assert "2 reports dealt with, 2 of them new; 2 new claims." in " ".join(page.text.split())
    told = {r.appearances[0].name: r.appearances[0] for r in own.view().reports(10)}
    assert {name: (a.published, a.publisher) for name, a in told.items()} == {
        "one": ("2016", "Wire"),
        "two": ("2014-05-01", "Wire"),
    }
    assert {f"/document/{a.document}".replace(":", "%3A") for a in told.values()} <= set(page.links)
    assert own.view().find("Baro")
    assert address in Page(at.get("/read").text).links


def test_what_was_taken_out_of_the_ledger_since_is_not_shown(at: TestClient, own: Ledger) -> None:
    address = _hand_over(at, ("petty.txt", TEXT.encode()), ("other.txt", f"{TEXT} Two.".encode()))
    page = _done(at, address)
    assert "petty" in page.text
    gone = next(r.document for r in own.view().reports(10) if r.appearances[0].name == "petty")
    own.redact_document(gone, "a tester", "asked for")
    page = _done(at, address)
    assert "petty" not in page.text
    assert "other" in page.text


def test_the_same_again_adds_nothing(at: TestClient) -> None:
    for new in ("1 of them new; 1 new claim.", "0 of them new; 0 new claims."):
        page = _done(at, _hand_over(at, ("one.txt", TEXT.encode())))
        assert new in " ".join(page.text.split())


def test_how_far_it_is_can_be_seen_and_it_can_be_stopped(at: TestClient, own: Ledger, reader: Simple) -> None:
    reader.waits = True
    many = [(f"{n:02}.txt", f"{TEXT} Number {n}.".encode()) for n in range(20)]
    address = _hand_over(at, *many)
    assert reader.reached.wait(_PATIENCE)
    running = Page(at.get(address).text)
    assert "The reports are being read: 0 of 20 files." in " ".join(running.text.split())
    assert [bar["max"] for bar in running.all("progress")] == ["20"]
    assert "script-src 'self'" in at.get(address).headers["content-security-policy"]
    token = form_token(at.get(address).text)
    assert at.post(f"{address}/stop", data={"form_token": token}, headers=ORIGIN).status_code == 200
    reader.go_on.set()
    page = _done(at, address)
    assert "Stopped." in page.text
    kept = len(own.view().reports(50))
    assert 0 < kept < 20
    assert f"{kept} report{'s' if kept > 1 else ''} dealt with" in " ".join(page.text.split())
    assert own.view().find("Baro"), "the names of what is kept are resolved"


def test_one_lot_is_read_at_a_time(at: TestClient, reader: Simple) -> None:
    token = form_token(at.get("/read").text)
    reader.waits = True
    address = _hand_over(at, ("one.txt", TEXT.encode()))
    assert reader.reached.wait(_PATIENCE)
    assert at.get("/read").text.count("<form") == 1, "only the search is left"
    files = {"files": ("two.txt", TEXT.encode())}
    assert at.post("/read", data={"form_token": token}, files=files, headers=ORIGIN).status_code == 403
    reader.go_on.set()
    _done(at, address)


def test_what_breaks_is_told(own: Ledger) -> None:
    def broken() -> Simple:
        raise ValueError("no reader")

    at = TestClient(make_app(own, Serving(frozenset({HOST}), "", "a tester"), broken), base_url=HERE)
    page = _done(at, _hand_over(at, ("one.txt", TEXT.encode())))
    assert "It broke off" in page.text
    assert "no reader" not in page.text


def test_what_cannot_be_taken_is_told_by_its_name_and_shows_as_text(at: TestClient) -> None:
    bad = packed({"../evil.txt": b"x"})
    page = _done(at, _hand_over(at, (f"{SCRIPT}.exe", b"MZ"), ("../../etc/passwd.zip", bad), ("ok.txt", TEXT.encode())))
    text = " ".join(page.text.split())
    assert f"{SCRIPT}.exe" in text
    assert "a part of it names a place outside it" in text
    assert {script.get("src") for script in page.all("script")} == {"/static/find.js"}
    assert "1 report dealt with" in text


@pytest.mark.parametrize("name", ["../../../tmp/own.txt", "/etc/passwd.txt", "C:\\x\\own.txt", "a\x00b.txt"])
def test_the_name_of_a_file_opens_and_writes_nothing(at: TestClient, own: Ledger, name: str, tmp_path: Path) -> None:
    before = sorted(path.name for path in tmp_path.rglob("*"))
    _done(at, _hand_over(at, (name, TEXT.encode())))
    (report,) = own.view().reports(10)
    assert own.document(report.document).text == TEXT
    assert {path.split("-")[0] for path in sorted(p.name for p in tmp_path.rglob("*"))} == {
        path.split("-")[0] for path in before
    }


def test_nothing_chosen_a_wrong_date_and_too_much_are_refused(at: TestClient, own: Ledger) -> None:
    assert _hand_over(at) == "403"
    assert _hand_over(at, ("one.txt", b"x"), published="last week") == "400"
    assert _hand_over(at, ("one.txt", b"x"), publisher="x" * 401) == "403"
    assert _hand_over(at, *[(f"{n}.txt", b"") for n in range(1001)]) == "400"
    assert own.view().reports(10) == []


def test_a_body_beyond_the_bound_is_not_read(at: TestClient) -> None:
    headers = {**ORIGIN, "content-length": str(LARGEST_UPLOAD + 1), "content-type": "multipart/form-data; boundary=x"}
    assert at.post("/read", content=b"", headers=headers).status_code == 413
    headers["content-length"] = str(LARGEST_UPLOAD - 1)
    assert at.post("/review", content=b"", headers=headers).status_code == 413, "only reports may be so large"


@pytest.mark.parametrize(
    ("token", "headers"), [("0" * 64, ORIGIN), ("", ORIGIN), (None, {"origin": "http://evil.example"}), (None, {})]
)
def test_only_a_form_of_this_session_and_site_hands_over_or_stops(
    at: TestClient, token: str | None, headers: dict[str, str]
) -> None:
    ours = form_token(at.get("/read").text)
    data = {"form_token": ours if token is None else token}
    files = {"files": ("one.txt", TEXT.encode())}
    assert at.post("/read", data=data, files=files, headers=headers).status_code == 403
    address = _hand_over(at, ("one.txt", TEXT.encode()))
    assert at.post(f"{address}/stop", data=data, headers=headers).status_code == 403
    _done(at, address)


def test_there_is_no_page_of_what_was_not_handed_over(at: TestClient) -> None:
    assert at.get("/read/..%2fx").status_code == 404
    assert at.get("/read/nothing").status_code == 404


def test_the_end_of_the_pages_ends_what_is_read(own: Ledger, reader: Simple) -> None:
    reader.waits = True
    app = make_app(own, Serving(frozenset({HOST}), "", "a tester"), lambda: reader)
    with TestClient(app, base_url=HERE) as at:
        address = _hand_over(at, *[(f"{n}.txt", f"{TEXT} {n}".encode()) for n in range(20)])
        assert reader.reached.wait(_PATIENCE)
        threading.Timer(0.2, reader.go_on.set).start()
    page = TestClient(app, base_url=HERE).get(address).text
    assert "Stopped." in page
