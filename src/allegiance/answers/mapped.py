"""What reports tell of places: where something happened, or where a group is, as far as the place is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from allegiance.answers.dating import window
from allegiance.answers.evidence import Shelf
from allegiance.answers.happenings import Happening, Outcomes, happenings, row
from allegiance.model import Answer, Kind, Recorded, Row, View

_PLACED = ("area", "target")
"""Roles that a place fills, and that say where something is or happened."""
_JURISDICTIONS = ("post", "appointment", "removal")
"""Of these, the area is what somebody is over, and not where he is."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map: `latitude` and `longitude` are degrees, `radius` how uncertain they are, in kilometres.

    `name` has what it lies in with it, `within` are the ids of that. `level` is what kind of place it is.
    """

    id: str
    name: str
    level: str
    latitude: float
    longitude: float
    radius: int
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A happening and one place of it; None where the name of the place is not settled. `written` is that name."""

    told: Happening
    spot: Spot | None
    written: str

    def within(self, first: date, last: date) -> bool:
        """Whether it was, or held, in these days; what no report dates counts on the day of which it is told."""
        span = self.told.span
        if span is None:
            return (first, last) == (date.min, date.max)
        start = span.start_earliest if self.told.dated else span.start_earliest or span.end_latest
        return (start or date.min) <= last and (span.end_latest or date.max) >= first


def places_named(recorded: Recorded) -> tuple[str, ...]:
    """The names of the places where what a claim tells of is or happened, the closest first."""
    claim = recorded.claim
    fillers = [f for f in claim.roles if f.role in _PLACED and claim.type not in _JURISDICTIONS]
    roles = [f.name for f in fillers if f.kind is Kind.PLACE or (claim.type == "presence" and f.role == "area")]
    return tuple(dict.fromkeys(name for name in (*roles, claim.where) if name))


def placed(claims: Sequence[Recorded], spots: Mapping[tuple[str, str], Spot]) -> list[Placed]:
    """What these claims tell of that has a place, in order of time.

    `spots` are where names of places lie, by claim and name. A place that another one of the same happening lies in is
    left out: what happened in a town did not happen elsewhere in its province. Where reports tell of several places,
    each has its own entry.
    """
    out = []
    for told in happenings([r for r in claims if r.claim.type != "alias" and places_named(r)]):
        named = {
            (r.claim.id, name): spots.get((r.claim.id, name)) for r in told.told.claims for name in places_named(r)
        }
        known = {spot.id: (spot, name) for (_, name), spot in reversed(named.items()) if spot is not None}
        holders = {holder for spot, _ in known.values() for holder in spot.within}
        closest = [(spot, name) for id, (spot, name) in known.items() if id not in holders]
        if closest:
            out += [Placed(told, spot, name) for spot, name in closest]
        else:
            out.append(Placed(told, None, next(name for _, name in named)))
    return out


def mapped(
    view: View, told: Iterable[Placed], query: tuple[tuple[str, str], ...], since: str = "", until: str = ""
) -> Answer:
    """What happened or held from the first day of `since` to the last of `until` (EDTF), with its place.

    Fields: place, place_id, level, latitude, longitude, radius (kilometres), written, then those of
    `happenings.fields`. Where the name of the place is not settled, all but `written` are empty. Raises BadDate.
    """
    first, last = window(since, until)
    chosen = [one for one in told if one.within(first, last)]
    shelf = Shelf(view)
    outcomes = Outcomes(view, [one.told for one in chosen])
    rows = []
    for one in chosen:
        made, spot = row(one.told, outcomes, shelf), one.spot
        head = (
            ("place", spot.name if spot else ""),
            ("place_id", spot.id if spot else ""),
            ("level", spot.level if spot else ""),
            ("latitude", f"{spot.latitude:.3f}" if spot else ""),
            ("longitude", f"{spot.longitude:.3f}" if spot else ""),
            ("radius", str(spot.radius) if spot else ""),
            ("written", one.written),
        )
        rows.append(Row(head + made.fields, made.status, made.claims, made.because))
    asked = (*query, ("since", since), ("until", until))
    return Answer("map", asked, tuple(rows), view.coverage(), shelf.evidence)
