"""When things were, as far as claims tell: their own dates, the bounds that their reports set, and their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce

from allegiance.errors import BadDate
from allegiance.model import TYPES, Recorded
from allegiance.when import When, parse, spanning

Dated = Callable[[Recorded], When | None]


def read(text: str) -> When | None:
    """The span that an EDTF text says; None where it is empty or no EDTF."""
    try:
        return parse(text) if text else None
    except BadDate:
        return None


def told_at(recorded: Recorded) -> When | None:
    """When it was said: the date that dates the saying, else the report's. None where neither is known."""
    return read(recorded.claim.reckoned_from) or read(recorded.appearance.published)


def happened(recorded: Recorded) -> When | None:
    """Within which span an event happened: its own date, else some time up to when it was said, else None.

    A date that says only by when it happened reaches no further than the day on which it was said.
    """
    own = read(recorded.claim.when)
    told = told_at(recorded)
    by_then = spanning(None, told.end_latest) if told is not None and told.end_latest is not None else None
    if own is None or (own.start_earliest is None and by_then is not None):
        return (own.narrow(by_then) or own) if own is not None and by_then is not None else by_then
    return own


def seen(recorded: Recorded) -> When | None:
    """When a state was seen to hold: its own span, else when it was said, which is a sighting and no start."""
    return read(recorded.claim.when) or told_at(recorded)


def at(recorded: Recorded) -> When | None:
    """`seen` for a state, `happened` for an event."""
    return seen(recorded) if TYPES[recorded.claim.type].state else happened(recorded)


def shown(recorded: Recorded) -> str:
    """The date as a reader is shown it: the claim's own, else `by` and the date that bounds it, else `""`."""
    if read(recorded.claim.when) is not None:
        return recorded.claim.when
    told = told_at(recorded)
    return f"by {told}" if told is not None else ""


def agreed(spans: Iterable[When]) -> When | None:
    """What several dates of one thing come to: what all of them allow; where any two clash, a span that holds all.

    It is the same in whatever order they come.
    """
    given = sorted(spans, key=order)
    out = given[0] if given else None
    for span in given[1:]:
        out = out.narrow(span) if out is not None else None
    return reduce(When.widen, given) if out is None and given else out


def window(since: str, until: str) -> tuple[date, date]:
    """The days from the first of one EDTF text to the last of another; an empty text bounds nothing. Raises BadDate."""
    first = parse(since).start_earliest if since else None
    last = parse(until).end_latest if until else None
    if first and last and last < first:
        raise BadDate(f"{until} lies before {since}", hint="give the earlier date first")
    return first or date.min, last or date.max


def order(span: When | None) -> tuple[bool, date, date, str]:
    """What to sort by: dated before undated, then as spans are sorted (`When.order_key`)."""
    return (True, date.max, date.max, "") if span is None else (False, *span.order_key)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims of one thing whose dates agree, and the span that they all allow."""

    span: When | None
    claims: tuple[Recorded, ...]


def clusters(claims: Sequence[Recorded], dated: Dated = at) -> list[Cluster]:
    """Claims that say one thing, parted where their dates cannot be the same: who was detained twice was taken twice.

    The most precise dates found the clusters, and each other claim goes to the latest one that it agrees with, so that
    a bound without a date of its own (`by 2019-03-14`) never makes a second event where there is one already.
    """
    spans: list[When | None] = []
    members: list[list[Recorded]] = []
    for recorded in sorted(claims, key=lambda r: (_width(dated(r)), order(dated(r)), r.claim.id)):
        span = dated(recorded)
        home = _home(span, spans)
        if home is None:
            spans.append(span)
            members.append([recorded])
            continue
        members[home].append(recorded)
        known = spans[home]
        spans[home] = span if known is None else known if span is None else (known.narrow(span) or known)
    made = [Cluster(span, tuple(group)) for span, group in zip(spans, members, strict=True)]
    return sorted(made, key=lambda cluster: order(cluster.span))


def _home(span: When | None, spans: Sequence[When | None]) -> int | None:
    """The cluster that a date belongs to: the latest that it can agree with. No date agrees with all."""
    fits = [i for i, known in enumerate(spans) if span is None or known is None or known.may_overlap(span)]
    return max(fits, key=lambda i: order(spans[i])) if fits else None


def _width(span: When | None) -> int:
    """How many days a span leaves open, so that the most precise comes first."""
    if span is None:
        return date.max.toordinal() + 1
    first, last = span.start_earliest, span.end_latest
    if first is None or last is None:
        return date.max.toordinal()
    return (last - first).days


def attested(first: date | None, last: date | None) -> tuple[str, str]:
    """The day by which a thing had been seen, and the day on which it was last seen, as EDTF.

    Where a single month or year is all that is told, the one lies behind the other: both are then that month or year.
    """
    if first and last and last < first:
        told = str(spanning(last, first))
        return told, told
    return str(first or ""), str(last or "")
