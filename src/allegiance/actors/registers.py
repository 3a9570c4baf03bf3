"""The register: curated actors with their names, the user's own before ours, compiled once and then only looked at.

Files are read when they change. What they give is packed into one file of the cache folder, under the digest of what it
was made from, and mapped from there: a register of a million names is there at once. A cache that cannot be written, or
is damaged, costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import TypeVar

from allegiance import __version__
from allegiance.actors.files import RegisterFile, files_under, records_of
from allegiance.actors.records import Record
from allegiance.actors.spelling import group_spelling
from allegiance.actors.tables import Records, Tables, tables_of
from allegiance.errors import AllegianceError, Problem
from allegiance.finder import Finder
from allegiance.model import Actor, Kind
from allegiance.names import key
from allegiance.packed import pack, unpack

DEFAULT = "allegiance.register"
"""The folder beside the ledger that holds the user's own register, where nothing else is said."""

KEPT = 4
"""Compiled registers that stay in the cache folder."""

ANSWERS_KEPT = 50_000
"""How many answers a register remembers."""

_MADE_BY = ("names.py", "finder.py", "packed.py", "actors/records.py", "actors/spelling.py", "actors/tables.py")


Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


def _remembered(answers: dict[Asked, Answer], asked: Asked, answer: Callable[[], Answer]) -> Answer:
    """What was answered before, else what is answered now: many reports ask for the same few names again and again."""
    if asked not in answers:
        if len(answers) >= ANSWERS_KEPT:
            answers.clear()
        answers[asked] = answer()
    return answers[asked]


@dataclass(frozen=True, slots=True)
class Register:
    """Known actors, looked up by id, by name, and in text. Build it with `load_register` or `register_of`.

    `digest` tells registers apart that were read from files: equal ones hold the same.
    """

    tables: Tables
    digest: str = ""
    _asked: dict[tuple[str, Kind], Record | None] = field(default_factory=dict, compare=False, repr=False)
    _found: dict[str, tuple[Actor, ...]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def records(self) -> Records:
        """Every record, the user's own first."""
        return self.tables.records

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the user's files."""
        return self.tables.problems

    def get(self, actor: str) -> Record | None:
        """The record with this id."""
        found = (self.records[number] for number in self.tables.ids[actor])
        return next((record for record in found if record.id == actor), None)

    def find(self, name: str) -> tuple[Actor, ...]:
        """Every actor that bears this name, by key: the user's own first, then those whose name it is for certain.

        Where none does, the groups that bear it in another spelling.
        """
        return _remembered(self._found, name, lambda: self._find(name))

    def _find(self, name: str) -> tuple[Actor, ...]:
        strong, weak = self._bearing(name)
        found = dict.fromkeys([*strong, *weak]) or dict.fromkeys(self._spelt(name))
        ordered = sorted(found, key=lambda number: number >= self.tables.users)
        return tuple(self.records[number].actor for number in ordered)

    def one(self, name: str, kind: Kind = Kind.UNKNOWN) -> Record | None:
        """The one actor of this kind whose name this is for certain, or None where there is none or are several.

        A user's record is preferred to a packaged one of the same name. A group is also known by another spelling of
        its name (`Tehreek-e-Taliban Pakistan`), where no other bears that.
        """
        return _remembered(self._asked, (name, kind), lambda: self._one(name, kind))

    def _one(self, name: str, kind: Kind) -> Record | None:
        strong, weak = self._bearing(name)
        found = self._only(strong, kind)
        if found is None and not strong and not weak:
            found = self._only(self._spelt(name), kind)
        return found

    def names(self) -> Finder:
        """Each name as written, its kind and its actor: what a reader looks for in a text."""
        return self.tables.names

    def related(self, one: str, other: str) -> bool:
        """Whether one of two groups is the other, or stands above it."""
        return other in self._line(one) or one in self._line(other)

    def _line(self, actor: str) -> list[str]:
        line = [actor]
        while (record := self.get(line[-1])) and record.parent and record.parent not in line:
            line.append(record.parent)
        return line

    def _bearing(self, name: str) -> tuple[list[int], list[int]]:
        """The numbers of the records that bear a name for certain, and of those that bear it weakly."""
        wanted = key(name)
        strong: dict[int, None] = {}
        weak: dict[int, None] = {}
        for number in self.tables.keys[wanted] if wanted else ():
            naming, record = self.tables.names.numbered(number)
            if key(naming.name) == wanted:
                (weak if naming.weak else strong).setdefault(record)
        return list(strong), [number for number in weak if number not in strong]

    def _spelt(self, name: str) -> list[int]:
        wanted = group_spelling(name)
        found: dict[int, None] = {}
        for number in self.tables.spelt[wanted] if wanted else ():
            naming, record = self.tables.names.numbered(number)
            if group_spelling(naming.name) == wanted:
                found.setdefault(record)
        return list(found)

    def _only(self, numbers: Sequence[int], kind: Kind) -> Record | None:
        fits = [(n, record) for n in numbers if _fits(kind, (record := self.records[n]).kind)]
        fits = [row for row in fits if row[0] < self.tables.users] or fits
        return fits[0][1] if len(fits) == 1 else None


def _fits(asked: Kind, has: str) -> bool:
    """Whether a record may be meant: a state acts under the name of its land, so a place may act as a group does."""
    return asked in (Kind.UNKNOWN, has) or (asked is Kind.GROUP and has == "place")


def register_of(packaged: Iterable[Record], users: Iterable[Record] = (), problems: Sequence[Problem] = ()) -> Register:
    """A register of these records, in memory. A user's record replaces the packaged one with its id, and the last of
    two with one id both.
    """
    last = {record.id: record for record in packaged}
    theirs = {record.id: record for record in users}
    return _mapped(b"".join(pack(tables_of(theirs.values(), last.values(), problems))))


def _mapped(data: bytes | mmap.mmap, digest: str = "") -> Register:
    return Register(Tables.of(unpack(memoryview(data))), digest)


def register_paths(given: Sequence[str] = ()) -> tuple[Path, ...]:
    """The user's own register: these files and folders, else $ALLEGIANCE_REGISTER, else ./allegiance.register if there.

    Several in the variable are parted as in PATH. The first is that to which imports go.
    """
    told = list(given) or [part for part in os.environ.get("ALLEGIANCE_REGISTER", "").split(os.pathsep) if part]
    if told:
        return tuple(Path(part) for part in told)
    return (Path(DEFAULT),) if Path(DEFAULT).is_dir() else ()


def register_folder() -> Path:
    """The folder to which imports go: the first that $ALLEGIANCE_REGISTER names, else ./allegiance.register.

    Raises AllegianceError where the variable names a file.
    """
    first = next(iter(register_paths()), Path(DEFAULT))
    if first.is_file():
        hint = "let $ALLEGIANCE_REGISTER name a folder first"
        raise AllegianceError(f"{first} is a file, and imports go to a folder", hint=hint)
    return first


def own_register() -> Register:
    """The packaged register with the user's own over it, if there is one (see `register_paths`)."""
    return load_register(register_paths())


def load_register(users: Sequence[Path] = ()) -> Register:
    """The packaged register with the user's files over it. What is wrong in a user's file stands in `problems`.

    Of two user's records with one id the later stands. Raises AllegianceError where a packaged file is broken.
    """
    theirs: list[RegisterFile] = []
    wrong: list[Problem] = []
    for path in chain.from_iterable(map(files_under, users)):
        try:
            theirs.append(RegisterFile(path.read_bytes(), str(path)))
        except OSError as error:
            wrong.append(Problem(str(path), "unreadable", f"cannot be read: {error.strerror or error}"))
    return _cached(_packaged(), theirs, wrong)


def _packaged() -> list[RegisterFile]:
    folder = resources.files(__package__).joinpath("register")
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return [RegisterFile(entry.read_bytes(), entry.name) for entry in entries if entry.name.endswith(".yaml")]


def _cached(ours: list[RegisterFile], theirs: list[RegisterFile], wrong: list[Problem]) -> Register:
    folder = cache_folder()
    digest = _digest(ours, theirs, wrong)
    kept = folder / f"register-{digest}.bin" if folder else None
    with contextlib.suppress(OSError, ValueError, KeyError):
        if kept:
            with kept.open("rb") as file:
                return _mapped(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), digest)
    made = list(pack(tables_of(_theirs(theirs, wrong), _ours(ours), wrong)))
    if kept:
        with contextlib.suppress(OSError):
            _write(kept, made)
            with kept.open("rb") as file:
                return _mapped(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), digest)
    return _mapped(b"".join(made), digest)


def _theirs(files: Sequence[RegisterFile], wrong: list[Problem]) -> Iterator[Record]:
    """The user's records, the last of those with one id first."""
    for file in reversed(files):
        found = list(records_of(file))
        wrong += [item for item in found if isinstance(item, Problem)]
        yield from (item for item in reversed(found) if isinstance(item, Record))


def _ours(files: Sequence[RegisterFile]) -> Iterator[Record]:
    for file in files:
        for item in records_of(file):
            if isinstance(item, Problem):
                raise AllegianceError(f"the packaged register is broken: {item}")
            yield item


def _digest(ours: Sequence[RegisterFile], theirs: Sequence[RegisterFile], wrong: Sequence[Problem]) -> str:
    """A digest of all that a compiled register depends on, the code that makes it included."""
    told = blake2b(digest_size=12)
    told.update(__version__.encode())
    code = resources.files("allegiance")
    for name in _MADE_BY:
        with contextlib.suppress(OSError):
            told.update(code.joinpath(name).read_bytes())
    for part in (ours, theirs):
        told.update(len(part).to_bytes(4, "little"))
        for file in part:
            told.update(f"{file.address}\n{len(file.data)}\n".encode())
            told.update(file.data)
    told.update(repr(wrong).encode())
    return told.hexdigest()


def cache_folder() -> Path | None:
    """Where compiled registers are kept: $ALLEGIANCE_CACHE, else the system's folder for such; None without either."""
    given = os.environ.get("ALLEGIANCE_CACHE", "")
    try:
        if given:
            return Path(given)
        if sys.platform == "win32":
            return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "allegiance"
        if sys.platform == "darwin":
            return Path.home() / "Library/Caches/allegiance"
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "allegiance"
    except RuntimeError:  # Somebody without a home.
        return None


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a whole file or none, and let the oldest go where there are too many."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix="making-", delete=False) as file:
        try:
            for piece in pieces:
                file.write(piece)
            file.close()
            Path(file.name).replace(path)
        except BaseException:
            file.close()
            Path(file.name).unlink(missing_ok=True)
            raise
    old = sorted(path.parent.glob("register-*.bin"), key=lambda p: p.stat().st_mtime, reverse=True)[KEPT:]
    for gone in old:
        with contextlib.suppress(OSError):
            gone.unlink()
