"""An answer as it was asked for: a table, JSON, or a file to hand on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.cli.showing import note, show
from allegiance.errors import AllegianceError

if TYPE_CHECKING:
    from allegiance.exports.drawn import Drawn
    from allegiance.model import Answer


class Format(StrEnum):
    """What a report to hand on is written as."""

    HTML = "html"
    PDF = "pdf"


ReportFile = Annotated[
    str,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write it as a report with footnotes: FILE.html, FILE.pdf, or -."
    ),
]
ReportFormat = Annotated[
    Format | None, typer.Option("--format", help="What the report is, where the name of its file does not say.")
]


@dataclass(frozen=True, slots=True)
class Wish:
    """How an answer is to be given, as the options have it, with the clocks by which it was asked."""

    as_json: bool
    full: bool
    output: str = ""
    format: Format | None = None
    published_by: str = ""
    recorded_by: str = ""

    def check(self) -> None:
        """Raises BadParameter where the options do not go together; to be called before anything is asked."""
        if self.as_json and self.wants_report:
            raise typer.BadParameter("a report is no JSON: give one or the other", param_hint="--json / --output")
        if self.output and self.format is None and self._ending not in tuple(Format):
            raise typer.BadParameter("say what it is: end its name in .html or .pdf, or give --format")

    @property
    def wants_report(self) -> bool:
        """Whether a report to hand on is asked for."""
        return bool(self.output) or self.format is not None

    @property
    def kind(self) -> Format:
        """What the report is written as."""
        return self.format or Format(self._ending)

    @property
    def _ending(self) -> str:
        return Path(self.output).suffix.removeprefix(".").lower()


def give(answer: Answer, wish: Wish, drawn: Callable[[], Drawn | None] = lambda: None) -> None:
    """Print an answer, or write its report with what is drawn in it. Raises AllegianceError where that cannot be."""
    if not wish.wants_report:
        show(answer, as_json=wish.as_json, full=wish.full)
        return
    from allegiance.exports import pdf, webpage
    from allegiance.exports.measured import measured, misses
    from allegiance.exports.plain import plain
    from allegiance.exports.report import PAGE, SHEETS, Known, report

    bounds = SHEETS if wish.kind is Format.PDF else PAGE
    made = report(answer, Known(wish.published_by, wish.recorded_by, misses(measured())), bounds, drawn())
    written = pdf.write(made) if wish.kind is Format.PDF else webpage.write(made).encode()
    if wish.output in ("", "-"):
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
        return
    try:
        Path(wish.output).write_bytes(written)
    except OSError as error:
        hint = "see whether its folder is there, and has room"
        raise AllegianceError(f"{wish.output} cannot be written: {error.strerror or error}", hint=hint) from error
    rows, notes = sum(len(part.lines) for part in made.parts), len(made.notes)
    note(plain(f"{wish.output}: {rows:,} row{'' if rows == 1 else 's'}, {notes:,} footnote{'' if notes == 1 else 's'}"))
