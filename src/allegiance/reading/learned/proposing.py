"""From the network's answers to drafts: which claims it proposes, as hits that go the way of every frame's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from allegiance.model import TYPES, Certainty, digest
from allegiance.reading.clause import Clause
from allegiance.reading.draft import Draft
from allegiance.reading.filling import Fill, fill_of
from allegiance.reading.frames import Frame, Path_
from allegiance.reading.learned.candidates import Asked
from allegiance.reading.learned.labels import INDEX, PAIRS, STANCES
from allegiance.reading.learned.network import Matrix
from allegiance.reading.match import Hit, stands

KINDS: Mapping[str, str] = {
    "actor": "actor", "to": "group", "from": "group", "group": "group", "parent": "group", "a": "group", "b": "group",
    "giver": "any", "recipient": "any", "founder": "actor", "into": "group", "name": "group", "person": "person",
    "predecessor": "person", "victim": "person", "by": "doer", "target": "target", "issuer": "actor", "area": "place",
    "role": "role",
}  # fmt: skip
"""Of what kind a filler must be, in the terms of frames' paths."""
NEVER = 1.1
"""A floor that nothing reaches."""
FLOORS: Mapping[str, float] = dict.fromkeys(PAIRS, 0.85) | {
    "attack": 0.76, "founding": 0.52, "post": 0.91, "succession": 0.91, "killing": 0.94, "detention": 0.93,
    "membership": NEVER, "alliance": NEVER, "link": NEVER, "agreement": NEVER, "presence": NEVER, "statement": NEVER,
    "alias": NEVER,
}  # fmt: skip
"""How probable a claim of each type must be to be proposed."""
ATTRIBUTE = 0.4
"""How probable a role beside the keys must be."""
EVEN = 0.5
UNLIKELY = 0.002
"""Below this the network finds that what a frame caught is not said."""
MOST = 6
"""So many actors of one phrase are told of."""
KINDS_BY_TYPE: Mapping[tuple[str, str], str] = {
    ("pledge", "to"): "actor", ("renounce", "from"): "actor", ("link", "a"): "any", ("link", "b"): "any",
    ("rivalry", "a"): "any", ("rivalry", "b"): "any", ("alliance", "a"): "any", ("alliance", "b"): "any",
    ("agreement", "a"): "any", ("agreement", "b"): "any",
}  # fmt: skip
"""Where a claim takes other kinds in a role than most do."""
COVERED_BY: Mapping[str, tuple[str, ...]] = {
    "post": ("appointment",), "death": ("killing",), "killing": ("death",), "affiliation": ("split",),
    "split": ("affiliation",),
}  # fmt: skip
"""What need not be said where another claim is made of the same."""
PLAIN: tuple[tuple[str, frozenset[str]], ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim that the network proposes: candidates by role, and how probable it and what is said of it are."""

    type: str
    roles: tuple[tuple[str, int], ...]
    probability: float
    denied: float
    former: float


def fingerprint() -> str:
    """A hash of how probable a thing must be to be said or left, the same in every process."""
    return digest([sorted(FLOORS.items()), ATTRIBUTE, EVEN, UNLIKELY])


def frame_of(type_: str) -> Frame:
    """The frame under whose id a proposal stands in a reading."""
    return Frame(f"learned.{type_}", type_, "verb", frozenset(), PLAIN, PLAIN, (), (), (), ())


def proposals(answers: Matrix, floors: Mapping[str, float] = FLOORS) -> list[Proposal]:
    """What is probable enough, by the floors of each claim type; the most probable first."""
    out = []
    for type_, rows in PAIRS.items():
        first, second, _ = rows[0]
        column = answers[:, :, INDEX[type_]]
        for i, j in np.argwhere(column >= floors[type_]).tolist():
            if (first == second) != (i == j):
                continue
            if TYPES[type_].symmetric and i > j:
                continue
            roles = ((first, i),) if i == j else ((first, i), (second, j))
            beside = _beside(type_, i, j, answers)
            said = answers[i, j, len(INDEX) :]
            out.append(
                Proposal(
                    type_, (*roles, *beside), float(column[i, j]),
                    float(said[STANCES.index("denied")]), float(said[STANCES.index("former")]),
                )
            )  # fmt: skip
    return sorted(out, key=lambda p: -p.probability)


def _beside(type_: str, i: int, j: int, answers: Matrix) -> tuple[tuple[str, int], ...]:
    """The roles beside the keys: the most probable candidate for each, if any is probable."""
    out = []
    names = {suffix for _, _, suffix in PAIRS[type_][1:]}
    for _, role, suffix in PAIRS[type_][1:]:
        if suffix == "of":
            continue
        column = answers[i, :, INDEX[f"{type_}.{suffix}"]]
        if "of" in names and role == "role":
            column = np.maximum(column, 0.01) * np.maximum(answers[j, :, INDEX[f"{type_}.of"]], 0.01)
            column = np.sqrt(column)
        best = int(column.argmax())
        if column[best] >= ATTRIBUTE and best not in (i, j):
            out.append((role, best))
    return tuple(out)


def hits(found: Sequence[Proposal], asked: Asked) -> Iterator[tuple[Proposal, Hit]]:
    """Each proposal as hits on the clause that says it."""
    for proposal in found:
        told = [c for c in asked.clauses if TYPES[proposal.type].state or c.form in ("verb", "noun")]
        clause = _clause_of({asked.given[k].token for _, k in proposal.roles}, told or asked.clauses)
        if clause is None:
            continue
        frame = frame_of(proposal.type)
        for row in _rows(proposal, asked, clause):
            if stands(frame, row):
                yield proposal, Hit(frame, clause, row, proposal.former >= EVEN)


def _rows(proposal: Proposal, asked: Asked, clause: Clause) -> list[tuple[Fill, ...]]:
    """The ways to fill a proposal's roles, none where a key role finds no filler of its kind."""
    keys, rows = TYPES[proposal.type].keys, list[tuple[Fill, ...]]([()])
    for role, k in proposal.roles:
        way = Path_(("subj",), KINDS_BY_TYPE.get((proposal.type, role), KINDS[role]))
        filled = fill_of(role, way, asked.given[k].phrase, clause, asked.discourse)
        if filled:
            rows = [(*row, one) for row in rows for one in filled[:MOST]]
        elif role in keys:
            return []
    return rows


def _clause_of(tokens: set[int], clauses: Sequence[Clause]) -> Clause | None:
    """The clause that says it: the one that has most of the fillers among its words, the smallest of those."""
    best: tuple[int, int, int] | None = None
    chosen: Clause | None = None
    for clause in clauses:
        have = set(clause.tokens) | {clause.token}
        for arg in clause.args:
            beside = [arg.phrase, *(m.phrase for m in arg.phrase.mods), *arg.phrase.members]
            have |= {phrase.token for phrase in beside}
        score = (len(tokens & have), -len(have), -clause.index)
        if score[0] and (best is None or score > best):
            best, chosen = score, clause
    return chosen


def is_unlikely(draft: Draft, answers: Matrix, asked: Asked) -> bool:
    """Whether the network finds a frame's claim not to be said by the words that fill its key roles.

    Where one of them is not of the sentence, or was not asked about, it has no say.
    """
    first, second, _ = PAIRS[draft.type][0]
    places = [_places(draft.get(role), asked) for role in (first, second)]
    told = [
        float(answers[i, j, INDEX[draft.type]])
        for i in places[0]
        for j in places[1]
        if (i == j) == (first == second) and answers[i, j].any()
    ]
    return bool(told) and max(told) < UNLIKELY


def _places(fill: Fill | None, asked: Asked) -> list[int]:
    """The candidates of a sentence that speak of what fills a role."""
    if fill is None:
        return []
    own = ((k, one.referent) for k, one in enumerate(asked.given) if one.referent is not None)
    return [k for k, who in own if who.name == fill.name or (who.chain >= 0 and who.chain == fill.chain)]


def explained(draft: Draft, proposal: Proposal) -> Draft:
    """A draft with how probable the network finds it among its reasons."""
    return replace(draft, because=(*draft.because, ("network", f"{proposal.probability:.2f} probable")))


def is_told(draft: Draft, proposal: Proposal, fresh: Sequence[Draft]) -> bool:
    """Whether a proposal is to be left: it denies what its clause affirms, or a frame said as much of the same."""
    return (proposal.denied >= EVEN) != (draft.certainty is Certainty.DENIED) or any(
        _says(other, draft) for other in fresh
    )


def _says(other: Draft, draft: Draft) -> bool:
    """Whether another draft says the same of the same, or what makes this one nothing new."""
    keys = TYPES[draft.type].keys
    mine, theirs = [draft.name(k) for k in keys], [other.name(k) for k in TYPES[other.type].keys]
    if other.type == draft.type:
        return mine == theirs or (TYPES[draft.type].symmetric and mine == theirs[::-1])
    if draft.type == "leave":
        gone = other.type == "join" and other.name("actor") == draft.name("actor")
        return gone and other.name("from") in ("", draft.name("from"))
    if draft.type == "membership":
        who = other.name("person") or other.name("actor")
        return who == draft.name("actor") and draft.name("group") in (other.name("group"), other.name("to"))
    if draft.type == "link":
        return len(theirs) == 2 and set(mine) == set(theirs)
    return other.type in COVERED_BY.get(draft.type, ()) and mine == theirs
