"""The JSON of answers: its shape, its committed schemas, and that nothing is lost on the way."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import allegiance.exports
from allegiance.answers.changes import Knowing, changes, touched
from allegiance.answers.dossier import dossier
from allegiance.answers.moves import moves
from allegiance.answers.network import network
from allegiance.answers.roster import roster
from allegiance.answers.search import search
from allegiance.answers.timeline import timeline
from allegiance.exports import cite, jsonout
from allegiance.fulltext import Found, FoundClaim, FoundText, Sought, query_of
from allegiance.model import Answer, Kind
from answers.fakes import FakeView, named, report, says


class Searched(FakeView):
    """A view in which a search finds a report, and each of its claims."""

    def search(self, _: Sought) -> Found:
        told = self.claims()
        text = FoundText(told[0].claim.document, told[0].appearance, "In ⟦March⟧ he fled.")
        return Found((text,), tuple(FoundClaim(each, each.sentence, "a reason") for each in told), ("a note",))


SCHEMAS = Path(allegiance.exports.__file__).parent / "schemas"
VIEW = FakeView(
    report(
        "Wire",
        "2014-03-14",
        says("post", person="Baro", group="Front", role="emir"),
        says("post", person="Baro", group="Front", role="emir", certainty="denied", sources=["Front"]),
        says("alias", name="Baro", other="Colonel Tonnerre"),
        says("detention", person="Baro", by="Army", when="2014-01"),
    ),
    report(
        "Paper",
        "",
        says("join", actor="Baro", from_="Front", to="Union", when="2014-02~", where="Kunar"),
        says("killing", victim="Baro", by="Union", certainty="denied"),
        says("membership", actor="Omar", group="Front"),
    ),
)
ANSWERS = [
    roster(VIEW, named("Front"), "2014-03-14"),
    dossier(VIEW, named("Baro", Kind.PERSON)),
    timeline(VIEW, named("Baro", Kind.PERSON)),
    moves(VIEW, named("Front"), named("Union")),
    network(VIEW, named("Front"), since="2013"),
    changes(Knowing(FakeView()), Knowing(VIEW), touched(FakeView(), VIEW)),
    search(
        Searched(report("Wire", "2014-03-14", says("post", person="Baro", group="Front", certainty="denied"))),
        Sought(query_of("march")),
    ),
]


def fits(value: object, schema: dict[str, Any], root: dict[str, Any]) -> list[str]:
    """What is wrong with `value` by the parts of JSON Schema that our schemas use."""
    if "$ref" in schema:
        return fits(value, root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root)
    if "anyOf" in schema:
        return [] if any(not fits(value, part, root) for part in schema["anyOf"]) else [f"{value!r} fits nothing"]
    kind = {"object": dict, "array": list, "string": str, "integer": int}[schema["type"]]
    if not isinstance(value, kind):
        return [f"{value!r} is no {schema['type']}"]
    wrong: list[str] = []
    if isinstance(value, list):
        wrong += [problem for item in value for problem in fits(item, schema["items"], root)]
    if isinstance(value, dict):
        known = schema.get("properties", {})
        wrong += [f"{key} is missing" for key in schema.get("required", []) if key not in value]
        for key, item in value.items():
            part = known.get(key, schema.get("additionalProperties", True))
            wrong += [f"{key} is not known"] if part is False else [] if part is True else fits(item, part, root)
    return wrong


@pytest.mark.parametrize("name", sorted(jsonout.schemas()))
def test_the_committed_schema_is_the_one_that_the_code_makes(name: str) -> None:
    assert (SCHEMAS / name).read_text(encoding="utf-8") == jsonout.schemas()[name], "write jsonout.schemas() to it anew"


def test_no_schema_is_committed_that_the_code_does_not_make() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == set(jsonout.schemas())


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: str(answer.answer))
@pytest.mark.parametrize("own", [True, False], ids=["own schema", "general schema"])
def test_every_answer_fits_its_schema(answer: Answer, own: bool) -> None:
    schema = json.loads((SCHEMAS / f"{answer.answer if own else 'answer'}.json").read_text(encoding="utf-8"))
    assert answer.rows
    assert fits(json.loads(jsonout.write(answer)), schema, schema) == []


def test_the_check_itself_finds_what_is_wrong() -> None:
    schema = json.loads((SCHEMAS / "moves.json").read_text(encoding="utf-8"))
    good = json.loads(jsonout.write(ANSWERS[3]))
    row = good["rows"][0]
    for bad in ({**row, "odd": "x"}, {**row, "person": 3}, {key: row[key] for key in row if key != "status"}):
        assert fits({**good, "rows": [bad]}, schema, schema) != []


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: str(answer.answer))
def test_every_claim_that_a_row_rests_on_is_in_the_evidence_with_its_sentence(answer: Answer) -> None:
    told = json.loads(jsonout.write(answer))
    known = {line["claim"] for line in told["evidence"]}
    assert all(set(row["claims"]) <= known for row in told["rows"])
    # A document that a search found may give no claim that it found.
    assert all(row["claims"] or row.get("section") == "document" for row in told["rows"])
    assert all(line["sentence"] and line["doc"] for line in told["evidence"])


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: str(answer.answer))
def test_a_denial_never_reads_as_a_fact_in_json(answer: Answer) -> None:
    told = json.loads(jsonout.write(answer))
    certainty = {line["claim"]: line["certainty"] for line in told["evidence"]}
    assert "denied" in certainty.values() or answer.answer == "moves"
    assert all(line["words"].startswith("denied") for line in told["evidence"] if line["certainty"] == "denied")
    for row in told["rows"]:
        if row.get("section") not in ("names", "document") and all(
            certainty[claim] == "denied" for claim in row["claims"]
        ):
            assert row["status"] == "denied"


def test_the_shape_is_that_of_the_design() -> None:
    told = json.loads(jsonout.write(ANSWERS[0]))
    assert set(told) == {"answer", "query", "coverage", "rows", "problems", "evidence"}
    assert told["query"] == {"group": "Front", "group_id": "id:Front", "on": "2014-03-14"}
    assert told["coverage"]["undated"] == 1


_TEXT = st.text(st.characters(codec=None), min_size=1, max_size=30).filter(str.strip)


@given(_TEXT)
@example("\ud800 half a pair")
@example("\U000e0041 a tag")
def test_json_gives_back_every_character_and_holds_none_that_a_terminal_acts_on(text: str) -> None:
    one = VIEW.claims()[0]
    recorded = replace(one, sentence=text, appearances=(replace(one.appearance, publisher=text),))
    written = cite.write_json(recorded)
    told = json.loads(written)
    assert told["publisher"] == text and told["sentence"] == text
    assert not set(written) & set("\x1b\x7f\x9b\u202e\u2066\u2028\r")
    written.encode("utf-8")
