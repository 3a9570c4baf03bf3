"""A PDF → its text page by page, with a mark where each page begins.

The lines of a page are joined to paragraphs, since a sentence must not end where a line does: a line that fills most
of its column goes on in the next, unless a number, a bullet or a blank begins something new there. A word that PDFium
marks as divided at the end of a line is made whole; in a name that has a hyphen already, the hyphen stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from allegiance.errors import Problem
from allegiance.intake.extract import Extract
from allegiance.intake.textfiles import fault
from allegiance.model import Mark

_PASSWORD, _SECURITY = 4, 5
_DIVIDED = re.compile(r"(?P<before>\S*)[\x02\ufffe](?:\r?\n)?(?P<after>\w?)")
_BEGINS = re.compile(r"\s*(?:[0-9]{1,3}[.)]|\([0-9a-z]{1,4}\)|[•▪●◦·–—*-])\s")
_ENDS = re.compile(r"[.!?:;؟۔।][\"'”’»)\]]*$")
_FULL = 0.75
_MOST_OBJECTS = 200


@dataclass(slots=True)
class _Pages:
    text: list[str]
    marks: list[Mark]
    length: int = 0

    def add(self, number: int, page: str) -> None:
        joint = ""
        if self.text:
            goes_on = not _ENDS.search(self.text[-1]) and page[:1].islower()
            joint = " " if goes_on else "\n\n"
        self.marks.append(Mark("page", str(number), self.length + len(joint)))
        self.text += [joint, page] if joint else [page]
        self.length += len(joint) + len(page)


def read_pdf(data: bytes, address: str, most: int, most_pages: int) -> Extract | Problem:
    """The text of a PDF, pages counted from 1. Encrypted, broken, scanned and oversized ones give a Problem.

    `most` is the longest text in code points. Pages that cannot be read, and pages that are pictures only, are told of
    while the others are taken; a PDF with no text at all is refused as `scanned`.
    """
    if b"%PDF-" not in data[:1024]:
        return Problem(address, "unknown-format", "it is no PDF, whatever its name says", "give it its own suffix")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return _unopened(address, data, error)
    with document:
        if len(document) > most_pages:
            return Problem(address, "too-large", f"it has more than {most_pages:,} pages", "split it")
        return _read_pages(document, address, most)


def _read_pages(document: pypdfium2.PdfDocument, address: str, most: int) -> Extract | Problem:
    pages = _Pages([], [])
    broken: list[int] = []
    pictures: list[int] = []
    for number in range(1, len(document) + 1):
        try:
            text, picture = _page(document, number - 1, most)
        except pypdfium2.PdfiumError:
            broken.append(number)
            continue
        if text:
            pages.add(number, text)
        elif picture:
            pictures.append(number)
        if pages.length > most:
            break
    if not pages.text:
        return _without_text(address, broken, pictures)
    text = "".join(pages.text)
    odd = []
    if broken:
        odd.append(Problem(_at(address, broken), "unreadable", "these pages are broken and were passed over"))
    if pictures:
        hint = "recognise their text (OCR) and save it"
        odd.append(Problem(_at(address, pictures), "scanned", "these pages are pictures without text", hint))
    return fault(text, address, most) or Extract(text, tuple(pages.marks), odd=tuple(odd))


def _page(document: pypdfium2.PdfDocument, index: int, most: int) -> tuple[str, bool]:
    """The text of one page, and whether the page has a picture. No more than `most` characters are asked for."""
    page = document[index]
    try:
        layer = page.get_textpage()
        try:
            long = layer.count_chars() > most
            text = "x" * (most + 1) if long else whole_paragraphs(layer.get_text_bounded())
        finally:
            layer.close()
        objects = raw.FPDFPage_CountObjects(page) if not text else 0
        kinds = (raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, at)) for at in range(min(objects, _MOST_OBJECTS)))
        return text, any(kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM) for kind in kinds)
    finally:
        page.close()


def whole_paragraphs(page: str) -> str:
    """The lines of a page joined to paragraphs, one a line; words divided at the end of a line made whole."""
    lines = [" ".join(line.split()) for line in _DIVIDED.sub(_joined, page).splitlines()]
    widths = sorted(len(line) for line in lines if line)
    if not widths:
        return ""
    full = widths[len(widths) * 9 // 10] * _FULL
    out: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and line and not _BEGINS.match(line + " "):
            out[-1] += f" {line}"
        elif line:
            out.append(line)
        goes_on = bool(line) and len(line) >= full
    return "\n".join(out)


def _joined(found: re.Match[str]) -> str:
    keeps = "-" in found["before"] or found["after"].isupper() or not found["after"]
    return f"{found['before']}{'-' if keeps else ''}{found['after']}"


def _unopened(address: str, data: bytes, error: pypdfium2.PdfiumError) -> Problem:
    # PDFium's last error may be that of an earlier file, so that a lock is believed only where the file speaks of one.
    if error.err_code in (_PASSWORD, _SECURITY) and b"/Encrypt" in data:
        return Problem(address, "encrypted", "it is locked with a password", "save a copy without one")
    return Problem(address, "truncated", "it is cut short or broken, and cannot be opened", "fetch it again")


def _without_text(address: str, broken: list[int], pictures: list[int]) -> Problem:
    if pictures:
        return Problem(address, "scanned", "its pages are pictures without text", "recognise its text (OCR) first")
    if broken:
        return Problem(address, "truncated", "none of its pages can be read", "fetch it again")
    return Problem(address, "empty", "there are no words in it")


def _at(address: str, pages: list[int]) -> str:
    told = ", ".join(str(page) for page in pages[:8])
    return f"{address}:page {told}{' and others' if len(pages) > 8 else ''}"
