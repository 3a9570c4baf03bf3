"""What a new report or judgement touches: the uses of names that must be resolved anew, and with what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from allegiance.actors.meetings import Telling, anchor_key, digests, person_key
from allegiance.actors.people import are_spellings
from allegiance.actors.uses import Use
from allegiance.model import Judgement


class Tellings(Protocol):
    """What is kept of the documents of a ledger: found by what names can meet by."""

    def meeting(self, keys: Collection[int]) -> Iterable[Telling]:
        """Every telling of which a name has one of these keys."""
        ...

    def using(self, ids: Collection[str]) -> Iterable[Telling]:
        """The telling of each document in which a use has one of these ids."""
        ...

    def spelt(self, blocks: Collection[int]) -> Iterable[tuple[int, str]]:
        """Every name that stands in one of these blocks, with the block."""
        ...


@dataclass(frozen=True, slots=True)
class Touched:
    """The uses to resolve together, those of whole documents, and of them the ids of those whose actor may change."""

    uses: tuple[Use, ...]
    ids: frozenset[str]


def touched(
    start: Iterable[Telling], keys: Iterable[int], subjects: Iterable[str], judgements: Sequence[Judgement],
    tellings: Tellings,
) -> Touched:  # fmt: skip
    """What is touched by new tellings (`start`), by keys that tellings had before, and by the subjects of judgements.

    `judgements` are all that were ever made. To resolve the uses that are given, with all judgements, gives to each
    touched one the actor that to resolve everything would give it.
    """
    search = _Search(tellings, _companions(judgements))
    for each in start:
        search.load(each)
        search.reach_all(each)
    search.keys.update(keys)
    search.ids.update(subjects)
    # Who was judged to be a known actor may have made one of two of these: whoever is either needs that to be seen.
    uses = {subject for judgement in judgements if judgement.act == "same" for subject in judgement.subjects}
    for found in tellings.using(sorted(uses)):
        search.load(found)
    search.run()
    loaded = (use for _, found in sorted(search.loaded.items()) for use in found.uses)
    return Touched(tuple(loaded), frozenset(search.reached))


def _companions(judgements: Iterable[Judgement]) -> Mapping[str, frozenset[str]]:
    """By the subject of a judgement, whether or not it is undone, all subjects of those that name it."""
    beside: dict[str, set[str]] = defaultdict(set)
    for judgement in judgements:
        if judgement.act == "same":
            for subject in judgement.subjects:
                beside[subject].update(judgement.subjects)
    return {subject: frozenset(others) for subject, others in beside.items()}


@dataclass(slots=True)
class _Search:
    """A search that goes from use to use by whatever can join them, until it finds nothing new.

    What waits to be followed: `keys`, `blocks` with the names that stand in them, and `ids` of uses.
    """

    tellings: Tellings
    judged: Mapping[str, frozenset[str]]
    loaded: dict[str, Telling] = field(default_factory=dict)
    reached: set[str] = field(default_factory=set)
    keys: set[int] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    spelt: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    _followed: set[int] = field(default_factory=set)
    _compared: set[tuple[int, str]] = field(default_factory=set)
    _bearers: dict[int, list[tuple[Telling, int]]] = field(default_factory=lambda: defaultdict(list))

    def run(self) -> None:
        """Follow everything that waits, and what that leads to."""
        while True:
            if new := self.keys - self._followed:
                self._follow(new)
            elif self.ids:
                self._follow_ids()
            elif self.spelt:
                self._follow_spellings()
            else:
                return

    def load(self, telling: Telling) -> None:
        """Know of a document, without its names being touched by that."""
        if telling.document in self.loaded:
            return
        self.loaded[telling.document] = telling
        for at, meeting in enumerate(telling.meetings):
            for key in meeting.keys:
                self._bearers[key].append((telling, at))

    def reach_all(self, telling: Telling) -> None:
        """Touch every name of a document."""
        for within in {meeting.within for meeting in telling.meetings}:
            self._reach(telling, within)

    def _follow(self, keys: set[int]) -> None:
        self._followed |= keys
        for telling in self.tellings.meeting(sorted(keys)):
            self.load(telling)
        for key in keys:
            for telling, at in self._bearers.get(key, ()):
                self._reach(telling, telling.meetings[at].within)

    def _follow_ids(self) -> None:
        wanted, self.ids = self.ids, set()
        found: set[str] = set()
        for telling in self.tellings.using(sorted(wanted)):
            self.load(telling)
        for telling in list(self.loaded.values()):
            for use, meeting in zip(telling.uses, telling.meetings, strict=True):
                if use.id in wanted:
                    found.add(use.id)
                    self._reach(telling, meeting.within)
        self.keys |= digests(anchor_key(subject) for subject in wanted - found)

    def _follow_spellings(self) -> None:
        waiting, self.spelt = self.spelt, defaultdict(set)
        new = {(block, name) for block, names in waiting.items() for name in names} - self._compared
        self._compared |= new
        own: dict[int, list[str]] = defaultdict(list)
        for block, name in sorted(new):
            own[block].append(name)
        for block, other in self.tellings.spelt(sorted(own)) if own else ():
            if any(are_spellings(*sorted((name, other))) for name in own[block]):
                self.keys |= digests([person_key(other)])

    def _reach(self, telling: Telling, within: int) -> None:
        """Touch the names of a document that have this number, and let what they lead to wait."""
        for use, meeting in zip(telling.uses, telling.meetings, strict=True):
            if meeting.within != within or use.id in self.reached:
                continue
            self.reached.add(use.id)
            self.keys |= meeting.keys
            self.ids |= self.judged.get(use.id, frozenset()) - self.reached
            for block in meeting.blocks:
                self.spelt[block].add(use.name)
