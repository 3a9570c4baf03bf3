"""A reader for the tests, in a module that other processes can import by its name."""

from __future__ import annotations

import os

from allegiance.errors import BadModel
from allegiance.model import Claim, Document, Filler, Finding, Span
from allegiance.readers import Reader


class Counting:
    """A reader that finds one death in each document, breaks on some, and ends its process on one."""

    name = "counting 1"
    languages = frozenset({"en"})

    def read(self, document: Document, published: str = "") -> tuple[list[Finding], list[str]]:
        if "break" in document.text:
            raise ValueError("a broken rule")
        if "die" in document.text:
            os._exit(3)
        claim = Claim(document.id, "death", (Filler("person", document.text),), Span(0, len(document.text)))
        return [Finding(claim, "death")], [published]


def make() -> Reader:
    return Counting()


def make_nothing() -> Reader:
    raise BadModel("there is no model", hint="install it")
