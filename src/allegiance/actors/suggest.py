"""Which actors may be one, for a person to decide: ranked, with what speaks for it and what is wanting.

Nothing here joins anybody. A pair is left out where a person has judged it, where one report names both, and where what
is told of the two cannot be true of one man.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import heappop, heappush

from allegiance.actors.candidates import Candidate, Candidates
from allegiance.actors.compare import Comparison, Verdict
from allegiance.actors.grounds import Life, grounds, is_description, life
from allegiance.actors.registers import Register
from allegiance.actors.resolve import Resolved, in_force
from allegiance.actors.uses import Use
from allegiance.model import Judgement, Kind, minted_actor_id
from allegiance.names import is_kunya, is_single_name, key

NEAR = 12
"""So many of the names most like a name are looked at."""

NAMES = 20
"""So many names of an actor are looked at, those of most reports first."""

KEPT = 20_000
"""The names most like each of so many names are remembered, since nothing about them changes with a judgement."""

_BESIDE, MOST_AGREEING = 0.05, 3
"""By how much each thing that agrees beside the names ranks a pair higher, and how many of them count."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two actors that may be one.

    `score` ranks it: how alike the likest two of their names are (0 to 1), and a little more for each thing beside them
    that agrees. `because` says what agrees, `wanting` why no rule joined them.
    """

    one: str
    other: str
    kind: Kind
    names: tuple[str, str]
    score: float
    verdict: Verdict
    because: str
    wanting: str


@dataclass(slots=True)
class _Party:
    """An actor while pairs are looked for: its names by the number of reports, and its uses by document and name.

    Its life and what stands `beside` it, as tokens with words for them, are worked out when first asked for: few actors
    come to be weighed.
    """

    kind: Kind
    names: dict[str, int] = field(default_factory=dict)
    places: set[tuple[str, str]] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    beside: Mapping[str, str] = field(default_factory=dict)
    life: Life | None = None

    def load(self, uses_in: UsesIn, register: Register) -> Life:
        """What its uses say of it in time; `beside` is known from then on."""
        if self.life is None:
            own = [u for u in uses_in(sorted(self.documents)) if (u.document, u.name) in self.places]
            self.beside = {ground.token: ground.words for use in own for ground in grounds(use, register)}
            self.life = Life(set(), None, None, {})
            for use in own:
                self.life.merge(life(use, register))
        return self.life


UsesIn = Callable[[Sequence[str]], Iterable[Use]]
"""The uses in documents, given by their ids."""


def suggest(
    uses_in: UsesIn,
    resolved: Iterable[Resolved],
    register: Register,
    judgements: Sequence[Judgement] = (),
    may_be: Callable[[str, str], bool] | None = None,
) -> Iterator[Suggestion]:
    """Pairs of actors that may be one, the likeliest first; each pair once, whatever the order of what is given.

    Pairs are weighed by falling likeness of their names, as they are asked for: what stands beside an actor can add
    only so much, so that who asks for a few has few weighed; and only pairs that `may_be`, given both actors, are.
    """
    rows = sorted(resolved, key=lambda found: (found.document, found.name))
    parties = _parties(rows)
    pairs = _pairs(parties, _decided(rows, judgements))
    waiting: list[tuple[tuple[float, str, str], Suggestion]] = []
    bounds = ((-_score(max(like.score for _, like in named), MOST_AGREEING), pair) for pair, named in pairs.items())
    for bound, pair in sorted(bounds):
        if may_be is not None and not may_be(*pair):
            continue
        while waiting and waiting[0][0] < (bound, *pair):
            yield heappop(waiting)[1]
        made = _weighed(pair, pairs[pair], parties, uses_in, register)
        if made is not None:
            heappush(waiting, ((-made.score, *pair), made))
    while waiting:
        yield heappop(waiting)[1]


def _pairs(
    parties: Mapping[str, _Party], decided: Collection[tuple[str, str]]
) -> dict[tuple[str, str], list[tuple[tuple[str, str], Comparison]]]:
    """Pairs of actors of which no report names both, with those of their names that are alike."""
    found: dict[tuple[str, str], list[tuple[tuple[str, str], Comparison]]] = defaultdict(list)
    for kind in (Kind.PERSON, Kind.GROUP):
        bearers: dict[str, list[str]] = defaultdict(list)
        for actor, party in sorted(parties.items()):
            if party.kind is kind:
                for name in sorted(party.names, key=lambda name: (-party.names[name], name))[:NAMES]:
                    bearers[name].append(actor)
        names = tuple(sorted(bearers))
        for name, near in _kept_near(names, kind) if len(names) <= KEPT else _near(names, kind):
            for pair in ((a, b) for a in bearers[name] for b in bearers[near.name] if a < b):
                if pair not in decided and parties[pair[0]].documents.isdisjoint(parties[pair[1]].documents):
                    found[pair].append(((name, near.name), near.comparison))
    return found


def _near(names: Sequence[str], kind: Kind) -> Iterator[tuple[str, Candidate]]:
    """Each of these names with those of the others, and itself, that are most like it."""
    index = Candidates(names, kind)
    return ((name, near) for name in names for near in index.near(name, NEAR))


@lru_cache(maxsize=4)
def _kept_near(names: tuple[str, ...], kind: Kind) -> tuple[tuple[str, Candidate], ...]:
    return tuple(_near(names, kind))


def _parties(resolved: Iterable[Resolved]) -> dict[str, _Party]:
    parties: dict[str, _Party] = {}
    for found in resolved:
        if found.kind in (Kind.PERSON, Kind.GROUP) and not is_description(found.name):
            party = parties.setdefault(found.actor_id, _Party(found.kind))
            party.names[found.name] = party.names.get(found.name, 0) + 1
            party.places.add((found.document, found.name))
            party.documents.add(found.document)
    return parties


def _decided(resolved: Sequence[Resolved], judgements: Sequence[Judgement]) -> set[tuple[str, str]]:
    """The pairs of actors, smaller id first, that a person has judged two, or has judged and left open."""
    now = {minted_actor_id(r.document, r.name): r.actor_id for r in resolved}
    pairs: set[tuple[str, str]] = set()
    for judgement in in_force(judgements):
        if judgement.act in ("different", "unsure"):
            actors = sorted({now.get(subject, subject) for subject in judgement.subjects})
            pairs.update((one, other) for at, one in enumerate(actors) for other in actors[at + 1 :])
    return pairs


def _score(likeness: float, agreeing: int) -> float:
    return round(min(1.0, likeness + _BESIDE * min(MOST_AGREEING, agreeing)), 3)


def _weighed(
    pair: tuple[str, str],
    named: Sequence[tuple[tuple[str, str], Comparison]],
    parties: Mapping[str, _Party],
    uses_in: UsesIn,
    register: Register,
) -> Suggestion | None:
    left, right = (parties[actor] for actor in pair)
    lives = left.load(uses_in, register), right.load(uses_in, register)
    if left.kind is Kind.PERSON and lives[0].against(lives[1], register, {}):
        return None
    shared = sorted(set(left.beside) & set(right.beside))
    names, likeness = min(named, key=lambda one: (-_score(one[1].score, len(shared)), one[0]))
    told = [f"{names[0]} / {names[1]}: {likeness.because}" if names[0] != names[1] else f"both are called {names[0]}"]
    told += [min(left.beside[token], right.beside[token]) for token in shared]
    return Suggestion(
        *pair,
        left.kind,
        names,
        _score(likeness.score, len(shared)),
        likeness.verdict,
        "; ".join(told),
        _wanting(left.kind, names, shared, likeness),
    )


def _wanting(kind: Kind, names: tuple[str, str], shared: Sequence[str], likeness: Comparison) -> str:
    """Why no rule joined the two."""
    if any(is_kunya(name) for name in names):
        return "a kunya alone joins nobody"
    if any(is_single_name(name) for name in names):
        return "a single name joins nobody"
    if not shared and kind is Kind.GROUP and key(names[0]) == key(names[1]):
        return "the name is made of common words, and nothing beside it agrees"
    if not shared:
        return "nothing beside the names agrees"
    return (
        "the full names are not the same" if likeness.verdict is not Verdict.SAME else "the names are spelt differently"
    )
