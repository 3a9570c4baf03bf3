"""Tenures: derived spans in a post or an allegiance, with *attested* kept apart from *started*.

An appointment, a joining, a pledge starts one; a removal, a leaving, a successor, a death ends it; `the group's
commander, Baro` attests it on that day and gives neither start nor end; `the former commander` says that it ended
before then. Whether it held on a day follows from its bounds: *certain* only between what is sure of its start and what
is sure of its end, *possible* where the bounds leave it open, *unknown* before it is first heard of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from allegiance.answers.corroboration import (
    CERTAIN,
    DENIED,
    DISPUTED,
    POSSIBLE,
    UNKNOWN,
    Account,
    Denials,
    account,
    denies,
    filled,
    post_class,
    surest,
)
from allegiance.answers.dating import agreed, clusters, happened, order, read, told_at
from allegiance.model import Certainty, Phase, Recorded
from allegiance.when import Point, When, spanning

MEMBER = "member"
ENDS_OF_LIFE = ("killing", "death")
DEAD = "killed or dead"
SIGNS_OF_LIFE = {
    **dict.fromkeys(("join", "leave", "pledge", "renounce"), "actor"),
    **dict.fromkeys(("detention", "release", "appointment", "removal"), "person"),
    "statement": "issuer",
}
"""Claim types that show a man alive on their date, and the role in which they do."""
_ARTICLES = ("a", "an", "the")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "several", "some", "many")
_QUANTITIES = frozenset((*_ARTICLES, *_NUMBERS, "both"))


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that someone can hold: whose, in which group, as what (`post_class`, or `member`), over which area.

    `person`, `group` and `area` are as `corroboration.filled` gives them.
    """

    person: str
    group: str
    post: str
    area: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """Something said to have ended a tenure: what it was, when, and who says or denies it.

    `alive` are claims of a later date by which a man said to be dead was not.
    """

    what: str
    span: When | None
    told: Account
    alive: tuple[Recorded, ...] = ()

    @property
    def status(self) -> str:
        """As the account has it, but a death after which he was seen alive is disputed."""
        return DISPUTED if self.alive and self.told.status != DENIED else self.told.status

    @property
    def claims(self) -> tuple[Recorded, ...]:
        """Everything that bears on it."""
        return self.told.claims + self.alive

    def over_by(self, day: date) -> bool:
        """Whether it lies wholly before `day`."""
        return self.span is not None and self.span.end_latest is not None and self.span.end_latest < day

    def open_on(self, day: date) -> bool:
        """Whether it may lie before `day`."""
        first = self.span.start_earliest if self.span is not None else None
        return first is None or first < day


@dataclass(frozen=True, slots=True)
class Tenure:
    """One span in a slot. `start` bounds its beginning where one is told of, and is None where it was only seen.

    `held` are the claims that it rests on, doubts and denials beside them; `sightings` the spans in which it was seen.
    """

    slot: Slot
    held: Account
    start: When | None
    sightings: tuple[When, ...]
    endings: tuple[Ending, ...] = ()

    @property
    def first(self) -> date | None:
        """The first day by which it had surely begun."""
        days = [s.start_latest for s in self.sightings if s.start_latest]
        return min([*days, *([self.start.end_latest] if self.start and self.start.end_latest else [])], default=None)

    @property
    def last(self) -> date | None:
        """The last day until which it is attested: a sighting, a start, or the day before a sure end can have come."""
        days = [self.attested] if self.attested else []
        days += [e.span.start_earliest for e in self.endings if _sure(e) and e.span and e.span.start_earliest]
        return max(days, default=None)

    @property
    def attested(self) -> date | None:
        """The last day on which a report shows it held or begun; ends are left aside."""
        days = [s.end_earliest for s in self.sightings if s.end_earliest]
        return max([*days, *([self.start.end_latest] if self.start and self.start.end_latest else [])], default=None)

    @property
    def since(self) -> When | None:
        """Within which span it began; open at its start where it was only seen."""
        bound = spanning(None, self.first) if self.first else None
        if self.start is None or bound is None:
            return self.start or bound
        return self.start.narrow(bound) or self.start

    @property
    def until(self) -> When | None:
        """Within which span it ended: the earliest sure end. What is only said to have ended it gives no bound."""
        spans = sorted((e.span for e in self.endings if _sure(e) and e.span is not None), key=order)
        if not spans:
            return None
        end = spans[0]
        for span in spans[1:]:
            end = end.narrow(span) or end
        last = max((s.end_earliest for s in self.sightings if s.end_earliest), default=None)
        return (end.narrow(spanning(last, None)) or end) if last else end

    def on(self, day: date) -> tuple[str, str]:
        """Its status on a day, and why; `("", …)` where it does not reach that day."""
        began = self.start.start_earliest if self.start is not None else None
        if began is not None and day < began:
            return "", "it began later"
        ended = self._ended(day)
        if ended is not None and ended[0] != POSSIBLE:
            return ended
        if self.first is None or self.last is None:
            return UNKNOWN, "no report that shows it is dated"
        base = self.held.status
        if day < self.first and base != DISPUTED:
            if began is None:
                return UNKNOWN, f"first attested {self.first}"
            return POSSIBLE, f"it began some time in {self.start}"
        if base == DISPUTED:
            return DISPUTED, "claimed and denied"
        if ended is not None:
            return ended
        if day > self.last:
            return POSSIBLE, f"last attested {self.last}; no end found"
        return base, _reason(self.held)

    def _ended(self, day: date) -> tuple[str, str] | None:
        """What the endings make of a day: off, disputed or possible, and why; None where they leave it as it is."""
        out: tuple[str, str] | None = None
        for ending in self.endings:
            status = ending.status
            if status == DENIED or not ending.open_on(day) or (self._held_after(day) and not ending.over_by(day)):
                continue
            contradicted = any(s.start_earliest and ending.over_by(s.start_earliest) for s in self.sightings)
            if status == CERTAIN and not contradicted:
                if ending.over_by(day):
                    return "", f"{ending.what} {ending.span}"
                if ending.span is None:
                    return UNKNOWN, f"{ending.what} at an unknown date"
                out = out or (POSSIBLE, f"{ending.what} some time in {ending.span}")
            elif status == DISPUTED or (status == CERTAIN and ending.what == DEAD):
                out = (DISPUTED, f"{ending.what}: claimed and {'denied' if ending.told.denials else 'seen later'}")
            elif not contradicted and (out is None or out[0] != DISPUTED):
                out = (POSSIBLE, f"said to be {ending.what}, {_reason(ending.told)}")
        return out

    def _held_after(self, day: date) -> bool:
        """Whether it is attested on that day or later, so that an end without a date of its own cannot lie before."""
        return self.last is not None and day <= self.last


def _sure(ending: Ending) -> bool:
    return ending.status == CERTAIN


def _reason(told: Account) -> str:
    """Why an account has its status, in words."""
    if told.status == CERTAIN:
        count = told.sources
        own = not told.according_to
        return "on the report's own word" if own and count == 1 else f"{count} independent sources"
    if told.doubts:
        return f"doubted; according to {told.according_to}" if told.according_to else "doubted by the report itself"
    return f"according to {told.according_to}" if told.according_to else f"{told.lead.claim.certainty.value} only"


def is_named(recorded: Recorded, role: str) -> bool:
    """Whether an actor is named, not described (`a Taliban commander`, `nine fighters`)."""
    words = recorded.claim.name(role).split()
    if not words or recorded.claim.count is not None:
        return False
    bare = " ".join(words)
    return words[0] not in _QUANTITIES and not words[0][0].isdigit() and (bare != bare.lower() or not bare.isascii())


@dataclass(frozen=True, slots=True)
class _Marks:
    """What claims say of one slot: what starts it, what shows it, what ends it (with a word for how)."""

    starts: tuple[Recorded, ...] = ()
    shows: tuple[Recorded, ...] = ()
    ends: tuple[tuple[str, Recorded], ...] = ()


_Falls = dict[tuple[str, str, str], "When | None"]


def tenures(claims: Sequence[Recorded], group: str, *, leaders: frozenset[str] = frozenset()) -> list[Tenure]:
    """The tenures in a group that these claims tell of, ordered by post, person and time.

    `claims` are all claims about the group and about the people in it (their deaths, their other moves); `group` is the
    group's id in the view. A pledge to one of `leaders` is read as one to the group: it is derived.
    Denied claims make no tenure: they stand beside those they deny.
    """
    whose = leaders | {group}
    affirmed = [r for r in claims if r.claim.certainty is not Certainty.DENIED]
    denials = Denials(claims)
    marks: dict[Slot, _Marks] = {}
    for recorded in affirmed:
        _note_holding(recorded, group, whose, marks)
    for recorded in affirmed:
        _note_ending(recorded, group, whose, marks)
    deaths = deaths_of(claims)
    falls = _falls(affirmed)
    out: list[Tenure] = []
    for slot, noted in marks.items():
        fate = deaths.get(slot.person)
        out += _Making(slot, noted, denials, fate, falls).tenures()
    return sorted(out, key=lambda t: (t.slot.post == MEMBER, t.slot.post, t.slot.person, order(t.since)))


def _note_holding(recorded: Recorded, group: str, whose: frozenset[str], marks: dict[Slot, _Marks]) -> None:
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
    slot = Slot(filled(recorded, role), group, post, filled(recorded, "area") if role == "person" else "")
    noted = marks.get(slot, _Marks())
    if kind not in ("post", "membership"):
        marks[slot] = replace(noted, starts=(*noted.starts, recorded))
        return
    ends = (("over", recorded),) if recorded.claim.phase is Phase.FORMER else ()
    marks[slot] = replace(noted, shows=(*noted.shows, recorded), ends=(*noted.ends, *ends))


def _note_ending(recorded: Recorded, group: str, whose: frozenset[str], marks: dict[Slot, _Marks]) -> None:
    """Note a claim that ends a tenure in `group`, in every slot that it speaks of, or in one that only it tells of."""
    claim = recorded.claim
    if claim.type in ("removal", "succession"):
        role = "person" if claim.type == "removal" else "predecessor"
        what = "removed" if claim.type == "removal" else "succeeded"
        where, post, area = filled(recorded, "group"), post_class(claim.name("role")), filled(recorded, "area")
        mine = [s for s in marks if s.person == filled(recorded, role) and s.post != MEMBER and where in ("", group)]
        hit = [s for s in mine if post in ("", s.post) and area in ("", s.area)]
        untold = Slot(filled(recorded, role), group, post, area) if where == group else None
    elif claim.type in ("leave", "renounce", "join") and filled(recorded, "from") in whose:
        role, what = "actor", "left"
        hit = [s for s in marks if s.person == filled(recorded, role)]
        untold = Slot(filled(recorded, role), group, MEMBER)
    else:
        return
    if not hit and untold is not None and is_named(recorded, role):
        hit = [untold]
    for slot in hit:
        noted = marks.get(slot, _Marks())
        marks[slot] = replace(noted, ends=(*noted.ends, (what, recorded)))


def _falls(affirmed: Iterable[Recorded]) -> _Falls:
    """By report, person and group (`""`: every group), when he fell: the post it gives him was his till then."""
    roles = {"killing": ("victim", ""), "death": ("person", ""), "succession": ("predecessor", "group")}
    roles |= {"removal": ("person", "group"), "leave": ("actor", "from"), "renounce": ("actor", "from")}
    out: _Falls = {}
    for recorded in affirmed:
        kind = recorded.claim.type
        role, where = ("actor", "from") if kind == "join" and recorded.claim.name("from") else roles.get(kind, ("", ""))
        if role:
            group = filled(recorded, where) if where else ""
            out[recorded.claim.document, filled(recorded, role), group] = happened(recorded)
    return out


def deaths_of(claims: Iterable[Recorded]) -> dict[str, Ending]:
    """What is said of each person's death, whoever is said to have done it, with every denial of it, by actor's id."""
    told: dict[str, list[Recorded]] = {}
    active: dict[str, list[Recorded]] = {}
    for recorded in claims:
        kind = recorded.claim.type
        if kind in ENDS_OF_LIFE:
            told.setdefault(filled(recorded, "victim" if kind == "killing" else "person"), []).append(recorded)
        elif kind in SIGNS_OF_LIFE and recorded.claim.certainty in (Certainty.STATED, Certainty.REPORTED):
            active.setdefault(filled(recorded, SIGNS_OF_LIFE[kind]), []).append(recorded)
    return {person: _death(given, active.get(person, ())) for person, given in told.items()}


def _death(claims: Sequence[Recorded], active: Sequence[Recorded]) -> Ending:
    """What claims of one person's death and killing come to. One man dies once, so their dates are taken together.

    The surest claims alone date it: a rumour of 2010 is no date for what a report of 2013 states. *X did not kill him*
    does not deny that he is dead, and counts only where no other account of his death stands. What he did on a later
    date of its own speaks against it; a report's date alone does not.
    """
    affirmed = [r for r in claims if r.claim.certainty is not Certainty.DENIED]
    denials = [r for r in claims if r.claim.certainty is Certainty.DENIED]
    standing = [r for r in affirmed if not any(d.claim.name("by") and denies(d, r) for d in denials)]
    against = [d for d in denials if not d.claim.name("by") or not standing]
    span = agreed(sorted((span for r in surest(affirmed) if (span := happened(r)) is not None), key=order))
    acts = [(r, own) for r in active if (own := read(r.claim.when)) is not None]
    alive = tuple(r for r, own in acts if span is not None and span.before(own))
    return Ending(DEAD, span, account([*(standing or affirmed), *against]), alive)


@dataclass(frozen=True, slots=True)
class _Making:
    """What one slot's tenures are made of."""

    slot: Slot
    noted: _Marks
    denials: Denials
    fate: Ending | None
    falls: _Falls

    def tenures(self) -> list[Tenure]:
        """The slot's tenures: a new one begins where a sure end lies wholly before what is told next."""
        endings = self._endings()
        closing = [e.span for e in endings if _sure(e) and e.span is not None]
        parts: dict[int, list[Recorded]] = {}
        for recorded in (*self.noted.starts, *self.noted.shows):
            parts.setdefault(_after(closing, self._span(recorded)), []).append(recorded)
        ends: dict[int, list[Ending]] = {}
        for ending in endings:
            number = _after(closing, ending.span)
            # Two ends with nothing held between them (removed in March, succeeded in April) end the same tenure.
            home = max((part for part in parts if part <= number), default=min(parts, default=0))
            ends.setdefault(home, []).append(ending)
        numbers = sorted(parts or ends)
        return [self._tenure(parts.get(number, []), ends.get(number, [])) for number in numbers]

    def _endings(self) -> list[Ending]:
        out = []
        for what in dict.fromkeys(word for word, _ in self.noted.ends):
            told = [recorded for word, recorded in self.noted.ends if word == what]
            for cluster in clusters(told, _over_at if what == "over" else happened):
                out.append(Ending(what, cluster.span, self._account(cluster.claims)))
        return out

    def _account(self, claims: Sequence[Recorded]) -> Account:
        return account([*claims, *self.denials.against(claims)])

    def _tenure(self, held: Sequence[Recorded], endings: Sequence[Ending]) -> Tenure:
        starts = [r for r in held if r in self.noted.starts]
        sightings = [span for r in held if r not in starts for span in self._sightings(r)]
        start = agreed([span for r in starts if (span := happened(r)) is not None])
        stated = agreed([span for r in held if r not in starts and (span := _own_start(r)) is not None])
        start = start or stated
        if start is not None and any(s.before(start) for s in sightings):
            # Seen before it is said to have begun: the later start is a renewal, and says only that it held then.
            sightings, start = [*sightings, start], None
        resting = held or [r for e in endings for r in e.told.support + e.told.doubts]
        fate = [self.fate] if self.fate is not None else []
        return Tenure(self.slot, self._account(resting), start, tuple(sightings), (*endings, *fate))

    def _span(self, recorded: Recorded) -> When | None:
        if recorded in self.noted.starts:
            return happened(recorded)
        return next(iter(self._sightings(recorded)), None)

    def _sightings(self, recorded: Recorded) -> list[When]:
        """When a claim shows the slot held: throughout its own span; else when its report was made, or at his fall."""
        own = read(recorded.claim.when)
        out = [own] if own is not None else []
        current = recorded.claim.phase is Phase.CURRENT
        if current and (own is None or (not own.single and own.end_latest is None)):
            falls = (self.falls.get((recorded.claim.document, self.slot.person, g)) for g in (self.slot.group, ""))
            told = next((fall for fall in falls if fall is not None), None) or told_at(recorded)
            dead = self.fate is not None and _sure(self.fate) and self.fate.span is not None
            if told is not None and not (dead and self.fate and self.fate.span and self.fate.span.before(told)):
                out.append(told)
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
