"""Claims with all that is shown beside them: where they appeared, who is named in them, what people said of them."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, select

from allegiance.exchange import stored_claim
from allegiance.ledger import tables as t
from allegiance.ledger.asked import Asked, Asking, values_of
from allegiance.ledger.database import Database, streamed
from allegiance.ledger.derive import chunks
from allegiance.ledger.entries import stored_appearance
from allegiance.ledger.keeping import Kept, Memory, Text
from allegiance.ledger.opinions import of_claim, opinions, subjects_of
from allegiance.ledger.scope import Scope, bearing, named
from allegiance.ledger.standing import names_in, veiled, withheld
from allegiance.ledger.states import state_of
from allegiance.model import Appearance, Recorded

ClaimRow = Row[int, int, str, str, str, str, str, str, str] | tuple[Any, ...]
"""As `claims_query` gives it: the claim's number and its document's, its sentence, place, line and frame, who read it,
when that was recorded, and the id of that reading."""


def claims_query() -> Select[int, int, str, str, str, str, str, str, str]:
    """Every claim of every reading, as `Assembling` takes them: to be narrowed."""
    return (
        select(
            t.claims.c.seq,
            t.claims.c.document,
            t.claims.c.sentence,
            t.claims.c.place,
            t.findings.c.line,
            t.findings.c.frame,
            t.readings.c.reader,
            t.entries.c.recorded,
            t.entries.c.id,
        )
        .join(t.readings, t.readings.c.seq == t.claims.c.reading)
        .join(t.findings, t.findings.c.seq == t.claims.c.seq)
        .join(t.entries, t.entries.c.seq == t.claims.c.reading)
    )


def claims_with_id(low: str, high: str) -> Select[int, int, str, str, str, str, str, str, str]:
    """Claims of any reading whose ids lie between these two, the newest reading of each first."""
    chosen = claims_query().where(t.claims.c.id.between(low, high))
    return chosen.order_by(t.claims.c.id, t.readings.c.at.desc(), t.claims.c.seq.desc())


def numbers_about(connection: Connection, scope: Scope, actors: Sequence[str], types: Sequence[str]) -> list[int]:
    """The numbers of a scope's claims in which one of these actors fills a role; of these types, where any are given.

    In the order of recording. Ids that have been resolved since lead on.
    """
    leading = _LEADING.all(connection, actors=actors, **values_of(scope))
    wanted = list(dict.fromkeys((*actors, *(actor for (actor,) in leading))))
    if types:
        rows = _ABOUT_OF_TYPES.all(connection, actors=wanted, types=types, **values_of(scope))
    else:
        rows = _ABOUT.all(connection, actors=wanted, **values_of(scope))
    return sorted(seq for (seq,) in rows)


def _leading(asking: Asking) -> Select[str]:
    """The actors that these ids lead on to, where the names that had them have been resolved."""
    names = named(asking.scope).where(asking.among(t.uses.c.minted, "actors")).subquery()
    return select(names.c.actor)


def _about(asking: Asking) -> Select[int]:
    names = bearing(lambda column: asking.among(column, "actors"), asking.scope)
    matched = and_(t.roles.c.document == names.c.document, t.roles.c.name == names.c.name)
    bearers = select(t.roles.c.claim).join(names, matched)
    return (
        select(t.claims.c.seq)
        .join(t.readings, t.readings.c.seq == t.claims.c.reading)
        .where(t.claims.c.seq.in_(bearers), asking.scope.holds(t.claims, t.readings))
    )


_LEADING = Asked(_leading)
_ABOUT = Asked(_about)
_ABOUT_OF_TYPES = Asked(lambda asking: _about(asking).where(asking.among(t.claims.c.type, "types")))
_NUMBERED = Asked(lambda asking: claims_query().where(asking.among(t.claims.c.seq, "claims")))


class Assembling:
    """Puts claims together with what belongs to each as a view has it; those that were given last are kept.

    Where they are `veiled`, without the names that are withheld.
    """

    def __init__(self, database: Database, scope: Scope, *, veiled: bool = False) -> None:
        self._database = database
        self._scope = scope
        self._veiled = veiled
        # What a scope without a last entry sees changes with every entry: nothing of it is kept for others.
        self._memory = database.memory if scope.last < t.PRESENT else Memory()

    def _of_now(self, connection: Connection) -> Kept:
        """What is kept of the state that a transaction sees."""
        return self._memory.of((self._scope, self._veiled, state_of(self._database, connection)))

    def numbered(self, connection: Connection, claims: Sequence[int]) -> list[Recorded]:
        """The claims with these numbers, which stand in the order of recording.

        Questions that make one answer ask for many of them again.
        """
        kept = self._of_now(connection)
        found = {number: known for number in claims if (known := kept.claims.get(number)) is not None}
        new = [number for number in claims if number not in found]
        if new:
            made = dict(zip(new, self.of(connection, sorted(_NUMBERED.all(connection, claims=new))), strict=True))
            kept.claims.update(made)
            found.update(made)
        return [found[number] for number in claims]

    def each(
        self, connection: Connection, query: Select[int, int, str, str, str, str, str, str, str]
    ) -> Generator[Recorded, None, None]:
        """The claims that a query gives, some at a time."""
        for page in chunks(streamed(connection, query)):
            yield from self.of(connection, page)

    def of(self, connection: Connection, rows: Sequence[ClaimRow]) -> list[Recorded]:
        """The claims of these rows of `claims_query`."""
        texts = self._known(connection, {row[1] for row in rows})
        named = _ACTORS.all(connection, claims=[row[0] for row in rows], **values_of(self._scope))
        actors = {(document, name): actor for document, name, actor in named}
        hidden = withheld(connection, self._scope, actors.values()) if self._veiled else {}
        claims = [stored_claim(row[4]) for row in rows]
        appeared = [text.appearances for text in texts.values()]
        said = opinions(connection, self._scope, subjects_of(claims, appeared)) if self._scope.noted else {}
        found = []
        for row, claim in zip(rows, claims, strict=True):
            _, document, sentence, place, _, frame, reader, recorded, reading = row
            text = texts[document]
            told = Recorded(
                claim=claim,
                sentence=sentence,
                appearances=text.appearances,
                reader=reader,
                frame=frame,
                place=place,
                recorded=recorded,
                reading=reading,
                sketch=text.sketch,
                judged=of_claim(said, claim, text.appearances) if said else (),
                actor_ids=tuple([(filler.role, actors[document, filler.name]) for filler in claim.actors]),
            )
            found.append(veiled(told, hidden, text.instead) if hidden or text.instead else told)
        return found

    def _known(self, connection: Connection, documents: Collection[int]) -> dict[int, Text]:
        """What belongs to these documents. What is not kept is asked for."""
        kept = self._of_now(connection)
        held = {document: known for document in documents if (known := kept.texts.get(document)) is not None}
        new = sorted(document for document in documents if document not in held)
        if new:
            appeared = appearances_of(connection, new, self._scope)
            instead = names_in(connection, self._scope, new) if self._veiled else {}
            sketches = dict(_SKETCHES.all(connection, documents=new))
            made = {
                document: Text(appeared.get(document, ()), sketches.get(document, b""), instead.get(document, {}))
                for document in new
            }
            kept.texts.update(made)
            held.update(made)
        return held


def _actors(asking: Asking) -> Select[int, str, str]:
    """Whom the names of these claims stand for, each in its document, whose other names are many."""
    matched = and_(t.roles.c.document == t.uses.c.document, t.roles.c.name == t.uses.c.name)
    names = named(asking.scope).join(t.roles, matched).where(asking.among(t.roles.c.claim, "claims")).subquery()
    return select(names.c.document, names.c.name, names.c.actor)


_ACTORS = Asked(_actors)
_SKETCHES = Asked(
    lambda asking: select(t.sketches.c.document, t.sketches.c.sketch).where(
        asking.among(t.sketches.c.document, "documents")
    )
)


def appearances_of(connection: Connection, documents: Iterable[int], scope: Scope) -> dict[int, tuple[Appearance, ...]]:
    """The appearances of these documents, the earliest published first, undated ones last."""
    rows = (
        _EVERY_APPEARANCE.all(connection, documents=list(documents))
        if scope.every
        else _APPEARANCES.all(connection, documents=list(documents), **values_of(scope))
    )
    found: dict[int, list[Appearance]] = {}
    for row in sorted(rows):
        found.setdefault(row[0], []).append(stored_appearance(row[-1]))
    return {document: tuple(values) for document, values in found.items()}


def _appearances(asking: Asking) -> Select[int, str, str, str, str, str]:
    table = t.appearances
    return (
        select(table.c.document, table.c.low, table.c.out, table.c.publisher, t.entries.c.id, t.entries.c.payload)
        .join(t.entries, t.entries.c.seq == table.c.seq)
        .where(asking.among(table.c.document, "documents"))
    )


_EVERY_APPEARANCE = Asked(_appearances)
_APPEARANCES = Asked(lambda asking: _appearances(asking).where(asking.scope.appears(t.appearances)))
