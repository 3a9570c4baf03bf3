"""Looking actors up by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from typing import Any

from rapidfuzz import fuzz, process
from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, Subquery, and_, func, select, union_all

from allegiance.errors import NotFound, Withheld
from allegiance.ledger import tables as t
from allegiance.ledger.asked import Asked, Asking, values_of
from allegiance.ledger.database import ROWS_AT_ONCE, streamed
from allegiance.ledger.derive import UNDATED, chunks
from allegiance.ledger.identity import actor_of
from allegiance.ledger.scope import NO_DOCUMENT, Scope, bearing, named
from allegiance.ledger.standing import withheld
from allegiance.model import Actor, Kind
from allegiance.names import key

FOUND_AT_MOST = 50
SUGGESTED_AT_MOST = 5
SHORTEST_PART = 3
"""How many letters of a word must be given for it to be looked for within longer words."""
UNFIT = 5
PRIVATE = "private persons and minors"
SHOWN = "where a public role was missed, `allegiance judge public` with the id that `allegiance doctor why CLAIM` shows"
LIKE_ENOUGH = 70.0
"""The least likeness (0 to 100, rapidfuzz's WRatio of the keys) at which a name is suggested."""


def find(connection: Connection, scope: Scope, name: str, kind: Kind, *, veiled: bool) -> list[Actor]:
    """Actors that bear the name, or where none does those of whose names it is a part. Raises NotFound.

    Where `veiled`, persons whose names are withheld are not found: Withheld is raised where only such bear the name.
    Where not, they are found by the whole name alone: whoever decides on them gives it, and learns none from a part.
    """
    wanted = key(name)
    others: list[Actor] = []
    if wanted:
        for part in (False, True):
            graded = _candidates(connection, scope, wanted, part=part)
            every = _ranked(connection, scope, graded)
            ranked = _open(connection, scope, every, veiled=veiled or part)
            if every and not ranked:
                raise Withheld(f"reports name {name!r} in no public role: there is no page on {PRIVATE}", hint=SHOWN)
            if found := _of_kind(connection, scope, ranked, kind):
                return found
            others += _of_kind(connection, scope, ranked, Kind.UNKNOWN)
    suggestions = _suggestions(connection, scope, wanted, kind) if wanted else ()
    hint = f"did you mean {' or '.join(suggestions)}?" if suggestions else ""
    raise NotFound(_missing(scope, name, kind, others), suggestions=suggestions, hint=hint)


def _missing(scope: Scope, name: str, kind: Kind, others: Sequence[Actor]) -> str:
    """What is said of a name that no actor of this kind has in this view; `others` are actors of another that do."""
    held = "was in the ledger at that time" if scope.past else "is in the ledger"
    where = held if scope.day == UNDATED else f"is told of in reports that were out by {scope.day}"
    if others:
        return f"{others[0].name} is a {others[0].kind}, and no {kind} called {name!r} {where}"
    return f"no actor called {name!r} {where}"


def _bearers(connection: Connection, scope: Scope, wanted: str, *, part: bool) -> Iterable[tuple[str, str]]:
    """Actors with a name of which the wanted one is the key, or a `part`; each with the key of that name."""
    if not part:
        return [(actor, key) for actor, key in _EXACTLY.all(connection, key=wanted, **values_of(scope))]
    words = wanted.split()
    in_text = and_(*(t.uses.c.key.contains(word, autoescape=True) for word in words))
    in_register = and_(*(t.identity.c.key.contains(word, autoescape=True) for word in words))
    return ((row.actor, row.key) for row in streamed(connection, _bearing(scope, in_text, in_register)))


def _bearing(
    scope: Scope, in_text: ColumnElement[bool], in_register: ColumnElement[bool]
) -> CompoundSelect[*tuple[str, ...]]:
    names = named(scope).where(in_text).subquery()
    identity = t.identity
    listed = select(identity.c.actor, identity.c.key).where(
        identity.c.document == NO_DOCUMENT, scope.knows(identity), in_register
    )
    return union_all(select(names.c.actor, names.c.key).distinct(), listed.distinct())


def _exactly(asking: Asking) -> CompoundSelect[*tuple[str, ...]]:
    wanted = asking.text("key")
    return _bearing(asking.scope, t.uses.c.key == wanted, t.identity.c.key == wanted)


_EXACTLY = Asked(_exactly)


def _candidates(connection: Connection, scope: Scope, wanted: str, *, part: bool) -> dict[str, int]:
    """Actors with a name that fits, each with how well its best name fits: 0 is best."""
    graded: dict[str, int] = {}
    for actor, borne in _bearers(connection, scope, wanted, part=part):
        grade = _grade(wanted, borne)
        if grade < UNFIT:
            graded[actor] = min(grade, graded.get(actor, grade))
    return graded


def _grade(wanted: str, found: str) -> int:
    """0 the same, 1 begins with it, 2 has it as words in a row, 3 has its words, 4 has them within words, else 5."""
    if found == wanted:
        return 0
    if found.startswith(f"{wanted} "):
        return 1
    if f" {wanted} " in f" {found} ":
        return 2
    words = wanted.split()
    if set(words) <= set(found.split()):
        return 3
    return 4 if all(len(word) >= SHORTEST_PART for word in words) else UNFIT


def _ranked(connection: Connection, scope: Scope, graded: dict[str, int]) -> list[str]:
    """Those of the candidates that have claims in the view, the best first."""
    if len(graded) == 1:  # Nobody need be counted who comes first in any case.
        (only,) = graded
        return [only] if _SOME.all(connection, actors=[only], **values_of(scope)) else []
    counted = ((times, actor) for some in chunks(graded) for actor, times in _tally(connection, scope, some))
    ranked = nsmallest(FOUND_AT_MOST, ((graded[actor], -times, actor) for times, actor in counted))
    return [actor for _, _, actor in ranked]


def _tally(connection: Connection, scope: Scope, actors: Sequence[str]) -> Iterable[tuple[str, int]]:
    """How many claims of the view each of these actors stands in; those with none are left out."""
    return [(actor, times) for actor, times in _TALLY.all(connection, actors=actors, **values_of(scope))]


def _tallied(asking: Asking) -> Select[str, int]:
    names = bearing(lambda column: asking.among(column, "actors"), asking.scope)
    query = select(names.c.actor, func.count(t.claims.c.seq.distinct()))
    return _standing(asking, query, names).group_by(names.c.actor)


def _some(asking: Asking) -> Select[int]:
    names = bearing(lambda column: asking.among(column, "actors"), asking.scope)
    return _standing(asking, select(t.claims.c.seq), names).limit(1)


def _standing(asking: Asking, query: Select[*tuple[Any, ...]], names: Subquery) -> Select[*tuple[Any, ...]]:
    """A question about the claims of the view in which these names stand."""
    return (
        query.join_from(names, t.roles, and_(t.roles.c.document == names.c.document, t.roles.c.name == names.c.name))
        .join(t.claims, t.claims.c.seq == t.roles.c.claim)
        .join(t.readings, t.readings.c.seq == t.claims.c.reading)
        .where(asking.scope.holds(t.claims, t.readings))
    )


_TALLY = Asked(_tallied)
_SOME = Asked(_some)


def _of_kind(connection: Connection, scope: Scope, actors: Iterable[str], kind: Kind) -> list[Actor]:
    found = [actor_of(connection, scope, actor) for actor in actors]
    return found if kind is Kind.UNKNOWN else [actor for actor in found if actor.kind in (kind, Kind.UNKNOWN)]


def _open(connection: Connection, scope: Scope, actors: Sequence[str], *, veiled: bool) -> list[str]:
    """Those of these actors whose names are not withheld."""
    hidden = withheld(connection, scope, actors) if veiled else {}
    return [actor for actor in actors if actor not in hidden]


def _suggestions(connection: Connection, scope: Scope, wanted: str, kind: Kind) -> tuple[str, ...]:
    """The nearest names whose actors are in the view, but for those that are withheld."""
    best: list[tuple[float, str]] = []
    for some in chunks(_keys(connection), ROWS_AT_ONCE * 20):
        near = process.extract(
            wanted, some, scorer=fuzz.WRatio, processor=None, limit=SUGGESTED_AT_MOST, score_cutoff=LIKE_ENOUGH
        )
        best = nsmallest(SUGGESTED_AT_MOST, [*best, *((-score, found) for found, score, _ in near)])
    nearest = [found for _, found in best]
    graded = {
        actor: place
        for place, found in reversed(list(enumerate(nearest)))
        for actor in _candidates(connection, scope, found, part=False)
    }
    shown = _open(connection, scope, _ranked(connection, scope, graded), veiled=True)
    actors = _of_kind(connection, scope, shown, kind)
    return tuple(dict.fromkeys(actor.name for actor in actors))[:SUGGESTED_AT_MOST]


def _keys(connection: Connection) -> Iterator[str]:
    in_text, in_register = select(t.uses.c.key), select(t.identity.c.key)
    query = select(in_text.union(in_register).subquery().c.key)
    yield from (row.key for row in streamed(connection, query))
