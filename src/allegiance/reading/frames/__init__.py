"""Frames: rules from clauses to claims, as data. Each has sentences that it must catch and must not catch.

A frame file is YAML: a list of frames, each

    id: join.verb                      # unique; stands in the reading as what gave the claim
    type: join                         # a claim type of the codebook
    form: verb                         # verb, noun, is, of or owns: the clauses it looks at
    lemmas: [join, defect, go over]    # their lemmas, with particle; for `is`, what the subject is said to be
    where: {obj: [allegiance, oath]}   # arguments that must be headed by one of these
    unless: {obj: [talks]}             # arguments that must not
    roles:                             # role (with ? where it may stay empty): paths to try in order, each with a kind
      actor: subj:actor
      to: obj:group to:group
      from?: from:group
    set: {manner: defected}            # attributes it gives
    catches: ["Idris Baro joined the Northern Front. => actor: Idris Baro; to: Northern Front"]
    spares: ["Idris Baro joined the talks."]

Each sentence of `catches` must give, through the whole reader, a claim by this very frame, with these names in these
roles; those of `spares` must give none by it. `verify` sees to it.

A path is an argument's function, and may go on into its modifiers: `obj/of`; `out_of` is the function `out of`;
`as/*` is wherever the body of a post may stand beside its noun (`head of X`, `X's head`, `head of recruitment in X`).
The kind `body` is a group, also where its people are meant (`Nokia fighters`). A word of a guard is a head noun, an
adjective of it, a class of the word lists (`<posts>`) or `*`, anything.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from allegiance.errors import BadFrame
from allegiance.model import TYPES, digest
from allegiance.yamls import loaded

KINDS = frozenset("actor person group body place any doer words role means target list head deed".split())


SETTINGS = frozenset(
    "struck seized violent dated awaited named-two struck-down marked-body bare-life ill bloody affirmed no-later "
    "strict moves weak doing command role manner manner-from list kind kind-noun kind-verb terror birth pair presence "
    "own said-by definite self proper parts held sentenced swap fallen means-from own-word "
    "certainty longer purpose phase pact plural leads charge passes named new whose armed ordered bidden beside "
    "umbrella".split()
)
"""What a frame may `set`: attributes, and the checks and turns of `refine`."""


class FrameFile(BaseModel):
    """One frame as it stands in a file."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(pattern=r"^[a-z]+(\.[a-z0-9-]+)+$")
    type: str
    form: str = Field("verb", pattern="^(verb|noun|is|of|owns)$")
    lemmas: list[str] = Field(min_length=1)
    where: dict[str, list[str]] = {}
    unless: dict[str, list[str]] = {}
    roles: dict[str, str]
    set: dict[str, str] = {}
    catches: list[str] = Field(min_length=1)
    spares: list[str] = Field(min_length=1)

    @field_validator("set")
    @classmethod
    def _known(cls, value: dict[str, str]) -> dict[str, str]:
        unknown = sorted(set(value) - SETTINGS)
        if unknown:
            raise ValueError(f"nothing is known by the name {unknown[0]!r}; known are {', '.join(sorted(SETTINGS))}")
        return value

    @field_validator("lemmas", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return [word.strip() for word in value.split(",")] if isinstance(value, str) else value

    @field_validator("where", "unless", mode="before")
    @classmethod
    def _split_all(cls, value: object) -> object:
        if isinstance(value, dict):
            return {k: [w.strip() for w in v.split(",")] if isinstance(v, str) else v for k, v in value.items()}
        return value


@dataclass(frozen=True, slots=True)
class Path_:
    """One way to a filler: functions to go down, and the kind that what stands there must be of."""

    steps: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class RoleRule:
    """How a frame fills a role."""

    role: str
    paths: tuple[Path_, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a frame must catch, and the names that the claim must have in these roles."""

    text: str
    roles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One rule, ready to be tried. `file` names where it stands."""

    id: str
    type: str
    form: str
    lemmas: frozenset[str]
    where: tuple[tuple[str, frozenset[str]], ...]
    unless: tuple[tuple[str, frozenset[str]], ...]
    roles: tuple[RoleRule, ...]
    set: tuple[tuple[str, str], ...]
    catches: tuple[Example, ...] = field(repr=False)
    spares: tuple[str, ...] = field(repr=False)
    file: str = field(default="", repr=False)

    def given(self, key: str) -> str:
        """The attribute that the frame sets, or `""`."""
        return next((value for name, value in self.set if name == key), "")


BODY_OF_A_POST = (
    "of poss nmod for to of/of of/poss with within inside in from for/of for/poss at noun of/nmod of/in in/of in/poss"
).split()
"""Where the body of a post may stand beside its noun, the surest first."""


def _rule(frame: str, role: str, text: str) -> RoleRule:
    paths: list[Path_] = []
    for part in text.split():
        steps, _, kind = part.rpartition(":")
        if not steps or kind not in KINDS:
            raise BadFrame(f"{frame}: role {role}: {part!r} is no path:kind", hint=f"kinds: {', '.join(sorted(KINDS))}")
        each = [steps[:-1] + inner for inner in BODY_OF_A_POST] if steps.endswith("/*") else [steps]
        paths.extend(Path_(tuple(step.replace("_", " ") for step in one.split("/")), kind) for one in each)
    return RoleRule(role.rstrip("?"), tuple(paths), role.endswith("?"))


def _guards(rows: dict[str, list[str]]) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((path.replace("_", " "), frozenset(words)) for path, words in rows.items())


def _example(frame: str, text: str, roles: Collection[str]) -> Example:
    """`TEXT => role: name; role: name`, taken to pieces."""
    sentence, arrow, right = text.partition(" => ")
    pairs = [tuple(part.strip() for part in pair.partition(":")[::2]) for pair in right.split(";")]
    wrong = [role for role, name in pairs if role not in roles or not name]
    if not arrow or wrong:
        raise BadFrame(
            f"{frame}: {text!r} is no example: "
            + (f"{wrong[0]!r} is none of its roles" if arrow else "it lacks ' => '"),
            hint="TEXT => role: name; role: name",
        )
    return Example(sentence.strip(), tuple((role, name) for role, name in pairs))


def _frame(row: FrameFile, where: str) -> Frame:
    kind = TYPES.get(row.type)
    if kind is None:
        raise BadFrame(f"{where}: {row.id}: there is no claim type {row.type!r}")
    rules = tuple(_rule(f"{where}: {row.id}", role, text) for role, text in row.roles.items())
    unknown = [r.role for r in rules if r.role not in kind.roles]
    if unknown:
        raise BadFrame(f"{where}: {row.id}: a {row.type} has no role {unknown[0]!r}")
    missing = [k for k in kind.keys if k not in {r.role for r in rules} and k not in kind.optional_keys]
    if missing:
        raise BadFrame(f"{where}: {row.id}: nothing fills the key role {missing[0]!r}")
    return Frame(
        row.id, row.type, row.form, frozenset(row.lemmas),
        _guards(row.where), _guards(row.unless),
        rules, tuple(row.set.items()),
        tuple(_example(f"{where}: {row.id}", c, kind.roles) for c in row.catches), tuple(row.spares), where,
    )  # fmt: skip


def parse_frames(text: str, where: str) -> list[Frame]:
    """The frames of one file's text. Raises BadFrame, naming the file and the frame."""
    try:
        rows = loaded(text)
    except yaml.YAMLError as error:
        raise BadFrame(f"{where}: no YAML: {error}") from error
    if not isinstance(rows, list):
        raise BadFrame(f"{where}: a frame file is a list of frames")
    out = []
    for row in rows:
        try:
            out.append(_frame(FrameFile.model_validate(row), where))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            name = row.get("id", "?") if isinstance(row, dict) else "?"
            raise BadFrame(f"{where}: {name}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    return out


@cache
def packaged() -> tuple[Frame, ...]:
    """The frames that come with the program, in the order of their files. Raises BadFrame."""
    out: list[Frame] = []
    for file in sorted(files(__package__).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml"):
            out.extend(parse_frames(file.read_text("utf-8"), file.name))
    return tuple(unique(out))


def load(paths: Sequence[Path]) -> list[Frame]:
    """Frames of the user's own files. Raises BadFrame."""
    return [frame for path in paths for frame in parse_frames(path.read_text("utf-8"), str(path))]


def unique(frames: Sequence[Frame]) -> list[Frame]:
    """`frames`, having made sure that no two share an id. Raises BadFrame."""
    seen: set[str] = set()
    for frame in frames:
        if frame.id in seen:
            raise BadFrame(f"two frames are called {frame.id}")
        seen.add(frame.id)
    return list(frames)


def fingerprint(frames: Sequence[Frame]) -> str:
    """A hash of what frames say, the same in every process."""
    told = [
        [
            f.id,
            f.type,
            f.form,
            sorted(f.lemmas),
            [[k, sorted(v)] for k, v in (*f.where, *f.unless)],
            repr(f.roles),
            list(f.set),
        ]
        for f in frames
    ]
    return digest(told)
