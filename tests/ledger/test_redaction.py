"""What is redacted is nowhere any more: neither in an answer nor in a byte of the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from allegiance.errors import BadRedaction, NotFound
from allegiance.exchange import claim_line
from allegiance.fulltext import Found, Sought, query_of
from allegiance.ledger import IdentityRow, Ledger, StandingRow, TellingRow, open_ledger
from allegiance.model import Actor, Judgement, Kind, Standing
from ledger.made import Report, report, resolved
from ledger.servers import Server

TOLD = {"publisher": "Zephyrwire", "title": "Quetzalcoatl", "author": "Mxyzptlk", "url": "https://zephyr.example/a"}
ONE = report("Ulrikke Brobdin joined the Front. Omar Dost leads the Council.", "one", published="2024-03-01", **TOLD)
TWO = report("A man, Brobdin, left. Ulrikke-Brobdin joined the Council. Abu Layth leads the Front.", "two")
THREE = report("Nobody saw Ulrikke  BROBDIN leave. Abu Layth joined the Front.", "three", title="On Ulrikke Brobdin")
MAN = Actor("Q1", Kind.PERSON, "Ulrikke Brobdin")


@pytest.fixture
def kept(request: pytest.FixtureRequest, fresh: Callable[[], str], tmp_path: Path) -> tuple[str, Path]:
    """The address of an empty store, and a folder in which its bytes lie and no others."""
    if fresh().startswith("sqlite"):
        (tmp_path / "kept").mkdir()
        return f"sqlite:///{tmp_path}/kept/a.db", tmp_path / "kept"
    server: Server = request.getfixturevalue("server")
    address = server.database()
    return address, server.folder_of(address)


def holds(folder: Path, *words: str) -> list[str]:
    """Those of these words that stand in a file of a folder, however they are written."""
    read = [path.read_bytes().lower() for path in folder.rglob("*") if path.is_file()]
    return [word for word in words if any(word.lower().encode() in data for data in read)]


def filled(address: str) -> Ledger:
    """A ledger in which a man is named in every way."""
    ledger = open_ledger(address)
    with ledger.batch() as batch:
        for each in (ONE, TWO, THREE):
            each.into(batch)
    rows = [
        IdentityRow(each.document.id, name, "Q1", Kind.PERSON, "Ulrikke Brobdin", "as Ulrikke Brobdin")
        for each, name in ((ONE, "Ulrikke Brobdin"), (TWO, "Ulrikke-Brobdin"))
    ]
    other = IdentityRow(TWO.document.id, "Abu Layth", "Q2", Kind.PERSON, "Abu Layth", "a friend of Ulrikke Brobdin")
    resolved(ledger, [*rows, other], [StandingRow("Q1", Standing.PUBLIC, "Brobdin leads")])
    right = replace(ONE.claims[0], when="2024-02")
    ledger.give(Judgement("correct", (ONE.claims[0].id,), "Ana", "2024-08-01", "Brobdin", claim_line(right)), right)
    ledger.judge(
        Judgement("accept", (TWO.claims[1].id,), "Ana", "2024-08-01", "read, as Ulrikke Brobdin says"),
        Judgement("retract", (ONE.document.id,), "Ana", "2024-08-02", "withdrawn by Zephyrwire"),
        Judgement("undo", ("jdg-0",), "Ana", "2024-08-03", "no"),
    )
    # What saves the work of resolving names holds them too.
    told = [
        TellingRow(each.document.id, 0, each.document.text, frozenset({7}), frozenset({(7, "Ulrikke Brobdin")}))
        for each in (ONE, TWO)
    ]
    resolved(ledger, [*rows, other], [StandingRow("Q1", Standing.PUBLIC, "Brobdin leads")], tellings=told)
    return ledger


def sentences(ledger: Ledger) -> list[str]:
    return [recorded.sentence for recorded in ledger.view().claims()]


def test_a_document_that_is_redacted_is_gone_to_the_last_byte(kept: tuple[str, Path]) -> None:
    address, folder = kept
    words = ("Zephyrwire", "zephyr.example", "Quetzalcoatl", "Mxyzptlk", "Omar Dost")
    with filled(address) as ledger:
        if address.startswith("sqlite"):  # PostgreSQL keeps in memory what is new.
            assert holds(folder, *words) == list(words)
        then = list(ledger.entries())[-1].recorded
        done = ledger.redact_document(ONE.document.id, "Ana", "asked to")
        assert ledger.check() == []
        assert "Ulrikke-Brobdin joined the Council." in sentences(ledger)
        assert ledger.view(recorded_by=then).coverage().documents == ledger.view().coverage().documents == 2
        assert ledger.view().actor("Q1").name == "Ulrikke-Brobdin"
        with pytest.raises(NotFound, match="taken out of the ledger for good"):
            ledger.document(ONE.document.id)
        assert set(done.entries) >= {ONE.document.id, ONE.appearance.id, ONE.reading.id}
        assert list(ledger.entries())[-1].id == done.id
        ledger.rebuild()
        assert ledger.check() == []
        assert holds(folder, *words) == []
    assert holds(folder, *words) == []


def test_an_actors_names_are_gone_to_the_last_byte_and_all_else_stands(kept: tuple[str, Path]) -> None:
    address, folder = kept
    words = ("Ulrikke Brobdin", "Ulrikke-Brobdin", "Ulrikke  BROBDIN", "ulrikke", "brobdin")
    with filled(address) as ledger:
        then = list(ledger.entries())[-1].recorded
        done = ledger.redact_actor(MAN, "Ana", "asked to")
        assert done.subjects == ("Q1",)
        assert ledger.check() == []
        for view in (ledger.view(), ledger.view(recorded_by=then)):
            assert {each.sentence for each in view.claims()} >= {"Abu Layth joined the Front."}
            assert not any("Brobdin" in repr(each) for each in view.claims())
        assert ledger.document(TWO.document.id).text.startswith("A man, ███████, left. ███████")
        assert ledger.document(TWO.document.id).id == TWO.document.id
        assert ledger.appearances(THREE.document.id)[0].title == "On ███████████████"
        for find in ("Ulrikke Brobdin", "Brobdin"):
            with pytest.raises(NotFound):
                ledger.view().find(find)
            assert ledger.view().search(Sought(query_of(find))) == Found()
        assert [text.document for text in ledger.view().search(Sought(query_of("a man left"))).texts] == [
            TWO.document.id
        ]
        with pytest.raises(NotFound):
            ledger.view().actor("Q1")
        assert holds(folder, *words) == []
        ledger.rebuild()
        assert ledger.check() == []
    assert holds(folder, *words) == []


def test_a_view_that_was_open_before_shows_nothing_of_what_was_redacted_since(kept: tuple[str, Path]) -> None:
    address, _ = kept
    with filled(address) as ledger, open_ledger(address) as other:
        then, everybody = list(ledger.entries())[-1].recorded, ledger.view().told_of()
        views = [ledger.view(), ledger.view(recorded_by=then), ledger.view(veiled=False)]
        for view in views:
            assert view.coverage().documents
            # His name stands in a title, too, above a claim of another man, which stays.
            assert [each.appearance.title for each in view.claims(actors=everybody)].count("On Ulrikke Brobdin") == 1
        other.redact_actor(MAN, "Ana", "asked to")
        for view in (*views, ledger.view(recorded_by=then)):
            told = repr([*view.claims(actors=everybody), *view.claims(), view.coverage()])
            assert "Abu Layth" in told
            assert "brobdin" not in told.lower()


def test_what_was_redacted_is_not_recorded_again(kept: tuple[str, Path]) -> None:
    with filled(kept[0]) as ledger:
        ledger.redact_document(ONE.document.id, "Ana", "asked to")
        ledger.redact_actor(replace(MAN, name="Ulrikke-Brobdin"), "Ana", "asked to")
        before = list(ledger.entries())
        newer = [replace(each, reading=replace(each.reading, reader="reader 2")) for each in (ONE, TWO)]
        with ledger.batch() as batch:
            for each in (ONE, TWO, *newer, report(ONE.document.text, "elsewhere", title="Brobdin")):
                assert not batch.add(each.document, each.appearance, each.reading)
            batch.add_all((each.document, each.appearance, each.reading) for each in (ONE, TWO, *newer))
        assert not batch.added
        assert list(ledger.entries()) == before
        assert ledger.is_redacted(ONE.document.id) and ledger.is_redacted(TWO.document.id)
        assert not ledger.is_redacted(THREE.document.id[:-1])
        again = ledger.redact_actor(Actor("Q2", Kind.PERSON, "Abu Layth"), "Ana", "he too")
        assert again.entries
        assert ledger.check() == []


def test_a_reason_that_names_whom_it_takes_out_is_refused(ledger: Ledger) -> None:
    with ledger.batch() as batch:
        ONE.into(batch)
    resolved(ledger, [IdentityRow(ONE.document.id, "Ulrikke Brobdin", "Q1", Kind.PERSON, "Ulrikke Brobdin")])
    for why in ("Ulrikke Brobdin asked", "asked by Brobdin"):
        with pytest.raises(BadRedaction):
            ledger.redact_actor(MAN, "Ana", why)
    assert ONE.document == ledger.document(ONE.document.id)
    with pytest.raises(NotFound):
        ledger.redact_actor(Actor("Q9", Kind.PERSON, "Nobody"), "Ana", "why")
    with pytest.raises(NotFound):
        ledger.redact_document("sha256:0", "Ana", "why")


def test_a_group_loses_its_names_and_not_its_words(ledger: Ledger) -> None:
    made: Report = report("A Man joined the River Brigade. B Man leads the Hill Brigade. The river rose.")
    with ledger.batch() as batch:
        made.into(batch)
    group = "the River Brigade"
    resolved(ledger, [IdentityRow(made.document.id, group, "Q3", Kind.GROUP, group)])
    ledger.redact_actor(Actor("Q3", Kind.GROUP, group), "Ana", "a body that never was")
    text = ledger.document(made.document.id).text
    assert text == "A Man joined █████████████████. B Man leads the Hill Brigade. The river rose."
    assert sentences(ledger) == ["B Man leads the Hill Brigade."]


def test_a_redacted_ledger_goes_out_and_comes_back(kept: tuple[str, Path], store: Callable[[str], str]) -> None:
    with filled(kept[0]) as ledger, open_ledger(store("copy")) as copy:
        ledger.redact_document(ONE.document.id, "Ana", "asked to")
        ledger.redact_actor(replace(MAN, name="Ulrikke-Brobdin"), "Ana", "asked to")
        lines = list(ledger.lines())
        copy.restore((f"line {number}", line) for number, line in enumerate(lines, 1))
        assert list(copy.lines()) == lines
        assert copy.check() == []


def test_an_entry_that_is_gone_without_a_redaction_is_found(ledger: Ledger) -> None:
    with ledger.batch() as batch:
        ONE.into(batch)
    done = ledger.redact_document(ONE.document.id, "Ana", "asked to")
    with ledger._database.writing() as connection:
        connection.exec_driver_sql(f"DELETE FROM entries WHERE id = '{done.id}'")
    found = {(problem.address.split()[0], problem.code) for problem in ledger.check()}
    assert found == {("redacted", "changed")}
