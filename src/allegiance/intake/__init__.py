"""Bytes → documents: files, folders and standard input, read one at a time and handed on with where they appeared.

    files.py       which files, in what order, under which names; opening one safely
    formats.py     what format a file is in
    textfiles.py   html.py   pdf.py   jsonl.py      one format each
    apart.py       worker.py                        the process in which pages and PDFs are taken to pieces
    metadata.py    dates.py  languages.py  paragraphs.py    what is told of a text, and what can be told from it
    given.py       files that are handed over, archives among them
    taking.py      joins them: read it first

Bad input gives a Problem with an address, and the rest goes on. A document is taken whole or not at all: nothing here
cuts a text that is too long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from allegiance.errors import Problem
from allegiance.intake.given import Given, Pile, pile
from allegiance.intake.settings import DEFAULTS, IntakeSettings
from allegiance.model import Intake

__all__ = ["Given", "IntakeSettings", "Pile", "count", "pile", "take", "take_pile"]


def take(paths: Sequence[str], settings: IntakeSettings = DEFAULTS) -> Iterator[Intake | Problem]:
    """The documents at `paths` (files, folders, `-` for standard input), and what is wrong, one at a time.

    The order is that of `paths`, and within folders that of the names. Bad input never raises: it gives a Problem, and
    the rest goes on. What is odd about a document that is taken all the same stands before it. Raises AllegianceError
    where the process that reads pages and PDFs cannot be started.
    """
    from allegiance.intake.taking import take_all

    return take_all(paths, settings)


def take_pile(pile: Pile, settings: IntakeSettings = DEFAULTS) -> Iterator[Intake | Problem]:
    """The documents of files that were handed over, in the order of their labels: otherwise as `take`."""
    from allegiance.intake import taking

    return taking.take_pile(pile, settings)


def count(paths: Sequence[str], settings: IntakeSettings = DEFAULTS) -> int:
    """How many files `take` would read: found by listing folders, without opening a file."""
    from allegiance.intake.files import count_files

    return count_files(paths, recursive=settings.recursive)
