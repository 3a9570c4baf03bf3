"""What a new report or judgement touches: the uses of names that must be resolved anew, and with what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from allegiance.actors.known import Known
from allegiance.actors.meetings import Telling, anchor_key, digests, person_key
from allegiance.actors.people import are_spellings
from allegiance.model import Judgement


class Tellings(Protocol):
    """What is kept of the documents of a ledger: found by what names can meet by."""

    def meeting(self, keys: Collection[int]) -> Iterable[Telling]:
        """Every telling with one of these keys."""
        ...

    def using(self, ids: Collection[str]) -> Iterable[Telling]:
        """Every telling in which a use has one of these ids."""
        ...

    def spelt(self, blocks: Collection[int]) -> Iterable[tuple[int, str]]:
        """Every name that stands in one of these blocks, with the block."""
        ...


@dataclass(frozen=True, slots=True)
class Touched:
    """What to resolve together, and the ids of those uses whose actor may be another than before.

    `beside` tells of the new names of groups, and is not resolved with the rest.
    """

    known: tuple[Known, ...]
    ids: frozenset[str]
    beside: tuple[Known, ...] = ()


def touched(
    start: Iterable[Telling],
    before: Iterable[Telling],
    subjects: Iterable[str],
    judgements: Sequence[Judgement],
    tellings: Tellings,
) -> Touched:
    """What is touched by new tellings (`start`), by those that stood in their place `before`, and by the subjects of
    judgements.

    `judgements` are all that were ever made. To join what is given, with all judgements, gives to each touched use the
    actor that to resolve everything would give it.
    """
    new, old = list(start), list(before)
    keys = {key for told in old for key in told.keys} | _renamed_anew(new, old, tellings)
    same, apart = _companions(judgements, "same"), _companions(judgements, "different", "unsure")
    search = _Search(tellings, same, apart, keys, set(subjects))
    search.spelt |= {pair for told in old for pair in told.spellings}
    for each in new:
        search.reach(each)
    search.run()
    found = {(each.document, each.part): each for each in search.reached.values()}
    # Who was judged to be a known actor may have made one of two of these: whoever is either needs that to be seen.
    judged = {subject for judgement in judgements if judgement.act == "same" for subject in judgement.subjects}
    beside = {(each.document, each.part): each for each in tellings.using(sorted(judged))} if judged else {}
    every = (known for each in (beside | found).values() for known in each.known)
    asked = sorted({key for each in (beside | found).values() for key in each.asks})
    named = {(each.document, each.part): each for each in tellings.meeting(asked)} if asked else {}
    told = tuple(known for each in named.values() for known in each.known)
    return Touched(tuple(every), frozenset(known.id for each in found.values() for known in each.known), told)


def _renamed_anew(new: Sequence[Telling], old: Sequence[Telling], tellings: Tellings) -> set[int]:
    """The keys of who stands with a group of whose new name only these tell, and no longer or not before."""
    stated, before = ({told for each in some for told in each.renamings} for some in (new, old))
    documents = {each.document for each in new} | {each.document for each in old}
    keys: set[int] = set()
    for pair, *sides in stated ^ before:
        if all(each.document in documents for each in tellings.meeting([pair])):
            keys.update(sides)
    return keys


def _companions(judgements: Iterable[Judgement], *acts: str) -> Mapping[str, frozenset[str]]:
    """By the subject of such judgements, whether or not they are undone, all subjects of those that name it."""
    beside: dict[str, set[str]] = defaultdict(set)
    for judgement in judgements:
        if judgement.act in acts:
            for subject in judgement.subjects:
                beside[subject].update(judgement.subjects)
    return {subject: frozenset(others) for subject, others in beside.items()}


@dataclass(slots=True)
class _Search:
    """A search that goes from use to use by whatever can join them, until it finds nothing new.

    What waits to be followed: `keys`, `ids` of uses, and blocks with the names that stand in them (`spelt`); and those
    `beside` that were judged to be different (`apart`), of whom one may get what another would, a record's name say.
    """

    tellings: Tellings
    judged: Mapping[str, frozenset[str]]
    apart: Mapping[str, frozenset[str]]
    keys: set[int]
    ids: set[str]
    beside: set[str] = field(default_factory=set)
    reached: dict[tuple[str, int], Telling] = field(default_factory=dict)
    spelt: set[tuple[int, str]] = field(default_factory=set)
    _followed: set[int] = field(default_factory=set)
    _asked: set[str] = field(default_factory=set)
    _compared: set[tuple[int, str]] = field(default_factory=set)

    def run(self) -> None:
        """Follow everything that waits, and what that leads to."""
        while True:
            if new := self.keys - self._followed:
                self._followed |= new
                for each in self.tellings.meeting(sorted(new)):
                    self.reach(each)
            elif asked := self.ids - self._asked:
                self._follow_ids(asked)
            elif told := self.beside - self._asked:
                self._asked |= told
                for each in self.tellings.using(sorted(told)):
                    self.reach(each)
            elif compared := self.spelt - self._compared:
                self._follow_spellings(compared)
            else:
                return

    def reach(self, telling: Telling) -> None:
        """Touch the names of a telling, and let what they lead to wait."""
        if (telling.document, telling.part) in self.reached:
            return
        self.reached[telling.document, telling.part] = telling
        self.keys |= telling.keys
        self.spelt |= telling.spellings
        for each in telling.known:
            self.ids |= self.judged.get(each.id, frozenset())
            self.beside |= self.apart.get(each.id, frozenset())

    def _follow_ids(self, asked: set[str]) -> None:
        self._asked |= asked
        found: set[str] = set()
        for each in self.tellings.using(sorted(asked)):
            self.reach(each)
            found.update(known.id for known in each.known)
        self.keys |= digests(anchor_key(subject) for subject in asked - found)

    def _follow_spellings(self, new: set[tuple[int, str]]) -> None:
        self._compared |= new
        own: dict[int, list[str]] = defaultdict(list)
        for block, name in sorted(new):
            own[block].append(name)
        for block, other in self.tellings.spelt(sorted(own)):
            if any(are_spellings(*sorted((name, other))) for name in own[block]):
                self.keys |= digests([person_key(other)])
