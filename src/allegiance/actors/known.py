"""A use of a name with all that its document tells of it: what the rules of joining look at, and nothing else.

A document is looked at as a whole once, when it is read. What is found here says all that the rules need to know of it,
so that a use can be joined with others without its document at hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from allegiance.actors.acronyms import Acronyms, read_acronyms
from allegiance.actors.gazetteer import Gazetteer, Settled, settle
from allegiance.actors.grounds import Ground, grounds, group_token, is_full_person_name, says_its_cause
from allegiance.actors.registers import Register
from allegiance.actors.spelling import spelling
from allegiance.actors.uses import Companion, Tie, Use
from allegiance.model import Kind
from allegiance.names import has_group_word, is_acronym, key

COMPANY = 40
"""So many other names of a report are its company; of one that has more, none are: it is a list."""


@dataclass(frozen=True, slots=True)
class Known:
    """A use of a name, and what its document tells of it.

    In `use` the kind is settled, and acronyms beside it are spelt out. `full` is the name of the document that it
    abbreviates; `foreign` says that it is an acronym which the register must not explain. `place` is the id of the
    place that it is settled to be, with that place's name and the reason; where several places bear the name, and the
    document does not tell which, it is `open`. `apart` are ids of the register, of others that a claim sets against it.
    `company` are the people and bodies of which the document tells beside it. A person is `torn` whom the document puts
    at one time into two bodies that fight each other by its own word: it may tell of two men. `land` is the country of
    all places of the document, where they lie in one: told of a group.
    """

    use: Use
    full: str = ""
    foreign: bool = False
    place: str = ""
    place_name: str = ""
    place_why: str = ""
    open: bool = False
    apart: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    torn: bool = False
    land: str = ""

    @property
    def id(self) -> str:
        """The minted id of the use."""
        return self.use.id


def known_of(uses: Iterable[Use], register: Register, gazetteer: Gazetteer | None = None) -> list[Known]:
    """What documents tell of each of their uses, sorted by id. Without a gazetteer no place is settled."""
    every = _merged(uses)
    places = _settled(every, register, gazetteer) if gazetteer else {}
    acronyms = read_acronyms(every, register, places)
    spelt_out = acronyms.spelt_out(every)
    company = _company(spelt_out.values(), register)
    lands = _lands(every, places)
    found = (
        _known(use, spelt_out, register, acronyms, places.get(node), company.get(use.document, {}))
        for node, use in spelt_out.items()
    )
    return [
        replace(
            each,
            torn=_is_torn(each.use, every),
            land=lands.get(each.use.document, "") if each.use.kind is Kind.GROUP else "",
        )
        for each in found
    ]


def _known(
    use: Use,
    every: Mapping[str, Use],
    register: Register,
    acronyms: Acronyms,
    settled: Settled | None,
    company: Mapping[str, str],
) -> Known:
    node, place = use.id, settled.place if settled else None
    others = (token for token, whose in company.items() if whose != spelling(use.name))
    return Known(
        use,
        full=every[acronyms.meant[node]].name if node in acronyms.meant else "",
        foreign=node in acronyms.foreign,
        place=place.id if place else "",
        place_name=place.name if place else "",
        place_why=settled.because if settled and place else "",
        open=bool(settled and settled.candidates and not place),
        apart=tuple(_apart(use, register, acronyms)),
        company=tuple(sorted(others)) if use.kind is Kind.PERSON else (),
    )


def _apart(use: Use, register: Register, acronyms: Acronyms) -> Sequence[str]:
    """The records of those that a claim sets against it."""
    if use.kind is Kind.PERSON or use.id in acronyms.foreign:
        return ()
    others = [c.name for c in use.companions if c.tie is Tie.APART]
    others = [name for name in others if Use(use.document, name).id not in acronyms.foreign]
    ids = {record.id for name in others if (record := register.one(name, Kind.GROUP))}
    own = register.one(use.name, Kind.GROUP)
    return sorted(ids - ({own.id} if own else set()))


def _merged(uses: Iterable[Use]) -> dict[str, Use]:
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


def _settled(known: Mapping[str, Use], register: Register, gazetteer: Gazetteer) -> dict[str, Settled]:
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


def _lands(known: Mapping[str, Use], settled: Mapping[str, Settled]) -> dict[str, str]:
    """By document: the one country in which all its places lie, or can lie where it is open which is meant."""
    lands: dict[str, set[str]] = {}
    for node, found in settled.items():
        countries = {place.country for place in ((found.place,) if found.place else found.candidates)} - {""}
        document = known[node].document
        if countries:
            lands[document] = lands.get(document, countries) & countries
    return {document: min(countries) for document, countries in lands.items() if len(countries) == 1}


def _is_torn(use: Use, every: Mapping[str, Use]) -> bool:
    """Whether its document puts a person at one time into two bodies of which it says that they fight each other.

    Who came from one to the other is not torn: that he once stood with a body is told of him.
    """
    if use.kind is not Kind.PERSON:
        return False
    once = {c.name for c in use.companions if c.tie is Tie.ONCE}
    now = {(c.name, c.when) for c in use.companions if c.tie is Tie.GROUP and c.name not in once}
    for group, when in now:
        beside = every.get(Use(use.document, group).id)
        rivals = {c.name for c in beside.companions if c.tie is Tie.RIVAL} if beside else set()
        if any((rival, when) in now for rival in rivals):
            return True
    return False


def _company(uses: Iterable[Use], register: Register) -> dict[str, dict[str, str]]:
    """By report: the people and bodies of which it tells by full names, each as a token, with the person's spelling."""
    told: dict[str, dict[str, str]] = defaultdict(dict)
    for use in uses:
        if use.kind is Kind.PERSON and is_full_person_name(use.name):
            told[use.document][f"person:{spelling(use.name)}"] = spelling(use.name)
        elif use.kind is Kind.GROUP and (token := group_token(use.name, register)):
            told[use.document][token] = ""
    return {document: tokens for document, tokens in told.items() if len(tokens) <= COMPANY}


def group_grounds(each: Known, register: Register) -> tuple[Ground, ...]:
    """What stands beside a group whose name is made of common words alone; with it the one country of its report.

    The country counts only beside a name that says for what the body stands, and that no actor of the register bears.
    """
    found = grounds(each.use, register)
    if each.land and says_its_cause(each.use.name) and not register.find(each.use.name):
        return (*found, Ground(3, f"land:{each.land}", f"both reports tell of {each.land} alone"))
    return found


def same_name(known: Iterable[Known]) -> dict[tuple[str, str], list[Known]]:
    """The uses that one document calls by one name, by document and key."""
    same: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for each in known:
        if wanted := key(each.use.name):
            same[each.use.document, wanted].append(each)
    return same
