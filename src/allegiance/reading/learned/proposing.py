"""From the network's answers to drafts: which claims it proposes, as hits that go the way of every frame's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from allegiance.model import TYPES, Certainty, Kind, digest
from allegiance.reading import implied, lexicon
from allegiance.reading.clause import Clause
from allegiance.reading.draft import Draft
from allegiance.reading.filling import NOBODY_NAMED, Fill, as_fill, fill_of
from allegiance.reading.frames import Frame, Path_
from allegiance.reading.learned.candidates import Asked, Candidate
from allegiance.reading.learned.labels import INDEX, PAIRS, STANCES
from allegiance.reading.learned.network import Matrix
from allegiance.reading.match import Hit, stands
from allegiance.reading.parse import Sentence
from allegiance.reading.phrases import Phrase
from allegiance.reading.referents import GENERIC_GROUPS, IT

KINDS: Mapping[str, str] = {
    "actor": "actor", "to": "group", "from": "group", "group": "group", "parent": "group", "a": "group", "b": "group",
    "giver": "any", "recipient": "any", "founder": "actor", "into": "group", "name": "group", "person": "person",
    "predecessor": "person", "victim": "person", "by": "doer", "target": "target", "issuer": "actor", "area": "place",
    "role": "role", "other": "any",
}  # fmt: skip
"""Of what kind a filler must be, in the terms of frames' paths."""
ACTORS = frozenset({Kind.GROUP, Kind.PERSON})
OF_KIND: Mapping[str, frozenset[Kind]] = {
    "group": frozenset({Kind.GROUP}), "person": frozenset({Kind.PERSON}), "place": frozenset(), "role": frozenset()
}  # fmt: skip
"""Of what kinds one must be who is only in view, where not any actor will do."""
NEVER = 1.1
"""A floor that nothing reaches."""
FLOORS: Mapping[str, float] = dict.fromkeys(PAIRS, NEVER) | {
    "split": 0.45, "designation": 0.5, "affiliation": 0.6, "rivalry": 0.6, "succession": 0.65, "membership": 0.65,
    "statement": 0.65, "attack": 0.7, "alliance": 0.7, "alias": 0.7, "renounce": 0.7, "killing": 0.7, "release": 0.75,
    "join": 0.8, "responsibility": 0.8, "detention": 0.85, "post": 0.85, "merger": 0.85,
    "agreement": 0.85, "founding": 0.9, "pledge": 0.9, "presence": 0.9, "death": 0.9, "appointment": 0.92,
    "leave": 0.94, "removal": 0.94, "support": 0.95, "link": 0.97,
}  # fmt: skip
"""How probable a claim of each type must be to be proposed."""
VIEWED = 0.94
"""How probable a claim must be at least that rests on somebody of whom its sentence does not speak."""
ATTRIBUTE = 0.4
"""How probable a role beside the keys must be."""
EVEN = 0.5
UNLIKELY = 0.005
"""Below this the network finds that what a frame caught is not said."""
DOER = 0.9
"""How probable a doer must be to be told of beside a frame's claim that has none."""
BEFALLS = frozenset({"killing", "detention", "release"})
NAMELESS = 0.9
"""How probable it must be that something befell people without a name, at the hands of nobody who has one."""
FARTHEST_UP = 6
"""So many steps up from the words of a claim's fillers a clause is looked for that says it."""
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
UNDOING = re.compile(
    r"\b(?:or|either|neither|nor|never|nobody|no one|no|none|would|would-be|should|nearly|almost|anything but"
    r"|as good as|alive|unharmed|unhurt|apologi[sz]\w+|mistook|mistaken|supposed\w*|unlike|rather than|instead of"
    r"|as if|as though)\b"
    r"|\b(?:took|taken) (?:\w+ )?for\b|\bescap\w+ (?:being|capture|arrest|detention|death|assassination)\b"
    r"|\bearlier version of\b|\bdead to (?:me|us|him|her|them)\b|\bcandidate for\b|\blost (?:the|a) (?:vote|ballot)\b"
    r"|\b(?:expected|due|set|about) to\b|\bthought (?:was|were|to)\b|\bnot, as\b|\bkill\w+ time\b",
    re.IGNORECASE,
)
"""Words that may undo what the words around them say: near one the network proposes nothing."""
AHEAD, BEHIND = 45, 60
"""So many characters ahead of those who fill its roles, and behind them, such a word undoes a claim."""
AIM = re.compile(
    r"\bto (?:capture|arrest|detain|kill|seize|nab|apprehend|assassinate|target|eliminate|free|rescue|release)\b"
    r"|\bin (?:search|pursuit) of\b|\b(?:search|look|hunt)\w* (?:for|down)\b|\btargeting\b|\baimed at\b",
    re.IGNORECASE,
)
"""How a sentence tells what somebody was out for: in one that does, nothing of that kind is proposed."""
AIMED_AT = frozenset({"killing", "detention", "release", "death"})
AIMING = frozenset({"target", "hunt", "seek", "pursue", "chase"})
"""Verbs of those who are out for somebody: nothing befell him by them alone."""
PLAIN: tuple[tuple[str, frozenset[str]], ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """What was asked of a sentence, and what the network answered."""

    asked: Asked
    answers: Matrix


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
    bounds = [VIEWED, ATTRIBUTE, EVEN, UNLIKELY, DOER, NAMELESS, AHEAD, BEHIND]
    return digest([sorted(FLOORS.items()), *bounds, UNDOING.pattern, AIM.pattern, sorted(AIMING)])


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


def described(told: Answered, taken: Iterable[str], floors: Mapping[str, float]) -> Iterator[str]:
    """What the network finds probable in a sentence, and what of the frames' claims it took back, in words."""
    yield from (f"takes back what {frame} caught" for frame in taken)
    for found in proposals(told.answers, dict.fromkeys(PAIRS, EVEN)):
        filled = [(role, told.asked.given[k]) for role, k in found.roles]
        said = "; ".join(f"{role} {by.phrase.text}{', in view' if by.in_view else ''}" for role, by in filled)
        asked = floors[found.type]
        enough = f"less than {asked:g} that is asked" if asked < NEVER else "never proposed"
        yield f"{found.type} ({said}): {found.probability:.2f}" + ("" if found.probability >= asked else f", {enough}")


def proposed(told: Answered | None, floors: Mapping[str, float], viewed: float) -> Iterator[tuple[Proposal, Hit]]:
    """What is proposed of a sentence, as hits on the clauses that say it; nothing where the network has no say.

    Who `is on the list` is designated only where it is told whose list, or which.
    """
    if told is not None:
        likely = (p for p in proposals(told.answers, floors) if not is_undone(told.asked, p))
        found = (_spoken_of(p, told.asked) for p in likely)
        sure = [p for p in found if p.probability >= viewed or not _leans(p, told.asked)]
        only = AIMED_AT if AIM.search(told.asked.discourse.text, *told.asked.bounds) else frozenset()
        whole = (p for p in sure if p.type not in only and (p.type != "designation" or len(p.roles) > 1))
        yield from hits([*whole], told.asked)


def _spoken_of(proposal: Proposal, asked: Asked) -> Proposal:
    """A proposal without those beside its keys who are only in view: no sentence accuses whom it does not name."""
    keys = TYPES[proposal.type].keys
    return replace(proposal, roles=tuple(r for r in proposal.roles if r[0] in keys or not asked.given[r[1]].in_view))


def _leans(proposal: Proposal, asked: Asked) -> bool:
    """Whether a key role is filled by somebody of whom the sentence does not speak."""
    return any(asked.given[k].in_view for _, k in proposal.roles)


def is_undone(asked: Asked, proposal: Proposal | None = None) -> bool:
    """Whether a word stands in a sentence that may undo what it says; of a proposal, near those who fill its roles."""
    start, end = asked.bounds
    given = [asked.given[k].phrase for _, k in proposal.roles if not asked.given[k].in_view] if proposal else []
    if given:
        start, end = max(start, min(p.start for p in given) - AHEAD), min(end, max(p.end for p in given) + BEHIND)
    return bool(UNDOING.search(asked.discourse.text, start, end))


def hits(found: Sequence[Proposal], asked: Asked) -> Iterator[tuple[Proposal, Hit]]:
    """Each proposal as hits on the clause that says it."""
    for proposal in found:
        told = [c for c in asked.clauses if TYPES[proposal.type].state or c.form in ("verb", "noun")]
        spoken = {asked.given[k].token for _, k in proposal.roles if not asked.given[k].in_view}
        clause = _clause_of(spoken, told or asked.clauses, asked.sentence)
        if clause is None or (proposal.type in AIMED_AT and clause.lemma in AIMING):
            continue
        frame, befell = frame_of(proposal.type), proposal.type in BEFALLS and proposal.probability >= NAMELESS
        for row in _rows(proposal, asked, clause):
            if stands(frame, row) or (befell and not any(fill.named or fill.anchored for fill in row)):
                yield proposal, Hit(frame, clause, row, proposal.former >= EVEN)


def _rows(proposal: Proposal, asked: Asked, clause: Clause) -> list[tuple[Fill, ...]]:
    """The ways to fill a proposal's roles, none where a key role finds no filler of its kind."""
    keys, rows = TYPES[proposal.type].keys, list[tuple[Fill, ...]]([()])
    for role, k in proposal.roles:
        filled = _filled(role, KINDS_BY_TYPE.get((proposal.type, role), KINDS[role]), asked.given[k], clause, asked)
        if filled:
            rows = [(*row, one) for row in rows for one in filled[:MOST]]
        elif role in keys:
            return []
    return rows


def _filled(role: str, kind: str, by: Candidate, clause: Clause, asked: Asked) -> list[Fill]:
    """What fills a role by a candidate, of the kind that is asked for."""
    if by.in_view:
        who = by.referent
        return [as_fill(role, who)] if who is not None and who.kind in OF_KIND.get(kind, ACTORS) else []
    found = fill_of(role, Path_(("subj",), kind), by.phrase, clause, asked.discourse)
    body = _body(by, asked) if kind == "group" and not found else -1
    if body >= 0:
        return [as_fill(role, asked.discourse.named(body, by.phrase.start, by.phrase.end, by.phrase.text))]
    return found or ([_people(role, by)] if kind in ("person", "actor") and _are_people(by) else [])


REBELS = frozenset("rebel guerrilla militant insurgent fighter jihadist separatist".split())
"""What the people of a body under arms are called without its name."""


def _body(by: Candidate, asked: Asked) -> int:
    """The body that is meant where a person stands for his own, or `its` and `the group` for the one in view; or -1."""
    phrase, discourse = by.phrase, asked.discourse
    if by.referent is not None and by.referent.kind is Kind.PERSON:
        return discourse.described.body_of(by.referent.chain) if by.referent.chain >= 0 else by.referent.body
    if (by.referent is None or not by.referent.named) and (phrase.pronoun in IT or _is_generic(phrase)):
        return implied.in_view(discourse, asked.sentence.start)
    return -1


def _is_generic(phrase: Phrase) -> bool:
    own = phrase.definite and phrase.mention < 0 and phrase.head in GENERIC_GROUPS | REBELS
    return own and not (phrase.mods or set(phrase.adjectives) - {"the", "same"})


def _are_people(by: Candidate) -> bool:
    """Whether a phrase is one of people without a name, by its being many: `some of the Front's men`."""
    named = by.referent is not None and (by.referent.named or by.referent.kind is Kind.PLACE)
    phrase = by.phrase
    bare = phrase.text.lower().startswith(f"{phrase.head} of ")
    own = (phrase.mod("of")[:1] if bare else ()) or (phrase,)  # `some of the Front's men` are men.
    several = own[0].plural or bool(phrase.counted)
    if not several or named or own[0].pronoun or own[0].mention >= 0 or phrase.negated:
        return False
    people = own[0].head in lexicon.nouns().persons | lexicon.nouns().members | HANDS
    return people and len(phrase.text) <= LONGEST and phrase.text.lower() not in NOBODY_NAMED


HANDS = frozenset("hand people employee worker guard resident student teacher driver boy girl child passenger".split())
"""Nouns for people that are in no list of those who fight."""
LONGEST = 120
"""So many characters a description has at most."""


def _people(role: str, by: Candidate) -> Fill:
    phrase = by.phrase
    return Fill(role, phrase.text, phrase.text, Kind.PERSON, phrase.start, phrase.end, named=False)


def _clause_of(tokens: set[int], clauses: Sequence[Clause], sentence: Sentence) -> Clause | None:
    """The clause that says it: the one that has most of the fillers among its words, the smallest of those.

    Where none has any, it is one that has what they depend on.
    """
    for _ in range(FARTHEST_UP):
        chosen = _holding(tokens, clauses)
        if chosen is not None:
            return chosen
        tokens = {sentence.tokens[token].head for token in tokens}
    return None


def _holding(tokens: set[int], clauses: Sequence[Clause]) -> Clause | None:
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


def is_unlikely(draft: Draft, told: Answered, least: float = UNLIKELY) -> bool:
    """Whether the network finds a frame's claim not to be said by the words that fill its key roles.

    Where other words stand for one of them, or he was not asked about, it has no say.
    """
    first, second, _ = PAIRS[draft.type][0]
    one, other = draft.get(first), draft.get(second)
    if one is None or other is None or draft.frame.endswith(".entries"):
        return False  # An entry of a list is read with the words far above it.
    found = chance(draft.type, _spoken(one, told.asked), _spoken(other, told.asked), told)
    return found is not None and found < least


def _spoken(fill: Fill, asked: Asked) -> list[int]:
    """The candidates in whose words a filler stands, or that stand in its own: `a Northern Front leader`."""
    given = [(k, asked.given[k].phrase) for k in called(fill.name, fill.chain, asked)]
    around = [k for k, phrase in given if phrase.start <= fill.start < phrase.end]
    if not around or fill.chain >= 0:
        return around
    inner = ((k, c.phrase) for k, c in enumerate(asked.given) if not c.in_view)
    return [*around, *(k for k, phrase in inner if fill.start <= phrase.start and phrase.end <= fill.end)]


def chance(type_: str, one: Sequence[int], other: Sequence[int], told: Answered) -> float | None:
    """How probable the network finds a claim of whoever of some candidates fills the one key role and the other.

    None where it was not asked. A claim of one key role is given the same candidates twice.
    """
    first, second, _ = PAIRS[type_][0]
    pairs = [(i, j) for i in one for j in other if (i == j) == (first == second) and told.answers[i, j].any()]
    return max((float(told.answers[i, j, INDEX[type_]]) for i, j in pairs), default=None)


def called(name: str, chain: int, asked: Asked) -> list[int]:
    """The candidates of a sentence that speak of who is called so, or is of this chain."""
    own = ((k, one.referent) for k, one in enumerate(asked.given) if one.referent is not None and not one.in_view)
    return [k for k, who in own if who.name == name or (who.chain >= 0 and who.chain == chain)]


def with_doer(draft: Draft, told: Answered, clause: Clause, least: float = DOER) -> Draft:
    """A frame's claim with the doer that the network finds in its sentence, where the frame found none."""
    key, _, _ = PAIRS[draft.type][0]
    label = INDEX.get(f"{draft.type}.by")
    who = draft.get(key)
    if label is None or who is None or draft.get("by") is not None or is_undone(told.asked):
        return draft
    own = called(who.name, who.chain, told.asked)
    chances = told.answers[own, :, label].max(axis=0) if own else np.zeros(1, dtype=np.float32)
    best = int(chances.argmax())
    if chances[best] < least or best in own or told.asked.given[best].in_view:
        return draft
    found = _filled("by", KINDS["by"], told.asked.given[best], clause, told.asked)
    if len(found) != 1 or found[0].name in {fill.name for fill in draft.fills}:
        return draft
    because = ("network", f"{chances[best]:.2f} probable that {found[0].name} did it")
    return replace(draft.with_fill(found[0]), because=(*draft.because, because))


def explained(draft: Draft, proposal: Proposal) -> Draft:
    """A draft with how probable the network finds it among its reasons."""
    return replace(draft, because=(*draft.because, ("network", f"{proposal.probability:.2f} probable")))


def is_told(draft: Draft, proposal: Proposal, fresh: Sequence[Draft], before: Sequence[Draft] = ()) -> bool:
    """Whether a proposal is to be left: it denies what its clause affirms, or a frame said as much of the same.

    Of what happened, it need not be said again that was said `before` in the document.
    """
    if (proposal.denied >= EVEN) != (draft.certainty is Certainty.DENIED):
        return True
    same = before if not TYPES[draft.type].state and draft.certainty is not Certainty.DENIED else ()
    return any(_says(other, draft) for other in (*fresh, *(o for o in same if o.type == draft.type)))


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
