"""What a file is, told by its first bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

from allegiance.actors.files import RegisterFile, records_of
from allegiance.actors.imports import ftm, table, wikidata
from allegiance.actors.imports.json_rows import objects_of
from allegiance.actors.records import Record
from allegiance.actors.un_list import read_un_list
from allegiance.errors import AllegianceError, Problem

START = 64 * 1024
"""Bytes by which a file is told."""


class Format(StrEnum):
    """What a file may be; each is what the summary calls it."""

    UN = "UN consolidated list"
    FTM = "followthemoney entities"
    WIKIDATA = "Wikidata entities"
    TABLE = "table of names"
    REGISTER = "register file"


@dataclass(frozen=True, slots=True)
class Import:
    """A file that is known for what it is. `records` reads it anew at each call."""

    path: Path
    format: Format
    records: Callable[[], Iterator[Record | Problem]]


def recognised(path: Path) -> Import | Problem:
    """What a file is, or why nothing can be taken from it."""
    try:
        with path.open("rb") as file:
            start = file.read(START).removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        return Problem(str(path), "unreadable", f"cannot be read: {error.strerror or error}")
    format = _told(path, start)
    if isinstance(format, Problem):
        return format
    reads: dict[Format, Callable[[], Iterator[Record | Problem]]] = {
        Format.UN: lambda: _un(path),
        Format.FTM: lambda: ftm.read(path),
        Format.WIKIDATA: lambda: wikidata.read(path),
        Format.TABLE: lambda: table.read(path),
        Format.REGISTER: lambda: records_of(RegisterFile(path.read_bytes(), str(path))),
    }
    return Import(path, format, reads[format])


def _told(path: Path, start: bytes) -> Format | Problem:
    text = start.strip()
    if not text:
        return Problem(str(path), "empty", "is empty")
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(f"{path}:1", "not-utf-8", "is written in UTF-16", "save it as UTF-8, and import it again")
    if text.startswith(b"<"):
        if b"<CONSOLIDATED_LIST" in start:
            return Format.UN
        return _unknown(path, "is XML, but no UN consolidated list")
    if text[:1] in (b"{", b"["):
        found = _json(path, text)
        return found if found else _unknown(path, "holds JSON of a kind that is not known")
    if path.suffix.lower() in (".yaml", ".yml") or text.startswith((b"- ", b"sources:", b"actors:", b"#")):
        return Format.REGISTER
    line = text.split(b"\n", 1)[0].decode("utf-8", "replace")
    if table.heading(line)[1]:
        return Format.TABLE
    if path.suffix.lower() in (".csv", ".tsv"):
        return _unknown(path, "is a table whose first line names no column `name`")
    return _unknown(path, "is of no kind that is known")


def _json(path: Path, text: bytes) -> Format | None:
    first = next((item for item in islice(objects_of(path), 20) if not isinstance(item, Problem)), None)
    keys = set(first[1]) if first else set()
    if {"schema", "properties"} <= keys:
        return Format.FTM
    if {"id", "labels"} <= keys or {"id", "claims"} <= keys:
        return Format.WIKIDATA
    if {"id", "kind", "sources"} <= keys and path.suffix == ".jsonl":
        return Format.REGISTER
    if first is None and b'"properties"' in text and b'"schema"' in text:
        return Format.FTM
    return None


def _unknown(path: Path, said: str) -> Problem:
    hint = (
        "what can be taken: the UN consolidated list (XML), followthemoney entities (JSON lines), Wikidata entities "
        "(JSON), a CSV file with a column `name`, a register file (YAML, or JSON lines as .jsonl)"
    )
    return Problem(str(path), "unknown-format", said, hint)


def _un(path: Path) -> Iterator[Record | Problem]:
    try:
        yield from read_un_list(path, everything=True)
    except AllegianceError as error:
        yield Problem(
            str(path), "broken-list", str(error), error.hint or "fetch the list anew; nothing of it was taken"
        )
