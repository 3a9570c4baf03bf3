import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.intake import IntakeSettings, count, take
from allegiance.intake.files import Found, names
from allegiance.model import Intake
from intake import made

posix = pytest.mark.skipif(os.name != "posix", reason="only POSIX systems have such files")


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder that anybody may enter, while this process is nobody in particular."""
    root = Path(tempfile.mkdtemp())
    root.chmod(0o777)
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(65534)
    try:
        yield root
    finally:
        if superuser:
            os.seteuid(0)
        for path in root.rglob("*"):
            path.chmod(0o700)
        shutil.rmtree(root)


def test_a_folder_is_walked_in_sorted_order_and_other_files_are_passed_over(tmp_path: Path) -> None:
    made.folder(
        tmp_path,
        {
            "c.txt": "Third here.",
            "a.TXT": "First here.",
            "b/z.md": "Second here.",
            "b/z.gold.json": "{}",
            "b/z.meta.json": "{}",
            "picture.png": b"\x89PNG\0",
            "table.csv": "a,b",
            "notes": "no suffix",
            ".hidden.txt": "hidden",
            ".git/x.txt": "hidden",
        },
    )
    documents, problems = made.taken(tmp_path)
    assert not problems
    assert [one.document.text for one in documents] == ["First here.", "Second here.", "Third here."]
    assert [one.appearance.address for one in documents] == [
        str(tmp_path / name) for name in ("a.TXT", "b/z.md", "c.txt")
    ]
    assert count([str(tmp_path)]) == 3


def test_the_order_of_the_paths_is_kept_and_each_file_is_taken_once(tmp_path: Path) -> None:
    made.folder(tmp_path, {"a.txt": "One here.", "b.txt": "Two here."})
    paths = [tmp_path / "b.txt", tmp_path, tmp_path / "x" / ".." / "a.txt", tmp_path / "b.txt"]
    documents, problems = made.taken(*paths)
    assert not problems
    assert [one.appearance.name for one in documents] == ["b", "a"]
    assert count([str(path) for path in paths]) == 2


def test_without_recursion_only_the_folder_itself_is_read(tmp_path: Path) -> None:
    made.folder(tmp_path, {"a.txt": "One here.", "b/c.txt": "Two here."})
    settings = IntakeSettings(recursive=False)
    assert made.only(tmp_path, settings=settings).appearance.name == "a"
    assert count([str(tmp_path)], settings) == 1


def test_documents_come_one_at_a_time(tmp_path: Path) -> None:
    made.folder(tmp_path, {"a.txt": "One here.", "b.txt": "Two here."})
    items = take([str(tmp_path)])
    first = next(items)
    (tmp_path / "b.txt").write_text("Something else by now.")
    second = next(items)
    assert isinstance(first, Intake)
    assert isinstance(second, Intake)
    assert second.document.text == "Something else by now."


def test_colliding_stems_are_told_apart_by_their_paths(tmp_path: Path) -> None:
    files = ["a/report.txt", "b/report.txt", "b/report.html", "b/other.txt"]
    made.folder(tmp_path, {name: f"<p>{name} says so.</p>" for name in files})
    documents, problems = made.taken(tmp_path)
    assert not problems
    named = {one.appearance.address.removeprefix(f"{tmp_path}/"): one.appearance.name for one in documents}
    assert named == {
        "a/report.txt": "a/report",
        "b/other.txt": "other",
        "b/report.html": "b/report.html",
        "b/report.txt": "b/report.txt",
    }


@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "b/a", "c/b/a", "d"]), st.sampled_from([".txt", ".html", ""])), unique=True
    )
)
def test_no_two_files_of_a_folder_have_one_name(files: list[tuple[str, str]]) -> None:
    found = [Found(f"root/{path}{suffix}", f"{path}{suffix}") for path, suffix in files]
    assert len(set(names(found))) == len(found)


def test_a_file_that_is_named_is_read_by_what_it_holds(tmp_path: Path) -> None:
    made.folder(
        tmp_path,
        {
            "text": made.REPORT,
            "page.asp": f"<!-- saved --><!DOCTYPE html><html><body><p>{made.REPORT}</p></body></html>",
            "paper.bin": made.pdf([["A page of words."]]),
            "lines.ndjson": '{"text": "A line."}\n{"text": "Another."}\n',
            "wide.log": made.REPORT.encode("utf-16"),
        },
    )
    paths = [tmp_path / name for name in ("text", "page.asp", "paper.bin", "lines.ndjson", "wide.log")]
    documents, problems = made.taken(*paths)
    assert not problems
    assert [one.document.text for one in documents] == [
        made.REPORT, made.REPORT, "A page of words.", "A line.", "Another.", made.REPORT,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"PK\x03\x04\x14\0\0\0", b"\x1f\x8b\x08\0" + bytes(50)]
)
def test_a_named_file_of_an_unknown_format_is_told_of(tmp_path: Path, data: bytes) -> None:
    path = made.folder(tmp_path, {"thing.bin": data}) / "thing.bin"
    problem = made.refusal(path)
    assert (problem.address, problem.code) == (str(path), "unknown-format")
    assert problem.hint


def test_what_is_not_there_is_told_of_and_the_rest_goes_on(tmp_path: Path) -> None:
    made.folder(tmp_path, {"a.txt": made.REPORT})
    documents, problems = made.taken(tmp_path / "gone.txt", "a\0b", "https://example.org/a", tmp_path / "a.txt")
    assert len(documents) == 1
    assert [one.code for one in problems] == ["not-found", "unreadable", "not-a-file"]


def test_a_folder_with_nothing_to_read_is_told_of(tmp_path: Path) -> None:
    assert made.refusal(tmp_path).code == "no-files"
    assert count([str(tmp_path)]) == 0


def test_a_file_that_disappears_after_it_was_listed_is_told_of(tmp_path: Path) -> None:
    made.folder(tmp_path, {"a.txt": "One here.", "b.txt": "Two here.", "c.txt": "Three here."})
    items = take([str(tmp_path)])
    next(items)
    (tmp_path / "b.txt").unlink()
    (problem, third) = items
    assert not isinstance(problem, Intake)
    assert (problem.address, problem.code) == (str(tmp_path / "b.txt"), "not-found")
    assert isinstance(third, Intake)


@posix
def test_a_file_and_a_folder_that_may_not_be_read_are_told_of(unprivileged: Path) -> None:
    made.folder(unprivileged, {"a.txt": "Closed.", "b/x.txt": "Closed.", "c.txt": "Open here."})
    (unprivileged / "a.txt").chmod(0)
    (unprivileged / "b").chmod(0)
    documents, problems = made.taken(unprivileged)
    assert [one.appearance.name for one in documents] == ["c"]
    assert [(one.address, one.code) for one in problems] == [
        (str(unprivileged / "a.txt"), "unreadable"),
        (str(unprivileged / "b"), "unreadable"),
    ]


@posix
def test_pipes_sockets_devices_and_endless_links_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "c.txt").symlink_to("/dev/zero")
    (tmp_path / "d.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "e.txt").write_text(made.REPORT)
    server = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        server.bind("f.txt")
    finally:
        os.chdir(here)
        server.close()
    documents, problems = made.taken(tmp_path, "/dev/null")
    assert [one.appearance.name for one in documents] == ["e"]
    assert [(Path(one.address).name, one.code) for one in problems] == [
        ("a.txt", "not-a-file"),
        ("b.txt", "unreadable"),
        ("c.txt", "not-a-file"),
        ("d.txt", "not-found"),
        ("f.txt", "not-a-file"),
        ("null", "not-a-file"),
    ]


@posix
def test_links_to_folders_are_not_followed_inside_a_folder_and_a_link_that_is_given_is(tmp_path: Path) -> None:
    made.folder(tmp_path, {"a/one.txt": "One here."})
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert made.only(tmp_path).appearance.name == "one"
    assert made.only(tmp_path / "b").appearance.name == "one"


@contextmanager
def nested(root: Path, depth: int) -> Iterator[None]:
    """A file below `depth` folders. They are removed again one by one, as recursive removal would go too deep."""
    here = Path.cwd()
    os.chdir(root)
    try:
        for _ in range(depth):
            Path("d").mkdir()
            os.chdir("d")
        Path("x.txt").write_text(made.REPORT)
        os.chdir(here)
        yield
    finally:
        os.chdir(root)
        for _ in range(depth):
            os.chdir("d")
        Path("x.txt").unlink()
        for _ in range(depth):
            os.chdir("..")
            Path("d").rmdir()
        os.chdir(here)


def test_folders_may_be_nested_deeper_than_python_recurses(tmp_path: Path) -> None:
    with nested(tmp_path, sys.getrecursionlimit() + 100):
        documents, problems = made.taken(tmp_path)
    assert not problems
    assert [one.appearance.name for one in documents] == ["x"]


@posix
def test_a_file_name_that_is_no_unicode_can_be_stored(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(made.REPORT)
    found = made.only(tmp_path).appearance
    assert found.name == "caf\ufffd"
    assert found.address.encode("utf-8")


def test_a_file_of_two_hundred_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as out:
        out.truncate(200 * 2**20)
    assert made.refusal(path).code == "too-large"


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="there is no file here that opens and cannot be read")
def test_a_file_that_fails_while_it_is_read_is_unreadable() -> None:
    assert made.refusal("/proc/self/mem").code == "unreadable"
