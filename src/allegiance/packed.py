"""Tables in one run of bytes, so that a file of a million names is mapped into memory and not built anew.

A packed file is a line that says what it is, a header of JSON, the sections one after another, and a digest of it all:
whatever does not agree with its digest is refused, and made again by whoever keeps it. Nothing in it is run.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

MAGIC = b"allegiance packed tables 1\n"
_SIZE = 16
_ALIGN = 8

Sections = Mapping[str, memoryview]
"""The parts of a packed file, by name."""


def pack(sections: Mapping[str, bytes]) -> Iterator[bytes]:
    """The bytes of a packed file with these sections, in pieces."""
    places: dict[str, tuple[int, int]] = {}
    at = 0
    for name, section in sections.items():
        places[name] = (at, len(section))
        at += len(section) + -len(section) % _ALIGN
    header = json.dumps({"order": sys.byteorder, "sections": places}).encode()
    head = MAGIC + len(header).to_bytes(8, "little") + header
    pieces = [head, bytes(-len(head) % _ALIGN)]
    for section in sections.values():
        pieces += [section, bytes(-len(section) % _ALIGN)]
    whole = blake2b(digest_size=_SIZE)
    for piece in pieces:
        whole.update(piece)
        yield piece
    yield whole.digest()


def unpack(data: memoryview) -> Sections:
    """The sections of a packed file. Raises ValueError where it is damaged, or was made on another kind of machine."""
    body, told = data[:-_SIZE], data[-_SIZE:]
    if body[: len(MAGIC)] != MAGIC or blake2b(body, digest_size=_SIZE).digest() != told:
        raise ValueError("the file is no packed file, or is damaged")
    start = len(MAGIC) + 8
    length = int.from_bytes(body[len(MAGIC) : start], "little")
    header = json.loads(bytes(body[start : start + length]))
    if header["order"] != sys.byteorder:
        raise ValueError("the file was made on a machine of another kind")
    first = start + length + -(start + length) % _ALIGN
    return {name: body[first + at : first + at + size] for name, (at, size) in header["sections"].items()}


@lru_cache(maxsize=1 << 16)
def hashed(text: str) -> int:
    """A hash of 64 bits, the same in every process."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def ints(numbers: Iterable[int], code: str = "Q") -> bytes:
    """A section of whole numbers: of 64 bits (`Q`), 32 (`I`) or 8 (`B`)."""
    return array(code, numbers).tobytes()


def spots(table: memoryview, number: int) -> range:
    """The places of a number in a sorted section of numbers."""
    first = bisect_left(table, number)
    last = first
    while last < len(table) and table[last] == number:
        last += 1
    return range(first, last)


@dataclass(frozen=True, slots=True)
class Strings:
    """Texts by number, out of two sections."""

    bounds: memoryview
    blob: memoryview

    @staticmethod
    def pack(name: str, texts: Iterable[str]) -> dict[str, bytes]:
        """The two sections of these texts."""
        blob = bytearray()
        bounds = array("Q", [0])
        for text in texts:
            blob += text.encode("utf-8", "surrogatepass")
            bounds.append(len(blob))
        return {f"{name}.bounds": bounds.tobytes(), f"{name}.blob": bytes(blob)}

    @classmethod
    def of(cls, name: str, sections: Sections) -> Strings:
        """The texts that were packed under this name."""
        return cls(sections[f"{name}.bounds"].cast("Q"), sections[f"{name}.blob"])

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def __getitem__(self, number: int) -> str:
        return bytes(self.blob[self.bounds[number] : self.bounds[number + 1]]).decode("utf-8", "surrogatepass")
