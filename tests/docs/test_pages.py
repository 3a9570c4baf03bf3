"""The pages say what the program does: what they quote is run, what they name exists, what exists is named."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from allegiance.answers import corroboration
from allegiance.model import MANNERS, TYPES, WORD_ROLES, Certainty, Phase
from allegiance.reading.frames import FrameFile

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
MEASURED = DOCS / "accuracy.md"
WRITTEN = [page for page in PAGES if page != MEASURED]
IN_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FIGURE = re.compile(r"\d\s?%|\bper cent\b|\bF1\b|\b[01]\.\d\d\b|\d[\d,.]* (?:words|documents|reports) (?:a|per) second")


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _text(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def _prose(page: Path) -> str:
    return IN_CODE.sub("", page.read_text(encoding="utf-8"))


def _anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as the common hosts of Markdown make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", WRITTEN, ids=_name)
def test_a_page_shows_what_the_program_prints(page: Path, generate: ModuleType) -> None:
    shown = page.read_text(encoding="utf-8")
    assert generate.renewed(page) == shown, "run `python docs/generate.py`, and read what it changes"


@pytest.mark.parametrize("page", WRITTEN, ids=_name)
def test_no_command_stands_where_it_is_not_run(page: Path) -> None:
    text = re.sub(r"^```console$.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    assert re.findall(r"^\$ .*", text, re.MULTILINE) == []


def test_every_command_has_a_page_with_its_help_and_a_run_of_it(generate: ModuleType) -> None:
    for command in generate.every_command():
        page = _text(f"commands/{command.split()[0]}.md")
        assert f"$ allegiance {command} --help\n" in page
    for name in generate.top_commands():
        assert re.search(rf"^\$ allegiance {name} (?!.*--help$)", _text(f"commands/{name}.md"), re.MULTILINE), name


def test_no_page_is_about_a_command_that_is_not_there(generate: ModuleType) -> None:
    assert {page.stem for page in (DOCS / "commands").glob("*.md")} == {*generate.top_commands(), "README"}


@pytest.mark.parametrize("page", WRITTEN, ids=_name)
def test_a_command_named_in_the_text_exists(page: Path, generate: ModuleType) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    named = set(re.findall(r"`(?:allegiance|make) ?([a-z-]+)[^`\n]*`", text))
    made = set(re.findall(r"^# ([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= {*generate.top_commands(), *made}


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_link_to_a_page_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(_prose(page)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.is_file(), target
        assert not anchor or anchor in _anchors(found), target


def test_every_page_is_reached_from_the_first() -> None:
    reached, todo = set[Path](), [ROOT / "README.md", DOCS / "README.md"]
    while todo:
        page = todo.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        text = page.read_text(encoding="utf-8")
        todo += [(page.parent / path).resolve() for path in re.findall(r"\]\(([^)#:\s]+\.md)", text)]
    assert set(WRITTEN) <= reached


def test_the_codebook_explains_every_claim_type_once() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \| (.+?) \|$", _text("codebook.md"), re.MULTILINE)
    assert [name for name, *_ in rows] == list(TYPES)
    assert all(says.strip() for *_, says in rows)


@pytest.mark.parametrize("word", [*Certainty, *(phase for phase in Phase if phase), *sorted(WORD_ROLES | MANNERS)])
def test_the_codebook_explains_every_word_of_a_claim(word: str) -> None:
    assert f"`{word}`" in _text("codebook.md")


@pytest.mark.parametrize("status", ["CERTAIN", "POSSIBLE", "DISPUTED", "UNKNOWN", "DENIED"])
def test_every_status_of_an_answer_is_explained(status: str) -> None:
    assert re.search(rf"^\| `{getattr(corroboration, status)}` \| \S", _text("answers.md"), re.MULTILINE)


@pytest.mark.parametrize("key", FrameFile.model_fields)
def test_every_key_of_a_frame_is_explained(key: str) -> None:
    heads = "".join(re.findall(r"^\|([^|]+)\|", _text("how-it-reads.md"), re.MULTILINE))
    assert f"`{key}`" in heads


def test_every_room_and_module_stands_in_the_plan_of_the_house() -> None:
    source = ROOT / "src" / "allegiance"
    rooms = [f"{path.name}/" for path in source.iterdir() if path.is_dir() and not path.name.startswith("_")]
    modules = [path.stem for path in source.glob("*.py") if not path.stem.startswith("_")]
    assert [name for name in (*rooms, *modules) if f"| `{name}` |" not in _text("house.md")] == []


@pytest.mark.parametrize("page", WRITTEN, ids=_name)
def test_measured_figures_stand_where_they_are_made_and_nowhere_else(page: Path) -> None:
    assert FIGURE.findall(_prose(page)) == []


def test_the_readme_gives_the_two_commands_that_the_makefile_has() -> None:
    shown = re.findall(r"^make (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert shown == ["run", "test"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in shown)
