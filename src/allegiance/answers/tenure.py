"""A tenure: a derived span in a post or an allegiance, with *attested* kept apart from *started*.

An appointment, a joining, a pledge starts one; a removal, a leaving, a successor, a death ends it; `the group's
commander, Baro` attests it on that day and gives neither start nor end; `the former commander` says that it ended
before then. Whether it held on a day follows from its bounds: *certain* only between what is sure of its start and what
is sure of its end, *possible* where the bounds leave it open, *unknown* before it is first heard of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from allegiance.answers.corroboration import CERTAIN, DENIED, DISPUTED, POSSIBLE, UNKNOWN, Account
from allegiance.answers.dating import order
from allegiance.model import Recorded
from allegiance.when import When, spanning

_DAY = timedelta(days=1)
SUREST = (CERTAIN, DISPUTED, POSSIBLE, UNKNOWN, "")
"""What a tenure may be on a day, the surest first; empty where it does not reach it."""
MEMBER = "member"
DEAD = "killed or dead"


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
class Sighting:
    """When a tenure was seen: throughout a span, or at some `moment` within it, of which the span says less."""

    span: When
    moment: bool = False

    @property
    def begun_by(self) -> date | None:
        """The first day by which what was seen had surely begun; None where nothing says."""
        return self.span.end_latest if self.moment else self.span.start_latest

    @property
    def lasts_to(self) -> date | None:
        """The last day on which it was surely still to be seen."""
        return self.span.start_earliest if self.moment else self.span.end_earliest

    @property
    def earliest(self) -> date | None:
        """The first day on which it can have been seen."""
        return self.span.start_earliest


@dataclass(frozen=True)
class Ending:
    """Something said to have ended a tenure: what it was, when, and who says or denies it.

    `alive` are claims of a later date by which a man said to be dead was not.
    """

    what: str
    span: When | None
    told: Account
    alive: tuple[Recorded, ...] = ()

    @cached_property
    def status(self) -> str:
        """As the account has it, but a death after which he was seen alive is disputed."""
        return DISPUTED if self.alive and self.told.status != DENIED else self.told.status

    @cached_property
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


@dataclass(frozen=True)
class Tenure:
    """One span in a slot. `start` bounds its beginning where one is told of, and is None where it was only seen.

    `held` are the claims that it rests on, doubts and denials beside them; `sightings` when it was seen.
    What is `lasting` never ends: that a group split from another stays so.
    """

    slot: Slot
    held: Account
    start: When | None
    sightings: tuple[Sighting, ...]
    endings: tuple[Ending, ...] = ()
    lasting: bool = False

    @cached_property
    def first(self) -> date | None:
        """The first day by which it had surely begun."""
        days = [s.begun_by for s in self.sightings if s.begun_by]
        return min([*days, *([self.start.end_latest] if self.start and self.start.end_latest else [])], default=None)

    @cached_property
    def last(self) -> date | None:
        """The last day until which it is attested: a sighting, a start, or the first day on which a sure end may be.

        A removal, a leaving, a successor tell of what ended then. A death does not: he may have been out of it long.
        """
        days = [self.attested] if self.attested else []
        told = (e.span.start_earliest for e in self.endings if sure(e) and e.span and e.what != DEAD)
        days += [day for day in told if day]
        return max(days, default=None)

    @cached_property
    def attested(self) -> date | None:
        """The last day on which a report shows it held or begun; ends are left aside."""
        days = [s.lasts_to for s in self.sightings if s.lasts_to]
        return max([*days, *([self.start.end_latest] if self.start and self.start.end_latest else [])], default=None)

    @cached_property
    def since(self) -> When | None:
        """Within which span it began; open at its start where it was only seen."""
        bound = spanning(None, self.first) if self.first else None
        if self.start is None or bound is None:
            return self.start or bound
        return self.start.narrow(bound) or self.start

    @cached_property
    def until(self) -> When | None:
        """Within which span it ended: the earliest sure end. What is only said to have ended it gives no bound."""
        spans = sorted((e.span for e in self.endings if sure(e) and e.span is not None), key=order)
        if not spans:
            return None
        end = spans[0]
        for span in spans[1:]:
            end = end.narrow(span) or end
        last = max((s.lasts_to for s in self.sightings if s.lasts_to), default=None)
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
        if day < self.first:
            if began is None:
                return UNKNOWN, f"first attested {self.first}"
            if base != DISPUTED:
                return POSSIBLE, f"it began some time in {self.start}"
        if base == DISPUTED:
            return DISPUTED, "claimed and denied"
        if ended is not None:
            return ended
        if day > self.last and not self.lasting:
            return POSSIBLE, f"last attested {self.last}; no end found"
        return base, reason(self.held)

    def during(self, first: date, last: date) -> tuple[str, str]:
        """Its surest status on any day from one to another, and why; `("", …)` where it reaches none of them.

        Disputed counts as surer than possible: what is disputed on a day is told of it.
        """
        days = {first, last}
        days.update(day for turn in self.turns() for day in days_near(turn) if first <= day <= last)
        return min((self.on(day) for day in sorted(days)), key=lambda told: SUREST.index(told[0]))

    def turns(self) -> Iterator[date]:
        """The days on, before or after which its status may change, and on no others."""
        spans = [
            *(s.span for s in self.sightings),
            *(e.span for e in self.endings if e.span),
            *([self.start] if self.start else []),
        ]
        for span in spans:
            yield from (day for day in span.bounds if day is not None)

    def _ended(self, day: date) -> tuple[str, str] | None:
        """What the endings make of a day: off, disputed or possible, and why; None where they leave it as it is."""
        out: tuple[str, str] | None = None
        for ending in self.endings:
            status = ending.status
            if status == DENIED or not ending.open_on(day) or (self._held_after(day) and not ending.over_by(day)):
                continue
            if ending.what == DEAD and status == DISPUTED and self._all_after(ending):
                continue
            contradicted = any(s.earliest and ending.over_by(s.earliest) for s in self.sightings)
            if status == CERTAIN and not contradicted:
                if ending.over_by(day):
                    return "", f"{ending.what} {ending.span}"
                if ending.span is None:
                    return UNKNOWN, f"{ending.what} at an unknown date"
                out = out or (POSSIBLE, f"{ending.what} some time in {ending.span}")
            elif status == DISPUTED or (status == CERTAIN and ending.what == DEAD):
                out = (DISPUTED, f"{ending.what}: claimed and {'denied' if ending.told.denials else 'seen later'}")
            elif not contradicted and (out is None or out[0] != DISPUTED):
                out = (POSSIBLE, f"said to be {ending.what}, {reason(ending.told)}")
        return out

    def _all_after(self, ending: Ending) -> bool:
        """Whether all that shows a tenure lies after an end, which it therefore speaks against as a whole."""
        days = [s.earliest for s in self.sightings] + ([self.start.start_earliest] if self.start else [])
        return bool(days) and all(day is not None and ending.over_by(day) for day in days)

    def _held_after(self, day: date) -> bool:
        """Whether it is attested on that day or later, so that an end without a date of its own cannot lie before."""
        return self.last is not None and day <= self.last


def days_near(turn: date) -> list[date]:
    """A day, the one before it and the one after it."""
    before = [turn - _DAY] if turn > date.min else []
    return [*before, turn, *([turn + _DAY] if turn < date.max else [])]


def sure(ending: Ending) -> bool:
    """Whether nothing speaks against an ending."""
    return ending.status == CERTAIN


def reason(told: Account) -> str:
    """Why an account has its status, in words."""
    if told.status == CERTAIN:
        count = told.sources
        own = not told.according_to
        return "on the report's own word" if own and count == 1 else f"{count} independent sources"
    if told.doubts:
        return f"doubted; according to {told.according_to}" if told.according_to else "doubted by the report itself"
    return f"according to {told.according_to}" if told.according_to else f"{told.lead.claim.certainty.value} only"
