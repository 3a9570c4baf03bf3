from __future__ import annotations

from allegiance.actors import Companion, Tie, Use, uses_of
from allegiance.model import Certainty, Claim, Filler, Kind, Phase, Span


def claim(kind: str, certainty: Certainty = Certainty.STATED, when: str = "", **roles: str) -> Claim:
    state = kind in ("post", "membership", "affiliation", "alliance", "presence", "rivalry", "link")
    fillers = tuple(Filler(role.rstrip("_"), name) for role, name in roles.items())
    phase = Phase.CURRENT if state else Phase.NONE
    return Claim("doc", kind, fillers, Span(0, 5), when=when, certainty=certainty, phase=phase)


def by_name(*claims: Claim, published: str = "2015-02-13") -> dict[str, Use]:
    return {use.name: use for use in uses_of((c, published) for c in claims)}


def ties(use: Use) -> set[tuple[Tie, str]]:
    return {(c.tie, c.name) for c in use.companions}


def test_roles_tell_kinds() -> None:
    found = by_name(claim("post", person="Idris Baro", group="Northern Front", role="emir", area="Ndoro"))
    assert {name: use.kind for name, use in found.items()} == {
        "Idris Baro": Kind.PERSON,
        "Northern Front": Kind.GROUP,
        "Ndoro": Kind.PLACE,
    }


def test_words_are_no_names() -> None:
    assert set(by_name(claim("killing", victim="Idris Baro", means="mine"))) == {"Idris Baro"}


def test_a_post_sets_group_and_post_beside_the_person_and_the_person_beside_the_group() -> None:
    found = by_name(claim("post", person="Idris Baro", group="Northern Front", role="Deputy Emir"))
    assert Companion(Tie.GROUP, "Northern Front", when="2015-02-13") in found["Idris Baro"].companions
    assert Companion(Tie.POST, "deputy emir", "Northern Front", "2015-02-13") in found["Idris Baro"].companions
    assert (Tie.PERSON, "Idris Baro") in ties(found["Northern Front"])


def test_a_defector_stands_with_both_groups_at_the_time_that_the_claim_gives() -> None:
    found = by_name(claim("join", actor="Idris Baro", to="B Front", from_="A Front", when="2014-10"))
    assert Companion(Tie.GROUP, "A Front", when="2014-10") in found["Idris Baro"].companions
    assert Companion(Tie.GROUP, "B Front", when="2014-10") in found["Idris Baro"].companions


def test_a_pledge_to_a_leader_sets_him_beside() -> None:
    pledge = Claim(
        "doc",
        "pledge",
        (Filler("actor", "Idris Baro", kind=Kind.PERSON), Filler("to", "Blaise Onana", kind=Kind.PERSON)),
        Span(0, 5),
    )
    assert (Tie.PERSON, "Blaise Onana") in ties(by_name(pledge)["Idris Baro"])


def test_what_is_denied_or_doubted_tells_of_whom_and_nothing_of_when() -> None:
    for certainty in (Certainty.DENIED, Certainty.DOUBTED):
        found = by_name(claim("post", certainty, person="Idris Baro", group="Northern Front", role="emir"))
        assert ties(found["Idris Baro"]) == {(Tie.ONCE, "Northern Front"), (Tie.POST, "emir")}
        assert all(not companion.when for companion in found["Idris Baro"].companions)
        dead = by_name(claim("killing", certainty, victim="Idris Baro", by="Northern Front"))
        assert ties(dead["Idris Baro"]) == set()


def test_an_alias_counts_only_on_the_authors_own_word() -> None:
    said = claim("alias", name="Ruel Magsino", other="Ka Bantay")
    assert (Tie.ALIAS, "Ka Bantay") in ties(by_name(said)["Ruel Magsino"])
    reported = claim("alias", Certainty.REPORTED, name="Ruel Magsino", other="Ka Bantay")
    quoted = Claim("doc", "alias", said.roles, Span(0, 5), sources=("the army",))
    for other in (reported, quoted, claim("alias", Certainty.DENIED, name="Ruel Magsino", other="Ka Bantay")):
        assert ties(by_name(other)["Ruel Magsino"]) == set()


def test_two_actors_of_one_claim_are_two_but_a_renaming_has_one() -> None:
    found = by_name(claim("affiliation", group="Pakistani Taliban", parent="Taliban"))
    assert (Tie.APART, "Taliban") in ties(found["Pakistani Taliban"])
    renamed = by_name(claim("renaming", group="ISIL", name="Islamic State"))
    assert ties(renamed["ISIL"]) == {(Tie.RENAMED, "Islamic State")}
    assert renamed["Islamic State"].kind is Kind.GROUP


def test_deaths_and_acts_told_as_fact_are_kept_with_their_time() -> None:
    found = by_name(
        claim("killing", victim="Idris Baro", when="2014-03"), claim("leave", actor="Ali Nasr", from_="A", when="2016")
    )
    assert Companion(Tie.DEAD, when="2014-03") in found["Idris Baro"].companions
    assert Companion(Tie.ACTIVE, when="2016") in found["Ali Nasr"].companions
    held = by_name(claim("detention", person="Idris Baro", when="2021"))
    assert Companion(Tie.ACTIVE, when="2021") in held["Idris Baro"].companions
    rumour = by_name(claim("killing", Certainty.POSSIBLE, victim="Idris Baro", when="2014-03"))
    assert rumour["Idris Baro"].companions == ()


def test_what_most_claims_take_a_name_to_name_holds() -> None:
    def rivalry(kind: Kind) -> Claim:
        return Claim(
            "doc", "rivalry", (Filler("a", "Rihla", kind=kind), Filler("b", "B")), Span(0, 5), phase=Phase.CURRENT
        )

    found = by_name(rivalry(Kind.PERSON), rivalry(Kind.GROUP), rivalry(Kind.GROUP), rivalry(Kind.UNKNOWN))
    assert found["Rihla"].kind is Kind.GROUP
    assert found["B"].kind is Kind.UNKNOWN
