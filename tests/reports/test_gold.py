"""The annotated reports keep their own law: claims are valid, stand on words of the text, and name its actors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from edtf import parse_edtf
from pydantic import BaseModel

from allegiance.exchange import ClaimLine
from allegiance.model import TYPES, Phase

HERE = Path(__file__).parent
GOLD = sorted(path for folder in ("dev", "kept") for path in (HERE / folder).glob("*.gold.json"))


class Gold(BaseModel):
    """A gold file: the document's date, its actors with all their names, and its claims."""

    doc: str
    title: str
    published: str | None
    actors: dict[str, list[str]]
    claims: list[ClaimLine]


class Sidecar(BaseModel):
    """The metadata beside a report."""

    title: str = ""
    publisher: str = ""
    published: str | None = None


def stem(path: Path) -> str:
    return path.name.removesuffix(".gold.json")


def read(path: Path) -> tuple[str, Gold]:
    text = path.with_name(f"{stem(path)}.txt").read_text(encoding="utf-8")
    return text, Gold.model_validate_json(path.read_text(encoding="utf-8"))


every_report = pytest.mark.parametrize("path", GOLD, ids=stem)


def test_both_sets_are_there_and_no_name_is_used_twice() -> None:
    names = [stem(path) for path in GOLD]
    assert len(names) == len(set(names))
    assert {path.parent.name for path in GOLD} == {"dev", "kept"}


def test_every_claim_type_of_the_codebook_is_asked_for_in_dev() -> None:
    asked = {line.type for path in GOLD if path.parent.name == "dev" for line in read(path)[1].claims}
    assert asked == set(TYPES)


@every_report
def test_the_gold_belongs_to_its_report_and_agrees_with_the_metadata(path: Path) -> None:
    _, gold = read(path)
    beside = Sidecar.model_validate_json(path.with_name(f"{stem(path)}.meta.json").read_text(encoding="utf-8"))
    assert gold.doc == stem(path)
    assert (gold.title, gold.published) == (beside.title, beside.published)


@every_report
def test_every_claim_is_valid_and_its_date_is_edtf(path: Path) -> None:
    _, gold = read(path)
    assert gold.claims
    for line in gold.claims:
        claim = line.claim()
        assert bool(claim.phase is not Phase.NONE) == TYPES[claim.type].state
        if claim.when:
            parse_edtf(claim.when)


@every_report
def test_every_claim_stands_on_whole_words_of_the_text(path: Path) -> None:
    text, gold = read(path)
    for line in gold.claims:
        start, end = line.evidence
        assert 0 <= start < end <= len(text)
        words = text[start:end]
        assert words == words.strip()
        assert not (text[start - 1 : start].isalnum() and words[0].isalnum()), words
        assert not (words[-1].isalnum() and text[end : end + 1].isalnum()), words


@every_report
def test_every_actor_occurs_in_the_text_under_one_of_its_names(path: Path) -> None:
    text, gold = read(path)
    for main, others in gold.actors.items():
        assert any(name.casefold() in text.casefold() for name in (main, *others)), main


@every_report
def test_no_claim_is_given_twice(path: Path) -> None:
    raw = [json.dumps(claim, sort_keys=True) for claim in json.loads(path.read_text(encoding="utf-8"))["claims"]]
    assert len(raw) == len(set(raw))
