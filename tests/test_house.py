"""What holds for every file of the project."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
MOST_LINES = 500
# Written so that this file does not find itself.
OF_A_MACHINE = re.compile("/" + r"(?:home|Users|root|work|mnt|opt)/\w+|[A-Z]:\\Users" + r"\\\w+")
REGISTRY = re.compile(r"https?://[^\s\"')]*(?:pypi|pythonhosted|simple/)|" + "--(?:extra-)?index-url[ =]")


def _tracked() -> list[Path]:
    """The files of the project, as git lists them."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no git tree, so that nothing tells the project's files from others")
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_source_file_can_be_read_at_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_no_file_speaks_of_one_machine_or_of_a_registry() -> None:
    found = []
    for path in _tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in OF_A_MACHINE.finditer(text)]
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in REGISTRY.finditer(text)]
    assert found == []


def test_every_lock_pins_each_package_with_a_hash() -> None:
    for path in (ROOT / "locks").glob("*.txt"):
        pinned = re.findall(r"^(\S+?)==\S+(.*?)(?=^\S|\Z)", path.read_text(encoding="utf-8"), re.M | re.S)
        assert len(pinned) > 20
        assert all("--hash=sha256:" in rest for _, rest in pinned), path
