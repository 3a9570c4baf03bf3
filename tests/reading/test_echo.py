"""What one sentence does to another: denials of what was said before, doubt cast on it, and who `he` is who adds."""

from __future__ import annotations

import pytest

from allegiance.finder import Finder, Naming
from allegiance.model import Claim, Document, Kind
from allegiance.reading.reader import EnglishReader

KNOWN = Finder.of(
    (
        Naming("Harrat Front", Kind.GROUP, "Harrat Front"),
        Naming("Northern Shield", Kind.GROUP, "Northern Shield"),
        Naming("Kosso Brigade", Kind.GROUP, "Kosso Brigade"),
        Naming("Reuters", Kind.GROUP, "Reuters"),
        Naming("Idris Baro", Kind.PERSON, "Idris Baro"),
        Naming("Samir Haddu", Kind.PERSON, "Samir Haddu"),
        Naming("Yusuf Dallo", Kind.PERSON, "Yusuf Dallo"),
    )
)

DENIED = """
The army said the commander Idris Baro had left the Harrat Front. The group denied it. | leave | Harrat Front
The army said Idris Baro had left the Harrat Front. Samir Haddu disputes this. | leave | Samir Haddu
The Harrat Front has formed an alliance with the Kosso Brigade, which both deny. | alliance | Harrat Front; Kosso Brigade
The Harrat Front has an alliance with the Northern Shield, Reuters said. Both deny it. | alliance | Harrat Front; Northern Shield
Reuters said Idris Baro had joined the Harrat Front. Samir Haddu called it a lie. | join | Samir Haddu
Reuters said Idris Baro had joined the Harrat Front. Samir Haddu rejected the claim. | join | Samir Haddu
Reuters said Idris Baro had joined the Harrat Front. Samir Haddu dismissed the report. | join | Samir Haddu
Reuters said Idris Baro had joined the Harrat Front. His brother said it was not true. | join | His brother
Reuters said Idris Baro had joined the Harrat Front. Samir Haddu said the report was false. | join | Samir Haddu
The army said Idris Baro had been killed on Monday. His brother told Reuters that Baro was alive. | killing | His brother; Reuters
The army said the Harrat Front had killed Idris Baro. The group says it had no part in it. | killing | Harrat Front
The army said the Harrat Front had killed Idris Baro. The Harrat Front denied any involvement. | killing | Harrat Front
The army said the Harrat Front had killed Idris Baro. The Harrat Front denied responsibility. | killing | Harrat Front
The army accused the Harrat Front of killing Idris Baro. The Harrat Front said it had not. | killing | Harrat Front
The army said Idris Baro had been captured. The Harrat Front denied the capture. | detention | Harrat Front
The army said Idris Baro had defected to the Harrat Front. The Northern Shield denied the defection. | join | Northern Shield
"""  # noqa: E501

NOT_DENIED = """
The army said Idris Baro had left the Harrat Front. The group did not deny it. | leave
The army said Idris Baro had left the Harrat Front. The group will deny it, he said. | leave
The army said Idris Baro had left the Harrat Front. The group denied the visa. | leave
The Harrat Front signed a ceasefire with the Northern Shield in May. Samir Haddu rejects it. | agreement
Idris Baro died in 2007, and it has since lived by taxes, a charge that the rebels reject. | death
Idris Baro left the Harrat Front in May. It rained. It snowed. It was cold. Samir Haddu denies it. | leave
The army said Idris Baro had left the Harrat Front. The group has neither confirmed nor denied it. | leave
"""

DOUBTED = """
The army said the Harrat Front had killed Idris Baro. The report could not be independently confirmed. | killing | The army
The army said Idris Baro had been killed, but this could not be verified. | killing | The army
The army said Idris Baro had been killed, although this could not be verified. | killing | The army
The army said Idris Baro had been killed. However, the report has not been confirmed. | killing | The army
The army said Idris Baro had been killed. There was no independent confirmation of the report. | killing | The army
The army said Idris Baro had been killed. Nobody has been able to verify the claim. | killing | The army
The army said Idris Baro had been killed. The claim remains unverified. | killing | The army
The army said Idris Baro had been killed. The Harrat Front has neither confirmed nor denied the report. | killing | The army
"""  # noqa: E501

SPEAKERS = """
A commander said Idris Baro had joined the Harrat Front. He added that Baro had killed Yusuf Dallo. | killing | A commander
Samir Haddu spoke to reporters. "Idris Baro joined the Harrat Front in May," he said. | join | Samir Haddu
Samir Haddu said Yusuf Dallo was dead. He said that Idris Baro had joined the Harrat Front. | join | Samir Haddu
"Idris Baro joined the Harrat Front in May," Samir Haddu said. "The army killed Yusuf Dallo in June." | killing | Samir Haddu
The Harrat Front issued a statement. The statement said Idris Baro had been killed. | killing | Harrat Front
The army said Yusuf Dallo was dead. The statement said Idris Baro had been killed. | killing | The army
The Harrat Front said Yusuf Dallo was dead. It said Idris Baro had been killed. | killing | Harrat Front
"""  # noqa: E501


def _rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in table.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def reader() -> EnglishReader:
    return EnglishReader(KNOWN)


def claims(reader: EnglishReader, text: str, claim_type: str) -> list[Claim]:
    """The claims of one type that the reader finds in a text."""
    found, _ = reader.read(Document(text, "en"), "2016-05-02")
    return [f.claim for f in found if f.claim.type == claim_type]


@pytest.mark.parametrize("row", _rows(DENIED), ids=lambda row: row[0])
def test_a_denial_is_one_more_claim_with_the_denier_as_its_source(reader: EnglishReader, row: tuple[str, ...]) -> None:
    text, claim_type, sources = row
    found = claims(reader, text, claim_type)
    said = [c for c in found if c.certainty.value != "denied"]
    denied = [c for c in found if c.certainty.value == "denied"]
    assert len(said) == 1
    assert ["; ".join(c.sources) for c in denied] == [sources]
    assert [f.name for f in denied[0].actors if f.role != "by"] == [f.name for f in said[0].actors if f.role != "by"]


@pytest.mark.parametrize("row", _rows(NOT_DENIED), ids=lambda row: row[0])
def test_what_denies_nothing_adds_no_denial(reader: EnglishReader, row: tuple[str, ...]) -> None:
    text, claim_type = row
    found = claims(reader, text, claim_type)
    assert found
    assert [c.sources for c in found if c.certainty.value == "denied"] == []


@pytest.mark.parametrize("row", _rows(DOUBTED), ids=lambda row: row[0])
def test_a_report_that_nobody_could_confirm_is_doubted_and_keeps_its_source(
    reader: EnglishReader, row: tuple[str, ...]
) -> None:
    text, claim_type, source = row
    assert [(c.certainty.value, c.sources) for c in claims(reader, text, claim_type)] == [("doubted", (source,))]


@pytest.mark.parametrize("row", _rows(SPEAKERS), ids=lambda row: row[0])
def test_he_who_added_is_he_who_spoke_before(reader: EnglishReader, row: tuple[str, ...]) -> None:
    text, claim_type, source = row
    assert [(c.certainty.value, c.sources) for c in claims(reader, text, claim_type)] == [("stated", (source,))]


def test_a_group_that_denies_a_killing_denies_its_own_part_and_not_the_death(reader: EnglishReader) -> None:
    found = claims(
        reader, "The army said the Harrat Front had killed Idris Baro. The Harrat Front denied it.", "killing"
    )
    assert [(c.certainty.value, c.name("victim"), c.name("by")) for c in found] == [
        ("stated", "Idris Baro", "Harrat Front"),
        ("denied", "Idris Baro", "Harrat Front"),
    ]


def test_a_third_who_denies_a_killing_denies_that_the_man_is_dead(reader: EnglishReader) -> None:
    found = claims(
        reader, "The army said its soldiers had killed Idris Baro. Samir Haddu denied the killing.", "killing"
    )
    assert [(c.certainty.value, c.name("by")) for c in found if c.certainty.value == "denied"] == [("denied", "")]


def test_doubt_cast_on_one_report_leaves_an_older_one_alone(reader: EnglishReader) -> None:
    text = (
        "Idris Baro was killed in May. Samir Haddu joined the Harrat Front. "
        "The army said Yusuf Dallo had been arrested. This could not be verified."
    )
    assert [c.certainty.value for c in claims(reader, text, "killing")] == ["stated"]
    assert [c.certainty.value for c in claims(reader, text, "detention")] == ["doubted"]
