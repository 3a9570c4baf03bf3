from hypothesis import given
from hypothesis import strategies as st

from allegiance.intake.paragraphs import paragraph_marks
from allegiance.model import Document, Span


def labels(text: str) -> list[str]:
    for mark in paragraph_marks(text):
        assert text.startswith(f"{mark.label}.", mark.start)
    return [mark.label for mark in paragraph_marks(text)]


def test_numbered_paragraphs_are_marked_where_they_begin() -> None:
    text = "Summary\n\n12. The Panel notes.\n\n  13. Baro left.\nHe went north.\n\n14. Omer stayed.\n"
    document = Document(text, marks=paragraph_marks(text))
    assert labels(text) == ["12", "13", "14"]
    at = text.index("north")
    assert document.place(Span(at, at + 5)) == "para. 13"
    assert document.place(Span(0, 7)) == ""


def test_two_numbers_are_no_series() -> None:
    assert labels("1. One.\n2. Two.\n") == []


def test_numbers_that_do_not_rise_are_no_series() -> None:
    assert labels("14. March was quiet.\n3. Brigade left.\n120. Men died.\n") == []


def test_a_number_inside_a_line_begins_no_paragraph() -> None:
    assert labels("On 1. The\nand 2. Then\nand 3. So\n4.5 million\n5.\n") == []


def test_a_lost_number_does_not_end_the_series() -> None:
    assert labels("12. A.\n13. B.\n15. D.\n16. E.\n") == ["12", "13", "15", "16"]


def test_a_short_list_inside_a_long_series_is_no_part_of_it() -> None:
    text = "57. A.\n58. B. Three points:\n1. x\n2. y\n3. z\n59. C.\n60. D.\n"
    assert labels(text) == ["57", "58", "59", "60"]


def test_series_one_after_another_are_both_kept() -> None:
    assert labels("1. A.\n2. B.\n3. C.\nAnnex\n1. D.\n2. E.\n3. F.\n") == ["1", "2", "3", "1", "2", "3"]


def test_years_are_no_paragraphs() -> None:
    assert labels("2014. A.\n2015. B.\n2016. C.\n") == []


def test_a_million_numbers_are_sorted_out_in_one_go() -> None:
    assert len(labels("1. a\n2. b\n3. c\n" * 20_000)) == 60_000


@given(st.lists(st.tuples(st.integers(1, 12), st.sampled_from(["", "word ", "\n"]))))
def test_marks_come_from_rising_series_of_at_least_three(lines: list[tuple[int, str]]) -> None:
    text = "".join(f"{before}{number}. Words.\n" for number, before in lines)
    found = labels(text)
    assert len(found) != 1
    assert len(found) != 2
    starts = sorted(mark.start for mark in paragraph_marks(text))
    assert len(set(starts)) == len(starts)
