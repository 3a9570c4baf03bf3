from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.actors import load_register, read_records, read_un_list, register_of
from allegiance.actors.records import MAX_BYTES
from allegiance.actors.un_list import register_yaml
from allegiance.errors import AllegianceError
from allegiance.model import Kind

UN_LIST = Path(__file__).parents[2] / "../shared/data/un/UN_consolidated.xml"
REGISTER = load_register()

SOURCED = b"""
- id: fprl
  kind: group
  name: Patriotic Front for the Renewal of Lwando
  names: [FPRL]
  weak_names: [The Front]
  sources: [a panel report]
"""


def test_a_record_is_found_by_every_name_and_joins_by_its_strong_ones() -> None:
    records, problems = read_records(SOURCED, "mine.yaml")
    register = register_of(records)
    assert problems == []
    assert [a.id for a in register.find("the F.P.R.L.")] == ["fprl"]
    assert [a.id for a in register.find("Front")] == ["fprl"]
    assert register.one("the front") is None
    assert register.one("FPRL", Kind.PERSON) is None
    assert list(register.names()) == [
        ("Patriotic Front for the Renewal of Lwando", Kind.GROUP, "fprl"),
        ("FPRL", Kind.GROUP, "fprl"),
        ("The Front", Kind.GROUP, "fprl"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"- {id: x1, kind: group, name: X}", "bad-record"),
        (b"- {id: x1, kind: group, name: X, sources: []}", "bad-record"),
        (b"- {id: x1, kind: group, name: X, sources: ['  ']}", "bad-record"),
        (b"- {id: x1, kind: unknown, name: X, sources: [a]}", "bad-record"),
        (b"- {id: x1, kind: group, name: X, sources: [a], colour: red}", "bad-record"),
        (b"- {id: 'x 1', kind: group, name: X, sources: [a]}", "bad-record"),
        (b"- {id: x1, kind: group, name: X, sources: [a], qid: 17}", "bad-record"),
        (b"- just words", "bad-record"),
        (b"id: x1", "not-a-register"),
        (b"", "not-a-register"),
        (b"- [unclosed", "not-yaml"),
        (b"- !!python/object/apply:os.getcwd []", "not-yaml"),
        (b"#" * (MAX_BYTES + 1), "too-large"),
    ],
)
def test_what_is_wrong_with_a_file_is_a_problem_with_an_address(text: bytes, code: str) -> None:
    records, problems = read_records(text, "mine.yaml")
    assert records == []
    assert [p.code for p in problems] == [code]
    assert problems[0].address.startswith("mine.yaml")


def test_one_bad_record_does_not_spoil_the_others() -> None:
    records, problems = read_records(SOURCED + b"\n- id: bad\n", "mine.yaml")
    assert [r.id for r in records] == ["fprl"]
    assert [p.address for p in problems] == ["mine.yaml, record 2"]


def test_a_users_record_wins_by_id_and_by_name(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "- {id: taliban, kind: group, name: The Movement, sources: [me]}\n"
        "- {id: my-ttp, kind: group, name: TTP, sources: [me]}\n"
    )
    register = load_register([mine, tmp_path / "absent.yaml"])
    record, ttp = register.get("taliban"), register.one("TTP")
    assert record and record.name == "The Movement"
    assert ttp and ttp.id == "my-ttp"
    assert [a.id for a in register.find("TTP")] == ["my-ttp", "un-QDe.132"]
    assert [p.code for p in register.problems] == ["unreadable"]


def test_every_packaged_record_has_a_source_and_a_known_parent() -> None:
    assert len(REGISTER.records) > 60
    for record in REGISTER.records:
        assert record.sources
        assert record.parent == "" or REGISTER.get(record.parent)


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("TTP", "un-QDe.132"),
        ("Tehreek e Taliban Pakistan", "un-QDe.132"),
        ("the Pakistani Taliban", "un-QDe.132"),
        ("Taliban", "taliban"),
        ("Islamic State Khorasan Province", "un-QDe.161"),
        ("the Islamic State", "isil"),
        ("al-Qaeda", "un-QDe.004"),
        ("جبهة النصرة", "un-QDe.137"),
        ("Haqqani network", "un-TAe.012"),
        ("Эмират Кавказ", "un-QDe.131"),
    ],
)
def test_known_groups_are_found_under_the_names_that_reports_use(name: str, actor: str) -> None:
    found = REGISTER.one(name, Kind.GROUP)
    assert found and found.id == actor


@pytest.mark.parametrize(
    "name", ["Ansar al-Sharia", "HUA", "The Base", "Islamic State of Iraq", "Jabhat", "Tehrik-e-Taliban"]
)
def test_names_of_several_and_common_names_give_no_one(name: str) -> None:
    assert REGISTER.one(name) is None


def test_another_spelling_of_a_groups_name_finds_it() -> None:
    assert [a.id for a in REGISTER.find("Tehreek-e-Taliban Pakistan")] == ["un-QDe.132"]
    assert REGISTER.find("Tehreek-e-Nobody") == ()


def test_a_state_may_be_named_as_a_group_and_never_as_a_person() -> None:
    as_group, as_person = REGISTER.one("the Philippines", Kind.GROUP), REGISTER.one("Jordan", Kind.PERSON)
    assert as_group and as_group.id == "iso-PH"
    assert as_person is None


def test_no_two_packaged_records_share_a_name_that_joins_but_what_the_list_itself_gives_twice() -> None:
    shared = {n for r in REGISTER.records for n in (r.name, *r.names, *r.former_names) if REGISTER.one(n) is None}
    assert shared == {"Harakat Ul-Ansar", "Harakat-ul-Ansar", "HUA"}


def test_a_branch_is_related_to_its_parent_and_not_to_another_branch() -> None:
    assert REGISTER.related("un-QDe.161", "isil")
    assert REGISTER.related("isil", "un-QDe.161")
    assert not REGISTER.related("un-QDe.161", "un-QDe.162")


def entity(reference: str, name: str, alias: str = "", quality: str = "a.k.a.", listed: str = "Al-Qaida") -> str:
    return (
        f"<ENTITY><FIRST_NAME>{name}</FIRST_NAME><UN_LIST_TYPE>{listed}</UN_LIST_TYPE>"
        f"<REFERENCE_NUMBER>{reference}</REFERENCE_NUMBER>"
        f"<ENTITY_ALIAS><QUALITY>{quality}</QUALITY><ALIAS_NAME>{alias}</ALIAS_NAME></ENTITY_ALIAS></ENTITY>"
    )


def un_list(tmp_path: Path, *entities: str, head: str = "") -> Path:
    path = tmp_path / "list.xml"
    body = "".join(entities)
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:00Z">'
        f"<INDIVIDUALS><INDIVIDUAL><FIRST_NAME>A</FIRST_NAME></INDIVIDUAL></INDIVIDUALS>"
        f"<ENTITIES>{body}</ENTITIES></CONSOLIDATED_LIST>"
    )
    return path


def test_the_un_list_gives_groups_with_their_names_and_reference(tmp_path: Path) -> None:
    (record,) = read_un_list(
        un_list(
            tmp_path,
            entity("QDe.900", "FRONT OF THE EXAMPLE (FOE)", "Example Front (EF)", "f.k.a."),
            entity("QDe.901", "EXAMPLE MONEY EXCHANGE"),
            entity("IRe.900", "EXAMPLE FORCES", listed="Iran"),
        )
    )
    assert (record.id, record.un, record.name) == ("un-QDe.900", "QDe.900", "Front of the Example")
    assert record.names == ("FOE",)
    assert record.former_names == ("Example Front", "EF")
    assert record.sources == ("United Nations Security Council Consolidated List, QDe.900, as of 2026-02-27",)


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("AL-ITIHAAD AL-ISLAMIYA / AIAI", ("Al-Itihaad al-Islamiya", "AIAI")),
        ("جبهة النصرة (the Victory Line; Jabhat X)", ("جبهة النصرة", "the Victory Line", "Jabhat X")),
        ("ONE (أ (original script); Two; Three)", ("ONE", "أ", "Two", "Three")),
        ("&quot;The Example Side&quot;", ("The Example Side",)),
        ("M’EXAMPLE ET L’UNIFICATION", ("M’example et l’Unification",)),
    ],
)
def test_one_field_of_the_list_may_hold_several_names(tmp_path: Path, listed: str, names: tuple[str, ...]) -> None:
    (record,) = read_un_list(un_list(tmp_path, entity("QDe.900", listed)))
    assert {record.name, *record.names} == set(names)


def test_a_list_that_declares_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    with pytest.raises(AllegianceError, match="document type"):
        list(read_un_list(un_list(tmp_path, entity("QDe.900", "X &b;"), head=bomb)))


def test_a_list_that_is_no_xml_or_has_an_endless_entry_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.xml"
    broken.write_text("<CONSOLIDATED_LIST><ENTITY>")
    with pytest.raises(AllegianceError, match="no XML"):
        list(read_un_list(broken))
    with pytest.raises(AllegianceError, match="too long"):
        list(read_un_list(un_list(tmp_path, entity("QDe.900", "X" * 1_000_001))))


def test_the_packaged_records_are_what_the_list_gives() -> None:
    if not UN_LIST.exists():
        pytest.skip("the UN list is not beside the project")
    packaged = [record for record in REGISTER.records if record.un]
    assert list(read_un_list(UN_LIST)) == packaged


def test_records_written_as_a_file_are_read_back_the_same() -> None:
    text = register_yaml(REGISTER.records)
    assert read_records(text.encode(), "again.yaml") == (list(REGISTER.records), [])
