from __future__ import annotations

from collections.abc import Sequence

import pytest

from allegiance.errors import NotFound
from allegiance.ledger import IdentityRow, Ledger, NameUse
from allegiance.model import Kind, minted_actor_id
from ledger.made import report, resolved


def row(document: str, name: str, actor: str = "Q1", display: str = "Islamic State Khorasan") -> IdentityRow:
    return IdentityRow(document, name, actor, Kind.GROUP, display, "the register")


def unresolved(ledger: Ledger) -> Sequence[NameUse]:
    return [use for use in ledger.names() if not use.resolved]


@pytest.fixture
def document(ledger: Ledger) -> str:
    """The id of a document in which two men join one group under two names."""
    made = report("Idris Baro joined ISKP. Omar Dost leads Wilayat Khorasan.")
    with ledger.batch() as batch:
        made.into(batch)
    return made.document.id


def test_every_name_is_unresolved_until_it_is_said_whom_it_names(ledger: Ledger, document: str) -> None:
    names = {use.name: use for use in unresolved(ledger)}
    assert set(names) == {"Idris Baro", "ISKP", "Omar Dost", "Wilayat Khorasan"}
    assert names["ISKP"] == NameUse(document, "ISKP", "iskp", Kind.GROUP, minted_actor_id(document, "ISKP"))
    resolved(ledger, [row(document, "ISKP")])
    assert [use.name for use in unresolved(ledger)] == ["Idris Baro", "Omar Dost", "Wilayat Khorasan"]
    found = [use for use in ledger.names() if use.resolved]
    assert found == [NameUse(document, "ISKP", "iskp", Kind.GROUP, "Q1", True, "the register")]


def test_the_same_identity_again_changes_nothing(ledger: Ledger, document: str) -> None:
    for _ in range(2):
        resolved(ledger, [row(document, "ISKP"), row(document, "Wilayat Khorasan")])
        assert ledger.view().actor("Q1").other_names == ("ISKP", "Wilayat Khorasan")


def test_a_later_identity_takes_the_place_of_an_earlier(ledger: Ledger, document: str) -> None:
    resolved(ledger, [row(document, "ISKP"), row(document, "Wilayat Khorasan")])
    resolved(ledger, [row(document, "ISKP", "Q2", "Another")])
    assert [use.actor for use in ledger.names() if use.resolved] == ["Q2", "Q1"]
    resolved(ledger, [row(document, "Wilayat Khorasan", "Q2", "Another name")])
    assert ledger.view().actor("Q2").name == "Another name"
    with pytest.raises(NotFound):
        ledger.view().actor("Q1")


def test_what_other_rules_find_takes_the_place_of_everything(ledger: Ledger, document: str) -> None:
    resolved(ledger, [row(document, "ISKP"), row(document, "Wilayat Khorasan")])
    resolved(ledger, [row(document, "ISKP", "Q2")], anew=True)
    assert [use.name for use in ledger.names() if use.resolved] == ["ISKP"]
    resolved(ledger, [], anew=True)
    assert not any(use.resolved for use in ledger.names())


def test_a_name_that_only_a_register_gives_can_be_looked_up(ledger: Ledger, document: str) -> None:
    resolved(ledger, [row(document, "ISKP"), row("", "Daesh in Khorasan"), row("", "Nobody Here", "Q9")])
    assert [actor.id for actor in ledger.view().find("Daesh in Khorasan")] == ["Q1"]
    assert ledger.view().find("daesh")[0].other_names == ("Daesh in Khorasan", "ISKP")
    with pytest.raises(NotFound):
        ledger.view().find("Nobody Here")


def test_identity_in_a_document_that_is_not_there_keeps_nothing(ledger: Ledger, document: str) -> None:
    with pytest.raises(NotFound, match="sha256:nothing"):
        resolved(ledger, [row(document, "ISKP"), row("sha256:nothing", "ISKP")])
    assert not any(use.resolved for use in ledger.names())


def test_many_names_are_kept_at_once(ledger: Ledger) -> None:
    with ledger.batch() as batch:
        for number in range(1_200):
            report(f"Man {number} joined the Front.").into(batch)
    assert resolved(ledger, [row(use.document, use.name, f"Q-{use.key}", use.name) for use in ledger.names()])
    assert unresolved(ledger) == []
    assert len(ledger.view().claims(actors=["Q-front"])) == 1_200


def test_a_rebuild_leaves_identity_as_it_was_handed_in(ledger: Ledger, document: str) -> None:
    resolved(ledger, [row(document, "ISKP")])
    before = list(ledger.names()), ledger.view().claims()
    ledger.rebuild()
    assert (list(ledger.names()), ledger.view().claims()) == before
    assert ledger.check() == []
