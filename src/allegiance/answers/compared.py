"""Two rosters of one group set side by side: who arrived, who is gone, whose place is firmer or weaker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allegiance.answers.corroboration import CERTAIN, DISPUTED, POSSIBLE, UNKNOWN
from allegiance.errors import NotFound
from allegiance.model import Answer, Row, View

ARRIVED, GONE, FIRMER, WEAKER = "arrived", "gone", "firmer", "weaker"
_RANKS = {DISPUTED: 1, POSSIBLE: 2, CERTAIN: 3}


@dataclass(frozen=True, slots=True)
class Compared:
    """How a roster differs from an earlier one.

    `marks` has a mark for each row of the later one, in its order: arrived, firmer, weaker, or `""` where nothing
    changed. `was` has, beside it, what the row was, in words. `gone` are the rows of the earlier one that have no row
    in the later.
    """

    marks: tuple[str, ...]
    was: tuple[str, ...]
    gone: tuple[Row, ...]


def compared(then: Answer, now: Answer, view: View) -> Compared:
    """How `now` differs from `then`, both answers of `roster` on one group; `view` is that of `now`.

    A row that is not told for its day (`unknown`) is as if it were not there. The rows of a person meet by post and
    area; what is left of him, where reports call his post otherwise, meets in order. Of two rows that meet, the status
    decides which is firmer, then how many independent sources there are.
    """
    there = {row.get("person_id") for row in now.rows}
    old: dict[str, list[Row]] = {}
    for row in then.rows:
        if row.status != UNKNOWN:
            person = row.get("person_id")
            old.setdefault(person if person in there else _known(view, person), []).append(row)
    new: dict[str, list[int]] = {}
    for number, row in enumerate(now.rows):
        if row.status != UNKNOWN:
            new.setdefault(row.get("person_id"), []).append(number)
    met: dict[int, Row] = {}
    for person, numbers in new.items():
        met |= _meeting({n: now.rows[n] for n in numbers}, old.get(person, []))
    marks = [_mark(row, met.get(number)) for number, row in enumerate(now.rows)]
    matched = {id(row) for row in met.values()}
    gone = tuple(row for row in then.rows if row.status != UNKNOWN and id(row) not in matched)
    return Compared(tuple(mark for mark, _ in marks), tuple(was for _, was in marks), gone)


def _known(view: View, person: str) -> str:
    """The id under which the later view knows an actor: two may have been joined since."""
    try:
        return view.actor(person).id
    except NotFound:
        return person


def _meeting(new: Mapping[int, Row], old: Sequence[Row]) -> dict[int, Row]:
    """The earlier row of each of a person's rows: that of the same post, else the first that is left."""
    left = list(old)
    met: dict[int, Row] = {}
    for number, row in new.items():
        same = next((each for each in left if _post(each) == _post(row)), None)
        if same is not None:
            met[number] = same
            left.remove(same)
    for number in new:
        if number not in met and left:
            met[number] = left.pop(0)
    return met


def _post(row: Row) -> tuple[str, str]:
    return row.get("role").casefold(), row.get("area").casefold()


def _mark(row: Row, before: Row | None) -> tuple[str, str]:
    if row.status == UNKNOWN:
        return "", ""
    if before is None:
        return ARRIVED, ""
    if before.status != row.status:
        firmer = _RANKS[row.status] > _RANKS[before.status]
        return (FIRMER if firmer else WEAKER), f"was {before.status}"
    sources, former = (int(each.get("sources") or 0) for each in (row, before))
    if sources != former:
        return (FIRMER if sources > former else WEAKER), f"independent sources: {sources}, were {former}"
    return "", ""
