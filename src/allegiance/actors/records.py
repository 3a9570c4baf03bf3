"""The register: curated actors with their names, read from YAML files, the user's own before ours.

A file is a list of records. A record without a source does not load: `name: …` is a statement about the world, and
somebody must have made it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from allegiance.actors.spelling import group_spelling
from allegiance.errors import AllegianceError, Problem
from allegiance.model import Actor, Kind
from allegiance.names import key

MAX_BYTES = 16 * 1024 * 1024
"""A register file larger than this is refused."""

MAX_NAMES = 500_000
"""A register file with more names than this is refused."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]{1,79}$")]


class Record(BaseModel):
    """One actor of a register file.

    `names` and `former_names` join: who is called so is this actor. `weak_names` are found but join nobody, for they
    are too common, or other bodies bear them too. `parent` is the id of the group to which a group or person belongs.
    `qid` is a Wikidata id, `un` the permanent reference of the UN Security Council's list. `sources` say where each of
    this stands.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Id
    kind: Literal["person", "group", "place"]
    name: Text
    names: tuple[Text, ...] = ()
    former_names: tuple[Text, ...] = ()
    weak_names: tuple[Text, ...] = ()
    parent: str = ""
    country: str = ""
    qid: Annotated[str, StringConstraints(pattern=r"^(Q[1-9]\d*)?$")] = ""
    un: str = ""
    sources: Annotated[tuple[Text, ...], Field(min_length=1)]

    @property
    def actor(self) -> Actor:
        """The record as an actor. Other names run: current, former, weak."""
        others = dict.fromkeys((*self.names, *self.former_names, *self.weak_names))
        others.pop(self.name, None)
        return Actor(self.id, Kind(self.kind), self.name, tuple(others))


@dataclass(frozen=True, slots=True)
class Register:
    """Known actors by id and by the key of each name. Build it with `load_register` or `register_of`."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...] = ()
    _by_id: dict[str, Record] = field(default_factory=dict, repr=False)
    _strong: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    _weak: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    _spelt: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    _users: frozenset[str] = frozenset()

    def get(self, actor: str) -> Record | None:
        """The record with this id."""
        return self._by_id.get(actor)

    def find(self, name: str) -> tuple[Actor, ...]:
        """Every actor that bears this name, by key: the user's own first, then those whose name it is for certain.

        Where none does, the groups that bear it in another spelling.
        """
        wanted = key(name)
        found = dict.fromkeys(self._strong.get(wanted, ()) + self._weak.get(wanted, ()))
        ids = sorted(found or self._spelt.get(group_spelling(name), ()), key=lambda actor: actor not in self._users)
        return tuple(self._by_id[actor].actor for actor in ids)

    def one(self, name: str, kind: Kind = Kind.UNKNOWN) -> Record | None:
        """The one actor of this kind whose name this is for certain, or None where there is none or are several.

        A user's record is preferred to a packaged one of the same name. A group is also known by another spelling of
        its name (`Tehreek-e-Taliban Pakistan`), where no other bears that.
        """
        found = self._only(self._strong.get(key(name), ()), kind)
        if found is None and key(name) not in self._strong and key(name) not in self._weak:
            found = self._only(self._spelt.get(group_spelling(name), ()), kind)
        return found

    def _only(self, ids: tuple[str, ...], kind: Kind) -> Record | None:
        fits = [i for i in ids if _fits(kind, self._by_id[i].kind)]
        fits = [i for i in fits if i in self._users] or fits
        return self._by_id[fits[0]] if len(fits) == 1 else None

    def names(self) -> Iterator[tuple[str, Kind, str]]:
        """Each name as written, its kind and its actor's id: what a reader looks for in a text."""
        for record in self.records:
            actor = record.actor
            for name in (actor.name, *actor.other_names):
                yield name, actor.kind, record.id

    def related(self, one: str, other: str) -> bool:
        """Whether one of two groups is the other, or stands above it."""
        return other in self._line(one) or one in self._line(other)

    def _line(self, actor: str) -> list[str]:
        line = [actor]
        while (record := self._by_id.get(line[-1])) and record.parent and record.parent not in line:
            line.append(record.parent)
        return line


def register_of(packaged: Iterable[Record], users: Iterable[Record] = (), problems: Sequence[Problem] = ()) -> Register:
    """A register of these records. A user's record replaces the packaged one with its id; a later one an earlier."""
    theirs = {record.id: record for record in users}
    by_id = {record.id: record for record in packaged} | theirs
    strong: dict[str, list[str]] = {}
    weak: dict[str, list[str]] = {}
    spelt: dict[str, list[str]] = {}
    for record in by_id.values():
        for name in (record.name, *record.names, *record.former_names):
            strong.setdefault(key(name), []).append(record.id)
            if record.kind == "group":
                spelt.setdefault(group_spelling(name), []).append(record.id)
        for name in record.weak_names:
            weak.setdefault(key(name), []).append(record.id)
    return Register(
        records=tuple(by_id.values()),
        problems=tuple(problems),
        _by_id=by_id,
        _strong=_index(strong),
        _weak=_index(weak),
        _spelt=_index(spelt),
        _users=frozenset(theirs),
    )


def _fits(asked: Kind, has: str) -> bool:
    """Whether a record may be meant: a state acts under the name of its land, so a place may act as a group does."""
    return asked in (Kind.UNKNOWN, has) or (asked is Kind.GROUP and has == "place")


def _index(ids: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(dict.fromkeys(actors)) for name, actors in ids.items() if name}


def load_register(user_files: Sequence[Path] = ()) -> Register:
    """The packaged register with the user's files over it. What is wrong in a user's file stands in `problems`.

    Raises AllegianceError where a packaged file is broken.
    """
    ours: list[Record] = []
    for entry in sorted(resources.files(__package__).joinpath("register").iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".yaml"):
            records, problems = read_records(entry.read_bytes(), entry.name)
            if problems:
                raise AllegianceError(f"the packaged register is broken: {problems[0]}")
            ours += records
    theirs: list[Record] = []
    wrong: list[Problem] = []
    for path in user_files:
        records, problems = _read_file(path)
        theirs += records
        wrong += problems
    return register_of(ours, theirs, wrong)


def _read_file(path: Path) -> tuple[list[Record], list[Problem]]:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return [], [Problem(str(path), "unreadable", f"cannot be read: {error.strerror or error}")]
    return read_records(data, str(path))


def read_records(data: bytes, address: str) -> tuple[list[Record], list[Problem]]:
    """The records of one register file, and a problem for each that does not load; the others still do."""
    if len(data) > MAX_BYTES:
        hint = "split it into several files"
        return [], [Problem(address, "too-large", f"larger than {MAX_BYTES // 1024 // 1024} MiB", hint)]
    try:
        rows = yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{address}:{mark.line + 1}" if mark else address
        return [], [Problem(where, "not-yaml", f"is no YAML: {getattr(error, 'problem', None) or error}")]
    if not isinstance(rows, list):
        return [], [Problem(address, "not-a-register", "is no list of records", "begin each record with `- id: …`")]
    return _check(rows, address)


def _check(rows: list[object], address: str) -> tuple[list[Record], list[Problem]]:
    records: list[Record] = []
    problems: list[Problem] = []
    names = 0
    for number, row in enumerate(rows, 1):
        where = f"{address}, record {number}"
        if names > MAX_NAMES or len(problems) > 100:
            problems.append(Problem(where, "gave-up", "too many names or problems: the rest was not read"))
            break
        try:
            record = Record.model_validate(row)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            place = ".".join(str(part) for part in first["loc"]) or "the record"
            hint = "say where the fact stands" if place == "sources" else ""
            problems.append(Problem(where, "bad-record", f"{place}: {first['msg']}", hint))
            continue
        names += 1 + len(record.names) + len(record.former_names) + len(record.weak_names)
        records.append(record)
    return records, problems
