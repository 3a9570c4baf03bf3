"""Register files: YAML written by hand, JSON lines written by `allegiance import`. Both hold the same records.

A YAML file is a list of records, or a mapping of `sources` and `actors`, where a record may cite a source by its key
and say after it where in the source the fact stands: `un QDe.161`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from allegiance.actors.records import Record
from allegiance.errors import Problem
from allegiance.yamls import LOADER

MAX_BYTES = 16 * 1024 * 1024
"""A YAML file larger than this is refused."""

MAX_LINE = 4 * 1024 * 1024
"""Characters of a line of JSON; a longer one is refused."""

MAX_DEPTH = 30
"""Lists and mappings of a YAML file that stand in each other; a record needs five."""

MAX_PROBLEMS = 100
"""After so many problems the rest of a file is not read."""

ENDINGS = (".yaml", ".yml", ".jsonl")


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """A register file: what it holds, and how a problem calls it."""

    data: bytes
    address: str

    @property
    def is_lines(self) -> bool:
        """Whether it is JSON lines."""
        return self.address.endswith(".jsonl")


def files_under(path: Path) -> Iterator[Path]:
    """The register files that a path names: itself, or those of a folder, by name."""
    if path.is_dir():
        yield from sorted(p for p in path.iterdir() if p.suffix in ENDINGS and p.is_file())
    else:
        yield path


def records_of(file: RegisterFile) -> Iterator[Record | Problem]:
    """The records of a register file, and a problem for each that does not load; the others still do."""
    problems = 0
    for item in _lines(file) if file.is_lines else _rows(file):
        yield item
        problems += isinstance(item, Problem)
        if problems >= MAX_PROBLEMS:
            yield Problem(file.address, "gave-up", "too many problems: the rest was not read")
            return


def _lines(file: RegisterFile) -> Iterator[Record | Problem]:
    for number, line in enumerate(file.data.split(b"\n"), 1):
        where = f"{file.address}:{number}"
        if len(line) > MAX_LINE:
            yield Problem(where, "too-large", f"the line is longer than {MAX_LINE // 1024 // 1024} MiB")
        elif line.strip():
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield Problem(where, "not-json", f"is no JSON: {error}")
                continue
            yield checked(row, where)


def _rows(file: RegisterFile) -> Iterator[Record | Problem]:
    if len(file.data) > MAX_BYTES:
        hint = "split it into several files, or write it as JSON lines (.jsonl)"
        yield Problem(file.address, "too-large", f"larger than {MAX_BYTES // 1024 // 1024} MiB", hint)
        return
    loader = LOADER(file.data)
    try:
        _refuse_depth(file.data)
        yield from _nodes(loader, file.address)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{file.address}:{mark.line + 1}" if mark else file.address
        yield Problem(where, "not-yaml", f"is no YAML: {getattr(error, 'problem', None) or error}")
    finally:
        loader.dispose()


def _refuse_depth(data: bytes) -> None:
    """Raise a YAMLError where lists and mappings stand in each other deeper than any record's: building them recurses.

    The events of a file are read without recursion.
    """
    depth = 0
    for event in yaml.parse(data, Loader=LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                mark: Any = event.start_mark
                raise yaml.MarkedYAMLError(problem="lists stand in lists too deeply", problem_mark=mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _nodes(loader: Any, address: str) -> Iterator[Record | Problem]:
    """Each record is built by itself, so that a problem can tell its line."""
    root = loader.get_single_node()
    cited: dict[str, str] = {}
    if isinstance(root, yaml.MappingNode):
        parts = {key.value: value for key, value in root.value if isinstance(key, yaml.ScalarNode)}
        if set(parts) <= {"sources", "actors"} and "actors" in parts:
            sources = loader.construct_object(parts["sources"], deep=True) if "sources" in parts else {}
            cited = {str(k): str(v) for k, v in sources.items()} if isinstance(sources, dict) else {}
            root = parts["actors"]
    if not isinstance(root, yaml.SequenceNode):
        yield Problem(address, "not-a-register", "is no list of records", "begin each record with `- id: …`")
        return
    for node in root.value:
        where = f"{address}:{node.start_mark.line + 1}"
        yield checked(loader.construct_object(node, deep=True), where, cited)


def checked(row: object, where: str, cited: dict[str, str] | None = None) -> Record | Problem:
    """A row as a record, its citations written out, or what is wrong with it."""
    try:
        return Record.model_validate(_written_out(row, cited) if cited else row)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "the record"
        hint = "say where the fact stands" if place == "sources" else ""
        return Problem(where, "bad-record", f"{place}: {first['msg']}", hint)


def _written_out(row: object, cited: dict[str, str]) -> object:
    if not isinstance(row, dict):
        return row
    out = dict(row)
    if isinstance(row.get("sources"), list):
        out["sources"] = [_cite(source, cited) for source in row["sources"]]
    for field in ("names", "former_names", "weak_names", "parent"):
        rows = row.get(field)
        several = rows if isinstance(rows, list) else [rows] if isinstance(rows, dict) else []
        if several:
            out[field] = [
                {**r, "source": _cite(r["source"], cited)} if isinstance(r, dict) and "source" in r else r
                for r in several
            ]
    return out


def _cite(source: object, cited: dict[str, str]) -> object:
    if not isinstance(source, str):
        return source
    key, _, place = source.partition(" ")
    return f"{cited[key]}{f': {place}' if place else ''}" if key in cited else source


def as_lines(records: Iterable[Record]) -> Iterator[str]:
    """Records as the lines of a register file."""
    for record in records:
        yield json.dumps(record.said(), ensure_ascii=False, separators=(",", ":")) + "\n"
