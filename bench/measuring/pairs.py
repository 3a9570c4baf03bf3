"""Pairs of names with the truth: from the UN list, and from a list of Arabic words in Latin letters.

Positives are names of one person; negatives the hardest there are: for each name, those of other persons of the list
that look most like it. Every second person, chosen by the hash of his id, is kept out of what was tuned on.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from rapidfuzz import fuzz, process, utils

NEAREST = 2
"""How many of the names of others that are nearest to a name are held against it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names under a schema, whether they are one's, and whether the pair was kept out of the tuning."""

    schema: str
    name1: str
    name2: str
    same: bool
    held_out: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of the list: its names in Latin letters, the first one its main name, and those in its own script."""

    id: str
    names: tuple[str, ...]
    original: tuple[str, ...] = ()


def held_out(id: str) -> bool:
    """Whether this one is kept out of the tuning."""
    return hashlib.sha256(id.encode()).digest()[0] % 2 == 1


def un_persons(path: Path) -> list[Listed]:
    """The persons of the UN list with their names of good quality."""
    return [_listed(entry, "INDIVIDUAL", {"Good"}) for entry in ElementTree.parse(path).getroot().iter("INDIVIDUAL")]


def un_groups(path: Path) -> list[Listed]:
    """The groups and companies of the UN list with their names."""
    return [_listed(entry, "ENTITY", {"a.k.a."}) for entry in ElementTree.parse(path).getroot().iter("ENTITY")]


def _listed(entry: ElementTree.Element, tag: str, qualities: set[str]) -> Listed:
    parts = [entry.findtext(f"{which}_NAME") or "" for which in ("FIRST", "SECOND", "THIRD", "FOURTH")]
    names = [" ".join(" ".join(parts).split())]
    for alias in entry.iter(f"{tag}_ALIAS"):
        if (alias.findtext("QUALITY") or "") in qualities:
            names += [" ".join(name.split()) for name in (alias.findtext("ALIAS_NAME") or "").split(";")]
    original = re.split(r"\s*[;()،]\s*", entry.findtext("NAME_ORIGINAL_SCRIPT") or "")
    kept = tuple(dict.fromkeys(name for name in names if _is_latin(name)))
    return Listed(entry.findtext("DATAID") or "", kept, tuple(n.strip() for n in original if _is_other(n)))


def _is_latin(name: str) -> bool:
    return any(c.isalpha() for c in name) and not any(c.isalpha() and ord(c) > 0x24F for c in name)


def _is_other(name: str) -> bool:
    return bool(name.strip()) and not any("a" <= c.casefold() <= "z" for c in name) and any(c.isalpha() for c in name)


def alias_pairs(schema: str, entries: Sequence[Listed]) -> Iterator[Pair]:
    """The main name of each entry with its other names; and with the nearest names of other entries."""
    flat = [(name, entry.id) for entry in entries for name in entry.names]
    for entry in entries:
        if not entry.names:
            continue
        main, *others = entry.names
        apart = held_out(entry.id)
        yield from (Pair(schema, main, other, True, apart) for other in others)
        wrong = [(name, id) for name, id in flat if id != entry.id and name not in entry.names]
        yield from (Pair(schema, main, name, False, apart) for name in _nearest(main, wrong))


def script_pairs(schema: str, entries: Sequence[Listed]) -> Iterator[Pair]:
    """The names of each entry in its own script with its main name; and with the main names nearest to that."""
    mains = [(entry.names[0], entry.id) for entry in entries if entry.names]
    for entry in entries:
        if not entry.names or not entry.original:
            continue
        apart = held_out(entry.id)
        wrong = [(name, id) for name, id in mains if id != entry.id and name not in entry.names]
        near = _nearest(entry.names[0], wrong)
        for original in entry.original[:1]:
            yield Pair(schema, original, entry.names[0], True, apart)
            yield from (Pair(schema, original, name, False, apart) for name in near)


def _nearest(name: str, others: Sequence[tuple[str, str]]) -> list[str]:
    """The names nearest to this one by their sorted words, one an entry."""
    found: dict[str, str] = {}
    choices = [other for other, _ in others]
    for choice, _, at in process.extract(
        name, choices, scorer=fuzz.token_sort_ratio, processor=utils.default_process, limit=20
    ):
        found.setdefault(others[at][1], choice)
    return list(found.values())[:NEAREST]


def word_pairs(path: Path, every: int = 8) -> Iterator[Pair]:
    """Arabic words with their Latin spellings, and with the spelling of another word that is nearest to it."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
    latin: dict[str, set[str]] = {}
    arabic: dict[str, set[str]] = {}
    for left, right, *_ in rows:
        latin.setdefault(left, set()).add(right)
        arabic.setdefault(right, set()).add(left)
    spellings = sorted(arabic)
    for left, right in _some(((row[0], row[1]) for row in rows), every):
        near = process.extract(right, spellings, scorer=fuzz.ratio, limit=12)
        wrong = next((word for word, _, _ in near if word not in latin[left] and word != right), "")
        yield Pair("Person", left, right, True, held_out(left))
        if wrong:
            yield Pair("Person", left, wrong, False, held_out(left))


def _some(rows: Iterable[tuple[str, str]], every: int) -> Iterator[tuple[str, str]]:
    return (row for row in rows if int.from_bytes(hashlib.sha256("\t".join(row).encode()).digest()[1:3]) % every == 0)


@dataclass(frozen=True, slots=True)
class PairSet:
    """Pairs of one making. Where they are of `single` names, none is ever called the same."""

    title: str
    what: str
    pairs: tuple[Pair, ...]
    single: bool = False


def load(shared: Path) -> tuple[list[PairSet], list[str]]:
    """The sets that are there, and the names of the data that is not."""
    sets: list[PairSet] = []
    absent: list[str] = []
    un, words = shared / "data/un/UN_consolidated.xml", shared / "data/names/ar2en.txt"
    if un.is_file():
        persons, groups = un_persons(un), un_groups(un)
        aliases = "the UN list's main name of each with its other names"
        sets += [
            PairSet("persons' aliases", f"{aliases} of good quality", tuple(alias_pairs("Person", persons))),
            PairSet(
                "persons, two scripts",
                "the UN list's name of each in its own script (mostly Arabic) with its main name in Latin letters",
                tuple(script_pairs("Person", persons)),
            ),
            PairSet("groups' aliases", aliases, tuple(alias_pairs("Organization", groups))),
        ]
    else:
        absent.append("the UN list (`../shared/data/un`)")
    if words.is_file():
        what = (
            "single names in Arabic letters with their spellings in Latin ones (`../shared/data/names`, one in eight)"
        )
        sets.append(PairSet("Arabic words", what, tuple(word_pairs(words)), single=True))
    else:
        absent.append("Arabic words in Latin letters (`../shared/data/names`)")
    return sets, absent
