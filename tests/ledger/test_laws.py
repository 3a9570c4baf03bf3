"""What holds whatever is recorded: shown on ledgers made at random."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.ledger import IdentityRow, Ledger, open_ledger
from allegiance.model import Kind, minted_actor_id
from ledger.made import Report, report, resolved
from ledger.servers import Server

Fresh = Callable[[], str]
MEN = ("Idris Baro", "Omar Dost", "حافظ سعید", "Éric N’Diaye")
GROUPS = ("the Northern Front", "the River Brigade", "Hill Council")
URLS = ("", "", "https://a.example/1", "https://b.example/2")


@st.composite
def reports(draw: st.DrawFn) -> list[Report]:
    """Up to five reports, some of them of one text or at one url, some read by two readers.

    No two were retrieved at one time, nor did two readers read at one time: of such, the ledger holds the one recorded
    last to be the later. A reader reads at one time only, since the same reader on the same text is the same reading,
    of which the ledger keeps the time at which it was first recorded.
    """
    made: list[Report] = []
    for number in range(draw(st.integers(1, 5))):
        verbs = st.sampled_from(("joined", "leads", "pledged to"))
        sentence = st.tuples(st.sampled_from(MEN), verbs, st.sampled_from(GROUPS)).map(" ".join)
        text = draw(st.lists(sentence, min_size=1, max_size=3).map(". ".join)) + "."
        told = {
            "published": draw(st.sampled_from(("", "2024", "2024-03", "2024-03-14"))),
            "publisher": draw(st.sampled_from(("", "The Wire"))),
            "url": draw(st.sampled_from(URLS)),
            "retrieved": f"2024-05-01T12:00:0{number}Z",
        }
        one = report(
            text, f"report-{number}", at=f"2024-06-01T00:00:0{number % 2}Z", reader=f"reader {number % 2}", **told
        )
        made.append(one)
        if draw(st.booleans()):
            later = replace(one.reading, reader="reader 2", at="2024-06-02T00:00:00Z", findings=())
            made.append(replace(one, reading=later))
    return made


def shown(ledger: Ledger) -> list[object]:
    """What views show, apart from when it was recorded."""
    views = (ledger.view(), ledger.view(published_by="2024-03-20"))
    claims = [[replace(each, recorded="") for each in view.claims()] for view in views]
    return [claims, [view.coverage() for view in views], [view.superseded() for view in views]]


def recorded_in(address: str, given: Sequence[Report], batches: int = 1) -> Ledger:
    ledger = open_ledger(address)
    for start in range(batches):
        with ledger.batch() as batch:
            for each in given[start::batches]:
                each.into(batch)
    return ledger


@given(given=reports())
@settings(max_examples=12, deadline=None)
def test_to_add_twice_is_to_add_once(fresh: Fresh, given: list[Report]) -> None:
    with recorded_in(fresh(), given) as ledger:
        before = list(ledger.entries())
        with ledger.batch() as batch:
            for each in given:
                assert not batch.add(each.document, each.appearance, each.reading)
        assert not batch.added
        assert list(ledger.entries()) == before
        assert ledger.check() == []


@given(given=reports(), data=st.data(), batches=st.integers(1, 3))
@settings(max_examples=20, deadline=None)
def test_the_order_of_documents_does_not_change_the_view(
    fresh: Fresh, given: list[Report], data: st.DataObject, batches: int
) -> None:
    other = data.draw(st.permutations(given))
    with recorded_in(fresh(), given) as one, recorded_in(fresh(), other, batches) as two:
        assert shown(one) == shown(two)


@given(given=reports(), same=st.lists(st.tuples(st.integers(0, 4), st.sampled_from(MEN)), max_size=4))
@settings(max_examples=12, deadline=None)
def test_a_rebuild_gives_what_was_there(fresh: Fresh, given: list[Report], same: list[tuple[int, str]]) -> None:
    with recorded_in(fresh(), given) as ledger:
        rows = [
            IdentityRow(given[number % len(given)].document.id, man, "Q1", Kind.PERSON, "He") for number, man in same
        ]
        resolved(ledger, rows)
        before = shown(ledger), list(ledger.names()), list(ledger.entries())
        ledger.rebuild()
        assert (shown(ledger), list(ledger.names()), list(ledger.entries())) == before
        assert ledger.check() == []


@given(given=reports())
@settings(max_examples=12, deadline=None)
def test_every_claim_of_a_view_stands_word_for_word_in_its_document(fresh: Fresh, given: list[Report]) -> None:
    with recorded_in(fresh(), given) as ledger:
        for recorded in ledger.view().claims():
            claim = recorded.claim
            assert ledger.document(claim.document).text[claim.evidence.start : claim.evidence.end] == recorded.sentence
            assert ledger.claim(claim.id).claim == claim
            assert recorded.appearances
            minted = tuple((each.role, minted_actor_id(claim.document, each.name)) for each in claim.actors)
            assert recorded.actor_ids == minted


@given(given=reports())
@settings(max_examples=6, deadline=None)
def test_both_databases_give_the_same(server: Server, given: list[Report]) -> None:
    with (
        TemporaryDirectory() as folder,
        recorded_in(f"{folder}/a.db", given) as one,
        recorded_in(server.fresh(), given) as two,
    ):
        assert shown(one) == shown(two)
        assert [entry.payload for entry in one.entries()] == [entry.payload for entry in two.entries()]
        one.rebuild()
        two.rebuild()
        assert shown(one) == shown(two)
