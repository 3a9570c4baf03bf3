"""Who comes after whom, where a text tells the fall of one and the rise of another with no verb of succession.

`After Gana was killed, Baro became emir`, `on his death Baro took over`, `its emir fell in May; Baro was chosen`.
The two are one succession where the one who rose took the post that the other had, or where the text itself dates the
rise by the fall.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import Certainty, Kind
from allegiance.reading import lexicon
from allegiance.reading.borrowing import OFFICES
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.fallen import FALLS, RECENT, WHEREON, fallen
from allegiance.reading.filling import Fill
from allegiance.reading.referents import Referent
from allegiance.reading.settle import Posts

FELL = frozenset({"killing", "death", "detention", "removal"})
AFTER = frozenset("after when once since following".split())
CHIEF = frozenset("leader emir amir commander chief head commandant caliph boss supremo president chairman".split())
"""Posts that are the first of a body, whatever the text calls them."""


def succeeded(
    fresh: Sequence[Draft], earlier: Sequence[Draft], clauses: Sequence[Clause], discourse: Discourse, posts: Posts
) -> list[Draft]:
    """The successions that a sentence's appointments are, by the falls told in it and just before it."""
    out: list[Draft] = []
    known = {d.name("person") for d in fresh if d.type == "succession"}
    number = fresh[0].sentence if fresh else 0
    before = [d for d in earlier[-12:] if d.sentence >= number - RECENT]
    for draft in fresh:
        person = draft.get("person")
        if draft.type not in ("appointment", "post") or person is None or not person.named or person.name in known:
            continue
        if draft.certainty is Certainty.DENIED or draft.clause < 0:
            continue
        found = _held_before(draft, clauses, discourse)
        if found is None and draft.type == "appointment":
            found = _predecessor(draft, [*before, *fresh], clauses, discourse, posts)
        if found is not None and found.chain != person.chain:
            known.add(person.name)
            post = (f for f in draft.fills if f.role in ("role", "group"))
            fills = (person, replace(found, role="predecessor"), *post)
            out.append(replace(draft, frame=f"{draft.frame}+succession", type="succession", fills=fills))
    return out


def _predecessor(
    draft: Draft, told: Sequence[Draft], clauses: Sequence[Clause], discourse: Discourse, posts: Posts
) -> Fill | None:
    """Who fell and had the post, or whose fall the appointment is dated by."""
    clause = clauses[draft.clause] if draft.clause < len(clauses) else None
    falls = [(d, d.get("victim") or d.get("person")) for d in told if d.type in FELL]
    sure = [
        (d, f) for d, f in falls
        if f is not None and f.named and f.kind is Kind.PERSON and d.certainty is not Certainty.DENIED
    ]  # fmt: skip
    after = {d.name("person") for d in told if d.type == "succession" and d.name("predecessor") == draft.name("person")}
    for fall, fill in reversed(sure):
        if _same_post(posts.of(fill), draft) and fill.name not in after and not _later(fall, draft):
            return fill
    if clause is None or not _is_first(draft):
        return None
    for phrase in clause.get(*WHEREON[:-1]):
        if phrase.mention < 0 and phrase.head in FALLS:
            who = fallen(clause, discourse)
            if who is not None and _may_have_held(posts.of(_as_fill(who)), draft):
                return _as_fill(who)
    for other, fill in sure:
        hangs = 0 <= other.clause < len(clauses) and clauses[other.clause].parent == clause.index
        dated = hangs and other.sentence == draft.sentence and AFTER & set(clauses[other.clause].marks)
        if dated and _may_have_held(posts.of(fill), draft):
            return fill
    return None


def _later(fall: Draft, rise: Draft) -> bool:
    """Whether somebody fell later, by the dates, than another rose, who then has not come after him."""
    fell, rose = (d.when.removeprefix("../").partition("/")[0].rstrip("~?%") for d in (fall, rise))
    size = min(len(fell), len(rose))
    return size > 0 and fell[:size] > rose[:size]


def _held_before(draft: Draft, clauses: Sequence[Clause], discourse: Discourse) -> Fill | None:
    """`commander of the Front, a position previously held by Gana`: Gana had it before."""
    for clause in clauses:
        held = clause.lemma in HOLDING and clause.passive and clause.parent in (draft.clause, *_same(draft, clauses))
        if held and BEFORE & set(clause.adverbs) and any(p.head in OFFICES for p in clause.get("obj")):
            found = [discourse.refer(p) for p in clause.get("subj")]
            named = [f for f in found if f is not None and f.named and f.kind is Kind.PERSON]
            return _as_fill(named[0]) if len(named) == 1 else None
    return None


def _same(draft: Draft, clauses: Sequence[Clause]) -> list[int]:
    """The clauses that stand about the one that a draft is of: those of which it is a description."""
    own = clauses[draft.clause] if draft.clause < len(clauses) else None
    return [own.parent] if own is not None and own.parent >= 0 and own.embedding.startswith("described") else []


HOLDING = frozenset({"hold", "occupy", "fill"})
BEFORE = frozenset("previously formerly once earlier hitherto before".split())


def _as_fill(who: Referent) -> Fill:
    return Fill("predecessor", who.name, who.mention, who.kind, who.start, who.end, who.chain)


def _same_post(held: tuple[Fill | None, Fill | None], draft: Draft) -> bool:
    """Whether a post is the one that somebody is appointed to: in the same body, by the same words or the first."""
    group, role = held
    own = draft.get("group")
    if group is None or own is None or group.chain < 0 or group.chain != own.chain or role is None:
        return False
    old, new = role.name.lower(), draft.name("role").lower()
    return old == new or (old in CHIEF and (new in CHIEF or not new))


def _may_have_held(held: tuple[Fill | None, Fill | None], draft: Draft) -> bool:
    """Whether somebody had the post that another is appointed to, or no other post that is known."""
    return held == (None, None) or _same_post(held, draft)


def _is_first(draft: Draft) -> bool:
    """Whether a body has but one holder of a post at a time."""
    words = draft.name("role").lower().split()
    return bool(words) and words[-1] in lexicon.nouns().bare_posts


__all__ = ["succeeded"]
