"""Files that are handed over, not found: their bytes under a label each, archives unpacked, none of them written.

What comes from elsewhere may mean harm. A label is never a path that is opened. An archive that has too much in it,
unfolds into too much, names places outside itself, or holds links or secrets, is refused whole.
"""

from __future__ import annotations

import stat
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from allegiance.errors import Problem
from allegiance.intake.extract import Told, one_line
from allegiance.intake.files import read_stream
from allegiance.intake.formats import SIDECAR, SUFFIXES, known_by_suffix

MOST_FILES = 1_000
"""So many files may be handed over at once, those in archives included."""
MOST_UNPACKED = 200 * 1024 * 1024
"""Bytes into which all archives together may unfold."""
MOST_TIMES = 200
"""A part of an archive that unfolds into more than so many times its size is no text."""
_SMALL = 1024 * 1024
_LONGEST = 300
_SIDECAR = 64 * 1024
_ARCHIVE = ".zip"
_ENTRY = b"PK\x01\x02"
_SECRET = 0x1


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it is handed over: what it is called there, and its bytes."""

    label: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Piece:
    """A file to be read: given by itself, or a part of an archive that is unpacked when it is read."""

    label: str
    data: bytes = b""
    archive: ZipFile | None = None
    part: ZipInfo | None = None

    def read(self, limit: int) -> bytes | Problem:
        """Its bytes, if there are no more than `limit`."""
        if self.archive is None or self.part is None:
            return read_stream(BytesIO(self.data), self.label, limit)
        try:
            with self.archive.open(self.part) as stream:
                return read_stream(stream, self.label, limit)  # type: ignore[arg-type]
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
            return Problem(self.label, "bad-archive", f"it cannot be unpacked: {error}", "pack it anew")


@dataclass(frozen=True, slots=True)
class Pile:
    """Everything that was handed over: the files to be read, the sidecars by label, and what is wrong."""

    reports: tuple[Piece, ...]
    sidecars: tuple[Piece, ...]
    problems: tuple[Problem, ...]

    def told(self, report: Piece) -> tuple[Told, list[Problem]]:
        """What the sidecar of a file tells, and what is wrong with it; nothing where there is none."""
        from allegiance.intake.metadata import Sidecar, check

        beside = _beside(report.label)
        for piece in self.sidecars:
            if piece.label == beside:
                data = piece.read(_SIDECAR)
                if isinstance(data, Problem):
                    return Told(), [data]
                line, problems = check(Sidecar, data, piece.label, "bad-metadata")
                return (line.told() if line else Told()), problems
        return Told(), []


def pile(given: Sequence[Given]) -> Pile:
    """What was handed over, sorted by label; nothing is unpacked yet."""
    pieces: list[Piece] = []
    problems: list[Problem] = []
    left = MOST_UNPACKED
    for file in given:
        label = _label(file.label)
        if not label.lower().endswith(_ARCHIVE):
            pieces.append(Piece(label, file.data))
            continue
        found = _parts(label, file.data, left)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            left -= sum(piece.part.file_size for piece in found if piece.part)
            pieces += found
    pieces.sort(key=lambda piece: piece.label)
    sidecars = tuple(piece for piece in pieces if piece.label.lower().endswith(SIDECAR))
    rest = [piece for piece in pieces if not piece.label.lower().endswith(SIDECAR)]
    reports = [piece for piece in rest if known_by_suffix(piece.label)]
    problems += [_unknown(piece.label) for piece in rest if not known_by_suffix(piece.label)]
    if len(pieces) > MOST_FILES:
        problems = [_refused("all of them", f"there are more than {MOST_FILES:,} files", "hand over fewer at once")]
        return Pile((), (), tuple(problems))
    return Pile(tuple(reports), sidecars, tuple(problems))


def _label(name: str) -> str:
    """What a file is called, as it may be shown and kept: one line, no longer than a bound, never empty."""
    words = one_line(name.replace("\\", "/").encode("utf-8", "replace").decode())
    return words[-_LONGEST:].strip("/ ") or "file"


def _beside(label: str) -> str:
    path = PurePosixPath(label)
    return str(path.with_suffix(SIDECAR)) if path.name else ""


def _unknown(label: str) -> Problem:
    kinds = ", ".join((*SUFFIXES, _ARCHIVE))
    return Problem(label, "unknown-format", f"its name does not end in {kinds}", "convert it to one of these")


def _parts(label: str, data: bytes, left: int) -> list[Piece] | Problem:
    # Counted before it is opened: the list of a hostile archive alone may fill the memory.
    if data.count(_ENTRY) > MOST_FILES:
        return _refused(label, f"it has more than {MOST_FILES:,} parts", "pack fewer files into one")
    try:
        archive = ZipFile(BytesIO(data))
        parts = [part for part in archive.infolist() if not part.is_dir()]
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        return _refused(label, f"it is no archive that can be opened: {error}", "pack it anew, as .zip")
    for part in parts:
        if wrong := _wrong(part):
            return _refused(label, f"{wrong} ({_label(part.filename)})", "hand over the files themselves")
    if sum(part.file_size for part in parts) > left:
        return _refused(label, f"it unfolds into more than {left // 2**20} MiB", "hand over fewer at once")
    wanted = [part for part in parts if not _is_hidden(part.filename)]
    return [Piece(_label(f"{label}/{part.filename}"), archive=archive, part=part) for part in wanted]


def _wrong(part: ZipInfo) -> str:
    """Why an archive with such a part is refused; `""` where it is a plain file."""
    steps = part.filename.replace("\\", "/").split("/")
    if ".." in steps or steps[0] == "" or ":" in steps[0] or "\0" in part.orig_filename:
        return "a part of it names a place outside it"
    kind = stat.S_IFMT(part.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return "a part of it is no plain file"
    if part.flag_bits & _SECRET:
        return "a part of it is encrypted"
    if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return "a part of it is packed in a way that is not opened"
    if part.file_size > max(_SMALL, MOST_TIMES * part.compress_size):
        return "a part of it unfolds into too much"
    return ""


def _is_hidden(name: str) -> bool:
    """What systems put into archives beside the files."""
    return any(step.startswith(".") or step == "__MACOSX" for step in name.split("/"))


def _refused(label: str, why: str, hint: str) -> Problem:
    return Problem(label, "refused", why, hint)
