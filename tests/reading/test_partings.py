"""What parting and uniting lead to, told in one sentence; and lists of names that the parser takes apart."""

from __future__ import annotations

import pytest

from allegiance.model import Document
from allegiance.reading.reader import EnglishReader
from reading.lines import line_of, rows

TOLD = """
Salim Katende left the Lake Front in 2003 to found the Lake Army. => leave: actor=Salim Katende; from=Lake Front | when 2003 ;; founding: group=Lake Army; founder=Salim Katende | when 2003
Dissidents broke with the Lake Front in 2003 and formed the Lake Army. => split: group=Lake Army; from=Lake Front | when 2003 ;; founding: group=Lake Army | when 2003
In 2003 some fighters of the Lake Front broke away under the name of the Lake Army. => split: group=Lake Army; from=Lake Front | when 2003
The Lake Front fused with the Hill Guard to form the Lake Army. => merger: group=Lake Front; into=Lake Army ;; merger: group=Hill Guard; into=Lake Army ;; founding: group=Lake Army
The Lake Army is a merger of the Lake Front, the Hill Guard and the Plains Union. => merger: group=Lake Front; into=Lake Army ;; merger: group=Hill Guard; into=Lake Army ;; merger: group=Plains Union; into=Lake Army
The Lake Front and the Hill Guard united under the name of the Lake Army. => merger: group=Lake Front; into=Lake Army ;; merger: group=Hill Guard; into=Lake Army
A breakaway faction of the Lake Front, the Lake Army, took the town. => split: group=Lake Army; from=Lake Front
Idris Baro, a captain of the Lake Front, switched sides and now fights for the Hill Guard. => join: actor=Idris Baro; to=Hill Guard; from=Lake Front ;; post: person=Idris Baro; group=Lake Front; role=captain
He did not say why the Hill Guard had gone back on its pledge to the Lake Front. => renounce: actor=Hill Guard; from=Lake Front
Nobody knows whether Salim Katende left the Lake Front to found the Lake Army. =>
Salim Katende plans to leave the Lake Front and found the Lake Army. =>
Salim Katende left the Lake Front before the army formed the Hill Guard. => leave: actor=Salim Katende; from=Lake Front ;; founding: group=Hill Guard; founder=army
The Lake Front and the Hill Guard may merge to form the Lake Army. =>
Talks on a union of the Lake Front and the Hill Guard broke down. =>
"""  # noqa: E501


@pytest.mark.parametrize(("text", "want"), rows(TOLD))
def test_a_parting_and_what_it_leads_to_are_told_together(reader: EnglishReader, text: str, want: list[str]) -> None:
    findings, _ = reader.read(Document(text, "en"), "2024-03-14")
    said = {line_of(f.claim) for f in findings}
    moves = ("leave", "split", "founding", "merger", "join", "post", "renounce", "pledge", "renaming", "alias")
    assert {s for s in said if s.startswith(moves)} == set(want)


SUIT = """
The Fajr Battalion swore allegiance to the Dune Front in June. The Badr Battalion followed suit in July 2023. => pledge: actor=Fajr Battalion; to=Dune Front | when 2023-06 ;; pledge: actor=Badr Battalion; to=Dune Front | when 2023-07
Omar Tall joined the Dune Front in 2013. So did Issa Ba. => join: actor=Omar Tall; to=Dune Front | when 2013 ;; join: actor=Issa Ba; to=Dune Front
Omar Tall joined the Dune Front in 2013. His deputy, Issa Ba, did the same. => join: actor=Omar Tall; to=Dune Front | when 2013 ;; join: actor=Issa Ba; to=Dune Front
Omar Tall joined the Dune Front in 2013. Issa Ba did not follow suit. => join: actor=Omar Tall; to=Dune Front | when 2013
Omar Tall joined the Dune Front in 2013. Issa Ba may follow suit. => join: actor=Omar Tall; to=Dune Front | when 2013
Omar Tall joined the Dune Front in 2013. Will Issa Ba follow suit? => join: actor=Omar Tall; to=Dune Front | when 2013
Omar Tall joined the Dune Front in 2013. Oil fell, and gas followed suit. => join: actor=Omar Tall; to=Dune Front | when 2013
"""  # noqa: E501


@pytest.mark.parametrize(("text", "want"), rows(SUIT))
def test_whoever_follows_suit_did_what_was_told(reader: EnglishReader, text: str, want: list[str]) -> None:
    said = {line_of(f.claim) for f in reader.read(Document(text, "en"), "2024-03-14")[0]}
    assert {s for s in said if s.startswith(("join", "pledge"))} == set(want)
