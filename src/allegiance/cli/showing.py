"""What the commands print: results to standard output, everything else to standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer

from allegiance.errors import AllegianceError, NotFound, Problem

if TYPE_CHECKING:
    from allegiance.model import Answer, Recorded

WIDTH_OF_A_PIPE = 120
"""How many cells wide a table is where there is no terminal to ask."""


def note(text: str) -> None:
    """One line to standard error."""
    typer.echo(text, err=True)


def tell(error: AllegianceError) -> None:
    """An error with its next step and what was perhaps meant."""
    from allegiance.exports.plain import plain

    suggestions = error.suggestions if isinstance(error, NotFound) else ()
    said = all(each in error.hint for each in suggestions)
    note(plain(f"{error}; {error.hint}" if error.hint else str(error)))
    for each in () if said else suggestions:
        note(f"  {plain(each)}")


def tell_problem(problem: Problem) -> None:
    """A problem with its address."""
    from allegiance.exports.plain import plain

    note(plain(str(problem)))


def show(answer: Answer, *, as_json: bool, full: bool) -> None:
    """An answer, as a table or as JSON; what a search found as a list."""
    from allegiance.exports import hits, jsonout, table

    if as_json:
        typer.echo(jsonout.write(answer))
    else:
        write = hits.write if answer.answer == "search" else table.write
        typer.echo(write(answer, width=_width(), colour=_colour(), full=full), nl=False)


def show_claims(claims: Iterable[Recorded], *, full: bool) -> None:
    """Claims as a table, in the order in which they were published."""
    from allegiance.exports import table

    ordered: Sequence[Recorded] = sorted(claims, key=_order)
    typer.echo(table.claims_table(ordered, width=_width(), colour=_colour(), full=full), nl=False)


def _order(recorded: Recorded) -> tuple[bool, str, str, int]:
    published = recorded.appearance.published
    return not published, published, recorded.claim.document, recorded.claim.evidence.start


def _width() -> int:
    return shutil.get_terminal_size((WIDTH_OF_A_PIPE, 24)).columns


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
