"""The packaged example: its reports, their metadata, its gold claims and its story fit each other and the codebook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from allegiance.exchange import ClaimLine
from allegiance.model import WORD_ROLES, Certainty, Document, Finding, Kind
from allegiance.readers import checked
from allegiance.when import parse

REPORTS = Path(str(files("allegiance"))) / "examples" / "reports"
HERE = Path(__file__).parent
TEXTS = {path.stem: path for path in sorted(REPORTS.iterdir()) if path.suffix in {".txt", ".md", ".html"}}
GOLD = {path.name.removesuffix(".gold.json"): path for path in sorted((HERE / "gold").glob("*.gold.json"))}
SPELLINGS = 6


class Sidecar(BaseModel):
    """The metadata beside a report: these keys and no other."""

    model_config = ConfigDict(extra="forbid")

    published: str = ""
    publisher: str
    author: str = ""
    url: str
    archive_url: str = ""
    title: str
    language: str
    name: str = ""


class Gold(BaseModel):
    """One report's gold claims."""

    model_config = ConfigDict(extra="forbid")

    doc: str
    title: str
    published: str | None
    actors: dict[str, list[str]]
    claims: list[ClaimLine]


class StoryActor(BaseModel):
    """An actor of the story: each name, and the reports that mean this actor by it."""

    model_config = ConfigDict(extra="forbid")

    id: str
    kind: Kind
    name: str
    note: str = ""
    names: dict[str, list[str]]


class Question(BaseModel):
    """A question with its answer in rows, and reports that the answer rests on."""

    model_config = ConfigDict(extra="forbid")

    ask: str
    command: str
    arguments: dict[str, str]
    answer: list[dict[str, str]]
    reports: list[str]


class Story(BaseModel):
    """What is so in the invented world."""

    model_config = ConfigDict(extra="forbid")

    actors: list[StoryActor]
    copies: list[list[str]]
    replaced: dict[str, str]
    questions: list[Question]


class Words(HTMLParser):
    """The text of a page after its head, where these pages keep their styles and scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.in_body = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.in_body = self.in_body or tag == "body"

    def handle_data(self, data: str) -> None:
        if self.in_body:
            self.found.append(data)


@cache
def body(stem: str) -> str:
    """A report's words on one line."""
    text = TEXTS[stem].read_text("utf-8")
    if TEXTS[stem].suffix == ".html":
        page = Words()
        page.feed(text)
        text = "".join(page.found)
    return " ".join(text.split())


@cache
def sidecar(stem: str) -> Sidecar:
    return Sidecar.model_validate_json((REPORTS / f"{stem}.meta.json").read_bytes())


@cache
def gold(stem: str) -> Gold:
    return Gold.model_validate_json(GOLD[stem].read_bytes())


@cache
def story() -> Story:
    return Story.model_validate(yaml.safe_load((HERE / "story.yaml").read_text("utf-8")))


def says(stem: str, name: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", body(stem)) is not None


def gold_claims() -> Iterator[tuple[str, ClaimLine]]:
    for stem in GOLD:
        for line in gold(stem).claims:
            yield stem, line


def test_the_example_is_large_enough_to_show_what_the_program_does() -> None:
    assert len(TEXTS) >= 22
    assert len(GOLD) >= 10
    assert len(story().questions) >= 15
    assert len({sidecar(stem).publisher for stem in TEXTS}) >= 8


@pytest.mark.parametrize("stem", TEXTS)
def test_every_report_has_metadata_with_known_keys_and_an_edtf_date(stem: str) -> None:
    published = sidecar(stem).published
    assert not published or parse(published) is not None
    assert re.match(r"https://[a-z.-]+\.example\.(org|com|net)/", sidecar(stem).url)


def test_no_metadata_stands_alone() -> None:
    assert {path.name.removesuffix(".meta.json") for path in REPORTS.glob("*.meta.json")} == set(TEXTS)


@pytest.mark.parametrize("stem", TEXTS)
def test_a_report_is_as_long_as_a_report(stem: str) -> None:
    assert 80 <= len(body(stem).split()) <= 450


@pytest.mark.parametrize("stem", [stem for stem, path in TEXTS.items() if path.suffix == ".html"])
def test_a_page_tells_its_author_and_its_date_as_its_metadata_do(stem: str) -> None:
    page = TEXTS[stem].read_text("utf-8")
    assert f'<meta name="author" content="{sidecar(stem).author}">' in page
    assert f'content="{sidecar(stem).published}T' in page
    assert "<nav>" in page
    assert "<footer>" in page


@pytest.mark.parametrize("stem", GOLD)
def test_gold_names_its_report_and_its_date(stem: str) -> None:
    assert gold(stem).doc == stem
    assert (gold(stem).published or "") == sidecar(stem).published
    assert gold(stem).title == sidecar(stem).title


@pytest.mark.parametrize("stem", GOLD)
def test_every_gold_claim_keeps_the_codebook_and_rests_on_words_of_its_text(stem: str) -> None:
    document = Document(TEXTS[stem].read_text("utf-8"))
    for line in gold(stem).claims:
        claim = line.model_copy(update={"document": document.id}).claim()
        assert checked(document, [Finding(claim)])
        assert not claim.when or parse(claim.when) is not None


@pytest.mark.parametrize("stem", GOLD)
def test_every_actor_of_a_gold_claim_is_among_the_actors_or_in_the_words(stem: str) -> None:
    known = {name for main, others in gold(stem).actors.items() for name in (main, *others)}
    for line in gold(stem).claims:
        for filler in line.claim().actors:
            assert filler.name in known or says(stem, filler.name), f"{line.type}: {filler.name}"


@pytest.mark.parametrize("stem", GOLD)
def test_every_source_of_a_gold_claim_is_among_the_actors_or_in_the_words(stem: str) -> None:
    known = {name for main, others in gold(stem).actors.items() for name in (main, *others)}
    for line in gold(stem).claims:
        for source in line.sources:
            assert source in known or says(stem, source), f"{line.type}: {source}"


@pytest.mark.parametrize("stem", GOLD)
def test_no_gold_claim_is_given_twice(stem: str) -> None:
    given = [line.claim().id for line in gold(stem).claims]
    assert len(given) == len(set(given))


def test_the_gold_shows_what_is_hard() -> None:
    claims = [line.claim() for _, line in gold_claims()]
    shown = {claim.type for claim in claims}
    assert {"join", "leave", "split", "merger", "renaming", "pledge", "renounce", "succession", "killing"} <= shown
    assert {claim.certainty for claim in claims} >= set(Certainty) - {Certainty.POSSIBLE}
    assert any(len(claim.sources) > 1 for claim in claims)


def test_roles_of_words_name_no_actor() -> None:
    names = {name for actor in story().actors for name in actor.names}
    for stem, line in gold_claims():
        for filler in line.claim().roles:
            assert filler.role not in WORD_ROLES or filler.name not in names, f"{stem}: {filler}"


def test_every_name_of_the_story_stands_in_the_reports_that_it_lists() -> None:
    for actor in story().actors:
        assert actor.name in actor.names
        for name, stems in actor.names.items():
            assert stems, f"{actor.id}: {name} is in no report"
            for stem in stems:
                assert says(stem, name), f"{actor.id}: {name} is not in {stem}"


def test_every_report_that_says_a_name_means_somebody_by_it() -> None:
    listed: dict[str, set[str]] = {}
    for actor in story().actors:
        for name, stems in actor.names.items():
            listed.setdefault(name, set()).update(stems)
    for name, meant in listed.items():
        if name in {"Liberation Front", "Patriotic Front"}:
            continue  # Short for the full name, and a part of it too.
        assert {stem for stem in TEXTS if says(stem, name)} == meant, name


def test_ids_of_the_story_are_its_own() -> None:
    ids = [actor.id for actor in story().actors]
    assert len(ids) == len(set(ids))


def test_one_man_is_spelt_six_ways_and_one_name_is_two_men() -> None:
    hamidoun = next(actor for actor in story().actors if actor.id == "abdelkader-ould-hamidoun")
    assert len([name for name in hamidoun.names if "Hamid" in name]) == SPELLINGS
    assert len([actor for actor in story().actors if "Moussa Kélé" in actor.names]) == 2


def test_questions_ask_about_actors_and_reports_that_exist() -> None:
    ids = {actor.id for actor in story().actors}
    actors = {"person", "group", "from", "to", "into"}
    for question in story().questions:
        assert question.answer, question.ask
        for row in (question.arguments, *question.answer):
            assert {value for key, value in row.items() if key in actors} <= ids, question.ask
            assert all(parse(row[key]) is not None for key in ("on", "since", "until", "when") if key in row)
        assert set(question.reports) <= set(TEXTS), question.ask


def test_copies_are_nearly_the_same_text_under_different_publishers() -> None:
    for first, second in story().copies:
        assert SequenceMatcher(None, body(first).split(), body(second).split(), autojunk=False).ratio() > 0.85
        assert sidecar(first).publisher != sidecar(second).publisher
        assert sidecar(first).url != sidecar(second).url


def test_a_correction_stands_at_the_address_of_what_it_corrects_and_is_later() -> None:
    for earlier, later in story().replaced.items():
        assert sidecar(earlier).url == sidecar(later).url
        assert sidecar(earlier).published < sidecar(later).published
        assert body(earlier) != body(later)
