from __future__ import annotations

import subprocess
import sys

import pytest

from allegiance import __version__
from cli.running import run

COMMANDS = (
    "demo", "read", "extract", "import", "export", "who", "roster", "timeline", "moves", "vacancies", "lineage",
    "network", "disagreements", "changes", "serve", "claims", "search", "suggestions", "cite",
    "redact",
)  # fmt: skip
DECISIONS = (
    "same",
    "different",
    "public",
    "private",
    "minor",
    "accept",
    "reject",
    "correct",
    "add",
    "grade",
    "annotate",
    "retract",
    "follow",
    "unfollow",
    "undo",
    "list",
)
EXAMINATIONS = ("check", "why", "trace", "compare")
EVERY = [
    *((command,) for command in COMMANDS),
    *(("judge", command) for command in DECISIONS),
    *(("doctor", command) for command in EXAMINATIONS),
]


@pytest.mark.parametrize("command", EVERY, ids=" ".join)
def test_every_command_explains_itself_with_an_example(command: tuple[str, ...]) -> None:
    ran = run(*command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert f"  allegiance {' '.join(command)}" in ran.out.split("Example")[1]


def test_the_help_names_every_command() -> None:
    told = run("--help").out.split("Commands:")[1].splitlines()
    assert {line.split()[0] for line in told if line.strip()} == {*COMMANDS, "judge", "doctor"}


def test_the_version_is_said() -> None:
    assert run("--version").out.strip() == f"allegiance {__version__}"


def test_a_slip_in_a_command_is_answered_with_the_nearest() -> None:
    ran = run("rooster")
    assert ran.code == 2
    assert "roster" in ran.err


def test_help_loads_neither_the_parser_nor_the_database() -> None:
    heavy = ["spacy", "sqlalchemy", "pydantic", "numpy", "rapidfuzz", "yaml", "trafilatura"]
    program = (
        "import sys; from allegiance.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"print('loaded:', *[name for name in {heavy} if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ended.stdout.decode().splitlines()[-1] == "loaded:"
