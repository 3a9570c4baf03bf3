"""Records from a CSV file of names: one actor a line, under a heading that says what each column is."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any

from allegiance.actors.countries import code_of
from allegiance.actors.files import checked
from allegiance.actors.records import Record
from allegiance.errors import Problem

COLUMNS = {
    "name": "name", "id": "id", "kind": "kind", "type": "kind", "schema": "kind", "alias": "names", "aliases": "names",
    "names": "names", "other_names": "names", "acronym": "names", "former_names": "former_names",
    "former_name": "former_names", "weak_names": "weak_names", "weak_aliases": "weak_names", "country": "countries",
    "countries": "countries", "parent": "parent", "qid": "qid", "wikidata": "qid", "un": "un", "source": "sources",
    "sources": "sources", "sort": "sort", "since": "since", "until": "until",
}  # fmt: skip
"""What a column is, by its heading in small letters, blanks as underscores."""

KINDS = {
    "person": "person", "individual": "person", "group": "group", "organization": "group", "organisation": "group",
    "entity": "group", "company": "group", "legalentity": "group", "place": "place", "location": "place", "": "group",
}  # fmt: skip
MAX_LINE = 1024 * 1024
_SEVERAL = re.compile(r"\s*[;|]\s*")


def heading(line: str) -> tuple[str, list[str]]:
    """The mark between the columns of a heading and what they are; no columns where it is no heading of names."""
    for mark in (",", ";", "\t", "|"):
        try:
            cells = next(csv.reader([line.strip("\r\n")], delimiter=mark), [])
        except csv.Error:
            continue
        columns = [cell.strip().lower().replace(" ", "_") for cell in cells]
        if "name" in columns:
            return mark, columns
    return ",", []


def read(path: Path) -> Iterator[Record | Problem]:
    """The actors of a table, and a problem for each line that does not give one, with its line."""
    with path.open("rb") as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
        mark, columns = heading(text.readline(MAX_LINE))
        unknown = [column for column in columns if column and column not in COLUMNS]
        if unknown:
            said = f"columns that are not known are passed over: {', '.join(unknown[:10])}"
            yield Problem(f"{path}:1", "unknown-columns", said, f"known are: {', '.join(COLUMNS)}")
        rows = csv.reader(_lines(text), delimiter=mark)
        try:
            for cells in rows:
                if any(cell.strip() for cell in cells):
                    yield _record(columns, cells, path, rows.line_num + 1)
        except csv.Error as error:
            yield Problem(f"{path}:{rows.line_num + 1}", "not-csv", f"is no CSV: {error}; the rest was not read")


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    while line := text.readline(MAX_LINE):
        yield line


def _record(columns: list[str], cells: list[str], path: Path, number: int) -> Record | Problem:
    where = f"{path}:{number}"
    told: dict[str, list[str]] = {}
    for column, cell in zip(columns, islice(cells, len(columns)), strict=False):
        field = COLUMNS.get(column)
        if field and cell.strip():
            several = field in ("names", "former_names", "weak_names", "countries", "sources", "parent")
            told.setdefault(field, []).extend(filter(None, _SEVERAL.split(cell.strip())) if several else [cell.strip()])
    row: dict[str, Any] = {field: values[0] for field, values in told.items() if field in _SINGLE}
    kind = row.get("kind", "").lower()
    if kind not in KINDS:
        return Problem(where, "bad-record", f"kind: {row['kind']} is none", "write person, group or place")
    row["kind"] = KINDS[kind]
    row.setdefault("name", "")
    for field in ("names", "former_names", "weak_names"):
        row[field] = [{"name": name, "quality": "CSV"} for name in told.get(field, ())]
    row["parent"] = told.get("parent", [])
    codes = [(country, code_of(country)) for country in told.get("countries", ())]
    bad = [country for country, code in codes if not code]
    if bad:
        return Problem(where, "bad-record", f"country: {bad[0]} is no state that is known", "write its ISO 3166-1 code")
    row["countries"] = [code for _, code in codes]
    row["sources"] = told.get("sources") or [f"{path.name}, line {number}"]
    if "id" not in row:
        told_by = f"{path.stem}|{row['kind']}|{row['name']}"
        row["id"] = f"csv:{blake2b(told_by.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"
    return checked(row, where)


_SINGLE = ("name", "id", "kind", "qid", "un", "sort", "since", "until")
