"""The laws of every answer, held against the gold claims of the packaged example."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from allegiance.answers.dossier import dossier
from allegiance.answers.moves import moves
from allegiance.answers.roster import roster
from allegiance.answers.timeline import timeline
from allegiance.exchange import ClaimLine
from allegiance.exports.table import write
from allegiance.model import Answer, Appearance, Certainty, Claim, Document, Kind
from answers.fakes import FakeView, named

REPORTS = Path(str(files("allegiance"))) / "examples" / "reports"
GOLD = Path(__file__).parents[1] / "examples" / "gold"
HAMIDOUN = "Abdelkader Ould Hamidoun"
SPELLINGS = (
    "Abdoulkader Ould Hamidoune",
    "Abdel Kader Weld Hamidun",
    "Abd al-Qadir Ould Hamidun",
    "Abdul Qader Hamidoun",
)


def example() -> FakeView:
    """The gold claims of the packaged example, one man's spellings joined by hand."""
    given: list[tuple[Claim, str, Appearance]] = []
    for path in sorted(GOLD.glob("*.gold.json")):
        stem = path.name.removesuffix(".gold.json")
        text = next(p for p in REPORTS.glob(f"{stem}.*") if p.suffix != ".json").read_text(encoding="utf-8")
        meta = json.loads((REPORTS / f"{stem}.meta.json").read_text(encoding="utf-8"))
        document = Document(text).id
        at = Appearance(document, stem, meta.get("published", ""), meta["publisher"], title=meta["title"])
        for line in json.loads(path.read_text(encoding="utf-8"))["claims"]:
            claim = ClaimLine.model_validate(line | {"document": document}).claim()
            given.append((claim, text[claim.evidence.start : claim.evidence.end] or claim.type, at))
    return FakeView(given=given, aliases=dict.fromkeys(SPELLINGS, HAMIDOUN))


VIEW = example()
WADI, FRONT = named("Ansar al-Wadi"), named("Adrak Liberation Front")
MAN = named(HAMIDOUN, Kind.PERSON)
ANSWERS = {
    "roster": roster(VIEW, WADI, "2016-04-01"),
    "dossier": dossier(VIEW, MAN),
    "dossier of a group": dossier(VIEW, WADI),
    "timeline": timeline(VIEW, WADI),
    "moves": moves(VIEW, FRONT, WADI, "2014-09-01", "2015-12-31"),
}


@pytest.fixture(params=ANSWERS)
def answer(request: pytest.FixtureRequest) -> Answer:
    return ANSWERS[str(request.param)]


def test_every_row_rests_on_claims_in_the_evidence_and_all_evidence_is_used(answer: Answer) -> None:
    used = {claim for row in answer.rows for claim in row.claims}
    assert answer.rows and all(row.claims for row in answer.rows)
    assert used == set(answer.evidence)


def test_what_is_only_denied_is_denied_and_certain_needs_a_plain_word(answer: Answer) -> None:
    for row in answer.rows:
        if row.get("section") == "names":
            continue
        words = {answer.evidence[claim].claim.certainty for claim in row.claims}
        if words == {Certainty.DENIED}:
            assert row.status == "denied"
        if row.status in ("certain", "stated"):
            assert Certainty.STATED in words


def test_every_answer_fits_a_terminal(answer: Answer) -> None:
    assert max(len(line) for line in write(answer, width=100).split("not shown")[0].splitlines()) <= 100


def test_the_roster_of_april_2016_is_that_of_the_story() -> None:
    told = {(row.get("person"), row.get("role")): row.status for row in ANSWERS["roster"].rows}
    assert told["Issa Ag Tamellou", "leader"] == "certain"
    assert told[HAMIDOUN, "military commander"] == "certain"
    assert told["Oumar Tidjani", "spokesman"] == "certain"
    deputies = {row.get("person"): row.status for row in ANSWERS["roster"].rows if "deputy" in row.get("role")}
    assert deputies == {"Hamma Ould Lakhal": "disputed", "Zakaria Bedri": "disputed"}


def test_the_moves_are_those_of_the_story() -> None:
    told = {row.get("person"): (row.get("date"), row.status) for row in ANSWERS["moves"].rows}
    assert told[HAMIDOUN] == ("2014-10-14", "disputed"), "the Front denied at the time that he had left"
    assert told["Sidi Ould Mbarek"] == ("2014-10-14", "stated")
    assert told["Haroun Ag Elmehdi"][0] == "2015-08"
    assert told["Ilyas Ag Bouna"][1] == "denied"


def test_a_death_that_was_disproved_is_disputed() -> None:
    fates = {row.status for row in ANSWERS["dossier"].rows if row.get("section") == "fate"}
    assert fates == {"disputed"}
