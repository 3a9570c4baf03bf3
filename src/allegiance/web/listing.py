"""Long lists a page at a time: each list of a page shows its first rows, and leads on to more of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Depends

from allegiance.web.asked import Text
from allegiance.web.lately import At

MOST_LISTED = 100
"""So many rows of a list stand on one page."""

Listed = TypeVar("Listed")


@dataclass(frozen=True, slots=True)
class Shown:
    """Which list of a page is asked for by itself, by its name, and which page of it; `""` for the first of each."""

    part: str
    at: int


def shown(part: Text = "", at: At = 1) -> Shown:
    """What is shown, as a request asks for it."""
    return Shown(part.strip(), at)


ShownOf = Annotated[Shown, Depends(shown)]
"""What a request asks to be shown of a page with long lists."""


@dataclass(frozen=True, slots=True)
class Listing(Generic[Listed]):
    """One page of a list: its rows, the place of the first in the list, of how many, and where the others are."""

    rows: Sequence[Listed]
    first: int
    of: int
    before: str
    after: str

    @property
    def is_part(self) -> bool:
        """Whether there are rows that this page does not show."""
        return len(self.rows) < self.of


def listing(rows: Sequence[Listed], name: str, asked: Shown, address: Callable[[str, str], str]) -> Listing[Listed]:
    """The page of a list that is asked for; `address` gives that of a list's page, by name and number."""
    at = asked.at if asked.part == name else 1
    begin = (at - 1) * MOST_LISTED
    some = rows[begin : begin + MOST_LISTED]
    before = address(name, str(at - 1)) if at > 1 else ""
    after = address(name, str(at + 1)) if begin + MOST_LISTED < len(rows) else ""
    return Listing(some, begin + 1, len(rows), before, after)
