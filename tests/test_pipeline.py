from __future__ import annotations

import json
from pathlib import Path

import pytest

from allegiance import pipeline
from allegiance.errors import NotFound, Problem
from allegiance.intake import IntakeSettings
from allegiance.ledger import Ledger, open_ledger
from allegiance.model import Claim, Document, Filler, Finding, Kind, Span
from allegiance.parallel import readers
from allegiance.pipeline import Done, Fate
from allegiance.readers import Reader
from allegiance.resolving import resolve_names


class ByLine:
    """A reader of lines such as `Idris Baro joined Sahan Brigade`; it lies about `Liar`, and breaks on `Break`."""

    name = "by line 1"
    languages = frozenset({"en"})

    def read(self, document: Document, published: str = "") -> tuple[list[Finding], list[str]]:
        del published
        found = []
        for line in document.text.splitlines():
            who, joined, group = line.partition(" joined ")
            if "Break" in line:
                raise ValueError("it broke")
            if joined:
                start = document.text.index(line)
                span = Span(start, start + len(line) + (10_000 if "Liar" in line else 0))
                roles = (Filler("actor", who, who, Kind.PERSON), Filler("to", group, group, Kind.GROUP))
                found.append(Finding(Claim(document.id, "join", roles, span), "join"))
        return found, []


def by_line() -> Reader:
    return ByLine()


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(str(tmp_path / "pipeline.db"))


def _write(folder: Path, name: str, text: str, **told: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / f"{name}.meta.json").write_text(json.dumps({"language": "en"} | told), encoding="utf-8")


def _record(ledger: Ledger, folder: Path) -> list[Done | Problem]:
    with ledger.batch() as batch, readers(by_line) as reading:
        return list(pipeline.record(ledger, batch, [str(folder)], IntakeSettings(), reading))


def _fates(events: list[Done | Problem]) -> dict[str, Fate]:
    return {event.appearance.name: event.fate for event in events if isinstance(event, Done)}


def _problems(events: list[Done | Problem]) -> dict[str, str]:
    return {Path(event.address).stem: event.code for event in events if isinstance(event, Problem)}


def test_each_document_is_read_known_or_unread_and_each_problem_is_said(ledger: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    _write(folder, "good", "Idris Baro joined Sahan Brigade")
    _write(folder, "copy", "Idris Baro joined Sahan Brigade", publisher="Another")
    _write(folder, "foreign", "Idris Baro a rejoint la brigade", language="fr")
    _write(folder, "broken", "Break this")
    _write(folder, "false", "Liar joined Sahan Brigade")
    with ledger:
        events = _record(ledger, folder)
        fates = _fates(events)
        assert sorted([fates.pop("good"), fates.pop("copy")]) == [Fate.KNOWN, Fate.READ]
        assert fates == {"foreign": Fate.UNREAD, "broken": Fate.UNREAD, "false": Fate.UNREAD}
        assert _problems(events) == {"foreign": "no-reader", "broken": "reader-failed", "false": "bad-claim"}
        coverage = ledger.view().coverage()
        assert (coverage.documents, coverage.claims) == (4, 1)
        assert ledger.check() == []
        again = _fates(_record(ledger, folder))
        assert (again["good"], again["copy"], again["broken"]) == (Fate.KNOWN, Fate.KNOWN, Fate.UNREAD)


def test_a_reader_of_another_name_reads_again(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "reports", "good", "Idris Baro joined Sahan Brigade")
    with ledger:
        assert _fates(_record(ledger, tmp_path / "reports")) == {"good": Fate.READ}
        monkeypatch.setattr(ByLine, "name", "by line 2")
        assert _fates(_record(ledger, tmp_path / "reports")) == {"good": Fate.READ}
        assert {recorded.reader for recorded in ledger.view().claims()} == {"by line 2"}


def test_names_meet_across_documents_and_everything_recorded_is_resolved(ledger: Ledger, tmp_path: Path) -> None:
    _write(tmp_path / "reports", "one", "Idris Baro joined Sahan Brigade")
    _write(tmp_path / "reports", "two", "Kamal Dost joined the Sahan Brigade")
    with ledger:
        _record(ledger, tmp_path / "reports")
        assert len(list(ledger.names())) == 4
        resolution = resolve_names(ledger)
        assert resolution
        assert (resolution.names, resolution.actors) == (4, 3)
        assert all(use.resolved for use in ledger.names())
        found = pipeline.actor_named(ledger.view(), "Sahan Brigade", Kind.GROUP)
        assert len(ledger.view().claims(actors=[found.id])) == 2


def test_an_actor_of_the_register_is_found_by_every_name_that_the_register_gives(
    ledger: Ledger, tmp_path: Path
) -> None:
    _write(tmp_path / "reports", "one", "Idris Baro joined Islamic State of Iraq and the Levant")
    with ledger:
        _record(ledger, tmp_path / "reports")
        resolve_names(ledger)
        assert pipeline.actor_named(ledger.view(), "Daesh").id == "isil"


def test_names_that_only_an_older_reading_gave_are_resolved_too(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path / "reports", "one", "Idris Baro joined Sahan Brigade")
    with ledger:
        _record(ledger, tmp_path / "reports")
        monkeypatch.setattr(ByLine, "name", "by line 2")
        monkeypatch.setattr(ByLine, "read", lambda *_: ([], []))
        _record(ledger, tmp_path / "reports")
        assert ledger.view().claims() == []
        assert (resolution := resolve_names(ledger)) and resolution.names == 2
        assert all(use.resolved for use in ledger.names())


def test_an_id_can_be_shortened_as_long_as_it_names_one_actor(ledger: Ledger, tmp_path: Path) -> None:
    _write(tmp_path / "reports", "one", "\n".join(f"Man Number{n} joined Sahan Brigade" for n in range(40)))
    with ledger:
        _record(ledger, tmp_path / "reports")
        resolve_names(ledger)
        view = ledger.view()
        actor = view.find("Man Number7")[0]
        assert pipeline.actor_named(view, actor.id[:12]) == actor
        with pytest.raises(NotFound, match="begins with"):
            pipeline.actor_named(view, "act-")
        with pytest.raises(NotFound, match="begins with"):
            pipeline.actor_named(view, "act-zzzzzz")


def test_claims_since_a_day_hold_then_or_were_reported_then(ledger: Ledger, tmp_path: Path) -> None:
    _write(tmp_path / "reports", "old", "Idris Baro joined Sahan Brigade", published="2014-05-01")
    _write(tmp_path / "reports", "new", "Kamal Dost joined Sahan Brigade", published="2015-05-01")
    _write(tmp_path / "reports", "undated", "Ali Sen joined Sahan Brigade")
    with ledger:
        _record(ledger, tmp_path / "reports")
        view = ledger.view()

        def names(since: str) -> set[str]:
            return {r.claim.name("actor") for r in pipeline.claims(view, pipeline.Wanted(since=since))}

        assert names("") == {"Idris Baro", "Kamal Dost", "Ali Sen"}
        assert names("2014-05-01") == {"Idris Baro", "Kamal Dost"}
        assert names("2014-05-02") == {"Kamal Dost"}
