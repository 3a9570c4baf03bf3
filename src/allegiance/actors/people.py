"""Which uses of persons' names are one person's: the rules, from the safest on, each with its reason.

1. The full name agrees in spelling, and a group, a post or an associate beside it.
2. The full name agrees with that of the register's record, and so does the group that the record gives.
   A group that a report says took another name is one group under both.
3. The full name agrees, has three words or more, and the two reports tell of the same people and bodies: two others.
   A name of two words needs five, three of them people, and a word that no list of common names has. Where it has
   three words and two of the others are people, the reports may disagree about in which of the groups he stands that
   all of them tell of.
4. The full names are spellings of one name (`compare` says `same`), and a post agrees, or two other things do.

Whatever the rule, nothing may speak against it: another group at the same time, an earlier death, one report that names
both. A kunya or a single name alone is never joined, nor a name by which one report may tell of two men.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from allegiance.actors.blocks import spelling_blocks
from allegiance.actors.clusters import Clusters
from allegiance.actors.compare import Verdict, compare
from allegiance.actors.grounds import (
    Ground,
    Life,
    agreements_needed,
    grounds,
    is_full_person_name,
    life,
)
from allegiance.actors.known import Known
from allegiance.actors.parts import Part, person_name
from allegiance.actors.registers import Register
from allegiance.actors.renamed import Names
from allegiance.actors.spelling import spelling
from allegiance.actors.uses import Use
from allegiance.model import Kind
from allegiance.names import has_kunya, key

LONG_NAME = 3
"""A full name of so many words is seldom borne by two men of whom the same report could tell."""

COMPANY_NEEDED = 2
COMPANY_OF_SHORT_NAMES = 5
PEOPLE_OF_SHORT_NAMES = 3
BESIDE_NEEDED = 2
RENAMED = 3
"""The rank of what agrees only because a group took another name: after all that agrees as it stands."""


@dataclass(slots=True)
class _People:
    """Persons while they are being joined: what each cluster says in time, and what stands beside it."""

    clusters: Clusters
    register: Register
    names: Names
    lives: dict[str, Life] = field(default_factory=dict)
    tokens: dict[str, set[str]] = field(default_factory=dict)
    company: dict[str, set[str]] = field(default_factory=dict)
    others: dict[str, set[str]] = field(default_factory=dict)
    """By a token with a group that was renamed: the tokens that it would have under the group's other names."""

    def add(self, node: str, own: Life, tokens: Iterable[str], company: Iterable[str]) -> None:
        """Let the cluster of a node say this too."""
        root = self.clusters.root(node)
        self.tokens.setdefault(root, set()).update(tokens)
        self.company.setdefault(root, set()).update(company)
        if root in self.lives:
            self.lives[root].merge(own)
        else:
            self.lives[root] = own

    def agree(self, one: str, other: str) -> set[str]:
        """What stands beside both, also where its group goes by an older name beside the one and by a newer beside the
        other."""
        left, right = self.tokens[self.clusters.root(one)], self.tokens[self.clusters.root(other)]
        renamed = {token for token in left - right if not (right - left).isdisjoint(self.others.get(token, ()))}
        return left & right | renamed

    def grounds(self, use: Use) -> Iterator[Ground]:
        """What stands beside a use; of a group that was renamed what stands beside it under both names too."""
        for ground in grounds(use, self.register):
            yield ground
            for other, words in self.names.get(ground.group, {}).items():
                self.others.setdefault(ground.token, set()).add(ground.of(other))
                pair = " ".join(sorted((ground.group, other)))
                yield Ground(RENAMED, ground.of(pair), f"both stand with one group, since {words}")

    def meet_in_company(self, one: str, other: str, because: str, *, long: bool) -> bool:
        """Join two clusters whose reports tell of enough others, of more where the name is not long.

        Where two of the others are people and the name is long, the reports may disagree about in which of the groups
        that both tell of he stands.
        """
        shared = self.company[self.clusters.root(one)] & self.company[self.clusters.root(other)]
        people = sum(token.startswith("person:") for token in shared)
        if long:
            known = shared if people >= COMPANY_NEEDED else frozenset[str]()
            return len(shared) >= COMPANY_NEEDED and self.meet(one, other, because, known=known)
        many = len(shared) >= COMPANY_OF_SHORT_NAMES and people >= PEOPLE_OF_SHORT_NAMES
        return many and self.meet(one, other, because)

    def meet(self, one: str, other: str, because: str, *, known: AbstractSet[str] = frozenset()) -> bool:
        """Join two clusters if nothing speaks against it. True too where they have met already.

        Reports may disagree about in which of the groups he stands that are `known` to those of both.
        """
        left, right = self.clusters.root(one), self.clusters.root(other)
        if left == right:
            return True
        against = self.lives[left].against(self.lives[right], self.register, self.names, known)
        if against or not self.clusters.join(one, other, because):
            return False
        root = self.clusters.root(left)
        gone = right if root == left else left
        self.lives[root].merge(self.lives.pop(gone))
        self.tokens[root] |= self.tokens.pop(gone)
        self.company[root] |= self.company.pop(gone)
        return True


def join_people(clusters: Clusters, every: Mapping[str, Known], register: Register, names: Names) -> None:
    """Join the uses of persons' names by the rules. The result depends on what is known, not on its order.

    `names` are the other names of groups, as reports state them.
    """
    people = _People(clusters, register, names)
    joinable: list[str] = []
    known = {node: each.use for node, each in every.items() if each.use.kind is Kind.PERSON}
    for node, use in known.items():
        tokens = (ground.token for ground in grounds(use, register))
        people.add(node, life(use, register), tokens, every[node].company)
        if is_full_person_name(use.name) and not every[node].torn:
            joinable.append(node)
    _by_what_agrees(people, known, joinable)
    _registered(people, known, joinable)
    _by_company(people, known, joinable)
    _by_spelling(people, known, joinable)


def _by_what_agrees(people: _People, known: Mapping[str, Use], joinable: Iterable[str]) -> None:
    buckets: dict[tuple[int, str, str], list[str]] = defaultdict(list)
    words: dict[tuple[int, str, str], str] = {}
    for node in joinable:
        for ground in people.grounds(known[node]):
            bucket = (ground.rank, spelling(known[node].name), ground.token)
            buckets[bucket].append(node)
            words[bucket] = min(words.get(bucket, ground.words), ground.words)
    for bucket in sorted(buckets):
        heads: list[str] = []
        for node in buckets[bucket]:
            needed = agreements_needed(known[node].name)
            because = f"the full name {known[node].name} agrees, and {words[bucket]}; nothing speaks against it"
            met = (len(people.agree(head, node)) >= needed and people.meet(head, node, because) for head in heads)
            if not any(met):
                heads.append(node)


def _registered(people: _People, known: Mapping[str, Use], joinable: Iterable[str]) -> None:
    """A person of the register is met by the full name, and by the group that the register gives."""
    for node in joinable:
        record = people.register.one(known[node].name, Kind.PERSON)
        if not record or not record.parent:
            continue
        group = f"group:id:{record.parent}"
        if group in people.tokens[people.clusters.root(node)]:
            people.add(record.id, Life(set(), None, None, {}), [group], ())
            because = f"the full name is that of {record.name} in the register, and so is the group"
            people.meet(record.id, node, because)


def _by_company(people: _People, known: Mapping[str, Use], joinable: Iterable[str]) -> None:
    """Join equal names that few bear, and whose reports tell of the same others."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for node in joinable:
        if _is_long(known[node].name) or _is_rare(known[node].name):
            bearers[spelling(known[node].name)].append(node)
    for _, nodes in sorted(bearers.items()):
        heads: list[str] = []
        for node in nodes:
            name = known[node].name
            because = f"the full name {name} agrees, and the reports tell of the same people and bodies"
            because, long = f"{because}; nothing speaks against it", _is_long(name)
            if not any(people.meet_in_company(head, node, because, long=long) for head in heads):
                heads.append(node)


def _is_long(name: str) -> bool:
    return len(key(name).split()) >= LONG_NAME


@lru_cache(maxsize=1 << 14)
def _is_rare(name: str) -> bool:
    """Whether a word of the name is in no list of common names: of those who have two such, many have the same two."""
    return not has_kunya(name) and any(word.part is Part.NAME and not word.known for word in person_name(name).words)


def _by_spelling(people: _People, known: Mapping[str, Use], joinable: Iterable[str]) -> None:
    """Join spellings of one name beside which a post agrees, or two other things do."""
    bearers: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for node in joinable:
        for ground in grounds(known[node], people.register):
            bearers[ground.token][known[node].name].append(node)
    for token, nodes in sorted(bearers.items()):
        needed = 1 if token.startswith("post:") else BESIDE_NEEDED
        for one, other in _spellings({name: {known[node].document for node in nodes[name]} for name in nodes}):
            because = f"{one} and {other} are spellings of one name, and what stands beside them agrees"
            for left in nodes[one]:
                for right in nodes[other]:
                    if len(people.agree(left, right)) >= needed:
                        people.meet(left, right, f"{because}; nothing speaks against it")


def _spellings(names: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """The pairs among these names, given with their documents, that are spellings of one name, in order.

    Two names of one document only are two people's.
    """
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        for block in spelling_blocks(name):
            blocks[block].append(name)
    pairs = {pair for bearers in blocks.values() for pair in combinations(bearers, 2)}
    for one, other in sorted(pairs):
        if len(names[one] | names[other]) > 1 and are_spellings(one, other):
            yield one, other


@lru_cache(maxsize=1 << 16)
def are_spellings(one: str, other: str) -> bool:
    """Whether two names of persons are spellings of one name: what the rules join names by. Equal names are not."""
    return one != other and compare(one, other, Kind.PERSON).verdict is Verdict.SAME
