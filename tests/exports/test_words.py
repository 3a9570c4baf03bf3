"""Every claim type can be said, its certainty is heard, and a denial never reads as a fact."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.exports.words import coverage_line, said
from allegiance.model import MANNERS, TYPES, Certainty, Claim, Coverage
from answers.fakes import FakeView, report, says


def claim(kind: str, /, **given_roles: object) -> Claim:
    return FakeView(report("Wire", "2014", says(kind, **given_roles))).claims()[0].claim


def roles(**names: str) -> dict[str, str]:
    return names


PLAIN = {
    "pledge": (roles(actor="Baro", to="Union"), "Baro pledges allegiance to Union"),
    "renounce": (roles(actor="Baro", from_="Front"), "Baro renounces allegiance to Front"),
    "join": (roles(actor="Kamoko", to="Forest Union", from_="FPRL"), "Kamoko joins Forest Union, from FPRL"),
    "leave": (roles(actor="Baro", from_="Front"), "Baro leaves Front"),
    "membership": (roles(actor="Baro", group="Front"), "Baro is a member of Front"),
    "affiliation": (roles(group="Wing", parent="Front"), "Wing is part of Front"),
    "alliance": (roles(a="Front", b="Union"), "Front is allied with Union"),
    "support": (roles(giver="State", recipient="Front", kind="arms"), "State supports Front with arms"),
    "link": (roles(a="Baro", b="Union"), "Baro is linked to Union"),
    "agreement": (roles(a="Front", b="Union", kind="truce"), "Front makes an agreement with Union: truce"),
    "rivalry": (roles(a="Front", b="Union"), "Front fights Union"),
    "founding": (roles(group="Front", founder="Baro"), "Front is founded by Baro"),
    "split": (roles(group="Wing", from_="Front"), "Wing splits from Front"),
    "merger": (roles(group="Wing", into="Front"), "Wing merges into Front"),
    "renaming": (roles(group="Front", name="New Front"), "Front takes the name New Front"),
    "post": (
        roles(person="Baro", group="Front", role="commander", area="Kunar"),
        "Baro is commander of Front in Kunar",
    ),
    "appointment": (
        roles(person="Baro", group="Front", role="emir", by="Council"),
        "Baro is appointed emir of Front, by Council",
    ),
    "removal": (roles(person="Baro", group="Front", role="emir"), "Baro is removed as emir of Front"),
    "succession": (roles(person="Baro", predecessor="Omar", role="emir"), "Baro succeeds Omar as emir"),
    "death": (roles(person="Baro", cause="illness"), "Baro dies of illness"),
    "killing": (roles(victim="Baro", by="Union", means="mine"), "Baro is killed by Union, means: mine"),
    "detention": (roles(person="Baro", by="Army"), "Baro is detained by Army"),
    "release": (roles(person="Baro", by="Army"), "Baro is released by Army"),
    "attack": (roles(target="Market", actor="Front"), "Front attacks Market"),
    "responsibility": (roles(actor="Front", attack="the blast"), "Front claims responsibility for the blast"),
    "designation": (roles(target="Front", by="UN", list="1267"), "Front is designated by UN, list: 1267"),
    "statement": (roles(issuer="Front", medium="video", languages="Arabic"), "Front issues video in Arabic"),
    "presence": (roles(group="Front", area="Kunar"), "Front operates in Kunar"),
    "alias": (roles(name="FPRL", other="Front"), "FPRL is also known as Front"),
}


def test_every_claim_type_has_its_sentence_here() -> None:
    assert set(PLAIN) == set(TYPES)


@pytest.mark.parametrize("kind", TYPES)
def test_a_stated_claim_is_said_in_plain_words(kind: str) -> None:
    filled, words = PLAIN[kind]
    assert said(claim(kind, **filled)) == words


@pytest.mark.parametrize("kind", TYPES)
def test_every_certainty_is_heard_in_every_type(kind: str) -> None:
    filled, words = PLAIN[kind]
    heard = {c: said(claim(kind, certainty=c.value, **filled)) for c in Certainty}
    assert len(set(heard.values())) == len(Certainty)
    assert heard[Certainty.DENIED].startswith("denied: ")
    assert heard[Certainty.DOUBTED].startswith("unconfirmed: ")
    assert " said to " in heard[Certainty.REPORTED]
    assert " thought to " in heard[Certainty.LIKELY]
    assert " may " in heard[Certainty.POSSIBLE]
    assert heard[Certainty.STATED] == words


@pytest.mark.parametrize("kind", TYPES)
def test_every_role_that_is_filled_is_said(kind: str) -> None:
    names = {role: f"<{role}>" for role in TYPES[kind].roles}
    words = said(claim(kind, **{f"{role}_" if role == "from" else role: name for role, name in names.items()}))
    assert [name for role, name in names.items() if name not in words] == []


@pytest.mark.parametrize("kind", TYPES)
def test_the_key_roles_alone_make_a_sentence(kind: str) -> None:
    keys = {f"{role}_" if role == "from" else role: role.upper() for role in TYPES[kind].keys}
    words = said(claim(kind, **keys))
    assert re.fullmatch(r"\S.*\S", words) and "  " not in words and " of of " not in words


@pytest.mark.parametrize(
    ("filled", "words"),
    [
        (roles(phase="former"), "Baro was commander of Front"),
        (roles(phase="unclear"), "Baro is or was commander of Front"),
        (roles(certainty="reported"), "Baro is said to be commander of Front"),
        (roles(certainty="reported", phase="former"), "Baro is said to have been commander of Front"),
        (roles(certainty="denied"), "denied: Baro is commander of Front"),
        (roles(certainty="denied", phase="former"), "denied: Baro was commander of Front"),
    ],
)
def test_a_state_is_said_in_the_tense_of_its_phase(filled: dict[str, str], words: str) -> None:
    assert said(claim("post", person="Baro", group="Front", role="commander", **filled)) == words


@pytest.mark.parametrize(
    ("given_claim", "words"),
    [
        (claim("post", person="Baro", group="Front"), "Baro is holder of a post of Front"),
        (claim("appointment", person="Baro", group="Front"), "Baro is appointed to a post of Front"),
        (claim("removal", person="Baro", role="emir"), "Baro is removed as emir"),
        (claim("killing", victim="nine Front fighters"), "nine Front fighters are killed"),
        (claim("join", actor="three commanders", to="Union"), "three commanders join Union"),
        (claim("killing", victim="nine men", certainty="denied"), "denied: nine men were killed"),
        (claim("attack", target="Market"), "Market is attacked"),
        (claim("designation", target="Front", list="delisted: 1267"), "Front is taken off a list, list: 1267"),
        (claim("detention", person="Baro", by="Army", manner="surrendered"), "Baro surrenders to Army"),
        (claim("leave", actor="Baro", from_="Front", manner="surrendered"), "Baro leaves Front"),
        (claim("presence", group="Front", area="Kunar", manner="controls"), "Front controls Kunar"),
    ],
)
def test_what_is_missing_many_or_of_a_manner_is_said_so(given_claim: Claim, words: str) -> None:
    assert said(given_claim) == words


def test_who_says_so_is_named_on_request() -> None:
    heard = claim("join", actor="Baro", to="Union", sources=["a chief", "Reuters"])
    assert said(heard, with_sources=True) == "Baro joins Union, according to Reuters, who had it from a chief"
    denied = claim("join", actor="Baro", to="Union", sources=["Front"], certainty="denied")
    assert said(denied, with_sources=True) == "denied (Front): Baro joined Union"


@given(
    st.sampled_from(sorted(TYPES)),
    st.sampled_from(sorted(MANNERS)),
    st.sampled_from(["current", "former", "unclear"]),
    st.booleans(),
)
def test_a_denial_never_reads_as_a_fact(kind: str, manner: str, phase: str, with_sources: bool) -> None:
    filled, _ = PLAIN[kind]
    phases = {"phase": phase} if TYPES[kind].state else {}
    denied = claim(kind, manner=manner, certainty="denied", sources=["Army"], **phases, **filled)
    assert said(denied, with_sources=with_sources).startswith("denied")


def test_coverage_is_one_line_that_warns_of_silence() -> None:
    publishers = tuple(f"P{n}" for n in range(11))
    assert coverage_line(Coverage(24, 90, publishers, "2014-03-02", "2021-06-30")) == (
        "from 24 reports by 11 publishers, 2014-03-02 to 2021-06-30; silence is not absence"
    )
    assert coverage_line(Coverage(1, 2, ("P",), undated=1, unread_languages=(("ar", 3),))) == (
        "from 1 report by 1 publisher; 1 undated; not read: 3 in ar; silence is not absence"
    )
