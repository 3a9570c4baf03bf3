from __future__ import annotations

import os
from pathlib import Path

import pytest

from allegiance.actors import Name, Parent, Record, load_register, read_un_list, register_of, register_paths, registers
from allegiance.actors.files import MAX_BYTES, MAX_PROBLEMS, RegisterFile, as_lines, records_of
from allegiance.actors.registers import KEPT
from allegiance.errors import AllegianceError, Problem
from allegiance.model import Kind

REGISTER = load_register()

SOURCED = b"""
- id: fprl
  kind: group
  name: Patriotic Front for the Renewal of Lwando
  names: [FPRL]
  weak_names: [The Front]
  sources: [a panel report]
"""


def read(text: bytes, address: str = "mine.yaml") -> tuple[list[Record], list[Problem]]:
    found = list(records_of(RegisterFile(text, address)))
    return [r for r in found if isinstance(r, Record)], [p for p in found if isinstance(p, Problem)]


def test_a_record_is_found_by_every_name_and_joins_by_its_strong_ones() -> None:
    records, problems = read(SOURCED)
    register = register_of(records)
    assert problems == []
    assert [a.id for a in register.find("the F.P.R.L.")] == ["fprl"]
    assert [a.id for a in register.find("Front")] == ["fprl"]
    assert register.one("the front") is None
    assert register.one("FPRL", Kind.PERSON) is None
    assert [(n.name, n.kind, n.actor, n.weak) for n in register.names()] == [
        ("Patriotic Front for the Renewal of Lwando", Kind.GROUP, "fprl", False),
        ("FPRL", Kind.GROUP, "fprl", False),
        ("The Front", Kind.GROUP, "fprl", True),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"- {id: x1, kind: group, name: X}", "bad-record"),
        (b"- {id: x1, kind: group, name: X, sources: []}", "bad-record"),
        (b"- {id: x1, kind: group, name: X, sources: ['  ']}", "bad-record"),
        (b"- {id: x1, kind: unknown, name: X, sources: [a]}", "bad-record"),
        (b"- {id: x1, kind: group, name: X, sources: [a], colour: red}", "bad-record"),
        (b"- {id: x1, kind: group, name: X, sources: [a], names: [{name: Y, colour: red}]}", "bad-record"),
        (b"- {id: x1, kind: group, name: X, sources: [a], former_names: [{name: Y, until: soon}]}", "bad-record"),
        (b"- {id: x1, kind: group, name: X, sources: [a], countries: [Mali]}", "bad-record"),
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
    records, problems = read(text)
    assert records == []
    assert [p.code for p in problems] == [code]
    assert problems[0].address.startswith("mine.yaml")


def test_one_bad_record_does_not_spoil_the_others_and_its_line_is_told() -> None:
    records, problems = read(SOURCED + b"\n- id: bad\n")
    assert [r.id for r in records] == ["fprl"]
    assert [p.address for p in problems] == ["mine.yaml:9"]


def test_json_lines_hold_the_same_records_and_a_bad_line_is_told() -> None:
    (record,), _ = read(SOURCED)
    lines = "".join(as_lines([record])) + "\n{]\n"
    again, problems = read(lines.encode(), "mine.jsonl")
    assert again == [record]
    assert [(p.address, p.code) for p in problems] == [("mine.jsonl:3", "not-json")]


def test_after_a_hundred_problems_the_rest_of_a_file_is_not_read() -> None:
    _, problems = read(b"- x\n" * 200)
    assert (len(problems), problems[-1].code) == (MAX_PROBLEMS + 1, "gave-up")


def test_names_parents_and_periods_have_sources_of_their_own_and_sources_a_short_form() -> None:
    (record,), problems = read(b"""
sources:
  panel: A panel of experts, https://example.org/panel, retrieved 2020-01-02
actors:
- id: fprl
  kind: group
  sort: armed group
  name: Patriotic Front
  former_names: [{name: People's Front, until: 2009-03, source: panel 17}]
  parent: [other, {id: old, since: '1999', until: 2004-05, source: a letter}]
  ids: {ucdp: '17'}
  sources: [panel 3, a book]
""")
    assert problems == []
    panel = "A panel of experts, https://example.org/panel, retrieved 2020-01-02"
    assert record.sources == (f"{panel}: 3", "a book")
    assert record.former_names[0] == Name(name="People's Front", until="2009-03", source=f"{panel}: 17")
    assert record.parents[1] == Parent(id="old", since="1999", until="2004-05", source="a letter")
    assert record.parent == "other"


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


def test_of_two_of_a_users_records_with_one_id_the_later_stands(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_text("- {id: mine, kind: group, name: One, sources: [me]}\n")
    second.write_text("- {id: mine, kind: group, name: Two, sources: [me]}\n")
    record = load_register([tmp_path]).get("mine")
    assert record and record.name == "Two"


def test_a_body_above_itself_and_a_parent_that_is_nobody_are_told_and_lose_nothing() -> None:
    rows = [("one", "two"), ("two", "three"), ("three", "one"), ("four", "nobody")]
    records = [
        Record(id=id, kind="group", name=id, parent=(Parent(id=parent),), sources=("me",)) for id, parent in rows
    ]
    register = register_of([], records)
    assert [p.code for p in register.problems] == ["cycle", "unknown-parent"]
    assert len(register.records) == 4
    assert register.related("one", "three")


def test_a_name_that_two_bear_is_no_error_and_joins_nobody() -> None:
    records = [Record(id=id, kind="group", name="Zarun Front", sources=("me",)) for id in ("one", "two")]
    register = register_of(records)
    assert register.problems == ()
    assert register.one("Zarun Front") is None
    assert [a.id for a in register.find("Zarun Front")] == ["one", "two"]


def test_another_spelling_of_a_groups_name_finds_it() -> None:
    assert [a.id for a in REGISTER.find("Tehreek-e-Taliban Pakistan")] == ["un-QDe.132"]
    assert REGISTER.find("Tehreek-e-Nobody") == ()


def test_a_state_may_be_named_as_a_group_and_never_as_a_person() -> None:
    as_group, as_person = REGISTER.one("the Philippines", Kind.GROUP), REGISTER.one("Jordan", Kind.PERSON)
    assert as_group and as_group.id == "iso-PH"
    assert as_person is None


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
    assert [name.name for name in record.names] == ["FOE"]
    assert [name.name for name in record.former_names] == ["Example Front", "EF"]
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
    assert set(record.strong) == set(names)


def test_a_register_file_of_lists_in_lists_without_end_is_refused_with_its_line() -> None:
    _, (problem,) = read(b"- " + b"[" * 100_000)
    assert "too deeply" in problem.message


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


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (entity("QDe.900", "<b>" * 60 + "</b>" * 60), "too deeply"),
        (entity("QDe.900", "FRONT " * 100), "at most 400"),
        (entity("../../x", "A FRONT"), "should match"),
        ("<ENTITY " + "".join(f'a{n}="{n}" ' for n in range(150_000)) + "></ENTITY>", "a tag"),
    ],
)
def test_an_entry_that_can_be_none_is_refused_with_file_and_line(tmp_path: Path, entry: str, said: str) -> None:
    with pytest.raises(AllegianceError, match=rf"\.xml:\d+: .*{said}"):
        list(read_un_list(un_list(tmp_path, entry)))


def test_records_written_as_a_file_are_read_back_the_same() -> None:
    assert read("".join(as_lines(REGISTER.records)).encode(), "again.jsonl") == (list(REGISTER.records), [])


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, and a packaged register that is quickly compiled."""
    monkeypatch.setenv("ALLEGIANCE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(registers, "_packaged", lambda: [RegisterFile(SOURCED.replace(b"fprl", b"ours"), "ours.yaml")])
    return tmp_path / "cache"


def kept(cache: Path) -> list[Path]:
    return sorted(cache.glob("*"))


def test_a_register_is_compiled_once_and_anew_when_a_file_changes(cache: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_bytes(SOURCED)
    load_register([mine])
    (made,) = kept(cache)
    before = made.stat().st_mtime_ns
    assert load_register([mine]).get("fprl")
    assert [p.stat().st_mtime_ns for p in kept(cache)] == [before]
    mine.write_bytes(SOURCED.replace(b"fprl", b"fprz"))
    assert load_register([mine]).get("fprz")
    assert len(kept(cache)) == 2


@pytest.mark.parametrize("damage", [b"", b"nothing of the kind", None])
def test_a_damaged_cache_is_made_anew(cache: Path, damage: bytes | None) -> None:
    before = load_register()
    (made,) = kept(cache)
    good = made.read_bytes()
    made.unlink()
    made.write_bytes(good[:1000] + b"x" + good[1001:] if damage is None else damage)
    assert list(load_register().records) == list(before.records)
    assert made.read_bytes() == good


@pytest.mark.usefixtures("cache")
def test_problems_of_a_users_file_are_told_from_the_cache_too(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("- {id: mine, kind: group, name: One}\n")
    first, second = load_register([mine]), load_register([mine])
    assert [p.code for p in first.problems] == ["bad-record"]
    assert second.problems == first.problems


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ALLEGIANCE_CACHE", str(tmp_path / "file"))
    assert load_register().get("taliban")


def test_only_the_newest_compiled_registers_stay(cache: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    for number in range(KEPT + 3):
        mine.write_bytes(SOURCED.replace(b"fprl", f"fprl{number}".encode()))
        load_register([mine])
    assert len(kept(cache)) == KEPT


def test_where_a_users_register_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ALLEGIANCE_REGISTER", raising=False)
    assert register_paths() == ()
    (tmp_path / "allegiance.register").mkdir()
    assert register_paths() == (Path("allegiance.register"),)
    monkeypatch.setenv("ALLEGIANCE_REGISTER", os.pathsep.join(["one", "two"]))
    assert register_paths() == (Path("one"), Path("two"))
    assert register_paths(["three"]) == (Path("three"),)
