"""What others publish becomes records, with its ids, its qualities and its source; what is wrong with it is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.actors import Kept, Name, Parent, Record, keep, load_register, recognised, register_of
from allegiance.actors.imports import Format, Import, json_rows
from allegiance.errors import Problem

HEAD = '<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:00Z">'
PERSON = """<INDIVIDUALS><INDIVIDUAL><FIRST_NAME>IDRIS</FIRST_NAME><SECOND_NAME>BARO</SECOND_NAME>
<REFERENCE_NUMBER>QDi.900</REFERENCE_NUMBER><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><GENDER>Male</GENDER>
<NATIONALITY><VALUE>Mali</VALUE></NATIONALITY><NAME_ORIGINAL_SCRIPT>إدريس بارو</NAME_ORIGINAL_SCRIPT>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Idriss Barro</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Yusuf</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><YEAR>1971</YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL></INDIVIDUALS>"""
TRADERS = """<ENTITIES><ENTITY><FIRST_NAME>LWANDO TRADING LTD</FIRST_NAME><REFERENCE_NUMBER>QDe.901</REFERENCE_NUMBER>
<UN_LIST_TYPE>Iraq</UN_LIST_TYPE></ENTITY></ENTITIES>"""


def ftm(id: str, schema: str = "Organization", **properties: list[str]) -> str:
    return json.dumps({"id": id, "schema": schema, "properties": properties, "datasets": ["made"]})


def wikidata(id: str, **more: Any) -> dict[str, Any]:
    return {
        "id": id,
        "labels": {"en": {"value": "Zarun Front"}, "ar": {"value": "جبهة زارون"}},
        "aliases": {"en": [{"value": "ZF"}]},
        **more,
    }


def statement(value: object, **qualifiers: object) -> dict[str, Any]:
    told = {key: [{"datavalue": {"value": each}}] for key, each in qualifiers.items()}
    return {"mainsnak": {"datavalue": {"value": value}}, "qualifiers": told, "rank": "normal"}


def day(text: str, precision: int = 11) -> dict[str, object]:
    return {"time": f"+{text}T00:00:00Z", "precision": precision}


def file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def taken(path: Path) -> tuple[Format, list[Record], list[Problem]]:
    found = recognised(path)
    assert isinstance(found, Import), found
    items = list(found.records())
    return (
        found.format,
        [each for each in items if isinstance(each, Record)],
        [each for each in items if isinstance(each, Problem)],
    )


def test_of_a_listed_person_the_names_are_taken_with_their_quality_and_nothing_else(tmp_path: Path) -> None:
    format, (person, traders), problems = taken(
        file(tmp_path, "list.xml", f"{HEAD}{PERSON}{TRADERS}</CONSOLIDATED_LIST>")
    )
    assert (format, problems) == (Format.UN, [])
    assert person == Record(
        id="un-QDi.900",
        kind="person",
        name="Idris Baro",
        names=(
            Name(name="Idriss Barro", quality="Good"),
            Name(name="إدريس بارو", quality="original script"),
        ),
        weak_names=(Name(name="Abu Yusuf", quality="Low"),),
        un="QDi.900",
        sources=("United Nations Security Council Consolidated List, QDi.900, as of 2026-02-27",),
    )
    assert (traders.name, traders.kind, traders.sort) == ("Lwando Trading Ltd", "group", "")


def test_followthemoney_entities_keep_their_ids_and_what_their_names_are(tmp_path: Path) -> None:
    lines = [
        ftm("NK-1", name=["Zarun Front"], alias=["ZF"], weakAlias=["The Front"], previousName=["Zarun Committee"],
            country=["ml"], parent=["NK-2"], wikidataId=["Q900900"]),
        ftm("NK-3", "Person", name=["Idris Baro"], birthDate=["1971"], country=["ml"]),
        ftm("NK-4", "Address", full=["Kosso"]),
        ftm("NK-5", name=[]),
        "{broken",
    ]  # fmt: skip
    format, (front, baro), problems = taken(file(tmp_path, "x.json", "\n".join(lines)))
    assert format is Format.FTM
    assert (front.id, front.name, front.qid, front.countries) == ("ftm:NK-1", "Zarun Front", "Q900900", ("ML",))
    assert front.names == (Name(name="ZF", quality="alias"),)
    assert front.former_names == (Name(name="Zarun Committee", quality="previousName"),)
    assert front.weak == ("The Front",)
    assert front.parents == (Parent(id="ftm:NK-2"),)
    assert front.sources == ("followthemoney entity NK-1 in x.json (made)",)
    assert (baro.kind, baro.countries, baro.since) == ("person", (), "")
    assert [(p.address.removeprefix(str(tmp_path)), p.code) for p in problems] == [
        ("/x.json:4", "bad-record"),
        ("/x.json:5", "not-json"),
    ]


@pytest.mark.parametrize("form", ["lines", "array", "array of lines", "entities", "pretty"])
def test_wikidata_entities_are_read_in_every_form_in_which_they_come(tmp_path: Path, form: str) -> None:
    rows = [
        wikidata(
            "Q900900",
            claims={
                "P749": [statement({"id": "Q900901"}, P580=day("2011-03-00", 10), P582=day("2014-05-06"))],
                "P571": [statement(day("2009-00-00", 9))],
            },
        ),
        wikidata("Q900902", claims={"P31": [statement({"id": "Q5"})], "P571": [statement(day("2009-00-00", 9))]}),
    ]
    text = {
        "lines": "\n".join(map(json.dumps, rows)),
        "array": json.dumps(rows),
        "array of lines": "[\n" + ",\n".join(map(json.dumps, rows)) + "\n]\n",
        "entities": json.dumps({"entities": {row["id"]: row for row in rows}}),
        "pretty": json.dumps(rows, indent=2),
    }[form]
    format, (front, person), problems = taken(file(tmp_path, "x.json", text))
    assert (format, problems) == (Format.WIKIDATA, [])
    assert (front.id, front.qid, front.name, front.kind, front.since) == (
        "Q900900", "Q900900", "Zarun Front", "group", "2009",
    )  # fmt: skip
    assert front.names == (Name(name="جبهة زارون", quality="label ar"), Name(name="ZF", quality="alias en"))
    assert front.parents == (Parent(id="Q900901", since="2011-03", until="2014-05-06"),)
    assert (person.kind, person.since) == ("person", "")


def test_a_table_gives_an_actor_a_line(tmp_path: Path) -> None:
    format, (front, baro), problems = taken(
        file(
            tmp_path,
            "x.csv",
            "Name;Kind;Aliases;Country;Source;Height\n"
            "Zarun Front;group;ZF | Front of Zarun;Mali;a panel;3\n"
            "Idris Baro;person;;;;\n"
            "Kosso;village;;;;\n"
            "Harrat Front;group;;Lwando;;\n",
        )
    )
    assert format is Format.TABLE
    assert (front.kind, front.strong, front.countries, front.sources) == (
        "group", ("Zarun Front", "ZF", "Front of Zarun"), ("ML",), ("a panel",),
    )  # fmt: skip
    assert (baro.kind, baro.sources) == ("person", ("x.csv, line 3",))
    assert [(p.address.removeprefix(f"{tmp_path}/x.csv:"), p.code) for p in problems] == [
        ("1", "unknown-columns"), ("4", "bad-record"), ("5", "bad-record"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("x.xml", "<html><body>nothing</body></html>", "unknown-format"),
        ("x.json", '{"type": "killing", "evidence": [0, 3]}', "unknown-format"),
        ("x.csv", "a,b\n1,2\n", "unknown-format"),
        ("x.txt", "A report of some kind.", "unknown-format"),
        ("x.csv", " \n ", "empty"),
    ],
)
def test_what_is_of_no_known_kind_is_refused_with_what_can_be_taken(
    tmp_path: Path, name: str, text: str, code: str
) -> None:
    found = recognised(file(tmp_path, name, text))
    assert isinstance(found, Problem)
    assert found.code == code
    assert isinstance(recognised(tmp_path / "absent"), Problem)


def kept(path: Path, folder: Path) -> tuple[list[Kept], list[str]]:
    found = recognised(path)
    assert isinstance(found, Import)
    items = list(keep(found, folder, load_register()))
    return [i for i in items if isinstance(i, Kept)], [i.code for i in items if isinstance(i, Problem)]


def test_an_import_is_a_file_of_the_register_and_the_same_again_changes_nothing(tmp_path: Path) -> None:
    path, folder = file(tmp_path, "x.csv", "name\nZarun Front\nHarrat Front\n"), tmp_path / "register"
    (first,), _ = kept(path, folder)
    written = (folder / "x.jsonl").read_bytes()
    (again,), _ = kept(path, folder)
    assert ((first.records, first.new), (again.records, again.new)) == ((2, 2), (2, 0))
    assert (folder / "x.jsonl").read_bytes() == written
    assert load_register([folder]).one("Zarun Front")
    assert [p.name for p in folder.iterdir()] == ["x.jsonl"]


def test_what_is_said_of_an_actor_whom_the_register_knows_is_added_and_makes_nobody_two(tmp_path: Path) -> None:
    qid = load_register().get("isil")
    assert qid and qid.qid
    path = file(
        tmp_path, "x.json", "\n".join([ftm("NK-1", name=["Islamic State", "Zarun State"], wikidataId=[qid.qid])])
    )
    (kept_,), _ = kept(path, tmp_path / "register")
    register = load_register([tmp_path / "register"])
    record = register.get("isil")
    assert (kept_.telling, register.get("ftm:NK-1")) == (1, None)
    assert record and record.name == qid.name
    assert {name.name: name.source for name in record.names}["Zarun State"].startswith("followthemoney entity NK-1")
    assert record.ids["ftm"] == "NK-1"
    assert set(qid.strong) < set(record.strong)
    assert register.one("Zarun State")


def test_an_actor_of_whom_a_file_tells_nothing_new_is_left_as_he_is(tmp_path: Path) -> None:
    record = load_register().get("taliban")
    assert record
    path = file(tmp_path, "x.yaml", f"- {{id: taliban, kind: group, name: {record.name}, sources: [me]}}\n")
    (kept_,), _ = kept(path, tmp_path / "register")
    assert (kept_.records, kept_.telling) == (1, 0)


def test_a_broken_first_line_costs_no_other(tmp_path: Path) -> None:
    deep = '{"id": "e0", "schema": "Organization", "properties": ' + "[" * 100_000 + "]" * 100_000 + "}"
    odd = '{"id": "e1", "schema": ["Organization"], "properties": {}}'
    lines = f"{deep}\n{odd}\n{ftm('e2', name=['Zarun Front'])}\n"
    _, records, problems = taken(file(tmp_path, "list.jsonl", lines))
    assert [record.name for record in records] == ["Zarun Front"]
    assert [problem.address.rpartition(":")[2] for problem in problems] == ["1"]


def test_a_file_in_utf_16_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes("name,alias\nZarun Front,ZF\n".encode("utf-16"))
    found = recognised(path)
    assert isinstance(found, Problem) and found.code == "not-utf-8"


def test_a_name_that_the_register_keeps_for_another_body_joins_nobody_by_an_import(tmp_path: Path) -> None:
    packaged = register_of(
        [
            Record(id="ftm:e1", kind="group", name="Zarun Front", sources=("made",)),
            Record(id="zarun-charity", kind="group", name="Zarun Charity", sources=("made",)),
        ]
    )
    line = ftm("e1", name=["Zarun Front"], alias=["Zarun Charity", "Front of Zarun"])
    found = recognised(file(tmp_path, "list.jsonl", line))
    assert isinstance(found, Import)
    kept = list(keep(found, tmp_path / "register", packaged))
    register = load_register([tmp_path / "register"])
    record = register.get("ftm:e1")
    assert isinstance(kept[-1], Kept) and record
    assert "Front of Zarun" in record.strong and "Zarun Charity" not in record.strong
    assert "Zarun Charity" in record.weak


def test_of_a_broken_list_nothing_is_taken_and_what_was_there_stays(tmp_path: Path) -> None:
    whole = file(tmp_path, "list.xml", f"{HEAD}{PERSON}{TRADERS}</CONSOLIDATED_LIST>")
    folder = tmp_path / "register"
    assert kept(whole, folder)[1] == []
    before = (folder / "list.jsonl").read_bytes()
    file(tmp_path, "list.xml", f"{HEAD}{PERSON}<ENTITIES>")
    assert kept(whole, folder) == ([], ["broken-list"])
    assert (folder / "list.jsonl").read_bytes() == before
    assert [p.name for p in folder.iterdir()] == ["list.jsonl"]


def test_an_id_that_stands_twice_and_a_file_of_the_register_itself_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "register"
    path = file(tmp_path, "x.csv", "id,name\none,Zarun Front\none,Harrat Front\n")
    assert kept(path, folder)[1] == ["twice"]
    assert kept(folder / "x.jsonl", folder) == ([], ["there-already"])


def test_a_line_that_is_too_long_is_told_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_rows, "MAX_LINE", 300)
    lines = [ftm("NK-1", name=["Zarun Front"]), ftm("NK-2", name=["Z" * 400]), ftm("NK-3", name=["Harrat Front"])]
    _, records, problems = taken(file(tmp_path, "x.json", "\n".join(lines)))
    assert [r.name for r in records] == ["Zarun Front", "Harrat Front"]
    assert [p.code for p in problems] == ["too-large"]


STARTS = ["", HEAD, "{", "[", '{"id": "Q1", "labels": ', "name,kind\n", "- {id: x1, ", "sources:\n", "\ufeff", "<"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(STARTS), st.text(max_size=80), st.sampled_from(["x.csv", "x.json", "x.yaml", "x.jsonl", "x"]))
def test_whatever_a_file_holds_records_or_problems_come_of_it(
    tmp_path_factory: pytest.TempPathFactory, start: str, rest: str, name: str
) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes((start + rest).encode("utf-8", "surrogatepass"))
    found = recognised(path)
    items = [found] if isinstance(found, Problem) else list(found.records())
    assert all(isinstance(item, (Record, Problem)) for item in items)


def test_records_of_one_import_do_not_depend_on_the_packaged_ones(tmp_path: Path) -> None:
    found = recognised(file(tmp_path, "x.csv", "name\nZarun Front\n"))
    assert isinstance(found, Import)
    assert [i.new for i in keep(found, tmp_path / "register", register_of([])) if isinstance(i, Kept)] == [1]
