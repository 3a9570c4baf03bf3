"""What a view rests on, counted. It goes through all documents once, and so is kept until something of it changes."""

from __future__ import annotations

from collections.abc import Hashable

from sqlalchemy import ColumnElement, Connection, ScalarSelect, and_, exists, func, select

from allegiance.ledger import tables as t
from allegiance.ledger.derive import UNDATED
from allegiance.ledger.scope import Scope
from allegiance.model import Coverage


def depends_on(connection: Connection, scope: Scope) -> Hashable:
    """What the coverage of a scope depends on, its day and redactions apart: of two with the same it is the same.

    Most decisions change nothing of it: whoever works through claims does not wait for everything to be counted anew.
    """
    appeared = select(func.max(t.appearances.c.seq)).where(t.appearances.c.seq <= scope.last)
    read = select(func.max(t.readings.c.seq)).where(t.readings.c.seq <= scope.last)
    ends = [connection.execute(query).scalar_one_or_none() for query in (appeared, read)]
    judged = [frozenset(connection.execute(query).scalars()) for query in scope.judged_for_counting()]
    return (*ends, *judged)


def coverage(connection: Connection, scope: Scope) -> Coverage:
    """How many documents and claims, of which publishers, from when to when, and what was not read."""
    table = t.appearances
    counts = and_(scope.appears(table), ~scope.is_retracted(table.c.document))
    titled = select(table.c.publisher, func.count()).where(counts).group_by(table.c.publisher)
    publishers = sorted(name for name, _ in connection.execute(titled) if name)
    dated = select(table.c.published).where(counts, table.c.low != UNDATED).limit(1)
    earliest = connection.execute(dated.order_by(table.c.low, table.c.out)).scalar()
    latest = connection.execute(dated.order_by(table.c.out.desc(), table.c.low.desc())).scalar()
    first = select(func.min(table.c.low).label("low")).where(counts).group_by(table.c.document).subquery()
    documents, with_date = connection.execute(
        select(func.count(), func.count().filter(first.c.low != UNDATED)).select_from(first)
    ).one()
    unread = connection.execute(
        select(t.documents.c.language, func.count())
        .where(is_unread(scope), scope.stands(t.documents.c.seq))
        .group_by(t.documents.c.language)
    ).all()
    return Coverage(
        documents=documents,
        claims=_claims(connection, scope),
        publishers=tuple(publishers),
        earliest=earliest or "",
        latest=latest or "",
        undated=documents - with_date,
        unread_languages=tuple(sorted((str(language), int(times)) for language, times in unread)),
    )


def is_unread(scope: Scope) -> ColumnElement[bool]:
    """Whether no program has read a document."""
    return ~exists().where(
        t.readings.c.document == t.documents.c.seq, t.readings.c.human == 0, t.readings.c.seq <= scope.last
    )


def claims_of_readings() -> ScalarSelect[int]:
    """How many claims a reading has."""
    return select(func.count()).where(t.claims.c.reading == t.readings.c.seq).correlate(t.readings).scalar_subquery()


def _claims(connection: Connection, scope: Scope) -> int:
    """How many claims the view holds: those of each reading that counts, but for the dismissed, and those given."""
    readings, claims = t.readings, t.claims
    holding = and_(scope.is_newest(readings), scope.stands(readings.c.document))
    # Whether a reading counts is asked once for each, and not for each of its claims.
    every = connection.execute(select(func.sum(claims_of_readings())).where(holding)).scalar() or 0
    counted = select(func.count()).select_from(claims.join(readings, readings.c.seq == claims.c.reading))
    dismissed = connection.execute(counted.where(scope.is_dismissed(claims.c.id), holding)).scalar() or 0
    people = select(readings.c.seq).where(readings.c.human == 1, readings.c.seq <= scope.last).limit(1)
    if connection.execute(people).first() is None:
        return int(every) - int(dismissed)
    given = connection.execute(counted.where(readings.c.human == 1, scope.holds(claims, readings))).scalar() or 0
    return int(every) - int(dismissed) + int(given)
