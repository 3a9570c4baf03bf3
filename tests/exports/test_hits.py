from __future__ import annotations

from dataclasses import replace

from allegiance.answers.search import search
from allegiance.exports import hits
from allegiance.fulltext import Found, FoundClaim, FoundText, Sought, query_of
from allegiance.model import Answer
from answers.fakes import FakeView, report, says

WIRE = report("Wire", "2014-03-14", says("killing", victim="Baro", by="Union", sources=["the army"]))


class Searched(FakeView):
    """A view in which a search finds what it is given."""

    found = Found()

    def search(self, _: Sought) -> Found:
        return self.found


def answered(snippet: str, *, because: str = "") -> Answer:
    view = Searched(WIRE)
    (told,) = view.claims()
    at = replace(told.appearance, title="A \x1b[1mtitle")
    view.found = Found((FoundText("sha256:0", at, snippet),), (FoundClaim(told, snippet, because),), ("many have it",))
    return search(view, Sought(query_of("fled")))


def test_a_report_stands_with_its_title_and_a_claim_with_who_says_so_and_its_id() -> None:
    written = hits.write(answered("In March he ⟦fled⟧ west.", because="Baro is also called Sall"))
    told = written.splitlines()
    assert told[0] == "Reports"
    assert "Wire, 2014-03-14" in told[1]
    assert "    In March he [fled] west." in told
    assert "  Baro is killed by Union, according to the army" in told
    assert "    “In March he [fled] west.”" in told
    assert any("[clm-" in line for line in told)
    assert "    Baro is also called Sall" in told
    assert told[-2] == "many have it"
    assert told[-1].endswith("silence is not absence")


def test_what_a_report_holds_moves_no_terminal() -> None:
    written = hits.write(answered("One\x1b[2J ⟦fl\u202eed⟧\nwest \x07"))
    assert "One␛[2J [fled] west ␇" in written
    assert not any(character in written for character in "\x1b\u202e\x07")


def test_words_that_were_looked_for_are_bold_where_there_is_colour() -> None:
    assert "\x1b[1m[fled]" in hits.write(answered("he ⟦fled⟧ west"), colour=True)


def test_where_nothing_is_found_that_is_said() -> None:
    assert hits.write(search(Searched(WIRE), Sought(query_of("fled")))).startswith("nothing found\n")
