"""The register as tables: what is looked up by id, by name, and in text, out of one packed file.

Building them takes a while, for every name is folded; reading them takes none, whatever their size. Records are decoded
when they are asked for.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from allegiance.actors.records import Record
from allegiance.actors.spelling import group_spelling
from allegiance.errors import Problem
from allegiance.finder import Finder, Naming, sections_of
from allegiance.model import Kind
from allegiance.names import key
from allegiance.packed import Sections, Strings, hashed, ints, spots

DECODED = 4096
"""Records that are kept as they were decoded."""


class Records(Sequence[Record]):
    """The records, each decoded when asked for."""

    def __init__(self, rows: Strings) -> None:
        self._rows = rows
        self._decoded: dict[int, Record] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, number: int) -> Record: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Record, ...]: ...
    def __getitem__(self, number: int | slice) -> Record | tuple[Record, ...]:
        if isinstance(number, slice):
            return tuple(self[at] for at in range(*number.indices(len(self))))
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        number %= len(self)
        found = self._decoded.get(number)
        if found is None:
            if len(self._decoded) >= DECODED:
                self._decoded.clear()
            found = self._decoded[number] = Record.model_validate_json(self._rows[number])
        return found


@dataclass(frozen=True, slots=True)
class Index:
    """Numbers by the hash of a text: the numbers of all whose text may be this."""

    hashes: memoryview
    numbers: memoryview

    @staticmethod
    def pack(name: str, rows: Iterable[tuple[str, int]]) -> dict[str, bytes]:
        """The two sections of these rows."""
        pairs = sorted((hashed(text), number) for text, number in rows)
        return {
            f"{name}.hashes": ints(hash for hash, _ in pairs),
            f"{name}.numbers": ints((number for _, number in pairs), "I"),
        }

    @classmethod
    def of(cls, name: str, sections: Sections) -> Index:
        """The index that was packed under this name."""
        return cls(sections[f"{name}.hashes"].cast("Q"), sections[f"{name}.numbers"].cast("I"))

    def __getitem__(self, text: str) -> list[int]:
        return [self.numbers[spot] for spot in spots(self.hashes, hashed(text))]


@dataclass(frozen=True, slots=True)
class Tables:
    """A register's tables. `users` is how many records, the first ones, are the user's own."""

    records: Records
    names: Finder
    users: int
    problems: tuple[Problem, ...]
    ids: Index
    keys: Index
    spelt: Index

    @classmethod
    def of(cls, sections: Sections) -> Tables:
        """The tables in a packed file."""
        told = json.loads(bytes(sections["told"]))
        return cls(
            Records(Strings.of("records", sections)),
            Finder(sections),
            told["users"],
            tuple(Problem(**problem) for problem in told["problems"]),
            Index.of("by-id", sections),
            Index.of("by-key", sections),
            Index.of("by-spelling", sections),
        )


def tables_of(users: Iterable[Record], packaged: Iterable[Record], problems: Iterable[Problem]) -> dict[str, bytes]:
    """The sections of a register. A user's record stands for the packaged one with its id, the last of two for both."""
    kept: dict[str, int] = {}
    parents: dict[str, tuple[str, ...]] = {}
    rows: list[str] = []
    many = 0

    def namings() -> Iterator[Naming]:
        nonlocal many
        for own, records in ((True, users), (False, packaged)):
            for record in records:
                if record.id in kept:
                    continue
                kept[record.id] = len(rows)
                rows.append(record.model_dump_json(by_alias=True, exclude_defaults=True))
                if record.parents:
                    parents[record.id] = tuple(parent.id for parent in record.parents)
                many += own
                yield from record.namings

    keys, spelt = _Pairs(), _Pairs()
    sections = sections_of(_noted(namings(), keys, spelt))
    told = {"users": many, "problems": [_told(p) for p in (*problems, *_wrong_parents(parents, kept))]}
    return {
        "told": json.dumps(told).encode(),
        **Strings.pack("records", rows),
        **sections,
        **Index.pack("by-id", kept.items()),
        **keys.packed("by-key"),
        **spelt.packed("by-spelling"),
    }


class _Pairs:
    """Hashes and numbers, as they come."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, int]] = []

    def packed(self, name: str) -> dict[str, bytes]:
        self.rows.sort()
        hashes, numbers = array("Q"), array("I")
        for hash, number in self.rows:
            hashes.append(hash)
            numbers.append(number)
        return {f"{name}.hashes": hashes.tobytes(), f"{name}.numbers": numbers.tobytes()}


def _noted(namings: Iterable[Naming], keys: _Pairs, spelt: _Pairs) -> Iterator[Naming]:
    for number, naming in enumerate(namings):
        keys.rows.append((hashed(key(naming.name)), number))
        if naming.kind is Kind.GROUP and not naming.weak:
            spelt.rows.append((hashed(group_spelling(naming.name)), number))
        yield naming


def _told(problem: Problem) -> dict[str, str]:
    return {"address": problem.address, "code": problem.code, "message": problem.message, "hint": problem.hint}


def _wrong_parents(parents: dict[str, tuple[str, ...]], known: dict[str, int]) -> Iterator[Problem]:
    """Parents that nobody is, and bodies that stand above themselves; both are left as they are, and lead nowhere."""
    safe: set[str] = set()
    for actor, above in parents.items():
        for parent in above:
            if parent not in known:
                said = f"the parent {parent} is no record of the register"
                yield Problem(actor, "unknown-parent", said, "add the record, or take the parent out")
        seen: dict[str, None] = {}
        way = [actor]
        while way:
            one = way.pop()
            if one in safe or one in seen:
                continue
            seen[one] = None
            if actor in parents.get(one, ()):
                yield Problem(actor, "cycle", f"{actor} stands above itself, through {one}", "take one parent out")
                break
            way += parents.get(one, ())
        safe.update(seen)
