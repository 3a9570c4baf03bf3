"""JSON objects out of a file, whether it has one a line, an array of them, or Wikidata's `entities`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from allegiance.errors import Problem

MAX_LINE = 16 * 1024 * 1024
"""Bytes of a line; a longer one is refused."""

MAX_WHOLE = 64 * 1024 * 1024
"""Bytes of a file that is not one object a line, and so must be read whole."""

Row = tuple[str, dict[str, Any]]
"""Where an object stands, and the object."""


def objects_of(path: Path) -> Iterator[Row | Problem]:
    """The objects of a file with where they stand, one at a time; what is no object is a problem, the rest is read."""
    if not _is_lines(path):
        yield from _whole(path)
        return
    number = 0
    with path.open("rb") as file:
        while line := file.readline(MAX_LINE + 1):
            number += 1
            where = f"{path}:{number}"
            if len(line) > MAX_LINE:
                yield Problem(where, "too-large", f"the line is longer than {MAX_LINE // 1024 // 1024} MiB")
                while line and not line.endswith(b"\n"):
                    line = file.readline(MAX_LINE)
            elif text := _bare(line):
                yield _object(text, where)


def _is_lines(path: Path) -> bool:
    """Whether the first object stands whole in a line, broken or not, and is not one that holds all others."""
    with path.open("rb") as file:
        for _ in range(100):
            line = file.readline(MAX_LINE + 1)
            if not line:
                return True
            if text := _bare(line):
                whole = isinstance(_object(text, ""), tuple) or (text.startswith(b"{") and text.endswith(b"}"))
                return whole and not text.startswith(b'{"entities"')
    return True


def _bare(line: bytes) -> bytes:
    """A line without what makes it a part of an array."""
    text = line.strip().removeprefix(b"\xef\xbb\xbf")
    if text in (b"[", b"]", b"[]"):
        return b""
    text = text[1:] if text.startswith(b"[{") else text
    text = text[:-1] if text.endswith(b"}]") and line.count(b"[") < line.count(b"]") else text
    return text.rstrip(b",")


def _object(text: bytes, where: str) -> Row | Problem:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Problem(where, "not-json", f"is no JSON: {error}", "each line must hold one whole object")
    if not isinstance(row, dict):
        return Problem(where, "not-an-object", "is no JSON object")
    return where, row


def _whole(path: Path) -> Iterator[Row | Problem]:
    if path.stat().st_size > MAX_WHOLE:
        hint = "write it with one object a line"
        yield Problem(str(path), "too-large", f"larger than {MAX_WHOLE // 1024 // 1024} MiB in one piece", hint)
        return
    try:
        found = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        yield Problem(f"{path}:{line}" if line else str(path), "not-json", f"is no JSON: {error}")
        return
    if isinstance(found, dict) and isinstance(found.get("entities"), dict):
        found = list(found["entities"].values())
    rows = found if isinstance(found, list) else [found]
    for number, row in enumerate(rows, 1):
        where = f"{path}, object {number}"
        yield (where, row) if isinstance(row, dict) else Problem(where, "not-an-object", "is no JSON object")
