"""Who corroborates whom, who denies whom, and how many sources that makes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.answers.corroboration import (
    account,
    accounts,
    content_key,
    denies,
    event_key,
    is_single,
    post_class,
)
from allegiance.answers.independence import independent
from allegiance.copies import sketch
from allegiance.model import Recorded
from answers.fakes import FakeView, report, says


def claims(*lines: str) -> list[Recorded]:
    """Each line as the one claim of a report of its own, by publishers P1, P2 …"""
    reports = [report(f"P{n}", f"2014-01-{n:02}", line) for n, line in enumerate(lines, 1)]
    return list(FakeView(*reports).claims())


def test_killed_by_one_never_corroborates_killed_by_another_but_they_are_one_event() -> None:
    by_army, by_rivals = claims(
        says("killing", victim="Baro", by="Army"),
        says("killing", victim="Baro", by="Union"),
    )
    assert content_key(by_army) != content_key(by_rivals)
    assert event_key(by_army) == event_key(by_rivals)


def test_a_claim_and_its_denial_share_their_content_key() -> None:
    said, denied = claims(
        says("join", actor="Baro", to="Union", sources=["army"]),
        says("join", actor="Baro", to="Union", certainty="denied"),
    )
    assert content_key(said) == content_key(denied)
    assert accounts([said, denied])[0].status == "disputed"


def test_the_order_of_a_symmetric_pair_does_not_matter() -> None:
    one, other = claims(says("alliance", a="Front", b="Union"), says("alliance", a="Union", b="Front"))
    assert content_key(one) == content_key(other)


def test_a_listing_and_a_delisting_are_two_things() -> None:
    on, off = claims(
        says("designation", target="Front", by="UN", list="1267"),
        says("designation", target="Front", by="UN", list="delisted: 1267"),
    )
    assert content_key(on) != content_key(off)


def test_a_general_denial_denies_the_particular_and_not_the_other_way_round() -> None:
    alive, not_us, by_us, dead = claims(
        says("killing", victim="Baro", certainty="denied"),
        says("killing", victim="Baro", by="Union", certainty="denied"),
        says("killing", victim="Baro", by="Union"),
        says("killing", victim="Baro"),
    )
    assert denies(alive, by_us) and denies(alive, dead) and denies(not_us, by_us)
    assert not denies(not_us, dead)


def test_who_denies_a_leaving_denies_the_going_over_and_who_denies_a_death_the_killing() -> None:
    not_left, joined, elsewhere, not_dead, killed = claims(
        says("leave", actor="Baro", from_="Front", certainty="denied"),
        says("join", actor="Baro", from_="Front", to="Union"),
        says("join", actor="Baro", from_="League", to="Union"),
        says("death", person="Baro", certainty="denied"),
        says("killing", victim="Baro", by="Army"),
    )
    assert denies(not_left, joined) and not denies(not_left, elsewhere)
    assert denies(not_dead, killed)


def test_an_event_after_the_denial_is_not_what_was_denied() -> None:
    early, late = claims(
        says("leave", actor="Baro", from_="Front", certainty="denied"),
        says("leave", actor="Baro", from_="Front", when="2019"),
    )
    assert not denies(early, late)
    assert [told.status for told in accounts([early, late])] == ["certain", "denied"]


def test_a_denial_of_one_post_is_no_denial_of_another() -> None:
    spokesman, leader, any_post = claims(
        says("post", person="Baro", group="Front", role="spokesman", certainty="denied"),
        says("post", person="Baro", group="Front", role="leader"),
        says("post", person="Baro", group="Front", certainty="denied"),
    )
    assert not denies(spokesman, leader)
    assert denies(any_post, leader)


@pytest.mark.parametrize(
    ("role", "post"),
    [("Emir", "leader"), ("the leader", "leader"), ("deputy leader", "deputy leader"), ("spokesperson", "spokesman")],
)
def test_words_for_one_post_fall_together_and_a_deputy_is_no_chief(role: str, post: str) -> None:
    assert post_class(role) == post


def test_a_governor_is_single_only_in_his_province() -> None:
    assert is_single("governor", "Kunar") and not is_single("governor", "")


def test_the_same_inner_source_in_two_papers_counts_once() -> None:
    assert independent(claims(*[says("join", actor="Baro", to="Union", sources=["The Army"])] * 2)) == 1


def test_two_inner_sources_in_one_report_count_once_and_in_two_reports_twice() -> None:
    army = says("join", actor="Baro", to="Union", sources=["army"])
    chief = says("join", actor="Baro", to="Union", sources=["a chief"])
    assert independent(FakeView(report("Wire", "2014", army, chief)).claims()) == 1
    assert independent(claims(army, chief)) == 2


def test_a_long_sentence_that_recurs_word_for_word_is_a_copy() -> None:
    words = "Idris Baro has left the Northern Front for the Forest Union."
    copies = [
        says("join", actor="Baro", to="Union", sentence=words, sources=["army"]),
        says("join", actor="Baro", to="Union", sentence=words),
    ]
    assert independent(claims(*copies)) == 1


def test_a_report_and_another_that_quotes_it_count_once() -> None:
    own = report("Wire", "2014-01-01", says("join", actor="Baro", to="Union"))
    quoting = report("Paper", "2014-01-02", says("join", actor="Baro", to="Union", sources=["Wire"]))
    assert independent(FakeView(own, quoting).claims()) == 1


WORDS = "The commander crossed the river at dawn with two hundred men and took the oath before the council of elders"


def test_a_long_sentence_that_was_touched_up_is_a_copy_and_one_that_was_written_anew_is_none() -> None:
    joined = {"actor": "Baro", "to": "Union"}
    first = says("join", **joined, sentence=f"{WORDS}, witnesses said.", sources=["witnesses"])
    edited = says("join", **joined, sentence=f"{WORDS} on Tuesday, villagers said.", sources=["villagers"])
    anew = says("join", **joined, sentence="Baro now fights for the Union, his uncle told us.", sources=["his uncle"])
    assert independent(claims(first, edited)) == 1
    assert independent(claims(first, edited, anew)) == 2


def test_a_wire_story_that_was_edited_and_cut_is_one_source_though_its_sentences_differ() -> None:
    story = " ".join(f"{WORDS} number {n}, he said; then part {n * 7} of the story began." for n in range(12))
    cut = " ".join(story.replace("elders", "old men").split()[:140])
    other = " ".join(f"Our reporter saw column {n} leave town {n * 3} under a flag of the party." for n in range(12))
    told = claims(
        says("join", actor="Baro", to="Union", sources=["an officer"]),
        says("join", actor="Baro", to="Union", sources=["a soldier"], sentence="He is with the Union now."),
        says("join", actor="Baro", to="Union", sources=["a driver"], sentence="So he went."),
    )
    texts = zip(told, (story, cut, other), strict=True)
    assert independent([replace(recorded, sketch=sketch(text)) for recorded, text in texts]) == 2
    assert independent(told) == 3


@pytest.mark.parametrize("name", ["Meridian Wire", "the Meridian Wire agency", "a Meridian Wire report", "Meridian"])
def test_who_has_it_from_an_outlet_adds_nothing_to_what_that_outlet_says(name: str) -> None:
    own = report("Meridian Wire", "2014-01-01", says("join", actor="Baro", to="Union", sources=["the army"]))
    quoting = says("join", actor="Baro", to="Union", sources=[name], sentence="He joined, it was reported.")
    apart = says("join", actor="Baro", to="Union", sources=["a chief"], sentence="A chief saw him there.")
    assert independent(FakeView(own, report("Paper", "2014-01-02", quoting)).claims()) == 1
    assert independent(FakeView(own, report("Paper", "2014-01-02", quoting, apart)).claims()) == 2


def test_an_outlet_is_not_known_by_what_all_outlets_are_called() -> None:
    own = report("The Daily News", "2014-01-01", says("join", actor="Baro", to="Union", sources=["the army"]))
    other = says("join", actor="Baro", to="Union", sources=["a daily"], sentence="He joined, it was reported.")
    assert independent(FakeView(own, report("Paper", "2014-01-02", other)).claims()) == 2


def test_a_matching_moves_earlier_holders_where_it_must() -> None:
    army = says("join", actor="Baro", to="Union", sources=["army"])
    chief = says("join", actor="Baro", to="Union", sources=["a chief"])
    both_then_one = FakeView(report("A", "2014", army, chief), report("B", "2014", army))
    assert independent(both_then_one.claims()) == 2


@pytest.mark.parametrize(
    ("certainties", "sources", "status"),
    [
        (["stated"], [[]], "certain"),
        (["stated"], [["army"]], "possible"),
        (["stated", "stated"], [["army"], ["army"]], "possible"),
        (["stated", "stated"], [["army"], ["a chief"]], "certain"),
        (["reported", "reported"], [["army"], ["a chief"]], "possible"),
        (["likely"], [[]], "possible"),
        (["stated", "doubted"], [[], []], "possible"),
        (["doubted"], [[]], "possible"),
        (["stated", "denied"], [[], []], "disputed"),
        (["denied"], [[]], "denied"),
    ],
)
def test_the_status_of_a_state_follows_its_sources(
    certainties: list[str], sources: list[list[str]], status: str
) -> None:
    pairs = zip(certainties, sources, strict=True)
    lines = [says("membership", actor="Baro", group="Front", certainty=c, sources=s) for c, s in pairs]
    assert account(claims(*lines)).status == status


def test_the_surest_claim_leads_and_a_denial_only_when_alone() -> None:
    denied, hearsay, plain = claims(
        says("death", person="Baro", certainty="denied"),
        says("death", person="Baro", certainty="reported"),
        says("death", person="Baro", sources=["army"]),
    )
    assert account([denied, hearsay, plain]).lead == plain
    assert account([denied]).lead == denied


_lines = st.lists(
    st.tuples(
        st.sampled_from(["stated", "reported", "likely", "possible", "doubted", "denied"]),
        st.lists(st.sampled_from(["army", "chief", "Wire"]), max_size=2),
        st.sampled_from(["Wire", "Paper", "Radio", ""]),
    ),
    max_size=7,
)


def _said(rows: list[tuple[str, list[str], str]]) -> list[Recorded]:
    reports = [
        report(
            publisher, "2014-01-01", says("leave", actor="Baro", from_="Front", certainty=certainty, sources=sources)
        )
        for certainty, sources, publisher in rows
    ]
    return list(FakeView(*reports).claims())


@given(_lines)
def test_independent_sources_never_exceed_claims_and_order_does_not_matter(
    rows: list[tuple[str, list[str], str]],
) -> None:
    given_claims = _said(rows)
    count = independent(given_claims)
    assert count <= len({r.claim.document for r in given_claims})
    assert count == independent(given_claims[::-1])
    assert (count == 0) == (not given_claims)


@given(_lines, _lines)
def test_a_further_claim_never_lowers_the_count(
    rows: list[tuple[str, list[str], str]], more: list[tuple[str, list[str], str]]
) -> None:
    everything = _said(rows + more)
    assert independent(everything[: len(rows)]) <= independent(everything)


@given(_lines)
def test_denials_and_doubts_never_make_a_state_certain(rows: list[tuple[str, list[str], str]]) -> None:
    told = account(_said(rows)) if rows else None
    if told is not None and (told.doubts or told.denials):
        assert told.status != "certain"
