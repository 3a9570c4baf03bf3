"""What a date phrase is, as typed values: the finder makes them, the resolver reads them, nothing else is between."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What sort of words they are, which decides how they are reckoned."""

    DATE = "date"
    """A year, month and day, of which some may lack: `14 October 2014`, `May 20`, `October`, `the 12th`."""
    WEEKDAY = "weekday"
    """`on Tuesday`, `last Tuesday`."""
    SHIFT = "shift"
    """Some units from a day: `yesterday`, `last month`, `three years ago`, `nine days later`, `that same week`."""
    WINDOW = "window"
    """A stretch that ends, or begins, at a day: `the past two years`, `within a year`."""
    SEASON = "season"
    """`last winter`, `the autumn of 2012`."""
    DECADE = "decade"
    """`the 1990s`."""
    LENGTH = "length"
    """A length of time with no date: `for six years`."""
    VAGUE = "vague"
    """A date that no calendar of ours gives: `Ramadan`, `in recent weeks`, `a few days later`."""


class Lean(StrEnum):
    """What a moment is reckoned from."""

    NOTHING = "absolute"
    REFERENCE = "reference"
    ANCHOR = "anchor"


class Pick(StrEnum):
    """Which of several a word points at: which August, which Tuesday, which summer."""

    NEAREST = ""
    LAST = "last"
    THIS = "this"
    NEXT = "next"


class Unit(StrEnum):
    """Units of time, the finest first."""

    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


class Season(StrEnum):
    """Seasons of the year, by name."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


class Part(StrEnum):
    """Which part of a moment is meant. `nth` of a moment counts halves, quarters, weeks and days from the front, or
    backwards where it is negative, and is the number of `months` at its front or its back."""

    WHOLE = ""
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    START = "start"
    END = "end"
    SO_FAR = "so far"
    REST = "rest"
    HALF = "half"
    QUARTER = "quarter"
    MONTHS = "months"
    WEEK = "week"
    DAY = "day"


class Relation(StrEnum):
    """How what happened stands to the date."""

    ON = "on"
    IN = "in"
    OVER = "over"
    BETWEEN = "between"
    SINCE = "since"
    FROM = "from"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    AS_OF = "as of"
    FOR = "for"


@dataclass(frozen=True, slots=True)
class Moment:
    """The words of one date, taken apart. 0 means not given, except in `count`, where it is a number of units.

    `year` below 100 is a year whose century is not said (`'92`). `weekday` runs from 1, Monday, to 7. `count` is -1 for
    one unit earlier. With `whole`, units are those of the calendar (`last week`), else lengths (`a week ago`).
    Where `shifted` names a unit, the date lies in the year, month or week that is `count` of them away (`May 20 last
    year`, `the first of this month`, `Monday last week`). `about` makes it approximate.
    """

    shape: Shape
    lean: Lean = Lean.NOTHING
    pick: Pick = Pick.NEAREST
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0
    season: Season | None = None
    unit: Unit = Unit.DAY
    count: int = 0
    whole: bool = False
    shifted: Unit | None = None
    part: Part = Part.WHOLE
    nth: int = 0
    about: bool = False


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date as a text words it.

    `span` is half-open, in characters of the text that was searched, and takes in the words that relate the date
    (`since`, `in early`); `core` is the span of the bare date (of `since last August`, that of `last August`).
    `attributive` is set where the date stands before a noun that it dates (`the May 20 raid`, `August's shooting`):
    the relation is then to that noun, and no `since` or `after` before it is taken in. `kind` is `absolute`,
    `reference` (it needs the document's date), `anchor` (it leans on an earlier date or event), `duration`, or
    `unresolved`. `until` is the far end of a range (`from 1994 to 1999`); `base` is a date from which the phrase itself
    counts (`two days after 3 March`).
    """

    span: tuple[int, int]
    text: str
    kind: str
    relation: Relation
    moment: Moment
    core: tuple[int, int]
    attributive: bool = False
    until: Moment | None = None
    base: Moment | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a phrase comes to: EDTF, or empty where nothing can be said; the date it was reckoned from, or empty for
    an absolute one; and the rule that was used, in words for `doctor why`."""

    edtf: str
    reckoned_from: str = ""
    rule: str = ""
