"""Annotated passages as they stand in files: a sentence a line, and under it the claims that it makes.

    @ wire, Niger, 2021-05-03
    Moussa Tafa, a former logistics chief of the Salt Movement, crossed over to the Desert Guard in March.
    = post | person: Moussa Tafa | group: Salt Movement | role: logistics chief | phase: former
    = join | actor: Moussa Tafa | to: Desert Guard | from: Salt Movement

A role holds words of its sentence; `#2` behind them means their second occurrence, and `^Name` somebody whom the
sentence does not speak of. `the group => Salt Movement` says besides whom the words mean, where they are no name.
`python -m teaching.passages FILE…` says what is wrong with files.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from allegiance.model import TYPES, Certainty

FOLDER = Path(__file__).parent / "passages"


@dataclass(frozen=True, slots=True)
class Filled:
    """The words that fill a role, and where in the passage each of their occurrences begins (none of `^Name`).

    `meant` is the name of whom they mean, where they are no name and the passage says so.
    """

    role: str
    words: str
    places: tuple[int, ...]
    which: int = 0
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that a sentence makes: the sentence's bounds in the passage, and what fills the claim's roles."""

    type: str
    fills: tuple[Filled, ...]
    former: bool
    certainty: Certainty
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: where it stands, its text, and what it tells."""

    name: str
    text: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line."""

    place: str
    said: str

    def __str__(self) -> str:
        return f"{self.place}: {self.said}"


def read(path: Path) -> Iterator[Passage | Fault]:
    """The passages of a file, and what is wrong with it."""
    for number, block in enumerate(re.split(r"^@.*$", path.read_text(encoding="utf-8"), flags=re.M)[1:]):
        name = f"{path.stem}#{number}"
        text, told, at = "", list[Told](), 0
        for line in filter(None, map(str.strip, block.splitlines())):
            if not line.startswith("="):
                at = len(text)
                text += line + " "
                continue
            found = _claim(line[1:], text[at:-1], at)
            if isinstance(found, str):
                yield Fault(name, found)
            else:
                told.append(found)
        meant = {fill.meant for one in told for fill in one.fills if fill.meant not in text}
        yield from (Fault(name, f"{one!r} does not stand in the passage") for one in sorted(meant))
        yield Passage(name, text.rstrip(), tuple(told))


def _claim(line: str, sentence: str, at: int) -> Told | str:
    parts = [part.strip() for part in line.split("|")]
    if parts[0] not in TYPES:
        return f"there is no claim type {parts[0]!r}"
    fills, former, certainty = list[Filled](), False, Certainty.STATED
    for part in parts[1:]:
        role, _, words = (piece.strip() for piece in part.partition(":"))
        if role == "phase":
            former = words == "former"
        elif role == "certainty":
            certainty = Certainty(words)
        elif role not in TYPES[parts[0]].roles:
            return f"a {parts[0]} has no role {role!r}"
        elif words.startswith("^"):
            fills.append(Filled(role, words[1:], ()))
        else:
            words, _, meant = (piece.strip() for piece in words.partition("=>"))
            which = re.search(r"#(\d)$", words)
            words = re.sub(r"#\d$", "", words)
            places = [m.start() + at for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", sentence)]
            if not places and words not in sentence:
                return f"{role}: {words!r} does not stand in its sentence"
            fills.append(Filled(role, words, tuple(places), int(which[1]) if which else 0, meant.removeprefix("^")))
    return Told(parts[0], tuple(fills), former, certainty, at, at + len(sentence))


def all_of(paths: Sequence[Path]) -> list[Passage]:
    """The passages of these files, those with faults in them too."""
    return [one for path in paths for one in read(path) if isinstance(one, Passage)]


if __name__ == "__main__":
    for file in sys.argv[1:]:
        for item in read(Path(file)):
            if isinstance(item, Fault):
                print(item)
