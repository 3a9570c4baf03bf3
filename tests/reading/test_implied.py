"""The body of a post that its sentence leaves unsaid is what the text settles it to be, or nothing."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

POSTS = """
The Northern Front was founded in 1998. The Northern Front has cells in Kosso. Its spokesman is Samir Haddu. => post: person=Samir Haddu; group=Northern Front; role=spokesman
The Northern Front was founded in 1998. Omar Benali, the chief of logistics, was arrested in Kosso. The Northern Front has not commented. => post: person=Omar Benali; group=Northern Front; role=chief of logistics
The Northern Front held a congress in Kosso. Samir Haddu was elected general secretary. The Northern Front has 300 men. => appointment: person=Samir Haddu; group=Northern Front; role=general secretary
Haroun Gana leads the Hill Brigade. Haroun Gana was later named military commander. => appointment: person=Haroun Gana; group=Hill Brigade; role=military commander
"""  # noqa: E501

NONE = """
The Northern Front was founded in 1998. Samir Haddu, the police chief, said so. The Northern Front has not commented. => post: person=Samir Haddu; group=Northern Front
The Northern Front was founded in 1998. Salma Bishti, the minister of defence, said so. The Northern Front denied it. => post: person=Salma Bishti; group=Northern Front
The Northern Front fought the Hill Brigade in Kosso. Samir Haddu, the spokesman, said so. => post: person=Samir Haddu
The Northern Front was founded in 1998. Omar Benali, the task force commander, said so. The Northern Front fled. => post: person=Omar Benali; group=Northern Front
The Northern Front was founded in 1998. Samir Haddu was elected leader of the teachers' union. The Northern Front fled. => appointment: person=Samir Haddu; group=Northern Front
The army attacked Kosso. The army has many men. The spokesman, Omar Benali, said so. => post: person=Omar Benali; group=army
"""  # noqa: E501


@pytest.mark.parametrize(("text", "want"), rows(POSTS))
def test_a_post_without_a_body_is_in_the_one_that_the_text_is_about(
    reader: EnglishReader, text: str, want: list[str]
) -> None:
    found = lines(reader, text)
    assert all(any(line.startswith(w) for line in found) for w in want), found


@pytest.mark.parametrize(("text", "wrong"), rows(NONE))
def test_an_office_elsewhere_and_a_body_that_is_not_settled_stay_out(
    reader: EnglishReader, text: str, wrong: list[str]
) -> None:
    found = lines(reader, text)
    assert not any(line.startswith(w) for line in found for w in wrong), found
