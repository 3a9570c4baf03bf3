"""What two states of a ledger hold differently is found without going through both."""

from __future__ import annotations

from allegiance.answers.changes import different, touched
from allegiance.ledger import IdentityRow, Ledger, LedgerView, StandingRow
from allegiance.model import Judgement, Kind, Recorded, Standing
from ledger.made import Report, report, resolved

URL = "https://wire.example/baro"


def found(then: LedgerView, now: LedgerView) -> tuple[list[str], list[str]]:
    """The claims that differ, by the short way and by the long."""

    def named(claims: list[Recorded]) -> list[str]:
        return sorted(f"{r.claim.id} {r.actor_ids}" for r in claims)

    documents = then.differing(now)
    old, new = ({r.claim.id: r for r in view.of_documents(documents)} for view in (then, now))
    return named(different(old, new)), named(touched(then, now))


def record(ledger: Ledger, *reports: Report) -> None:
    with ledger.batch() as batch:
        for each in reports:
            each.into(batch)


def test_every_state_of_a_ledger_differs_from_every_other_as_the_long_way_says(ledger: Ledger) -> None:
    told = {"published": "2024-03-14", "url": URL}
    one = report("Idris Baro joined the River Brigade. Omar Dost leads the Hill Council.", "one", **told)
    two = report("Idris Baro joined the Hill Council.", "two", published="2024-03-15", url=URL)
    three = report("Omar Dost pledged to the River Brigade.", "three", published="2024-03")
    reject = Judgement("reject", (three.claims[0].id,), "me", "2024-08-01T00:00:00Z", "no")
    undo = Judgement("undo", (reject.id,), "me", "2024-08-02T00:00:00Z")
    retract = Judgement("retract", (two.document.id,), "me", "2024-08-03T00:00:00Z")
    states = [ledger.view()]
    for step in (one, three, two):
        record(ledger, step)
        states.append(ledger.view())
    row = IdentityRow(three.document.id, "Omar Dost", "Q1", Kind.PERSON, "Omar Dost")
    resolved(ledger, [row])
    resolved(ledger, [row], [StandingRow("Q1", Standing.PRIVATE, "no role")])
    states.append(ledger.view())
    for judgement in (reject, undo, retract):
        ledger.judge(judgement)
        states.append(ledger.view())
    states += [ledger.view(published_by=day) for day in ("2024-03-13", "2024-03-14", "2024-03-15", "2024-04")]
    for then in states:
        for now in states:
            short, long = found(then, now)
            assert short == long
    assert found(states[0], states[1])[0]
    assert found(states[2], states[2])[0] == []
