"""The passages that the network is taught by, and what is made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.reading.learned.labels import INDEX
from teaching.passages import FOLDER, Fault, Passage, read
from teaching.rows import Row, Taking, rows_of

TEXT = """@ wire, 2021-05-03
Moussa Tafa, a former logistics chief of the Salt Movement, crossed over to the Desert Guard in March.
= post | person: Moussa Tafa | group: Salt Movement | role: logistics chief | phase: former
= join | actor: Moussa Tafa | to: Desert Guard | from: Salt Movement
He denied that the Guard had killed its own treasurer.
= killing | victim: its own treasurer | by: Guard | certainty: denied
"""


def _passage(text: str, folder: Path) -> Passage:
    path = folder / "one.txt"
    path.write_text(text, encoding="utf-8")
    (found,) = read(path)
    assert isinstance(found, Passage)
    return found


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda p: p.stem)
def test_every_passage_is_annotated_without_fault(path: Path) -> None:
    found = list(read(path))
    assert [str(f) for f in found if isinstance(f, Fault)] == []
    assert all(p.text for p in found if isinstance(p, Passage))


@pytest.mark.parametrize(
    ("line", "said"),
    (
        ("= defect | actor: Moussa Tafa", "no claim type 'defect'"),
        ("= join | person: Moussa Tafa", "a join has no role 'person'"),
        ("= join | actor: Musa Tafa", "'Musa Tafa' does not stand in its sentence"),
    ),
)
def test_a_fault_names_the_passage_and_what_is_wrong(line: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(f"@ wire\nMoussa Tafa left.\n{line}\n", encoding="utf-8")
    (fault, _) = read(path)
    assert isinstance(fault, Fault)
    assert str(fault).startswith("one#0: ")
    assert said in str(fault)


def test_labels_stand_at_the_words_that_fill_the_roles(tmp_path: Path) -> None:
    rows: list[Row] = list(rows_of(_passage(TEXT, tmp_path), Taking()))
    labels = {label for row in rows for found in row.labels.values() for label in found}
    wanted = ("post", "post.role", "post.of", "join", "join.from", "killing", "killing.by")
    assert {INDEX[label] for label in wanted} <= labels
    assert any(former for row in rows for _, _, former in row.stances.values())
    assert any(denied for row in rows for denied, _, _ in row.stances.values())


def test_whom_a_sentence_does_not_speak_of_bears_a_label_where_he_is_in_view(tmp_path: Path) -> None:
    text = """@ wire, 2021-05-03
Moussa Tafa founded the Salt Movement.
= founding | group: Salt Movement | founder: Moussa Tafa
The spokesman is dead, and Ali Deko has taken his place as chief.
= appointment | person: Ali Deko | group: ^Salt Movement | role: chief
"""
    taking, passage = Taking(), _passage(text, tmp_path)
    asked = taking.take(passage.text)[0][1]
    row = list(rows_of(passage, taking))[1]
    (pair,) = [pair for pair, found in row.labels.items() if INDEX["appointment"] in found]
    assert [asked.given[k].phrase.text for k in pair] == ["Ali Deko", "Salt Movement"]
    assert [asked.given[k].in_view for k in pair] == [False, True]


def test_a_person_told_of_by_his_body_is_no_body(tmp_path: Path) -> None:
    text = """@ wire, 2021-05-03
Police arrested a senior Western Mountain Salvation Front leader on Monday.
= detention | person: a senior Western Mountain Salvation Front leader | by: Police
"""
    taking, passage = Taking(), _passage(text, tmp_path)
    asked = taking.take(passage.text)[0][0]
    (row,) = rows_of(passage, taking)
    ((one, other),) = [pair for pair, found in row.labels.items() if INDEX["detention"] in found]
    assert one == other
    assert asked.given[one].phrase.head == "leader"
