"""Documents as lines of JSON: one a line, each with the keys of a sidecar and its `text`. Read line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from allegiance.errors import Problem
from allegiance.intake.extract import Extract, Taken
from allegiance.intake.files import refused, too_large
from allegiance.intake.metadata import DocumentLine, check

_CHUNK = 64 * 1024


def read_lines(stream: BinaryIO, name: str, address: str, most: int) -> Iterator[Taken | Problem]:
    """The documents in `stream`, each addressed by its line (`reports.jsonl:3`) and named by it (`reports:3`).

    A line that is no document, or has more than `most` bytes, gives a Problem, and the others go on.
    """
    number = 0
    try:
        for number, line in enumerate(_bounded(stream, most), 1):
            at = f"{address}:{number}"
            if line is None:
                yield too_large(at, most)
            elif line.strip(b" \t\r\n\xef\xbb\xbf"):
                yield from _document(line, at, f"{name}:{number}")
    except OSError as error:
        yield refused(f"{address}:{number + 1}", error)


def _document(line: bytes, at: str, name: str) -> Iterator[Taken | Problem]:
    found, problems = check(DocumentLine, line, at, "bad-line")
    yield from problems
    if found:
        yield Taken(at, name, Extract(found.text), found.told())


def _bounded(stream: BinaryIO, most: int) -> Iterator[bytes | None]:
    """The lines of `stream`; None for one longer than `most` bytes, which is never held whole."""
    while line := stream.readline(most + 1):
        if len(line) <= most or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield None
