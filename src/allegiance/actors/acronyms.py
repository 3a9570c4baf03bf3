"""What an acronym stands for in its report: a register knows many bodies by three letters, and a report means one.

An acronym that is made of the first letters of the one full name of its report stands for that. One that its report
does not explain stands for the register's body only where the report speaks of it otherwise: of its country, or of a
body related to it. Bodies that belong to no one country (`ISIL`) are known by their acronyms everywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from allegiance.actors.gazetteer import Settled
from allegiance.actors.grounds import is_full_group_name
from allegiance.actors.records import Record
from allegiance.actors.registers import Register
from allegiance.actors.uses import Companion, Tie, Use
from allegiance.model import Kind
from allegiance.names import acronym_of, is_acronym, key

_OF_BODIES = (Tie.GROUP, Tie.ONCE, Tie.PARENT)


@dataclass(frozen=True, slots=True)
class Acronyms:
    """Of the uses of a ledger: which acronym stands for which full name of its report, and which stand for no record.

    `meant` gives, by the minted id of an acronym's use, that of the full name. `foreign` are the acronyms that the
    register must not explain: their report does, or says nothing that would support the register.
    """

    meant: Mapping[str, str]
    foreign: frozenset[str]

    def spelt_out(self, known: Mapping[str, Use]) -> dict[str, Use]:
        """The uses, with acronyms beside them spelt out as their report means them, and left out where it is open."""
        return {node: self._use(use, known) for node, use in known.items()}

    def _use(self, use: Use, known: Mapping[str, Use]) -> Use:
        told = [self._companion(use.document, companion, known) for companion in use.companions]
        return replace(use, companions=tuple(sorted(c for c in told if c is not None)))

    def _companion(self, document: str, companion: Companion, known: Mapping[str, Use]) -> Companion | None:
        name = companion.group if companion.tie is Tie.POST else companion.name
        node = Use(document, name).id if companion.tie is Tie.POST or companion.tie in _OF_BODIES else ""
        if node in self.meant:
            full = known[self.meant[node]].name
            return replace(companion, group=full) if companion.tie is Tie.POST else replace(companion, name=full)
        return None if node in self.foreign else companion


def read_acronyms(known: Mapping[str, Use], register: Register, places: Mapping[str, Settled]) -> Acronyms:
    """What the acronyms among these uses stand for. `places` are the settled names of places, by minted id."""
    full: dict[str, list[str]] = defaultdict(list)
    countries: dict[str, set[str]] = defaultdict(set)
    bodies: dict[str, set[str]] = defaultdict(set)
    for node, use in known.items():
        place = places[node].place if node in places else None
        if place is not None and place.country:
            countries[use.document].add(place.country)
        if use.kind is Kind.PERSON or is_acronym(use.name):
            continue
        if use.kind is Kind.GROUP and is_full_group_name(use.name):
            full[use.document].append(node)
        if record := register.one(use.name, use.kind):
            bodies[use.document].add(record.id)
            countries[use.document].update(record.countries)
    meant: dict[str, str] = {}
    foreign: set[str] = set()
    for node, use in known.items():
        if use.kind not in (Kind.GROUP, Kind.UNKNOWN) or not is_acronym(use.name):
            continue
        fits = [other for other in full.get(use.document, ()) if _is_made_of(use.name, known[other].name)]
        if len({key(known[other].name) for other in fits}) == 1:
            meant[node] = fits[0]
        found = register.one(use.name, use.kind)
        if fits or (found and not _supported(found, register, countries[use.document], bodies[use.document])):
            foreign.add(node)
    return Acronyms(meant, frozenset(foreign))


def _supported(record: Record, register: Register, countries: set[str], bodies: set[str]) -> bool:
    if len(record.countries) != 1 or not countries.isdisjoint(record.countries):
        return True
    return any(register.related(record.id, other) for other in bodies)


def _is_made_of(acronym: str, full: str) -> bool:
    """Whether an acronym has a letter for each word of a name, small ones free, and may stand for it."""
    letters = [c for c in acronym.casefold() if c.isalnum()]
    firsts = [word[0] for word in key(full).split()]
    return len(letters) > 2 and letters[0] == firsts[0] and len(letters) <= len(firsts) and acronym_of(acronym, full)
