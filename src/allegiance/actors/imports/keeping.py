"""Imported records become a register file of the user's own, whole or not at all; the same again changes nothing.

An actor that the packaged register knows, by id or by an outside one, keeps its record: what the file says beside it
is added. So an import makes nobody two.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from allegiance.actors.files import as_lines
from allegiance.actors.imports.recognise import Import
from allegiance.actors.records import Name, Record
from allegiance.actors.registers import Register
from allegiance.errors import AllegianceError, Problem
from allegiance.model import Kind

MAX_TOLD = 100
"""Problems of one file that are told one by one."""

SPOILS = frozenset({"broken-list"})
"""Problems after which nothing of a file is taken, for what is missing cannot be told."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was taken from a file: how many records it holds, how many say more than was known, how many are new now."""

    path: str
    format: str
    records: int
    telling: int
    new: int
    into: str


@dataclass(slots=True)
class _Known:
    """The packaged actors by the ids that others give them."""

    register: Register
    outside: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for record in self.register.records:
            for pair in _ids(record):
                self.outside.setdefault(pair, record.id)

    def of(self, record: Record) -> Record | None:
        found = self.register.get(record.id)
        ids = (self.outside[pair] for pair in _ids(record) if pair in self.outside)
        return found or self.register.get(next(ids, ""))

    def parted(self, record: Record, own: Record) -> Record:
        """A record in which a name that the packaged register keeps for another body joins nobody."""
        others = {
            name
            for name in (record.name, *(n.name for n in (*record.names, *record.former_names)))
            if (bearer := self.register.one(name, Kind(record.kind))) and bearer.id != own.id
        }
        if not others:
            return record
        rows = (Name(name=record.name), *record.names, *record.former_names)
        return record.model_copy(
            update={
                "name": own.name if record.name in others else record.name,
                "names": tuple(name for name in record.names if name.name not in others),
                "former_names": tuple(name for name in record.former_names if name.name not in others),
                "weak_names": (*record.weak_names, *(name for name in rows if name.name in others)),
            }
        )

    def own(self, id: str) -> str:
        """An id by which the register knows an actor, for one that others give."""
        return self.outside.get(("qid", id), id)


def _ids(record: Record) -> list[tuple[str, str]]:
    pairs = [("qid", record.qid), ("un", record.un), *record.ids.items()]
    return [(giver, id) for giver, id in pairs if id]


def keep(taken: Import, folder: Path, packaged: Register) -> Iterator[Kept | Problem]:
    """Write what a file holds into the folder of the user's register, under the file's name.

    Raises AllegianceError where the folder cannot be written.
    """
    target = folder / f"{_plain(taken.path.stem)}.jsonl"
    if taken.path.resolve().parent == folder.resolve():
        yield Problem(str(taken.path), "there-already", "is a file of the register already")
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        before = set(target.read_text(encoding="utf-8").splitlines()) if target.exists() else set()
        with tempfile.NamedTemporaryFile("w", dir=folder, prefix="making-", delete=False, encoding="utf-8") as file:
            made = Path(file.name)
            try:
                count = yield from _written(taken, _Known(packaged), file.write, before)
            except BaseException:
                file.close()
                made.unlink(missing_ok=True)
                raise
        if count is None:
            made.unlink()
        else:
            made.replace(target)
            records, telling, new = count
            yield Kept(str(taken.path), taken.format, records, telling, new, str(target))
    except OSError as error:
        hint = "say in $ALLEGIANCE_REGISTER where your register is to be"
        raise AllegianceError(f"{folder} cannot be written: {error.strerror or error}", hint=hint) from error


def _written(
    taken: Import, known: _Known, write: Callable[[str], object], before: set[str]
) -> Generator[Problem, None, tuple[int, int, int] | None]:
    """Write the records; gives how many there were, how many say more than was known, how many were not there before.

    None where the file is spoilt.
    """
    seen: set[str] = set()
    problems = telling = new = 0
    for item in taken.records():
        if isinstance(item, Problem):
            problems += 1
            if problems <= MAX_TOLD or item.code in SPOILS:
                yield item
            if item.code in SPOILS:
                return None
            continue
        if item.id in seen:
            problems += 1
            if problems <= MAX_TOLD:
                yield Problem(str(taken.path), "twice", f"{item.id} stands in the file twice: the first is kept")
            continue
        seen.add(item.id)
        record = _placed(item, known)
        if record is None:
            continue
        (line,) = as_lines([record])
        telling += 1
        new += line.rstrip("\n") not in before
        write(line)
    if problems > MAX_TOLD:
        yield Problem(str(taken.path), "more", f"{problems - MAX_TOLD:,} more problems")
    return len(seen), telling, new


def _placed(record: Record, known: _Known) -> Record | None:
    """A record as it goes into the register: with that of the same actor, or None where that says it all."""
    parents = tuple(parent.model_copy(update={"id": known.own(parent.id)}) for parent in record.parents)
    record = record.model_copy(update={"parents": parents})
    packaged = known.of(record)
    if packaged is None:
        return record
    joined = both(packaged, known.parted(record, packaged))
    return None if joined == packaged else joined


def both(one: Record, other: Record) -> Record:
    """The record of an actor with what another says beside it; where they differ, the first stands."""
    have = {name.casefold() for name in (*one.strong, *one.weak)}
    source = other.sources[0]

    def more(names: tuple[Name, ...]) -> tuple[Name, ...]:
        fresh = [name for name in names if not (name.name.casefold() in have or have.add(name.name.casefold()))]  # type: ignore[func-returns-value]
        return tuple(name.model_copy(update={"source": name.source or source}) for name in fresh)

    names = more((Name(name=other.name), *other.names))
    former, weak = more(other.former_names), more(other.weak_names)
    known = {parent.id for parent in one.parents}
    parents = () if one.parents else tuple(parent for parent in other.parents if parent.id not in known)
    ids = {**other.ids, **one.ids}
    others = (ids != one.ids, other.qid and not one.qid, other.un and not one.un)
    if not (names or former or weak or parents or any(others)):
        return one
    return one.model_copy(
        update={
            "names": (*one.names, *names),
            "former_names": (*one.former_names, *former),
            "weak_names": (*one.weak_names, *weak),
            "parents": (*one.parents, *parents),
            "ids": ids,
            "qid": one.qid or other.qid,
            "un": one.un or other.un,
            "sources": tuple(dict.fromkeys((*one.sources, *other.sources))),
        }
    )


def _plain(stem: str) -> str:
    return re.sub(r"[^\w.-]+", "-", stem).strip("-.") or "imported"
