"""What the one who reads decides: what is taken for granted, and how much a file may ask for."""

from __future__ import annotations

from dataclasses import dataclass

from allegiance.intake.dates import publication_date

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class IntakeSettings:
    """Defaults for what files do not say, and the bounds beyond which a file is refused, never cut.

    `published` (EDTF) and `publisher` hold for every document whose sidecar or line does not say otherwise; they win
    over what is found in markup. Sizes are bytes, `max_text` is code points a document, `max_seconds` is for one PDF.
    Raises BadDate where `published` is no date.
    """

    published: str = ""
    publisher: str = ""
    recursive: bool = True
    max_bytes: int = 50 * MIB
    max_markup: int = 16 * MIB
    max_text: int = 5_000_000
    max_pages: int = 5_000
    max_memory: int = 1024 * MIB
    max_seconds: int = 120

    def __post_init__(self) -> None:
        object.__setattr__(self, "published", publication_date(self.published))


DEFAULTS = IntakeSettings()
"""What holds where nothing is asked for."""
