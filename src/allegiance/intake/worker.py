"""The process apart in which pages and PDFs are taken to pieces: see `apart.py`, which starts it and speaks to it.

It reads jobs from standard input (a line of JSON, then the bytes of the file) and answers each with a line of JSON. Its
memory is bounded from within where the system can do that; its time is bounded from without.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from allegiance.errors import Problem
from allegiance.intake.extract import Extract
from allegiance.intake.formats import Format

READY = b"ready\n"


@dataclass(frozen=True, slots=True)
class Job:
    """One file to take to pieces: its format and address, how many bytes of it follow, and the bounds on its text."""

    format: Format
    address: str
    size: int
    max_text: int
    max_pages: int


@cache
def jobs() -> TypeAdapter[Job]:
    """How a job is written and read."""
    return TypeAdapter(Job)


@cache
def answers() -> TypeAdapter[Extract | Problem]:
    """How an answer is written and read."""
    return TypeAdapter(Extract | Problem)


def take_apart(job: Job, data: bytes) -> Extract | Problem:
    """The text in `data`, a page or a PDF."""
    if job.format is Format.PDF:
        from allegiance.intake.pdf import read_pdf

        return read_pdf(data, job.address, job.max_text, job.max_pages)
    from allegiance.intake.html import read_html

    return read_html(data, job.address, job.max_text)


def main(most_memory: int) -> None:
    """Answer jobs until standard input ends, in no more than `most_memory` bytes of address space."""
    _bound_memory(most_memory)
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not stand between two answers.
    os.dup2(2, 1)
    sink.write(READY)
    sink.flush()
    while line := source.readline():
        job = jobs().validate_json(line)
        sink.write(answers().dump_json(take_apart(job, source.read(job.size))) + b"\n")
        sink.flush()


def _bound_memory(most: int) -> None:
    try:
        import resource
    except ImportError:
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        # Some systems refuse such a bound. The bounds on time, bytes and characters hold all the same.
        return


if __name__ == "__main__":
    main(int(sys.argv[1]))
