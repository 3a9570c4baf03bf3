"""What holds for every text: the packaged reports, the little reports of the tables, and their sentences at random."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance import when
from allegiance.model import TYPES, WORD_ROLES, Claim, Document, Finding
from allegiance.reading import lexicon
from allegiance.reading.reader import EnglishReader
from reading.lines import lines, reports
from reading.test_reader import REPORTS
from reading.test_reader_silence import SILENT

LITTLE = [
    re.sub(r"^[#=].*\n?", "", block, flags=re.MULTILINE).strip() for block in re.split(r"\n(?=#)", REPORTS.strip())
]
SENTENCES = [
    *(s for text in LITTLE for s in re.split(r"(?<=\.) ", text)),
    *(re.sub(r"^!\w+: ", "", line).removesuffix(" =>") for line in SILENT.strip().splitlines()),
]
JOINTS = (" ", "\n\n", "\n", "\r\n\r\n", " “", "” ", " (", ") ", " — ", "\u202e ", "e\u0301 ", "حزب ")

Read = dict[str, list[Finding]]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Every text at hand, by its name."""
    return dict(reports()) | {f"little {i}": text for i, text in enumerate(LITTLE)}


@pytest.fixture(scope="module")
def read(reader: EnglishReader, texts: dict[str, str]) -> Read:
    """What each text gives, read in order by one reader."""
    return {name: reader.read(Document(text, "en"), "2016-05-04")[0] for name, text in texts.items()}


def flat(text: str) -> str:
    """A text with its blanks made one, as mentions have them."""
    return " ".join(text.split())


def wrong(text: str, claim: Claim) -> list[str]:
    """What of a claim does not lie in its text as it must."""
    start, end = claim.evidence.start, claim.evidence.end
    words = text[start:end]
    out = [] if 0 <= start < end <= len(text) and words.strip() == words else [f"evidence {words!r} is not whole"]
    if (start and text[start - 1 : start + 1].isalnum()) or (text[end - 1 : end + 1].isalnum() and end < len(text)):
        out.append(f"evidence {words!r} cuts a word")
    known = set(lexicon.countries().values())
    for filler in claim.roles:
        if filler.role in WORD_ROLES:
            continue
        if flat(filler.mention) not in flat(text):
            out.append(f"{filler.role}: the text has no {filler.mention!r}")
        if filler.name not in known and any(part not in text for part in filler.name.split()):
            out.append(f"{filler.role}: the text has no {filler.name!r}")
    return out


def test_the_texts_make_enough_claims_to_try_the_laws_on(read: Read) -> None:
    assert len({f.claim.type for found in read.values() for f in found}) >= len(TYPES) - 4
    assert sum(len(found) for found in read.values()) > 200


def test_evidence_mentions_and_names_lie_in_the_text(read: Read, texts: dict[str, str]) -> None:
    assert [(name, w) for name, found in read.items() for f in found for w in wrong(texts[name], f.claim)] == []


def test_every_date_is_edtf_and_says_from_what_it_was_reckoned(read: Read) -> None:
    for found in read.values():
        for claim in (f.claim for f in found):
            assert not claim.when or when.parse(claim.when)
            assert claim.when or not claim.reckoned_from


def test_every_claim_says_which_frame_gave_it_and_why(read: Read) -> None:
    frameless = [f.claim.type for found in read.values() for f in found if not f.frame]
    assert frameless == []


def test_no_claim_is_given_twice(read: Read) -> None:
    for name, found in read.items():
        ids = [f.claim.id for f in found]
        assert len(ids) == len(set(ids)), name


def test_the_same_text_gives_the_same_claims_whatever_was_read_before(
    reader: EnglishReader, read: Read, texts: dict[str, str]
) -> None:
    for name in reversed(list(texts)):
        assert reader.read(Document(texts[name], "en"), "2016-05-04")[0] == read[name], name


def test_a_new_reader_gives_the_same_claims(read: Read, texts: dict[str, str]) -> None:
    other = EnglishReader()
    for name in list(texts)[::7]:
        assert other.read(Document(texts[name], "en"), "2016-05-04")[0] == read[name], name


@settings(max_examples=60, deadline=None)
@given(
    text=st.sampled_from(LITTLE),
    before=st.sampled_from(["\n", "\n\n", "\ufeff\n"]),
    after=st.sampled_from(["\n", " \n\n"]),
)
def test_blank_lines_around_a_text_change_nothing(reader: EnglishReader, text: str, before: str, after: str) -> None:
    assert lines(reader, before + text + after, "2016-05-04") == lines(reader, text, "2016-05-04")


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_sentences_in_any_order_give_claims_that_lie_in_the_text(reader: EnglishReader, data: st.DataObject) -> None:
    picked = data.draw(st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(JOINTS)), max_size=8))
    text = "".join(sentence + joint for sentence, joint in picked)
    found, _ = reader.read(Document(text, "en"), "2016-05-04")
    assert [w for f in found for w in wrong(text, f.claim)] == []


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_can_be_read(reader: EnglishReader, text: str) -> None:
    found, _ = reader.read(Document(text, "en"), "")
    assert [w for f in found for w in wrong(text, f.claim)] == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "— — —", "()[]", "\x00", "A" * 5000, "Baro " * 500])
def test_a_text_that_says_nothing_gives_nothing(reader: EnglishReader, text: str) -> None:
    assert reader.read(Document(text, "en")) == ([], [])
