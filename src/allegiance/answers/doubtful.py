"""Claims that a person should look at: what others deny, what reports doubt, what they only hold possible, and the rest
of a rule that people here have put wrong. The worst first, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from allegiance.answers.corroboration import DENIED, content_key, subjects_of
from allegiance.answers.evidence import Shelf
from allegiance.model import Answer, Certainty, Recorded, Row, View

DENIED_BY_ANOTHER, DOUBTED, POSSIBLE, PUT_WRONG = "denied by another", "doubted", "possible", "rule put wrong"
KINDS = (DENIED_BY_ANOTHER, DOUBTED, POSSIBLE, PUT_WRONG)
"""Why a claim is doubtful, the worst first."""
_NOTES = {
    DOUBTED: "the report itself doubts it",
    POSSIBLE: "the report holds it possible, and says no more",
}
_CERTAINTY = {DENIED_BY_ANOTHER: Certainty.DENIED, DOUBTED: Certainty.DOUBTED, POSSIBLE: Certainty.POSSIBLE}
_SURE = (Certainty.STATED, Certainty.REPORTED, Certainty.LIKELY)
_AT_ONCE = 20
_MOST_DENIALS = 200
"""So many denials are looked at for one page: most deny what nobody here claims."""
LATEST = 2**62
"""Before this number every claim was recorded."""


class Waiting(View, Protocol):
    """A view that knows which claims wait to be looked at. Numbers are in the order of recording."""

    def unsure(self, certainties: Sequence[str], before: int, most: int) -> Sequence[tuple[int, Recorded]]:
        """At most so many claims of these certainties that nobody accepted, the last recorded before a number first."""
        ...

    def of_frames(self, frames: Sequence[str], before: int, most: int) -> Sequence[tuple[int, Recorded]]:
        """The same, of claims that these frames gave."""
        ...

    def frames_put_wrong(self) -> Mapping[str, tuple[int, int]]:
        """The frames that people put wrong more often than right, with how often either."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: at a kind, and there with the claims recorded before a number."""

    kind: str = KINDS[0]
    before: int = LATEST


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of doubtful claims, and where the next one begins; None where there is none."""

    answer: Answer
    next: Place | None


def doubtful(view: Waiting, begin: Place = Place(), most: int = 10) -> Queue:
    """At most so many doubtful claims from a place on; `most` may be passed by what one denial denies.

    Each row is of one claim, which comes first among its claims; those that deny it follow. Fields: why (a kind), type.
    What somebody accepted, rejected or corrected is not doubtful any more, until that is taken back.
    """
    shelf = Shelf(view)
    rows: dict[str, Row] = {}
    wrong = view.frames_put_wrong()
    place: Place | None = begin
    while place is not None and len(rows) < most:
        found, place = _some(view, place, most - len(rows), wrong)
        for kind, recorded, because, against in found:
            fields = (("why", kind), ("type", recorded.claim.type))
            kept = shelf.keep([recorded, *against])
            rows.setdefault(recorded.claim.id, Row(fields, recorded.claim.certainty.value, kept, because))
    query = (("from", begin.kind),)
    return Queue(Answer("doubtful", query, tuple(rows.values()), view.coverage(), shelf.evidence), place)


_Found = tuple[str, Recorded, str, tuple[Recorded, ...]]


def _some(
    view: Waiting, place: Place, most: int, wrong: Mapping[str, tuple[int, int]]
) -> tuple[list[_Found], Place | None]:
    """Some claims from a place on, all of its kind, and where to go on."""
    kind, before = place.kind, place.before
    if kind == DENIED_BY_ANOTHER:
        return _denied(view, before, most)
    if kind == PUT_WRONG:
        given = view.of_frames(sorted(wrong), before, most) if wrong else ()
        found = [(kind, r, _of_rule(r, wrong), ()) for _, r in given]
    else:
        given = view.unsure([_CERTAINTY[kind].value], before, most)
        found = [(kind, r, _NOTES[kind], ()) for _, r in given]
    return list(found), Place(kind, given[-1][0]) if len(given) == most else _after(kind)


def _after(kind: str) -> Place | None:
    at = KINDS.index(kind) + 1
    return Place(KINDS[at]) if at < len(KINDS) else None


def _of_rule(recorded: Recorded, wrong: Mapping[str, tuple[int, int]]) -> str:
    no, yes = wrong.get(recorded.frame, (0, 0))
    return f"the rule {recorded.frame} gave it, of whose claims {no} were put wrong here and {yes} right"


def _denied(view: Waiting, before: int, most: int) -> tuple[list[_Found], Place | None]:
    """What others deny, found from the denials; where none of many denies anything here, the next page goes on."""
    found: list[_Found] = []
    looked = 0
    while len(found) < most and looked < _MOST_DENIALS:
        given = view.unsure([DENIED], before, _AT_ONCE)
        found += _claimed(view, [recorded for _, recorded in given])
        looked += len(given)
        if len(given) < _AT_ONCE:
            return found, _after(DENIED_BY_ANOTHER)
        before = given[-1][0]
    return found, Place(DENIED_BY_ANOTHER, before)


def _claimed(view: View, denials: Sequence[Recorded]) -> Iterator[_Found]:
    """The claims of the same as these denials deny, each with those that deny it."""
    subjects = {actor for r in denials for actor in subjects_of(r)} - {""}
    types = {r.claim.type for r in denials}
    against: dict[tuple[str, ...], list[Recorded]] = {}
    for recorded in denials:
        against.setdefault(content_key(recorded), []).append(recorded)
    given: Iterable[Recorded] = view.claims(actors=sorted(subjects), types=sorted(types)) if subjects else ()
    for recorded in given:
        denying = against.get(content_key(recorded), ())
        if denying and recorded.claim.certainty in _SURE and not _is_accepted(recorded):
            others = {r.claim.document for r in denying} - {recorded.claim.document}
            where = "another report" if others else "the same report"
            yield DENIED_BY_ANOTHER, recorded, f"{where} denies it", tuple(denying)


def _is_accepted(recorded: Recorded) -> bool:
    return any(one.act == "accept" and recorded.claim.id in one.subjects for one in recorded.judged)
