"""Which format a file is in: by its suffix, or by its first bytes where the suffix says nothing."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath


class Format(StrEnum):
    """The formats that are read."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    LINES = "jsonl"


SIDECAR = ".meta.json"
"""What the name of a file ends in that stands beside a report and tells of it."""
SUFFIXES = (".txt", ".md", ".html", ".htm", ".xhtml", ".pdf", ".jsonl")
"""The suffixes of files that are read out of folders."""

_HEAD = 4096
_STRAY = 4
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|article|div|p|h1)[\s>/]", re.IGNORECASE)
_PREAMBLE = re.compile(rb"^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*")
_LINE = re.compile(rb'^\s*\{[^\n]*"text"\s*:')


def known_by_suffix(name: str) -> Format | None:
    """The format that a file's name promises, or None."""
    match PurePath(name).suffix.lower():
        case ".txt" | ".md":
            return Format.TEXT
        case ".html" | ".htm" | ".xhtml":
            return Format.HTML
        case ".pdf":
            return Format.PDF
        case ".jsonl":
            return Format.LINES
    return None


def sniff(data: bytes) -> Format | None:
    """The format of `data` by its content, or None where it is none that is read (an image, an archive)."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Format.TEXT
    before = _PREAMBLE.match(head)
    if _MARKUP.match(head, before.end() if before else 0):
        return Format.HTML
    if _LINE.match(head):
        return Format.LINES
    return None if looks_binary(head) else Format.TEXT


def looks_binary(head: bytes) -> bool:
    """Whether bytes that are not in UTF-16 or UTF-32 hold what no text holds: NUL, or many control characters."""
    control = sum(head.count(byte) for byte in _CONTROL)
    return b"\0" in head or (control > _STRAY and control * 50 > len(head))


_CONTROL = bytes(set(range(1, 32)) - set(b"\t\n\v\f\r\x1b") | {127})
