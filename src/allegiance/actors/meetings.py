"""Where the names of a document can meet those of others: what must be resolved together, found without resolving.

No rule joins two uses of names but those that stand in one document, are the subjects of one judgement, share a key
that is made of the use alone, or are spellings of one name beside which the same thing stands. All of that can be told
of a document once, and kept: when a document is added, the uses that it touches are those to which such keys lead, and
to resolve these alone gives what to resolve everything would give (a law that is tested).

One thing comes from a third document: that a group took another name. Such a report is looked up by whoever stands with
a group, and touches those who stand with it under either name, where no other report had said so.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from allegiance.actors.blocks import spelling_blocks
from allegiance.actors.clusters import Clusters
from allegiance.actors.gazetteer import Gazetteer
from allegiance.actors.grounds import grounds, group_token, is_description, is_full_person_name
from allegiance.actors.known import Known, group_grounds, known_of, same_name
from allegiance.actors.registers import Register
from allegiance.actors.renamed import Renaming, renamings
from allegiance.actors.spelling import group_spelling, spelling
from allegiance.actors.uses import Companion, Tie, Use
from allegiance.model import Kind
from allegiance.names import key


@dataclass(frozen=True, slots=True)
class Telling:
    """What one document tells of names that may be one actor: one name or a few, and where they can meet others.

    `part` numbers these names among the document's. Two uses with a common key may be joined. `spellings` are the
    persons' names with the blocks in which spellings of them are looked for, each made of what stands beside the name
    too. Keys and blocks are digests, so that they take little room; two that are equal by chance let a little too much
    be resolved, and nothing wrongly.

    `found` are further keys by which it is found and that it does not follow, `asks` those of what must be known beside
    it. `renamings` are the new names of groups that it states: a digest of the two, and those of who stands with each.
    """

    document: str
    part: int
    known: tuple[Known, ...]
    keys: frozenset[int] = frozenset()
    spellings: frozenset[tuple[int, str]] = frozenset()
    found: frozenset[int] = frozenset()
    asks: frozenset[int] = frozenset()
    renamings: frozenset[tuple[int, int, int]] = frozenset()

    def text(self) -> str:
        """All of it as one line, from which `read_telling` makes it again."""
        rows = []
        for each in self.known:
            beside = [[c.tie.value, c.name, c.group, c.when] for c in each.use.companions]
            use = [each.use.name, each.use.kind.value, beside]
            place = [each.place, each.place_name, each.place_why, each.open]
            rows.append([*use, each.full, each.foreign, *place, each.apart, each.company, each.torn, each.land])
        more = [sorted(told) for told in (self.found, self.asks, self.renamings)]
        told = [rows, sorted(self.keys), sorted(self.spellings), *more]
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def read_telling(document: str, part: int, text: str) -> Telling:
    """What `Telling.text` wrote."""
    rows, keys, spellings, *more = json.loads(text)
    found, asks, renamed = more or ((), (), ())  # A text of before there were such holds none of them.
    known = []
    for name, kind, beside, full, foreign, place, place_name, place_why, is_open, apart, company, *later in rows:
        use = Use(document, name, Kind(kind), tuple(Companion(Tie(tie), *words) for tie, *words in beside))
        told = (place, place_name, place_why, is_open)
        known.append(Known(use, full, foreign, *told, tuple(apart), tuple(company), *later))
    return Telling(
        document,
        part,
        tuple(known),
        frozenset(keys),
        frozenset((block, name) for block, name in spellings),
        frozenset(found),
        frozenset(asks),
        frozenset((pair, one, other) for pair, one, other in renamed),
    )


def tellings_of(uses: Iterable[Use], register: Register, gazetteer: Gazetteer) -> list[Telling]:
    """What one document tells, by the uses of names in it, and where its names can meet those of others."""
    known = {each.id: each for each in known_of(uses, register, gazetteer)}
    clusters = _within(known, register)
    members: dict[str, list[str]] = defaultdict(list)
    for node in known:
        members[clusters.root(node)].append(node)
    found = []
    for part, (_, nodes) in enumerate(sorted(members.items())):
        own = tuple(known[node] for node in nodes)
        keys = {key for each in own for key in _keys(each, register)}
        # A name that stands for a known actor and can meet nothing else needs no key: how it is resolved is settled
        # in its document. One that can brings what it meets to the known actor, as others may that meet him.
        if keys:
            keys.update(anchor_key(actor) for each in own for actor in _actors(each, register))
        spellings = ((block, each.use.name) for each in own for block in digests(_blocks(each.use, register)))
        told, groups = [one for each in own for one in renamings(each, register)], _groups(own, register)
        renamed = _digested(told)
        where = digests(f"with {group}" for group in groups) | {pair for pair, *_ in renamed}
        where |= digests(f"new name {group}" for one in told for group in (one.one, one.other))
        asks = digests(f"new name {group}" for group in groups)
        known_by = digests(keys), frozenset(spellings), where, asks, renamed
        found.append(Telling(own[0].use.document, part, own, *known_by))
    return found


def _groups(known: Iterable[Known], register: Register) -> set[str]:
    """What the groups are known by with which these persons stand, if they can be joined at all."""
    uses = [each.use for each in known if each.use.kind is Kind.PERSON and is_full_person_name(each.use.name)]
    return {ground.group for use in uses for ground in grounds(use, register) if ground.group}


def _digested(renamed: Iterable[Renaming]) -> frozenset[tuple[int, int, int]]:
    """New names of groups: of each a digest of the two, and of who stands with the one and with the other."""
    found = set()
    for told in renamed:
        pair = sorted((told.one, told.other))
        keys = (f"new name {' '.join(pair)}", *(f"with {group}" for group in pair))
        first, second, third = (next(iter(digests([one]))) for one in keys)
        found.add((first, second, third))
    return frozenset(found)


def digests(keys: Iterable[str]) -> frozenset[int]:
    """Each key as a number of 63 bits."""
    return frozenset(
        int.from_bytes(blake2b(one.encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 1 for one in keys
    )


def person_key(name: str) -> str:
    """The key under which a person's full name meets itself, in whatever spelling is granted."""
    return f"person {spelling(name)}"


def anchor_key(actor: str) -> str:
    """The key of what can bring others to a known actor."""
    return f"actor {actor}"


def _within(known: Mapping[str, Known], register: Register) -> Clusters:
    """The names of one document that some rule may join for what the document says.

    With them those that it tells apart and that bear names of one record: only one of them can be it.
    """
    clusters = Clusters(known)
    for same in same_name(known.values()).values():
        for each in same[1:]:
            clusters.join(same[0].id, each.id, "")
    for node, each in known.items():
        tied = [c.name for c in each.use.companions if c.tie in (Tie.ALIAS, Tie.RENAMED)]
        for name in (*tied, each.full):
            other = Use(each.use.document, name).id if name else ""
            if other in known:
                clusters.join(node, other, "")
    actors: dict[str, set[str]] = defaultdict(set)
    for node, each in known.items():
        actors[clusters.root(node)].update(_actors(each, register))
    for node, each in known.items():
        for companion in each.use.companions:
            other = Use(each.use.document, companion.name).id if companion.tie is Tie.APART else ""
            if other in known and not actors[clusters.root(node)].isdisjoint(actors[clusters.root(other)]):
                one, two = clusters.root(node), clusters.root(other)
                clusters.join(one, two, "")
                actors[clusters.root(one)] = actors[one] | actors[two]
    return clusters


def _keys(each: Known, register: Register) -> Iterable[str]:
    """What a use can meet uses of other documents by, known actors aside."""
    use = each.use
    if use.kind is Kind.PERSON:
        if is_full_person_name(use.name):
            yield person_key(use.name)
    elif use.kind is Kind.PLACE:
        if not each.place and not each.open and not is_description(use.name):
            yield f"place {key(use.name)}"
    elif use.kind is Kind.GROUP and not is_description(use.name):
        token = group_token(use.name, register)
        if token.startswith("name:"):
            yield f"group {group_spelling(use.name)}"
        elif not token:
            yield from (f"beside {key(use.name)} {ground.token}" for ground in group_grounds(each, register))


def _actors(each: Known, register: Register) -> Sequence[str]:
    """The known actors that this use may stand for."""
    found = [each.place] if each.place else []
    if not each.foreign and (record := register.one(each.use.name, each.use.kind)):
        found.append(record.id)
    return found


def _blocks(use: Use, register: Register) -> Iterable[str]:
    if use.kind is Kind.PERSON and is_full_person_name(use.name):
        for ground in grounds(use, register):
            yield from (f"{ground.token} {block}" for block in spelling_blocks(use.name))
