"""A report to hand on has every line of its answer with footnotes, in one file, and shows hostile text as text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pypdfium2  # type: ignore[import-untyped]
import pytest

from allegiance.answers.dossier import dossier
from allegiance.answers.lineage import lineage
from allegiance.answers.network import network
from allegiance.answers.roster import roster
from allegiance.answers.timeline import timeline
from allegiance.exports import cite, pdf, webpage
from allegiance.exports.drawn import Drawn, Lane, Mark, Strip
from allegiance.exports.report import MOST_NOTES, PAGE, Bounds, Known, Report, report
from allegiance.model import Answer, Coverage, Kind, Row
from answers.fakes import FakeView, named, says
from answers.fakes import report as published

SHOWN = 'Karim <script>alert(1)</script> #eval("1+1") $x$ *Oru* @note1 // `raw` \\ ]] #include "/etc/passwd"'
HOSTILE = f"{SHOWN}\u202e"
VIEW = FakeView(
    published(
        "Meridian Wire",
        "2016-03-14",
        says("post", person="Baro", group="Front", role="emir", when="2016-01", sentence="Baro is the Front's emir."),
        says("killing", victim="Baro", by="Army", when="2016-03-13", sources=["the army"], sentence="Baro was killed."),
        says("killing", victim="Baro", by="Army", certainty="denied", sources=["the Front"], sentence="Baro lives."),
        says("split", group="Front", from_="Union", when="2014", sentence="The Front left the Union in 2014."),
        says("post", person=HOSTILE, group="Front", role="spokesman #panic()", sentence=f"{HOSTILE} speaks for it."),
    )
)
_STATUSES = ("certain", "possible", "disputed")
FRONT, BARO = named("Front"), named("Baro", Kind.PERSON)
ANSWERS = [
    dossier(VIEW, BARO),
    dossier(VIEW, FRONT),
    roster(VIEW, FRONT, "2016-02-01"),
    timeline(VIEW, FRONT),
    network(VIEW, FRONT, on="2016-02-01"),
    lineage(VIEW, FRONT),
]
KNOWN = Known(published_by="2016-12-31", reader="The reader misses and errs.")


def _words(answer: Answer) -> Report:
    return report(answer, KNOWN)


def _pdf_text(made: bytes) -> str:
    with pypdfium2.PdfDocument(made) as opened:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in opened)
    # A line that a page breaks is one; it is read back without the blank at which it was broken, or with a hyphen's.
    return re.sub(r"\s+", "", text)


class _Parsed(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: str(answer.answer))
def test_every_line_and_footnote_stands_in_the_webpage_and_in_the_pdf(answer: Answer) -> None:
    made = _words(answer)
    assert made.parts
    page = re.sub(r"\s+", "", _Parsed(webpage.write(made)).text)
    printed = _pdf_text(pdf.write(made))
    for part in made.parts:
        for line in part.lines:
            assert re.sub(r"\s+", "", line.what) in page
            assert re.sub(r"\s+", "", line.what) in printed
            assert line.status in page
            assert line.notes
    for note in made.notes:
        assert re.sub(r"\s+", "", note.words) in page
        assert re.sub(r"\s+", "", note.words) in printed
    assert "Silenceisnotabsence" in printed.replace("silence", "Silence")
    assert "Thereadermissesanderrs." in printed


def test_footnotes_are_those_of_cite_and_numbered_as_they_are_met() -> None:
    answer = dossier(VIEW, BARO)
    made = _words(answer)
    assert [note.number for note in made.notes] == list(range(1, len(made.notes) + 1))
    first = next(number for part in made.parts for line in part.lines for number in line.notes)
    assert first == 1
    assert {note.words for note in made.notes} <= {cite.write(recorded) for recorded in answer.evidence.values()}


def test_the_footnotes_of_a_line_stand_in_their_order() -> None:
    claims = {r.claim.id: r for r in VIEW.claims()}
    ids = tuple(claims)
    rows = tuple(Row((("what", "it"), ("type", "")), "certain", told) for told in (ids[:3], (ids[2], *ids[:2])))
    made = report(Answer("timeline", (("actor", "Baro"),), rows, Coverage(1, 5), claims), Known())
    assert [line.notes for part in made.parts for line in part.lines] == [(1, 2, 3), (1, 2, 3)]


def test_a_denial_and_who_says_so_are_heard_in_the_footnote() -> None:
    heard = {note.words.split("“")[-1]: note.heard for note in _words(dossier(VIEW, BARO)).notes}
    assert heard["Baro lives.”"] == "Meridian Wire, from the Front; denied"
    assert heard["Baro was killed.”"] == "Meridian Wire, from the army"


def test_a_report_says_what_was_asked_and_by_when_it_was_known() -> None:
    made = report(roster(VIEW, FRONT, "2016-02-01"), Known("2016-12-31", "2024-01-01T00:00:00"))
    assert made.frame == (
        "On 2016-02-01",
        "As reports told it by 2016-12-31",
        "As the ledger held it at 2024-01-01T00:00:00",
    )
    assert (made.kind, made.title) == ("Roster", "Front")


def test_a_report_tells_spans_in_the_words_of_the_pages() -> None:
    (emir,) = [line for part in _words(ANSWERS[0]).parts for line in part.lines if "emir" in line.what]
    assert emir.when == "began by 2016-01-31, no end told"


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: str(answer.answer))
def test_the_same_question_gives_the_same_bytes(answer: Answer) -> None:
    assert webpage.write(_words(answer)) == webpage.write(_words(answer))
    assert pdf.write(_words(answer)) == pdf.write(_words(answer))


def test_hostile_text_is_text_in_the_webpage() -> None:
    text = webpage.write(_words(roster(VIEW, FRONT, "2016-03-14")))
    page = _Parsed(text)
    assert SHOWN in page.text
    assert {"script", "img", "link", "iframe", "form"}.isdisjoint(tag for tag, _ in page.tags)
    assert not any(name.startswith("on") or name in ("src", "style") for _, told in page.tags for name in told)
    assert "\u202e" not in text
    assert "default-src 'none'; style-src 'unsafe-inline'" in text


def test_hostile_text_is_text_in_the_pdf() -> None:
    printed = _pdf_text(pdf.write(_words(roster(VIEW, FRONT, "2016-03-14"))))
    assert re.sub(r"\s+", "", SHOWN) in printed


def test_half_surrogates_controls_and_names_in_every_script_can_be_set() -> None:
    names = (
        "Al\ud800",
        "Al\x00\x07\x1b[31m",
        "عبد الله",
        "রাকিব",
        "李明",
        "Идрис",
        "\u0300\u0301",
        "👩‍👩‍👧",
        "x" * 5000,
    )
    rows = tuple(Row((("what", name), ("type", "")), "certain", ()) for name in names)
    made = report(Answer("timeline", (("actor", names[0]),), rows, Coverage(1, 1)), Known())
    assert pdf.write(made).startswith(b"%PDF")
    text = webpage.write(made)
    assert "عبد الله" in text
    assert not any(character in text for character in "\x00\x07\x1b\ud800")


def test_tenures_are_drawn_in_the_webpage_and_in_the_pdf_with_words_for_whoever_does_not_see_them() -> None:
    strips = tuple(Strip(10.0 * n, 20.0, status, f"{status} {SHOWN}") for n, status in enumerate(_STATUSES))
    drawn = Drawn("Posts over time", (Lane(SHOWN, strips),), (Mark(0.0, "2015"), Mark(99.0, "2016")), 3)
    made = report(dossier(VIEW, BARO), KNOWN, drawn=drawn)
    page = _Parsed(webpage.write(made))
    (label,) = [told["aria-label"] or "" for tag, told in page.tags if tag == "svg" and told.get("role") == "img"]
    assert all(f"{status} {SHOWN}" in label for status in _STATUSES)
    assert [told["class"] for tag, told in page.tags if tag == "rect" and told.get("class") in _STATUSES][-3:] == [
        *_STATUSES
    ]
    assert "script" not in {tag for tag, _ in page.tags}
    assert "and 3 more, not drawn" in page.text
    printed = _pdf_text(pdf.write(made))
    for words in ("Posts over time", SHOWN, "and 3 more, not drawn", "2015"):
        assert re.sub(r"\s+", "", words) in printed
    assert 'id="drawn"' not in webpage.write(_words(dossier(VIEW, BARO)))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://x.example/" + "a" * 3000])
def test_only_addresses_of_the_web_and_no_endless_ones_are_led_to(url: str) -> None:
    made = _words(timeline(VIEW, FRONT))
    note = type(made.notes[0])(1, f"told at {url[:30]}", "", "")
    assert made.notes[0].url == ""
    assert 'href="javascript' not in webpage.write(Report("t", "k", (), (), (note,), ()))


def test_a_report_has_a_bound_and_says_what_it_leaves_out() -> None:
    many = [says("membership", actor=f"Man {n}", group="Front", sentence=f"Man {n} is in it.") for n in range(40)]
    joined = dossier(FakeView(published("Wire", "2016", *many)), FRONT)
    rows = tuple(Row(joined.rows[0].fields, "certain", tuple(joined.evidence)) for _ in range(PAGE.rows + 7))
    made = report(Answer("timeline", (("actor", "Front"),), rows, Coverage(1, 1), joined.evidence), Known())
    assert sum(len(part.lines) for part in made.parts) == PAGE.rows
    assert "7 more rows are left out." in made.caveats
    line = made.parts[0].lines[0]
    assert (len(line.notes), line.left_out) == (MOST_NOTES, 40 - MOST_NOTES)


def test_footnotes_have_a_bound_too_and_a_row_says_how_many_it_lacks() -> None:
    many = [says("membership", actor=f"Man {n}", group="Front", sentence=f"Man {n} is in it.") for n in range(6)]
    made = report(timeline(FakeView(published("Wire", "2016", *many)), FRONT), Known(), Bounds(rows=9, notes=4))
    assert len(made.notes) == 4
    assert [(len(line.notes), line.left_out) for line in made.parts[0].lines] == [(1, 0)] * 4 + [(0, 1)] * 2


def test_what_nobody_tells_is_said_to_be_untold() -> None:
    made = report(dossier(FakeView(), BARO), Known())
    assert "No report tells anything of this." in _Parsed(webpage.write(made)).text
    assert "Noreporttellsanythingofthis." in _pdf_text(pdf.write(made))
