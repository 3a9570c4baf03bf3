"""Looking for words in the texts of a view, and in its claims: in their sentences and under every name of their actors.

Texts are looked up by their words in the database, and what it gives is held against the text itself: what the clocks
of the view leave out, and whoever's name is withheld, leads nowhere. Claims are those of the texts that were found and
those of actors one of whose names was looked for. How much is looked at is bounded; where that left something out, it
is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from allegiance.fulltext import FoundText, Group, Query, Sought, Veil, folded, stands_in, veil_of
from allegiance.ledger import standing
from allegiance.ledger import tables as t
from allegiance.ledger.database import Database
from allegiance.ledger.derive import chunks, document_at
from allegiance.ledger.entries import EntryKind, read_entry
from allegiance.ledger.scope import NO_DOCUMENT, Scope, bearing, named
from allegiance.model import Appearance
from allegiance.when import parse

TEXTS_AT_MOST = 400
"""In the claims of so many texts, those that fit best, is looked for claims."""
WEIGHED_AT_MOST = 80
"""So many texts are held against what was looked for, beyond those that are wanted."""
FIRST_LOOK = 500
LAST_LOOK = 128_000
"""How many places in texts the database is asked for at first, and at last."""
NAMED_AT_MOST = 200
"""So many texts, and as many actors, are looked at for a name by which other claims are found."""
CLAIMS_AT_MOST = 2_000
"""So many claims of such actors are looked at."""

MANY_TEXTS = (
    f"more than {TEXTS_AT_MOST} reports have these words: claims were looked for in the {TEXTS_AT_MOST} that fit"
    " best; more words, or --since, narrow it"
)
MANY_NAMES = "many actors bear such a name: not every claim about them was looked at"


@dataclass(frozen=True, slots=True)
class Met:
    """A claim that was found, by its number, with the veil over its document; `because` says under which other name."""

    number: int
    veil: Veil | None = None
    because: str = ""


class Search:
    """One question, asked of one state of a ledger over one connection."""

    def __init__(self, database: Database, connection: Connection, scope: Scope, sought: Sought, *, veiled: bool):
        self._database = database
        self._connection = connection
        self._scope = scope
        self._sought = sought
        self._veiled = veiled
        self.problems: list[str] = []

    def texts(self) -> list[tuple[int, int]]:
        """The documents in which it may be, best first, each with its best appearance, both by their numbers."""
        found = self._candidates(self._openly(), TEXTS_AT_MOST + 1)
        if len(found) > TEXTS_AT_MOST:
            self.problems.append(MANY_TEXTS)
        return list(found.items())[:TEXTS_AT_MOST]

    def _openly(self) -> Query:
        """What is looked for as it may be asked of whole texts.

        Which texts a name that is withheld would leave out is not to be seen: that is looked for under the veil alone.
        """
        query = self.query
        if not self._veiled or not query.unwanted:
            return query
        names = standing.hidden_names(self._connection, self._scope)
        hidden = frozenset(word for name in names for word in folded(name))
        return replace(query, unwanted=tuple(term for term in query.unwanted if not term.meets(hidden)))

    def _candidates(self, query: Query, wanted: int) -> dict[int, int]:
        """Documents of the view whose words are what is looked for, best first; of each the best appearance."""
        look = FIRST_LOOK
        while True:
            ranked = self._database.ranked(self._connection, query, look)
            found: dict[int, int] = {}
            for some in chunks(dict.fromkeys(ranked)):
                shown = self._shown(some)
                for appearance in some:
                    if appearance in shown:
                        found.setdefault(shown[appearance], appearance)
                if len(found) >= wanted:
                    return dict(list(found.items())[:wanted])
            if len(ranked) < look or look >= LAST_LOOK:
                return found
            look *= 16

    def _shown(self, appearances: Sequence[int]) -> dict[int, int]:
        """Those of these appearances that are in the view and were asked for, each with its document."""
        table = t.appearances
        query = select(table.c.seq, table.c.document).where(table.c.seq.in_(appearances), *self._asked_for())
        query = query.where(self._scope.appears(table), ~self._scope.is_retracted(table.c.document))
        return {row.seq: row.document for row in self._connection.execute(query)}

    def _asked_for(self) -> Iterator[ColumnElement[bool]]:
        """What the publisher and the days of an appearance must be."""
        sought, appearance = self._sought, t.appearances
        if sought.publishers:
            yield appearance.c.publisher.in_(sought.publishers)
        if sought.since and (first := parse(sought.since).start_earliest):
            yield appearance.c.out >= first.isoformat()
        if sought.until and (last := parse(sought.until).end_latest):
            # The first day of one without a date is set after all days: of it counts when it was retrieved.
            low = appearance.c.low
            yield or_(low <= last.isoformat(), and_(appearance.c.published == "", appearance.c.out <= last.isoformat()))

    def documents(self, texts: Sequence[tuple[int, int]]) -> Iterator[FoundText]:
        """Of these texts those that have it, each with its passage; first those whose titles have all of it."""
        some = texts[: self._sought.limit + WEIGHED_AT_MOST]
        told = self._told([appearance for _, appearance in some])
        veils = self._veils([document for document, _ in some])
        query, given = self._sought.query, 0

        def titled(pair: tuple[int, int]) -> bool:
            return query.fits(_over(veils.get(pair[0]), folded(told[pair[1]].title)))

        for document, appearance in sorted(some, key=lambda pair: not titled(pair)):
            if given == self._sought.limit:
                return
            at, veil = told[appearance], veils.get(document)
            text = document_at(self._connection, document).text
            words = [*folded(at.title), "", *folded(at.publisher), "", *folded(text)]
            if query.fits(_over(veil, words)):
                given += 1
                yield FoundText(at.document, at, query.snippet(text, veil))

    def _told(self, appearances: Sequence[int]) -> dict[int, Appearance]:
        found: dict[int, Appearance] = {}
        for some in chunks(appearances):
            query = select(t.entries.c.seq, t.entries.c.payload).where(t.entries.c.seq.in_(some))
            for row in self._connection.execute(query):
                value = read_entry(EntryKind.APPEARANCE, row.payload)
                assert isinstance(value, Appearance)
                found[row.seq] = value
        return found

    def _veils(self, documents: Sequence[int]) -> dict[int, Veil]:
        """The veils over those of these documents that name somebody whose name is withheld."""
        if not self._veiled:
            return {}
        names = standing.names_in(self._connection, self._scope, documents)
        return {document: veil_of(of) for document, of in names.items()}

    def claims(self, texts: Sequence[tuple[int, int]]) -> list[Met]:
        """The claims that have it, best first: of these texts, and of actors one of whose other names was looked for.

        First come those of whose actors most of it is a name, then those of the texts that fit best.
        """
        documents = [document for document, _ in texts]
        actors = _Named(self)
        place = {document: number for number, document in enumerate(documents)}
        looked = [*self._claims_in(documents), *self._claims_of(actors)]
        veils = self._veils(list(dict.fromkeys(row.document for row in looked)))
        found: dict[int, tuple[tuple[int, int, int], Met]] = {}
        for row in looked:
            if row.number in found:
                continue
            veil = veils.get(row.document)
            names = [w for name, _ in row.named for w in (*_over(veil, folded(name)), "")]
            words = [*_over(veil, folded(row.sentence)), "", *names]
            weighed = actors.weigh(row, words, names)
            if weighed is not None:
                worth, because = weighed
                at = (-worth, place.get(row.document, len(place)), row.number)
                found[row.number] = at, Met(row.number, veil, because)
        return [met for _, met in sorted(found.values(), key=lambda each: each[0])][: self._sought.limit]

    def _claims_in(self, documents: Sequence[int]) -> Iterator[_Claim]:
        for some in chunks(documents):
            yield from self._looked_at(t.claims.c.document.in_(some))

    def _claims_of(self, actors: _Named) -> Iterator[_Claim]:
        """The claims in which these actors stand, the last recorded first."""
        numbers: set[int] = set()
        for some in chunks(actors.known):
            names = bearing(some, self._scope)
            matched = and_(t.roles.c.document == names.c.document, t.roles.c.name == names.c.name)
            query = select(t.roles.c.claim).join(names, matched).order_by(t.roles.c.claim.desc())
            numbers.update(self._connection.execute(query.limit(CLAIMS_AT_MOST + 1)).scalars())
        if len(numbers) > CLAIMS_AT_MOST:
            self.problems.append(MANY_NAMES)
        for chosen in chunks(sorted(numbers, reverse=True)[:CLAIMS_AT_MOST]):
            table = t.appearances
            out = select(table.c.seq).where(
                table.c.document == t.claims.c.document, self._scope.appears(table), *self._asked_for()
            )
            yield from self._looked_at(and_(t.claims.c.seq.in_(chosen), out.exists()))

    def _looked_at(self, which: ColumnElement[bool]) -> Iterator[_Claim]:
        table = t.claims
        query = select(table.c.seq, table.c.document, table.c.sentence).join(
            t.readings, t.readings.c.seq == table.c.reading
        )
        query = query.where(which, self._scope.holds(table, t.readings))
        if self._sought.types:
            query = query.where(table.c.type.in_(self._sought.types))
        rows = self._connection.execute(query.order_by(table.c.seq)).all()
        for some in chunks(rows):
            roles = self._naming([row.seq for row in some])
            for row in some:
                yield _Claim(row.seq, row.document, row.sentence, tuple(roles.get(row.seq, ())))

    def _naming(self, claims: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
        """The names in these claims, each with the actor for whom it stands, by claim."""
        matched = and_(t.roles.c.document == t.uses.c.document, t.roles.c.name == t.uses.c.name)
        query = named(self._scope).add_columns(t.roles.c.claim).join(t.roles, matched)
        query = query.where(t.roles.c.claim.in_(claims)).order_by(t.roles.c.claim, t.roles.c.role)
        found: dict[int, list[tuple[str, str]]] = {}
        for row in self._connection.execute(query):
            found.setdefault(row.claim, []).append((row.name, row.actor))
        return found

    def bearers(self, group: Group) -> Iterator[tuple[str, str]]:
        """The actors one of whose names is what is looked for, each with that name, as texts and registers have it."""
        query = Query("", (group,))
        appearances = dict.fromkeys(self._database.ranked(self._connection, query, NAMED_AT_MOST))
        of = select(t.appearances.c.document).where(t.appearances.c.seq.in_(appearances))
        in_texts = named(self._scope).where(t.uses.c.document.in_(of))
        for row in self._connection.execute(in_texts):
            if stands_in(group, folded(row.name)):
                yield row.actor, row.name
        table = t.identity
        listed = select(table.c.actor, table.c.name).where(table.c.document == NO_DOCUMENT, self._scope.knows(table))
        for actor, name in self._connection.execute(listed):
            if stands_in(group, folded(name)):
                yield actor, name

    def withheld(self, actors: Iterable[str]) -> Mapping[str, str]:
        """Those of these actors whose names are withheld."""
        return standing.withheld(self._connection, self._scope, actors) if self._veiled else {}

    @property
    def query(self) -> Query:
        """What is looked for."""
        return self._sought.query


def _over(veil: Veil | None, words: list[str]) -> list[str]:
    return veil.over(words) if veil else words


@dataclass(frozen=True, slots=True)
class _Claim:
    """A claim that is looked at: its number, that of its document, its sentence, its names with their actors."""

    number: int
    document: int
    sentence: str
    named: tuple[tuple[str, str], ...]


class _Named:
    """The actors who bear names that were looked for: by which group of terms, and under which name."""

    def __init__(self, search: Search) -> None:
        query = search.query
        self._query = query
        self._by: dict[str, dict[int, str]] = {}
        groups = [*query.wanted, *((query.unwanted,) if query.unwanted else ())]
        crowded = False
        for number, group in enumerate(groups):
            bearers = sorted(set(search.bearers(group)))
            if len({actor for actor, _ in bearers}) > NAMED_AT_MOST:
                crowded = True  # What so many are called tells of nobody, beside a name that does.
                continue
            for actor, name in bearers:
                self._by.setdefault(actor, {}).setdefault(number, name)
        if crowded and not self._by:
            search.problems.append(MANY_NAMES)
        for actor in search.withheld(self._by):
            del self._by[actor]

    @property
    def known(self) -> list[str]:
        """Their ids: who bears most of what is wanted first."""
        wanted = {a: sum(n < len(self._query.wanted) for n in by) for a, by in self._by.items()}
        return [actor for actor in sorted(wanted, key=lambda actor: (-wanted[actor], actor)) if wanted[actor]]

    def weigh(self, claim: _Claim, words: Sequence[str], names: Sequence[str]) -> tuple[int, str] | None:
        """How much of what is wanted is a name of the claim's actors, and why it was found; None where it was not."""
        worth, other = 0, ""
        for number, group in enumerate(self._query.wanted):
            under = self._under(claim, number)
            if stands_in(group, names):
                worth += 1
            elif under is not None:
                worth += 1
                other = other or ("" if stands_in(group, words) else f"{under[0]} is also called {under[1]}")
            elif not stands_in(group, words):
                return None
        unwanted = self._query.unwanted
        if unwanted and (stands_in(unwanted, words) or self._under(claim, len(self._query.wanted)) is not None):
            return None
        return worth, other

    def _under(self, claim: _Claim, number: int) -> tuple[str, str] | None:
        """A name of the claim, and the other name of its actor that is of this group of terms."""
        found = ((name, self._by.get(actor, {}).get(number, "")) for name, actor in claim.named)
        return next(((name, other) for name, other in found if other), None)
