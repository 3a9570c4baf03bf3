"""Which actors may be one, for a person to decide: ranked, with what speaks for it and what is wanting.

Nothing here joins anybody. A pair is left out where a person has judged it, where one report names both, and where what
is told of the two cannot be true of one man.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

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

_BESIDE = 0.05
_MOST_BESIDE = 0.15


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
    """An actor while pairs are looked for: its names by the number of reports, and its uses.

    What stands beside it and its life are worked out when first asked for: few actors come to be weighed.
    """

    kind: Kind
    names: dict[str, int] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)
    uses: list[Use] = field(default_factory=list)
    _beside: dict[str, str] | None = None
    _life: Life | None = None

    def beside(self, register: Register) -> Mapping[str, str]:
        """What stands beside any of its uses, as tokens with words for them."""
        if self._beside is None:
            self._beside = {ground.token: ground.words for use in self.uses for ground in grounds(use, register)}
        return self._beside

    def life(self, register: Register) -> Life:
        """What its uses say of it in time."""
        if self._life is None:
            self._life = life(self.uses[0], register)
            for use in self.uses[1:]:
                self._life.merge(life(use, register))
        return self._life


def suggest(
    uses: Iterable[Use], resolved: Sequence[Resolved], register: Register, judgements: Sequence[Judgement] = ()
) -> list[Suggestion]:
    """Pairs of actors that may be one, the likeliest first; each pair once, whatever the order of what is given."""
    parties = _parties(uses, resolved)
    decided = _decided(resolved, judgements)
    best: dict[tuple[str, str], Suggestion] = {}
    for kind in (Kind.PERSON, Kind.GROUP):
        bearers: dict[str, list[str]] = defaultdict(list)
        for actor, party in sorted(parties.items()):
            if party.kind is kind:
                for name in sorted(party.names, key=lambda name: (-party.names[name], name))[:NAMES]:
                    bearers[name].append(actor)
        names = tuple(sorted(bearers))
        for name, near in _kept_near(names, kind) if len(names) <= KEPT else _near(names, kind):
            for one, other in ((a, b) for a in bearers[name] for b in bearers[near.name] if a < b):
                if (one, other) in decided:
                    continue
                made = _weighed(one, other, (name, near.name), near.comparison, parties, register)
                if made and ((one, other) not in best or _rank(made) < _rank(best[one, other])):
                    best[one, other] = made
    return sorted(best.values(), key=_rank)


def _near(names: Sequence[str], kind: Kind) -> Iterator[tuple[str, Candidate]]:
    """Each of these names with those of the others, and itself, that are most like it."""
    index = Candidates(names, kind)
    return ((name, near) for name in names for near in index.near(name, NEAR))


@lru_cache(maxsize=4)
def _kept_near(names: tuple[str, ...], kind: Kind) -> tuple[tuple[str, Candidate], ...]:
    return tuple(_near(names, kind))


def _rank(made: Suggestion) -> tuple[float, str, str, tuple[str, str]]:
    return -made.score, made.one, made.other, made.names


def _parties(uses: Iterable[Use], resolved: Sequence[Resolved]) -> dict[str, _Party]:
    actor_of = {(r.document, r.name): r for r in resolved}
    parties: dict[str, _Party] = {}
    for use in sorted(uses, key=lambda use: (use.document, use.name)):
        found = actor_of.get((use.document, use.name))
        if found is None or found.kind not in (Kind.PERSON, Kind.GROUP) or is_description(use.name):
            continue
        party = parties.setdefault(found.actor_id, _Party(found.kind))
        party.names[use.name] = party.names.get(use.name, 0) + 1
        party.documents.add(use.document)
        party.uses.append(use)
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


def _weighed(
    one: str,
    other: str,
    names: tuple[str, str],
    likeness: Comparison,
    parties: Mapping[str, _Party],
    register: Register,
) -> Suggestion | None:
    left, right = parties[one], parties[other]
    if not left.documents.isdisjoint(right.documents):
        return None
    if left.kind is Kind.PERSON and left.life(register).against(right.life(register), register, {}):
        return None
    mine, theirs = left.beside(register), right.beside(register)
    shared = sorted(set(mine) & set(theirs))
    told = [f"{names[0]} / {names[1]}: {likeness.because}" if names[0] != names[1] else f"both are called {names[0]}"]
    told += [min(mine[token], theirs[token]) for token in shared]
    score = min(1.0, likeness.score + min(_MOST_BESIDE, _BESIDE * len(shared)))
    return Suggestion(
        one,
        other,
        left.kind,
        names,
        round(score, 3),
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
