"""Which actor each name of a ledger stands for: asked of the room that knows, for what is new, and kept.

    what is new ─actors→ what each document tells ─actors→ what that touches ─actors→ resolved ─ledger→ kept

A report touches the names that can meet one of its own, and only those are resolved again; how, and why that is enough,
is told in `actors.meetings`. Where the rules or the register have changed, everything is resolved.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from allegiance.actors import (
    Gazetteer,
    Register,
    Resolved,
    Telling,
    Use,
    load_gazetteer,
    own_register,
    read_telling,
    resolve,
    rules_of,
    standings,
    telling,
    touched,
    uses_of,
)
from allegiance.errors import LedgerBusy
from allegiance.ledger import IdentityRow, Ledger, Named, News, Resolution, StandingRow, TellingRow, Working
from allegiance.model import Actor, Judgement, Kind, Recorded
from allegiance.when import earlier

TRIES = 5
"""How often it is tried to keep what was found, where other processes keep theirs first."""

AT_ONCE = 500
"""How many documents' names are asked for at once."""


def resolve_names(ledger: Ledger) -> Named | None:
    """Find which actor each name stands for that is new, or touched by what is new, and who has a public role.

    Gives how much is named then; None where nothing was new. Raises LedgerBusy where other processes resolve names all
    the while.
    """
    register, gazetteer = own_register(), load_gazetteer()
    for _ in range(TRIES):
        news = ledger.working.news()
        found = _found(ledger, news, register, gazetteer)
        if found is None:
            return None
        if ledger.working.keep(found):
            return ledger.working.named()
    raise LedgerBusy("other processes resolve names in this ledger all the while", hint="try again when they are done")


def uses(ledger: Ledger) -> Iterator[Use]:
    """Every name in every document of which names were resolved, with what stands beside it."""
    for document, text in ledger.working.texts():
        yield from read_telling(document, text).uses


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of a ledger's documents, with what is new of some in place of that."""

    working: Working
    new: Mapping[str, Telling]

    def meeting(self, keys: Collection[int]) -> Iterator[Telling]:
        """As `Tellings` has it."""
        yield from (told for told in self.new.values() if not told.keys.isdisjoint(keys))
        yield from self._older(self.working.meeting(keys))

    def using(self, ids: Collection[str]) -> Iterator[Telling]:
        """As `Tellings` has it."""
        yield from (told for told in self.new.values() if any(use.id in ids for use in told.uses))
        yield from self._older(self.working.using(ids))

    def spelt(self, blocks: Collection[int]) -> Iterator[tuple[int, str]]:
        """As `Tellings` has it."""
        wanted = frozenset(blocks)
        yield from (pair for told in self.new.values() for pair in told.spellings if pair[0] in wanted)
        yield from self.working.spelt(blocks)

    def _older(self, texts: Iterable[tuple[str, str]]) -> Iterator[Telling]:
        yield from (read_telling(document, text) for document, text in texts if document not in self.new)


def _found(ledger: Ledger, news: News, register: Register, gazetteer: Gazetteer) -> Resolution | None:
    """What names stand for, as far as that is new; None where nothing is."""
    rules, judgements = rules_of(register), list(ledger.judgements())
    whole = news.rules != rules
    if not whole and not news.documents and not news.judgements:
        return None
    new = {told.document: told for told in _tellings(ledger, () if whole else news.documents, register, gazetteer)}
    if whole or _about_known(news, judgements, _Kept(ledger.working, new)):
        kept = {d: read_telling(d, text) for d, text in ledger.working.texts()} if not whole else {}
        every = [use for told in (kept | new).values() for use in told.uses]
        found = resolve(every, register, judgements, gazetteer)
        stood = standings(ledger.view(veiled=False).each(), found, register, judgements)
        actors = {row.actor_id for row in found}
        listed = [[row for row in rows if row.actor in actors][-1] for rows in _listed(actors, register).values()]
        stands = tuple(StandingRow(s.actor_id, s.standing, s.because) for s in stood)
        return Resolution(news, rules, True, (*_rows(found), *listed), stands, tuple(map(_row, (kept | new).values())))
    return _part(ledger, news, new, judgements, register, gazetteer, rules)


def _part(
    ledger: Ledger,
    news: News,
    new: Mapping[str, Telling],
    judgements: Sequence[Judgement],
    register: Register,
    gazetteer: Gazetteer,
    rules: str,
) -> Resolution:
    """What those names stand for that the news touch."""
    before = [read_telling(document, text) for document, text in ledger.working.texts(sorted(new))] if new else []
    subjects = {s for judgement in judgements if judgement.id in news.judgements for s in judgement.subjects}
    keys = {key for told in before for key in told.keys}
    part = touched(new.values(), keys, subjects, judgements, _Kept(ledger.working, new))
    found = resolve(part.uses, register, judgements, gazetteer, part.ids)
    persons = sorted({row.document for row in found if row.kind is Kind.PERSON})
    stood = standings(ledger.view(veiled=False).of_documents(persons), found, register, judgements)
    stands = tuple(StandingRow(s.actor_id, s.standing, s.because) for s in stood)
    actors = {row.actor_id for row in found} | ledger.working.actors({row.document for row in found} | new.keys())
    listed = _listed(actors, register)
    return Resolution(news, rules, False, tuple(_rows(found)), stands, tuple(map(_row, new.values())), listed)


def _about_known(news: News, judgements: Iterable[Judgement], kept: _Kept) -> bool:
    """Whether somebody has decided who a known actor is: that may concern every name that stands for him."""
    subjects = {
        subject
        for judgement in judgements
        if judgement.id in news.judgements and judgement.act in ("same", "different", "unsure")
        for subject in judgement.subjects
    }
    own = {use.id for told in kept.using(subjects) for use in told.uses}
    return not subjects <= own


def _tellings(ledger: Ledger, documents: Sequence[str], register: Register, gazetteer: Gazetteer) -> Iterator[Telling]:
    """What these documents tell, all where none is given."""
    seen: set[str] = set()
    names = _older_names(ledger, documents)
    for document, told in ledger.working.told(documents):
        seen.add(document)
        yield telling(document, _uses(document, told, names.get(document, {})), register, gazetteer)
    for document in sorted({*names, *documents} - seen):
        yield telling(document, _uses(document, [], names.get(document, {})), register, gazetteer)


def _older_names(ledger: Ledger, documents: Sequence[str]) -> dict[str, dict[str, Kind]]:
    """By document the names that any of its readings gave: they are asked for by whoever asks what was known then."""
    found: dict[str, dict[str, Kind]] = {}
    for name in ledger.names(documents):
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
    return TellingRow(told.document, told.text(), told.keys, told.spellings)
