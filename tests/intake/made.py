"""Small files made for the tests of intake: PDFs written by hand, folders of reports, and what comes of them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from allegiance.errors import Problem
from allegiance.intake import IntakeSettings, take
from allegiance.model import Intake

REPORT = "The army said on Tuesday that Colonel Idris Baro had left the Northern Front for its rival."


def folder(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files, by their paths in it."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def taken(*paths: Path | str, settings: IntakeSettings | None = None) -> tuple[list[Intake], list[Problem]]:
    """The documents at these paths, and the problems with them."""
    items = list(take([str(path) for path in paths], settings or IntakeSettings()))
    return [i for i in items if isinstance(i, Intake)], [i for i in items if isinstance(i, Problem)]


def only(*paths: Path | str, settings: IntakeSettings | None = None) -> Intake:
    """The one document at these paths, which give no problem."""
    documents, problems = taken(*paths, settings=settings)
    assert not problems
    assert len(documents) == 1
    return documents[0]


def refusal(*paths: Path | str, settings: IntakeSettings | None = None) -> Problem:
    """The one problem with these paths, which give no document."""
    documents, problems = taken(*paths, settings=settings)
    assert not documents
    assert len(problems) == 1
    return problems[0]


def pdf(pages: Sequence[Iterable[str]], *, trailer: str = "", extra: Sequence[str] = ()) -> bytes:
    """A PDF with these lines on its pages; `extra` are objects after the pages, `trailer` more keys of its trailer."""
    return pdf_of([text_stream(page) for page in pages], trailer=trailer, extra=extra)


def text_stream(lines: Iterable[str]) -> bytes:
    """The contents of a page: each line below the one before."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    return _stream(f"BT /F1 12 Tf 72 720 Td 14 TL {shown} ET".encode("latin-1"))


def picture_stream() -> bytes:
    """The contents of a page that is one grey dot of a picture."""
    return _stream(b"q 500 0 0 700 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x7f EI Q")


def unfolding_stream(size: int) -> bytes:
    """The contents of a page that are small in the file and some `size` bytes when unfolded."""
    unit = b"(aaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj T* "
    packed = zlib.compress(b"BT /F1 12 Tf 72 720 Td " + unit * (size // len(unit)) + b" ET", 9)
    return _stream(packed, " /Filter /FlateDecode")


def pdf_of(streams: Sequence[bytes], *, trailer: str = "", extra: Sequence[str] = ()) -> bytes:
    """A PDF whose pages have these contents."""
    resources = "<< /Font << /F1 3 0 R >> >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    bodies = [text.encode() for text in objects]
    kids = []
    for stream in streams:
        bodies.append(stream)
        page = f"/Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(bodies)} 0 R /Resources {resources}"
        bodies.append(f"<< /Type /Page {page} >>".encode())
        kids.append(f"{len(bodies)} 0 R")
    bodies[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    bodies += [text.encode() for text in extra]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def _stream(data: bytes, filters: str = "") -> bytes:
    return f"<< /Length {len(data)}{filters} >>\nstream\n".encode() + data + b"\nendstream"


def packed(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()
