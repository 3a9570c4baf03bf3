"""Links on their own: who is meant in short reports of ten styles, and in which of them nobody is."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import claims_of
from reading.whom_links import Link, judged, links, said

TABLES = sorted((Path(__file__).parent / "whom").glob("*.txt"))
LINKS = [link for table in TABLES for link in links(table)]
PUBLISHED = "2024-03-14"


def rows() -> list[object]:
    """One test for each link; those known not to be right yet are expected to fail."""
    out: list[object] = []
    for link in LINKS:
        marks = [pytest.mark.xfail(reason="a defect of discourse", strict=True)] if link.known else []
        out.append(pytest.param(link, id=f"{link.name}: {link.type}.{link.role}", marks=marks))
    return out


@pytest.mark.parametrize("link", rows())
def test_a_link_is_made_where_the_text_settles_it_and_nowhere_else(reader: EnglishReader, link: Link) -> None:
    claims = claims_of(reader, link.text, PUBLISHED)
    assert judged(link, claims) == "right", said(link, claims)


@pytest.mark.parametrize("link", [k for k in LINKS if k.known == "!"], ids=lambda k: str(k.name))
def test_a_link_that_is_not_made_yet_is_at_least_made_to_nobody_else(reader: EnglishReader, link: Link) -> None:
    assert judged(link, claims_of(reader, link.text, PUBLISHED)) == "missing"
