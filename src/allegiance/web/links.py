"""The addresses of pages. Each holds everything that its page shows: whom, the dates, both clocks."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses that keep the clocks of the page that they stand on (`published_by` and `recorded_by`, as asked)."""

    published_by: str = ""
    recorded_by: str = ""

    def page(self, name: str, /, *parts: str, **query: str) -> str:
        """The address of a page, such as `page("roster", id, on="2016")`; what is empty is left out."""
        path = "/".join(["", name, *(quote(part, safe="") for part in parts)])
        given = {**query, "published_by": query.get("published_by", self.published_by)}
        given["recorded_by"] = query.get("recorded_by", self.recorded_by)
        asked = urlencode({key: value for key, value in given.items() if value}, errors="replace")
        return f"{path}?{asked}" if asked else path
