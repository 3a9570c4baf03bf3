"""What a sentence tells of those who did as another did: who followed suit, went along, or left what he had joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allegiance.reading import leaving, sources, suit
from allegiance.reading.clause import Clause
from allegiance.reading.dating import Dating
from allegiance.reading.draft import Draft
from allegiance.reading.parse import Sentence
from allegiance.reading.phrases import Phrase
from allegiance.reading.stance import Stance
from allegiance.reading.state import State
from allegiance.reading.timing import Dated

TOLD = 40
"""How many of the last drafts may tell what somebody did who is followed."""


def told(
    state: State,
    sentence: Sentence,
    clauses: Sequence[Clause],
    views: Sequence[Stance],
    dated: Sequence[Dated],
    speakers: Mapping[int, tuple[Phrase, ...]],
    fresh: Sequence[Draft],
) -> list[Draft]:
    """A sentence's drafts with those that its clauses tell by pointing at what others did."""
    out = list(fresh)
    for clause, view in zip(clauses, views, strict=True):
        if view.unreal or clause.form != "verb":
            continue
        before = [*state.drafts[-TOLD:], *out]
        time = Dating(sentence, clauses, dated).of(clause, "join", [])
        said_by = sources.sources_of(state, clause, view, speakers)
        own = Draft(
            "", "", (), sentence.start, sentence.end, state.number, clause.index, view.certainty, said_by,
            when=time.edtf if time else "", reckoned_from=time.reckoned_from if time else "",
        )  # fmt: skip
        if suit.follows(clause):
            out.extend(suit.repeated(own, clause, before, state.discourse))
        if leaving.follows(clause):
            followed = leaving.after(own, clause, before, state.discourse)
            out = [*leaving.of_old(out, followed), *followed]
        out.extend(leaving.parted(own, clause, clauses, before, state.discourse))
    return out
