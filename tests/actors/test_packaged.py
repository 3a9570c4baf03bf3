"""What the packaged register says, and that each of its statements has a source that can be looked up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from allegiance.actors import Record, load_register, read_un_list
from allegiance.model import Kind
from allegiance.names import key, script

UN_LIST = Path(__file__).parents[2] / "../shared/data/un/UN_consolidated.xml"
REGISTER = load_register()
RECORDS = list(REGISTER.records)
LOOKED_UP = re.compile(r"https?://\S+.*\bretrieved \d{4}-\d\d-\d\d|^United Nations\b|^Big Allied and Dangerous\b")
"""An address and the day of retrieval, a document of the United Nations, or the one page that has a date of its own."""


def sources(record: Record) -> list[str]:
    """The sources of a record, and those that a name or a parent has of its own."""
    names = [name.source for name in (*record.names, *record.former_names, *record.weak_names)]
    return [*record.sources, *filter(None, (*names, *(parent.source for parent in record.parents)))]


def test_every_statement_has_a_source_that_can_be_looked_up() -> None:
    assert REGISTER.problems == ()
    assert [(r.id, s) for r in RECORDS for s in sources(r) if not LOOKED_UP.search(s)] == []


def test_there_are_armed_groups_and_their_wings_outlets_governments_and_forces_of_every_continent() -> None:
    sorts = {record.sort for record in RECORDS}
    assert {"armed group", "wing", "media outlet", "government", "force", "agency", "state"} <= sorts
    assert sum(record.sort == "armed group" for record in RECORDS) > 300
    assert {"Latin", "Arabic", "Cyrillic"} <= {script(name) for r in RECORDS for name in (*r.strong, *r.weak)}
    assert not [record.id for record in RECORDS if record.kind == "person"]


def test_every_parent_is_a_record() -> None:
    assert [r.id for r in RECORDS for parent in r.parents if REGISTER.get(parent.id) is None] == []


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
        ("Hayat Tahrir al-Sham", "ucdp-6815"),
        ("Hezbollah", "ofac-4697"),
        ("Sudan People's Liberation Army", "force-SS"),
        ("Moro Islamic Liberation Front", "ucdp-276"),
        ("Группа Вагнера", "eu-wagner-group"),
        ("Liberation Tigers of Tamil Eelam", "ofac-4703"),
        ("Nigerian Army", "force-NG-1"),
        ("Yekîneyên Parastina Gel", "ypg"),
        ("وحدات حماية الشعب", "ypg"),
        ("Arakan Army", "arakan-army"),
        ("Umkhonto weSizwe", "umkhonto-we-sizwe"),
        ("Ulster Volunteer Force", "ulster-volunteer-force"),
        ("Ulster Defence Association", "ofac-7146"),
        ("Provisional IRA", "ucdp-282"),
        ("Official IRA", "official-ira"),
        ("Real IRA", "ofac-6853"),
        ("Amaq News Agency", "amaq-news-agency"),
        ("As-Sahab", "as-sahab-media"),
        ("ISKP", "un-QDe.161"),
        ("مؤسسة الزلاقة", "az-zallaqa-foundation"),
        ("Abu Sayyaf", "un-QDe.001"),
        ("Shabaab", "un-SOe.001"),
        ("the Shabab", "un-SOe.001"),
        ("Boko Haram", "un-QDe.138"),
        ("Houthis", "un-YEe.001"),
        ("the FARC", "ucdp-743"),
        ("Lashkar-e-Taiba", "un-QDe.118"),
        ("the Zapatistas", "ucdp-767"),
        ("Popular Mobilization Units", "popular-mobilization-forces"),
        ("الحشد الشعبي", "popular-mobilization-forces"),
        ("Amal Movement", "ucdp-239"),
        ("ህዝባዊ ወያነ ሓርነት ትግራይ", "ucdp-410"),
        ("SPLM-N", "ucdp-1123"),
        ("KNLA", "knla"),
        ("Rote Armee Fraktion", "red-army-faction"),
        ("Azov Battalion", "azov-brigade"),
        ("Polisario Front", "ucdp-563"),
        ("Naxalites", "ucdp-195"),
        ("CPI (Maoist)", "ucdp-195"),
        ("Fano", "fano"),
        ("KLA", "ucdp-357"),
        ("ASALA", "asala"),
        ("Hezb-e-Islami", "ucdp-299"),
        ("Jamiat-e-Islami", "ucdp-292"),
        ("Syrian National Army", "syrian-national-army"),
        ("MS-13", "ofac-15412"),
        ("the Sandinistas", "ucdp-758"),
        ("Civilian Joint Task Force", "cjtf-nigeria"),
        ("the Tatmadaw", "force-MM"),
        ("Popular Mobilisation Forces", "popular-mobilization-forces"),
        ("United Liberation Front of Asom", "ucdp-326"),
        ("Malian army", "force-ML"),
        ("the Israeli military", "force-IL"),
        ("Turkish army", "force-TR"),
        ("Nigerian military", "force-NG"),
        ("Iraqi Army", "force-IQ-1"),
        ("Syrian army", "ofac-20954"),
        ("Assam Rifles", "force-IN-assam-rifles"),
        ("CRPF", "force-IN-central-reserve-police-force"),
        ("Frontier Corps", "force-PK-FC"),
        ("Pakistan Rangers", "force-PK-rangers"),
        ("FSB", "ofac-21344"),
        ("MINUSMA", "minusma"),
    ],
)
def test_known_groups_are_found_under_the_names_that_reports_use(name: str, actor: str) -> None:
    found = REGISTER.one(name, Kind.GROUP)
    assert found and found.id == actor


@pytest.mark.parametrize(
    "name",
    [
        "Ansar al-Sharia", "HUA", "The Base", "Islamic State of Iraq", "Jabhat", "Tehrik-e-Taliban", "IS", "AQ", "ELN",
        "ADF", "National Liberation Front", "People's Liberation Army", "Popular Front", "Mai-Mai", "IRA",
        "Irish Republican Army", "People's Defence Forces", "Al-Furqan", "Al-Andalus", "Badr Brigade",
        "Congolese army", "PDF", "RPF", "GNA", "Rangers", "Gendarmerie", "Islamic Jihad Organization", "Maoists",
    ],
)  # fmt: skip
def test_names_of_several_and_common_names_give_no_one(name: str) -> None:
    assert REGISTER.one(name) is None


def test_no_two_records_share_a_name_that_joins() -> None:
    shared = {name for record in RECORDS for name in record.strong if REGISTER.one(name) is None}
    assert shared <= {"Harakat Ul-Ansar", "Harakat-ul-Ansar", "Harakat-Ul-Ansar", "HUA"}


def test_a_branch_is_related_to_its_parent_and_not_to_another_branch() -> None:
    assert REGISTER.related("un-QDe.161", "isil")
    assert REGISTER.related("isil", "un-QDe.161")
    assert not REGISTER.related("un-QDe.161", "un-QDe.162")


@pytest.mark.parametrize(
    ("wing", "body", "other"),
    [
        ("ypg", "ucdp-4163", "ofac-4702"),
        ("hpg", "ofac-4702", "ucdp-4163"),
        ("zanla", "ucdp-493", "ucdp-492"),
        ("zipra", "ucdp-492", "ucdp-493"),
        ("arakan-army", "ucdp-3051", "ucdp-6692"),
        ("amaq-news-agency", "isil", "un-QDe.004"),
        ("az-zallaqa-foundation", "un-QDe.159", "isil"),
        ("as-sahab-media", "un-QDe.004", "isil"),
    ],
)
def test_a_wing_or_an_outlet_is_its_own_body_s_and_no_other_s(wing: str, body: str, other: str) -> None:
    assert REGISTER.related(wing, body)
    assert not REGISTER.related(wing, other)


def test_who_was_a_wing_once_is_told_with_its_period_and_is_none_today() -> None:
    for id, body in (("argk", "ofac-4702"), ("badr-organization", "ucdp-231")):
        record = REGISTER.get(id)
        assert record and [bool(parent.until) for parent in record.parents if parent.id == body] == [True]
        assert record.parent != body


def test_every_name_that_the_list_gives_is_the_group_s_or_that_of_a_body_run_together_with_it() -> None:
    if not UN_LIST.exists():
        pytest.skip("the UN list is not beside the project")
    for listed in read_un_list(UN_LIST):
        record = REGISTER.get(listed.id)
        assert record, listed.id
        assert any(listed.un in source for source in record.sources), listed.id
        parted = [r for r in RECORDS if any(f"{listed.un}, as " in source for source in r.sources)]
        known = {key(name) for r in (record, *parted) for name in (*r.strong, *r.weak)}
        apart = {key(name) for name in listed.weak}
        assert {key(name) for name in listed.strong} - apart <= known, listed.id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MNLA", "CMA"),
        ("MNLA", "HCUA"),
        ("UFDR", "Séléka"),
        ("FPRC", "ex-Seleka"),
        ("Seleka", "ex-Seleka"),
        ("Islamic Army in Iraq", "Reformation and Jihad Front"),
        ("FLOSY", "الجبهة القومية للتحرير"),
        ("Fretilin", "Falintil"),
        ("Fretilin", "CNRM"),
        ("FIS", "AIS"),
        ("FIS", "GIA"),
        ("Forces Nouvelles", "Republican Forces of Ivory Coast"),
        ("Jaish al-Adl", "Jondollah"),
        ("Interahamwe", "ex-FAR"),
        ("Interahamwe", "FDLR"),
        ("RED-Tabara", "FPM/ADN"),
        ("RED-Tabara", "FRONABU Tabara"),
        ("Khmer Rouge", "FUNK"),
        ("United Somali Congress", "USC/SSA"),
        ("NSCN", "NSCN-IM"),
        ("NSCN-IM", "NSCN-K"),
        ("KNU", "KNUP"),
        ("CNPSC", "PARC-FAAL"),
        ("Derna Mujahideen Shura Council", "Derna Protection Force"),
        ("Ahrar-ul-Hind", "Jamaat-ul-Ahrar"),
        ("Maute group", "Khalifah Islamiyah Mindanao"),
        ("Lashkar-e-Taiba", "Jamaat-ud-Dawa"),
        ("Lashkar-e-Jhangvi", "Lashkar e Jhangvi al-Alami"),
        ("ADF-NALU", "NALU"),
        ("Allied Democratic Forces", "ISCAP"),
        ("Hamas", "Izz al-Din al-Qassam Brigades"),
        ("Palestinian Islamic Jihad", "Saraya al-Quds"),
        ("ETA", "Batasuna"),
        ("Continuity IRA", "Republican Sinn Féin"),
        ("Real IRA", "32 County Sovereignty Movement"),
        ("FARC", "FARC-EP dissidents"),
        ("Red Brigades", "New Red Brigades"),
        ("Hezbollah", "Kata'ib Hezbollah"),
        ("Hezbollah", "Hezbollah Movement in Iraq"),
        ("East Turkistan Islamic Movement", "Turkistan Islamic Party"),
        ("JMB", "JMJB"),
        ("Islamic Courts Union", "Alliance for the Re-Liberation of Somalia"),
        ("SPLM-N (Agar)", "SPLM-N (al-Hilu)"),
        ("UWSA", "United Wa State Party"),
        ("Hezbollah", "Organization of the Oppressed on Earth"),
    ],
)
def test_two_movements_that_a_source_runs_together_are_two_records(one: str, other: str) -> None:
    first, second = REGISTER.one(one, Kind.GROUP), REGISTER.one(other, Kind.GROUP)
    assert first and second and first.id != second.id


@pytest.mark.parametrize(
    "name", ["Ansar al-Sunna", "Jundallah", "Jundullah", "Southern Bloc", "FARC-EP", "PRA", "NLF", "Lashkar"]
)
def test_a_name_of_two_movements_waits_for_what_its_text_tells(name: str) -> None:
    assert REGISTER.one(name, Kind.GROUP) is None
