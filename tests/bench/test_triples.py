"""Open extraction as a rival: a triple is a claim where its verb is a trigger and names fill the key roles."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from spacy.tokens import Doc

from allegiance.model import Document
from allegiance.reading.reader import EnglishReader
from bench.measuring.triples import NAME, Triples, triples


def of_the_parse(doc: Doc) -> Iterator[SimpleNamespace]:
    """Triples as an open extraction system gives them: of each verb its subject, itself and its object or doer."""
    for verb in (t for t in doc if t.pos_ == "VERB"):
        kids = {k.dep_: k for k in verb.children}
        agent = next((k for k in kids["agent"].children), None) if "agent" in kids else None
        subject, whole = kids.get("nsubj") or kids.get("nsubjpass"), kids.get("dobj") or agent
        if subject is not None and whole is not None:
            helpers = [k for k in verb.children if k.dep_ in ("aux", "auxpass")]
            yield SimpleNamespace(
                subject=list(subject.subtree), verb=[*helpers, verb], object=[t for t in whole.subtree if t != whole]
                + [whole],
            )  # fmt: skip


@pytest.fixture(scope="module")
def rival() -> Triples:
    return Triples(EnglishReader(), of_the_parse)


def said(rival: Triples, text: str) -> list[tuple[str, ...]]:
    return [(c.type, *(f"{f.role}: {f.name}" for f in c.roles)) for c in rival.claims(Document(text, "en"))]


@pytest.mark.parametrize(
    "text", ["The River Brigade killed Kamal Dost in May.", "Kamal Dost was killed by the River Brigade in May."]
)
def test_who_does_it_and_who_suffers_it_are_told_apart(rival: Triples, text: str) -> None:
    assert ("killing", "victim: Kamal Dost", "by: River Brigade") in said(rival, text)


def test_a_triple_of_another_verb_or_of_no_names_says_nothing(rival: Triples) -> None:
    assert said(rival, "Kamal Dost painted the River Brigade.") == []
    assert said(rival, "The rain killed the harvest.") == []


def test_without_the_system_there_is_no_such_rival(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == NAME else object())
    assert triples(EnglishReader()) is None
