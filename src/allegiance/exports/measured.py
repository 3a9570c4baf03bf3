"""What was measured of the reader, as pages and reports to hand on tell it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Measured:
    """How often the reader is right and how much it finds, of a hundred claims, on reports that it was not tuned to."""

    reports: int
    right: int
    found: int
    on: str


def measured() -> Measured | None:
    """What was measured of the reader, as it comes with the package; None where nothing was."""
    told = json.loads((resources.files("allegiance.exports") / "measured.json").read_text(encoding="utf-8"))
    if not told:
        return None
    right, found = (round(100 * told[key]) for key in ("precision", "recall"))
    return Measured(told["reports"], right, found, told["measured"])


def misses(told: Measured | None) -> str:
    """How often the reader errs and misses, in words; `""` where nothing was measured."""
    if told is None:
        return ""
    return (
        f"The reader misses and errs. Measured {told.on} on {told.reports} reports that it was not tuned to: of 100"
        f" claims that it makes, {told.right} are right in what was said of whom, and it finds {told.found} of 100 that"
        " people find."
    )
