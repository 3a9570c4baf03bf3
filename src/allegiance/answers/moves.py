"""Who went from one group to another, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from allegiance.answers.corroboration import DENIED, DISPUTED, POSSIBLE, filled
from allegiance.answers.dating import order
from allegiance.answers.evidence import Shelf
from allegiance.answers.happenings import Happening, denied_by, happenings, publishers_of
from allegiance.model import Actor, Answer, Certainty, Recorded, Row, View
from allegiance.when import When, parse, spanning

_ARRIVALS = ("join", "pledge")
_DEPARTURES = ("leave", "renounce")
_BELONGING = ("membership", "post", "appointment")
_HOW = {"join": "joined", "pledge": "pledged allegiance", "leave": "left", "renounce": "renounced allegiance"}


@dataclass(frozen=True, slots=True)
class _Move:
    """An arrival, a departure, or two happenings put together. `before` is what shows that he came from elsewhere."""

    main: Happening
    before: Happening | None = None

    @property
    def claims(self) -> tuple[Recorded, ...]:
        return self.main.told.claims + (self.before.told.claims if self.before else ())

    @property
    def status(self) -> str:
        """The status of the happening; put together from two, it is possible at the most."""
        if self.before is None:
            return self.main.told.certainty
        both = (self.main.told.status, self.before.told.status)
        return DISPUTED if DISPUTED in both else POSSIBLE


def moves(view: View, from_group: Actor | None, to_group: Actor | None, since: str = "", until: str = "") -> Answer:
    """Who went from one group to another between two dates (EDTF; either may be empty, either group None).

    A `join` that names both is shown as it is told. A joining or a pledge whose report does not say from where is put
    together with a leaving, or a belonging, of the same actor that another claim tells of: such a row says that it is
    derived. Fields: date, person, person_id, from, to, how, derived, sources, according_to, denied_by, publishers,
    published, sentence. What may lie within the period is kept. Raises BadDate.
    """
    source, target = (group.id if group else "" for group in (from_group, to_group))
    window = _window(since, until)
    found = [m for m in _moves(_claims(view, source, target), source, target) if _within(m.main.span, window)]
    shelf = Shelf(view)
    names = (from_group.name if from_group else "", to_group.name if to_group else "")
    rows = [_row(move, names, shelf) for move in sorted(found, key=lambda m: (not m.main.dated, order(m.main.span)))]
    query = (
        ("from", names[0]),
        ("to", names[1]),
        ("since", since),
        ("until", until),
    )
    return Answer("moves", query, tuple(rows), view.coverage(), shelf.evidence)


def _claims(view: View, source: str, target: str) -> list[Recorded]:
    """The claims that speak of either group's comings and goings, and of where those who were in the first turned."""
    asked = [group for group in (source, target) if group]
    told = view.claims(actors=asked, types=(*_ARRIVALS, *_DEPARTURES, *_BELONGING))
    people = sorted({filled(r, _role(r)) for r in told if source and _is_of(r, source)} - {source})
    more = view.claims(actors=people, types=_ARRIVALS) if people else ()
    return list({r.claim.id: r for r in (*told, *more)}.values())


def _role(recorded: Recorded) -> str:
    return "person" if recorded.claim.type in ("post", "appointment") else "actor"


def _is_of(recorded: Recorded, source: str) -> bool:
    return _belongs(recorded, source) or filled(recorded, "from") == source


def _window(since: str, until: str) -> When | None:
    first = parse(since).start_earliest if since else None
    last = parse(until).end_latest if until else None
    return spanning(first, last) if first is not None or last is not None else None


def _within(span: When | None, window: When | None) -> bool:
    return span is None or window is None or span.may_overlap(window)


def _moves(claims: Sequence[Recorded], source: str, target: str) -> list[_Move]:
    denied = [r for r in claims if r.claim.type in _DEPARTURES and r.claim.certainty is Certainty.DENIED]
    coming = happenings([*(r for r in claims if _arrives(r, source, target)), *denied])
    arrivals = [h for h in coming if h.type in _ARRIVALS]
    departures = happenings([r for r in claims if r.claim.type in _DEPARTURES and source in ("", filled(r, "from"))])
    belonging = happenings([r for r in claims if _belongs(r, source)]) if source else []
    out: list[_Move] = []
    told: set[int] = set()
    for arrival in arrivals:
        origins = {filled(r, "from") for r in arrival.told.claims} - {""}
        if not source or source in origins:
            out.append(_Move(arrival))
            told |= {i for i, d in enumerate(departures) if _same_actor(arrival, d) and _meet(arrival, d)}
        elif not origins:
            left = [i for i, d in enumerate(departures) if _same_actor(arrival, d) and _leads_to(d, arrival)]
            been = [b for b in belonging if _same_actor(arrival, b) and _leads_to(b, arrival)]
            if left:
                told.add(left[-1])
                out.append(_Move(arrival, departures[left[-1]]))
            elif been and arrival.told.status != DENIED:
                out.append(_Move(arrival, been[-1]))
    if not target:
        out += [_Move(d) for i, d in enumerate(departures) if i not in told]
    return out


def _arrives(recorded: Recorded, source: str, target: str) -> bool:
    to = filled(recorded, "to")
    return recorded.claim.type in _ARRIVALS and target in ("", to) and not (source and to == source)


def _belongs(recorded: Recorded, source: str) -> bool:
    kind = recorded.claim.type
    return (kind in _BELONGING and filled(recorded, "group") == source) or (
        kind in _ARRIVALS and filled(recorded, "to") == source
    )


def _who(happening: Happening) -> str:
    lead = happening.told.lead
    return filled(lead, _role(lead))


def _same_actor(one: Happening, other: Happening) -> bool:
    return _who(one) == _who(other) and one is not other


def _meet(one: Happening, other: Happening) -> bool:
    return one.span is None or other.span is None or one.span.may_overlap(other.span)


def _leads_to(earlier: Happening, later: Happening) -> bool:
    """Whether the one can have come first, and is not merely denied."""
    if earlier.told.status == DENIED or later.told.status == DENIED:
        return False
    return earlier.span is None or later.span is None or not later.span.before(earlier.span)


def _row(move: _Move, asked: tuple[str, str], shelf: Shelf) -> Row:
    """A row about a move. A group that was asked about is shown by the name it was asked by."""
    told, lead = move.main.told, move.main.told.lead
    how = _HOW[move.main.type]
    came_from = _said_most(told.claims, shelf, "from")
    because = move.main.because
    if move.before is not None:
        came_from = _said_most(move.before.told.claims, shelf, "from", "group", "to")
        earlier = _HOW.get(move.before.type, "belonged")
        how = f"{'belonged' if move.before.type in _ARRIVALS else earlier}, then {how}"
        date = f" ({move.before.date})" if move.before.date else ""
        because = f"derived: no report joins the two; {earlier}{date}; {because}".rstrip("; ")
    denials = [denied_by(told), denied_by(move.before.told) if move.before else ""]
    fields = (
        ("date", move.main.date),
        ("person", shelf.name(_who(move.main), lead)),
        ("person_id", _who(move.main)),
        ("from", asked[0] or came_from),
        ("to", asked[1] or _said_most(told.claims, shelf, "to")),
        ("how", f"denied: {how}" if move.status == DENIED else how),
        ("derived", "yes" if move.before is not None else ""),
        ("sources", str(told.sources)),
        ("according_to", told.according_to if move.status != DENIED else ""),
        ("denied_by", "; ".join(name for name in denials if name)),
        ("publishers", publishers_of(move.claims)),
        ("published", lead.appearance.published),
        ("sentence", lead.sentence),
    )
    return Row(fields, move.status, shelf.keep(move.claims), because)


def _said_most(claims: Iterable[Recorded], shelf: Shelf, *roles: str) -> str:
    """The group that most of these claims give in the first of these roles that any fills; of two, the better told."""
    given = list(claims)
    for role in roles:
        groups = Counter(group for r in given if (group := filled(r, role)))
        for group, _ in groups.most_common(1):
            return shelf.name(group, next(r for r in given if filled(r, role) == group))
    return ""
