"""Whether what a frame caught is a fact at all, and whether it is so now or was: no plan, question or order is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import TYPES, Certainty, Phase
from allegiance.reading import stance
from allegiance.reading.clause import Clause
from allegiance.reading.dates_phrase import Relation
from allegiance.reading.draft import Draft
from allegiance.reading.match import Hit
from allegiance.reading.parse import Sentence
from allegiance.reading.timing import Dated, is_state


def asked(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """`Is A the leader of B?`: the parser takes what is asked of A for what he is called."""
    over = clauses[clause.parent] if clause.parent >= 0 else None
    if over is None or over.lemma != "be":
        return False
    cleft = clause.embedding == "relcl" and any(p.pronoun == "it" for p in over.get("subj"))
    return cleft or (not over.get("attr") and clause.start >= over.start)


def affirmed(draft: Draft, answer: str, end: int) -> Draft:
    """`Is it part of A? No, though …`: what a question asks is denied, or affirmed, by the word that answers it."""
    certainty = Certainty.DENIED if answer == "No" else draft.certainty
    return replace(draft, certainty=certainty, end=max(draft.end, end))


def yet_to_be_named(clause: Clause, clauses: Sequence[Clause], views: Sequence[stance.Stance]) -> bool:
    """`His successor, Hamid, is expected to be named tomorrow`: what he is called, he is not yet."""
    if not clause.embedding.startswith("described"):
        return False
    naming = ("name", "appoint", "announce", "elect", "choose", "confirm", "install", "succeed", "take over")
    return any(c.lemma in naming and v.unreal for c, v in zip(clauses, views, strict=True))


NOT_YET = frozenset("future next prospective would-be potential aspiring eventual likely".split())
"""What makes a post one that nobody holds yet."""
PLANNED = frozenset(
    "planned proposed intended attempted foiled thwarted aborted failed threatened future eventual expected "
    "scheduled imminent looming prospective mooted impending hoped-for possible potential hypothetical draft unsigned "
    "stillborn would-be".split()
)
"""What makes a noun of an event no event: `the planned merger`."""


def is_fact(hit: Hit, view: stance.Stance, sentence: Sentence, time: Dated | None) -> bool:
    """Whether what a frame caught is said to be so at all: no plan, order or wish, and no `his death` in passing."""
    frame, clause = hit.frame, hit.clause
    gone = view.unreal == "no longer so"
    if bool(frame.given("longer")) != gone and (frame.given("longer") or not TYPES[frame.type].state):
        return False
    if view.unreal and not gone and not (view.unreal == "a purpose" and frame.given("purpose")):
        return False
    token = sentence.tokens[clause.token]
    if (
        clause.form == "verb"
        and token.tag == "VB"
        and not clause.helpers
        and not clause.passive
        and clause.embedding not in ("ccomp", "xcomp")
    ):
        return False  # An order: `take a knife and attack the soldiers`.
    if clause.form == "noun" and _hypothetical(clause, view, sentence):
        return False
    said = clause.get("attr", "as", "oprd")
    if any(NOT_YET & set(p.adjectives) or "-in-waiting" in p.text for p in said):
        return False  # `seen as its future leader`.
    passing = frame.type == "death" and clause.form == "noun" and not view.path and time is None
    return not (passing and any(p.pronoun for p in clause.get("poss")))


def _hypothetical(clause: Clause, view: stance.Stance, sentence: Sentence) -> bool:
    """Whether an event is called a planned one, or is any that might be: `any alliance with A would fail`."""
    ahead = {k.text.lower() for k in sentence.kids(clause.token) if k.i < clause.token and k.mention < 0}
    doubted = view.certainty in (Certainty.DENIED, Certainty.DOUBTED)
    return bool(PLANNED & (ahead | set(clause.adverbs))) or ("any" in ahead and not doubted)


def phase_of(hit: Hit, view: stance.Stance, time: Dated | None) -> Phase:
    """Whether a state is told of as it is or as it was."""
    if not TYPES[hit.frame.type].state:
        return Phase.NONE
    clause = hit.clause
    if hit.frame.given("phase"):
        return Phase(hit.frame.given("phase"))
    if hit.former or view.unreal == "no longer so" or (time is not None and time.relation is Relation.UNTIL):
        return Phase.FORMER
    if clause.form == "verb" and clause.get("until", "till") and not clause.negated:
        return Phase.FORMER  # `who until his capture was its treasurer`.
    if "ever" in clause.adverbs or (view.certainty is Certainty.DENIED and clause.perfect):
        return Phase.UNCLEAR
    if "had" in clause.helpers and not _lasting(clause, time):
        return Phase.FORMER
    if clause.governor == "use" and clause.embedding == "xcomp":
        return Phase.FORMER  # `used to lead`.
    return Phase.CURRENT


def _lasting(clause: Clause, time: Dated | None) -> bool:
    """`had been its chief since May`, `for six years`; in what another says, it is open whether it ended."""
    if clause.lemma != "be":
        return False
    since = time is not None and time.relation in (Relation.SINCE, Relation.FROM, Relation.FOR)
    return since or clause.embedding == "ccomp" or any(p.head in SPANS for p in clause.get("for"))


SPANS = frozenset("year month week day decade term time".split())
"""What something lasts for."""


def dated_state(draft: Draft, time: Dated | None) -> Draft:
    """A state that lasted from one day to another is over; one that is over on a day ended by then."""
    if time is None or not is_state(draft.type):
        return draft
    if draft.phase is Phase.CURRENT and time.relation is Relation.BETWEEN:
        return replace(draft, phase=Phase.FORMER)
    if draft.phase is Phase.FORMER and time.relation is Relation.AS_OF and "/" not in draft.when:
        return replace(draft, when=f"../{draft.when}")  # `as of this month no longer its treasurer`.
    return draft
