"""What the readers of single formats hand to each other: a text with its marks, and what is told about it."""

from __future__ import annotations

import dataclasses
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from allegiance.errors import Problem
from allegiance.model import Mark

LONGEST_ADDRESS = 4096


@dataclass(frozen=True, slots=True)
class Told:
    """What is told about a document beside its text; the fields of a sidecar. Empty is untold."""

    published: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    archive_url: str = ""
    title: str = ""
    language: str = ""
    name: str = ""

    def filled_from(self, other: Told) -> Told:
        """This, with what it leaves untold taken from `other`."""
        names = [field.name for field in dataclasses.fields(self)]
        return Told(**{name: getattr(self, name) or getattr(other, name) for name in names})


@dataclass(frozen=True, slots=True)
class Extract:
    """A text out of a file, with its pages as `marks`, what the file told of itself, and what was odd about it."""

    text: str
    marks: tuple[Mark, ...] = ()
    told: Told = Told()
    odd: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """A text on its way to a document: where it was read, the name it has for want of another, and what is told of it.

    `written` is what a person or a program wrote down about it, which wins over what the extract tells of itself.
    """

    address: str
    name: str
    extract: Extract
    written: Told = Told()


def one_line(text: str) -> str:
    """`text` as one line, without control characters: what a title or a name may be."""
    return " ".join("".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text).split())


def web_address(text: str) -> str:
    """`text` if it is an `http` or `https` address with a host, else `""`."""
    address = text.strip()
    if len(address) > LONGEST_ADDRESS or any(c.isspace() or not c.isprintable() for c in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme.lower() in ("http", "https") and parts.hostname else ""
