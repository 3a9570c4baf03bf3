"""The generated world: one seed is one world, sizes hold, spans hold, and what is planted is what it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import pytest

from allegiance.model import Certainty, Finding
from allegiance.readers import checked
from allegiance.when import parse
from bench.measuring.world import doubts, falls, moves, posts, words
from bench.measuring.world.facts import Question, Report
from bench.measuring.world.stage import Numbers, Stage
from bench.measuring.world.stream import STORIES, Size, World

ROOT = Path(__file__).parents[2]
SMALL = Size(900, 300, 130)
TOLD = """
import hashlib
from bench.measuring.world.stream import Size, World
told = hashlib.sha256()
for reports, questions in World(Size(900, 300, 130), {seed}).played():
    told.update(repr(reports).encode())
    for one in questions:
        told.update(repr((str(one), [(want.where, sorted(want.statuses), want.fields) for want in one.wants])).encode())
print(told.hexdigest())
"""


@pytest.fixture(scope="module")
def world() -> tuple[Sequence[Report], Sequence[Question]]:
    (played,) = World(SMALL).played()
    return played


def _played(story: Callable[[Stage], None]) -> Stage:
    stage = Stage(0, 1, Numbers())
    stage.begin(story.__name__)
    story(stage)
    return stage


def _digest(seed: int, hashing: str) -> str:
    surroundings = os.environ | {"PYTHONHASHSEED": hashing, "PYTHONPATH": os.pathsep.join((str(ROOT), *sys.path))}
    ran = subprocess.run(
        [sys.executable, "-c", TOLD.format(seed=seed)], capture_output=True, text=True, env=surroundings, check=True
    )
    return ran.stdout


def test_one_seed_gives_one_world_in_every_process_and_another_seed_another() -> None:
    assert _digest(1, "1") == _digest(1, "2") != _digest(2, "1")


@pytest.mark.parametrize("size", [SMALL, Size(2_500, 700, 850), Size(2_401, 499, 810)], ids=str)
def test_sizes_hold_exactly(size: Size) -> None:
    documents, claims, actors = set[str](), 0, set[str]()
    for reports, _ in World(size).played():
        for report in reports:
            documents.add(report.document.id)
            claims += len(report.claims)
            for claim in report.claims:
                actors |= {filler.name for filler in claim.actors if filler.kind in ("person", "group")}
                actors |= {source for source in claim.sources if source.istitle()}
    assert (len(documents), claims, len(actors)) == (size.documents, size.claims, size.actors)


def test_a_size_without_room_for_the_stories_is_refused() -> None:
    with pytest.raises(ValueError, match="more room"):
        list(World(Size(50, 20, 10)).played())


def test_a_million_claims_are_never_held_at_once() -> None:
    whole = World(Size(1_000_000, 200_000, 100_000))
    reports, _ = next(whole.played())
    assert sum(len(one.claims) for one in reports) == 1_000_000 // whole.theatres


def test_each_claim_stands_in_its_sentence_with_the_names_of_its_actors(
    world: tuple[Sequence[Report], Sequence[Question]],
) -> None:
    for report in world[0]:
        checked(report.document, [Finding(claim) for claim in report.claims])
        for claim in report.claims:
            sentence = report.document.text[claim.evidence.start : claim.evidence.end]
            assert sentence.endswith(".") and sentence[0].isupper()
            assert all(filler.name in sentence for filler in claim.actors)
            assert all(source in sentence for source in claim.sources)


def test_dates_are_of_every_precision_and_none_is_later_than_its_report(
    world: tuple[Sequence[Report], Sequence[Question]],
) -> None:
    seen = set()
    for report in world[0]:
        for claim in report.claims:
            seen.add(re.sub(r"\d", "0", claim.when))
            out = parse(report.appearances[0].published).end_latest if report.appearances[0].published else None
            begins = parse(claim.when).start_earliest if claim.when else None
            assert not out or not begins or begins <= out
    assert {"", "0000", "0000-00", "0000-00~", "0000-00-00", "0000-00-00/0000-00-00", "0000-00/0000-00"} <= seen


def test_every_story_asks_and_every_question_names_who_is_there(
    world: tuple[Sequence[Report], Sequence[Question]],
) -> None:
    reports, questions = world
    text = " ".join(report.document.text for report in reports)
    assert {one.plant for one in questions} == {story.__name__ for story in STORIES} | {"the crowd"}
    assert all(name in text for one in questions for name in one.about if name)
    assert all(one.wants or one.closed for one in questions)


def test_no_two_names_share_more_than_a_word() -> None:
    people = [words.person(n).text for n in range(3000)]
    assert len(set(people)) == len({words.group(n).text for n in range(3000)}) == 3000
    assert all(len(set(a.split()) & set(b.split())) < 2 for a, b in combinations(people[:600], 2))


def _runs(text: str) -> set[tuple[str, ...]]:
    told = re.findall(r"\w+", text.casefold())
    return set(zip(told, told[1:], told[2:], strict=False))


def _shared(one: Report, other: Report) -> float:
    a, b = _runs(one.document.text), _runs(other.document.text)
    return len(a & b) / min(len(a), len(b))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: str(story.__name__))
def test_only_what_is_planted_as_a_copy_is_one(story: Callable[[Stage], None]) -> None:
    reports = _played(story).reports
    if story is doubts.one_wire_story:
        assert all(_shared(a, b) > 0.8 for a, b in combinations(reports, 2))
    elif story is doubts.copies_and_another:
        *copies, another = reports
        assert all(_shared(a, b) > 0.7 for a, b in combinations(copies, 2))
        assert all(_shared(one, another) < 0.3 for one in copies)
    else:
        assert all(_shared(a, b) < 0.5 for a, b in combinations(reports, 2))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: str(story.__name__))
def test_a_story_says_what_it_plants_and_its_papers_are_all_different(story: Callable[[Stage], None]) -> None:
    stage = _played(story)
    assert (story.__doc__ or "").endswith(".") and stage.reports and stage.questions
    papers = [one.publisher for report in stage.reports for one in report.appearances]
    assert len(papers) == len(set(papers))


def test_a_death_that_was_none_is_reported_before_he_speaks_again() -> None:
    claims = [(report, claim) for report in _played(falls.dead_then_alive).reports for claim in report.claims]
    deaths = [claim.when for _, claim in claims if claim.type == "killing"]
    (speech,) = (claim.when for _, claim in claims if claim.type == "statement")
    assert len(deaths) == 2 and len(set(deaths)) == 1 and deaths[0] < speech


def test_a_denial_is_another_s_word_against_a_report_s_own() -> None:
    claims = [claim for report in _played(falls.death_denied).reports for claim in report.claims]
    told, denied = (claim for claim in claims if claim.type == "killing")
    assert (told.certainty, told.sources) == (Certainty.STATED, ())
    assert denied.certainty is Certainty.DENIED and len(denied.sources) == 1
    assert told.when == denied.when


def test_a_replaced_text_stands_at_the_same_address_and_names_another() -> None:
    first, second = [one for one in _played(posts.replaced_at_its_address).reports if one.appearances[0].url]
    assert first.appearances[0].url == second.appearances[0].url
    assert first.appearances[0].published < second.appearances[0].published
    assert first.claims[0].name("person") != second.claims[0].name("person")


def test_one_speaker_is_quoted_in_papers_that_share_no_text_and_two_speakers_are_two() -> None:
    quoted = [report.claims[0].sources for report in _played(doubts.one_speaker_in_many_papers).reports]
    assert len(quoted) == 4 and len(set(quoted)) == 1 and quoted[0]
    one, other = (report.claims[0].sources for report in _played(doubts.two_speakers).reports)
    assert one and other and one != other


def test_a_wire_story_stands_in_many_papers_word_for_word() -> None:
    assert [len(one.appearances) for one in _played(doubts.one_wire_story).reports] == [doubts.PAPERS, 1, 1]


def test_a_move_to_two_sides_is_of_one_day() -> None:
    joins = [c for report in _played(moves.gone_to_two_sides).reports for c in report.claims if c.type == "join"]
    assert len({claim.when for claim in joins}) == 1
    assert len({claim.name("to") for claim in joins}) == 2


def test_an_undated_report_has_no_date_at_all() -> None:
    (report,) = _played(posts.without_a_date).reports
    assert report.appearances[0].published == report.claims[0].when == ""
