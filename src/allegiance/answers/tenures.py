"""From claims to tenures: which claims start one, which show it, which end it, and where the next begins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from allegiance.answers.corroboration import (
    Account,
    Denials,
    account,
    filled,
    is_single,
    post_class,
)
from allegiance.answers.dating import agreed, clusters, happened, order, read, told_at
from allegiance.answers.fates import ENDS_OF_LIFE, deaths_of
from allegiance.answers.tenure import MEMBER, Ending, Sighting, Slot, Tenure, sure
from allegiance.model import Certainty, Phase, Recorded
from allegiance.when import Point, When, spanning

_ARTICLES = ("a", "an", "the")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "several", "some", "many")
_QUANTITIES = frozenset((*_ARTICLES, *_NUMBERS, "both"))


def is_named(recorded: Recorded, role: str) -> bool:
    """Whether an actor is named, not described (`a Taliban commander`, `nine fighters`)."""
    words = recorded.claim.name(role).split()
    if not words or recorded.claim.count is not None:
        return False
    bare = " ".join(words)
    return words[0] not in _QUANTITIES and not words[0][0].isdigit() and (bare != bare.lower() or not bare.isascii())


@dataclass(slots=True)
class Marks:
    """What claims say of one slot: what starts it, what shows it, what ends it (with a word for how)."""

    starts: list[Recorded] = field(default_factory=list)
    shows: list[Recorded] = field(default_factory=list)
    ends: list[tuple[str, Recorded]] = field(default_factory=list)

    def take(self, other: Marks) -> None:
        """Add what another slot's claims say."""
        self.starts += other.starts
        self.shows += other.shows
        self.ends += other.ends

    def show(self, recorded: Recorded) -> None:
        """Note a claim of a state: it shows the slot held, and where it calls that former it ends it too."""
        self.shows.append(recorded)
        if recorded.claim.phase is Phase.FORMER:
            self.ends.append(("over", recorded))


Falls = dict[tuple[str, str, str], "When | None"]
"""When somebody fell, by report, person and group (`""`: every group)."""


class _Slots:
    """The slots that claims tell of, each with its marks, found by the person too: a group may have thousands."""

    def __init__(self) -> None:
        self.marks: dict[Slot, Marks] = {}
        self._of: dict[str, list[Slot]] = {}
        self._settled = False

    def join_areas(self) -> None:
        """Put together one man's post as it is told of with its area and without, where only one area is told of.

        A governor is then of that area; what a commander commands is told of once, and no second post.
        """
        for person, held in self._of.items():
            for post in dict.fromkeys(slot.post for slot in held):
                same = [slot for slot in held if slot.post == post]
                bare = next((slot for slot in same if not slot.area), None)
                if bare is None or len(same) != 2:
                    continue
                told = next(slot for slot in same if slot.area)
                kept, gone = (bare, told) if is_single(post, "") else (told, bare)
                self.marks[kept].take(self.marks.pop(gone))
                self._of[person] = [slot for slot in self._of[person] if slot != gone]

    def settle(self) -> None:
        """Let slots that are met from now on, of which only an end is told, be hit by no other end."""
        self._settled = True

    def at(self, slot: Slot) -> Marks:
        """The marks of a slot, which are empty where it is new."""
        if slot not in self.marks:
            self.marks[slot] = Marks()
            if not self._settled:
                self._of.setdefault(slot.person, []).append(slot)
        return self.marks[slot]

    def of(self, person: str) -> list[Slot]:
        """The slots that a person is told to have held, in the order in which they were first met."""
        return self._of.get(person, [])


def tenures(claims: Sequence[Recorded], group: str, *, leaders: frozenset[str] = frozenset()) -> list[Tenure]:
    """The tenures in a group that these claims tell of, ordered by post, person and time.

    `claims` are all claims about the group and about the people in it (their deaths, their other moves); `group` is the
    group's id in the view. A pledge to one of `leaders` is read as one to the group: it is derived.
    Denied claims make no tenure: they stand beside those they deny.
    """
    whose = leaders | {group}
    affirmed = [r for r in claims if r.claim.certainty is not Certainty.DENIED]
    denials = Denials(claims)
    slots = _Slots()
    for recorded in affirmed:
        _note_holding(recorded, group, whose, slots)
    slots.join_areas()
    slots.settle()
    for recorded in affirmed:
        _note_ending(recorded, group, whose, slots)
    _note_merger(affirmed, group, slots)
    deaths = deaths_of(claims)
    falls = _falls(affirmed, deaths)
    out: list[Tenure] = []
    for slot, noted in slots.marks.items():
        fates = tuple(deaths[person] for person in (slot.person,) if person in deaths)
        out += Making(slot, noted, denials, fates, falls).tenures()
    return sorted(out, key=lambda t: (t.slot.post == MEMBER, t.slot.post, t.slot.person, order(t.since)))


def _note_holding(recorded: Recorded, group: str, whose: frozenset[str], slots: _Slots) -> None:
    """Note a claim that starts or shows a tenure in `group`."""
    kind = recorded.claim.type
    if kind in ("post", "appointment", "succession"):
        role, where = "person", "group"
    elif kind in ("membership", "join", "pledge"):
        role, where = "actor", "group" if kind == "membership" else "to"
    else:
        return
    if filled(recorded, where) not in whose or not is_named(recorded, role):
        return
    post = post_class(recorded.claim.name("role")) if role == "person" else MEMBER
    noted = slots.at(Slot(filled(recorded, role), group, post, filled(recorded, "area") if role == "person" else ""))
    if kind in ("post", "membership"):
        noted.show(recorded)
    else:
        noted.starts.append(recorded)


def _note_ending(recorded: Recorded, group: str, whose: frozenset[str], slots: _Slots) -> None:
    """Note a claim that ends a tenure in `group`, in every slot that it speaks of, or in one that only it tells of."""
    claim = recorded.claim
    if claim.type in ("removal", "succession"):
        role = "person" if claim.type == "removal" else "predecessor"
        what = "removed" if claim.type == "removal" else "succeeded"
        where, post, area = filled(recorded, "group"), post_class(claim.name("role")), filled(recorded, "area")
        mine = [s for s in slots.of(filled(recorded, role)) if s.post != MEMBER and where in ("", group)]
        hit = [s for s in mine if post in ("", s.post) and area in ("", s.area)]
        untold = Slot(filled(recorded, role), group, post, area) if where == group else None
    elif claim.type in ("leave", "renounce", "join") and filled(recorded, "from") in whose:
        role, what = "actor", "left"
        hit = slots.of(filled(recorded, role))
        untold = Slot(filled(recorded, role), group, MEMBER)
    else:
        return
    if not hit and untold is not None and is_named(recorded, role):
        hit = [untold]
    for slot in hit:
        slots.at(slot).ends.append((what, recorded))


def _note_merger(affirmed: Iterable[Recorded], group: str, slots: _Slots) -> None:
    """A group that merged into another is no more: what was held in it is over, and nobody is carried along."""
    for recorded in affirmed:
        if recorded.claim.type == "merger" and filled(recorded, "group") == group:
            for marks in slots.marks.values():
                marks.ends.append(("merged", recorded))


def _falls(affirmed: Iterable[Recorded], deaths: Mapping[str, Ending]) -> Falls:
    """By report, person and group (`""`: every group), when he fell: the post it gives him was his till then.

    A report that tells of his death or his successor without a date tells of the death that others date. Where reports
    give his death dates that clash, no one of them says when he fell.
    """
    roles = {"killing": ("victim", ""), "death": ("person", ""), "succession": ("predecessor", "group")}
    roles |= {"removal": ("person", "group"), "leave": ("actor", "from"), "renounce": ("actor", "from")}
    out: Falls = {}
    for recorded in affirmed:
        kind = recorded.claim.type
        role, where = ("actor", "from") if kind == "join" and recorded.claim.name("from") else roles.get(kind, ("", ""))
        if not role:
            continue
        person, fall = filled(recorded, role), happened(recorded)
        fate = deaths.get(person)
        died = fate.span if fate is not None and sure(fate) else None
        if fall is not None and died is not None and kind in (*ENDS_OF_LIFE, "succession"):
            clashing = kind in ENDS_OF_LIFE and died.contains(fall)
            fall = died if clashing else (fall.narrow(died) or fall) if fall.start_earliest is None else fall
        place = (recorded.claim.document, person, filled(recorded, where) if where else "")
        known = out.get(place)
        if known is None or known.start_earliest is None:
            out[place] = fall
    return out


@dataclass(frozen=True, slots=True)
class Making:
    """What one slot's tenures are made of. `lasting`: what starts them is never over, as a split is not."""

    slot: Slot
    noted: Marks
    denials: Denials
    fates: tuple[Ending, ...] = ()
    falls: Falls = field(default_factory=dict)
    lasting: bool = False

    def tenures(self) -> list[Tenure]:
        """The slot's tenures: a new one begins where a sure end lies wholly before what is told next."""
        endings = self._endings()
        closing = [e.span for e in endings if sure(e) and e.span is not None]
        starts: dict[int, list[Recorded]] = {}
        shows: dict[int, list[tuple[Recorded, list[Sighting]]]] = {}
        for recorded in self.noted.starts:
            starts.setdefault(_after(closing, happened(recorded)), []).append(recorded)
        for recorded in self.noted.shows:
            seen = self._sightings(recorded)
            shows.setdefault(_after(closing, seen[0].span if seen else None), []).append((recorded, seen))
        parts = starts.keys() | shows.keys()
        ends: dict[int, list[Ending]] = {}
        for ending in endings:
            number = _after(closing, ending.span)
            # Two ends with nothing held between them (removed in March, succeeded in April) end the same tenure.
            home = max((part for part in parts if part <= number), default=min(parts, default=0))
            ends.setdefault(home, []).append(ending)
        return [
            self._tenure(starts.get(number, []), shows.get(number, []), ends.get(number, []))
            for number in sorted(parts or ends)
        ]

    def _endings(self) -> list[Ending]:
        out = []
        for what in dict.fromkeys(word for word, _ in self.noted.ends):
            told = [recorded for word, recorded in self.noted.ends if word == what]
            for cluster in clusters(told, _over_at if what == "over" else happened):
                out.append(Ending(what, cluster.span, self._account(cluster.claims)))
        return out

    def _account(self, claims: Sequence[Recorded]) -> Account:
        return account([*claims, *self.denials.against(claims)])

    def _tenure(
        self, starts: Sequence[Recorded], seen: Sequence[tuple[Recorded, list[Sighting]]], endings: Sequence[Ending]
    ) -> Tenure:
        shows = [recorded for recorded, _ in seen]
        sightings = [sighting for _, told in seen for sighting in told]
        start = agreed([span for r in starts if (span := happened(r)) is not None])
        start = start or agreed([span for r in shows if (span := _own_start(r)) is not None])
        if start is not None and any(s.span.before(start) for s in sightings):
            # Seen before it is said to have begun: the later start is a renewal, and says only that it held then.
            sightings, start = [*sightings, Sighting(start, moment=True)], None
        resting = [*starts, *shows] or [r for e in endings for r in e.told.support + e.told.doubts]
        ends = (*endings, *self.fates)
        return Tenure(self.slot, self._account(resting), start, tuple(sightings), ends, self.lasting)

    def _sightings(self, recorded: Recorded) -> list[Sighting]:
        """When a claim shows the slot held: throughout its own span; else when its report was made, or at his fall."""
        own = read(recorded.claim.when)
        out = [Sighting(own)] if own is not None else []
        current = recorded.claim.phase is Phase.CURRENT
        if current and (own is None or (not own.single and own.end_latest is None)):
            falls = (self.falls.get((recorded.claim.document, self.slot.person, g)) for g in (self.slot.group, ""))
            told = next((fall for fall in falls if fall is not None), None) or told_at(recorded)
            dead = [fate.span for fate in self.fates if sure(fate) and fate.span is not None]
            if told is not None and not any(span.before(told) for span in dead):
                out.append(Sighting(told, moment=True))
        return out


def _after(closing: Iterable[When], span: When | None) -> int:
    return sum(end.before(span) for end in closing) if span is not None else 0


def _own_start(recorded: Recorded) -> When | None:
    """The start that a state's own span gives: `since 2009` is `2009/..`."""
    own = read(recorded.claim.when)
    return When(own.start, own.start) if own and not own.single and isinstance(own.start, Point) else None


def _over_at(recorded: Recorded) -> When | None:
    """When something called former ended: after its own span, by the time it was said."""
    own, told = read(recorded.claim.when), told_at(recorded)
    if own is not None and not own.single and isinstance(own.end, Point):
        return When(own.end, own.end)
    first = own.end_earliest if own is not None else None
    last = told.end_latest if told is not None else None
    if first is None and last is None:
        return None
    return spanning(first, last if first is None or last is None or first <= last else None)
