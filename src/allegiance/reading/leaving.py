"""Partings told by less than their words: `joined the Front in 2005 and left in 2010`, `B followed him`.

A bare `left` leaves the body that its doer was just said to be in; who follows somebody out, or goes with him,
does what he did. Nothing is claimed where the words before settle no body, or where one may have left a place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from allegiance.model import Certainty, Kind, Phase
from allegiance.reading.absurd import FIGHTERS
from allegiance.reading.clause import Clause
from allegiance.reading.discourse import Discourse
from allegiance.reading.draft import Draft
from allegiance.reading.filling import Fill
from allegiance.reading.phrases import Phrase
from allegiance.reading.suit import DOERS

BARE = frozenset({"leave", "quit", "walk out", "break away", "storm out"})
STAYED = frozenset({"stay", "last", "remain"})
ARRIVING = frozenset("arrive come visit return travel meet attend go fly enter sit talk move flee drive stay".split())
"""Verbs of coming, after which a bare `left` is the leaving of a place."""
TIMES = frozenset({"in", "on", "after", "before", "during", "within", "at", "by", "since", "over", "when", "subj"})
"""What a bare parting may have beside it: its date and its cause."""
PASSING = ("in", "at", "over", "before", "after", "during", "within", "by")
"""What stands behind these is a date or a cause, or one may have left a meal, a meeting or a house."""
CAUSES = frozenset(
    "protest anger disgust row dispute quarrel disagreement argument frustration disillusion "
    "split schism feud clash clashes fighting crackdown purge defeat truce ceasefire accord deal".split()
)
IN_BODY = frozenset({"join", "membership", "founding"})
REACH = 1
OUT = frozenset({"out", "out of", "from"})
SOON = frozenset(
    "soon later then also too quickly shortly afterwards subsequently eventually immediately promptly out along away "
    "together there".split()
)
"""Adverbs that leave it open in nothing how somebody was followed."""
FOLLOWERS = FIGHTERS | frozenset(
    "man commander member follower supporter cadre deputy aide lieutenant loyalist comrade colleague other".split()
)
"""Who may go where somebody goes, where no name tells who it is: reporters, police and troops follow otherwise."""


def parted(
    own: Draft, clause: Clause, clauses: Sequence[Clause], told: Sequence[Draft], discourse: Discourse
) -> list[Draft]:
    """Who bare leaves, from the one body that the sentence, or the last, puts him in. `own` has when and who says."""
    if clause.form != "verb" or clause.passive or clause.embedding in ("acl", "relcl"):
        return []
    left = clause.lemma in BARE and not clause.negated
    short = clause.lemma in STAYED and clause.negated and not clause.get("with", "at", "on")
    if not (left or short) or any(a.function not in TIMES and not _goes_along(a.function) for a in clause.args):
        return []
    if any(p.mention >= 0 or not _own_men(p) for p in clause.get("with", "along with")):
        return []
    if any(p.mention >= 0 or (p.head not in CAUSES and not _dates(p)) for p in clause.get(*PASSING)):
        return []
    out = []
    for subject in clause.get("subj"):
        who = discourse.refer(subject)
        if who is None or not who.named or who.kind is not Kind.PERSON or who.chain < 0:
            continue
        body = _body(who.chain, own.sentence, clause, told)
        coming = any(c.lemma.split(" ")[0] in ARRIVING and not c.negated for c in clauses if c.index != clause.index)
        if body is not None and not coming:
            actor = Fill("actor", who.name, who.mention, who.kind, who.start, who.end, who.chain, True, who.rank)
            out.append(
                replace(own, frame="leave.bare-of-body", type="leave", fills=(actor, replace(body, role="from")))
            )
    return out


def _goes_along(function: str) -> bool:
    return function in ("with", "along with", "together with")


def _own_men(phrase: Phrase) -> bool:
    return any(p.head in FOLLOWERS for p in (phrase, *phrase.mod("of")))


def _dates(phrase: Phrase) -> bool:
    return phrase.mention < 0 and (phrase.head[:1].isdigit() or phrase.head.istitle() or phrase.head in MONTHS)


MONTHS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday year month week day 1990s 1980s 1970s spring summer autumn winter".split()
)


def _body(chain: int, number: int, clause: Clause, told: Sequence[Draft]) -> Fill | None:
    """The body that a man was last said to be in, in this sentence or the one before it."""
    for draft in reversed(told):
        who = draft.get("actor") or draft.get("person") or draft.get("founder")
        if number - draft.sentence > REACH:
            return None
        if who is None or who.chain != chain or draft.certainty is Certainty.DENIED:
            continue
        if draft.type == "leave" or (draft.sentence == number and draft.clause >= clause.index):
            return None
        if draft.type == "membership" and draft.sentence != number:
            return None  # Who is in it now, and leaves in the next sentence, leaves something else.
        if draft.type in IN_BODY and draft.phase is not Phase.FORMER:
            body = draft.get("to") or draft.get("group")
            return body if body is not None and body.named and body.kind is Kind.GROUP else None
    return None


def follows(clause: Clause) -> bool:
    """Whether a clause says that its subject followed somebody, or went with him, and beside it no more than when.

    With more beside it, somebody may be followed down a street, on a channel, for a story, or in a post.
    """
    if clause.form != "verb" or clause.negated or not set(clause.adverbs) <= SOON:
        return False
    whom = "obj" if clause.lemma == "follow" else "with"
    if clause.lemma not in ("follow", "go", "leave") or len(clause.get(whom)) != 1:
        return False
    beside = [a for a in clause.args if a.function not in ("subj", whom)]
    return all(a.function in OUT or (a.function in TIMES and _dates(a.phrase)) for a in beside)


def after(own: Draft, clause: Clause, told: Sequence[Draft], discourse: Discourse) -> list[Draft]:
    """What the one who is followed did last, as done by each who followed him."""
    ahead = (clause.get("obj") if clause.lemma == "follow" else clause.get("with"))[0]
    leader = discourse.refer(ahead)
    if leader is None or leader.chain < 0 or leader.kind is not Kind.PERSON or own.certainty is Certainty.DENIED:
        return []
    done = [
        d for d in told
        if d.type in ("join", "leave", "pledge", "renounce") and own.sentence - d.sentence <= REACH
        and (a := d.get(DOERS[d.type][0])) is not None and a.chain == leader.chain
        and d.certainty in (Certainty.STATED, Certainty.REPORTED)
        and not (d.sentence == own.sentence and d.clause == clause.index)
    ]  # fmt: skip
    if not done or len({(d.type, d.name(DOERS[d.type][1])) for d in done if d.sentence == done[-1].sentence}) != 1:
        return []
    if _went_on(done[-1], own, discourse):
        return []
    last = _with_founding(done[-1], told, leader.chain)
    out = []
    for phrase in (m for p in clause.get("subj") for m in (p.members or (p,))):
        who = discourse.refer(phrase)
        own_men = not phrase.definite and _own_men(phrase)
        settled = who is not None and (who.named or who.anchored or own_men)
        if who is None or not settled or who.kind is not Kind.PERSON or who.chain == leader.chain:
            continue
        if (phrase.pronoun and not who.named) or _foes(who.chain, leader.chain, told):
            continue
        actor = Fill(
            DOERS[last.type][0], who.name, who.mention, who.kind, who.start, who.end, who.chain, who.named, who.rank,
            who.anchored,
        )  # fmt: skip
        rest = tuple(f for f in last.fills if f.role in ("to", "from"))
        out.append(replace(own, frame=f"follow:{last.frame}", type=last.type, fills=(actor, *rest), manner=last.manner))
    return out


def of_old(fresh: Sequence[Draft], followed: Sequence[Draft]) -> list[Draft]:
    """The drafts, in which `his deputy`, who went with him, held that post where both came from, or nowhere known."""
    out = list(fresh)
    for move in followed:
        actor, to, source = move.get("actor"), move.get("to"), move.get("from")
        if actor is None or to is None:
            continue
        for post in [d for d in out if d.type == "post" and (p := d.get("person")) and p.chain == actor.chain]:
            held = post.get("group")
            if held is not None and held.chain == to.chain:
                out.remove(post)
                out.extend([post.with_fill(replace(source, role="group"))] if source is not None else [])
    return out


def _foes(one: int, other: int, told: Sequence[Draft]) -> bool:
    """`His rival followed him`: into a post, and not into what he joined."""
    pairs = [{a.chain, b.chain} for d in told if d.type == "rivalry" and (a := d.get("a")) and (b := d.get("b"))]
    return {one, other} in pairs


ONWARD = re.compile(
    r"\b(?:travell?ed|flew|drove|visited|toured|attended|met|marched|walked|rode|sailed|emigrated|studied|moved|fled|"
    r"pilgrimage|talks|journey|meeting|funeral|went to|set out|set off|was (?:taken|flown|brought|moved))\b"
)
"""What somebody did on a way of his own, on which he may be followed, or accompanied."""


def _went_on(done: Draft, own: Draft, discourse: Discourse) -> bool:
    """Whether the sentence that tells what he did goes on to another way of his: `joined A and travelled to Kosso`."""
    if done.sentence == own.sentence:
        return False
    return ONWARD.search(discourse.text, done.start, done.end) is not None and not done.frame.startswith("join.move")


def _with_founding(parting: Draft, told: Sequence[Draft], leader: int) -> Draft:
    """`He left the Front and set up the Brigade. Most of its fighters followed him`: they joined the Brigade."""
    source = parting.get("from")
    born = [
        g for d in told
        if d.type == "founding" and d.sentence == parting.sentence
        and (f := d.get("founder")) is not None and f.chain == leader and (g := d.get("group")) is not None
    ]  # fmt: skip
    if parting.type != "leave" or source is None or len(born) != 1:
        return parting
    return replace(parting, type="join", fills=(replace(born[0], role="to"), source))


__all__ = ["after", "follows", "of_old", "parted"]
