"""The text layer: paragraphs of a document, cleaned without moving a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.reading.layout import Paragraph, blank, paragraphs
from reading.lines import reports, rows

SCRAPS = (
    "BOGANDE, March 14 (Wire) - ", "[see: the annex]", "(pictured)", "“left”", "«Kosso»", "’", "—", "- ",
    "• ", "12. ", "A. ", "4 Feb 1991 - ", "\n", "\n\n", "\r\n", "\t", " ",
    "Samir Haddu left the Northern Front. ", "[3]", "[the front]", "?!", "\u202e", "e\u0301", "حزب الوطن",
    "שלום", "\u200f", "\ufeff", "👩‍👩‍👧", "(", ")", "[", "]", '"', "IRNA, Tehran (12 May 2010) -- ",
)  # fmt: skip
"""What reports are made of, and what unsettles them: marks that combine, letters that run right to left, odd blanks."""

TEXTS = st.one_of(
    st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
)

DATELINES = """
Bogotá, Nov. 4 — Samir Haddu left. => Bogotá, Nov. 4 -
Galo, 3 May (AFP) – Samir Haddu left. => Galo, 3 May (AFP) -
Galo (Reuters) - Samir Haddu left. => Galo (Reuters) -
BOGANDE, March 14 (Sahel Wire) - Samir Haddu left. => BOGANDE, March 14 (Sahel Wire) -
KOSSO (Reuters) -- Samir Haddu left. => KOSSO (Reuters) --
KOSSO - Samir Haddu left. => KOSSO -
GENEVA, 15 January 2021 - Samir Haddu left. => GENEVA, 15 January 2021 -
AL MASAR, Torania — Samir Haddu left. => AL MASAR, Torania -
IRNA, Tehran (12 May 2010) -- Samir Haddu left. => IRNA, Tehran (12 May 2010) --
ASUNCIÓN, 3 de mayo - Samir Haddu left. => ASUNCIÓN, 3 de mayo -
ÉVREUX, 14 juillet 2019 (AFP) - Samir Haddu left. => ÉVREUX, 14 juillet 2019 (AFP) -
SÃO PAULO, 12 de março de 2018 - Samir Haddu left. => SÃO PAULO, 12 de março de 2018 -
BERLIN, 3. Mai - Samir Haddu left. => BERLIN, 3. Mai -
BARO, 40 others - Samir Haddu left. =>
Baro 12 men - Samir Haddu left. =>
Émile Baro - Samir Haddu left. =>
Political head: Samir Haddu left. =>
Leader - Samir Haddu left. =>
Baro - Samir Haddu left. =>
The army - what is left of it - fled. =>
"""

ENTRIES = """
4 February 1991 - Samir Haddu left. => 4 February 1991
4 Feb 1991: Samir Haddu left. => 4 Feb 1991
March 2004 – A truce was signed. => March 2004
March 3, 2004 - A truce was signed. => March 3, 2004
1998: The front was founded. => 1998
early 1998: The front was founded. =>
In 1998 the front was founded. =>
1998 was a hard year for the front. =>
"""

LEADS = """
- Samir Haddu left the front in May. => Samir Haddu left the front in May.
• Samir Haddu left the front in May. => Samir Haddu left the front in May.
* Samir Haddu left the front in May. => Samir Haddu left the front in May.
(a) Samir Haddu left the front in May. => Samir Haddu left the front in May.
12. The Panel met in May. => The Panel met in May.
A. The Panel met in May. => The Panel met in May.
iv. The Panel met in May. => The Panel met in May.
12 men met in May. => 12 men met in May.
"""

BRACKETS = """
The front [see: the annex] moved. => The front moved.
The front moved.[3] It stayed. => The front moved. It stayed.
The front moved.[citation needed] => The front moved.
Stop the [SDF] now. => Stop the SDF now.
He said the front [which he leads] moved. => He said the front moved.
Samir Haddu (pictured) left. => Samir Haddu left.
The “front” moved — and ‘stayed’. => The "front" moved - and 'stayed'.
"""


def test_blanking_keeps_what_stands_beside_and_the_length() -> None:
    assert blank("abcdef", 2, 4) == "ab  ef"


@given(TEXTS)
def test_length_is_kept_to_the_character_for_any_text(text: str) -> None:
    for part in paragraphs(text):
        assert len(part.clean) == part.end - part.start
        assert "\n" not in part.clean


@given(TEXTS)
def test_paragraphs_run_in_order_and_leave_only_blanks_between(text: str) -> None:
    at = 0
    for part in paragraphs(text):
        assert text[at : part.start].strip() == ""
        assert at <= part.start < part.end <= len(text)
        at = part.end
    assert text[at:].strip() == ""


@given(TEXTS)
def test_every_letter_that_is_left_stands_where_it_stood(text: str) -> None:
    for part in paragraphs(text):
        for at, char in enumerate(part.clean, part.start):
            assert char == text[at] or not char.isalnum()


@given(TEXTS)
def test_asides_and_quotes_lie_in_their_paragraph(text: str) -> None:
    for part in paragraphs(text):
        for aside in part.asides:
            assert part.start <= aside.start < aside.end <= part.end
            assert len(aside.text) == aside.end - aside.start - 2
            assert part.clean[aside.start - part.start : aside.end - part.start].strip() == ""
        assert all(part.start <= a < b <= part.end for a, b in part.quotes)


@pytest.mark.parametrize(("name", "text"), reports(), ids=lambda value: value[:30])
def test_a_packaged_report_keeps_its_letters_where_they_are(name: str, text: str) -> None:
    found = paragraphs(text)
    assert found, name
    assert all(len(p.clean) == p.end - p.start for p in found)


@pytest.mark.parametrize(("text", "wanted"), rows(DATELINES))
def test_a_dateline_begins_in_capitals_or_has_a_day_and_is_set_aside(text: str, wanted: list[str]) -> None:
    (part,) = paragraphs(text)
    assert part.dateline == "".join(wanted)
    assert part.clean.strip() == ("Samir Haddu left." if wanted else text)


@pytest.mark.parametrize(("text", "wanted"), rows(ENTRIES))
def test_a_chronology_s_entry_begins_with_its_date(text: str, wanted: list[str]) -> None:
    (part,) = paragraphs(text)
    assert part.entry == "".join(wanted)
    assert part.clean.strip()[0].isalpha() or not wanted


@pytest.mark.parametrize(("text", "wanted"), rows(LEADS))
def test_a_bullet_or_a_number_before_a_paragraph_is_no_word_of_it(text: str, wanted: list[str]) -> None:
    (part,) = paragraphs(text)
    assert part.clean.strip() == wanted[0]


@pytest.mark.parametrize(("text", "wanted"), rows(BRACKETS))
def test_a_gloss_is_set_aside_and_a_supplied_word_is_kept(text: str, wanted: list[str]) -> None:
    (part,) = paragraphs(text)
    assert " ".join(part.clean.split()).replace(" .", ".") == wanted[0]


def test_an_aside_says_what_stood_in_its_bracket_and_where() -> None:
    text = "Movement for Azur (MLA) met."
    (part,) = paragraphs(text)
    assert [(text[a.start : a.end], a.text) for a in part.asides] == [("(MLA)", "MLA")]


def test_a_quotation_runs_from_mark_to_mark_whatever_the_marks() -> None:
    text = "He said: “We left Kosso.” Then «we stayed»."
    (part,) = paragraphs(text)
    assert [text[a:b] for a, b in part.quotes] == ["“We left Kosso.”", "«we stayed»"]


def test_a_line_without_a_stop_is_a_headline_above_the_text_and_a_heading_within_it() -> None:
    found = paragraphs("Front Moves On\n\nThe front moved in May.\n\nHistory\n\nThe front was founded in 1998.")
    assert [p.kind for p in found] == ["headline", "body", "heading", "body"]
    assert [p.topic for p in found] == ["", "", "History", "History"]


def test_list_items_are_bullets_of_their_own() -> None:
    found = paragraphs("Events:\n\n- Samir Haddu left the front.\n- Omar Benali joined the front.")
    assert [p.kind for p in found[-2:]] == ["bullet", "bullet"]


WRAPPED = """\
The soldiers of the northern garrison, who had not been
paid since the spring, left their posts on Monday and went
over to the hill men, and with them went the guns that had
held the valley through the winter and the mules that had
carried them.

The second paragraph begins here."""


def test_lines_of_one_width_are_one_paragraph() -> None:
    found = paragraphs(WRAPPED)
    assert [p.start for p in found] == [0, WRAPPED.index("The second")]
    assert "been paid since" in found[0].clean


def test_lines_that_end_are_paragraphs_each() -> None:
    text = "The first line ends here with a stop.\nThe second line ends here with a stop."
    assert [text[p.start : p.end] for p in paragraphs(text)] == text.split("\n")


@pytest.mark.parametrize("text", ["", "\n", "  \n\n \t\n"])
def test_a_blank_text_has_no_paragraphs(text: str) -> None:
    none: list[Paragraph] = []
    assert paragraphs(text) == none


def test_a_run_of_characters_without_end_is_no_word_and_moves_nothing() -> None:
    text = "Baro left. " + "(" * 5000 + " The Front denied it."
    (part,) = paragraphs(text)
    assert len(part.clean) == len(text)
    assert part.clean.split() == ["Baro", "left.", "The", "Front", "denied", "it."]
