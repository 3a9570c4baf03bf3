"""Claims that wait for somebody to look at them: the unsure, and those of rules that people have put wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from allegiance.ledger import tables as t
from allegiance.ledger.scope import Scope

LOOKED_AT = 200_000
"""Among so many claims, recorded one after another, those of some frames are looked for at once."""


def unsure(connection: Connection, scope: Scope, certainties: Sequence[str], before: int, most: int) -> list[int]:
    """The numbers of at most so many claims of these certainties, recorded before a number, the last of them first.

    Claims that somebody has accepted wait for nobody.
    """
    claims, readings = t.claims, t.readings
    query = (
        select(claims.c.seq)
        .join(readings, readings.c.seq == claims.c.reading)
        .where(claims.c.seq < before, claims.c.certainty.in_(certainties))
        .where(scope.holds(claims, readings), ~scope.is_accepted(claims.c.id))
        .order_by(claims.c.seq.desc())
        .limit(most)
    )
    return list(connection.execute(query).scalars())


def of_frames(connection: Connection, scope: Scope, frames: Sequence[str], before: int, most: int) -> list[int]:
    """The same of claims that these frames gave, whatever their certainty, among the last recorded by then."""
    claims, readings = t.claims, t.readings
    last = connection.execute(select(func.max(claims.c.seq)).where(claims.c.seq < before)).scalar() or 0
    query = (
        select(claims.c.seq)
        .join(readings, readings.c.seq == claims.c.reading)
        .join(t.findings, t.findings.c.seq == claims.c.seq)
        .where(claims.c.seq < before, claims.c.seq > last - LOOKED_AT, t.findings.c.frame.in_(frames))
        .where(scope.holds(claims, readings), ~scope.is_accepted(claims.c.id))
        .order_by(claims.c.seq.desc())
        .limit(most)
    )
    return list(connection.execute(query).scalars())


def frames_put_wrong(connection: Connection, scope: Scope) -> dict[str, tuple[int, int]]:
    """The frames of whose claims people rejected or corrected more than they accepted: how many of either."""
    judged = (
        select(t.findings.c.frame, t.judgements.c.act, func.count(t.subjects.c.subject.distinct()))
        .join(t.claims, t.claims.c.id == t.subjects.c.subject)
        .join(t.findings, t.findings.c.seq == t.claims.c.seq)
        .join(t.judgements, t.judgements.c.seq == t.subjects.c.judgement)
        .where(t.judgements.c.act.in_(("accept", "reject", "correct")), scope.counts(t.judgements))
        .where(t.findings.c.frame != "")
        .group_by(t.findings.c.frame, t.judgements.c.act)
    )
    wrong: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for frame, act, many in connection.execute(judged):
        (right if act == "accept" else wrong)[frame] += many
    return {frame: (wrong[frame], right[frame]) for frame in sorted(wrong) if wrong[frame] > right[frame]}
