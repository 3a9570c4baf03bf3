"""The command line: a thin edge. What it prints and how it exits is here; what is so is found elsewhere.

    reading.py     extract, read, demo
    asking.py      claims, who, roster, timeline, moves, cite
    watching.py    changes
    serving.py     serve
    deciding.py     judge, redact
    importing.py    import, export
    examining.py   doctor
    options.py  showing.py  progress.py      what these share

Results go to standard output; problems and progress to standard error. Exit: 0 done, 1 a name not found or bad input
(reported, the rest still done), 2 a wrong call, 130 Ctrl-C. Heavy parts are imported by the command that needs them, so
that `--help` is there at once.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from allegiance import __version__
from allegiance.cli import asking, deciding, examining, importing, reading, serving, watching
from allegiance.cli.showing import tell
from allegiance.errors import AllegianceError, BadDate

app = typer.Typer(
    name="allegiance",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"allegiance {__version__}")
        raise typer.Exit()


@app.callback()
def _top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version.")
    ] = False,
) -> None:
    """Read reports about armed groups, and ask who stands with whom, when, and who says so.

    It is a record of what reports say, never of what is so: every line of every answer leads to its sentence.

    \b
    First steps:
      allegiance demo                                   an invented story, read and asked
      allegiance read reports/                          read a folder into ./allegiance.db
      allegiance who "Idris Baro"                       what the reports tell of him
      allegiance roster "Northern Front" --on 2014-05-01

    The ledger is --ledger, else $ALLEGIANCE_LEDGER, else ./allegiance.db.
    """
    del version


for _room in (reading, asking, watching, serving, importing, deciding, examining):
    _room.add_to(app)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line on these arguments, those of the process by default. Always raises SystemExit."""
    if sys.stdout is None:  # A process may be started with its standard output closed.
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    _speak_utf8()
    try:
        app(arguments, prog_name="allegiance")
    except BadDate as error:
        tell(error)
        sys.exit(2)
    except AllegianceError as error:
        tell(error)
        sys.exit(1)
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        tell(
            AllegianceError(f"not everything could be written: {error.strerror}", hint="free some space, and ask again")
        )
        _let_go_of_output()
        sys.exit(1)


_NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, errno.EIO} | {getattr(errno, "EDQUOT", errno.ENOSPC)})


def _let_go_of_output() -> None:
    """Python tries once more to write what was left when it ends, and would end with a code of its own."""
    with contextlib.suppress(OSError):
        sys.stdout.close()


def _speak_utf8() -> None:
    """Names are in every script, and a pipe on Windows is in one code page unless it is told otherwise."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
