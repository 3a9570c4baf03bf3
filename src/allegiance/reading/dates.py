"""English dates: find them in a text, resolve them to EDTF, and read the date that a document bears.

    find_dates("He had left the group nine days later.")   one phrase, `nine days later`, that leans on an anchor
    resolve(phrase, anchor="2020-08-03").edtf               2020-08-12
    document_date("HERAT, Afghanistan (Jan. 25, 2013) …")   2013-01-25

Nothing here guesses: where the words, the document's date and the date before leave it open, the answer is empty.
The choices that English leaves to its reader are written in `dates_reckon`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from allegiance.errors import BadDate
from allegiance.reading.dates_clock import Clock, Reckoned
from allegiance.reading.dates_find import find_dates
from allegiance.reading.dates_header import document_date
from allegiance.reading.dates_phrase import DatePhrase, Lean, Moment, Pick, Relation, Resolved, Shape
from allegiance.reading.dates_reckon import reckon
from allegiance.when import Edge, Point, Precision, When, on, parse

__all__ = [
    "DatePhrase", "Relation", "Resolved", "begun", "bounded", "counts_from_event", "document_date", "ended",
    "find_dates", "in_story", "lasting", "resolve",
]  # fmt: skip

_STORY = 62
"""Within how many days a story goes on without saying the year again."""

_COUNTED_FROM = re.compile(r"\b(?:after|before|prior to|following)$", re.IGNORECASE)
_NOTHING_MORE = re.compile(r"\s*(?:$|[.,;:)\]\"'–—-]|(?:and|but|in|near|at|by|during|from|as|on) )")


def resolve(phrase: DatePhrase, *, reference: str = "", anchor: str = "") -> Resolved:
    """What a phrase says in EDTF, from the document's date (`reference`) or the date it leans on (`anchor`).

    Both are EDTF or empty. A month or day without its year is reckoned from the reference where there is one, and else
    from the anchor: give no reference to have it lean on the anchor. Lengths of time (`for six years`) resolve to
    nothing by themselves; see `begun`. Raises BadDate where `reference` or `anchor` is no EDTF.
    """
    clock = Clock(parse(reference) if reference else None, parse(anchor) if anchor else None)
    found = _range(phrase, clock) if phrase.until else _base(phrase, clock)
    if found is None:
        return Resolved("", rule=_why_not(phrase, clock))
    related = _related(found.when, phrase.relation)
    if related is None:
        return Resolved("", rule="the date has no side to it that words could mean")
    return Resolved(str(related), str(found.origin) if found.origin else "", found.rule)


def in_story(phrase: DatePhrase, resolved: Resolved, *, reference: str, anchor: str) -> Resolved:
    """A day without its year, told in one paragraph behind a day with one, long before the document: of that year.

    `On 2 February 2021 A attacked B. On 4 February …` is 2021 whatever year the report is of. It must follow the date
    before within two months; a month alone may be this year's, and is left as it was. So `on the 12th` is of its month.
    """
    moment = phrase.moment
    bare = moment.shape is Shape.DATE and moment.day > 0 and not moment.year and not moment.shifted
    if not (
        bare
        and len(anchor) == len("2021-02-02")
        and reference
        and moment.pick is Pick.NEAREST
        and moment.lean is Lean.REFERENCE
    ):
        return resolved
    told = resolve(phrase, anchor=anchor)
    days = [_first_day(edtf) for edtf in (anchor, told.edtf, reference)]
    if None in days or told.edtf == resolved.edtf:
        return resolved
    before, here, now = (day for day in days if day is not None)
    return told if before <= here <= now and (here - before).days <= _STORY else resolved


def _first_day(edtf: str) -> date | None:
    """The first day of a date, where it has one."""
    return parse(edtf).start_earliest if edtf else None


def begun(phrase: DatePhrase, *, until: str) -> Resolved:
    """When a length of time began that ended, or still ran, at `until` (EDTF): `for a year` until 2011-02-06 gives
    `2010-02`. It is no finer than a month for months and years; empty for phrases that are no length."""
    moment = phrase.moment
    if moment.shape is not Shape.LENGTH or not moment.count:
        return Resolved("", rule="no length of time that is counted")
    window = replace(moment, shape=Shape.WINDOW, lean=Lean.REFERENCE)
    found = reckon(window, Clock(parse(until), None))
    if found is None:
        return Resolved("", rule="the end is not known as finely as the length")
    return Resolved(str(found.when.start), until, f"{moment.count} {moment.unit.value} before")


def ended(phrase: DatePhrase, *, since: str) -> Resolved:
    """When a length of time ended that began at `since` (EDTF): `for six years` from 2004 gives `2010`."""
    moment = phrase.moment
    if moment.shape is not Shape.LENGTH or not moment.count:
        return Resolved("", rule="no length of time that is counted")
    found = reckon(replace(moment, shape=Shape.SHIFT, lean=Lean.REFERENCE), Clock(parse(since), None))
    if found is None:
        return Resolved("", rule="the start is not known as finely as the length")
    return Resolved(str(found.when), since, f"{moment.count} {moment.unit.value} after")


def lasting(phrase: DatePhrase, *, until: str) -> Resolved:
    """What lasted for a length of time and still ran at `until`: `2010-02/..`; empty for what is no length."""
    found = begun(phrase, until=until)
    return replace(found, edtf=f"{found.edtf}/..") if found.edtf else found


def bounded(edtf: str, relation: Relation) -> str:
    """What a state that runs since, until, before or after a date comes to: `../2013`, or empty."""
    found = _related(parse(edtf), relation)
    return str(found) if found else ""


def counts_from_event(phrase: DatePhrase, text: str) -> bool:
    """Whether a phrase counts from an event that the words behind it tell of: `two days after` he was captured."""
    if phrase.base is not None or phrase.kind != Lean.ANCHOR.value or not _COUNTED_FROM.search(phrase.text):
        return False
    return not _NOTHING_MORE.match(text[phrase.span[1] :])


def _base(phrase: DatePhrase, clock: Clock) -> Reckoned | None:
    """The phrase's own moment, counted from the date that it names itself where it names one."""
    if phrase.base is None:
        return reckon(phrase.moment, clock)
    base = reckon(phrase.base, clock)
    if base is None:
        return None
    found = reckon(phrase.moment, Clock(clock.reference, base.when))
    return Reckoned(found.when, base.origin, f"{found.rule} from {base.rule}") if found else None


def _range(phrase: DatePhrase, clock: Clock) -> Reckoned | None:
    """From a start to an end. In a dated document the end is found first, and the start is the latest before it."""
    start, end = phrase.moment, phrase.until or phrase.moment
    backwards = clock.reference is not None and _leans(start) and _leans(end) and start.shape is end.shape
    first, second = (end, start) if backwards else (start, end)
    one = reckon(first, clock)
    if one is None:
        return None
    if _leans(second):
        second, clock = _beside(second, first, one, clock, backwards=backwards)
    other = reckon(second, clock)
    if other is None:
        return None
    begin, finish = (other, one) if backwards else (one, other)
    if begin.when.start_earliest is None or finish.when.end_latest is None:
        return None
    try:
        when = When(begin.when.start, finish.when.end)
    except BadDate:
        return None
    rule = f"{begin.rule}, to {finish.rule}" if begin.rule != finish.rule else begin.rule
    return Reckoned(when, one.origin or other.origin, rule)


def _leans(moment: Moment) -> bool:
    """Whether it is a month, a day or a weekday of which only the words beside it say which."""
    bare = not moment.year and moment.shifted is None and moment.lean is Lean.REFERENCE and moment.pick is Pick.NEAREST
    return bare and (moment.shape is Shape.WEEKDAY or (moment.shape is Shape.DATE and moment.month > 0))


def _beside(moment: Moment, known: Moment, found: Reckoned, clock: Clock, *, backwards: bool) -> tuple[Moment, Clock]:
    """The other end of a range, made to lie on the right side of the end that is known."""
    start = found.when.start
    if not isinstance(start, Point):
        return moment, clock
    if moment.shape is Shape.WEEKDAY:
        return moment, Clock(on(start.first), clock.anchor) if backwards else clock
    if known.shape is not Shape.DATE or not known.month:
        return moment, clock
    fine = bool(moment.day and known.day)
    mine, theirs = (moment.month, moment.day * fine), (known.month, known.day * fine)
    year = start.year - (mine > theirs) if backwards else start.year + (mine < theirs)
    return replace(moment, year=year, lean=Lean.NOTHING), clock


def _related(when: When, relation: Relation) -> When | None:
    """What happened, given how it stands to the date.

    `since X` and `after X` run from X without an end; `until X` and `by X` run to X; `before X` runs to the day, month
    or year before X. What comes after a year is not held to begin in the next, since writers mean both.
    """
    if relation in (Relation.SINCE, Relation.FROM, Relation.AFTER):
        return When(when.start if relation is not Relation.AFTER else when.end, Edge.OPEN)
    if relation in (Relation.UNTIL, Relation.BY):
        return When(Edge.OPEN, when.end)
    if relation is Relation.BEFORE:
        return When(Edge.OPEN, _before(when.start)) if isinstance(when.start, Point) and when.start.year > 1 else None
    return when


def _before(point: Point) -> Point:
    """The day, month or year before one."""
    day = point.first - timedelta(days=1)
    month = day.month if point.precision is not Precision.YEAR else 0
    return Point(day.year, month, day.day if point.precision is Precision.DAY else 0, point.mark)


def _why_not(phrase: DatePhrase, clock: Clock) -> str:
    if phrase.kind == "duration":
        return "a length of time gives no date"
    if phrase.kind == "unresolved":
        return "the words give no date"
    needed = clock.anchor if phrase.kind == Lean.ANCHOR.value else clock.reference
    return "the date it leans on is not known" if needed is None else "the words leave it open"
