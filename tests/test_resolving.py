"""Names resolved as reports come in stand as if all had been resolved at once, whatever was decided in between."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from random import Random

import pytest

from allegiance import judging, resolving
from allegiance.errors import LedgerBusy, NotFound
from allegiance.exchange import ClaimLine
from allegiance.ledger import Ledger, LedgerView, Resolution, Working, open_ledger
from allegiance.model import Appearance, Claim, Document, Filler, Finding, Kind, Reading, Span, minted_actor_id
from allegiance.resolving import resolve_names

REPORTS = Path(str(files("allegiance"))) / "examples" / "reports"
GOLD = Path(__file__).parent / "examples" / "gold"
Parcel = tuple[Document, Appearance, Reading]


def parcels() -> Iterator[Parcel]:
    """The reports of the packaged example, with what a careful annotation reads in them."""
    for path in sorted(GOLD.glob("*.gold.json")):
        stem = path.name.removesuffix(".gold.json")
        text = next(p for p in REPORTS.glob(f"{stem}.*") if p.suffix != ".json").read_text(encoding="utf-8")
        meta = json.loads((REPORTS / f"{stem}.meta.json").read_text(encoding="utf-8"))
        document = Document(text)
        lines = json.loads(path.read_text(encoding="utf-8"))["claims"]
        claims = (ClaimLine.model_validate(line | {"document": document.id}).claim() for line in lines)
        appearance = Appearance(document.id, stem, meta.get("published", ""), meta["publisher"])
        found = tuple(Finding(claim, claim.type) for claim in claims)
        yield document, appearance, Reading(document.id, "gold", "2026-01-01", found)


EXAMPLE = list(parcels())


def record(ledger: Ledger, some: Sequence[Parcel]) -> None:
    with ledger.batch() as batch:
        for parcel in some:
            batch.add(*parcel)


def bearers(view: LedgerView, name: str) -> list[str]:
    try:
        return [actor.id for actor in view.find(name)]
    except NotFound:
        return []


def state(ledger: Ledger) -> tuple[object, ...]:
    """Who is who, and who stands how, as whoever asks would see it."""
    view, names = ledger.view(veiled=False), list(ledger.names())
    actors = sorted({use.actor for use in names})
    told = [(view.actor(actor), view.standing(actor).standing) for actor in actors]
    listed = sorted({name for actor, _ in told for name in actor.other_names})
    found = {name: bearers(view, name) for name in listed[:40]}
    return sorted(names, key=lambda use: (use.document, use.name)), told, found


def forget(path: Path) -> None:
    """Let the ledger know of no resolution."""
    tables = ("tellings", "meetings", "spellings", "worked", "identity", "actors", "standings", "resolutions")
    with closing(sqlite3.connect(path)) as connection, connection:
        for table in tables:
            connection.execute(f"DELETE FROM {table}")


def at_once(path: Path, ledger: Ledger) -> tuple[object, ...]:
    """The state of the same log when everything is resolved at once."""
    forget(path)
    assert resolve_names(ledger)
    return state(ledger)


@pytest.mark.parametrize("seed", range(3))
def test_reports_that_come_one_by_one_leave_the_same_as_all_at_once(tmp_path: Path, seed: int) -> None:
    some = Random(seed).sample(EXAMPLE, 14)
    with open_ledger(str(tmp_path / "a.db")) as ledger:
        for parcel in some:
            record(ledger, [parcel])
            assert resolve_names(ledger)
        assert resolve_names(ledger) is None
        came = state(ledger)
        assert came == at_once(tmp_path / "a.db", ledger)
        assert ledger.check() == []


@pytest.mark.parametrize("seed", range(3))
def test_what_is_decided_between_and_undone_leaves_the_same_as_all_at_once(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    some = random.sample(EXAMPLE, 9)
    with open_ledger(str(tmp_path / "a.db")) as ledger:
        for at, parcel in enumerate(some):
            record(ledger, [parcel])
            resolve_names(ledger)
            names = sorted(use.actor for use in ledger.names())
            claims = [recorded.claim.id for recorded in ledger.view().claims()]
            made = judging.judge(ledger, "same", random.sample(names, 2), "an analyst", "")
            judging.judge(ledger, random.choice(["private", "public"]), random.sample(names, 1), "an analyst", "")
            judging.judge(ledger, "reject", random.sample(claims, 1), "an analyst", "")
            if at % 2:
                judging.judge(ledger, "undo", [made.id], "an analyst", "")
            if at == 4:
                judging.judge(ledger, "retract", [parcel[0].id], "an analyst", "")
        came = state(ledger)
        assert came == at_once(tmp_path / "a.db", ledger)


@pytest.mark.parametrize("instalment", [1, 7, 20])
def test_instalments_leave_the_same_as_all_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, instalment: int
) -> None:
    told: list[tuple[int, int]] = []
    with open_ledger(str(tmp_path / "a.db")) as ledger:
        record(ledger, EXAMPLE[:12])
        whole = at_once(tmp_path / "a.db", ledger)
        forget(tmp_path / "a.db")
        monkeypatch.setattr(resolving, "INSTALMENT", instalment)
        assert resolve_names(ledger, lambda done, of: told.append((done, of)))
        assert state(ledger) == whole
        assert told[-1] == (36, 36) and len(told) == -(-36 // instalment)


def test_another_register_resolves_everything_anew_and_its_old_names_find_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    monkeypatch.setenv("ALLEGIANCE_REGISTER", str(own))
    told = (
        "sources: {own: 'https://example.org/wadi, retrieved 2026-01-01,'}\nactors:\n"
        "- {id: wadi, kind: group, name: Ansar al-Wadi, names: [%s], sources: [own 1]}\n"
    )
    with open_ledger(str(tmp_path / "a.db")) as ledger:
        record(ledger, EXAMPLE[:12])
        (own / "a.yaml").write_text(told % "The Valley Lot", encoding="utf-8")
        assert resolve_names(ledger)
        assert bearers(ledger.view(), "The Valley Lot") == ["wadi"]
        (own / "a.yaml").write_text(told % "The Valley Men", encoding="utf-8")
        monkeypatch.setattr(resolving, "INSTALMENT", 10)
        assert resolve_names(ledger)
        assert bearers(ledger.view(), "The Valley Men") == ["wadi"]
        assert bearers(ledger.view(), "The Valley Lot") == []
        (own / "a.yaml").unlink()
        assert resolve_names(ledger)
        assert bearers(ledger.view(), "The Valley Men") == []
        came = state(ledger)
        assert came == at_once(tmp_path / "a.db", ledger)


def test_a_document_that_is_read_anew_loses_the_names_that_it_no_longer_tells(tmp_path: Path) -> None:
    document, appearance, reading = EXAMPLE[0]
    with open_ledger(str(tmp_path / "a.db")) as ledger:
        record(ledger, EXAMPLE[:6])
        resolve_names(ledger)
        fewer = Reading(document.id, "another", "2026-02-01", reading.findings[:2])
        record(ledger, [(document, appearance, fewer)])
        assert resolve_names(ledger)
        came = state(ledger)
        assert came == at_once(tmp_path / "a.db", ledger)


def test_a_report_leaves_alone_what_it_does_not_touch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Resolution] = []
    keep = Working.keep

    def noting(working: Working, found: Resolution) -> bool:
        kept.append(found)
        return keep(working, found)

    monkeypatch.setattr(Working, "keep", noting)
    text = "Mulenga Zimba joined the Southern Mwansa Column."
    document = Document(text)
    who = (Filler("actor", "Mulenga Zimba", kind=Kind.PERSON), Filler("to", "Southern Mwansa Column", kind=Kind.GROUP))
    claim = Claim(document.id, "join", who, Span(0, len(text)))
    reading = Reading(document.id, "gold", "2026-01-01", (Finding(claim, "join"),))
    with open_ledger(str(tmp_path / "a.db")) as ledger:
        record(ledger, EXAMPLE)
        resolve_names(ledger)
        record(ledger, [(document, Appearance(document.id, "new", "2024-01-01"), reading)])
        resolve_names(ledger)
    assert {row.document for row in kept[0].rows} == {parcel[0].id for parcel in EXAMPLE}
    assert {row.document for row in kept[1].rows} == {document.id}
    assert minted_actor_id(document.id, "Mulenga Zimba") in {row.actor for row in kept[1].rows}


def test_what_others_keep_meanwhile_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Working, "keep", lambda *_: False)
    with open_ledger(str(tmp_path / "a.db")) as ledger:
        record(ledger, EXAMPLE[:1])
        with pytest.raises(LedgerBusy, match="other processes resolve names"):
            resolve_names(ledger)
