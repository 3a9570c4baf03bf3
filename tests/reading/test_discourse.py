"""Who is meant: pronouns and descriptions, joined to a name where grammar settles it and to nobody where not."""

from __future__ import annotations

import pytest

from allegiance.model import Document
from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

HE = """
General Haroun Gana fled. He was captured in Kosso. => detention: person=Haroun Gana | where Kosso
General Haroun Gana met Colonel Omar Benali. He was later captured. => detention: person=Haroun Gana
Salma Bishti, 40, met Colonel Omar Benali. She was later captured. => detention: person=Salma Bishti
General Haroun Gana said he had joined the Hill Brigade. => join: actor=Haroun Gana; to=Hill Brigade | says Haroun Gana
The army captured General Haroun Gana before he joined the Hill Brigade. => detention: person=Haroun Gana; by=army ;; join: actor=Haroun Gana; to=Hill Brigade
General Haroun Gana fled. He rested. He was captured in Kosso. => detention: person=Haroun Gana | where Kosso
General Haroun Gana leads the Hill Brigade. His deputy, Colonel Omar Benali, was captured. => post: person=Haroun Gana; group=Hill Brigade; role=leader ;; detention: person=Omar Benali ;; post: person=Omar Benali; group=Hill Brigade; role=deputy
Samir Haddu left the Northern Front. He joined the Hill Brigade. => leave: actor=Samir Haddu; from=Northern Front ;; join: actor=Samir Haddu; to=Hill Brigade
Philippine police arrested Ramil Sarmiento in Cotabato. He was freed in Manila. => detention: person=Ramil Sarmiento; by=Philippine police | where Cotabato ;; release: person=Ramil Sarmiento | where Manila
"""  # noqa: E501

IT = """
The Northern Front released Samir Haddu. It attacked Kosso. => release: person=Samir Haddu; by=Northern Front ;; attack: target=Kosso; actor=Northern Front
The army said it had killed Samir Haddu. => killing: victim=Samir Haddu; by=army | says army
The Northern Front said its fighters had killed Samir Haddu. => killing: victim=Samir Haddu; by=Northern Front | says Northern Front
The Hill Brigade attacked the Valley Guard. They killed Samir Haddu. => attack: target=Valley Guard; actor=Hill Brigade ;; killing: victim=Samir Haddu; by=Hill Brigade
The Northern Front killed Samir Haddu. It was founded in 1998. => killing: victim=Samir Haddu; by=Northern Front ;; founding: group=Northern Front | when 1998
!match: The army said its soldiers had killed Samir Haddu. => killing: victim=Samir Haddu; by=army | says army
"""  # noqa: E501

GROUPS = """
The Northern Front fought the Hill Brigade. The former attacked Kosso. => rivalry: a=Northern Front; b=Hill Brigade ;; attack: target=Kosso; actor=Northern Front
The Northern Front fought the Hill Brigade. The latter attacked Kosso. => rivalry: a=Northern Front; b=Hill Brigade ;; attack: target=Kosso; actor=Hill Brigade
The Hill Brigade attacked Kosso. The brigade is led by Samir Haddu. => attack: target=Kosso; actor=Hill Brigade ;; post: person=Samir Haddu; group=Hill Brigade; role=leader
The Northern Front attacked Kosso. The group killed Samir Haddu. => attack: target=Kosso; actor=Northern Front ;; killing: victim=Samir Haddu; by=Northern Front
Liwa al-Jabal fought the Northern Front. The brigade killed Samir Haddu. => rivalry: a=Liwa al-Jabal; b=Northern Front ;; killing: victim=Samir Haddu; by=Liwa al-Jabal
The Northern Front and the Hill Brigade met. The two groups fight the Valley Guard. => rivalry: a=Northern Front; b=Valley Guard ;; rivalry: a=Hill Brigade; b=Valley Guard
The Northern Front and the Hill Brigade met. Both groups have pledged allegiance to the Dawn Emirate. => pledge: actor=Northern Front; to=Dawn Emirate ;; pledge: actor=Hill Brigade; to=Dawn Emirate
The Northern Front and the Hill Brigade met. The two groups signed a truce in 2014. => agreement: a=Northern Front; b=Hill Brigade; kind=truce | when 2014
"""  # noqa: E501

DESCRIBED = """
Samir Haddu is the spokesman of the Northern Front. The spokesman was arrested. => post: person=Samir Haddu; group=Northern Front; role=spokesman ;; detention: person=Samir Haddu
Samir Haddu, the leader of the Northern Front, met Omar Benali. The leader was killed. => post: person=Samir Haddu; group=Northern Front; role=leader ;; killing: victim=Samir Haddu
The Hill Brigade's emir has defected to the Northern Front. Samir Haddu is the latest commander to do so. => join: actor=Samir Haddu; to=Northern Front; from=Hill Brigade ;; post: person=Samir Haddu; group=Hill Brigade; role=emir
"""  # noqa: E501

LOOSE = """
They joined the Northern Front. He was killed. =>
The Northern Front met the army. The former spokesman was arrested. =>
Both sides signed a truce in June. =>
It attacked on Monday and killed him. =>
It attacked Kosso on Monday and killed him. => attack: target=Kosso
The group denied it. =>
The men had joined the group. =>
She leads it. =>
The latter had left the former. =>
Nobody joined the Northern Front. =>
None of them left the Northern Front. =>
The army met the police. The two groups signed a truce in June. =>
"""


@pytest.mark.parametrize(("text", "wanted"), rows(HE))
def test_he_and_she_are_the_subject_so_far_or_the_only_person(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(IT))
def test_it_and_they_are_the_group_that_is_the_subject(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(GROUPS))
def test_a_described_group_is_the_one_that_the_words_settle(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(DESCRIBED))
def test_a_described_person_is_the_holder_of_the_role(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(LOOSE))
def test_what_the_text_does_not_settle_is_joined_to_nobody(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text) == sorted(wanted)


def test_the_two_groups_of_three_are_no_pair(reader: EnglishReader) -> None:
    text = "The Northern Front, the Hill Brigade and the Valley Guard met. The two groups are allied."
    assert lines(reader, text) == []


def test_a_pronoun_reads_its_own_sentence_before_the_last(reader: EnglishReader) -> None:
    text = "General Haroun Gana fled. Colonel Omar Benali said he had joined the Hill Brigade."
    assert lines(reader, text) == ["join: actor=Omar Benali; to=Hill Brigade | says Omar Benali"]


def test_a_pronoun_s_mention_is_the_pronoun_and_its_name_the_fullest(reader: EnglishReader) -> None:
    findings, _ = reader.read(Document("General Haroun Gana fled. He was captured in Kosso.", "en"))
    (filler,) = (f.claim.filler("person") for f in findings)
    assert filler is not None
    assert (filler.name, filler.mention) == ("Haroun Gana", "He")
