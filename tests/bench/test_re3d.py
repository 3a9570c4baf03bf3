"""The mapping from claims to re3d's pairs, on a folder made in its form."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from allegiance.model import Certainty, Claim, Filler, Kind, Phase, Span
from bench.measuring import re3d
from bench.measuring.scoring import Scorer

TEXT = "Idris Baro of the Northern Front fights the Hill Brigade, called HB. We fight the tanks."


def relation(kind: str, source: str, target: str, confidence: float = 1.0) -> dict[str, object]:
    ends: dict[str, object] = {"documentId": "D1", "type": kind, "confidence": confidence}
    for end, words in (("source", source), ("target", target)):
        ends |= {end: words, f"{end}Begin": TEXT.index(words), f"{end}End": TEXT.index(words) + len(words)}
    return ends


def entity(kind: str, words: str) -> dict[str, object]:
    return {"documentId": "D1", "type": kind, "begin": TEXT.index(words), "end": TEXT.index(words) + len(words)}


@pytest.fixture
def annotated(tmp_path: Path) -> re3d.Annotated:
    folder = tmp_path / "data/re3d/Desk"
    folder.mkdir(parents=True)
    files: Mapping[str, Sequence[Mapping[str, object]]] = {
        "documents.json": [{"_id": "D1", "text": TEXT}],
        "entities.json": [
            entity("Person", "Idris Baro"),
            entity("Organisation", "the Northern Front"),
            entity("Organisation", "the Hill Brigade"),
            entity("Organisation", "HB"),
            entity("Organisation", "We"),
            entity("MilitaryPlatform", "the tanks"),
        ],
        "relations.json": [
            relation("BelongsTo", "Idris Baro", "the Northern Front"),
            relation("FightingAgainst", "the Northern Front", "the Hill Brigade"),
            relation("FightingAgainst", "the Hill Brigade", "the Northern Front"),
            relation("FightingAgainst", "We", "the tanks"),
            relation("AlliesOf", "Idris Baro", "HB", confidence=0.2),
            relation("IsSynonymOf", "the Hill Brigade", "HB"),
        ],
    }
    for name, rows in files.items():
        (folder / name).write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8-sig")
    (one,) = re3d.load(tmp_path)
    return one


def claim(kind: str, certainty: Certainty = Certainty.STATED, manner: str = "", **roles: tuple[str, Kind]) -> Claim:
    fillers = tuple(Filler(role, name, kind=of) for role, (name, of) in roles.items())
    state = kind in ("post", "rivalry", "membership", "presence")
    phase = Phase.CURRENT if state else Phase.NONE
    return Claim("sha256:0", kind, fillers, Span(0, 5), phase=phase, certainty=certainty, manner=manner)


BARO, FRONT, HB = ("Idris Baro", Kind.PERSON), ("Northern Front", Kind.GROUP), ("HB", Kind.GROUP)


def test_pairs_that_annotators_doubt_are_left_out_and_an_unordered_pair_is_one(annotated: re3d.Annotated) -> None:
    said = [(pair.relation, pair.source, pair.target, pair.actors) for pair in annotated.pairs]
    assert said == [
        ("BelongsTo", "Idris Baro", "the Northern Front", True),
        ("FightingAgainst", "the Northern Front", "the Hill Brigade", True),
        ("FightingAgainst", "We", "the tanks", False),
    ]


def test_a_pair_is_right_in_either_order_and_under_another_name(annotated: re3d.Annotated, scorer: Scorer) -> None:
    rows = {row.relation: row for row in re3d.measure([(annotated, [claim("rivalry", a=HB, b=FRONT)])], scorer)}
    fighting = rows["FightingAgainst"]
    assert (fighting.actors.right, fighting.actors.said, fighting.actors.gold) == (1, 1, 1)
    assert (fighting.every.right, fighting.every.said, fighting.every.gold) == (1, 1, 2)


def test_who_belongs_to_whom_has_an_order(annotated: re3d.Annotated, scorer: Scorer) -> None:
    turned = claim("membership", actor=FRONT, group=("Idris Baro", Kind.GROUP))
    belongs = re3d.measure([(annotated, [turned])], scorer)[0]
    assert (belongs.relation, belongs.every.right, belongs.every.said) == ("BelongsTo", 0, 1)


def test_a_leader_belongs_and_is_in_charge_and_a_spokesman_only_belongs() -> None:
    leader, spokesman = ("senior leader", Kind.UNKNOWN), ("spokesman", Kind.UNKNOWN)
    both = re3d.pairs_of([claim("post", person=BARO, group=FRONT, role=leader)])
    one = re3d.pairs_of([claim("post", person=BARO, group=FRONT, role=spokesman)])
    assert ([p.relation for p in both], [p.relation for p in one]) == (["BelongsTo", "InChargeOf"], ["BelongsTo"])


def test_a_group_is_in_charge_of_the_area_that_it_controls() -> None:
    area = ("Kunar", Kind.PLACE)
    assert [p.relation for p in re3d.pairs_of([claim("presence", manner="controls", group=FRONT, area=area)])] == [
        "InChargeOf"
    ]
    assert re3d.pairs_of([claim("presence", manner="operates", group=FRONT, area=area)]) == []


def test_what_is_denied_is_no_pair() -> None:
    assert re3d.pairs_of([claim("membership", Certainty.DENIED, actor=BARO, group=FRONT)]) == []
