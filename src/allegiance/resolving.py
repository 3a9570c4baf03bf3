"""Which actor each name of a ledger stands for: asked of the room that knows, for what is new, and kept.

    what is new ─actors→ what each document tells ─actors→ what that touches ─actors→ resolved ─ledger→ kept

A report touches the names that can meet one of its own, and only those are resolved again; how, and why that is enough,
is told in `actors.meetings`. Where the rules or the register have changed, everything is new.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from allegiance.actors import (
    Gazetteer,
    Register,
    Resolved,
    Telling,
    Use,
    join,
    load_gazetteer,
    own_register,
    read_telling,
    rules_of,
    standings,
    tellings_of,
    touched,
    uses_of,
)
from allegiance.errors import LedgerBusy
from allegiance.ledger import IdentityRow, Kept, Ledger, Named, News, Resolution, StandingRow, TellingRow, Working
from allegiance.model import Actor, Kind, Recorded
from allegiance.when import earlier

TRIES = 5
"""How often it is tried to keep what was found, where other processes keep theirs first."""

INSTALMENT = 8_000
"""How many entries of the log are looked at before what was found is kept: a bound on memory."""


def resolve_names(ledger: Ledger, tell: Callable[[int, int], None] = lambda *_: None) -> Named | None:
    """As `resolve_new`; gives how much is named at the end, counted through the ledger, or None if nothing was new."""
    return ledger.working.named() if resolve_new(ledger, tell) else None


def resolve_new(ledger: Ledger, tell: Callable[[int, int], None] = lambda *_: None) -> bool:
    """Find which actor each name stands for that is new, or touched by what is new, and who has a public role.

    What is new is taken in instalments, each of which is kept before the next: to stop between two loses nothing.
    `tell` is told how many entries of the log are dealt with, and of how many.

    Gives whether anything was new. Raises LedgerBusy where other processes resolve names all the while.
    """
    register, gazetteer = own_register(), load_gazetteer()
    anything, tries = False, 0
    while tries < TRIES:
        news = ledger.working.news(rules_of(register), INSTALMENT)
        if news.is_all and not news.documents and not news.judgements:
            return anything
        if ledger.working.keep(_found(ledger, news, register, gazetteer)):
            anything, tries = True, 0
            tell(news.upto, news.last)
        else:
            tries += 1
    raise LedgerBusy("other processes resolve names in this ledger all the while", hint="try again when they are done")


def uses(ledger: Ledger, documents: Collection[str]) -> Iterator[Use]:
    """Every name in these documents, as far as names were resolved, with what stands beside it."""
    for telling in _read(ledger.working.texts(documents)):
        yield from (known.use for known in telling.known)


@dataclass(frozen=True, slots=True)
class _Tellings:
    """What is kept of a ledger's documents, with what is new of some in place of that; where `anew`, that alone."""

    working: Working
    new: Mapping[str, Sequence[Telling]]
    anew: bool

    def meeting(self, keys: Collection[int]) -> Iterator[Telling]:
        """As `Tellings` has it."""
        yield from (told for told in self.newer() if not (told.keys | told.found).isdisjoint(keys))
        yield from self.older(self.working.meeting(keys))

    def using(self, ids: Collection[str]) -> Iterator[Telling]:
        """As `Tellings` has it."""
        wanted = frozenset(ids)
        for told in (*self.newer(), *self.older(self.working.using(ids))):
            if any(known.id in wanted for known in told.known):
                yield told

    def spelt(self, blocks: Collection[int]) -> Iterator[tuple[int, str]]:
        """As `Tellings` has it."""
        wanted = frozenset(blocks)
        yield from (pair for told in self.newer() for pair in told.spellings if pair[0] in wanted)
        yield from () if self.anew else self.working.spelt(blocks)

    def newer(self) -> Iterator[Telling]:
        return chain.from_iterable(self.new.values())

    def older(self, kept: Iterable[Kept]) -> Iterator[Telling]:
        return _read(one for one in kept if one.document not in self.new and not self.anew)


def _read(kept: Iterable[Kept]) -> Iterator[Telling]:
    for one in kept:
        yield read_telling(one.document, one.part, one.text)


def _found(ledger: Ledger, news: News, register: Register, gazetteer: Gazetteer) -> Resolution:
    """What those names stand for that the news touch."""
    judgements = news.decided
    tellings = _Tellings(ledger.working, dict(_new(ledger, news.documents, register, gazetteer)), news.anew)
    new = list(tellings.newer())
    before = () if news.anew else _read(ledger.working.texts(news.documents))
    subjects = {s for judgement in judgements if judgement.id in news.judgements for s in judgement.subjects}
    start = chain(new, _standing_for(ledger, subjects, tellings))
    part = touched(start, before, subjects, judgements, tellings)
    ids = {(known.use.document, known.use.name) for known in part.known if known.id in part.ids}
    found = [row for row in join(part.known, register, judgements, part.beside) if (row.document, row.name) in ids]
    persons = sorted({row.document for row in found if row.kind is Kind.PERSON})
    stood = standings(ledger.view(veiled=False).of_documents(persons), found, register, judgements)
    stands = tuple(StandingRow(s.actor_id, s.standing, s.because) for s in stood)
    touching = sorted({*news.documents, *(row.document for row in found)})
    actors = {row.actor_id for row in found} | ledger.working.actors(touching)
    return Resolution(news, tuple(_rows(found)), stands, tuple(map(_row, new)), _listed(actors, register))


def _standing_for(ledger: Ledger, actors: Collection[str], tellings: _Tellings) -> Iterator[Telling]:
    """What tells of names that stand for one of these actors: who has decided on an actor has decided on all of them.

    Names that somebody has decided on by themselves need not be found here.
    """
    named = ledger.working.naming(sorted(actors))
    documents = sorted({document for document, _ in named})
    for told in chain(tellings.newer(), tellings.older(ledger.working.texts(documents))):
        if any((known.use.document, known.use.name) in named for known in told.known):
            yield told


def _new(
    ledger: Ledger, documents: Sequence[str], register: Register, gazetteer: Gazetteer
) -> Iterator[tuple[str, list[Telling]]]:
    """What these documents tell."""
    names, seen = _older_names(ledger, documents), set()
    for document, told in ledger.working.told(documents):
        seen.add(document)
        yield document, tellings_of(_uses(document, told, names.get(document, {})), register, gazetteer)
    for document in sorted(set(documents) - seen):
        yield document, tellings_of(_uses(document, [], names.get(document, {})), register, gazetteer)


def _older_names(ledger: Ledger, documents: Sequence[str]) -> dict[str, dict[str, Kind]]:
    """By document the names that any of its readings gave: they are asked for by whoever asks what was known then."""
    found: dict[str, dict[str, Kind]] = {}
    for name in ledger.names(documents) if documents else ():
        found.setdefault(name.document, {})[name.name] = name.kind
    return found


def _uses(document: str, told: Sequence[Recorded], names: Mapping[str, Kind]) -> list[Use]:
    """The names of a document, with what its claims set beside them."""
    published = ""
    for appearance in told[0].appearances if told else ():
        published = earlier(appearance.published, published)
    found = uses_of((recorded.claim, published) for recorded in told)
    have = {use.name for use in found}
    return found + [Use(document, name, kind) for name, kind in names.items() if name not in have]


def _rows(found: Iterable[Resolved]) -> Iterator[IdentityRow]:
    for row in found:
        yield IdentityRow(row.document, row.name, row.actor_id, row.kind, row.display, row.because)


def _listed(actors: Iterable[str], register: Register) -> dict[str, tuple[IdentityRow, ...]]:
    """The names that the register gives these actors, by which they are found, each with all who bear it."""
    names = {n for actor in actors if (record := register.get(actor)) for n in _names(record.actor)}
    found: dict[str, tuple[IdentityRow, ...]] = {}
    for name in sorted(names):
        bearers = [actor for actor in register.find(name) if name in _names(actor)]
        rows = [IdentityRow("", name, actor.id, actor.kind, actor.name) for actor in bearers]
        found[name] = tuple(sorted(rows, key=lambda row: row.actor))
    return found


def _names(actor: Actor) -> tuple[str, ...]:
    return actor.name, *actor.other_names


def _row(told: Telling) -> TellingRow:
    return TellingRow(told.document, told.part, told.text(), told.keys | told.found, told.spellings)
