"""From drafts to claims: what one sentence says together, and what earlier ones complete."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.model import Certainty, Kind, Phase
from allegiance.reading import settle
from allegiance.reading.draft import Draft
from allegiance.reading.filling import Fill
from allegiance.reading.reader import EnglishReader
from reading.lines import line_of, lines, rows

TOGETHER = """
General Gana left the Hill Brigade and joined the Northern Front. => join: actor=Gana; to=Northern Front; from=Hill Brigade
General Gana left the Hill Brigade to join the Northern Front. => join: actor=Gana; to=Northern Front; from=Hill Brigade
General Gana, who had left the Hill Brigade, joined the Northern Front. => join: actor=Gana; to=Northern Front; from=Hill Brigade
General Gana left the Hill Brigade but did not join the Northern Front. => leave: actor=Gana; from=Hill Brigade ;; join: actor=Gana; to=Northern Front | denied
General Gana joined the Northern Front. Later General Gana left the Northern Front. => join: actor=Gana; to=Northern Front ;; leave: actor=Gana; from=Northern Front
General Gana was appointed commander of the Hill Brigade. => appointment: person=Gana; group=Hill Brigade; role=commander
General Gana, spokesman of the Hill Brigade, was appointed commander of the Hill Brigade. => post: person=Gana; group=Hill Brigade; role=spokesman ;; appointment: person=Gana; group=Hill Brigade; role=commander
The Hill Brigade attacked General Gana and killed General Gana. => killing: victim=Gana; by=Hill Brigade
General Gana died when the army killed General Gana. => killing: victim=Gana; by=army
General Gana was killed in 2014. His death was a blow. => killing: victim=Gana | when 2014
"""  # noqa: E501

COMPLETED = """
General Gana was the spokesman of the Hill Brigade. In 2014 General Gana stepped down as spokesman. => post: person=Gana; group=Hill Brigade; role=spokesman ;; removal: person=Gana; group=Hill Brigade; role=spokesman | when 2014
General Gana was the spokesman of the Hill Brigade. Colonel Omar Benali replaced General Gana in 2014. => post: person=Gana; group=Hill Brigade; role=spokesman ;; succession: person=Omar Benali; predecessor=Gana; role=spokesman; group=Hill Brigade | when 2014 ;; appointment: person=Omar Benali; group=Hill Brigade; role=spokesman | when 2014
Colonel Omar Benali replaced General Gana in 2014. => succession: person=Omar Benali; predecessor=Gana | when 2014
Colonel Omar Benali succeeded General Gana as leader of the Hill Brigade in 2014. => succession: person=Omar Benali; predecessor=Gana; role=leader; group=Hill Brigade | when 2014 ;; appointment: person=Omar Benali; group=Hill Brigade; role=leader | when 2014
General Gana was the spokesman of the Hill Brigade. General Gana resigned in 2014. => post: person=Gana; group=Hill Brigade; role=spokesman ;; removal: person=Gana; group=Hill Brigade; role=spokesman | when 2014
"""  # noqa: E501


def fill(role: str, name: str, chain: int = -1) -> Fill:
    """What fills a role, at no place in particular."""
    return Fill(role, name, name, Kind.UNKNOWN, 0, 1, chain)


def draft(claim_type: str, *fills: Fill, certainty: Certainty = Certainty.STATED, phase: Phase = Phase.NONE) -> Draft:
    """A draft of the first clause of the first sentence."""
    return Draft("a.frame", claim_type, fills, 0, 1, 0, 0, certainty, phase=phase)


LEFT = draft("leave", fill("actor", "Gana", 1), fill("from", "Hill Brigade", 2))
JOINED = draft("join", fill("actor", "Gana", 1), fill("to", "Northern Front", 3))


@pytest.mark.parametrize(("text", "wanted"), rows(TOGETHER))
def test_what_a_sentence_says_in_two_ways_is_one_claim(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    assert lines(reader, text) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), rows(COMPLETED))
def test_a_post_that_was_told_before_completes_what_speaks_of_it(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    assert lines(reader, text) == sorted(wanted)


@pytest.mark.parametrize(
    ("other", "types"),
    [
        (JOINED, ["join"]),
        (draft("join", fill("actor", "Benali", 4), fill("to", "Northern Front", 3)), ["join", "leave"]),
        (draft("join", *JOINED.fills, certainty=Certainty.DENIED), ["join", "leave"]),
        (draft("join", fill("actor", "Gana", 1), fill("to", "Hill Brigade", 2)), ["join", "leave"]),
        (draft("join", *JOINED.fills, fill("from", "Valley Guard", 5)), ["join", "leave"]),
    ],
)
def test_leaving_is_part_of_a_joining_only_where_they_are_one_move(other: Draft, types: list[str]) -> None:
    assert sorted(d.type for d in settle.together([LEFT, other])) == types


def test_a_joining_takes_where_from_out_of_the_leaving() -> None:
    (join,) = settle.together([LEFT, JOINED])
    assert join.name("from") == "Hill Brigade"


@given(
    st.permutations(
        [LEFT, JOINED, draft("death", fill("person", "Gana", 1)), draft("killing", fill("victim", "Gana", 1))]
    )
)
def test_the_order_of_a_sentence_s_clauses_changes_nothing(order: list[Draft]) -> None:
    assert sorted(d.type for d in settle.together(order)) == ["join", "killing"]


def test_a_removal_that_speaks_of_no_post_is_dropped() -> None:
    assert settle.complete(draft("removal", fill("person", "Gana", 1)), settle.Posts()) == []


def test_a_denied_post_is_not_remembered() -> None:
    posts = settle.Posts()
    told = (fill("person", "Gana", 1), fill("group", "Hill Brigade", 2), fill("role", "leader"))
    posts.note(draft("post", *told, certainty=Certainty.DENIED, phase=Phase.CURRENT))
    assert posts.of(told[0]) == (None, None)
    posts.note(draft("post", *told, phase=Phase.CURRENT))
    assert posts.of(told[0]) == (told[1], told[2])


def test_his_death_is_no_claim_beside_his_killing_but_his_denied_death_is() -> None:
    killed = draft("killing", fill("victim", "Gana", 1))
    died, denied = (
        draft("death", fill("person", "Gana", 1), certainty=c) for c in (Certainty.STATED, Certainty.DENIED)
    )
    assert settle.over([killed, died, denied]) == [killed, denied]
    assert settle.over([died]) == [died]


def test_the_same_strike_is_spoken_of_again() -> None:
    first = draft("killing", fill("victim", "Gana", 1), fill("by", "army", 7), fill("means", "airstrike"))
    again = draft("killing", fill("victim", "Benali", 4), fill("means", "airstrike"))
    assert settle.same_event(again, [first], frozenset({"airstrike"})).name("by") == "army"
    assert settle.same_event(again, [first], frozenset()).name("by") == ""


def test_a_state_without_a_phase_is_current_and_an_event_has_none() -> None:
    post = draft("post", fill("person", "Gana", 1), fill("role", "Leader"))
    killed = draft("killing", fill("victim", "General Haroun Gana's", 1), phase=Phase.FORMER)
    assert [settle.finding(d, "doc").claim.phase for d in (post, killed)] == [Phase.CURRENT, Phase.NONE]
    assert line_of(settle.finding(killed, "doc").claim) == "killing: victim=Haroun Gana"
    assert line_of(settle.finding(post, "doc").claim) == "post: person=Gana; role=leader"
