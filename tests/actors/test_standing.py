from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.actors import Record, Resolved, register_of, standings
from allegiance.actors.ages import age_told
from allegiance.model import (
    TYPES,
    Appearance,
    Certainty,
    Claim,
    Filler,
    Judgement,
    Kind,
    Phase,
    Recorded,
    Span,
    Standing,
    minted_actor_id,
)

NOBODY = register_of([])


def said(
    kind: str,
    sentence: str = "The sentence.",
    published: str = "2020-05-01",
    certainty: Certainty = Certainty.STATED,
    rank: str = "",
    manner: str = "",
    when: str = "",
    **roles: str,
) -> Recorded:
    fillers = tuple(Filler(role.rstrip("_"), name, name) for role, name in roles.items())
    phase = Phase.CURRENT if TYPES[kind].state else Phase.NONE
    claim = Claim("d", kind, fillers, Span(0, 5), when, phase=phase, certainty=certainty, rank=rank, manner=manner)
    return Recorded(claim, sentence, (Appearance("d", "d", published),), "a reader")


def of(name: str, *claims: Recorded, judgements: tuple[Judgement, ...] = ()) -> Standing:
    resolved = [Resolved("d", name, "act-1", Kind.PERSON, name, "")]
    [stood] = standings(claims, resolved, NOBODY, judgements)
    assert stood.because
    return stood.standing


@pytest.mark.parametrize(
    "claim",
    [
        said("post", person="Idris Baro", group="Northern Front", role="commander"),
        said("post", person="Idris Baro", group="Northern Front", role="head of the kitchen brigade"),
        said("appointment", person="Idris Baro", group="Northern Front", role="treasurer"),
        said("removal", person="Idris Baro", group="Northern Front", role="spokesman", certainty=Certainty.REPORTED),
        said("succession", person="Idris Baro", predecessor="Samba Diallo"),
        said("succession", person="Samba Diallo", predecessor="Idris Baro"),
        said("founding", group="Northern Front", founder="Idris Baro"),
        said("designation", target="Idris Baro", by="United Nations"),
        said("statement", issuer="Idris Baro", medium="video"),
        said("pledge", actor="Samba Diallo", to="Idris Baro"),
        said("pledge", actor="Idris Baro", to="Northern Front"),
        said("join", actor="Idris Baro", to="Northern Front"),
        said("detention", person="Idris Baro", rank="Col."),
    ],
    ids=lambda recorded: recorded.claim.type,
)
def test_who_leads_speaks_commands_holds_office_or_is_designated_is_public(claim: Recorded) -> None:
    assert of("Idris Baro", claim) is Standing.PUBLIC


@pytest.mark.parametrize(
    "claim",
    [
        said("killing", victim="Amadou Sall"),
        said("detention", person="Amadou Sall", by="army"),
        said("release", person="Amadou Sall"),
        said("membership", actor="Amadou Sall", group="Northern Front"),
        said("leave", actor="Amadou Sall", manner="surrendered", from_="Northern Front"),
        said("link", a="Amadou Sall", b="Idris Baro"),
        said("attack", actor="Amadou Sall", target="a market"),
        said("post", person="Amadou Sall", group="Northern Front", role="fighter"),
        said("post", person="Amadou Sall", group="Northern Front", role="foot-soldier"),
        said("post", person="Amadou Sall", group="Northern Front", role="commander", certainty=Certainty.POSSIBLE),
        said("post", person="Amadou Sall", group="Northern Front", role="commander", certainty=Certainty.DENIED),
    ],
    ids=lambda recorded: recorded.claim.type,
)
def test_victims_suspects_relatives_and_rank_and_file_are_private(claim: Recorded) -> None:
    assert of("Amadou Sall", claim) is Standing.PRIVATE


def test_who_is_in_the_register_is_public() -> None:
    record = Record(id="x:baro", kind="person", name="Idris Baro", sources=("a list",))
    resolved = [Resolved("d", "Idris Baro", "x:baro", Kind.PERSON, "Idris Baro", "")]
    [stood] = standings([], resolved, register_of([record]))
    assert (stood.standing, stood.because) == (Standing.PUBLIC, "in the register: a list")


def test_groups_places_and_people_without_a_name_have_no_standing() -> None:
    resolved = [
        Resolved("d", "Northern Front", "act-1", Kind.GROUP, "Northern Front", ""),
        Resolved("d", "five fighters", "act-2", Kind.PERSON, "five fighters", ""),
        Resolved("d", "Kunar", "act-3", Kind.PLACE, "Kunar", ""),
    ]
    assert standings([said("membership", actor="five fighters", group="Northern Front")], resolved, NOBODY) == []


@pytest.mark.parametrize(
    ("sentence", "age"),
    [
        ("A 15-year-old boy, Musa Dembo, was taken at the bridge.", 15),
        ("The fourteen-year-old Musa Dembo had carried the messages.", 14),
        ("Musa Dembo, 12, was found in the camp.", 12),
        ("Musa Dembo (16) was among them.", 16),
        ("Musa Dembo, aged 17, led the boys.", 17),
        ("Musa Dembo, a 13-year-old from Galo, was freed.", 13),
        ("They freed the boy Musa Dembo.", 0),
        ("A schoolgirl named Musa Dembo was abducted.", 0),
        ("Musa Dembo, the 12-year-old son of Idris Baro, joined it in May.", 12),
        ("Musa Dembo, who was only 15, carried the messages.", 15),
        ("Musa Dembo was 15 when he joined it.", 15),
        ("A 14-year-old Malian shepherd, Musa Dembo, was freed.", 14),
        ("The child soldier Musa Dembo was freed.", 0),
        ("The teenage fighter Musa Dembo pledged allegiance to it.", 0),
        ("Musa Dembo, a teenager from Galo, joined it.", 0),
        ("Men of Musa Dembo's father freed Musa Dembo, 13, at dawn.", 13),
        ("Musa Dembo, a child when the war began, leads it now.", 0),
        ("The 43-year-old Musa Dembo commands it.", 43),
        ("Musa Dembo, 43, commands it.", 43),
    ],
)
def test_the_age_that_a_sentence_gives_is_read(sentence: str, age: int) -> None:
    assert age_told(sentence, "Musa Dembo") == age


@pytest.mark.parametrize(
    "sentence",
    [
        "Musa Dembo commands the northern sector.",
        "Musa Dembo killed a 14-year-old girl.",
        "The 14-year-old girl was abducted by Musa Dembo.",
        "Musa Dembo, 12 fighters and a driver were killed.",
        "A child soldier recruited by Musa Dembo spoke.",
        "The boy's father, Musa Dembo, asked for him.",
        "Musa Dembo fought for 15 years.",
        "Musa Dembo was 15 kilometres from Galo.",
        "Musa Dembo, his 14-year-old son and two guards were killed.",
        "A 12-year-old war against Musa Dembo ended.",
        "Musa Dembos, 14, was freed.",
        "On 12 May Musa Dembo was killed.",
        "Others were there.",
    ],
)
def test_the_age_of_another_is_not_his(sentence: str) -> None:
    assert age_told(sentence, "Musa Dembo") is None


def test_an_age_counts_where_the_claim_has_only_a_pronoun() -> None:
    fillers = (Filler("actor", "Musa Dembo", "she"), Filler("to", "Northern Front", "the Northern Front"))
    claim = Claim("d", "join", fillers, Span(0, 5))
    told = "Musa Dembo, 16, said she had joined the Northern Front."
    assert of("Musa Dembo", Recorded(claim, told, (Appearance("d", "d", "2020-05-01"),), "a reader")) is Standing.MINOR


@pytest.mark.parametrize(
    "sentence",
    [
        "At the age of 15, Musa Dembo joined the Northern Front.",
        "Aged just fourteen, Musa Dembo joined the Northern Front.",
        "Musa Dembo joined the Northern Front when he was 16.",
        "Musa Dembo joined the Northern Front as a boy.",
    ],
)
def test_what_was_joined_as_a_child_makes_nobody_public_and_a_later_post_does(sentence: str) -> None:
    joined = said("join", sentence, actor="Musa Dembo", to="Northern Front")
    assert of("Musa Dembo", joined) is Standing.MINOR
    assert of("Musa Dembo", joined, said("post", person="Musa Dembo", role="commander")) is Standing.PUBLIC


@pytest.mark.parametrize(
    "sentence",
    [
        "Musa Dembo joined it at the age of 25.",
        "Musa Dembo joined it in 2015.",
        "Musa Dembo joined it with his son, aged 12, and a driver.",
    ],
)
def test_who_joined_grown_up_is_public(sentence: str) -> None:
    assert of("Musa Dembo", said("join", sentence, actor="Musa Dembo", to="Northern Front")) is Standing.PUBLIC


@given(st.text(max_size=300), st.text(min_size=1, max_size=20))
def test_any_sentence_can_be_asked_for_an_age(sentence: str, name: str) -> None:
    age = age_told(sentence, name)
    assert age is None or 0 <= age < 100


def test_a_child_is_a_minor_whatever_his_role() -> None:
    child = said("post", "Musa Dembo, 15, commands the scouts.", person="Musa Dembo", group="Front", role="commander")
    assert of("Musa Dembo", child) is Standing.MINOR


def test_who_was_a_child_then_and_leads_as_a_grown_man_is_public() -> None:
    child = said("detention", "Musa Dembo, 15, was taken.", published="2005-03-01", person="Musa Dembo")
    leader = said("post", published="2016-03-01", person="Musa Dembo", group="Northern Front", role="leader")
    assert of("Musa Dembo", child) is Standing.MINOR
    assert of("Musa Dembo", child, leader) is Standing.PUBLIC
    assert of("Musa Dembo", leader, child) is Standing.PUBLIC


def judged(act: str, at: str, subject: str = "act-1") -> Judgement:
    return Judgement(act, (subject,), "an analyst", at, "seen")


def test_what_people_decide_comes_before_the_rules_and_can_be_undone() -> None:
    victim = said("killing", victim="Amadou Sall")
    public, private = judged("public", "2026-01-01"), judged("private", "2026-01-02")
    assert of("Amadou Sall", victim, judgements=(public,)) is Standing.PUBLIC
    assert of("Amadou Sall", victim, judgements=(public, private)) is Standing.PRIVATE
    undone = Judgement("undo", (private.id,), "an analyst", "2026-01-03")
    assert of("Amadou Sall", victim, judgements=(public, private, undone)) is Standing.PUBLIC
    own = minted_actor_id("d", "Amadou Sall")
    assert of("Amadou Sall", victim, judgements=(judged("public", "2026-01-01", own),)) is Standing.PUBLIC
