"""The uses that are to be resolved, each name of a document once, and what their places stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from allegiance.actors.gazetteer import Gazetteer, Settled, settle
from allegiance.actors.registers import Register
from allegiance.actors.uses import Companion, Use
from allegiance.model import Kind
from allegiance.names import has_group_word, is_acronym


def merged(uses: Iterable[Use]) -> dict[str, Use]:
    """One use for each name in each document, by minted id, sorted."""
    kinds: dict[tuple[str, str], set[Kind]] = defaultdict(set)
    beside: dict[tuple[str, str], set[Companion]] = defaultdict(set)
    for use in uses:
        kinds[use.document, use.name].add(use.kind)
        beside[use.document, use.name].update(use.companions)
    found: list[tuple[str, Use]] = []
    for place, told in kinds.items():
        sure = sorted(told - {Kind.UNKNOWN})
        use = Use(*place, sure[0] if sure else _guess(place[1]), tuple(sorted(beside[place])))
        found.append((use.id, use))
    return dict(sorted(found, key=lambda pair: pair[0]))


def _guess(name: str) -> Kind:
    return Kind.GROUP if has_group_word(name) or is_acronym(name) else Kind.UNKNOWN


def settled(known: Mapping[str, Use], register: Register, gazetteer: Gazetteer) -> dict[str, Settled]:
    """What each name of a place stands for, by minted id: each document's places help to settle each other."""
    named: dict[str, list[str]] = defaultdict(list)
    lands: dict[str, set[str]] = defaultdict(set)
    for use in known.values():
        if use.kind is Kind.PLACE:
            named[use.document].append(use.name)
        elif use.kind is not Kind.GROUP or is_acronym(use.name):
            continue
        elif (record := register.one(use.name, use.kind)) and len(record.countries) == 1:
            lands[use.document].update(record.countries)
    return {
        Use(document, name).id: found
        for document, names in named.items()
        for name, found in settle(sorted(names), gazetteer, sorted(lands[document])).items()
    }
