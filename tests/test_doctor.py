from __future__ import annotations

import json
from pathlib import Path

import pytest

from allegiance import doctor
from allegiance.errors import NotFound, Problem
from allegiance.ledger import open_ledger
from allegiance.model import Appearance, Claim, Document, Filler, Finding, Kind, Reading, Span

TEXT = "The army said that Idris Baro had joined the Sahan Brigade in May."


def _recorded(path: Path) -> Claim:
    document = Document(TEXT, "en")
    roles = (Filler("actor", "Idris Baro", "he", Kind.PERSON), Filler("to", "Sahan Brigade", kind=Kind.GROUP))
    claim = Claim(document.id, "join", roles, Span(0, len(TEXT)), "2014-05", "2014-06-01", sources=("the army",))
    because = (("frame", "join.verb"), ("stance", "say > that"), ("when", "a month of the year"))
    with open_ledger(str(path)) as ledger, ledger.batch() as batch:
        appearance = Appearance(document.id, "wire-1", "2014-06-01", "Wire")
        for reader, at, why in (
            ("old 1", "2024-01-01T00:00:00+00:00", ()),
            ("new 2", "2024-02-01T00:00:00+00:00", because),
        ):
            batch.add(document, appearance, Reading(document.id, reader, at, (Finding(claim, "join.verb", why),)))
    return claim


def test_why_tells_what_the_newest_reading_went_by(tmp_path: Path) -> None:
    claim = _recorded(tmp_path / "why.db")
    with open_ledger(str(tmp_path / "why.db")) as ledger:
        told = "\n".join(doctor.why(ledger, claim.id))
        with pytest.raises(NotFound):
            doctor.why(ledger, "clm-0000")
    for part in (
        TEXT,
        "wire-1 (Wire, 2014-06-01)",
        "according to the army",
        "2014-05, reckoned from 2014-06-01",
        "a month of the year",
        "say > that",
        'Idris Baro (person), here "he"',
        "joined with no other",
        "new 2",
    ):
        assert part in told, part
    assert "old 1" not in told


@pytest.mark.parametrize("schema", ["Person", "person", "Organization"])
def test_a_comparison_is_a_line_of_json(schema: str) -> None:
    line = json.loads(doctor.compare_two(schema, "Sahan Brigade", "Brigade of Sahan").line)
    assert list(line) == ["schema", "name1", "name2", "score", "verdict", "because"]
    assert line["schema"] == schema


def test_every_row_of_a_file_gives_a_comparison_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    lines = [
        "\ufeffName2,more,SCHEMA,name1",
        "a b,1,Person,a b",
        "",
        f"b,1,Person,{'x' * 200_000}",
        'Aron Vale,1,Vessel,"Vale, Aron"',
        "Person",
        '"The ""Sun"" Ltd",,Company,Sun Limited',
        ",,,",
        "Aron Vale,,,Aron Vale",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    rows = [row for row in doctor.compare_pairs(path) if isinstance(row, doctor.Compared)]
    assert [row.schema for row in rows] == ["Person", "Person", "Vessel", "Person", "Company", "Person", "Person"]
    assert [row.comparison.score > 0.9 for row in rows] == [True, False, True, False, True, False, True]
    assert (rows[2].name1, rows[2].name2) == ("Vale, Aron", "Aron Vale")
    assert rows[5].comparison.because


def test_a_schema_that_says_nothing_leaves_it_to_the_names() -> None:
    def score(schema: str, one: str, other: str) -> float:
        return doctor.compare_two(schema, one, other).comparison.score

    assert score("LegalEntity", "Tarn Steel Ltd", "Tarn Steel Limited") == score(
        "Company", "Tarn Steel Ltd", "Tarn Steel Limited"
    )
    assert score("LegalEntity", "Vale, Aron", "Aron Vale") == score("Person", "Vale, Aron", "Aron Vale")


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"\xff\xfe\x00bad", "no-column"), (b"", "no-column"), (b'name1,name2\na,"' + b"x" * 10_000_001, "not-csv")],
)
def test_what_is_no_csv_file_is_a_problem(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "pairs.csv"
    path.write_bytes(data)
    (problem,) = doctor.compare_pairs(path)
    assert isinstance(problem, Problem)
    assert problem.code == code
    (absent,) = doctor.compare_pairs(tmp_path / "absent.csv")
    assert isinstance(absent, Problem)
    assert absent.code == "unreadable"
