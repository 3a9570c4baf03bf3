"""The accuracy page on a world of two sentences: what it counts, what it names as absent, and what it must not show."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from allegiance.actors import load_register
from allegiance.errors import AllegianceError
from allegiance.model import Certainty, Claim, Document, Filler, Phase, Span
from allegiance.reading.reader import EnglishReader
from bench import accuracy
from bench.measuring.causes import Extra, Missed, causes
from bench.measuring.nearest import NearestName
from bench.measuring.scoring import Scorer
from bench.measuring.sets import SHARED, GoldSet, Report, gold_set

FIRST = "Idris Baro pledged allegiance to the Northern Front in May 2015."
SECOND = "Salim Vardo, the emir of the Hill Brigade, was killed in Kunar."


def gold(kind: str, text: str, certainty: str = "stated", **roles: str) -> dict[str, object]:
    state = "current" if kind in ("post", "membership") else None
    return {"type": kind, "roles": roles, "phase": state, "certainty": certainty, "evidence": [0, len(text)]}


def write(folder: Path, name: str, text: str, claims: Sequence[dict[str, object]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    whole = {"doc": name, "published": None, "actors": {"Northern Front": ["the Front"]}, "claims": claims}
    (folder / f"{name}.gold.json").write_text(json.dumps(whole), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    reports = tmp_path / "project/tests/reports"
    write(reports / "dev", "one", FIRST, [gold("pledge", FIRST, actor="Idris Baro", to="Northern Front")])
    post = gold("post", SECOND, person="Salim Vardo", group="Hill Brigade", role="emir")
    write(reports / "kept", "two", SECOND, [post, gold("killing", SECOND, victim="Salim Vardo")])
    return tmp_path / "project"


def said(kind: str, certainty: str = "stated", **roles: str) -> Claim:
    phase = Phase.CURRENT if kind in ("post", "membership") else Phase.NONE
    fillers = tuple(Filler(role, name) for role, name in roles.items())
    return Claim("sha256:0", kind, fillers, Span(0, 20), phase=phase, certainty=Certainty(certainty))


def test_without_the_public_data_the_page_says_what_it_lacks_by_name(root: Path, tmp_path: Path) -> None:
    page = accuracy.measured(root, tmp_path / "nowhere")
    for name in ("the samples", "examples (", "the codebook's scorer", "the ISAF releases", "re3d ("):
        assert f"\n- {name}" in page
    assert "## Claims" not in page


def test_the_page_counts_what_the_reader_gets_right_and_shows_nothing_of_a_closed_set(
    root: Path, tmp_path: Path, scorer: Scorer
) -> None:
    shutil.copytree(SHARED / "eval", tmp_path / "shared/eval")
    page = accuracy.measured(root, tmp_path / "shared")
    assert "| pledge | 1/1/1 | 1.000 |" in page
    assert "| reports/kept, reader | 1 |" in page
    assert "Vardo" not in page and "| post |" not in page
    assert scorer.keys("pledge") == ("actor", "to")


def test_the_same_code_gives_the_same_page_but_for_its_date(root: Path, tmp_path: Path) -> None:
    first, second = (accuracy.measured(root, tmp_path / "nowhere") for _ in range(2))
    dated = re.compile(r"Measured \d{4}-\d{2}-\d{2} ")
    assert dated.sub("", first) == dated.sub("", second) != first


def test_the_script_writes_its_page(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "docs/accuracy.md"
    assert accuracy.main(["--root", str(root), "--shared", str(tmp_path / "nowhere"), "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith("# Accuracy\n")
    assert "# Accuracy" in capsys.readouterr().out


def test_gold_without_its_text_is_an_error(root: Path) -> None:
    folder = root / "tests/reports/dev"
    (folder / "one.txt").unlink()
    with pytest.raises(AllegianceError, match="without a text for one"):
        gold_set("dev", folder)


def dev(root: Path) -> GoldSet:
    found = gold_set("dev", root / "tests/reports/dev")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("claim", "missed", "extra"),
    [
        (said("pledge", "denied", actor="Idris Baro", to="Northern Front"), Missed.POLARITY, Extra.PAIRED),
        (said("pledge", actor="Idris Baro", to="Hill Brigade"), Missed.FILLER, Extra.PAIRED),
        (said("membership", actor="Idris Baro", group="the Front"), Missed.TYPE, Extra.PAIRED),
        (said("killing", victim="Salim Vardo"), Missed.BESIDE, Extra.BESIDE),
    ],
    ids=["polarity", "filler", "type", "something else"],
)
def test_each_wrong_claim_has_one_cause(root: Path, scorer: Scorer, claim: Claim, missed: Missed, extra: Extra) -> None:
    found = causes(scorer.wrong(dev(root), {"one": [claim]}), scorer)
    assert (found.missed, found.extra) == ({missed: 1}, {extra: 1})
    assert found.fillers == ({"pledge.to": 1} if missed is Missed.FILLER else {})


def test_where_nothing_is_said_nothing_was_read(root: Path, scorer: Scorer) -> None:
    found = causes(scorer.wrong(dev(root), {}), scorer)
    assert (found.missed, found.extra, found.types) == ({Missed.SILENT: 1}, {}, {"pledge": 1})


def test_what_is_right_has_no_cause(root: Path, scorer: Scorer) -> None:
    right = said("pledge", actor="Idris Baro", to="the Front")
    found = causes(scorer.wrong(dev(root), {"one": [right]}), scorer)
    assert (found.missed, found.extra) == ({}, {})
    assert scorer.score(dev(root), {"one": [right]}).strict.f1 == 1.0


def test_the_interval_of_one_report_is_its_own_figure(root: Path, scorer: Scorer) -> None:
    right = said("pledge", actor="Idris Baro", to="the Front")
    assert accuracy.interval(dev(root), {"one": (right,)}, scorer) == (1.0, 1.0)


def test_the_rival_links_a_trigger_to_the_names_nearest_to_it_whatever_the_grammar() -> None:
    rival = NearestName(EnglishReader(load_register().names()))
    pledges = [c for c in rival.claims(Document(FIRST, "en")) if c.type == "pledge"]
    assert ("Idris Baro", "Northern Front") in {(c.name("actor"), c.name("to")) for c in pledges}
    doubled = "Idris Baro refused to pledge allegiance to the Northern Front."
    assert any(c.type == "pledge" for c in rival.claims(Document(doubled, "en")))
    assert rival.claims(Document("Idris Baro met the Northern Front in May.", "en")) == []


def test_a_report_counts_its_words() -> None:
    assert Report("one", Document(FIRST, "en")).words == 11
