"""A report as a PDF, set by Typst with the fonts that come in its wheel; nothing is fetched.

What a report says reaches the typesetter as values, never as markup, so that nothing in a text can be an instruction.
Letters that those fonts lack are taken from the fonts of the machine, where it has any; so a report in Latin, Greek,
Cyrillic or Hebrew letters is the same file everywhere, to the byte, and others are on one machine. Lost: nothing of the
report.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib import resources
from threading import Lock

from allegiance.errors import AllegianceError
from allegiance.exports.report import Report

_ONE_AT_A_TIME = Lock()
"""To set a long report takes some hundred megabytes."""


class CannotSet(AllegianceError):
    """The typesetter could not make a page of a report."""


def write(report: Report) -> bytes:
    """The report as the bytes of a PDF; it is to be made within `report.SHEETS`. Raises CannotSet."""
    import typst

    template = (resources.files("allegiance.exports") / "templates" / "report.typ").read_bytes()
    given = {"report": json.dumps(asdict(report), ensure_ascii=True)}
    try:
        with _ONE_AT_A_TIME:
            made = typst.compile(template, format="pdf", sys_inputs=given, timestamp=0)
    except typst.TypstError as error:
        raise CannotSet(f"the report could not be set: {error.message}", hint="take it as html") from error
    assert isinstance(made, bytes)
    return made
