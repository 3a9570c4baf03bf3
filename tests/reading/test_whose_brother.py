"""Who is described by whose he is: what the sentence tells then is told of him, and of nobody else."""

from __future__ import annotations

import pytest

from allegiance.model import Document
from allegiance.reading.reader import EnglishReader


@pytest.mark.parametrize(
    "sentence",
    [
        "Karim Dost, the brother of Samir Haddu, was appointed commander of the Northern Front.",
        "Karim Dost, a cousin of Samir Haddu, was commander of the Northern Front in 2014.",
        "Karim Dost, close to Samir Haddu, was elected leader of the Northern Front.",
    ],
)
def test_the_post_is_the_brothers_and_not_his_whose_brother_he_is(reader: EnglishReader, sentence: str) -> None:
    findings, problems = reader.read(Document(sentence, "en"))
    holders = [f.claim.name("person") for f in findings if f.claim.type in ("post", "appointment")]
    assert (holders, list(problems)) == (["Karim Dost"], [])


@pytest.mark.parametrize(
    "sentence",
    [
        "The brigade was led by Samir Haddu, who was long commander of the Northern Front.",
        "The brigade was founded by Samir Haddu, until 2014 commander of the Northern Front.",
    ],
)
def test_a_description_behind_a_name_is_still_his(reader: EnglishReader, sentence: str) -> None:
    findings, _ = reader.read(Document(sentence, "en"))
    assert [f.claim.name("person") for f in findings if f.claim.type == "post"] == ["Samir Haddu"]


def test_the_word_before_a_name_means_nobody_else(reader: EnglishReader) -> None:
    told = "Layla Omari, a teacher, led the protest. The teacher Samir Dost left the Northern Front."
    findings, _ = reader.read(Document(told, "en"))
    assert [f.claim.name("actor") for f in findings if f.claim.type == "leave"] == ["Samir Dost"]
