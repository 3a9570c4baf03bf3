"""A large ledger a page at a time: what some reports tell, those first that came out last.

What takes going through everything is found of a small ledger as a whole. Of a large one each page goes through so many
reports and whatever bears on them, however many there are; every report is on some page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from allegiance.ledger import LedgerView
from allegiance.model import Recorded

MOST_AT_ONCE = 2_000
"""A view of more claims is shown by pages: to go through everything takes a second for each thousand, and more."""
REPORTS_A_PAGE = 50

At = Annotated[int, Query(ge=1, le=1_000_000)]
"""The number of a page."""


@dataclass(frozen=True, slots=True)
class Lately:
    """One page of a large ledger: its number, how many there are, and the claims of its reports."""

    at: int
    pages: int
    reports: int
    claims: tuple[Recorded, ...]

    @property
    def before(self) -> int:
        """The page of later reports; 0 where there is none."""
        return self.at - 1

    @property
    def after(self) -> int:
        """The page of earlier reports; 0 where there is none."""
        return self.at + 1 if self.at < self.pages else 0


def lately(view: LedgerView, at: int = 1, most: int = 0) -> Lately | None:
    """The page of a large ledger with this number; None of a small one, which is gone through as a whole.

    `most` is how many reports a page has, if not as many as others.
    """
    most = most or REPORTS_A_PAGE
    coverage = view.coverage()
    if coverage.claims <= MOST_AT_ONCE:
        return None
    documents = [report.document for report in view.reports(most, (at - 1) * most)]
    claims = tuple(view.of_documents(documents))
    return Lately(at, -(-coverage.documents // most), len(documents), claims)
