"""Time counted from an event that the sentence tells of: `two days after he was captured`, `a week after his death`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import TYPES
from allegiance.reading import dates
from allegiance.reading.clause import Clause
from allegiance.reading.dates_phrase import DatePhrase
from allegiance.reading.draft import Draft
from allegiance.reading.echo import ECHO_OF
from allegiance.reading.timing import COUNTED, Dated, is_state

COMING = frozenset({"come", "happen", "occur", "take", "follow"})
NEAR = 30
"""How many drafts back an event is looked for whose date a later sentence counts from."""


def dated(
    fresh: Sequence[Draft], clauses: Sequence[Clause], found: Sequence[Dated], earlier: Sequence[Draft]
) -> list[Draft]:
    """A sentence's drafts, those dated that lie a stated time before or after another whose date is known."""
    out = list(fresh)
    for date in found:
        if date.kind != COUNTED or date.phrase is None:
            continue
        event = clauses[date.clause] if date.clause >= 0 else None
        main = _main(clauses, event)
        if event is None or main is None:
            continue
        known = _date_of(event, out, found, earlier)
        meant = _happening(main, clauses)
        if known:
            out = [_at(d, meant, known, date.phrase) for d in out]
        else:
            told = next((d.when for d in out if d.clause in meant and d.when and not is_state(d.type)), "")
            back = replace(date.phrase, moment=replace(date.phrase.moment, count=-date.phrase.moment.count))
            out = [_at(d, frozenset({event.index}), told, back) for d in out] if told else out
    return out


def _main(clauses: Sequence[Clause], event: Clause | None) -> Clause | None:
    """The event that is dated by the other: the clause over it."""
    current = event
    while current is not None and current.parent >= 0:
        current = clauses[current.parent]
        if current.form == "verb" and current is not event:
            return current
    return None


def _happening(main: Clause, clauses: Sequence[Clause]) -> frozenset[int]:
    """The clause itself, and the deed that it says `came` or `took place` then."""
    named = {c.index for c in clauses if c.form == "noun" and c.parent == main.index and c.embedding == "subj"}
    return frozenset({main.index} | (named if main.lemma.split(" ")[0] in COMING else set()))


def _date_of(event: Clause, fresh: Sequence[Draft], found: Sequence[Dated], earlier: Sequence[Draft]) -> str:
    """When an event was: as said here, or where the same was told before."""
    here = [d.edtf for d in found if d.clause == event.index and d.edtf]
    if here:
        return here[0]
    own = [d for d in fresh if d.clause == event.index]
    for draft in own:
        if draft.when:
            return draft.when
    for draft in reversed(earlier[-NEAR:]):
        same = any(draft.type == o.type and _who(draft) == _who(o) for o in own)
        meant = event.form == "noun" and draft.type in ECHO_OF.get(event.lemma, ())
        if (same or meant) and draft.when:
            return draft.when
    return ""


def _who(draft: Draft) -> str:
    return draft.name(TYPES[draft.type].keys[0])


def _at(draft: Draft, clauses: frozenset[int], from_date: str, phrase: DatePhrase) -> Draft:
    if draft.clause not in clauses or draft.when or is_state(draft.type):
        return draft
    resolved = dates.resolve(phrase, anchor=from_date)
    return replace(draft, when=resolved.edtf, reckoned_from=resolved.reckoned_from, date_rule=resolved.rule)
