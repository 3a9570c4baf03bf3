"""Running the command line in this process or in one of its own, and the reports that the tests read."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from allegiance.cli import main

KILLED = "Idris Baro, leader of the River Brigade, was killed in an airstrike in May 2014."
JOINED = "Kamal Dost left the Northern Front and joined the River Brigade in March 2015."
PLEDGED = "The River Brigade pledged allegiance to the Islamic State in June 2015."
FRENCH = "Le chef du Front du Nord a été tué hier par l'armée dans la région des montagnes, selon le ministère."

_LAUNCHED = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); import allegiance.cli as c; c.main()"
)
"""Started in the background, a process may find Ctrl-C ignored; on a terminal it never does."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, object]]:
        """Its output, a JSON object on each line."""
        return [json.loads(line) for line in self.out.splitlines()]


def run(*arguments: str | Path) -> Ran:
    """Run a command in this process."""
    out, err = io.StringIO(), io.StringIO()
    code = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    return Ran(code, out.getvalue(), err.getvalue())


def run_apart(*arguments: str | Path, given: bytes = b"", cwd: Path | None = None) -> Ran:
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "allegiance", *map(str, arguments)]
    ended = subprocess.run(command, input=given, capture_output=True, cwd=cwd, check=False)
    return Ran(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """Start a command in a process group of its own, as a terminal does, with its standard error to be read."""
    command = [sys.executable, "-c", _LAUNCHED, *map(str, arguments)]
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )


def write(folder: Path, name: str, text: str, **told: str) -> Path:
    """Write a report and what is told of it; gives its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    if told:
        (folder / f"{name}.meta.json").write_text(json.dumps(told), encoding="utf-8")
    return path


def copies(folder: Path, number: int, sentences: int) -> Path:
    """A folder of reports that differ by a number and say much the same."""
    for each in range(number):
        text = "\n\n".join([f"Report {each} of the series.", *([KILLED, JOINED, PLEDGED] * (sentences // 3))])
        write(folder, f"report-{each:04}", text)
    return folder


ON_WINDOWS = os.name == "nt"
