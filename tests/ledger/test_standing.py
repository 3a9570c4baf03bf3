from __future__ import annotations

from allegiance.ledger.standing import veiled
from allegiance.model import Appearance, Claim, Filler, Kind, Phase, Recorded, Span

NAMES = {"Idris Baro": "", "Amadou Sall": "a private person", "Amadou Sall Brigade": "", "Sall": "a private person"}


def shown(claim: Claim, *actor_ids: tuple[str, str]) -> Claim:
    recorded = Recorded(claim, "The sentence.", (Appearance("d", "d"),), "a reader", actor_ids=actor_ids)
    return veiled(recorded, {"act-1": "a private person"}, NAMES).claim


def test_a_source_is_not_named_whose_name_is_withheld() -> None:
    fillers = (Filler("victim", "Idris Baro", "Idris Baro", Kind.PERSON),)
    claim = Claim("d", "killing", fillers, Span(0, 5), sources=("Amadou Sall", "the army", "Idris Baro"))
    seen = shown(claim, ("victim", "act-2"))
    assert seen.sources == ("a private person", "the army", "Idris Baro")
    assert (seen.id, seen.name("victim")) == (claim.id, "Idris Baro")


def test_the_words_of_a_post_name_nobody_whose_name_is_withheld() -> None:
    fillers = (Filler("person", "Idris Baro", "Idris Baro", Kind.PERSON), Filler("role", "bodyguard of Sall"))
    assert (
        shown(Claim("d", "post", fillers, Span(0, 5), phase=Phase.CURRENT)).name("role")
        == "bodyguard of a private person"
    )


def test_of_names_that_overlap_the_longest_counts_and_parts_of_words_do_not() -> None:
    fillers = (Filler("victim", "Idris Baro", "Idris Baro", Kind.PERSON),)
    claim = Claim("d", "killing", fillers, Span(0, 5), sources=("the Amadou Sall Brigade", "Sallman"))
    assert shown(claim) == claim
